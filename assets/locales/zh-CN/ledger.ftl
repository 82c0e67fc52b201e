### 账单、对账和查出的问题（ledger）。

job-reading-statement = 读取账单
job-matching = 逐笔核对

advice-choose-spreadsheet = 到银行、钱包或收单机构的后台，重新下载交易明细，格式选 Excel 或 CSV。
advice-take-original = 请用刚下载的原文件，不要用表格软件打开后另存的那份。
advice-unpack-first = 先用密码解开，再把里面的文件拖进来。
advice-choose-detail = 下载时选“交易明细”或“对账单”，不要选汇总。
advice-name-profile = 请自己选一种账单格式。
advice-shorter-range = 缩短日期范围，分几次下载。
advice-other-day = 换一个日期范围再下载。
advice-keep-file-name = 保留下载时的文件名，或者告诉本程序文件是哪一天的。

notice-layout-guessed = 这种账单是按列名猜的，请看一眼前几行对不对。
notice-fee-sign-found = 手续费的正负号是算出来的：这样整份账才对得上。
notice-fee-sign-undecided = 看不出手续费是收还是退，先不对手续费下结论。
notice-equal-sheets = 有内容完全一样的工作表，只读了一份。
notice-cut-off = 文件最后不完整，可能没下载完。
notice-members-left-out = 压缩包或表格里有不是明细的部分，没有读。
notice-balances-unread = 有些余额不是数字，没有用余额核对这些行。
notice-balances-broken = 余额前后接不上：可能缺行，或者被改过。
notice-totals-differ = 文件写的合计和逐行加起来的不一样。

total-rows = 笔数
total-sale-rows = 交易笔数
total-refund-rows = 退款笔数
total-income-rows = 收入笔数
total-outgo-rows = 支出笔数
total-gross = 订单金额
total-settle-gross = 应结金额
total-refund = 退款金额
total-fee = 手续费
total-income = 收入
total-outgo = 支出
total-neutral = 不计收支
