### Help, headings and answers of the command line `recourse`.

cli-about = Recourse: gets a shop's money back after a card or QR payment went wrong. Data stays on this machine.
cli-about-demo = Make samples: a fresh data folder, one case per kind of problem, one packet each
cli-about-case = Cases: open, look, move on, close
cli-about-case-new = Open a case
cli-about-case-list = List cases, latest change first
cli-about-case-show = Show a case
cli-about-case-set = Change title, kind of problem or details
cli-about-case-answer = Answer questions
cli-about-case-next = What to do now, and why
cli-about-case-do = Mark a step as done
cli-about-case-skip = Skip a step and say why
cli-about-case-advance = Move to a stage
cli-about-case-close = Close a case with its outcome
cli-about-case-reopen = Open a closed case again
cli-about-case-triage = What happened: find the playbook from screen text, response code and symptoms
cli-about-case-guide = The whole flow, step by step: questions, proof, and what never to do
cli-about-case-sheet = Everything to have at hand for a call, on one page; can be saved as PDF
cli-about-case-script = What to say to the customer and what never to ask; can be saved as PDF
cli-about-case-note = Write a remark into the history
cli-about-case-history = Show the history of a case, every step of it
cli-about-case-search = Find cases by any text
cli-about-case-samples = Put the sample cases into an empty data folder
cli-about-transaction = Transactions of a case
cli-about-transaction-add = Record a transaction; of a card number only first six and last four digits
cli-about-transaction-set = Correct a transaction; what is not given stays
cli-about-transaction-list = List transactions
cli-about-transaction-remove = Take a transaction out
cli-about-party = Counterparties of a case: acquirer, bank, agent and others
cli-about-party-add = Name a counterparty
cli-about-party-set = Correct a counterparty; what is not given stays
cli-about-party-list = List counterparties
cli-about-party-remove = Take a counterparty out
cli-about-evidence = Evidence of a case: photos, screenshots, PDFs
cli-about-evidence-add = Take evidence in; originals are kept as they are and checked by content
cli-about-evidence-list = List exhibits in packet order
cli-about-evidence-show = Show an exhibit
cli-about-evidence-export = Write a checked copy of an original; an existing file is never overwritten
cli-about-evidence-describe = Say what an exhibit proves
cli-about-evidence-order = Put exhibits in another order; those not named follow
cli-about-evidence-verify = Compare every original with its hash: is one missing or altered
cli-about-evidence-remove = Take an exhibit out of the case; original and history stay
cli-about-packet = Packets: one PDF with contents and page numbers
cli-about-packet-check = See what a packet would be like, without writing it
cli-about-packet-build = Build a packet
cli-about-packet-list = List packets that were built
cli-about-packet-export = Write a copy of a packet that was built
cli-about-contact = Whom to call: numbers and domains, and what to think of one that somebody gave
cli-about-contact-directory = Look up banks, acquirers, regulators and courts; every number has its source
cli-about-contact-check = Hold a number or domain that somebody gave against the directory
cli-about-deadline = Deadlines
cli-about-deadline-add = Write down a deadline and where it comes from
cli-about-deadline-compute = Count a deadline from its start, by a number or by a rule; nothing is written down
cli-about-deadline-rules = List the rules that may be counted with, and their sources
cli-about-deadline-list = List open deadlines of all cases, most urgent first
cli-about-deadline-done = Mark a deadline as met
cli-about-deadline-remove = Take back a deadline set in error
cli-about-fee = Fees
cli-about-fee-check = Compare a fee with the contract: what it should be, and the difference
cli-about-code = Response codes
cli-about-code-list = List the codes and what to do
cli-about-code-show = What a code means and what to do
cli-about-playbook = Playbooks: steps, questions and proof for each problem
cli-about-playbook-list = List the playbooks
cli-about-playbook-show = Show the steps and proof of one
cli-about-playbook-check = Check a file of your own and name the lines that are wrong
cli-about-playbook-keep = Use a file of your own; the shipped one is kept
cli-about-playbook-reset = Go back to the shipped one
cli-about-playbook-export = Write one as a file, to start from
cli-about-task = Prevention plan: inspections, updates, training, drills
cli-about-task-list = List what is planned
cli-about-task-propose = What a closed case suggests
cli-about-task-plan = Plan everything that it suggests
cli-about-task-add = Plan one thing
cli-about-task-done = Mark as done; what repeats gets its next date
cli-about-task-drop = Take one off the plan
cli-about-merchant = The shop's particulars: set once, used by every case
cli-about-merchant-show = Show the shop's particulars
cli-about-merchant-set = Set the shop's particulars; what is not given stays
cli-about-merchant-findings = What does not fit together in the shop's particulars
cli-about-merchant-plan = Contingency plan: who does what when the terminal fails; can be saved as PDF
cli-about-channel = Where packets go, and the limits there
cli-about-channel-list = List channels
cli-about-channel-show = Show a channel's limits and their source
cli-about-preference = Language and appearance of the window
cli-about-preference-show = Show language, appearance and data folder
cli-about-preference-set = Set language=zh-CN, en or system; theme=light, dark or system
cli-about-doctor = Check everything: database, history, every original, and say how to mend it
cli-about-completions = Write the completion script of a shell
cli-about-help = Show help

