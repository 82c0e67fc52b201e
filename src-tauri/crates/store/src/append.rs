//! Appending: the one way in which anything of the record changes. Journal and tables in one transaction.

use crate::error::{Fault, StoreError};
use crate::journal::{self, Head, JournalEntry, Stored};
use crate::project::table::Rows;
use crate::project::{self, Trail};
use crate::shop;
use crate::store::Store;
use recourse_domain::{Case, CaseId, DomainError, Event, EventBody, Shop};
use rusqlite::{Connection, OptionalExtension};
use std::collections::BTreeMap;

impl Store {
    /// Lets events happen, in this order, all or none; returns their entries once they are on disk.
    ///
    /// An event is applied as it reads back from its stored form, so that live tables and rebuilt ones cannot differ.
    ///
    /// # Errors
    /// The case's own refusal as [`StoreError::Domain`]; `case-unknown`; `case-number-taken`; `already-in-case` for an
    /// exhibit that another case holds; `disk-full`, `storage-failed`, `database-busy`, `database-damaged`. After an error
    /// nothing has changed; only where the disk did not confirm what it was given (`storage-failed`) and the machine stops
    /// before the next change may the refused events be there at the next start.
    pub fn append(&self, events: &[Event]) -> Result<Vec<JournalEntry>, StoreError> {
        if events.is_empty() {
            return Ok(Vec::new());
        }
        self.write(|transaction| {
            let mut batch = Batch::begin(transaction)?;
            for event in events {
                batch.take(event)?;
            }
            batch.finish()
        })
    }
}

/// A case that a batch touches.
struct Touched {
    seq: i64,
    before: Rows,
    case: Case,
    trail: Trail,
}

struct Batch<'c> {
    conn: &'c Connection,
    head: Head,
    entries: Vec<JournalEntry>,
    touched: BTreeMap<CaseId, Touched>,
    /// The shop before and after, once an event of it came.
    shop: Option<(Shop, Shop)>,
}

impl<'c> Batch<'c> {
    fn begin(conn: &'c Connection) -> Result<Self, Fault> {
        let head = journal::head(conn)?;
        Ok(Self { conn, head, entries: Vec::new(), touched: BTreeMap::new(), shop: None })
    }

    fn take(&mut self, event: &Event) -> Result<(), Fault> {
        let stored = Stored::after(self.head, event)?;
        let entry = stored.entry()?;
        match &entry.event.case {
            None => self.take_for_shop(&entry.event)?,
            Some(id) => self.take_for_case(id, &entry.event, stored.seq)?,
        }
        journal::append(self.conn, &stored)?;
        self.head = Head { seq: stored.seq, hash: stored.hash };
        self.entries.push(entry);
        Ok(())
    }

    fn take_for_shop(&mut self, event: &Event) -> Result<(), Fault> {
        if self.shop.is_none() {
            let before = shop::load(self.conn)?;
            self.shop = Some((before.clone(), before));
        }
        let Some((_, after)) = &mut self.shop else { return Ok(()) };
        Ok(after.apply(&event.body)?)
    }

    fn take_for_case(&mut self, id: &CaseId, event: &Event, seq: i64) -> Result<(), Fault> {
        if !self.touched.contains_key(id) {
            let touched = match project::load(self.conn, id)? {
                Some((seq, case)) => Touched { seq, before: project::rows(seq, &case)?, case, trail: Trail::default() },
                None => return self.open_case(id, event, seq),
            };
            self.touched.insert(id.clone(), touched);
        }
        self.refuse_foreign_exhibit(id, event)?;
        let Some(touched) = self.touched.get_mut(id) else { return Err(StoreError::case_unknown(id).into()) };
        touched.case.apply(event)?;
        touched.trail.follow(seq, event);
        Ok(())
    }

    fn open_case(&mut self, id: &CaseId, event: &Event, seq: i64) -> Result<(), Fault> {
        let EventBody::CaseOpened { number, .. } = &event.body else { return Err(StoreError::case_unknown(id).into()) };
        let in_batch = self.touched.values().any(|touched| &touched.case.number == number);
        let on_disk = self.conn.prepare_cached("SELECT 1 FROM cases WHERE number = ?1")?.exists([number])?;
        if in_batch || on_disk {
            return Err(StoreError::CaseNumberTaken { number: number.clone() }.into());
        }
        let case = Case::open(event)?;
        self.touched.insert(id.clone(), Touched { seq, before: Rows::new(), case, trail: Trail::default() });
        Ok(())
    }

    /// The identifier of an exhibit leads to one case, so no second case may use it.
    fn refuse_foreign_exhibit(&self, id: &CaseId, event: &Event) -> Result<(), Fault> {
        let EventBody::EvidenceAdded { evidence } = &event.body else { return Ok(()) };
        let in_batch =
            self.touched.iter().any(|(other, touched)| other != id && touched.case.exhibit(&evidence.id).is_ok());
        let on_disk = || -> Result<bool, Fault> {
            let sql = "SELECT c.id FROM evidence e JOIN cases c ON c.seq = e.case_seq WHERE e.id = ?1";
            let home = self.conn.prepare_cached(sql)?.query_row([evidence.id.as_str()], |row| row.get::<_, String>(0));
            Ok(home.optional()?.is_some_and(|home| home != id.as_str()))
        };
        if in_batch || on_disk()? {
            return Err(DomainError::AlreadyInCase { what: "evidence", id: evidence.id.to_string() }.into());
        }
        Ok(())
    }

    fn finish(self) -> Result<Vec<JournalEntry>, Fault> {
        for touched in self.touched.values() {
            let mut after = project::rows(touched.seq, &touched.case)?;
            touched.trail.add_rows(touched.seq, &mut after);
            project::write(self.conn, &touched.before, &after)?;
            touched.trail.write_blobs(self.conn)?;
        }
        if let Some((before, after)) = &self.shop {
            shop::write(self.conn, before, after)?;
        }
        Ok(self.entries)
    }
}
