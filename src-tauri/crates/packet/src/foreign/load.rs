//! Bytes → objects: read as they are, decrypted with the empty password, or repaired first. Nothing is judged here.

use super::{ForeignError, scan};
use hayro_write::hayro_syntax::{DecryptionError, LoadPdfError, Pdf};
use hayro_write::{ChunkSettings, ExtractionQuery, pdf_writer};
use lopdf::{Document, LoadOptions, Object, ObjectId};
use std::cell::Cell;
use std::thread;

/// Most values (numbers, names, strings, arrays, …) outside streams in one file.
const MAX_VALUES: usize = 6_000_000;
/// What one stream may unpack to in bytes while a file is repaired.
const MAX_UNPACKED: u64 = 128 << 20;
/// Stack in bytes: objects may nest 100 deep in the reader and 512 deep in the repair.
const STACK: usize = 32 << 20;

/// Reads the file as it stands; one that could trap the plain reader is written anew first.
///
/// # Errors
/// [`ForeignError::Locked`]; [`ForeignError::TooComplex`]; [`ForeignError::Unreadable`] when the structure is broken.
pub(super) fn direct(pdf: &[u8]) -> Result<Document, ForeignError> {
    let look = scan::look(pdf).ok_or(ForeignError::TooComplex)?;
    if look.trapped {
        return repaired(pdf);
    }
    on_a_stack(|| read(pdf, look))?
}

/// Reads what can be saved of a broken file: its pages are written anew and then read.
///
/// # Errors
/// As [`direct`], and [`ForeignError::Unreadable`] when not one page can be saved.
pub(super) fn repaired(pdf: &[u8]) -> Result<Document, ForeignError> {
    if scan::look(pdf).is_none() || scan::swells(pdf, MAX_UNPACKED) {
        return Err(ForeignError::TooComplex);
    }
    let mended = on_a_stack(|| rewrite(pdf))??;
    let look = scan::look(&mended).ok_or(ForeignError::TooComplex)?;
    on_a_stack(|| read(&mended, look))?
}

/// Runs `work` with a roomy stack of its own, so that nesting in the file cannot exhaust the caller's. A panic in a
/// parser ends there as [`ForeignError::Unreadable`].
fn on_a_stack<T: Send>(work: impl FnOnce() -> T + Send) -> Result<T, ForeignError> {
    thread::scope(|scope| {
        let thread = thread::Builder::new().name("pdf-import".to_owned()).stack_size(STACK).spawn_scoped(scope, work);
        thread.map_err(|_| ForeignError::TooComplex)?.join().map_err(|_| ForeignError::Unreadable)
    })
}

thread_local! {
    static VALUES_LEFT: Cell<usize> = const { Cell::new(0) };
    static BYTES_LEFT: Cell<usize> = const { Cell::new(0) };
}

fn read(pdf: &[u8], look: scan::Look) -> Result<Document, ForeignError> {
    VALUES_LEFT.set(MAX_VALUES);
    // Streams that do not overlap hold no more than the file.
    BYTES_LEFT.set(pdf.len().saturating_mul(2).saturating_add(1 << 20));
    let options = LoadOptions {
        filter: Some(within_limits),
        max_decompressed_size: Some(look.unpacked),
        ..LoadOptions::default()
    };
    if look.overlapping && pdf.windows(8).any(|w| w == b"/Encrypt") {
        return Err(ForeignError::TooComplex);
    }
    let document = Document::load_mem_with_options(pdf, options).map_err(|_| ForeignError::Unreadable)?;
    if VALUES_LEFT.get() == 0 || BYTES_LEFT.get() == 0 {
        return Err(ForeignError::TooComplex);
    }
    if document.is_encrypted() { Err(locked_or_unknown(pdf)) } else { Ok(document) }
}

/// Tells a missing password from an encryption that nobody could open with one.
fn locked_or_unknown(pdf: &[u8]) -> ForeignError {
    match Pdf::new(pdf.to_vec()) {
        Err(LoadPdfError::Decryption(DecryptionError::PasswordProtected)) => ForeignError::Locked,
        _ => ForeignError::Unreadable,
    }
}

/// Called for every object read; drops the rest of the file once it has used up its share.
fn within_limits(id: ObjectId, object: &mut Object) -> Option<(ObjectId, Object)> {
    let values = VALUES_LEFT.get().saturating_sub(count_values(object));
    let bytes = BYTES_LEFT.get().saturating_sub(object.as_stream().map_or(0, |stream| stream.content.len()));
    VALUES_LEFT.set(values);
    BYTES_LEFT.set(bytes);
    // The reader asks only whether an object stays, except for objects out of streams, where it keeps what it is given.
    (values > 0 && bytes > 0)
        .then(|| (id, if matches!(object, Object::Stream(_)) { Object::Null } else { object.clone() }))
}

fn count_values(object: &Object) -> usize {
    let mut count = 0;
    let mut open = vec![object];
    while let Some(object) = open.pop() {
        count += 1;
        match object {
            Object::Array(items) => open.extend(items),
            Object::Dictionary(entries) => open.extend(entries.iter().map(|(_, value)| value)),
            Object::Stream(stream) => open.extend(stream.dict.iter().map(|(_, value)| value)),
            _ => {}
        }
    }
    count
}

/// Writes the pages of a broken file into a new one, as far as a tolerant reader finds them.
fn rewrite(pdf: &[u8]) -> Result<Vec<u8>, ForeignError> {
    let source = Pdf::new(pdf.to_vec()).map_err(|error| match error {
        LoadPdfError::Decryption(DecryptionError::PasswordProtected) => ForeignError::Locked,
        LoadPdfError::Decryption(_) | LoadPdfError::Invalid => ForeignError::Unreadable,
    })?;
    let count = source.pages().len();
    if count == 0 {
        return Err(ForeignError::Unreadable);
    }
    if count > super::MAX_PAGES {
        return Err(ForeignError::TooManyPages { limit: super::MAX_PAGES });
    }
    let mut next = pdf_writer::Ref::new(1);
    let catalog = next.bump();
    let queries: Vec<_> = (0..count).map(ExtractionQuery::new_page).collect();
    let extracted = hayro_write::extract(&source, Box::new(|| next.bump()), ChunkSettings::default(), &queries)
        .map_err(|_| ForeignError::Unreadable)?;
    let kids: Vec<_> = extracted.root_refs.iter().filter_map(|page| page.ok()).collect();
    let mut mended = pdf_writer::Pdf::new();
    mended.catalog(catalog).pages(extracted.page_tree_parent_ref);
    mended.pages(extracted.page_tree_parent_ref).count(i32::try_from(kids.len()).unwrap_or(i32::MAX)).kids(kids);
    mended.extend(&extracted.chunk);
    Ok(mended.finish())
}
