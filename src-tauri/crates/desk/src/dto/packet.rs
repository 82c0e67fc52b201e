//! Documents about packets.

use recourse_domain::Params;
use serde::Serialize;
use ts_rs::TS;

/// A packet that was built.
#[derive(Debug, Clone, Serialize, TS)]
pub struct PacketDto {
    /// Identifier.
    pub id: String,
    /// Channel.
    pub channel: String,
    /// `zh-CN` or `en`.
    pub language: String,
    /// Hash of the PDF.
    pub sha256: String,
    /// Size.
    #[ts(type = "number")]
    pub bytes: u64,
    /// Pages.
    pub pages: u32,
    /// Name of the file.
    pub file_name: String,
    /// When, RFC 3339.
    pub built_at: String,
    /// Last journal entry it shows.
    #[ts(type = "number")]
    pub journal_seq: u64,
    /// Whether the case has changed since.
    pub outdated: bool,
}

/// Outcome of checking or building a packet.
#[derive(Debug, Clone, Serialize, TS)]
pub struct PacketReport {
    /// Channel.
    pub channel: String,
    /// Whether it keeps every known limit of the channel.
    pub fits: bool,
    /// Pages.
    pub pages: u32,
    /// Size; an estimate before building.
    #[ts(type = "number")]
    pub bytes: u64,
    /// What to look at.
    pub findings: Vec<FindingDto>,
    /// The file as asked for (command line only); the window gets none.
    pub file: Option<String>,
    /// Hash, once built.
    pub sha256: Option<String>,
    /// Packet identifier, once built.
    pub id: Option<String>,
    /// Name of the file, once built.
    pub file_name: Option<String>,
}

/// Something to look at in a packet.
#[derive(Debug, Clone, Serialize, TS)]
pub struct FindingDto {
    /// Stable code.
    pub code: String,
    /// In words.
    pub message: String,
    /// Exhibit label or field it is about.
    pub item: Option<String>,
    /// Values in the sentence.
    pub params: Params,
}
