//! Which rows of different books tell of the same money. Deterministic; each row is used once; every match says why.
//!
//! What fits in two ways is asked and never guessed. What a person decided stands before every rule.

pub mod batch;
pub(crate) mod keys;
mod pair;
pub mod undo;

use crate::book::{Book, Place};
use crate::calendar::{WorkingDays, working_day_after};
use crate::profile::dates::minutes;
use crate::profile::{Settle, shipped::Profiles};
use crate::row::{Role, RowId, named};
use crate::table::{Row, Table};
use batch::Batches;
use chrono::NaiveDate;
use recourse_domain::Watcher;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, HashSet};
use undo::Undone;

named! {
    /// The rule by which two rows were found to be one.
    Pass {
        /// A person said so.
        Manual = "manual",
        /// Same order number.
        OrderNo = "order-no",
        /// Same number of wallet or acquirer.
        PspNo = "psp-no",
        /// Same number of the refund.
        RefundNo = "refund-no",
        /// Same retrieval number and terminal, at most a day apart.
        Rrn = "rrn",
        /// Same trace, batch and terminal, at most a day apart.
        Trace = "trace",
        /// Same terminal and amount within two minutes, and nothing else like it on either side.
        TimeAndAmount = "time-and-amount",
    }
}

named! {
    /// Between which books.
    Relation {
        /// The shop's own record and what wallet or acquirer counted.
        ShopToProvider = "shop-to-provider",
        /// What was counted and what is paid out for it.
        TradeToSettle = "trade-to-settle",
        /// What was counted and the wallet's account.
        TradeToFund = "trade-to-fund",
    }
}

/// Which fields of two rows are equal, or differ.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Fields(u8);

impl Fields {
    /// Order number.
    pub const ORDER: Self = Self(1);
    /// Number of wallet or acquirer.
    pub const PSP: Self = Self(2);
    /// Retrieval number.
    pub const RRN: Self = Self(4);
    /// Trace number.
    pub const TRACE: Self = Self(8);
    /// Terminal.
    pub const TID: Self = Self(16);
    /// Last four digits of the card.
    pub const CARD: Self = Self(32);
    /// Amount.
    pub const AMOUNT: Self = Self(64);
    /// Time, within two minutes.
    pub const TIME: Self = Self(128);

    const NAMES: [(Self, &'static str); 8] = [
        (Self::ORDER, "order-no"),
        (Self::PSP, "psp-no"),
        (Self::RRN, "rrn"),
        (Self::TRACE, "trace"),
        (Self::TID, "tid"),
        (Self::CARD, "card"),
        (Self::AMOUNT, "amount"),
        (Self::TIME, "occurred-at"),
    ];

    /// Whether a field is among them.
    #[must_use]
    pub fn has(self, field: Self) -> bool {
        self.0 & field.0 != 0
    }

    pub(crate) fn put(&mut self, field: Self) {
        self.0 |= field.0;
    }

    /// Their names, which are those of a profile's columns.
    #[must_use]
    pub fn names(self) -> Vec<&'static str> {
        Self::NAMES.iter().filter(|(field, _)| self.has(*field)).map(|(_, name)| *name).collect()
    }
}

/// Two rows that tell of the same money.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Match {
    /// Row of the first book.
    pub left: Place,
    /// Row of the second book.
    pub right: Place,
    /// By which rule.
    pub pass: Pass,
    /// How strongly, for the order of a review.
    pub score: u16,
    /// What is equal.
    pub equal: Fields,
    /// What both rows tell and tell differently.
    pub differ: Fields,
}

/// Rows that fit each other in more than one way: to be asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// By which rule they were found.
    pub pass: Pass,
    /// Rows of the first book; the refund when a sale is looked for.
    pub left: Vec<Place>,
    /// Rows of the second book; the sales it could belong to.
    pub right: Vec<Place>,
}

/// What a person decided about two rows. Its history is the store's.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "kind")]
pub enum Decision {
    /// They are one.
    Together {
        /// First row.
        left: RowId,
        /// Second row.
        right: RowId,
    },
    /// They are not, whatever they look like.
    Apart {
        /// First row.
        left: RowId,
        /// Second row.
        right: RowId,
    },
}

/// What matching needs to know besides the rows.
pub struct Terms<'a> {
    /// Profiles, for cut-off, lag and payer.
    pub profiles: &'a Profiles,
    /// Working days.
    pub calendar: &'a dyn WorkingDays,
    /// Cut-off, lag and payers by account where they are not the profile's.
    pub settle: BTreeMap<String, Settle>,
    /// What people decided.
    pub decisions: &'a [Decision],
}

impl Terms<'_> {
    /// Cut-off, lag and payers for a statement.
    #[must_use]
    pub fn settle_of(&self, table: &Table) -> Settle {
        let s = &table.statement;
        let own = self.settle.get(&s.account).cloned();
        let shipped = self.profiles.get(&s.profile).map(|p| p.settle.clone()).unwrap_or_default();
        let Some(own) = own else { return shipped };
        Settle {
            cutoff: own.cutoff.or(shipped.cutoff),
            lag: own.lag.or(shipped.lag),
            payer: if own.payer.is_empty() { shipped.payer } else { own.payer },
        }
    }
}

