//! How far a case is from a packet that holds.

use super::card::{GuideStep, State};
use super::guide::has;
use crate::playbook::{EvidenceAsked, Need, Playbook};
use recourse_domain::{Case, Key};
use serde::Serialize;

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
    /// For `evidence`: demands of the playbook that it would support, by name.
    pub claims: Vec<Key>,
    /// Why it was left out, when its card was skipped. It is missing all the same.
    pub skipped: Option<String>,
}

pub(super) fn of(case: &Case, playbook: &Playbook, asked: &[&EvidenceAsked], steps: &[GuideStep<'_>]) -> Readiness {
    let skipped = |wants: &dyn Fn(&GuideStep<'_>) -> bool| {
        let step = steps.iter().find(|step| wants(step)).filter(|step| step.state == State::Skipped);
        step.map(|step| step.note.to_owned())
    };
    let plain = |what, need: Need| Missing {
        what,
        evidence_kind: None,
        claims: Vec::new(),
        skipped: skipped(&|step| step.needs.contains(&need)),
    };
    let mut missing = Vec::new();
    let mut needed = 1;
    if playbook.needs_transaction {
        needed += 1;
        if case.transactions.is_empty() {
            missing.push(plain("transaction", Need::Transaction));
        }
    }
    for asked in asked.iter().filter(|asked| asked.mandatory) {
        needed += 1;
        if !has(case, &asked.kind) {
            missing.push(Missing {
                what: "evidence",
                evidence_kind: Some(asked.kind.clone()),
                claims: asked.claims.clone(),
                skipped: skipped(&|step| step.evidence.contains(asked)),
            });
        }
    }
    if case.parties.is_empty() {
        missing.push(plain("counterparty", Need::Counterparty));
    }
    let score = (needed - missing.len()) * 100 / needed;
    Readiness { score: u8::try_from(score).unwrap_or(100), missing }
}
