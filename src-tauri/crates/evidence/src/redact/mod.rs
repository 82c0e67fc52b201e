//! Redaction: rectangles painted black into the pixels of a new file, from which the rest cannot come back.
//!
//! A worker decodes the original; the rectangles are burned into its plain pixels on this side, and a new file is made
//! from nothing but those. Metadata, thumbnails, text layers, earlier revisions, attachments and whatever lay behind the
//! end mark have no way into it. The same original with the same rectangles gives the same bytes. The original is only
//! read. Which rectangles are right is for a person to say; nothing here searches for them.

mod pixel_pdf;

use crate::door::{Ask, Door, Password, Raster, Rect, ShortName};
use crate::error::EvidenceError;
use crate::vault::{Taken, Vault};
use jpeg_encoder::{ColorType, Encoder};
use pixel_pdf::PixelPdf;
use recourse_domain::{MediaType, Progress, Sha256Hex, Watcher};
use std::collections::BTreeMap;
use std::path::Path;

/// Pixels by which each rectangle is widened on every side, so that no edge of a digit stays.
pub const MARGIN_PX: u32 = 3;
/// Quality of JPEG files that are made.
const QUALITY: u8 = 92;
/// Most pages of a document that are redacted at once.
pub const MAX_PAGES: u32 = 500;

/// What to hide: rectangles by page, counted from 1. An image has one page.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Redaction {
    /// Rectangles by page.
    pub pages: BTreeMap<u32, Vec<Rect>>,
}

impl Redaction {
    /// Rectangles on the only page of an image.
    #[must_use]
    pub fn of_image(rects: Vec<Rect>) -> Self {
        Self { pages: BTreeMap::from([(1, rects)]) }
    }

    /// # Errors
    /// [`EvidenceError::RedactionEmpty`] when nothing would be hidden, or a rectangle has no area or leaves its page.
    fn check(&self) -> Result<(), EvidenceError> {
        let sound = |rect: &Rect| rect.is_on_the_page() && rect.width > 0 && rect.height > 0;
        let mut rects = self.pages.values().flatten().peekable();
        if rects.peek().is_some() && rects.all(sound) { Ok(()) } else { Err(EvidenceError::RedactionEmpty) }
    }
}

/// A new file without what was hidden.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Redacted {
    /// The whole file.
    pub bytes: Vec<u8>,
    /// JPEG for photos, PNG for other images, PDF for documents.
    pub media: MediaType,
}

/// A redacted file in the vault.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Derived {
    /// The new file as it was taken in.
    pub taken: Taken,
    /// The original it was made from.
    pub parent: Sha256Hex,
}

impl Vault {
    /// Makes a redacted copy of an original and takes it in under `name`. The original is verified first and stays.
    ///
    /// # Errors
    /// [`EvidenceError::RedactionEmpty`], [`EvidenceError::NotRedactable`], what is wrong with the original, or why
    /// the copy could not be kept (see [`Vault::take_in_bytes`]).
    pub fn redact(
        &self,
        parent: &Sha256Hex,
        media: MediaType,
        redaction: &Redaction,
        name: &str,
        door: &dyn Door,
        watch: &dyn Watcher,
    ) -> Result<Derived, EvidenceError> {
        self.verify(parent)?;
        let made = burn(&self.path_of(parent), media, redaction, door, watch)?;
        let taken = self.take_in_bytes(&made.bytes, name, door, watch)?;
        Ok(Derived { taken, parent: parent.clone() })
    }

    /// Makes a copy of a locked PDF that opens without its password, and takes it in under `name`. The copy is made of
    /// pixels like a redacted one, the original is verified first and stays, and the password is kept nowhere.
    ///
    /// # Errors
    /// [`EvidenceError::PdfLocked`] when the password is wrong; otherwise as [`Vault::redact`].
    pub fn unlock(
        &self,
        parent: &Sha256Hex,
        password: &Password,
        name: &str,
        door: &dyn Door,
        watch: &dyn Watcher,
    ) -> Result<Derived, EvidenceError> {
        self.verify(parent)?;
        let path = self.path_of(parent);
        let ask = Ask::Unlock { password: password.clone(), page: 0 };
        let pages = door.ask(&path, &ask, watch)?.inspection()?.pages;
        let redaction = &Redaction::default();
        let media = MediaType::Pdf;
        let job = Job { path: &path, media, redaction, door, watch, pages, password: Some(password) };
        let taken = self.take_in_bytes(&job.document()?.bytes, name, door, watch)?;
        Ok(Derived { taken, parent: parent.clone() })
    }
}

