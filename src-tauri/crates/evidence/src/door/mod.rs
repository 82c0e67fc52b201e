//! The one door to decoding. Bytes that came from somebody else are taken apart behind a [`Door`] and nowhere else;
//! callers get facts, text and plain pixels. No decoder may be named outside [`InProcess`], and the app reaches that
//! only through [`Sandboxed`], in a process with its hands tied. Pictures for the window are packed on this side from
//! plain pixels, so that no byte a decoder made is ever taken apart by the window.

mod ask;
mod in_process;
mod raster;
mod sandboxed;

pub use ask::{Answer, Ask, Inspection, PAGE_UNITS, Part, Password, Picture, Pixels, Reading, Rect, Sighted, Spot};
pub use in_process::InProcess;
pub(crate) use raster::Raster;
pub use sandboxed::{Launch, Sandboxed};

use crate::error::EvidenceError;
use crate::worker::Bonds;
use recourse_domain::{MediaType, Unwatched, Watcher};
use std::path::Path;

/// Most pixels a picture may have, told from its header.
pub const MAX_PIXELS: u64 = 100_000_000;
/// Longest side a picture may have, in pixels.
pub const MAX_SIDE: u32 = 30_000;
/// Largest `longest_px` that [`Door::picture`] honours; more is cut to this.
pub const MAX_PREVIEW: u32 = 4_096;

/// Decodes on behalf of the rest of the app. Implementations hold every limit and never panic on hostile content.
pub trait Door: Send + Sync {
    /// Answers one question about a file. Calling off through `watch` ends the work at once where a worker does it.
    ///
    /// # Errors
    /// [`EvidenceError::Truncated`], [`EvidenceError::Damaged`], [`EvidenceError::TooManyPixels`],
    /// [`EvidenceError::KindUnsupported`], [`EvidenceError::PageUnknown`], [`EvidenceError::PdfLocked`],
    /// [`EvidenceError::TooSlow`], [`EvidenceError::DecoderDied`], [`EvidenceError::DecoderMissing`],
    /// [`EvidenceError::Cancelled`], or why the file cannot be read.
    fn ask(&self, path: &Path, ask: &Ask, watch: &dyn Watcher) -> Result<Answer, EvidenceError>;

    /// How the hands of those who decode are tied; `None` when they are not processes of their own.
    ///
    /// # Errors
    /// [`EvidenceError::DecoderMissing`].
    fn bonds(&self) -> Result<Option<Bonds>, EvidenceError> {
        Ok(None)
    }

    /// Looks at structure, size and metadata; whole files only. A PDF locked with a password is no error here but a
    /// warning.
    ///
    /// # Errors
    /// As [`Door::ask`].
    fn inspect(&self, path: &Path, media: MediaType) -> Result<Inspection, EvidenceError> {
        self.ask(path, &Ask::Inspect { media }, &Unwatched)?.inspection()
    }

    /// A preview of one page (from 1; always 1 for an image) whose longer side has at most `longest_px` pixels.
    /// Images are never enlarged.
    ///
    /// # Errors
    /// As [`Door::ask`].
    fn picture(&self, path: &Path, media: MediaType, page: u32, longest_px: u32) -> Result<Picture, EvidenceError> {
        let longest_px = Some(longest_px.clamp(1, MAX_PREVIEW));
        let pixels = self.ask(path, &Ask::Pixels { media, page, longest_px }, &Unwatched)?.pixels()?;
        let raster = Raster::of(media.short_name(), pixels)?;
        Ok(Picture { png: raster.to_png()?, width_px: raster.width(), height_px: raster.height() })
    }

    /// One page at full size: an image as it is, a PDF page at 200 dots an inch (fewer for very large pages).
    ///
    /// # Errors
    /// As [`Door::ask`].
    fn pixels(&self, path: &Path, media: MediaType, page: u32) -> Result<Pixels, EvidenceError> {
        self.ask(path, &Ask::Pixels { media, page, longest_px: None }, &Unwatched)?.pixels()
    }

    /// The text of a document or mail, with card numbers and secrets masked, and where on the page they stood.
    ///
    /// # Errors
    /// As [`Door::ask`].
    fn read(&self, path: &Path, media: MediaType) -> Result<Reading, EvidenceError> {
        self.ask(path, &Ask::Read { media }, &Unwatched)?.reading()
    }

    /// What is attached to a mail. Each part may be taken in as evidence of its own.
    ///
    /// # Errors
    /// As [`Door::ask`].
    fn parts(&self, path: &Path, media: MediaType) -> Result<Vec<Part>, EvidenceError> {
        self.ask(path, &Ask::Parts { media }, &Unwatched)?.parts()
    }
}

/// Names of kinds in messages.
pub(crate) trait ShortName {
    /// `JPEG`, `PDF`, …; `unknown` for what has no name that people know.
    fn short_name(&self) -> &'static str;
}

impl ShortName for MediaType {
    fn short_name(&self) -> &'static str {
        match self {
            Self::Jpeg => "JPEG",
            Self::Png => "PNG",
            Self::Webp => "WebP",
            Self::Pdf => "PDF",
            Self::Gif => "GIF",
            Self::Tiff => "TIFF",
            Self::Bmp => "BMP",
            Self::Heic => "HEIC",
            Self::Mail => "EML",
            Self::Text | Self::Csv => "TXT",
            Self::Html => "HTML",
            Self::Docx => "DOCX",
            Self::Xlsx => "XLSX",
            Self::Zip => "ZIP",
            Self::Office => "Office",
            _ => "unknown",
        }
    }
}
