//! Connections to the database and the settings durability rests on. Every setting is read back: one that did not take
//! refuses the database. No SQL of the application.

use crate::error::{Fault, StoreError};
use rusqlite::config::DbConfig;
use rusqlite::limits::Limit;
use rusqlite::{Connection, OpenFlags};
use std::path::Path;
use std::time::Duration;

/// How long a lock of another program is waited for.
pub(crate) const BUSY_TIMEOUT: Duration = Duration::from_secs(5);

/// Distinct statements of the application, with room.
const STATEMENTS: usize = 96;

/// The pragmas of the connection that writes: name, value as set, value as read back.
const WRITER: [(&str, &str, &str); 11] = [
    ("journal_mode", "WAL", "wal"),
    ("synchronous", "FULL", "2"),
    ("fullfsync", "1", "1"),
    ("checkpoint_fullfsync", "1", "1"),
    ("foreign_keys", "ON", "1"),
    ("trusted_schema", "OFF", "0"),
    ("cell_size_check", "ON", "1"),
    ("mmap_size", "0", "0"),
    ("temp_store", "MEMORY", "2"),
    ("secure_delete", "ON", "1"),
    ("journal_size_limit", "67108864", "67108864"),
];

/// The pragmas of a connection that only reads.
const READER: [(&str, &str, &str); 5] = [
    ("trusted_schema", "OFF", "0"),
    ("cell_size_check", "ON", "1"),
    ("mmap_size", "0", "0"),
    ("temp_store", "MEMORY", "2"),
    ("query_only", "ON", "1"),
];

/// Opens the connection that writes, without touching the file yet.
///
/// Until [`settle`] is called, closing it leaves a write-ahead log as it lies.
pub(crate) fn writer(path: &Path, busy: Duration) -> Result<Connection, Fault> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX | OpenFlags::SQLITE_OPEN_NOFOLLOW;
    let conn = Connection::open_with_flags(path, flags)?;
    harden(&conn, busy)?;
    option(&conn, DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, "no-checkpoint-on-close", true)?;
    Ok(conn)
}

/// Gives the writing connection its settings.
pub(crate) fn settle(conn: &Connection) -> Result<(), Fault> {
    for (name, value, reads_back) in WRITER {
        pragma(conn, name, value, reads_back)?;
    }
    option(conn, DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, "no-checkpoint-on-close", false)
}

/// Opens a connection that only reads.
pub(crate) fn reader(path: &Path, busy: Duration) -> Result<Connection, Fault> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX | OpenFlags::SQLITE_OPEN_NOFOLLOW;
    let conn = Connection::open_with_flags(path, flags)?;
    harden(&conn, busy)?;
    for (name, value, reads_back) in READER {
        pragma(&conn, name, value, reads_back)?;
    }
    Ok(conn)
}

/// Opens a database file of its own, outside the live one: a new one being made, or a copy.
pub(crate) fn aside(path: &Path) -> Result<Connection, Fault> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE
        | OpenFlags::SQLITE_OPEN_CREATE
        | OpenFlags::SQLITE_OPEN_NO_MUTEX
        | OpenFlags::SQLITE_OPEN_NOFOLLOW;
    let conn = Connection::open_with_flags(path, flags)?;
    harden(&conn, BUSY_TIMEOUT)?;
    Ok(conn)
}

/// What holds for every connection: no attached files, bounded sizes, no way round the schema.
fn harden(conn: &Connection, busy: Duration) -> Result<(), Fault> {
    conn.busy_timeout(busy)?;
    conn.set_prepared_statement_cache_capacity(STATEMENTS);
    for (limit, most) in [
        (Limit::SQLITE_LIMIT_ATTACHED, 0),
        (Limit::SQLITE_LIMIT_LENGTH, 64 * 1024 * 1024),
        (Limit::SQLITE_LIMIT_SQL_LENGTH, 1024 * 1024),
    ] {
        conn.set_limit(limit, most)?;
        let found = conn.limit(limit)?;
        if found != most {
            return Err(StoreError::DatabaseSetting { setting: "limit", found: found.to_string() }.into());
        }
    }
    option(conn, DbConfig::SQLITE_DBCONFIG_DEFENSIVE, "defensive", true)?;
    option(conn, DbConfig::SQLITE_DBCONFIG_DQS_DML, "double-quoted-strings", false)?;
    option(conn, DbConfig::SQLITE_DBCONFIG_DQS_DDL, "double-quoted-strings", false)
}

fn option(conn: &Connection, config: DbConfig, setting: &'static str, value: bool) -> Result<(), Fault> {
    conn.set_db_config(config, value)?;
    let found = conn.db_config(config)?;
    if found == value { Ok(()) } else { Err(StoreError::DatabaseSetting { setting, found: found.to_string() }.into()) }
}

fn pragma(conn: &Connection, name: &'static str, value: &str, reads_back: &str) -> Result<(), Fault> {
    conn.pragma_update(None, name, value)?;
    let found = read_pragma(conn, name)?;
    if found == reads_back { Ok(()) } else { Err(StoreError::DatabaseSetting { setting: name, found }.into()) }
}

/// A pragma's value as text, whatever its type.
pub(crate) fn read_pragma(conn: &Connection, name: &str) -> Result<String, Fault> {
    use rusqlite::types::ValueRef;
    let text = conn.pragma_query_value(None, name, |row| {
        Ok(match row.get_ref(0)? {
            ValueRef::Integer(number) => number.to_string(),
            ValueRef::Text(text) => String::from_utf8_lossy(text).into_owned(),
            other => format!("{:?}", other.data_type()),
        })
    })?;
    Ok(text)
}

#[cfg(test)]
pub(crate) fn writer_settings() -> impl Iterator<Item = (&'static str, &'static str)> {
    WRITER.into_iter().map(|(name, _, reads_back)| (name, reads_back))
}
