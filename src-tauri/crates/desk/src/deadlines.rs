//! Deadlines: dates that a notice or a person set, over all cases.

use crate::desk::Desk;
use crate::dto::{CaseView, DeadlineList, DeadlineRowDto};
use crate::error::DeskError;
use crate::view;
use chrono::NaiveTime;
use recourse_domain::moment::parse_date;
use recourse_domain::{Case, Deadline, DeadlineId, DomainError, EventBody, EvidenceId};

/// A deadline as typed.
#[derive(Debug, Clone, Default)]
pub struct DeadlineInput {
    /// `YYYY-MM-DD`.
    pub due: String,
    /// `HH:MM`; empty means the end of the day.
    pub time: String,
    /// What must be done; the source when empty.
    pub title: String,
    /// The notice, call or contract it was read from.
    pub source: String,
}

impl Desk {
    /// Open deadlines over all cases, most urgent first.
    ///
    /// # Errors
    /// Storage.
    pub fn deadline_list(&self, within_days: Option<i64>) -> Result<DeadlineList, DeskError> {
        let now = self.now();
        let mut rows = self.store.deadlines(true)?;
        rows.sort_by_key(|r| r.deadline.last_instant());
        let deadlines = rows
            .into_iter()
            .map(|r| DeadlineRowDto {
                case: r.case.to_string(),
                number: r.number,
                case_title: r.title,
                deadline: view::deadline(&r.deadline, now),
            })
            .filter(|r| within_days.is_none_or(|days| r.deadline.days_left <= days))
            .collect();
        Ok(DeadlineList { deadlines })
    }

    /// Writes a deadline down.
    ///
    /// # Errors
    /// Unreadable date or time, no source, unknown or closed case, storage.
    pub fn deadline_add(&self, case: &str, input: &DeadlineInput) -> Result<CaseView, DeskError> {
        let case = self.store.find_case(case)?;
        let time = match input.time.trim() {
            "" => None,
            text => Some(
                NaiveTime::parse_from_str(text, "%H:%M")
                    .or_else(|_| NaiveTime::parse_from_str(text, "%H:%M:%S"))
                    .map_err(|_| DomainError::FieldUnreadable { field: "time".to_owned(), value: text.to_owned() })?,
            ),
        };
        let title = if input.title.trim().is_empty() { &input.source } else { &input.title };
        let deadline = Deadline {
            id: self.id()?,
            due: parse_date(&input.due)?,
            time,
            zone: case.zone,
            title: title.trim().to_owned(),
            source: input.source.trim().to_owned(),
            done: false,
        };
        self.happen(&case, vec![EventBody::DeadlineSet { deadline }])
    }

    /// Marks a deadline as met, with an exhibit as proof where there is one.
    ///
    /// # Errors
    /// Unknown deadline or exhibit, closed case, storage.
    pub fn deadline_done(&self, id: &str, proof: Option<&str>) -> Result<CaseView, DeskError> {
        let (case, deadline) = self.deadline_home(id)?;
        let proof = proof.filter(|p| !p.is_empty()).map(str::parse::<EvidenceId>).transpose()?;
        self.happen(&case, vec![EventBody::DeadlineMet { deadline, proof }])
    }

    /// Takes a deadline back that was set in error.
    ///
    /// # Errors
    /// Unknown deadline, closed case, storage.
    pub fn deadline_remove(&self, id: &str) -> Result<CaseView, DeskError> {
        let (case, deadline) = self.deadline_home(id)?;
        self.happen(&case, vec![EventBody::DeadlineRemoved { deadline }])
    }

    fn deadline_home(&self, id: &str) -> Result<(Case, DeadlineId), DeskError> {
        let id: DeadlineId = id.parse()?;
        let row = self.store.deadlines(false)?.into_iter().find(|r| r.deadline.id == id);
        let row = row.ok_or_else(|| DomainError::NotInCase { what: "deadline", id: id.to_string() })?;
        Ok((self.store.case(&row.case)?, id))
    }
}
