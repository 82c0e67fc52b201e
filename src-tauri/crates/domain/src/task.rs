//! Dated work of the shop: what keeps the trouble from coming back.

use crate::error::DomainError;
use crate::ids::{CaseId, TaskId};
use crate::key::Key;
use chrono::{Months, NaiveDate};
use serde::{Deserialize, Serialize};

/// Longest title in characters: a whole sentence, as playbooks propose them.
pub const TITLE_LIMIT: usize = 300;
/// Most months between two times.
pub const MONTHS_LIMIT: u32 = 120;
/// Kinds of work, as playbooks and planner name them.
pub const TASK_KINDS: [&str; 10] = [
    "inspection",
    "update",
    "training",
    "backup-pos",
    "drill",
    "self-check",
    "records",
    "contract",
    "security",
    "contact",
];

/// Something to be done by a day, once or again and again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Task {
    /// Identifier.
    pub id: TaskId,
    /// What to do.
    pub title: String,
    /// Kind of work, one of [`TASK_KINDS`].
    pub kind: Key,
    /// Whose work it is: a role of the shop's people, e.g. `owner`.
    pub who: Key,
    /// Day it is due, in the shop's calendar.
    pub due: NaiveDate,
    /// Months between two times; 0 means once.
    #[serde(default)]
    pub every_months: u32,
    /// Case it came from.
    #[serde(default)]
    pub case: Option<CaseId>,
    /// Day it was last done.
    #[serde(default)]
    pub last_done: Option<NaiveDate>,
}

impl Task {
    /// Whether it still has to be done: always while it repeats, until it was done when it does not.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.every_months > 0 || self.last_done.is_none()
    }

    /// Takes note that it was done. A repeating task is due again [`Task::every_months`] after that day, at the end of a
    /// shorter month.
    pub fn done(&mut self, on: NaiveDate) {
        self.last_done = Some(on);
        if self.every_months > 0 {
            // A day beyond the calendar leaves the date as it is.
            self.due = on.checked_add_months(Months::new(self.every_months)).unwrap_or(self.due);
        }
    }

    /// Checks title and interval.
    ///
    /// # Errors
    /// [`DomainError::Empty`], [`DomainError::TooLong`], [`DomainError::FieldUnreadable`] for more than
    /// [`MONTHS_LIMIT`] months or an unknown kind.
    pub fn check(&self) -> Result<(), DomainError> {
        if self.title.trim().is_empty() {
            return Err(DomainError::Empty("title".to_owned()));
        }
        if self.title.chars().count() > TITLE_LIMIT {
            return Err(DomainError::TooLong { field: "title".to_owned(), limit: TITLE_LIMIT });
        }
        let unreadable =
            |field: &str, value: String| Err(DomainError::FieldUnreadable { field: field.to_owned(), value });
        if self.every_months > MONTHS_LIMIT {
            return unreadable("every-months", self.every_months.to_string());
        }
        if !TASK_KINDS.contains(&self.kind.as_str()) {
            return unreadable("kind", self.kind.to_string());
        }
        Ok(())
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn day(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).unwrap()
    }

    fn task(every_months: u32) -> Task {
        Task {
            id: "01ARZ3NDEKTSV4RRFFQ69G5FAV".parse().unwrap(),
            title: "对一次账".to_owned(),
            kind: "self-check".parse().unwrap(),
            who: "owner".parse().unwrap(),
            due: day(2026, 1, 31),
            every_months,
            case: None,
            last_done: None,
        }
    }

    #[test]
    fn once_is_over_when_done_and_again_moves_on_from_the_day_it_was_done() {
        let mut once = task(0);
        once.done(day(2026, 2, 3));
        assert!(!once.is_open());
        assert_eq!((once.due, once.last_done), (day(2026, 1, 31), Some(day(2026, 2, 3))));
        let mut monthly = task(1);
        monthly.done(day(2026, 1, 31));
        assert!(monthly.is_open());
        assert_eq!(monthly.due, day(2026, 2, 28));
    }

    #[test]
    fn titles_kinds_and_intervals_are_checked() {
        assert!(task(12).check().is_ok());
        for bad in [
            Task { title: " ".to_owned(), ..task(1) },
            Task { title: "字".repeat(TITLE_LIMIT + 1), ..task(1) },
            Task { kind: "party".parse().unwrap(), ..task(1) },
            task(MONTHS_LIMIT + 1),
        ] {
            assert!(bad.check().is_err(), "{bad:?}");
        }
    }

    proptest! {
        #[test]
        fn a_repeating_task_is_due_after_it_was_done(days in 0i64..200_000, months in 1u32..=MONTHS_LIMIT) {
            let on = day(1900, 1, 1) + chrono::TimeDelta::days(days);
            let mut repeating = task(months);
            repeating.done(on);
            prop_assert!(repeating.due > on && repeating.is_open());
        }
    }
}
