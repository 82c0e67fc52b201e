use crate::fixtures::{bytes, chunk, png_head};
use proptest::prelude::*;
use recourse_domain::{Coded, MediaType};
use recourse_evidence::{Door, InProcess};
use std::path::PathBuf;

struct Written {
    _dir: tempfile::TempDir,
    path: PathBuf,
}

fn written(bytes: &[u8]) -> Written {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("hostile");
    std::fs::write(&path, bytes).unwrap();
    Written { _dir: dir, path }
}

/// The code of the refusal by all three ways through the door, which must agree.
fn refused(bytes: &[u8], media: MediaType) -> &'static str {
    let file = written(bytes);
    let door = InProcess::default();
    let code = door.inspect(&file.path, media).unwrap_err().code();
    assert_eq!(door.picture(&file.path, media, 1, 100).unwrap_err().code(), code);
    assert_eq!(door.pixels(&file.path, media, 1).unwrap_err().code(), code);
    code
}

/// A PNG that is right in form and holds hardly any data.
fn bomb(width: u32, height: u32) -> Vec<u8> {
    [png_head(width, height), chunk(b"IDAT", b"x\x9c\x03\0\0\0\0\x01"), chunk(b"IEND", b"")].concat()
}

/// A JPEG header for any size. The last frame header is the picture's own; the thumbnail has one before it.
fn jpeg_of(width: u16, height: u16) -> Vec<u8> {
    let mut file = bytes("photo.jpg");
    let sof = file.windows(2).rposition(|w| w == [0xFF, 0xC0]).unwrap();
    file[sof + 5..sof + 7].copy_from_slice(&height.to_be_bytes());
    file[sof + 7..sof + 9].copy_from_slice(&width.to_be_bytes());
    file
}

#[test]
fn pixel_bombs_are_refused_by_their_header() {
    for (width, height) in [(30_000, 30_000), (30_001, 1), (1, 2_147_483_647), (10_001, 10_000), (u32::MAX, u32::MAX)] {
        assert_eq!(refused(&bomb(width, height), MediaType::Png), "evidence-too-many-pixels", "{width} × {height}");
    }
    assert_eq!(refused(&jpeg_of(65_000, 65_000), MediaType::Jpeg), "evidence-too-many-pixels");
    let mut webp = bytes("moving.webp");
    assert_eq!(&webp[12..16], b"VP8X");
    // Width and height less one, in three bytes each.
    webp[24..30].copy_from_slice(&[0x40, 0x9C, 0, 1, 0, 0]);
    assert_eq!(refused(&webp, MediaType::Webp), "evidence-too-many-pixels");
}

#[test]
fn sides_of_zero_are_damage() {
    assert_eq!(refused(&bomb(0, 10), MediaType::Png), "evidence-damaged");
    assert_eq!(refused(&bomb(10, 0), MediaType::Png), "evidence-damaged");
    assert_eq!(refused(&jpeg_of(0, 10), MediaType::Jpeg), "evidence-damaged");
    assert_eq!(refused(&jpeg_of(10, 0), MediaType::Jpeg), "evidence-damaged");
}

#[test]
fn a_header_that_promises_too_much_data_is_damage_when_shown() {
    let file = written(&bomb(5_000, 5_000));
    assert_eq!(InProcess::default().pixels(&file.path, MediaType::Png, 1).unwrap_err().code(), "evidence-damaged");
}

#[test]
fn metadata_bombs_are_passed_over() {
    // Packed text that would unfold to many megabytes: neither needed nor unpacked.
    let source = bytes("photo.png");
    let ztxt = chunk(b"zTXt", &[b"Comment\0\0".to_vec(), vec![0x78; 1 << 20]].concat());
    let iccp = chunk(b"iCCP", &[b"p\0\0".to_vec(), vec![0x78; 1 << 20]].concat());
    let file = written(&[&source[..33], &ztxt, &iccp, &source[33..]].concat());
    let door = InProcess::default();
    assert_eq!(door.inspect(&file.path, MediaType::Png).unwrap().width_px, 160);
    assert_eq!(door.pixels(&file.path, MediaType::Png, 1).unwrap().width_px, 160);
}

#[test]
fn missing_ends_are_told() {
    for (name, media) in [
        ("photo.png", MediaType::Png),
        ("palette-interlaced.png", MediaType::Png),
        ("photo.webp", MediaType::Webp),
        ("lossless.webp", MediaType::Webp),
        ("moving.webp", MediaType::Webp),
    ] {
        let whole = bytes(name);
        for cut in [12, whole.len() / 3, whole.len() / 2, whole.len() - 3] {
            assert_eq!(refused(&whole[..cut], media), "evidence-truncated", "{name} cut at {cut}");
        }
    }
    let door = InProcess::default();
    for name in ["two-pages.pdf", "linearized.pdf"] {
        let whole = bytes(name);
        for cut in [20, whole.len() / 2, whole.len() * 9 / 10] {
            let file = written(&whole[..cut]);
            let code = door.inspect(&file.path, MediaType::Pdf).unwrap_err().code();
            assert_eq!(code, "evidence-truncated", "{name} cut at {cut}");
        }
    }
}

