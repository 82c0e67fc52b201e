//! A dispute case, made of its events and of nothing else.

use crate::deadline::Deadline;
use crate::error::DomainError;
use crate::event::{Event, EventBody};
use crate::evidence::Evidence;
use crate::ids::{CaseId, EvidenceId};
use crate::key::Key;
use crate::moment::Moment;
use crate::money::Money;
use crate::outcome::Outcome;
use crate::packet::PacketRecord;
use crate::party::Party;
use crate::stage::Stage;
use crate::transaction::Transaction;
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Longest title in characters.
pub const TITLE_LIMIT: usize = 120;
/// Longest free text (detail, answer, note, caption) in characters.
pub const TEXT_LIMIT: usize = 4000;

/// What became of a step.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StepMark {
    /// Done, or skipped.
    pub done: bool,
    /// Remark, or the reason for skipping.
    pub note: String,
    /// When.
    pub at: Moment,
}

/// The state of a case after its events.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Case {
    /// Identifier.
    pub id: CaseId,
    /// Number for people, e.g. `2026-0007`.
    pub number: String,
    /// Playbook.
    pub playbook: Key,
    /// One line by which the owner knows it.
    pub title: String,
    /// Where it stands.
    pub stage: Stage,
    /// Zone in which the shop lives.
    pub zone: Tz,
    /// First event.
    pub opened_at: Moment,
    /// Latest event.
    pub changed_at: Moment,
    /// Details by key.
    pub details: BTreeMap<Key, String>,
    /// Answers by question.
    pub answers: BTreeMap<Key, String>,
    /// Steps done or skipped.
    pub steps: BTreeMap<Key, StepMark>,
    /// Counterparties.
    pub parties: Vec<Party>,
    /// Transactions in the order of recording.
    pub transactions: Vec<Transaction>,
    /// Exhibits in packet order.
    pub evidence: Vec<Evidence>,
    /// Next exhibit number to give out; numbers of removed exhibits stay used.
    pub next_exhibit: u32,
    /// Deadlines in the order of setting.
    pub deadlines: Vec<Deadline>,
    /// Packets built, oldest first.
    pub packets: Vec<PacketRecord>,
    /// How it ended.
    pub outcome: Option<Outcome>,
    /// What came back.
    pub recovered: Option<Money>,
}

impl Case {
    /// A case from its first event.
    ///
    /// # Errors
    /// [`DomainError::OutOfPlace`] unless the event is `case-opened` and names its case; text errors.
    pub fn open(event: &Event) -> Result<Self, DomainError> {
        let (Some(id), EventBody::CaseOpened { number, playbook, title, zone }) = (&event.case, &event.body) else {
            return Err(DomainError::OutOfPlace(event.body.kind()));
        };
        check_title(title)?;
        Ok(Self {
            id: id.clone(),
            number: number.clone(),
            playbook: playbook.clone(),
            title: title.clone(),
            stage: Stage::Confirm,
            zone: *zone,
            opened_at: event.at,
            changed_at: event.at,
            details: BTreeMap::new(),
            answers: BTreeMap::new(),
            steps: BTreeMap::new(),
            parties: Vec::new(),
            transactions: Vec::new(),
            evidence: Vec::new(),
            next_exhibit: 1,
            deadlines: Vec::new(),
            packets: Vec::new(),
            outcome: None,
            recovered: None,
        })
    }

