//! How one kind of statement file is read: data, checked when it is loaded. No provider's name stands in code.
//!
//! A profile is a TOML file in `assets/rules/statements`, or one that the owner made on the mapping screen. A key that
//! nobody knows is an error with file and line, never ignored: a mistyped key would silently change what is read.

pub mod dates;
pub mod formula;
pub mod names;
pub mod own;
pub mod rules;
pub mod shipped;

use crate::row::{Event, Role, named};
use chrono_tz::Tz;
use dates::Pattern;
use formula::Formula;
use recourse_domain::{Coded, Currency, Key, Params};
pub use rules::{EventRule, MeansRule, Money, MoneyFor, Personal, Prove, Settle, When};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

named! {
    /// What a column of a file means.
    Field {
        /// Date and time in one column.
        OccurredAt = "occurred-at",
        /// Date alone.
        Date = "date",
        /// Time alone.
        Time = "time",
        /// Clearing or settlement day.
        ClearingDay = "clearing-day",
        /// Order number of the shop.
        OrderNo = "order-no",
        /// Number given by wallet or acquirer.
        PspNo = "psp-no",
        /// Number of a refund.
        RefundNo = "refund-no",
        /// Number of the sale that is undone.
        OriginNo = "origin-no",
        /// Retrieval reference number.
        Rrn = "rrn",
        /// Trace or voucher number.
        Trace = "trace",
        /// Batch number.
        Batch = "batch",
        /// Merchant number.
        Mid = "mid",
        /// Terminal number.
        Tid = "tid",
        /// Card number, masked when it is read.
        Card = "card",
        /// Other side.
        Party = "party",
        /// Remark.
        Memo = "memo",
        /// Kind of row in the provider's words.
        Kind = "kind",
        /// State in the provider's words.
        Status = "status",
        /// State of a refund in the provider's words.
        RefundStatus = "refund-status",
        /// Income or outgo in the provider's words.
        Side = "side",
        /// What was paid with, in the provider's words.
        Means = "means",
        /// Amount of the order.
        Gross = "gross",
        /// Amount of the order that is settled.
        SettleGross = "settle-gross",
        /// Amount of the refund.
        Refund = "refund",
        /// Percentage fee.
        Fee = "fee",
        /// Another deduction.
        ExtraA = "extra-a",
        /// Another deduction.
        ExtraB = "extra-b",
        /// What remains.
        Net = "net",
        /// Amount in one signed or sided column.
        Amount = "amount",
        /// Money in.
        Income = "income",
        /// Money out.
        Outgo = "outgo",
        /// Balance after the row.
        Balance = "balance",
    }
}

impl Field {
    /// How many there are.
    pub const COUNT: usize = Self::Balance as usize + 1;

    /// Whether the column holds money.
    #[must_use]
    pub fn is_money(self) -> bool {
        (self as usize) >= Self::Gross as usize
    }

    /// Whether the column names a row or its order, so that a damaged value would tie the wrong rows together.
    #[must_use]
    pub fn is_id(self) -> bool {
        (Self::OrderNo as usize..=Self::Trace as usize).contains(&(self as usize))
    }
}

/// A text in both languages of the program.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Bilingual {
    /// Chinese.
    #[serde(rename = "zh-CN")]
    pub zh: String,
    /// English.
    pub en: String,
}

/// One kind of statement file.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Profile {
    /// Stable name.
    pub id: Key,
    /// Counts up with each change of meaning.
    pub version: u32,
    /// Whose book it is.
    pub role: Role,
    /// What people call it.
    pub name: Bilingual,
    /// Who writes it; findings are grouped by it.
    pub counterparty: Key,
    /// Zone of its times.
    #[serde(default = "shanghai")]
    pub zone: Tz,
    /// Its currency.
    #[serde(default = "cny")]
    pub currency: Currency,
    /// How sure the layout is: A official text, B real files, C one public source.
    pub confidence: String,
    /// Where the layout was learnt.
    pub source: String,
    /// Day it was checked.
    #[serde(rename = "checked_on")]
    pub checked_on: chrono::NaiveDate,
    /// How the file is recognised.
    pub detect: Detect,
    /// How it is taken apart.
    pub read: Read,
    /// Which column means what; of several names the first that the file has is taken.
    pub columns: BTreeMap<Field, Vec<String>>,
    /// Totals that the file states about itself.
    #[serde(default)]
    pub total: Vec<Total>,
    /// What stands for nothing.
    #[serde(default)]
    pub null: Null,
    /// How dates are written.
    #[serde(default)]
    pub dates: Dates,
    /// What happened: the first rule that fits.
    pub event: Vec<EventRule>,
    /// What was paid with: the first rule that fits.
    #[serde(default)]
    pub means: Vec<MeansRule>,
    /// Amounts, for every event or for one.
    pub money: BTreeMap<MoneyFor, Money>,
    /// How the signs are proven.
    #[serde(default)]
    pub prove: Prove,
    /// When the money should arrive.
    #[serde(default)]
    pub settle: Settle,
    /// What is personal.
    #[serde(default)]
    pub personal: Personal,
}

