### 生成证据包时的提示（packet）：出错，以及检查结果。

error-exhibit-missing = 找不到证据 { $label } 的原始文件，没有生成证据包。请用备份恢复，或先从案件移出这份证据。
error-exhibit-altered = 证据 { $label } 的原始文件与收入时不同，没有生成证据包。请用备份恢复，或重新添加原文件。
error-exhibit-unreadable = 证据 { $label } 读不出来（{ $reason }），没有生成证据包。请检查磁盘后再试。
error-packet-folder-missing = 没有文件夹 { $folder }。请先建好文件夹，或换个位置保存。
error-packet-not-writable = 不能写入 { $file }（{ $reason }）。案件没有改动；请换个位置保存。
error-packet-disk-full = 磁盘已满，{ $file } 没有生成。案件没有改动；请腾出空间后再试。
error-packet-write-failed = 写入 { $file } 失败（{ $reason }）。案件没有改动；请换个位置再试。
error-packet-too-large = 证据包会超过 10 GB，没有生成。请减少证据，分几份提交。
error-packet-font-unreadable = 程序自带的字体读不出来。案件没有改动；请重新安装程序。
error-packet-pages-broken = 页面没有排成（{ $reason }）。案件没有改动；请把这句话告诉我们。

finding-too-many-bytes = 证据包有 { $bytes }，这个渠道最多收 { $limit }。请减少证据，或另发一份。
finding-too-many-pages = 证据包有 { $pages } 页，这个渠道最多收 { $limit } 页。请减少证据。
finding-exhibit-missing = 找不到 { $label } 的原始文件。请用备份恢复，或移出这份证据。
finding-exhibit-altered = { $label } 的原始文件与收入时不同。请用备份恢复，或重新添加。
finding-exhibit-unreadable = { $label } 读不出来（{ $reason }）。请检查磁盘。
finding-exhibit-not-drawn = { $label } 无法印出，证据包里只有文件名和校验值。可以另存一份没有密码的 PDF 或截图再添加。
finding-exhibit-repaired = { $label } 的 PDF 有损坏，只印出能恢复的部分。请翻看那几页是否完整。
finding-exhibit-as-picture = { $label } 会以图像印出，文字不能搜索。
finding-exhibit-re-encoded = { $label } 的照片格式少见，会按像素无损收入，文件会大一些。
finding-glyph-missing = 有 { $count } 个字印不出来，以 〓 代替：{ $characters }。可在说明里注明读音或部首。
finding-no-transaction = 还没有记录交易。对方查账要金额、时间和参考号。
finding-no-evidence = 还没有证据。至少附一份签购单、截图或照片。
finding-no-counterparty = 还没写对方是谁。
finding-no-merchant-name = 店铺资料里没有名称。请在设置里填写。
finding-no-merchant-number = 店铺资料里没有商户号，签购单上有。
finding-no-caption = { $label } 还没写它证明什么。
