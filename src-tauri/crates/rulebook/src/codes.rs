//! What response codes mean, from `assets/rules/response-codes.toml`.

use crate::assets::RULES;
use crate::error::RulebookError;
use crate::playbook::Confidence;
use crate::text::Text;
use chrono::NaiveDate;
use recourse_domain::Key;
use recourse_domain::moment::parse_date;
use serde::{Deserialize, Deserializer};
use std::sync::OnceLock;

/// A response code of a card terminal.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ResponseCode {
    /// Two digits or letters, as on screen or slip.
    pub code: String,
    /// What it means.
    pub meaning: Text,
    /// What the screen usually says.
    pub screen: Text,
    /// What the shop does next.
    pub advice: Text,
    /// What must not be done.
    pub never: Option<Text>,
    /// Where the advice leads when it does not end the matter.
    pub playbook: Option<Key>,
    /// Where the meaning was taken from.
    pub source: String,
    /// How sure.
    pub confidence: Confidence,
    /// Day the source was checked.
    #[serde(deserialize_with = "date")]
    pub checked_on: NaiveDate,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    code: Vec<ResponseCode>,
}

/// Every code known, in the order of the file. Read once a process.
///
/// # Errors
/// [`RulebookError::AssetUnreadable`] with line and reason.
pub fn all() -> Result<&'static [ResponseCode], RulebookError> {
    static CODES: OnceLock<Result<Vec<ResponseCode>, RulebookError>> = OnceLock::new();
    CODES.get_or_init(read).as_deref().map_err(Clone::clone)
}

/// One code. Small letters and a missing zero in front are as good: `a0` is `A0`, `3` is `03`.
///
/// # Errors
/// [`RulebookError::CodeUnknown`], [`RulebookError::AssetUnreadable`].
pub fn get(code: &str) -> Result<&'static ResponseCode, RulebookError> {
    let wanted = format!("{:0>2}", code.trim().to_ascii_uppercase());
    all()?
        .iter()
        .find(|known| known.code == wanted)
        .ok_or_else(|| RulebookError::CodeUnknown(code.trim().chars().take(16).collect()))
}

fn read() -> Result<Vec<ResponseCode>, RulebookError> {
    let file = "response-codes.toml";
    let text = RULES.get_file(file).and_then(|f| f.contents_utf8()).unwrap_or_default();
    let read: File = toml::from_str(text)
        .map_err(|e| RulebookError::AssetUnreadable { file: file.to_owned(), reason: e.to_string() })?;
    Ok(read.code)
}

fn date<'de, D: Deserializer<'de>>(from: D) -> Result<NaiveDate, D::Error> {
    parse_date(&String::deserialize(from)?).map_err(serde::de::Error::custom)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::book::Book;
    use crate::words::Language;

    #[test]
    fn every_code_stands_once_says_something_and_leads_somewhere() {
        let codes = all().unwrap();
        assert!(codes.len() > 30);
        for code in codes {
            assert_eq!(codes.iter().filter(|c| c.code == code.code).count(), 1, "{}", code.code);
            assert!(code.code.len() == 2 && code.code.bytes().all(|b| b.is_ascii_digit() || b.is_ascii_uppercase()));
            for text in [&code.meaning, &code.screen, &code.advice] {
                assert!(Language::ALL.iter().all(|l| !text.of(*l).trim().is_empty()), "{}", code.code);
            }
            assert!(!code.source.is_empty(), "{}", code.code);
            if let Some(playbook) = &code.playbook {
                assert!(Book::shipped().get(playbook.as_str()).is_ok(), "{} leads to {playbook}", code.code);
            }
        }
    }

    #[test]
    fn a_code_is_found_as_people_type_it() {
        for typed in ["68", " 68 "] {
            assert_eq!(get(typed).unwrap().code, "68");
        }
        assert_eq!(get("3").unwrap().code, "03");
        assert_eq!(get("a0").unwrap().code, "A0");
        assert_eq!(get("zz"), Err(RulebookError::CodeUnknown("zz".to_owned())));
        assert_eq!(get("").unwrap_err(), RulebookError::CodeUnknown(String::new()));
    }

    #[test]
    fn a_timeout_leads_to_the_timeout_playbook_and_says_not_to_swipe_again() {
        for code in ["68", "98"] {
            let code = get(code).unwrap();
            assert_eq!(code.playbook.as_ref().map(Key::as_str), Some("timeout-debited"));
            assert!(code.never.as_ref().is_some_and(|never| never.of(Language::ZhCn).contains("再刷")));
        }
        assert_eq!(get("03").unwrap().playbook.as_ref().map(Key::as_str), Some("merchant-invalid"));
    }
}
