//! What the tables hold for a case: a pure function of its state, and nothing else may decide it. Live writing, rebuilding
//! and checking all go through [`rows`].

pub(crate) mod fold;
pub(crate) mod table;

use crate::error::{Fault, StoreError};
use fold::Folded;
use recourse_domain::{Case, CaseId, Event, EventBody, Money, PartyRole};
use rusqlite::{Connection, OptionalExtension, params};
use std::collections::BTreeMap;
use table::{Cell, Rows, Table, put};

macro_rules! table {
    ($id:ident, $name:literal, $key:literal, [$($column:literal),+], $case:literal) => {
        pub(crate) static $id: Table = Table { name: $name, columns: &[$($column),+], key: $key, case: $case };
    };
}

table!(
    CASES,
    "cases",
    1,
    [
        "seq",
        "id",
        "number",
        "number_year",
        "number_ordinal",
        "title",
        "playbook",
        "stage",
        "changed_at",
        "changed_us",
        "next_due",
        "amount_minor",
        "currency",
        "counterparty"
    ],
    "seq"
);
table!(STATES, "case_state", 1, ["case_seq", "state"], "case_seq");
table!(
    TRANSACTIONS,
    "transactions",
    2,
    [
        "case_seq",
        "id",
        "amount_minor",
        "currency",
        "at_us",
        "card",
        "rrn",
        "trace",
        "batch",
        "auth",
        "response_code",
        "terminal",
        "order_no"
    ],
    "case_seq"
);
table!(PARTIES, "parties", 2, ["case_seq", "id", "role", "name", "contact"], "case_seq");
table!(EVIDENCE, "evidence", 2, ["case_seq", "id", "number", "sha256", "kind"], "case_seq");
table!(DEADLINES, "deadlines", 2, ["case_seq", "id", "last_us", "waiting", "record"], "case_seq");
table!(PACKETS, "packets", 2, ["case_seq", "place", "id", "channel", "sha256", "journal_seq"], "case_seq");
table!(SEARCH_TEXT, "search_text", 1, ["seq", "case_seq", "body"], "case_seq");

/// Every table of rows that belong to a case, parents first.
pub(crate) static TABLES: [&Table; 8] =
    [&CASES, &STATES, &TRANSACTIONS, &PARTIES, &EVIDENCE, &DEADLINES, &PACKETS, &SEARCH_TEXT];

/// What events leave behind that the state of their case does not show.
#[derive(Debug, Default)]
pub(crate) struct Trail {
    /// Notes: sequence number and text.
    pub(crate) notes: Vec<(i64, String)>,
    /// Contents named by exhibits, with their size.
    pub(crate) blobs: BTreeMap<String, u64>,
}

impl Trail {
    /// Takes up what an event at `seq` leaves.
    pub(crate) fn follow(&mut self, seq: i64, event: &Event) {
        match &event.body {
            EventBody::NoteAdded { text } => self.notes.push((seq, text.clone())),
            EventBody::EvidenceAdded { evidence } => {
                let bytes = self.blobs.entry(evidence.sha256.to_string()).or_default();
                *bytes = evidence.bytes.max(*bytes);
            }
            _ => {}
        }
    }

    /// The rows of the notes.
    pub(crate) fn add_rows(&self, case_seq: i64, rows: &mut Rows) {
        for (seq, text) in &self.notes {
            let mut body = Folded::default();
            body.add(text);
            put(rows, &SEARCH_TEXT, vec![(*seq).into(), case_seq.into(), body.into_text().into()]);
        }
    }

    /// Notes down the contents. The larger size wins, so the order of cases does not matter.
    pub(crate) fn write_blobs(&self, conn: &Connection) -> Result<(), Fault> {
        let sql = "INSERT INTO blobs (sha256, bytes) VALUES (?1, ?2)
                   ON CONFLICT (sha256) DO UPDATE SET bytes = max(bytes, excluded.bytes)";
        for (sha256, bytes) in &self.blobs {
            conn.prepare_cached(sql)?.execute(params![sha256, Cell::from(*bytes)])?;
        }
        Ok(())
    }
}

