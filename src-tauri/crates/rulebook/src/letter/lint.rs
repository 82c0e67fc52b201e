//! What in a letter would better be looked at before it goes out. Nothing is changed, and nothing here stops anybody.
//!
//! The words that stir up and the words that claim a law are data: `assets/templates/lint.toml`.

use super::law;
use super::markup::{Paragraph, Role};
use super::plain::plain_of;
use crate::assets::TEMPLATES;
use crate::error::RulebookError;
use crate::words::Words;
use recourse_domain::{Evidence, Params, guard};
use serde::Deserialize;
use std::sync::OnceLock;

/// Where in a letter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    /// Which paragraph, from 0.
    pub paragraph: usize,
    /// First character in its text.
    pub start: usize,
    /// First character behind it.
    pub end: usize,
}

/// Something to look at. Words: `letter-lint-<code>`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// Stable name, e.g. `exhibit-unknown`.
    pub code: &'static str,
    /// Values for the words.
    pub params: Params,
    /// Where; none when it is about the whole letter.
    pub place: Option<Place>,
}

impl Finding {
    fn new(code: &'static str, params: &[(&str, &str)], place: Option<Place>) -> Self {
        Self { code, params: params.iter().map(|(k, v)| ((*k).to_owned(), (*v).to_owned())).collect(), place }
    }

    /// In words.
    #[must_use]
    pub fn say(&self, words: &Words) -> String {
        let values: Vec<(&str, &str)> = self.params.iter().map(|(k, v)| (k.as_str(), v.as_str())).collect();
        words.say_with(&format!("letter-lint-{}", self.code), &values)
    }
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Lists {
    emotional: Vec<String>,
    law: Vec<String>,
}

fn lists() -> Result<&'static Lists, RulebookError> {
    static LISTS: OnceLock<Result<Lists, RulebookError>> = OnceLock::new();
    let read = || {
        let file = "lint.toml";
        let text = TEMPLATES.get_file(file).and_then(|f| f.contents_utf8()).unwrap_or_default();
        toml::from_str(text)
            .map_err(|e| RulebookError::AssetUnreadable { file: file.to_owned(), reason: e.to_string() })
    };
    LISTS.get_or_init(read).as_ref().map_err(Clone::clone)
}

/// Everything to look at in a letter, drafted or edited: too long for its channel, an exhibit that goes along uncited
/// (`cites` says whether that matters), one cited that is not there, numbers that must be masked, words that stir up,
/// law without its source, and what still reads 未记录.
///
/// # Errors
/// [`RulebookError::AssetUnreadable`].
pub fn lint(
    paragraphs: &[Paragraph],
    exhibits: &[&Evidence],
    cites: bool,
    limit: Option<usize>,
    words: &Words,
) -> Result<Vec<Finding>, RulebookError> {
    let lists = lists()?;
    let titles: Vec<&str> = law::laws()?.iter().map(|law| law.title.as_str()).collect();
    let mut found = Vec::new();
    let counted = plain_of(paragraphs, limit);
    if let Some(limit) = limit.filter(|_| counted.over > 0) {
        let (chars, limit, over) = (counted.chars.to_string(), limit.to_string(), counted.over.to_string());
        found.push(Finding::new("too-long", &[("chars", &chars), ("limit", &limit), ("over", &over)], None));
    }
    let labels: Vec<String> = exhibits.iter().map(|e| e.label()).collect();
    let mut cited: Vec<String> = Vec::new();
    for (at, paragraph) in paragraphs.iter().enumerate() {
        let text = paragraph.text.as_str();
        for (start, end, label) in citations(text) {
            if !labels.contains(&label) {
                found.push(Finding::new("exhibit-unknown", &[("label", &label)], Some(place(at, text, start, end))));
            }
            cited.push(label);
        }
        for sighting in guard::find(text) {
            let secret = text.get(sighting.start..sighting.end).unwrap_or_default();
            let params = [("what", sighting.kind.as_str()), ("masked", &guard::masked(secret))];
            found.push(Finding::new("unmasked", &params, Some(place(at, text, sighting.start, sighting.end))));
        }
        for (start, end) in lists.emotional.iter().flat_map(|word| hits(text, word)) {
            let word = text.get(start..end).unwrap_or_default();
            found.push(Finding::new("emotional", &[("word", word)], Some(place(at, text, start, end))));
        }
        found.extend(law_findings(at, paragraph, &lists.law, &titles));
        let gap = words.say("not-on-record");
        if let Some(start) = text.find(&gap) {
            found.push(Finding::new("not-on-record", &[], Some(place(at, text, start, start + gap.len()))));
        }
    }
    if cites {
        for label in labels.iter().filter(|label| !cited.contains(label)) {
            found.push(Finding::new("exhibit-not-cited", &[("label", label)], None));
        }
    }
    Ok(found)
}

