//! Which card comes first.

use super::card::{Action, GuideStep, State};
use super::guide::stage_of;
use crate::playbook::Need;
use recourse_domain::Stage;

/// Leaves of what comes first only cards that are open, and lets a packet wait for what it needs.
pub(super) fn block(steps: &mut [GuideStep<'_>]) {
    let open = |step: &&GuideStep<'_>| step.state == State::Open;
    let open_ids: Vec<String> = steps.iter().filter(open).map(|step| step.id.clone()).collect();
    let wanted = |step: &GuideStep<'_>| {
        let proof = step.evidence.iter().any(|asked| asked.mandatory);
        proof || step.needs.iter().any(|need| matches!(need, Need::Transaction | Need::Counterparty))
    };
    let before_packet: Vec<String> =
        steps.iter().filter(open).filter(|step| !step.optional && wanted(step)).map(|step| step.id.clone()).collect();
    for step in steps {
        if step.needs.contains(&Need::Packet) {
            step.blocked_by.extend(before_packet.iter().filter(|id| **id != step.id).cloned());
        }
        let mut seen = Vec::new();
        step.blocked_by.retain(|id| {
            let keep = open_ids.contains(id) && !seen.contains(id);
            seen.push(id.clone());
            keep
        });
        if step.state != State::Open {
            step.blocked_by.clear();
        }
    }
}

/// The open cards: moving on first, then the urgent ones of the earliest unfinished phase, then phase by phase, what is
/// optional after what is needed and what waits after what it waits for. What is optional and was left behind comes last.
pub(super) fn now<'s, 'a>(steps: &'s [GuideStep<'a>], stage: Stage) -> Vec<&'s GuideStep<'a>> {
    let mut waiting: Vec<&GuideStep<'a>> = steps.iter().filter(|step| step.state == State::Open).collect();
    let first_phase = waiting.iter().filter(|step| !step.optional).map(|step| step.phase).min();
    waiting.sort_by_key(|step| {
        (
            step.action != Action::Advance,
            step.optional && stage_of(step.phase) < stage,
            !(step.urgent && Some(step.phase) == first_phase),
            step.phase,
            !step.urgent,
            step.optional,
        )
    });
    let mut placed: Vec<&GuideStep<'a>> = Vec::with_capacity(waiting.len());
    while !waiting.is_empty() {
        let free =
            |step: &&GuideStep<'a>| !step.blocked_by.iter().any(|id| waiting.iter().any(|other| other.id == *id));
        // Two that wait for each other: the first goes first.
        let at = waiting.iter().position(free).unwrap_or(0);
        placed.push(waiting.remove(at));
    }
    placed
}
