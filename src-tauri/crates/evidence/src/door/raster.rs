//! Decoded pixels and what is done to them: laying alpha over white, turning, shrinking, writing a bare PNG.

use super::{PAGE_UNITS, Pixels, Rect};
use crate::error::EvidenceError;
use fast_image_resize::images::{Image, ImageRef};
use fast_image_resize::{PixelType, ResizeOptions, Resizer};

/// Rows from the top, 8 bits a channel, no padding, gray or RGB.
pub(crate) struct Raster {
    data: Vec<u8>,
    width: u32,
    height: u32,
    channels: u8,
    /// Where the pixels come from, for messages.
    kind: &'static str,
}

impl Raster {
    /// Takes gray (1), gray with alpha (2), RGB (3) or RGBA (4) samples; alpha is laid over white.
    pub(crate) fn new(
        kind: &'static str,
        data: Vec<u8>,
        width: u32,
        height: u32,
        channels: u8,
    ) -> Result<Self, EvidenceError> {
        let pixels = width as usize * height as usize;
        if pixels == 0 || data.len() != pixels * usize::from(channels) {
            return Err(EvidenceError::damaged(kind, "the decoder gave too few samples"));
        }
        let (data, channels) = match channels {
            2 => (over_white::<2>(data), 1),
            4 => (over_white::<4>(data), 3),
            1 | 3 => (data, channels),
            _ => return Err(EvidenceError::damaged(kind, "a strange number of channels")),
        };
        Ok(Self { data, width, height, channels, kind })
    }

    /// Plain pixels that came from a door.
    pub(crate) fn of(kind: &'static str, pixels: Pixels) -> Result<Self, EvidenceError> {
        Self::new(kind, pixels.rgb, pixels.width_px, pixels.height_px, pixels.channels)
    }

    pub(crate) fn width(&self) -> u32 {
        self.width
    }

    pub(crate) fn height(&self) -> u32 {
        self.height
    }

    pub(crate) fn into_pixels(self) -> Pixels {
        Pixels { rgb: self.data, width_px: self.width, height_px: self.height, channels: self.channels }
    }

    /// Made smaller so that the longer side has at most `longest` pixels. Never made larger.
    pub(crate) fn shrunk(self, longest: u32) -> Result<Self, EvidenceError> {
        let side = self.width.max(self.height);
        if side <= longest {
            return Ok(self);
        }
        let scaled = |v: u32| {
            let rounded = (u64::from(v) * u64::from(longest) + u64::from(side) / 2) / u64::from(side);
            u32::try_from(rounded).unwrap_or(longest).max(1)
        };
        let (width, height) = (scaled(self.width), scaled(self.height));
        let kind = if self.channels == 1 { PixelType::U8 } else { PixelType::U8x3 };
        let failed = |e: &dyn std::fmt::Display| EvidenceError::damaged(self.kind, e.to_string());
        let from = ImageRef::new(self.width, self.height, &self.data, kind).map_err(|e| failed(&e))?;
        let mut to = Image::new(width, height, kind);
        Resizer::new().resize(&from, &mut to, &ResizeOptions::default()).map_err(|e| failed(&e))?;
        Ok(Self { data: to.into_vec(), width, height, channels: self.channels, kind: self.kind })
    }

    /// Turned and mirrored as EXIF orientation 1..=8 says.
    pub(crate) fn upright(self, orientation: u8) -> Self {
        if !(2..=8).contains(&orientation) {
            return self;
        }
        let (w, h, c) = (self.width as usize, self.height as usize, usize::from(self.channels));
        let (to_w, to_h) = if orientation >= 5 { (h, w) } else { (w, h) };
        let mut data = Vec::with_capacity(self.data.len());
        for y in 0..to_h {
            for x in 0..to_w {
                let (sx, sy) = match orientation {
                    2 => (w - 1 - x, y),
                    3 => (w - 1 - x, h - 1 - y),
                    4 => (x, h - 1 - y),
                    5 => (y, x),
                    6 => (y, h - 1 - x),
                    7 => (w - 1 - y, h - 1 - x),
                    _ => (w - 1 - y, x),
                };
                let at = (sy * w + sx) * c;
                data.extend_from_slice(&self.data[at..at + c]);
            }
        }
        let (width, height) = if orientation >= 5 { (self.height, self.width) } else { (self.width, self.height) };
        Self { data, width, height, channels: self.channels, kind: self.kind }
    }

    pub(crate) fn channels(&self) -> u8 {
        self.channels
    }

    /// Rows from the top.
    pub(crate) fn samples(&self) -> &[u8] {
        &self.data
    }

    /// Gray when no pixel has a colour.
    pub(crate) fn without_needless_colour(self) -> Self {
        if self.channels != 3 || self.data.chunks_exact(3).any(|p| p[0] != p[1] || p[1] != p[2]) {
            return self;
        }
        let data = self.data.iter().step_by(3).copied().collect();
        Self { data, channels: 1, ..self }
    }

