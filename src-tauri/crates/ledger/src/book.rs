//! All statements of a shop together, each row once.

use crate::import::{Chain, Imported, Notice, totals::TotalCheck};
use crate::row::{Role, RowId, Status};
use crate::table::{Row, Table};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

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

/// All statements of a shop, each row once.
#[derive(Debug, Default)]
pub struct Book {
    tables: Vec<(Table, Soundness)>,
    /// For each table half of each row's name with its place, sorted: half the memory of a map, and quick to merge.
    known: Vec<Vec<(u64, u32)>>,
}

/// Half of a hash is a hash.
#[allow(clippy::cast_possible_truncation, reason = "the lower half is taken on purpose")]
fn half(id: RowId) -> u64 {
    id.0 as u64
}

fn index(table: &Table) -> Vec<(u64, u32)> {
    let rows = table.rows.iter().enumerate();
    let mut list: Vec<(u64, u32)> =
        rows.map(|(at, row)| (half(row.id), u32::try_from(at).unwrap_or(u32::MAX))).collect();
    list.sort_unstable();
    list
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
        let mut added = Added::default();
        let mut keep = vec![true; table.rows.len()];
        let mut new = index(&table);
        for (old, known) in self.tables.iter_mut().zip(&self.known) {
            let mut at = 0;
            for (name, row) in &new {
                while known.get(at).is_some_and(|k| k.0 < *name) {
                    at += 1;
                }
                let same = known[at..].iter().take_while(|k| k.0 == *name);
                let number = *row as usize;
                let row = &table.rows[number];
                let Some(place) = same.map(|k| k.1 as usize).find(|k| old.0.rows[*k].id == row.id) else { continue };
                let before = &mut old.0.rows[place];
                if before.status == Status::Pending && row.status != Status::Pending {
                    before.status = row.status;
                    added.updated += 1;
                }
                added.duplicates += u64::from(keep[number]);
                keep[number] = false;
            }
        }
        if added.duplicates > 0 {
            table.keep(&keep);
            new = index(&table);
        }
        added.rows = table.rows.len() as u64;
        self.known.push(new);
        self.tables.push((table, soundness));
        added
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
        self.known.iter().zip(&self.tables).enumerate().find_map(|(number, (known, (table, _)))| {
            let from = known.partition_point(|k| k.0 < half(id));
            let same = known[from..].iter().take_while(|k| k.0 == half(id));
            let row = same.map(|k| k.1).find(|row| table.rows[*row as usize].id == id)?;
            Some(Place { table: u32::try_from(number).ok()?, row })
        })
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