cli-heading-usage = Usage:{" "}
cli-heading-commands = Commands
cli-heading-arguments = Arguments
cli-heading-options = Options
cli-heading-common = Common options
cli-usage-options = [options]
cli-default = {" "}(default { $value })

cli-arg-data = Data folder; also by the environment variable RECOURSE_DATA; otherwise the system's local data folder
cli-arg-lang = Language: zh-CN or en; otherwise the system's
cli-arg-json = Print one JSON document only; refusals go to standard error as JSON
cli-arg-now = Fix the present, so that results can be repeated, e.g. 2026-03-05T14:02:11+08:00
cli-arg-quiet = Show no progress
cli-arg-help = Show help
cli-arg-version = Show the version
cli-arg-demo-out = Folder to write to; the data lies in its folder data, the packets beside that
cli-arg-shell = bash, zsh, fish, elvish or powershell
cli-arg-command = Which command, e.g. case new
cli-arg-case = Case number, e.g. 2026-0007, or case ID
cli-arg-case-or-all = Only this case; without it, everything
cli-arg-answers = question=answer, any number of them; an empty answer takes one back
cli-arg-step = Name of the step, see case next
cli-arg-note = Remark
cli-arg-why = Reason; the history keeps it
cli-arg-stage = Stage
cli-arg-outcome = Outcome
cli-arg-recovered = Amount that came back, e.g. 1280.00
cli-arg-recovered-currency = Currency of that amount; otherwise that of the transactions
cli-arg-remark = What the remark says
cli-arg-playbook = Kind of problem
cli-arg-set = title=…; any other name is a detail, e.g. screen-text=…; may be repeated
cli-arg-changes = title=, playbook= or a detail=; an empty value clears it
cli-arg-stages = Only this stage; may be repeated
cli-arg-query = Only cases with this text
cli-arg-limit = Most rows
cli-arg-cursor = Where to go on, as the page before says
cli-arg-search-text = Text to find: title, number, counterparty, reference number and others
cli-arg-amount = Amount, e.g. 1280.00
cli-arg-transaction = Transaction ID, see transaction list
cli-arg-currency = Currency code; CNY when not given
cli-arg-at = When it was made: 2026-03-05 14:02 or 2026-03-05T14:02:11+08:00
cli-arg-card = Card, first six and last four only: 622202******1234
cli-arg-card-type = Kind of card
cli-arg-rrn = Retrieval reference number (12 characters)
cli-arg-trace = System trace number (6 digits)
cli-arg-batch = Batch number (6 digits)
cli-arg-auth = Authorisation code (6 characters)
cli-arg-response-code = Response code on screen or slip, e.g. 68
cli-arg-terminal = Terminal number (8 characters)
cli-arg-order-no = Order number of a QR payment
cli-arg-evidence = Exhibit ID, see evidence list
cli-arg-target = File to write
cli-arg-caption = What it proves
cli-arg-kind = Kind of proof
cli-arg-source = Who supplied it; the shop itself when not given
cli-arg-order = Exhibit IDs, or labels such as E1 and E2, in the order wanted
cli-arg-files = JPEG, PNG, WebP or PDF, any number of them
cli-arg-role = What the counterparty is
cli-arg-name = Name as on slip or contract
cli-arg-contact = Telephone, e-mail or address
cli-arg-party = Counterparty ID, see party list
cli-arg-channel = Where it goes
cli-arg-channel-id = Name of the channel
cli-arg-packet-out = PDF file to write; one that is there already is replaced
cli-arg-packet = Packet ID, see packet list
cli-arg-within = Only those due within so many days
cli-arg-deadline = Deadline ID, see deadline list
cli-arg-proof = ID of the exhibit that proves it
cli-arg-due = Last day, e.g. 2026-12-01
cli-arg-time = Cut-off on that day, e.g. 17:00; otherwise the end of the day
cli-arg-deadline-title = What must be done; the source when not given
cli-arg-due-source = Where the date comes from: which notice, call or contract
cli-arg-rule = Name of a rule, see deadline rules
cli-arg-from = Day or instant it began, such as 2026-03-05 or 2026-03-05T14:00:00+08:00
cli-arg-days = How many units
cli-arg-unit = hour, calendar-day, working-day, month or year
cli-arg-calendar = Working days: cn or weekdays; cn or the rule's own unless given
cli-arg-cutoff = When business closes on the last day, such as 17:00; 24:00 unless given
cli-arg-contract-rate = Contract rate in percent, such as 0.6; the shop's own unless given
cli-arg-cap = Cap per sale, such as 25; none, or the shop's own, unless given
cli-arg-charged = Fee that was taken
cli-arg-about = fee (taken from the shop), principal (what the customer paid) or service (the terminal does not work)
cli-arg-symptoms = What was seen; may be given several times
cli-arg-screen = Text on the screen
cli-arg-call-role = Whom to call
cli-arg-sheet-out = PDF to write; shown only unless given
cli-arg-code = Response code, such as 68
cli-arg-playbook-id = Playbook
cli-arg-playbook-file = Playbook file (TOML)
cli-arg-task = Task ID, see task list
cli-arg-done-on = Day it was done; today unless given
cli-arg-task-title = What is to be done
cli-arg-task-due = When
cli-arg-task-kind = Kind: inspection, update, training, backup-pos, drill, self-check, records, contract, security, contact
cli-arg-who = Who does it: owner, cashier, finance, device
cli-arg-every-months = Again after so many months; 0 means once
cli-arg-directory-query = Name, number or domain; everybody unless given
cli-arg-claimed = Whom they say they are
cli-arg-given = Number or domain
cli-arg-merchant-fields = name, mid, licence, contact, phone, email, address, acquirer, settlement-last4; terminal=number,model,serial,label; rate=debit,0.5,20 (kind of card, percent, cap); terminal-imei=number,value (also terminal-firmware, -network, -mid, -acquirer, -channels, -installed-on); rate-from=kind,date (also rate-noticed-on, rate-agreed); legal-person, licence-expires, joined-on, settlement-bank, agent, agent-contact, acquirer-contact, contract-no, contract-signed-on; fee=item,amount; person=name,role,telephone,duties; fallbacks=other ways to be paid; remove-terminal=number; remove-rate=kind of card; remove-fee=item; remove-person=name
cli-arg-preferences = language=… or theme=…

