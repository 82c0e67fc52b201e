//! `recourse evidence …`

use super::Run;
use crate::args::{AddArgs, EvidenceVerb};
use crate::refusal::{Ended, Refusal};
use crate::show;
use recourse_desk::dto::EvidenceDto;
use recourse_desk::{Desk, DeskError, EvidenceEdit};
use serde::Serialize;

/// `evidence list`
#[derive(Debug, Serialize)]
pub(crate) struct Exhibits {
    /// In packet order.
    pub(crate) evidence: Vec<EvidenceDto>,
}

/// `evidence export`
#[derive(Debug, Serialize)]
pub(crate) struct Exported {
    /// Which.
    #[serde(flatten)]
    pub(crate) evidence: EvidenceDto,
    /// Where its copy lies.
    pub(crate) file: String,
}

impl Run {
    pub(super) fn evidence(&self, verb: EvidenceVerb) -> Result<Ended, Refusal> {
        let desk = self.desk()?;
        let view = match verb {
            EvidenceVerb::Add(add) => return self.add(&desk, add),
            EvidenceVerb::List { case } => {
                let exhibits = Exhibits { evidence: desk.evidence_list(&case)? };
                return self.answer(&exhibits, |list, words| show::exhibits(&list.evidence, words));
            }
            EvidenceVerb::Show { evidence } => return self.answer(&desk.evidence_show(&evidence)?, show::exhibit),
            EvidenceVerb::Export { evidence, to } => {
                let exported =
                    Exported { evidence: desk.evidence_export(&evidence, &to)?, file: to.display().to_string() };
                return self.answer(&exported, |exported, words| show::exported(&exported.file, words));
            }
            EvidenceVerb::Verify { case } => {
                let report = self.watched(|watch| desk.evidence_verify(case.as_deref(), watch))?;
                self.answer(&report, show::verified)?;
                let whole = report.missing.is_empty() && report.altered.is_empty();
                return Ok(if whole { Ended::Done } else { Ended::WithFindings });
            }
            EvidenceVerb::Describe { evidence, caption, kind, source } => {
                desk.evidence_describe(&evidence, &EvidenceEdit { caption, kind, source })?
            }
            EvidenceVerb::Order { case, order } => desk.evidence_order(&case, &order)?,
            EvidenceVerb::Remove { evidence, why } => desk.evidence_remove(&evidence, &why)?,
        };
        self.answer(&view, show::case)
    }

    /// What was taken in before somebody called off stays, and is told; so is that it was called off.
    fn add(&self, desk: &Desk, asked: AddArgs) -> Result<Ended, Refusal> {
        let said = EvidenceEdit { caption: asked.caption, kind: asked.kind, source: asked.source };
        let report = self.watched(|watch| desk.evidence_add_files(&asked.case, &asked.files, &said, watch))?;
        self.answer(&report, show::added)?;
        if report.added.len() + report.refused.len() < asked.files.len() {
            return Err(DeskError::Cancelled.into());
        }
        Ok(if report.refused.is_empty() { Ended::Done } else { Ended::WithFindings })
    }
}
