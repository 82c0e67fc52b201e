//! What is known of fees from outside a contract, read from `assets/rules/fees.toml`. Shown beside a check, never used to
//! compute what is owed.

use crate::profile::{Bilingual, ProfileError};
use chrono::NaiveDate;
use recourse_domain::Key;
use recourse_rulebook::assets::RULES;
use serde::{Deserialize, Serialize};
use std::sync::OnceLock;

const FILE: &str = "fees.toml";

/// A part of the price that is regulated, or that is said not to be.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Ceiling {
    /// Stable name.
    pub id: Key,
    /// What people call it.
    pub name: Bilingual,
    /// Who pays whom.
    pub paid_by: Bilingual,
    /// Highest share in percent; empty where there is none.
    #[serde(default)]
    pub percent: String,
    /// Highest sum of one sale in major units; empty where there is none.
    #[serde(default)]
    pub cap: String,
    /// In force from.
    pub since: NaiveDate,
    /// Where it stands.
    pub source: String,
    /// A or B.
    pub confidence: String,
    /// Day it was checked.
    #[serde(rename = "checked_on")]
    pub checked_on: NaiveDate,
}

/// How long before a change takes effect it is to be announced.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NoticeRule {
    /// Calendar days.
    pub days: i64,
    /// Where it stands.
    pub source: String,
    /// A or B.
    pub confidence: String,
    /// Day it was checked.
    pub checked_on: NaiveDate,
}

/// Everything known of fees from outside a contract.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Background {
    /// Parts of the price.
    pub ceiling: Vec<Ceiling>,
    /// Notice of a change.
    pub notice: NoticeRule,
}

/// What is known.
///
/// # Errors
/// [`ProfileError`] with file, line and reason.
pub fn background() -> Result<&'static Background, ProfileError> {
    static READ: OnceLock<Result<Background, ProfileError>> = OnceLock::new();
    let read = READ.get_or_init(|| {
        let text = RULES.get_file(FILE).and_then(|f| f.contents_utf8()).unwrap_or_default();
        toml::from_str(text).map_err(|e: toml::de::Error| ProfileError {
            file: FILE.to_owned(),
            line: e.span().map_or(0, |span| text[..span.start.min(text.len())].matches('\n').count() + 1),
            reason: e.message().to_owned(),
        })
    });
    read.as_ref().map_err(Clone::clone)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::rate::Rate;

    #[test]
    fn only_what_is_sure_stands_here_with_its_source() {
        let known = background().unwrap();
        assert!(known.ceiling.len() >= 4 && known.notice.days > 0);
        for ceiling in &known.ceiling {
            assert!(matches!(ceiling.confidence.as_str(), "A" | "B") && !ceiling.source.is_empty(), "{}", ceiling.id);
            assert!(ceiling.percent.is_empty() || ceiling.percent.parse::<Rate>().is_ok(), "{}", ceiling.id);
        }
    }
}
