//! WebP: structure from an own walk over the RIFF chunks, pixels from the image crate.

use super::{MAX_SIDE, camera, sane_size, upright_size};
use crate::door::Inspection;
use crate::door::Raster;
use crate::error::EvidenceError;
use crate::orientation;
use crate::warning::Warning;
use image::codecs::webp::WebPDecoder;
use image::{ImageDecoder, Limits};
use std::fs::File;
use std::io::{BufReader, Read, Seek, SeekFrom};

const KIND: &str = "WebP";
/// Most memory the decoder may use, in bytes.
const DECODER_MEMORY: u64 = 1 << 30;

struct Chunks {
    animated: bool,
    exif: Option<Vec<u8>>,
}

pub(super) fn inspect(file: File) -> Result<Inspection, EvidenceError> {
    let (decoder, chunks) = opened(file)?;
    let (width, height) = decoder.dimensions();
    let turned = chunks.exif.as_deref().and_then(orientation::of).unwrap_or(1);
    let (width_px, height_px) = upright_size(width, height, turned);
    let (captured_at, captured_offset) = chunks.exif.map_or((None, None), camera::taken);
    let warnings = if chunks.animated { vec![Warning::FIRST_FRAME_ONLY] } else { Vec::new() };
    Ok(Inspection { pages: 1, width_px, height_px, captured_at, captured_offset, warnings, ..Inspection::default() })
}

/// The stored picture (the first frame of a moving one) and how it must be turned.
pub(super) fn decode(file: File) -> Result<(Raster, u8), EvidenceError> {
    let (decoder, chunks) = opened(file)?;
    let (width, height) = decoder.dimensions();
    let channels = decoder.color_type().channel_count();
    let size =
        usize::try_from(decoder.total_bytes()).map_err(|_| EvidenceError::damaged(KIND, "too large to decode"))?;
    let mut data = vec![0; size];
    decoder.read_image(&mut data).map_err(|e| EvidenceError::damaged(KIND, e.to_string()))?;
    let turned = chunks.exif.as_deref().and_then(orientation::of).unwrap_or(1);
    Ok((Raster::new(KIND, data, width, height, channels)?, turned))
}

fn opened(file: File) -> Result<(WebPDecoder<BufReader<File>>, Chunks), EvidenceError> {
    let mut reader = BufReader::with_capacity(64 << 10, file);
    let chunks = walk(&mut reader)?;
    reader.seek(SeekFrom::Start(0)).map_err(EvidenceError::Unreadable)?;
    let failed = |e: image::ImageError| EvidenceError::damaged(KIND, e.to_string());
    let mut decoder = WebPDecoder::new(reader).map_err(failed)?;
    let (width, height) = decoder.dimensions();
    sane_size(KIND, width, height)?;
    let mut limits = Limits::default();
    limits.max_image_width = Some(MAX_SIDE);
    limits.max_image_height = Some(MAX_SIDE);
    limits.max_alloc = Some(DECODER_MEMORY);
    decoder.set_limits(limits).map_err(failed)?;
    Ok((decoder, chunks))
}

/// Walks the chunks of the RIFF container and checks that all of it is there.
fn walk(reader: &mut (impl Read + Seek)) -> Result<Chunks, EvidenceError> {
    let truncated = || EvidenceError::Truncated { kind: KIND };
    let len = reader.seek(SeekFrom::End(0)).map_err(EvidenceError::Unreadable)?;
    reader.seek(SeekFrom::Start(0)).map_err(EvidenceError::Unreadable)?;
    let mut head = [0; 12];
    reader.read_exact(&mut head).map_err(|_| truncated())?;
    let [b'R', b'I', b'F', b'F', s0, s1, s2, s3, b'W', b'E', b'B', b'P'] = head else {
        return Err(EvidenceError::damaged(KIND, "no RIFF header"));
    };
    let end = u64::from(u32::from_le_bytes([s0, s1, s2, s3])) + 8;
    if end > len {
        return Err(truncated());
    }
    let mut found = Chunks { animated: false, exif: None };
    let mut at = 12;
    while at + 8 <= end {
        let mut head = [0; 8];
        reader.seek(SeekFrom::Start(at)).map_err(EvidenceError::Unreadable)?;
        reader.read_exact(&mut head).map_err(|_| truncated())?;
        let [n0, n1, n2, n3, l0, l1, l2, l3] = head;
        let size = u64::from(u32::from_le_bytes([l0, l1, l2, l3]));
        if at + 8 + size > end {
            return Err(truncated());
        }
        match &[n0, n1, n2, n3] {
            b"ANIM" | b"ANMF" => found.animated = true,
            b"EXIF" if found.exif.is_none() && size <= camera::MAX_BLOCK => {
                let mut block = Vec::new();
                reader.by_ref().take(size).read_to_end(&mut block).map_err(EvidenceError::Unreadable)?;
                // Some writers put the JPEG prefix before the TIFF header.
                let prefix = if block.starts_with(b"Exif\0\0") { 6 } else { 0 };
                found.exif = Some(block.split_off(prefix));
            }
            _ => {}
        }
        at += 8 + size + size % 2;
    }
    Ok(found)
}
