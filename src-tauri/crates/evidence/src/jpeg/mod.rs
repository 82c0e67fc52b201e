//! Reads the segments of a JPEG file and tells which bytes carry the picture and which carry everything else.
//! Only lengths and headers are looked at: no entropy-coded data is ever decoded here.

mod colour;
mod segments;

use crate::error::EvidenceError;
use crate::orientation;
use segments::Cursor;
use std::io::{Read, Seek};
use std::ops::Range;

const KIND: &str = "JPEG";

/// What the segments of a JPEG file say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct JpegFacts {
    /// Width in pixels, as stored (before any turning by EXIF).
    pub width_px: u32,
    /// Height in pixels, as stored.
    pub height_px: u32,
    /// Colour components: 1 gray, 3 colour, 4 CMYK or YCCK.
    pub components: u8,
    /// Bits a sample.
    pub bits: u8,
    /// How the stored picture must be turned to stand upright: EXIF 1..=8.
    pub orientation: u8,
    /// Colour transform of the Adobe segment: 0 none, 1 YCbCr, 2 YCCK. With CMYK its presence means inverted values.
    pub adobe_transform: Option<u8>,
    /// The colour profile put together from its pieces; only when complete and made for this number of components.
    pub icc: Option<Vec<u8>>,
    /// Progressive coding.
    pub progressive: bool,
    /// Whether the kept bytes make a JPEG that every PDF reader decodes. When false the picture must be re-encoded.
    pub passthrough: bool,
    /// Byte ranges to copy, in order: the picture itself. EXIF, XMP, IPTC, comments, thumbnails, further pictures,
    /// the colour profile and everything after the end marker are left out.
    pub keep: Vec<Range<u64>>,
    /// Sum of the kept ranges in bytes.
    pub kept_len: u64,
    /// Bytes after the end marker; never kept.
    pub after_end: u64,
    /// The EXIF block (TIFF header onwards), when there is one.
    pub exif: Option<Range<u64>>,
    /// How the picture is coded when no common decoder reads it, e.g. `JPEG (arithmetic)`.
    pub exotic: Option<&'static str>,
}

/// Walks the file from the start to its end marker.
///
/// # Errors
/// [`EvidenceError::Truncated`] when the file ends before the end marker; [`EvidenceError::Damaged`] when segments
/// contradict the format; [`EvidenceError::Unreadable`].
pub fn scan(reader: &mut (impl Read + Seek)) -> Result<JpegFacts, EvidenceError> {
    let mut cursor = Cursor::open(reader)?;
    if cursor.u8()? != 0xFF || cursor.u8()? != marker::SOI {
        return Err(EvidenceError::damaged(KIND, "no start marker"));
    }
    let mut walk = Walk::new();
    walk.keep(0..2);
    while walk.step(&mut cursor)? {}
    let after_end = cursor.remaining();
    walk.finish(after_end)
}

mod marker {
    pub(super) const SOF0: u8 = 0xC0;
    pub(super) const SOF1: u8 = 0xC1;
    pub(super) const SOF2: u8 = 0xC2;
    pub(super) const DHT: u8 = 0xC4;
    pub(super) const JPG: u8 = 0xC8;
    pub(super) const DAC: u8 = 0xCC;
    pub(super) const SOI: u8 = 0xD8;
    pub(super) const EOI: u8 = 0xD9;
    pub(super) const SOS: u8 = 0xDA;
    pub(super) const DQT: u8 = 0xDB;
    pub(super) const DNL: u8 = 0xDC;
    pub(super) const DRI: u8 = 0xDD;
    pub(super) const DHP: u8 = 0xDE;
    pub(super) const EXP: u8 = 0xDF;
    pub(super) const APP0: u8 = 0xE0;
    pub(super) const APP1: u8 = 0xE1;
    pub(super) const APP2: u8 = 0xE2;
    pub(super) const APP14: u8 = 0xEE;
}

struct Frame {
    width: u16,
    height: u16,
    bits: u8,
    ids: Vec<u8>,
    progressive: bool,
    exotic: Option<&'static str>,
}

