//! Decoders inside the present process: what a worker answers with, and what unit tests use. Through [`Door::ask`] each
//! runs behind a guard for time, stack and panics; a worker does without, being one itself.
//! The only place in the app where a decoder of other people's bytes may be named.

mod archive;
mod camera;
mod guard;
mod jpeg;
mod mail;
mod ole;
mod pdf;
mod pdf_text;
mod png;
mod secrets;
mod still;
mod text;
mod webp;

use super::{Answer, Ask, Door, Inspection, MAX_PIXELS, MAX_PREVIEW, MAX_SIDE, Raster, ShortName};
use crate::error::EvidenceError;
use crate::source;
use guard::guarded;
use recourse_domain::{MediaType, Watcher};
use std::fs::File;
use std::io::Read;
use std::path::Path;
use std::sync::Arc;

/// Largest file that is read into memory for decoding, in bytes.
const MAX_FILE: u64 = 512 << 20;

/// Decodes inside the present process.
#[derive(Clone, Default)]
pub struct InProcess {
    fallback_font: Option<Arc<Vec<u8>>>,
}

impl InProcess {
    /// A door that shows Chinese text of PDF files which do not bring their fonts along in `font` (TrueType or
    /// OpenType bytes) instead of leaving it blank.
    #[must_use]
    pub fn with_fallback_font(font: Arc<Vec<u8>>) -> Self {
        Self { fallback_font: Some(font) }
    }

    /// Answers at once, on this thread and without a guard.
    pub(crate) fn answer(&self, file: File, ask: &Ask) -> Result<Answer, EvidenceError> {
        let len = file.metadata().map_err(EvidenceError::Unreadable)?.len();
        if len > MAX_FILE {
            return Err(EvidenceError::TooLarge { limit: MAX_FILE });
        }
        match ask {
            Ask::Inspect { media } => inspect(file, *media).map(Answer::Inspection),
            Ask::Pixels { media, page, longest_px } => {
                let want = longest_px.map_or(Want::Full, |longest| Want::Preview(longest.clamp(1, MAX_PREVIEW)));
                self.page(file, *media, *page, want).map(|raster| Answer::Pixels(raster.into_pixels()))
            }
            Ask::Read { media } => text::read(file, *media).map(Answer::Reading),
            Ask::Parts { media } => mail::parts(file, *media).map(Answer::Parts),
            Ask::Unlock { password, page: 0 } => pdf::unlock(whole(file)?, password).map(Answer::Inspection),
            Ask::Unlock { password, page } => {
                let font = self.fallback_font.clone();
                let raster = pdf::render(whole(file)?, *page, Want::Full, Some(password), font)?;
                Ok(Answer::Pixels(raster.into_pixels()))
            }
        }
    }

    /// Decodes one page and stands it upright.
    fn page(&self, file: File, media: MediaType, page: u32, want: Want) -> Result<Raster, EvidenceError> {
        if media != MediaType::Pdf && page != 1 {
            return Err(EvidenceError::PageUnknown { page, pages: 1 });
        }
        let (raster, orientation) = match media {
            MediaType::Jpeg => jpeg::decode(file)?,
            MediaType::Png => png::decode(file)?,
            MediaType::Webp => webp::decode(file)?,
            MediaType::Gif | MediaType::Tiff | MediaType::Bmp => still::decode(file, media)?,
            MediaType::Pdf => (pdf::render(whole(file)?, page, want, None, self.fallback_font.clone())?, 1),
            other => return Err(EvidenceError::KindUnsupported { kind: other.short_name() }),
        };
        let raster = match want {
            Want::Preview(longest) => raster.shrunk(longest)?,
            Want::Full => raster,
        };
        Ok(raster.upright(orientation))
    }
}

fn inspect(file: File, media: MediaType) -> Result<Inspection, EvidenceError> {
    match media {
        MediaType::Jpeg => jpeg::inspect(file),
        MediaType::Png => png::inspect(file),
        MediaType::Webp => webp::inspect(file),
        MediaType::Gif | MediaType::Tiff | MediaType::Bmp => still::inspect(file, media),
        MediaType::Pdf => pdf::inspect(whole(file)?),
        MediaType::Zip => archive::inspect(file),
        MediaType::Office => ole::inspect(&whole(file)?),
        MediaType::Text => text::inspect(&whole(file)?),
        // Kept as they are: nothing is read out of them.
        _ => Ok(Inspection::default()),
    }
}

/// How large a page is wanted.
#[derive(Clone, Copy)]
enum Want {
    /// At most so many pixels on the longer side.
    Preview(u32),
    /// As large as it is.
    Full,
}

impl Door for InProcess {
    fn ask(&self, path: &Path, ask: &Ask, watch: &dyn Watcher) -> Result<Answer, EvidenceError> {
        if watch.cancelled() {
            return Err(EvidenceError::Cancelled);
        }
        let (door, file, ask) = (self.clone(), source::open_plain(path)?, ask.clone());
        guarded(ask.media(), move || door.answer(file, &ask))
    }
}

fn whole(mut file: File) -> Result<Vec<u8>, EvidenceError> {
    let mut bytes = Vec::new();
    file.read_to_end(&mut bytes).map_err(EvidenceError::Unreadable)?;
    Ok(bytes)
}

/// The dimensions of a header, if a picture of that size may be decoded at all.
fn sane_size(kind: &'static str, width: u32, height: u32) -> Result<(), EvidenceError> {
    if width == 0 || height == 0 {
        return Err(EvidenceError::damaged(kind, "a side of zero pixels"));
    }
    if width > MAX_SIDE || height > MAX_SIDE || u64::from(width) * u64::from(height) > MAX_PIXELS {
        return Err(EvidenceError::TooManyPixels { width: u64::from(width), height: u64::from(height) });
    }
    Ok(())
}

/// Width and height as they are after turning.
fn upright_size(width: u32, height: u32, orientation: u8) -> (u32, u32) {
    if orientation >= 5 { (height, width) } else { (width, height) }
}
