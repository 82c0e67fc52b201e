//! Sheets as they are laid and as they stand in the file.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::cast_possible_truncation)]

use super::*;
use crate::layout::Mark;
use crate::style::{PAGE_HEIGHT, PAGE_WIDTH};
use crate::tests::pdf::Read;
use crate::tests::sample::Sample;
use recourse_domain::{Case, MerchantProfile};
use recourse_rulebook::playbook::{Playbook, QuestionKind, Role};
use recourse_rulebook::sheet::{self, Block, Body, Line, Tone};
use recourse_rulebook::{Book, Language};
use std::path::PathBuf;
use std::process::Command;

fn facts(pairs: &[(&str, &str)]) -> Body {
    Body::Facts(pairs.iter().map(|(label, value)| Line::of(*label, value)).collect())
}

fn texts(texts: &[&str]) -> Vec<String> {
    texts.iter().map(|t| (*t).to_owned()).collect()
}

/// A sheet with every kind of part in it.
fn every_kind() -> Sheet {
    Sheet {
        title: "通话单：收单机构".to_owned(),
        subtitle: "案件 2026-0007 · POS 显示超时，顾客已被扣款 1280 元".to_owned(),
        footer: "案件 2026-0007 · 店内自用".to_owned(),
        owner: "杭州市西湖区䶮记小吃店".to_owned(),
        blocks: vec![
            Block::plain("打给谁", facts(&[("名称", "拉卡拉支付股份有限公司"), ("联系方式", "95016")]))
                .toned(Tone::Lead),
            Block::plain(
                "本店",
                facts(&[
                    ("店名", "杭州市西湖区䶮记小吃店"),
                    ("商户号", "898330158120001"),
                    ("地址", "杭州市西湖区文三路 100 号 1 幢 102 室，从文三路东门进，上二楼右手第三间"),
                    ("经营者", ""),
                    ("营业执照号", "92330106MA2H0000XX"),
                ]),
            ),
            Block::plain(
                "开口这样说",
                Body::Paragraph("您好，我是杭州市西湖区䶮记小吃店，商户号 898330158120001。".repeat(3)),
            )
            .toned(Tone::Say),
            Block::plain(
                "要问的",
                Body::Numbered(texts(&["这一笔在你们后台是什么状态？", "有没有发出冲正？结果是什么？"])),
            ),
            Block::plain("绝不说", Body::Points(texts(&["不报、不问任何人的密码。", "不念完整卡号。"])))
                .toned(Tone::Never),
            Block::plain(
                "记下来",
                Body::Table {
                    head: Vec::new(),
                    rows: vec![
                        texts(&["对方姓名和工号", ""]),
                        texts(&["工单号", ""]),
                        texts(&["答应什么、到哪天", ""]),
                    ],
                },
            ),
            Block::plain("随手记", Body::Blanks(2)),
        ],
    }
}

fn printing(language: Language) -> Printing<'static> {
    Printing {
        words: Words::of(language),
        as_of: "2026-03-06T09:30:00+08:00[Asia/Shanghai]".parse().unwrap(),
        app_version: "0.1.0",
    }
}

fn laid(sheet: &Sheet) -> Laid {
    lay_out(sheet, Words::of(Language::ZhCn), Fonts::get().unwrap())
}

/// What stands on a page, above and below each other as it is drawn.
fn words_of(laid: &Laid, page: usize) -> Vec<(f32, f32, String)> {
    let text =
        |m: &Mark| if let Mark::Text { x, baseline, run } = m { Some((*x, *baseline, run.text.clone())) } else { None };
    laid.pages[page].marks.iter().filter_map(text).collect()
}

fn built(sheet: &Sheet, folder: &Path) -> (Built, PathBuf) {
    let out = folder.join("sheet.pdf");
    let built = build(sheet, &printing(Language::ZhCn), &out).unwrap();
    (built, out)
}