/// What has been learnt so far.
struct Walk {
    keep: Vec<Range<u64>>,
    frame: Option<Frame>,
    height_from_dnl: Option<u16>,
    scans: u32,
    odd_segments: bool,
    jfif_kept: bool,
    jfif_left_out: bool,
    adobe_transform: Option<u8>,
    orientation: Option<u8>,
    exif: Option<Range<u64>>,
    icc: colour::Pieces,
}

impl Walk {
    fn new() -> Self {
        Self {
            keep: Vec::new(),
            frame: None,
            height_from_dnl: None,
            scans: 0,
            odd_segments: false,
            jfif_kept: false,
            jfif_left_out: false,
            adobe_transform: None,
            orientation: None,
            exif: None,
            icc: colour::Pieces::default(),
        }
    }

    fn keep(&mut self, range: Range<u64>) {
        match self.keep.last_mut() {
            Some(last) if last.end == range.start => last.end = range.end,
            _ => self.keep.push(range),
        }
    }

    /// Takes one marker with all that belongs to it. False after the end marker.
    fn step(&mut self, cursor: &mut Cursor<'_, impl Read + Seek>) -> Result<bool, EvidenceError> {
        let code = cursor.next_marker()?;
        let start = cursor.position() - 2;
        match code {
            marker::EOI => {
                self.keep(start..cursor.position());
                return Ok(false);
            }
            marker::SOI => return Err(EvidenceError::damaged(KIND, "a second start marker")),
            // Restart markers outside a scan and TEM carry nothing.
            0xD0..=0xD7 | 0x01 => return Ok(true),
            _ => {}
        }
        let length = u64::from(cursor.u16()?);
        if length < 2 {
            return Err(EvidenceError::damaged(KIND, "a segment shorter than its length field"));
        }
        let body = cursor.position()..cursor.position() + length - 2;
        if body.end > cursor.len() {
            return Err(EvidenceError::Truncated { kind: KIND });
        }
        let keep = match code {
            marker::DQT | marker::DHT | marker::DRI => {
                let data = cursor.bytes(&body)?;
                self.odd_segments |= !segments::tables_fill(code, &data);
                true
            }
            marker::SOF0..=marker::SOF2
            | 0xC3
            | 0xC5..=0xC7
            | marker::JPG
            | 0xC9..=0xCB
            | 0xCD..=0xCF
            | marker::DHP => {
                let data = cursor.bytes(&body)?;
                self.frame(code, &data)?;
                true
            }
            marker::DAC | marker::EXP => true,
            marker::DNL => {
                let data = cursor.bytes(&body)?;
                if let [high, low] = data[..] {
                    self.height_from_dnl = Some(u16::from_be_bytes([high, low]));
                }
                true
            }
            marker::SOS => {
                let data = cursor.bytes(&body)?;
                self.check_scan_header(&data)?;
                cursor.skip_scan_data()?;
                self.scans += 1;
                true
            }
            marker::APP0 => self.app0(cursor, &body)?,
            marker::APP1 => {
                self.app1(cursor, &body)?;
                false
            }
            marker::APP2 => {
                if body.end - body.start > 14 && cursor.peek::<12>()? == *b"ICC_PROFILE\0" {
                    let data = cursor.bytes(&body)?;
                    self.icc.push(&data[12..]);
                }
                false
            }
            marker::APP14 => self.app14(cursor, &body)?,
            _ => false,
        };
        if code != marker::SOS {
            cursor.go_to(body.end)?;
        }
        if keep {
            self.keep(start..cursor.position());
        }
        Ok(true)
    }

    fn frame(&mut self, code: u8, data: &[u8]) -> Result<(), EvidenceError> {
        if self.frame.is_some() {
            if code == marker::DHP || self.frame.as_ref().is_some_and(|f| f.exotic == Some("JPEG (hierarchical)")) {
                return Ok(());
            }
            return Err(EvidenceError::damaged(KIND, "two frames"));
        }
        let [bits, h1, h0, w1, w0, count, rest @ ..] = data else {
            return Err(EvidenceError::damaged(KIND, "frame header too short"));
        };
        if *count == 0 || rest.len() != usize::from(*count) * 3 {
            return Err(EvidenceError::damaged(KIND, "frame header of a wrong length"));
        }
        let exotic = match code {
            marker::SOF0 | marker::SOF1 | marker::SOF2 if *bits == 8 => None,
            marker::SOF0 | marker::SOF1 | marker::SOF2 => Some("JPEG (12-bit)"),
            0xC3 => Some("JPEG (lossless)"),
            marker::DHP | 0xC5..=0xC7 | 0xCD..=0xCF => Some("JPEG (hierarchical)"),
            _ => Some("JPEG (arithmetic)"),
        };
        self.frame = Some(Frame {
            width: u16::from_be_bytes([*w1, *w0]),
            height: u16::from_be_bytes([*h1, *h0]),
            bits: *bits,
            ids: rest.iter().step_by(3).copied().collect(),
            progressive: code == marker::SOF2,
            exotic,
        });
        Ok(())
    }

