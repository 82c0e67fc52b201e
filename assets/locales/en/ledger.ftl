### Statements, matching and what was found (ledger).

job-reading-statement = Reading the statement
job-matching = Comparing row by row

advice-choose-spreadsheet = In the back office of the bank, wallet or acquirer, download the transaction detail again as Excel or CSV.
advice-take-original = Use the file just as it was downloaded, not one saved again by a spreadsheet program.
advice-unpack-first = Unpack it with its password first, then drop the file that was inside.
advice-choose-detail = When downloading, choose the transaction detail or reconciliation file, not the summary.
advice-name-profile = Choose a statement layout yourself.
advice-shorter-range = Shorten the range of dates and download several files.
advice-other-day = Download another range of dates.
advice-keep-file-name = Keep the name the file had when downloaded, or say which day it is from.

notice-layout-guessed = The layout was guessed by its column names. Have a look at the first rows.
notice-fee-sign-found = Whether fees are cost was found by adding up: only this way the file comes out right.
notice-fee-sign-undecided = It is not clear whether fees were taken or given back. Fees are not judged for now.
notice-equal-sheets = Sheets with exactly the same content were read once.
notice-cut-off = The end of the file is incomplete; the download may have been cut off.
notice-members-left-out = Parts of the packed file or workbook that are no detail were left out.
notice-balances-unread = Some balances are no numbers; those rows were not checked by balance.
notice-balances-broken = Balances do not follow from row to row: rows are missing, or were changed.
notice-totals-differ = The totals in the file are not the sums of its rows.

total-rows = rows
total-sale-rows = sales
total-refund-rows = refunds
total-income-rows = rows of income
total-outgo-rows = rows of outgo
total-gross = order amount
total-settle-gross = amount to be settled
total-refund = refunds
total-fee = fees
total-income = income
total-outgo = outgo
total-neutral = neither income nor outgo
