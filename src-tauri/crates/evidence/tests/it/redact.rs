//! Redaction: what was hidden cannot be found in the new file by any means at hand.

use crate::fixtures::{self, bytes, exif_segment, segment, tiff_with_orientation, with_segments};
use crate::intake::place;
use recourse_domain::{Coded, MediaType, Progress, Unwatched, Watcher};
use recourse_evidence::redact::burn;
use recourse_evidence::{Ask, Door, InProcess, Password, Rect, Redaction, Sighted, Warning};
use std::collections::BTreeMap;
use std::path::Path;

const CARD: &str = "6222 0212 3456 7894";

/// One page of 600 × 800 points with a card number on it, and the things that hide in documents.
fn statement() -> Vec<u8> {
    let drawing = format!("BT /F 20 Tf 100 700 Td (Card {CARD} paid) Tj ET BT /F 20 Tf 100 100 Td (Order 42) Tj ET");
    let objects = [
        "<</Type/Catalog/Pages 2 0 R/OpenAction<</S/JavaScript/JS(app.alert\\(1\\))>>>>".to_owned(),
        "<</Type/Pages/Count 1/Kids[3 0 R]>>".to_owned(),
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Resources<</Font<</F 5 0 R>>>>/Contents 4 0 R>>".to_owned(),
        format!("<</Length {}>>\nstream\n{drawing}\nendstream", drawing.len()),
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>".to_owned(),
        format!("<</Title(Card {CARD})>>"),
    ];
    let mut file = b"%PDF-1.4\n".to_vec();
    let mut places = Vec::new();
    for (number, object) in objects.iter().enumerate() {
        places.push(file.len());
        file.extend_from_slice(format!("{} 0 obj\n{object}\nendobj\n", number + 1).as_bytes());
    }
    let start = file.len();
    let table: String = places.iter().map(|p| format!("{p:010} 00000 n \n")).collect();
    let end = format!(
        "xref\n0 7\n0000000000 65535 f \n{table}trailer<</Size 7/Root 1 0 R/Info 6 0 R>>\nstartxref\n{start}\n%%EOF\n"
    );
    file.extend_from_slice(end.as_bytes());
    file
}

fn made(path: &Path, media: MediaType, redaction: &Redaction) -> Vec<u8> {
    let first = burn(path, media, redaction, &InProcess::default(), &Unwatched).unwrap();
    let again = burn(path, media, redaction, &InProcess::default(), &Unwatched).unwrap();
    assert_eq!(first, again, "the same rectangles gave other bytes");
    first.bytes
}

fn holds(file: &[u8], what: &[u8]) -> bool {
    file.windows(what.len()).any(|w| w == what)
}

