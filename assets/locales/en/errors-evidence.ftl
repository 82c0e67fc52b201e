### What to tell a person while evidence is taken in, kept and shown (evidence). A full disk is told by store, a stopped job by desk, a locked PDF by foreign.

error-evidence-not-found = This file cannot be found. It may have been moved or renamed; choose it again.
error-evidence-not-a-file = This is not a plain file (perhaps a shortcut, a folder or a device). Choose the file itself.
error-evidence-unreadable = This file cannot be read; the original was not touched. Check that you may open it. If it is on a phone or a USB stick, copy it to the computer first.
error-evidence-empty = This file is empty. Export it again or take a new photo.
error-evidence-too-large = This file has more than { $limit } MB and was not taken in. Split it, or export a smaller version.
error-evidence-changed = This file was still changing while it was read, so it was not taken in. Wait until it is downloaded or saved, then add it again.
error-evidence-kind-unsupported =
    { $kind ->
        [HEIC] This is a HEIC photo from an iPhone, which is not taken in yet. On the phone choose Settings → Camera → Formats → Most Compatible, or convert the photo to JPEG.
        [Office] This is a Word or Excel kind of file, which is not taken in yet. Save it as PDF and add that.
        [text] This is a text file, which is not taken in yet. Print it to PDF or take a screenshot, and add that.
        [unknown] It is not clear what this file is, so it was not taken in. JPEG, PNG and WebP pictures and PDF documents are.
       *[other] This is a { $kind } file, which is not taken in yet. JPEG, PNG and WebP pictures and PDF documents are.
    }
error-evidence-truncated = This { $kind } file is incomplete; its end is missing. Transfer it again from where it came.
error-evidence-damaged = This { $kind } file is damaged and does not open; it was not touched. Export it again from the original, or take a new photo.
error-evidence-too-many-pixels = The picture has { $width } × { $height } pixels, too many to open safely. Make it smaller and add it again.
error-evidence-page-unknown = There is no page { $page }; this document has { $pages }.
error-evidence-too-slow = Opening this file took more than { $seconds } seconds and was stopped; the original was not touched. Try a simpler version, for example printed to PDF again.
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

# What is going on
job-taking-in = Taking in evidence
job-verifying = Checking the originals of the evidence
