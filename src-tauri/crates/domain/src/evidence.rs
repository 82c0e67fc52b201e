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
    /// GIF image.
    #[serde(rename = "image/gif")]
    Gif,
    /// TIFF image, as fax machines and scanners make them.
    #[serde(rename = "image/tiff")]
    Tiff,
    /// BMP image.
    #[serde(rename = "image/bmp")]
    Bmp,
    /// HEIC photo. Kept; no well-kept decoder exists that could show it.
    #[serde(rename = "image/heic")]
    Heic,
    /// AVIF photo. Kept, not shown.
    #[serde(rename = "image/avif")]
    Avif,
    /// E-mail.
    #[serde(rename = "message/rfc822")]
    Mail,
    /// E-mail as Outlook saves it. Kept, not read.
    #[serde(rename = "application/vnd.ms-outlook")]
    OutlookMail,
    /// Plain text.
    #[serde(rename = "text/plain")]
    Text,
    /// Table as text.
    #[serde(rename = "text/csv")]
    Csv,
    /// Web page or exported chat. Only its text is ever shown.
    #[serde(rename = "text/html")]
    Html,
    /// Word document.
    #[serde(rename = "application/vnd.openxmlformats-officedocument.wordprocessingml.document")]
    Docx,
    /// Excel workbook.
    #[serde(rename = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")]
    Xlsx,
    /// PowerPoint presentation. Kept, not read.
    #[serde(rename = "application/vnd.openxmlformats-officedocument.presentationml.presentation")]
    Pptx,
    /// OFD document, as Chinese electronic invoices come. Kept, not read.
    #[serde(rename = "application/ofd")]
    Ofd,
    /// Word, Excel or WPS file of the old kind. Kept, not read.
    #[serde(rename = "application/x-ole-storage")]
    Office,
    /// ZIP archive. Kept, never unpacked.
    #[serde(rename = "application/zip")]
    Zip,
    /// MP3 sound.
    #[serde(rename = "audio/mpeg")]
    Mp3,
    /// MPEG-4 sound.
    #[serde(rename = "audio/mp4")]
    M4a,
    /// WAV sound.
    #[serde(rename = "audio/wav")]
    Wav,
    /// AMR sound, as phones record calls.
    #[serde(rename = "audio/amr")]
    Amr,
    /// AAC sound.
    #[serde(rename = "audio/aac")]
    Aac,
    /// Ogg sound.
    #[serde(rename = "audio/ogg")]
    Ogg,
    /// FLAC sound.
    #[serde(rename = "audio/flac")]
    Flac,
    /// MPEG-4 film.
    #[serde(rename = "video/mp4")]
    Mp4,
    /// QuickTime film.
    #[serde(rename = "video/quicktime")]
    Mov,
    /// AVI film.
    #[serde(rename = "video/x-msvideo")]
    Avi,
    /// Matroska or WebM film.
    #[serde(rename = "video/x-matroska")]
    Mkv,
    /// Anything else, or a file whose content no decoder survived: kept byte for byte, never opened.
    #[serde(rename = "application/octet-stream")]
    Opaque,
}

impl MediaType {
    /// Every kind.
    pub const ALL: [Self; 32] = [
        Self::Jpeg,
        Self::Png,
        Self::Webp,
        Self::Pdf,
        Self::Gif,
        Self::Tiff,
        Self::Bmp,
        Self::Heic,
        Self::Avif,
        Self::Mail,
        Self::OutlookMail,
        Self::Text,
        Self::Csv,
        Self::Html,
        Self::Docx,
        Self::Xlsx,
        Self::Pptx,
        Self::Ofd,
        Self::Office,
        Self::Zip,
        Self::Mp3,
        Self::M4a,
        Self::Wav,
        Self::Amr,
        Self::Aac,
        Self::Ogg,
        Self::Flac,
        Self::Mp4,
        Self::Mov,
        Self::Avi,
        Self::Mkv,
        Self::Opaque,
    ];

    /// IANA media type.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        self.names().0
    }

    /// Usual file extension without dot.
    #[must_use]
    pub fn extension(self) -> &'static str {
        self.names().1
    }

    /// Whether its pages can be drawn: pictures that are decoded, and PDF.
    #[must_use]
    pub fn is_drawn(self) -> bool {
        matches!(self, Self::Jpeg | Self::Png | Self::Webp | Self::Gif | Self::Tiff | Self::Bmp | Self::Pdf)
    }

    /// Whether text can be read out of it.
    #[must_use]
    pub fn has_text(self) -> bool {
        matches!(
            self,
            Self::Pdf | Self::Mail | Self::Text | Self::Csv | Self::Html | Self::Docx | Self::Xlsx | Self::Zip
        )
    }

    fn names(self) -> (&'static str, &'static str) {
        match self {
            Self::Jpeg => ("image/jpeg", "jpg"),
            Self::Png => ("image/png", "png"),
            Self::Webp => ("image/webp", "webp"),
            Self::Pdf => ("application/pdf", "pdf"),
            Self::Gif => ("image/gif", "gif"),
            Self::Tiff => ("image/tiff", "tif"),
            Self::Bmp => ("image/bmp", "bmp"),
            Self::Heic => ("image/heic", "heic"),
            Self::Avif => ("image/avif", "avif"),
            Self::Mail => ("message/rfc822", "eml"),
            Self::OutlookMail => ("application/vnd.ms-outlook", "msg"),
            Self::Text => ("text/plain", "txt"),
            Self::Csv => ("text/csv", "csv"),
            Self::Html => ("text/html", "html"),
            Self::Docx => ("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
            Self::Xlsx => ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
            Self::Pptx => ("application/vnd.openxmlformats-officedocument.presentationml.presentation", "pptx"),
            Self::Ofd => ("application/ofd", "ofd"),
            Self::Office => ("application/x-ole-storage", "ole"),
            Self::Zip => ("application/zip", "zip"),
            Self::Mp3 => ("audio/mpeg", "mp3"),
            Self::M4a => ("audio/mp4", "m4a"),
            Self::Wav => ("audio/wav", "wav"),
            Self::Amr => ("audio/amr", "amr"),
            Self::Aac => ("audio/aac", "aac"),
            Self::Ogg => ("audio/ogg", "ogg"),
            Self::Flac => ("audio/flac", "flac"),
            Self::Mp4 => ("video/mp4", "mp4"),
            Self::Mov => ("video/quicktime", "mov"),
            Self::Avi => ("video/x-msvideo", "avi"),
            Self::Mkv => ("video/x-matroska", "mkv"),
            Self::Opaque => ("application/octet-stream", "bin"),
        }
    }
}

impl FromStr for MediaType {
    type Err = DomainError;
    fn from_str(text: &str) -> Result<Self, DomainError> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == text).ok_or_else(|| DomainError::FieldUnreadable {
            field: "media_type".to_owned(),
            value: text.chars().take(80).collect(),
        })
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
    /// Pages of a PDF; 1 for an image; 0 for what has no pages or cannot be drawn.
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

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_has_one_name_everywhere() {
        for kind in MediaType::ALL {
            assert_eq!(kind.as_str().parse::<MediaType>().unwrap(), kind);
            assert_eq!(serde_json::to_string(&kind).unwrap(), format!("\"{}\"", kind.as_str()));
            assert_eq!(MediaType::ALL.iter().filter(|k| k.extension() == kind.extension()).count(), 1, "{kind:?}");
        }
        assert!("image/svg+xml".parse::<MediaType>().is_err());
    }
}
