use crate::fixtures::{self, bytes, chunk, exif_segment, tiff_with_orientation, with_segments};
use recourse_domain::{Coded, MediaType};
use recourse_evidence::{Door, InProcess, Inspection, Pixels, Warning};
use std::path::Path;
use std::sync::Arc;

/// What an earlier version of the app must be able to hand round: one door, shared by threads.
fn door() -> Arc<dyn Door> {
    Arc::new(InProcess::default())
}

fn inspect(name: &str, media: MediaType) -> Inspection {
    door().inspect(&fixtures::path(name), media).unwrap()
}

fn pixels(path: &Path, media: MediaType, page: u32) -> Pixels {
    door().pixels(path, media, page).unwrap()
}

/// Colour of the pixel at a share of width and height, as gray or RGB.
fn at(pixels: &Pixels, x: f64, y: f64) -> Vec<u8> {
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let place = |share: f64, side: u32| (f64::from(side) * share) as usize;
    let (x, y, c) = (place(x, pixels.width_px), place(y, pixels.height_px), usize::from(pixels.channels));
    let start = (y * pixels.width_px as usize + x) * c;
    pixels.rgb[start..start + c].to_vec()
}

fn near(found: &[u8], wanted: [u8; 3]) -> bool {
    found.len() == 3 && found.iter().zip(wanted).all(|(a, b)| a.abs_diff(b) < 40)
}

const RED: [u8; 3] = [255, 0, 0];
const GREEN: [u8; 3] = [0, 255, 0];
const BLUE: [u8; 3] = [0, 0, 255];
const WHITE: [u8; 3] = [255, 255, 255];

/// Names of the colours in the four corners, left to right, top to bottom.
fn corners(p: &Pixels) -> String {
    [(0.25, 0.25), (0.75, 0.25), (0.25, 0.75), (0.75, 0.75)]
        .into_iter()
        .map(|(x, y)| {
            let colour = at(p, x, y);
            [(RED, 'r'), (GREEN, 'g'), (BLUE, 'b'), (WHITE, 'w')]
                .into_iter()
                .find(|(wanted, _)| near(&colour, *wanted))
                .map_or('?', |(_, name)| name)
        })
        .collect()
}

#[test]
fn facts_of_a_photo() {
    let facts = inspect("photo.jpg", MediaType::Jpeg);
    assert_eq!((facts.pages, facts.width_px, facts.height_px), (1, 160, 120));
    assert_eq!(facts.captured_at.unwrap().to_string(), "2026-03-05 14:02:11");
    assert_eq!(facts.captured_offset.unwrap().local_minus_utc(), 8 * 3600);
    let facts = inspect("gray.jpg", MediaType::Jpeg);
    assert_eq!((facts.captured_at, facts.captured_offset), (None, None));
}

#[test]
fn facts_of_other_kinds() {
    for name in ["photo.png", "alpha.png", "gray16.png", "palette-interlaced.png"] {
        let facts = inspect(name, MediaType::Png);
        assert_eq!((facts.pages, facts.width_px, facts.height_px, facts.warnings), (1, 160, 120, vec![]), "{name}");
    }
    for name in ["photo.webp", "lossless.webp"] {
        let facts = inspect(name, MediaType::Webp);
        assert_eq!((facts.pages, facts.width_px, facts.height_px, facts.warnings), (1, 160, 120, vec![]), "{name}");
    }
    assert_eq!(inspect("moving.webp", MediaType::Webp).warnings, [Warning::FIRST_FRAME_ONLY]);
    for name in ["two-pages.pdf", "linearized.pdf", "owner-locked.pdf"] {
        let facts = inspect(name, MediaType::Pdf);
        assert_eq!((facts.pages, facts.width_px, facts.warnings), (2, 0, vec![]), "{name}");
    }
}

#[test]
fn every_kind_gives_the_same_picture() {
    for (name, media) in [
        ("photo.jpg", MediaType::Jpeg),
        ("progressive.jpg", MediaType::Jpeg),
        ("cmyk.jpg", MediaType::Jpeg),
        ("photo.png", MediaType::Png),
        ("palette-interlaced.png", MediaType::Png),
        ("photo.webp", MediaType::Webp),
        ("lossless.webp", MediaType::Webp),
    ] {
        let p = pixels(&fixtures::path(name), media, 1);
        assert_eq!((p.width_px, p.height_px, p.channels), (160, 120, 3), "{name}");
        assert_eq!(corners(&p), "rgbw", "{name}");
    }
    for (name, media) in [("gray.jpg", MediaType::Jpeg), ("gray16.png", MediaType::Png)] {
        let p = pixels(&fixtures::path(name), media, 1);
        assert_eq!((p.channels, p.rgb.len()), (1, 160 * 120), "{name}");
        assert!(at(&p, 0.75, 0.75)[0] > 250, "{name}");
    }
    let half = pixels(&fixtures::path("alpha.png"), MediaType::Png, 1);
    assert!(near(&at(&half, 0.25, 0.25), [255, 127, 127]), "{:?}", at(&half, 0.25, 0.25));
}