cli-value-dir = folder
cli-value-lang = language
cli-value-instant = time
cli-value-case = case
cli-value-pair = name=value
cli-value-step = step
cli-value-text = text
cli-value-stage = stage
cli-value-outcome = outcome
cli-value-amount = amount
cli-value-currency = currency
cli-value-playbook = problem
cli-value-number = number
cli-value-cursor = place
cli-value-card = card
cli-value-card-type = kind
cli-value-code = code
cli-value-id = id
cli-value-file = file
cli-value-kind = kind
cli-value-source = source
cli-value-role = role
cli-value-channel = channel
cli-value-days = days
cli-value-date = date
cli-value-rule = rule
cli-value-about = about
cli-value-symptom = symptom
cli-value-task-kind = kind
cli-value-who = who
cli-value-rate = rate
cli-value-unit = unit
cli-value-calendar = calendar
cli-value-time = time of day
cli-value-shell = shell
cli-value-command = command

cli-choices-playbook = Kinds of problem:
cli-choices-kind = Kinds of proof:
cli-choices-channel = Channels:
cli-choices-stage = Stages:
cli-choices-outcome = Outcomes:
cli-choices-role = Roles:
cli-choices-source = Sources:
cli-choices-card-type = Kinds of card:

cli-head-number = Number
cli-head-title = Title
cli-head-playbook = Problem
cli-head-stage = Stage
cli-head-due = Due
cli-head-due-at = Last instant
cli-head-own-target = Own target
cli-head-extended-due = At most until
cli-head-trigger = Starts with
cli-head-restart = Starts anew with
cli-head-rule = Rule
cli-head-span = How long
cli-head-expected-fee = By the contract
cli-head-charged-fee = Taken
cli-head-difference = Difference
cli-head-code = Code
cli-head-on-screen = On screen
cli-head-meaning = Meaning
cli-head-advice = What to do
cli-head-never = Take care
cli-head-whose = From
cli-head-who = Who
cli-head-every-months = Every (months)
cli-head-last-done = Last done
cli-head-amount = Amount
cli-head-counterparty = Counterparty
cli-head-outcome = Outcome
cli-head-recovered = Recovered
cli-head-opened = Opened
cli-head-changed = Changed
cli-head-readiness = Ready
cli-head-missing = Missing
cli-head-id = ID
cli-head-at = When
cli-head-card = Card
cli-head-card-type = Kind of card
cli-head-rrn = RRN
cli-head-trace = Trace
cli-head-batch = Batch
cli-head-auth = Auth code
cli-head-response-code = Response
cli-head-terminal = Terminal
cli-head-order-no = Order no.
cli-head-note = Note
cli-head-role = Role
cli-head-name = Name
cli-head-contact = Contact
cli-head-urgency = Urgency
cli-head-days-left = Days left
cli-head-what = What to do
cli-head-source = Source
cli-head-seq = No.
cli-head-actor = Who
cli-head-summary = What
cli-head-label = Exhibit
cli-head-kind = Kind
cli-head-caption = Caption
cli-head-size = Size
cli-head-pages = Pages
cli-head-pixels = Pixels
cli-head-captured = Taken
cli-head-added = Added
cli-head-media-type = Format
cli-head-sha256 = SHA-256
cli-head-built = Built
cli-head-channel = Channel
cli-head-language = Language
cli-head-file = File
cli-head-state = State
cli-head-max-size = Largest file
cli-head-max-pages = Most pages
cli-head-confidence = Confidence
cli-head-checked-on = Checked on
cli-head-theme = Appearance
cli-head-data-folder = Data folder
cli-head-zone = Time zone
cli-head-version = Version

