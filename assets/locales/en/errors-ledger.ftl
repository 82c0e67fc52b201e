### What to tell a person about fees (ledger).

error-rate-unreadable = “{ $value }” is not a rate. Write it like 0.6 or 0.6%.
error-amount-not-positive = The amount must be more than zero to have a fee.
error-rate-not-on-record = The shop’s particulars name no contract rate for this kind of card. Give the rate, or record the contract in the settings first.

fee-flag-as-agreed = Exactly the contract’s fee.
fee-flag-rounding-only = One cent apart, most likely another way of rounding.
fee-flag-above-contract = More than the contract’s rate gives. Ask for the fee of each sale and the clause it rests on.
fee-flag-below-contract = Less than the contract’s rate gives: a concession, or another rate.
fee-flag-fixed-sum = What was taken beyond the fee is a round sum and no percentage: perhaps a deposit, activation or data fee. Ask what it is.

error-profile-unreadable = { $file }, line { $line }, is not written right: { $reason }
error-profile-unknown = No statement layout is called “{ $profile }”. Use a name from the list of layouts.
error-statement-unreadable = The file cannot be read ({ $reason }). See whether it is still there and opens, then try again.
error-statement-empty = The file is empty. Nothing was taken in.
error-statement-too-large = The file has { $megabytes } MB, more than the { $limit } MB that are read. Nothing was taken in.
error-statement-too-many-rows = More than { $limit } rows. Nothing was taken in.
error-statement-inflates = The packed file unpacks to more than is normal. For safety it was not unpacked.
error-statement-is-picture = This is a picture, not a statement file: nothing can be added up. It can go into a case as evidence.
error-statement-is-pdf = This is a PDF or electronic slip, from which no table can be read. It can go into a case as evidence.
error-statement-is-web-page = This is a web page with another name, not a spreadsheet. Nothing was taken in.
error-statement-no-bill = The provider answered that there is no bill for this day.
error-statement-is-lock-file = This is what a spreadsheet program leaves beside an open file, not a statement.
error-statement-password = The file has a password. Nothing was taken in.
error-statement-not-text = This is neither text nor a spreadsheet. Nothing was taken in.
error-statement-encoding-mixed = From line { $line } on the text is in another encoding; the file may have been changed. Nothing was taken in.
error-statement-broken = The file is broken and does not open ({ $reason }). Download it again.
error-statement-nothing-inside = No statement was found inside.
error-statement-layout-unknown = No layout knows these columns: { $header }
error-statement-layout-ambiguous = Two layouts look alike: { $first } and { $second }. Choose one.
error-statement-profile-misfit = It cannot be read as “{ $profile }”; missing columns: { $missing }
error-statement-damaged = { $value } under “{ $column }” in line { $line } was spoilt by a spreadsheet program; its digits are lost, so nothing of the file was taken in.
error-statement-day-needed = Files of this kind write no year, and the name has no date: the year is not known.

error-row-field-count = Another number of columns than the header.
error-row-date-unreadable = The date cannot be read.
error-row-amount-unreadable = The amount cannot be read.
error-row-amount-missing = There is no amount.
error-row-kind-unknown = The kind or state of this row is not known.
error-row-too-long = The line is too long.
error-row-formula = The cell holds a formula, not a figure from the provider.
error-row-number-too-long = The number is too long.
error-row-columns-shifted = The columns do not stand where the layout puts them.

fee-flag-not-in-contract = A deduction is not named in the contract. Ask for the clause it rests on, or for the money back.
fee-flag-short-notice = The rate was changed with less than thirty days’ notice. Ask how it was announced and when you agreed.
fee-flag-fixed-on-first-sale = A fixed sum was taken from the first sale of a new terminal: perhaps a deposit, activation or data fee. Ask what it is.
fee-flag-on-undone-sale = A fee was taken although the sale failed, was reversed or was refunded. Ask why.
fee-flag-no-rate = The contract on record names no rate for such a sale, so there is nothing to compare with.
