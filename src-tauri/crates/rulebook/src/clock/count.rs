//! From a start and a span to the last day, its last instant, and what was assumed.

use super::calendar::{Calendar, Standing};
use crate::error::RulebookError;
use chrono::{DateTime, Datelike, Days, Months, NaiveDate, NaiveTime, TimeDelta, Utc};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};
use std::str::FromStr;

/// What a span is counted in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Unit {
    /// Hours, to the minute, from the instant.
    Hour,
    /// Calendar days (自然日).
    CalendarDay,
    /// Working days (工作日) of the calendar.
    WorkingDay,
    /// Months.
    Month,
    /// Years.
    Year,
}

impl Unit {
    /// Every unit.
    pub const ALL: [Self; 5] = [Self::Hour, Self::CalendarDay, Self::WorkingDay, Self::Month, Self::Year];

    /// Stable name, as on the command line. Words: `unit-<name>`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Hour => "hour",
            Self::CalendarDay => "calendar-day",
            Self::WorkingDay => "working-day",
            Self::Month => "month",
            Self::Year => "year",
        }
    }
}

impl FromStr for Unit {
    type Err = RulebookError;
    /// # Errors
    /// [`RulebookError::UnitUnknown`].
    fn from_str(text: &str) -> Result<Self, RulebookError> {
        Self::ALL.into_iter().find(|u| u.as_str() == text).ok_or_else(|| RulebookError::UnitUnknown(text.to_owned()))
    }
}

/// How long.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Span {
    /// How many.
    pub n: u32,
    /// Of what.
    pub unit: Unit,
}

/// When it began.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Start {
    /// On a day; the time of day is not on record.
    Day(NaiveDate),
    /// At an instant.
    At(DateTime<Utc>),
}

/// Whether a last day that is a rest day moves to the end of the rest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Roll {
    /// It moves to the next working day (Civil Code art. 203).
    AfterRest,
    /// It stays: clocks of portals and networks do not wait for holidays.
    Stays,
}

/// When the last day ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ending {
    /// At 24:00; the last instant is 23:59:59.
    Midnight,
    /// When business closes.
    Cutoff(NaiveTime),
}

/// Something that had to be assumed. Words: `assumption-<code>` with its values.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "code", rename_all = "kebab-case")]
pub enum Assumption {
    /// The day on which it began does not count.
    StartExcluded,
    /// No time of day was given for a span in hours; the start of the day was taken, which is the earliest it can end.
    StartOfDay,
    /// The month has no such day; its last day was taken.
    ShortMonth,
    /// The last day was a rest day; it moved.
    Rolled {
        /// The day it would have been.
        from: NaiveDate,
    },
    /// Shifted weekends of a year are not on record; the true day may differ.
    YearEstimated {
        /// Which year.
        year: i32,
    },
    /// Holidays of a year are not on record at all.
    YearUnknown {
        /// Which year.
        year: i32,
    },
    /// Official data may still change: December can be altered by the next year's notice.
    DecemberMayChange {
        /// Which year's December.
        year: i32,
    },
}

impl Assumption {
    /// Stable name.
    #[must_use]
    pub fn as_str(&self) -> &'static str {
        match self {
            Self::StartExcluded => "start-excluded",
            Self::StartOfDay => "start-of-day",
            Self::ShortMonth => "short-month",
            Self::Rolled { .. } => "rolled",
            Self::YearEstimated { .. } => "year-estimated",
            Self::YearUnknown { .. } => "year-unknown",
            Self::DecemberMayChange { .. } => "december-may-change",
        }
    }

    /// Whether the result is only an estimate because of it.
    #[must_use]
    pub fn is_doubt(&self) -> bool {
        matches!(self, Self::YearEstimated { .. } | Self::YearUnknown { .. })
    }
}

/// A last day and its last instant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Computed {
    /// Last day, in `zone`.
    pub due: NaiveDate,
    /// Last instant at which it is still in time.
    pub due_at: DateTime<Tz>,
    /// Zone of the party that set it.
    pub zone: Tz,
    /// What was assumed, in the order of counting.
    pub assumptions: Vec<Assumption>,
}

impl Computed {
    /// Whether a year without official data took part.
    #[must_use]
    pub fn is_estimate(&self) -> bool {
        self.assumptions.iter().any(Assumption::is_doubt)
    }
}

