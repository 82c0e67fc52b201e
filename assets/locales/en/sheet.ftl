### Words of call sheet, customer sheet and contingency plan. The same in window, terminal and print.

sheet-call-title = Call sheet: { $role }
sheet-customer-title = Talking with the customer
sheet-contingency-title = Contingency plan for payments
sheet-contingency-subtitle = { $shop } · as of { $date }
sheet-contingency-footer = { $shop } · contingency plan { $date }
sheet-case = Case { $number } · { $title }
sheet-call-footer = Case { $number } · for use in the shop only

# For joining
sheet-comma = {", "}
sheet-between = {" · "}
sheet-none = —
sheet-and-more = { $list } and others

# Parts
sheet-heading-whom = Whom to call
sheet-heading-purpose = What for
sheet-heading-shop = The shop
sheet-heading-device = Terminal
sheet-heading-sale = The sale
sheet-heading-story = Story
sheet-heading-contact = So far
sheet-heading-opening = Begin like this
sheet-heading-ask = Ask
sheet-heading-never = Take care
sheet-heading-note = Write down
sheet-heading-free = Notes
sheet-heading-say = Say
sheet-heading-may-ask = May be asked (voluntary)
sheet-heading-never-ask = Take care
sheet-heading-people = People
sheet-heading-reach = Whom to reach
sheet-heading-fallback = Other ways to be paid
sheet-heading-terminals = Terminals
sheet-heading-first = First step
sheet-heading-drill = Drills
sheet-heading-signed = Signed

# Whom to call
sheet-whom-name = Name
sheet-whom-contact = Phone etc.
sheet-purpose-can = Can: { $text }
sheet-purpose-cannot = Cannot: { $text }

# The shop
sheet-shop-name = Shop
sheet-shop-mid = Merchant no.
sheet-shop-operator = Operator
sheet-shop-licence = Licence no.
sheet-shop-settlement = Account
sheet-shop-account = { $bank }, ending { $last }
sheet-shop-acquirer = Acquirer
sheet-shop-joined = Joined on
sheet-shop-agent = Agent
sheet-shop-contract = Contract no.
sheet-shop-rates = Rates
sheet-shop-address = Address
sheet-shop-phone = Contact

# Terminal
sheet-device-tid = Terminal no.
sheet-device-model = Model
sheet-device-serial = Serial no.
sheet-device-imei = IMEI
sheet-device-firmware = Firmware
sheet-device-network = Network
sheet-device-takes = Takes
sheet-device-installed = Installed
sheet-network-wifi = Wi-Fi
sheet-network-4g = 4G
sheet-network-wired = Wired
sheet-takes-card = cards
sheet-takes-qr = QR codes
sheet-takes-wallet = wallets

# The sale
sheet-sale-at = Time
sheet-sale-amount = Amount
sheet-sale-kind = Card type
sheet-sale-card = Card
sheet-sale-card-end = ending { $last }
sheet-sale-order = Order no.
sheet-sale-payer = Card or order
sheet-sale-rrn = RRN
sheet-sale-response = Response
sheet-sale-trace = Trace no.
sheet-sale-batch = Batch no.
sheet-sale-auth = Auth. code
sheet-sales-more = { $count } more

# What happened, and contacts
sheet-story-exhibits = Evidence at hand
sheet-contact-before = Earlier contact
sheet-contact-due = Next deadline

# What is not on record in what is said
sheet-blank-shop = ____ (shop)
sheet-blank-mid = ____ (merchant number)
sheet-blank-tid = ____ (terminal number)
sheet-blank-time = ____ (time of the sale)
sheet-blank-amount = ____ (amount)
sheet-blank-rrn = ____ (reference)
sheet-blank-case = ____ (case number)