/// Nothing leaves the margins, no two lines of text lie on each other, one stamp a page.
fn assert_in_order(laid: &Laid) {
    for (index, page) in laid.pages.iter().enumerate() {
        let mut boxes: Vec<(f32, f32, f32, f32, String)> = Vec::new();
        for mark in &page.marks {
            match mark {
                Mark::Text { x, baseline, run } => {
                    let (top, right) = (baseline - 0.72 * run.style.size, x + run.width);
                    assert!(*x >= density::SIDE - 0.1, "{} begins left of the margin", run.text);
                    assert!(right <= PAGE_WIDTH - density::SIDE + 0.5, "{} ends at {right}", run.text);
                    assert!(*baseline > 32.0 && *baseline < PAGE_HEIGHT - 30.0, "{} at {baseline}", run.text);
                    for (l, t, r, b, other) in &boxes {
                        let apart = right <= l + 0.1 || *x >= r - 0.1 || *baseline <= t + 0.1 || top >= b - 0.1;
                        assert!(apart, "{} lies on {other}", run.text);
                    }
                    boxes.push((*x, top, right, *baseline, run.text.clone()));
                }
                Mark::Bar { x, y, width, height, .. } => {
                    assert!(*x >= density::SIDE - 0.1 && x + width <= PAGE_WIDTH - density::SIDE + 0.1);
                    assert!(*y > 0.0 && y + height < PAGE_HEIGHT);
                }
                Mark::Plate { .. } => panic!("a sheet has no pictures"),
            }
        }
        let stamp = format!("{} / {}", index + 1, laid.pages.len());
        assert_eq!(boxes.iter().filter(|b| b.4 == stamp).count(), 1);
    }
}

#[test]
fn every_kind_of_part_has_its_place() {
    let laid = laid(&every_kind());
    assert_eq!(laid.pages.len(), 1);
    assert_in_order(&laid);
    let words = words_of(&laid, 0);
    let at = |text: &str| words.iter().find(|w| w.2.starts_with(text)).unwrap_or_else(|| panic!("no {text}"));
    assert_eq!(at("打给谁").0, density::SIDE, "headings stand at the margin");
    assert!((at("本店").1 - at("店名").1).abs() < 1.0, "a heading stands on the line on which its part begins");
    assert!((at("店名").1 - at("商户号").1).abs() < 0.01, "short facts stand two to a row");
    assert!(at("地址").1 > at("商户号").1);
    assert_eq!(words.iter().filter(|w| w.2 == "未记录").count(), 1, "what is missing is said");
}

#[test]
fn a_long_sheet_takes_more_pages_and_a_short_one_is_filled() {
    let mut sheet = every_kind();
    let short = laid(&sheet);
    let lowest = |laid: &Laid, page: usize| {
        let bar = |m: &Mark| if let Mark::Bar { y, .. } = m { Some(*y) } else { None };
        let above_foot = |y: &f32| *y < density::FLOOR;
        laid.pages[page].marks.iter().filter_map(bar).filter(above_foot).fold(0.0, f32::max)
    };
    assert!(lowest(&short, 0) > density::FLOOR - 40.0, "lines to write on reach the foot");
    let Body::Table { rows, .. } = &mut sheet.blocks[5].body else { panic!() };
    for n in 0..90 {
        rows.push(vec![format!("第 {n} 通电话"), String::new()]);
    }
    let Body::Table { head, .. } = &mut sheet.blocks[5].body else { panic!() };
    *head = texts(&["事项", "写在这里"]);
    let long = laid(&sheet);
    assert!(long.pages.len() > 2);
    assert_in_order(&long);
    for page in 1..long.pages.len() - 1 {
        assert_eq!(words_of(&long, page)[0].2, "事项", "the head of a table comes again on page {}", page + 1);
    }
}

#[test]
fn a_text_longer_than_a_page_is_kept_whole() {
    let mut sheet = every_kind();
    let long = "收银员按照提示重新插卡仍然没有出单".repeat(240);
    sheet.blocks[1] = Block::plain("经过", facts(&[("发生了什么", long.as_str())]));
    let laid = laid(&sheet);
    assert!(laid.pages.len() > 1);
    assert_in_order(&laid);
    let above_foot = |w: &(f32, f32, String)| w.1 < density::FLOOR;
    let all: String = (0..laid.pages.len()).flat_map(|p| words_of(&laid, p)).filter(above_foot).map(|w| w.2).collect();
    assert_eq!(all.matches("收银员按照").count(), 240);
}

