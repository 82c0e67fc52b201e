//! Which days are working days, and how sure that is. Data from `assets/rules/calendars`, one file a place.

use crate::assets::RULES;
use crate::error::RulebookError;
use crate::text::Text;
use chrono::{Datelike, Days, NaiveDate, Weekday};
use chrono_tz::Tz;
use recourse_domain::Key;
use serde::Deserialize;
use std::sync::OnceLock;

/// How sure a calendar is about a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// The official notice of that year is in the data.
    Exact,
    /// Only the days fixed by statute are, without shifted weekends.
    Estimate,
    /// Nothing is on record for that year: Monday to Friday.
    Unknown,
}

/// One year of a calendar as the file gives it.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CalendarYear {
    /// Which year.
    pub year: i32,
    /// Whether shifted weekends are missing.
    #[serde(default)]
    pub estimate: bool,
    /// Title of the notice or statute.
    pub source: String,
    /// A or B.
    pub confidence: String,
    /// Day the source was checked, `YYYY-MM-DD`.
    pub checked_on: NaiveDate,
    /// Days off, first and last of each run; weekends inside need not be named.
    pub off: Vec<(NaiveDate, NaiveDate)>,
    /// Weekend days that are worked.
    pub work: Vec<NaiveDate>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    id: Key,
    #[serde(default)]
    zone: Option<Tz>,
    #[serde(deserialize_with = "super::both::text")]
    name: Text,
    #[serde(default)]
    year: Vec<CalendarYear>,
}

/// The working days of a place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Calendar {
    /// Stable name, e.g. `cn`.
    pub id: Key,
    /// Zone of the place, where the calendar is of one place.
    pub zone: Option<Tz>,
    /// Name for people.
    pub name: Text,
    /// The years on record, ascending and without gaps.
    pub years: Vec<CalendarYear>,
    // Every working day of the years on record, ascending: the n-th after a day is one search and one step.
    days: Vec<NaiveDate>,
}

impl Calendar {
    /// Reads one calendar file.
    ///
    /// # Errors
    /// [`RulebookError::AssetUnreadable`] with line and reason; also for years out of order or with gaps, a run that
    /// ends before it starts, a day outside its year, a day both off and worked, a worked day that is no weekend.
    pub fn read(file: &str, text: &str) -> Result<Self, RulebookError> {
        let bad = |reason: String| RulebookError::AssetUnreadable { file: file.to_owned(), reason };
        let read: File = toml::from_str(text).map_err(|e| bad(e.to_string()))?;
        for pair in read.year.windows(2) {
            if let [a, b] = pair
                && b.year != a.year + 1
            {
                return Err(bad(format!("{} does not follow {}", b.year, a.year)));
            }
        }
        for year in &read.year {
            if let Some(reason) = fault(year) {
                return Err(bad(reason));
            }
        }
        let mut days = Vec::with_capacity(read.year.len() * 260);
        for year in &read.year {
            let first = NaiveDate::from_ymd_opt(year.year, 1, 1).ok_or_else(|| bad(year.year.to_string()))?;
            days.extend(first.iter_days().take_while(|d| d.year() == year.year).filter(|d| worked(year, *d)));
        }
        Ok(Self { id: read.id, zone: read.zone, name: read.name, years: read.year, days })
    }

    /// How sure the calendar is about a day.
    #[must_use]
    pub fn standing(&self, day: NaiveDate) -> Standing {
        match self.years.iter().find(|y| y.year == day.year()) {
            Some(y) if y.estimate => Standing::Estimate,
            Some(_) => Standing::Exact,
            None => Standing::Unknown,
        }
    }

    /// Whether people work on a day. In a year that is not on record: Monday to Friday.
    #[must_use]
    pub fn is_working(&self, day: NaiveDate) -> bool {
        match self.standing(day) {
            Standing::Unknown => !is_weekend(day),
            Standing::Exact | Standing::Estimate => self.days.binary_search(&day).is_ok(),
        }
    }

    /// The `n`-th working day after a day (the day itself does not count); `n` = 0 gives the day itself. None beyond
    /// the end of the calendar of dates.
    #[must_use]
    pub fn after(&self, day: NaiveDate, n: u32) -> Option<NaiveDate> {
        if n == 0 {
            return Some(day);
        }
        let first = self.days.first().copied();
        if first.is_some_and(|f| day >= f.with_ordinal(1).unwrap_or(f)) {
            let at = self.days.partition_point(|d| *d <= day);
            let wanted = at + usize::try_from(n).ok()? - 1;
            if let Some(found) = self.days.get(wanted) {
                return Some(*found);
            }
        }
        // Before or beyond the years on record: one day at a time.
        let mut left = n;
        let mut day = day;
        while left > 0 {
            day = day.checked_add_days(Days::new(1))?;
            left -= u32::from(self.is_working(day));
        }
        Some(day)
    }

    /// The `n`-th working day before a day (the day itself does not count).
    #[must_use]
    pub fn before(&self, day: NaiveDate, n: u32) -> Option<NaiveDate> {
        let mut left = n;
        let mut day = day;
        while left > 0 {
            day = day.checked_sub_days(Days::new(1))?;
            left -= u32::from(self.is_working(day));
        }
        Some(day)
    }

    /// Working days after `from` up to and including `to`; negative when `to` lies before `from`.
    #[must_use]
    pub fn between(&self, from: NaiveDate, to: NaiveDate) -> i64 {
        if to < from {
            return -self.between(to, from);
        }
        let days = from.iter_days().skip(1).take_while(|d| *d <= to).filter(|d| self.is_working(*d)).count();
        i64::try_from(days).unwrap_or(i64::MAX)
    }
}

