### Words of the window for reading and changing playbooks.

win-playbooks = Steps for each problem
win-playbooks-text = What is done for each kind of problem. Make a copy of your own and change it; updates never overwrite it.
win-playbook-shipped = Shipped
win-playbook-own = Your own
win-playbook-import = Import from file
win-playbook-imported = Imported: { $title }
win-playbook-import-faults = { $count ->
    [one] The file was not used; 1 thing needs mending
   *[other] The file was not used; { $count } things need mending
}
win-playbook-faults-safe = The steps in use are unchanged.
win-playbook-line = Line { $line }
win-playbook-is-shipped = These steps come with the program
win-playbook-is-shipped-text = They can be read. To change them, make a copy of your own first.
win-playbook-is-own = These steps are your own
win-playbook-is-own-text = Changes hold at once, also for open cases.
win-playbook-copy = Make my own copy
win-playbook-reset = Go back to the shipped ones
win-playbook-was-reset = Back to the shipped steps
win-playbook-export = Export to file
win-playbook-exported = File saved
win-playbook-title = Name
win-playbook-summary = In one sentence
win-playbook-steps = Steps
win-playbook-step-title = What to do
win-playbook-step-add = Add step
win-playbook-step-remove = Take away the step “{ $title }”
win-playbook-phase = Phase
win-playbook-optional = May be left out
win-playbook-never = What never to do
win-playbook-never-hint = One a line
win-playbook-mandatory = Must be there
win-playbook-proof-add = Ask for another kind of proof
win-playbook-proof-remove = No longer ask for { $name }
win-playbook-prevention-add = Add one
win-playbook-prevention-remove = Take away “{ $title }”
