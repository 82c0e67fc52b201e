//! What must come through: text, fonts, photos, size, turn, filled fields, layers; and what a repair wins back.

use crate::judges::{assert_same_picture, assert_sound, bytes, fixture, imported, tool, words};
use lopdf::{Document, Object};
use recourse_domain::Coded;
use recourse_packet::foreign::{self, ForeignError};
use std::collections::BTreeSet;

#[test]
fn text_and_picture_come_through_unchanged() {
    let plain = ["plain.pdf", "object-streams.pdf", "linearized.pdf", "rotated.pdf", "cropped.pdf", "inherited.pdf"];
    for name in plain.into_iter().chain(["owner-rc4.pdf", "owner-aes128.pdf", "owner-aes256.pdf", "junk-before.pdf"]) {
        let result = imported(&bytes(name));
        assert_sound(name, &result);
        assert_eq!(words(&result.path()), words(fixture(name).to_str().unwrap()), "{name}: text");
        assert_same_picture(name, &result);
    }
}

#[test]
fn fonts_stay_fonts_and_photos_stay_jpeg() {
    let result = imported(&bytes("plain.pdf"));
    let fonts = String::from_utf8(tool("pdffonts", &[&result.path()]).stdout).unwrap();
    assert!(fonts.lines().any(|l| l.contains("NotoSansSC") && l.contains("yes yes yes")), "{fonts}");
    let source = tool("pdfimages", &["-list", fixture("plain.pdf").to_str().unwrap()]).stdout;
    let ours = tool("pdfimages", &["-list", &result.path()]).stdout;
    let columns = |list: Vec<u8>| -> Vec<Vec<String>> {
        let list = String::from_utf8(list).unwrap();
        list.lines().map(|l| l.split_whitespace().take(9).map(str::to_owned).collect()).collect()
    };
    assert_eq!(columns(ours), columns(source));
}

#[test]
fn turned_and_cropped_pages_have_their_upright_size() {
    let sizes = |name: &str| -> Vec<(f32, f32)> {
        imported(&bytes(name)).pages.iter().map(|p| (p.width_pt, p.height_pt)).collect()
    };
    assert_eq!(sizes("rotated.pdf"), [(420.0, 300.0), (300.0, 420.0), (420.0, 300.0), (300.0, 420.0)]);
    assert_eq!(sizes("cropped.pdf"), [(250.0, 150.0), (150.0, 250.0)]);
    // A unit of 1/36 inch: twice the points.
    assert_eq!(sizes("user-unit.pdf"), [(500.0, 300.0)]);
    assert_eq!(sizes("inherited.pdf"), [(555.0, 802.0); 2]);
}

#[test]
fn only_what_the_pages_reach_is_copied_and_once() {
    let result = imported(&bytes("plain.pdf"));
    // 40 000 random bytes hang on the catalogue of this file; text, fonts and one photo need far less.
    assert!(result.saved.len() < 30_000, "{} bytes", result.saved.len());
    let of_type = |key: &[u8], value: &[u8]| {
        let dicts = result
            .document
            .objects
            .values()
            .filter_map(|o| o.as_dict().ok().or_else(|| o.as_stream().ok().map(|s| &s.dict)));
        dicts.filter(|d| d.get(key).and_then(Object::as_name).is_ok_and(|n| n == value)).count()
    };
    let source = Document::load(fixture("plain.pdf")).unwrap();
    let fonts = source.objects.values().filter(|o| o.as_dict().is_ok_and(|d| d.has_type(b"Font"))).count();
    assert_eq!(of_type(b"Type", b"Font"), fonts, "two pages share their fonts");
    assert_eq!(of_type(b"Subtype", b"Image"), 1, "two pages share their photo");
}

#[test]
fn the_same_bytes_give_the_same_objects() {
    for name in ["plain.pdf", "object-streams.pdf", "hostile.pdf", "truncated.pdf"] {
        assert_eq!(imported(&bytes(name)).saved, imported(&bytes(name)).saved, "{name}");
    }
}

#[test]
fn a_second_import_does_not_disturb_the_first() {
    let mut document = Document::with_version("1.7");
    let first = foreign::import(&mut document, &bytes("rotated.pdf")).unwrap();
    let before = document.objects.clone();
    let second = foreign::import(&mut document, &bytes("cropped.pdf")).unwrap();
    assert!(before.iter().all(|(id, object)| document.objects.get(id) == Some(object)));
    let ids: BTreeSet<_> = first.iter().chain(&second).map(|p| p.form).collect();
    assert_eq!(ids.len(), first.len() + second.len());
    assert_eq!(document.max_id, document.objects.keys().map(|id| id.0).max().unwrap());
}

