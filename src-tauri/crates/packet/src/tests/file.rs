//! What is in the file.

use super::pdf::Read;
use super::sample::{Sample, jpeg, pdf, picture, png, with_exif};
use crate::{Built, build};
use lopdf::Object;
use recourse_domain::{MediaType, Unwatched};
use recourse_evidence::InProcess;
use recourse_rulebook::Language;
use sha2::{Digest, Sha256};
use std::path::{Path, PathBuf};

fn full(folder: &Path, language: Language) -> Sample {
    let mut sample = Sample::told(folder, language);
    sample.exhibit("IMG_1.jpg", MediaType::Jpeg, &with_exif(&jpeg(&picture(64, 48)), 6), "终端屏幕：“交易超时”");
    sample.exhibit("三月流水.pdf", MediaType::Pdf, &pdf(3), "三月结算流水");
    sample.exhibit("后台.png", MediaType::Png, &png(&picture(50, 40)), "商户后台·没有这一笔");
    sample
}

fn built(sample: &Sample, folder: &Path) -> (Built, PathBuf) {
    let out = folder.join("packet.pdf");
    let built = build(&sample.input(), &out, &InProcess::default(), &Unwatched).unwrap();
    (built, out)
}

#[test]
fn what_is_told_of_the_file_is_true() {
    let folder = tempfile::tempdir().unwrap();
    let (built, out) = built(&full(folder.path(), Language::ZhCn), folder.path());
    let bytes = std::fs::read(&out).unwrap();
    assert_eq!(built.bytes, bytes.len() as u64);
    assert_eq!(built.sha256, hex::encode(Sha256::digest(&bytes)));
    assert_eq!(built.pages as usize, Read::open(&out).pages.len());
    assert!(bytes.starts_with(b"%PDF-1.7\n") && bytes.ends_with(b"%%EOF\n"));
}

#[test]
fn the_same_case_gives_the_same_bytes() {
    let folder = tempfile::tempdir().unwrap();
    for language in Language::ALL {
        let sample = full(folder.path(), language);
        let (first, out) = built(&sample, folder.path());
        let before = std::fs::read(&out).unwrap();
        let (second, _) = built(&sample, folder.path());
        assert_eq!(first, second);
        assert!(before == std::fs::read(&out).unwrap());
    }
}

#[test]
fn another_place_of_the_originals_changes_nothing() {
    let (here, there) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let one = built(&full(here.path(), Language::ZhCn), here.path()).0;
    let two = built(&full(there.path(), Language::ZhCn), there.path()).0;
    assert_eq!(one.sha256, two.sha256);
}

#[test]
fn every_link_leads_to_the_page_it_names() {
    let folder = tempfile::tempdir().unwrap();
    let (_, out) = built(&full(folder.path(), Language::ZhCn), folder.path());
    let read = Read::open(&out);
    let mut checked = 0;
    for index in 0..read.pages.len() {
        let Ok(links) = read.page(index).get(b"Annots") else { continue };
        for link in read.follow(links).as_array().unwrap() {
            let link = read.dict(link);
            let action = read.dict(link.get(b"A").unwrap());
            assert_eq!(action.get(b"S").unwrap().as_name().unwrap(), b"GoTo");
            let to = action.get(b"D").unwrap().as_array().unwrap();
            let target = read.page_of(&to[0]);
            assert_eq!(to[4], Object::Null, "the reader's zoom is kept");
            let rect: Vec<f32> =
                link.get(b"Rect").unwrap().as_array().unwrap().iter().map(|n| n.as_float().unwrap()).collect();
            // What stands in the area of the link: a title, a label or page numbers; each tells where it must lead.
            let words = words_at(&read, index, &rect);
            let shown = read.shown(target);
            let numbers = words.chars().all(|c| c.is_ascii_digit() || c == '–');
            let ok = if numbers {
                words.split('–').next() == Some((target + 1).to_string().as_str())
            } else {
                shown.contains(&words) || words == "证据" && shown.contains(&"E1".to_owned())
            };
            assert!(ok, "{words:?} on page {} leads to page {}", index + 1, target + 1);
            checked += 1;
        }
    }
    // Seven sections twice on the cover and one in its note; three exhibits twice in the index and once at the end.
    assert_eq!(checked, 7 * 2 + 1 + 3 * 2 + 3);
}

