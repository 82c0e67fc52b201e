//! `recourse case triage · guide · sheet · script`, `code · playbook · task`

use super::Run;
use crate::args::{CodeVerb, PlaybookVerb, TaskVerb, TriageArgs};
use crate::refusal::{Ended, Refusal};
use crate::show;
use recourse_desk::dto::{CatalogPlaybook, FindingDto, ResponseCodeDto, TaskDto, TaskInput};
use recourse_desk::{Desk, SheetAsk, TriageInput};
use serde::Serialize;
use serde_json::json;
use std::path::Path;

/// `merchant findings`
#[derive(Debug, Serialize)]
pub(crate) struct Findings {
    /// As the rulebook orders them.
    pub(crate) findings: Vec<FindingDto>,
}

/// `code list`
#[derive(Debug, Serialize)]
pub(crate) struct Codes {
    /// As the rulebook orders them.
    pub(crate) codes: Vec<ResponseCodeDto>,
}

/// `playbook list`
#[derive(Debug, Serialize)]
pub(crate) struct Playbooks {
    /// In the order of likelihood.
    pub(crate) playbooks: Vec<CatalogPlaybook>,
}

/// `task list`
#[derive(Debug, Serialize)]
pub(crate) struct Tasks {
    /// Next one first.
    pub(crate) tasks: Vec<TaskDto>,
}

impl Run {
    pub(super) fn triage(&self, desk: &Desk, asked: TriageArgs) -> Result<Ended, Refusal> {
        let report = desk.triage(&TriageInput {
            about: asked.about,
            symptoms: asked.symptoms,
            screen: asked.screen,
            code: asked.code,
        })?;
        self.answer(&report, show::triage)
    }

    /// Shows a sheet, and writes it as a PDF where a place is given.
    pub(super) fn sheet(&self, desk: &Desk, asked: &SheetAsk, out: Option<&Path>) -> Result<Ended, Refusal> {
        let Some(out) = out else { return self.answer(&desk.sheet(asked)?, show::sheet) };
        desk.sheet_save(asked, out)?;
        let file = out.display().to_string();
        self.answer(&json!({ "file": file }), |_, words| show::exported(&file, words))
    }

    pub(super) fn code(&self, verb: &CodeVerb) -> Result<Ended, Refusal> {
        let desk = self.desk()?;
        match verb {
            CodeVerb::List => {
                let codes = Codes { codes: desk.response_codes()? };
                self.answer(&codes, |list, words| show::codes(&list.codes, words))
            }
            CodeVerb::Show { code } => self.answer(&desk.response_code(code)?, show::code),
        }
    }

    pub(super) fn playbook(&self, verb: PlaybookVerb) -> Result<Ended, Refusal> {
        let desk = self.desk()?;
        match verb {
            PlaybookVerb::List => {
                let playbooks = Playbooks { playbooks: desk.catalog()?.playbooks };
                self.answer(&playbooks, |list, words| show::playbooks(&list.playbooks, words))
            }
            PlaybookVerb::Show { playbook } => self.answer(&desk.playbook_doc(&playbook)?, show::playbook),
            PlaybookVerb::Check { file } => {
                let found = desk.playbook_check_file(&file)?;
                self.answer(&found, |found, words| show::faults(&found.faults, words))?;
                Ok(if found.faults.is_empty() { Ended::Done } else { Ended::WithFindings })
            }
            PlaybookVerb::Keep { file } => {
                let kept = desk.playbook_import(&file)?;
                match &kept.doc {
                    Some(doc) => self.answer(doc, show::playbook),
                    None => {
                        self.answer(&kept, |kept, words| show::faults(&kept.faults, words))?;
                        Ok(Ended::WithFindings)
                    }
                }
            }
            PlaybookVerb::Reset { playbook } => self.answer(&desk.playbook_reset(&playbook)?, show::playbook),
            PlaybookVerb::Export { playbook, to } => {
                desk.playbook_export(&playbook, &to)?;
                let file = to.display().to_string();
                self.answer(&json!({ "id": playbook, "file": file }), |_, words| show::exported(&file, words))
            }
        }
    }

    pub(super) fn task(&self, verb: TaskVerb) -> Result<Ended, Refusal> {
        let desk = self.desk()?;
        let tasks = match verb {
            TaskVerb::List => desk.task_list()?,
            TaskVerb::Propose { case } => desk.task_proposals(&case)?,
            TaskVerb::Plan { case } => {
                let proposed: Vec<TaskInput> = desk.task_proposals(&case)?.into_iter().map(input).collect();
                desk.task_plan(&case, &proposed)?
            }
            TaskVerb::Add(a) => desk.task_save(&TaskInput {
                id: String::new(),
                title: a.title,
                kind: a.kind,
                who: a.who,
                due: a.due,
                every_months: a.every_months,
                case: String::new(),
            })?,
            TaskVerb::Done { task, on, note } => desk.task_done(&task, &on, &note)?,
            TaskVerb::Drop { task, why } => desk.task_drop(&task, &why)?,
        };
        self.answer(&Tasks { tasks }, |list, words| show::tasks(&list.tasks, words))
    }
}

fn input(proposed: TaskDto) -> TaskInput {
    TaskInput {
        id: proposed.id,
        title: proposed.title,
        kind: proposed.kind,
        who: proposed.who,
        due: proposed.due,
        every_months: proposed.every_months,
        case: proposed.case.unwrap_or_default(),
    }
}
