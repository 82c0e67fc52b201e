//! What can go wrong in the shell itself, and how every error becomes the document the page gets.
//!
//! The page chooses its words by `code`; the message is the same sentence in the language in force.

use recourse_desk::dto::ErrorDto;
use recourse_desk::{Coded, DeskError, Words};
use std::collections::BTreeMap;
use std::sync::Arc;

/// What a command answers.
pub(crate) type Answer<T> = Result<T, ErrorDto>;

/// Why a command was refused.
#[derive(Debug, thiserror::Error)]
pub(crate) enum ShellError {
    /// The use case refused.
    #[error(transparent)]
    Desk(#[from] DeskError),
    /// The data folder could not be opened; every command says so until a retry succeeds.
    #[error("the data folder is not open: {0}")]
    NotOpen(Arc<ShellError>),
    /// The window is closing.
    #[error("the window is closing")]
    ShuttingDown,
    /// No files are held under this token.
    #[error("no files are held under this token")]
    TokenUnknown,
    /// A job's name is empty or too long.
    #[error("a job's name must have 1 to 64 characters")]
    JobUnreadable,
    /// A job of this name is still running.
    #[error("a job of this name is still running")]
    JobRunning,
    /// Raw bytes came without the particulars that must stand beside them.
    #[error("the request lacks {0}")]
    RequestUnreadable(&'static str),
    /// The system has no program for the file.
    #[error("the file could not be shown: {0}")]
    ViewerMissing(String),
    /// The system's file chooser did not open.
    #[error("the file chooser did not open")]
    DialogFailed,
    /// A fault of the program.
    #[error("a fault of the program")]
    Internal,
}

impl Coded for ShellError {
    fn code(&self) -> &'static str {
        match self {
            Self::Desk(error) => error.code(),
            Self::NotOpen(error) => error.code(),
            Self::ShuttingDown => "shutting-down",
            Self::TokenUnknown => "token-unknown",
            Self::JobUnreadable => "job-unreadable",
            Self::JobRunning => "job-running",
            Self::RequestUnreadable(_) => "request-unreadable",
            Self::ViewerMissing(_) => "viewer-missing",
            Self::DialogFailed => "dialog-failed",
            Self::Internal => "internal",
        }
    }

    fn params(&self) -> BTreeMap<String, String> {
        match self {
            Self::Desk(error) => error.params(),
            Self::NotOpen(error) => error.params(),
            Self::RequestUnreadable(what) => BTreeMap::from([("what".to_owned(), (*what).to_owned())]),
            Self::ShuttingDown
            | Self::TokenUnknown
            | Self::JobUnreadable
            | Self::JobRunning
            | Self::ViewerMissing(_)
            | Self::DialogFailed
            | Self::Internal => BTreeMap::new(),
        }
    }
}

impl ShellError {
    /// The document for the page.
    pub(crate) fn to_dto(&self, words: &Words) -> ErrorDto {
        ErrorDto { code: self.code().to_owned(), message: words.error(self), params: self.params() }
    }
}
