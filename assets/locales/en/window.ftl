### Words of the window (ui/). Buttons are verbs; first what happened, then what is safe and what to do next.

# Everywhere
win-loading = Loading
win-close = Close
win-cancel = Cancel
win-undo = Undo
win-retry = Try again
win-choose = Choose
win-example = e.g. { $value }
win-open = Open
win-reveal = Show in folder
win-save-as = Save as
win-export = Save the original
win-saving = Saving
win-saved = Saved
win-optional = Optional
win-messages = Messages
win-more = Show { $count } more
win-pages = { $count } pages
win-skip = Skip to content
win-zone-beijing = Beijing
win-version = Version { $version }
win-error-unexpected = That did not work, and nothing was changed. Try again.
win-broken = This page could not be shown
win-broken-text = Cases and evidence are safe on this computer. Open the page again to go on.
win-broken-again = Open again
win-start-trouble = The data could not be opened

# Rail and search
win-rail = Main pages
win-cases = Cases
win-deadlines = Deadlines
win-settings = Settings
win-new-case = New case
win-palette = Search
win-palette-field = Find a case, or say what to do
win-palette-here = This case
win-palette-found = { $count } found

# Case list
win-cases-search = Search number, title, other side
win-cases-count = { $count ->
    [one] 1 case
   *[other] { $count } cases
}
win-cases-by-stage = Filter by stage
win-cases-all = All
win-cases-none-found = No case matches.
win-cases-trouble = The list could not be read
win-column-number = Number
win-column-title = Title
win-column-counterparty = Other side
win-column-amount = Amount
win-column-stage = Stage
win-column-next = Next deadline
win-first-title = Write down the first one
win-first-text = Money missing, a fee too many, a chargeback: start with what happened. It takes a minute, and proof and dates stay in one place.
win-first-samples = Look at sample cases

# How long is left
win-left-done = Done
win-left-overdue = { $days ->
    [one] 1 day overdue
   *[other] { $days } days overdue
}
win-left-just-passed = Just passed
win-left-today = Today
win-left-days = { $days ->
    [one] 1 day left
   *[other] { $days } days left
}

# New case
win-new-what = What happened?
win-new-other = Something else
win-new-essentials = Write what you know now; the rest can wait.
win-new-title-suggested = { $playbook } · { $amount }
win-new-amount-first = The amount is missing. With it, the transaction can be recorded.
win-new-create = Create case
win-new-later = Evidence comes next

# Fields
win-field-title = Title
win-field-amount = Amount
win-field-amount-cny = Amount (CNY)
win-field-currency = Currency
win-field-at = Time
win-field-date = Date
win-field-time = Time of day
win-field-card = Card (first six, last four)
win-field-card-type = Card type
win-field-rrn = Reference (RRN)
win-field-trace = Trace number
win-field-batch = Batch number
win-field-auth = Authorisation code
win-field-response-code = Response code
win-field-terminal = Terminal (TID)
win-field-order-no = QR order number
win-field-remark = Remark
win-field-counterparty = Other side ({ $role })
win-field-role = Which side
win-field-name = Name
win-field-contact = How to reach them
win-field-outcome = Outcome
win-field-recovered = Recovered ({ $currency })
win-field-why = Reason
win-field-note = Add a note
win-field-kind = What kind of proof
win-field-source = Where it came from
win-field-playbook = Kind of problem
win-field-channel = Hand over to
win-field-packet-language = Language of the packet
win-field-deadline = What must be done
win-field-due = Last day
win-field-cut-off = Before what time
win-field-deadline-source = Where the date comes from
win-field-language = Language
win-field-theme = Appearance
win-card-hint = Write 622202******1234, or the last four alone
win-card-use = Use { $masked }
win-rrn-hint = The 12 digits on the slip
win-response-code-hint = Two characters on screen or slip
win-terminal-hint = TID on the slip
win-counterparty-hint = The company named on slip or contract

# Case page
win-tabs = Case contents
win-tab-next = Next
win-tab-evidence = Evidence
win-tab-record = Transaction
win-tab-deadlines = Deadlines
win-tab-packet = Packet
win-tab-history = History
win-stages = Stages of the case
win-stage-past = (past)
win-title-edit = Change the title
win-case-trouble = The case could not be opened
win-facts = Key facts
win-facts-transaction = Transaction
win-facts-parties = Other side
win-facts-add = Add
win-facts-edit = Change
win-facts-more = { $count } more
win-missing = { $count ->
    [one] 1 thing missing
   *[other] { $count } things missing
}
win-ready = Everything is there
win-ready-text = The packet can be built
win-without = There is none
win-without-why = Why is there none? This goes into the history
win-without-skip = Skip this step
win-go-packet = Go to the packet
win-handed-over = Handed over
win-handed-over-note = To whom, and the ticket number
win-handed-over-hint = e.g. 20 Nov, their hotline, ticket W20261120-77
win-answer-note = What they said
win-answer-hint = Who, when, and what was promised
win-note-save = Note it
win-note-hint = Calls, answers, findings; once noted it stays as it is
win-noted = Noted in the history

# Closing
win-close-case = Close case
win-close-case-text = A closed case no longer changes; it can be reopened when needed.
win-recovered-hint = Leave empty if nothing came back
win-recovered = { $amount } recovered
win-closed-title = This case is closed
win-closed-text = Everything is still there to look at.
win-reopen = Reopen
win-reopen-text = The case goes back to follow-up; the earlier outcome stays in the history.

