### What in the shop's particulars does not go together, runs out soon or is missing (rulebook).

mismatch-merchant-number-missing = The merchant number is not on record. It is the first thing they ask for on the phone; the slip has it.
mismatch-acquirer-missing = The acquirer is not on record. The name at the head of the slip and in the contract is the one to turn to.
mismatch-terminal-missing = No terminal is registered. Write down number and serial number of each one now, so that nobody has to look for them later.
mismatch-terminal-number-missing = The terminal “{ $terminal }” has no terminal number. The slip has it: 8 characters.
mismatch-terminal-of-other-merchant = Terminal { $terminal } is bound to the merchant number { $mid }; yours is { $own }. Ask the acquirer how that comes.
mismatch-terminal-of-other-acquirer = Terminal { $terminal } works for “{ $acquirer }”, while the contract is with “{ $own }”. Settle first which of them to call.
mismatch-several-acquirers = The shop's terminals belong to more than one acquirer: { $names }. Look at the head of the slip before you call.
mismatch-terminal-number-twice = The terminal number { $number } is registered more than once. See whether it was copied wrongly.
mismatch-serial-number-twice = The serial number { $number } is registered more than once. See whether it was copied wrongly.
mismatch-licence-expired = The business licence expired on { $date }. Renew it, then tell the acquirer; an expired licence can stop card payments.
mismatch-licence-expires-soon = The business licence expires on { $date }, in { $days } days. Renew it in time and tell the acquirer.
mismatch-rate-not-agreed = The { $kind ->
    [debit] debit card
    [credit] credit card
    [qr] QR
   *[other] { $kind }
} rate of { $percent }% is recorded as not agreed to. Ask the acquirer for proof of your consent.
mismatch-rate-notice-short = The { $kind ->
    [debit] debit card
    [credit] credit card
    [qr] QR
   *[other] { $kind }
} rate of { $percent }% applies from { $from }, and you were told on { $noticed }: only { $days } days before. Under article 62 of the Implementing Rules for the Regulation on Non-bank Payment Institutions, a payment institution announces a change of fees at least 30 calendar days ahead and confirms that the user knows and accepts it.
mismatch-terminal-not-on-register = The sale was made on terminal { $terminal }, which is not registered. Check the number, or register the terminal.
mismatch-case-of-other-acquirer = The case names the acquirer “{ $named }”, the shop's particulars “{ $own }”. Look at the head of the slip to be sure whom to turn to.
