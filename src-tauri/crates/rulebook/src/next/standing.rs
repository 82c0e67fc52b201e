//! Cards that every case has, whatever its playbook: each is left out where a card of the playbook stands for it.

use super::card::{Action, GuideStep, State};
use super::guide::stage_of;
use super::urgency::Urgency;
use crate::playbook::{EvidenceAsked, Need, Phase, Playbook};
use recourse_domain::{Case, Stage};

fn standing<'a>(action: Action, phase: Phase) -> GuideStep<'a> {
    GuideStep {
        id: action.as_str().to_owned(),
        phase,
        action,
        card: None,
        stage: None,
        questions: Vec::new(),
        evidence: Vec::new(),
        details: &[],
        needs: Vec::new(),
        state: State::Open,
        note: "",
        urgency: Urgency::Later,
        optional: false,
        urgent: false,
        blocked_by: Vec::new(),
    }
}

/// Adds what the playbook's own cards leave out.
pub(super) fn add<'a>(
    steps: &mut Vec<GuideStep<'a>>,
    case: &Case,
    playbook: &'a Playbook,
    asked: &[&'a EvidenceAsked],
) {
    let mut more = Vec::new();
    for asked in asked.iter().filter(|asked| !steps.iter().any(|step| step.evidence.contains(asked))) {
        let mut gather = standing(Action::GatherEvidence, Phase::Gather);
        gather.id = format!("gather-{}", asked.kind);
        gather.evidence = vec![asked];
        gather.optional = !asked.mandatory;
        more.push(gather);
    }
    // A card that is there only under a condition does not stand for one that every case needs.
    let needed = |need: Need| !playbook.steps.iter().any(|step| step.when.is_empty() && step.needs.contains(&need));
    let empty = |phase: Phase| {
        let own = |need: &Need| matches!(need, Need::Packet | Need::Deadline);
        let mut cards = playbook.steps.iter().filter(|step| step.phase == phase && step.when.is_empty());
        !cards.any(|step| !step.optional && !step.needs.iter().any(own))
    };
    let needs = [
        (Need::Transaction, Action::RecordTransaction, Phase::Confirm),
        (Need::Counterparty, Action::NameCounterparty, Phase::Contact),
        (Need::Deadline, Action::SetDeadline, Phase::Contact),
        (Need::Packet, Action::BuildPacket, Phase::Submit),
    ];
    for (need, action, phase) in needs {
        if needed(need) && (need != Need::Transaction || playbook.needs_transaction) {
            let mut step = standing(action, phase);
            step.needs = vec![need];
            step.optional = need == Need::Deadline;
            more.push(step);
        }
    }
    if empty(Phase::Submit) {
        let mut hand_over = standing(Action::HandOverPacket, Phase::Submit);
        let build = steps.iter().chain(&more).filter(|step| step.needs.contains(&Need::Packet));
        hand_over.blocked_by = build.map(|step| step.id.clone()).collect();
        more.push(hand_over);
    }
    if empty(Phase::FollowUp) {
        more.push(standing(Action::RecordAnswer, Phase::FollowUp));
    }
    more.push(standing(Action::CloseCase, Phase::Close));
    // A card of the playbook that bears the name itself takes the place.
    more.retain(|step| step.action == Action::CloseCase || !steps.iter().any(|own| own.id == step.id));
    steps.extend(more);
    if let (false, Some(mark)) =
        (case.packets.is_empty(), steps.iter_mut().find(|s| s.action == Action::HandOverPacket))
        && case.stage >= Stage::FollowUp
    {
        mark.state = State::Done;
    }
}

/// The card that moves the case on: there once every needed card before a later stage is done or skipped.
pub(super) fn advance<'a>(steps: &[GuideStep<'a>], case: &'a Case, urgency: Urgency) -> Option<GuideStep<'a>> {
    let next = steps.iter().filter(|step| step.state == State::Open && !step.optional).map(|step| step.phase).min()?;
    let stage = stage_of(next);
    let id = format!("advance-{stage}");
    let left_out = case.steps.get(id.as_str()).is_some_and(|mark| !mark.done);
    (stage > case.stage && !left_out).then(|| {
        let mut step =
            standing(Action::Advance, Phase::ALL.iter().copied().find(|p| stage_of(*p) == stage).unwrap_or(next));
        step.id = id;
        step.stage = Some(stage);
        step.urgency = urgency;
        step
    })
}
