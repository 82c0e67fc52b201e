### Errors of the desktop shell (src-tauri/src): what happened, what is safe, what to do.

error-token-unknown = The files chosen before were already used, or it was too long ago. Choose them again.
error-job-unreadable = This was not started, because the window gave it no proper name. Reopen the window and try again.
error-job-running = The same work is still going on, so it was not started twice. Wait until it is done, or cancel it first.
error-request-unreadable = What the window sent lacks “{ $what }”; nothing was kept. Try again.
error-viewer-missing = No program on this system can open the file; the file itself is safe. Install a PDF reader, or save the file elsewhere.
error-dialog-failed = The system’s file window did not open; nothing was changed. Try again.
error-shutting-down = The window is closing and this step was not done. Everything before it is kept; do it after reopening.
error-internal = The program made a mistake and this step was not finished; everything kept before is still there. Try again, and if that does not help, reopen the window.