#[test]
fn the_same_sheet_gives_the_same_bytes_and_tells_nothing_of_the_machine() {
    let folder = tempfile::tempdir().unwrap();
    let (first, out) = built(&every_kind(), folder.path());
    let before = std::fs::read(&out).unwrap();
    let (second, _) = built(&every_kind(), folder.path());
    assert_eq!(first, second);
    assert_eq!(before, std::fs::read(&out).unwrap());
    assert_eq!((first.pages, first.bytes), (1, before.len() as u64));
    let read = Read::open(&out);
    let info = read.dict(read.document.trailer.get(b"Info").unwrap());
    let mut keys: Vec<String> = info.iter().map(|(k, _)| String::from_utf8_lossy(k).into_owned()).collect();
    keys.sort();
    assert_eq!(keys, ["Author", "CreationDate", "Creator", "ModDate", "Producer", "Subject", "Title"]);
    assert_eq!(info.get(b"CreationDate").unwrap().as_str().unwrap(), b"D:20260306093000+08'00'");
    assert_eq!(read.text_string(info.get(b"Title").unwrap()), "通话单：收单机构");
    assert!(read.catalog().get(b"Outlines").is_err(), "a page needs no bookmarks");
    assert!(std::fs::read_dir(folder.path()).unwrap().count() == 1, "nothing is left beside it");
}

#[test]
fn characters_without_a_glyph_are_told() {
    let folder = tempfile::tempdir().unwrap();
    let mut sheet = every_kind();
    sheet.subtitle = "𠮷野家".to_owned();
    let (built, _) = built(&sheet, folder.path());
    assert_eq!(built.findings.iter().map(|f| f.code).collect::<Vec<_>>(), ["glyph-missing"]);
}

#[test]
fn a_folder_that_is_not_there_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("no/sheet.pdf");
    let error = build(&every_kind(), &printing(Language::ZhCn), &out).unwrap_err();
    assert_eq!(recourse_domain::Coded::code(&error), "packet-folder-missing");
}

/// A program of the system; the message says what to install.
fn tool(program: &str, args: &[&str]) -> std::process::Output {
    let run = Command::new(program).args(args).output();
    run.unwrap_or_else(|e| panic!("{program} is needed for this test (Debian: qpdf, poppler-utils): {e}"))
}

#[test]
fn other_programs_read_what_was_written() {
    let folder = tempfile::tempdir().unwrap();
    let (_, out) = built(&every_kind(), folder.path());
    let path = out.to_str().unwrap();
    let checked = tool("qpdf", &["--check", path]);
    assert!(checked.status.success(), "{}", String::from_utf8_lossy(&checked.stderr));
    let text = String::from_utf8(tool("pdftotext", &["-raw", path, "-"]).stdout).unwrap();
    for wanted in ["通话单：收单机构", "杭州市西湖区䶮记小吃店", "898330158120001", "不念完整卡号。", "1 / 1"]
    {
        assert!(text.contains(wanted), "{wanted} is not in {text}");
    }
    let fonts = String::from_utf8(tool("pdffonts", &[path]).stdout).unwrap();
    for font in fonts.lines().skip(2) {
        assert!(font.contains(" yes yes yes"), "not embedded, cut down and searchable: {font}");
    }
}

