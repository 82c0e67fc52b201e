### 算费用时的提示（ledger）。

error-rate-unreadable = “{ $value }”不是费率。请写成 0.6 或 0.6%。
error-amount-not-positive = 金额要大于零才能算手续费。
error-rate-not-on-record = 店铺资料里没有这类卡的合同费率。请填上费率，或先在设置里记下合同。

fee-flag-as-agreed = 与合同费率一致。
fee-flag-rounding-only = 只差一分，多半是进位方式不同。
fee-flag-above-contract = 多于合同费率算出的金额。请对方给出逐笔费用明细和依据条款。
fee-flag-below-contract = 少于合同费率算出的金额，可能有优惠或用了别的费率。
fee-flag-fixed-sum = 多出的是整十元，不像按比例收的，可能是押金、激活费或流量费。请对方说明。

error-profile-unreadable = { $file } 第 { $line } 行写得不对：{ $reason }
error-profile-unknown = 没有叫“{ $profile }”的账单格式。用 statement 的格式清单里的名称。
error-statement-unreadable = 这个文件读不出来（{ $reason }）。看看文件还在不在、能不能打开，再试一次。
error-statement-empty = 这个文件是空的，没有导入任何内容。
error-statement-too-large = 文件有 { $megabytes } MB，超过了 { $limit } MB 的上限，没有导入。
error-statement-too-many-rows = 行数超过 { $limit }，没有导入。
error-statement-inflates = 压缩包解开后大得不正常，为安全起见没有解开。
error-statement-is-picture = 这是图片，不是账单文件，算不了账。图片可以作为证据加进案件。
error-statement-is-pdf = 这是 PDF 或电子回单，读不出表格。它可以作为证据加进案件。
error-statement-is-web-page = 这是改了名字的网页，不是表格文件，没有导入。
error-statement-no-bill = 平台回复：这一天没有账单。
error-statement-is-lock-file = 这是表格软件打开文件时留下的临时文件，不是账单。
error-statement-password = 文件有密码，没有导入。
error-statement-not-text = 这个文件既不是文字也不是表格，没有导入。
error-statement-encoding-mixed = 从第 { $line } 行起文字编码不一致，文件可能被改过，没有导入。
error-statement-broken = 文件坏了，打不开（{ $reason }）。请重新下载。
error-statement-nothing-inside = 里面没有找到账单。
error-statement-layout-unknown = 不认识这种账单的列名：{ $header }
error-statement-layout-ambiguous = 有两种格式都像：{ $first } 和 { $second }。请选一种。
error-statement-profile-misfit = 按“{ $profile }”读不了，缺少列：{ $missing }
error-statement-damaged = 第 { $line } 行“{ $column }”里的 { $value } 被表格软件改坏了，数字已经丢失，所以整个文件没有导入。
error-statement-day-needed = 这种文件不写年份，文件名里也没有日期，不知道是哪一年。

error-row-field-count = 列数和表头不一样。
error-row-date-unreadable = 日期看不懂。
error-row-amount-unreadable = 金额看不懂。
error-row-amount-missing = 没有金额。
error-row-kind-unknown = 不认识这一行的类型或状态。
error-row-too-long = 这一行太长。
error-row-formula = 单元格里是公式，不是平台给出的数。
error-row-number-too-long = 单号太长。
error-row-columns-shifted = 列的位置和格式说明对不上。

fee-flag-not-in-contract = 有一项扣款在合同里没有写明。请对方给出依据条款，或退还。
fee-flag-short-notice = 费率改了，公告时间不到三十天。请对方说明怎样通知、你何时同意。
fee-flag-fixed-on-first-sale = 新机第一笔就扣了固定金额，可能是押金、激活费或流量费。请对方说明。
fee-flag-on-undone-sale = 这笔没成、已撤销或已退款，却收了手续费。请对方说明。
fee-flag-no-rate = 记下的合同里没有这类交易的费率，没法比较。