/// Counts a span from a start.
///
/// # Errors
/// [`RulebookError::DateOutOfRange`] beyond the dates that can be written.
pub fn count(
    start: Start,
    span: Span,
    calendar: &Calendar,
    zone: Tz,
    roll: Roll,
    ending: Ending,
) -> Result<Computed, RulebookError> {
    let mut assumptions = Vec::new();
    if span.unit == Unit::Hour {
        return hours(start, span.n, zone, assumptions);
    }
    let from = match start {
        Start::Day(day) => day,
        Start::At(at) => at.with_timezone(&zone).date_naive(),
    };
    let beyond = || RulebookError::DateOutOfRange;
    if span.n > 0 {
        assumptions.push(Assumption::StartExcluded);
    }
    let plain = match span.unit {
        Unit::CalendarDay => from.checked_add_days(Days::new(u64::from(span.n))).ok_or_else(beyond)?,
        Unit::WorkingDay => calendar.after(from, span.n).ok_or_else(beyond)?,
        Unit::Month | Unit::Year => {
            let months = if span.unit == Unit::Year { span.n.checked_mul(12).ok_or_else(beyond)? } else { span.n };
            let end = from.checked_add_months(Months::new(months)).ok_or_else(beyond)?;
            if end.day() != from.day() {
                assumptions.push(Assumption::ShortMonth);
            }
            end
        }
        Unit::Hour => from,
    };
    let mut due = plain;
    if roll == Roll::AfterRest && span.n > 0 && !calendar.is_working(due) {
        due = calendar.after(due, 1).ok_or_else(beyond)?;
        assumptions.push(Assumption::Rolled { from: plain });
    }
    // Only where the calendar decided something can its gaps matter.
    if span.unit == Unit::WorkingDay {
        doubts(calendar, from, due, &mut assumptions);
    } else if roll == Roll::AfterRest {
        doubts(calendar, plain, due, &mut assumptions);
    }
    let time = match ending {
        Ending::Midnight => NaiveTime::from_hms_opt(23, 59, 59).unwrap_or(NaiveTime::MIN),
        Ending::Cutoff(time) => time,
    };
    Ok(Computed { due, due_at: instant(due, time, zone).ok_or_else(beyond)?, zone, assumptions })
}

fn hours(start: Start, n: u32, zone: Tz, mut assumptions: Vec<Assumption>) -> Result<Computed, RulebookError> {
    let at = match start {
        Start::At(at) => at,
        Start::Day(day) => {
            assumptions.push(Assumption::StartOfDay);
            instant(day, NaiveTime::MIN, zone).ok_or(RulebookError::DateOutOfRange)?.with_timezone(&Utc)
        }
    };
    let end = at.checked_add_signed(TimeDelta::hours(i64::from(n))).ok_or(RulebookError::DateOutOfRange)?;
    let due_at = end.with_timezone(&zone);
    Ok(Computed { due: due_at.date_naive(), due_at, zone, assumptions })
}

/// A wall time as an instant. Of a repeated hour the earlier one: an early deadline is a nuisance, a late one is a loss.
/// A skipped wall time ends when the gap begins.
fn instant(day: NaiveDate, time: NaiveTime, zone: Tz) -> Option<DateTime<Tz>> {
    let wall = day.and_time(time);
    if let Some(found) = wall.and_local_timezone(zone).earliest() {
        return Some(found);
    }
    (1..=180).find_map(|minutes| (wall - TimeDelta::minutes(minutes)).and_local_timezone(zone).latest())
}

fn doubts(calendar: &Calendar, from: NaiveDate, to: NaiveDate, assumptions: &mut Vec<Assumption>) {
    let last_on_record = calendar.years.iter().filter(|y| !y.estimate).map(|y| y.year).max();
    for year in from.year()..=to.year() {
        let first = from.max(NaiveDate::from_ymd_opt(year, 1, 1).unwrap_or(from));
        match calendar.standing(first) {
            Standing::Estimate => assumptions.push(Assumption::YearEstimated { year }),
            Standing::Unknown => assumptions.push(Assumption::YearUnknown { year }),
            Standing::Exact => {
                let reaches_december = to >= NaiveDate::from_ymd_opt(year, 12, 1).unwrap_or(to);
                if reaches_december && last_on_record == Some(year) {
                    assumptions.push(Assumption::DecemberMayChange { year });
                }
            }
        }
    }
}

/// The owner's own target: so many working days before a limit, never before `not_before`.
#[must_use]
pub fn working_days_before(due: NaiveDate, n: u32, calendar: &Calendar, not_before: NaiveDate) -> NaiveDate {
    calendar.before(due, n).unwrap_or(due).max(not_before).min(due)
}