    /// Replays a whole history.
    ///
    /// # Errors
    /// Whatever [`Case::open`] or [`Case::apply`] refuses; [`DomainError::OutOfPlace`] for an empty history.
    pub fn replay<'e>(events: impl IntoIterator<Item = &'e Event>) -> Result<Self, DomainError> {
        let mut events = events.into_iter();
        let mut case = Self::open(events.next().ok_or(DomainError::OutOfPlace("nothing"))?)?;
        for event in events {
            case.apply(event)?;
        }
        Ok(case)
    }

    /// Lets an event happen. The case is unchanged when it is refused.
    ///
    /// # Errors
    /// [`DomainError::CaseClosed`] for a change of a closed case (a reopening, a note and a packet are taken),
    /// [`DomainError::NotInCase`], [`DomainError::AlreadyInCase`], [`DomainError::OutOfPlace`], text errors.
    pub fn apply(&mut self, event: &Event) -> Result<(), DomainError> {
        if event.case.as_ref() != Some(&self.id) {
            return Err(DomainError::OutOfPlace(event.body.kind()));
        }
        let stays_possible = matches!(
            event.body,
            EventBody::CaseReopened { .. } | EventBody::NoteAdded { .. } | EventBody::PacketBuilt { .. }
        );
        if !self.stage.is_open() && !stays_possible {
            return Err(DomainError::CaseClosed);
        }
        self.change(&event.body, event.at)?;
        self.changed_at = event.at;
        Ok(())
    }

    fn change(&mut self, body: &EventBody, at: Moment) -> Result<(), DomainError> {
        match body {
            EventBody::CaseOpened { .. }
            | EventBody::MerchantSet { .. }
            | EventBody::PlaybookKept { .. }
            | EventBody::PlaybookDropped { .. }
            | EventBody::TaskPlanned { .. }
            | EventBody::TaskDone { .. }
            | EventBody::TaskDropped { .. } => {
                return Err(DomainError::OutOfPlace(body.kind()));
            }
            EventBody::CaseTitled { title } => {
                check_title(title)?;
                self.title.clone_from(title);
            }
            EventBody::PlaybookChanged { playbook } => self.playbook = playbook.clone(),
            EventBody::DetailSet { key, value } => set(&mut self.details, key, value)?,
            EventBody::QuestionAnswered { question, value } => set(&mut self.answers, question, value)?,
            EventBody::StepDone { step, note } => self.mark(step, true, note, at)?,
            EventBody::StepSkipped { step, reason } => {
                if reason.trim().is_empty() {
                    return Err(DomainError::Empty("reason".to_owned()));
                }
                self.mark(step, false, reason, at)?;
            }
            EventBody::StageMoved { to } => {
                if *to == Stage::Closed {
                    // Closing needs an outcome, so it has an event of its own.
                    return Err(DomainError::StageOrder { from: self.stage.to_string(), to: to.to_string() });
                }
                self.stage = *to;
            }
            EventBody::PartyNamed { party } => {
                check_text("name", &party.name, TITLE_LIMIT)?;
                if party.name.trim().is_empty() {
                    return Err(DomainError::Empty("name".to_owned()));
                }
                check_text("contact", &party.contact, TEXT_LIMIT)?;
                put(&mut self.parties, party, |p| &p.id);
            }
            EventBody::PartyRemoved { party } => take(&mut self.parties, |p| &p.id == party, "party", party.as_str())?,
            EventBody::TransactionRecorded { transaction } => {
                transaction.fields.check()?;
                put(&mut self.transactions, transaction, |t| &t.id);
            }
            EventBody::TransactionRemoved { transaction } => {
                take(&mut self.transactions, |t| &t.id == transaction, "transaction", transaction.as_str())?;
            }
            EventBody::EvidenceAdded { .. }
            | EventBody::EvidenceOfferedAgain { .. }
            | EventBody::EvidenceDescribed { .. }
            | EventBody::EvidenceOrdered { .. }
            | EventBody::EvidenceRemoved { .. } => self.change_evidence(body)?,
            EventBody::DeadlineSet { deadline } => {
                check_title(&deadline.title)?;
                if deadline.source.trim().is_empty() {
                    return Err(DomainError::Empty("source".to_owned()));
                }
                check_text("source", &deadline.source, TEXT_LIMIT)?;
                put(&mut self.deadlines, deadline, |d| &d.id);
            }
            EventBody::DeadlineMet { deadline, proof } => {
                if let Some(proof) = proof {
                    self.exhibit(proof)?;
                }
                let found = self.deadlines.iter_mut().find(|d| &d.id == deadline);
                found.ok_or_else(|| not_in("deadline", deadline.as_str()))?.done = true;
            }
            EventBody::DeadlineRemoved { deadline } => {
                take(&mut self.deadlines, |d| &d.id == deadline, "deadline", deadline.as_str())?;
            }
            EventBody::NoteAdded { text } => {
                if text.trim().is_empty() {
                    return Err(DomainError::Empty("note".to_owned()));
                }
                check_text("note", text, TEXT_LIMIT)?;
            }
            EventBody::PacketBuilt { packet } => self.packets.push(packet.clone()),
            EventBody::CaseClosed { outcome, recovered } => {
                self.stage = Stage::Closed;
                self.outcome = Some(*outcome);
                self.recovered = *recovered;
            }
            EventBody::CaseReopened { why } => {
                if self.stage.is_open() {
                    return Err(DomainError::OutOfPlace(body.kind()));
                }
                check_text("why", why, TEXT_LIMIT)?;
                self.stage = Stage::FollowUp;
                self.outcome = None;
                self.recovered = None;
            }
        }
        Ok(())
    }

    fn change_evidence(&mut self, body: &EventBody) -> Result<(), DomainError> {
        match body {
            EventBody::EvidenceAdded { evidence } => {
                if self.evidence.iter().any(|e| e.id == evidence.id || e.number == evidence.number) {
                    return Err(DomainError::AlreadyInCase { what: "evidence", id: evidence.id.to_string() });
                }
                check_text("caption", &evidence.caption, TEXT_LIMIT)?;
                self.next_exhibit = self.next_exhibit.max(evidence.number + 1);
                self.evidence.push(evidence.clone());
            }
            EventBody::EvidenceOfferedAgain { evidence, .. } => {
                self.exhibit(evidence)?;
            }
            EventBody::EvidenceDescribed { evidence, caption, evidence_kind, source } => {
                if let Some(caption) = caption {
                    check_text("caption", caption, TEXT_LIMIT)?;
                }
                let found = self.evidence.iter_mut().find(|e| &e.id == evidence);
                let found = found.ok_or_else(|| not_in("evidence", evidence.as_str()))?;
                if let Some(caption) = caption {
                    found.caption.clone_from(caption);
                }
                if let Some(kind) = evidence_kind {
                    found.kind = Some(kind.clone());
                }
                if let Some(source) = source {
                    found.source = *source;
                }
            }
            EventBody::EvidenceOrdered { order } => {
                let mut sorted = Vec::with_capacity(order.len());
                for id in order {
                    sorted.push(self.exhibit(id)?.clone());
                }
                let distinct: std::collections::BTreeSet<_> = order.iter().collect();
                if distinct.len() != self.evidence.len() || order.len() != self.evidence.len() {
                    return Err(DomainError::OrderIncomplete);
                }
                self.evidence = sorted;
            }
            EventBody::EvidenceRemoved { evidence, why } => {
                if why.trim().is_empty() {
                    return Err(DomainError::Empty("why".to_owned()));
                }
                take(&mut self.evidence, |e| &e.id == evidence, "evidence", evidence.as_str())?;
            }
            other => return Err(DomainError::OutOfPlace(other.kind())),
        }
        Ok(())
    }

    fn mark(&mut self, step: &Key, done: bool, note: &str, at: Moment) -> Result<(), DomainError> {
        check_text("note", note, TEXT_LIMIT)?;
        self.steps.insert(step.clone(), StepMark { done, note: note.to_owned(), at });
        Ok(())
    }

    /// An exhibit of this case.
    ///
    /// # Errors
    /// [`DomainError::NotInCase`].
    pub fn exhibit(&self, id: &EvidenceId) -> Result<&Evidence, DomainError> {
        self.evidence.iter().find(|e| &e.id == id).ok_or_else(|| not_in("evidence", id.as_str()))
    }

    /// Sum of the transactions, when all are in one currency and there is at least one.
    #[must_use]
    pub fn amount(&self) -> Option<Money> {
        let mut sum: Option<Money> = None;
        for t in &self.transactions {
            sum = Some(match sum {
                None => t.fields.amount,
                Some(so_far) => so_far.plus(t.fields.amount).ok()?,
            });
        }
        sum
    }

    /// The open deadline that comes first.
    #[must_use]
    pub fn next_deadline(&self) -> Option<&Deadline> {
        self.deadlines.iter().filter(|d| !d.done).min_by_key(|d| d.last_instant())
    }
}

