### What the desktop shell (src-tauri/src) says: in the system's dialogs, and on the terminal when there is no window.

dialog-choose-evidence = Choose evidence
dialog-kinds-evidence = Pictures and PDF
dialog-kinds-all = All files
dialog-save-exhibit = Save the original
dialog-save-packet = Save the packet
dialog-choose-playbook = Choose a file of steps
dialog-kinds-playbook = Steps (TOML)
dialog-save-playbook = Export the steps
dialog-save-sheet = Save the sheet

window-no-display = There is no graphical desktop here, so the window cannot open; no data was touched. Open it from a desktop, or use the command line: recourse.
window-not-opened = The window could not open; no data was touched. Check that the desktop works and open it again, or use the command line: recourse.
