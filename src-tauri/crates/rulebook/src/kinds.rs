//! The kinds of proof there are, from `assets/rules/evidence-kinds.toml`.

use crate::assets::RULES;
use crate::error::RulebookError;
use recourse_domain::Key;
use serde::Deserialize;
use std::sync::OnceLock;

/// What a kind of proof is about; also the order of groups in a packet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Group {
    /// Who the shop is and what it works with.
    Subject,
    /// The transaction itself.
    Transaction,
    /// Money settled, fees, contract.
    Settlement,
    /// What was said and written.
    Communication,
    /// What was delivered or lost.
    Loss,
}

impl Group {
    /// Stable name.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Subject => "subject",
            Self::Transaction => "transaction",
            Self::Settlement => "settlement",
            Self::Communication => "communication",
            Self::Loss => "loss",
        }
    }
}

/// A kind of proof. Words: `evidence-kind-<id>`, `evidence-kind-<id>-good`.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Kind {
    /// Stable name, e.g. `terminal-photo`.
    pub id: Key,
    /// What it is about.
    pub group: Group,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    kind: Vec<Kind>,
}

/// Every kind, in the order of the file. Read once a process.
///
/// # Errors
/// [`RulebookError::AssetUnreadable`] with line and reason.
pub fn all() -> Result<&'static [Kind], RulebookError> {
    static KINDS: OnceLock<Result<Vec<Kind>, RulebookError>> = OnceLock::new();
    KINDS.get_or_init(read).as_deref().map_err(Clone::clone)
}

/// One kind.
///
/// # Errors
/// [`RulebookError::KindUnknown`], [`RulebookError::AssetUnreadable`].
pub fn get(id: &str) -> Result<&'static Kind, RulebookError> {
    all()?.iter().find(|kind| kind.id.as_str() == id).ok_or_else(|| RulebookError::KindUnknown(id.to_owned()))
}

fn read() -> Result<Vec<Kind>, RulebookError> {
    let file = "evidence-kinds.toml";
    let text = RULES.get_file(file).and_then(|f| f.contents_utf8()).unwrap_or_default();
    let read: File = toml::from_str(text)
        .map_err(|e| RulebookError::AssetUnreadable { file: file.to_owned(), reason: e.to_string() })?;
    Ok(read.kind)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::words::{Language, Words};

    #[test]
    fn every_kind_stands_once_and_has_words() {
        let kinds = all().unwrap();
        for kind in kinds {
            assert_eq!(kinds.iter().filter(|k| k.id == kind.id).count(), 1, "{}", kind.id);
            for language in Language::ALL {
                assert!(Words::of(language).knows(&format!("evidence-kind-{}", kind.id)), "{language} {}", kind.id);
                assert!(
                    Words::of(language).knows(&format!("evidence-kind-{}-good", kind.id)),
                    "{language} {}",
                    kind.id
                );
            }
        }
        assert_eq!(get("other").unwrap().group.as_str(), "loss");
        assert_eq!(get("nothing"), Err(RulebookError::KindUnknown("nothing".to_owned())));
    }
}
