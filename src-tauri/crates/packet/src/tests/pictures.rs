//! Exhibits as they look on the page.

use super::pdf::Read;
use super::sample::{Sample, jpeg, pdf, picture, png, with_exif};
use crate::build;
use image::codecs::jpeg::JpegEncoder;
use image::{ExtendedColorType, Rgb, RgbImage};
use recourse_domain::{MediaType, Unwatched};
use recourse_evidence::{Door, InProcess};
use recourse_rulebook::Language;
use std::path::Path;

/// Builds a packet of these files and gives the page of each exhibit as a picture.
fn rendered(folder: &Path, files: &[(&str, MediaType, Vec<u8>)]) -> (Vec<RgbImage>, crate::Built) {
    let mut sample = Sample::bare(folder, Language::En);
    for (name, media, bytes) in files {
        sample.exhibit(name, *media, bytes, name);
    }
    let out = folder.join("packet.pdf");
    let built = build(&sample.input(), &out, &InProcess::default(), &Unwatched).unwrap();
    let read = Read::open(&out);
    let is_exhibit = |p: &usize| read.shown(*p).first().is_some_and(|s| s.len() == 2 && s.starts_with('E'));
    let exhibits: Vec<usize> = (0..read.pages.len()).filter(is_exhibit).collect();
    let page = |index: usize| {
        let number = u32::try_from(index + 1).unwrap();
        let shown = InProcess::default().picture(&out, MediaType::Pdf, number, 500).unwrap();
        image::load_from_memory(&shown.png).unwrap().to_rgb8()
    };
    (exhibits.into_iter().map(page).collect(), built)
}

/// The exhibit's corners on a rendered page: the middle of each quarter of what is not paper.
fn quarters(page: &RgbImage) -> [Rgb<u8>; 4] {
    let coloured = |p: &Rgb<u8>| {
        let (most, least) = (p.0.iter().max().unwrap(), p.0.iter().min().unwrap());
        most - least > 100
    };
    let points: Vec<(u32, u32)> =
        page.enumerate_pixels().filter(|(_, _, p)| coloured(p)).map(|(x, y, _)| (x, y)).collect();
    let x = (points.iter().map(|p| p.0).min().unwrap(), points.iter().map(|p| p.0).max().unwrap());
    let y = (points.iter().map(|p| p.1).min().unwrap(), points.iter().map(|p| p.1).max().unwrap());
    let at = |fx: u32, fy: u32| *page.get_pixel(x.0 + (x.1 - x.0) * fx / 4, y.0 + (y.1 - y.0) * fy / 4);
    [at(1, 1), at(3, 1), at(1, 3), at(3, 3)]
}

fn near(a: [Rgb<u8>; 4], b: [Rgb<u8>; 4]) -> bool {
    a.iter().zip(&b).all(|(a, b)| a.0.iter().zip(&b.0).all(|(a, b)| a.abs_diff(*b) < 40))
}

/// The stored picture that stands upright once it is turned as EXIF says.
fn stored(upright: &RgbImage, orientation: u8) -> RgbImage {
    use image::imageops::{flip_horizontal, flip_vertical, rotate90, rotate180, rotate270};
    match orientation {
        2 => flip_horizontal(upright),
        3 => rotate180(upright),
        4 => flip_vertical(upright),
        5 => flip_horizontal(&rotate90(upright)),
        6 => rotate270(upright),
        7 => flip_horizontal(&rotate270(upright)),
        8 => rotate90(upright),
        _ => upright.clone(),
    }
}

#[test]
fn photos_stand_upright_however_the_camera_was_held() {
    let folder = tempfile::tempdir().unwrap();
    let upright = picture(160, 120);
    let files: Vec<_> = (1..=8)
        .map(|o| {
            (
                ["1", "2", "3", "4", "5", "6", "7", "8"][o as usize - 1],
                MediaType::Jpeg,
                with_exif(&jpeg(&stored(&upright, o)), o),
            )
        })
        .collect();
    let (pages, _) = rendered(folder.path(), &files);
    assert_eq!(pages.len(), 8);
    let wanted = quarters(&upright);
    for (index, page) in pages.iter().enumerate() {
        assert!(near(quarters(page), wanted), "orientation {}", index + 1);
    }
}

#[test]
fn other_pictures_and_pdf_pages_are_shown_upright_too() {
    let folder = tempfile::tempdir().unwrap();
    let upright = picture(120, 160);
    let gray = image::imageops::grayscale(&upright);
    let mut gray_jpeg = Vec::new();
    JpegEncoder::new(&mut gray_jpeg).encode(gray.as_raw(), gray.width(), gray.height(), ExtendedColorType::L8).unwrap();
    let (pages, built) = rendered(
        folder.path(),
        &[
            ("a.png", MediaType::Png, png(&upright)),
            ("b.pdf", MediaType::Pdf, pdf(2)),
            ("c.jpg", MediaType::Jpeg, gray_jpeg),
        ],
    );
    assert_eq!(pages.len(), 4);
    assert!(near(quarters(&pages[0]), quarters(&upright)));
    // What is not paper in the upper half of the frame.
    let ink = |page: &RgbImage| {
        let inside = |x: u32, y: u32| (60..290).contains(&x) && (60..260).contains(&y);
        page.enumerate_pixels().filter(|(x, y, p)| inside(*x, *y) && p.0[0] < 200).count()
    };
    let inks: Vec<usize> = pages.iter().map(ink).collect();
    assert!(inks[1] > 40 && inks[2] > 40, "the text of the PDF is there: {inks:?}");
    assert!(inks[3] > 1_500, "the gray photo is there: {inks:?}");
    assert!(built.findings.iter().all(|f| !f.code.starts_with("exhibit")), "{:?}", built.findings);
}

