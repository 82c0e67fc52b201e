//! What can happen to a case or to the shop. Events are written once, for ever: variants are added, never changed.

use crate::deadline::Deadline;
use crate::evidence::{Evidence, EvidenceSource};
use crate::ids::{CaseId, DeadlineId, EvidenceId, PartyId, TaskId, TransactionId};
use crate::key::Key;
use crate::merchant::MerchantProfile;
use crate::moment::Moment;
use crate::money::Money;
use crate::outcome::Outcome;
use crate::packet::PacketRecord;
use crate::party::Party;
use crate::stage::Stage;
use crate::task::Task;
use crate::transaction::Transaction;
use chrono::NaiveDate;
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};

/// Who did it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Actor {
    /// The person at the machine.
    #[default]
    Owner,
    /// The program by itself, e.g. a number it gave out.
    App,
}

impl Actor {
    /// Stable name.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Owner => "owner",
            Self::App => "app",
        }
    }
}

/// Something that happened, when, and by whom.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Event {
    /// The case it belongs to; none for the shop itself.
    pub case: Option<CaseId>,
    /// When.
    pub at: Moment,
    /// By whom.
    pub actor: Actor,
    /// What.
    pub body: EventBody,
}

/// What happened. Stored as `{"kind": "…", "data": {…}}`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", content = "data", rename_all = "kebab-case")]
pub enum EventBody {
    /// A case begins.
    CaseOpened {
        /// Number for people, e.g. `2026-0007`.
        number: String,
        /// Playbook.
        playbook: Key,
        /// One line by which the owner knows it.
        title: String,
        /// Zone in which the shop lives.
        zone: Tz,
    },
    /// The title was changed.
    CaseTitled {
        /// New title.
        title: String,
    },
    /// Another playbook fits better; answers stay.
    PlaybookChanged {
        /// New playbook.
        playbook: Key,
    },
    /// A detail of the case was set; an empty value takes it back.
    DetailSet {
        /// Which, e.g. `screen-text`.
        key: Key,
        /// Value as typed.
        value: String,
    },
    /// A question was answered; an empty value takes the answer back.
    QuestionAnswered {
        /// Which.
        question: Key,
        /// Answer as typed or chosen.
        value: String,
    },
    /// A step was done.
    StepDone {
        /// Which.
        step: Key,
        /// Remark.
        note: String,
    },
    /// A step was skipped, for a reason.
    StepSkipped {
        /// Which.
        step: Key,
        /// Why.
        reason: String,
    },
    /// The case moved on or back.
    StageMoved {
        /// New stage.
        to: Stage,
    },
    /// A counterparty was named or corrected (same identifier).
    PartyNamed {
        /// It.
        party: Party,
    },
    /// A counterparty does not belong here.
    PartyRemoved {
        /// Which.
        party: PartyId,
    },
    /// A transaction was recorded or corrected (same identifier).
    TransactionRecorded {
        /// It.
        transaction: Transaction,
    },
    /// A transaction does not belong here.
    TransactionRemoved {
        /// Which.
        transaction: TransactionId,
    },
    /// An exhibit was taken in.
    EvidenceAdded {
        /// Its record.
        evidence: Evidence,
    },
    /// The same content was offered again and kept once.
    EvidenceOfferedAgain {
        /// The exhibit that already holds it.
        evidence: EvidenceId,
        /// Name it came under this time.
        original_name: String,
    },
    /// What an exhibit shows was described or corrected. `None` leaves a field as it is.
    EvidenceDescribed {
        /// Which.
        evidence: EvidenceId,
        /// New caption.
        caption: Option<String>,
        /// New kind.
        evidence_kind: Option<Key>,
        /// New source.
        source: Option<EvidenceSource>,
    },
    /// The exhibits were put in another order.
    EvidenceOrdered {
        /// Every exhibit once, in packet order.
        order: Vec<EvidenceId>,
    },
    /// An exhibit was taken out of the case; its bytes stay in the vault.
    EvidenceRemoved {
        /// Which.
        evidence: EvidenceId,
        /// Why.
        why: String,
    },
    /// A deadline was set or corrected (same identifier).
    DeadlineSet {
        /// It.
        deadline: Deadline,
    },
    /// A deadline was met.
    DeadlineMet {
        /// Which.
        deadline: DeadlineId,
        /// Exhibit that proves it.
        proof: Option<EvidenceId>,
    },
    /// A deadline was set in error.
    DeadlineRemoved {
        /// Which.
        deadline: DeadlineId,
    },
    /// A remark for the history.
    NoteAdded {
        /// Text.
        text: String,
    },
    /// A packet was built.
    PacketBuilt {
        /// Its record.
        packet: PacketRecord,
    },
    /// The case ended.
    CaseClosed {
        /// How.
        outcome: Outcome,
        /// What came back.
        recovered: Option<Money>,
    },
    /// The case goes on after all.
    CaseReopened {
        /// Why.
        why: String,
    },
    /// The shop's particulars were set.
    MerchantSet {
        /// All of them.
        profile: MerchantProfile,
    },
    /// The owner keeps a playbook of their own, in place of the shipped one or beside it.
    PlaybookKept {
        /// Its name.
        playbook: Key,
        /// All of its text.
        text: String,
    },
    /// The owner's own playbook was dropped; the shipped one is in use again where there is one.
    PlaybookDropped {
        /// Its name.
        playbook: Key,
    },
    /// A task was planned or corrected (same identifier).
    TaskPlanned {
        /// It.
        task: Task,
    },
    /// A task was done.
    TaskDone {
        /// Which.
        task: TaskId,
        /// On which day.
        on: NaiveDate,
        /// Remark.
        note: String,
    },
    /// A task is not to be done any more.
    TaskDropped {
        /// Which.
        task: TaskId,
        /// Why.
        why: String,
    },
}

