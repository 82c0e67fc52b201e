//! What must be known before the arguments are read, because help and complaints already depend on it.

use recourse_desk::{Language, Words};
use std::ffi::OsString;

/// The words for this run: the last `--lang` that is one, else the system's language.
pub(crate) fn from_command_line(args: impl Iterator<Item = OsString>) -> &'static Words {
    let asked = values_of("--lang", args).iter().rev().find_map(|value| value.parse::<Language>().ok());
    Words::of(asked.unwrap_or_else(|| Language::for_system(&system_locale())))
}

/// The system's locale, e.g. `zh-CN`; empty when it tells none.
pub(crate) fn system_locale() -> String {
    sys_locale::get_locale().unwrap_or_default()
}

/// Whether refusals are to be documents, even when the arguments cannot be read.
pub(crate) fn wants_json(args: impl Iterator<Item = OsString>) -> bool {
    args.skip(1).take_while(|arg| arg != "--").any(|arg| arg == "--json")
}

/// The values given for an option, in order.
fn values_of(option: &str, args: impl Iterator<Item = OsString>) -> Vec<String> {
    let mut found = Vec::new();
    let mut args = args.skip(1).take_while(|arg| arg != "--").map(|arg| arg.to_string_lossy().into_owned());
    while let Some(arg) = args.next() {
        if arg == option {
            found.extend(args.next());
        } else if let Some(value) = arg.strip_prefix(option).and_then(|rest| rest.strip_prefix('=')) {
            found.push(value.to_owned());
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn args(line: &str) -> impl Iterator<Item = OsString> {
        line.split(' ').map(OsString::from).collect::<Vec<_>>().into_iter()
    }

    #[test]
    fn the_language_is_found_wherever_it_stands() {
        for line in [
            "recourse --lang zh-CN case list",
            "recourse case list --lang=zh-CN",
            "recourse --lang en --lang zh",
            "recourse --lang zh-CN --lang fr",
        ] {
            assert_eq!(from_command_line(args(line)).language(), Language::ZhCn, "{line}");
        }
        assert_eq!(from_command_line(args("recourse --lang en case --lang=en")).language(), Language::En);
    }

    #[test]
    fn what_stands_after_two_hyphens_is_a_name_and_not_an_option() {
        assert!(wants_json(args("recourse case list --json")));
        assert!(!wants_json(args("recourse evidence add 2026-0001 -- --json")));
        assert!(values_of("--lang", args("recourse x -- --lang en")).is_empty());
    }
}
