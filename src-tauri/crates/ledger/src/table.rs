//! The rows of one statement, packed: a million of them must fit beside each other with room to spare.

use crate::row::{Event, Means, RowId, RowRecord, Status};
pub use crate::statement::Statement;
use chrono::{Datelike, NaiveDate};
use std::collections::HashMap;

/// Stands for an instant that the statement does not give.
pub(crate) const NO_TIME: i64 = i64::MIN;
/// Stands for a day that the statement does not give.
pub(crate) const NO_DAY: i32 = i32::MIN;
/// Stands for an amount that the statement does not give.
pub(crate) const NO_AMOUNT: i64 = i64::MIN;

/// The texts a row is recognised by; each is at most 255 bytes long.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Id {
    Order = 0,
    Psp = 1,
    Refund = 2,
    Origin = 3,
    Rrn = 4,
    Trace = 5,
}
const IDS: usize = 6;

/// Texts that many rows share.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Name {
    Mid = 0,
    Tid = 1,
    Batch = 2,
    Card = 3,
    Party = 4,
    Memo = 5,
}
const NAMES: usize = 6;

/// A row in packed form. Texts are asked of its [`Table`].
#[derive(Debug, Clone, Copy)]
pub struct Row {
    /// Name of the row.
    pub id: RowId,
    pub(crate) at: i64,
    pub(crate) amount: i64,
    pub(crate) paid: i64,
    pub(crate) fee: i64,
    pub(crate) net: i64,
    pub(crate) day: i32,
    pub(crate) clearing: i32,
    start: u32,
    names: [u32; NAMES],
    /// Line in the file, from 1.
    pub line: u32,
    lengths: [u8; IDS],
    /// What happened.
    pub event: Event,
    /// How it ended.
    pub status: Status,
    /// What was paid with.
    pub means: Means,
}

impl Row {
    /// What the customer paid (positive) or got back (negative), minor units.
    #[must_use]
    pub fn amount(&self) -> i64 {
        self.amount
    }

    /// What of the amount is due to the shop before fees, minor units.
    #[must_use]
    pub fn paid(&self) -> i64 {
        self.paid
    }

    /// The percentage fee: negative is cost, positive was given back. `None` when the statement names none.
    #[must_use]
    pub fn fee(&self) -> Option<i64> {
        (self.fee != NO_AMOUNT).then_some(self.fee)
    }

    /// What remains for the shop, minor units.
    #[must_use]
    pub fn net(&self) -> i64 {
        self.net
    }

    /// Seconds since 1970 in UTC.
    #[must_use]
    pub fn at(&self) -> Option<i64> {
        (self.at != NO_TIME).then_some(self.at)
    }

    /// The local day.
    #[must_use]
    pub fn day(&self) -> Option<NaiveDate> {
        date(self.day)
    }

    /// The clearing day that the provider printed.
    #[must_use]
    pub fn clearing_day(&self) -> Option<NaiveDate> {
        date(self.clearing)
    }

    pub(crate) fn name_number(&self, name: Name) -> u32 {
        self.names[name as usize]
    }

    /// Whether money moved as the row says.
    #[must_use]
    pub fn is_success(&self, event: Event) -> bool {
        self.event == event && self.status == Status::Success
    }
}

pub(crate) fn date(days: i32) -> Option<NaiveDate> {
    if days == NO_DAY { None } else { NaiveDate::from_num_days_from_ce_opt(days) }
}

pub(crate) fn days(date: Option<NaiveDate>) -> i32 {
    date.map_or(NO_DAY, |date| date.num_days_from_ce())
}

/// Texts kept once, by number. Number 0 is the empty text.
#[derive(Debug, Clone, Default)]
struct Names {
    list: Vec<Box<str>>,
    known: HashMap<Box<str>, u32>,
}

impl Names {
    fn number(&mut self, text: &str) -> u32 {
        if text.is_empty() {
            return 0;
        }
        if let Some(number) = self.known.get(text) {
            return *number;
        }
        self.list.push(text.into());
        let number = u32::try_from(self.list.len()).unwrap_or(0);
        self.known.insert(text.into(), number);
        number
    }

