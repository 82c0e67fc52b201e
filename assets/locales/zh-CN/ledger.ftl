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
notice-layout-unconfirmed = 这种账单的格式未核实，请核对前几行和合计。
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

confidence-certain = 确定
confidence-likely = 很可能
confidence-ask = 请确认

sum-amount = 交易金额
sum-amount-here = 本店记录
sum-amount-there = 对方记录
sum-fee = 手续费
sum-net = 应到账
sum-expected-fee = 按合同应收手续费
sum-charged-fee = 实收手续费
sum-difference = 差额
sum-each = 每次扣款
sum-expected = 应到金额
sum-arrived = 实到金额
sum-refund = 退款金额
sum-fee-to-return = 应退手续费
sum-claimed = 文件写的合计
sum-computed = 逐行加起来

need-newer-bill = 这份账单下载时退款还在处理中，证明不了现在。请下载最新的账单再看。

finding-debit-not-settled = 已扣款，没结算
finding-debit-not-settled-why = 订单 { $order } 收了 { $amount }，应在 { $due } 前后到账，结算文件里没有这一笔。
finding-debit-not-settled-doubt = 也可能用了别的单号结算，或在你没导入的文件里。
finding-debit-not-settled-next = 把这几行发给收单机构，请它逐笔说明结算去向。
finding-timeout-with-debit = 终端超时，顾客却扣了款
finding-timeout-with-debit-why = 终端没收到结果，对方记录里订单 { $order } 的 { $amount } 是成功的，也没有冲正或退款。
finding-timeout-with-debit-doubt = 也可能冲正晚到，或退款记在你没导入的文件里。
finding-timeout-with-debit-next = 先别让顾客再付。请收单机构查这一笔，冲正或入账二选一。
finding-duplicate-charge = 同一笔扣了两次
finding-duplicate-charge-why = { $same ->
    [order] 订单 { $order } 成功了 { $times } 次，单号不同，都没有退，多收 { $amount }。
   *[card] 同一张卡在同一台终端十分钟内刷了 { $times } 次同样的金额，可能多收 { $amount }。
  }
finding-duplicate-charge-doubt = 也可能顾客真的买了两次，或共用了一个订单号。
finding-duplicate-charge-next = 核对小票和出货。确是重复，就退一笔，并向收单机构要说明。
finding-missing-in-acquirer = 店里有，对方没有
finding-missing-in-acquirer-why = 订单 { $order } 的 { $amount } 在本店记录里成功，对方文件里等了三天也没有。
finding-missing-in-acquirer-doubt = 也可能走了另一家收单机构，或单号写法不同。
finding-missing-in-acquirer-next = 带上小票，请收单机构查这一笔。
finding-missing-in-shop = 对方有，店里没有
finding-missing-in-shop-why = 对方文件里有一笔 { $amount }（单号 { $number }），本店记录里没有。
finding-missing-in-shop-doubt = 也可能收银没记、换了终端，或店里的记录没导全。
finding-missing-in-shop-next = 先查收银和监控。不是本店收的，立刻告诉收单机构，可能有人冒用终端。
finding-amount-mismatch = 两边金额不一样
finding-amount-mismatch-why = 同一笔交易，一边是 { $left }，另一边是 { $right }。
finding-amount-mismatch-doubt = 也可能是优惠券或小费记法不同。
finding-amount-mismatch-next = 拿小票核对，再请记错的一方更正。
finding-fee-over-contract = 手续费超出合同约定
finding-fee-over-contract-why = { $series ->
    [no] { $amount } 按合同费率 { $rate } 应收 { $expected }，实收 { $charged }。
   *[yes] 有 { $rows } 笔每笔都多收一分左右，合计多收 { $charged }，不像进位造成的。
  }
finding-fee-over-contract-doubt = 也可能合同改过、卡种不同，或有另行约定的附加费。
finding-fee-over-contract-next = 请对方给出逐笔明细和依据条款；多笔可以合成一次索要。
finding-fixed-deduction = 不按比例的扣款
finding-fixed-deduction-why = { $named ->
    [no] 每次另扣 { $each }，共 { $times } 次，不是按比例收的，未见明示依据。
   *[yes] “{ $what }”每次扣 { $each }，共 { $times } 次，不是按比例收的，未见明示依据。
  }
finding-fixed-deduction-doubt = 也可能是你开通过的服务，合同或短信里有约定。
finding-fixed-deduction-next = 请对方说明这是什么费用、依据哪一条、何时告知过你。
finding-not-arrived = 到期没到账
finding-not-arrived-why = { $late ->
    [missing] { $sales } 笔共 { $amount } 应在 { $due } 到账，过了三个工作日银行账上还没有。
   *[late] { $sales } 笔共 { $amount } 应在 { $due } 到账，已经晚了一个工作日。
  }
finding-not-arrived-doubt = 也可能进了另一个账户，或付款方换了名称。
finding-not-arrived-next = 请收单机构给出这批结算的付款时间和流水号，再请银行查收。
finding-arrived-different = 到账金额不对
finding-arrived-different-why = { $which ->
    [short] 应到 { $expected }，实到 { $arrived }，少了 { $difference }。
   *[over] 应到 { $expected }，实到 { $arrived }，多了 { $difference }。
  }
finding-arrived-different-doubt = 也可能含了别的日子、退款或对方已告知的扣款。
finding-arrived-different-next = 请对方给出这笔到账的组成明细。多到的钱先别动用。
finding-reversed-but-settled = 已撤销，钱还是结了
finding-reversed-but-settled-why = 这笔 { $amount } 在 { $day } 已经撤销或全退，却还在结算里，之后也没扣回。
finding-reversed-but-settled-doubt = 也可能稍后才扣回。
finding-reversed-but-settled-next = 告诉收单机构。这笔钱可能会被扣回，先别当成收入。
finding-refund-not-returned = 退款没有退到
finding-refund-not-returned-why = 退款 { $amount }（订单 { $order }）没有真正退出去，或被关闭、改了去向。
finding-refund-not-returned-doubt = 也可能退款走了别的账户，或账单不是最新的。
finding-refund-not-returned-next = 在后台查这笔退款的状态，需要时重新发起，并告诉顾客。
finding-refund-fee-kept = 退款了，手续费没退
finding-refund-fee-kept-why = 退款 { $refund }，按合同应退回手续费 { $fee }，账单里没有。
finding-refund-fee-kept-doubt = 也可能手续费在下一期一起退。
finding-refund-fee-kept-next = 请对方按合同退回这笔手续费。
finding-unexplained-debit = 没说明的扣款
finding-unexplained-debit-why = 账户被扣或冻结 { $amount }，账单上写的是“{ $what }”。
finding-unexplained-debit-doubt = 也可能对方发过通知，或是拒付、调单的结果。
finding-unexplained-debit-next = 请对方说明原因、依据和对应的交易；若是拒付，留意回复期限。
finding-file-incomplete = 账单不完整
finding-file-incomplete-why = { $reason ->
    [totals] { $file } 里写的合计和逐行加起来的不一样。
    [balances] { $file } 的余额前后接不上。
    [cut] { $file } 最后不完整，可能没下载完。
    [day] { $file } 前后几天都有交易，中间有一天一笔也没有。
   *[rejected] { $file } 有几行读不懂，没有算进去。
  }
finding-file-incomplete-doubt = 也可能那天没营业，或平台的合计算法不同。
finding-file-incomplete-next = 重新下载这段时间的账单。补齐之前，这段时间不判断有没有少钱。
