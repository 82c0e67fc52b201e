//! The store itself: one connection that writes, some that read, the lock on the folder. What is read or written stands
//! in the other modules.

use crate::connect;
use crate::error::{Fault, StoreError};
use crate::folder::Lock;
use crate::open::{self, Manner};
use chrono::{DateTime, Utc};
use rusqlite::{Connection, Transaction, TransactionBehavior};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

/// Reading connections kept for the next reader.
const IDLE_READERS: usize = 4;

/// An open data folder. Shared by all threads: one writes at a time, any number read beside it.
///
/// What a method has returned is on disk and survives a power cut.
#[derive(Debug)]
pub struct Store {
    // In the order in which they must go: readers, writer, lock.
    readers: Mutex<Vec<Connection>>,
    writer: Mutex<Connection>,
    damaged: AtomicBool,
    folder: PathBuf,
    path: PathBuf,
    busy: Duration,
    _lock: Lock,
}

impl Store {
    /// Opens the data folder `dir`, made if need be. `now` only names the copy that is made before a migration.
    ///
    /// # Errors
    /// `folder-…` when the folder cannot serve, `folder-in-use` when another copy of the program holds it, `database-…` when
    /// the database is not ours, newer, incomplete, damaged or locked, `event-unknown`, `migration-failed`, `copy-failed`,
    /// `disk-full`, `storage-failed`. A refused folder is left as it was.
    pub fn open(dir: &Path, now: DateTime<Utc>) -> Result<Self, StoreError> {
        open::open(dir, now, &Manner::usual())
    }

    pub(crate) fn assemble(folder: PathBuf, path: PathBuf, busy: Duration, writer: Connection, lock: Lock) -> Self {
        Self {
            readers: Mutex::default(),
            writer: Mutex::new(writer),
            damaged: AtomicBool::new(false),
            folder,
            path,
            busy,
            _lock: lock,
        }
    }

    /// The data folder, in canonical form.
    #[must_use]
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Reads, all of it at one moment of the database.
    pub(crate) fn read<T>(&self, work: impl FnOnce(&Transaction<'_>) -> Result<T, Fault>) -> Result<T, StoreError> {
        let kept = lock(&self.readers).pop();
        let (value, conn) = self.read_with(kept, work)?;
        let mut readers = lock(&self.readers);
        if readers.len() < IDLE_READERS {
            readers.push(conn);
        }
        Ok(value)
    }

    /// Reads like [`Store::read`], through a connection that remembers nothing. SQLite's integrity check wants that: it asks
    /// the search index, which on an older connection may answer from what it remembered and cry damage.
    pub(crate) fn read_afresh<T>(
        &self,
        work: impl FnOnce(&Transaction<'_>) -> Result<T, Fault>,
    ) -> Result<T, StoreError> {
        self.read_with(None, work).map(|(value, _)| value)
    }

    fn read_with<T>(
        &self,
        kept: Option<Connection>,
        work: impl FnOnce(&Transaction<'_>) -> Result<T, Fault>,
    ) -> Result<(T, Connection), StoreError> {
        let mut conn = match kept {
            Some(conn) => conn,
            None => connect::reader(&self.path, self.busy).map_err(|fault| self.named(fault))?,
        };
        let result = conn.transaction().map_err(Fault::from).and_then(|transaction| work(&transaction));
        result.map(|value| (value, conn)).map_err(|fault| self.named(fault))
    }

    /// Writes, all of it or nothing; on disk when this returns.
    pub(crate) fn write<T>(&self, work: impl FnOnce(&Transaction<'_>) -> Result<T, Fault>) -> Result<T, StoreError> {
        if self.damaged.load(Ordering::Acquire) {
            let reason = "found damaged earlier".to_owned();
            return Err(StoreError::DatabaseDamaged { path: self.path.clone(), reason });
        }
        let mut conn = lock(&self.writer);
        // The connection is kept whatever happens: it knows which of the last bytes in the log count. A new one would have to
        // believe the file, and could find there what was refused.
        let result =
            conn.transaction_with_behavior(TransactionBehavior::Immediate).map_err(Fault::from).and_then(|t| {
                let value = work(&t)?;
                t.commit()?;
                Ok(value)
            });
        result.map_err(|fault| self.named(fault))
    }

    /// Uses the writing connection outside a transaction of its own.
    pub(crate) fn with_writer<T>(&self, work: impl FnOnce(&Connection) -> Result<T, Fault>) -> Result<T, StoreError> {
        work(&lock(&self.writer)).map_err(|fault| self.named(fault))
    }

    /// Names a fault, and stops all writing when it is damage.
    fn named(&self, fault: Fault) -> StoreError {
        let error = fault.at(&self.folder);
        if matches!(error, StoreError::DatabaseDamaged { .. }) && !self.damaged.swap(true, Ordering::AcqRel) {
            tracing::error!(%error, "database damaged, writing stopped");
        }
        error
    }
}

/// A transaction that a panic cut short was rolled back, so what the lock guards is sound.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
