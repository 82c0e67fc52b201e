### Letters: fields, signatures, what the check says.

letter-field-case-amount = Amount in question
letter-field-merchant-name = Merchant name
letter-field-merchant-mid = Merchant number
letter-field-merchant-licence = Licence number
letter-field-merchant-contact = Contact
letter-field-merchant-phone = Telephone
letter-field-merchant-email = E-mail
letter-field-merchant-address = Address
letter-field-merchant-acquirer = Acquirer
letter-field-merchant-acquirer-contact = How to reach the acquirer
letter-field-merchant-settlement = Settlement account (bank and last four digits)
letter-field-merchant-legal-person = Legal representative or owner
letter-field-merchant-contract-no = Contract number
letter-field-merchant-contract-signed-on = Day the contract was signed
letter-field-merchant-agent = Terminal supplier
letter-field-merchant-rates = Rate in the contract
letter-field-terminal-tid = Terminal number
letter-field-terminal-model = Model
letter-field-terminal-serial = Serial number
letter-field-terminal-imei = IMEI
letter-field-sale-amount = Amount of the sale
letter-field-sale-at = Time of the sale
letter-field-sale-card = Card (first six and last four)
letter-field-sale-card-type = Kind of card
letter-field-sale-rrn = Retrieval reference
letter-field-sale-trace = Trace number
letter-field-sale-batch = Batch number
letter-field-sale-auth = Authorisation code
letter-field-sale-response-code = Response code
letter-field-sale-terminal = Terminal of the sale
letter-field-sale-order-no = Order number
letter-field-exhibit-caption = Caption of an exhibit
letter-field-exhibit-proves = What an exhibit proves
letter-field-exhibit-pages = Pages of an exhibit
letter-field-exhibit-captured-at = When an exhibit was taken
letter-field-signer-form = Form of the shop (company or individual)
letter-field-recipient-name = Recipient

letter-form-company = company
letter-form-sole-trader = registered individual business
letter-form-individual = individual
letter-card-type-debit = debit card
letter-card-type-credit = credit card
letter-card-type-qr = QR payment
letter-card-type-other = other
letter-rate = { $kind } { $percent }%
letter-rate-capped = { $kind } { $percent }%, at most { $cap } a sale
letter-account = { $bank } ending in { $last4 }
letter-semicolon = {"; "}
letter-stop = .
letter-event-sale = A sale of { $amount } was made on the terminal.
letter-blank-line = ____________________
letter-blank-date = ____________________
letter-blank-box = □
letter-note-seal = Custom, not law: a company seals and its legal representative or authorised person signs; an individual signs with a fingerprint and adds a trade seal if there is one; several pages are sealed across their edges. The date is written by hand.
letter-note-deciding = The proof that decides is not attached yet. At least one of these is needed: { $kinds }.
letter-lint-too-long = { $chars } characters; the limit is { $limit }. Take out { $over }.
letter-lint-exhibit-unknown = { $label } is cited, but is not among the exhibits attached.
letter-lint-exhibit-not-cited = { $label } is attached, but not cited. Say in one sentence what it proves, or leave it out.
letter-lint-unmasked = { $what ->
    [pan] A whole card number
    [cvv] A card’s security code
    [track] Track data
   *[other] A PIN or code
} stands here. Write instead: { $masked }
letter-lint-emotional = “{ $word }” is feeling, not fact. Take it out and say what happened.
letter-lint-law-without-source = “{ $word }” claims the law without saying where it stands. Name document and article, or take it out.
letter-lint-law-not-known = The law “{ $title }” is not among those that were checked. Check title and article before sending.
letter-lint-not-on-record = This still reads “not on record”. Fill it in, or word the sentence otherwise.
error-template-unknown = There is no letter template “{ $value }”.
error-template-unfit = The letter template { $file } does not read in line { $line }: { $reason }. It was not used.