    fn text(&self, number: u32) -> &str {
        if number == 0 { "" } else { self.list.get(number as usize - 1).map_or("", AsRef::as_ref) }
    }
}

/// The rows of one statement and their texts.
#[derive(Debug, Clone)]
pub struct Table {
    /// Where the rows come from.
    pub statement: Statement,
    pub(crate) rows: Vec<Row>,
    texts: Vec<u8>,
    names: Names,
    /// Balances after each row; empty when the statement has none.
    pub(crate) balances: Vec<i64>,
    /// Deductions beside the fee; empty when the statement has none.
    pub(crate) extras: Vec<i64>,
    last: [u32; NAMES],
}

/// A row on its way into a table.
#[derive(Debug, Default, Clone, Copy)]
pub(crate) struct Draft<'a> {
    pub(crate) ids: [&'a str; IDS],
    pub(crate) names: [&'a str; NAMES],
}

impl<'a> Draft<'a> {
    pub(crate) fn id(&mut self, id: Id, text: &'a str) {
        self.ids[id as usize] = text;
    }
    pub(crate) fn name(&mut self, name: Name, text: &'a str) {
        self.names[name as usize] = text;
    }
}

/// The counted part of a row on its way into a table.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Figures {
    pub(crate) line: u32,
    pub(crate) event: Event,
    pub(crate) status: Status,
    pub(crate) means: Means,
    pub(crate) at: i64,
    pub(crate) day: i32,
    pub(crate) clearing: i32,
    pub(crate) amount: i64,
    pub(crate) paid: i64,
    pub(crate) fee: i64,
    pub(crate) extra: i64,
    pub(crate) net: i64,
    pub(crate) balance: i64,
}

impl Table {
    /// An empty table.
    #[must_use]
    pub fn new(statement: Statement) -> Self {
        Self {
            statement,
            rows: Vec::new(),
            texts: Vec::new(),
            names: Names::default(),
            balances: Vec::new(),
            extras: Vec::new(),
            last: [0; NAMES],
        }
    }

    /// A table of rows that were stored before.
    #[must_use]
    pub fn of(statement: Statement, records: &[RowRecord]) -> Self {
        let mut table = Self::new(statement);
        for r in records {
            let draft = Draft {
                ids: [&r.order_no, &r.psp_no, &r.refund_no, &r.origin_no, &r.rrn, &r.trace],
                names: [&r.mid, &r.tid, &r.batch, &r.card, &r.party, &r.memo],
            };
            table.push(
                draft,
                &Figures {
                    line: r.line,
                    event: r.event,
                    status: r.status,
                    means: r.means,
                    at: r.at.unwrap_or(NO_TIME),
                    day: days(r.day),
                    clearing: days(r.clearing_day),
                    amount: r.amount,
                    paid: r.paid,
                    fee: r.fee.unwrap_or(NO_AMOUNT),
                    extra: r.extra,
                    net: r.net,
                    balance: r.balance.unwrap_or(NO_AMOUNT),
                },
            );
            if let Some(row) = table.rows.last_mut() {
                row.id = r.id;
            }
        }
        table
    }

    /// Puts a row in; its name is given later, when all rows are known.
    pub(crate) fn push(&mut self, draft: Draft<'_>, figures: &Figures) {
        let start = u32::try_from(self.texts.len()).unwrap_or(u32::MAX);
        let mut lengths = [0_u8; IDS];
        for (length, text) in lengths.iter_mut().zip(draft.ids) {
            let mut kept = text.len().min(255);
            while !text.is_char_boundary(kept) {
                kept -= 1;
            }
            *length = u8::try_from(kept).unwrap_or(0);
            self.texts.extend_from_slice(&text.as_bytes()[..kept]);
        }
        let mut names = [0_u32; NAMES];
        for (slot, text) in draft.names.into_iter().enumerate() {
            // Neighbouring rows mostly share merchant, terminal and kind.
            let last = self.last[slot];
            names[slot] = if self.names.text(last) == text { last } else { self.names.number(text) };
            self.last[slot] = names[slot];
        }
        let f = figures;
        if f.balance != NO_AMOUNT || !self.balances.is_empty() {
            self.balances.resize(self.rows.len(), NO_AMOUNT);
            self.balances.push(f.balance);
        }
        if f.extra != 0 || !self.extras.is_empty() {
            self.extras.resize(self.rows.len(), 0);
            self.extras.push(f.extra);
        }
        self.rows.push(Row {
            id: RowId(0),
            at: f.at,
            amount: f.amount,
            paid: f.paid,
            fee: f.fee,
            net: f.net,
            day: f.day,
            clearing: f.clearing,
            start,
            names,
            line: f.line,
            lengths,
            event: f.event,
            status: f.status,
            means: f.means,
        });
    }

