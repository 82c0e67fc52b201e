### 期限计算：单位、依据、推算时作了哪些假定。命令行和窗口共用。

unit-hour = { $n ->
   *[other] 小时
}
unit-calendar-day = { $n ->
   *[other] 天
}
unit-working-day = { $n ->
   *[other] 个工作日
}
unit-month = { $n ->
   *[other] 个月
}
unit-year = { $n ->
   *[other] 年
}

assumption-start-excluded = 开始的当天不算，从次日起算。
assumption-start-of-day = 没有记下几点，按当天零点起算，这样只会早、不会晚。
assumption-short-month = 那个月没有对应的日子，取当月最后一天。
assumption-rolled = 最后一天 { $from } 是休息日，顺延到休息日结束后的第一个工作日。
assumption-year-estimated = { $year } 年放假调休安排还没有录入，只按法定节日推算；以正式通知为准。
assumption-year-unknown = { $year } 年没有任何放假资料，只按周一到周五推算。
assumption-december-may-change = { $year } 年 12 月的安排，可能被下一年的放假通知改动。

deadline-source-rule = { $source }；自 { $from } 起算

error-calendar-unknown = 没有名为“{ $value }”的工作日历。可以用 cn（中国大陆）或 weekdays（周一至周五）。
error-rule-unknown = 没有可用的期限规则“{ $value }”。未核实的规则不提供计算；请按通知上的日期手工填写。
error-unit-unknown = 不认识单位“{ $value }”。可以用 hour、calendar-day、working-day、month、year。
error-date-out-of-range = 算出的日期超出了可表示的范围。请检查数字是不是多打了几位。
