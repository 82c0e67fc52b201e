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
notice-layout-unconfirmed = The layout of this statement is not confirmed. Compare the first rows and the totals.
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

confidence-certain = certain
confidence-likely = likely
confidence-ask = please check

sum-amount = amount of the sale
sum-amount-here = in the shop’s record
sum-amount-there = in the other record
sum-fee = fee
sum-net = to arrive
sum-expected-fee = fee by the contract
sum-charged-fee = fee taken
sum-difference = difference
sum-each = taken each time
sum-expected = expected
sum-arrived = arrived
sum-refund = refund
sum-fee-to-return = fee to be returned
sum-claimed = total in the file
sum-computed = sum of its rows

need-newer-bill = When this bill was downloaded the refund was still under way, which proves nothing now. Download the newest bill and look again.

finding-debit-not-settled = Debited and not settled
finding-debit-not-settled-why = Order { $order } brought in { $amount }, due about { $due }; the settlement file does not have it.
finding-debit-not-settled-doubt = It may have been settled under another number, or in a file you have not taken in.
finding-debit-not-settled-next = Send these rows to the acquirer and ask where each of them was settled.
finding-timeout-with-debit = The terminal had no answer, the customer paid
finding-timeout-with-debit-why = The terminal got no answer; in the other record { $amount } for order { $order } succeeded, and neither reversal nor refund followed.
finding-timeout-with-debit-doubt = The reversal may come late, or the refund stands in a file you have not taken in.
finding-timeout-with-debit-next = Do not let the customer pay again yet. Ask the acquirer to look the sale up and either reverse it or settle it.
finding-duplicate-charge = Debited twice
finding-duplicate-charge-why = { $same ->
    [order] Order { $order } succeeded { $times } times under different numbers and none was given back: { $amount } too much.
   *[card] One card paid the same amount { $times } times within ten minutes at one terminal: perhaps { $amount } too much.
  }
finding-duplicate-charge-doubt = The customer may really have bought twice, or one order number was used for two sales.
finding-duplicate-charge-next = Compare slips and goods. If it was one sale, refund the other and ask the acquirer for the reason.
finding-missing-in-acquirer = The shop has it, the other side has not
finding-missing-in-acquirer-why = Order { $order } over { $amount } succeeded in the shop’s record; after three days the other file still has nothing.
finding-missing-in-acquirer-doubt = It may have gone through another acquirer, or its number is written otherwise.
finding-missing-in-acquirer-next = Take the slip and ask the acquirer to look this sale up.
finding-missing-in-shop = The other side has it, the shop has not
finding-missing-in-shop-why = The other file has a sale of { $amount } (number { $number }) that the shop’s record does not know.
finding-missing-in-shop-doubt = The till may not have kept it, another terminal was used, or the shop’s record is not complete.
finding-missing-in-shop-next = Look at till and camera first. If the shop did not take it, tell the acquirer at once: somebody may be using the terminal.
finding-amount-mismatch = Two amounts for one sale
finding-amount-mismatch-why = One side has { $left } for this sale, the other { $right }.
finding-amount-mismatch-doubt = Coupons or tips may be counted differently.
finding-amount-mismatch-next = Compare the slip, then ask whoever is wrong to correct it.
finding-fee-over-contract = More fee than the contract gives
finding-fee-over-contract-why = { $series ->
    [no] { $amount } at the contract’s { $rate } is a fee of { $expected }; { $charged } was taken.
   *[yes] On each of { $rows } sales about a cent too much was taken, { $charged } together: hardly a matter of rounding.
  }
finding-fee-over-contract-doubt = The contract may have changed, the card was of another kind, or an extra fee was agreed.
finding-fee-over-contract-next = Ask for the fee of each sale and the clause it rests on; many can be claimed at once.
finding-fixed-deduction = A deduction that is no percentage
finding-fixed-deduction-why = { $named ->
    [no] { $each } was taken besides, { $times } times; it is no percentage, and no clause for it is on record.
   *[yes] “{ $what }”: { $each } each time, { $times } times; it is no percentage, and no clause for it is on record.
  }
finding-fixed-deduction-doubt = It may be a service you once agreed to, in the contract or by message.
finding-fixed-deduction-next = Ask what this fee is, on which clause it rests, and when you were told.
finding-not-arrived = Due and not arrived
finding-not-arrived-why = { $late ->
    [missing] { $sales } sales, { $amount } together, were due on { $due }; three working days later the bank still has nothing.
   *[late] { $sales } sales, { $amount } together, were due on { $due }; that is one working day ago.
  }
finding-not-arrived-doubt = It may have gone to another account, or the payer goes by another name now.
finding-not-arrived-next = Ask the acquirer for time and number of the payment, then have the bank look for it.
finding-arrived-different = Another sum arrived
finding-arrived-different-why = { $which ->
    [short] { $expected } was expected and { $arrived } arrived: { $difference } too little.
   *[over] { $expected } was expected and { $arrived } arrived: { $difference } too much.
  }
finding-arrived-different-doubt = It may hold other days, refunds, or deductions you were told of.
finding-arrived-different-next = Ask what the payment is made up of. Do not spend what came too much.
finding-reversed-but-settled = Undone and settled all the same
finding-reversed-but-settled-why = This sale of { $amount } was voided or refunded on { $day }, yet it was settled and not taken back since.
finding-reversed-but-settled-doubt = It may be taken back later.
finding-reversed-but-settled-next = Tell the acquirer. The money may be taken back: do not count it as income yet.
finding-refund-not-returned = A refund did not get there
finding-refund-not-returned-why = The refund of { $amount } (order { $order }) did not leave, was closed, or went another way.
finding-refund-not-returned-doubt = It may have left from another account, or the bill is not the newest.
finding-refund-not-returned-next = Look up the refund in the back office, start it again if needed, and tell the customer.
finding-refund-fee-kept = Refunded, and the fee was kept
finding-refund-fee-kept-why = With a refund of { $refund } the contract gives back { $fee } of the fee; the bill does not.
finding-refund-fee-kept-doubt = The fee may come back with the next bill.
finding-refund-fee-kept-next = Ask for the fee as the contract has it.
finding-unexplained-debit = A debit without explanation
finding-unexplained-debit-why = { $amount } was taken or held; the bill calls it “{ $what }”.
finding-unexplained-debit-doubt = There may have been a notice, or it follows from a chargeback or an inquiry.
finding-unexplained-debit-next = Ask for reason, basis and the sale it belongs to; if it is a chargeback, mind the date for an answer.
finding-file-incomplete = A statement is not complete
finding-file-incomplete-why = { $reason ->
    [totals] The totals in { $file } are not the sums of its rows.
    [balances] The balances in { $file } do not follow from row to row.
    [cut] The end of { $file } is incomplete; the download may have been cut off.
    [day] Around { $file } every day has sales but one.
   *[rejected] Some lines of { $file } could not be read and were not counted.
  }
finding-file-incomplete-doubt = The shop may have been closed, or the provider counts its totals otherwise.
finding-file-incomplete-next = Download these days again. Until then nothing is called missing in them.
