//! Evidence made for the tests: photos with a camera's habits, screenshots, documents.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "material that cannot be made ends the test"
)]

use image::codecs::jpeg::JpegEncoder;
use image::{ImageFormat, Rgb, RgbImage};
use std::io::Cursor;
use std::path::{Path, PathBuf};

/// The serial number that the cameras here write into their photos. No packet may carry it.
pub(crate) const SERIAL: &[u8] = b"SERIAL-20260305-0001";

/// A file of the checkout's fixtures.
pub(crate) fn fixture(name: &str) -> PathBuf {
    crate::sources::root().join("tests/fixtures").join(name)
}

/// The bytes of a fixture.
pub(crate) fn fixture_bytes(name: &str) -> Vec<u8> {
    let path: &Path = &fixture(name);
    std::fs::read(path).unwrap_or_else(|e| panic!("{}: {e}", path.display()))
}

fn picture(width: u32, height: u32, seed: u8) -> RgbImage {
    RgbImage::from_fn(width, height, |x, y| {
        let shade = |n: u32| u8::try_from(n % 256).unwrap_or(0);
        Rgb([shade(x * 3 + u32::from(seed)), shade(y * 5 + u32::from(seed) * 7), shade((x + y) * 2)])
    })
}

/// A screenshot.
pub(crate) fn png(width: u32, height: u32, seed: u8) -> Vec<u8> {
    encoded(width, height, seed, ImageFormat::Png)
}

/// A picture out of a chat.
pub(crate) fn webp(width: u32, height: u32, seed: u8) -> Vec<u8> {
    encoded(width, height, seed, ImageFormat::WebP)
}

fn encoded(width: u32, height: u32, seed: u8, format: ImageFormat) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    picture(width, height, seed).write_to(&mut bytes, format).unwrap();
    bytes.into_inner()
}

/// A plain photo as stored by the camera, without metadata.
pub(crate) fn jpeg(width: u32, height: u32, seed: u8) -> Vec<u8> {
    let mut bytes = Vec::new();
    JpegEncoder::new_with_quality(&mut bytes, 85).encode_image(&picture(width, height, seed)).unwrap();
    bytes
}

/// A photo held upright by a camera that lies on its side: orientation 6, place, time and serial number in its EXIF, and a
/// remark after the end marker.
pub(crate) fn camera_jpeg(width: u32, height: u32, seed: u8) -> Vec<u8> {
    let plain = jpeg(width, height, seed);
    let exif = exif();
    let length = u16::try_from(exif.len() + 8).unwrap();
    let mut bytes = plain[..2].to_vec();
    bytes.extend([0xFF, 0xE1]);
    bytes.extend(length.to_be_bytes());
    bytes.extend(b"Exif\0\0");
    bytes.extend(exif);
    bytes.extend(&plain[2..]);
    bytes.extend(b"trailing remark of the camera");
    bytes
}

/// A TIFF block: IFD0 with orientation and pointers, the Exif IFD, the GPS IFD, then the values that do not fit inline.
fn exif() -> Vec<u8> {
    const ASCII: u16 = 2;
    const SHORT: u16 = 3;
    const LONG: u16 = 4;
    const RATIONAL: u16 = 5;
    let (ifd0, exif, gps) = (8_u32, 50_u32, 80_u32);
    // Each folder takes two bytes, twelve an entry, and four.
    let values_at = gps + 2 + 4 * 12 + 4;
    let mut values: Vec<u8> = Vec::new();
    let mut put = |bytes: &[u8]| {
        let at = values_at + u32::try_from(values.len()).unwrap();
        values.extend(bytes);
        at
    };
    let taken = put(b"2026:03:05 14:02:11\0");
    let serial = put(&[SERIAL, b"\0\0"].concat());
    let degrees =
        |parts: [u32; 3]| parts.iter().flat_map(|p| [p.to_le_bytes(), 1_u32.to_le_bytes()].concat()).collect();
    let latitude: Vec<u8> = degrees([31, 13, 49]);
    let longitude: Vec<u8> = degrees([121, 28, 25]);
    let (latitude, longitude) = (put(&latitude), put(&longitude));
    let serial_len = u32::try_from(SERIAL.len() + 1).unwrap();
    let folder = |entries: &[(u16, u16, u32, [u8; 4])]| {
        let mut bytes = u16::try_from(entries.len()).unwrap().to_le_bytes().to_vec();
        for (tag, kind, count, value) in entries {
            bytes.extend(tag.to_le_bytes());
            bytes.extend(kind.to_le_bytes());
            bytes.extend(count.to_le_bytes());
            bytes.extend(value);
        }
        bytes.extend(0_u32.to_le_bytes());
        bytes
    };
    let mut bytes = b"II*\0".to_vec();
    bytes.extend(ifd0.to_le_bytes());
    bytes.extend(folder(&[
        (0x0112, SHORT, 1, [6, 0, 0, 0]),
        (0x8769, LONG, 1, exif.to_le_bytes()),
        (0x8825, LONG, 1, gps.to_le_bytes()),
    ]));
    bytes
        .extend(folder(&[(0x9003, ASCII, 20, taken.to_le_bytes()), (0xA431, ASCII, serial_len, serial.to_le_bytes())]));
    bytes.extend(folder(&[
        (0x0001, ASCII, 2, *b"N\0\0\0"),
        (0x0002, RATIONAL, 3, latitude.to_le_bytes()),
        (0x0003, ASCII, 2, *b"E\0\0\0"),
        (0x0004, RATIONAL, 3, longitude.to_le_bytes()),
    ]));
    bytes.extend(values);
    bytes
}

/// Where the image of a JPEG begins and ends: the segments without which it is no picture, from the first quantisation
/// table to the end marker. Two files with equal ranges show the same pixels, whatever else they carry.
pub(crate) fn scan_of(jpeg: &[u8]) -> &[u8] {
    let start = memchr::memmem::find(jpeg, &[0xFF, 0xDB]).expect("no quantisation table");
    let end = memchr::memmem::rfind(jpeg, &[0xFF, 0xD9]).expect("no end marker");
    &jpeg[start..end + 2]
}
