### 各处共用的词：案件、证据、阶段、日期。窗口、命令行、证据包都用这一份。

not-on-record = 未记录
yes = 是
no = 否

# 日期
date-long = { $year }年{ $month }月{ $day }日 { $weekday }
moment-long = { $date } { $time }（{ $offset }）
weekday-1 = 周一
weekday-2 = 周二
weekday-3 = 周三
weekday-4 = 周四
weekday-5 = 周五
weekday-6 = 周六
weekday-7 = 周日
month-1 = 1
month-2 = 2
month-3 = 3
month-4 = 4
month-5 = 5
month-6 = 6
month-7 = 7
month-8 = 8
month-9 = 9
month-10 = 10
month-11 = 11
month-12 = 12

# 阶段
stage-confirm = 确认
stage-gather = 收集
stage-contact = 联系
stage-submit = 提交
stage-follow-up = 跟进
stage-closed = 结案

# 对方
role-acquirer = 收单机构
role-agent = 服务商
role-issuer = 发卡银行
role-wallet = 钱包（微信、支付宝等）
role-network = 卡组织
role-customer = 顾客
role-regulator = 监管部门

# 证据来源
source-merchant = 本店
source-customer = 顾客（自愿提供）
source-acquirer = 收单机构
source-bank = 银行
source-agent = 服务商
source-other = 其他

# 卡种
card-type-debit = 借记卡
card-type-credit = 信用卡
card-type-qr = 扫码

# 结果
outcome-fee-waived = 已减免费用
outcome-fee-refunded = 已退费
outcome-reversed = 冲正，已返还顾客
outcome-credit-adjustment = 贷记调整，已退还顾客
outcome-settled-to-merchant = 已补结算到本店
outcome-resettled = 已重新结算
outcome-status-corrected = 交易状态已更正
outcome-merchant-restored = 商户资料已更正并恢复
outcome-withdrawn = 撤回（误会）
outcome-partial = 部分成功
outcome-lost = 未成功，自担损失
outcome-police = 移交公安
outcome-lawsuit = 起诉

# 问题类型
playbook-timeout-debited = 超时却扣款
playbook-debited-abnormal = 顾客已付款，交易异常
playbook-first-swipe-fee = 新机被扣了不明费用
playbook-money-swallowed = 钱不见了（“吞钱”）
playbook-merchant-invalid = 屏幕显示“商户无效”
playbook-chargeback = 被退单、拒付或调单
playbook-other = 其他问题

# 需要记下的情况
detail-screen-text = 屏幕上的原文
detail-network = 当时的网络（Wi-Fi、4G、有线）
detail-goods-delivered = 货或服务是否已交给顾客
detail-repeated-swipe = 是否又刷过一次
detail-steps-tried = 已经试过什么
detail-customer-refunded = 是否已退给顾客现金或转账
detail-fee-charged = 被扣了多少费用
detail-fee-basis = 是按比例还是固定金额
detail-contract-said = 合同上写的费率
detail-who-promised = 谁答应过什么费用
detail-settlement-account = 结算账户（后四位）
detail-risk-notice = 有没有收到风控或暂扣通知
detail-holiday-between = 中间有没有节假日
detail-since-when = 从什么时候开始
detail-all-cards = 是不是所有卡都这样
detail-recent-change = 最近换机、改资料、证照到期的情况
detail-unsettled-money = 还有没有没结算的钱
detail-reason-code = 退单原因码
detail-notice-received = 收到通知的日期
detail-reply-due = 通知上写的截止日期
detail-cardholder-claim = 持卡人怎么说
detail-what-happened = 发生了什么
detail-what-wanted = 希望对方怎么做

