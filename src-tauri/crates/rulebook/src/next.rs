//! What to do now, and how ready a case is: pure functions over a case and its playbook.

use crate::playbook::Playbook;
use chrono::{DateTime, Utc};
use recourse_domain::{Case, Key, Stage};
use serde::Serialize;

/// How pressing a step is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Urgency {
    /// The date has passed.
    Overdue,
    /// The date is within 24 hours.
    Today,
    /// The date is within three calendar days.
    Soon,
    /// No date presses.
    Later,
}

/// One thing to do. Its words are `step-<id>-title` and `step-<id>-why`, with `evidence_kind` as their variable.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Step {
    /// Stable name, e.g. `record-transaction`, `gather-evidence`.
    pub id: &'static str,
    /// Stage it belongs to.
    pub phase: Stage,
    /// For `gather-evidence`: which kind.
    pub evidence_kind: Option<Key>,
    /// Whether it may be left out without weakening the case much.
    pub optional: bool,
    /// How pressing it is.
    pub urgency: Urgency,
    /// Steps that must come first.
    pub blocked_by: Vec<&'static str>,
}

/// What a case still lacks, and how far it has come.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Readiness {
    /// 0 to 100: share of what a packet needs that is there.
    pub score: u8,
    /// What is missing, in the order of getting it.
    pub missing: Vec<Missing>,
}

/// One missing thing. Its words are `missing-<what>`, with the evidence kind as variable.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Missing {
    /// `transaction`, `counterparty`, or `evidence`.
    pub what: &'static str,
    /// For `evidence`: which kind.
    pub evidence_kind: Option<Key>,
}

/// How ready a case is for its packet.
#[must_use]
pub fn readiness(case: &Case, playbook: &Playbook) -> Readiness {
    let mut missing = Vec::new();
    let mut needed = 1;
    if playbook.needs_transaction {
        needed += 1;
        if case.transactions.is_empty() {
            missing.push(Missing { what: "transaction", evidence_kind: None });
        }
    }
    for asked in playbook.evidence.iter().filter(|e| e.mandatory) {
        needed += 1;
        if !has(case, &asked.kind) {
            missing.push(Missing { what: "evidence", evidence_kind: Some(asked.kind.clone()) });
        }
    }
    if case.parties.is_empty() {
        missing.push(Missing { what: "counterparty", evidence_kind: None });
    }
    let score = (needed - missing.len()) * 100 / needed;
    Readiness { score: u8::try_from(score).unwrap_or(100), missing }
}

/// What to do now, most useful first. Never empty while the case is open.
#[must_use]
pub fn steps(case: &Case, playbook: &Playbook, now: DateTime<Utc>) -> Vec<Step> {
    if !case.stage.is_open() {
        return Vec::new();
    }
    let urgency = urgency(case, now);
    let step = |id, phase| Step { id, phase, evidence_kind: None, optional: false, urgency, blocked_by: Vec::new() };
    let mut steps = Vec::new();
    if playbook.needs_transaction && case.transactions.is_empty() {
        steps.push(step("record-transaction", Stage::Confirm));
    }
    // The screen is gone after a restart, so proof comes before any call.
    for asked in playbook.evidence.iter().filter(|e| !has(case, &e.kind)) {
        let mut gather = step("gather-evidence", Stage::Gather);
        gather.evidence_kind = Some(asked.kind.clone());
        gather.optional = !asked.mandatory;
        steps.push(gather);
    }
    steps.sort_by_key(|s| (s.optional, s.phase));
    if case.parties.is_empty() {
        let at = steps.iter().position(|s| s.optional).unwrap_or(steps.len());
        steps.insert(at, step("name-counterparty", Stage::Contact));
    }
    let wanting: Vec<&'static str> = steps.iter().filter(|s| !s.optional).map(|s| s.id).collect();
    let mandatory_done = wanting.is_empty();
    let at = if mandatory_done { 0 } else { steps.len() };
    let first = match (case.packets.is_empty(), case.stage) {
        (true, _) => {
            let mut build = step("build-packet", Stage::Submit);
            build.blocked_by = wanting;
            build.blocked_by.dedup();
            build
        }
        (false, Stage::FollowUp) => step("record-answer", Stage::FollowUp),
        (false, _) => step("hand-over-packet", Stage::Submit),
    };
    steps.insert(at, first);
    if case.deadlines.is_empty() {
        let mut date = step("set-deadline", Stage::Contact);
        date.optional = true;
        steps.push(date);
    }
    steps
}

fn has(case: &Case, kind: &Key) -> bool {
    case.evidence.iter().any(|e| e.kind.as_ref() == Some(kind))
        || case.steps.contains_key(format!("gather-{kind}").as_str())
}

/// How pressing the case's next deadline is.
#[must_use]
pub fn urgency(case: &Case, now: DateTime<Utc>) -> Urgency {
    case.next_deadline().map_or(Urgency::Later, |deadline| {
        let left = deadline.last_instant() - now;
        match left {
            l if l < chrono::TimeDelta::zero() => Urgency::Overdue,
            l if l < chrono::TimeDelta::days(1) => Urgency::Today,
            l if l < chrono::TimeDelta::days(3) => Urgency::Soon,
            _ => Urgency::Later,
        }
    })
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use recourse_domain::{Actor, Event, EventBody};

    fn case(playbook: &str) -> Case {
        Case::open(&Event {
            case: Some("01ARZ3NDEKTSV4RRFFQ69G5FAV".parse().unwrap()),
            at: "2026-03-05T14:02:11+08:00[Asia/Shanghai]".parse().unwrap(),
            actor: Actor::Owner,
            body: EventBody::CaseOpened {
                number: "2026-0001".to_owned(),
                playbook: playbook.parse().unwrap(),
                title: "t".to_owned(),
                zone: chrono_tz::Tz::Asia__Shanghai,
            },
        })
        .unwrap()
    }

    #[test]
    fn an_open_case_always_has_a_next_step() {
        for playbook in crate::playbook::all().unwrap() {
            let case = case(playbook.id.as_str());
            assert!(!steps(&case, &playbook, DateTime::UNIX_EPOCH).is_empty());
            let readiness = readiness(&case, &playbook);
            assert!(readiness.score < 100 && !readiness.missing.is_empty(), "{}", playbook.id);
        }
    }

    #[test]
    fn the_transaction_comes_before_the_calls_and_the_packet_waits_for_what_is_missing() {
        let playbook = crate::playbook::get("timeout-debited").unwrap();
        let steps = steps(&case("timeout-debited"), &playbook, DateTime::UNIX_EPOCH);
        assert_eq!(steps[0].id, "record-transaction");
        let build = steps.iter().find(|s| s.id == "build-packet").unwrap();
        assert!(build.blocked_by.contains(&"gather-evidence"));
    }
}