/// A claim about the law needs the document it stands in; a document that is not on our list needs a look.
fn law_findings(at: usize, paragraph: &Paragraph, claims: &[String], titles: &[&str]) -> Vec<Finding> {
    let text = paragraph.text.as_str();
    let mut found = Vec::new();
    if matches!(paragraph.role, Role::Title | Role::Addressee | Role::Signature) {
        return found;
    }
    let named: Vec<&str> = titles.iter().copied().filter(|title| text.contains(title)).collect();
    let mut cited = false;
    for (start, _) in text.match_indices('《') {
        let Some(len) = text.get(start..).and_then(|rest| rest.find('》')) else { continue };
        let (end, title) =
            (start + len + '》'.len_utf8(), text.get(start + '《'.len_utf8()..start + len).unwrap_or_default());
        cited = true;
        if is_law(title) && !titles.iter().any(|known| known.contains(title) || title.contains(known)) {
            found.push(Finding::new("law-not-known", &[("title", title)], Some(place(at, text, start, end))));
        }
    }
    if cited || !named.is_empty() {
        return found;
    }
    if let Some((start, end)) = claims.iter().flat_map(|word| hits(text, word)).min() {
        let word = text.get(start..end).unwrap_or_default();
        found.push(Finding::new("law-without-source", &[("word", word)], Some(place(at, text, start, end))));
    }
    found
}

fn is_law(title: &str) -> bool {
    ["法", "条例", "规定", "办法", "细则", "解释", "规则", "法典"].iter().any(|end| title.ends_with(end))
}

/// Every place of a word, in bytes; of a Latin word only where it stands alone.
fn hits(text: &str, word: &str) -> Vec<(usize, usize)> {
    let folded = text.to_ascii_lowercase();
    let alone = |at: usize| {
        let before = folded.get(..at).and_then(|t| t.chars().next_back());
        let after = folded.get(at + word.len()..).and_then(|t| t.chars().next());
        let part = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
        !word.is_ascii() || (!part(before) && !part(after))
    };
    folded.match_indices(word).filter(|(at, _)| alone(*at)).map(|(at, hit)| (at, at + hit.len())).collect()
}

fn place(paragraph: usize, text: &str, start: usize, end: usize) -> Place {
    let chars = |to: usize| text.get(..to).map_or(0, |before| before.chars().count());
    Place { paragraph, start: chars(start), end: chars(end) }
}

/// Exhibits named in a text: `E3`, and each of `E1–E3`. An `E` inside a longer word is none.
fn citations(text: &str) -> Vec<(usize, usize, String)> {
    let mut found: Vec<(usize, usize, u32)> = Vec::new();
    for (at, _) in text.match_indices('E') {
        let before = text.get(..at).and_then(|t| t.chars().next_back());
        let digits: String =
            text.get(at + 1..).unwrap_or_default().chars().take_while(char::is_ascii_digit).take(6).collect();
        let end = at + 1 + digits.len();
        let after = text.get(end..).and_then(|t| t.chars().next());
        let part = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric() || c == '_');
        if digits.is_empty() || digits.len() > 4 || digits.starts_with('0') || part(before) || part(after) {
            continue;
        }
        let Ok(number) = digits.parse::<u32>() else { continue };
        if let Some((_, last_end, first)) = found.last().copied() {
            let between = text.get(last_end..at).unwrap_or_default().trim();
            if matches!(between, "-" | "–" | "—" | "~" | "～" | "至" | "to") && first < number && number - first < 200
            {
                found.extend((first + 1..number).map(|n| (at, end, n)));
            }
        }
        found.push((at, end, number));
    }
    found.into_iter().map(|(start, end, number)| (start, end, format!("E{number}"))).collect()
}
