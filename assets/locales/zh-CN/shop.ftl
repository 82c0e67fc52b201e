### 店铺资料里对不上、快到期或缺少的地方（rulebook）。

mismatch-merchant-number-missing = 没有填商户号。打电话时对方第一个就问它，签购单上有。
mismatch-acquirer-missing = 没有填收单机构。签购单抬头和合同上的名字才是要找的那一家。
mismatch-terminal-missing = 没有登记终端。把每台机器的终端号和机身号记下来，出事时不用再找。
mismatch-terminal-number-missing = 终端“{ $terminal }”没有终端号。签购单上有，8 位。
mismatch-terminal-of-other-merchant = 终端 { $terminal } 绑的商户号是 { $mid }，本店的是 { $own }。请问收单机构是怎么回事。
mismatch-terminal-of-other-acquirer = 终端 { $terminal } 走的是“{ $acquirer }”，合同上的收单机构是“{ $own }”。出问题先分清找哪一家。
mismatch-several-acquirers = 店里的终端属于不止一家收单机构：{ $names }。打电话前先看签购单抬头。
mismatch-terminal-number-twice = 终端号 { $number } 登记了不止一次。看看是不是抄错了。
mismatch-serial-number-twice = 机身号 { $number } 登记了不止一次。看看是不是抄错了。
mismatch-licence-expired = 营业执照 { $date } 已到期。先换证，再告诉收单机构；证照过期可能让收款停掉。
mismatch-licence-expires-soon = 营业执照 { $date } 到期，还有 { $days } 天。提前换证，换好了告诉收单机构。
mismatch-rate-not-agreed = { $kind ->
    [debit] 借记卡
    [credit] 信用卡
    [qr] 扫码
   *[other] { $kind }
}费率 { $percent }% 记的是“没有同意过”。请收单机构拿出同意的凭据。
mismatch-rate-notice-short = { $kind ->
    [debit] 借记卡
    [credit] 信用卡
    [qr] 扫码
   *[other] { $kind }
}费率 { $percent }% 从 { $from } 起执行，{ $noticed } 才告知，只隔 { $days } 天。按《非银行支付机构监督管理条例实施细则》第六十二条，支付机构改收费要提前至少 30 个自然日公示，并确认用户知道、同意。
mismatch-terminal-not-on-register = 交易用的终端 { $terminal } 不在登记里。核对终端号，或把这台机器登记上。
mismatch-case-of-other-acquirer = 案件里的收单机构是“{ $named }”，店铺资料里是“{ $own }”。看签购单抬头，确认找对了人。
