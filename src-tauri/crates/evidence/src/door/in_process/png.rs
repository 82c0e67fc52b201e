//! PNG: structure from an own walk over the chunks, pixels from the png crate with text and profile chunks ignored.

use super::{camera, sane_size, upright_size};
use crate::door::Inspection;
use crate::door::Raster;
use crate::error::EvidenceError;
use crate::orientation;
use crate::warning::Warning;
use std::fs::File;
use std::io::{BufReader, Read, Seek, SeekFrom};

const KIND: &str = "PNG";
const SIGNATURE: [u8; 8] = *b"\x89PNG\r\n\x1a\n";
/// Most memory the decoder may use beside the picture itself, in bytes.
const DECODER_MEMORY: usize = 512 << 20;

#[derive(Default)]
struct Chunks {
    width: u32,
    height: u32,
    animated: bool,
    exif: Option<Vec<u8>>,
}

pub(super) fn inspect(file: File) -> Result<Inspection, EvidenceError> {
    let chunks = walk(&mut BufReader::with_capacity(64 << 10, file))?;
    let turned = chunks.exif.as_deref().and_then(orientation::of).unwrap_or(1);
    let (width_px, height_px) = upright_size(chunks.width, chunks.height, turned);
    let (captured_at, captured_offset) = chunks.exif.map_or((None, None), camera::taken);
    let warnings = if chunks.animated { vec![Warning::FIRST_FRAME_ONLY] } else { Vec::new() };
    Ok(Inspection { pages: 1, width_px, height_px, captured_at, captured_offset, warnings, ..Inspection::default() })
}

/// The stored picture (the first frame of a moving one) and how it must be turned.
pub(super) fn decode(file: File) -> Result<(Raster, u8), EvidenceError> {
    let mut reader = BufReader::with_capacity(64 << 10, file);
    let chunks = walk(&mut reader)?;
    let turned = chunks.exif.as_deref().and_then(orientation::of).unwrap_or(1);
    reader.seek(SeekFrom::Start(0)).map_err(EvidenceError::Unreadable)?;

    let failed = |e: png::DecodingError| EvidenceError::damaged(KIND, e.to_string());
    let mut decoder = png::Decoder::new_with_limits(reader, png::Limits { bytes: DECODER_MEMORY });
    decoder.set_ignore_text_chunk(true);
    decoder.set_ignore_iccp_chunk(true);
    decoder.set_transformations(png::Transformations::normalize_to_color8());
    let mut frames = decoder.read_info().map_err(failed)?;
    let size = frames.output_buffer_size().ok_or_else(|| EvidenceError::damaged(KIND, "too large to decode"))?;
    let mut data = vec![0; size];
    let frame = frames.next_frame(&mut data).map_err(failed)?;
    data.truncate(frame.buffer_size());
    let channels = match frame.color_type {
        png::ColorType::Grayscale => 1,
        png::ColorType::GrayscaleAlpha => 2,
        png::ColorType::Rgba => 4,
        png::ColorType::Rgb | png::ColorType::Indexed => 3,
    };
    Ok((Raster::new(KIND, data, frame.width, frame.height, channels)?, turned))
}

/// Walks all chunks to the end mark; checks lengths, and the checksums of the chunks that carry the picture.
fn walk(reader: &mut (impl Read + Seek)) -> Result<Chunks, EvidenceError> {
    let len = reader.seek(SeekFrom::End(0)).map_err(EvidenceError::Unreadable)?;
    reader.seek(SeekFrom::Start(0)).map_err(EvidenceError::Unreadable)?;
    let mut signature = [0; 8];
    exact(reader, &mut signature)?;
    if signature != SIGNATURE {
        return Err(EvidenceError::damaged(KIND, "no signature"));
    }
    let mut found = Chunks::default();
    let mut at = 8u64;
    let mut picture = false;
    loop {
        let mut head = [0; 8];
        exact(reader, &mut head)?;
        let [l3, l2, l1, l0, name @ ..] = head;
        let size = u64::from(u32::from_be_bytes([l3, l2, l1, l0]));
        if at + 12 + size > len {
            return Err(EvidenceError::Truncated { kind: KIND });
        }
        if at == 8 && (&name != b"IHDR" || size != 13) {
            return Err(EvidenceError::damaged(KIND, "no header chunk"));
        }
        let critical = name[0].is_ascii_uppercase();
        let wanted = at == 8 || (&name == b"eXIf" && size <= camera::MAX_BLOCK && found.exif.is_none());
        let body = if critical || wanted {
            checked_body(reader, &name, size, wanted)?
        } else {
            let skip = i64::try_from(size + 4).map_err(|_| EvidenceError::damaged(KIND, "a chunk too long"))?;
            reader.seek(SeekFrom::Current(skip)).map_err(EvidenceError::Unreadable)?;
            Vec::new()
        };
        match &name {
            b"IHDR" if at == 8 => {
                let side = |i: usize| body.get(i..i + 4).and_then(|b| b.try_into().ok()).map_or(0, u32::from_be_bytes);
                (found.width, found.height) = (side(0), side(4));
                sane_size(KIND, found.width, found.height)?;
            }
            b"IDAT" => picture = true,
            b"acTL" => found.animated = true,
            b"eXIf" if wanted => found.exif = Some(body),
            b"IEND" if picture => return Ok(found),
            b"IEND" => return Err(EvidenceError::damaged(KIND, "no picture data")),
            _ => {}
        }
        at += 12 + size;
    }
}

/// Reads a chunk's body and checksum; the body is handed back only when `wanted`.
fn checked_body(reader: &mut impl Read, name: &[u8], size: u64, wanted: bool) -> Result<Vec<u8>, EvidenceError> {
    let mut crc = crc32fast::Hasher::new();
    crc.update(name);
    let mut body = Vec::new();
    let mut window = [0; 16 << 10];
    let mut left = size;
    while left > 0 {
        let step = usize::try_from(left).unwrap_or(usize::MAX).min(window.len());
        exact(reader, &mut window[..step])?;
        crc.update(&window[..step]);
        if wanted {
            body.extend_from_slice(&window[..step]);
        }
        left -= step as u64;
    }
    let mut stated = [0; 4];
    exact(reader, &mut stated)?;
    if crc.finalize() == u32::from_be_bytes(stated) {
        Ok(body)
    } else {
        Err(EvidenceError::damaged(KIND, "a chunk does not match its checksum"))
    }
}

fn exact(reader: &mut impl Read, buffer: &mut [u8]) -> Result<(), EvidenceError> {
    reader.read_exact(buffer).map_err(|e| match e.kind() {
        std::io::ErrorKind::UnexpectedEof => EvidenceError::Truncated { kind: KIND },
        _ => EvidenceError::Unreadable(e),
    })
}
