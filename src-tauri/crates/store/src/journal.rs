//! The journal: entries in order, each bound to the one before it by its hash. Written once, never changed; what they
//! mean for the tables is not known here.

use crate::error::{Fault, StoreError};
use recourse_domain::{CaseId, Event, EventBody};
use rusqlite::{Connection, OptionalExtension, Row, params};
use sha2::{Digest, Sha256};

/// SHA-256.
pub(crate) type Hash = [u8; 32];

/// The hash before the first entry.
pub(crate) const ORIGIN: Hash = [0; 32];

/// Stands at the head of every hashed entry, so that a hash of this journal is no hash of anything else.
const FORM: &[u8] = b"recourse-journal/1";

/// One entry of the journal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct JournalEntry {
    /// Place in the journal, counted from 1 over all cases without a gap.
    pub seq: u64,
    /// What happened.
    pub event: Event,
    /// Hash of the entry before, 64 hexadecimal digits; all zeros before the first.
    pub prev_hash: String,
    /// Hash of this entry, 64 hexadecimal digits.
    pub hash: String,
}

/// The end of the journal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Head {
    pub(crate) seq: i64,
    pub(crate) hash: Hash,
}

/// An entry as it lies in the table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Stored {
    pub(crate) seq: i64,
    pub(crate) case_id: Option<String>,
    pub(crate) at: String,
    pub(crate) actor: String,
    pub(crate) kind: String,
    pub(crate) payload: String,
    pub(crate) prev_hash: Hash,
    pub(crate) hash: Hash,
}

/// Columns in the order in which [`Stored::read`] takes them.
pub(crate) const COLUMNS: &str = "seq, case_id, at, actor, kind, payload, prev_hash, hash";

impl Stored {
    /// The entry that follows `head`.
    pub(crate) fn after(head: Head, event: &Event) -> Result<Self, StoreError> {
        let seq = head.seq + 1;
        let payload = serde_json::to_string(&event.body)
            .map_err(|e| StoreError::EventUnreadable { seq: seq.unsigned_abs(), reason: e.to_string() })?;
        let mut entry = Self {
            seq,
            case_id: event.case.as_ref().map(ToString::to_string),
            at: event.at.to_string(),
            actor: event.actor.as_str().to_owned(),
            kind: event.body.kind().to_owned(),
            payload,
            prev_hash: head.hash,
            hash: ORIGIN,
        };
        entry.hash = entry.digest();
        Ok(entry)
    }

