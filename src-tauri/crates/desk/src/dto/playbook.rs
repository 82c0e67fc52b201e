//! Playbooks as the owner reads and changes them.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A playbook as its file stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PlaybookText {
    /// Stable name.
    pub id: String,
    /// Whether this is the owner's own copy.
    pub own: bool,
    /// TOML.
    pub text: String,
}

/// A playbook in parts, in the language in force. Sent back, it changes these parts and leaves the rest as it is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PlaybookDoc {
    /// Stable name.
    pub id: String,
    /// Whether this is the owner's own copy. Not read.
    #[serde(default)]
    pub own: bool,
    /// Name.
    pub title: String,
    /// One sentence under the name.
    pub summary: String,
    /// Steps in order. One that is left out is taken away; one with an empty `id` is new.
    pub steps: Vec<StepDoc>,
    /// Proof asked for. One that is left out is taken away.
    pub evidence: Vec<EvidenceDoc>,
    /// What keeps it from happening again. One that is left out is taken away; one with an empty `id` is new.
    pub prevention: Vec<PreventionDoc>,
}

/// A step of a playbook.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct StepDoc {
    /// Stable name.
    pub id: String,
    /// `confirm`, `gather`, `contact`, `submit`, `follow-up` or `close`.
    pub phase: String,
    /// Verb first.
    pub title: String,
    /// Why it matters.
    pub why: String,
    /// What to write down; empty for nothing.
    #[serde(default)]
    pub record: String,
    /// What never to do here.
    #[serde(default)]
    pub never: Vec<String>,
    /// Whether it may be left out.
    #[serde(default)]
    pub optional: bool,
}

/// Proof a playbook asks for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct EvidenceDoc {
    /// Evidence kind.
    pub kind: String,
    /// Whether a packet without it is likely to fail.
    pub mandatory: bool,
    /// What a good one looks like.
    pub good: String,
}

/// A piece of prevention.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PreventionDoc {
    /// Stable name.
    pub id: String,
    /// What to do, verb first.
    pub text: String,
    /// Months between two times; 0 means once.
    pub every_months: u32,
}

/// Whether a text is a playbook.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PlaybookCheck {
    /// What is wrong with it; empty when nothing is.
    pub faults: Vec<PlaybookFault>,
}

/// What became of a file offered as a playbook.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PlaybookImport {
    /// What is wrong with it; empty when it was kept.
    pub faults: Vec<PlaybookFault>,
    /// The playbook as kept.
    pub doc: Option<PlaybookDoc>,
}

/// Something wrong with a playbook's text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PlaybookFault {
    /// Line, from 1; 0 when it concerns the whole.
    pub line: u32,
    /// Column, from 1; 0 when it concerns the whole line.
    pub column: u32,
    /// Stable code.
    pub code: String,
    /// In words.
    pub message: String,
}
