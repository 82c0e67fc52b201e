//! What an exhibit page draws: a picture taken over from its file, pixels, or a page of the owner's PDF.

use lopdf::ObjectId;
use recourse_domain::{MediaType, Sha256Hex};
use recourse_evidence::jpeg::JpegFacts;
use std::path::PathBuf;

/// Where the bytes of a plate come from.
#[derive(Debug, Clone)]
pub(crate) enum Source {
    /// A JPEG file whose picture data are copied as they are.
    Jpeg {
        /// The original in the vault.
        path: PathBuf,
        /// Hash it must have.
        sha256: Sha256Hex,
        /// Label of the exhibit, for errors.
        label: String,
        /// What is copied and how it is to be shown; without its colour profile.
        facts: Box<JpegFacts>,
        /// Which of the stock's colour profiles it has.
        profile: Option<usize>,
    },
    /// A file that is decoded to pixels when the packet is written.
    Pixels {
        /// The original in the vault.
        path: PathBuf,
        /// What it is.
        media: MediaType,
        /// Page, from 1.
        page: u32,
        /// Label of the exhibit, for errors.
        label: String,
        /// Bytes that it will take in the packet, near enough.
        bytes: u64,
    },
    /// A page of a PDF, imported as a form.
    Form(ObjectId),
}

impl Source {
    /// Bytes that are still to come from a file when the packet is written; near enough for pixels, exact otherwise.
    pub(crate) fn bytes(&self) -> u64 {
        match self {
            Self::Jpeg { facts, .. } => facts.kept_len,
            Self::Pixels { bytes, .. } => *bytes,
            Self::Form(_) => 0,
        }
    }
}

/// One plate.
#[derive(Debug, Clone)]
pub(crate) struct Plate {
    /// Where its bytes come from.
    pub(crate) source: Source,
    /// Upright width at natural size in points.
    pub(crate) width_pt: f32,
    /// Upright height at natural size in points.
    pub(crate) height_pt: f32,
}

/// Natural size of a pixel: 96 to the inch, so that a small screenshot is not blown up to a blur.
const POINTS_PER_PIXEL: f32 = 0.75;

impl Plate {
    /// A picture of so many upright pixels.
    pub(crate) fn of_pixels(source: Source, width_px: u32, height_px: u32) -> Self {
        #[allow(clippy::cast_precision_loss)]
        let points = |px: u32| px.max(1) as f32 * POINTS_PER_PIXEL;
        Self { source, width_pt: points(width_px), height_pt: points(height_px) }
    }

    /// The matrix that shows the plate upright in a rectangle given by its lower left corner and size.
    pub(crate) fn matrix(&self, x: f32, y: f32, width: f32, height: f32) -> [f32; 6] {
        match &self.source {
            Source::Form(_) => [width / self.width_pt, 0.0, 0.0, height / self.height_pt, x, y],
            Source::Pixels { .. } => [width, 0.0, 0.0, height, x, y],
            Source::Jpeg { facts, .. } => upright(facts.orientation, x, y, width, height),
        }
    }
}

/// Where the unit square of a stored picture comes to lie so that it stands upright, for EXIF orientation 1 to 8.
fn upright(orientation: u8, x: f32, y: f32, w: f32, h: f32) -> [f32; 6] {
    match orientation {
        2 => [-w, 0.0, 0.0, h, x + w, y],
        3 => [-w, 0.0, 0.0, -h, x + w, y + h],
        4 => [w, 0.0, 0.0, -h, x, y + h],
        5 => [0.0, -h, -w, 0.0, x + w, y + h],
        6 => [0.0, -h, w, 0.0, x, y + h],
        7 => [0.0, h, w, 0.0, x, y],
        8 => [0.0, h, -w, 0.0, x + w, y],
        _ => [w, 0.0, 0.0, h, x, y],
    }
}
