//! What lies under the database's name, told by the header bytes before SQLite touches the file.
//!
//! The file is read here only while this process has no connection to it: closing it later would drop SQLite's locks.

use crate::error::{StoreError, file_fault};
use crate::schema::APPLICATION_ID;
use std::fs::{self, File};
use std::io::{ErrorKind, Read};
use std::path::{Path, PathBuf};

const MAGIC: &[u8; 16] = b"SQLite format 3\0";
const VERSION_AT: usize = 60;
const APPLICATION_AT: usize = 68;
const HEADER: usize = 100;

/// What was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Identity {
    /// Nothing yet.
    Absent,
    /// One of ours.
    Ours {
        /// A write-ahead log has to be taken in: the last run did not end by itself.
        unfinished: bool,
    },
}

/// Looks at the database file at `path`.
///
/// # Errors
/// `database-not-ours`, `database-newer`, `database-incomplete`, `database-damaged` (cut off within the header), file
/// errors. Nothing on disk is changed.
pub(crate) fn look(path: &Path, newest: i64) -> Result<Identity, StoreError> {
    let log_bytes = match fs::symlink_metadata(log_of(path)) {
        Ok(found) => found.len(),
        Err(error) if error.kind() == ErrorKind::NotFound => 0,
        Err(error) => return Err(file_fault(&error, path)),
    };
    let header = match fs::symlink_metadata(path) {
        Ok(found) if !found.is_file() => return Err(StoreError::DatabaseNotOurs { path: path.to_path_buf() }),
        Ok(_) => read_header(path).map_err(|e| file_fault(&e, path))?,
        Err(error) if error.kind() == ErrorKind::NotFound => Vec::new(),
        Err(error) => return Err(file_fault(&error, path)),
    };
    if header.is_empty() {
        return if log_bytes == 0 {
            Ok(Identity::Absent)
        } else {
            Err(StoreError::DatabaseIncomplete { path: path.to_path_buf() })
        };
    }
    if header.len() < HEADER {
        return Err(if header.starts_with(MAGIC) {
            StoreError::DatabaseDamaged { path: path.to_path_buf(), reason: "header cut off".to_owned() }
        } else {
            StoreError::DatabaseNotOurs { path: path.to_path_buf() }
        });
    }
    if !header.starts_with(MAGIC) || number(&header, APPLICATION_AT) != APPLICATION_ID {
        return Err(StoreError::DatabaseNotOurs { path: path.to_path_buf() });
    }
    let found = number(&header, VERSION_AT);
    if found > newest {
        return Err(StoreError::DatabaseNewer { path: path.to_path_buf(), found, known: newest });
    }
    Ok(Identity::Ours { unfinished: log_bytes > 0 })
}

/// The write-ahead log that belongs to a database file.
pub(crate) fn log_of(path: &Path) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push("-wal");
    PathBuf::from(name)
}

fn read_header(path: &Path) -> std::io::Result<Vec<u8>> {
    let mut header = Vec::with_capacity(HEADER);
    File::open(path)?.take(HEADER as u64).read_to_end(&mut header)?;
    Ok(header)
}

fn number(header: &[u8], at: usize) -> i64 {
    header
        .get(at..at + 4)
        .and_then(|bytes| bytes.try_into().ok())
        .map_or(0, |bytes| i64::from(i32::from_be_bytes(bytes)))
}