fn shanghai() -> Tz {
    Tz::Asia__Shanghai
}
fn cny() -> Currency {
    Currency::CNY
}

/// How a file is recognised: by the names in its header row, never by a word somewhere in it.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub struct Detect {
    /// Column names that must all stand in one row.
    pub require: Vec<String>,
    /// Groups of names; of each group one must stand in that row.
    pub any: Vec<Vec<String>>,
    /// Columns that must be found by their aliases.
    pub require_columns: Vec<Field>,
    /// Groups of columns; all of one group must be found.
    pub any_columns: Vec<Vec<Field>>,
    /// How many columns must be found by their aliases.
    pub least_columns: usize,
    /// Words before or in the header that make it surer.
    pub marker: Vec<String>,
    /// Pieces of the file's name that make it surer.
    pub file_name: Vec<String>,
    /// Lines looked through for the header.
    pub scan_lines: Option<u32>,
    /// Taken only when no other profile fits; the owner is asked.
    pub guess: bool,
    /// For files without a header: exact number of columns, and what single columns look like.
    pub columns: Option<usize>,
    /// Column (from 1) and a date pattern that it must fit.
    pub shape: BTreeMap<String, Pattern>,
}

/// Quoting of a delimited text.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Quote {
    /// A quotation mark is a letter like any other.
    #[default]
    None,
    /// Fields may stand between quotation marks.
    Double,
}

/// How many fields a line must have.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Count {
    /// As many as the header; one empty field more is borne.
    #[default]
    Exact,
    /// Fewer or more are borne.
    Ragged,
}

/// How a file is taken apart.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub struct Read {
    /// Between fields; the comma unless it says otherwise.
    pub delimiter: Option<char>,
    /// Quoting.
    pub quote: Quote,
    /// One letter that stands before every value.
    pub strip_prefix: Option<char>,
    /// How many fields a line must have.
    pub fields: Count,
    /// Widths in bytes of a file of fixed columns, one blank between them; several when layouts differ by line length.
    pub widths: Vec<Vec<usize>>,
    /// No header: columns are numbers from 1.
    pub headless: bool,
    /// A line beginning with one of these ends the rows.
    pub stop: Vec<String>,
    /// Amounts are written in the minor unit.
    pub minor_units: bool,
}

/// A total that the file states about itself.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Total {
    /// What it counts, for people: `rows`, `gross`, `refund`, `fee`, `income`, `outgo`, `neutral`.
    pub about: String,
    /// Name in a row of names under which the value stands in the next row.
    #[serde(default)]
    pub name: Vec<String>,
    /// Text of a line, with `{n}` where a count and `{x}` where an amount stands.
    #[serde(default)]
    pub text: String,
    /// Beginning of a line whose columns hold sums of the columns above.
    #[serde(default)]
    pub row: Vec<String>,
    /// The column summed; without it rows are counted.
    pub sum: Option<Field>,
    /// Only rows of these kinds.
    #[serde(default)]
    pub events: Vec<Event>,
    /// Only rows on this side, in the file's words.
    #[serde(default)]
    pub side: Vec<String>,
}

/// What stands for nothing.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub struct Null {
    /// Values that mean that nothing is there, in texts and numbers of rows.
    pub values: Vec<String>,
}

