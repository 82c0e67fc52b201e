//! GIF, TIFF and BMP by the image crate, under its limits. Of several frames or pages the first is drawn.

use super::{MAX_SIDE, sane_size};
use crate::door::{Inspection, Raster, ShortName};
use crate::error::EvidenceError;
use crate::warning::Warning;
use image::codecs::bmp::BmpDecoder;
use image::codecs::gif::GifDecoder;
use image::codecs::tiff::TiffDecoder;
use image::{DynamicImage, ImageDecoder, ImageError, Limits};
use recourse_domain::MediaType;
use std::fs::File;
use std::io::{BufReader, Read, Seek, SeekFrom};

/// Most memory a decoder may use, in bytes.
const DECODER_MEMORY: u64 = 400 << 20;
/// Most pages of a TIFF that are counted.
const MAX_PAGES: u32 = 10_000;

type Source = BufReader<File>;

pub(super) fn inspect(file: File, media: MediaType) -> Result<Inspection, EvidenceError> {
    let mut source = BufReader::with_capacity(64 << 10, file);
    let several = match media {
        MediaType::Gif => gif_frames(&mut source)? > 1,
        MediaType::Tiff => tiff_pages(&mut source)? > 1,
        _ => false,
    };
    source.seek(SeekFrom::Start(0)).map_err(EvidenceError::Unreadable)?;
    let (width_px, height_px) = match media {
        MediaType::Gif => size(GifDecoder::new(source), media)?,
        MediaType::Tiff => size(TiffDecoder::new(source), media)?,
        _ => size(BmpDecoder::new(source), media)?,
    };
    let remark = if media == MediaType::Gif { Warning::FIRST_FRAME_ONLY } else { Warning::FIRST_PAGE_ONLY };
    let warnings = if several { vec![remark] } else { Vec::new() };
    Ok(Inspection { pages: 1, width_px, height_px, warnings, ..Inspection::default() })
}

/// The first picture. None of these formats says how it is to be held in a way that programs agree on.
pub(super) fn decode(file: File, media: MediaType) -> Result<(Raster, u8), EvidenceError> {
    let source = BufReader::with_capacity(64 << 10, file);
    let picture = match media {
        MediaType::Gif => picture(GifDecoder::new(source), media)?,
        MediaType::Tiff => picture(TiffDecoder::new(source), media)?,
        _ => picture(BmpDecoder::new(source), media)?,
    };
    let (width, height, alpha) = (picture.width(), picture.height(), picture.color().has_alpha());
    let gray = !picture.color().has_color();
    let (data, channels) = match (gray, alpha) {
        (true, false) => (picture.into_luma8().into_raw(), 1),
        (true, true) => (picture.into_luma_alpha8().into_raw(), 2),
        (false, false) => (picture.into_rgb8().into_raw(), 3),
        (false, true) => (picture.into_rgba8().into_raw(), 4),
    };
    Ok((Raster::new(media.short_name(), data, width, height, channels)?, 1))
}

fn size(decoder: Result<impl ImageDecoder, ImageError>, media: MediaType) -> Result<(u32, u32), EvidenceError> {
    let (width, height) = decoder.map_err(|e| refused(media, e))?.dimensions();
    sane_size(media.short_name(), width, height)?;
    Ok((width, height))
}

fn picture(decoder: Result<impl ImageDecoder, ImageError>, media: MediaType) -> Result<DynamicImage, EvidenceError> {
    let mut decoder = decoder.map_err(|e| refused(media, e))?;
    let (width, height) = decoder.dimensions();
    sane_size(media.short_name(), width, height)?;
    let mut limits = Limits::default();
    limits.max_image_width = Some(MAX_SIDE);
    limits.max_image_height = Some(MAX_SIDE);
    limits.max_alloc = Some(DECODER_MEMORY);
    decoder.set_limits(limits).map_err(|e| refused(media, e))?;
    DynamicImage::from_decoder(decoder).map_err(|e| refused(media, e))
}

