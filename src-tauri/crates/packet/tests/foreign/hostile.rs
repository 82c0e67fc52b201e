//! What must not come through, and files made to exhaust whoever reads them.

use crate::judges::{assert_sound, bytes, document_of, fixture, imported, tool, words};
use lopdf::{Document, Object, Stream, dictionary};
use recourse_domain::Coded;
use recourse_packet::foreign::{self, ForeignError};
use std::collections::BTreeSet;

/// Names that make a document do something, or carry along what is not paint.
const FORBIDDEN: [&str; 36] = [
    "JS",
    "JavaScript",
    "Launch",
    "EmbeddedFile",
    "EmbeddedFiles",
    "OpenAction",
    "AA",
    "URI",
    "GoTo",
    "GoToR",
    "GoToE",
    "SubmitForm",
    "ImportData",
    "RichMedia",
    "XFA",
    "AcroForm",
    "Annots",
    "Annot",
    "Names",
    "Filespec",
    "EF",
    "AF",
    "Metadata",
    "PieceInfo",
    "OCProperties",
    "OCGs",
    "OCG",
    "OC",
    "Ref",
    "OPI",
    "PS",
    "Movie",
    "Sound",
    "Rendition",
    "StructParents",
    "Encrypt",
];

fn names_in(object: &Object, found: &mut BTreeSet<String>) {
    match object {
        Object::Name(name) => drop(found.insert(String::from_utf8_lossy(name).into_owned())),
        Object::Array(items) => items.iter().for_each(|item| names_in(item, found)),
        Object::Dictionary(dict) => {
            for (key, value) in dict {
                found.insert(String::from_utf8_lossy(key).into_owned());
                names_in(value, found);
            }
        }
        Object::Stream(stream) => names_in(&Object::Dictionary(stream.dict.clone()), found),
        _ => {}
    }
}

#[test]
fn nothing_that_acts_comes_along() {
    // The fixture really holds them: a test that finds nothing in an empty file would prove nothing.
    let mut source = BTreeSet::new();
    Document::load(fixture("hostile.pdf")).unwrap().objects.values().for_each(|o| names_in(o, &mut source));
    for name in [
        "JS",
        "JavaScript",
        "Launch",
        "EmbeddedFile",
        "OpenAction",
        "AA",
        "URI",
        "GoToR",
        "SubmitForm",
        "ImportData",
        "RichMedia",
        "XFA",
        "OPI",
        "PieceInfo",
        "PS",
        "Ref",
    ] {
        assert!(source.contains(name), "the fixture lost its {name}");
    }
    let result = imported(&bytes("hostile.pdf"));
    let mut ours = BTreeSet::new();
    result.document.objects.values().for_each(|o| names_in(o, &mut ours));
    for name in FORBIDDEN {
        assert!(!ours.contains(name), "/{name} came along");
    }
    assert_sound("hostile.pdf", &result);
    // And once more on the unpacked file, as a stranger's scanner would look at it.
    let unpacked = result.folder.path().join("unpacked.pdf");
    assert!(
        tool("qpdf", &["--qdf", "--object-streams=disable", &result.path(), unpacked.to_str().unwrap()])
            .status
            .success()
    );
    let unpacked = std::fs::read(unpacked).unwrap();
    let holds = |word: &[u8], whole: bool| {
        let mut ends = unpacked.windows(word.len() + 1).filter(|w| w.starts_with(word));
        ends.any(|w| !whole || !w[word.len()].is_ascii_alphanumeric())
    };
    for name in FORBIDDEN {
        assert!(!holds(format!("/{name}").as_bytes(), true), "/{name} came along");
    }
    for word in ["evil", "calc.exe", "deep metadata", "gps metadata", "app.alert"] {
        assert!(!holds(word.as_bytes(), false), "{word} came along");
    }
    assert_eq!(words(&result.path()), words(fixture("hostile.pdf").to_str().unwrap()), "its text stays");
}

#[test]
fn nothing_that_acts_comes_along_through_the_repair() {
    let mut pdf = bytes("hostile.pdf");
    let start = pdf.windows(9).rposition(|w| w == b"startxref").unwrap();
    pdf.truncate(start);
    let mut document = Document::with_version("1.7");
    assert!(foreign::import_noting(&mut document, &pdf).unwrap().repaired);
    let mut ours = BTreeSet::new();
    document.objects.values().for_each(|o| names_in(o, &mut ours));
    for name in FORBIDDEN {
        assert!(!ours.contains(name), "/{name} came along");
    }
}

#[test]
fn nonsense_is_unreadable() {
    for nonsense in [&b""[..], b"%PDF-1.7\n", b"not a pdf at all", &[0xFF; 3000]] {
        let error = foreign::import(&mut Document::new(), nonsense).unwrap_err();
        assert_eq!(error, ForeignError::Unreadable);
        assert_eq!(error.code(), "pdf-unreadable");
    }
}

