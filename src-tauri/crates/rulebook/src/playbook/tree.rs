//! A TOML document taken apart key by key, every flaw kept with the byte it stands at.
//!
//! Reading goes on after a flaw with an empty value in its place, so that a person sees everything at once.

use super::flaw::Flaw;
use super::terms::Confidence;
use crate::text::Text;
use crate::words::Language;
use chrono::NaiveDate;
use recourse_domain::Key;
use recourse_domain::moment::parse_date;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// Flaws found so far, and whether anything was lost by which other parts are known.
pub(crate) struct Finds {
    /// Each with the byte it stands at.
    pub(crate) flaws: Vec<(usize, Flaw)>,
    /// A name or a kind could not be read: what refers to it would be blamed for nothing.
    pub(crate) lost: bool,
    /// Whether every text needs both languages.
    pub(crate) both_languages: bool,
}

impl Finds {
    pub(crate) fn new(both_languages: bool) -> Self {
        Self { flaws: Vec::new(), lost: false, both_languages }
    }

    pub(crate) fn add(&mut self, byte: usize, flaw: Flaw) {
        self.flaws.push((byte, flaw));
    }
}

/// One table and the keys of it that were asked for.
pub(crate) struct Part<'d> {
    table: &'d DeTable<'d>,
    name: &'static str,
    at: usize,
    asked: Vec<&'static str>,
}

type Value<'d> = Spanned<DeValue<'d>>;

impl<'d> Part<'d> {
    /// A table; `name` is what a flaw calls it.
    pub(crate) fn new(table: &'d DeTable<'d>, name: &'static str, at: usize) -> Self {
        Self { table, name, at, asked: Vec::new() }
    }

    fn get(&mut self, key: &'static str) -> Option<&'d Value<'d>> {
        self.asked.push(key);
        self.table.get(key)
    }

    fn must(&mut self, finds: &mut Finds, key: &'static str) -> Option<&'d Value<'d>> {
        let value = self.get(key);
        if value.is_none() {
            finds.add(self.at, Flaw::KeyMissing { key: key.to_owned(), within: self.name.to_owned() });
        }
        value
    }

    /// Tells of keys that nobody asked for.
    pub(crate) fn finish(self, finds: &mut Finds) {
        for key in self.table.keys() {
            if !self.asked.contains(&key.get_ref().as_ref()) {
                let key_text = key.get_ref().to_string();
                finds.add(key.span().start, Flaw::KeyUnknown { key: key_text, within: self.name.to_owned() });
            }
        }
    }

    /// A text for programs, not empty.
    pub(crate) fn plain(&mut self, finds: &mut Finds, key: &'static str) -> String {
        let Some(value) = self.must(finds, key) else { return String::new() };
        string(finds, key, value).map(str::to_owned).unwrap_or_default()
    }

    /// A name, which other parts may use.
    pub(crate) fn id(&mut self, finds: &mut Finds, key: &'static str) -> Option<Key> {
        let read = self.must(finds, key).and_then(|value| as_key(finds, key, value));
        finds.lost |= read.is_none();
        read
    }

    /// Names of other parts; none when the key is absent.
    pub(crate) fn ids(&mut self, finds: &mut Finds, key: &'static str) -> Vec<Key> {
        self.items(finds, key).iter().filter_map(|item| as_key(finds, key, item)).collect()
    }

    /// Texts for programs; none when the key is absent.
    pub(crate) fn plains(&mut self, finds: &mut Finds, key: &'static str) -> Vec<String> {
        let items = self.items(finds, key);
        items.iter().filter_map(|item| string(finds, key, item).map(str::to_owned)).collect()
    }

    /// A word of a closed list.
    pub(crate) fn term<T>(
        &mut self,
        finds: &mut Finds,
        key: &'static str,
        named: impl Fn(&str) -> Option<T>,
        allowed: &[&str],
    ) -> Option<T> {
        let read = self.must(finds, key).and_then(|value| as_term(finds, key, value, &named, allowed));
        finds.lost |= read.is_none();
        read
    }

