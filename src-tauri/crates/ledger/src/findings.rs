//! What the statements show that the shop should ask about: fifteen kinds, each with an exact rule, the rows that show
//! it, the sum, what it is worth, what to do next, and why it might be wrong.
//!
//! A finding is a question to a counterparty, never a verdict. Nothing is raised where no statement covers the day, and
//! nothing that a broken statement would explain.

mod bank;
mod fees;
pub mod group;
mod money;
pub mod opening;
mod refunds;
mod shop;
mod sound;
mod twice;

use crate::book::{Book, Place};
use crate::calendar::working_day_after;
use crate::contract::Contract;
use crate::reconcile::{Reconciliation, Terms, business_day, due_day};
use crate::row::{Role, RowId, named};
use crate::table::Table;
use chrono::{DateTime, NaiveDate, Utc};
use recourse_domain::{Currency, Money};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, BTreeSet};

named! {
    /// The kinds of findings. Words: `finding-<name>`, `-why`, `-doubt`, `-next`.
    FindingCode {
        /// Debited and not settled.
        DebitNotSettled = "debit-not-settled",
        /// The terminal had no answer and the customer paid.
        TimeoutWithDebit = "timeout-with-debit",
        /// One order was debited twice.
        DuplicateCharge = "duplicate-charge",
        /// The shop has the sale and the acquirer has not.
        MissingInAcquirer = "missing-in-acquirer",
        /// The acquirer has a sale that the shop does not know.
        MissingInShop = "missing-in-shop",
        /// Both have it with different amounts.
        AmountMismatch = "amount-mismatch",
        /// More fee than the contract's rate gives.
        FeeOverContract = "fee-over-contract",
        /// A fixed sum was deducted that the contract does not name.
        FixedDeduction = "fixed-deduction",
        /// No credit came for a day of settlement.
        NotArrived = "not-arrived",
        /// The credit is another sum than expected.
        ArrivedDifferent = "arrived-different",
        /// A sale was undone and still paid out.
        ReversedButSettled = "reversed-but-settled",
        /// A refund did not reach the customer.
        RefundNotReturned = "refund-not-returned",
        /// The fee was kept when a sale was refunded.
        RefundFeeKept = "refund-fee-kept",
        /// Money was taken or held without a sale behind it.
        UnexplainedDebit = "unexplained-debit",
        /// A statement does not add up or has gaps.
        FileIncomplete = "file-incomplete",
    }
}

named! {
    /// How sure a finding is.
    Confidence {
        /// The rows leave no other reading.
        Certain = "certain",
        /// Another reading is possible and unlikely.
        Likely = "likely",
        /// A person must look.
        Ask = "ask",
    }
}

/// One row that shows a finding.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Shown {
    /// Name of the row.
    pub id: RowId,
    /// SHA-256 of its file.
    pub sha256: String,
    /// Name of its file.
    pub file: String,
    /// Sheet, or empty.
    pub sheet: String,
    /// Line in it.
    pub line: u32,
}

/// One step of the sum. Words: `sum-<label>`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SumStep {
    /// What is counted.
    pub label: String,
    /// How much.
    pub amount: Money,
}

impl SumStep {
    /// Locale key of what is counted.
    #[must_use]
    pub fn key(&self) -> String {
        format!("sum-{}", self.label)
    }
}

/// Something to ask a counterparty about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Finding {
    /// Stable name: the same rows and the same kind give the same name.
    pub id: String,
    /// Kind.
    pub code: FindingCode,
    /// How sure.
    pub confidence: Confidence,
    /// What it is worth.
    pub at_stake: Money,
    /// Whom to ask.
    pub counterparty: String,
    /// Account it was found in.
    pub account: String,
    /// The day it is about.
    pub day: Option<NaiveDate>,
    /// The rows that show it.
    pub rows: Vec<Shown>,
    /// How the sum comes about.
    pub sum: Vec<SumStep>,
    /// Values for its words.
    pub params: BTreeMap<String, String>,
    /// Playbook for a case about it.
    pub playbook: String,
}

