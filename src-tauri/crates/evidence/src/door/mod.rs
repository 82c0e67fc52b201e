//! The one door to decoding. Bytes that came from somebody else are taken apart behind a [`Door`] and nowhere else;
//! callers get facts and plain pixels. No decoder may be named outside the door's implementations.

mod in_process;

pub use in_process::InProcess;

use crate::error::EvidenceError;
use crate::warning::Warning;
use chrono::{FixedOffset, NaiveDateTime};
use recourse_domain::MediaType;
use std::path::Path;

/// Most pixels a picture may have, told from its header.
pub const MAX_PIXELS: u64 = 100_000_000;
/// Longest side a picture may have, in pixels.
pub const MAX_SIDE: u32 = 30_000;
/// Largest `longest_px` that [`Door::picture`] honours; more is cut to this.
pub const MAX_PREVIEW: u32 = 4_096;

/// What a look into a file found, without its pixels.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Inspection {
    /// Pages of a PDF (0 while it is locked); 1 for an image.
    pub pages: u32,
    /// Upright width in pixels; 0 for a PDF.
    pub width_px: u32,
    /// Upright height in pixels; 0 for a PDF.
    pub height_px: u32,
    /// Wall time at which the camera says the picture was taken.
    pub captured_at: Option<NaiveDateTime>,
    /// The camera's distance from UTC, when it tells one.
    pub captured_offset: Option<FixedOffset>,
    /// What a person should know although the file is taken in.
    pub warnings: Vec<Warning>,
}

/// A small upright picture, safe to hand to the window.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    /// A PNG file without any metadata.
    pub png: Vec<u8>,
    /// Width in pixels.
    pub width_px: u32,
    /// Height in pixels.
    pub height_px: u32,
}

/// A full-size upright picture, alpha laid over white.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pixels {
    /// Rows from the top, 8 bits a channel, no padding: RGB or gray.
    pub rgb: Vec<u8>,
    /// Width in pixels.
    pub width_px: u32,
    /// Height in pixels.
    pub height_px: u32,
    /// 3 for RGB, 1 for gray.
    pub channels: u8,
}

/// Decodes on behalf of the rest of the app. Implementations hold every limit and never panic on hostile content.
pub trait Door: Send + Sync {
    /// Looks at structure, size and metadata; whole files only.
    ///
    /// # Errors
    /// [`EvidenceError::Truncated`], [`EvidenceError::Damaged`], [`EvidenceError::TooManyPixels`],
    /// [`EvidenceError::KindUnsupported`], [`EvidenceError::TooSlow`], or why the file cannot be read.
    /// A PDF locked with a password is no error here but a warning.
    fn inspect(&self, path: &Path, media: MediaType) -> Result<Inspection, EvidenceError>;

    /// A preview of one page (from 1; always 1 for an image) whose longer side has at most `longest_px` pixels.
    /// Images are never enlarged.
    ///
    /// # Errors
    /// As [`Door::inspect`], and [`EvidenceError::PageUnknown`], [`EvidenceError::PdfLocked`].
    fn picture(&self, path: &Path, media: MediaType, page: u32, longest_px: u32) -> Result<Picture, EvidenceError>;

    /// One page at full size: an image as it is, a PDF page at 200 dots an inch (fewer for very large pages).
    ///
    /// # Errors
    /// As [`Door::picture`].
    fn pixels(&self, path: &Path, media: MediaType, page: u32) -> Result<Pixels, EvidenceError>;
}
