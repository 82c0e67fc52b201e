//! Pixels and text, packed the same way every time.

use flate2::Compression;
use flate2::write::ZlibEncoder;
use recourse_evidence::door::Pixels;
use std::io::{self, Write};

/// Flate with the usual effort.
pub(crate) fn flate(data: &[u8]) -> io::Result<Vec<u8>> {
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(data)?;
    encoder.finish()
}

/// Rows of pixels as PNG predicts them (`/Predictor 15`), then Flate. Lossless; each row takes the filter whose
/// differences are smallest, as PNG encoders do.
pub(crate) fn pixels(picture: &Pixels) -> io::Result<Vec<u8>> {
    let step = usize::from(picture.channels).max(1);
    let stride = usize::try_from(picture.width_px).unwrap_or(usize::MAX).saturating_mul(step);
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::default());
    let mut above = vec![0u8; stride];
    let mut candidates = [(); 5].map(|()| vec![0u8; stride]);
    for row in picture.rgb.chunks_exact(stride.max(1)) {
        let mut best = (0, u64::MAX);
        for (filter, candidate) in candidates.iter_mut().enumerate() {
            let sum = predict(filter, row, &above, step, candidate);
            if sum < best.1 {
                best = (filter, sum);
            }
        }
        encoder.write_all(&[u8::try_from(best.0).unwrap_or(0)])?;
        encoder.write_all(&candidates[best.0])?;
        above.copy_from_slice(row);
    }
    encoder.finish()
}

/// One row under one PNG filter; gives the sum of its differences.
fn predict(filter: usize, row: &[u8], above: &[u8], step: usize, out: &mut [u8]) -> u64 {
    let mut sum = 0;
    for i in 0..row.len() {
        let left = if i >= step { row[i - step] } else { 0 };
        let corner = if i >= step { above[i - step] } else { 0 };
        let guess = match filter {
            1 => left,
            2 => above[i],
            #[allow(clippy::cast_possible_truncation)]
            3 => ((u16::from(left) + u16::from(above[i])) / 2) as u8,
            4 => paeth(left, above[i], corner),
            _ => 0,
        };
        let difference = row[i].wrapping_sub(guess);
        out[i] = difference;
        sum += u64::from(difference.min(difference.wrapping_neg()));
    }
    sum
}

fn paeth(left: u8, above: u8, corner: u8) -> u8 {
    let [a, b, c] = [left, above, corner].map(i16::from);
    let near = |x: i16| (a + b - c - x).abs();
    if near(a) <= near(b) && near(a) <= near(c) {
        left
    } else if near(b) <= near(c) {
        above
    } else {
        corner
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// The other direction, as the PNG specification words it.
    fn unpack(packed: &[u8], width: usize, step: usize) -> Vec<u8> {
        let mut raw = Vec::new();
        std::io::Read::read_to_end(&mut flate2::read::ZlibDecoder::new(packed), &mut raw).unwrap();
        let mut rows: Vec<Vec<u8>> = vec![vec![0; width * step]];
        for line in raw.chunks(width * step + 1) {
            let above = rows.last().unwrap().clone();
            let mut row: Vec<u8> = Vec::new();
            for (x, filtered) in line[1..].iter().enumerate() {
                let a = if x < step { 0 } else { i32::from(row[x - step]) };
                let c = if x < step { 0 } else { i32::from(above[x - step]) };
                let b = i32::from(above[x]);
                let p = a + b - c;
                let nearest = [a, b, c].into_iter().min_by_key(|n| (p - n).abs()).unwrap();
                let guess = [0, a, b, (a + b) / 2, nearest][usize::from(line[0])];
                row.push(u8::try_from((i32::from(*filtered) + guess) % 256).unwrap());
            }
            rows.push(row);
        }
        rows[1..].concat()
    }

    proptest! {
        #[test]
        fn pixels_read_back(
            width in 1u32..9, height in 1u32..7, channels in prop::sample::select(vec![1u8, 3]),
            seed in proptest::collection::vec(any::<u8>(), 200),
        ) {
            let count = (width * height * u32::from(channels)) as usize;
            let rgb: Vec<u8> = seed.iter().cycle().take(count).copied().collect();
            let packed = pixels(&Pixels { rgb: rgb.clone(), width_px: width, height_px: height, channels }).unwrap();
            prop_assert_eq!(unpack(&packed, width as usize, usize::from(channels)), rgb);
        }
    }
}
