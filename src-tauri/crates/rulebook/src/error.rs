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
    /// No evidence kind of this name.
    #[error("no evidence kind {0:?}")]
    KindUnknown(String),
    /// Nobody of this name in the directory.
    #[error("no directory entry {0:?}")]
    DirectoryEntryUnknown(String),
    /// No letter template of this name.
    #[error("no template {0:?}")]
    TemplateUnknown(String),
    /// A template does not read, or names a field that does not exist.
    #[error("{file}:{line}: {reason}")]
    TemplateUnfit {
        /// File name.
        file: String,
        /// Line, from 1; 0 when it is not known.
        line: usize,
        /// What stands there, or what the reader says.
        reason: String,
    },
    /// No response code of this name.
    #[error("no response code {0:?}")]
    CodeUnknown(String),
    /// An answer of another form than its question asks for.
    #[error("the question {question:?} is not answered with {value:?}")]
    AnswerUnfit {
        /// The question.
        question: String,
        /// What was given, cut short.
        value: String,
        /// `choice`, `yes-no`, `amount`, `date` or `text`.
        kind: String,
    },
    /// No calendar of this name.
    #[error("no calendar {0:?}")]
    CalendarUnknown(String),
    /// No rule of this name that may be offered.
    #[error("no deadline rule {0:?}")]
    RuleUnknown(String),
    /// No unit of this name.
    #[error("no unit {0:?}")]
    UnitUnknown(String),
    /// A span leads beyond the dates that can be written.
    #[error("the date is out of range")]
    DateOutOfRange,
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
            Self::KindUnknown(_) => "kind-unknown",
            Self::CodeUnknown(_) => "code-unknown",
            Self::DirectoryEntryUnknown(_) => "directory-entry-unknown",
            Self::TemplateUnknown(_) => "template-unknown",
            Self::TemplateUnfit { .. } => "template-unfit",
            Self::AnswerUnfit { .. } => "answer-unfit",
            Self::CalendarUnknown(_) => "calendar-unknown",
            Self::RuleUnknown(_) => "rule-unknown",
            Self::UnitUnknown(_) => "unit-unknown",
            Self::DateOutOfRange => "date-out-of-range",
            Self::AssetUnreadable { .. } => "asset-unreadable",
        }
    }
    fn params(&self) -> Params {
        let pair = |k: &str, v: &String| (k.to_owned(), v.clone());
        match self {
            Self::CalendarUnknown(v) | Self::RuleUnknown(v) | Self::UnitUnknown(v) => [pair("value", v)].into(),
            Self::DateOutOfRange => Params::new(),
            Self::PlaybookUnknown(v)
            | Self::ChannelUnknown(v)
            | Self::LanguageUnknown(v)
            | Self::KindUnknown(v)
            | Self::CodeUnknown(v)
            | Self::DirectoryEntryUnknown(v)
            | Self::TemplateUnknown(v) => [pair("value", v)].into(),
            Self::AnswerUnfit { question, value, kind } => {
                [pair("question", question), pair("value", value), pair("kind", kind)].into()
            }
            Self::TemplateUnfit { file, line, reason } => {
                [pair("file", file), pair("line", &line.to_string()), pair("reason", reason)].into()
            }
            Self::AssetUnreadable { file, reason } => [pair("file", file), pair("reason", reason)].into(),
        }
    }
}