#[test]
fn cmyk_is_inverted_only_under_the_adobe_mark() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("cmyk");
    let encoded = |pixel: [u8; 4]| {
        let mut file = Vec::new();
        let encoder = jpeg_encoder::Encoder::new(&mut file, 95);
        encoder.encode(&pixel.repeat(32 * 32), 32, 32, jpeg_encoder::ColorType::Cmyk).unwrap();
        file
    };
    // The encoder stores inverted values and says so.
    std::fs::write(&path, encoded([0, 255, 255, 0])).unwrap();
    let p = pixels(&path, MediaType::Jpeg, 1);
    assert!(near(&at(&p, 0.5, 0.5), RED), "{:?}", at(&p, 0.5, 0.5));
    // The same values stored plainly, without the mark.
    let mut plain = encoded([255, 0, 0, 255]);
    let adobe = plain.windows(2).position(|w| w == [0xFF, 0xEE]).unwrap();
    plain.drain(adobe..adobe + 16);
    std::fs::write(&path, plain).unwrap();
    let p = pixels(&path, MediaType::Jpeg, 1);
    assert!(near(&at(&p, 0.5, 0.5), RED), "{:?}", at(&p, 0.5, 0.5));
}

#[test]
fn all_orientations_stand_upright() {
    let dir = tempfile::tempdir().unwrap();
    let plain = bytes("progressive.jpg");
    // How the stored quarters r g / b w look after turning, by EXIF 1..=8.
    let wanted = ["rgbw", "grwb", "wbgr", "bwrg", "rbgw", "brwg", "wgbr", "gwrb"];
    for (orientation, wanted) in (1u8..).zip(wanted) {
        let tiff = tiff_with_orientation(orientation);
        let jpeg = dir.path().join("turned");
        std::fs::write(&jpeg, with_segments(&plain, &[exif_segment(&tiff)])).unwrap();
        let png = dir.path().join("turned-png");
        let source = bytes("photo.png");
        std::fs::write(&png, [&source[..33], &chunk(b"eXIf", &tiff), &source[33..]].concat()).unwrap();
        for (path, media) in [(jpeg, MediaType::Jpeg), (png, MediaType::Png)] {
            let upright = if orientation >= 5 { (120, 160) } else { (160, 120) };
            let facts = door().inspect(&path, media).unwrap();
            assert_eq!((facts.width_px, facts.height_px), upright, "{orientation}");
            let p = pixels(&path, media, 1);
            assert_eq!((p.width_px, p.height_px), upright, "{orientation}");
            assert_eq!(corners(&p), wanted, "{media:?} {orientation}");
        }
    }
}

#[test]
fn previews_are_small_upright_and_bare() {
    let picture = door().picture(&fixtures::path("photo.jpg"), MediaType::Jpeg, 1, 64).unwrap();
    assert_eq!((picture.width_px, picture.height_px), (64, 48));
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("preview");
    std::fs::write(&path, &picture.png).unwrap();
    assert_eq!(corners(&pixels(&path, MediaType::Png, 1)), "rgbw");
    let (mut at, mut names) = (8, Vec::new());
    while at < picture.png.len() {
        let length = u32::from_be_bytes(picture.png[at..at + 4].try_into().unwrap()) as usize;
        names.push(String::from_utf8(picture.png[at + 4..at + 8].to_vec()).unwrap());
        at += 12 + length;
    }
    assert!(names.iter().all(|n| ["IHDR", "IDAT", "IEND"].contains(&n.as_str())), "{names:?}");
    // Never enlarged.
    let picture = door().picture(&fixtures::path("photo.png"), MediaType::Png, 1, 5_000).unwrap();
    assert_eq!((picture.width_px, picture.height_px), (160, 120));
}

#[test]
fn pdf_pages_are_drawn_upright() {
    let path = fixtures::path("two-pages.pdf");
    let p = pixels(&path, MediaType::Pdf, 1);
    assert_eq!((p.width_px, p.height_px), (556, 278), "200 × 100 points at 200 dots an inch");
    assert!(near(&at(&p, 0.25, 0.75), RED) && near(&at(&p, 0.9, 0.9), WHITE));
    // The second page is turned by a quarter: its lower left corner is now the upper left.
    let picture = door().picture(&path, MediaType::Pdf, 2, 100).unwrap();
    assert_eq!((picture.width_px, picture.height_px), (50, 100));
    let p = pixels(&path, MediaType::Pdf, 2);
    assert!(near(&at(&p, 0.25, 0.25), BLUE) && near(&at(&p, 0.75, 0.75), WHITE));
}

#[test]
fn pages_that_are_not_there() {
    let door = door();
    for (name, media, page, pages) in [
        ("two-pages.pdf", MediaType::Pdf, 3, "2"),
        ("two-pages.pdf", MediaType::Pdf, 0, "2"),
        ("photo.jpg", MediaType::Jpeg, 2, "1"),
    ] {
        let error = door.picture(&fixtures::path(name), media, page, 100).unwrap_err();
        assert_eq!(error.code(), "evidence-page-unknown");
        assert_eq!(error.params()["pages"], pages);
    }
}

#[test]
fn a_locked_pdf_is_kept_but_not_shown() {
    let facts = inspect("locked.pdf", MediaType::Pdf);
    assert_eq!((facts.pages, facts.warnings), (0, vec![Warning::PDF_LOCKED]));
    let error = door().picture(&fixtures::path("locked.pdf"), MediaType::Pdf, 1, 100).unwrap_err();
    assert_eq!(error.code(), "pdf-locked");
}

#[test]
fn chinese_without_embedded_font_shows_with_the_fallback_font() {
    let font =
        std::fs::read(concat!(env!("CARGO_MANIFEST_DIR"), "/../../../assets/fonts/NotoSansSC-Regular.ttf")).unwrap();
    let path = fixtures::path("unembedded-song.pdf");
    let ink = |door: &dyn Door| door.pixels(&path, MediaType::Pdf, 1).unwrap().rgb.iter().filter(|v| **v < 128).count();
    let without = ink(&InProcess::default());
    let with = ink(&InProcess::with_fallback_font(Arc::new(font)));
    assert!(with > without + 3_000, "{with} dark samples with the font, {without} without");
}
