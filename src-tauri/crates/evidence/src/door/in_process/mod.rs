//! The door of today: decoders run inside this process, each behind a guard for time, stack and panics.
//! The only place in the app where a decoder of other people's bytes may be named.

mod camera;
mod guard;
mod jpeg;
mod pdf;
mod png;
mod raster;
mod webp;

use super::{Door, Inspection, MAX_PIXELS, MAX_PREVIEW, MAX_SIDE, Picture, Pixels};
use crate::error::EvidenceError;
use crate::source;
use guard::guarded;
use raster::Raster;
use recourse_domain::MediaType;
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

    /// Decodes one page, stands it upright and hands it to `finish`, all behind the guard.
    fn page<T: Send + 'static>(
        &self,
        path: &Path,
        media: MediaType,
        page: u32,
        want: Want,
        finish: impl FnOnce(Raster) -> Result<T, EvidenceError> + Send + 'static,
    ) -> Result<T, EvidenceError> {
        let path = path.to_owned();
        let font = self.fallback_font.clone();
        guarded(media, move || {
            if media != MediaType::Pdf && page != 1 {
                return Err(EvidenceError::PageUnknown { page, pages: 1 });
            }
            let (raster, orientation) = match media {
                MediaType::Jpeg => jpeg::decode(&mut open(&path)?)?,
                MediaType::Png => png::decode(open(&path)?)?,
                MediaType::Webp => webp::decode(open(&path)?)?,
                MediaType::Pdf => (pdf::render(whole(open(&path)?)?, page, want, font)?, 1),
            };
            let raster = match want {
                Want::Preview(longest) => raster.shrunk(longest)?,
                Want::Full => raster,
            };
            finish(raster.upright(orientation))
        })
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
    fn inspect(&self, path: &Path, media: MediaType) -> Result<Inspection, EvidenceError> {
        let path = path.to_owned();
        guarded(media, move || {
            let mut file = open(&path)?;
            match media {
                MediaType::Jpeg => jpeg::inspect(&mut file),
                MediaType::Png => png::inspect(file),
                MediaType::Webp => webp::inspect(file),
                MediaType::Pdf => pdf::inspect(whole(file)?),
            }
        })
    }

    fn picture(&self, path: &Path, media: MediaType, page: u32, longest_px: u32) -> Result<Picture, EvidenceError> {
        self.page(path, media, page, Want::Preview(longest_px.clamp(1, MAX_PREVIEW)), |raster| {
            Ok(Picture { png: raster.to_png()?, width_px: raster.width(), height_px: raster.height() })
        })
    }

    fn pixels(&self, path: &Path, media: MediaType, page: u32) -> Result<Pixels, EvidenceError> {
        self.page(path, media, page, Want::Full, |raster| Ok(raster.into_pixels()))
    }
}

fn open(path: &Path) -> Result<File, EvidenceError> {
    let file = source::open_plain(path)?;
    let len = file.metadata().map_err(EvidenceError::Unreadable)?.len();
    if len > MAX_FILE { Err(EvidenceError::TooLarge { limit: MAX_FILE }) } else { Ok(file) }
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
