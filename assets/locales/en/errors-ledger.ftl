### What to tell a person about fees (ledger).

error-rate-unreadable = “{ $value }” is not a rate. Write it like 0.6 or 0.6%.
error-amount-not-positive = The amount must be more than zero to have a fee.
error-rate-not-on-record = The shop’s particulars name no contract rate for this kind of card. Give the rate, or record the contract in the settings first.

fee-flag-as-agreed = Exactly the contract’s fee.
fee-flag-rounding-only = One cent apart, most likely another way of rounding.
fee-flag-above-contract = More than the contract’s rate gives. Ask for the fee of each sale and the clause it rests on.
fee-flag-below-contract = Less than the contract’s rate gives: a concession, or another rate.
fee-flag-fixed-sum = What was taken beyond the fee is a round sum and no percentage: perhaps a deposit, activation or data fee. Ask what it is.