/// How dates are written.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub struct Dates {
    /// Date with time, tried in order.
    pub occurred_at: Vec<Pattern>,
    /// Date alone.
    pub date: Vec<Pattern>,
    /// Time alone.
    pub time: Vec<Pattern>,
    /// Clearing day.
    pub clearing_day: Vec<Pattern>,
    /// The file writes no year; it is taken from the day in the file's name.
    pub year_from_file: bool,
    /// The provider always writes seconds: a time without them was saved by a spreadsheet program.
    pub seconds: bool,
}

/// Why a profile cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{file}, line {line}: {reason}")]
pub struct ProfileError {
    /// The file.
    pub file: String,
    /// Line, from 1.
    pub line: usize,
    /// What is wrong, in the parser's words.
    pub reason: String,
}

impl Coded for ProfileError {
    fn code(&self) -> &'static str {
        "profile-unreadable"
    }
    fn params(&self) -> Params {
        Params::from([
            ("file".to_owned(), self.file.clone()),
            ("line".to_owned(), self.line.to_string()),
            ("reason".to_owned(), self.reason.clone()),
        ])
    }
}

impl Profile {
    /// Reads and checks a profile. `file` is only for the error.
    ///
    /// # Errors
    /// [`ProfileError`] with line and reason.
    pub fn parse(text: &str, file: &str) -> Result<Self, ProfileError> {
        let fault = |at: usize, reason: String| ProfileError {
            file: file.to_owned(),
            line: text[..at.min(text.len())].matches('\n').count() + 1,
            reason,
        };
        let read: Self =
            toml::from_str(text).map_err(|e| fault(e.span().map_or(0, |span| span.start), e.message().to_owned()))?;
        match read.complaint() {
            None => Ok(read),
            Some((word, reason)) => Err(fault(text.find(word).unwrap_or(0), reason)),
        }
    }

    /// The profile as a file: how the owner's own one is kept.
    ///
    /// # Errors
    /// [`ProfileError`] when it cannot be written down.
    pub fn to_toml(&self) -> Result<String, ProfileError> {
        toml::to_string(self).map_err(|e| ProfileError { file: self.id.to_string(), line: 0, reason: e.to_string() })
    }

    /// What parses but cannot work, with a word near the place.
    fn complaint(&self) -> Option<(&'static str, String)> {
        let has = |field: Field| self.columns.contains_key(&field);
        if !matches!(self.confidence.as_str(), "A" | "B" | "C") {
            return Some(("confidence", "confidence is A, B or C".to_owned()));
        }
        if !has(Field::OccurredAt) && !has(Field::Date) {
            return Some(("[columns]", "a column for the date is missing".to_owned()));
        }
        let patterns = if has(Field::OccurredAt) { &self.dates.occurred_at } else { &self.dates.date };
        if patterns.is_empty() {
            return Some(("[dates]", "no pattern for the date".to_owned()));
        }
        if !self.money.values().any(|m| m.amount.is_some()) {
            return Some(("[money", "no event has an amount".to_owned()));
        }
        for (field, names) in &self.columns {
            let bad = |name: &String| name.is_empty() || self.read.headless != name.starts_with('#');
            if names.is_empty() || names.iter().any(bad) {
                return Some(("[columns]", format!("{field}: a name, or #number in a file without a header")));
            }
        }
        for money in self.money.values() {
            let all = [&money.amount, &money.paid, &money.fee, &money.extra, &money.net];
            for field in all.into_iter().flatten().flat_map(Formula::fields) {
                if !has(field) {
                    return Some(("[money", format!("{field} has no column")));
                }
            }
        }
        for total in &self.total {
            let places =
                [!total.name.is_empty(), !total.text.is_empty(), !total.row.is_empty()].into_iter().filter(|p| *p);
            if places.count() != 1 {
                return Some(("[[total]]", format!("{}: one of name, text, row", total.about)));
            }
            if total.sum.is_some_and(|field| !has(field)) {
                return Some(("[[total]]", format!("{}: the summed column is missing", total.about)));
            }
        }
        if let Some(cutoff) = &self.settle.cutoff
            && dates::minutes(cutoff).is_none()
        {
            return Some(("cutoff", format!("{cutoff:?} is not HH:MM")));
        }
        if self.read.headless && self.detect.columns.is_none() && self.read.widths.is_empty() {
            return Some(("headless", "a file without a header is recognised by its number of columns".to_owned()));
        }
        None
    }
}