cli-part-next = Next
cli-part-transactions = Transactions
cli-part-parties = Counterparties
cli-part-evidence = Evidence
cli-part-deadlines = Deadlines
cli-part-packets = Packets
cli-part-demands = What to ask for
cli-part-ladder = Whom to turn to, one after the other
cli-part-compliance = Rules to keep

cli-urgency-overdue = overdue
cli-urgency-today = today
cli-urgency-soon = soon
cli-urgency-later = later
cli-urgency-done = done
cli-optional = optional
cli-waits = waits for what comes before
cli-marked = { $text } ({ $marks })
cli-between = {", "}
cli-span = { $n } { $unit }
cli-sure-exact = Official days off are on record
cli-sure-estimate = Estimate (a year without official days off)
cli-unverified = not verified
cli-because = Because: { $text }
cli-phase = { $phase } ({ $done }/{ $total })
cli-never = Take care: { $text }
cli-answer-amount = amount
cli-answer-date = date
cli-answer-text = text
cli-place = line { $line }, column { $column }:
cli-playbook-own = Your own
cli-playbook-shipped = Shipped
cli-playbook-sound = Nothing is wrong with it; it can be used.
cli-none-tasks = Nothing is planned.
cli-none-findings = Nothing in the shop's particulars is at odds.
cli-none-directory = Not in the directory. Go by the number on the slip and in the contract.
cli-number-known = It agrees with what the directory has confirmed.

cli-none-cases = No such cases. Open one with case new.
cli-none-steps = The case is closed; nothing is left to do.
cli-none-deadlines = No open deadlines.
cli-cases-shown =
    { $total ->
        [one] { $total } case.
       *[other] { $total } cases.
    }
cli-cases-more = { $shown } of { $total } cases. To go on: --cursor { $cursor }

cli-added =
    { $pages ->
        [one] Added { $label }: { $type }, { $size }, { $pages } page
       *[other] Added { $label }: { $type }, { $size }, { $pages } pages
    }
cli-added-again = Same content as { $label }; kept once.
cli-not-added = Not added "{ $name }": { $message } ({ $code })
cli-exported = Written to { $file }
cli-verified =
    { $checked ->
        [one] { $checked } original checked.
       *[other] { $checked } originals checked.
    }
cli-verified-whole = All whole.
cli-verified-missing = Missing:
cli-verified-altered = Altered:
cli-verified-orphan = Named by no case (harmless, kept):

cli-demo-data = The sample cases lie in { $folder }; packets:
cli-packet-built = Built { $file }
cli-packet-size =
    { $pages ->
        [one] { $channel }: { $pages } page, { $size }
       *[other] { $channel }: { $pages } pages, { $size }
    }
cli-packet-estimate =
    { $pages ->
        [one] { $channel }: about { $pages } page, about { $size }
       *[other] { $channel }: about { $pages } pages, about { $size }
    }
cli-packet-fits = Keeps every known limit of this channel.
cli-packet-too-big = Exceeds a known limit of this channel.
cli-packet-outdated = the case has changed since
cli-packet-current = current

cli-field-name = Shop
cli-field-mid = Merchant number
cli-field-licence = Licence number
cli-field-contact = Contact
cli-field-phone = Telephone
cli-field-email = E-mail
cli-field-address = Address
cli-field-acquirer = Acquirer
cli-field-settlement-last4 = Settlement account, last four
cli-field-terminal = Terminal
cli-field-rate = Contract rate
cli-rate-cap = cap { $cap }

cli-doctor-well = Everything is whole.
cli-doctor-ill = Something needs attention:

cli-progress = { $what }: { $item }
cli-refused = { $message } ({ $code })
