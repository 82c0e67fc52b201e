//! Keeps originals byte for byte under the hash of their content, and proves on request that they are still the same.
//!
//! A file is staged, hashed, made durable, and only then moved to `blobs/ab/cd/<sha256>`: whatever lies there is whole.
//! Nothing here looks inside a file; that is the [`crate::Door`]'s work. Nothing here knows cases or the database.

mod audit;
mod disk;
mod export;
#[cfg(test)]
mod faults;
mod hashing;
mod intake;
mod staging;

pub use audit::Audit;
pub use intake::Taken;

use crate::error::EvidenceError;
use crate::source;
use disk::{Disk, RealDisk};
use recourse_domain::Sha256Hex;
use staging::Staging;
use std::io;
use std::path::{Path, PathBuf};

/// Largest file that is taken in unless [`Vault::with_size_cap`] says otherwise, in bytes.
pub const DEFAULT_SIZE_CAP: u64 = 200_000_000;

/// The content-addressed store of originals below one folder.
pub struct Vault {
    root: PathBuf,
    disk: Box<dyn Disk>,
    staging: Result<Staging, io::ErrorKind>,
    size_cap: u64,
}

impl Vault {
    /// Opens the vault below `root`, making it when it is not there, and sweeps what a dead process left half done.
    /// A folder that takes no writing still opens: everything but taking in works.
    ///
    /// # Errors
    /// [`EvidenceError::DiskFull`], [`EvidenceError::VaultReadOnly`] when it neither exists nor can be made,
    /// [`EvidenceError::VaultIo`].
    pub fn open(root: &Path) -> Result<Self, EvidenceError> {
        Self::open_on(root, Box::new(RealDisk))
    }

    fn open_on(root: &Path, disk: Box<dyn Disk>) -> Result<Self, EvidenceError> {
        let failed = |e| EvidenceError::writing("opening the vault", root, e);
        let existed = root.join("blobs").is_dir();
        let made = disk
            .create_dir(root)
            .and_then(|()| disk.create_dir(&root.join("blobs")))
            .and_then(|()| Staging::open(root, disk.as_ref()))
            .and_then(|staging| disk.sync_dir(root).map(|()| staging));
        let staging = match made.map_err(failed) {
            Ok(staging) => Ok(staging),
            Err(EvidenceError::VaultReadOnly { source, .. }) if existed => Err(source.kind()),
            Err(error) => return Err(error),
        };
        Ok(Self { root: root.to_owned(), disk, staging, size_cap: DEFAULT_SIZE_CAP })
    }

    /// The same vault with another limit for the size of one file, in bytes.
    #[must_use]
    pub fn with_size_cap(self, bytes: u64) -> Self {
        Self { size_cap: bytes, ..self }
    }

    /// Where content with this hash lies, whether it is there or not. For handing to a [`crate::Door`] or for reading;
    /// never for writing.
    #[must_use]
    pub fn path_of(&self, hash: &Sha256Hex) -> PathBuf {
        let hash = hash.as_str();
        self.root.join("blobs").join(&hash[0..2]).join(&hash[2..4]).join(hash)
    }

    /// Reads the content again and compares it with its name.
    ///
    /// # Errors
    /// [`EvidenceError::BlobMissing`], [`EvidenceError::BlobAltered`] (also when something else than a file lies there),
    /// [`EvidenceError::Unreadable`].
    pub fn verify(&self, hash: &Sha256Hex) -> Result<(), EvidenceError> {
        let mut file = self.open_blob(hash)?;
        let found = hashing::hash_all(&mut file, &mut |_| Ok(()))?;
        if found == *hash { Ok(()) } else { Err(EvidenceError::BlobAltered(hash.clone())) }
    }

    fn open_blob(&self, hash: &Sha256Hex) -> Result<std::fs::File, EvidenceError> {
        source::open_plain(&self.path_of(hash)).map_err(|error| match error {
            EvidenceError::NotFound => EvidenceError::BlobMissing(hash.clone()),
            EvidenceError::NotAFile => EvidenceError::BlobAltered(hash.clone()),
            other => other,
        })
    }
}
