### What is said when a command is typed wrongly or its result cannot be written (cli).

error-output-failed = The result cannot be written: { $reason }. The work itself is done; write the output elsewhere to see it.

cli-usage-unknown-argument = There is no option { $argument }. See { $see }.
cli-usage-unknown-argument-meant = There is no option { $argument }; did you mean { $meant }? See { $see }.
cli-usage-unknown-command = There is no command "{ $value }". See { $see }.
cli-usage-unknown-command-meant = There is no command "{ $value }"; did you mean { $meant }? See { $see }.
cli-usage-unknown-field = There is no field "{ $value }". See { $see }.
cli-usage-missing = { $argument } is missing. See { $see }.
cli-usage-missing-command = A command has to follow. See { $see }.
cli-usage-not-a-pair = "{ $value }" has to be name=value. See { $see }.
cli-usage-no-value = { $argument } needs a value. See { $see }.
cli-usage-bad-value = { $argument } cannot be "{ $value }". See { $see }.
cli-usage-twice = { $argument } cannot be combined or repeated like this. See { $see }.
cli-usage-not-unicode = Some text is not valid UTF-8. File names may be so, everything else has to be plain text. See { $see }.
cli-usage-unreadable = The command cannot be read. See { $see }.
