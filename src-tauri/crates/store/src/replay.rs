//! The journal read from its beginning: every entry against the chain, every case from its events. Writes nothing.

use crate::error::{Fault, StoreError};
use crate::journal::{COLUMNS, Hash, ORIGIN, Stored};
use crate::project::Trail;
use recourse_domain::{Case, Shop};
use rusqlite::Connection;

/// Goes through the chain; returns the sequence number of the first entry that does not fit, if any.
pub(crate) fn broken_at(conn: &Connection) -> Result<Option<u64>, Fault> {
    let mut statement = conn.prepare(&format!("SELECT {COLUMNS} FROM journal ORDER BY seq"))?;
    let mut rows = statement.query([])?;
    let (mut seq, mut hash): (i64, Hash) = (0, ORIGIN);
    while let Some(row) = rows.next()? {
        let entry = Stored::read(row)?;
        if entry.seq != seq + 1 || entry.prev_hash != hash || entry.digest() != entry.hash {
            return Ok(Some(seq.unsigned_abs() + 1));
        }
        (seq, hash) = (entry.seq, entry.hash);
    }
    Ok(None)
}

/// A case as its events make it.
#[derive(Debug)]
pub(crate) struct Replayed {
    /// Sequence number of the entry that opened it.
    pub(crate) seq: i64,
    /// Its state.
    pub(crate) case: Case,
    /// What its events left beside the state.
    pub(crate) trail: Trail,
}

/// Replays every case, one at a time, and hands each over.
///
/// # Errors
/// `event-unknown`, `event-unreadable` for an entry that the domain does not take, and whatever `each` returns.
pub(crate) fn each_case(conn: &Connection, mut each: impl FnMut(&Replayed) -> Result<(), Fault>) -> Result<(), Fault> {
    let sql = format!("SELECT {COLUMNS} FROM journal WHERE case_id IS NOT NULL ORDER BY case_id, seq");
    let mut statement = conn.prepare(&sql)?;
    let mut rows = statement.query([])?;
    let mut current: Option<Replayed> = None;
    while let Some(row) = rows.next()? {
        let stored = Stored::read(row)?;
        let event = stored.whole_event()?;
        let refused = |e: recourse_domain::DomainError| StoreError::EventUnreadable {
            seq: stored.number(),
            reason: e.to_string(),
        };
        match &mut current {
            Some(replayed) if Some(&replayed.case.id) == event.case.as_ref() => {
                replayed.case.apply(&event).map_err(refused)?;
                replayed.trail.follow(stored.seq, &event);
            }
            _ => {
                if let Some(done) = current.take() {
                    each(&done)?;
                }
                let case = Case::open(&event).map_err(refused)?;
                current = Some(Replayed { seq: stored.seq, case, trail: Trail::default() });
            }
        }
    }
    current.as_ref().map_or(Ok(()), each)
}

/// The shop as the journal has it.
///
/// # Errors
/// `event-unknown`, `event-unreadable` for an entry that the domain does not take.
pub(crate) fn shop(conn: &Connection) -> Result<Shop, Fault> {
    let sql = format!("SELECT {COLUMNS} FROM journal WHERE case_id IS NULL ORDER BY seq");
    let mut statement = conn.prepare(&sql)?;
    let mut rows = statement.query([])?;
    let mut shop = Shop::default();
    while let Some(row) = rows.next()? {
        let stored = Stored::read(row)?;
        let refused = |e: recourse_domain::DomainError| StoreError::EventUnreadable {
            seq: stored.number(),
            reason: e.to_string(),
        };
        shop.apply(&stored.whole_event()?.body).map_err(refused)?;
    }
    Ok(shop)
}
