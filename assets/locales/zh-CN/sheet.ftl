### 通话单、顾客沟通单、应急预案里的字。窗口、命令行和打印件同用。

sheet-call-title = 通话单：{ $role }
sheet-customer-title = 顾客沟通单
sheet-contingency-title = 收款应急预案
sheet-contingency-subtitle = { $shop } · 截至 { $date }
sheet-contingency-footer = { $shop } · 应急预案 { $date }
sheet-case = 案件 { $number } · { $title }
sheet-call-footer = 案件 { $number } · 店内自用，不外传

# 连接用
sheet-comma = 、
sheet-between = {" · "}
sheet-none = —
sheet-and-more = { $list } 等

# 各栏
sheet-heading-whom = 打给谁
sheet-heading-purpose = 找他做什么
sheet-heading-shop = 本店
sheet-heading-device = 机器
sheet-heading-sale = 交易
sheet-heading-story = 经过
sheet-heading-contact = 联系情况
sheet-heading-opening = 开口这样说
sheet-heading-ask = 要问的
sheet-heading-never = 千万注意
sheet-heading-note = 边听边记
sheet-heading-free = 随手记
sheet-heading-say = 这样说
sheet-heading-may-ask = 可以问（自愿）
sheet-heading-never-ask = 千万注意
sheet-heading-people = 谁负责
sheet-heading-reach = 找谁
sheet-heading-fallback = 备用收款
sheet-heading-terminals = 机器
sheet-heading-first = 先做这一步
sheet-heading-drill = 演练记录
sheet-heading-signed = 签字

# 打给谁
sheet-whom-name = 名称
sheet-whom-contact = 电话等
sheet-purpose-can = 能做：{ $text }
sheet-purpose-cannot = 注意：{ $text }

# 本店
sheet-shop-name = 店名
sheet-shop-mid = 商户号
sheet-shop-operator = 经营者
sheet-shop-licence = 营业执照号
sheet-shop-settlement = 结算账户
sheet-shop-account = { $bank } 尾号 { $last }
sheet-shop-acquirer = 收单机构
sheet-shop-joined = 入网日期
sheet-shop-agent = 服务商
sheet-shop-contract = 合同号
sheet-shop-rates = 合同费率
sheet-shop-address = 地址
sheet-shop-phone = 联系人

# 机器
sheet-device-tid = 终端号
sheet-device-model = 型号
sheet-device-serial = 序列号
sheet-device-imei = IMEI 串号
sheet-device-firmware = 固件版本
sheet-device-network = 网络
sheet-device-takes = 收款方式
sheet-device-installed = 装机日期
sheet-network-wifi = Wi-Fi 无线
sheet-network-4g = 4G 流量
sheet-network-wired = 有线
sheet-takes-card = 刷卡
sheet-takes-qr = 扫码
sheet-takes-wallet = 微信、支付宝等

# 交易
sheet-sale-at = 交易时间
sheet-sale-amount = 金额
sheet-sale-kind = 卡种
sheet-sale-card = 卡号
sheet-sale-card-end = 尾号 { $last }
sheet-sale-order = 订单号
sheet-sale-payer = 卡号或订单号
sheet-sale-rrn = 参考号
sheet-sale-response = 应答码
sheet-sale-trace = 凭证号
sheet-sale-batch = 批次号
sheet-sale-auth = 授权码
sheet-sales-more = 另有 { $count } 笔

# 经过和联系
sheet-story-exhibits = 手边的证据
sheet-contact-before = 之前的联系
sheet-contact-due = 下一个期限

# 说的话里没有记录的地方
sheet-blank-shop = ＿＿＿＿（店名）
sheet-blank-mid = ＿＿＿＿（商户号）
sheet-blank-tid = ＿＿＿＿（终端号）
sheet-blank-time = ＿＿＿＿（交易时间）
sheet-blank-amount = ＿＿＿＿（金额）
sheet-blank-rrn = ＿＿＿＿（参考号）
sheet-blank-case = ＿＿＿＿（案件编号）

