//! The `recourse` command: everything the window can do, without a window.
//!
//! Arguments become use cases of `recourse-desk`, its documents become tables or JSON. No rule of the product and no
//! words for people may enter: rules live below, words in `assets/locales`.

mod args;
mod help;
mod language;
mod output;
mod refusal;
mod run;
mod show;
mod usage;
mod watch;

use std::process::ExitCode;

fn main() -> ExitCode {
    recourse_desk::enter_worker_if_asked();
    let words = language::from_command_line(std::env::args_os());
    let json = language::wants_json(std::env::args_os());
    let ended = usage::read(std::env::args_os(), words).and_then(|asked| run::run(asked, words));
    ExitCode::from(refusal::tell(ended, words, json))
}
