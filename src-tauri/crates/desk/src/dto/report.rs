//! Documents about the program's health.

use serde::Serialize;
use ts_rs::TS;

/// Whether everything is whole.
#[derive(Debug, Clone, Serialize, TS)]
pub struct DoctorReport {
    /// True when nothing is broken; advice may stand among the findings all the same.
    pub ok: bool,
    /// What was found.
    pub findings: Vec<DoctorFinding>,
}

/// One finding and its remedy.
#[derive(Debug, Clone, Serialize, TS)]
pub struct DoctorFinding {
    /// Stable code.
    pub code: String,
    /// What is wrong, in words.
    pub message: String,
    /// How to mend it, in words.
    pub mend: String,
}

/// Whether the right fee was taken.
#[derive(Debug, Clone, Serialize, TS)]
pub struct FeeReport {
    /// Fee by the contract, decimal.
    pub expected_fee: String,
    /// Fee that was taken, decimal.
    pub charged_fee: String,
    /// Taken minus expected, decimal; negative when too little was taken.
    pub difference: String,
    /// Currency of the three.
    pub currency: String,
    /// What to ask about.
    pub flags: Vec<FeeFlagDto>,
}

/// Something to ask the acquirer about.
#[derive(Debug, Clone, Serialize, TS)]
pub struct FeeFlagDto {
    /// Stable code.
    pub code: String,
    /// In words.
    pub message: String,
}
