//! Documents about the program itself.

use super::SymptomDto;
use recourse_domain::Params;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Any refusal. The window picks its words by `code`; `message` is the same sentence in the caller's language.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ErrorDto {
    /// Stable code.
    pub code: String,
    /// One or two sentences: what happened, what is safe, what to do.
    pub message: String,
    /// Values that stand in the sentence.
    pub params: Params,
}

/// What the window must know before it can draw.
#[derive(Debug, Clone, Serialize, TS)]
pub struct AppInfo {
    /// Version of the program.
    pub version: String,
    /// `zh-CN` or `en`, in force now.
    pub language: String,
    /// Whether the owner chose the language, or the system did.
    pub language_chosen: bool,
    /// `light`, `dark` or `system`.
    pub theme: String,
    /// Where the data lies, to be shown and never sent back.
    pub data_folder: String,
    /// IANA zone of the machine.
    pub zone: String,
    /// Things to tell the owner at the start, e.g. little space left.
    pub notices: Vec<super::DoctorFinding>,
}

/// Every choice the window offers; words for them stand in the locales.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Catalog {
    /// Playbooks in the order of likelihood, the owner's own copies in the place of the shipped ones.
    pub playbooks: Vec<CatalogPlaybook>,
    /// Evidence kinds. Words: `evidence-kind-<kind>`, `evidence-kind-<kind>-good`.
    pub evidence_kinds: Vec<String>,
    /// The same kinds, each with the group it is shown in.
    pub kinds: Vec<KindDto>,
    /// What may have happened, for the first question of a new case.
    pub symptoms: Vec<SymptomDto>,
    /// Channels. Words: `channel-<id>`, `channel-<id>-note`.
    pub channels: Vec<ChannelInfo>,
    /// Stages in order. Words: `stage-<stage>`.
    pub stages: Vec<String>,
    /// Outcomes. Words: `outcome-<outcome>`.
    pub outcomes: Vec<String>,
    /// Roles of counterparties. Words: `role-<role>`.
    pub roles: Vec<String>,
    /// Sources of evidence. Words: `source-<source>`.
    pub sources: Vec<String>,
}

/// An evidence kind and where it stands among the others.
#[derive(Debug, Clone, Serialize, TS)]
pub struct KindDto {
    /// Stable name.
    pub id: String,
    /// `subject`, `transaction`, `settlement`, `communication` or `loss`.
    pub group: String,
}

/// A playbook as the window needs it.
#[derive(Debug, Clone, Serialize, TS)]
pub struct CatalogPlaybook {
    /// Stable name.
    pub id: String,
    /// Its name, in words.
    pub title: String,
    /// One sentence under the name.
    pub summary: String,
    /// Whether this is the owner's own copy.
    pub own: bool,
    /// `principal`, `fee` or `service`.
    pub about: String,
    /// Whether a transaction must be on record.
    pub needs_transaction: bool,
    /// Roles to contact, first one first.
    pub contact_order: Vec<String>,
    /// Details worth recording. Words: `detail-<key>`.
    pub details: Vec<String>,
    /// Proof asked for.
    pub evidence: Vec<EvidenceAskedInfo>,
}

/// A kind of proof that is asked for.
#[derive(Debug, Clone, Serialize, TS)]
pub struct EvidenceAskedInfo {
    /// Stable name.
    pub kind: String,
    /// Whether a packet without it is likely to fail.
    pub mandatory: bool,
}

/// A channel with its known limits.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ChannelInfo {
    /// Stable name.
    pub id: String,
    /// Largest file in bytes, when known.
    #[ts(type = "number | null")]
    pub max_bytes: Option<u64>,
    /// Most pages, when known.
    pub max_pages: Option<u32>,
    /// Where the limits come from.
    pub source: String,
    /// A to C, or empty.
    pub confidence: String,
    /// Day the source was checked.
    pub checked_on: String,
}

/// A glance at long work.
#[derive(Debug, Clone, Serialize, TS)]
pub struct JobProgress {
    /// Locale key of what is being done.
    pub what: String,
    /// Item at hand; may be empty.
    pub item: String,
    /// Units done.
    #[ts(type = "number")]
    pub done: u64,
    /// Units altogether; 0 while unknown.
    #[ts(type = "number")]
    pub total: u64,
}
