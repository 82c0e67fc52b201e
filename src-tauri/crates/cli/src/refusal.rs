//! How a run ends: exit code, and what is told on standard error when something was refused.

use crate::usage::Misuse;
use recourse_desk::dto::ErrorDto;
use recourse_desk::{Coded as _, DeskError, Words};
use serde::Serialize;
use std::io::{self, Write as _};

/// A run that did what it could.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Ended {
    /// Done.
    Done,
    /// The document was printed, and it tells of something that needs attention.
    WithFindings,
}

/// Why nothing was done.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Refusal {
    /// The arguments make no sense.
    #[error("wrong usage")]
    Misuse(Misuse),
    /// A use case refused.
    #[error(transparent)]
    Desk(#[from] DeskError),
    /// The answer could not be written to standard output.
    #[error("standard output: {0}")]
    Output(#[from] io::Error),
}

impl recourse_desk::Coded for Refusal {
    fn code(&self) -> &'static str {
        match self {
            Self::Misuse(_) => "usage",
            Self::Desk(error) => error.code(),
            Self::Output(_) => "output-failed",
        }
    }
    fn params(&self) -> recourse_desk::Params {
        let one = |name: &str, value: String| [(name.to_owned(), value)].into();
        match self {
            Self::Misuse(misuse) => one("argument", misuse.about.clone()),
            Self::Desk(error) => error.params(),
            Self::Output(error) => one("reason", error.to_string()),
        }
    }
}

/// `{"error": {…}}`
#[derive(Serialize)]
struct Document {
    error: ErrorDto,
}

/// Tells of a refusal on standard error and gives the exit code: 0 done, 1 refused or with findings, 2 wrong usage.
pub(crate) fn tell(ended: Result<Ended, Refusal>, words: &Words, json: bool) -> u8 {
    let refusal = match ended {
        Ok(Ended::Done) => return 0,
        Ok(Ended::WithFindings) => return 1,
        Err(refusal) => refusal,
    };
    let message = match &refusal {
        Refusal::Misuse(misuse) => misuse.message.clone(),
        other => words.error(other),
    };
    let error = ErrorDto { code: refusal.code().to_owned(), message, params: refusal.params() };
    let line = if json {
        serde_json::to_string(&Document { error }).unwrap_or_default()
    } else {
        words.say_with("cli-refused", &[("message", &crate::show::visible(&error.message)), ("code", &error.code)])
    };
    // Nobody is left to be told when standard error itself is gone.
    let _ = writeln!(io::stderr().lock(), "{line}");
    if matches!(refusal, Refusal::Misuse(_)) { 2 } else { 1 }
}
