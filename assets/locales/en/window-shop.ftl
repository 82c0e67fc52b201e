### Words of the window's page on the shop: particulars, contract, terminals, people, tasks, contingency plan.

win-shop = Shop
win-shop-text = Fill it in once; every case, call sheet and packet uses it.
win-shop-part-particulars = Particulars
win-shop-part-contract = Contract and rates
win-shop-part-terminals = Terminals
win-shop-part-people = People and fallbacks
win-shop-part-tasks = Tasks
win-shop-part-plan = Contingency plan
win-shop-findings = { $count ->
    [one] 1 thing to check
   *[other] { $count } things to check
}
win-shop-group-shop = Business licence
win-shop-group-reach = How to reach the shop
win-shop-group-acquirer = Acquiring
win-shop-group-settlement = Settlement account
win-shop-name = Registered name
win-shop-licence = Licence number
win-shop-legal-person = Legal representative or operator
win-shop-licence-expires = Licence expires on
win-shop-address = Address
win-shop-contact = Contact person
win-shop-phone = Telephone
win-shop-email = E-mail
win-shop-mid = Merchant number (MID)
win-shop-acquirer = Acquirer
win-shop-acquirer-contact = Acquirer’s telephone
win-shop-agent = Agent
win-shop-agent-contact = How to reach the agent
win-shop-joined-on = Taken on by the acquirer on
win-shop-settlement-bank = Bank
win-shop-settlement-last4 = Account, last four
win-shop-contract = Contract
win-shop-contract-no = Contract number
win-shop-contract-signed-on = Signed on
win-shop-rates = Contract rates
win-shop-rates-text = When a rate changes, add a line with the day it holds from and the day you were told.
win-rate-percent = Rate (%)
win-rate-cap = Cap (CNY)
win-rate-from = Holds from
win-rate-noticed = Told on
win-rate-agreed = Agreed
win-rate-add = Add rate
win-rate-remove = Remove this rate
win-shop-fees = Other agreed fees
win-fee-name = For what
win-fee-add = Add fee
win-fee-remove = Remove fee { $name }
win-shop-terminals = Terminals
win-shop-terminals-text = Copy from the label and the slip. They ask for it on the phone.
win-terminal-new = New terminal
win-terminal-tid = Terminal number (TID)
win-terminal-label = What you call it
win-terminal-model = Model
win-terminal-serial = Serial number (SN)
win-terminal-imei = IMEI
win-terminal-firmware = Software version
win-terminal-mid = Bound to merchant number
win-terminal-acquirer = Acquirer
win-terminal-network = Network
win-terminal-installed-on = Installed on
win-terminal-channels = Takes
win-terminal-add = Add terminal
win-terminal-remove = Remove terminal { $name }
win-terminal-removed = Terminal { $name } removed
win-network-wifi = Wi-Fi
win-network-4g = 4G
win-network-wired = Wired
win-channel-card = Cards
win-channel-qr = QR codes
win-channel-wallet = Phone wallets
win-shop-people = People
win-shop-people-text = Settle now who does what when something goes wrong.
win-person-name = Name
win-person-role = In charge of
win-person-duties = What they do then
win-person-add = Add person
win-person-remove = Remove { $name }
win-shop-fallbacks = How to take money when the terminal fails
win-shop-fallbacks-text = This goes into the contingency plan.
win-fallback-backup-pos = Spare terminal
win-fallback-mobile-pos = Phone as terminal
win-fallback-wallet-code = QR code
win-fallback-cash = Cash

# Tasks
win-tasks-none = No tasks yet
win-tasks-none-text = When a case is closed, a few things that keep it from happening again are suggested. You can add your own.
win-task-add = Add task
win-task-save = Record task
win-task-title = What to do
win-task-due = On which day
win-task-repeat = How often
win-task-who = Who
win-task-kind = What kind
win-task-once = Once
win-task-every = { $months ->
    [one] Every month
   *[other] Every { $months } months
}
win-task-last = Last { $date }
win-task-done = Done
win-task-finished = Done: { $title }
win-task-finished-again = Done: { $title }. Next on { $date }
win-task-edit = Change “{ $title }”
win-task-drop = Drop “{ $title }”
win-task-drop-why = No longer needed
win-task-dropped = Dropped: { $title }
win-proposals = Keep it from happening again
win-proposals-text = Tick what you want to do; it goes into the shop’s tasks with its date.
win-proposals-plan = { $count ->
    [one] Plan 1 task
   *[other] Plan { $count } tasks
}
win-proposals-planned = { $count ->
    [one] 1 task planned
   *[other] { $count } tasks planned
}

# Contingency plan
win-plan = Contingency plan
win-plan-text = What to do when no terminal works. Print it and keep it at the till. It is made from this page; print it again after a change.
