### 输入不合规则时的提示（domain、rulebook）。

error-money-not-a-number = “{ $value }”不是金额。请写成 1280.00 这样。
error-money-too-many-decimals = “{ $value }”的小数太多，{ $currency } 没有这么小的单位。请核对后再填。
error-money-too-large = “{ $value }”太大，记不准。请核对金额。
error-currency-unknown = 没有“{ $value }”这种货币。人民币请写 CNY。
error-currency-mixed = { $first } 和 { $second } 不能相加。请分开记录。
error-moment-unreadable = 看不懂时间“{ $value }”。请写成 2026-03-05 14:02。
error-date-unreadable = 看不懂日期“{ $value }”。请写成 2026-03-05。
error-zone-unknown = 没有“{ $value }”这个时区。中国请写 Asia/Shanghai。
error-card-not-masked = 这像是完整卡号，没有保存。请改用 { $masked }，只留前六后四。
error-card-mask-unreadable = 卡号请写成 622202******1234，只留前六后四。
error-field-unreadable = “{ $value }”不符合“{ $field }”的写法。请照签购单核对。
error-key-unreadable = “{ $value }”不是有效的名称。名称只用小写英文、数字和连字符。
error-id-unreadable = “{ $value }”不是有效的编号。请从列表里复制。
error-text-empty = “{ $field }”还空着。请先填写。
error-text-too-long = “{ $field }”超过 { $limit } 个字。请缩短后再试。
error-stage-unknown = 没有“{ $value }”这个阶段。
error-stage-order = 不能直接从“{ $from }”到“{ $to }”。结案请写明结果。
error-outcome-unknown = 没有“{ $value }”这种结果。
error-case-closed = 案件已结案，内容没有改动。要修改请先重新打开。
error-not-in-case = 这个案件里没有该项（{ $what } { $id }）。请刷新列表后再试。
error-event-out-of-place = 这一步放不进案件历史（{ $kind }）。案件没有改动。
error-already-in-case = 这个案件里已经有该项（{ $what } { $id }）。
error-order-incomplete = 排序时每份证据要出现一次。顺序没有改动。
error-secret-typed = 里面有{ $what ->
    [pan] 完整卡号
    [cvv] 卡片安全码
    [pin] 密码或验证码
   *[track] 磁道信息
    }，这些不能留，没有保存。可以改成：“{ $masked }”
error-task-unknown = 没有这个事项（{ $value }）。请刷新列表后再试。
error-playbook-not-kept = “{ $value }”没有自己的一份，现在用的就是随程序提供的。
error-playbook-unknown = 没有“{ $value }”这种问题类型。
error-channel-unknown = 没有“{ $value }”这个渠道。
error-language-unknown = 没有“{ $value }”这种语言。可用 zh-CN 或 en。
error-asset-unreadable = 随程序的资料文件 { $file } 读不出来：{ $reason }
