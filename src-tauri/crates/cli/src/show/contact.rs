//! The directory, and what to think of a number.

use super::visible;
use recourse_desk::Words;
use recourse_desk::dto::{DirectoryDto, DirectoryLineDto, NumberCheck};
use std::fmt::Write as _;

/// Who was found, with every number's standing and source.
pub(crate) fn directory(found: &DirectoryDto, words: &Words) -> String {
    if found.entries.is_empty() {
        return words.say("cli-none-directory");
    }
    let mut text = format!("{}\n", found.rule);
    for entry in &found.entries {
        let _ = writeln!(text, "\n{}  {}", visible(&entry.name), entry.kind_name);
        for line in entry.phones.iter().chain(&entry.domains) {
            let _ = writeln!(text, "  {}", one_line(line, words));
        }
        for note in entry.note.iter().chain(Some(&entry.own_note)).filter(|note| !note.is_empty()) {
            let _ = writeln!(text, "  {}", visible(note));
        }
    }
    text
}

fn one_line(line: &DirectoryLineDto, words: &Words) -> String {
    let mut said = vec![line.standing_name.clone()];
    said.extend(line.what.iter().chain(&line.hours).cloned());
    said.extend([line.source.clone(), line.checked_on.clone().unwrap_or_default()]);
    said.retain(|part| !part.is_empty());
    let marks = visible(&said.join(&words.say("cli-between")));
    words.say_with("cli-marked", &[("text", &visible(&line.value)), ("marks", &marks)])
}

/// What to be careful about.
pub(crate) fn number(found: &NumberCheck, words: &Words) -> String {
    if found.warnings.is_empty() {
        return words.say("cli-number-known");
    }
    found.warnings.iter().map(|warning| format!("- {}\n", visible(&warning.message))).collect()
}