# 证据种类
evidence-kind-terminal-photo = 终端屏幕照片
evidence-kind-terminal-photo-good = 提示原文、时间、金额都看得清；重启前拍。
evidence-kind-slip = 签购单
evidence-kind-slip-good = 商户号、终端号、参考号、金额、签名完整；卡号只露前六后四。
evidence-kind-settlement-statement = 结算流水
evidence-kind-settlement-statement-good = 看得到日期、应结、手续费、实结。
evidence-kind-merchant-backend = 商户后台记录
evidence-kind-merchant-backend-good = 这一笔的状态、时间、参考号都在画面里。
evidence-kind-contract-rate = 合同或费率确认
evidence-kind-contract-rate-good = 费率、押金、其他费用那几页，带签章页。
evidence-kind-customer-notice = 顾客的扣款通知
evidence-kind-customer-notice-good = 顾客自愿给，余额和卡号先遮住。
evidence-kind-chat-record = 聊天记录
evidence-kind-chat-record-good = 看得到对方是谁、日期、说了什么。
evidence-kind-call-record = 通话记录
evidence-kind-call-record-good = 号码、时间、工号、工单号、答应了什么。
evidence-kind-licence = 营业执照
evidence-kind-licence-good = 整页、清晰、在有效期内。
evidence-kind-device-label = 机身标签
evidence-kind-device-label-good = 型号和 SN 看得清。
evidence-kind-notice = 对方的通知
evidence-kind-notice-good = 整页，看得到日期、案号、截止时间。
evidence-kind-delivery-proof = 交货或服务凭证
evidence-kind-delivery-proof-good = 物流签收、服务单或顾客签字，带日期。
evidence-kind-order-record = 订单或账单
evidence-kind-order-record-good = 能看出卖的是什么、数量、金额和日期。
evidence-kind-sale-terms = 付款前给顾客看过的说明
evidence-kind-sale-terms-good = 当时的样子：商品说明、退换货或取消的规定，带日期。
evidence-kind-authorization-record = 授权和验证记录
evidence-kind-authorization-record-good = 授权码、插卡还是挥卡、是否验密或签名；不含密码和完整卡号。
evidence-kind-cctv = 监控片段
evidence-kind-cctv-good = 时间对得上，只截有关的几分钟；拍不到密码键盘。
evidence-kind-network-log = 网络或设备时间记录
evidence-kind-network-log-good = 看得到断网或重连的时间。
evidence-kind-bank-statement = 本店银行账户流水
evidence-kind-bank-statement-good = 本店自己的账户，看得到日期、金额、对方名称；账号只露后四位。
evidence-kind-own-accounts = 本店账目
evidence-kind-own-accounts-good = 当天的收银记录或对账表，这一笔在里面。
evidence-kind-refund-record = 退货、撤销或退款记录
evidence-kind-refund-record-good = 退款日期、金额、参考号；和原交易对得上。
evidence-kind-terminal-settings = 终端设置页
evidence-kind-terminal-settings-good = 商户号、终端号、网络、渠道和版本看得清。
evidence-kind-written-reply = 对方的书面答复
evidence-kind-written-reply-good = 整页，有日期、落款或来源，结论看得清。
evidence-kind-dispute-form = 申诉表或申请表
evidence-kind-dispute-form-good = 对方自己的表格，填完整，签字盖章。
evidence-kind-submission-proof = 提交回执
evidence-kind-submission-proof-good = 看得到提交时间、受理号或签收人。
evidence-kind-customer-statement = 顾客的情况说明
evidence-kind-customer-statement-good = 顾客自愿写，有日期和签名；不写密码，卡号只写前六后四。
evidence-kind-steps-note = 操作经过
evidence-kind-steps-note-good = 按时间一步一步写：做了什么、屏幕显示什么。
evidence-kind-agent-receipt = 服务商收据
evidence-kind-agent-receipt-good = 写明收的是什么钱、多少、谁收的、哪天。
evidence-kind-repair-report = 检修记录
evidence-kind-repair-report-good = 谁修的、哪天、查出什么、换了什么。
evidence-kind-police-receipt = 报警回执
evidence-kind-police-receipt-good = 有日期、编号和受理单位。
evidence-kind-loss-proof = 损失凭证
evidence-kind-loss-proof-good = 能算出金额，并看得出与这件事有关。
evidence-kind-other = 其他材料
evidence-kind-other-good = 写一句它证明什么。

