//! Work planned so that the trouble does not come back: a simple planner over all cases.

use crate::books;
use crate::desk::Desk;
use crate::dto::{TaskDto, TaskInput};
use crate::error::DeskError;
use chrono::{Datelike, NaiveDate};
use recourse_domain::moment::parse_date;
use recourse_domain::{Case, CaseId, DomainError, EventBody, Task, TaskId};
use recourse_rulebook::prevention;
use std::collections::BTreeMap;

/// Days within which a date counts as soon.
const SOON_DAYS: i32 = 3;

impl Desk {
    /// Every task: those still to be done first, the earliest first; then those done once and for all.
    ///
    /// # Errors
    /// Storage.
    pub fn task_list(&self) -> Result<Vec<TaskDto>, DeskError> {
        let today = self.moment(self.zone).date();
        let mut numbers: BTreeMap<CaseId, Option<String>> = BTreeMap::new();
        let mut list = Vec::new();
        for task in self.store.tasks(false)? {
            let number = match &task.case {
                None => None,
                Some(id) => match numbers.get(id) {
                    Some(known) => known.clone(),
                    None => {
                        let found = self.store.case_number(id)?;
                        numbers.insert(id.clone(), found.clone());
                        found
                    }
                },
            };
            list.push(document(&task, number, today));
        }
        Ok(list)
    }

    /// What the playbook of a case proposes against a repetition, dated from the day the case was closed, or from today
    /// while it is open. What was planned from this case already is left out.
    ///
    /// # Errors
    /// Unknown case, storage.
    pub fn task_proposals(&self, case: &str) -> Result<Vec<TaskDto>, DeskError> {
        let case = self.store.find_case(case)?;
        let book = self.book();
        let playbook = books::of_case(&book, &case)?;
        let today = self.moment(self.zone).date();
        let planned = self.store.tasks(false)?;
        let known = |title: &str| planned.iter().any(|t| t.case.as_ref() == Some(&case.id) && t.title == title);
        Ok(prevention::tasks(playbook, self.closed_on(&case)?, self.language())
            .into_iter()
            .filter(|proposed| !known(&proposed.title))
            .map(|proposed| TaskDto {
                id: String::new(),
                title: proposed.title,
                kind: proposed.kind.into(),
                who: proposed.who.into(),
                due: proposed.due.to_string(),
                every_months: proposed.every_months,
                case: Some(case.id.to_string()),
                case_number: Some(case.number.clone()),
                last_done: None,
                urgency: urgency(proposed.due, today).to_owned(),
            })
            .collect())
    }

    fn closed_on(&self, case: &Case) -> Result<NaiveDate, DeskError> {
        let today = self.moment(case.zone).date();
        if case.stage.is_open() {
            return Ok(today);
        }
        let history = self.store.history(&case.id)?;
        let closed = history.iter().rev().find(|entry| matches!(entry.event.body, EventBody::CaseClosed { .. }));
        Ok(closed.map_or(today, |entry| entry.event.at.date()))
    }

    /// Plans several tasks that came from a case, all or none.
    ///
    /// # Errors
    /// Unknown case, unreadable values, a card secret in a title, storage.
    pub fn task_plan(&self, case: &str, tasks: &[TaskInput]) -> Result<Vec<TaskDto>, DeskError> {
        let case = self.store.find_case(case)?.id;
        let mut bodies = Vec::new();
        for input in tasks {
            let mut task = self.read_task(input)?;
            task.case = Some(case.clone());
            bodies.push(EventBody::TaskPlanned { task });
        }
        self.append_for_shop(bodies)?;
        self.task_list()
    }

    /// Plans a task, or corrects the one of the same identifier. What is already so makes no event.
    ///
    /// # Errors
    /// Unreadable values, unknown task or case, a card secret in the title, storage.
    pub fn task_save(&self, input: &TaskInput) -> Result<Vec<TaskDto>, DeskError> {
        let task = self.read_task(input)?;
        if !self.store.tasks(false)?.contains(&task) {
            self.append_for_shop(vec![EventBody::TaskPlanned { task }])?;
        }
        self.task_list()
    }

    /// Marks a task as done on a day, today when `on` is empty. A repeating one is due again its months later.
    ///
    /// # Errors
    /// Unreadable date, a day to come, unknown task, storage.
    pub fn task_done(&self, id: &str, on: &str, note: &str) -> Result<Vec<TaskDto>, DeskError> {
        let today = self.moment(self.zone).date();
        let on = match on.trim() {
            "" => today,
            text => parse_date(text)?,
        };
        if on > today {
            return Err(DomainError::FieldUnreadable { field: "on".to_owned(), value: on.to_string() }.into());
        }
        let task: TaskId = id.parse()?;
        self.append_for_shop(vec![EventBody::TaskDone { task, on, note: note.trim().to_owned() }])?;
        self.task_list()
    }

    /// Drops a task.
    ///
    /// # Errors
    /// Unknown task, storage.
    pub fn task_drop(&self, id: &str, why: &str) -> Result<Vec<TaskDto>, DeskError> {
        let task: TaskId = id.parse()?;
        self.append_for_shop(vec![EventBody::TaskDropped { task, why: why.trim().to_owned() }])?;
        self.task_list()
    }

    fn read_task(&self, input: &TaskInput) -> Result<Task, DeskError> {
        let or = |value: &str, usual: &str| if value.trim().is_empty() { usual } else { value.trim() }.parse();
        let last_done = if input.id.is_empty() {
            None
        } else {
            let id: TaskId = input.id.parse()?;
            let known = self.store.tasks(false)?.into_iter().find(|task| task.id == id);
            known.ok_or_else(|| DomainError::TaskUnknown(id.to_string()))?.last_done
        };
        let task = Task {
            id: if input.id.is_empty() { self.id()? } else { input.id.parse()? },
            title: input.title.trim().to_owned(),
            kind: or(&input.kind, "records")?,
            who: one_of_the_shop(or(&input.who, "owner")?)?,
            due: parse_date(&input.due)?,
            every_months: input.every_months,
            case: match input.case.trim() {
                "" => None,
                case => Some(self.store.find_case(case)?.id),
            },
            last_done,
        };
        task.check()?;
        Ok(task)
    }
}

fn one_of_the_shop(role: recourse_domain::Key) -> Result<recourse_domain::Key, DomainError> {
    if recourse_domain::merchant::PERSON_ROLES.contains(&role.as_str()) {
        Ok(role)
    } else {
        Err(DomainError::FieldUnreadable { field: "who".to_owned(), value: role.to_string() })
    }
}

fn document(task: &Task, case_number: Option<String>, today: NaiveDate) -> TaskDto {
    TaskDto {
        id: task.id.to_string(),
        title: task.title.clone(),
        kind: task.kind.to_string(),
        who: task.who.to_string(),
        due: task.due.to_string(),
        every_months: task.every_months,
        case: task.case.as_ref().map(ToString::to_string),
        case_number,
        last_done: task.last_done.map(|d| d.to_string()),
        urgency: if task.is_open() { urgency(task.due, today) } else { "done" }.to_owned(),
    }
}

fn urgency(due: NaiveDate, today: NaiveDate) -> &'static str {
    match due.num_days_from_ce() - today.num_days_from_ce() {
        left if left < 0 => "overdue",
        0 => "today",
        left if left <= SOON_DAYS => "soon",
        _ => "later",
    }
}