/// The string that begins in a rectangle.
fn words_at(read: &Read, index: usize, rect: &[f32]) -> String {
    let content = read.follow(read.page(index).get(b"Contents").unwrap()).as_stream().unwrap();
    let content = lopdf::content::Content::decode(&content.decompressed_content().unwrap()).unwrap();
    let starts: Vec<(f32, f32)> = content
        .operations
        .iter()
        .filter(|o| o.operator == "Td")
        .map(|o| (o.operands[0].as_float().unwrap(), o.operands[1].as_float().unwrap()))
        .collect();
    let shown = read.shown(index);
    let inside = |(x, y): &(f32, f32)| (x - rect[0]).abs() < 0.1 && *y >= rect[1] - 0.1 && *y <= rect[3] + 0.1;
    starts.iter().zip(shown).find(|(at, _)| inside(at)).unwrap().1
}

#[test]
fn copied_text_is_the_written_text() {
    let folder = tempfile::tempdir().unwrap();
    let mut sample = full(folder.path(), Language::ZhCn);
    let tricky = "点·・•‧ 微µμ 一⼀ 豈\u{F900} ‘单’“双” it’s…… 𠮷😀 ﹏ Ω\u{2126} a\u{A0}b";
    sample.case.details.insert("what-happened".parse().unwrap(), tricky.to_owned());
    let (_, out) = built(&sample, folder.path());
    let read = Read::open(&out);
    let all: String = (0..read.pages.len()).flat_map(|p| read.shown(p)).collect();
    assert!(all.contains(tricky), "{all}");
    for text in
        ["杭州市西湖区䶮记小吃店", "喆女士", "“交易超时，请查询” 68", "The terminal’s last message was “host timeout”."]
    {
        assert!(all.contains(text), "{text}");
    }
}

#[test]
fn stamps_are_the_page_numbers_of_the_file() {
    let folder = tempfile::tempdir().unwrap();
    let (built, out) = built(&full(folder.path(), Language::En), folder.path());
    let read = Read::open(&out);
    for index in 0..read.pages.len() {
        let stamp = format!("{} / {}", index + 1, built.pages);
        assert_eq!(read.shown(index).iter().filter(|s| **s == stamp).count(), 1, "{stamp}");
    }
    let labels = read.dict(read.catalog().get(b"PageLabels").unwrap()).get(b"Nums").unwrap().as_array().unwrap();
    assert_eq!(labels[0].as_i64().unwrap(), 0);
    assert_eq!(read.dict(&labels[1]).get(b"S").unwrap().as_name().unwrap(), b"D");
}

#[test]
fn bookmarks_are_a_tree_with_page_numbers() {
    let folder = tempfile::tempdir().unwrap();
    let (_, out) = built(&full(folder.path(), Language::ZhCn), folder.path());
    let read = Read::open(&out);
    let catalog = read.catalog();
    assert_eq!(catalog.get(b"PageMode").unwrap().as_name().unwrap(), b"UseOutlines");
    let outlines = read.dict(catalog.get(b"Outlines").unwrap());
    let mut titles = Vec::new();
    walk(&read, outlines.get(b"First").unwrap(), 0, &mut titles);
    let depths: Vec<usize> = titles.iter().map(|t| t.0).collect();
    assert_eq!(depths, [0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 0]);
    for (_, title, page) in &titles {
        assert!(title.ends_with('）') && title.contains(&format!("（第 {page}")), "{title} leads to page {page}");
    }
    assert!(titles[7].1.starts_with("E1 终端屏幕"), "{}", titles[7].1);
    assert_eq!(outlines.get(b"Count").unwrap().as_i64().unwrap(), 11);
}

fn walk(read: &Read, first: &Object, depth: usize, into: &mut Vec<(usize, String, usize)>) {
    let mut at = Some(first.clone());
    while let Some(reference) = at {
        let entry = read.dict(&reference);
        let to = entry.get(b"Dest").unwrap().as_array().unwrap();
        into.push((depth, read.text_string(entry.get(b"Title").unwrap()), read.page_of(&to[0]) + 1));
        if let Ok(first) = entry.get(b"First") {
            walk(read, first, depth + 1, into);
        }
        at = entry.get(b"Next").ok().cloned();
    }
}