impl Finding {
    /// Locale key of the heading.
    #[must_use]
    pub fn title_key(&self) -> String {
        format!("finding-{}", self.code.as_str())
    }
    /// Locale key of what the rows show; takes [`Self::params`].
    #[must_use]
    pub fn why_key(&self) -> String {
        format!("finding-{}-why", self.code.as_str())
    }
    /// Locale key of why it might be wrong.
    #[must_use]
    pub fn doubt_key(&self) -> String {
        format!("finding-{}-doubt", self.code.as_str())
    }
    /// Locale key of the next step.
    #[must_use]
    pub fn next_key(&self) -> String {
        format!("finding-{}-next", self.code.as_str())
    }
    /// Locale key of how sure it is.
    #[must_use]
    pub fn confidence_key(&self) -> String {
        format!("confidence-{}", self.confidence.as_str())
    }
}

named! {
    /// Something only a newer statement can tell. Words: `need-<name>`.
    Need {
        /// The bill shows a refund under way and was made long ago.
        NewerBill = "newer-bill",
    }
}

/// What is asked of the owner before more can be said.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Question {
    /// What is needed.
    pub need: Need,
    /// About which row.
    pub row: Shown,
}

impl Question {
    /// Locale key of its words.
    #[must_use]
    pub fn key(&self) -> String {
        format!("need-{}", self.need.as_str())
    }
}

/// Everything that was found.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Findings {
    /// In the order of kinds, days and rows.
    pub list: Vec<Finding>,
    /// What only newer statements can tell.
    pub questions: Vec<Question>,
}

/// What the owner knows besides the statements.
#[derive(Debug, Clone, Copy)]
pub struct Known<'a> {
    /// Contracts; without one no fee is judged.
    pub contracts: &'a [Contract],
    /// The instant for which is asked: waiting times end here.
    pub as_of: DateTime<Utc>,
    /// Refunds of which the customer says that nothing came.
    pub customer_waits: &'a [RowId],
    /// Days after which such a customer's word is enough, by the owner's own choice; without it, it never is.
    pub refund_patience_days: Option<u32>,
}

/// Looks for everything.
#[must_use]
pub fn findings(book: &Book, found: &Reconciliation, terms: &Terms<'_>, known: &Known<'_>) -> Findings {
    let mut look = Look::new(book, found, terms, known);
    sound::look(&mut look);
    money::look(&mut look);
    twice::look(&mut look);
    shop::look(&mut look);
    fees::look(&mut look);
    bank::look(&mut look);
    refunds::look(&mut look);
    let mut out = look.out;
    out.list.sort_by(|a, b| (a.code, a.day, &a.id).cmp(&(b.code, b.day, &b.id)));
    out.list.dedup_by(|a, b| a.id == b.id);
    out
}

/// A range of days that a broken statement leaves in the dark.
struct Dark {
    role: Role,
    first: NaiveDate,
    last: NaiveDate,
}

/// What every rule looks at.
struct Look<'a> {
    book: &'a Book,
    found: &'a Reconciliation,
    terms: &'a Terms<'a>,
    known: &'a Known<'a>,
    today: NaiveDate,
    dark: Vec<Dark>,
    /// Sales that are told as debited twice already.
    twice: BTreeSet<Place>,
    out: Findings,
}

/// A finding before it has its name.
struct Draft<'a> {
    code: FindingCode,
    confidence: Confidence,
    at_stake: i64,
    rows: &'a [Place],
    sum: &'a [(&'static str, i64)],
    params: Vec<(&'static str, String)>,
    playbook: &'static str,
}

impl<'a> Look<'a> {
    fn new(book: &'a Book, found: &'a Reconciliation, terms: &'a Terms<'a>, known: &'a Known<'a>) -> Self {
        // Statements are dated in the shop's own zone; all shipped ones are China's.
        let zone = book.tables().first().and_then(|(t, _)| terms.profiles.get(&t.statement.profile)).map(|p| p.zone);
        let today = known.as_of.with_timezone(&zone.unwrap_or(chrono_tz::Asia::Shanghai)).date_naive();
        Self { book, found, terms, known, today, dark: Vec::new(), twice: BTreeSet::new(), out: Findings::default() }
    }