#[test]
fn a_broken_cross_reference_is_repaired() {
    let mut pdf = bytes("two-pages.pdf");
    let at = pdf.windows(9).position(|w| w == b"startxref").unwrap();
    pdf[at + 10..at + 12].copy_from_slice(b"99");
    let file = written(&pdf);
    let door = InProcess::default();
    assert_eq!(door.inspect(&file.path, MediaType::Pdf).unwrap().pages, 2);
    // Rubbish before the header shifts every offset.
    let file = written(&[&b"\n".repeat(500)[..], &bytes("two-pages.pdf")].concat());
    assert_eq!(door.inspect(&file.path, MediaType::Pdf).unwrap().pages, 2);
}

#[test]
fn garbage_behind_a_right_beginning() {
    let noise: Vec<u8> = (0..4_000u32).map(|i| u8::try_from(i.wrapping_mul(2_654_435_761) >> 24).unwrap()).collect();
    let with = |head: &[u8]| [head, &noise].concat();
    assert!(["evidence-truncated", "evidence-damaged"].contains(&refused(&with(b"\xFF\xD8\xFF\xE0"), MediaType::Jpeg)));
    assert!(["evidence-truncated", "evidence-damaged"].contains(&refused(&with(b"\x89PNG\r\n\x1a\n"), MediaType::Png)));
    assert_eq!(refused(&with(b"RIFF\x00\x01\0\0WEBP"), MediaType::Webp), "evidence-truncated");
    let pdf = [&with(b"%PDF-1.7\n")[..], b"\n%%EOF"].concat();
    assert_eq!(refused(&pdf, MediaType::Pdf), "evidence-damaged");
}

#[test]
fn nesting_without_end_is_survived() {
    let deep = |open: &str, close: &str| {
        let body = format!("{}{}", open.repeat(200_000), close.repeat(200_000));
        format!(
            "%PDF-1.4\n1 0 obj\n<</Type/Catalog/Pages 2 0 R/X {body}>>\nendobj\n2 0 obj\n<</Type/Pages/Count 1/Kids[3 0 R]>>\nendobj\n3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 100 100]/Contents 4 0 R>>\nendobj\n4 0 obj\n<</Length 400000>>stream\n{body}\nendstream\nendobj\ntrailer<</Root 1 0 R/Size 5>>\nstartxref\n0\n%%EOF\n"
        )
    };
    let door = InProcess::default();
    for pdf in [deep("[", "]"), deep("<</A ", ">>"), deep("(", ")")] {
        let file = written(pdf.as_bytes());
        // Shown or refused: either is fine as long as the process goes on.
        let _ = door.inspect(&file.path, MediaType::Pdf);
        let _ = door.picture(&file.path, MediaType::Pdf, 1, 50);
    }
}

#[test]
fn pages_that_name_themselves_are_survived() {
    let pdf = "%PDF-1.4\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type/Pages/Count 9/Kids[2 0 R 3 0 R]>>\nendobj\n3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 0 0]>>\nendobj\ntrailer<</Root 1 0 R/Size 4>>\nstartxref\n0\n%%EOF\n";
    let file = written(pdf.as_bytes());
    let door = InProcess::default();
    let _ = door.inspect(&file.path, MediaType::Pdf);
    let _ = door.pixels(&file.path, MediaType::Pdf, 1);
}

#[test]
fn exotic_jpeg_is_named() {
    let mut file = bytes("photo.jpg");
    let sof = file.windows(2).rposition(|w| w == [0xFF, 0xC0]).unwrap();
    file[sof + 1] = 0xC9;
    assert_eq!(refused(&file, MediaType::Jpeg), "evidence-kind-unsupported");
}

#[test]
fn the_door_follows_no_link() {
    let dir = tempfile::tempdir().unwrap();
    let link = dir.path().join("link");
    #[cfg(unix)]
    std::os::unix::fs::symlink(crate::fixtures::path("photo.jpg"), &link).unwrap();
    #[cfg(unix)]
    assert_eq!(InProcess::default().inspect(&link, MediaType::Jpeg).unwrap_err().code(), "evidence-not-a-file");
    assert_eq!(
        InProcess::default().inspect(&dir.path().join("none"), MediaType::Jpeg).unwrap_err().code(),
        "evidence-not-found"
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(192))]

    #[test]
    fn mutated_files_never_escape_the_door(
        which in 0usize..10,
        changes in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..8),
    ) {
        let (name, media) = [
            ("photo.jpg", MediaType::Jpeg), ("progressive.jpg", MediaType::Jpeg), ("cmyk.jpg", MediaType::Jpeg),
            ("photo.png", MediaType::Png), ("palette-interlaced.png", MediaType::Png),
            ("photo.webp", MediaType::Webp), ("lossless.webp", MediaType::Webp), ("moving.webp", MediaType::Webp),
            ("two-pages.pdf", MediaType::Pdf), ("unembedded-song.pdf", MediaType::Pdf),
        ][which];
        let mut file = bytes(name);
        for (at, byte) in changes {
            let at = at.index(file.len());
            file[at] = byte;
        }
        let file = written(&file);
        let door = InProcess::default();
        let _ = door.inspect(&file.path, media);
        if let Ok(picture) = door.picture(&file.path, media, 1, 40) {
            prop_assert!(picture.width_px <= 40 && picture.height_px <= 40);
        }
        if let Ok(p) = door.pixels(&file.path, media, 1) {
            prop_assert_eq!(p.rgb.len(), p.width_px as usize * p.height_px as usize * usize::from(p.channels));
        }
    }
}
