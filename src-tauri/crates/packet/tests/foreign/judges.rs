//! A document of imported pages, and what poppler and qpdf say of it.

use lopdf::{Document, Object, Stream, dictionary};
use recourse_packet::foreign::{self, FormPage};
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

pub(crate) fn fixture(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../tests/fixtures/pdf").join(name)
}

pub(crate) fn bytes(name: &str) -> Vec<u8> {
    std::fs::read(fixture(name)).unwrap()
}

/// A program of the system; the message says what to install.
pub(crate) fn tool(program: &str, args: &[&str]) -> Output {
    let run = Command::new(program).args(args).output();
    run.unwrap_or_else(|e| panic!("{program} is needed for this test (Debian: qpdf, poppler-utils): {e}"))
}

/// A document with one page for each imported one, nothing else on it.
pub(crate) fn document_of(pages: &[FormPage], mut document: Document) -> Document {
    let root = document.new_object_id();
    let mut kids = Vec::new();
    for page in pages {
        let content = document.add_object(Stream::new(dictionary! {}, b"/X Do".to_vec()));
        let dict = dictionary! {
            "Type" => "Page", "Parent" => root, "Contents" => content,
            "MediaBox" => vec![0.into(), 0.into(), Object::Real(page.width_pt), Object::Real(page.height_pt)],
            "Resources" => dictionary! { "XObject" => dictionary! { "X" => page.form } },
        };
        kids.push(Object::Reference(document.add_object(dict)));
    }
    let count = i64::try_from(kids.len()).unwrap();
    document.objects.insert(root, dictionary! { "Type" => "Pages", "Kids" => kids, "Count" => count }.into());
    let catalog = document.add_object(dictionary! { "Type" => "Catalog", "Pages" => root });
    document.trailer.set("Root", catalog);
    document
}

pub(crate) struct Outcome {
    pub(crate) pages: Vec<FormPage>,
    pub(crate) document: Document,
    pub(crate) saved: Vec<u8>,
    pub(crate) folder: tempfile::TempDir,
}

impl Outcome {
    pub(crate) fn path(&self) -> String {
        self.folder.path().join("result.pdf").to_str().unwrap().to_owned()
    }
}

pub(crate) fn imported(pdf: &[u8]) -> Outcome {
    let mut document = Document::with_version("1.7");
    let pages = foreign::import(&mut document, pdf).unwrap();
    let mut document = document_of(&pages, document);
    let mut saved = Vec::new();
    document.save_to(&mut saved).unwrap();
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("result.pdf"), &saved).unwrap();
    Outcome { pages, document, saved, folder }
}

/// Words page by page, as poppler reads them.
pub(crate) fn words(path: &str) -> Vec<Vec<String>> {
    let text = String::from_utf8(tool("pdftotext", &[path, "-"]).stdout).unwrap();
    let mut pages: Vec<Vec<String>> =
        text.split('\u{c}').map(|page| page.split_whitespace().map(str::to_owned).collect()).collect();
    pages.pop();
    pages
}

/// Grey pixels page by page, as poppler paints them.
pub(crate) fn pixels(path: &str, folder: &Path) -> Vec<(usize, Vec<u8>)> {
    let prefix = folder.join("px");
    let done = tool("pdftoppm", &["-r", "48", "-gray", "-cropbox", path, prefix.to_str().unwrap()]);
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    let mut files: Vec<PathBuf> = std::fs::read_dir(folder).unwrap().map(|f| f.unwrap().path()).collect();
    files.retain(|f| f.extension().is_some_and(|e| e == "pgm"));
    files.sort();
    let read = |file: &PathBuf| {
        let data = std::fs::read(file).unwrap();
        std::fs::remove_file(file).unwrap();
        let mut fields = data.splitn(4, u8::is_ascii_whitespace);
        fields.next();
        let width = std::str::from_utf8(fields.next().unwrap()).unwrap().parse().unwrap();
        let rest = fields.nth(1).unwrap();
        (width, rest[rest.iter().position(|b| *b == b'\n').unwrap() + 1..].to_vec())
    };
    files.iter().map(read).collect()
}

pub(crate) fn assert_same_picture(name: &str, result: &Outcome) {
    let ours = pixels(&result.path(), result.folder.path());
    let theirs = pixels(fixture(name).to_str().unwrap(), result.folder.path());
    assert_eq!(ours.len(), theirs.len(), "{name}: pages");
    for (page, (a, b)) in ours.iter().zip(&theirs).enumerate() {
        assert_eq!((a.0, a.1.len()), (b.0, b.1.len()), "{name} page {page}: size");
        let different = a.1.iter().zip(&b.1).filter(|(x, y)| x.abs_diff(**y) > 96).count();
        let ink = b.1.iter().filter(|p| **p < 128).count();
        assert!(ink > 20, "{name} page {page}: nothing to compare");
        // Edges may fall a fraction of a pixel differently; a turn, mirror or shift changes nearly all of the ink.
        assert!(different * 10 < ink, "{name} page {page}: {different} of {ink} inked pixels differ");
    }
}

pub(crate) fn assert_sound(name: &str, result: &Outcome) {
    let check = tool("qpdf", &["--check", &result.path()]);
    assert!(
        check.status.success(),
        "{name}: {}{}",
        String::from_utf8_lossy(&check.stdout),
        String::from_utf8_lossy(&check.stderr)
    );
    for page in &result.pages {
        let form = result.document.get_object(page.form).unwrap().as_stream().unwrap();
        assert_eq!(form.dict.get(b"Subtype").unwrap().as_name().unwrap(), b"Form");
        let bbox: Vec<f32> =
            form.dict.get(b"BBox").unwrap().as_array().unwrap().iter().map(|n| n.as_float().unwrap()).collect();
        assert_eq!(bbox, [0.0, 0.0, page.width_pt, page.height_pt], "{name}: origin at 0, 0");
        assert!(!form.dict.has(b"Matrix"));
    }
}