/// Makes a redacted copy of the file at `path`.
///
/// # Errors
/// As [`Vault::redact`].
pub fn burn(
    path: &Path,
    media: MediaType,
    redaction: &Redaction,
    door: &dyn Door,
    watch: &dyn Watcher,
) -> Result<Redacted, EvidenceError> {
    if !media.is_drawn() {
        return Err(EvidenceError::NotRedactable);
    }
    redaction.check()?;
    let seen = door.ask(path, &Ask::Inspect { media }, watch)?.inspection()?;
    if seen.pages == 0 {
        return Err(EvidenceError::PdfLocked);
    }
    if let Some(&page) = redaction.pages.keys().find(|page| !(1..=seen.pages).contains(*page)) {
        return Err(EvidenceError::PageUnknown { page, pages: seen.pages });
    }
    let job = Job { path, media, redaction, door, watch, pages: seen.pages, password: None };
    match media {
        MediaType::Pdf => job.document(),
        MediaType::Jpeg => Ok(Redacted { bytes: jpeg(&job.page(1)?)?, media: MediaType::Jpeg }),
        _ => Ok(Redacted { bytes: job.page(1)?.to_png()?, media: MediaType::Png }),
    }
}

struct Job<'a> {
    path: &'a Path,
    media: MediaType,
    redaction: &'a Redaction,
    door: &'a dyn Door,
    watch: &'a dyn Watcher,
    pages: u32,
    /// Of a locked PDF.
    password: Option<&'a Password>,
}

impl Job<'_> {
    /// One page with its rectangles painted.
    fn page(&self, page: u32) -> Result<Raster, EvidenceError> {
        let (done, total) = (u64::from(page - 1), u64::from(self.pages));
        self.watch.progress(&Progress { what: "job-redacting", item: "", done, total });
        if self.watch.cancelled() {
            return Err(EvidenceError::Cancelled);
        }
        let ask = match self.password {
            Some(password) => Ask::Unlock { password: password.clone(), page },
            None => Ask::Pixels { media: self.media, page, longest_px: None },
        };
        let pixels = self.door.ask(self.path, &ask, self.watch)?.pixels()?;
        let mut raster = Raster::of(self.media.short_name(), pixels)?;
        for rect in self.redaction.pages.get(&page).into_iter().flatten() {
            raster.blacken(rect, MARGIN_PX);
        }
        Ok(raster)
    }

    /// Every page as pixels, also those without a rectangle: what is not drawn must not stay.
    fn document(&self) -> Result<Redacted, EvidenceError> {
        if self.pages > MAX_PAGES {
            return Err(EvidenceError::PageUnknown { page: self.pages, pages: MAX_PAGES });
        }
        let mut pdf = PixelPdf::default();
        for page in 1..=self.pages {
            pdf.add(&self.page(page)?.without_needless_colour())?;
        }
        Ok(Redacted { bytes: pdf.finish(), media: MediaType::Pdf })
    }
}

/// A JPEG file of these pixels and nothing else.
fn jpeg(raster: &Raster) -> Result<Vec<u8>, EvidenceError> {
    let side = |px: u32| {
        u16::try_from(px).map_err(|_| EvidenceError::TooManyPixels {
            width: u64::from(raster.width()),
            height: u64::from(raster.height()),
        })
    };
    let colour = if raster.channels() == 1 { ColorType::Luma } else { ColorType::Rgb };
    let mut bytes = Vec::new();
    Encoder::new(&mut bytes, QUALITY)
        .encode(raster.samples(), side(raster.width())?, side(raster.height())?, colour)
        .map_err(|e| EvidenceError::damaged("JPEG", e.to_string()))?;
    Ok(bytes)
}
