//! Which playbook fits, and what a response code means.

use serde::Serialize;
use ts_rs::TS;

/// Something that may have happened, as a card to choose.
#[derive(Debug, Clone, Serialize, TS)]
pub struct SymptomDto {
    /// Stable name; `triage` takes it.
    pub id: String,
    /// In words.
    pub text: String,
    /// Playbook it speaks for.
    pub playbook: String,
    /// `principal`, `fee` or `service`: what that playbook is about.
    pub about: String,
}

/// What the triage makes of what it was told.
#[derive(Debug, Clone, Serialize, TS)]
pub struct TriageReport {
    /// Best fitting first; never empty.
    pub suggestions: Vec<SuggestionDto>,
    /// What the response code means, when it is known.
    pub code: Option<ResponseCodeDto>,
}

/// A playbook that may fit.
#[derive(Debug, Clone, Serialize, TS)]
pub struct SuggestionDto {
    /// Playbook.
    pub playbook: String,
    /// Its name, in words.
    pub title: String,
    /// One sentence under the name.
    pub summary: String,
    /// How much speaks for it; only the order counts.
    pub score: u32,
    /// What speaks for it, in words.
    pub because: Vec<String>,
}

/// A response code of a terminal.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ResponseCodeDto {
    /// As on screen or slip.
    pub code: String,
    /// What it means.
    pub meaning: String,
    /// What the screen says.
    pub screen: String,
    /// What to do.
    pub advice: String,
    /// What never to do.
    pub never: Option<String>,
    /// Playbook that fits.
    pub playbook: Option<String>,
    /// Document, number, title.
    pub source: String,
    /// `A`, `B` or `C`.
    pub confidence: String,
    /// Day the source was checked, `YYYY-MM-DD`.
    pub checked_on: String,
    /// True for `C`: to be shown as unverified.
    pub unverified: bool,
}
