//! Handing out a copy of an original.

use super::{Vault, hashing};
use crate::error::EvidenceError;
use recourse_domain::Sha256Hex;
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::Path;

impl Vault {
    /// Writes a copy to `to`, hashing it on the way. An existing file is never overwritten, and a copy that turns out
    /// wrong is taken back.
    ///
    /// # Errors
    /// [`EvidenceError::ExportExists`], [`EvidenceError::ExportFailed`], [`EvidenceError::DiskFull`],
    /// [`EvidenceError::BlobMissing`], [`EvidenceError::BlobAltered`], [`EvidenceError::Unreadable`].
    pub fn export(&self, hash: &Sha256Hex, to: &Path) -> Result<(), EvidenceError> {
        let failed = |e| failed(to, e);
        let mut blob = self.open_blob(hash)?;
        let mut copy = File::options().write(true).create_new(true).open(to).map_err(failed)?;
        let written = hashing::hash_all(&mut blob, &mut |piece| copy.write_all(piece).map_err(failed))
            .and_then(|found| if found == *hash { Ok(()) } else { Err(EvidenceError::BlobAltered(hash.clone())) })
            .and_then(|()| copy.sync_all().map_err(failed));
        if written.is_err() {
            drop(copy);
            // A copy that cannot be removed either is still reported as failed.
            let _ = fs::remove_file(to);
        }
        written
    }
}

fn failed(to: &Path, error: io::Error) -> EvidenceError {
    match error.kind() {
        io::ErrorKind::AlreadyExists => EvidenceError::ExportExists,
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => {
            EvidenceError::DiskFull { path: to.to_owned(), source: error }
        }
        _ => EvidenceError::ExportFailed(error),
    }
}
