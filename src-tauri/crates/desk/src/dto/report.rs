//! Documents about the program's health.

use serde::Serialize;
use ts_rs::TS;

/// Whether everything is whole.
#[derive(Debug, Clone, Serialize, TS)]
pub struct DoctorReport {
    /// True when nothing was found.
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