/// A file with a correct cross-reference table from the bodies of its objects, numbered from 1; the first is the catalogue.
fn file_of(bodies: &[String]) -> Vec<u8> {
    let mut pdf = b"%PDF-1.7\n".to_vec();
    let mut table = format!("xref\n0 {}\n0000000000 65535 f \n", bodies.len() + 1);
    for (index, body) in bodies.iter().enumerate() {
        table.push_str(&format!("{:010} 00000 n \n", pdf.len()));
        pdf.extend_from_slice(format!("{} 0 obj\n{body}\nendobj\n", index + 1).as_bytes());
    }
    let start = pdf.len();
    pdf.extend_from_slice(
        format!("{table}trailer\n<</Size {}/Root 1 0 R>>\nstartxref\n{start}\n%%EOF\n", bodies.len() + 1).as_bytes(),
    );
    pdf
}

fn stream_of(dict: &str, content: &str) -> String {
    format!("<<{dict}/Length {}>>\nstream\n{content}\nendstream", content.len())
}

fn one_page(resources: &str, more: &[String]) -> Vec<u8> {
    let mut bodies = vec![
        "<</Type/Catalog/Pages 2 0 R>>".to_owned(),
        "<</Type/Pages/Kids[3 0 R]/Count 1>>".to_owned(),
        format!("<</Type/Page/Parent 2 0 R/MediaBox[0 0 100 100]/Contents 4 0 R/Resources<<{resources}>>>>"),
        stream_of("", "/X Do"),
    ];
    bodies.extend_from_slice(more);
    file_of(&bodies)
}

#[test]
fn too_many_pages_are_refused() {
    let tree = |count: usize| {
        let mut bodies = vec!["<</Type/Catalog/Pages 2 0 R>>".to_owned(), String::new()];
        bodies.extend((0..count).map(|_| "<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>".to_owned()));
        let kids: String = (0..count).map(|n| format!("{} 0 R ", n + 3)).collect();
        bodies[1] = format!("<</Type/Pages/Kids[{kids}]/Count {count}>>");
        file_of(&bodies)
    };
    assert_eq!(foreign::import(&mut Document::new(), &tree(foreign::MAX_PAGES)).unwrap().len(), foreign::MAX_PAGES);
    let error = foreign::import(&mut Document::new(), &tree(foreign::MAX_PAGES + 1)).unwrap_err();
    assert_eq!(error.code(), "pdf-too-many-pages");
    assert_eq!(error.params()["limit"], foreign::MAX_PAGES.to_string());
}

#[test]
fn a_page_tree_that_bites_its_tail_ends() {
    let pdf = file_of(&[
        "<</Type/Catalog/Pages 2 0 R>>".to_owned(),
        "<</Type/Pages/Kids[2 0 R 3 0 R 2 0 R 3 0 R]/Count 9>>".to_owned(),
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>".to_owned(),
    ]);
    assert_eq!(foreign::import(&mut Document::new(), &pdf).unwrap().len(), 1);
}

#[test]
fn loops_and_deep_chains_of_forms_end() {
    let itself = one_page(
        "/XObject<</X 5 0 R>>",
        &[stream_of("/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 5 0 R>>>>", "/X Do")],
    );
    assert_eq!(imported(&itself).pages.len(), 1);
    let chain: Vec<String> = (0..20_000)
        .map(|n| {
            stream_of(
                &format!("/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X {} 0 R>>>>", n + 6),
                "/X Do",
            )
        })
        .collect();
    let deep = imported(&one_page("/XObject<</X 5 0 R>>", &chain));
    assert!(deep.document.objects.len() < 1000, "cut off at a distance no honest page has");
}

#[test]
fn nesting_that_would_exhaust_a_stack_ends() {
    let deep = format!("{}{}", "[".repeat(300_000), "]".repeat(300_000));
    let cuts = one_page(&format!("/ColorSpace<</C {deep}>>"), &[]);
    let _ = foreign::import(&mut Document::new(), &cuts);
    // Each length is the stream that follows: the reader goes down one level for every one of them.
    let chain: Vec<String> = (0..60_000).map(|n| format!("<</Length {} 0 R>>\nstream\nx\nendstream", n + 6)).collect();
    let _ = foreign::import(&mut Document::new(), &one_page("/XObject<</X 5 0 R>>", &chain));
}

