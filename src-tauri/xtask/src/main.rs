//! `cargo xtask run · test · bench · types · tidy`: what a newcomer, a programmer and the checks of a change type.
//!
//! Only the standard library may enter: this program is compiled on machines where nothing else is installed yet.
//! It starts other programs, tells what it does, and names the way out when something is missing.
#![allow(clippy::print_stdout, clippy::print_stderr, reason = "talking on the terminal is this program's work")]

mod bench;
mod checkout;
mod command;
mod run;
mod setup;
mod steps;
mod tally;
mod test;
mod tidy;
mod trouble;
mod types;

use std::process::ExitCode;

const USAGE: &str = "\
cargo xtask run [--release]         set up, build, and open the app on a folder with sample cases
cargo xtask test [rust|ui|e2e]...   set up and check everything, or the parts named
cargo xtask bench [NAME]...         measure; without a name, tell which figures there are
cargo xtask types [--check]         write the TypeScript types of the bridge, or tell whether they are as the Rust ones
cargo xtask tidy                    look for words, files and habits that do not belong here";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let outcome = match arguments.split_first() {
        Some((&"run", rest)) => run::run(rest),
        Some((&"test", rest)) => test::test(rest),
        Some((&"bench", rest)) => bench::bench(rest),
        Some((&"types", rest)) => types::types(rest),
        Some((&"tidy", [])) => tidy::tidy(),
        Some((&("help" | "--help" | "-h"), _)) => {
            println!("{USAGE}");
            Ok(())
        }
        _ => {
            eprintln!("{USAGE}");
            return ExitCode::from(2);
        }
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(trouble) => {
            eprint!("{trouble}");
            ExitCode::FAILURE
        }
    }
}