    /// A word of a closed list that may be absent.
    pub(crate) fn term_if_any<T>(
        &mut self,
        finds: &mut Finds,
        key: &'static str,
        named: impl Fn(&str) -> Option<T>,
        allowed: &[&str],
    ) -> Option<T> {
        self.get(key).and_then(|value| as_term(finds, key, value, &named, allowed))
    }

    /// Words of a closed list; none when the key is absent.
    pub(crate) fn terms<T>(
        &mut self,
        finds: &mut Finds,
        key: &'static str,
        named: impl Fn(&str) -> Option<T>,
        allowed: &[&str],
    ) -> Vec<T> {
        let items = self.items(finds, key);
        items.iter().filter_map(|item| as_term(finds, key, item, &named, allowed)).collect()
    }

    /// `true` or `false`; `usual` when the key is absent.
    pub(crate) fn flag(&mut self, finds: &mut Finds, key: &'static str, usual: Option<bool>) -> bool {
        let value = if usual.is_none() { self.must(finds, key) } else { self.get(key) };
        let Some(value) = value else { return usual.unwrap_or_default() };
        value.get_ref().as_bool().unwrap_or_else(|| {
            finds.add(value.span().start, wrong(key, "true-false"));
            false
        })
    }

    /// Whether the key is there.
    pub(crate) fn has(&self, key: &str) -> bool {
        self.table.contains_key(key)
    }

    /// `true` or `false`; nothing when the key is absent.
    pub(crate) fn flag_if_any(&mut self, finds: &mut Finds, key: &'static str) -> Option<bool> {
        self.has(key).then(|| self.flag(finds, key, Some(false)))
    }

    /// A whole number within limits.
    pub(crate) fn number(&mut self, finds: &mut Finds, key: &'static str, least: u32, most: u32) -> u32 {
        let Some(value) = self.must(finds, key) else { return least };
        let Some(digits) = value.get_ref().as_integer() else {
            finds.add(value.span().start, wrong(key, "number"));
            return least;
        };
        match u32::from_str_radix(digits.as_str(), digits.radix()) {
            Ok(number) if (least..=most).contains(&number) => number,
            _ => {
                finds.add(value.span().start, Flaw::OutOfRange { key: key.to_owned(), least, most });
                least
            }
        }
    }

    /// A calendar date `YYYY-MM-DD`, written as text.
    pub(crate) fn date(&mut self, finds: &mut Finds, key: &'static str) -> NaiveDate {
        let Some(value) = self.must(finds, key) else { return NaiveDate::default() };
        value.get_ref().as_str().and_then(|text| parse_date(text).ok()).unwrap_or_else(|| {
            finds.add(value.span().start, wrong(key, "date"));
            NaiveDate::default()
        })
    }

    /// How sure a statement is. `M` (from memory) has a flaw of its own: it may not be shipped at all.
    pub(crate) fn confidence(&mut self, finds: &mut Finds) -> Confidence {
        let key = "confidence";
        let Some(value) = self.must(finds, key) else { return Confidence::C };
        if value.get_ref().as_str() == Some("M") {
            finds.add(value.span().start, Flaw::TooWeak("M".to_owned()));
            return Confidence::C;
        }
        as_term(finds, key, value, &Confidence::named, &Confidence::names()).unwrap_or(Confidence::C)
    }

    /// A text for people.
    pub(crate) fn text(&mut self, finds: &mut Finds, key: &'static str) -> Text {
        self.must(finds, key).map(|value| as_text(finds, key, value)).unwrap_or_default()
    }

    /// A text for people that may be absent.
    pub(crate) fn text_if_any(&mut self, finds: &mut Finds, key: &'static str) -> Option<Text> {
        self.get(key).map(|value| as_text(finds, key, value))
    }

