### Counting deadlines: units, sources, and what was assumed on the way. Shared by command line and window.

unit-hour = { $n ->
    [one] hour
   *[other] hours
}
unit-calendar-day = { $n ->
    [one] day
   *[other] days
}
unit-working-day = { $n ->
    [one] working day
   *[other] working days
}
unit-month = { $n ->
    [one] month
   *[other] months
}
unit-year = { $n ->
    [one] year
   *[other] years
}

assumption-start-excluded = The day it starts does not count; counting begins on the next day.
assumption-start-of-day = No time of day is on record, so it was counted from midnight: the result can only be too early, never too late.
assumption-short-month = That month has no such day; its last day was taken.
assumption-rolled = The last day, { $from }, is a rest day; it moves to the first working day after the rest.
assumption-year-estimated = The working weekends of { $year } are not on record; only the statutory holidays were counted. The official notice wins.
assumption-year-unknown = No holidays of { $year } are on record; Monday to Friday was counted.
assumption-december-may-change = December { $year } may still be changed by the next year's holiday notice.

deadline-source-rule = { $source }; counted from { $from }

error-calendar-unknown = There is no calendar called “{ $value }”. Use cn (mainland China) or weekdays (Monday to Friday).
error-rule-unknown = There is no deadline rule “{ $value }” that may be used. Unconfirmed rules are not counted with; type the date from the notice instead.
error-unit-unknown = “{ $value }” is not a unit. Use hour, calendar-day, working-day, month or year.
error-date-out-of-range = The date is out of range. Check whether the number has too many digits.
