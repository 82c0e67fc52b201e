//! Every word a person reads, from the Fluent files in `assets/locales`.
//!
//! One bundle a language, the same for window, command line and packet. No text for people stands in code.

use crate::assets::LOCALES;
use crate::error::RulebookError;
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use recourse_domain::Coded;
use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;
use std::sync::OnceLock;
use unic_langid::LanguageIdentifier;

/// A language the program speaks completely.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Language {
    /// Simplified Chinese.
    #[serde(rename = "zh-CN")]
    ZhCn,
    /// English.
    #[serde(rename = "en")]
    En,
}

impl Language {
    /// Every language.
    pub const ALL: [Self; 2] = [Self::ZhCn, Self::En];

    /// BCP 47 tag; also the folder in `assets/locales`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::ZhCn => "zh-CN",
            Self::En => "en",
        }
    }

    /// The language for a system locale such as `zh_CN.UTF-8` or `de-DE`: Chinese for any `zh`, English for all else.
    #[must_use]
    pub fn for_system(locale: &str) -> Self {
        if locale.to_ascii_lowercase().starts_with("zh") { Self::ZhCn } else { Self::En }
    }
}
impl FromStr for Language {
    type Err = RulebookError;
    fn from_str(text: &str) -> Result<Self, RulebookError> {
        match text {
            "zh-CN" | "zh" | "zh_CN" => Ok(Self::ZhCn),
            "en" => Ok(Self::En),
            other => Err(RulebookError::LanguageUnknown(other.to_owned())),
        }
    }
}
impl fmt::Display for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// The words of one language.
pub struct Words {
    language: Language,
    bundle: FluentBundle<FluentResource>,
}

impl Words {
    /// The embedded words of a language, read once a process.
    #[must_use]
    pub fn of(language: Language) -> &'static Self {
        static ZH: OnceLock<Words> = OnceLock::new();
        static EN: OnceLock<Words> = OnceLock::new();
        match language {
            Language::ZhCn => ZH.get_or_init(|| Self::read(language)),
            Language::En => EN.get_or_init(|| Self::read(language)),
        }
    }

    fn read(language: Language) -> Self {
        let tag: LanguageIdentifier = language.as_str().parse().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![tag]);
        // Isolation marks would end up in PDFs and JSON, where they break searching and comparing.
        bundle.set_use_isolating(false);
        if let Some(folder) = LOCALES.get_dir(language.as_str()) {
            for file in folder.files() {
                let text = file.contents_utf8().unwrap_or_default().to_owned();
                // A broken entry is left out here and caught by the test below, before it can ship.
                let resource = FluentResource::try_new(text).unwrap_or_else(|(partial, _)| partial);
                let _ = bundle.add_resource(resource);
            }
        }
        Self { language, bundle }
    }

    /// The language these words are of.
    #[must_use]
    pub fn language(&self) -> Language {
        self.language
    }

    /// Whether there is a message of this name.
    #[must_use]
    pub fn knows(&self, key: &str) -> bool {
        self.bundle.has_message(key)
    }

    /// A message without parameters; the key itself when there is none, so that a gap is seen and not silent.
    #[must_use]
    pub fn say(&self, key: &str) -> String {
        self.say_with(key, &[])
    }

    /// A message with named values. A value that is a whole number takes part in plural rules.
    #[must_use]
    pub fn say_with(&self, key: &str, values: &[(&str, &str)]) -> String {
        let Some(pattern) = self.bundle.get_message(key).and_then(|m| m.value()) else {
            return key.to_owned();
        };
        let mut args = FluentArgs::new();
        for (name, value) in values {
            let fluent = match value.parse::<u32>() {
                // Only what prints back the same: `007` and `68` in a code field must stay as typed.
                Ok(number) if number.to_string() == *value => FluentValue::from(number),
                _ => FluentValue::from((*value).to_owned()),
            };
            args.set((*name).to_owned(), fluent);
        }
        let mut faults = Vec::new();
        self.bundle.format_pattern(pattern, Some(&args), &mut faults).into_owned()
    }

    /// What to tell a person about an error: `error-<code>` with the error's parameters.
    #[must_use]
    pub fn error(&self, error: &dyn Coded) -> String {
        let params = error.params();
        let values: Vec<(&str, &str)> = params.iter().map(|(k, v)| (k.as_str(), v.as_str())).collect();
        self.say_with(&format!("error-{}", error.code()), &values)
    }

    /// `yes` when known, else the words for "not on record": what is missing is said, never left blank.
    #[must_use]
    pub fn or_not_on_record(&self, value: &str) -> String {
        if value.trim().is_empty() { self.say("not-on-record") } else { value.to_owned() }
    }
}

impl fmt::Debug for Words {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Words").field("language", &self.language).finish_non_exhaustive()
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::panic)]
mod tests {
    use super::*;

    #[test]
    fn every_shipped_file_reads_without_a_fault_and_no_key_stands_twice() {
        for language in Language::ALL {
            let folder = LOCALES.get_dir(language.as_str()).unwrap();
            let mut seen = std::collections::BTreeMap::new();
            for file in folder.files() {
                let text = file.contents_utf8().unwrap().to_owned();
                if let Err((_, faults)) = FluentResource::try_new(text.clone()) {
                    panic!("{}: {faults:?}", file.path().display());
                }
                for line in text.lines() {
                    let Some((key, _)) = line.split_once(" =") else { continue };
                    if key.starts_with(|c: char| c.is_ascii_lowercase()) {
                        let before = seen.insert(key.to_owned(), file.path());
                        assert!(before.is_none(), "{key} stands in {before:?} and {}", file.path().display());
                    }
                }
            }
        }
    }

    #[test]
    fn a_gap_shows_its_key_and_a_blank_shows_as_not_on_record() {
        let zh = Words::of(Language::ZhCn);
        assert_eq!(zh.say("no-such-key"), "no-such-key");
        assert_eq!(zh.or_not_on_record(" "), "未记录");
    }

    #[test]
    fn codes_keep_their_zeros() {
        assert_eq!(
            Words::of(Language::En).error(&RulebookError::PlaybookUnknown("007".to_owned())).matches("007").count(),
            1
        );
    }
}