    fn check_scan_header(&self, data: &[u8]) -> Result<(), EvidenceError> {
        if self.frame.is_none() {
            return Err(EvidenceError::damaged(KIND, "a scan before the frame header"));
        }
        match data.first() {
            Some(count) if (1..=4).contains(count) && data.len() == usize::from(*count) * 2 + 4 => Ok(()),
            _ => Err(EvidenceError::damaged(KIND, "scan header of a wrong length")),
        }
    }

    /// The JFIF header is kept only in its plain form: a longer one holds a thumbnail.
    fn app0(&mut self, cursor: &mut Cursor<'_, impl Read + Seek>, body: &Range<u64>) -> Result<bool, EvidenceError> {
        if self.jfif_kept || body.end - body.start < 14 || cursor.peek::<5>()? != *b"JFIF\0" {
            return Ok(false);
        }
        let plain = body.end - body.start == 14;
        self.jfif_kept = plain;
        self.jfif_left_out |= !plain;
        Ok(plain)
    }

    fn app1(&mut self, cursor: &mut Cursor<'_, impl Read + Seek>, body: &Range<u64>) -> Result<(), EvidenceError> {
        if self.exif.is_some() || body.end - body.start < 14 || cursor.peek::<5>()? != *b"Exif\0" {
            return Ok(());
        }
        let data = cursor.bytes(body)?;
        self.exif = Some(body.start + 6..body.end);
        self.orientation = orientation::of(&data[6..]);
        Ok(())
    }

    fn app14(&mut self, cursor: &mut Cursor<'_, impl Read + Seek>, body: &Range<u64>) -> Result<bool, EvidenceError> {
        if self.adobe_transform.is_some() || body.end - body.start < 12 || cursor.peek::<5>()? != *b"Adobe" {
            return Ok(false);
        }
        let data = cursor.bytes(body)?;
        self.adobe_transform = data.get(11).copied();
        // Room after the transform byte could carry anything; a picture with such a segment is re-encoded.
        self.odd_segments |= data.len() != 12;
        Ok(true)
    }

    fn finish(self, after_end: u64) -> Result<JpegFacts, EvidenceError> {
        let frame = self.frame.ok_or_else(|| EvidenceError::damaged(KIND, "no frame header"))?;
        if self.scans == 0 {
            return Err(EvidenceError::damaged(KIND, "no scan"));
        }
        let height = if frame.height == 0 { self.height_from_dnl.unwrap_or(0) } else { frame.height };
        if frame.width == 0 || height == 0 {
            return Err(EvidenceError::damaged(KIND, "a side of zero pixels"));
        }
        // Without JFIF and Adobe segments, readers guess the colour model from these component names.
        let colour_was_guessed_from_jfif = self.jfif_left_out && frame.ids == *b"RGB";
        let passthrough = frame.exotic.is_none()
            && frame.height != 0
            && matches!(frame.ids.len(), 1 | 3 | 4)
            && !self.odd_segments
            && !colour_was_guessed_from_jfif;
        let components = u8::try_from(frame.ids.len()).unwrap_or(u8::MAX);
        Ok(JpegFacts {
            width_px: u32::from(frame.width),
            height_px: u32::from(height),
            components,
            bits: frame.bits,
            orientation: self.orientation.unwrap_or(1),
            adobe_transform: self.adobe_transform,
            icc: self.icc.assemble(components),
            progressive: frame.progressive,
            passthrough,
            kept_len: self.keep.iter().map(|r| r.end - r.start).sum(),
            keep: self.keep,
            after_end,
            exif: self.exif,
            exotic: frame.exotic,
        })
    }
}
