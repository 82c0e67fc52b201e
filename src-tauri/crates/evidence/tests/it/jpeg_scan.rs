use crate::fixtures::{self, bytes, exif_segment, profile, segment, tiff_with_orientation, with_segments};
use proptest::prelude::*;
use recourse_domain::Coded;
use recourse_evidence::{JpegFacts, jpeg};
use std::io::Cursor;
use zune_core::bytestream::ZCursor;

fn scan(bytes: &[u8]) -> JpegFacts {
    jpeg::scan(&mut Cursor::new(bytes)).unwrap()
}

fn refusal(bytes: &[u8]) -> &'static str {
    jpeg::scan(&mut Cursor::new(bytes)).unwrap_err().code()
}

fn kept(bytes: &[u8]) -> Vec<u8> {
    let range = |r: &std::ops::Range<u64>| usize::try_from(r.start).unwrap()..usize::try_from(r.end).unwrap();
    scan(bytes).keep.iter().flat_map(|r| bytes[range(r)].to_vec()).collect()
}

fn pixels(bytes: &[u8]) -> Vec<u8> {
    zune_jpeg::JpegDecoder::new(ZCursor::new(bytes)).decode().unwrap()
}

/// Markers of a JPEG up to its first scan, found without the code under test.
fn markers(bytes: &[u8]) -> Vec<u8> {
    let (mut at, mut found) = (2, Vec::new());
    while at + 4 <= bytes.len() && bytes[at] == 0xFF {
        found.push(bytes[at + 1]);
        if bytes[at + 1] == 0xDA {
            break;
        }
        at += 2 + usize::from(u16::from_be_bytes([bytes[at + 2], bytes[at + 3]]));
    }
    found
}

fn contains(bytes: &[u8], needle: &[u8]) -> bool {
    bytes.windows(needle.len()).any(|w| w == needle)
}

#[test]
fn a_phone_photo_keeps_its_picture_and_loses_everything_else() {
    let photo = bytes("photo.jpg");
    let secrets: [&[u8]; 8] = [
        b"Exif",
        b"SecretOwner",
        b"SecretCity",
        b"SecretComment",
        b"SN12345678",
        b"TestCam",
        b"adobe.com",
        b"TRAILING",
    ];
    for secret in secrets {
        assert!(contains(&photo, secret), "the fixture lost {}", String::from_utf8_lossy(secret));
    }
    let facts = scan(&photo);
    assert_eq!((facts.width_px, facts.height_px, facts.components, facts.bits), (160, 120, 3, 8));
    assert_eq!((facts.orientation, facts.progressive, facts.passthrough), (1, false, true));
    assert_eq!(facts.after_end, 15);

    let stripped = kept(&photo);
    assert_eq!(stripped.len() as u64, facts.kept_len);
    for secret in secrets {
        assert!(!contains(&stripped, secret), "{} is still there", String::from_utf8_lossy(secret));
    }
    let left: Vec<u8> = markers(&stripped);
    assert!(left.iter().all(|m| matches!(m, 0xE0 | 0xDB | 0xC0 | 0xC4 | 0xDA)), "{left:02X?}");
    assert!(stripped.ends_with(&[0xFF, 0xD9]));
    assert_eq!(stripped.windows(2).filter(|w| *w == [0xFF, 0xD8]).count(), 1, "a thumbnail is still there");
    assert_eq!(pixels(&stripped), pixels(&photo));
}

#[test]
fn stripping_twice_changes_nothing() {
    for name in ["photo.jpg", "progressive.jpg", "gray.jpg", "cmyk.jpg"] {
        let once = kept(&bytes(name));
        assert_eq!(kept(&once), once, "{name}");
        assert_eq!(pixels(&once), pixels(&bytes(name)), "{name}");
    }
}

#[test]
fn kinds_of_jpeg() {
    let facts = scan(&bytes("progressive.jpg"));
    assert!(facts.progressive && facts.passthrough);
    let facts = scan(&bytes("gray.jpg"));
    assert_eq!((facts.components, facts.passthrough), (1, true));
    let facts = scan(&bytes("cmyk.jpg"));
    assert_eq!((facts.components, facts.passthrough, facts.adobe_transform), (4, true, Some(2)));
}

