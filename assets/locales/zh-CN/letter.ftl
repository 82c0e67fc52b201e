### 文书：字段、落款、检查提醒。

letter-field-case-amount = 涉及金额
letter-field-merchant-name = 商户名称
letter-field-merchant-mid = 商户号
letter-field-merchant-licence = 证照号
letter-field-merchant-contact = 联系人
letter-field-merchant-phone = 联系电话
letter-field-merchant-email = 邮箱
letter-field-merchant-address = 地址
letter-field-merchant-acquirer = 收单机构
letter-field-merchant-acquirer-contact = 收单机构联系方式
letter-field-merchant-settlement = 结算账户（银行和后四位）
letter-field-merchant-legal-person = 法定代表人或经营者
letter-field-merchant-contract-no = 合同编号
letter-field-merchant-contract-signed-on = 合同签订日期
letter-field-merchant-agent = 服务商
letter-field-merchant-rates = 合同费率
letter-field-terminal-tid = 终端号
letter-field-terminal-model = 机型
letter-field-terminal-serial = 序列号
letter-field-terminal-imei = 设备的 IMEI 号
letter-field-sale-amount = 交易金额
letter-field-sale-at = 交易时间
letter-field-sale-card = 卡号（前六后四）
letter-field-sale-card-type = 卡种
letter-field-sale-rrn = 检索参考号
letter-field-sale-trace = 凭证号
letter-field-sale-batch = 批次号
letter-field-sale-auth = 授权码
letter-field-sale-response-code = 应答码
letter-field-sale-terminal = 这一笔的终端号
letter-field-sale-order-no = 订单号
letter-field-exhibit-caption = 证据说明
letter-field-exhibit-proves = 证据证明什么
letter-field-exhibit-pages = 证据页数
letter-field-exhibit-captured-at = 拍摄时间
letter-field-signer-form = 商户身份（公司或个人）
letter-field-recipient-name = 收件人

letter-form-company = 公司
letter-form-sole-trader = 个体工商户
letter-form-individual = 个人
letter-card-type-debit = 借记卡
letter-card-type-credit = 贷记卡
letter-card-type-qr = 扫码
letter-card-type-other = 其他
letter-rate = { $kind } { $percent }%
letter-rate-capped = { $kind } { $percent }%，每笔封顶 { $cap } 元
letter-account = { $bank }尾号 { $last4 }
letter-semicolon = ；
letter-stop = 。
letter-event-sale = 在终端上做了一笔 { $amount } 的交易。
letter-blank-line = ____________________
letter-blank-date = ______年____月____日
letter-blank-box = □
letter-note-seal = 签章惯例（不是法条）：公司盖公章并由法定代表人或经办人签名；个体工商户由经营者签名捺印，有字号章的加盖；多页盖骑缝章。日期手写。
letter-note-deciding = 还没有附上起决定作用的证据，下列至少要有一种：{ $kinds }。
letter-lint-too-long = 共 { $chars } 个字，上限 { $limit }，多了 { $over } 个。
letter-lint-exhibit-unknown = 写到了 { $label }，附上的证据里没有它。
letter-lint-exhibit-not-cited = 附了 { $label }，文中没有提到。用一句话写明它证明什么，或者不附。
letter-lint-unmasked = 这里有不该写出的{ $what ->
    [pan] 完整卡号
    [cvv] 卡片安全码
    [track] 磁道数据
   *[other] 密码或验证码
}。改成：{ $masked }
letter-lint-emotional = “{ $word }”是情绪，不是事实。删掉，换成发生了什么。
letter-lint-law-without-source = 写到“{ $word }”，没有写是哪份文件第几条。补上出处，或者删掉。
letter-lint-law-not-known = 《{ $title }》不在核对过的文件里。发出前先核对名称和条文。
letter-lint-not-on-record = 这里还写着“未记录”。补上，或者改写这一句。
error-template-unknown = 没有文书模板“{ $value }”。
error-template-unfit = 文书模板 { $file } 第 { $line } 行读不通：{ $reason }。这份模板没有使用。
