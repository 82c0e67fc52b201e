### 机构目录，以及号码、网址可疑时怎么说。

directory-kind-bank = 银行
directory-kind-acquirer = 收单机构和支付服务商
directory-kind-network = 卡组织
directory-kind-wallet = 钱包
directory-kind-regulator = 金融监管
directory-kind-market = 市场监管
directory-kind-police = 公安
directory-kind-court = 法院
directory-kind-association = 行业协会
directory-kind-hotline = 政务热线

directory-standing-own = 本店自记
directory-standing-confirmed = 已核实
directory-standing-not-verified = 未核实

directory-own-slip = 签购单上写的
directory-own-contract = 合同上写的
directory-own-app = 官方 App 或官网上写的
directory-own-other = 别处看到的

directory-rule = 以签购单、合同和官方 App 上的电话为准。不要打搜索广告和贴纸上的号码。

# 号码与网址的提醒：说清比对了什么，不下结论
scam-unreadable = “{ $given }”读不出是电话还是网址。请照原样再输一次。
scam-number-of-other = { $given } 是{ $owner }的号码（{ $known }），不是{ $claimed }的。先别照它说的做，按签购单或合同上的电话打回去问。
scam-number-not-verified = { $given } 和目录里{ $owner }的号码一致，但这一条没有核实过。拨打前对一下签购单或合同。
scam-number-mobile = { $given } 是手机号。机构的客服热线一般不用手机号；可能是业务员本人。别把密码、验证码告诉对方，按签购单或合同上的电话核对。
scam-number-400-unknown = 目录里没有 { $given }。400、800 号码谁都能租，不一定有问题，也不能证明是{ $claimed }。请对一下签购单或合同。
scam-number-foreign = { $given } 是境外号码，或者显示成境外号码。{ $claimed }的境内客服一般不这样打来。挂断后按签购单或合同上的电话打回去。
scam-number-unknown = 目录里没有 { $given }，不能确认是{ $claimed }的号码。请对一下签购单或合同。
scam-number-look-alike = { $given } 和{ $owner }的 { $known } 很像，但不一样。再看一遍数字。
scam-domain-of-other = { $given } 是{ $owner }的网址（{ $known }），不是{ $claimed }的。先别登录，从官方 App 里进。
scam-domain-not-verified = { $given } 和目录里{ $owner }的网址（{ $known }）一致，但这一条没有核实过。登录前对一下合同或官方 App。
scam-domain-look-alike = { $given } 看着像{ $owner }的 { $known }，但不是同一个网址。别在上面登录，也别输卡号、密码、验证码。
scam-domain-mixed-letters = { $given } 里混有看着像英文字母的其他字符。这种写法常用来冒充别的网址。
scam-domain-unknown = 目录里没有 { $given }，不能确认是{ $claimed }的网址。请对一下合同或官方 App。
scam-institution-unknown = 目录里没有“{ $claimed }”，没法比对。看签购单上印的收单机构是谁，以它为准；可以把核对过的电话记进自己的目录。

error-directory-entry-unknown = 目录里没有“{ $value }”。
