### Words shared everywhere: cases, evidence, stages, dates. Window, command line and packet use this one set.

not-on-record = not on record
yes = yes
no = no

# Dates
date-long = { $weekday } { $day } { $month } { $year }
moment-long = { $date }, { $time } ({ $offset })
weekday-1 = Mon
weekday-2 = Tue
weekday-3 = Wed
weekday-4 = Thu
weekday-5 = Fri
weekday-6 = Sat
weekday-7 = Sun
month-1 = Jan
month-2 = Feb
month-3 = Mar
month-4 = Apr
month-5 = May
month-6 = Jun
month-7 = Jul
month-8 = Aug
month-9 = Sep
month-10 = Oct
month-11 = Nov
month-12 = Dec

# Stages
stage-confirm = Confirm
stage-gather = Gather
stage-contact = Contact
stage-submit = Submit
stage-follow-up = Follow up
stage-closed = Closed

# Counterparties
role-acquirer = Acquirer
role-agent = Terminal supplier
role-issuer = Issuing bank
role-wallet = Wallet (WeChat Pay, Alipay and the like)
role-network = Card network
role-customer = Customer
role-regulator = Regulator

# Where evidence came from
source-merchant = The shop
source-customer = Customer (freely given)
source-acquirer = Acquirer
source-bank = Bank
source-agent = Terminal supplier
source-other = Other

# Card types
card-type-debit = Debit card
card-type-credit = Credit card
card-type-qr = QR code

# Outcomes
outcome-fee-waived = Fee waived
outcome-fee-refunded = Fee refunded
outcome-reversed = Reversed, customer repaid
outcome-credit-adjustment = Credit adjustment, customer repaid
outcome-settled-to-merchant = Settled to the shop
outcome-resettled = Settled again
outcome-status-corrected = Transaction status corrected
outcome-merchant-restored = Merchant record corrected and restored
outcome-withdrawn = Withdrawn (a misunderstanding)
outcome-partial = Partly successful
outcome-lost = Not successful, loss borne
outcome-police = Handed to the police
outcome-lawsuit = Taken to court

# Problems
playbook-timeout-debited = Timed out, yet debited
playbook-debited-abnormal = Customer paid, sale is abnormal
playbook-first-swipe-fee = A strange fee on a new terminal
playbook-money-swallowed = The money vanished
playbook-merchant-invalid = The screen says “invalid merchant”
playbook-chargeback = Chargeback or retrieval request
playbook-other = Something else

# What is worth recording
detail-screen-text = Exact words on the screen
detail-network = Network at the time (Wi-Fi, 4G, cable)
detail-goods-delivered = Whether goods or service were handed over
detail-repeated-swipe = Whether the card was used again
detail-steps-tried = What was tried already
detail-customer-refunded = Whether the customer was repaid in cash or by transfer
detail-fee-charged = Fee that was taken
detail-fee-basis = A percentage or a fixed sum
detail-contract-said = Rate in the contract
detail-who-promised = Who promised which fee
detail-settlement-account = Settlement account (last four digits)
detail-risk-notice = Any notice of a risk hold
detail-holiday-between = Any public holiday in between
detail-since-when = Since when
detail-all-cards = Whether every card fails
detail-recent-change = Recent change of terminal, record or licence
detail-unsettled-money = Money still unsettled
detail-reason-code = Chargeback reason code
detail-notice-received = Date the notice came
detail-reply-due = Reply date printed on the notice
detail-cardholder-claim = What the cardholder says
detail-what-happened = What happened
detail-what-wanted = What the other side should do

# Kinds of evidence
evidence-kind-terminal-photo = Photo of the terminal screen
evidence-kind-terminal-photo-good = Exact words, time and amount are legible; taken before any restart.
evidence-kind-slip = Sales slip
evidence-kind-slip-good = Merchant and terminal number, reference, amount and signature complete; card shows first six and last four only.
evidence-kind-settlement-statement = Settlement statement
evidence-kind-settlement-statement-good = Shows date, gross, fee and net.
evidence-kind-merchant-backend = Merchant back-office record
evidence-kind-merchant-backend-good = Status, time and reference of this sale are in the picture.
evidence-kind-contract-rate = Contract or rate confirmation
evidence-kind-contract-rate-good = The pages with rate, deposit and other fees, and the signature page.
evidence-kind-customer-notice = The customer’s debit notice
evidence-kind-customer-notice-good = Freely given; balance and card number covered first.
evidence-kind-chat-record = Chat record
evidence-kind-chat-record-good = Shows who, which date, and what was said.
evidence-kind-call-record = Call record
evidence-kind-call-record-good = Number, time, staff number, ticket, what was promised.
evidence-kind-licence = Business licence
evidence-kind-licence-good = Whole page, legible, in force.
evidence-kind-device-label = Label on the terminal
evidence-kind-device-label-good = Model and serial number are legible.
evidence-kind-notice = Notice from the other side
evidence-kind-notice-good = Whole page with date, reference and reply date.
evidence-kind-delivery-proof = Proof of delivery or service
evidence-kind-delivery-proof-good = Delivery receipt, service sheet or customer’s signature, with date.
evidence-kind-order-record = Order or bill
evidence-kind-order-record-good = Shows what was sold, how much, the amount and the date.
evidence-kind-sale-terms = Terms shown before payment
evidence-kind-sale-terms-good = As they stood at the sale: description, returns or cancellation, with the date.
evidence-kind-authorization-record = Authorisation and verification record
evidence-kind-authorization-record-good = Authorisation code, chip or contactless, PIN or signature used; no PIN, no whole card number.
evidence-kind-cctv = Camera recording
evidence-kind-cctv-good = Time agrees, only the minutes that matter; the PIN pad is not in view.
evidence-kind-network-log = Network or device log
evidence-kind-network-log-good = Shows when the connection was lost and came back.
evidence-kind-bank-statement = Own bank statement
evidence-kind-bank-statement-good = The shop’s own account: date, amount, sender; only the last four digits of the account.
evidence-kind-own-accounts = Own books
evidence-kind-own-accounts-good = Till record or reconciliation of the day, with this sale in it.
evidence-kind-refund-record = Refund or void record
evidence-kind-refund-record-good = Date, amount and reference of the refund; agrees with the original sale.
evidence-kind-terminal-settings = Terminal settings page
evidence-kind-terminal-settings-good = Merchant and terminal number, network, channels and version are legible.
evidence-kind-written-reply = Written reply from the other side
evidence-kind-written-reply-good = Whole page with date, sender and conclusion.
evidence-kind-dispute-form = Dispute or application form
evidence-kind-dispute-form-good = The other side’s own form, complete, signed and sealed.
evidence-kind-submission-proof = Proof of submission
evidence-kind-submission-proof-good = Shows the time, the ticket number or who signed for it.
evidence-kind-customer-statement = Statement by the customer
evidence-kind-customer-statement-good = Freely given, dated and signed; no PIN, card number only first six and last four.
evidence-kind-steps-note = Account of what was done
evidence-kind-steps-note-good = Step by step with times: what was done, what the screen said.
evidence-kind-agent-receipt = Receipt from the agent
evidence-kind-agent-receipt-good = Says what the money was for, how much, who took it and when.
evidence-kind-repair-report = Service report
evidence-kind-repair-report-good = Who repaired, when, what was found and replaced.
evidence-kind-police-receipt = Police receipt
evidence-kind-police-receipt-good = Date, number and station.
evidence-kind-loss-proof = Proof of loss
evidence-kind-loss-proof-good = The amount can be computed, and it belongs to this matter.
evidence-kind-other = Other material
evidence-kind-other-good = Say in one sentence what it proves.

