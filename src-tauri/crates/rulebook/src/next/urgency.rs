//! How much a date presses.

use chrono::{DateTime, TimeDelta, Utc};
use recourse_domain::Case;
use serde::Serialize;

/// How pressing a step is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Urgency {
    /// The date has passed.
    Overdue,
    /// The date is within 24 hours.
    Today,
    /// The date is within three calendar days.
    Soon,
    /// No date presses.
    Later,
}

impl Urgency {
    /// Stable name.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Overdue => "overdue",
            Self::Today => "today",
            Self::Soon => "soon",
            Self::Later => "later",
        }
    }
}

/// How pressing the case's next deadline is.
#[must_use]
pub fn urgency(case: &Case, now: DateTime<Utc>) -> Urgency {
    case.next_deadline().map_or(Urgency::Later, |deadline| {
        let left = deadline.last_instant() - now;
        match left {
            l if l < TimeDelta::zero() => Urgency::Overdue,
            l if l < TimeDelta::days(1) => Urgency::Today,
            l if l < TimeDelta::days(3) => Urgency::Soon,
            _ => Urgency::Later,
        }
    })
}
