### The directory, and what to say about numbers and domains that need care.

directory-kind-bank = Bank
directory-kind-acquirer = Acquirers and payment services
directory-kind-network = Card network
directory-kind-wallet = Wallet
directory-kind-regulator = Financial regulator
directory-kind-market = Market regulator
directory-kind-police = Police
directory-kind-court = Court
directory-kind-association = Industry association
directory-kind-hotline = Public service line

directory-standing-own = Your own entry
directory-standing-confirmed = Confirmed
directory-standing-not-verified = Not verified

directory-own-slip = As printed on the slip
directory-own-contract = As written in the contract
directory-own-app = As in the official app or site
directory-own-other = Seen elsewhere

directory-rule = Go by the number on the slip, in the contract and in the official app. Do not call numbers from search adverts or stickers.

# Warnings: what was compared, and no verdict
scam-unreadable = “{ $given }” reads neither as a telephone number nor as a domain. Type it again as it stands.
scam-number-of-other = { $given } belongs to { $owner } ({ $known }), not to { $claimed }. Do nothing it asks for yet; call back on the number of the slip or contract.
scam-number-not-verified = { $given } agrees with the directory’s number for { $owner }, but that row has not been verified. Compare it with the slip or contract before you call.
scam-number-mobile = { $given } is a mobile number. Institutions seldom use one as a service line; it may be a salesperson’s own. Give no PIN or code, and compare with the slip or contract.
scam-number-400-unknown = The directory does not hold { $given }. Anybody can rent a 400 or 800 number: it may be honest, and it does not prove that it is { $claimed }. Compare it with the slip or contract.
scam-number-foreign = { $given } is a number from abroad, or is shown as one. { $claimed } does not usually call that way within the country. Hang up and call back on the number of the slip or contract.
scam-number-unknown = The directory does not hold { $given }, so it cannot be confirmed as { $claimed }’s. Compare it with the slip or contract.
scam-number-look-alike = { $given } is very like { $known } of { $owner }, but not the same. Look at the digits again.
scam-domain-of-other = { $given } belongs to { $owner } ({ $known }), not to { $claimed }. Do not sign in yet; go there through the official app.
scam-domain-not-verified = { $given } agrees with the directory’s domain for { $owner } ({ $known }), but that row has not been verified. Compare it with the contract or the official app before you sign in.
scam-domain-look-alike = { $given } looks like { $known } of { $owner }, but is another domain. Do not sign in there, and type no card number, PIN or code.
scam-domain-mixed-letters = { $given } holds characters of other scripts that look like Latin letters. This is often done to pass for another domain.
scam-domain-unknown = The directory does not hold { $given }, so it cannot be confirmed as { $claimed }’s. Compare it with the contract or the official app.
scam-institution-unknown = The directory does not hold “{ $claimed }”, so there is nothing to compare with. See which acquirer the slip names and go by that; you can keep a checked number in your own directory.

error-directory-entry-unknown = The directory holds no “{ $value }”.
