### 证据包（PDF）里的字，以及生成时的进度。packet 用。

# 进度
job-packet-look = 检查证据
job-packet-pages = 排版
job-packet-write = 写入文件

# 文件
packet-title = 案件 { $number }：{ $title }
packet-subject = 案件 { $number }，{ $playbook }
packet-creator = Recourse 申诉台 { $version }
packet-footer = 案件 { $number }，{ $merchant }
packet-separator = {"；"}
packet-bookmark = { $title }（第 { $page } 页）

# 章节
packet-section-cover = 封面
packet-section-summary = 案情摘要
packet-section-transactions = 交易明细
packet-section-claim = 请求事项
packet-section-timeline = 经过记录
packet-section-index = 证据目录
packet-section-exhibits = 证据
packet-section-verification = 核对方法

# 封面
packet-kicker = 争议处理材料
packet-number = 案件编号
packet-merchant = 商户
packet-mid = 商户号 { $mid }
packet-counterparty = 对方
packet-amount = 涉及金额
packet-channel = 提交渠道
packet-as-of = 材料截至
packet-extent = 内容
packet-extent-value = { $exhibits } 份证据，全文共 { $pages } 页
packet-contents = 目录
packet-cover-note = 每份证据都附有原始文件的 SHA-256 校验值，不用本软件也能核对，方法见第 { $pages } 页。

# 案情摘要
packet-heading-case = 案件
packet-heading-happened = 经过
packet-heading-answers = 问与答
packet-heading-merchant = 商户资料
packet-heading-parties = 对方
packet-heading-deadlines = 期限
packet-case-title = 事由
packet-playbook = 问题类型
packet-stage = 当前阶段
packet-opened = 建立时间
packet-outcome = 结果
packet-recovered = 追回金额
packet-merchant-name = 名称
packet-merchant-mid = 商户号
packet-merchant-licence = 统一社会信用代码
packet-merchant-acquirer = 收单机构
packet-merchant-contact = 联系人
packet-merchant-phone = 电话
packet-merchant-email = 电子邮箱
packet-merchant-address = 地址
packet-merchant-settlement = 结算账户后四位
packet-merchant-terminals = 终端
packet-merchant-rates = 合同费率
packet-rate = { $kind } { $percent }%
packet-rate-capped = { $kind } { $percent }%，{ $cap } 封顶
packet-deadline-met = 已完成
packet-deadline-open = 未完成
packet-deadline-note = 依据：{ $source }；{ $state }

# 交易明细
packet-no-transaction = 未记录交易。
packet-transaction = 交易 { $number }：{ $amount }
packet-transaction-at = 交易时间
packet-transaction-rrn = 检索参考号
packet-transaction-response-code = 应答码
packet-transaction-card = 卡号（已遮蔽）
packet-transaction-card-type = 卡种
packet-transaction-trace = 凭证号
packet-transaction-batch = 批次号
packet-transaction-auth = 授权码
packet-transaction-terminal = 终端号
packet-transaction-order = 订单号
packet-transaction-note = 备注
packet-transactions-number = 序号
packet-transactions-time = 时间
packet-transactions-amount = 金额
packet-transactions-payer = 卡号 / 订单号
packet-transactions-references = 参考号 / 凭证号
packet-transactions-batch = 批次 / 授权
packet-transactions-terminal = 终端 / 应答

# 请求事项
packet-claim-ground = 依据：{ $source }

# 经过记录
packet-timeline-note = 取自本案的操作记录，逐条相连、不可改动。时间按 { $offset }（{ $zone }）；每条下方是该条校验值的前 16 位。
packet-timeline-seq = 序号
packet-timeline-time = 时间
packet-timeline-who = 记录人
packet-timeline-what = 事项

# 证据目录和证据页
packet-no-evidence = 没有附证据。
packet-submitter = 提交人
packet-index-label = 编号
packet-index-name = 证据名称
packet-index-source = 来源
packet-index-purpose = 证明什么
packet-index-form = 形式
packet-index-pages = 页码
packet-index-captured = 拍摄 { $at }
packet-index-added = 收入 { $at }
packet-index-group = 第 { $number } 组　{ $name }
packet-index-total = 共 { $groups } 组，{ $exhibits } 份证据，证据页 { $pages } 页。
packet-group-subject = 主体和设备
packet-group-transaction = 交易事实
packet-group-settlement = 扣款与结算
packet-group-communication = 沟通与投诉
packet-group-loss = 损失
packet-group-other = 其他
packet-form-image = 图像
packet-form-pdf = PDF 文件
packet-form-audio = 录音
packet-form-video = 录像
packet-form-file = 文件
packet-signature-submitter = 提交人（签名或盖章）
packet-signature-submitter-date = 提交日期
packet-signature-receiver = 收件人签收（份数、页数）
packet-signature-receiver-date = 签收日期
packet-exhibit-part = 第 { $page } 页，共 { $total } 页
packet-exhibit-source = 来源：{ $source }
packet-exhibit-file = 文件：{ $file }
packet-exhibit-captured = 拍摄于 { $at }
packet-exhibit-added = 收入于 { $at }
packet-hash = SHA-256 { $sha256 }
packet-notice-pdf-locked = 这份 PDF 设有打开密码，内容没有印在这里。原始文件由商户保存，可用下面的校验值核对。
packet-notice-exhibit-missing = 找不到这份证据的原始文件，内容没有印在这里。
packet-notice-exhibit-altered = 这份证据的原始文件与收入时不同，内容没有印在这里。
packet-notice-other = 这份文件无法显示，内容没有印在这里。原始文件由商户保存，可用下面的校验值核对。

# 核对方法
packet-verify-intro = 下表是每份证据原始文件的 SHA-256 校验值：文件哪怕只改动一个字节，校验值就完全不同。向商户索取原始文件，用电脑自带的命令算一遍，与下表一致，即可确认文件自收入本案起没有改动。照片的图像数据原样收入本材料，未重新压缩；照片里的位置、相机序列号等附加信息没有带入，只保存在原始文件中。
packet-verify-label = 编号
packet-verify-file = 原始文件名和 SHA-256
packet-verify-bytes = 字节数
packet-heading-how = 怎样核对
packet-verify-windows = Windows
packet-verify-windows-command = certutil -hashfile 文件名 SHA256
packet-verify-mac = macOS
packet-verify-mac-command = shasum -a 256 文件名
packet-verify-linux = Linux
packet-verify-linux-command = sha256sum 文件名
packet-heading-journal = 操作记录
packet-journal-intro = 本案每一步操作都记入一份只增不改的记录，每条的校验值都包含前一条的校验值。最后一条的校验值因此代表了此前的全部记录。
packet-journal-seq = 截至第几条
packet-journal-hash = 该条校验值
packet-heading-exceptions = 需要说明的情况
packet-exception-exhibit-not-drawn = { $label } 无法显示，只列出文件名和校验值。
packet-exception-exhibit-repaired = { $label } 的文件有损坏，这里印出的是能恢复的部分。
packet-exception-exhibit-as-picture = { $label } 以图像方式印出，其中的文字不能搜索。
packet-exception-exhibit-re-encoded = { $label } 的图像按解码后的像素无损收入，不是原来的压缩数据。
packet-exception-glyph-missing = 有 { $count } 个字无法印出，以 〓 代替：{ $characters }。复制文字时得到的是原字。
