//! Every card that applies to a case, what became of each, and what to do now.

use super::answers::Answers;
use super::card::{Action, GuideStep, State};
use super::ready::{self, Readiness};
use super::urgency::{Urgency, urgency};
use super::{order, standing};
use crate::playbook::{Demand, EvidenceAsked, Need, Phase, Playbook, Rung, Step};
use chrono::{DateTime, Utc};
use recourse_domain::{Case, Key, Stage};

/// A case seen through its playbook.
#[derive(Debug)]
pub struct Guide<'a> {
    /// Every card that applies, by phase, in the playbook's order.
    pub steps: Vec<GuideStep<'a>>,
    /// What to ask for, as far as it applies.
    pub demands: Vec<&'a Demand>,
    /// Whom to turn to, as far as it applies.
    pub ladder: Vec<&'a Rung>,
    /// How ready the case is.
    pub readiness: Readiness,
    /// The answers that count.
    pub answers: Answers<'a>,
    stage: Stage,
}

impl<'a> Guide<'a> {
    /// What to do now, the first thing first. Never empty while the case is open, always empty once it is closed.
    #[must_use]
    pub fn open(&self) -> Vec<&GuideStep<'a>> {
        if self.stage.is_open() { order::now(&self.steps, self.stage) } else { Vec::new() }
    }
}

/// Everything to do in a case: what applies, what is done, what comes next, how ready it is.
#[must_use]
pub fn guide<'a>(case: &'a Case, playbook: &'a Playbook, now: DateTime<Utc>) -> Guide<'a> {
    let answers = Answers::of(case, playbook);
    let pressing = urgency(case, now);
    let asked: Vec<&EvidenceAsked> = playbook.evidence.iter().filter(|asked| answers.hold(&asked.when)).collect();
    let mut steps: Vec<GuideStep<'a>> = playbook
        .steps
        .iter()
        .filter(|step| answers.hold(&step.when))
        .map(|step| card(case, playbook, &answers, step))
        .collect();
    standing::add(&mut steps, case, playbook, &asked);
    for step in &mut steps {
        step.urgency = if step.urgent { pressing.min(Urgency::Today) } else { pressing };
        settle(step, case, &answers);
    }
    steps.sort_by_key(|step| step.phase);
    order::block(&mut steps);
    if case.stage.is_open() {
        steps.extend(standing::advance(&steps, case, pressing));
    }
    let readiness = ready::of(case, playbook, &asked, &steps);
    Guide {
        demands: playbook.demands.iter().filter(|demand| answers.hold(&demand.when)).collect(),
        ladder: playbook.ladder.iter().filter(|rung| answers.hold(&rung.when)).collect(),
        steps,
        readiness,
        answers,
        stage: case.stage,
    }
}

/// The stage to which a phase belongs. Checking the result and closing is part of following up.
#[must_use]
pub fn stage_of(phase: Phase) -> Stage {
    match phase {
        Phase::Confirm => Stage::Confirm,
        Phase::Gather => Stage::Gather,
        Phase::Contact => Stage::Contact,
        Phase::Submit => Stage::Submit,
        Phase::FollowUp | Phase::Close => Stage::FollowUp,
    }
}

fn card<'a>(case: &Case, playbook: &'a Playbook, answers: &Answers<'_>, step: &'a Step) -> GuideStep<'a> {
    let questions = step.questions.iter().filter_map(|id| playbook.question(id.as_str()));
    let evidence = step.evidence.iter().filter_map(|kind| playbook.asked(kind.as_str()));
    let first_need = step.needs.iter().find(|need| !met(case, **need)).or(step.needs.first());
    let action = match first_need {
        Some(Need::Transaction) => Action::RecordTransaction,
        Some(Need::Counterparty) => Action::NameCounterparty,
        Some(Need::Deadline) => Action::SetDeadline,
        Some(Need::Packet) => Action::BuildPacket,
        None => Action::Do,
    };
    GuideStep {
        id: step.id.to_string(),
        phase: step.phase,
        action,
        card: Some(step),
        stage: None,
        questions: questions.filter(|question| answers.hold(&question.when)).collect(),
        evidence: evidence.filter(|asked| answers.hold(&asked.when)).collect(),
        details: &step.details,
        needs: step.needs.clone(),
        state: State::Open,
        note: "",
        urgency: Urgency::Later,
        optional: step.optional,
        urgent: step.urgent,
        blocked_by: step.after.iter().map(Key::to_string).collect(),
    }
}

/// Finds out what became of a card. What is there counts more than a mark: a skipped card whose proof came after all is
/// done. Closing is done by closing only.
fn settle<'a>(step: &mut GuideStep<'a>, case: &'a Case, answers: &Answers<'_>) {
    let mark = case.steps.get(step.id.as_str());
    step.note = mark.map_or("", |mark| mark.note.as_str());
    step.state = match mark {
        _ if step.action == Action::CloseCase => {
            if case.stage.is_open() {
                State::Open
            } else {
                State::Done
            }
        }
        Some(mark) if mark.done => State::Done,
        _ if everything_there(step, case, answers) => State::Done,
        Some(_) => State::Skipped,
        None => State::Open,
    };
}

/// Whether everything a card asks for is there, and it asks for anything. What is optional is waited for only on a card
/// that asks for nothing else.
fn everything_there(step: &GuideStep<'_>, case: &Case, answers: &Answers<'_>) -> bool {
    let answered = |required: bool| {
        let questions = step.questions.iter().filter(move |question| question.optional != required);
        questions.map(|question| answers.given(question.id.as_str()).is_some())
    };
    let proven = |required: bool| {
        let asked = step.evidence.iter().filter(move |asked| asked.mandatory == required);
        asked.map(|asked| has(case, &asked.kind))
    };
    let details = step.details.iter().map(|key| case.details.get(key).is_some_and(|value| !value.trim().is_empty()));
    let needs = step.needs.iter().map(|need| met(case, *need));
    let required: Vec<bool> = answered(true).chain(proven(true)).chain(details).chain(needs).collect();
    if required.is_empty() {
        let optional: Vec<bool> = answered(false).chain(proven(false)).collect();
        return !optional.is_empty() && optional.into_iter().all(|there| there);
    }
    required.into_iter().all(|there| there)
}

/// Whether the case has an exhibit of this kind.
#[must_use]
pub fn has(case: &Case, kind: &Key) -> bool {
    case.evidence.iter().any(|evidence| evidence.kind.as_ref() == Some(kind))
}

/// Whether the case has what a card needs.
#[must_use]
pub fn met(case: &Case, need: Need) -> bool {
    match need {
        Need::Transaction => !case.transactions.is_empty(),
        Need::Counterparty => !case.parties.is_empty(),
        Need::Deadline => !case.deadlines.is_empty(),
        Need::Packet => !case.packets.is_empty(),
    }
}
