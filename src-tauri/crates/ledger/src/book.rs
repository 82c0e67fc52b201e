//! All statements of a shop together, each row once.

use crate::import::{Chain, Imported, Notice, totals::TotalCheck};
use crate::row::{Role, RowId, Status};
use crate::table::{Row, Table};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

/// Where a row lies in a [`Book`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// Number of the table.
    pub table: u32,
    /// Number of the row in it.
    pub row: u32,
}

/// How far a statement can be trusted: kept beside its rows.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Soundness {
    /// Totals that the file states.
    pub totals: Vec<TotalCheck>,
    /// Balances.
    pub chain: Option<Chain>,
    /// Lines that gave no row.
    pub rejected: u64,
    /// The text ends inside a character.
    pub cut_off: bool,
    /// It is not known whether fees are cost; they are not judged.
    pub fee_sign_unknown: bool,
}

impl Soundness {
    /// Whether something shows that rows are missing or altered.
    #[must_use]
    pub fn is_broken(&self) -> bool {
        self.cut_off
            || self.totals.iter().any(|t| !t.agrees())
            || self.chain.as_ref().is_some_and(|c| !c.breaks.is_empty())
    }
}

impl Imported {
    /// How far the statement can be trusted.
    #[must_use]
    pub fn soundness(&self) -> Soundness {
        Soundness {
            totals: self.totals.clone(),
            chain: self.chain.clone(),
            rejected: self.lines.rejected,
            cut_off: self.notices.contains(&Notice::CutOff),
            fee_sign_unknown: self.notices.contains(&Notice::FeeSignUndecided),
        }
    }
}

/// What adding a statement did.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Added {
    /// Rows that were new.
    pub rows: u64,
    /// Rows that were known from another statement.
    pub duplicates: u64,
    /// Known rows of which the new statement knows how they ended.
    pub updated: u64,
}

/// A name of a row is a hash already.
#[derive(Debug, Default, Clone)]
pub(crate) struct AsIs(u64);

impl Hasher for AsIs {
    fn finish(&self) -> u64 {
        self.0
    }
    fn write(&mut self, bytes: &[u8]) {
        for chunk in bytes.chunks(8) {
            let mut eight = [0; 8];
            eight[..chunk.len()].copy_from_slice(chunk);
            self.0 = self.0.rotate_left(29) ^ u64::from_ne_bytes(eight);
        }
    }
    fn write_u128(&mut self, n: u128) {
        #[allow(clippy::cast_possible_truncation, reason = "half a hash is a hash")]
        let half = n as u64;
        self.0 = half;
    }
}

/// All statements of a shop, each row once.
#[derive(Debug, Default)]
pub struct Book {
    tables: Vec<(Table, Soundness)>,
    known: HashMap<u128, Place, BuildHasherDefault<AsIs>>,
}

impl Book {
    /// An empty book.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Puts a statement in. Rows that are known stay where they are, so overlapping exports count once; what was under
    /// way there and has ended here is brought up to date.
    pub fn add(&mut self, mut table: Table, soundness: Soundness) -> Added {
        let number = u32::try_from(self.tables.len()).unwrap_or(u32::MAX);
        let mut added = Added::default();
        let mut keep = vec![true; table.rows.len()];
        let mut kept = 0_u32;
        self.known.reserve(table.rows.len());
        for (row, keep) in table.rows.iter().zip(&mut keep) {
            if let Some(place) = self.known.get(&row.id.0).copied() {
                *keep = false;
                added.duplicates += 1;
                if let Some(old) = self.row_mut(place)
                    && old.status == Status::Pending
                    && row.status != Status::Pending
                {
                    old.status = row.status;
                    added.updated += 1;
                }
            } else {
                self.known.insert(row.id.0, Place { table: number, row: kept });
                kept += 1;
                added.rows += 1;
            }
        }
        if added.duplicates > 0 {
            table.keep(&keep);
        }
        self.tables.push((table, soundness));
        added
    }

    fn row_mut(&mut self, place: Place) -> Option<&mut Row> {
        self.tables.get_mut(place.table as usize)?.0.rows.get_mut(place.row as usize)
    }

    /// The statements with their soundness.
    #[must_use]
    pub fn tables(&self) -> &[(Table, Soundness)] {
        &self.tables
    }

    /// The table of a place.
    #[must_use]
    pub fn table(&self, place: Place) -> &Table {
        &self.tables[place.table as usize].0
    }

    /// The row at a place.
    #[must_use]
    pub fn row(&self, place: Place) -> &Row {
        &self.table(place).rows[place.row as usize]
    }

    /// Where a row lies.
    #[must_use]
    pub fn find(&self, id: RowId) -> Option<Place> {
        self.known.get(&id.0).copied()
    }

    /// Places of all rows in tables of a role, in order.
    pub(crate) fn places(&self, role: Role) -> impl Iterator<Item = Place> + '_ {
        self.of_role(role).flat_map(|(number, table)| {
            (0..table.rows.len()).map(move |row| Place { table: number, row: u32::try_from(row).unwrap_or(u32::MAX) })
        })
    }

    /// Tables of a role with their numbers.
    pub(crate) fn of_role(&self, role: Role) -> impl Iterator<Item = (u32, &Table)> + '_ {
        let all = self.tables.iter().enumerate().filter(move |(_, (table, _))| table.statement.role == role);
        all.map(|(number, (table, _))| (u32::try_from(number).unwrap_or(u32::MAX), table))
    }

    /// Whether a statement of the role that `fits` covers the day.
    pub(crate) fn covered(&self, role: Role, day: NaiveDate, fits: impl Fn(&Table) -> bool) -> bool {
        let covers = |table: &Table| table.statement.covers.is_some_and(|(first, last)| first <= day && day <= last);
        self.of_role(role).any(|(_, table)| fits(table) && covers(table))
    }
}
