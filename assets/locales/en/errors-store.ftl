### What to tell a person about the data folder, the database and the history of cases (store): what happened, what is safe, what to do.

# The data folder
error-folder-not-a-folder = { $path } is a file, not a folder. Choose another folder for the data.
error-folder-not-made = The data folder { $path } cannot be made ({ $reason }). Choose another place.
error-folder-read-only = { $path } cannot be written; nothing was changed. Check its permissions, or choose another folder.
error-folder-on-network = { $path } lies on a network drive ({ $kind }), where a lost connection damages the data. Keep the data on a disk of this computer; a network drive is fine for backups.
error-folder-in-use = Recourse already has this data folder open: { $path }. Use the open window, or close it first.
error-folder-no-lock = The disk of { $path } cannot lock files ({ $reason }), so two windows could write over each other. Keep the data on a disk of this computer.
finding-folder-shared-medium = The data folder lies on a { $kind } disk: { $path }. Such a disk may not keep data through a power cut.
finding-folder-synced = The data folder lies where { $kind } copies files: { $path }. A sync program can damage data that is in use.
finding-folder-open-to-others = Other users of this computer can look into the data folder: { $path }.
finding-folder-low-space = The disk has { $kind } MB left. What is saved is safe, but new things may soon not fit.

# The database
error-database-not-ours = { $path } is not a Recourse database, or it is damaged. It was not touched; move this file away, or restore a backup.
error-database-newer = { $path } was written by a newer Recourse ({ $found }; this program knows up to { $known }). It was not touched; update the program, then open it.
error-database-incomplete = { $path } is missing and only its log is left; perhaps only half was copied. Nothing was changed; bring back the whole data folder, or restore a backup.
error-database-damaged = { $path } is damaged ({ $reason }). Writing has stopped, so it gets no worse; copy the whole data folder aside, then restore a backup.
error-database-busy = Another program holds the data ({ $path }). What is saved is safe; close that program and try again.
error-database-setting-refused = The database does not accept the safety setting { $setting } (it stays { $found }), so it was not opened. The data were not touched; install the program again.
error-migration-failed = The data could not be brought to the new version ({ $from } → { $to }: { $reason }). The old data are as they were, and a copy was made; go back to the older program, or write to us.
error-copy-failed = The copy before the update could not be made ({ $path }: { $reason }), so nothing was updated. The data are as they were; check the disk and try again.
error-disk-full = The disk is full, so this step was not saved; everything saved before is safe. Free some space on the disk of { $path } and try again.
error-storage-failed = The disk failed ({ $reason }), so this step was not saved; everything saved before is safe. Check the disk of { $path } and try again.

# Cases and history
error-case-unknown = There is no case “{ $case }”. Choose one from the list.
error-case-number-taken = There is a case { $number } already, so none was opened. Try again; it will get another number.
error-evidence-unknown = There is no such exhibit ({ $value }); it may have been taken out of its case. Refresh and try again.
error-cursor-unreadable = “{ $value }” is not a place in the list. Start again from the first page.
error-event-unknown = Entry { $seq } of the history ({ $kind }) was written by a newer Recourse. So that nothing gets lost, nothing was done; update the program.
error-event-unreadable = Entry { $seq } of the history cannot be read ({ $reason }). Nothing was changed; restore a backup.
error-journal-broken = The history does not fit together from entry { $seq } on, so nothing was made from it. Copy the data folder aside, then restore a backup.
error-tables-unreadable = A row of the data cannot be read ({ $reason }). The history of the cases is there; run recourse doctor to see how to mend it.

# What a check finds
finding-journal-broken = The history does not fit together from entry { $seq } on: somebody changed it, or the disk failed.
finding-database-pages-damaged = The database file is damaged: { $reason }
finding-tables-torn = Some data belong to no case.
finding-tables-differ = The data of case { $number } differ from its history ({ $table }). The history counts.
finding-search-differs = The search index differs from the text, so a search may miss things.
finding-event-unknown = { error-event-unknown }
finding-event-unreadable = { error-event-unreadable }
finding-tables-unreadable = { error-tables-unreadable }
finding-database-damaged = { error-database-damaged }
finding-database-busy = { error-database-busy }
finding-database-setting-refused = { error-database-setting-refused }
finding-disk-full = { error-disk-full }
finding-storage-failed = { error-storage-failed }
finding-folder-read-only = { error-folder-read-only }

# What mends it
mend-rebuild = Make the data again from the history; history and evidence stay as they are.
mend-restore-copy = First copy the whole data folder aside, then restore the latest sound backup.
mend-update-app = Update Recourse, then open this data folder again.
mend-move-folder = Close Recourse, move the whole data folder to a place on this computer’s disk that no service copies, and name it with --data.
mend-close-folder = Let only yourself look into this folder, or use a folder of its own.
mend-free-space = Delete files you no longer need to free some space.
mend-try-again = Close the program that holds the data, check the disk, then check again.
