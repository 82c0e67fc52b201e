//! Sheets on paper: what to have at hand for a call, what to say to a customer, what to do on a bad day.
//!
//! The words come whole from [`recourse_rulebook::sheet`]; here they get places and become a file, drawn, finished and
//! written as a packet is. A sheet takes one page wherever it can be read on one, and its open places can be written on.
//! Nothing is looked up, and no clock is read.

mod density;
mod facts;
mod place;
mod table;

use crate::error::PacketError;
use crate::finding::{self, Built, Finding};
use crate::finish::{self, About};
use crate::font::Fonts;
use crate::layout::{Laid, Numbers, Page};
use crate::prepare::Stock;
use crate::subset::FontPlan;
use crate::text::{Ruler, clean};
use crate::write;
use density::{COMFORTABLE, LEVELS};
use place::Press;
use recourse_domain::{Moment, Unwatched};
use recourse_rulebook::Words;
use recourse_rulebook::sheet::{Body, Sheet};
use std::path::Path;

/// What a printed sheet needs besides its words.
#[derive(Debug, Clone, Copy)]
pub struct Printing<'a> {
    /// Words of the document's own particulars, in the language of the sheet.
    pub words: &'a Words,
    /// The only date of the document: that of the last change it shows.
    pub as_of: Moment,
    /// Version of the program, for the document's metadata.
    pub app_version: &'a str,
}

/// Puts a sheet at `out` as a PDF, replacing a file that is there. The same sheet gives the same bytes. The file appears
/// only when it is complete and on the disk.
///
/// Findings name characters that the fonts do not hold; those are printed as 〓.
///
/// # Errors
/// What stops writing, [`PacketError::FontUnreadable`], [`PacketError::PagesBroken`].
pub fn build(sheet: &Sheet, printing: &Printing<'_>, out: &Path) -> Result<Built, PacketError> {
    let fonts = Fonts::get()?;
    let laid = lay_out(sheet, printing.words, fonts);
    let pages = laid.numbers.total;
    let mut findings: Vec<Finding> = Vec::new();
    if !laid.missing.is_empty() {
        findings.push(finding::glyphs_missing(&laid.missing));
    }
    let stock = Stock::empty();
    let plan = FontPlan::of(&laid.pages, fonts);
    let drawn = crate::drawn(&laid, &stock, &plan)?;
    let assembly = finish::finish(drawn, &laid, stock, &[], &about(sheet, printing))?;
    let written = write::write(&assembly, out, None, &Unwatched)?;
    Ok(Built { pages, bytes: written.bytes, sha256: written.sha256, findings })
}

fn about(sheet: &Sheet, printing: &Printing<'_>) -> About {
    let words = printing.words;
    About {
        title: clean(&sheet.title),
        author: clean(&words.or_not_on_record(&sheet.owner)),
        subject: clean(&sheet.subtitle),
        creator: words.say_with("packet-creator", &[("version", printing.app_version)]),
        language: words.language().as_str().to_owned(),
        date: printing.as_of,
    }
}

/// The roomiest setting that takes one page; rather than a second page, no lines for free notes. What does not go on one
/// page is set no closer than is comfortable, on as few pages as that needs.
fn lay_out(sheet: &Sheet, words: &Words, fonts: &'static Fonts) -> Laid {
    let mut ruler = Ruler::new(fonts);
    let open = words.say("not-on-record");
    let mut set = |sheet: &Sheet, density| place::pages(sheet, &mut Press { density, open: &open, ruler: &mut ruler });
    let bare = without_notes(sheet);
    let one = |pages: &Vec<Page>| pages.len() == 1;
    let mut pages = LEVELS
        .into_iter()
        .map(|level| set(sheet, level))
        .find(one)
        .or_else(|| LEVELS.into_iter().map(|level| set(&bare, level)).find(one))
        .or_else(|| LEVELS.into_iter().take(COMFORTABLE).map(|level| set(sheet, level)).min_by_key(Vec::len))
        .unwrap_or_default();
    place::feet(&mut pages, &sheet.footer, &mut ruler);
    let total = u32::try_from(pages.len()).unwrap_or(u32::MAX);
    Laid { pages, numbers: Numbers { total, ..Numbers::default() }, missing: ruler.missing().clone() }
}

/// The sheet without the empty lines at its end.
fn without_notes(sheet: &Sheet) -> Sheet {
    let mut bare = sheet.clone();
    bare.blocks.pop_if(|last| matches!(last.body, Body::Blanks(_)));
    bare
}

#[cfg(test)]
mod tests;
