//! What the store refuses, under stable codes, and how faults of SQLite become such refusals. No text for people.

use recourse_domain::{CaseId, Coded, DomainError, EvidenceId, PacketId, Params};
use rusqlite::ErrorCode;
use rusqlite::ffi;
use std::path::{Path, PathBuf};

/// Why the store did not do what was asked. Whatever was acknowledged before stays as it is.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The case refused the event.
    #[error(transparent)]
    Domain(#[from] DomainError),
    /// The data folder's path names something else.
    #[error("{} is not a folder", path.display())]
    FolderNotAFolder {
        /// The path.
        path: PathBuf,
    },
    /// The data folder could not be made or looked at.
    #[error("{} cannot be made: {reason}", path.display())]
    FolderNotMade {
        /// The path.
        path: PathBuf,
        /// What the system said.
        reason: String,
    },
    /// Nothing can be written in the data folder.
    #[error("{} is read-only", path.display())]
    FolderReadOnly {
        /// The path.
        path: PathBuf,
    },
    /// The data folder lies on a network file system, where locks and the write-ahead log do not hold.
    #[error("{} lies on a network drive ({kind})", path.display())]
    FolderOnNetwork {
        /// The path.
        path: PathBuf,
        /// `NFS`, `SMB`, ….
        kind: &'static str,
    },
    /// Another running copy of the program holds the folder.
    #[error("{} is in use by another instance", path.display())]
    FolderInUse {
        /// The path.
        path: PathBuf,
    },
    /// The file system cannot lock a file, so two copies could write at once.
    #[error("{} cannot be locked: {reason}", path.display())]
    FolderNoLock {
        /// The path.
        path: PathBuf,
        /// What the system said.
        reason: String,
    },
    /// The file under the database's name is not one of ours.
    #[error("{} is not a Recourse database", path.display())]
    DatabaseNotOurs {
        /// The file.
        path: PathBuf,
    },
    /// A newer version of the program wrote the database.
    #[error("{} has schema {found}, this program knows up to {known}", path.display())]
    DatabaseNewer {
        /// The file.
        path: PathBuf,
        /// Its schema number.
        found: i64,
        /// The newest schema this program knows.
        known: i64,
    },
    /// A write-ahead log lies there without its database: only half of a copy or a move arrived.
    #[error("{} is missing beside its write-ahead log", path.display())]
    DatabaseIncomplete {
        /// The missing file.
        path: PathBuf,
    },
    /// SQLite found the file damaged. Nothing is written any more until it is opened anew.
    #[error("{} is damaged: {reason}", path.display())]
    DatabaseDamaged {
        /// The file, or the folder it lies in.
        path: PathBuf,
        /// What SQLite said.
        reason: String,
    },
    /// Another program holds the database locked.
    #[error("{} is locked by another program", path.display())]
    DatabaseBusy {
        /// The folder.
        path: PathBuf,
    },
    /// A setting that durability rests on did not take.
    #[error("SQLite keeps {setting} at {found:?}")]
    DatabaseSetting {
        /// Name of the pragma or option.
        setting: &'static str,
        /// What it reads back as.
        found: String,
    },
    /// The database could not be brought to the present schema. It is as it was.
    #[error("migration from schema {from} to {to} failed: {reason}")]
    MigrationFailed {
        /// Schema number found.
        from: i64,
        /// Schema number wanted.
        to: i64,
        /// What went wrong.
        reason: String,
    },
    /// The copy before a migration could not be made or did not verify, so nothing was migrated.
    #[error("no copy at {}: {reason}", path.display())]
    CopyFailed {
        /// Where the copy should be.
        path: PathBuf,
        /// What went wrong.
        reason: String,
    },
    /// No space left.
    #[error("no space left for {}", path.display())]
    DiskFull {
        /// The folder.
        path: PathBuf,
    },
    /// The disk failed in another way.
    #[error("storage failed in {}: {reason}", path.display())]
    StorageFailed {
        /// The folder.
        path: PathBuf,
        /// What the system or SQLite said.
        reason: String,
    },
    /// No such case.
    #[error("no case {case}")]
    CaseUnknown {
        /// Identifier or number as given.
        case: String,
    },
    /// A case of this number exists.
    #[error("the number {number} is taken")]
    CaseNumberTaken {
        /// The number.
        number: String,
    },
    /// No case holds this exhibit.
    #[error("no exhibit {0}")]
    EvidenceUnknown(EvidenceId),
    /// No case holds this packet.
    #[error("no packet {0}")]
    PacketUnknown(PacketId),
    /// Not a cursor that a page of cases gave out.
    #[error("{value:?} is not a cursor")]
    CursorUnreadable {
        /// What was given.
        value: String,
    },
    /// The journal holds something this program does not know: a newer version wrote it.
    #[error("journal entry {seq} ({kind}) was written by a newer version")]
    EventUnknown {
        /// Its sequence number.
        seq: u64,
        /// Its kind.
        kind: String,
    },
    /// A journal entry cannot be read.
    #[error("journal entry {seq} is unreadable: {reason}")]
    EventUnreadable {
        /// Its sequence number.
        seq: u64,
        /// Why.
        reason: String,
    },
    /// The chain of the journal is broken, so nothing is made from it.
    #[error("the journal's chain is broken at entry {seq}")]
    JournalBroken {
        /// The first entry that does not fit.
        seq: u64,
    },
    /// A table made from the journal holds something unreadable.
    #[error("the tables hold an unreadable row: {reason}")]
    TablesUnreadable {
        /// Why.
        reason: String,
    },
}

