### What to tell a person whose input breaks a rule (domain, rulebook).

error-money-not-a-number = “{ $value }” is not an amount. Write it like 1280.00.
error-money-too-many-decimals = “{ $value }” has more decimals than { $currency } knows. Check it and enter it again.
error-money-too-large = “{ $value }” is too large to be kept exactly. Check the amount.
error-currency-unknown = There is no currency “{ $value }”. For renminbi write CNY.
error-currency-mixed = { $first } and { $second } cannot be added. Record them separately.
error-moment-unreadable = “{ $value }” is not a time that can be read. Write it like 2026-03-05 14:02.
error-date-unreadable = “{ $value }” is not a date that can be read. Write it like 2026-03-05.
error-zone-unknown = There is no time zone “{ $value }”. For China write Asia/Shanghai.
error-card-not-masked = That looks like a whole card number; it was not kept. Use { $masked }: first six and last four only.
error-card-mask-unreadable = Write the card like 622202******1234: first six and last four only.
error-field-unreadable = “{ $value }” does not have the form of “{ $field }”. Compare it with the slip.
error-key-unreadable = “{ $value }” is not a valid name. Names use lower-case letters, digits and hyphens.
error-id-unreadable = “{ $value }” is not a valid identifier. Copy it from the list.
error-text-empty = “{ $field }” is still empty. Fill it in first.
error-text-too-long = “{ $field }” is longer than { $limit } characters. Shorten it and try again.
error-stage-unknown = There is no stage “{ $value }”.
error-stage-order = A case cannot go from “{ $from }” to “{ $to }” directly. To close it, give an outcome.
error-outcome-unknown = There is no outcome “{ $value }”.
error-case-closed = The case is closed; nothing was changed. Reopen it first.
error-not-in-case = This case does not hold that item ({ $what } { $id }). Refresh the list and try again.
error-event-out-of-place = That step does not fit the case’s history ({ $kind }). Nothing was changed.
error-already-in-case = This case already holds that item ({ $what } { $id }).
error-order-incomplete = The order must name each exhibit once. Nothing was changed.
error-secret-typed = This holds { $what ->
    [pan] a whole card number
    [cvv] a card’s security code
    [pin] a PIN or one-time code
   *[track] track data
    }, which must not be kept, so nothing was saved. You can write instead: “{ $masked }”
error-task-unknown = There is no such task ({ $value }). Refresh the list and try again.
error-playbook-not-kept = There are no own steps for “{ $value }”; the shipped ones are in use.
error-playbook-unknown = There is no problem type “{ $value }”.
error-channel-unknown = There is no channel “{ $value }”.
error-language-unknown = There is no language “{ $value }”. Use zh-CN or en.
error-asset-unreadable = The shipped file { $file } cannot be read: { $reason }