#[test]
fn restart_markers_belong_to_the_scan() {
    let mut file = Vec::new();
    let mut encoder = jpeg_encoder::Encoder::new(&mut file, 80);
    encoder.set_restart_interval(2);
    let picture: Vec<u8> = (0..64 * 64 * 3).map(|i| u8::try_from(i * 7 % 256).unwrap()).collect();
    encoder.encode(&picture, 64, 64, jpeg_encoder::ColorType::Rgb).unwrap();
    assert!(contains(&file, &[0xFF, 0xD3]), "no restart marker in the test file");
    let facts = scan(&file);
    assert!(facts.passthrough);
    assert_eq!((facts.kept_len, facts.after_end), (file.len() as u64, 0));
}

#[test]
fn fill_bytes_before_markers_are_left_out() {
    let plain = kept(&bytes("photo.jpg"));
    let mut filled = plain[..2].to_vec();
    filled.extend([0xFF; 5]);
    filled.extend(&plain[2..]);
    assert_eq!(kept(&filled), plain);
    // And before the end marker, where they follow entropy-coded data.
    let mut filled = plain[..plain.len() - 2].to_vec();
    filled.extend([0xFF, 0xFF, 0xFF, 0xD9]);
    assert_eq!(pixels(&kept(&filled)), pixels(&plain));
    assert!(kept(&filled).ends_with(&[0xFF, 0xD9]));
}

#[test]
fn orientation_comes_from_exif() {
    let plain = kept(&bytes("photo.jpg"));
    for orientation in 1..=8 {
        let turned = with_segments(&plain, &[exif_segment(&tiff_with_orientation(orientation))]);
        assert_eq!(scan(&turned).orientation, orientation);
        assert_eq!(kept(&turned), plain);
    }
    for nonsense in [0, 9, 255] {
        let odd = with_segments(&plain, &[exif_segment(&tiff_with_orientation(nonsense))]);
        assert_eq!(scan(&odd).orientation, 1);
    }
}

#[test]
fn a_profile_in_pieces_is_put_together() {
    let plain = kept(&bytes("photo.jpg"));
    let whole = profile(1000, b"RGB ");
    let piece = |n: u8, of: u8, part: &[u8]| segment(0xE2, &[b"ICC_PROFILE\0", &[n, of][..], part].concat());
    let (a, b, c) = (piece(1, 3, &whole[..400]), piece(2, 3, &whole[400..800]), piece(3, 3, &whole[800..]));

    let file = with_segments(&plain, &[c.clone(), a.clone(), b.clone()]);
    assert_eq!(scan(&file).icc.as_deref(), Some(&whole[..]));
    assert_eq!(kept(&file), plain);
    assert_eq!(scan(&with_segments(&plain, &[a.clone(), c.clone()])).icc, None, "a piece is missing");
    assert_eq!(scan(&with_segments(&plain, &[a.clone(), a.clone(), b, c])).icc, None, "a piece comes twice");
    let gray = profile(1000, b"GRAY");
    assert_eq!(scan(&with_segments(&plain, &[piece(1, 1, &gray)])).icc, None, "made for gray pictures");
    assert_eq!(scan(&with_segments(&plain, &[piece(1, 1, &whole[..900])])).icc, None, "cut short");
}

#[test]
fn thumbnails_in_the_jfif_header_are_left_out() {
    let plain = kept(&bytes("photo.jpg"));
    let bare = [&plain[..2], &plain[20..]].concat();
    let jfif = segment(0xE0, &[b"JFIF\0\x01\x01\0\0\x01\0\x01\x01\x01", &b"RGB"[..]].concat());
    let jfxx = segment(0xE0, b"JFXX\0\x13\x01\x01abc");
    let facts = scan(&with_segments(&bare, &[jfif.clone(), jfxx.clone()]));
    assert!(facts.passthrough);
    assert_eq!(kept(&with_segments(&bare, &[jfif, jfxx])), bare);
}

