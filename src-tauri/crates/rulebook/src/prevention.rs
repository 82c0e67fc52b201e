//! What to plan once a case is over, so that it does not come again.

use crate::playbook::Playbook;
use crate::words::Language;
use chrono::{Days, NaiveDate};
use recourse_domain::Key;

/// A task that a playbook proposes. Nothing is planned by it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proposed {
    /// Name within its playbook.
    pub id: Key,
    /// What kind of task.
    pub kind: Key,
    /// What to do, verb first.
    pub title: String,
    /// Who of the shop.
    pub who: Key,
    /// Day on which it is due for the first time.
    pub due: NaiveDate,
    /// Months until it is due again; 0 for once.
    pub every_months: u32,
}

/// The tasks of a playbook, dated from the day on which the case was closed, the nearest first.
#[must_use]
pub fn tasks(playbook: &Playbook, closed_on: NaiveDate, language: Language) -> Vec<Proposed> {
    let mut tasks: Vec<Proposed> = playbook
        .prevention
        .iter()
        .map(|task| Proposed {
            id: task.id.clone(),
            kind: task.kind.clone(),
            title: task.text.of(language).to_owned(),
            who: task.who.clone(),
            due: closed_on.checked_add_days(Days::new(u64::from(task.first_after_days))).unwrap_or(closed_on),
            every_months: task.every_months,
        })
        .collect();
    tasks.sort_by_key(|task| task.due);
    tasks
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::book::Book;

    #[test]
    fn tasks_are_dated_from_the_day_of_closing_over_the_end_of_a_month() {
        let mut playbook = Book::shipped().get("timeout-debited").unwrap().clone();
        playbook.prevention.truncate(2);
        playbook.prevention[0].first_after_days = 30;
        playbook.prevention[1].first_after_days = 1;
        let closed = NaiveDate::from_ymd_opt(2026, 1, 31).unwrap();
        let tasks = tasks(&playbook, closed, Language::ZhCn);
        let due: Vec<String> = tasks.iter().map(|task| task.due.to_string()).collect();
        assert_eq!(due, ["2026-02-01", "2026-03-02"]);
        assert_eq!(tasks[0].id, playbook.prevention[1].id);
    }
}