    /// Paints a rectangle black, `margin` pixels wider on every side.
    pub(crate) fn blacken(&mut self, rect: &Rect, margin: u32) {
        let span = |start: u32, length: u32, side: u32| {
            let at = |place: u64| place * u64::from(side);
            let from = at(u64::from(start)) / u64::from(PAGE_UNITS);
            let to = at(u64::from(start) + u64::from(length)).div_ceil(u64::from(PAGE_UNITS));
            let from = from.saturating_sub(u64::from(margin));
            let to = (to + u64::from(margin)).min(u64::from(side));
            // Within the side, and so within the address space.
            usize::try_from(from).unwrap_or(0)..usize::try_from(to).unwrap_or(0)
        };
        let (columns, rows) = (span(rect.left, rect.width, self.width), span(rect.top, rect.height, self.height));
        let channels = usize::from(self.channels);
        for row in self.data.chunks_exact_mut(self.width as usize * channels).skip(rows.start).take(rows.len()) {
            if let Some(hidden) = row.get_mut(columns.start * channels..columns.end * channels) {
                hidden.fill(0);
            }
        }
    }

    /// A PNG file that holds these pixels and nothing else.
    pub(crate) fn to_png(&self) -> Result<Vec<u8>, EvidenceError> {
        let failed = |e: png::EncodingError| EvidenceError::damaged(self.kind, e.to_string());
        let mut out = Vec::new();
        let mut encoder = png::Encoder::new(&mut out, self.width, self.height);
        encoder.set_color(if self.channels == 1 { png::ColorType::Grayscale } else { png::ColorType::Rgb });
        encoder.set_depth(png::BitDepth::Eight);
        encoder.set_compression(png::Compression::Fast);
        let mut writer = encoder.write_header().map_err(failed)?;
        writer.write_image_data(&self.data).map_err(failed)?;
        writer.finish().map_err(failed)?;
        Ok(out)
    }
}

/// Lays samples whose last channel is alpha over white, in place.
fn over_white<const N: usize>(mut data: Vec<u8>) -> Vec<u8> {
    let pixels = data.len() / N;
    for i in 0..pixels {
        let alpha = u32::from(data[i * N + N - 1]);
        for c in 0..N - 1 {
            let mixed = (u32::from(data[i * N + c]) * alpha + 255 * (255 - alpha) + 127) / 255;
            data[i * (N - 1) + c] = u8::try_from(mixed).unwrap_or(u8::MAX);
        }
    }
    data.truncate(pixels * (N - 1));
    data
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::expect_used)]
mod tests {
    use super::*;

    // 3 wide, 2 high:  1 2 3
    //                  4 5 6
    fn turned(orientation: u8) -> (u32, u32, Vec<u8>) {
        let r = Raster::new("PNG", vec![1, 2, 3, 4, 5, 6], 3, 2, 1).unwrap().upright(orientation);
        (r.width, r.height, r.data)
    }

    #[test]
    fn every_orientation() {
        assert_eq!(turned(1), (3, 2, vec![1, 2, 3, 4, 5, 6]));
        assert_eq!(turned(2), (3, 2, vec![3, 2, 1, 6, 5, 4]));
        assert_eq!(turned(3), (3, 2, vec![6, 5, 4, 3, 2, 1]));
        assert_eq!(turned(4), (3, 2, vec![4, 5, 6, 1, 2, 3]));
        assert_eq!(turned(5), (2, 3, vec![1, 4, 2, 5, 3, 6]));
        assert_eq!(turned(6), (2, 3, vec![4, 1, 5, 2, 6, 3]));
        assert_eq!(turned(7), (2, 3, vec![6, 3, 5, 2, 4, 1]));
        assert_eq!(turned(8), (2, 3, vec![3, 6, 2, 5, 1, 4]));
    }

    #[test]
    fn black_covers_every_touched_pixel_and_the_margin() {
        let mut r = Raster::new("PNG", vec![9; 100], 10, 10, 1).unwrap();
        // 0.25 to 0.45 across: touches pixels 2, 3 and 4; with a margin of one, 1 to 5.
        r.blacken(&Rect { left: 250_000, top: 0, width: 200_000, height: 100_000 }, 1);
        for (place, value) in r.samples().iter().enumerate() {
            let black = (1..6).contains(&(place % 10)) && place / 10 < 2;
            assert_eq!(*value == 0, black, "{place}");
        }
        r.blacken(&Rect { left: 0, top: 0, width: PAGE_UNITS, height: PAGE_UNITS }, 3);
        assert!(r.samples().iter().all(|v| *v == 0));
    }

    #[test]
    fn alpha_goes_over_white() {
        let r = Raster::new("PNG", vec![10, 20, 30, 255, 10, 20, 30, 0, 0, 0, 0, 128], 3, 1, 4).unwrap();
        assert_eq!((r.channels, r.data), (3, vec![10, 20, 30, 255, 255, 255, 127, 127, 127]));
        let r = Raster::new("PNG", vec![7, 255, 7, 0], 2, 1, 2).unwrap();
        assert_eq!((r.channels, r.data), (1, vec![7, 255]));
    }

    #[test]
    fn shrinking_keeps_the_shape_and_never_enlarges() {
        let r = Raster::new("PNG", vec![9; 3000 * 2 * 3], 3000, 2, 3).unwrap().shrunk(100).unwrap();
        assert_eq!((r.width, r.height), (100, 1));
        let r = Raster::new("PNG", vec![9; 12], 2, 2, 3).unwrap().shrunk(100).unwrap();
        assert_eq!((r.width, r.height), (2, 2));
        assert!(Raster::new("PNG", vec![9; 11], 2, 2, 3).is_err());
    }
}
