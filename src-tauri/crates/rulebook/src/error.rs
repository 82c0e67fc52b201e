//! Why a fact or a word could not be had.

use recourse_domain::{Coded, Params};

/// Why something of `assets/` was refused or not found.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum RulebookError {
    /// No playbook of this name.
    #[error("no playbook {0:?}")]
    PlaybookUnknown(String),
    /// No channel of this name.
    #[error("no channel {0:?}")]
    ChannelUnknown(String),
    /// No language of this name.
    #[error("no language {0:?}")]
    LanguageUnknown(String),
    /// A shipped or owner-made file does not read.
    #[error("{file}: {reason}")]
    AssetUnreadable {
        /// File name.
        file: String,
        /// Line and reason as the reader gave them.
        reason: String,
    },
}

impl Coded for RulebookError {
    fn code(&self) -> &'static str {
        match self {
            Self::PlaybookUnknown(_) => "playbook-unknown",
            Self::ChannelUnknown(_) => "channel-unknown",
            Self::LanguageUnknown(_) => "language-unknown",
            Self::AssetUnreadable { .. } => "asset-unreadable",
        }
    }
    fn params(&self) -> Params {
        let pair = |k: &str, v: &String| (k.to_owned(), v.clone());
        match self {
            Self::PlaybookUnknown(v) | Self::ChannelUnknown(v) | Self::LanguageUnknown(v) => [pair("value", v)].into(),
            Self::AssetUnreadable { file, reason } => [pair("file", file), pair("reason", reason)].into(),
        }
    }
}
