//! Whatever can go wrong in a use case, with the code of the room it came from.

use crate::dto::ErrorDto;
use recourse_domain::{Coded, DomainError, Params};
use recourse_evidence::EvidenceError;
use recourse_ledger::LedgerError;
use recourse_packet::PacketError;
use recourse_rulebook::{RulebookError, Words};
use recourse_store::StoreError;
use std::path::PathBuf;

/// Why a use case was refused.
#[derive(Debug, thiserror::Error)]
pub enum DeskError {
    /// A value or event broke a rule of the domain.
    #[error(transparent)]
    Domain(#[from] DomainError),
    /// A fact or word is unknown.
    #[error(transparent)]
    Rulebook(#[from] RulebookError),
    /// The database refused.
    #[error(transparent)]
    Store(#[from] StoreError),
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
    #[error("no contract rate on record for {0:?}")]
    RateNotOnRecord(String),
    /// Whoever waited called it off.
    #[error("cancelled")]
    Cancelled,
    /// No packet of this identifier.
    #[error("no packet {0}")]
    PacketUnknown(String),
    /// The packet's file is no longer where it was written.
    #[error("{0} is gone")]
    PacketFileGone(PathBuf),
    /// The packet's file no longer has the content that was built.
    #[error("{0} was changed")]
    PacketFileAltered(PathBuf),
    /// No step of this name in this case.
    #[error("no step {0}")]
    StepUnknown(String),
    /// A setting has no such value.
    #[error("{key} cannot be {value}")]
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

impl Coded for DeskError {
    fn code(&self) -> &'static str {
        match self {
            Self::Domain(e) => e.code(),
            Self::Rulebook(e) => e.code(),
            Self::Store(e) => e.code(),
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
            Self::Domain(e) => e.params(),
            Self::Rulebook(e) => e.params(),
            Self::Store(e) => e.params(),
            Self::Evidence(e) => e.params(),
            Self::Packet(e) => e.params(),
            Self::Ledger(e) => e.params(),
            Self::PacketUnknown(v) | Self::StepUnknown(v) | Self::RateNotOnRecord(v) => one("value", v.clone()),
            Self::PacketFileGone(p) | Self::PacketFileAltered(p) => one("path", p.display().to_string()),
            Self::PreferenceUnreadable { key, value } => {
                Params::from([("key".to_owned(), key.clone()), ("value".to_owned(), value.clone())])
            }
            Self::Write { path, source } => Params::from([
                ("path".to_owned(), path.display().to_string()),
                ("reason".to_owned(), source.to_string()),
            ]),
            Self::Cancelled | Self::FolderNotEmpty | Self::NoDataFolder => Params::new(),
        }
    }
}

impl DeskError {
    /// The document for whoever asked.
    #[must_use]
    pub fn to_dto(&self, words: &Words) -> ErrorDto {
        ErrorDto { code: self.code().to_owned(), message: words.error(self), params: self.params() }
    }
}