/// Working days left after `today` up to and including `due`; negative when it has passed.
#[must_use]
pub fn working_days_between(today: NaiveDate, due: NaiveDate, calendar: &Calendar) -> i64 {
    calendar.between(today, due)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::super::calendar;
    use super::*;
    use proptest::prelude::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }
    fn cn(start: &str, n: u32, unit: Unit) -> Computed {
        let cn = calendar("cn").unwrap();
        count(Start::Day(day(start)), Span { n, unit }, cn, cn.zone.unwrap(), Roll::AfterRest, Ending::Midnight)
            .unwrap()
    }

    #[test]
    fn fifteen_calendar_days_end_on_the_fifteenth_day_after() {
        let c = cn("2026-03-05", 15, Unit::CalendarDay);
        // 20 March 2026 is a Friday.
        assert_eq!((c.due, c.due_at.to_rfc3339().as_str()), (day("2026-03-20"), "2026-03-20T23:59:59+08:00"));
        assert_eq!(c.assumptions, vec![Assumption::StartExcluded]);
    }

    #[test]
    fn a_period_that_ends_in_the_national_holiday_ends_after_it() {
        let c = cn("2026-09-20", 14, Unit::CalendarDay);
        assert_eq!(c.due, day("2026-10-08"));
        assert!(c.assumptions.contains(&Assumption::Rolled { from: day("2026-10-04") }));
    }

    #[test]
    fn a_period_that_ends_on_a_worked_saturday_stays_there() {
        assert_eq!(cn("2026-10-03", 7, Unit::CalendarDay).due, day("2026-10-10"));
    }

    #[test]
    fn months_end_on_the_same_day_or_on_the_last() {
        assert_eq!(cn("2026-01-31", 1, Unit::Month).assumptions[1], Assumption::ShortMonth);
        // 28 February 2026 is a worked Saturday.
        assert_eq!(cn("2026-01-31", 1, Unit::Month).due, day("2026-02-28"));
        assert_eq!(cn("2023-11-22", 3, Unit::Year).due, day("2026-11-23"));
    }

    #[test]
    fn hours_run_from_the_moment_and_do_not_wait_for_a_holiday() {
        let at = "2026-10-01T14:00:00+08:00".parse::<DateTime<chrono::FixedOffset>>().unwrap().to_utc();
        let cn = calendar("cn").unwrap();
        let span = Span { n: 72, unit: Unit::Hour };
        let c = count(Start::At(at), span, cn, cn.zone.unwrap(), Roll::AfterRest, Ending::Midnight).unwrap();
        assert_eq!(c.due_at.to_rfc3339(), "2026-10-04T14:00:00+08:00");
        assert!(c.assumptions.is_empty());
    }

    #[test]
    fn a_year_without_its_notice_is_never_a_silent_guess() {
        let c = cn("2026-12-28", 10, Unit::WorkingDay);
        assert!(c.is_estimate());
        assert!(c.assumptions.contains(&Assumption::YearEstimated { year: 2027 }));
        assert!(c.assumptions.contains(&Assumption::DecemberMayChange { year: 2026 }));
        assert!(cn("2028-02-01", 3, Unit::WorkingDay).assumptions.contains(&Assumption::YearUnknown { year: 2028 }));
        // Without a rest day rule and without working days the calendar decides nothing.
        let cn = calendar("cn").unwrap();
        let span = Span { n: 30, unit: Unit::CalendarDay };
        let c =
            count(Start::Day(day("2028-02-01")), span, cn, cn.zone.unwrap(), Roll::Stays, Ending::Midnight).unwrap();
        assert!(!c.is_estimate());
    }

    #[test]
    fn the_start_falls_on_the_day_it_is_at_the_place_of_the_party() {
        // 17:00 UTC is already the next day in Beijing.
        let at = "2026-03-04T17:00:00Z".parse::<DateTime<Utc>>().unwrap();
        let cn = calendar("cn").unwrap();
        let span = Span { n: 1, unit: Unit::CalendarDay };
        let c = count(Start::At(at), span, cn, cn.zone.unwrap(), Roll::AfterRest, Ending::Midnight).unwrap();
        assert_eq!(c.due, day("2026-03-06"));
    }

    #[test]
    fn a_cutoff_in_a_skipped_hour_ends_when_the_gap_begins_and_in_a_repeated_one_the_first_time() {
        let place: Tz = "America/New_York".parse().unwrap();
        let weekdays = calendar("weekdays").unwrap();
        let at = |from: &str, time: &str| {
            let ending = Ending::Cutoff(time.parse().unwrap());
            let span = Span { n: 1, unit: Unit::CalendarDay };
            count(Start::Day(day(from)), span, weekdays, place, Roll::Stays, ending).unwrap().due_at.to_rfc3339()
        };
        assert_eq!(at("2026-03-07", "02:30:00"), "2026-03-08T01:59:00-05:00");
        assert_eq!(at("2026-10-31", "01:30:00"), "2026-11-01T01:30:00-04:00");
    }

    #[test]
    fn beyond_all_dates_is_refused() {
        let cn = calendar("cn").unwrap();
        let span = Span { n: u32::MAX, unit: Unit::Year };
        let got = count(Start::Day(day("2026-01-01")), span, cn, cn.zone.unwrap(), Roll::Stays, Ending::Midnight);
        assert_eq!(got, Err(RulebookError::DateOutOfRange));
    }

    proptest! {
        #[test]
        fn more_days_never_end_sooner(offset in 0_u64..1000, n in 0_u32..400, unit in 0_usize..5) {
            let unit = Unit::ALL[unit];
            let start = day("2025-01-01") + Days::new(offset);
            let cn = calendar("cn").unwrap();
            let at = |n| {
                count(Start::Day(start), Span { n, unit }, cn, cn.zone.unwrap(), Roll::AfterRest, Ending::Midnight).unwrap()
            };
            prop_assert!(at(n).due_at <= at(n + 1).due_at);
            prop_assert!(at(n).due >= start);
        }
        #[test]
        fn the_own_target_lies_between_today_and_the_limit(offset in 0_u64..1000, n in 0_u32..20, ahead in 0_u64..60) {
            let today = day("2025-01-01") + Days::new(offset);
            let due = today + Days::new(ahead);
            let target = working_days_before(due, n, calendar("cn").unwrap(), today);
            prop_assert!((today..=due).contains(&target));
        }
    }
}
