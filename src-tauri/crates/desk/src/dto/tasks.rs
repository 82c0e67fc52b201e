//! Dated work that keeps the trouble from coming back.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A task.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct TaskDto {
    /// Identifier; empty for a proposal.
    pub id: String,
    /// What to do.
    pub title: String,
    /// Kind of work, e.g. `self-check`. Words: `task-kind-<kind>`.
    pub kind: String,
    /// Whose work it is. Words: `person-role-<who>`.
    pub who: String,
    /// Day it is due, `YYYY-MM-DD`.
    pub due: String,
    /// Months between two times; 0 means once.
    pub every_months: u32,
    /// Case it came from.
    pub case: Option<String>,
    /// Number of that case.
    pub case_number: Option<String>,
    /// Day it was last done, `YYYY-MM-DD`.
    pub last_done: Option<String>,
    /// `overdue`, `today`, `soon` or `later`; `done` for a task done once and for all.
    pub urgency: String,
}

/// A task as typed.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct TaskInput {
    /// Identifier; empty for a new one.
    pub id: String,
    /// What to do.
    pub title: String,
    /// Kind of work; `records` when empty.
    pub kind: String,
    /// Whose work it is; `owner` when empty.
    pub who: String,
    /// Day it is due, `YYYY-MM-DD`.
    pub due: String,
    /// Months between two times; 0 means once.
    pub every_months: u32,
    /// Case it came from, by identifier or number; empty for none.
    pub case: String,
}
