//! Documents about whom to call, and what to think of a number.

use serde::Serialize;
use ts_rs::TS;

/// Who fits a query.
#[derive(Debug, Clone, Serialize, TS)]
pub struct DirectoryDto {
    /// The rule that goes before every number here.
    pub rule: String,
    /// The owner's own first, then the better match.
    pub entries: Vec<DirectoryEntryDto>,
}

/// Somebody, in the language in force.
#[derive(Debug, Clone, Serialize, TS)]
pub struct DirectoryEntryDto {
    /// Stable name; none for one that only the owner has.
    pub id: Option<String>,
    /// What it is, e.g. `acquirer`.
    pub kind: String,
    /// The same in words.
    pub kind_name: String,
    /// Its name.
    pub name: String,
    /// What to know before calling.
    pub note: Option<String>,
    /// The owner's remark; may be empty.
    pub own_note: String,
    /// Numbers.
    pub phones: Vec<DirectoryLineDto>,
    /// Domains.
    pub domains: Vec<DirectoryLineDto>,
}

/// A number or a domain.
#[derive(Debug, Clone, Serialize, TS)]
pub struct DirectoryLineDto {
    /// It.
    pub value: String,
    /// What is reached there.
    pub what: Option<String>,
    /// When, if that is known.
    pub hours: Option<String>,
    /// `own`, `confirmed` or `not-verified`.
    pub standing: String,
    /// The same in words.
    pub standing_name: String,
    /// Where it was read: a title, or the owner's own source in words.
    pub source: String,
    /// Day it was checked, `YYYY-MM-DD`.
    pub checked_on: Option<String>,
}

/// What to be careful about. None when nothing is at odds.
#[derive(Debug, Clone, Serialize, TS)]
pub struct NumberCheck {
    /// Each with its words.
    pub warnings: Vec<super::FindingDto>,
}
