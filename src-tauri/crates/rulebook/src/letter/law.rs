//! The sentences of law that a letter may quote, from `assets/templates/laws.toml`.

use crate::assets::TEMPLATES;
use crate::error::RulebookError;
use crate::playbook::Confidence;
use crate::text::Text;
use chrono::NaiveDate;
use recourse_domain::Key;
use recourse_domain::moment::parse_date;
use serde::{Deserialize, Deserializer};
use std::sync::OnceLock;

/// A rule with where it stands.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Law {
    /// Name by which templates quote it: `law.<id>`, with `_` for `-`.
    pub id: Key,
    /// The sentence, naming document and article.
    pub text: Text,
    /// Title of the document without book marks, as it is looked for in a text.
    pub title: String,
    /// Title and article.
    pub source: String,
    /// How sure: A or B.
    pub confidence: Confidence,
    /// Day the source was checked.
    #[serde(deserialize_with = "date")]
    pub checked_on: NaiveDate,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    law: Vec<Law>,
}

/// Every rule that may be quoted, in the order of the file. Read once a process.
///
/// # Errors
/// [`RulebookError::AssetUnreadable`] with line and reason.
pub fn laws() -> Result<&'static [Law], RulebookError> {
    static LAWS: OnceLock<Result<Vec<Law>, RulebookError>> = OnceLock::new();
    LAWS.get_or_init(read_all).as_deref().map_err(Clone::clone)
}

fn read_all() -> Result<Vec<Law>, RulebookError> {
    let file = "laws.toml";
    let text = TEMPLATES.get_file(file).and_then(|f| f.contents_utf8()).unwrap_or_default();
    let read: File = toml::from_str(text)
        .map_err(|e| RulebookError::AssetUnreadable { file: file.to_owned(), reason: e.to_string() })?;
    match read.law.iter().find(|law| !law.confidence.is_fact()) {
        Some(weak) => {
            Err(RulebookError::AssetUnreadable { file: file.to_owned(), reason: format!("{} is too weak", weak.id) })
        }
        None => Ok(read.law),
    }
}

fn date<'de, D: Deserializer<'de>>(from: D) -> Result<NaiveDate, D::Error> {
    parse_date(&String::deserialize(from)?).map_err(serde::de::Error::custom)
}
