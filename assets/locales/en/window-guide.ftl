### Words of the guided flow in the window: triage, steps, questions, proof, response codes, call sheets.

# Triage
win-triage-text = Say a few things you see, and the right side tells where to start. Leave out what you are not sure of.
win-triage-matter = What is it about?
win-matter-principal = Money of a sale
win-matter-principal-about = A customer was debited, or money did not arrive
win-matter-fee = A fee
win-matter-fee-about = Commission, service fee or deposit taken without a clear reason
win-matter-service = Error on screen, terminal not working
win-matter-service-about = A message nobody understands, or no card goes through
win-matter-notice = A notice came
win-matter-notice-about = Retrieval, chargeback, refusal, complaint
win-triage-screen = What the screen or slip says
win-triage-screen-hint = Copy a few words. No PIN and no whole card number
win-triage-symptoms = Which of these fit? Choose any number
win-triage-found = Where to start
win-triage-nothing = Say one thing on the left, and suggestions appear here.
win-triage-because = Because
win-triage-because-notice = There is a notice
win-triage-begin = Start here
win-triage-begin-this = Choose this
win-triage-by-hand = None of these? Choose yourself
win-triage-title = { $playbook } · { $day } { $month }
win-triage-remark = Seen at the time: { $symptoms }
win-secret-seen = This looks like a card number, PIN or SMS code. It must not be kept; use the masked form.
win-list-comma = {", "}

# Response codes
win-code-means = { $code }: { $meaning }
win-code-screen = Usual wording: { $screen }
win-code-never = Take care: { $never }
win-code-unknown = { $code } is not in the list. Note it as it stands and ask the acquirer what it means.

# Steps
win-guide-why = Why
win-guide-record = What to write down
win-guide-never = Take care
win-guide-facts = What stands behind it
win-guide-facts-more = { $count ->
    [one] 1 more fact
   *[other] { $count } more facts
}
win-guide-place = { $phase } · step { $at } of { $of }
win-guide-all = All steps
win-guide-count = { $done }/{ $total }
win-guide-back = Previous step
win-guide-next = Next
win-guide-later = Leave it, next
win-guide-done-next = Done, next
win-guide-advance = Go on
win-guide-mark-done = Mark as done
win-guide-skip = Skip this step…
win-guide-trouble = The steps could not be read
win-guide-nothing = There are no steps for this problem yet. Evidence and dates can be recorded all the same.
win-step-note = How it was done
win-step-note-hint = May be left empty; what is written goes into the history
win-call-note = What was said
win-call-note-hint = Staff number, ticket, the state they named, the promised date
win-step-done = Done
win-step-skipped = Skipped
win-step-urgent = Do this first
win-step-blocked = Better first:
win-step-after = Better first: { $steps }
win-fact-unverified = Unverified
win-fact-source = { $source } (checked { $date })
win-question-optional = { $question } (optional)
win-question-unfit = The earlier answer was “{ $answer }”, which does not fit here. Choose again; the old one stays in the history.
win-need-transaction = Transaction on record
win-need-counterparty = Other side on record
win-need-deadline = Deadline on record
win-need-packet = Packet built

# Proof asked for
win-asked-good = A good one
win-asked-proves = It proves
win-asked-needed = Needed
win-asked-have = { $count ->
    [one] 1 there
   *[other] { $count } there
}
win-asked-more = Add more
win-asked-drop = Drop it here, or paste with Ctrl+V

# What is missing
win-missing-for = To ask for: { $claim }
win-missing-claims = { $first } and more, { $count } in all
win-missing-skipped = { $what } (none: { $reason })
win-mismatches = Please check

# Another problem
win-switch = Problem: { $playbook }. Change
win-switch-title = Another kind of problem
win-switch-text = Transactions, evidence, dates, contacts and history stay, and so do answers that the new problem asks for too. Other answers stay in the history.
win-switch-do = Change to this
win-switched = Changed; evidence and answers are all there

# Contact
win-tab-contact = Contact
win-ladder = Whom to ask, in this order
win-ladder-text = Go on to the next only when the one before does not help. Each time note staff number, ticket and promised date.
win-rung-can = Can do
win-rung-cannot = Cannot do
win-rung-move-on = Go on when
win-demands = What to ask for
win-compliance = Always keep to
win-sheet-call = Call sheet
win-sheet-call-role = Open call sheet ({ $role })
win-sheet-customer = What to tell the customer
win-sheet-contingency = Contingency plan
win-sheet-open = Print
win-sheet-save = Save as PDF
win-sheet-saved = PDF saved
