//! Documents about exhibits.

use recourse_domain::Params;
use serde::Serialize;
use ts_rs::TS;

/// An exhibit.
#[derive(Debug, Clone, Serialize, TS)]
pub struct EvidenceDto {
    /// Identifier.
    pub id: String,
    /// Short name, e.g. `E1`.
    pub label: String,
    /// Hash of the original.
    pub sha256: String,
    /// Kind of proof, when said.
    pub kind: Option<String>,
    /// By content.
    pub media_type: String,
    /// Size of the original.
    #[ts(type = "number")]
    pub bytes: u64,
    /// Pages of a PDF; 1 for an image.
    pub pages: u32,
    /// Upright width in px; 0 for a PDF.
    pub width_px: u32,
    /// Upright height in px; 0 for a PDF.
    pub height_px: u32,
    /// Name as the owner had it, made safe to show.
    pub name: String,
    /// What it proves.
    pub caption: String,
    /// Who supplied it.
    pub source: String,
    /// When the camera says it was taken, RFC 3339.
    pub captured_at: Option<String>,
    /// When it was taken in, RFC 3339.
    pub added_at: String,
}

/// What became of files offered as evidence.
#[derive(Debug, Clone, Serialize, TS)]
pub struct AddReport {
    /// Taken in.
    pub added: Vec<Added>,
    /// Not taken in, each with its reason.
    pub refused: Vec<Refused>,
}

/// A file that was taken in.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Added {
    /// Identifier.
    pub id: String,
    /// Short name.
    pub label: String,
    /// Hash.
    pub sha256: String,
    /// Kind of proof.
    pub kind: Option<String>,
    /// By content.
    pub media_type: String,
    /// Size.
    #[ts(type = "number")]
    pub bytes: u64,
    /// Pages.
    pub pages: u32,
    /// Exhibit of this case that already holds the same content; then nothing new was made.
    pub duplicate_of: Option<String>,
    /// Things worth a look.
    pub warnings: Vec<WarningDto>,
}

/// Something worth a look that did not stop the work.
#[derive(Debug, Clone, Serialize, TS)]
pub struct WarningDto {
    /// Stable code.
    pub code: String,
    /// In words.
    pub message: String,
    /// Values in the sentence.
    pub params: Params,
}

/// A file that was not taken in.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Refused {
    /// Name as offered, made safe to show.
    pub name: String,
    /// Stable code.
    pub code: String,
    /// In words.
    pub message: String,
}

/// Whether the vault still holds what the journal says.
#[derive(Debug, Clone, Serialize, TS)]
pub struct VerifyReport {
    /// Blobs checked.
    #[ts(type = "number")]
    pub checked: u64,
    /// Hashes named by the journal with no blob.
    pub missing: Vec<String>,
    /// Hashes whose blob no longer has that content.
    pub altered: Vec<String>,
    /// Blobs that no entry names; harmless, kept.
    pub orphan: Vec<String>,
}