# 下一步
step-record-transaction-title = 记下这笔交易
step-record-transaction-why = 金额、时间、参考号是对方查账的依据，越早记越准。
step-gather-evidence-title = 收好：{ $evidence_kind }
step-gather-evidence-why = 机器重启或更新后，提示和记录可能就没有了。先留证据，再打电话。
step-name-counterparty-title = 写下对方是谁
step-name-counterparty-why = 签购单和合同上的收单机构才是第一个要找的；找错人会白等。
step-build-packet-title = 生成证据包
step-build-packet-why = 一份带目录和页码的 PDF，对方看得快，也少来回。
step-hand-over-packet-title = 把证据包交给对方
step-hand-over-packet-why = 交出去并记下日期和工单号，才算开始计时。
step-record-answer-title = 记下对方的答复
step-record-answer-why = 谁在什么时候答应了什么，以后都用得上。
step-set-deadline-title = 记下截止日期
step-set-deadline-why = 通知上写的日期最要紧；记下来就不会错过。

missing-transaction = 交易信息
missing-counterparty = 对方是谁
missing-evidence = { $evidence_kind }

# 提交渠道
channel-acquirer = 收单机构
channel-acquirer-note = 付款公司或银行；大小限制以对方告知为准。
channel-bank = 银行
channel-bank-note = 大小限制以对方告知为准。
channel-regulator = 监管部门
channel-regulator-note = 大小限制以受理页面为准。
channel-print = 打印
channel-print-note = 没有大小限制。
channel-paypal = PayPal
channel-paypal-note = 单个文件小于 10 MB。
channel-adyen = Adyen
channel-adyen-note = PDF 不超过 2 MB。

# 历史
event-case-opened = 建立案件 { $number }：{ $title }（{ $playbook }）
event-case-titled = 标题改为：{ $title }
event-playbook-changed = 问题类型改为：{ $playbook }
event-detail-set = { $name }：{ $value }
event-question-answered = { $name }：{ $value }
event-step-done = 完成：{ $step }。{ $note }
event-step-skipped = 跳过：{ $step }。原因：{ $note }
event-stage-moved = 进入阶段：{ $stage }
event-party-named = 对方：{ $name }（{ $role }）
event-party-removed = 移除了一个对方
event-transaction-recorded = 记录交易：{ $amount }，{ $at }
event-transaction-removed = 移除了一笔交易
event-evidence-added = 收入证据 { $label }：{ $name }，SHA-256 { $sha256 }
event-evidence-offered-again = 同一份内容又收到一次，只留一份：{ $name }
event-evidence-described = 说明证据：{ $what }
event-evidence-ordered = 调整了证据顺序
event-evidence-removed = 从案件移出一份证据，原因：{ $why }
event-deadline-set = 期限：{ $title }，{ $date }（依据：{ $source }）
event-deadline-met = 完成了一个期限
event-deadline-removed = 删除了一个期限
event-note-added = 备注：{ $text }
event-packet-built = 生成证据包 { $file }，{ $pages } 页，SHA-256 { $sha256 }
event-case-closed = 结案：{ $outcome }，追回：{ $recovered }
event-case-reopened = 重新打开，原因：{ $why }
event-merchant-set = 更新店铺资料：{ $name }
event-playbook-kept = 保存自己的办案步骤：{ $playbook }
event-playbook-dropped = 恢复随程序提供的办案步骤：{ $playbook }
event-task-planned = 安排事项：{ $title }，{ $date }
event-task-done = 完成事项，{ $date }。{ $note }
event-task-dropped = 取消事项，原因：{ $why }

# 预防事项的种类和负责人
task-kind-inspection = 巡检
task-kind-update = 更新
task-kind-training = 培训
task-kind-backup-pos = 备用机
task-kind-drill = 演练
task-kind-self-check = 自查
task-kind-records = 留档
task-kind-contract = 合同
task-kind-security = 安全
task-kind-contact = 联系人
person-role-owner = 店主
person-role-cashier = 收银员
person-role-finance = 财务
person-role-device = 设备负责人
person-role-signatory = 签字人

actor-owner = 店主
actor-app = 程序