    /// Texts for people; none when the key is absent.
    pub(crate) fn texts(&mut self, finds: &mut Finds, key: &'static str) -> Vec<Text> {
        self.items(finds, key).iter().map(|item| as_text(finds, key, item)).collect()
    }

    /// Tables in a list; none when the key is absent.
    pub(crate) fn parts(&mut self, finds: &mut Finds, key: &'static str) -> Vec<Part<'d>> {
        let items = self.items(finds, key);
        items.iter().filter_map(|item| as_part(finds, key, item)).collect()
    }

    /// A table that must be there.
    pub(crate) fn part(&mut self, finds: &mut Finds, key: &'static str) -> Option<Part<'d>> {
        self.must(finds, key).and_then(|value| as_part(finds, key, value))
    }

    fn items(&mut self, finds: &mut Finds, key: &'static str) -> &'d [Value<'d>] {
        let Some(value) = self.get(key) else { return &[] };
        if let DeValue::Array(items) = value.get_ref() {
            return items;
        }
        finds.add(value.span().start, wrong(key, "list"));
        finds.lost = true;
        &[]
    }

    /// The byte at which the table begins.
    pub(crate) fn at(&self) -> usize {
        self.at
    }
}

fn wrong(key: &str, wanted: &'static str) -> Flaw {
    Flaw::WrongForm { key: key.to_owned(), wanted }
}

fn string<'d>(finds: &mut Finds, key: &str, value: &'d Value<'d>) -> Option<&'d str> {
    match value.get_ref().as_str() {
        Some(text) if text.trim().is_empty() => {
            finds.add(value.span().start, Flaw::Blank { key: key.to_owned() });
            None
        }
        Some(text) => Some(text),
        None => {
            finds.add(value.span().start, wrong(key, "text"));
            None
        }
    }
}

fn as_key(finds: &mut Finds, key: &str, value: &Value<'_>) -> Option<Key> {
    let read = value.get_ref().as_str().and_then(|text| text.parse().ok());
    if read.is_none() {
        finds.add(value.span().start, wrong(key, "key"));
        finds.lost = true;
    }
    read
}

fn as_term<T>(
    finds: &mut Finds,
    key: &str,
    value: &Value<'_>,
    named: &impl Fn(&str) -> Option<T>,
    allowed: &[&str],
) -> Option<T> {
    let text = string(finds, key, value)?;
    let read = named(text);
    if read.is_none() {
        let flaw = Flaw::NotAllowed { value: text.to_owned(), allowed: allowed.join(", ") };
        finds.add(value.span().start, flaw);
    }
    read
}

fn as_part<'d>(finds: &mut Finds, key: &'static str, value: &'d Value<'d>) -> Option<Part<'d>> {
    let table = value.get_ref().as_table();
    if table.is_none() {
        finds.add(value.span().start, wrong(key, "table"));
        finds.lost = true;
    }
    Some(Part::new(table?, key, value.span().start))
}

fn as_text(finds: &mut Finds, key: &'static str, value: &Value<'_>) -> Text {
    let at = value.span().start;
    let Some(table) = value.get_ref().as_table() else {
        finds.add(at, wrong(key, "bilingual"));
        return Text::default();
    };
    let mut text = Text::default();
    for language in Language::ALL {
        match table.get(language.as_str()) {
            Some(written) => {
                if let Some(written) = string(finds, key, written) {
                    text = text.with(language, written);
                }
            }
            None if finds.both_languages || !Language::ALL.iter().any(|l| table.contains_key(l.as_str())) => {
                let flaw = Flaw::Untranslated { key: key.to_owned(), language: language.to_string() };
                finds.add(at, flaw);
            }
            None => {}
        }
    }
    for name in table.keys().filter(|name| !Language::ALL.iter().any(|l| l.as_str() == name.get_ref().as_ref())) {
        let flaw = Flaw::KeyUnknown { key: name.get_ref().to_string(), within: key.to_owned() };
        finds.add(name.span().start, flaw);
    }
    text
}
