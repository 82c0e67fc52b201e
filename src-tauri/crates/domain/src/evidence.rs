//! Evidence records: what was taken in, never the bytes themselves.

use crate::error::DomainError;
use crate::ids::EvidenceId;
use crate::key::Key;
use crate::moment::Moment;
use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// SHA-256 of a file's content: 64 lower-case hexadecimal digits. Also its address in the vault.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Sha256Hex(String);

impl Sha256Hex {
    /// The 64 digits.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}
impl FromStr for Sha256Hex {
    type Err = DomainError;
    fn from_str(text: &str) -> Result<Self, DomainError> {
        if text.len() == 64 && text.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f')) {
            Ok(Self(text.to_owned()))
        } else {
            Err(DomainError::FieldUnreadable { field: "sha256".to_owned(), value: text.chars().take(80).collect() })
        }
    }
}
impl TryFrom<String> for Sha256Hex {
    type Error = DomainError;
    fn try_from(text: String) -> Result<Self, DomainError> {
        text.parse()
    }
}
impl From<Sha256Hex> for String {
    fn from(hash: Sha256Hex) -> Self {
        hash.0
    }
}
impl fmt::Display for Sha256Hex {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// What a file is, told by its content and never by its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum MediaType {
    /// JPEG image.
    #[serde(rename = "image/jpeg")]
    Jpeg,
    /// PNG image.
    #[serde(rename = "image/png")]
    Png,
    /// WebP image.
    #[serde(rename = "image/webp")]
    Webp,
    /// PDF document.
    #[serde(rename = "application/pdf")]
    Pdf,
}

impl MediaType {
    /// IANA media type.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Jpeg => "image/jpeg",
            Self::Png => "image/png",
            Self::Webp => "image/webp",
            Self::Pdf => "application/pdf",
        }
    }

    /// Usual file extension without dot.
    #[must_use]
    pub fn extension(self) -> &'static str {
        match self {
            Self::Jpeg => "jpg",
            Self::Png => "png",
            Self::Webp => "webp",
            Self::Pdf => "pdf",
        }
    }
}

/// Who supplied an exhibit.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum EvidenceSource {
    /// The shop itself.
    #[default]
    Merchant,
    /// The customer, of their own will.
    Customer,
    /// Acquirer or payment company.
    Acquirer,
    /// A bank.
    Bank,
    /// Terminal supplier or agent.
    Agent,
    /// Anybody else.
    Other,
}

impl EvidenceSource {
    /// Every source.
    pub const ALL: [Self; 6] = [Self::Merchant, Self::Customer, Self::Acquirer, Self::Bank, Self::Agent, Self::Other];

    /// Stable name.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Merchant => "merchant",
            Self::Customer => "customer",
            Self::Acquirer => "acquirer",
            Self::Bank => "bank",
            Self::Agent => "agent",
            Self::Other => "other",
        }
    }
}
impl FromStr for EvidenceSource {
    type Err = DomainError;
    fn from_str(text: &str) -> Result<Self, DomainError> {
        Self::ALL
            .into_iter()
            .find(|s| s.as_str() == text)
            .ok_or_else(|| DomainError::FieldUnreadable { field: "source".to_owned(), value: text.to_owned() })
    }
}

/// One exhibit of a case. The original bytes lie in the vault under [`Evidence::sha256`] and are never altered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Evidence {
    /// Identifier.
    pub id: EvidenceId,
    /// Number within the case, counted from 1 in the order of intake and never given out twice. Shown as `E1`, `E2`, ….
    pub number: u32,
    /// Content hash and vault address of the original.
    pub sha256: Sha256Hex,
    /// By content.
    pub media_type: MediaType,
    /// Size of the original in bytes.
    pub bytes: u64,
    /// Pages of a PDF; 1 for an image.
    pub pages: u32,
    /// Upright width in pixels; 0 for a PDF.
    #[serde(default)]
    pub width_px: u32,
    /// Upright height in pixels; 0 for a PDF.
    #[serde(default)]
    pub height_px: u32,
    /// Name of the file as the owner had it, as data only: it never becomes a path.
    pub original_name: String,
    /// What it proves, in the owner's words.
    #[serde(default)]
    pub caption: String,
    /// What kind of proof it is, in the playbook's terms, e.g. `terminal-photo`.
    pub kind: Option<Key>,
    /// Who supplied it.
    #[serde(default)]
    pub source: EvidenceSource,
    /// When the camera says it was taken (EXIF). Never mixed with what the owner says.
    pub captured_at: Option<Moment>,
    /// When it was taken in.
    pub added_at: Moment,
}

impl Evidence {
    /// Short name in lists and packets: `E1`.
    #[must_use]
    pub fn label(&self) -> String {
        format!("E{}", self.number)
    }
}
