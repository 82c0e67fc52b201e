//! One text for people in the languages that a file holds it in.

use crate::words::Language;
use serde::{Deserialize, Deserializer};

/// A text as a playbook or a rule holds it. Never without any language once it was read from a file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Text {
    zh_cn: Option<String>,
    en: Option<String>,
}

impl Text {
    /// A text in both languages.
    #[must_use]
    pub fn new(zh_cn: impl Into<String>, en: impl Into<String>) -> Self {
        Self { zh_cn: Some(zh_cn.into()), en: Some(en.into()) }
    }

    /// A text in one language, which then serves for both.
    #[must_use]
    pub fn only(language: Language, text: impl Into<String>) -> Self {
        Self::default().with(language, text)
    }

    /// The same with one language set or replaced.
    #[must_use]
    pub fn with(mut self, language: Language, text: impl Into<String>) -> Self {
        let place = match language {
            Language::ZhCn => &mut self.zh_cn,
            Language::En => &mut self.en,
        };
        *place = Some(text.into());
        self
    }

    /// What to show in a language: its own text, or the other one's where it has none.
    #[must_use]
    pub fn of(&self, language: Language) -> &str {
        let (first, second) = match language {
            Language::ZhCn => (&self.zh_cn, &self.en),
            Language::En => (&self.en, &self.zh_cn),
        };
        first.as_deref().or(second.as_deref()).unwrap_or_default()
    }

    /// The text written in this language, if there is one.
    #[must_use]
    pub fn written_in(&self, language: Language) -> Option<&str> {
        match language {
            Language::ZhCn => self.zh_cn.as_deref(),
            Language::En => self.en.as_deref(),
        }
    }
}

/// Reads `{ zh-CN = "…", en = "…" }` of a shipped file: both languages must be there, and nothing else.
impl<'de> Deserialize<'de> for Text {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        #[serde(deny_unknown_fields)]
        struct Both {
            #[serde(rename = "zh-CN")]
            zh_cn: String,
            en: String,
        }
        Both::deserialize(from).map(|both| Self::new(both.zh_cn, both.en))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_language_serves_for_both() {
        let text = Text::only(Language::ZhCn, "签购单");
        assert_eq!((text.of(Language::ZhCn), text.of(Language::En)), ("签购单", "签购单"));
        assert_eq!(text.written_in(Language::En), None);
        let both = text.with(Language::En, "Sales slip");
        assert_eq!((both.of(Language::ZhCn), both.of(Language::En)), ("签购单", "Sales slip"));
    }
}
