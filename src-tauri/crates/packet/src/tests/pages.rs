//! What is on the pages, before there is a file.

use super::sample::{Sample, jpeg, pdf, picture, transaction};
use crate::layout::{Laid, Mark};
use crate::model::{Anchor, Content, SectionId};
use crate::prepare::{Look, prepare};
use crate::style::{BOTTOM, FOOTER, PAGE_HEIGHT, PAGE_WIDTH, SIDE};
use recourse_domain::{MediaType, Unwatched};
use recourse_evidence::InProcess;
use recourse_rulebook::Language;
use std::fmt::Write;

fn laid(sample: &Sample) -> (Content, Laid) {
    let input = sample.input();
    let stock = prepare(&input, &InProcess::default(), &Unwatched, Look::Check).unwrap();
    let (content, laid, _) = crate::lay_out(&input, &stock).unwrap();
    (content, laid)
}

/// The lines of a page from top to bottom, each from left to right.
pub(crate) fn lines(laid: &Laid, page: usize) -> Vec<String> {
    let mut texts: Vec<(f32, f32, &str)> = laid.pages[page]
        .marks
        .iter()
        .filter_map(|m| if let Mark::Text { x, baseline, run } = m { Some((*baseline, *x, &*run.text)) } else { None })
        .collect();
    texts.sort_by(|a, b| a.0.total_cmp(&b.0));
    let mut lines: Vec<(f32, Vec<(f32, &str)>)> = Vec::new();
    for (baseline, x, text) in texts {
        match lines.last_mut() {
            Some((last, line)) if (*last - baseline).abs() < 0.5 => line.push((x, text)),
            _ => lines.push((baseline, vec![(x, text)])),
        }
    }
    let from_left = |(_, mut line): (f32, Vec<(f32, &str)>)| {
        line.sort_by(|a, b| a.0.total_cmp(&b.0));
        line.into_iter().map(|l| l.1).collect::<Vec<_>>().join(" ¦ ")
    };
    lines.into_iter().map(from_left).collect()
}

fn full(folder: &std::path::Path, language: Language) -> Sample {
    let mut sample = Sample::told(folder, language);
    sample.exhibit("IMG_1.jpg", MediaType::Jpeg, &jpeg(&picture(64, 48)), "终端屏幕：“交易超时”");
    sample.exhibit("三月流水.pdf", MediaType::Pdf, &pdf(3), "三月结算流水");
    sample
}

/// Nothing outside of the margins, nothing over an exhibit, one stamp at the foot of every page.
fn assert_in_order(laid: &Laid) {
    let total = laid.pages.len();
    for (index, page) in laid.pages.iter().enumerate() {
        let stamp = format!("{} / {total}", index + 1);
        let mut stamps = 0;
        let plates: Vec<_> = page
            .marks
            .iter()
            .filter_map(|m| {
                if let Mark::Plate { x, y, width, height, .. } = m { Some((*x, *y, *width, *height)) } else { None }
            })
            .collect();
        for (x, y, width, height) in &plates {
            assert!(*x >= SIDE && x + width <= PAGE_WIDTH - SIDE + 0.1, "a plate leaves the margin");
            assert!(y + height <= PAGE_HEIGHT - BOTTOM, "a plate reaches into the foot");
        }
        for mark in &page.marks {
            match mark {
                Mark::Text { x, baseline, run } => {
                    let right = x + run.width;
                    assert!(*x >= SIDE - 0.1 && right <= PAGE_WIDTH - SIDE + 0.5, "{} at {x}–{right}", run.text);
                    assert!(*baseline > 40.0 && *baseline < PAGE_HEIGHT - FOOTER + 1.0, "{} at {baseline}", run.text);
                    stamps += u32::from(run.text == stamp);
                    for (px, py, width, height) in &plates {
                        let beside = right <= *px || *x >= px + width;
                        let above_or_below = *baseline <= *py || baseline - run.style.size >= py + height;
                        assert!(beside || above_or_below, "{} stands over an exhibit", run.text);
                    }
                }
                Mark::Bar { x, y, width, height, .. } => {
                    for (px, py, w, h) in &plates {
                        let apart = x + width <= px + 0.01
                            || *x >= px + w - 0.01
                            || y + height <= py + 0.01
                            || *y >= py + h - 0.01;
                        assert!(apart, "a line stands over an exhibit");
                    }
                }
                Mark::Plate { .. } => {}
            }
        }
        assert_eq!(stamps, 1, "page {} carries {stamps} stamps", index + 1);
    }
}

