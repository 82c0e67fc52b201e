//! Where files wait until they are whole: one folder a running vault, held by a lock that ends with the process.

use super::disk::{Disk, NewFile};
use crate::error::EvidenceError;
use std::fs::{self, File, TryLockError};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};

const LOCK: &str = "lock";

/// The staging folder of one open vault.
pub(super) struct Staging {
    dir: PathBuf,
    lock: Option<File>,
    next: AtomicU64,
}

impl Staging {
    /// Sweeps what dead processes left behind and makes a folder of our own.
    pub(super) fn open(root: &Path, disk: &dyn Disk) -> io::Result<Self> {
        let all = root.join("staging");
        disk.create_dir(&all)?;
        // Between making a folder and locking it, nobody else may sweep.
        let gate = lock_file(&root.join("staging.lock"))?;
        gate.lock()?;
        sweep(&all);
        let dir = own_dir(&all)?;
        let lock = lock_file(&dir.join(LOCK))?;
        lock.lock()?;
        Ok(Self { dir, lock: Some(lock), next: AtomicU64::new(0) })
    }

    /// A new empty file that disappears again unless it is moved away.
    pub(super) fn file<'a>(&self, disk: &'a dyn Disk) -> Result<Staged<'a>, EvidenceError> {
        let path = self.dir.join(self.next.fetch_add(1, Ordering::Relaxed).to_string());
        let file = disk.create(&path).map_err(|e| EvidenceError::writing("staging a file", &self.dir, e))?;
        Ok(Staged { path, file: Some(file), disk })
    }
}

impl Drop for Staging {
    fn drop(&mut self) {
        // An open file cannot be deleted everywhere. What cannot be deleted is swept at the next opening.
        drop(self.lock.take());
        let _ = fs::remove_file(self.dir.join(LOCK));
        let _ = fs::remove_dir(&self.dir);
    }
}

fn lock_file(path: &Path) -> io::Result<File> {
    File::options().read(true).write(true).create(true).truncate(false).open(path)
}

fn own_dir(all: &Path) -> io::Result<PathBuf> {
    let mut number = 0u32;
    loop {
        let dir = all.join(format!("{}-{number}", std::process::id()));
        match fs::create_dir(&dir) {
            Err(e) if e.kind() == io::ErrorKind::AlreadyExists && number < 10_000 => number += 1,
            result => return result.map(|()| dir),
        }
    }
}

/// Removes the folders that no living process holds. Failures are left for the next time.
fn sweep(all: &Path) {
    let Ok(entries) = fs::read_dir(all) else { return };
    for entry in entries.flatten() {
        let dir = entry.path();
        let held = File::options()
            .write(true)
            .open(dir.join(LOCK))
            .is_ok_and(|lock| matches!(lock.try_lock(), Err(TryLockError::WouldBlock)));
        if held {
            continue;
        }
        let removed =
            if entry.file_type().is_ok_and(|t| t.is_dir()) { fs::remove_dir_all(&dir) } else { fs::remove_file(&dir) };
        if let Err(error) = removed {
            tracing::warn!(%error, "a leftover of an unfinished intake could not be removed");
        }
    }
}

/// A file that is not yet part of the vault.
pub(super) struct Staged<'a> {
    path: PathBuf,
    file: Option<Box<dyn NewFile>>,
    disk: &'a dyn Disk,
}

impl Staged<'_> {
    pub(super) fn path(&self) -> &Path {
        &self.path
    }

    pub(super) fn write(&mut self, bytes: &[u8]) -> Result<(), EvidenceError> {
        match &mut self.file {
            Some(file) => file.write_all(bytes).map_err(|e| EvidenceError::writing("writing a file", &self.path, e)),
            None => Ok(()),
        }
    }

    /// Seals the file, makes it durable and closes it. After an error the file is thrown away: a second try could
    /// only pretend to succeed.
    pub(super) fn settle(&mut self) -> Result<(), EvidenceError> {
        let Some(mut file) = self.file.take() else { return Ok(()) };
        file.flush().map_err(|e| EvidenceError::writing("writing a file", &self.path, e))?;
        file.seal().map_err(|e| EvidenceError::writing("sealing a file", &self.path, e))?;
        file.sync().map_err(|e| EvidenceError::writing("syncing a file", &self.path, e))
    }

    /// Moves the settled file to its place.
    pub(super) fn move_to(self, place: &Path) -> Result<(), EvidenceError> {
        self.disk
            .rename(&self.path, place)
            .map_err(|e| EvidenceError::writing("moving a file into place", &self.path, e))
    }
}

impl Drop for Staged<'_> {
    fn drop(&mut self) {
        self.file = None;
        // After the move there is nothing left to remove.
        let _ = self.disk.remove(&self.path);
    }
}