/// The rows that a case in this state has, notes aside. `seq` is that of the entry that opened it.
///
/// # Errors
/// `tables-unreadable` when the state cannot be written as JSON.
pub(crate) fn rows(seq: i64, case: &Case) -> Result<Rows, StoreError> {
    let mut rows = Rows::new();
    let numbered = split_number(&case.number);
    let amount = case.amount();
    put(
        &mut rows,
        &CASES,
        vec![
            seq.into(),
            case.id.as_str().into(),
            case.number.as_str().into(),
            numbered.map(|(year, _)| year).into(),
            numbered.map(|(_, ordinal)| ordinal).into(),
            case.title.as_str().into(),
            case.playbook.as_str().into(),
            case.stage.as_str().into(),
            case.changed_at.to_string().into(),
            case.changed_at.instant().timestamp_micros().into(),
            case.next_deadline().map(|d| d.due.to_string()).into(),
            amount.map(Money::minor).into(),
            amount.map(|a| a.currency().code()).into(),
            counterparty(case).into(),
        ],
    );
    put(&mut rows, &STATES, vec![seq.into(), json(case)?.into()]);
    for t in &case.transactions {
        let f = &t.fields;
        put(
            &mut rows,
            &TRANSACTIONS,
            vec![
                seq.into(),
                t.id.as_str().into(),
                f.amount.minor().into(),
                f.amount.currency().code().into(),
                f.at.map(|at| at.instant().timestamp_micros()).into(),
                f.card.as_ref().map(ToString::to_string).into(),
                f.rrn.as_str().into(),
                f.trace.as_str().into(),
                f.batch.as_str().into(),
                f.auth.as_str().into(),
                f.response_code.as_str().into(),
                f.terminal.as_str().into(),
                f.order_no.as_str().into(),
            ],
        );
    }
    for p in &case.parties {
        let cells = [p.id.as_str(), p.role.as_str(), &p.name, &p.contact].map(Cell::from);
        put(&mut rows, &PARTIES, std::iter::once(Cell::from(seq)).chain(cells).collect());
    }
    for e in &case.evidence {
        let kind = e.kind.as_ref().map(recourse_domain::Key::as_str);
        let cells = vec![seq.into(), e.id.as_str().into(), e.number.into(), e.sha256.as_str().into(), kind.into()];
        put(&mut rows, &EVIDENCE, cells);
    }
    for d in &case.deadlines {
        let waiting = i64::from(!d.done && case.stage.is_open());
        let last = d.last_instant().timestamp_micros();
        put(
            &mut rows,
            &DEADLINES,
            vec![seq.into(), d.id.as_str().into(), last.into(), waiting.into(), json(d)?.into()],
        );
    }
    for (place, p) in (0_i64..).zip(&case.packets) {
        put(
            &mut rows,
            &PACKETS,
            vec![
                seq.into(),
                place.into(),
                p.id.as_str().into(),
                p.channel.as_str().into(),
                p.sha256.as_str().into(),
                p.journal_seq.into(),
            ],
        );
    }
    put(&mut rows, &SEARCH_TEXT, vec![seq.into(), seq.into(), fold::case_text(case).into()]);
    Ok(rows)
}

/// Brings tables and search index from `before` to `after`.
pub(crate) fn write(conn: &Connection, before: &Rows, after: &Rows) -> Result<(), Fault> {
    // The index is told of the old text while the old text is still there, as SQLite asks for.
    let indexed =
        |rows: &Rows, key: &Vec<Cell>| rows.get(&(&SEARCH_TEXT, key.clone())).and_then(|row| row.last().cloned());
    let mut fresh = Vec::new();
    for ((_, key), row) in after.iter().filter(|((table, _), _)| *table == &SEARCH_TEXT) {
        let old = indexed(before, key);
        if old.as_ref() == row.last() {
            continue;
        }
        if let (Some(seq), Some(old)) = (key.first(), old) {
            conn.prepare_cached("INSERT INTO search (search, rowid, body) VALUES ('delete', ?1, ?2)")?
                .execute(params![seq, old])?;
        }
        fresh.push((key, row));
    }
    table::write(conn, &TABLES, before, after)?;
    for (key, row) in fresh {
        conn.prepare_cached("INSERT INTO search (rowid, body) VALUES (?1, ?2)")?
            .execute(params![key.first(), row.last()])?;
    }
    Ok(())
}

/// Sequence number of the opening entry and state of a case; none when there is no such case.
pub(crate) fn load(conn: &Connection, id: &CaseId) -> Result<Option<(i64, Case)>, Fault> {
    let sql = "SELECT c.seq, s.state FROM cases c JOIN case_state s ON s.case_seq = c.seq WHERE c.id = ?1";
    let found = conn
        .prepare_cached(sql)?
        .query_row([id.as_str()], |row| Ok((row.get::<_, i64>(0)?, row.get::<_, String>(1)?)))
        .optional()?;
    let Some((seq, state)) = found else { return Ok(None) };
    Ok(Some((seq, unjson(&state)?)))
}

/// A stored value back from its JSON.
pub(crate) fn unjson<T: serde::de::DeserializeOwned>(text: &str) -> Result<T, StoreError> {
    serde_json::from_str(text).map_err(|e| StoreError::TablesUnreadable { reason: e.to_string() })
}

/// A value as JSON for a column.
pub(crate) fn json<T: serde::Serialize>(value: &T) -> Result<String, StoreError> {
    serde_json::to_string(value).map_err(|e| StoreError::TablesUnreadable { reason: e.to_string() })
}

/// Year and ordinal of a number such as `2026-0007`.
pub(crate) fn split_number(number: &str) -> Option<(i64, i64)> {
    let (year, ordinal) = number.split_once('-')?;
    let digits = |text: &str, least: usize| {
        (text.len() >= least && text.len() <= 9 && text.bytes().all(|b| b.is_ascii_digit()))
            .then(|| text.parse().ok())
            .flatten()
    };
    Some((digits(year, 4)?, digits(ordinal, 1)?))
}

/// The other side as a list shows it: the first that is not the customer, else the customer.
fn counterparty(case: &Case) -> Option<&str> {
    let others = case.parties.iter().find(|p| p.role != PartyRole::Customer);
    others.or(case.parties.first()).map(|p| p.name.as_str())
}
