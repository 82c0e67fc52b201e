//! Content model, pages, PDF: the dispute packet and its self-check.
//!
//! A packet is made in steps, each of which can be looked at alone:
//!
//! | step | module | gives |
//! |---|---|---|
//! | look at the exhibits | `prepare`, [`foreign`] | plates: what can be drawn, and how |
//! | say | `compose` → `model` | sections, blocks, text; no positions |
//! | lay out | `text`, `wrap`, `layout`, `style` | positioned pages; pure |
//! | draw | `draw`, `subset`, `font` | printpdf operations and subset fonts |
//! | finish | `finish`, `xmp` | bookmarks, labels, metadata, pictures by reference |
//! | write | `write`, `sink`, `hashing`, `object`, `compress`, `unfinished` | the file, in one pass |
//!
//! A [`sheet`] goes the same way from the drawing on; its pages are laid by rules of its own.
//!
//! The same input gives the same bytes: no clock, no randomness and no order of threads may enter. Decoding of files
//! that came from somebody else happens behind [`recourse_evidence::Door`] alone; PDF pages come through [`foreign`].

mod compose;
mod compress;
mod draw;
mod error;
mod finding;
mod finish;
mod font;
pub mod foreign;
mod hashing;
mod input;
mod layout;
mod model;
mod object;
mod plate;
mod prepare;
pub mod sheet;
mod sink;
mod style;
mod subset;
mod text;
mod unfinished;
mod wrap;
mod write;
mod xmp;

pub use error::PacketError;
pub use finding::{Built, Finding, FindingCode, Report};
pub use input::{Exhibit, PacketInput, TimelineEntry};

use finish::Assembly;
use layout::Laid;
use prepare::{Look, Stock};
use recourse_domain::{Progress, Unwatched, Watcher};
use recourse_evidence::Door;
use std::path::Path;

/// Looks at what a packet would be: pages, size, what it lacks, whether its channel takes it. Every original is read
/// and hashed. Nothing is written.
///
/// # Errors
/// As [`check_watched`], but never cancelled.
pub fn check(input: &PacketInput<'_>, door: &dyn Door) -> Result<Report, PacketError> {
    check_watched(input, door, &Unwatched)
}

/// As [`check`], with progress and a way to stop.
///
/// # Errors
/// [`PacketError::Cancelled`], [`PacketError::FontUnreadable`]. A missing or altered exhibit is a finding here.
pub fn check_watched(input: &PacketInput<'_>, door: &dyn Door, watch: &dyn Watcher) -> Result<Report, PacketError> {
    let stock = prepare::prepare(input, door, watch, Look::Check)?;
    let (content, laid, findings) = lay_out(input, &stock)?;
    let pages = laid.numbers.total;
    let bytes = write::size(&assemble(input, &content, &laid, stock)?);
    let (fits, findings) = finding::judge(input, pages, bytes, findings);
    Ok(Report { fits, pages, bytes, findings })
}

/// Builds a packet and puts it at `out`, replacing a file that is there. The file appears only when it is complete and
/// on the disk; after an error or a cancellation nothing of it is left.
///
/// # Errors
/// Each [`PacketError`]: an exhibit that is missing, altered or unreadable ends the work.
pub fn build(input: &PacketInput<'_>, out: &Path, door: &dyn Door, watch: &dyn Watcher) -> Result<Built, PacketError> {
    let stock = prepare::prepare(input, door, watch, Look::Build)?;
    watch.progress(&Progress { what: "job-packet-pages", item: "", done: 0, total: 0 });
    let (content, laid, findings) = lay_out(input, &stock)?;
    if watch.cancelled() {
        return Err(PacketError::Cancelled);
    }
    let pages = laid.numbers.total;
    let assembly = assemble(input, &content, &laid, stock)?;
    // What is not needed to write would otherwise lie in memory until the last photo is copied.
    drop((content, laid));
    let written = write::write(&assembly, out, Some(door), watch)?;
    let (_, findings) = finding::judge(input, pages, written.bytes, findings);
    Ok(Built { pages, bytes: written.bytes, sha256: written.sha256, findings })
}

/// Content and pages. Characters that cannot be drawn are known only when the pages are; the packet names them, so it
/// is composed once more then.
fn lay_out(input: &PacketInput<'_>, stock: &Stock) -> Result<(model::Content, Laid, Vec<Finding>), PacketError> {
    let fonts = font::Fonts::get()?;
    let mut findings = finding::of_case(input);
    findings.extend(stock.findings.iter().cloned());
    let mut content = compose::compose(input, stock, &findings);
    let mut laid = layout::lay_out(&content, fonts);
    if !laid.missing.is_empty() {
        findings.push(finding::glyphs_missing(&laid.missing));
        content = compose::compose(input, stock, &findings);
        laid = layout::lay_out(&content, fonts);
    }
    Ok((content, laid, findings))
}

/// Pages to a document that is ready to be written.
fn assemble(
    input: &PacketInput<'_>,
    content: &model::Content,
    laid: &Laid,
    stock: Stock,
) -> Result<Assembly, PacketError> {
    let plan = subset::FontPlan::of(&laid.pages, font::Fonts::get()?);
    let bookmarks = compose::bookmarks(content, &laid.numbers, input.words);
    finish::finish(drawn(laid, &stock, &plan)?, laid, stock, &bookmarks, &compose::about(input))
}

/// The document as printpdf makes it; its operations are gone when this returns.
fn drawn(laid: &Laid, stock: &Stock, plan: &subset::FontPlan) -> Result<lopdf::Document, PacketError> {
    let mut document = printpdf::PdfDocument::new("");
    document.resources.fonts.map = plan.build()?;
    document.pages = draw::pages(laid, &stock.plates, plan);
    let options =
        printpdf::PdfSaveOptions { optimize: false, subset_fonts: false, secure: true, image_optimization: None };
    let mut warnings = Vec::new();
    let drawn = document.to_lopdf_document(&options, &mut warnings);
    match warnings.into_iter().find(|w| w.severity == printpdf::PdfParseErrorSeverity::Error) {
        Some(warning) => Err(PacketError::PagesBroken { reason: warning.msg }),
        None => Ok(drawn),
    }
}

/// The packet's own font file, for whoever has to draw text whose font is not at hand (PDF pages without embedded fonts).
#[must_use]
pub fn fallback_font() -> std::sync::Arc<Vec<u8>> {
    std::sync::Arc::new(font::REGULAR.to_vec())
}

#[cfg(test)]
mod tests;