fn is_weekend(day: NaiveDate) -> bool {
    matches!(day.weekday(), Weekday::Sat | Weekday::Sun)
}

fn worked(year: &CalendarYear, day: NaiveDate) -> bool {
    if year.work.contains(&day) {
        return true;
    }
    !is_weekend(day) && !year.off.iter().any(|(first, last)| (*first..=*last).contains(&day))
}

/// What is wrong with a year, in English for whoever wrote the file.
fn fault(year: &CalendarYear) -> Option<String> {
    if !matches!(year.confidence.as_str(), "A" | "B") {
        return Some(format!("{}: confidence {:?}", year.year, year.confidence));
    }
    for (first, last) in &year.off {
        if last < first || first.year() != year.year || last.year() != year.year {
            return Some(format!("{first} to {last} is no run of days in {}", year.year));
        }
    }
    for day in &year.work {
        if day.year() != year.year || !is_weekend(*day) {
            return Some(format!("{day} is no weekend day of {}", year.year));
        }
        if year.off.iter().any(|(first, last)| (*first..=*last).contains(day)) {
            return Some(format!("{day} is both off and worked"));
        }
    }
    None
}

/// Every shipped calendar.
///
/// # Errors
/// [`RulebookError::AssetUnreadable`] with file, line and reason.
pub fn calendars() -> Result<&'static [Calendar], RulebookError> {
    static ALL: OnceLock<Result<Vec<Calendar>, RulebookError>> = OnceLock::new();
    let all = ALL.get_or_init(|| {
        let files = RULES.get_dir("calendars").map(|d| d.files().collect::<Vec<_>>()).unwrap_or_default();
        files
            .iter()
            .map(|f| Calendar::read(&f.path().display().to_string(), f.contents_utf8().unwrap_or_default()))
            .collect()
    });
    all.as_ref().map(Vec::as_slice).map_err(Clone::clone)
}

/// One calendar.
///
/// # Errors
/// [`RulebookError::CalendarUnknown`], [`RulebookError::AssetUnreadable`].
pub fn calendar(id: &str) -> Result<&'static Calendar, RulebookError> {
    calendars()?.iter().find(|c| c.id.as_str() == id).ok_or_else(|| RulebookError::CalendarUnknown(id.to_owned()))
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn china_has_248_working_days_in_2025_and_in_2026() {
        let cn = calendar("cn").unwrap();
        for year in [2025, 2026] {
            let first = NaiveDate::from_ymd_opt(year, 1, 1).unwrap();
            let worked = first.iter_days().take_while(|d| d.year() == year).filter(|d| cn.is_working(*d)).count();
            assert_eq!(worked, 248, "{year}");
        }
    }

    #[test]
    fn a_worked_sunday_counts_and_a_bridged_monday_does_not() {
        let cn = calendar("cn").unwrap();
        assert!(cn.is_working(day("2026-01-04")) && !cn.is_working(day("2026-01-02")));
        assert_eq!(cn.after(day("2026-02-13"), 1), Some(day("2026-02-14")));
        assert_eq!(cn.after(day("2026-02-14"), 1), Some(day("2026-02-24")));
        assert_eq!(cn.before(day("2026-02-24"), 1), Some(day("2026-02-14")));
    }

    #[test]
    fn a_year_without_its_notice_is_an_estimate_and_a_year_without_anything_unknown() {
        let cn = calendar("cn").unwrap();
        assert_eq!(cn.standing(day("2026-12-31")), Standing::Exact);
        assert_eq!(cn.standing(day("2027-01-04")), Standing::Estimate);
        assert_eq!(cn.standing(day("2028-01-04")), Standing::Unknown);
        assert!(!cn.is_working(day("2027-02-05")) && cn.is_working(day("2028-01-04")));
    }

    #[test]
    fn a_broken_calendar_is_refused_with_its_reason() {
        let head = "id = \"x\"\nzone = \"UTC\"\nname = { zh-CN = \"甲\", en = \"a\" }\n";
        let year = "[[year]]\nyear = 2026\nsource = \"s\"\nconfidence = \"A\"\nchecked_on = \"2026-11-22\"\n";
        for (body, word) in [
            ("off = [[\"2026-05-05\", \"2026-05-01\"]]\nwork = []", "no run"),
            ("off = []\nwork = [\"2026-05-08\"]", "no weekend"),
            ("off = [[\"2026-05-09\", \"2026-05-09\"]]\nwork = [\"2026-05-09\"]", "both"),
            ("off = []\nwork = []\nholiday = 1", "holiday"),
        ] {
            let error = Calendar::read("x.toml", &format!("{head}{year}{body}\n")).unwrap_err();
            assert!(error.to_string().contains(word), "{error}");
        }
    }

    proptest! {
        #[test]
        fn going_on_and_back_meet(from in 0_u64..1500, n in 1_u32..80) {
            let cn = calendar("cn").unwrap();
            let from = day("2024-06-01") + Days::new(from);
            let there = cn.after(from, n).unwrap();
            prop_assert!(cn.is_working(there));
            prop_assert_eq!(cn.between(from, there), i64::from(n));
            let back = cn.before(there, n).unwrap();
            prop_assert!(back <= from || cn.between(from, back) <= 0);
        }
    }
}