#[test]
fn a_card_number_on_a_page_is_found_hidden_and_gone() {
    let place = place();
    let path = place.file("statement.pdf", &statement());
    let taken = place.take(&path).unwrap();
    let reading = taken.reading.unwrap();
    assert!(reading.pages[0].contains("Order 42") && !reading.pages[0].contains("3456"), "{reading:?}");
    let [spot] = reading.spots[..] else { panic!("{:?}", reading.spots) };
    assert_eq!((spot.what, spot.page), (Sighted::Card, 1));
    let rect = spot.rect.unwrap();
    // The line stands 100 points from the top of 800.
    assert!(rect.top < 125_000 && rect.top + rect.height > 125_000 && rect.height < 50_000, "{rect:?}");
    assert!(rect.left > 180_000 && rect.width > 200_000 && rect.width < 500_000, "{rect:?}");

    let redaction = Redaction { pages: BTreeMap::from([(1, vec![rect])]) };
    let derived = place
        .vault
        .redact(&taken.sha256, MediaType::Pdf, &redaction, "statement.pdf", &InProcess::default(), &Unwatched)
        .unwrap();
    assert_eq!(derived.parent, taken.sha256);
    assert_eq!((derived.taken.media_type, derived.taken.pages), (MediaType::Pdf, 1));
    assert_eq!(derived.taken.reading.unwrap().spots, []);
    place.vault.verify(&derived.parent).unwrap();

    let redacted = place.vault.path_of(&derived.taken.sha256);
    let file = std::fs::read(&redacted).unwrap();
    for gone in [&b"6222"[..], b"JavaScript", b"/Font", b"/Info", b"/Title", b"/OpenAction"] {
        assert!(!holds(&file, gone), "{}", String::from_utf8_lossy(gone));
    }
    assert_eq!(file.windows(5).filter(|w| w == b"%%EOF").count(), 1);
    // Black where the number stood, the rest as it was.
    let before = InProcess::default().pixels(&path, MediaType::Pdf, 1).unwrap();
    let after = InProcess::default().pixels(&redacted, MediaType::Pdf, 1).unwrap();
    assert_eq!((after.width_px, after.height_px), (before.width_px, before.height_px));
    let (w, h) = (before.width_px, before.height_px);
    let inside = |x: u32, y: u32, margin: u32| {
        let px = |part: u32, side: u32| u32::try_from(u64::from(part) * u64::from(side) / 1_000_000).unwrap();
        x + margin >= px(rect.left, w)
            && x <= px(rect.left + rect.width, w) + margin
            && y + margin >= px(rect.top, h)
            && y <= px(rect.top + rect.height, h) + margin
    };
    for y in 0..h {
        for x in 0..w {
            let at = (y * w + x) as usize * 3;
            if inside(x, y, 1) {
                assert_eq!(after.rgb[at..at + 3], [0, 0, 0], "{x} {y}");
            } else if !inside(x, y, 6) {
                assert!(after.rgb[at].abs_diff(before.rgb[at]) < 3, "{x} {y}");
            }
        }
    }
}

#[test]
fn photos_lose_everything_but_their_pixels() {
    let exif = exif_segment(&tiff_with_orientation(6));
    let comment = segment(0xFE, b"serial number 4711");
    let file = [with_segments(&bytes("progressive.jpg"), &[exif, comment]), b"trailing".to_vec()].concat();
    let place = place();
    let path = place.file("photo.jpg", &file);
    let rect = Rect { left: 0, top: 0, width: 500_000, height: 500_000 };
    let made = made(&path, MediaType::Jpeg, &Redaction::of_image(vec![rect]));
    assert!(!holds(&made, b"Exif") && !holds(&made, b"4711") && !holds(&made, b"trailing"));
    assert!(made.starts_with(b"\xFF\xD8") && made.ends_with(b"\xFF\xD9"));
    let path = place.file("made.jpg", &made);
    let after = InProcess::default().pixels(&path, MediaType::Jpeg, 1).unwrap();
    // Upright, as it was shown when the rectangle was drawn.
    assert_eq!((after.width_px, after.height_px), (120, 160));
    assert!(after.rgb[..3].iter().all(|v| *v < 12), "{:?}", &after.rgb[..3]);
}

#[test]
fn other_pictures_become_png_without_loss() {
    let rect = Rect { left: 900_000, top: 900_000, width: 100_000, height: 100_000 };
    let made = made(&fixtures::path("photo.webp"), MediaType::Webp, &Redaction::of_image(vec![rect]));
    let place = place();
    let after = InProcess::default().pixels(&place.file("made.png", &made), MediaType::Png, 1).unwrap();
    let before = InProcess::default().pixels(&fixtures::path("photo.webp"), MediaType::Webp, 1).unwrap();
    let untouched = 160 * 100 * 3;
    assert_eq!(after.rgb[..untouched], before.rgb[..untouched]);
    assert_eq!(after.rgb[after.rgb.len() - 3..], [0, 0, 0]);
}

