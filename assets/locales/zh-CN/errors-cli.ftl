### 命令写法不对、结果写不出去时的提示（cli）。

error-output-failed = 结果写不出去：{ $reason }。该做的已经做完，请换个地方输出再看。

cli-usage-unknown-argument = 没有“{ $argument }”这个选项。写法见 { $see }。
cli-usage-unknown-argument-meant = 没有“{ $argument }”这个选项，是不是 { $meant }？写法见 { $see }。
cli-usage-unknown-command = 没有“{ $value }”这条命令。写法见 { $see }。
cli-usage-unknown-command-meant = 没有“{ $value }”这条命令，是不是 { $meant }？写法见 { $see }。
cli-usage-unknown-field = 没有“{ $value }”这一项。可写的项见 { $see }。
cli-usage-missing = 还缺 { $argument }。写法见 { $see }。
cli-usage-missing-command = 后面还要写一条命令。写法见 { $see }。
cli-usage-not-a-pair = “{ $value }”要写成 名称=值。写法见 { $see }。
cli-usage-no-value = { $argument } 后面要写内容。写法见 { $see }。
cli-usage-bad-value = { $argument } 不能是“{ $value }”。写法见 { $see }。
cli-usage-twice = { $argument } 不能这样连用或重复。写法见 { $see }。
cli-usage-not-unicode = 有一处文字不是有效的 UTF-8。文件名可以，其他地方请改用普通文字。写法见 { $see }。
cli-usage-unreadable = 看不懂这条命令。写法见 { $see }。
