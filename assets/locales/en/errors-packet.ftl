### Messages while a packet is built (packet): errors, and what a check found.

error-exhibit-missing = The original file of { $label } was not found, so no packet was built. Restore it from a backup, or take the exhibit out of the case first.
error-exhibit-altered = The original file of { $label } differs from what was taken in, so no packet was built. Restore it from a backup, or add the original file again.
error-exhibit-unreadable = { $label } cannot be read ({ $reason }), so no packet was built. Check the disk and try again.
error-packet-folder-missing = There is no folder { $folder }. Create it first, or save somewhere else.
error-packet-not-writable = { $file } cannot be written ({ $reason }). The case is unchanged; save somewhere else.
error-packet-disk-full = The disk is full, so { $file } was not built. The case is unchanged; free some space and try again.
error-packet-write-failed = Writing { $file } failed ({ $reason }). The case is unchanged; try another place.
error-packet-too-large = The packet would be larger than 10 GB and was not built. Use fewer exhibits, or submit several packets.
error-packet-font-unreadable = The fonts that come with the program cannot be read. The case is unchanged; reinstall the program.
error-packet-pages-broken = The pages could not be put together ({ $reason }). The case is unchanged; please report this sentence.

finding-too-many-bytes = The packet has { $bytes }; this channel takes { $limit } at most. Use fewer exhibits, or send a second packet.
finding-too-many-pages = The packet has { $pages } pages; this channel takes { $limit } at most. Use fewer exhibits.
finding-exhibit-missing = The original file of { $label } was not found. Restore it from a backup, or take the exhibit out.
finding-exhibit-altered = The original file of { $label } differs from what was taken in. Restore it from a backup, or add it again.
finding-exhibit-unreadable = { $label } cannot be read ({ $reason }). Check the disk.
finding-exhibit-not-drawn = { $label } cannot be printed; the packet gives its file name and hash only. A PDF without password or a screenshot can be added instead.
finding-exhibit-repaired = The PDF of { $label } is damaged; what could be recovered is printed. Look through its pages.
finding-exhibit-as-picture = { $label } will be printed as pictures; its text cannot be searched.
finding-exhibit-re-encoded = The photo { $label } has a rare format and is included losslessly from its pixels, which takes more bytes.
finding-glyph-missing = { $count ->
    [one] One character cannot be printed and is shown as 〓: { $characters }. A caption can explain it.
   *[other] { $count } characters cannot be printed and are shown as 〓: { $characters }. A caption can explain them.
}
finding-no-transaction = No transaction is on record yet. The other side searches by amount, time and reference.
finding-no-evidence = There is no evidence yet. Add at least a slip, a screenshot or a photo.
finding-no-counterparty = The counterparty is not named yet.
finding-no-merchant-name = The merchant has no name on record. Enter it in the settings.
finding-no-merchant-number = The merchant has no merchant number on record; it stands on the slip.
finding-no-caption = { $label } does not say yet what it shows.