#[test]
fn pictures_that_need_new_coding_say_so() {
    let plain = kept(&bytes("photo.jpg"));
    let sof = plain.windows(2).position(|w| w == [0xFF, 0xC0]).unwrap();
    let changed = |at: usize, byte: u8| {
        let mut file = plain.clone();
        file[at] = byte;
        scan(&file)
    };
    for (marker, kind) in [
        (0xC9, "JPEG (arithmetic)"),
        (0xCA, "JPEG (arithmetic)"),
        (0xC3, "JPEG (lossless)"),
        (0xC5, "JPEG (hierarchical)"),
    ] {
        let facts = changed(sof + 1, marker);
        assert_eq!((facts.passthrough, facts.exotic), (false, Some(kind)));
    }
    let facts = changed(sof + 4, 12);
    assert_eq!((facts.passthrough, facts.exotic, facts.bits), (false, Some("JPEG (12-bit)"), 12));
    // Room for a message behind the tables.
    let hidden = with_segments(&plain, &[segment(0xDD, b"\0\0SECRET")]);
    assert!(!scan(&hidden).passthrough);
}

#[test]
fn broken_files_are_told_apart() {
    let photo = bytes("photo.jpg");
    assert_eq!(refusal(b""), "evidence-truncated");
    assert_eq!(refusal(b"\xFF\xD8"), "evidence-truncated");
    assert_eq!(refusal(b"GIF89a"), "evidence-damaged");
    assert_eq!(refusal(b"\xFF\xD8\xFF\xD9"), "evidence-damaged");
    assert_eq!(refusal(b"\xFF\xD8\xFF\xE0\0\x01"), "evidence-damaged");
    let plain = kept(&photo);
    for cut in 0..plain.len() {
        assert_eq!(refusal(&plain[..cut]), "evidence-truncated", "cut at {cut}");
    }
    let sof = plain.windows(2).position(|w| w == [0xFF, 0xC0]).unwrap();
    let mut flat = plain.clone();
    flat[sof + 5..sof + 7].fill(0);
    assert_eq!(refusal(&flat), "evidence-damaged", "height of zero");
}

#[test]
fn works_across_the_reading_window() {
    // Segments and scan data far larger than what is held at once.
    let plain = kept(&bytes("photo.jpg"));
    let filler: Vec<Vec<u8>> = (0..20).map(|_| segment(0xEF, &vec![0xFF; 65_000])).collect();
    let file = with_segments(&plain, &filler);
    assert_eq!(kept(&file), plain);
    assert_eq!(scan(&fixtures::with_segments(&plain, &filler)).keep.len(), 2);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn mutations_never_panic_and_ranges_stay_in_order(
        which in 0usize..4,
        changes in proptest::collection::vec((0usize..5_000, any::<u8>()), 0..12),
        cut in 0usize..5_000,
    ) {
        let mut file = bytes(["photo.jpg", "progressive.jpg", "gray.jpg", "cmyk.jpg"][which]);
        for (at, byte) in changes {
            let at = at % file.len();
            file[at] = byte;
        }
        if cut % 3 == 0 {
            let end = cut % file.len();
            file.truncate(end);
        }
        if let Ok(facts) = jpeg::scan(&mut Cursor::new(&file)) {
            let mut end = 0;
            for range in &facts.keep {
                prop_assert!(range.start >= end && range.end > range.start);
                end = range.end;
            }
            prop_assert!(end + facts.after_end == file.len() as u64);
            prop_assert_eq!(facts.kept_len, facts.keep.iter().map(|r| r.end - r.start).sum::<u64>());
            prop_assert!((1..=8).contains(&facts.orientation));
        }
    }

    #[test]
    fn noise_behind_the_start_never_panics(noise in proptest::collection::vec(any::<u8>(), 0..2_000)) {
        let file = [b"\xFF\xD8\xFF".to_vec(), noise].concat();
        let _ = jpeg::scan(&mut Cursor::new(&file));
    }
}
