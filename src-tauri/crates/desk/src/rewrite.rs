//! A playbook as parts that an owner can change, and the changed parts made a playbook again. Pure.

use crate::dto::{EvidenceDoc, PlaybookDoc, PreventionDoc, StepDoc};
use crate::error::DeskError;
use recourse_domain::{DomainError, Key};
use recourse_rulebook::playbook::{Condition, EvidenceAsked, Phase, Prevention, Step};
use recourse_rulebook::{Language, Playbook, Text, Words};
use std::collections::BTreeSet;

/// Days after closing on which an added piece of prevention is due for the first time.
const FIRST_AFTER_DAYS: u32 = 7;

/// The parts of a playbook in one language.
pub(crate) fn document(playbook: &Playbook, own: bool, language: Language) -> PlaybookDoc {
    let say = |text: &Text| text.of(language).to_owned();
    PlaybookDoc {
        id: playbook.id.to_string(),
        own,
        title: say(&playbook.title),
        summary: say(&playbook.summary),
        steps: playbook
            .steps
            .iter()
            .map(|step| StepDoc {
                id: step.id.to_string(),
                phase: step.phase.to_string(),
                title: say(&step.title),
                why: say(&step.why),
                record: step.record.as_ref().map(say).unwrap_or_default(),
                never: step.never.iter().map(say).collect(),
                optional: step.optional,
            })
            .collect(),
        evidence: playbook
            .evidence
            .iter()
            .map(|e| EvidenceDoc { kind: e.kind.to_string(), mandatory: e.mandatory, good: say(&e.good) })
            .collect(),
        prevention: playbook
            .prevention
            .iter()
            .map(|p| PreventionDoc { id: p.id.to_string(), text: say(&p.text), every_months: p.every_months })
            .collect(),
    }
}

/// The playbook with the parts of the document. Questions of a step that was taken away go with it, and so do the
/// conditions that waited for their answers; what remains is checked by whoever keeps it.
///
/// # Errors
/// A step or piece of prevention that the playbook does not have, an unreadable kind or phase.
pub(crate) fn apply(playbook: &Playbook, doc: &PlaybookDoc, language: Language) -> Result<Playbook, DeskError> {
    let writing = Writing { language };
    let mut changed = playbook.clone();
    changed.title = writing.over(&playbook.title, &doc.title);
    changed.summary = writing.over(&playbook.summary, &doc.summary);
    changed.steps.clear();
    for (place, step) in doc.steps.iter().enumerate() {
        let (known, phase) = (playbook.step(&step.id), phase(&step.phase)?);
        changed.steps.push(match known {
            Some(known) => writing.step(known, step, phase),
            None if step.id.is_empty() => writing.step(&blank_step(playbook, place)?, step, phase),
            None => return Err(DeskError::StepUnknown(step.id.clone())),
        });
    }
    changed.evidence.clear();
    for asked in &doc.evidence {
        let known = match playbook.asked(&asked.kind) {
            Some(known) => known.clone(),
            None => blank_evidence(&asked.kind)?,
        };
        changed.evidence.push(EvidenceAsked {
            mandatory: asked.mandatory,
            good: writing.over(&known.good, &asked.good),
            ..known
        });
    }
    changed.prevention.clear();
    for (place, task) in doc.prevention.iter().enumerate() {
        let known = match playbook.prevention.iter().find(|p| p.id.as_str() == task.id) {
            Some(known) => known.clone(),
            None if task.id.is_empty() => blank_prevention(playbook, place)?,
            None => return Err(unreadable("prevention", &task.id)),
        };
        changed.prevention.push(Prevention {
            text: writing.over(&known.text, &task.text),
            every_months: task.every_months,
            ..known
        });
    }
    Ok(tidy(changed))
}

struct Writing {
    language: Language,
}

impl Writing {
    /// The text as it was when nothing of it changed; else the new one, for both languages: the other one's old text would
    /// say something else.
    fn over(&self, old: &Text, new: &str) -> Text {
        let new = new.trim();
        if old.of(self.language) == new { old.clone() } else { Text::only(self.language, new) }
    }

    fn step(&self, old: &Step, new: &StepDoc, phase: Phase) -> Step {
        let record = new.record.trim();
        let said = |text: &&String| !text.trim().is_empty();
        let never = new.never.iter().filter(said).map(|text| {
            let same = old.never.iter().find(|known| known.of(self.language) == text.trim());
            same.cloned().unwrap_or_else(|| Text::only(self.language, text.trim()))
        });
        Step {
            phase,
            title: self.over(&old.title, &new.title),
            why: self.over(&old.why, &new.why),
            record: (!record.is_empty()).then(|| self.over(&old.record.clone().unwrap_or_default(), record)),
            never: never.collect(),
            optional: new.optional,
            ..old.clone()
        }
    }
}

fn unreadable(field: &str, value: &str) -> DeskError {
    DomainError::FieldUnreadable { field: field.to_owned(), value: value.to_owned() }.into()
}

fn phase(name: &str) -> Result<Phase, DeskError> {
    Phase::named(name).ok_or_else(|| unreadable("phase", name))
}

/// The first name of the row that is not taken.
fn free(prefix: &str, place: usize, taken: impl Fn(&str) -> bool) -> Result<Key, DeskError> {
    let mut number = place + 1;
    loop {
        let name = format!("{prefix}-{number}");
        if !taken(&name) {
            return Ok(name.parse()?);
        }
        // Counting on in hundreds keeps the names of several new parts apart.
        number += 100;
    }
}

