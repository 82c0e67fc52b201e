//! Tests of the whole store.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod appending;
mod checking;
mod crash;
mod folders;
mod full_disk;
mod guarding;
mod listing;
mod migrating;
mod opening;
mod rebuilding;
#[path = "../../samples/mod.rs"]
pub(crate) mod samples;
mod words;

use crate::open::{self, DATABASE_FILE, Manner};
use crate::{Store, StoreError};
use chrono::{DateTime, Utc};
use recourse_domain::Coded;
use rusqlite::Connection;
use std::path::{Path, PathBuf};
use std::time::Duration;
use tempfile::TempDir;

pub(crate) fn now() -> DateTime<Utc> {
    DateTime::from_timestamp(1_772_700_000, 0).unwrap()
}

/// A fresh folder for one test.
pub(crate) fn scratch() -> TempDir {
    tempfile::Builder::new().prefix("recourse-store-").tempdir().unwrap()
}

pub(crate) fn open_at(dir: &Path) -> Store {
    Store::open(dir, now()).unwrap()
}

/// Like the real opening, but a foreign lock is not waited for.
pub(crate) fn hasty() -> Manner {
    Manner { busy: Duration::ZERO, ..Manner::usual() }
}

pub(crate) fn open_hastily(dir: &Path) -> Result<Store, StoreError> {
    open::open(dir, now(), &hasty())
}

pub(crate) fn database(dir: &Path) -> PathBuf {
    dir.join(DATABASE_FILE)
}

/// A store in a folder of its own.
pub(crate) fn fresh() -> (TempDir, Store) {
    let dir = scratch();
    let store = open_at(dir.path());
    (dir, store)
}

pub(crate) fn code<T: std::fmt::Debug>(result: Result<T, StoreError>) -> &'static str {
    result.unwrap_err().code()
}

/// Another program at the database: no settings of ours.
pub(crate) fn stranger(dir: &Path) -> Connection {
    Connection::open(database(dir)).unwrap()
}

/// Names and bytes of everything in a folder and the folders in it.
pub(crate) fn snapshot(dir: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(dir).unwrap().map(Result::unwrap) {
        let path = entry.path();
        if path.is_dir() {
            found.extend(snapshot(&path));
        } else {
            found.push((path.clone(), std::fs::read(&path).unwrap_or_default()));
        }
    }
    found.sort();
    found
}

/// Every row of every table that is made from the journal, as text.
pub(crate) fn dump(store: &Store) -> Vec<String> {
    store.with_writer(|conn| Ok(dump_of(conn))).unwrap()
}

pub(crate) fn dump_of(conn: &Connection) -> Vec<String> {
    let tables = [
        "cases",
        "case_state",
        "transactions",
        "parties",
        "evidence",
        "deadlines",
        "packets",
        "blobs",
        "merchant",
        "own_playbook",
        "task",
        "search_text",
        "search",
    ];
    let mut lines = Vec::new();
    for table in tables {
        let order = if table == "search" { "rowid" } else { "1, 2" };
        let rowid = if table == "search" { "rowid, " } else { "" };
        let mut statement = conn.prepare(&format!("SELECT {rowid}* FROM {table} ORDER BY {order}")).unwrap();
        let columns = statement.column_count();
        let mut rows = statement.query([]).unwrap();
        while let Some(row) = rows.next().unwrap() {
            let cells: Vec<String> = (0..columns).map(|n| format!("{:?}", row.get_ref(n).unwrap())).collect();
            lines.push(format!("{table}: {}", cells.join(" | ")));
        }
    }
    lines
}

/// Every row of the journal, byte for byte.
pub(crate) fn journal_of(conn: &Connection) -> Vec<String> {
    let mut statement = conn.prepare("SELECT * FROM journal ORDER BY seq").unwrap();
    let columns = statement.column_count();
    let mut rows = statement.query([]).unwrap();
    let mut lines = Vec::new();
    while let Some(row) = rows.next().unwrap() {
        let cells: Vec<String> = (0..columns).map(|n| format!("{:?}", row.get_ref(n).unwrap())).collect();
        lines.push(cells.join(" | "));
    }
    lines
}

/// Nothing but what the test machine's own disk is to blame for.
pub(crate) fn faults(store: &Store) -> Vec<&'static str> {
    store.check(true).into_iter().filter(|f| !f.is_notice()).map(|f| f.code).collect()
}

/// Tells the parent process something. Written at once and in one piece.
pub(crate) fn say(line: &str) {
    use std::io::Write;
    let mut out = std::io::stdout().lock();
    out.write_all(format!("\n{line}\n").as_bytes()).unwrap();
    out.flush().unwrap();
}
