//! Working days, as the ledger asks for them. Which days are holidays is data and comes from outside.

use chrono::{Datelike, NaiveDate, Weekday};
use std::collections::BTreeSet;

/// Tells working days.
pub trait WorkingDays: Sync {
    /// Whether banks settle on this day.
    fn is_working(&self, day: NaiveDate) -> bool;
}

/// Monday to Friday with days taken out and put in: public holidays, and weekends that are worked instead.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Listed {
    /// Days off besides weekends.
    pub off: BTreeSet<NaiveDate>,
    /// Weekend days that are worked.
    pub worked: BTreeSet<NaiveDate>,
}

impl WorkingDays for Listed {
    fn is_working(&self, day: NaiveDate) -> bool {
        let weekend = matches!(day.weekday(), Weekday::Sat | Weekday::Sun);
        !self.off.contains(&day) && (!weekend || self.worked.contains(&day))
    }
}

/// A year without a working day is no calendar; looking further would never end.
const LONGEST_REST: u32 = 400;

/// The `n`th working day after `day`; for 0 the day itself or the next working one.
#[must_use]
pub fn working_day_after(days: &dyn WorkingDays, day: NaiveDate, n: u32) -> NaiveDate {
    let mut at = day;
    let mut left = n;
    let mut rested = 0;
    loop {
        let works = days.is_working(at);
        if (at > day || n == 0) && works {
            if left <= 1 {
                return at;
            }
            left -= 1;
            rested = 0;
        }
        rested += 1;
        match at.succ_opt() {
            Some(next) if rested < LONGEST_REST => at = next,
            _ => return at,
        }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn weekends_and_holidays_are_passed_over() {
        let day = |m, d| NaiveDate::from_ymd_opt(2026, m, d).unwrap();
        let mut days = Listed::default();
        assert_eq!(working_day_after(&days, day(9, 18), 1), day(9, 21));
        assert_eq!(working_day_after(&days, day(9, 19), 0), day(9, 21));
        assert_eq!(working_day_after(&days, day(9, 18), 2), day(9, 22));
        days.off.insert(day(9, 21));
        days.worked.insert(day(9, 20));
        assert_eq!(working_day_after(&days, day(9, 18), 1), day(9, 20));
        assert_eq!(working_day_after(&days, day(9, 18), 2), day(9, 22));
    }
}
