//! Why a packet could not be checked or built.

use recourse_domain::{Coded, Params};
use std::io;
use std::path::Path;

/// Why there is no packet. Whatever the reason, nothing is left at the place it should have been written to,
/// and the originals are as they were.
#[derive(Debug, thiserror::Error)]
pub enum PacketError {
    /// The file of an exhibit is not where it should be.
    #[error("the file of exhibit {label} is missing")]
    ExhibitMissing {
        /// `E1`, `E2`, ….
        label: String,
    },
    /// The content of an exhibit no longer has the hash it was taken in with.
    #[error("the file of exhibit {label} is no longer what was taken in")]
    ExhibitAltered {
        /// `E1`, `E2`, ….
        label: String,
    },
    /// The file of an exhibit cannot be read from the disk.
    #[error("exhibit {label} cannot be read: {reason}")]
    ExhibitUnreadable {
        /// `E1`, `E2`, ….
        label: String,
        /// The system's words.
        reason: String,
    },
    /// The folder to write to does not exist.
    #[error("no folder {folder}")]
    FolderMissing {
        /// Path of the folder.
        folder: String,
    },
    /// The place to write to may not be written.
    #[error("{file} may not be written: {reason}")]
    NotWritable {
        /// Path of the packet.
        file: String,
        /// The system's words.
        reason: String,
    },
    /// No room left on the disk.
    #[error("no room left for {file}")]
    DiskFull {
        /// Path of the packet.
        file: String,
    },
    /// Writing failed for another reason.
    #[error("writing {file} failed: {reason}")]
    WriteFailed {
        /// Path of the packet.
        file: String,
        /// The system's words.
        reason: String,
    },
    /// Larger than a PDF with a plain cross-reference table can be (10 GB).
    #[error("the packet would be larger than 10 GB")]
    TooLarge,
    /// The waiting side cancelled.
    #[error("cancelled")]
    Cancelled,
    /// The fonts built into the program do not read.
    #[error("the built-in fonts do not read")]
    FontUnreadable,
    /// The pages could not be put together; a fault of the program.
    #[error("the pages could not be put together: {reason}")]
    PagesBroken {
        /// What went wrong, for a report.
        reason: String,
    },
}

impl PacketError {
    /// A failed read of an exhibit.
    pub(crate) fn reading(label: &str, error: &io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::NotFound => Self::ExhibitMissing { label: label.to_owned() },
            _ => Self::ExhibitUnreadable { label: label.to_owned(), reason: error.to_string() },
        }
    }

    /// A failed write of the packet.
    pub(crate) fn writing(out: &Path, error: &io::Error) -> Self {
        let file = out.display().to_string();
        match error.kind() {
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded | io::ErrorKind::FileTooLarge => {
                Self::DiskFull { file }
            }
            io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem | io::ErrorKind::IsADirectory => {
                Self::NotWritable { file, reason: error.to_string() }
            }
            io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => {
                let folder = out.parent().unwrap_or(out).display().to_string();
                Self::FolderMissing { folder }
            }
            _ => Self::WriteFailed { file, reason: error.to_string() },
        }
    }
}

impl Coded for PacketError {
    fn code(&self) -> &'static str {
        match self {
            Self::ExhibitMissing { .. } => "exhibit-missing",
            Self::ExhibitAltered { .. } => "exhibit-altered",
            Self::ExhibitUnreadable { .. } => "exhibit-unreadable",
            Self::FolderMissing { .. } => "packet-folder-missing",
            Self::NotWritable { .. } => "packet-not-writable",
            Self::DiskFull { .. } => "packet-disk-full",
            Self::WriteFailed { .. } => "packet-write-failed",
            Self::TooLarge => "packet-too-large",
            Self::Cancelled => "cancelled",
            Self::FontUnreadable => "packet-font-unreadable",
            Self::PagesBroken { .. } => "packet-pages-broken",
        }
    }

    fn params(&self) -> Params {
        let pairs: Vec<(&str, &String)> = match self {
            Self::ExhibitMissing { label } | Self::ExhibitAltered { label } => vec![("label", label)],
            Self::ExhibitUnreadable { label, reason } => vec![("label", label), ("reason", reason)],
            Self::FolderMissing { folder } => vec![("folder", folder)],
            Self::NotWritable { file, reason } | Self::WriteFailed { file, reason } => {
                vec![("file", file), ("reason", reason)]
            }
            Self::DiskFull { file } => vec![("file", file)],
            Self::PagesBroken { reason } => vec![("reason", reason)],
            Self::TooLarge | Self::Cancelled | Self::FontUnreadable => Vec::new(),
        };
        pairs.into_iter().map(|(k, v)| (k.to_owned(), v.clone())).collect()
    }
}
