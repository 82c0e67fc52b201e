//! Questions to a [`super::Door`] and its answers: plain values that can cross between processes.

use crate::error::EvidenceError;
use crate::warning::Warning;
use chrono::{FixedOffset, NaiveDateTime};
use recourse_domain::MediaType;

/// A question about one file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Ask {
    /// Structure, size and metadata.
    Inspect {
        /// What its first bytes say it is.
        media: MediaType,
    },
    /// One page as upright pixels.
    Pixels {
        /// What it is.
        media: MediaType,
        /// Page, from 1.
        page: u32,
        /// Shrunk until the longer side has at most so many pixels; full size when absent.
        longest_px: Option<u32>,
    },
    /// Its text.
    Read {
        /// What it is.
        media: MediaType,
    },
    /// What is attached to it.
    Parts {
        /// What it is.
        media: MediaType,
    },
    /// A locked PDF: its pages counted when `page` is 0, else that page as pixels at full size.
    Unlock {
        /// What opens it.
        password: Password,
        /// Page, from 1; 0 asks for an inspection.
        page: u32,
    },
}

/// The password of somebody's PDF. It is asked of a person, used at once, and neither kept nor told to the log.
#[derive(Clone, PartialEq, Eq)]
pub struct Password(String);

impl Password {
    /// As it was typed.
    #[must_use]
    pub fn new(typed: String) -> Self {
        Self(typed)
    }

    pub(crate) fn reveal(&self) -> &str {
        &self.0
    }
}

impl std::fmt::Debug for Password {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Password(…)")
    }
}

impl Ask {
    /// What the file is taken to be.
    #[must_use]
    pub fn media(&self) -> MediaType {
        match self {
            Self::Inspect { media } | Self::Pixels { media, .. } | Self::Read { media } | Self::Parts { media } => {
                *media
            }
            Self::Unlock { .. } => MediaType::Pdf,
        }
    }
}

/// The answer to an [`Ask`] of the same name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    /// To [`Ask::Inspect`].
    Inspection(Inspection),
    /// To [`Ask::Pixels`].
    Pixels(Pixels),
    /// To [`Ask::Read`].
    Reading(Reading),
    /// To [`Ask::Parts`].
    Parts(Vec<Part>),
}

/// A decoder that answers something else than it was asked has lost its way.
fn astray<T>() -> Result<T, EvidenceError> {
    Err(EvidenceError::DecoderDied)
}

impl Answer {
    pub(crate) fn inspection(self) -> Result<Inspection, EvidenceError> {
        if let Self::Inspection(found) = self { Ok(found) } else { astray() }
    }
    pub(crate) fn pixels(self) -> Result<Pixels, EvidenceError> {
        if let Self::Pixels(found) = self { Ok(found) } else { astray() }
    }
    pub(crate) fn reading(self) -> Result<Reading, EvidenceError> {
        if let Self::Reading(found) = self { Ok(found) } else { astray() }
    }
    pub(crate) fn parts(self) -> Result<Vec<Part>, EvidenceError> {
        if let Self::Parts(found) = self { Ok(found) } else { astray() }
    }
}

/// What a look into a file found, without its pixels.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Inspection {
    /// What the whole content is, when that is more than the first bytes tell: a mail among texts, a Word document
    /// among archives.
    pub media: Option<MediaType>,
    /// Pages of a PDF (0 while it is locked); 1 for an image; 0 for what is not drawn.
    pub pages: u32,
    /// Upright width in pixels; 0 for everything but an image.
    pub width_px: u32,
    /// Upright height in pixels; 0 for everything but an image.
    pub height_px: u32,
    /// Attachments of a mail, or entries of an archive.
    pub parts: u32,
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

/// An upright picture, alpha laid over white.
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

/// The text of a file. Whole card numbers, security codes and PINs are masked before it leaves the decoder.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Reading {
    /// Page by page for a PDF; one page for everything else.
    pub pages: Vec<String>,
    /// Where digits stood that look like a card number or a secret.
    pub spots: Vec<Spot>,
    /// Whether there was more text than is read.
    pub cut_short: bool,
    /// Whether the encoding had to be guessed or some characters could not be read.
    pub guessed: bool,
}

/// A place in a file that holds what may not be kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Spot {
    /// What it looks like.
    pub what: Sighted,
    /// Page, from 1.
    pub page: u32,
    /// Where on the upright page, when the file has places.
    pub rect: Option<Rect>,
}

/// What a [`Spot`] looks like.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Sighted {
    /// A whole card number.
    Card = 0,
    /// A security code, PIN or magnetic track: may not be kept at all.
    Secret = 1,
}

impl Sighted {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Card, Self::Secret];
}

/// Into so many parts the width and the height of a page are divided for a [`Rect`].
pub const PAGE_UNITS: u32 = 1_000_000;

/// A rectangle on an upright page, in millionths of its width and height, so that it fits a page at every size.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Rect {
    /// From the left edge.
    pub left: u32,
    /// From the top edge.
    pub top: u32,
    /// Width.
    pub width: u32,
    /// Height.
    pub height: u32,
}

impl Rect {
    /// Whether it lies within the page.
    #[must_use]
    pub fn is_on_the_page(&self) -> bool {
        let within = |start: u32, length: u32| start.checked_add(length).is_some_and(|end| end <= PAGE_UNITS);
        within(self.left, self.width) && within(self.top, self.height)
    }
}

/// Something attached to a mail.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// Its name as the mail tells it, made safe to show: data, never a path.
    pub name: String,
    /// Its content.
    pub bytes: Vec<u8>,
}
