//! Pages of somebody else's PDF as pictures-in-place: Form XObjects that keep text as text and fonts as fonts.
//!
//! Nothing is taken over that is not on a list. What a page paints is copied (its content, and the fonts, images,
//! patterns, shadings and colour spaces it reaches); what a document *does* is not: annotations, actions, scripts,
//! forms, attachments, links, metadata, structure and layer switches stay behind. Filled fields, seals and stamps come
//! along as paint, and layers as a viewer shows them on opening.
//!
//! | file | answers |
//! |---|---|
//! | `scan` | does the raw file look like a trap for a parser? |
//! | `load` | bytes → objects, decrypted, repaired when broken |
//! | `pages` | which pages, with inherited attributes, which rectangle, how turned |
//! | `layers`, `content` | which layers show; content streams joined and freed of hidden layers |
//! | `kind`, `copy` | the list of what may come along, and the walk that copies it |
//! | `form` | one page → one upright form with its origin at 0, 0 |
//!
//! No layout, no file access and no rendering may enter here.

mod content;
mod copy;
mod error;
mod form;
mod kind;
mod layers;
mod load;
mod pages;
mod scan;

pub use error::ForeignError;
use lopdf::{Document, ObjectId};

/// Most pages of one exhibit.
pub const MAX_PAGES: usize = 2000;

/// One page of somebody else's PDF, ready to be painted with `/Name Do` wherever the caller wants it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct FormPage {
    /// A Form XObject in the destination document: upright, its lower left corner at 0, 0.
    pub form: ObjectId,
    /// Upright width in points (1/72 inch), the page's own unit already applied.
    pub width_pt: f32,
    /// Upright height in points.
    pub height_pt: f32,
}

/// What an import brought.
#[derive(Debug, Clone, PartialEq)]
pub struct Imported {
    /// The pages in their order.
    pub pages: Vec<FormPage>,
    /// Whether the file was broken and only what could be saved of it was taken over: pages may be missing.
    pub repaired: bool,
    /// Filled fields that the file gives a value but no look, which every viewer draws as it likes: they are not in the
    /// pages. Printing the file to a new PDF puts them there.
    pub unpainted_fields: usize,
}

/// Copies every page of `pdf` into `dst` as a Form XObject. See [`import_noting`], which also tells of repairs.
///
/// # Errors
/// As [`import_noting`].
pub fn import(dst: &mut Document, pdf: &[u8]) -> Result<Vec<FormPage>, ForeignError> {
    import_noting(dst, pdf).map(|imported| imported.pages)
}

/// Copies every page of `pdf` into `dst` as a Form XObject, everything they share copied once.
///
/// The same bytes into the same destination give the same objects under the same numbers. Owner-encrypted files are
/// opened; broken ones are repaired as far as they go. `dst` gains objects only when the whole import succeeds.
///
/// # Errors
/// [`ForeignError::Locked`] when a password is needed, [`ForeignError::TooManyPages`], [`ForeignError::TooComplex`] when
/// a limit that guards memory or stack is passed, [`ForeignError::Unreadable`] when no page can be won.
pub fn import_noting(dst: &mut Document, pdf: &[u8]) -> Result<Imported, ForeignError> {
    let first_free = dst.max_id + 1;
    let direct = load::direct(pdf).and_then(|source| form::stage(&source, first_free));
    let (staged, repaired) = match direct {
        Ok(staged) if staged.dangling == 0 => (staged, false),
        Err(refusal @ (ForeignError::Locked | ForeignError::TooManyPages { .. } | ForeignError::TooComplex)) => {
            return Err(refusal);
        }
        // Objects were promised and are not there, or nothing could be read at all: see what a repair wins back.
        damaged => match load::repaired(pdf).and_then(|source| form::stage(&source, first_free)) {
            Ok(repaired) if damaged.as_ref().map_or(0, |d| d.pages.len()) <= repaired.pages.len() => (repaired, true),
            Ok(_) => (damaged?, true),
            Err(refusal) => match damaged {
                Ok(staged) => (staged, true),
                Err(_) => return Err(refusal),
            },
        },
    };
    for (id, object) in staged.objects {
        dst.max_id = dst.max_id.max(id.0);
        dst.objects.insert(id, object);
    }
    Ok(Imported { pages: staged.pages, repaired, unpainted_fields: staged.unpainted_fields })
}
