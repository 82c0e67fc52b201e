### What to tell a person about use cases (desk), and what a check-up found.

error-cancelled = Cancelled. What was finished before is saved; nothing is left half done.
error-packet-unknown = There is no such packet ({ $value }). Refresh and try again.
error-packet-file-gone = The packet is no longer at { $path }. Build it again.
error-packet-file-altered = The packet at { $path } was changed after it was built. Build it again before handing it over.
error-step-unknown = This case has no step “{ $value }” at present.
error-question-unknown = There is no question “{ $value }”. Choose one of those the guide asks.
error-playbook-file-unreadable = This file cannot be read: { $path } ({ $reason }). Nothing was changed. Choose a TOML text file.
error-preference-unreadable = “{ $key }” cannot be “{ $value }”. The setting was not changed.
error-folder-not-empty = This data folder already holds cases, so no samples were added. Choose an empty folder.
error-no-data-folder = This machine names no place for data. Give a folder with --data.
error-file-not-written = The file could not be written: { $path } ({ $reason }). What was there is unchanged; choose another place or free some space.

finding-evidence-missing = The original of an exhibit is missing ({ $sha256 }).
mend-evidence-missing = Find the file in a backup or on the device it came from and add it again; the same content finds its place by itself.
finding-evidence-altered = The original of an exhibit has changed ({ $sha256 }); no packet will use it.
mend-evidence-altered = Find the original in a backup or on the device it came from and add it again; the same content replaces it by itself.
finding-evidence-orphan = The vault holds a file that no case names ({ $sha256 }), usually left by an interrupted import.
mend-evidence-orphan = It does no harm and may stay.
mend-asset-unreadable = Install the program again.
finding-asset-unreadable = The shipped file { $file } cannot be read: { $reason }

finding-own-playbook-broken = Steps of your own cannot be used, so the shipped ones are in use: { $reason }
mend-own-playbook-broken = Mend that place under Settings, “Steps for each problem”, or go back to the shipped ones.
warning-name-masked = The file’s name held a card number or a code, which was masked; the file itself is unchanged.
playbook-typed = The steps
