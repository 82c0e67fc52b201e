//! Copies of the database in a single file each, made by SQLite's online backup and believed only after a full check.

use crate::connect;
use crate::error::{Fault, StoreError, file_fault};
use crate::folder;
use chrono::{DateTime, Utc};
use rusqlite::Connection;
use rusqlite::backup::{Backup, StepResult};
use std::fs::{self, OpenOptions};
use std::path::{Path, PathBuf};

/// Copies the live database into `folder` under a name that says its schema and `now`; returns the finished file.
///
/// # Errors
/// `disk-full`, `copy-failed`. A copy that does not verify is not left behind.
pub(crate) fn before_migration(
    live: &Connection,
    folder: &Path,
    schema: i64,
    now: DateTime<Utc>,
) -> Result<PathBuf, StoreError> {
    folder::make_inner(folder)?;
    let stem = format!("recourse-schema-{schema}-{}", now.format("%Y%m%dT%H%M%SZ"));
    let target = (1..)
        .map(|n| folder.join(if n == 1 { format!("{stem}.sqlite3") } else { format!("{stem}-{n}.sqlite3") }))
        .find(|path| !path.exists())
        .unwrap_or_else(|| folder.join(&stem));
    let part = target.with_extension("part");
    let _ = fs::remove_file(&part);
    let made = write(live, &part, &target).and_then(|()| {
        folder::make_durable(&part)?;
        fs::rename(&part, &target).map_err(|e| file_fault(&e, &target))?;
        folder::sync_dir(folder)
    });
    if made.is_err() {
        let _ = fs::remove_file(&part);
    }
    made.map(|()| target)
}

fn write(live: &Connection, part: &Path, target: &Path) -> Result<(), StoreError> {
    let named = |fault: Fault| match fault.at(target) {
        full @ StoreError::DiskFull { .. } => full,
        other => StoreError::CopyFailed { path: target.to_path_buf(), reason: other.to_string() },
    };
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    folder::private_file(&mut options);
    options.open(part).map_err(|e| file_fault(&e, part))?;
    let mut copy = connect::aside(part).map_err(named)?;
    pour(live, &mut copy).map_err(named)?;
    verify(live, &copy).map_err(named)?;
    copy.close().map_err(|(_, error)| named(error.into()))
}

fn pour(live: &Connection, copy: &mut Connection) -> Result<(), Fault> {
    {
        let backup = Backup::new(live, copy)?;
        // One step for all pages: nobody else writes, and a copy in one piece is of one moment.
        match backup.step(-1)? {
            StepResult::Done => {}
            other => {
                return Err(StoreError::StorageFailed { path: PathBuf::new(), reason: format!("{other:?}") }.into());
            }
        }
    }
    // A single closed file: no log beside it that could be left behind.
    copy.pragma_update(None, "journal_mode", "DELETE")?;
    Ok(())
}

/// The copy is sound in itself and holds the same journal.
fn verify(live: &Connection, copy: &Connection) -> Result<(), Fault> {
    let reason = |what: String| Fault::Store(StoreError::StorageFailed { path: PathBuf::new(), reason: what });
    let sound: String = copy.query_row("PRAGMA integrity_check(1)", [], |row| row.get(0))?;
    if sound != "ok" {
        return Err(reason(sound));
    }
    if copy.prepare("PRAGMA foreign_key_check")?.exists([])? {
        return Err(reason("foreign keys".to_owned()));
    }
    let journal = |conn: &Connection| {
        let count = "SELECT count(*), (SELECT hex(hash) FROM journal ORDER BY seq DESC LIMIT 1) FROM journal";
        conn.query_row(count, [], |row| Ok((row.get::<_, i64>(0)?, row.get::<_, Option<String>>(1)?)))
    };
    if journal(live)? == journal(copy)? { Ok(()) } else { Err(reason("journal differs".to_owned())) }
}