# Transactions and the other side
win-transactions = Transactions
win-transactions-none = No transaction yet.
win-transaction-new = Add transaction
win-transaction-save = Record transaction
win-transaction-remove = Remove this transaction
win-transaction-removed = Transaction removed
win-party-new = Add other side
win-party-save = Record other side
win-party-remove = Remove { $name }
win-party-removed = { $name } removed
win-parties-none = Not said yet who the other side is.
win-circumstances = What happened then

# Evidence
win-files-choose = Choose files
win-files-hint = Or drop them on the window, or paste with Ctrl+V. Photos and PDF; originals are never altered.
win-drop-here = Let go to add as evidence
win-pasted-name = Pasted picture
win-intake-running = Taking files in
win-intake-added = { $count ->
    [one] 1 file added: { $labels }
   *[other] { $count } files added: { $labels }
}
win-intake-none = No new evidence
win-intake-duplicates = { $count ->
    [one] 1 file is already in the case ({ $labels }) and was not added again.
   *[other] { $count } files are already in the case ({ $labels }) and were not added again.
}
win-left-out = There were too many files; only the first were taken. Add the rest in smaller lots.
win-intake-refused = Files that were not added
win-evidence-none = No evidence yet.
win-evidence-keys = Arrows to choose, Enter to view, F2 to caption, Alt+↑↓ to reorder
win-evidence-view = View { $label }
win-evidence-more = More for { $label }
win-evidence-kind-of = Kind of { $label }
win-evidence-kind-none = Not sorted yet
win-evidence-drag = Drag to reorder
win-evidence-moved = { $label } moved to place { $place }
win-evidence-remove = Remove from case
win-view = View
win-caption-edit = Write caption
win-caption-none = Say what it proves
win-caption-of = What { $label } proves
win-move-earlier = Move earlier
win-move-later = Move later
win-captured = Taken { $at }
win-exported = Original of { $label } saved
win-remove-title = Remove { $label } from the case
win-remove-text = Packets will no longer show it. The original stays on this computer; adding the same file again brings it back.
win-remove-wrong-file = Wrong file
win-remove-double = Same as another one
win-remove-unrelated = Not about this case
win-removed = { $label } removed from the case; the original stays on this computer.
win-picture-broken = This picture cannot be shown
win-viewer-title = { $label } · { $at } of { $count }
win-viewer-tools = Viewing tools
win-viewer-picture = Picture
win-viewer-alt = { $label } { $name }, page { $page }
win-zoom-in = Zoom in
win-zoom-out = Zoom out
win-rotate = Rotate (for viewing only)
win-page-before = Previous page
win-page-after = Next page
win-page-of = Page { $page } of { $count }
win-exhibit-before = Previous
win-exhibit-after = Next
win-fact-card = Card
win-fact-rrn = Reference
win-fact-response-code = Code
win-fact-terminal = Terminal
win-fact-file = File name
win-fact-size = Size
win-fact-captured = Taken (from the photo)
win-fact-added = Added
win-fact-sha256 = SHA-256

# Deadlines
win-deadlines-search = Search deadline, case, source
win-deadlines-none = No deadline yet. If a notice names a date, write it down here.
win-deadlines-none-found = No deadline matches.
win-deadlines-empty = No date is pressing
win-deadlines-empty-text = Write the date on a notice into its case, and it appears here in order of urgency.
win-deadlines-to-cases = Go to the cases
win-deadline-new = Add deadline
win-deadline-add = Record deadline
win-deadline-done = Done
win-deadline-met = Done: { $title }
win-deadline-remove = Delete “{ $title }”
win-deadline-removed = Deleted: { $title }
win-deadline-source = Source: { $source }
win-deadline-source-hint = e.g. page 2 of the notice of 20 Nov; phone call, ticket number
win-cut-off-hint = Leave empty for the end of the day
win-group-overdue = Overdue
win-group-today = Within 24 hours
win-group-soon = Soon
win-group-later = Later
win-group-done = Done

# Packet
win-packet-check = Before you build
win-packet-pages = Pages
win-packet-bytes = Size
win-packet-about = about { $size }
win-packet-limit = of { $limit } at most
win-packet-size = { $pages ->
    [one] 1 page, { $size }
   *[other] { $pages } pages, { $size }
}
win-packet-too-large = Larger than they accept. Leave out some evidence, or choose another channel.
win-packet-nothing-missing = Nothing seems to be missing.
win-packet-findings = { $count ->
    [one] 1 thing could be added; the packet can be built without it.
   *[other] { $count } things could be added; the packet can be built without them.
}
win-channel-source = Limit from: { $source } (checked { $date })
win-packet-build = Build packet
win-packet-build-again = Build again
win-packet-building = Building the packet
win-packet-built = Built: { $file }
win-packet-saved = Saved: { $file }
win-packets-earlier = Earlier packets
win-packet-outdated = The case has changed since

# Progress
win-progress-item = { $what }: { $item }
win-progress-percent = { $percent }%
win-progress-left = { $seconds ->
    [one] About 1 second left
   *[other] About { $seconds } seconds left
}

# History
win-history = History of the case

# Date picker
win-month-before = Previous month
win-month-after = Next month
win-date-pick = Pick “{ $label }”
win-month-of = { $month } { $year }

# Settings
win-look = Language and appearance
win-language-system = As the system
win-language-zh-CN = 中文
win-language-en = English
win-theme-system = As the system
win-theme-light = Light
win-theme-dark = Dark
win-data = Data
win-data-text = Everything stays on this computer:
win-doctor = Check the data
win-doctor-running = Checking the data
win-doctor-well = The data is whole: cases, history and every original were checked.