impl StoreError {
    /// No case of this identifier.
    pub(crate) fn case_unknown(id: &CaseId) -> Self {
        Self::CaseUnknown { case: id.to_string() }
    }
}

impl Coded for StoreError {
    fn code(&self) -> &'static str {
        match self {
            Self::Domain(e) => e.code(),
            Self::FolderNotAFolder { .. } => "folder-not-a-folder",
            Self::FolderNotMade { .. } => "folder-not-made",
            Self::FolderReadOnly { .. } => "folder-read-only",
            Self::FolderOnNetwork { .. } => "folder-on-network",
            Self::FolderInUse { .. } => "folder-in-use",
            Self::FolderNoLock { .. } => "folder-no-lock",
            Self::DatabaseNotOurs { .. } => "database-not-ours",
            Self::DatabaseNewer { .. } => "database-newer",
            Self::DatabaseIncomplete { .. } => "database-incomplete",
            Self::DatabaseDamaged { .. } => "database-damaged",
            Self::DatabaseBusy { .. } => "database-busy",
            Self::DatabaseSetting { .. } => "database-setting-refused",
            Self::MigrationFailed { .. } => "migration-failed",
            Self::CopyFailed { .. } => "copy-failed",
            Self::DiskFull { .. } => "disk-full",
            Self::StorageFailed { .. } => "storage-failed",
            Self::CaseUnknown { .. } => "case-unknown",
            Self::CaseNumberTaken { .. } => "case-number-taken",
            Self::EvidenceUnknown(_) => "evidence-unknown",
            Self::PacketUnknown(_) => "packet-unknown",
            Self::CursorUnreadable { .. } => "cursor-unreadable",
            Self::EventUnknown { .. } => "event-unknown",
            Self::EventUnreadable { .. } => "event-unreadable",
            Self::JournalBroken { .. } => "journal-broken",
            Self::TablesUnreadable { .. } => "tables-unreadable",
        }
    }

    fn params(&self) -> Params {
        match self {
            Self::Domain(e) => e.params(),
            Self::FolderNotAFolder { path }
            | Self::FolderReadOnly { path }
            | Self::FolderInUse { path }
            | Self::DatabaseNotOurs { path }
            | Self::DatabaseIncomplete { path }
            | Self::DatabaseBusy { path }
            | Self::DiskFull { path } => params([("path", &path.display())]),
            Self::FolderNotMade { path, reason }
            | Self::FolderNoLock { path, reason }
            | Self::DatabaseDamaged { path, reason }
            | Self::CopyFailed { path, reason }
            | Self::StorageFailed { path, reason } => params([("path", &path.display()), ("reason", reason)]),
            Self::FolderOnNetwork { path, kind } => params([("path", &path.display()), ("kind", kind)]),
            Self::DatabaseNewer { path, found, known } => {
                params([("path", &path.display()), ("found", found), ("known", known)])
            }
            Self::DatabaseSetting { setting, found } => params([("setting", setting), ("found", found)]),
            Self::MigrationFailed { from, to, reason } => params([("from", from), ("to", to), ("reason", reason)]),
            Self::CaseUnknown { case } => params([("case", case)]),
            Self::CaseNumberTaken { number } => params([("number", number)]),
            Self::EvidenceUnknown(id) => params([("value", id)]),
            Self::PacketUnknown(id) => params([("value", id)]),
            Self::CursorUnreadable { value } => params([("value", value)]),
            Self::EventUnknown { seq, kind } => params([("seq", seq), ("kind", kind)]),
            Self::EventUnreadable { seq, reason } => params([("seq", seq), ("reason", reason)]),
            Self::JournalBroken { seq } => params([("seq", seq)]),
            Self::TablesUnreadable { reason } => params([("reason", reason)]),
        }
    }
}

