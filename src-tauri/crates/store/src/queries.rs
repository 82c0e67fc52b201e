//! Single questions to the tables. The list of cases has a module of its own.

use crate::error::{Fault, StoreError};
use crate::journal::{COLUMNS, JournalEntry, Stored};
use crate::project;
use crate::store::Store;
use recourse_domain::{Case, CaseId, Deadline, DomainError, EvidenceId, MerchantProfile, PacketId, Sha256Hex};
use rusqlite::{OptionalExtension, params};

/// A deadline with the case it belongs to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DeadlineRow {
    /// The case.
    pub case: CaseId,
    /// Its number.
    pub number: String,
    /// Its title.
    pub title: String,
    /// The deadline.
    pub deadline: Deadline,
}

impl Store {
    /// The number a new case of `year` should carry, e.g. `2026-0007`: one more than the highest so far. It is not reserved;
    /// opening two cases under one number is refused by [`Store::append`].
    ///
    /// # Errors
    /// `storage-failed` and the like.
    pub fn next_case_number(&self, year: i32) -> Result<String, StoreError> {
        self.read(|conn| {
            let sql = "SELECT coalesce(max(number_ordinal), 0) + 1 FROM cases WHERE number_year = ?1";
            let ordinal: i64 = conn.prepare_cached(sql)?.query_row([year], |row| row.get(0))?;
            Ok(format!("{year:04}-{ordinal:04}"))
        })
    }

    /// A case by its identifier.
    ///
    /// # Errors
    /// `case-unknown`; `tables-unreadable`; `storage-failed` and the like.
    pub fn case(&self, id: &CaseId) -> Result<Case, StoreError> {
        self.read(|conn| match project::load(conn, id)? {
            Some((_, case)) => Ok(case),
            None => Err(StoreError::case_unknown(id).into()),
        })
    }

    /// A case by its identifier (any letter case) or its number.
    ///
    /// # Errors
    /// `case-unknown`; `tables-unreadable`; `storage-failed` and the like.
    pub fn find_case(&self, name: &str) -> Result<Case, StoreError> {
        let name = name.trim();
        if let Ok(id) = name.parse::<CaseId>() {
            return self.case(&id);
        }
        self.read(|conn| {
            let sql = "SELECT s.state FROM cases c JOIN case_state s ON s.case_seq = c.seq WHERE c.number = ?1";
            let state = conn.prepare_cached(sql)?.query_row([name], |row| row.get::<_, String>(0)).optional()?;
            let state = state.ok_or_else(|| StoreError::CaseUnknown { case: name.to_owned() })?;
            Ok(project::unjson(&state)?)
        })
    }

    /// The number of a case; none when there is no such case.
    ///
    /// # Errors
    /// `storage-failed` and the like.
    pub fn case_number(&self, id: &CaseId) -> Result<Option<String>, StoreError> {
        self.read(|conn| {
            let sql = "SELECT number FROM cases WHERE id = ?1";
            Ok(conn.prepare_cached(sql)?.query_row([id.as_str()], |row| row.get(0)).optional()?)
        })
    }

    /// What happened in a case, oldest first; empty when there is no such case.
    ///
    /// # Errors
    /// `event-unknown`, `event-unreadable`; `storage-failed` and the like.
    pub fn history(&self, id: &CaseId) -> Result<Vec<JournalEntry>, StoreError> {
        self.read(|conn| {
            let mut statement =
                conn.prepare_cached(&format!("SELECT {COLUMNS} FROM journal WHERE case_id = ?1 ORDER BY seq"))?;
            let mut rows = statement.query([id.as_str()])?;
            let mut entries = Vec::new();
            while let Some(row) = rows.next()? {
                entries.push(Stored::read(row)?.entry()?);
            }
            Ok(entries)
        })
    }

    /// Sequence number of the latest entry of a case; 0 when there is no such case.
    ///
    /// # Errors
    /// `storage-failed` and the like.
    pub fn head_seq(&self, id: &CaseId) -> Result<u64, StoreError> {
        self.read(|conn| {
            let sql = "SELECT coalesce(max(seq), 0) FROM journal WHERE case_id = ?1";
            Ok(conn.prepare_cached(sql)?.query_row([id.as_str()], |row| row.get::<_, i64>(0))?.unsigned_abs())
        })
    }

    /// Sequence number of the latest entry of a case that is not of this kind; 0 when there is none.
    ///
    /// # Errors
    /// `storage-failed` and the like.
    pub fn head_seq_besides(&self, id: &CaseId, kind: &str) -> Result<u64, StoreError> {
        self.read(|conn| {
            let sql = "SELECT seq FROM journal WHERE case_id = ?1 AND kind <> ?2 ORDER BY seq DESC LIMIT 1";
            let found = conn.prepare_cached(sql)?.query_row([id.as_str(), kind], |row| row.get::<_, i64>(0));
            Ok(found.optional()?.unwrap_or(0).unsigned_abs())
        })
    }

    /// The case that holds an exhibit now.
    ///
    /// # Errors
    /// `evidence-unknown`; `storage-failed` and the like.
    pub fn evidence_home(&self, id: &EvidenceId) -> Result<CaseId, StoreError> {
        let sql = "SELECT c.id FROM evidence e JOIN cases c ON c.seq = e.case_seq WHERE e.id = ?1";
        self.home(sql, id.as_str(), || StoreError::EvidenceUnknown(id.clone()))
    }