/// The day to which a row counts: the clearing day it names, else its own, the next one from the cut-off on.
#[must_use]
pub fn business_day(row: &Row, table: &Table, settle: &Settle) -> Option<NaiveDate> {
    if let Some(day) = row.clearing_day() {
        return Some(day);
    }
    let day = row.day()?;
    let cutoff = settle.cutoff.as_deref().and_then(minutes).unwrap_or(24 * 60);
    let late = row.at().is_some_and(|at| {
        let wall = at + offset_of(table);
        wall.rem_euclid(86_400) / 60 >= i64::from(cutoff)
    });
    if late { day.succ_opt() } else { Some(day) }
}

/// The working day on which the money of a business day should arrive.
#[must_use]
pub fn due_day(business: NaiveDate, settle: &Settle, calendar: &dyn WorkingDays) -> NaiveDate {
    working_day_after(calendar, business, settle.lag.unwrap_or(1))
}

/// Statements of one country are written in one offset; the table's days and instants differ by it.
pub(crate) fn offset_of(table: &Table) -> i64 {
    use chrono::Datelike;
    let both = table.rows.iter().find_map(|row| Some((row.day()?, row.at()?)));
    let Some((day, at)) = both else { return 0 };
    let noon = (i64::from(day.num_days_from_ce()) - 719_163) * 86_400 + 43_200;
    // The offset that puts the instant on its day, in whole quarter hours.
    let apart = noon - at;
    let least = apart - 43_200;
    let hours = [8 * 3600, 0, 3600, 2 * 3600, -5 * 3600, -8 * 3600, 9 * 3600];
    hours.into_iter().find(|o| (least..least + 86_400).contains(o)).unwrap_or(0)
}

/// Everything that matching found.
#[derive(Debug, Default)]
pub struct Reconciliation {
    /// Matches by relation.
    pub matches: BTreeMap<Relation, Vec<Match>>,
    /// What must be asked.
    pub questions: Vec<Question>,
    /// Refunds and voids with their sales.
    pub undone: Undone,
    /// Days of settlement with the bank's credits.
    pub batches: Batches,
    asked: HashSet<Place>,
    partners: BTreeMap<Relation, Partners>,
}

/// For each table the partner of each row.
#[derive(Debug, Default)]
struct Partners(BTreeMap<u32, Vec<Option<Place>>>);

impl Partners {
    fn set(&mut self, book: &Book, place: Place, partner: Place) {
        let list = self.0.entry(place.table).or_insert_with(|| vec![None; book.table(place).rows.len()]);
        if let Some(slot) = list.get_mut(place.row as usize) {
            *slot = Some(partner);
        }
    }
    fn get(&self, place: Place) -> Option<Place> {
        self.0.get(&place.table)?.get(place.row as usize).copied().flatten()
    }
}

impl Reconciliation {
    /// The row on the other side.
    #[must_use]
    pub fn partner(&self, relation: Relation, place: Place) -> Option<Place> {
        self.partners.get(&relation).and_then(|partners| partners.get(place))
    }

    /// Whether the row waits for an answer.
    #[must_use]
    pub fn is_asked(&self, place: Place) -> bool {
        self.asked.contains(&place)
    }

    /// Matches of a relation.
    #[must_use]
    pub fn matches(&self, relation: Relation) -> &[Match] {
        self.matches.get(&relation).map_or(&[], Vec::as_slice)
    }

    /// Of the rows of one table, how many have a partner in another.
    pub(crate) fn met(&self, relation: Relation, table: u32) -> usize {
        let list = self.partners.get(&relation).and_then(|p| p.0.get(&table));
        list.map_or(0, |list| list.iter().filter(|p| p.is_some()).count())
    }
}

/// Runs every pass. `None` when called off.
#[must_use]
pub fn reconcile(book: &Book, terms: &Terms<'_>, watch: &dyn Watcher) -> Option<Reconciliation> {
    let mut found = Reconciliation::default();
    let of = |roles: &[Role]| -> Vec<Place> {
        let mut places: Vec<Place> = roles.iter().flat_map(|role| book.places(*role)).collect();
        places.sort_unstable();
        places
    };
    let relations = [
        (Relation::ShopToProvider, &[Role::Shop][..], &[Role::Trade, Role::Settle][..]),
        (Relation::TradeToSettle, &[Role::Trade], &[Role::Settle]),
        (Relation::TradeToFund, &[Role::Trade], &[Role::Fund]),
    ];
    for (at, (relation, left, right)) in relations.into_iter().enumerate() {
        watch.progress(&recourse_domain::Progress { what: "job-matching", item: "", done: at as u64, total: 5 });
        let (left, right) = (of(left), of(right));
        if left.is_empty() || right.is_empty() {
            continue;
        }
        let paired = pair::pair(book, relation, &left, &right, terms.decisions, watch)?;
        let mut partners = Partners::default();
        for m in &paired.matches {
            partners.set(book, m.left, m.right);
            partners.set(book, m.right, m.left);
        }
        found.matches.insert(relation, paired.matches);
        found.partners.insert(relation, partners);
        found.questions.extend(paired.questions);
    }
    found.undone = undo::undo(book, terms.decisions, &mut found.questions);
    found.asked = found.questions.iter().flat_map(|q| q.left.iter().chain(&q.right)).copied().collect();
    if watch.cancelled() {
        return None;
    }
    found.batches = batch::batches(book, terms, &mut found.questions);
    Some(found)
}