fn refused(media: MediaType, error: ImageError) -> EvidenceError {
    let kind = media.short_name();
    match error {
        ImageError::IoError(e) if e.kind() == std::io::ErrorKind::UnexpectedEof => EvidenceError::Truncated { kind },
        ImageError::Unsupported(_) => EvidenceError::KindUnsupported { kind },
        other => EvidenceError::damaged(kind, other.to_string()),
    }
}

/// Walks the blocks of a GIF to its end mark and counts pictures, without unpacking any.
fn gif_frames(source: &mut Source) -> Result<u32, EvidenceError> {
    let kind = MediaType::Gif.short_name();
    let mut head = [0; 13];
    exact(source, &mut head)?;
    skip_colours(source, head[10])?;
    let mut frames = 0;
    loop {
        let mut mark = [0];
        match exact(source, &mut mark) {
            // Many programs forget the end mark.
            Err(EvidenceError::Truncated { .. }) if frames > 0 => return Ok(frames),
            found => found?,
        }
        match mark[0] {
            0x2C => {
                let mut place = [0; 9];
                exact(source, &mut place)?;
                skip_colours(source, place[8])?;
                exact(source, &mut [0])?;
                skip_blocks(source)?;
                frames += 1;
            }
            0x21 => {
                exact(source, &mut [0])?;
                skip_blocks(source)?;
            }
            0x3B if frames > 0 => return Ok(frames),
            _ => return Err(EvidenceError::damaged(kind, "a strange block")),
        }
    }
}

/// Skips a table of colours if the flags announce one.
fn skip_colours(source: &mut Source, flags: u8) -> Result<(), EvidenceError> {
    let entries = if flags & 0x80 == 0 { 0 } else { 2 << (flags & 7) };
    let mut table = [0; 3 * 256];
    exact(source, &mut table[..3 * entries])
}

fn skip_blocks(source: &mut Source) -> Result<(), EvidenceError> {
    let mut block = [0; 255];
    loop {
        let mut length = [0];
        exact(source, &mut length)?;
        if length[0] == 0 {
            return Ok(());
        }
        exact(source, &mut block[..usize::from(length[0])])?;
    }
}

fn exact(source: &mut Source, buffer: &mut [u8]) -> Result<(), EvidenceError> {
    source.read_exact(buffer).map_err(|e| match e.kind() {
        std::io::ErrorKind::UnexpectedEof => EvidenceError::Truncated { kind: MediaType::Gif.short_name() },
        _ => EvidenceError::Unreadable(e),
    })
}

/// Follows the chain of directories of a TIFF.
fn tiff_pages(source: &mut Source) -> Result<u32, EvidenceError> {
    let kind = MediaType::Tiff.short_name();
    let short = |e: std::io::Error| match e.kind() {
        std::io::ErrorKind::UnexpectedEof => EvidenceError::Truncated { kind },
        _ => EvidenceError::Unreadable(e),
    };
    let mut head = [0; 8];
    source.read_exact(&mut head).map_err(short)?;
    let big = head[0] == b'M';
    let long = |b: [u8; 4]| if big { u32::from_be_bytes(b) } else { u32::from_le_bytes(b) };
    let mut next = long([head[4], head[5], head[6], head[7]]);
    let mut pages = 0;
    while next != 0 {
        if pages >= MAX_PAGES {
            return Err(EvidenceError::damaged(kind, "directories without end"));
        }
        source.seek(SeekFrom::Start(u64::from(next))).map_err(EvidenceError::Unreadable)?;
        let mut count = [0; 2];
        source.read_exact(&mut count).map_err(short)?;
        let count = if big { u16::from_be_bytes(count) } else { u16::from_le_bytes(count) };
        source.seek_relative(i64::from(count) * 12).map_err(EvidenceError::Unreadable)?;
        let mut after = [0; 4];
        source.read_exact(&mut after).map_err(short)?;
        next = long(after);
        pages += 1;
    }
    Ok(pages)
}
