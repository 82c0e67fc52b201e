//! Every reason why evidence is refused, cannot be kept or cannot be shown. Words for the codes live in the locales.

use recourse_domain::{Coded, Params, Sha256Hex};
use std::io;
use std::path::{Path, PathBuf};

/// What went wrong with a piece of evidence or with the vault.
#[derive(Debug, thiserror::Error)]
pub enum EvidenceError {
    /// Nothing lies at the path.
    #[error("there is no such file")]
    NotFound,
    /// A link, folder, pipe, socket or device: anything but a regular file.
    #[error("not a regular file")]
    NotAFile,
    /// The file exists but its bytes cannot be read.
    #[error("the file cannot be read")]
    Unreadable(#[source] io::Error),
    /// Zero bytes.
    #[error("the file is empty")]
    Empty,
    /// More bytes than the vault takes in at once.
    #[error("the file has more than {limit} bytes")]
    TooLarge {
        /// The cap in bytes.
        limit: u64,
    },
    /// The file changed between the first and the last byte read.
    #[error("the file changed while it was read")]
    Changed,
    /// Content of a kind that is not taken in.
    #[error("{kind} is not taken in")]
    KindUnsupported {
        /// What the content was recognised as, e.g. `EXE`; `unknown` when it was not.
        kind: &'static str,
    },
    /// The beginning is right, the end is missing.
    #[error("the {kind} file ends too early")]
    Truncated {
        /// Name of the kind, e.g. `JPEG` or `PDF`.
        kind: &'static str,
    },
    /// The content contradicts its own format.
    #[error("the {kind} file is damaged: {why}")]
    Damaged {
        /// Name of the kind, e.g. `JPEG` or `PDF`.
        kind: &'static str,
        /// For the log, not for people.
        why: String,
    },
    /// More pixels than can be handled safely.
    #[error("{width} × {height} pixels are too many")]
    TooManyPixels {
        /// Width in pixels as the header tells it.
        width: u64,
        /// Height in pixels as the header tells it.
        height: u64,
    },
    /// The PDF opens only with a password.
    #[error("the PDF is locked with a password")]
    PdfLocked,
    /// The document has no such page.
    #[error("there is no page {page}; the document has {pages}")]
    PageUnknown {
        /// The page asked for, counted from 1.
        page: u32,
        /// Pages there are.
        pages: u32,
    },
    /// The content took longer to decode than a sound file needs.
    #[error("decoding was given up after {seconds} s")]
    TooSlow {
        /// The limit in seconds.
        seconds: u64,
    },
    /// The content ended the process that decoded it.
    #[error("the decoder ended while it read the file")]
    DecoderDied,
    /// No decoding worker can be started, so nothing that came from somebody else is opened.
    #[error("no decoding worker can be started")]
    DecoderMissing,
    /// Rectangles of a redaction lie outside the page, or there are none.
    #[error("the redaction names no place on a page")]
    RedactionEmpty,
    /// A kind of content that has no pages to be redacted.
    #[error("there is nothing to redact in this kind of file")]
    NotRedactable,
    /// Somebody asked to stop; nothing was kept.
    #[error("stopped on request")]
    Cancelled,
    /// No room (or no quota) left where the data lies.
    #[error("the disk of {} is full", path.display())]
    DiskFull {
        /// The folder that was written to.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// The vault's folder takes no writing.
    #[error("{} cannot be written", path.display())]
    VaultReadOnly {
        /// The vault's folder.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// Writing, syncing or moving failed; nothing was kept.
    #[error("the vault failed at: {doing}")]
    VaultIo {
        /// For the log, not for people.
        doing: &'static str,
        /// What the system said.
        source: io::Error,
    },
    /// The vault has no such content.
    #[error("{0} is missing from the vault")]
    BlobMissing(Sha256Hex),
    /// The content in the vault is no longer what its name says.
    #[error("{0} was altered in the vault")]
    BlobAltered(Sha256Hex),
    /// The target of an export exists already.
    #[error("the target exists already")]
    ExportExists,
    /// The target of an export cannot be written.
    #[error("the target cannot be written")]
    ExportFailed(#[source] io::Error),
}

impl EvidenceError {
    pub(crate) fn damaged(kind: &'static str, why: impl Into<String>) -> Self {
        Self::Damaged { kind, why: why.into() }
    }

    /// A failure while writing inside the vault, told apart by what the person can do about it.
    pub(crate) fn writing(doing: &'static str, path: &Path, source: io::Error) -> Self {
        let path = path.to_owned();
        match source.kind() {
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => Self::DiskFull { path, source },
            io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => Self::VaultReadOnly { path, source },
            _ => Self::VaultIo { doing, source },
        }
    }

    /// A failure while reading somebody's file.
    pub(crate) fn reading(source: io::Error) -> Self {
        match source.kind() {
            io::ErrorKind::NotFound => Self::NotFound,
            _ => Self::Unreadable(source),
        }
    }
}

impl Coded for EvidenceError {
    fn code(&self) -> &'static str {
        match self {
            Self::NotFound => "evidence-not-found",
            Self::NotAFile => "evidence-not-a-file",
            Self::Unreadable(_) => "evidence-unreadable",
            Self::Empty => "evidence-empty",
            Self::TooLarge { .. } => "evidence-too-large",
            Self::Changed => "evidence-changed",
            Self::KindUnsupported { .. } => "evidence-kind-unsupported",
            Self::Truncated { .. } => "evidence-truncated",
            Self::Damaged { .. } => "evidence-damaged",
            Self::TooManyPixels { .. } => "evidence-too-many-pixels",
            Self::PdfLocked => "pdf-locked",
            Self::PageUnknown { .. } => "evidence-page-unknown",
            Self::TooSlow { .. } => "evidence-too-slow",
            Self::DecoderDied => "decoder-died",
            Self::DecoderMissing => "decoder-missing",
            Self::RedactionEmpty => "redaction-empty",
            Self::NotRedactable => "not-redactable",
            Self::Cancelled => "cancelled",
            Self::DiskFull { .. } => "disk-full",
            Self::VaultReadOnly { .. } => "vault-read-only",
            Self::VaultIo { .. } => "vault-failed",
            Self::BlobMissing(_) => "blob-missing",
            Self::BlobAltered(_) => "blob-altered",
            Self::ExportExists => "export-exists",
            Self::ExportFailed(_) => "export-failed",
        }
    }

    fn params(&self) -> Params {
        let pairs: Vec<(&str, String)> = match self {
            Self::TooLarge { limit } => vec![("limit", (limit / 1_000_000).to_string())],
            Self::KindUnsupported { kind } | Self::Truncated { kind } | Self::Damaged { kind, .. } => {
                vec![("kind", (*kind).to_owned())]
            }
            Self::TooManyPixels { width, height } => {
                vec![("width", width.to_string()), ("height", height.to_string())]
            }
            Self::PageUnknown { page, pages } => vec![("page", page.to_string()), ("pages", pages.to_string())],
            Self::TooSlow { seconds } => vec![("seconds", seconds.to_string())],
            Self::BlobMissing(hash) | Self::BlobAltered(hash) => vec![("sha256", hash.to_string())],
            Self::DiskFull { path, .. } | Self::VaultReadOnly { path, .. } => {
                vec![("path", path.display().to_string())]
            }
            _ => Vec::new(),
        };
        pairs.into_iter().map(|(name, value)| (name.to_owned(), value)).collect()
    }
}