# Opening and questions for calls to others
sheet-opening-issuer = Good day. I am calling together with your cardholder. At { $time } { $amount } was paid at { $shop }, reference { $rrn }. The cardholder would like to know its state on your side and will identify themselves.
sheet-opening-network = Good day, this is { $shop }, merchant number { $mid }. At { $time } there was a sale of { $amount }, reference { $rrn }. Which procedure applies here?
sheet-opening-customer = Good day, this is { $shop }. We are looking into your payment of { $amount } at { $time }. May we compare notes? We do not need your PIN or any code.
sheet-opening-regulator = Good day, this is { $shop }. I would like to report a problem with a payment institution: a sale of { $amount } at { $time } is in dispute. Is this the right place?
sheet-opening-police = Good day, this is { $shop }. I want to report a suspected fraud: { $amount } at { $time }.
sheet-opening-court = Good day, this is { $shop }. I would like to ask about filing a case. There is a dispute over a sale of { $amount } at { $time }.
sheet-opening-association = Good day, this is { $shop }. I would like to report a problem with one of your members: a sale of { $amount } at { $time } is in dispute.
sheet-opening-mediator = Good day, this is { $shop }. I would like to ask for mediation. There is a dispute over a sale of { $amount } at { $time }, and we are ready to talk.
sheet-opening-other = Good day, this is { $shop }. At { $time } there was a sale of { $amount }, reference { $rrn }. Could you help me find out about it?
sheet-opening-plain = Good day, this is { $shop }. It is about payments in my shop: { $title }. Is this the right place?
sheet-ask-issuer-1 = Is it posted, pending or returned? On which day?
sheet-ask-issuer-2 = Has a reversal or a refund arrived?
sheet-ask-issuer-3 = If the cardholder wants to dispute it: how, and how long does it take?
sheet-ask-network-1 = Which side starts the inquiry or the error procedure here?
sheet-ask-network-2 = If the acquirer does not act, who else can be asked?
sheet-ask-customer-1 = Does your phone say “debited” or “pending”? At what time?
sheet-ask-customer-2 = Did you receive the goods or the service?
sheet-ask-customer-3 = Would you share the debit notice with card number and balance covered?
sheet-ask-regulator-1 = Which branch takes this up, and how is it handed in?
sheet-ask-regulator-2 = Which papers are needed? Must there be a written answer of the institution first?
sheet-ask-regulator-3 = What is the number of my complaint, and by when will I hear?
sheet-ask-police-1 = Can the payment be stopped now, and how?
sheet-ask-police-2 = What should I bring, and to which station?
sheet-ask-police-3 = How do I get the receipt and its number?
sheet-ask-court-1 = Which court is it? Is there an arbitration clause to look at first?
sheet-ask-court-2 = Which papers, how many copies? Is there a form for the complaint?
sheet-ask-court-3 = Can it go by small claims, or by mediation first?
sheet-ask-association-1 = Does the association take this up, and how is it handed in?
sheet-ask-association-2 = What is the number, and by when will I hear?
sheet-ask-mediator-1 = Must the other side agree before it begins?
sheet-ask-mediator-2 = Is there a fee? Which papers are needed?
sheet-ask-mediator-3 = What makes a settlement enforceable?
sheet-ask-other-1 = What is the state of this matter now, and what caused it?
sheet-ask-other-2 = Which papers do you need, and where do they go?
sheet-ask-other-3 = What is the ticket number? By when will you answer, and will it be in writing?

# Never
sheet-never = Never ask for or tell a PIN, an SMS code or the security code; of the card first six and last four digits only.

# What to write down
sheet-note-who = Name or staff number
sheet-note-ticket = Ticket number
sheet-note-promise = What was promised, and by when
sheet-customer-said = What the customer says
sheet-customer-reach = How to reach them (voluntary)
sheet-customer-promised = What we promised, and by when
sheet-customer-by = Who spoke with them, and when

# Contingency plan
sheet-people-role = Role
sheet-people-name = Name
sheet-people-phone = Phone
sheet-people-duties = When something goes wrong
sheet-person-owner = Owner
sheet-person-cashier = Cashier
sheet-person-finance = Finance
sheet-person-device = Terminals
sheet-person-signatory = Signatory
sheet-reach-acquirer = Acquirer
sheet-reach-agent = Agent
sheet-fallback = Other way
sheet-fallback-backup-pos = Change to the backup terminal
sheet-fallback-mobile-pos = Use the mobile terminal
sheet-fallback-wallet-code = Use the collection code; check that the money is there first
sheet-fallback-cash = Take cash and write a receipt
sheet-terminals-place = Place
sheet-terminals-tid = Terminal no.
sheet-terminals-device = Model, serial no.
sheet-terminals-network = Network
sheet-terminals-acquirer = Acquirer
sheet-first-problem = When this happens
sheet-first-step = Do this first
sheet-drill-day = Day
sheet-drill-who = Who took part
sheet-drill-found = What was found, what changes
sheet-signed-owner = Person in charge
sheet-signed-read = Read and understood
sheet-signed-day = Date
