//! PDF: page count and pages as pixels, by hayro. Scripts, actions and attachments are never looked at.

use super::Want;
use crate::door::{Inspection, Password, Raster};
use crate::error::EvidenceError;
use crate::warning::Warning;
use hayro::hayro_interpret::InterpreterSettings;
use hayro::hayro_interpret::font::FontQuery;
use hayro::hayro_syntax::page::Page;
use hayro::hayro_syntax::{LoadPdfError, Pdf};
use hayro::vello_cpu::color::palette::css::WHITE;
use hayro::{PixmapSettings, RenderCache, RenderSettings};
use std::sync::Arc;

const KIND: &str = "PDF";
/// How far from the end the end mark may stand; servers like to append things.
const TAIL: usize = 64 << 10;
/// Dots an inch of a page at full size.
const FULL_DPI: f32 = 200.0;
/// Most pixels of a page at full size.
const FULL_PIXELS: f32 = 40_000_000.0;

pub(super) fn inspect(bytes: Vec<u8>) -> Result<Inspection, EvidenceError> {
    whole(&bytes)?;
    match load(bytes, None) {
        Ok(pdf) => Ok(Inspection { pages: page_count(&pdf), ..Inspection::default() }),
        Err(EvidenceError::PdfLocked) => {
            Ok(Inspection { warnings: vec![Warning::PDF_LOCKED], ..Inspection::default() })
        }
        Err(error) => Err(error),
    }
}

/// What is behind the lock.
pub(super) fn unlock(bytes: Vec<u8>, password: &Password) -> Result<Inspection, EvidenceError> {
    whole(&bytes)?;
    let pdf = load(bytes, Some(password))?;
    Ok(Inspection { pages: page_count(&pdf), ..Inspection::default() })
}

pub(super) fn render(
    bytes: Vec<u8>,
    page: u32,
    want: Want,
    password: Option<&Password>,
    font: Option<Arc<Vec<u8>>>,
) -> Result<Raster, EvidenceError> {
    let pdf = load(bytes, password)?;
    let pages = page_count(&pdf);
    let found = page.checked_sub(1).and_then(|index| pdf.pages().get(index as usize));
    let page = found.ok_or(EvidenceError::PageUnknown { page, pages })?;
    let (width, height) = target_size(page, want)?;
    let (page_width, page_height) = page.render_dimensions();
    let settings = PixmapSettings {
        // The renderer cuts the product down to whole pixels; a hair more keeps it from losing one.
        x_scale: (f32::from(width) + 0.01) / page_width,
        y_scale: (f32::from(height) + 0.01) / page_height,
        bg_color: WHITE,
    };
    let pixmap = hayro::render(page, &RenderCache::new(), &interpreter(font), &RenderSettings::default(), &settings);
    let rgb: Vec<u8> = pixmap.data_as_u8_slice().chunks_exact(4).flat_map(|p| [p[0], p[1], p[2]]).collect();
    Raster::new(KIND, rgb, u32::from(pixmap.width()), u32::from(pixmap.height()), 3)
}

pub(super) fn load(bytes: Vec<u8>, password: Option<&Password>) -> Result<Pdf, EvidenceError> {
    let typed = password.map_or("", Password::reveal);
    let pdf = Pdf::new_with_password(bytes, typed).map_err(|e| match e {
        LoadPdfError::Decryption(_) => EvidenceError::PdfLocked,
        LoadPdfError::Invalid => EvidenceError::damaged(KIND, "it cannot be opened"),
    })?;
    if pdf.pages().is_empty() { Err(EvidenceError::damaged(KIND, "no pages")) } else { Ok(pdf) }
}

fn page_count(pdf: &Pdf) -> u32 {
    u32::try_from(pdf.pages().len()).unwrap_or(u32::MAX)
}

/// Width and height in pixels to draw the page at.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, clippy::cast_precision_loss)]
fn target_size(page: &Page<'_>, want: Want) -> Result<(u16, u16), EvidenceError> {
    let (width, height) = page.render_dimensions();
    if !(width.is_finite() && height.is_finite() && width > 0.0 && height > 0.0) {
        return Err(EvidenceError::damaged(KIND, "a page without size"));
    }
    let scale = match want {
        Want::Preview(longest) => longest as f32 / width.max(height),
        Want::Full => {
            let scale = (FULL_DPI / 72.0).min((FULL_PIXELS / (width * height)).sqrt());
            scale.min(super::MAX_SIDE as f32 / width.max(height))
        }
    };
    // In range by the limits above: at least one pixel, at most `MAX_SIDE`.
    let side = |points: f32| (points * scale).round().clamp(1.0, super::MAX_SIDE as f32) as u16;
    Ok((side(width), side(height)))
}

/// Draws with the fonts of the file; what is missing comes from the standard fonts, and for Chinese, Japanese and
/// Korean collections from the font that was handed in.
fn interpreter(font: Option<Arc<Vec<u8>>>) -> InterpreterSettings {
    let standard = InterpreterSettings::default();
    let Some(font) = font else { return standard };
    let resolver = Arc::clone(&standard.font_resolver);
    InterpreterSettings {
        font_resolver: Arc::new(move |query| match query {
            FontQuery::Fallback(wanted) if wanted.character_collection.is_some() => Some((Arc::clone(&font) as _, 0)),
            _ => resolver(query),
        }),
        ..standard
    }
}

/// Whether the end of the file is there: its end mark, and for a web-optimised file the stated length.
fn whole(bytes: &[u8]) -> Result<(), EvidenceError> {
    let tail = &bytes[bytes.len().saturating_sub(TAIL)..];
    let ends = memchr::memmem::rfind(tail, b"%%EOF").is_some();
    if !ends || linearized_length(bytes).is_some_and(|stated| stated > bytes.len()) {
        return Err(EvidenceError::Truncated { kind: KIND });
    }
    Ok(())
}

/// The length a web-optimised file states in its first object. Its first part has an end mark of its own, so the
/// end mark alone would not show that the rest is missing.
fn linearized_length(bytes: &[u8]) -> Option<usize> {
    let head = &bytes[..bytes.len().min(2048)];
    let start = memchr::memmem::find(head, b"/Linearized")?;
    let object = &head[start..];
    let object = &object[..memchr::memmem::find(object, b">>").unwrap_or(object.len())];
    let after = &object[memchr::memmem::find(object, b"/L ")? + 3..];
    let digits = after.iter().take_while(|b| b.is_ascii_digit()).count();
    std::str::from_utf8(&after[..digits]).ok()?.parse().ok()
}
