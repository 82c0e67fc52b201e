//! `recourse case …`

use super::Run;
use crate::args::{CaseVerb, DraftArgs, EditArgs, Pair};
use crate::refusal::{Ended, Refusal};
use crate::show;
use recourse_desk::{CaseDraft, CaseEdit, SheetAsk};
use std::collections::BTreeMap;

impl Run {
    pub(super) fn case(&self, verb: CaseVerb) -> Result<Ended, Refusal> {
        let desk = self.desk()?;
        let view = match verb {
            CaseVerb::New(draft) => desk.case_new(&self::draft(draft))?,
            CaseVerb::Show { case } => desk.case_show(&case)?,
            CaseVerb::Set(changes) => {
                let (case, edit) = self::edit(changes);
                desk.case_set(&case, &edit)?
            }
            CaseVerb::Answer { case, answers } => desk.case_answer(&case, &map(answers))?,
            CaseVerb::Do { case, step, note } => desk.case_do(&case, &step, &note)?,
            CaseVerb::Skip { case, step, why } => desk.case_skip(&case, &step, &why)?,
            CaseVerb::Advance { case, stage } => desk.case_advance(&case, &stage)?,
            CaseVerb::Close { case, outcome, recovered, currency } => {
                desk.case_close(&case, &outcome, &recovered, &currency)?
            }
            CaseVerb::Reopen { case, why } => desk.case_reopen(&case, &why)?,
            CaseVerb::Note { case, text } => desk.case_note(&case, &text)?,
            CaseVerb::List(l) => {
                let list = desk.case_list(&l.stages, &l.query, l.limit, l.cursor.as_deref())?;
                return self.answer(&list, show::case_list);
            }
            CaseVerb::Search(s) => {
                let list = desk.case_list(&[], &s.text, s.limit, s.cursor.as_deref())?;
                return self.answer(&list, show::case_list);
            }
            CaseVerb::Triage(asked) => return self.triage(&desk, asked),
            CaseVerb::Guide { case } => return self.answer(&desk.case_guide(&case)?, show::guide),
            CaseVerb::Sheet(s) => {
                return self.sheet(&desk, &SheetAsk::Call { case: s.case, role: s.role }, s.out.as_deref());
            }
            CaseVerb::Script { case, out } => return self.sheet(&desk, &SheetAsk::Customer { case }, out.as_deref()),
            CaseVerb::Samples => return self.answer(&desk.samples_add()?, show::case_list),
            CaseVerb::Next { case } => return self.answer(&desk.case_next(&case)?, show::next_steps),
            CaseVerb::History { case } => return self.answer(&desk.case_history(&case)?, show::history),
        };
        self.answer(&view, show::case)
    }
}

fn map(pairs: Vec<Pair>) -> BTreeMap<String, String> {
    pairs.into_iter().map(|pair| (pair.key, pair.value)).collect()
}

/// `title` is the title; everything else is a detail. The last of equal keys holds.
fn draft(asked: DraftArgs) -> CaseDraft {
    let mut details = map(asked.set);
    let title = details.remove("title").unwrap_or_default();
    CaseDraft { playbook: asked.playbook, title, details, ..CaseDraft::default() }
}

/// `title` and `playbook` are what they say; everything else is a detail.
fn edit(asked: EditArgs) -> (String, CaseEdit) {
    let mut details = map(asked.changes);
    let (title, playbook) = (details.remove("title"), details.remove("playbook"));
    (asked.case, CaseEdit { title, playbook, details })
}