    /// The rows, in the order of the file.
    #[must_use]
    pub fn rows(&self) -> &[Row] {
        &self.rows
    }

    pub(crate) fn id(&self, row: &Row, id: Id) -> &str {
        let at = id as usize;
        let before: usize = row.lengths[..at].iter().map(|n| usize::from(*n)).sum();
        let start = row.start as usize + before;
        let bytes = self.texts.get(start..start + usize::from(row.lengths[at])).unwrap_or_default();
        std::str::from_utf8(bytes).unwrap_or_default()
    }

    pub(crate) fn name(&self, row: &Row, name: Name) -> &str {
        self.names.text(row.names[name as usize])
    }

    pub(crate) fn balance(&self, at: usize) -> Option<i64> {
        self.balances.get(at).copied().filter(|b| *b != NO_AMOUNT)
    }

    /// Deductions beside the fee, as cost negative.
    #[must_use]
    pub fn extra(&self, at: usize) -> i64 {
        self.extras.get(at).copied().unwrap_or(0)
    }

    /// Order number of the shop.
    #[must_use]
    pub fn order_no(&self, row: &Row) -> &str {
        self.id(row, Id::Order)
    }

    /// Number given by wallet or acquirer.
    #[must_use]
    pub fn psp_no(&self, row: &Row) -> &str {
        self.id(row, Id::Psp)
    }

    /// Merchant number.
    #[must_use]
    pub fn mid(&self, row: &Row) -> &str {
        self.name(row, Name::Mid)
    }

    /// Who is on the other side.
    #[must_use]
    pub fn party(&self, row: &Row) -> &str {
        self.name(row, Name::Party)
    }

    /// The statement's own words for the row.
    #[must_use]
    pub fn memo(&self, row: &Row) -> &str {
        self.name(row, Name::Memo)
    }

    /// A row with its texts spelt out.
    #[must_use]
    pub fn record(&self, at: usize) -> Option<RowRecord> {
        let row = self.rows.get(at)?;
        let id = |id| self.id(row, id).to_owned();
        let name = |name| self.name(row, name).to_owned();
        Some(RowRecord {
            id: row.id,
            line: row.line,
            event: row.event,
            status: row.status,
            means: row.means,
            at: row.at(),
            day: row.day(),
            clearing_day: row.clearing_day(),
            amount: row.amount,
            paid: row.paid,
            fee: row.fee(),
            extra: self.extra(at),
            net: row.net,
            balance: self.balance(at),
            order_no: id(Id::Order),
            psp_no: id(Id::Psp),
            refund_no: id(Id::Refund),
            origin_no: id(Id::Origin),
            rrn: id(Id::Rrn),
            trace: id(Id::Trace),
            mid: name(Name::Mid),
            tid: name(Name::Tid),
            batch: name(Name::Batch),
            card: name(Name::Card),
            party: name(Name::Party),
            memo: name(Name::Memo),
        })
    }

    /// Every row with its texts spelt out.
    pub fn records(&self) -> impl Iterator<Item = RowRecord> + '_ {
        (0..self.rows.len()).filter_map(|at| self.record(at))
    }

    /// Leaves only the rows at which `keep` says yes.
    pub(crate) fn keep(&mut self, keep: &[bool]) {
        let mut at = 0;
        let yes = |at: &mut usize| {
            *at += 1;
            keep.get(*at - 1).copied().unwrap_or(false)
        };
        self.rows.retain(|_| yes(&mut at));
        at = 0;
        self.balances.retain(|_| yes(&mut at));
        at = 0;
        self.extras.retain(|_| yes(&mut at));
    }
}