impl EventBody {
    /// Every kind there is, in the order of the variants.
    pub const KINDS: [&str; 30] = [
        "case-opened",
        "case-titled",
        "playbook-changed",
        "detail-set",
        "question-answered",
        "step-done",
        "step-skipped",
        "stage-moved",
        "party-named",
        "party-removed",
        "transaction-recorded",
        "transaction-removed",
        "evidence-added",
        "evidence-offered-again",
        "evidence-described",
        "evidence-ordered",
        "evidence-removed",
        "deadline-set",
        "deadline-met",
        "deadline-removed",
        "note-added",
        "packet-built",
        "case-closed",
        "case-reopened",
        "merchant-set",
        "playbook-kept",
        "playbook-dropped",
        "task-planned",
        "task-done",
        "task-dropped",
    ];

    /// Stable name: the `kind` of the stored form.
    #[must_use]
    pub fn kind(&self) -> &'static str {
        match self {
            Self::CaseOpened { .. } => "case-opened",
            Self::CaseTitled { .. } => "case-titled",
            Self::PlaybookChanged { .. } => "playbook-changed",
            Self::DetailSet { .. } => "detail-set",
            Self::QuestionAnswered { .. } => "question-answered",
            Self::StepDone { .. } => "step-done",
            Self::StepSkipped { .. } => "step-skipped",
            Self::StageMoved { .. } => "stage-moved",
            Self::PartyNamed { .. } => "party-named",
            Self::PartyRemoved { .. } => "party-removed",
            Self::TransactionRecorded { .. } => "transaction-recorded",
            Self::TransactionRemoved { .. } => "transaction-removed",
            Self::EvidenceAdded { .. } => "evidence-added",
            Self::EvidenceOfferedAgain { .. } => "evidence-offered-again",
            Self::EvidenceDescribed { .. } => "evidence-described",
            Self::EvidenceOrdered { .. } => "evidence-ordered",
            Self::EvidenceRemoved { .. } => "evidence-removed",
            Self::DeadlineSet { .. } => "deadline-set",
            Self::DeadlineMet { .. } => "deadline-met",
            Self::DeadlineRemoved { .. } => "deadline-removed",
            Self::NoteAdded { .. } => "note-added",
            Self::PacketBuilt { .. } => "packet-built",
            Self::CaseClosed { .. } => "case-closed",
            Self::CaseReopened { .. } => "case-reopened",
            Self::MerchantSet { .. } => "merchant-set",
            Self::PlaybookKept { .. } => "playbook-kept",
            Self::PlaybookDropped { .. } => "playbook-dropped",
            Self::TaskPlanned { .. } => "task-planned",
            Self::TaskDone { .. } => "task-done",
            Self::TaskDropped { .. } => "task-dropped",
        }
    }
}