/// Named values as a locale message takes them.
pub(crate) fn params<const N: usize>(pairs: [(&str, &dyn std::fmt::Display); N]) -> Params {
    pairs.into_iter().map(|(name, value)| (name.to_owned(), value.to_string())).collect()
}

/// A refusal, or a fault of SQLite that has not been named yet because the place where it happened is known further out.
#[derive(Debug)]
pub(crate) enum Fault {
    /// Named.
    Store(StoreError),
    /// Not yet.
    Sql(rusqlite::Error),
}

impl From<StoreError> for Fault {
    fn from(error: StoreError) -> Self {
        Self::Store(error)
    }
}
impl From<DomainError> for Fault {
    fn from(error: DomainError) -> Self {
        Self::Store(StoreError::Domain(error))
    }
}
impl From<rusqlite::Error> for Fault {
    fn from(error: rusqlite::Error) -> Self {
        Self::Sql(error)
    }
}

impl Fault {
    /// The refusal, for a database in `folder`.
    pub(crate) fn at(self, folder: &Path) -> StoreError {
        let error = match self {
            Self::Store(error) => return error,
            Self::Sql(error) => error,
        };
        let (path, reason) = (folder.to_path_buf(), error.to_string());
        match error.sqlite_error_code() {
            Some(ErrorCode::DiskFull) => StoreError::DiskFull { path },
            // The index of the write-ahead log is grown by file size; a full disk shows there as a plain I/O error.
            Some(ErrorCode::SystemIoFailure)
                if matches!(
                    error.sqlite_extended_error_code(),
                    Some(ffi::SQLITE_IOERR_SHMSIZE | ffi::SQLITE_IOERR_SHMMAP)
                ) && crate::folder::free_bytes(folder).is_some_and(|free| free < 1 << 20) =>
            {
                StoreError::DiskFull { path }
            }
            Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase) => StoreError::DatabaseDamaged { path, reason },
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked | ErrorCode::FileLockingProtocolFailed) => {
                StoreError::DatabaseBusy { path }
            }
            Some(ErrorCode::ReadOnly | ErrorCode::PermissionDenied) => StoreError::FolderReadOnly { path },
            _ => StoreError::StorageFailed { path, reason },
        }
    }
}

/// Names a failure of the file system.
pub(crate) fn file_fault(error: &std::io::Error, path: &Path) -> StoreError {
    use std::io::ErrorKind;
    match error.kind() {
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => StoreError::DiskFull { path: path.to_path_buf() },
        ErrorKind::ReadOnlyFilesystem | ErrorKind::PermissionDenied => {
            StoreError::FolderReadOnly { path: path.to_path_buf() }
        }
        _ => StoreError::StorageFailed { path: path.to_path_buf(), reason: error.to_string() },
    }
}