fn blank_step(playbook: &Playbook, place: usize) -> Result<Step, DeskError> {
    Ok(Step {
        id: free("own-step", place, |name| playbook.step(name).is_some())?,
        phase: Phase::Confirm,
        title: Text::default(),
        why: Text::default(),
        record: None,
        never: Vec::new(),
        urgent: false,
        optional: false,
        when: Vec::new(),
        after: Vec::new(),
        questions: Vec::new(),
        evidence: Vec::new(),
        details: Vec::new(),
        needs: Vec::new(),
        contact: None,
        facts: Vec::new(),
    })
}

fn blank_evidence(kind: &str) -> Result<EvidenceAsked, DeskError> {
    let kind: Key = recourse_rulebook::kinds::get(kind)?.id.clone();
    let name = |language| Words::of(language).say(&format!("evidence-kind-{kind}"));
    Ok(EvidenceAsked {
        mandatory: false,
        when: Vec::new(),
        good: Text::default(),
        proves: Text::new(name(Language::ZhCn), name(Language::En)),
        claims: Vec::new(),
        never: None,
        kind,
    })
}

fn blank_prevention(playbook: &Playbook, place: usize) -> Result<Prevention, DeskError> {
    Ok(Prevention {
        id: free("own-task", place, |name| playbook.prevention.iter().any(|p| p.id.as_str() == name))?,
        kind: "self-check".parse()?,
        text: Text::default(),
        who: "owner".parse()?,
        first_after_days: FIRST_AFTER_DAYS,
        every_months: 0,
    })
}

/// Takes away whatever points at parts that are gone.
fn tidy(mut playbook: Playbook) -> Playbook {
    let steps: BTreeSet<Key> = playbook.steps.iter().map(|step| step.id.clone()).collect();
    let asked: BTreeSet<Key> = playbook.steps.iter().flat_map(|step| step.questions.clone()).collect();
    let kinds: BTreeSet<Key> = playbook.evidence.iter().map(|e| e.kind.clone()).collect();
    playbook.questions.retain(|question| asked.contains(&question.id));
    for step in &mut playbook.steps {
        step.after.retain(|id| steps.contains(id));
        step.evidence.retain(|kind| kinds.contains(kind));
    }
    let still = |when: &mut Vec<Condition>| when.retain(|condition| asked.contains(condition.question()));
    playbook.questions.iter_mut().for_each(|question| still(&mut question.when));
    playbook.steps.iter_mut().for_each(|step| still(&mut step.when));
    playbook.evidence.iter_mut().for_each(|evidence| still(&mut evidence.when));
    playbook.demands.iter_mut().for_each(|demand| still(&mut demand.when));
    playbook.ladder.iter_mut().for_each(|rung| still(&mut rung.when));
    playbook
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::indexing_slicing)]
mod tests {
    use super::*;
    use recourse_rulebook::Book;
    use recourse_rulebook::playbook::{Trust, read, write};

    #[test]
    fn an_unchanged_document_changes_nothing_in_any_playbook_and_language() {
        for playbook in Book::shipped().all() {
            for language in Language::ALL {
                let doc = document(playbook, false, language);
                assert_eq!(&apply(playbook, &doc, language).unwrap(), playbook, "{} {language}", playbook.id);
            }
        }
    }

    #[test]
    fn any_one_step_can_be_taken_away_and_the_rest_still_reads() {
        for playbook in Book::shipped().all() {
            for gone in &playbook.steps {
                let mut doc = document(playbook, false, Language::ZhCn);
                doc.steps.retain(|step| step.id != gone.id.as_str());
                let changed = apply(playbook, &doc, Language::ZhCn).unwrap();
                let read = read("own.toml", &write(&changed), Trust::Owner);
                assert_eq!(read.as_ref(), Ok(&changed), "{} without {}", playbook.id, gone.id);
            }
        }
    }

    #[test]
    fn added_and_changed_parts_stand_where_the_document_has_them() {
        let playbook = Book::shipped().get("timeout-debited").unwrap();
        let mut doc = document(playbook, false, Language::En);
        let fresh = StepDoc {
            id: String::new(),
            phase: "gather".to_owned(),
            title: "Ask the neighbour".to_owned(),
            why: "Their camera sees our till".to_owned(),
            record: String::new(),
            never: vec!["Film the keypad".to_owned(), " ".to_owned()],
            optional: true,
        };
        doc.steps.insert(1, fresh);
        doc.title = "Our time-outs".to_owned();
        doc.evidence.clear();
        doc.prevention.push(PreventionDoc {
            id: String::new(),
            text: "Look at the router".to_owned(),
            every_months: 3,
        });
        let changed = apply(playbook, &doc, Language::En).unwrap();
        assert_eq!(changed.steps[1].id.as_str(), "own-step-2");
        assert_eq!(changed.steps[1].never.len(), 1);
        assert_eq!(
            (changed.title.of(Language::ZhCn), changed.steps.len()),
            ("Our time-outs", playbook.steps.len() + 1)
        );
        assert_eq!(changed.prevention.last().unwrap().every_months, 3);
        assert_eq!(read("own.toml", &write(&changed), Trust::Owner), Ok(changed));
        doc.steps[0].id = "nothing".to_owned();
        assert!(matches!(apply(playbook, &doc, Language::En), Err(DeskError::StepUnknown(_))));
    }
}
