//! Opening somebody's file without being led elsewhere, made to wait, or handed a moving target.

use crate::error::EvidenceError;
use std::fs::{File, Metadata, OpenOptions};
use std::path::Path;
use std::time::SystemTime;

/// Opens a regular file for reading. A link at the end of the path is not followed, and a pipe does not block.
///
/// # Errors
/// [`EvidenceError::NotFound`], [`EvidenceError::NotAFile`], [`EvidenceError::Unreadable`].
pub(crate) fn open_plain(path: &Path) -> Result<File, EvidenceError> {
    let mut options = OpenOptions::new();
    options.read(true);
    #[cfg(unix)]
    {
        use rustix::fs::OFlags;
        use std::os::unix::fs::OpenOptionsExt;
        let flags = OFlags::NOFOLLOW | OFlags::NONBLOCK | OFlags::CLOEXEC | OFlags::NOCTTY;
        options.custom_flags(flags.bits().cast_signed());
    }
    #[cfg(not(unix))]
    if !std::fs::symlink_metadata(path).map_err(EvidenceError::reading)?.is_file() {
        return Err(EvidenceError::NotAFile);
    }
    let file = options.open(path).map_err(|error| {
        // A link, a socket or a device without driver refuses the opening itself.
        match std::fs::symlink_metadata(path) {
            Ok(found) if !found.is_file() => EvidenceError::NotAFile,
            _ => EvidenceError::reading(error),
        }
    })?;
    if file.metadata().map_err(EvidenceError::Unreadable)?.is_file() { Ok(file) } else { Err(EvidenceError::NotAFile) }
}

/// What a file looked like at one moment; two looks that differ mean somebody wrote in between.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Look {
    pub(crate) len: u64,
    modified: Option<SystemTime>,
}

impl Look {
    pub(crate) fn at(file: &File) -> Result<Self, EvidenceError> {
        let metadata: Metadata = file.metadata().map_err(EvidenceError::Unreadable)?;
        Ok(Self { len: metadata.len(), modified: metadata.modified().ok() })
    }
}
