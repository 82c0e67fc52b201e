//! Where a packet goes, and the limits that place is known to set.

use crate::assets::RULES;
use crate::error::RulebookError;
use recourse_domain::Key;
use serde::{Deserialize, Serialize};

/// A way to hand a packet over. A limit that is not known is absent, never guessed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Channel {
    /// Stable name, e.g. `acquirer`. Its words are `channel-<id>` and `channel-<id>-note`.
    pub id: Key,
    /// Largest file in bytes.
    pub max_bytes: Option<u64>,
    /// Most pages.
    pub max_pages: Option<u32>,
    /// Where the limits come from; empty when none is set.
    #[serde(default)]
    pub source: String,
    /// A (official text) to C (weak), or empty when there is nothing to be sure of.
    #[serde(default)]
    pub confidence: String,
    /// Day the source was checked, `YYYY-MM-DD`; empty when there is none.
    #[serde(default)]
    pub checked_on: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    channel: Vec<Channel>,
}

/// Every channel, in the order of `assets/rules/channels.toml`.
///
/// # Errors
/// [`RulebookError::AssetUnreadable`] with line and reason.
pub fn all() -> Result<Vec<Channel>, RulebookError> {
    let file = "channels.toml";
    let text = RULES.get_file(file).and_then(|f| f.contents_utf8()).unwrap_or_default();
    let read: File = toml::from_str(text)
        .map_err(|e| RulebookError::AssetUnreadable { file: file.to_owned(), reason: e.to_string() })?;
    Ok(read.channel)
}

/// One channel.
///
/// # Errors
/// [`RulebookError::ChannelUnknown`], [`RulebookError::AssetUnreadable`].
pub fn get(id: &str) -> Result<Channel, RulebookError> {
    all()?.into_iter().find(|c| c.id.as_str() == id).ok_or_else(|| RulebookError::ChannelUnknown(id.to_owned()))
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::words::{Language, Words};

    #[test]
    fn a_limit_has_a_source_and_every_channel_has_words() {
        for channel in all().unwrap() {
            if channel.max_bytes.is_some() || channel.max_pages.is_some() {
                assert!(!channel.source.is_empty() && !channel.checked_on.is_empty(), "{}", channel.id);
                assert!(matches!(channel.confidence.as_str(), "A" | "B"), "{}", channel.id);
            }
            for language in Language::ALL {
                assert!(Words::of(language).knows(&format!("channel-{}", channel.id)), "{}", channel.id);
                assert!(Words::of(language).knows(&format!("channel-{}-note", channel.id)), "{}", channel.id);
            }
        }
        assert_eq!(get("nowhere"), Err(RulebookError::ChannelUnknown("nowhere".to_owned())));
    }
}