#[test]
fn every_page_of_a_document_becomes_pixels() {
    let rect = Rect { left: 0, top: 0, width: 10_000, height: 10_000 };
    let redaction = Redaction { pages: BTreeMap::from([(2, vec![rect])]) };
    let made = made(&fixtures::path("two-pages.pdf"), MediaType::Pdf, &redaction);
    let place = place();
    let taken = place.take(&place.file("made.pdf", &made)).unwrap();
    assert_eq!((taken.media_type, taken.pages), (MediaType::Pdf, 2));
    assert!(taken.reading.unwrap().pages.iter().all(|p| p.trim().is_empty()));
}

#[test]
fn a_locked_document_is_opened_once_and_its_password_kept_nowhere() {
    let place = place();
    let taken = place.take(&fixtures::path("locked.pdf")).unwrap();
    assert_eq!((taken.pages, &taken.warnings[..]), (0, &[Warning::PDF_LOCKED][..]));
    let unlock = |password: &str| {
        let password = Password::new(password.to_owned());
        place.vault.unlock(&taken.sha256, &password, "unlocked.pdf", &InProcess::default(), &Unwatched)
    };
    assert_eq!(unlock("wrong").unwrap_err().code(), "pdf-locked");
    assert_eq!(place.files().len(), 1);
    let opened = unlock("secret").unwrap();
    assert_eq!((opened.parent, opened.taken.pages, opened.taken.warnings), (taken.sha256, 2, vec![]));
    let shown = InProcess::default().pixels(&place.vault.path_of(&opened.taken.sha256), MediaType::Pdf, 1).unwrap();
    assert_eq!(shown, InProcess::default().pixels(&fixtures::path("owner-locked.pdf"), MediaType::Pdf, 1).unwrap());
    for file in place.files() {
        assert!(!holds(&std::fs::read(file).unwrap(), b"secret"));
    }
    let ask = Ask::Unlock { password: Password::new("secret".to_owned()), page: 1 };
    assert!(!format!("{ask:?}").contains("secret"));
}

struct Hasty;

impl Watcher for Hasty {
    fn progress(&self, _: &Progress<'_>) {}
    fn cancelled(&self) -> bool {
        true
    }
}

#[test]
fn redactions_that_hide_nothing_are_refused() {
    let place = place();
    let taken = place.take(&fixtures::path("two-pages.pdf")).unwrap();
    let code = |media, pages: &[(u32, Rect)]| {
        let pages = pages.iter().map(|(page, rect)| (*page, vec![*rect])).collect();
        place
            .vault
            .redact(&taken.sha256, media, &Redaction { pages }, "x", &InProcess::default(), &Unwatched)
            .unwrap_err()
            .code()
    };
    let rect = Rect { left: 10, top: 10, width: 10, height: 10 };
    assert_eq!(code(MediaType::Pdf, &[]), "redaction-empty");
    assert_eq!(code(MediaType::Pdf, &[(1, Rect { width: 0, ..rect })]), "redaction-empty");
    assert_eq!(code(MediaType::Pdf, &[(1, Rect { left: 999_995, ..rect })]), "redaction-empty");
    assert_eq!(code(MediaType::Pdf, &[(1, Rect { left: u32::MAX, ..rect })]), "redaction-empty");
    assert_eq!(code(MediaType::Pdf, &[(3, rect)]), "evidence-page-unknown");
    assert_eq!(code(MediaType::Pdf, &[(0, rect)]), "evidence-page-unknown");
    assert_eq!(code(MediaType::Text, &[(1, rect)]), "not-redactable");
    let redaction = Redaction::of_image(vec![rect]);
    let path = fixtures::path("photo.jpg");
    let ended = burn(&path, MediaType::Jpeg, &redaction, &InProcess::default(), &Hasty);
    assert_eq!(ended.unwrap_err().code(), "cancelled");
    let locked = burn(&fixtures::path("locked.pdf"), MediaType::Pdf, &redaction, &InProcess::default(), &Unwatched);
    assert_eq!(locked.unwrap_err().code(), "pdf-locked");
}