# Next steps
step-record-transaction-title = Record the transaction
step-record-transaction-why = Amount, time and reference are what the other side searches by; the sooner, the surer.
step-gather-evidence-title = Collect: { $evidence_kind }
step-gather-evidence-why = After a restart or update the message and record may be gone. Proof first, then the call.
step-name-counterparty-title = Say who the other side is
step-name-counterparty-why = The acquirer on slip and contract comes first; calling the wrong party costs days.
step-build-packet-title = Build the packet
step-build-packet-why = One PDF with index and page numbers is read faster and sent back less often.
step-hand-over-packet-title = Hand the packet over
step-hand-over-packet-why = The clock starts once it is handed over and date and ticket are written down.
step-record-answer-title = Record their answer
step-record-answer-why = Who promised what, and when, will be needed later.
step-set-deadline-title = Write down the deadline
step-set-deadline-why = The date printed on the notice is what counts; written down, it is not missed.

missing-transaction = transaction
missing-counterparty = who the other side is
missing-evidence = { $evidence_kind }

# Channels
channel-acquirer = Acquirer
channel-acquirer-note = Payment company or bank; the size limit is whatever they tell you.
channel-bank = Bank
channel-bank-note = The size limit is whatever they tell you.
channel-regulator = Regulator
channel-regulator-note = The size limit is whatever their form says.
channel-print = Print
channel-print-note = No size limit.
channel-paypal = PayPal
channel-paypal-note = Each file under 10 MB.
channel-adyen = Adyen
channel-adyen-note = PDF of 2 MB at most.

# History
event-case-opened = Case { $number } opened: { $title } ({ $playbook })
event-case-titled = Title changed to: { $title }
event-playbook-changed = Problem changed to: { $playbook }
event-detail-set = { $name }: { $value }
event-question-answered = { $name }: { $value }
event-step-done = Done: { $step }. { $note }
event-step-skipped = Skipped: { $step }. Reason: { $note }
event-stage-moved = Stage: { $stage }
event-party-named = Other side: { $name } ({ $role })
event-party-removed = A counterparty was removed
event-transaction-recorded = Transaction recorded: { $amount }, { $at }
event-transaction-removed = A transaction was removed
event-evidence-added = Exhibit { $label } taken in: { $name }, SHA-256 { $sha256 }
event-evidence-offered-again = The same content was offered again and kept once: { $name }
event-evidence-described = Exhibit described: { $what }
event-evidence-ordered = Exhibits put in a new order
event-evidence-removed = An exhibit was taken out of the case: { $why }
event-deadline-set = Deadline: { $title }, { $date } (source: { $source })
event-deadline-met = A deadline was met
event-deadline-removed = A deadline was removed
event-note-added = Note: { $text }
event-packet-built = Packet { $file } built, { $pages } pages, SHA-256 { $sha256 }
event-case-closed = Closed: { $outcome }, recovered: { $recovered }
event-case-reopened = Reopened: { $why }
event-merchant-set = Shop particulars updated: { $name }
event-playbook-kept = Own steps kept: { $playbook }
event-playbook-dropped = Own steps dropped: { $playbook }
event-task-planned = Task planned: { $title }, { $date }
event-task-done = Task done, { $date }. { $note }
event-task-dropped = Task dropped: { $why }

# Kinds of preventive work, and whose it is
task-kind-inspection = Inspection
task-kind-update = Update
task-kind-training = Training
task-kind-backup-pos = Backup terminal
task-kind-drill = Drill
task-kind-self-check = Self-check
task-kind-records = Records
task-kind-contract = Contract
task-kind-security = Security
task-kind-contact = Contacts
person-role-owner = Owner
person-role-cashier = Cashier
person-role-finance = Finance
person-role-device = Devices
person-role-signatory = Signatory

actor-owner = owner
actor-app = program
