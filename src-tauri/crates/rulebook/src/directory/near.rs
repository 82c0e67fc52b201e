//! Which entry a name as people say it stands for.

use super::entry::{Entry, all};

/// A name for comparing: full-width folded, small letters, no blanks and no marks.
pub(super) fn plain(text: &str) -> String {
    text.chars()
        .map(|c| match c {
            '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
            _ => c,
        })
        .filter(|c| c.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .take(200)
        .collect()
}

/// Every name of an entry, for comparing.
pub(super) fn names(entry: &Entry) -> impl Iterator<Item = String> + '_ {
    use crate::words::Language;
    let own = Language::ALL.into_iter().map(|language| entry.name.of(language));
    own.chain(entry.aliases.iter().map(String::as_str)).map(plain)
}

/// The shipped entry meant by a name: the same name, or the longest of its names that the text holds.
pub(super) fn named(claimed: &str) -> Option<&'static Entry> {
    let wanted = plain(claimed);
    if wanted.is_empty() {
        return None;
    }
    let fits = |entry: &Entry| {
        let held = |name: &String| {
            let long = name.chars().count() >= if name.is_ascii() { 5 } else { 2 };
            *name == wanted || (long && wanted.contains(name.as_str()))
        };
        names(entry).filter(held).map(|name| (name == wanted, name.chars().count())).max()
    };
    let entries = all().unwrap_or_default();
    entries
        .iter()
        .filter_map(|entry| fits(entry).map(|rank| (rank, entry)))
        .max_by_key(|(rank, _)| *rank)
        .map(|(_, e)| e)
}
