//! Packets as other people's programs see them.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a packet that cannot be read ends the test"
)]

use crate::shop::tool;
use lopdf::{Dictionary, Document, Object};
use std::ffi::OsStr;
use std::path::Path;

/// What must hold for every packet, whatever is in it.
pub(crate) fn assert_sound(packet: &Path) {
    let checked = tool("qpdf", &[OsStr::new("--check"), packet.as_os_str()]);
    assert_eq!(checked.code, 0, "{}: {}{}", packet.display(), checked.stdout, checked.stderr);
    let bytes = std::fs::read(packet).unwrap();
    for hidden in [crate::material::SERIAL, b"Exif\0\0".as_slice(), b"trailing remark", b"GPSLatitude"] {
        assert!(!contains(&bytes, hidden), "{} carries {:?}", packet.display(), String::from_utf8_lossy(hidden));
    }
    // The packet's own; that of photos and of other people's documents stays out.
    let descriptions = memchr::memmem::find_iter(&bytes, b"<x:xmpmeta").count();
    assert!(descriptions <= 1, "{} carries {descriptions} XMP descriptions", packet.display());
    let document = Document::load_mem(&bytes).unwrap();
    for (id, object) in &document.objects {
        assert_harmless(object, &format!("{} {id:?}", packet.display()));
    }
    assert_stamped(packet);
    assert!(document.catalog().unwrap().has(b"Outlines"), "{} has no bookmarks", packet.display());
}

/// Whether `needle` occurs in `bytes`.
pub(crate) fn contains(bytes: &[u8], needle: &[u8]) -> bool {
    memchr::memmem::find(bytes, needle).is_some()
}

/// Nothing that a reader would run, open, send or fetch.
fn assert_harmless(object: &Object, place: &str) {
    const KEYS: [&[u8]; 8] =
        [b"JS", b"JavaScript", b"AA", b"EmbeddedFiles", b"EF", b"XFA", b"RichMediaContent", b"AcroForm"];
    const ACTIONS: [&[u8]; 8] =
        [b"JavaScript", b"Launch", b"SubmitForm", b"ImportData", b"GoToR", b"GoToE", b"URI", b"Rendition"];
    let dictionary = |d: &Dictionary| {
        for key in KEYS {
            assert!(!d.has(key), "{place} has {}", String::from_utf8_lossy(key));
        }
        for name in [b"S".as_slice(), b"Type", b"Subtype"] {
            if let Ok(value) = d.get(name).and_then(Object::as_name) {
                assert!(!ACTIONS.contains(&value), "{place} does {}", String::from_utf8_lossy(value));
                assert!(value != b"EmbeddedFile" && value != b"Filespec", "{place} carries a file");
            }
        }
        d.iter().for_each(|(_, value)| assert_harmless(value, place));
    };
    match object {
        Object::Dictionary(d) => dictionary(d),
        Object::Stream(s) => dictionary(&s.dict),
        Object::Array(items) => items.iter().for_each(|item| assert_harmless(item, place)),
        _ => {}
    }
}

/// Every page says which of how many it is.
fn assert_stamped(packet: &Path) {
    let pages = pages(packet);
    let text = text(packet);
    let sheets: Vec<&str> = text.trim_end_matches('\u{c}').split('\u{c}').collect();
    assert_eq!(sheets.len(), pages, "{}", packet.display());
    for (at, sheet) in sheets.iter().enumerate() {
        let stamp = format!("{}/{pages}", at + 1);
        assert!(bare(sheet).contains(&stamp), "{} page {} has no stamp {stamp}", packet.display(), at + 1);
    }
}

/// Pages as qpdf counts them.
pub(crate) fn pages(packet: &Path) -> usize {
    let counted = tool("qpdf", &[OsStr::new("--show-npages"), packet.as_os_str()]);
    counted.stdout.trim().parse().unwrap_or_else(|_| panic!("{}", counted.stderr))
}

/// The text as a person would copy it, pages parted by form feeds.
pub(crate) fn text(packet: &Path) -> String {
    let read = tool("pdftotext", &[OsStr::new("-enc"), OsStr::new("UTF-8"), packet.as_os_str(), OsStr::new("-")]);
    assert_eq!(read.code, 0, "{}", read.stderr);
    read.stdout
}

/// Text without the line breaks and blanks that only come from the page's width.
pub(crate) fn bare(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

/// The packet's text holds each of these, sign for sign.
pub(crate) fn assert_says(packet: &Path, texts: &[&str]) {
    let said = bare(&text(packet));
    for text in texts {
        assert!(said.contains(&bare(text)), "{} does not say {text:?}:\n{said}", packet.display());
    }
}

/// A picture within a packet.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Picture {
    /// Page it stands on.
    pub(crate) page: u32,
    /// Width in pixels.
    pub(crate) width: u32,
    /// Height in pixels.
    pub(crate) height: u32,
    /// `jpeg`, `image`, ….
    pub(crate) encoding: String,
}

/// The pictures as `pdfimages` lists them, without masks.
pub(crate) fn pictures(packet: &Path) -> Vec<Picture> {
    let listed = tool("pdfimages", &[OsStr::new("-list"), packet.as_os_str()]);
    assert_eq!(listed.code, 0, "{}", listed.stderr);
    let rows = listed.stdout.lines().skip(2).map(|line| line.split_whitespace().collect::<Vec<_>>());
    rows.filter(|row| row.get(2) == Some(&"image"))
        .map(|row| Picture {
            page: row[0].parse().unwrap(),
            width: row[3].parse().unwrap(),
            height: row[4].parse().unwrap(),
            encoding: row[8].to_owned(),
        })
        .collect()
}

/// The JPEG streams of a packet, as they are stored.
pub(crate) fn jpegs(packet: &Path, into: &Path) -> Vec<Vec<u8>> {
    let stem = into.join("picture");
    let took = tool("pdfimages", &[OsStr::new("-j"), packet.as_os_str(), stem.as_os_str()]);
    assert_eq!(took.code, 0, "{}", took.stderr);
    let mut found: Vec<_> = std::fs::read_dir(into).unwrap().map(|entry| entry.unwrap().path()).collect();
    found.retain(|path| path.extension().is_some_and(|e| e == "jpg"));
    found.sort();
    found.iter().map(|path| std::fs::read(path).unwrap()).collect()
}
