//! The window's program: works round what the machine is known to get wrong, then opens the window.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

use std::process::ExitCode;

fn main() -> ExitCode {
    recourse_desk::enter_worker_if_asked();
    recourse_desktop::run()
}
