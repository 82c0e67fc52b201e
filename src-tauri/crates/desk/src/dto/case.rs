//! Documents about cases, transactions, counterparties and deadlines.

use super::{EvidenceDto, FindingDto, PacketDto};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;

/// A whole case.
#[derive(Debug, Clone, Serialize, TS)]
pub struct CaseView {
    /// Identifier.
    pub id: String,
    /// Number for people.
    pub number: String,
    /// Playbook.
    pub playbook: String,
    /// Name of the playbook, in words.
    pub playbook_title: String,
    /// Stage.
    pub stage: String,
    /// One line by which the owner knows it.
    pub title: String,
    /// Opened, RFC 3339.
    pub opened_at: String,
    /// Last changed, RFC 3339.
    pub changed_at: String,
    /// IANA zone of the case.
    pub zone: String,
    /// Sum of the transactions when they share a currency.
    pub amount: Option<String>,
    /// Currency of `amount`.
    pub currency: Option<String>,
    /// Details by key.
    pub details: BTreeMap<String, String>,
    /// Answers by question.
    pub answers: BTreeMap<String, String>,
    /// Counterparties.
    pub parties: Vec<PartyDto>,
    /// Transactions.
    pub transactions: Vec<TransactionDto>,
    /// Exhibits in packet order.
    pub evidence: Vec<EvidenceDto>,
    /// Deadlines.
    pub deadlines: Vec<DeadlineDto>,
    /// Packets, newest first.
    pub packets: Vec<PacketDto>,
    /// How ready the case is.
    pub readiness: ReadinessDto,
    /// What to do now.
    pub next: Vec<StepDto>,
    /// Where the shop's particulars and this case do not agree.
    pub mismatches: Vec<FindingDto>,
    /// How it ended.
    pub outcome: Option<String>,
    /// What came back, decimal.
    pub recovered: Option<String>,
    /// Currency of `recovered`.
    pub recovered_currency: Option<String>,
}

/// How ready a case is for its packet.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ReadinessDto {
    /// 0 to 100.
    pub score: u8,
    /// What is missing.
    pub missing: Vec<MissingDto>,
}

/// One missing thing.
#[derive(Debug, Clone, Serialize, TS)]
pub struct MissingDto {
    /// `transaction`, `counterparty` or `evidence`.
    pub what: String,
    /// For `evidence`: which kind.
    pub evidence_kind: Option<String>,
    /// In words.
    pub message: String,
    /// For `evidence`: what it would support, in words.
    pub claims: Vec<String>,
    /// Why the owner left it out, when they did.
    pub skipped: Option<String>,
}

/// What to do now.
#[derive(Debug, Clone, Serialize, TS)]
pub struct NextSteps {
    /// Most useful first.
    pub steps: Vec<StepDto>,
}

/// One thing to do.
#[derive(Debug, Clone, Serialize, TS)]
pub struct StepDto {
    /// Stable name, e.g. `gather-terminal-photo`, `record-transaction`; `case do` takes it.
    pub id: String,
    /// What has to be done, e.g. `gather-evidence`; the window decides by this where to go.
    pub action: String,
    /// Stage it belongs to.
    pub phase: String,
    /// In words.
    pub title: String,
    /// Why it matters, in words.
    pub why: String,
    /// What to write down, in words.
    pub record: Option<String>,
    /// What never to do here, in words.
    pub never: Vec<String>,
    /// `open`, `done` or `skipped`; among the next steps always `open`.
    pub state: String,
    /// Role of whoever is to be called; a call sheet is offered beside it.
    pub contact: Option<String>,
    /// `overdue`, `today`, `soon` or `later`.
    pub urgency: String,
    /// Date of the deadline that presses, `YYYY-MM-DD`.
    pub due: Option<String>,
    /// Names of steps that must come first.
    pub blocked_by: Vec<String>,
    /// The same steps in words.
    pub blocked_by_titles: Vec<String>,
    /// For `gather-evidence`: which kind.
    pub evidence_kind: Option<String>,
    /// Whether it may be left out.
    pub optional: bool,
}

/// A page of cases.
#[derive(Debug, Clone, Serialize, TS)]
pub struct CaseList {
    /// Latest change first.
    pub cases: Vec<CaseRowDto>,
    /// Where the next page begins; none at the end.
    pub next_cursor: Option<String>,
    /// Cases that match altogether.
    #[ts(type = "number")]
    pub total: u64,
}

