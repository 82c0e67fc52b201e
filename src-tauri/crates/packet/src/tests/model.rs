//! What a packet says, as text.

use super::sample::{Sample, jpeg, pdf, picture};
use crate::finding::{self, FindingCode};
use crate::model::{Block, Cell, Content, ExhibitContent, Paragraph, Piece};
use crate::prepare::{Look, prepare};
use crate::{Report, check, compose};
use recourse_domain::{MediaType, Unwatched};
use recourse_evidence::InProcess;
use recourse_rulebook::{Language, Words};
use std::fmt::Write;

/// Content as indented text, for snapshots and searches.
fn told(content: &Content) -> String {
    let mut out = format!("# {}\nfoot: {}\n", content.title, content.footer);
    for section in &content.sections {
        writeln!(out, "\n## {:?} {:?}: {}", section.id, section.opening, section.title).unwrap();
        for block in &section.blocks {
            match block {
                Block::Heading(text) => writeln!(out, "### {text}").unwrap(),
                Block::Paragraph(p) => writeln!(out, "{}", words(p)).unwrap(),
                Block::Table(table) => {
                    if !table.head.is_empty() {
                        writeln!(out, "  {}", table.head.join(" | ")).unwrap();
                    }
                    for row in &table.rows {
                        let cells: Vec<String> = row.iter().map(cell).collect();
                        writeln!(out, "  - {}", cells.join(" | ")).unwrap();
                    }
                }
                Block::Exhibit(page) => {
                    writeln!(out, "exhibit {} {} [{}]", page.label, page.caption, page.part).unwrap();
                    match &page.content {
                        ExhibitContent::Plate { width_pt, height_pt, .. } => {
                            writeln!(out, "  plate {width_pt} × {height_pt} pt").unwrap();
                        }
                        ExhibitContent::Notice(text) => writeln!(out, "  notice: {text}").unwrap(),
                    }
                    for note in &page.notes {
                        writeln!(out, "  {}", words(note)).unwrap();
                    }
                }
                Block::Signatures(places) => {
                    places.iter().for_each(|p| writeln!(out, "  signature: {} / {}", p.who, p.date).unwrap());
                }
                Block::Gap(_) | Block::Rule | Block::Mark => {}
            }
        }
    }
    out
}

fn cell(cell: &Cell) -> String {
    cell.iter().map(words).collect::<Vec<_>>().join(" / ")
}

fn words(paragraph: &Paragraph) -> String {
    let span = |span: &crate::model::Span| {
        let text = match &span.piece {
            Piece::Text(text) => text.clone(),
            Piece::Pages(anchor) => format!("{{pages of {anchor:?}}}"),
            Piece::PageTotal => "{all pages}".to_owned(),
        };
        if span.link.is_some() && matches!(span.piece, Piece::Text(_)) { format!("[{text}]") } else { text }
    };
    paragraph.spans.iter().map(span).collect()
}

fn content_of(sample: &Sample) -> String {
    let input = sample.input();
    let stock = prepare(&input, &InProcess::default(), &Unwatched, Look::Check).unwrap();
    told(&compose::compose(&input, &stock, &finding::of_case(&input)))
}

#[test]
fn a_full_case_in_both_languages() {
    let folder = tempfile::tempdir().unwrap();
    for language in Language::ALL {
        let mut sample = Sample::told(folder.path(), language);
        sample.exhibit("IMG_1.jpg", MediaType::Jpeg, &jpeg(&picture(64, 48)), "终端屏幕：“交易超时”");
        sample.exhibit("三月流水.pdf", MediaType::Pdf, &pdf(2), "");
        insta::assert_snapshot!(format!("full-{}", language.as_str()), content_of(&sample));
    }
}

#[test]
fn what_is_not_on_record_is_said() {
    let folder = tempfile::tempdir().unwrap();
    let mut sample = Sample::bare(folder.path(), Language::ZhCn);
    sample.enter(0, "建立案件");
    insta::assert_snapshot!("bare", content_of(&sample));
    let codes: Vec<_> = finding::of_case(&sample.input()).into_iter().map(|f| f.code).collect();
    assert_eq!(codes, ["no-transaction", "no-evidence", "no-counterparty", "no-merchant-name", "no-merchant-number"]);
}

#[test]
fn no_whole_card_number_can_get_in_and_no_key_is_left_without_words() {
    let folder = tempfile::tempdir().unwrap();
    for language in Language::ALL {
        let mut sample = Sample::told(folder.path(), language);
        sample.exhibit("IMG_1.jpg", MediaType::Jpeg, &jpeg(&picture(64, 48)), "");
        let said = content_of(&sample);
        assert!(said.contains("622202******1234"));
        assert!(!said.contains("packet-"), "{said}");
    }
}

#[test]
fn every_finding_and_error_has_words_in_both_languages() {
    for language in Language::ALL {
        let words = Words::of(language);
        for code in FindingCode::ALL {
            assert!(words.knows(&format!("finding-{}", code.as_str())), "{language} {}", code.as_str());
            assert_eq!(words.knows(&format!("packet-exception-{}", code.as_str())), code.is_printed(), "{language}");
        }
        for code in [
            "exhibit-missing",
            "exhibit-altered",
            "exhibit-unreadable",
            "packet-folder-missing",
            "packet-not-writable",
            "packet-disk-full",
            "packet-write-failed",
            "packet-too-large",
            "packet-font-unreadable",
            "packet-pages-broken",
            "cancelled",
        ] {
            assert!(words.knows(&format!("error-{code}")), "{language} {code}");
        }
        for job in ["job-packet-look", "job-packet-pages", "job-packet-write"] {
            assert!(words.knows(job), "{language} {job}");
        }
    }
}

#[test]
fn the_channel_decides_whether_it_fits() {
    let folder = tempfile::tempdir().unwrap();
    let mut sample = Sample::told(folder.path(), Language::En);
    sample.exhibit("IMG_1.jpg", MediaType::Jpeg, &jpeg(&picture(64, 48)), "screen");
    let look = |sample: &Sample| -> Report { check(&sample.input(), &InProcess::default()).unwrap() };
    let report = look(&sample);
    assert!(report.fits && report.findings.is_empty(), "{report:?}");
    let out = folder.path().join("packet.pdf");
    let built = crate::build(&sample.input(), &out, &InProcess::default(), &Unwatched).unwrap();
    assert_eq!(report.pages, built.pages);
    assert!(report.bytes.abs_diff(built.bytes) < 100, "{} and {}", report.bytes, built.bytes);
    sample.channel.max_bytes = Some(1000);
    sample.channel.max_pages = Some(2);
    let report = look(&sample);
    let codes: Vec<_> = report.findings.iter().map(|f| f.code).collect();
    assert!(!report.fits && codes == ["too-many-bytes", "too-many-pages"], "{codes:?}");
    let message = report.findings[1].message(Words::of(Language::En));
    assert!(message.contains(&report.pages.to_string()) && message.contains('2'), "{message}");
}