/// Every place that is linked begins on the page it is said to begin on.
fn assert_places(content: &Content, laid: &Laid) {
    assert_eq!(usize::try_from(laid.numbers.total).unwrap(), laid.pages.len());
    for section in content.sections.iter().filter(|s| !matches!(s.id, SectionId::Cover | SectionId::Exhibits)) {
        let page = laid.numbers.first(Anchor::Section(section.id)) as usize - 1;
        assert!(lines(laid, page).iter().any(|l| l == &section.title), "{} is not on page {}", section.title, page + 1);
    }
    for (number, _) in &content.exhibits {
        let (first, last) = laid.numbers.places[&Anchor::Exhibit(*number)];
        for page in first..=last {
            let lines = lines(laid, page as usize - 1);
            let label = format!("E{number}");
            assert!(lines.iter().any(|l| l.split(" ¦ ").next() == Some(&label)), "{label} is not on page {page}");
        }
    }
    let linked = laid.pages.iter().flat_map(|p| &p.links).count();
    assert!(linked >= content.exhibits.len() * 2, "every line of the index leads somewhere");
}

#[test]
fn the_pages_of_a_full_case() {
    let folder = tempfile::tempdir().unwrap();
    for language in Language::ALL {
        let sample = full(folder.path(), language);
        let (content, laid) = laid(&sample);
        assert_in_order(&laid);
        assert_places(&content, &laid);
        let mut text = String::new();
        for page in 0..laid.pages.len() {
            writeln!(text, "──── page {}", page + 1).unwrap();
            lines(&laid, page).iter().for_each(|line| writeln!(text, "{line}").unwrap());
        }
        insta::assert_snapshot!(format!("pages-{}", language.as_str()), text);
    }
}

#[test]
fn index_shows_the_pages_on_which_exhibits_are() {
    let folder = tempfile::tempdir().unwrap();
    let (_, laid) = laid(&full(folder.path(), Language::ZhCn));
    let (first, last) = laid.numbers.places[&Anchor::Exhibit(2)];
    assert_eq!(last, first + 2);
    let index = lines(&laid, laid.numbers.first(Anchor::Section(SectionId::Index)) as usize - 1);
    let row = index.iter().find(|l| l.starts_with("E2")).unwrap();
    assert!(row.ends_with(&format!("{first}–{last}")), "{row}");
}

#[test]
fn three_hundred_exhibits() {
    let folder = tempfile::tempdir().unwrap();
    let mut sample = Sample::told(folder.path(), Language::ZhCn);
    let photo = jpeg(&picture(32, 24));
    for n in 0..300 {
        sample.exhibit(&format!("IMG_{n}.jpg"), MediaType::Jpeg, &photo, &format!("第 {n} 张照片"));
    }
    let (content, laid) = laid(&sample);
    assert!(laid.pages.len() > 300);
    assert_in_order(&laid);
    assert_places(&content, &laid);
}

#[test]
fn long_text_without_spaces_and_tables_run_over_pages_with_their_heads() {
    let folder = tempfile::tempdir().unwrap();
    let mut sample = full(folder.path(), Language::ZhCn);
    let long = "收银员按照提示重新插卡仍然没有出单".repeat(235);
    sample.case.details.insert("what-happened".parse().unwrap(), long.clone());
    sample.case.details.insert("what-wanted".parse().unwrap(), "x".repeat(4000));
    sample.case.evidence[0].caption = "说明".repeat(300);
    for n in 2..80 {
        sample.case.transactions.push(transaction(n));
    }
    for n in 4..120 {
        sample.enter(n, &"顾客再次来店询问。".repeat(n % 9 + 1));
    }
    let (content, laid) = laid(&sample);
    assert_in_order(&laid);
    assert_places(&content, &laid);
    let all: String = laid.pages.iter().flat_map(|p| &p.marks).filter_map(text_of).collect();
    assert!(all.contains(&long), "not a character of a long text is lost");
    let (first, last) = laid.numbers.places[&Anchor::Section(SectionId::Timeline)];
    assert!(last > first + 2);
    for page in first + 1..=last {
        assert_eq!(lines(&laid, page as usize - 1)[0], "序号 ¦ 时间 ¦ 记录人 ¦ 事项", "page {page}");
    }
}

/// The words of a mark above the foot of the page.
fn text_of(mark: &Mark) -> Option<&str> {
    match mark {
        Mark::Text { run, baseline, .. } if *baseline < PAGE_HEIGHT - BOTTOM => Some(&run.text),
        _ => None,
    }
}

#[test]
fn rare_characters_are_drawn_and_those_without_a_glyph_are_told() {
    let folder = tempfile::tempdir().unwrap();
    let mut sample = full(folder.path(), Language::ZhCn);
    assert!(laid(&sample).1.missing.is_empty(), "䶮 and 喆 have glyphs");
    sample.merchant.name = "𠮷野家😀".to_owned();
    let report = crate::check(&sample.input(), &InProcess::default()).unwrap();
    let finding = report.findings.iter().find(|f| f.code == "glyph-missing").unwrap();
    assert_eq!(finding.params["characters"], "😀 (U+1F600), 𠮷 (U+20BB7)");
    let (_, laid) = laid(&sample);
    let last = lines(&laid, laid.pages.len() - 1).join("\n");
    assert!(last.contains("U+20BB7"), "the packet says so itself: {last}");
}
