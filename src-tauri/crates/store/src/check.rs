//! Checks of the whole store: what the disk holds, whether the journal's chain holds, whether the tables say what the
//! journal says. Finds and names; mends nothing.

use crate::error::{Fault, StoreError, params};
use crate::folder;
use crate::project::table::{self, Rows};
use crate::project::{self, TABLES, Trail};
use crate::replay;
use crate::shop;
use crate::store::Store;
use recourse_domain::{Coded, Params};
use rusqlite::Connection;

/// Lines of SQLite's own check that are reported.
const LINES: usize = 20;

/// Something a check found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoreFinding {
    /// Stable `kebab-case` identifier; its words stand under `finding-<code>`, or under `error-<code>` for an error that
    /// ended the check.
    pub code: &'static str,
    /// Values for the words.
    pub params: Params,
    /// What mends it; its words stand under `mend-<mend_code>`: `rebuild`, `restore-copy`, `update-app`, `move-folder`,
    /// `close-folder`, `free-space`, `try-again`.
    pub mend_code: &'static str,
}

impl StoreFinding {
    /// Whether it is a word about the data folder and not about the data: nothing is wrong yet.
    #[must_use]
    pub fn is_notice(&self) -> bool {
        folder::NOTICES.contains(&self.code)
    }
}

impl Store {
    /// What the owner should be told about the data folder when the program starts: little space, a folder that a sync
    /// service copies, that others can read, or that lies on a medium of unknown promises. Costs next to nothing.
    #[must_use]
    pub fn notices(&self) -> Vec<StoreFinding> {
        folder::findings(self.folder())
    }

    /// Checks the store; an empty answer is a sound store.
    ///
    /// Always: the folder, SQLite's quick check, foreign keys, every hash of the journal's chain. Thorough: SQLite's
    /// integrity check, every row of every table against a replay of the journal, the search index against its text.
    #[must_use]
    pub fn check(&self, thorough: bool) -> Vec<StoreFinding> {
        let mut found = self.notices();
        let result = self.read_afresh(|conn| {
            let mut in_database = pages(conn, thorough)?;
            if conn.prepare("PRAGMA foreign_key_check")?.exists([])? {
                in_database.push(finding("tables-torn", "rebuild", Params::new()));
            }
            match replay::broken_at(conn)? {
                Some(seq) => in_database.push(finding("journal-broken", "restore-copy", params([("seq", &seq)]))),
                None if thorough => in_database.extend(tables_against_journal(conn)?),
                None => {}
            }
            Ok(in_database)
        });
        match result {
            Ok(in_database) => found.extend(in_database),
            Err(error) => found.push(of_error(&error)),
        }
        if thorough {
            found.extend(self.search_finding());
        }
        found
    }

    /// The index's own comparison with the text it was made from needs the connection that may write.
    fn search_finding(&self) -> Option<StoreFinding> {
        let compared = self.with_writer(|conn| {
            match conn.execute("INSERT INTO search (search, rank) VALUES ('integrity-check', 1)", []) {
                Ok(_) => Ok(true),
                Err(error) if error.sqlite_error_code() == Some(rusqlite::ErrorCode::DatabaseCorrupt) => Ok(false),
                Err(error) => Err(error.into()),
            }
        });
        match compared {
            Ok(true) => None,
            Ok(false) => Some(finding("search-differs", "rebuild", Params::new())),
            Err(error) => Some(of_error(&error)),
        }
    }
}

fn finding(code: &'static str, mend_code: &'static str, params: Params) -> StoreFinding {
    StoreFinding { code, params, mend_code }
}

/// An error that ended a check, as a finding.
fn of_error(error: &StoreError) -> StoreFinding {
    let mend_code = match error {
        StoreError::EventUnknown { .. } | StoreError::DatabaseNewer { .. } => "update-app",
        StoreError::TablesUnreadable { .. } => "rebuild",
        StoreError::DiskFull { .. } => "free-space",
        StoreError::DatabaseBusy { .. } | StoreError::StorageFailed { .. } => "try-again",
        _ => "restore-copy",
    };
    finding(error.code(), mend_code, error.params())
}

fn pages(conn: &Connection, thorough: bool) -> Result<Vec<StoreFinding>, Fault> {
    let pragma = if thorough { "integrity_check" } else { "quick_check" };
    let mut statement = conn.prepare(&format!("PRAGMA {pragma}({LINES})"))?;
    let lines: Vec<String> = statement.query_map([], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?;
    if lines == ["ok"] {
        return Ok(Vec::new());
    }
    Ok(vec![finding("database-pages-damaged", "restore-copy", params([("reason", &lines.join("; "))]))])
}

/// Replays the journal and compares, case by case, so that memory does not grow with their number.
fn tables_against_journal(conn: &Connection) -> Result<Vec<StoreFinding>, Fault> {
    let mut found = Vec::new();
    let mut blobs = Trail::default();
    let (mut cases, mut texts) = (0_i64, 0_i64);
    replay::each_case(conn, |replayed| {
        let mut wanted = project::rows(replayed.seq, &replayed.case)?;
        replayed.trail.add_rows(replayed.seq, &mut wanted);
        let there = table::read(conn, &TABLES, replayed.seq)?;
        if let Some(table) = first_difference(&wanted, &there) {
            let params = params([("table", &table), ("number", &replayed.case.number)]);
            found.push(finding("tables-differ", "rebuild", params));
        }
        cases += 1;
        texts += 1 + i64::try_from(replayed.trail.notes.len()).unwrap_or(i64::MAX);
        for (sha256, bytes) in &replayed.trail.blobs {
            let known = blobs.blobs.entry(sha256.clone()).or_default();
            *known = (*known).max(*bytes);
        }
        Ok(())
    })?;
    let whole = |table: &str| finding("tables-differ", "rebuild", params([("table", &table), ("number", &"–")]));
    for (table, wanted) in [("cases", cases), ("search_text", texts)] {
        let there: i64 = conn.query_row(&format!("SELECT count(*) FROM {table}"), [], |row| row.get(0))?;
        if there != wanted {
            found.push(whole(table));
        }
    }
    let mut statement = conn.prepare("SELECT sha256, bytes FROM blobs ORDER BY sha256")?;
    let rows = statement.query_map([], |row| Ok((row.get::<_, String>(0)?, row.get::<_, i64>(1)?.unsigned_abs())))?;
    if rows.collect::<rusqlite::Result<std::collections::BTreeMap<_, _>>>()? != blobs.blobs {
        found.push(whole("blobs"));
    }
    // Compared as values: particulars written before a field existed mean the same as with its default.
    found.extend(shop::first_difference(&replay::shop(conn)?, &shop::load(conn)?).map(whole));
    Ok(found)
}

/// Name of the first table whose rows are not as they should be.
fn first_difference(wanted: &Rows, there: &Rows) -> Option<&'static str> {
    let missing = wanted.iter().find(|(at, row)| there.get(*at) != Some(*row)).map(|((table, _), _)| table.name);
    missing.or_else(|| there.keys().find(|at| !wanted.contains_key(*at)).map(|(table, _)| table.name))
}
