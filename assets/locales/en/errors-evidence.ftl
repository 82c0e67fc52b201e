### What to tell a person while evidence is taken in, kept and shown (evidence). A full disk is told by store, a stopped job by desk, a locked PDF by foreign.

error-evidence-not-found = This file cannot be found. It may have been moved or renamed; choose it again.
error-evidence-not-a-file = This is not a plain file (perhaps a shortcut, a folder or a device). Choose the file itself.
error-evidence-unreadable = This file cannot be read; the original was not touched. Check that you may open it. If it is on a phone or a USB stick, copy it to the computer first.
error-evidence-empty = This file is empty. Export it again or take a new photo.
error-evidence-too-large = This file has more than { $limit } MB and was not taken in. Split it, or export a smaller version.
error-evidence-changed = This file was still changing while it was read, so it was not taken in. Wait until it is downloaded or saved, then add it again.
error-evidence-kind-unsupported =
    { $kind ->
        [EXE] This is a program, which proves nothing and can do harm, so it was not taken in. Take a screenshot of what you want to show.
       *[other] This { $kind } file is of a rare kind that cannot be opened, so it was not taken in. Save it as JPEG, PNG or PDF and add that.
    }
error-evidence-truncated = This { $kind } file is incomplete; its end is missing. Transfer it again from where it came.
error-evidence-damaged = This { $kind } file is damaged and does not open; it was not touched. Export it again from the original, or take a new photo.
error-evidence-too-many-pixels = The picture has { $width } × { $height } pixels, too many to open safely. Make it smaller and add it again.
error-evidence-page-unknown = There is no page { $page }; this document has { $pages }.
error-evidence-too-slow = Opening this file took more than { $seconds } seconds and was stopped; the original was not touched. Try a simpler version, for example printed to PDF again.
error-decoder-died = Opening this file broke off, and it cannot be shown. The original is safe and untouched. If you need it on paper, export it again from where it came, or add a screenshot.
error-decoder-missing = The part of the program that opens files safely could not be started, so nothing was opened. Your evidence is safe. Start the program again; if that does not help, install it anew.
error-redaction-empty = No place to black out was marked inside the page, so nothing was made. Mark at least one and try again.
error-not-redactable = This kind of file has no pages to black out. Save it as PDF or take a screenshot, add that, and black it out there.
error-vault-read-only = The evidence folder { $path } cannot be written, so nothing new was taken in; what is there is safe. Check the permissions of the folder.
error-vault-failed = The evidence could not be saved; what is there is safe. Check that the disk is in order, then add it again.
error-blob-missing = The original of this evidence is gone ({ $sha256 }). If you still have the same file, adding it again brings it back; or restore it from a backup.
error-blob-altered = The original of this evidence was altered ({ $sha256 }) and proves nothing any more. If you still have the same file, adding it again mends it; or restore it from a backup.
error-export-exists = A file of that name is already there and was not overwritten. Choose another name or place.
error-export-failed = The exported file could not be written; the original was not touched. Try another place.

# Taken in, with a remark
warning-name-misleads = The file's ending does not fit its content; it was taken in by its content.
warning-pdf-locked = This PDF is locked with a password. The original is kept, but it cannot be shown or go into a packet. Save a copy without the password and add that.
warning-first-frame-only = This picture moves. The original is kept; previews and packets show its first frame only.
warning-blob-repaired = The copy kept so far had been altered; it was replaced by this one.
warning-first-page-only = This file has several pages. The original is kept; previews and packets show its first page. Add a PDF if the others matter.
warning-not-shown = This kind of file is kept as it is, without a preview; a packet gives its name and hash. Add a PDF or a screenshot if it has to be seen.
warning-kind-unknown = It is not clear what this file is. It is kept as it is and never opened.
warning-decoder-died = Opening this file broke off. It is kept as it is and not opened again; the packet gives its name and hash. Add a screenshot if it has to be seen.
warning-decoder-too-slow = Opening this file took too long. It is kept as it is and not opened again. Add a simpler version if it has to be seen.
warning-has-attachments = This mail has attachments. Add those that matter as evidence of their own.
warning-text-garbled = Some characters of this text could not be read. The original is kept byte for byte.
warning-card-seen = The text of this file seems to hold a whole card number. Black it out before you hand it on.
warning-secret-seen = The text of this file seems to hold a security code or a PIN. That may not be kept: black it out and keep only the blacked-out copy.

# What is going on
job-taking-in = Taking in evidence
job-verifying = Checking the originals of the evidence
job-redacting = Blacking out

# What a check-up says of those who open files
finding-decoder-loose = Files from others are opened in a separate process, but this system cannot hold it back in every way. Missing: { $loose }.
mend-decoder-loose = The program works as it is. A newer system holds it back fully.
mend-decoder-missing = Start the program again. If that does not help, install it anew; your data stay where they are.
