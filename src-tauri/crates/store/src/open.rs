//! The opening of a data folder: folder, lock, identity, settings, copy, migration, in this order. Fails closed; what
//! cannot be opened is left as it lies.

use crate::connect;
use crate::copies;
use crate::error::{Fault, StoreError, file_fault};
use crate::folder;
use crate::identity::{self, Identity};
use crate::journal;
use crate::schema::Schemas;
use crate::store::Store;
use chrono::{DateTime, Utc};
use rusqlite::Connection;
use std::fs::{self, OpenOptions};
use std::path::{Path, PathBuf};
use std::time::Duration;

/// Name of the database file within the data folder.
pub const DATABASE_FILE: &str = "recourse.sqlite3";
/// Name of the folder for copies within the data folder.
pub const COPIES_FOLDER: &str = "copies";

/// What a test may want otherwise.
#[derive(Debug, Clone)]
pub(crate) struct Manner {
    /// Schemas known.
    pub(crate) schemas: Schemas,
    /// How long a lock of another program is waited for.
    pub(crate) busy: Duration,
}

impl Manner {
    pub(crate) fn usual() -> Self {
        Self { schemas: Schemas::ours(), busy: connect::BUSY_TIMEOUT }
    }
}

/// Opens the folder in a given manner.
pub(crate) fn open(dir: &Path, now: DateTime<Utc>, manner: &Manner) -> Result<Store, StoreError> {
    let folder = folder::prepare(dir, DATABASE_FILE)?;
    let lock = folder::lock(&folder)?;
    let path = folder.join(DATABASE_FILE);
    let newest = manner.schemas.newest();
    let identity = identity::look(&path, newest)?;
    if identity == Identity::Absent {
        make(&path, &manner.schemas)?;
    }
    let mut writer = connect::writer(&path, manner.busy).map_err(|f| f.at(&folder))?;
    let found = schema_of(&writer).map_err(|f| f.at(&folder))?;
    if found > newest {
        // Known only from the write-ahead log, which stays as it lies.
        return Err(StoreError::DatabaseNewer { path, found, known: newest });
    }
    connect::settle(&writer).map_err(|f| f.at(&folder))?;
    if identity == (Identity::Ours { unfinished: true }) {
        quick_check(&writer, &path).map_err(|f| f.at(&folder))?;
    }
    if found < newest {
        copies::before_migration(&writer, &folder.join(COPIES_FOLDER), found, now)?;
        migrate(&mut writer, &manner.schemas, found, &folder)?;
    }
    journal::refuse_unknown_kinds(&writer).map_err(|f| f.at(&folder))?;
    tracing::info!(schema = newest, "database open");
    Ok(Store::assemble(folder, path, manner.busy, writer, lock))
}

/// Schema number of an open database.
fn schema_of(conn: &Connection) -> Result<i64, Fault> {
    Ok(conn.pragma_query_value(None, "user_version", |row| row.get(0))?)
}

fn quick_check(conn: &Connection, path: &Path) -> Result<(), Fault> {
    let answer: String = conn.query_row("PRAGMA quick_check(1)", [], |row| row.get(0))?;
    if answer == "ok" {
        Ok(())
    } else {
        Err(StoreError::DatabaseDamaged { path: path.to_path_buf(), reason: answer }.into())
    }
}

/// Brings the database to the newest schema, wholly or not at all.
fn migrate(conn: &mut Connection, schemas: &Schemas, from: i64, folder: &Path) -> Result<(), StoreError> {
    let to = schemas.newest();
    schemas.migrations().to_latest(conn).map_err(|error| {
        if let rusqlite_migration::Error::RusqliteError { err, .. } = error {
            let reason = err.to_string();
            match Fault::Sql(err).at(folder) {
                StoreError::StorageFailed { .. } => StoreError::MigrationFailed { from, to, reason },
                named => named,
            }
        } else {
            StoreError::MigrationFailed { from, to, reason: error.to_string() }
        }
    })
}

/// Makes a new database under another name and puts it in place whole, so that no half-made one is ever found.
fn make(path: &Path, schemas: &Schemas) -> Result<(), StoreError> {
    let folder = path.parent().unwrap_or(path);
    let part = path.with_extension("part");
    let journal_of_part = PathBuf::from(format!("{}-journal", part.display()));
    for left_over in [&part, &journal_of_part, &identity::log_of(&part)] {
        let _ = fs::remove_file(left_over);
    }
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    folder::private_file(&mut options);
    options.open(&part).map_err(|e| file_fault(&e, folder))?;
    let mut conn = connect::aside(&part).map_err(|f| f.at(folder))?;
    migrate(&mut conn, schemas, 0, folder)?;
    conn.close().map_err(|(_, error)| Fault::Sql(error).at(folder))?;
    folder::make_durable(&part)?;
    fs::rename(&part, path).map_err(|e| file_fault(&e, folder))?;
    folder::sync_dir(folder)
}