    /// The case for which a packet was built.
    ///
    /// # Errors
    /// `packet-unknown`; `storage-failed` and the like.
    pub fn packet_home(&self, id: &PacketId) -> Result<CaseId, StoreError> {
        let sql =
            "SELECT c.id FROM packets p JOIN cases c ON c.seq = p.case_seq WHERE p.id = ?1 ORDER BY c.seq LIMIT 1";
        self.home(sql, id.as_str(), || StoreError::PacketUnknown(id.clone()))
    }

    fn home(&self, sql: &str, id: &str, unknown: impl FnOnce() -> StoreError) -> Result<CaseId, StoreError> {
        self.read(|conn| {
            let found = conn.prepare_cached(sql)?.query_row([id], |row| row.get::<_, String>(0)).optional()?;
            parse(&found.ok_or_else(unknown)?)
        })
    }

    /// The exhibits that show this content now, over all cases, in the order in which the cases were opened.
    ///
    /// # Errors
    /// `storage-failed` and the like.
    pub fn exhibits_with(&self, content: &Sha256Hex) -> Result<Vec<(CaseId, EvidenceId)>, StoreError> {
        self.read(|conn| {
            let sql = "SELECT c.id, e.id FROM evidence e JOIN cases c ON c.seq = e.case_seq
                       WHERE e.sha256 = ?1 ORDER BY e.case_seq, e.number";
            let mut statement = conn.prepare_cached(sql)?;
            let mut rows = statement.query([content.as_str()])?;
            let mut found = Vec::new();
            while let Some(row) = rows.next()? {
                found.push((parse(&row.get::<_, String>(0)?)?, parse(&row.get::<_, String>(1)?)?));
            }
            Ok(found)
        })
    }

    /// Every content that an exhibit ever named, also of exhibits taken out of their case, with its size in bytes.
    ///
    /// # Errors
    /// `storage-failed` and the like.
    pub fn blobs(&self) -> Result<Vec<(Sha256Hex, u64)>, StoreError> {
        self.read(|conn| {
            let mut statement = conn.prepare_cached("SELECT sha256, bytes FROM blobs ORDER BY sha256")?;
            let mut rows = statement.query([])?;
            let mut found = Vec::new();
            while let Some(row) = rows.next()? {
                found.push((parse(&row.get::<_, String>(0)?)?, row.get::<_, i64>(1)?.unsigned_abs()));
            }
            Ok(found)
        })
    }

    /// Deadlines over all cases, the earliest first. `open_only` leaves out those that were met and those of closed cases.
    ///
    /// # Errors
    /// `tables-unreadable`; `storage-failed` and the like.
    pub fn deadlines(&self, open_only: bool) -> Result<Vec<DeadlineRow>, StoreError> {
        self.read(|conn| {
            let sql = format!(
                "SELECT c.id, c.number, c.title, d.record FROM deadlines d JOIN cases c ON c.seq = d.case_seq
                 {} ORDER BY d.last_us, c.seq, d.id",
                if open_only { "WHERE d.waiting = 1" } else { "" }
            );
            let mut statement = conn.prepare_cached(&sql)?;
            let mut rows = statement.query([])?;
            let mut found = Vec::new();
            while let Some(row) = rows.next()? {
                found.push(DeadlineRow {
                    case: parse(&row.get::<_, String>(0)?)?,
                    number: row.get(1)?,
                    title: row.get(2)?,
                    deadline: project::unjson(&row.get::<_, String>(3)?)?,
                });
            }
            Ok(found)
        })
    }

    /// The shop's particulars; all empty until they are set.
    ///
    /// # Errors
    /// `tables-unreadable`; `storage-failed` and the like.
    pub fn merchant(&self) -> Result<MerchantProfile, StoreError> {
        self.read(|conn| {
            let sql = "SELECT profile FROM merchant";
            let profile = conn.prepare_cached(sql)?.query_row([], |row| row.get::<_, String>(0)).optional()?;
            Ok(profile.map_or(Ok(MerchantProfile::default()), |text| project::unjson(&text))?)
        })
    }

    /// A setting of this copy of the program; none when it was never set.
    ///
    /// # Errors
    /// `storage-failed` and the like.
    pub fn preference(&self, name: &str) -> Result<Option<String>, StoreError> {
        self.read(|conn| {
            let sql = "SELECT value FROM preferences WHERE name = ?1";
            Ok(conn.prepare_cached(sql)?.query_row([name], |row| row.get(0)).optional()?)
        })
    }

    /// Sets a setting. Settings are no part of the record and survive a rebuild.
    ///
    /// # Errors
    /// `disk-full`, `storage-failed` and the like.
    pub fn set_preference(&self, name: &str, value: &str) -> Result<(), StoreError> {
        self.write(|conn| {
            let sql = "INSERT INTO preferences (name, value) VALUES (?1, ?2)
                       ON CONFLICT (name) DO UPDATE SET value = excluded.value";
            conn.prepare_cached(sql)?.execute(params![name, value])?;
            Ok(())
        })
    }
}

/// An identifier from a column.
pub(crate) fn parse<T: std::str::FromStr<Err = DomainError>>(text: &str) -> Result<T, Fault> {
    text.parse().map_err(|e: DomainError| StoreError::TablesUnreadable { reason: e.to_string() }.into())
}