#[test]
fn the_document_says_what_it_is() {
    let folder = tempfile::tempdir().unwrap();
    let mut sample = full(folder.path(), Language::ZhCn);
    sample.case.title = "A & B <退款> \"急\"".to_owned();
    let (_, out) = built(&sample, folder.path());
    let read = Read::open(&out);
    let info = read.dict(read.document.trailer.get(b"Info").unwrap());
    assert!(info.get(b"GTS_PDFXVersion").is_err());
    assert_eq!(info.get(b"CreationDate").unwrap().as_str().unwrap(), b"D:20260306093000+08'00'");
    assert_eq!(info.get(b"CreationDate").unwrap(), info.get(b"ModDate").unwrap());
    assert_eq!(read.text_string(info.get(b"Title").unwrap()), "案件 2026-0007：A & B <退款> \"急\"");
    let catalog = read.catalog();
    assert_eq!(catalog.get(b"Lang").unwrap().as_str().unwrap(), b"zh-CN");
    let open = catalog.get(b"OpenAction").unwrap().as_array().unwrap();
    assert_eq!((read.page_of(&open[0]), open[4].as_float().unwrap()), (0, 1.0), "opens on page 1 at 100 %");
    let metadata = read.follow(catalog.get(b"Metadata").unwrap()).as_stream().unwrap();
    let metadata = String::from_utf8(metadata.content.clone()).unwrap();
    assert!(metadata.contains("A &amp; B &lt;退款&gt; &quot;急&quot;"), "{metadata}");
    assert!(metadata.contains("<xmp:CreateDate>2026-03-06T09:30:00+08:00</xmp:CreateDate>"));
    let id = read.document.trailer.get(b"ID").unwrap().as_array().unwrap();
    assert_eq!(id[0], id[1]);
    assert_eq!(id[0].as_str().unwrap().len(), 16);
}

#[test]
fn a_page_holds_only_what_it_shows() {
    let folder = tempfile::tempdir().unwrap();
    let (_, out) = built(&full(folder.path(), Language::ZhCn), folder.path());
    let read = Read::open(&out);
    let pictures: Vec<usize> = (0..read.pages.len())
        .map(|index| {
            let resources = read.dict(read.page(index).get(b"Resources").unwrap());
            resources.get(b"XObject").map_or(0, |x| read.dict(x).len())
        })
        .collect();
    assert_eq!(pictures.iter().sum::<usize>(), 5);
    assert!(pictures.iter().all(|count| *count <= 1), "{pictures:?}");
}

#[test]
fn photos_are_taken_over_byte_for_byte_and_what_is_private_stays_behind() {
    let folder = tempfile::tempdir().unwrap();
    let mut sample = Sample::told(folder.path(), Language::ZhCn);
    let plain = jpeg(&picture(200, 150));
    sample.exhibit("IMG_1.jpg", MediaType::Jpeg, &with_exif(&plain, 8), "照片");
    let (_, out) = built(&sample, folder.path());
    let bytes = std::fs::read(&out).unwrap();
    let holds = |what: &[u8]| bytes.windows(what.len()).any(|w| w == what);
    let scan = plain.windows(2).position(|w| w == [0xFF, 0xDA]).unwrap();
    assert!(holds(&plain[scan..]), "the scan data are the original's");
    for private in [&b"GPS-30.2741N"[..], b"SERIAL-NUMBER", b"Exif"] {
        assert!(!holds(private), "{}", String::from_utf8_lossy(private));
    }
    let read = Read::open(&out);
    let image = read
        .document
        .objects
        .values()
        .filter_map(|o| o.as_stream().ok())
        .find(|s| s.dict.get(b"Filter").is_ok_and(|f| f.as_name().is_ok_and(|n| n == b"DCTDecode")))
        .unwrap();
    assert_eq!(image.dict.get(b"Width").unwrap().as_i64().unwrap(), 200);
    assert_eq!(image.dict.get(b"BitsPerComponent").unwrap().as_i64().unwrap(), 8);
    assert!(image.content.starts_with(&[0xFF, 0xD8]) && image.content.ends_with(&[0xFF, 0xD9]));
}
