//! Comparing the vault with what should lie in it. Nothing is ever deleted here.

use super::{Vault, hashing};
use crate::error::EvidenceError;
use recourse_domain::{Progress, Sha256Hex, Watcher};
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

/// What an audit found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Audit {
    /// Contents looked for.
    pub checked: u64,
    /// Should be there and are not.
    pub missing: Vec<Sha256Hex>,
    /// Are there but are no longer what their name says, or cannot be read.
    pub altered: Vec<Sha256Hex>,
    /// Are there although nothing names them. Harmless; a power cut can leave one.
    pub orphan: Vec<Sha256Hex>,
}

impl Vault {
    /// Hashes every content named by `expected` (hash and size in bytes) again and lists what nothing names.
    ///
    /// # Errors
    /// [`EvidenceError::Cancelled`]; [`EvidenceError::Unreadable`] when the vault's folders cannot be listed.
    pub fn audit(&self, expected: &[(Sha256Hex, u64)], watch: &dyn Watcher) -> Result<Audit, EvidenceError> {
        let mut audit = Audit::default();
        let named: BTreeSet<&Sha256Hex> = expected.iter().map(|(hash, _)| hash).collect();
        let total = expected.iter().map(|(_, bytes)| bytes).sum();
        let mut done = 0;
        for (hash, bytes) in expected {
            match self.check_one(hash, *bytes, done, total, watch) {
                Ok(()) => {}
                Err(EvidenceError::Cancelled) => return Err(EvidenceError::Cancelled),
                Err(EvidenceError::BlobMissing(_)) => audit.missing.push(hash.clone()),
                Err(_) => audit.altered.push(hash.clone()),
            }
            audit.checked += 1;
            done += bytes;
        }
        self.each_blob(&mut |hash| {
            if !named.contains(&hash) {
                audit.orphan.push(hash);
            }
        })?;
        audit.orphan.sort_unstable();
        Ok(audit)
    }

    fn check_one(
        &self,
        hash: &Sha256Hex,
        bytes: u64,
        done: u64,
        total: u64,
        watch: &dyn Watcher,
    ) -> Result<(), EvidenceError> {
        if watch.cancelled() {
            return Err(EvidenceError::Cancelled);
        }
        let mut file = self.open_blob(hash)?;
        if file.metadata().map_err(EvidenceError::Unreadable)?.len() != bytes {
            return Err(EvidenceError::BlobAltered(hash.clone()));
        }
        let mut here = 0;
        let found = hashing::hash_all(&mut file, &mut |piece| {
            here += piece.len() as u64;
            watch.progress(&Progress { what: "job-verifying", item: "", done: done + here, total });
            if watch.cancelled() { Err(EvidenceError::Cancelled) } else { Ok(()) }
        })?;
        if found == *hash { Ok(()) } else { Err(EvidenceError::BlobAltered(hash.clone())) }
    }

    /// Calls with the name of every blob that lies where its name says. Other files are none of ours.
    fn each_blob(&self, call: &mut dyn FnMut(Sha256Hex)) -> Result<(), EvidenceError> {
        let list = |dir: &Path| -> Result<Vec<_>, EvidenceError> {
            fs::read_dir(dir).and_then(Iterator::collect::<Result<Vec<_>, _>>).map_err(EvidenceError::Unreadable)
        };
        for outer in list(&self.root.join("blobs"))?.iter().filter(|e| e.path().is_dir()) {
            for inner in list(&outer.path())?.iter().filter(|e| e.path().is_dir()) {
                for blob in list(&inner.path())? {
                    let hash = blob.file_name().to_str().and_then(|n| n.parse::<Sha256Hex>().ok());
                    if let Some(hash) = hash.filter(|h| self.path_of(h) == blob.path()) {
                        call(hash);
                    }
                }
            }
        }
        Ok(())
    }
}