#[test]
fn a_small_picture_is_not_blown_up_and_a_wide_one_fits() {
    let folder = tempfile::tempdir().unwrap();
    let (pages, _) = rendered(
        folder.path(),
        &[("small.png", MediaType::Png, png(&picture(40, 40))), ("wide.png", MediaType::Png, png(&picture(4000, 300)))],
    );
    let width = |page: &RgbImage| {
        let xs: Vec<u32> =
            page.enumerate_pixels().filter(|(_, _, p)| p.0[2] < 90 && p.0[0] > 150).map(|(x, _, _)| x).collect();
        xs.iter().max().unwrap() - xs.iter().min().unwrap()
    };
    assert!(width(&pages[0]) < pages[0].width() / 10);
    assert!(width(&pages[1]) > pages[1].width() * 7 / 10);
}

#[test]
fn what_cannot_be_drawn_gets_a_page_that_says_so() {
    let folder = tempfile::tempdir().unwrap();
    let mut sample = Sample::bare(folder.path(), Language::En);
    sample.exhibit("broken.pdf", MediaType::Pdf, b"%PDF-1.4\nnothing of use\n", "a broken file");
    let mut cut = jpeg(&picture(64, 48));
    cut.truncate(200);
    sample.exhibit("cut.jpg", MediaType::Jpeg, &cut, "half a photo");
    let out = folder.path().join("packet.pdf");
    let built = build(&sample.input(), &out, &InProcess::default(), &Unwatched).unwrap();
    let about: Vec<_> =
        built.findings.iter().filter(|f| f.code == "exhibit-not-drawn").filter_map(|f| f.item.clone()).collect();
    assert_eq!(about, ["E1", "E2"]);
    let read = Read::open(&out);
    let all: Vec<String> = (0..read.pages.len()).flat_map(|p| read.shown(p)).collect();
    assert!(all.iter().filter(|s| s.contains("cannot be shown")).count() >= 3, "on both pages and at the end");
}

/// Puts a segment behind the start of a JPEG file.
fn with_segment(jpeg: &[u8], marker: u8, body: &[u8]) -> Vec<u8> {
    let length = u16::try_from(body.len() + 2).unwrap().to_be_bytes();
    [&jpeg[..2], &[0xFF, marker], &length, body, &jpeg[2..]].concat()
}

#[test]
fn a_photo_that_cannot_be_taken_over_is_shown_from_its_pixels_without_loss() {
    let folder = tempfile::tempdir().unwrap();
    let upright = picture(64, 48);
    // An Adobe segment with room for anything behind its last field.
    let odd = with_segment(&jpeg(&upright), 0xEE, b"Adobe\0d\0\0\0\0\x01 and more");
    let (pages, built) = rendered(folder.path(), &[("odd.jpg", MediaType::Jpeg, odd.clone())]);
    assert!(near(quarters(&pages[0]), quarters(&upright)));
    assert!(built.findings.iter().any(|f| f.code == "exhibit-re-encoded" && f.item.as_deref() == Some("E1")));
    let read = Read::open(&folder.path().join("packet.pdf"));
    let image = read
        .document
        .objects
        .values()
        .filter_map(|o| o.as_stream().ok())
        .find(|s| s.dict.get(b"Subtype").is_ok_and(|n| n.as_name().is_ok_and(|n| n == b"Image")))
        .unwrap();
    assert_eq!(image.dict.get(b"Filter").unwrap().as_name().unwrap(), b"FlateDecode");
    assert_eq!(image.dict.get(b"Width").unwrap().as_i64().unwrap(), 64);
}

#[test]
fn a_colour_profile_goes_into_the_colour_space() {
    let folder = tempfile::tempdir().unwrap();
    let mut profile = vec![0u8; 200];
    profile[..4].copy_from_slice(&200u32.to_be_bytes());
    profile[12..24].copy_from_slice(b"mntrRGB XYZ ");
    profile[36..40].copy_from_slice(b"acsp");
    let body = [b"ICC_PROFILE\0\x01\x01", profile.as_slice()].concat();
    let photo = with_segment(&jpeg(&picture(64, 48)), 0xE2, &body);
    let (_, built) =
        rendered(folder.path(), &[("a.jpg", MediaType::Jpeg, photo.clone()), ("b.jpg", MediaType::Jpeg, photo)]);
    assert!(built.findings.iter().all(|f| !f.code.starts_with("exhibit")), "{:?}", built.findings);
    let read = Read::open(&folder.path().join("packet.pdf"));
    let profiles: Vec<_> = read
        .document
        .objects
        .values()
        .filter_map(|o| o.as_stream().ok())
        .filter(|s| s.dict.has(b"N"))
        .map(|s| s.decompressed_content().unwrap())
        .collect();
    assert_eq!(profiles, [profile]);
}