#[test]
fn filled_fields_and_seals_become_paint() {
    let result = imported(&bytes("form.pdf"));
    assert_sound("form.pdf", &result);
    let text = words(&result.path()).concat().join(" ");
    for shown in ["商户申请表", "filled in", "ticked", "SEALED", "TURNED"] {
        assert!(text.contains(shown), "{shown} is missing in {text}");
    }
    for unseen in ["unticked", "hidden field", "note icon", "private note"] {
        assert!(!text.contains(unseen), "{unseen} is in {text}");
    }
    assert!(!String::from_utf8_lossy(&result.saved).contains("/Annot"));
}

#[test]
fn a_filled_field_without_a_look_is_told() {
    let noted = |pdf: &[u8]| foreign::import_noting(&mut Document::new(), pdf).unwrap().unpainted_fields;
    assert_eq!(noted(&bytes("form.pdf")), 0);
    let mut form = Document::load(fixture("form.pdf")).unwrap();
    let filled = form.objects.values_mut().filter_map(|o| o.as_dict_mut().ok()).find(|d| d.has(b"V")).unwrap();
    filled.remove(b"AP");
    let mut pdf = Vec::new();
    form.save_to(&mut pdf).unwrap();
    assert_eq!(noted(&pdf), 1);
}

#[test]
fn layers_are_as_a_viewer_shows_them_first() {
    let result = imported(&bytes("layers.pdf"));
    assert_sound("layers.pdf", &result);
    assert_eq!(words(&result.path()).concat().join(" "), "shown layer no layer shown form");
    assert_eq!(words(&result.path()), words(fixture("layers.pdf").to_str().unwrap()));
    assert_same_picture("layers.pdf", &result);
}

#[test]
fn a_locked_file_says_so() {
    let mut document = Document::with_version("1.7");
    let error = foreign::import(&mut document, &bytes("user-password.pdf")).unwrap_err();
    assert_eq!((error.clone(), error.code()), (ForeignError::Locked, "pdf-locked"));
    assert!(document.objects.is_empty(), "a refusal leaves the destination alone");
}

#[test]
fn broken_files_are_repaired_and_said_to_be() {
    let whole = words(fixture("plain.pdf").to_str().unwrap());
    let mut document = Document::with_version("1.7");
    let broken = foreign::import_noting(&mut document, &bytes("broken-xref.pdf")).unwrap();
    assert!(broken.repaired);
    let result = imported(&bytes("broken-xref.pdf"));
    assert_sound("broken-xref.pdf", &result);
    assert_eq!(words(&result.path()), whole);

    let result = imported(&bytes("truncated.pdf"));
    assert_sound("truncated.pdf", &result);
    let text = words(&result.path());
    assert_eq!(text[..2], whole[..], "the pages before the cut are whole");
    assert!(foreign::import_noting(&mut Document::new(), &bytes("truncated.pdf")).unwrap().repaired);
    assert!(!foreign::import_noting(&mut Document::new(), &bytes("plain.pdf")).unwrap().repaired);
}

#[test]
fn a_stream_of_a_wrong_length_is_won_back_by_the_repair() {
    // Read by its length, the font program would be its dictionary alone, and the text would lose its letters.
    let mut pdf = bytes("plain.pdf");
    let font = pdf.windows(9).position(|w| w == b"/Length1 ").unwrap();
    let length = pdf[font - 60..font + 60].windows(8).position(|w| w == b"/Length ").unwrap() + font - 60 + 8;
    pdf[length] = if pdf[length] == b'1' { b'2' } else { b'1' };
    assert!(foreign::import_noting(&mut Document::new(), &pdf).unwrap().repaired);
    let result = imported(&pdf);
    assert_eq!(words(&result.path()), words(fixture("plain.pdf").to_str().unwrap()));
    assert_same_picture("plain.pdf", &result);
}

#[test]
fn a_font_lost_to_damage_is_won_back_by_the_repair() {
    // The cross-reference table points one font program beside its place: the plain reader would go on without it.
    let mut pdf = bytes("plain.pdf");
    let table = pdf.windows(5).rposition(|w| w == b"\nxref").unwrap();
    let text = String::from_utf8_lossy(&pdf[table..]).into_owned();
    let font = pdf.windows(11).position(|w| w == b"/FontFile2 ").unwrap();
    let number: usize = String::from_utf8_lossy(&pdf[font + 11..]).split_whitespace().next().unwrap().parse().unwrap();
    let line = text.lines().filter(|l| l.len() >= 18 && l.ends_with("n ")).nth(number - 1).unwrap().to_owned();
    let at = table + text.find(&line).unwrap();
    pdf[at..at + 10].copy_from_slice(b"0000000003");
    let noted = foreign::import_noting(&mut Document::new(), &pdf).unwrap();
    assert!(noted.repaired);
    let result = imported(&pdf);
    assert_eq!(words(&result.path()), words(fixture("plain.pdf").to_str().unwrap()));
    assert_same_picture("plain.pdf", &result);
}
