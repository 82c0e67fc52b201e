### The words in the packet (PDF), and the progress of building it. Used by packet.

# Progress
job-packet-look = Looking at the exhibits
job-packet-pages = Laying out pages
job-packet-write = Writing the file

# The document
packet-title = Case { $number }: { $title }
packet-subject = Case { $number }, { $playbook }
packet-creator = Recourse 申诉台 { $version }
packet-footer = Case { $number } – { $merchant }
packet-separator = {"; "}
packet-bookmark = { $title } – p. { $page }

# Sections
packet-section-cover = Cover
packet-section-summary = Summary
packet-section-transactions = Transactions
packet-section-claim = What is asked for
packet-section-timeline = Timeline
packet-section-index = Index of exhibits
packet-section-exhibits = Exhibits
packet-section-verification = How to verify

# Cover
packet-kicker = Dispute file
packet-number = Case number
packet-merchant = Merchant
packet-mid = Merchant number { $mid }
packet-counterparty = Counterparty
packet-amount = Amount in dispute
packet-channel = Channel
packet-as-of = As of
packet-extent = Contents
packet-extent-value = { $exhibits ->
    [one] { $exhibits } exhibit, { $pages } pages in all
   *[other] { $exhibits } exhibits, { $pages } pages in all
}
packet-contents = Contents
packet-cover-note = Each exhibit carries the SHA-256 of its original file, which can be verified without this program: see page { $pages }.

# Summary
packet-heading-case = Case
packet-heading-happened = What happened
packet-heading-answers = Questions and answers
packet-heading-merchant = Merchant
packet-heading-parties = Counterparties
packet-heading-deadlines = Deadlines
packet-case-title = Subject
packet-playbook = Kind of problem
packet-stage = Present stage
packet-opened = Opened
packet-outcome = Outcome
packet-recovered = Recovered
packet-merchant-name = Name
packet-merchant-mid = Merchant number
packet-merchant-licence = Registration number
packet-merchant-acquirer = Acquirer
packet-merchant-contact = Contact
packet-merchant-phone = Telephone
packet-merchant-email = E-mail
packet-merchant-address = Address
packet-merchant-settlement = Settlement account ends
packet-merchant-terminals = Terminals
packet-merchant-rates = Contract rates
packet-rate = { $kind } { $percent }%
packet-rate-capped = { $kind } { $percent }%, capped at { $cap }
packet-deadline-met = met
packet-deadline-open = open
packet-deadline-note = Source: { $source }; { $state }

# Transactions
packet-no-transaction = No transaction on record.
packet-transaction = Transaction { $number } – { $amount }
packet-transaction-at = Time
packet-transaction-rrn = Reference (RRN)
packet-transaction-response-code = Response code
packet-transaction-card = Card (masked)
packet-transaction-card-type = Card type
packet-transaction-trace = Trace number
packet-transaction-batch = Batch
packet-transaction-auth = Authorisation
packet-transaction-terminal = Terminal
packet-transaction-order = Order number
packet-transaction-note = Note
packet-transactions-number = No.
packet-transactions-time = Time
packet-transactions-amount = Amount
packet-transactions-payer = Card / order
packet-transactions-references = RRN / trace
packet-transactions-batch = Batch / auth.
packet-transactions-terminal = Terminal / code

# What is asked for
packet-claim-ground = Ground: { $source }

# Timeline
packet-timeline-note = Taken from the journal of this case, whose entries are chained and never changed. Times are { $offset } ({ $zone }); below each stand the first 16 digits of the entry’s hash.
packet-timeline-seq = No.
packet-timeline-time = Time
packet-timeline-who = By
packet-timeline-what = What

# Index and exhibit pages
packet-no-evidence = No exhibits are enclosed.
packet-submitter = Submitted by
packet-index-label = No.
packet-index-name = Exhibit
packet-index-source = Source
packet-index-purpose = What it shows
packet-index-form = Form
packet-index-pages = Pages
packet-index-captured = Taken { $at }
packet-index-added = Added { $at }
packet-index-group = Group { $number }: { $name }
packet-index-total = { $groups } groups, { $exhibits } exhibits, { $pages } pages of exhibits.
packet-group-subject = The shop and its terminals
packet-group-transaction = The sale
packet-group-settlement = Debit and settlement
packet-group-communication = What was said and written
packet-group-loss = Loss
packet-group-other = Other
packet-form-image = image
packet-form-pdf = PDF
packet-form-audio = sound
packet-form-video = film
packet-form-file = file
packet-signature-submitter = Submitted by (signature or seal)
packet-signature-submitter-date = Date
packet-signature-receiver = Received by (copies, pages)
packet-signature-receiver-date = Date of receipt
packet-exhibit-part = Page { $page } of { $total }
packet-exhibit-source = source: { $source }
packet-exhibit-file = file: { $file }
packet-exhibit-captured = Taken { $at }
packet-exhibit-added = Added { $at }
packet-hash = SHA-256 { $sha256 }
packet-notice-pdf-locked = This PDF opens only with a password, so its content is not printed here. The merchant keeps the original file, which can be verified by the hash below.
packet-notice-exhibit-missing = The original file of this exhibit was not found, so its content is not printed here.
packet-notice-exhibit-altered = The original file of this exhibit differs from what was taken in, so its content is not printed here.
packet-notice-other = This file cannot be shown, so its content is not printed here. The merchant keeps the original file, which can be verified by the hash below.

# Verification
packet-verify-intro = The table gives the SHA-256 of each exhibit’s original file. If a single byte of a file changes, its SHA-256 becomes a different one altogether. Ask the merchant for the original file, compute its SHA-256 with the command below, and compare: if it agrees with the table, the file has not changed since it was taken into this case. The image data of photos are included as they are, without being compressed again; location, camera serial number and other added data are left out and remain in the original files only.
packet-verify-label = No.
packet-verify-file = Original file name and SHA-256
packet-verify-bytes = Bytes
packet-heading-how = Commands
packet-verify-windows = Windows
packet-verify-windows-command = certutil -hashfile FILE SHA256
packet-verify-mac = macOS
packet-verify-mac-command = shasum -a 256 FILE
packet-verify-linux = Linux
packet-verify-linux-command = sha256sum FILE
packet-heading-journal = Journal
packet-journal-intro = Every act in this case is entered in a journal that only grows. The hash of each entry includes the hash of the entry before it, so the hash of the last one stands for all of them.
packet-journal-seq = Up to entry
packet-journal-hash = Hash of that entry
packet-heading-exceptions = Exceptions
packet-exception-exhibit-not-drawn = { $label } cannot be shown; only its file name and hash are given.
packet-exception-exhibit-repaired = The file of { $label } is damaged; what could be recovered is printed.
packet-exception-exhibit-as-picture = { $label } is printed as pictures; the text in it cannot be searched.
packet-exception-exhibit-re-encoded = The image of { $label } is included losslessly from its pixels, not as its original compressed data.
packet-exception-glyph-missing = { $count ->
    [one] One character cannot be printed and is shown as 〓: { $characters }. Copied text holds the original character.
   *[other] { $count } characters cannot be printed and are shown as 〓: { $characters }. Copied text holds the original characters.
}