fn not_in(what: &'static str, id: &str) -> DomainError {
    DomainError::NotInCase { what, id: id.to_owned() }
}

fn check_title(title: &str) -> Result<(), DomainError> {
    if title.trim().is_empty() {
        return Err(DomainError::Empty("title".to_owned()));
    }
    check_text("title", title, TITLE_LIMIT)
}

pub(crate) fn check_text(field: &str, text: &str, limit: usize) -> Result<(), DomainError> {
    if text.chars().count() > limit {
        return Err(DomainError::TooLong { field: field.to_owned(), limit });
    }
    Ok(())
}

fn set(map: &mut BTreeMap<Key, String>, key: &Key, value: &str) -> Result<(), DomainError> {
    check_text(key.as_str(), value, TEXT_LIMIT)?;
    if value.is_empty() {
        map.remove(key);
    } else {
        map.insert(key.clone(), value.to_owned());
    }
    Ok(())
}

fn put<T: Clone, I: PartialEq>(list: &mut Vec<T>, item: &T, id: impl Fn(&T) -> &I) {
    match list.iter_mut().find(|old| id(old) == id(item)) {
        Some(old) => *old = item.clone(),
        None => list.push(item.clone()),
    }
}

fn take<T>(list: &mut Vec<T>, is_it: impl Fn(&T) -> bool, what: &'static str, id: &str) -> Result<(), DomainError> {
    let before = list.len();
    list.retain(|item| !is_it(item));
    if list.len() == before { Err(not_in(what, id)) } else { Ok(()) }
}
