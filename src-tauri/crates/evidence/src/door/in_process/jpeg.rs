//! JPEG: facts from the segment walk, pixels from zune-jpeg. The decoder is given the picture bytes only, never the
//! metadata.

use super::{camera, sane_size, upright_size};
use crate::door::Inspection;
use crate::door::Raster;
use crate::error::EvidenceError;
use crate::jpeg::{self, JpegFacts};
use std::fs::File;
use std::io::{Read, Seek, SeekFrom};
use std::ops::Range;
use zune_core::bytestream::ZCursor;
use zune_core::colorspace::ColorSpace;
use zune_core::options::DecoderOptions;
use zune_jpeg::JpegDecoder;

const KIND: &str = "JPEG";

pub(super) fn inspect(mut file: File) -> Result<Inspection, EvidenceError> {
    let file = &mut file;
    let facts = checked(file)?;
    let (width_px, height_px) = upright_size(facts.width_px, facts.height_px, facts.orientation);
    let (captured_at, captured_offset) = match &facts.exif {
        Some(range) if range.end - range.start <= camera::MAX_BLOCK => camera::taken(part(file, range)?),
        _ => (None, None),
    };
    Ok(Inspection { pages: 1, width_px, height_px, captured_at, captured_offset, ..Inspection::default() })
}

/// The stored picture and how it must be turned.
pub(super) fn decode(mut file: File) -> Result<(Raster, u8), EvidenceError> {
    let file = &mut file;
    let facts = checked(file)?;
    let mut bytes = Vec::new();
    for range in &facts.keep {
        bytes.extend_from_slice(&part(file, range)?);
    }
    let inverted_cmyk = facts.adobe_transform.is_some();
    let colour = match facts.components {
        1 => ColorSpace::Luma,
        4 if !inverted_cmyk => ColorSpace::CMYK,
        _ => ColorSpace::RGB,
    };
    let side = super::MAX_SIDE as usize;
    let options = DecoderOptions::new_safe()
        .set_max_width(side)
        .set_max_height(side)
        .set_strict_mode(false)
        .jpeg_set_out_colorspace(colour);
    let mut decoder = JpegDecoder::new_with_options(ZCursor::new(&bytes), options);
    let data = decoder.decode().map_err(|e| EvidenceError::damaged(KIND, format!("{e:?}")))?;
    let (width, height) =
        decoder.dimensions().ok_or_else(|| EvidenceError::damaged(KIND, "the decoder found no size"))?;
    if (width, height) != (facts.width_px as usize, facts.height_px as usize) {
        return Err(EvidenceError::damaged(KIND, "header and decoder disagree on the size"));
    }
    let (data, channels) = match facts.components {
        1 => (data, 1),
        4 if !inverted_cmyk => (from_cmyk(&data), 3),
        _ => (data, 3),
    };
    Ok((Raster::new(KIND, data, facts.width_px, facts.height_px, channels)?, facts.orientation))
}

/// The facts of a file that can be decoded at all.
fn checked(file: &mut File) -> Result<JpegFacts, EvidenceError> {
    let facts = jpeg::scan(file)?;
    if let Some(kind) = facts.exotic {
        return Err(EvidenceError::KindUnsupported { kind });
    }
    if !matches!(facts.components, 1 | 3 | 4) {
        return Err(EvidenceError::KindUnsupported { kind: "JPEG" });
    }
    sane_size(KIND, facts.width_px, facts.height_px)?;
    Ok(facts)
}

fn part(file: &mut File, range: &Range<u64>) -> Result<Vec<u8>, EvidenceError> {
    file.seek(SeekFrom::Start(range.start)).map_err(EvidenceError::Unreadable)?;
    let mut bytes = Vec::new();
    file.take(range.end - range.start).read_to_end(&mut bytes).map_err(EvidenceError::Unreadable)?;
    Ok(bytes)
}

/// Plain CMYK (0 is no ink) to RGB.
fn from_cmyk(data: &[u8]) -> Vec<u8> {
    let mix = |ink: u8, black: u8| {
        let light = u32::from(255 - ink) * u32::from(255 - black);
        u8::try_from((light + 127) / 255).unwrap_or(u8::MAX)
    };
    data.chunks_exact(4).flat_map(|p| [mix(p[0], p[3]), mix(p[1], p[3]), mix(p[2], p[3])]).collect()
}
