//! Spans set by laws, networks and practice: `assets/rules/deadlines.toml`. Only A and B rows are offered as presets;
//! a C row is shown as unconfirmed; what is not confirmed at all does not stand in the file.

use super::count::{Roll, Span, Unit};
use crate::assets::RULES;
use crate::error::RulebookError;
use crate::text::Text;
use chrono::NaiveDate;
use recourse_domain::Key;
use serde::Deserialize;
use std::collections::BTreeSet;
use std::sync::OnceLock;

/// Who has to act within the span.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Side {
    /// The shop.
    Own,
    /// The other side.
    Theirs,
}

/// For whom a rule holds, when not for everybody.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Gate {
    /// Natural persons as financial consumers only; a company must not be promised it.
    NaturalPerson,
    /// Only where the shop itself is complained about.
    Respondent,
}

/// A longer span under a condition.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Extension {
    /// The whole span when extended, from the same start.
    pub n: u32,
    /// When that is allowed.
    #[serde(deserialize_with = "super::both::text")]
    pub when: Text,
}

/// A span with its source.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DeadlineRule {
    /// Stable name, e.g. `limitation`.
    pub id: Key,
    /// What has to happen within the span.
    #[serde(deserialize_with = "super::both::text")]
    pub title: Text,
    /// What starts it.
    #[serde(deserialize_with = "super::both::text")]
    pub trigger: Text,
    /// How many.
    pub n: u32,
    /// Of what.
    pub unit: Unit,
    /// Who has to act.
    pub side: Side,
    /// For whom it holds.
    #[serde(default)]
    pub gate: Option<Gate>,
    /// Calendar that counts, e.g. `cn`.
    pub calendar: String,
    /// Whether the end waits for a rest day to pass.
    pub roll: Roll,
    /// Longer under a condition.
    #[serde(default)]
    pub extension: Option<Extension>,
    /// What starts it anew, when anything does.
    #[serde(default, deserialize_with = "super::both::maybe")]
    pub restart: Option<Text>,
    /// Something the owner should know with it.
    #[serde(default, deserialize_with = "super::both::maybe")]
    pub note: Option<Text>,
    /// Title and article of the law or document.
    pub source: String,
    /// A, B or C.
    pub confidence: String,
    /// Day the source was checked.
    pub checked_on: NaiveDate,
}

impl DeadlineRule {
    /// The span.
    #[must_use]
    pub fn span(&self) -> Span {
        Span { n: self.n, unit: self.unit }
    }

    /// Whether it may be shown as a fact and offered as a preset.
    #[must_use]
    pub fn is_confirmed(&self) -> bool {
        matches!(self.confidence.as_str(), "A" | "B")
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    rule: Vec<DeadlineRule>,
}

fn read(file: &str, text: &str) -> Result<Vec<DeadlineRule>, RulebookError> {
    let bad = |reason: String| RulebookError::AssetUnreadable { file: file.to_owned(), reason };
    let read: File = toml::from_str(text).map_err(|e| bad(e.to_string()))?;
    let mut seen = BTreeSet::new();
    for rule in &read.rule {
        if !seen.insert(rule.id.as_str()) {
            return Err(bad(format!("{} stands twice", rule.id)));
        }
        if !matches!(rule.confidence.as_str(), "A" | "B" | "C") || rule.source.trim().is_empty() || rule.n == 0 {
            return Err(bad(format!("{}: confidence, source or span", rule.id)));
        }
        super::calendar(&rule.calendar)?;
    }
    Ok(read.rule)
}

/// Every rule in the order of the file.
///
/// # Errors
/// [`RulebookError::AssetUnreadable`] with line and reason.
pub fn rules() -> Result<&'static [DeadlineRule], RulebookError> {
    static ALL: OnceLock<Result<Vec<DeadlineRule>, RulebookError>> = OnceLock::new();
    let all = ALL.get_or_init(|| {
        let file = "deadlines.toml";
        read(file, RULES.get_file(file).and_then(|f| f.contents_utf8()).unwrap_or_default())
    });
    all.as_ref().map(Vec::as_slice).map_err(Clone::clone)
}

/// The rules that may be offered as presets.
///
/// # Errors
/// [`RulebookError::AssetUnreadable`].
pub fn shown_rules() -> Result<impl Iterator<Item = &'static DeadlineRule>, RulebookError> {
    Ok(rules()?.iter().filter(|r| r.is_confirmed()))
}

/// One rule that may be offered.
///
/// # Errors
/// [`RulebookError::RuleUnknown`], also for an unconfirmed one; [`RulebookError::AssetUnreadable`].
pub fn rule(id: &str) -> Result<&'static DeadlineRule, RulebookError> {
    shown_rules()?.find(|r| r.id.as_str() == id).ok_or_else(|| RulebookError::RuleUnknown(id.to_owned()))
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn every_shipped_rule_reads_and_has_a_source() {
        assert!(rules().unwrap().len() > 10);
        assert!(shown_rules().unwrap().all(|r| !r.source.is_empty()));
    }

    #[test]
    fn an_unconfirmed_rule_is_not_offered() {
        let unconfirmed: Vec<_> = rules().unwrap().iter().filter(|r| !r.is_confirmed()).collect();
        for r in unconfirmed {
            assert_eq!(rule(r.id.as_str()), Err(RulebookError::RuleUnknown(r.id.to_string())));
        }
    }

    #[test]
    fn no_span_is_shipped_for_chargebacks_between_domestic_banks() {
        for word in ["unionpay", "representment", "retrieval"] {
            assert!(rules().unwrap().iter().all(|r| !r.id.as_str().contains(word)), "{word}");
        }
    }
}