#[test]
fn colour_spaces_that_unfold_without_end_are_cut() {
    // Every level names the next one twice, in place: 2^40 copies if nothing stopped it.
    let levels: Vec<String> = (0..60).map(|n| format!("[/CalGray [{0} 0 R {0} 0 R]]", n + 6)).collect();
    let error = foreign::import(&mut Document::new(), &one_page("/ColorSpace<</C 5 0 R>>", &levels));
    assert!(matches!(error, Err(ForeignError::TooComplex) | Ok(_)));
}

/// A file whose cross-reference stream has the given dictionary entries and content.
fn file_with_xref_stream(entries: &str, content: &[u8], before: &str) -> Vec<u8> {
    let mut pdf = format!("%PDF-1.7\n{before}").into_bytes();
    let start = pdf.len();
    pdf.extend_from_slice(
        format!("9 0 obj\n<</Type/XRef/Root 1 0 R{entries}/Length {}>>\nstream\n", content.len()).as_bytes(),
    );
    pdf.extend_from_slice(content);
    pdf.extend_from_slice(format!("\nendstream\nendobj\nstartxref\n{start}\n%%EOF\n").as_bytes());
    pdf
}

#[test]
fn a_table_that_announces_billions_of_objects_is_not_believed() {
    let objects = "1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type/Pages/Kids[]/Count 0>>\nendobj\n";
    for entries in ["/Size 10/W[0 0 0]/Index[0 4294967295]", "/Size 10/W[1 9000000000000 1]"] {
        let error = foreign::import(&mut Document::new(), &file_with_xref_stream(entries, b"", objects)).unwrap_err();
        assert_eq!(error, ForeignError::Unreadable);
    }
}

#[test]
fn a_length_inside_the_stream_it_measures_is_no_endless_fall() {
    // Object 3, the length of object stream 2, is said to lie in object stream 2.
    let objects = "2 0 obj\n<</Type/ObjStm/N 1/First 4/Length 3 0 R>>\nstream\n3 0 8\nendstream\nendobj\n";
    let mut table = Vec::new();
    for (kind, a, b) in [(0u8, 0u16, 0u8), (2, 2, 0), (1, 9, 0), (2, 2, 0)] {
        table.push(kind);
        table.extend_from_slice(&a.to_be_bytes());
        table.push(b);
    }
    let pdf = file_with_xref_stream("/Size 4/W[1 2 1]", &table, objects);
    assert_eq!(foreign::import(&mut Document::new(), &pdf).unwrap_err(), ForeignError::Unreadable);
}

#[test]
fn a_stream_that_unpacks_without_measure_is_refused() {
    use std::io::Write as _;
    let mut packed = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::fast());
    let zeros = vec![b' '; 1 << 20];
    for _ in 0..80 {
        packed.write_all(&zeros).unwrap();
    }
    let packed = packed.finish().unwrap();
    let mut document = Document::with_version("1.7");
    let content = document.add_object(Stream::new(dictionary! { "Filter" => "FlateDecode" }, packed));
    let tree = document.new_object_id();
    let page = document.add_object(dictionary! { "Type" => "Page", "Parent" => tree, "Contents" => content });
    document.objects.insert(tree, dictionary! { "Type" => "Pages", "Kids" => vec![page.into()], "Count" => 1 }.into());
    let catalog = document.add_object(dictionary! { "Type" => "Catalog", "Pages" => tree });
    document.trailer.set("Root", catalog);
    let mut pdf = Vec::new();
    document.save_to(&mut pdf).unwrap();
    assert_eq!(foreign::import(&mut Document::new(), &pdf).unwrap_err(), ForeignError::TooComplex);
}

mod any_damage {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

        /// Whatever is flipped, cut or doubled: an answer, and a destination that stays writable.
        #[test]
        fn gets_an_answer(name in prop::sample::select(vec!["rotated.pdf", "form.pdf", "layers.pdf", "inherited.pdf", "hostile.pdf"]),
                          flips in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 0..30),
                          cut in prop::option::of(any::<prop::sample::Index>())) {
            let mut pdf = bytes(name);
            for (at, byte) in flips {
                let at = at.index(pdf.len());
                pdf[at] = byte;
            }
            if let Some(cut) = cut {
                pdf.truncate(cut.index(pdf.len()));
            }
            let mut document = Document::with_version("1.7");
            match foreign::import(&mut document, &pdf) {
                Ok(pages) => {
                    prop_assert!(!pages.is_empty());
                    let mut names = BTreeSet::new();
                    document.objects.values().for_each(|o| names_in(o, &mut names));
                    for name in ["JS", "JavaScript", "Launch", "OpenAction", "AA", "URI", "EmbeddedFile", "Annots"] {
                        prop_assert!(!names.contains(name));
                    }
                    prop_assert!(document_of(&pages, document).save_to(&mut Vec::new()).is_ok());
                }
                Err(_) => prop_assert!(document.objects.is_empty()),
            }
        }
    }
}
