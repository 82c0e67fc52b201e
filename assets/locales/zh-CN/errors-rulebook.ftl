### 问题手册、问题的回答、应答码出错时怎么说（rulebook）。

error-kind-unknown = 没有“{ $value }”这种证据。
error-code-unknown = 没有应答码“{ $value }”的说明。请照屏幕原文记下，问收单机构。
error-answer-unfit = “{ $question }”不能这样回答：{ $value }。{ $kind ->
    [choice] 请从给出的选项里选一个。
    [yes-no] 请回答是（yes）或否（no）。
    [amount] 请写一个金额，只用数字和小数点，例如 1280.50。
    [date] 请写日期，例如 2026-11-22。
   *[text] 请写几个字。
}

# 自己改过的问题手册
error-playbook-syntax = { $file } 第 { $line } 行第 { $column } 列读不懂：{ $reason }。没有采用，原来的照用。
error-playbook-too-large = { $file } 太大，最多 { $limit } 字节。
error-playbook-format = { $file } 第 { $line } 行：这个版本不认识格式“{ $value }”。
error-playbook-key-unknown = { $file } 第 { $line } 行第 { $column } 列：{ $within } 里没有“{ $key }”这一项。看看是不是写错了。
error-playbook-key-missing = { $file } 第 { $line } 行：{ $within } 缺“{ $key }”这一项。
error-playbook-wrong-form = { $file } 第 { $line } 行第 { $column } 列：“{ $key }”要写成{ $wanted ->
    [number] 整数
    [true-false] true 或 false
    [list] 列表，用方括号
    [table] 一组项目
    [bilingual] 带语言的文字，例如 { "{" } zh-CN = "…", en = "…" { "}" }
    [key] 小写英文字母、数字和连字符
    [date] 日期，例如 "2026-11-22"
   *[text] 带引号的文字
}。
error-playbook-out-of-range = { $file } 第 { $line } 行第 { $column } 列：“{ $key }”只能从 { $least } 到 { $most }。
error-playbook-blank = { $file } 第 { $line } 行第 { $column } 列：“{ $key }”是空的。
error-playbook-untranslated = { $file } 第 { $line } 行第 { $column } 列：“{ $key }”缺 { $language } 的文字。
error-playbook-not-allowed = { $file } 第 { $line } 行第 { $column } 列：不能写“{ $value }”，只能写：{ $allowed }。
error-playbook-too-weak = { $file } 第 { $line } 行第 { $column } 列：把握程度“{ $value }”太弱，不能给人看。
error-playbook-twice = { $file } 第 { $line } 行第 { $column } 列：“{ $id }”写了两次。
error-playbook-not-there = { $file } 第 { $line } 行第 { $column } 列：没有“{ $id }”。
error-playbook-reserved = { $file } 第 { $line } 行第 { $column } 列：“{ $value }”是程序自己用的名字，请换一个。
error-playbook-choices = { $file } 第 { $line } 行第 { $column } 列：问题“{ $value }”的选项不对。选择题至少要两个选项，其他题不能有选项。
error-playbook-condition-unclear = { $file } 第 { $line } 行第 { $column } 列：一个条件里只能写 is、is_not、answered 其中之一。
error-playbook-answer-impossible = { $file } 第 { $line } 行第 { $column } 列：问题“{ $question }”不会有“{ $value }”这个回答。
error-playbook-never-asked = { $file } 第 { $line } 行第 { $column } 列：没有哪一步问到“{ $value }”。
error-playbook-asked-twice = { $file } 第 { $line } 行第 { $column } 列：“{ $value }”在不止一步里问。留一处就好。
error-playbook-unreachable = { $file } 第 { $line } 行第 { $column } 列：“{ $id }”永远轮不到，它的条件互相矛盾。
error-playbook-circle = { $file } 第 { $line } 行第 { $column } 列：“{ $id }”绕了一圈又等自己。
error-playbook-phase-empty = { $file }：{ $phase ->
    [confirm] “确认”
    [gather] “收集”
   *[contact] “联系”
} 阶段没有一步是一定会做的。
error-playbook-blank-unknown = { $file } 第 { $line } 行第 { $column } 列：没有内容可以填进“{ $value }”。
error-playbook-question-differs = { $file } 第 { $line } 行第 { $column } 列：问题“{ $question }”和“{ $other }”里的不一样。同名的问题要有同样的回答方式和选项。
error-playbook-symptom-taken = { $file } 第 { $line } 行第 { $column } 列：“{ $symptom }”在“{ $other }”里已经用了。
error-playbook-name-differs = { $file } 第 { $line } 行：里面写的名字是“{ $value }”，和文件名不一样。
