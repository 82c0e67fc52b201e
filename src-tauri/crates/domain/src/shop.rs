//! What the shop keeps beside its cases, made of the events that name no case and of nothing else.

use crate::error::DomainError;
use crate::event::EventBody;
use crate::ids::TaskId;
use crate::key::Key;
use crate::merchant::MerchantProfile;
use crate::task::Task;
use std::collections::BTreeMap;

/// Most bytes of an owner's own playbook.
pub const PLAYBOOK_LIMIT: usize = 256 * 1024;

/// The state of the shop after its events.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Shop {
    /// Its particulars; none until they are set.
    pub merchant: Option<MerchantProfile>,
    /// The owner's own playbooks: name and text.
    pub playbooks: BTreeMap<Key, String>,
    /// Work planned.
    pub tasks: BTreeMap<TaskId, Task>,
}

impl Shop {
    /// Lets something happen to the shop, which is unchanged when it is refused.
    ///
    /// # Errors
    /// [`DomainError::OutOfPlace`] for an event of a case, [`DomainError::TaskUnknown`],
    /// [`DomainError::PlaybookNotKept`], text errors.
    pub fn apply(&mut self, body: &EventBody) -> Result<(), DomainError> {
        match body {
            EventBody::MerchantSet { profile } => self.merchant = Some(profile.clone()),
            EventBody::PlaybookKept { playbook, text } => {
                if text.trim().is_empty() {
                    return Err(DomainError::Empty("playbook".to_owned()));
                }
                if text.len() > PLAYBOOK_LIMIT {
                    return Err(DomainError::TooLong { field: "playbook".to_owned(), limit: PLAYBOOK_LIMIT });
                }
                self.playbooks.insert(playbook.clone(), text.clone());
            }
            EventBody::PlaybookDropped { playbook } => {
                self.playbooks.remove(playbook).ok_or_else(|| DomainError::PlaybookNotKept(playbook.to_string()))?;
            }
            EventBody::TaskPlanned { task } => {
                task.check()?;
                self.tasks.insert(task.id.clone(), task.clone());
            }
            EventBody::TaskDone { task, on, note } => {
                crate::case::check_text("note", note, crate::case::TEXT_LIMIT)?;
                self.task(task)?.done(*on);
            }
            EventBody::TaskDropped { task, why } => {
                crate::case::check_text("why", why, crate::case::TEXT_LIMIT)?;
                self.task(task)?;
                self.tasks.remove(task);
            }
            other => return Err(DomainError::OutOfPlace(other.kind())),
        }
        Ok(())
    }

    fn task(&mut self, id: &TaskId) -> Result<&mut Task, DomainError> {
        self.tasks.get_mut(id).ok_or_else(|| DomainError::TaskUnknown(id.to_string()))
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::error::Coded;
    use chrono::NaiveDate;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn planned(title: &str) -> EventBody {
        EventBody::TaskPlanned {
            task: Task {
                id: "01ARZ3NDEKTSV4RRFFQ69G5FAV".parse().unwrap(),
                title: title.to_owned(),
                kind: "drill".parse().unwrap(),
                who: "cashier".parse().unwrap(),
                due: day("2026-03-05"),
                every_months: 6,
                case: None,
                last_done: None,
            },
        }
    }

    #[test]
    fn a_task_is_planned_corrected_done_and_dropped() {
        let task: TaskId = "01ARZ3NDEKTSV4RRFFQ69G5FAV".parse().unwrap();
        let mut shop = Shop::default();
        let done = EventBody::TaskDone { task: task.clone(), on: day("2026-03-06"), note: String::new() };
        assert_eq!(shop.apply(&done).unwrap_err().code(), "task-unknown");
        shop.apply(&planned("演练")).unwrap();
        shop.apply(&planned("演练一次断网收款")).unwrap();
        shop.apply(&done).unwrap();
        assert_eq!(shop.tasks[&task].title, "演练一次断网收款");
        assert_eq!(shop.tasks[&task].due, day("2026-09-06"));
        let dropped = EventBody::TaskDropped { task, why: "换机了".to_owned() };
        shop.apply(&dropped).unwrap();
        assert_eq!(shop, Shop::default());
        assert_eq!(shop.apply(&dropped).unwrap_err().code(), "task-unknown");
    }

    #[test]
    fn a_playbook_is_kept_replaced_and_dropped() {
        let mut shop = Shop::default();
        let key: Key = "other".parse().unwrap();
        let kept = |text: &str| EventBody::PlaybookKept { playbook: key.clone(), text: text.to_owned() };
        assert_eq!(shop.apply(&kept("  ")).unwrap_err().code(), "text-empty");
        assert_eq!(shop.apply(&kept(&"x".repeat(PLAYBOOK_LIMIT + 1))).unwrap_err().code(), "text-too-long");
        shop.apply(&kept("format = 1")).unwrap();
        shop.apply(&kept("format = 1\n")).unwrap();
        assert_eq!(shop.playbooks[&key], "format = 1\n");
        let dropped = EventBody::PlaybookDropped { playbook: key };
        shop.apply(&dropped).unwrap();
        assert_eq!(shop.apply(&dropped).unwrap_err().code(), "playbook-not-kept");
    }

    #[test]
    fn what_belongs_to_a_case_is_refused() {
        let note = EventBody::NoteAdded { text: "x".to_owned() };
        assert_eq!(Shop::default().apply(&note).unwrap_err().code(), "event-out-of-place");
    }
}