/// A case as most are by the time of the first call, with a shop whose particulars are on record.
fn usual(playbook: &Playbook) -> (Case, MerchantProfile) {
    let folder = tempfile::tempdir().unwrap();
    let sample = Sample::told(folder.path(), Language::ZhCn);
    let (mut case, mut shop) = (sample.case, sample.merchant);
    case.playbook = playbook.id.clone();
    case.answers.clear();
    case.details.clear();
    for (index, key) in playbook.details.iter().enumerate().filter(|(index, _)| index % 2 == 0) {
        let said = if index == 0 {
            "“交易超时，请查询” 68，第一次显示后自动退出"
        } else {
            "4G，信号两格"
        };
        case.details.insert(key.clone(), said.to_owned());
    }
    for question in playbook.questions.iter().filter(|q| q.when.is_empty()).take(6) {
        let answer = match question.kind {
            QuestionKind::Choice => question.choices[0].id.to_string(),
            QuestionKind::YesNo => "yes".to_owned(),
            QuestionKind::Amount => "12.80".to_owned(),
            QuestionKind::Date => "2026-03-05".to_owned(),
            QuestionKind::Text => "收银员按提示操作".to_owned(),
        };
        case.answers.insert(question.id.clone(), answer);
    }
    shop.legal_person = "龚喆".to_owned();
    shop.agent = "杭州某某科技有限公司".to_owned();
    shop.agent_contact = "王经理 138 0000 0000".to_owned();
    shop.settlement_bank = "中国建设银行".to_owned();
    shop.contract_no = "LKL-2025-0031".to_owned();
    shop.terminals[0].imei = "860000000000017".to_owned();
    shop.terminals[0].network = "4g".to_owned();
    (case, shop)
}

#[test]
fn every_call_of_every_shipped_playbook_fits_one_page() {
    let fonts = Fonts::get().unwrap();
    for playbook in Book::shipped().all() {
        let (case, shop) = usual(playbook);
        for words in Language::ALL.map(Words::of) {
            let calls =
                playbook.contact_order().into_iter().map(|role| sheet::call(&case, &shop, playbook, role, words));
            for sheet in calls.chain([sheet::customer(&case, playbook, words)]) {
                let laid = lay_out(&sheet, words, fonts);
                assert_eq!(laid.pages.len(), 1, "{} of {} in {}", sheet.title, playbook.id, words.language());
                assert_in_order(&laid);
                assert!(laid.missing.is_empty(), "{:?}", laid.missing);
            }
        }
    }
}

#[test]
fn an_empty_case_fits_one_page_to_be_filled_in_by_hand() {
    let folder = tempfile::tempdir().unwrap();
    let sample = Sample::bare(folder.path(), Language::ZhCn);
    let playbook = Book::shipped().get("timeout-debited").unwrap();
    for words in Language::ALL.map(Words::of) {
        let role = Role::named("acquirer").unwrap();
        let sheet = sheet::call(&sample.case, &sample.merchant, playbook, role, words);
        let laid = lay_out(&sheet, words, Fonts::get().unwrap());
        assert_eq!(laid.pages.len(), 1);
        assert_in_order(&laid);
        let open = words.say("not-on-record");
        assert!(words_of(&laid, 0).iter().filter(|w| w.2 == open).count() > 25);
    }
}

#[test]
fn the_plan_for_a_bad_day_fits_both_sides_of_one_sheet() {
    let playbook = Book::shipped().get("timeout-debited").unwrap();
    let (_, shop) = usual(playbook);
    let today = chrono::NaiveDate::from_ymd_opt(2026, 11, 23).unwrap();
    for words in Language::ALL.map(Words::of) {
        let sheet = sheet::contingency(&shop, Book::shipped(), words, today).unwrap();
        let laid = lay_out(&sheet, words, Fonts::get().unwrap());
        assert!(laid.pages.len() <= 2, "{} pages in {}", laid.pages.len(), words.language());
        assert_in_order(&laid);
    }
}

#[test]
fn a_call_sheet_as_it_is_printed() {
    let folder = tempfile::tempdir().unwrap();
    let sample = Sample::told(folder.path(), Language::ZhCn);
    let playbook = crate::tests::sample::book().get("timeout-debited").unwrap();
    for words in Language::ALL.map(Words::of) {
        let role = Role::named("acquirer").unwrap();
        let laid =
            lay_out(&sheet::call(&sample.case, &sample.merchant, playbook, role, words), words, Fonts::get().unwrap());
        let mut text = crate::tests::pages::lines(&laid, 0).join("\n");
        text.push('\n');
        insta::assert_snapshot!(format!("call-{}", words.language()), text);
    }
}
