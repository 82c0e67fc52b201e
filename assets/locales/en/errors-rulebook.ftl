### What to tell a person about guides, answers and response codes that cannot be read or are not there (rulebook).

error-kind-unknown = There is no kind of evidence “{ $value }”.
error-code-unknown = Nothing is known about the response code “{ $value }”. Write down what the screen says and ask your acquirer.
error-answer-unfit = “{ $question }” cannot be answered with: { $value }. { $kind ->
    [choice] Choose one of the answers offered.
    [yes-no] Answer yes or no.
    [amount] Give an amount in digits with a point, such as 1280.50.
    [date] Give a date such as 2026-11-22.
   *[text] Write a few words.
}

# Guides that a shop has changed
error-playbook-syntax = { $file }, line { $line }, column { $column } cannot be read: { $reason }. It was not taken over; what was in use stays in use.
error-playbook-too-large = { $file } is too large: { $limit } bytes at most.
error-playbook-format = { $file }, line { $line }: this version does not know the format “{ $value }”.
error-playbook-key-unknown = { $file }, line { $line }, column { $column }: { $within } knows nothing called “{ $key }”. Look for a slip of the pen.
error-playbook-key-missing = { $file }, line { $line }: { $within } lacks “{ $key }”.
error-playbook-wrong-form = { $file }, line { $line }, column { $column }: write “{ $key }” as { $wanted ->
    [number] a whole number
    [true-false] true or false
    [list] a list in square brackets
    [table] a group of entries
    [bilingual] text with its language, such as { "{" } zh-CN = "…", en = "…" { "}" }
    [key] small letters, digits and hyphens
    [date] a date, such as "2026-11-22"
   *[text] text in quotation marks
}.
error-playbook-out-of-range = { $file }, line { $line }, column { $column }: “{ $key }” goes from { $least } to { $most }.
error-playbook-blank = { $file }, line { $line }, column { $column }: “{ $key }” is empty.
error-playbook-untranslated = { $file }, line { $line }, column { $column }: “{ $key }” lacks its { $language } text.
error-playbook-not-allowed = { $file }, line { $line }, column { $column }: “{ $value }” cannot stand here. What can: { $allowed }.
error-playbook-too-weak = { $file }, line { $line }, column { $column }: a statement of confidence “{ $value }” is too weak to be shown to anybody.
error-playbook-twice = { $file }, line { $line }, column { $column }: “{ $id }” is there twice.
error-playbook-not-there = { $file }, line { $line }, column { $column }: there is no “{ $id }”.
error-playbook-reserved = { $file }, line { $line }, column { $column }: the program uses the name “{ $value }” itself. Choose another.
error-playbook-choices = { $file }, line { $line }, column { $column }: the answers offered by “{ $value }” do not fit. A choice needs two or more; other questions have none.
error-playbook-condition-unclear = { $file }, line { $line }, column { $column }: a condition says one of is, is_not and answered, and only one.
error-playbook-answer-impossible = { $file }, line { $line }, column { $column }: “{ $question }” can never be answered with “{ $value }”.
error-playbook-never-asked = { $file }, line { $line }, column { $column }: no step asks “{ $value }”.
error-playbook-asked-twice = { $file }, line { $line }, column { $column }: more than one step asks “{ $value }”. Keep it in one place.
error-playbook-unreachable = { $file }, line { $line }, column { $column }: “{ $id }” can never come up; its conditions contradict each other.
error-playbook-circle = { $file }, line { $line }, column { $column }: “{ $id }” waits for itself.
error-playbook-phase-empty = { $file }: the phase { $phase ->
    [confirm] Confirm
    [gather] Gather
   *[contact] Contact
} has no step that always comes up.
error-playbook-blank-unknown = { $file }, line { $line }, column { $column }: nothing can be filled in for “{ $value }”.
error-playbook-question-differs = { $file }, line { $line }, column { $column }: the question “{ $question }” is another one in “{ $other }”. Questions of one name have the same kind and the same answers.
error-playbook-symptom-taken = { $file }, line { $line }, column { $column }: “{ $symptom }” already belongs to “{ $other }”.
error-playbook-name-differs = { $file }, line { $line }: the name in the file is “{ $value }”, not that of the file.
