//! Which file, account and writer rows come from.

use crate::row::Role;
use chrono::NaiveDate;
use recourse_domain::Currency;
use serde::{Deserialize, Serialize};

/// Where rows come from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Statement {
    /// SHA-256 of the file, hex.
    pub sha256: String,
    /// Name of the file, or of the member of a packed file.
    pub file: String,
    /// Sheet of a workbook, else empty.
    pub sheet: String,
    /// Profile that read it.
    pub profile: String,
    /// Whose book it is.
    pub role: Role,
    /// The owner's name for the account.
    pub account: String,
    /// Who wrote it, for grouping: the profile's counterparty.
    pub counterparty: String,
    /// ISO 4217.
    pub currency: Currency,
    /// First and last day that the statement says it covers, else those of its rows.
    pub covers: Option<(NaiveDate, NaiveDate)>,
}
