//! Playbooks: what a problem needs, as data. Their words stand in the locales under `playbook-<id>`.

use crate::assets::PLAYBOOKS;
use crate::error::RulebookError;
use recourse_domain::{Key, PartyRole};
use serde::{Deserialize, Serialize};

/// A kind of proof that a playbook asks for. Its words are `evidence-kind-<kind>` and `evidence-kind-<kind>-good`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EvidenceAsked {
    /// Stable name, e.g. `terminal-photo`.
    pub kind: Key,
    /// Whether a packet without it is likely to fail.
    pub mandatory: bool,
}

/// One problem and what it needs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Playbook {
    /// Stable name, e.g. `timeout-debited`.
    pub id: Key,
    /// Whether the dispute is about principal debited from a customer (`principal`), a fee taken from the shop (`fee`),
    /// or neither (`service`).
    pub about: String,
    /// Whether a transaction must be on record before a packet makes sense.
    pub needs_transaction: bool,
    /// Who is to be contacted, first one first.
    pub contact_order: Vec<PartyRole>,
    /// Details worth recording. Words: `detail-<key>`.
    pub details: Vec<Key>,
    /// Proof, in the order of gathering.
    pub evidence: Vec<EvidenceAsked>,
    /// Where the content was taken from.
    pub source: String,
    /// A (official text) to C (weak).
    pub confidence: String,
    /// Day the source was checked, `YYYY-MM-DD`.
    pub checked_on: String,
}

/// Every shipped playbook, in the order in which a shop is likely to need them.
///
/// # Errors
/// [`RulebookError::AssetUnreadable`] with file, line and reason.
pub fn all() -> Result<Vec<Playbook>, RulebookError> {
    ORDER.iter().map(|id| get(id)).collect()
}

const ORDER: [&str; 7] = [
    "timeout-debited",
    "debited-abnormal",
    "first-swipe-fee",
    "money-swallowed",
    "merchant-invalid",
    "chargeback",
    "other",
];

/// One playbook.
///
/// # Errors
/// [`RulebookError::PlaybookUnknown`], [`RulebookError::AssetUnreadable`].
pub fn get(id: &str) -> Result<Playbook, RulebookError> {
    let file = PLAYBOOKS
        .files()
        .find(|f| f.path().file_stem().is_some_and(|s| s == id) && f.path().extension().is_some_and(|e| e == "toml"))
        .ok_or_else(|| RulebookError::PlaybookUnknown(id.to_owned()))?;
    toml::from_str(file.contents_utf8().unwrap_or_default())
        .map_err(|e| RulebookError::AssetUnreadable { file: file.path().display().to_string(), reason: e.to_string() })
}

/// Every evidence kind that any playbook asks for, each once, plus `other`.
///
/// # Errors
/// [`RulebookError::AssetUnreadable`].
pub fn evidence_kinds() -> Result<Vec<Key>, RulebookError> {
    let mut kinds: Vec<Key> = Vec::new();
    for asked in all()?.into_iter().flat_map(|p| p.evidence) {
        if !kinds.contains(&asked.kind) {
            kinds.push(asked.kind);
        }
    }
    if let Ok(other) = "other".parse()
        && !kinds.contains(&other)
    {
        kinds.push(other);
    }
    Ok(kinds)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::words::{Language, Words};

    #[test]
    fn every_file_is_in_the_order_and_reads() {
        assert_eq!(PLAYBOOKS.files().count(), ORDER.len());
        for playbook in all().unwrap() {
            assert!(["principal", "fee", "service"].contains(&playbook.about.as_str()), "{}", playbook.id);
            assert!(
                !playbook.source.is_empty() && ["A", "B"].contains(&playbook.confidence.as_str()),
                "{}",
                playbook.id
            );
            assert!(!playbook.evidence.is_empty(), "{}", playbook.id);
        }
    }

    #[test]
    fn everything_a_playbook_names_has_words_in_both_languages() {
        for language in Language::ALL {
            let words = Words::of(language);
            for playbook in all().unwrap() {
                for key in [format!("playbook-{}", playbook.id), format!("playbook-{}-about", playbook.id)] {
                    assert!(words.knows(&key), "{language} {key}");
                }
                for detail in &playbook.details {
                    assert!(words.knows(&format!("detail-{detail}")), "{language} detail-{detail}");
                }
            }
            for kind in evidence_kinds().unwrap() {
                assert!(words.knows(&format!("evidence-kind-{kind}")), "{language} {kind}");
                assert!(words.knows(&format!("evidence-kind-{kind}-good")), "{language} {kind}");
            }
        }
    }
}