/// A case in a list.
#[derive(Debug, Clone, Serialize, TS)]
pub struct CaseRowDto {
    /// Identifier.
    pub id: String,
    /// Number for people.
    pub number: String,
    /// Title.
    pub title: String,
    /// Playbook.
    pub playbook: String,
    /// Name of the playbook, in words.
    pub playbook_title: String,
    /// Stage.
    pub stage: String,
    /// Next deadline, `YYYY-MM-DD`.
    pub next_due: Option<String>,
    /// Sum of the transactions, decimal.
    pub amount: Option<String>,
    /// Currency of `amount`.
    pub currency: Option<String>,
    /// First counterparty.
    pub counterparty: Option<String>,
    /// Last changed, RFC 3339.
    pub changed_at: String,
}

/// A counterparty.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct PartyDto {
    /// Identifier; empty for a new one.
    #[serde(default)]
    pub id: String,
    /// Role.
    pub role: String,
    /// Name.
    pub name: String,
    /// Telephone, e-mail or address.
    #[serde(default)]
    pub contact: String,
}

/// A transaction on record. Empty text means: not on record.
#[derive(Debug, Clone, Serialize, TS)]
pub struct TransactionDto {
    /// Identifier.
    pub id: String,
    /// Decimal amount.
    pub amount: String,
    /// Currency.
    pub currency: String,
    /// When, RFC 3339.
    pub at: Option<String>,
    /// Masked card.
    pub card: Option<String>,
    /// Retrieval reference number.
    pub rrn: String,
    /// System trace number.
    pub trace: String,
    /// Batch number.
    pub batch: String,
    /// Authorisation code.
    pub auth: String,
    /// Response code.
    pub response_code: String,
    /// Terminal number.
    pub terminal: String,
    /// Order number of a QR payment.
    pub order_no: String,
    /// `debit`, `credit`, `qr` or empty.
    pub card_type: String,
    /// Remark.
    pub note: String,
}

/// A transaction as typed. Every field is text and checked on the way in.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct TransactionInput {
    /// Identifier; empty for a new one.
    pub id: String,
    /// Amount as typed.
    pub amount: String,
    /// ISO 4217; empty means CNY.
    pub currency: String,
    /// RFC 3339, or wall time `YYYY-MM-DD HH:MM` in the case's zone; empty means not on record.
    pub at: String,
    /// Masked card; empty means none.
    pub card: String,
    /// Retrieval reference number.
    pub rrn: String,
    /// System trace number.
    pub trace: String,
    /// Batch number.
    pub batch: String,
    /// Authorisation code.
    pub auth: String,
    /// Response code.
    pub response_code: String,
    /// Terminal number.
    pub terminal: String,
    /// Order number of a QR payment.
    pub order_no: String,
    /// `debit`, `credit`, `qr` or empty.
    pub card_type: String,
    /// Remark.
    pub note: String,
}

/// A deadline.
#[derive(Debug, Clone, Serialize, TS)]
pub struct DeadlineDto {
    /// Identifier.
    pub id: String,
    /// Last day, `YYYY-MM-DD`.
    pub due: String,
    /// Last instant, RFC 3339 with the offset of `zone`.
    pub due_at: String,
    /// IANA zone.
    pub zone: String,
    /// What must be done.
    pub title: String,
    /// Where the date comes from.
    pub source: String,
    /// Whether it was met.
    pub done: bool,
    /// `overdue`, `today`, `soon` or `later`; `done` once met.
    pub urgency: String,
    /// Whole days left in its zone, negative when past.
    #[ts(type = "number")]
    pub days_left: i64,
}

/// Deadlines over all cases.
#[derive(Debug, Clone, Serialize, TS)]
pub struct DeadlineList {
    /// Most urgent first.
    pub deadlines: Vec<DeadlineRowDto>,
}

/// A deadline with the case it belongs to.
#[derive(Debug, Clone, Serialize, TS)]
pub struct DeadlineRowDto {
    /// Case identifier.
    pub case: String,
    /// Case number.
    pub number: String,
    /// Case title.
    pub case_title: String,
    /// It.
    #[serde(flatten)]
    pub deadline: DeadlineDto,
}

/// The history of a case: the journal in words.
#[derive(Debug, Clone, Serialize, TS)]
pub struct HistoryDto {
    /// Oldest first.
    pub events: Vec<HistoryEntry>,
}

/// One journal entry.
#[derive(Debug, Clone, Serialize, TS)]
pub struct HistoryEntry {
    /// Place in the journal.
    #[ts(type = "number")]
    pub seq: u64,
    /// When, RFC 3339.
    pub at: String,
    /// `owner` or `app`.
    pub actor: String,
    /// Kind of event.
    pub kind: String,
    /// In words.
    pub summary: String,
    /// Chain hash.
    pub hash: String,
}