# 打给其他方时的开场和问题
sheet-opening-issuer = 您好，我陪持卡人一起打这个电话。{ $time } 在{ $shop }付款 { $amount }，参考号 { $rrn }。持卡人想查这一笔在您这边的状态，由本人核对身份。
sheet-opening-network = 您好，我是{ $shop }，商户号 { $mid }。{ $time } 有一笔 { $amount } 的交易，参考号 { $rrn }。想请教这种情况该走哪个流程。
sheet-opening-customer = 您好，我是{ $shop }。{ $time } 您在我们店里付的 { $amount }，我们正在查。想和您对一下情况，不需要您的密码和验证码。
sheet-opening-regulator = 您好，我是{ $shop }，要反映一家支付机构的服务问题。{ $time } 有一笔 { $amount } 的交易有争议。请问由您这里受理吗？
sheet-opening-police = 您好，我是{ $shop }，我要报警。{ $time } 有一笔 { $amount } 的款，怀疑被骗。
sheet-opening-court = 您好，我是{ $shop }，想咨询立案。{ $time } 有一笔 { $amount } 的交易，和对方有纠纷。
sheet-opening-association = 您好，我是{ $shop }，要反映一家会员单位的问题。{ $time } 有一笔 { $amount } 的交易有争议。
sheet-opening-mediator = 您好，我是{ $shop }，想申请调解。{ $time } 有一笔 { $amount } 的交易，和对方有纠纷，愿意协商。
sheet-opening-other = 您好，我是{ $shop }。{ $time } 有一笔 { $amount } 的交易，参考号 { $rrn }，想请您帮忙查一下。
sheet-opening-plain = 您好，我是{ $shop }，有件收款上的事：{ $title }。请问归您这里管吗？
sheet-ask-issuer-1 = 这一笔是已入账、待入账，还是已退回？哪天？
sheet-ask-issuer-2 = 有没有收到冲正或退款？
sheet-ask-issuer-3 = 持卡人要提出异议，怎么办、多久有结果？
sheet-ask-network-1 = 这种情况由哪一方发起查询或差错处理？
sheet-ask-network-2 = 收单机构不处理，还能找谁？
sheet-ask-customer-1 = 手机上显示“已扣款”还是“待入账”？几点？
sheet-ask-customer-2 = 货或服务收到了吗？
sheet-ask-customer-3 = 愿不愿意遮住卡号和余额，给一张扣款通知？
sheet-ask-regulator-1 = 归哪个分支机构受理？怎么提交？
sheet-ask-regulator-2 = 要哪些材料？要不要先有机构的书面答复？
sheet-ask-regulator-3 = 受理编号是多少？哪天前告知结果？
sheet-ask-police-1 = 现在要不要先止付？怎么办？
sheet-ask-police-2 = 要带什么材料？到哪个派出所？
sheet-ask-police-3 = 报警回执和编号怎么拿？
sheet-ask-court-1 = 该到哪家法院？合同里有没有仲裁条款要先看？
sheet-ask-court-2 = 要哪些材料、几份？有没有指定的起诉状格式？
sheet-ask-court-3 = 能不能走小额诉讼或先行调解？
sheet-ask-association-1 = 这件事归不归协会受理？怎么提交？
sheet-ask-association-2 = 受理编号是多少？哪天前有回音？
sheet-ask-mediator-1 = 对方要不要同意才能开始？
sheet-ask-mediator-2 = 收不收费？要哪些材料？
sheet-ask-mediator-3 = 调解协议怎么才有强制力？
sheet-ask-other-1 = 这件事现在是什么状态？原因是什么？
sheet-ask-other-2 = 需要我补什么材料？交到哪里？
sheet-ask-other-3 = 工单号是多少？哪天前答复？能不能给书面结论？

# 绝不
sheet-never = 不问、不说密码、短信验证码、卡背三位码；卡号只说前六后四。

# 记什么
sheet-note-who = 对方姓名或工号
sheet-note-ticket = 工单号
sheet-note-promise = 答应什么、哪天前
sheet-customer-said = 顾客怎么说
sheet-customer-reach = 怎么联系（自愿）
sheet-customer-promised = 我们答应了什么、哪天前
sheet-customer-by = 谁接待的、几点

# 应急预案
sheet-people-role = 职责
sheet-people-name = 姓名
sheet-people-phone = 电话
sheet-people-duties = 出事时做什么
sheet-person-owner = 店主
sheet-person-cashier = 收银
sheet-person-finance = 财务
sheet-person-device = 管机器
sheet-person-signatory = 签字人
sheet-reach-acquirer = 收单机构
sheet-reach-agent = 服务商
sheet-fallback = 备用方式
sheet-fallback-backup-pos = 换备用 POS 机
sheet-fallback-mobile-pos = 用手机 POS
sheet-fallback-wallet-code = 用收款码，核对到账再放行
sheet-fallback-cash = 收现金，开收据
sheet-terminals-place = 位置
sheet-terminals-tid = 终端号
sheet-terminals-device = 型号、序列号
sheet-terminals-network = 网络
sheet-terminals-acquirer = 收单机构
sheet-first-problem = 遇到
sheet-first-step = 先做
sheet-drill-day = 日期
sheet-drill-who = 参加的人
sheet-drill-found = 发现什么、怎么改
sheet-signed-owner = 负责人签字
sheet-signed-read = 已读并会做
sheet-signed-day = 日期
