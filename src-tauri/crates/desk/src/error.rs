//! Whatever can go wrong in a use case, with the code of the room it came from.
//!
//! Errors of the rooms below may carry what was typed. Whatever of it leaves the desk, as words, parameters or debug
//! output, is masked first: a card number that was refused in one field must not be told by another's refusal.

use crate::dto::ErrorDto;
use recourse_domain::{Coded, DomainError, Params, guard};
use recourse_evidence::EvidenceError;
use recourse_ledger::LedgerError;
use recourse_packet::PacketError;
use recourse_rulebook::playbook::Fault;
use recourse_rulebook::{RulebookError, Words};
use recourse_store::StoreError;
use std::path::PathBuf;

/// Why a use case was refused.
#[derive(thiserror::Error)]
pub enum DeskError {
    /// A value or event broke a rule of the domain.
    #[error("{}", guard::masked(&.0.to_string()))]
    Domain(DomainError),
    /// A fact or word is unknown.
    #[error("{}", guard::masked(&.0.to_string()))]
    Rulebook(RulebookError),
    /// The database refused.
    #[error("{}", guard::masked(&.0.to_string()))]
    Store(StoreError),
    /// A text that was to become an own playbook is none. The first fault is told.
    #[error("{}", guard::masked(&.0.to_string()))]
    Playbook(Box<Fault>),
    /// A file that was to become an own playbook cannot be read.
    #[error("{path}: {reason}")]
    PlaybookFileUnreadable {
        /// Where.
        path: PathBuf,
        /// Why.
        reason: String,
    },
    /// No playbook in use asks this question.
    #[error("no question {}", guard::masked(.0))]
    QuestionUnknown(String),
    /// The vault or a decoder refused.
    #[error(transparent)]
    Evidence(#[from] EvidenceError),
    /// The packet could not be checked or built.
    #[error(transparent)]
    Packet(#[from] PacketError),
    /// A fee could not be compared.
    #[error(transparent)]
    Ledger(#[from] LedgerError),
    /// The shop's particulars name no rate for this kind of card.
    #[error("no contract rate on record for {:?}", guard::masked(.0))]
    RateNotOnRecord(String),
    /// Whoever waited called it off.
    #[error("cancelled")]
    Cancelled,
    /// No packet of this identifier.
    #[error("no packet {}", guard::masked(.0))]
    PacketUnknown(String),
    /// The packet's file is no longer where it was written.
    #[error("{0} is gone")]
    PacketFileGone(PathBuf),
    /// The packet's file no longer has the content that was built.
    #[error("{0} was changed")]
    PacketFileAltered(PathBuf),
    /// No step of this name in this case.
    #[error("no step {}", guard::masked(.0))]
    StepUnknown(String),
    /// A setting has no such value.
    #[error("{} cannot be {}", guard::masked(key), guard::masked(value))]
    PreferenceUnreadable {
        /// Which setting.
        key: String,
        /// What was given.
        value: String,
    },
    /// Sample cases go only into a folder without cases.
    #[error("the data folder already holds cases")]
    FolderNotEmpty,
    /// The place for local data is unknown on this machine.
    #[error("no place for local data")]
    NoDataFolder,
    /// A file could not be written.
    #[error("{path}: {source}")]
    Write {
        /// Where.
        path: PathBuf,
        /// Why.
        source: std::io::Error,
    },
}

impl From<DomainError> for DeskError {
    fn from(error: DomainError) -> Self {
        Self::Domain(error)
    }
}
impl From<RulebookError> for DeskError {
    fn from(error: RulebookError) -> Self {
        Self::Rulebook(error)
    }
}
impl From<StoreError> for DeskError {
    fn from(error: StoreError) -> Self {
        Self::Store(error)
    }
}
impl From<Vec<Fault>> for DeskError {
    fn from(faults: Vec<Fault>) -> Self {
        match faults.into_iter().next() {
            Some(fault) => Self::Playbook(Box::new(fault)),
            None => Self::Domain(DomainError::Empty("playbook".to_owned())),
        }
    }
}

impl std::fmt::Debug for DeskError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}: {self}", self.code())
    }
}

impl Coded for DeskError {
    fn code(&self) -> &'static str {
        match self {
            Self::Domain(e) => e.code(),
            Self::Rulebook(e) => e.code(),
            Self::Store(e) => e.code(),
            Self::Playbook(e) => e.code(),
            Self::PlaybookFileUnreadable { .. } => "playbook-file-unreadable",
            Self::QuestionUnknown(_) => "question-unknown",
            Self::Evidence(e) => e.code(),
            Self::Packet(e) => e.code(),
            Self::Ledger(e) => e.code(),
            Self::RateNotOnRecord(_) => "rate-not-on-record",
            Self::Cancelled => "cancelled",
            Self::PacketUnknown(_) => "packet-unknown",
            Self::PacketFileGone(_) => "packet-file-gone",
            Self::PacketFileAltered(_) => "packet-file-altered",
            Self::StepUnknown(_) => "step-unknown",
            Self::PreferenceUnreadable { .. } => "preference-unreadable",
            Self::FolderNotEmpty => "folder-not-empty",
            Self::NoDataFolder => "no-data-folder",
            Self::Write { .. } => "file-not-written",
        }
    }

    fn params(&self) -> Params {
        let one = |k: &str, v: String| Params::from([(k.to_owned(), v)]);
        match self {
            Self::Domain(e) => masked(e.params()),
            Self::Rulebook(e) => masked(e.params()),
            Self::Store(e) => masked(e.params()),
            Self::Playbook(e) => masked(e.params()),
            Self::PlaybookFileUnreadable { path, reason } => {
                Params::from([("path".to_owned(), path.display().to_string()), ("reason".to_owned(), reason.clone())])
            }
            Self::Evidence(e) => e.params(),
            Self::Packet(e) => e.params(),
            Self::Ledger(e) => e.params(),
            Self::PacketUnknown(v) | Self::StepUnknown(v) | Self::RateNotOnRecord(v) | Self::QuestionUnknown(v) => {
                one("value", guard::masked(v))
            }
            Self::PacketFileGone(p) | Self::PacketFileAltered(p) => one("path", p.display().to_string()),
            Self::PreferenceUnreadable { key, value } => {
                masked(Params::from([("key".to_owned(), key.clone()), ("value".to_owned(), value.clone())]))
            }
            Self::Write { path, source } => Params::from([
                ("path".to_owned(), path.display().to_string()),
                ("reason".to_owned(), source.to_string()),
            ]),
            Self::Cancelled | Self::FolderNotEmpty | Self::NoDataFolder => Params::new(),
        }
    }
}

/// Hashes and paths are left as they are: masked they would lead nowhere, and nobody types them.
fn masked(params: Params) -> Params {
    let keep = |key: &str| matches!(key, "sha256" | "hash" | "path" | "folder");
    params
        .into_iter()
        .map(|(key, value)| if keep(&key) { (key, value) } else { (key, guard::masked(&value)) })
        .collect()
}

impl DeskError {
    /// The document for whoever asked.
    #[must_use]
    pub fn to_dto(&self, words: &Words) -> ErrorDto {
        ErrorDto { code: self.code().to_owned(), message: words.error(self), params: self.params() }
    }
}