    fn currency(&self, place: Place) -> Currency {
        self.book.table(place).statement.currency
    }

    fn money(&self, place: Place, minor: i64) -> Money {
        let currency = self.currency(place);
        clamped(minor, currency)
    }

    /// An amount as people read it.
    fn said(&self, place: Place, minor: i64) -> String {
        self.money(place, minor).to_display()
    }

    fn shown(&self, place: Place) -> Shown {
        let (s, row) = (&self.book.table(place).statement, self.book.row(place));
        let (sha256, file, sheet) = (s.sha256.clone(), s.file.clone(), s.sheet.clone());
        Shown { id: row.id, sha256, file, sheet, line: row.line }
    }

    fn put(&mut self, draft: Draft<'_>) {
        let Some(first) = draft.rows.first().copied() else { return };
        let s = &self.book.table(first).statement;
        // The shop asks whoever wrote the other book.
        let other = draft.rows.iter().map(|p| &self.book.table(*p).statement);
        let asked = other.into_iter().find(|s| !matches!(s.role, Role::Shop | Role::Bank)).unwrap_or(s);
        let mut hash = Sha256::new().chain_update(draft.code.as_str());
        let mut ids: Vec<RowId> = draft.rows.iter().map(|p| self.book.row(*p).id).collect();
        ids.sort_unstable();
        for id in ids {
            hash.update(id.0.to_be_bytes());
        }
        let finding = Finding {
            id: hex::encode(&hash.finalize()[..12]),
            code: draft.code,
            confidence: draft.confidence,
            at_stake: self.money(first, draft.at_stake),
            counterparty: asked.counterparty.clone(),
            account: asked.account.clone(),
            day: self.book.row(first).day(),
            rows: draft.rows.iter().map(|p| self.shown(*p)).collect(),
            sum: draft
                .sum
                .iter()
                .map(|(label, minor)| SumStep { label: (*label).to_owned(), amount: self.money(first, *minor) })
                .collect(),
            params: draft.params.into_iter().map(|(name, value)| (name.to_owned(), value)).collect(),
            playbook: draft.playbook.to_owned(),
        };
        self.out.list.push(finding);
    }

    fn in_the_dark(&self, roles: &[Role], day: NaiveDate) -> bool {
        self.dark.iter().any(|dark| roles.contains(&dark.role) && dark.first <= day && day <= dark.last)
    }

    /// Business day and due day of a row.
    fn due(&self, place: Place) -> Option<(NaiveDate, NaiveDate)> {
        let table = self.book.table(place);
        let settle = self.terms.settle_of(table);
        let day = business_day(self.book.row(place), table, &settle)?;
        Some((day, due_day(day, &settle, self.terms.calendar)))
    }

    fn working_days_after(&self, day: NaiveDate, n: u32) -> NaiveDate {
        working_day_after(self.terms.calendar, day, n)
    }

    fn contract(&self, table: &Table) -> Option<&'a Contract> {
        let own = |c: &&Contract| c.counterparty == table.statement.counterparty;
        let known = self.known;
        known.contracts.iter().find(own).or_else(|| known.contracts.iter().find(|c| c.counterparty.is_empty()))
    }

    /// Whether all of a sale was given back in its own book.
    fn is_undone(&self, sale: Place) -> bool {
        let row = self.book.row(sale);
        self.found.undone.sum(self.book, sale) >= row.amount
    }
}

/// Sums beyond counting are told as the largest that can be counted.
fn clamped(minor: i64, currency: Currency) -> Money {
    let most = recourse_domain::money::MAX_MINOR;
    let mut minor = minor.clamp(-most, most);
    loop {
        match Money::from_minor(minor, currency) {
            Ok(money) => return money,
            Err(_) => minor /= 2,
        }
    }
}
