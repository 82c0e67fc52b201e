//! Documents about counting deadlines.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What to count, as typed. Either a rule, or a number with its unit.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct ClockInput {
    /// Rule, e.g. `limitation`; empty when `n` and `unit` are given.
    pub rule: String,
    /// How many; empty with a rule.
    pub n: String,
    /// `hour`, `calendar-day`, `working-day`, `month` or `year`; empty with a rule.
    pub unit: String,
    /// `cn` or `weekdays`; empty means `cn`, or the rule's.
    pub calendar: String,
    /// When it began: a date, or a date with time.
    pub from: String,
    /// When business closes on the last day, `HH:MM`; empty means midnight.
    pub cutoff: String,
}

/// A last day and everything that was assumed.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ClockResult {
    /// Last day, `YYYY-MM-DD`.
    pub due: String,
    /// Last instant in time, RFC 3339.
    pub due_at: String,
    /// IANA zone in which it was counted.
    pub zone: String,
    /// `estimate` when a year without official data took part; else the rule's letter, or `exact` without a rule.
    pub confidence: String,
    /// What was assumed, in the order of counting.
    pub assumptions: Vec<AssumptionDto>,
    /// The longest it can be extended to, when the rule knows an extension.
    pub extended_due: Option<String>,
    /// Two working days before `due`, but not before today.
    pub own_target: String,
    /// The rule counted with.
    pub rule: Option<DeadlineRuleDto>,
}

/// Something assumed on the way.
#[derive(Debug, Clone, Serialize, TS)]
pub struct AssumptionDto {
    /// Stable code.
    pub code: String,
    /// In words.
    pub message: String,
}

/// A span with its source, in the language in force.
#[derive(Debug, Clone, Serialize, TS)]
pub struct DeadlineRuleDto {
    /// Stable name.
    pub id: String,
    /// What has to happen.
    pub title: String,
    /// What starts it.
    pub trigger: String,
    /// How many.
    pub n: u32,
    /// Of what.
    pub unit: String,
    /// `own` when the shop must act, `theirs` when the other side must.
    pub side: String,
    /// `natural-person`, `respondent`, or nothing when it holds for everybody.
    pub gate: Option<String>,
    /// What starts it anew.
    pub restart: Option<String>,
    /// When it may be longer.
    pub extension: Option<String>,
    /// Something to know with it.
    pub note: Option<String>,
    /// Title and article.
    pub source: String,
    /// A or B.
    pub confidence: String,
    /// Day the source was checked.
    pub checked_on: String,
}
