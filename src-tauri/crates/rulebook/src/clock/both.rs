//! Reading `{ zh-CN = "…", en = "…" }` where both languages must be there.

use crate::text::Text;
use serde::{Deserialize, Deserializer};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Raw {
    #[serde(rename = "zh-CN")]
    zh_cn: String,
    en: String,
}

impl From<Raw> for Text {
    fn from(raw: Raw) -> Self {
        Self::new(raw.zh_cn, raw.en)
    }
}

/// A text that must be there.
pub(super) fn text<'de, D: Deserializer<'de>>(from: D) -> Result<Text, D::Error> {
    Raw::deserialize(from).map(Text::from)
}

/// A text that may be there.
pub(super) fn maybe<'de, D: Deserializer<'de>>(from: D) -> Result<Option<Text>, D::Error> {
    Raw::deserialize(from).map(|raw| Some(Text::from(raw)))
}