    /// Reads the columns of [`COLUMNS`].
    pub(crate) fn read(row: &Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            seq: row.get(0)?,
            case_id: row.get(1)?,
            at: row.get(2)?,
            actor: row.get(3)?,
            kind: row.get(4)?,
            payload: row.get(5)?,
            prev_hash: row.get(6)?,
            hash: row.get(7)?,
        })
    }

    /// The hash that these fields have: SHA-256 over the form and every field, each after its length in eight bytes,
    /// big end first. An absent case is one zero byte; a case is one byte 1 and then the field.
    pub(crate) fn digest(&self) -> Hash {
        fn field(sha: &mut Sha256, bytes: &[u8]) {
            sha.update((bytes.len() as u64).to_be_bytes());
            sha.update(bytes);
        }
        let mut sha = Sha256::new();
        field(&mut sha, FORM);
        field(&mut sha, &self.seq.to_be_bytes());
        match &self.case_id {
            None => sha.update([0]),
            Some(id) => {
                sha.update([1]);
                field(&mut sha, id.as_bytes());
            }
        }
        for text in [&self.at, &self.actor, &self.kind, &self.payload] {
            field(&mut sha, text.as_bytes());
        }
        field(&mut sha, &self.prev_hash);
        sha.finalize().into()
    }

    /// Place in the journal, counted from 1.
    pub(crate) fn number(&self) -> u64 {
        self.seq.unsigned_abs()
    }

    /// The event in it.
    ///
    /// # Errors
    /// `event-unknown` for a kind this program does not know, `event-unreadable`.
    pub(crate) fn event(&self) -> Result<Event, StoreError> {
        let seq = self.number();
        if !EventBody::KINDS.contains(&self.kind.as_str()) {
            return Err(StoreError::EventUnknown { seq, kind: self.kind.clone() });
        }
        let unreadable = |reason: String| StoreError::EventUnreadable { seq, reason };
        let body: EventBody = serde_json::from_str(&self.payload).map_err(|e| unreadable(e.to_string()))?;
        if body.kind() != self.kind {
            return Err(unreadable(format!("{} under the name {}", body.kind(), self.kind)));
        }
        let actor = serde_json::from_value(serde_json::Value::String(self.actor.clone()));
        Ok(Event {
            case: match &self.case_id {
                None => None,
                Some(id) => Some(id.parse::<CaseId>().map_err(|e| unreadable(e.to_string()))?),
            },
            at: self.at.parse().map_err(|e: recourse_domain::DomainError| unreadable(e.to_string()))?,
            actor: actor.map_err(|e| unreadable(e.to_string()))?,
            body,
        })
    }

    /// The event in it, when nothing of what is stored gets lost by reading it.
    ///
    /// # Errors
    /// As [`Stored::event`]; `event-unknown` also for a field this program does not know.
    pub(crate) fn whole_event(&self) -> Result<Event, StoreError> {
        let event = self.event()?;
        let unreadable =
            |e: serde_json::Error| StoreError::EventUnreadable { seq: self.number(), reason: e.to_string() };
        let stored: serde_json::Value = serde_json::from_str(&self.payload).map_err(unreadable)?;
        let understood = serde_json::to_value(&event.body).map_err(unreadable)?;
        if covers(&understood, &stored) {
            Ok(event)
        } else {
            Err(StoreError::EventUnknown { seq: self.number(), kind: self.kind.clone() })
        }
    }

    /// For people and other programs.
    pub(crate) fn entry(&self) -> Result<JournalEntry, StoreError> {
        Ok(JournalEntry {
            seq: self.number(),
            event: self.event()?,
            prev_hash: hex::encode(self.prev_hash),
            hash: hex::encode(self.hash),
        })
    }
}

/// Whether `understood` says everything that `stored` says.
fn covers(understood: &serde_json::Value, stored: &serde_json::Value) -> bool {
    use serde_json::Value::{Array, Null, Object};
    match (understood, stored) {
        (Object(ours), Object(theirs)) => {
            theirs.iter().all(|(name, value)| ours.get(name).map_or(*value == Null, |own| covers(own, value)))
        }
        (Array(ours), Array(theirs)) => {
            ours.len() == theirs.len() && ours.iter().zip(theirs).all(|(own, value)| covers(own, value))
        }
        (own, value) => own == value,
    }
}

/// The end of the journal.
pub(crate) fn head(conn: &Connection) -> Result<Head, Fault> {
    let mut statement = conn.prepare_cached("SELECT seq, hash FROM journal ORDER BY seq DESC LIMIT 1")?;
    let last = statement.query_row([], |row| Ok(Head { seq: row.get(0)?, hash: row.get(1)? })).optional()?;
    Ok(last.unwrap_or(Head { seq: 0, hash: ORIGIN }))
}

/// Writes an entry behind the last one.
pub(crate) fn append(conn: &Connection, entry: &Stored) -> Result<(), Fault> {
    let sql = "INSERT INTO journal (seq, case_id, at, actor, kind, payload, prev_hash, hash)
               VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)";
    conn.prepare_cached(sql)?.execute(params![
        entry.seq,
        entry.case_id,
        entry.at,
        entry.actor,
        entry.kind,
        entry.payload,
        entry.prev_hash,
        entry.hash
    ])?;
    Ok(())
}

/// Refuses a journal that holds kinds this program does not know: read past, they would be lost from the tables.
pub(crate) fn refuse_unknown_kinds(conn: &Connection) -> Result<(), Fault> {
    let mut statement = conn.prepare("SELECT kind, first_seq FROM journal_kind ORDER BY first_seq")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let kind: String = row.get(0)?;
        if !EventBody::KINDS.contains(&kind.as_str()) {
            return Err(StoreError::EventUnknown { seq: row.get::<_, i64>(1)?.unsigned_abs(), kind }.into());
        }
    }
    Ok(())
}
