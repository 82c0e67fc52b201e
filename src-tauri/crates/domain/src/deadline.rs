//! A date by which something must be done, with the source that set it.

use crate::ids::DeadlineId;
use chrono::{NaiveDate, NaiveTime};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};

/// A date printed on a notice or agreed with a counterparty. Every deadline says where it comes from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Deadline {
    /// Identifier.
    pub id: DeadlineId,
    /// Last day, in the zone of the party that set it.
    pub due: NaiveDate,
    /// Cut-off on that day; none means the end of the day.
    pub time: Option<NaiveTime>,
    /// Zone of the party that set it.
    pub zone: Tz,
    /// What must be done.
    pub title: String,
    /// The notice, call or contract it was read from.
    pub source: String,
    /// Whether it was met.
    #[serde(default)]
    pub done: bool,
}

impl Deadline {
    /// The instant after which it is missed: the cut-off, or the last second of the day in the deadline's zone.
    #[must_use]
    pub fn last_instant(&self) -> chrono::DateTime<chrono::Utc> {
        let time = self.time.or_else(|| NaiveTime::from_hms_opt(23, 59, 59)).unwrap_or(NaiveTime::MIN);
        let naive = self.due.and_time(time);
        // A cut-off in a skipped hour falls to UTC reading of the same wall clock: never later than the true one by more than the zone's offset.
        naive
            .and_local_timezone(self.zone)
            .earliest()
            .map_or_else(|| naive.and_utc(), |t| t.with_timezone(&chrono::Utc))
    }
}
