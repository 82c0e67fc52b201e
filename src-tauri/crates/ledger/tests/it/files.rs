//! Files that are no statements, or damaged ones: named, and nothing half-read.

use crate::made::{Bill, Cell, gbk, gzip, read_one, try_read, wechat, workbook, zip_of};
use proptest::prelude::*;
use recourse_domain::{Coded, Progress, Unwatched, Watcher};
use recourse_ledger::import::Notice;
use recourse_ledger::{ImportError, Limits, Profiles, Request, RowFault, Source, read};

fn code(name: &str, bytes: &[u8]) -> &'static str {
    try_read(name, bytes).map(|_| ()).unwrap_err().code()
}

fn bill() -> String {
    wechat(&[Bill::sale("2026-09-14 10:00:00", "4200001234202609140000000001", "T1", "60.00", "0.32000")], false)
}

#[test]
fn what_is_no_statement_is_named() {
    assert_eq!(code("a.png", b"\x89PNG\r\n\x1a\n...."), "statement-is-picture");
    assert_eq!(code("a.jpg", b"\xff\xd8\xff\xe0...."), "statement-is-picture");
    assert_eq!(code("a.csv", b"%PDF-1.7 ..."), "statement-is-pdf");
    assert_eq!(code("a.xls", b"<html><body><table><tr>"), "statement-is-web-page");
    assert_eq!(code("a.csv", b""), "statement-empty");
    assert_eq!(code("~$a.xlsx", b"PK\x03\x04"), "statement-is-lock-file");
    assert_eq!(code("a.csv", b"<xml><error_code>20002</error_code>No Bill Exist</xml>"), "statement-no-bill");
    assert_eq!(code("a.csv", b"\0\0\0\0binary"), "statement-not-text");
    assert_eq!(code("a.csv", b"a,b,c\n1,2,3\n"), "statement-layout-unknown");
    assert_eq!(code("a.zip", &zip_of(&[])), "statement-nothing-inside");
    assert_eq!(code("a.gz", &gzip(&gzip(&gzip(b"x")))), "statement-inflates");
    let picture = try_read("a.png", b"\x89PNG....").unwrap_err();
    assert_eq!(picture.advice(), Some("choose-spreadsheet"));
}

#[test]
fn a_password_is_named() {
    let mut zip = zip_of(&[(b"bill.csv", bill().as_bytes())]);
    let central = zip.windows(4).position(|w| w == b"PK\x01\x02").unwrap();
    zip[6] |= 1;
    zip[central + 8] |= 1;
    assert_eq!(code("bill.zip", &zip), "statement-password");
}

#[test]
fn two_encodings_in_one_file_are_named_by_line() {
    let mut mixed = bill().into_bytes();
    mixed.extend_from_slice(&gbk("咖啡馆的一行\n"));
    mixed.extend_from_slice(b"\xff\xff\n");
    let Err(ImportError::EncodingMixed { line }) = try_read("a.csv", &mixed) else { panic!() };
    assert!(line >= 5, "{line}");
}

#[test]
fn a_cut_off_download_keeps_its_whole_rows() {
    let text = bill();
    let end = text.rfind("总交易单数").unwrap() + 4;
    let one = read_one("a.csv", &text.as_bytes()[..end]);
    assert_eq!(one.lines.rows, 1);
    assert!(one.notices.contains(&Notice::CutOff));
}

#[test]
fn packed_once_is_read_and_a_bomb_is_not() {
    let one = read_one("bill.csv.gz", &gzip(bill().as_bytes()));
    assert_eq!((one.table.statement.file.as_str(), one.lines.rows), ("bill.csv", 1));
    let profiles = Profiles::shipped().unwrap();
    let bomb = Source::memory("a.gz", gzip(&vec![b'a'; 3_000_000]));
    let mut request = Request::new(&bomb, "main", &profiles);
    request.limits = Limits { bytes: 1_000_000, ..Limits::default() };
    assert_eq!(read(&request, &Unwatched).unwrap_err().code(), "statement-inflates");
    let large = Source::memory("a.csv", vec![b'a'; 2_000_000]);
    let mut request = Request::new(&large, "main", &profiles);
    request.limits = Limits { bytes: 1_000_000, ..Limits::default() };
    assert_eq!(read(&request, &Unwatched).unwrap_err().code(), "statement-too-large");
}

#[test]
fn bad_lines_are_told_with_line_and_text_and_the_rest_is_read() {
    let good = Bill::sale("2026-09-14 10:00:00", "4200001", "T1", "60.00", "0.32");
    let other = |psp: &str, amount| Bill { psp: psp.into(), amount, ..good.clone() };
    let text = wechat(&[good.clone(), other("4200002", "61.00"), other("4200003", "60.00")], false);
    let text = text.replacen("`61.00", "`61.0x", 1);
    let one = read_one("a.csv", text.as_bytes());
    assert_eq!(one.lines.rows, 2);
    assert_eq!((one.rejected[0].line, one.rejected[0].fault), (3, RowFault::AmountUnreadable));
    assert!(one.rejected[0].raw.contains("61.0x") && !one.rejected[0].raw.contains("oUser"));
    let shifted = bill().replace("`咖啡", "`咖啡,加糖");
    let one = read_one("a.csv", shifted.as_bytes());
    assert_eq!((one.lines.rows, one.rejected[0].fault), (0, RowFault::FieldCount));
}

#[test]
fn a_formula_in_a_workbook_is_no_amount() {
    let head = ["交易日期", "收入", "支出", "余额", "对方户名"].map(Cell::Text).to_vec();
    let row =
        |income| vec![Cell::Text("2026-09-14"), income, Cell::Text(""), Cell::Number("100"), Cell::Text("某公司")];
    let book = workbook(&[("s", vec![head, row(Cell::Number("100")), row(Cell::Formula("B2*2", "200"))])]);
    let one = read_one("a.xlsx", &book);
    assert_eq!((one.lines.rows, one.rejected[0].line, one.rejected[0].fault), (1, 3, RowFault::Formula));
}

#[test]
fn a_cell_at_the_end_of_the_world_costs_nothing() {
    let head = ["交易日期", "收入", "支出", "余额", "对方户名"].map(Cell::Text).to_vec();
    let book = workbook(&[("s", vec![head, ["2026-09-14", "1", "", "1", "某公司"].map(Cell::Text).to_vec()])]);
    let far = String::from_utf8_lossy(&book).contains("r=\"B2\"");
    assert!(far);
    let name = b"r=\"E2\"";
    let at = book.windows(name.len()).position(|w| w == name).unwrap();
    let mut lying = book.clone();
    lying[at + 3..at + 5].copy_from_slice(b"Z9");
    // The check sum is that of the unaltered sheet: a workbook that lies is broken, not read.
    assert_eq!(code("a.xlsx", &lying), "statement-broken");
}

#[test]
fn no_whole_card_number_is_kept_whoever_wrote_it_where() {
    let text = "交易日期,摘要,收入,支出,余额,对方户名\n2026-09-14,转账 6222 0212 3456 7894,1.00,,1.00,张三6222021234567894\n2026-09-14,转账,x,,1.00,李四6222021234567894\n";
    let one = read_one("a.csv", text.as_bytes());
    assert_eq!((one.lines.rows, one.lines.rejected), (1, 1));
    let row = one.table.record(0).unwrap();
    for kept in [&row.memo, &row.party, &one.rejected[0].raw] {
        assert!(kept.contains("622202******7894") && !kept.contains("12345678"), "{kept}");
    }
}

/// An old workbook of one sheet, written record by record.
fn old_workbook(rows: &[Vec<Cell<'_>>]) -> Vec<u8> {
    let record = |kind: u16, body: &[u8]| {
        let mut out = kind.to_le_bytes().to_vec();
        out.extend((body.len() as u16).to_le_bytes());
        out.extend(body);
        out
    };
    let begin = |kind: u16| {
        let mut body = 0x0600_u16.to_le_bytes().to_vec();
        body.extend(kind.to_le_bytes());
        body.extend([0; 12]);
        record(0x0809, &body)
    };
    let utf16 = |text: &str| text.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>();
    let mut sheet = begin(0x0010);
    for (r, row) in rows.iter().enumerate() {
        for (c, cell) in row.iter().enumerate() {
            let mut body = (r as u16).to_le_bytes().to_vec();
            body.extend((c as u16).to_le_bytes());
            body.extend([0; 2]);
            match cell {
                Cell::Number(text) => {
                    body.extend(text.parse::<f64>().unwrap().to_le_bytes());
                    sheet.extend(record(0x0203, &body));
                }
                Cell::Text(text) | Cell::Formula(_, text) => {
                    body.extend((text.encode_utf16().count() as u16).to_le_bytes());
                    body.push(1);
                    body.extend(utf16(text));
                    sheet.extend(record(0x0204, &body));
                }
            }
        }
    }
    sheet.extend(record(0x000A, &[]));
    let head = [begin(0x0005), record(0x0042, &1200_u16.to_le_bytes())].concat();
    let bound = |at: u32| {
        let mut body = at.to_le_bytes().to_vec();
        body.extend([0, 0, 2, 1]);
        body.extend(utf16("明细"));
        record(0x0085, &body)
    };
    let end = record(0x000A, &[]);
    let at = (head.len() + bound(0).len() + end.len()) as u32;
    let book = [head, bound(at), end, sheet].concat();
    let mut file = cfb::CompoundFile::create(std::io::Cursor::new(Vec::new())).unwrap();
    std::io::Write::write_all(&mut file.create_stream("Workbook").unwrap(), &book).unwrap();
    file.flush().unwrap();
    file.into_inner().into_inner()
}

#[test]
fn an_old_workbook_of_a_bank_is_read() {
    let head = [
        "记账日",
        "交易日期",
        "交易时间",
        "支出",
        "收入",
        "账户余额",
        "币种",
        "摘要",
        "对方账号",
        "对方户名",
        "交易地点",
    ];
    let row = |out: &'static str, income: &'static str, balance: &'static str| {
        let mut cells =
            ["20260914", "20260914", "10:00:00", "", "", "", "人民币元", "转账", "6222021234567894", "某公司", ""]
                .map(Cell::Text)
                .to_vec();
        (cells[3], cells[4], cells[5]) = (Cell::Number(out), Cell::Number(income), Cell::Number(balance));
        cells
    };
    let rows = [
        vec![Cell::Text("China Construction Bank")],
        vec![Cell::Text("账　　号:1234****")],
        head.map(Cell::Text).to_vec(),
        row("0", "200.5", "1200.5"),
        row("0.1", "0", "1200.4"),
        vec![Cell::Text("以上数据仅供参考|具体内容请以柜台为准")],
    ];
    let one = read_one("ccb.xls", &old_workbook(&rows));
    assert_eq!((one.table.statement.profile.as_str(), one.lines.rows, one.lines.after), ("cn-bank-generic", 2, 1));
    let amounts: Vec<_> = one.table.records().map(|r| (r.amount, r.at.is_some())).collect();
    assert_eq!(amounts, [(20_050, true), (-10, true)]);
    assert!(one.chain.clone().unwrap().holds());
}

struct Impatient;
impl Watcher for Impatient {
    fn progress(&self, _: &Progress<'_>) {}
    fn cancelled(&self) -> bool {
        true
    }
}

#[test]
fn called_off_is_called_off() {
    let profiles = Profiles::shipped().unwrap();
    let source = Source::memory("a.csv", bill().into_bytes());
    assert_eq!(read(&Request::new(&source, "main", &profiles), &Impatient).unwrap_err(), ImportError::Cancelled);
}

#[test]
fn an_unknown_key_in_a_profile_is_named_by_file_and_line() {
    let profiles = Profiles::shipped().unwrap();
    let text = profiles.get("wechat-trade").unwrap().to_toml().unwrap();
    assert!(recourse_ledger::Profile::parse(&text, "own.toml").is_ok(), "{text}");
    let wrong = text.replace("strip-prefix", "strip-prefixx");
    let error = recourse_ledger::Profile::parse(&wrong, "own.toml").unwrap_err();
    let line = wrong.lines().position(|l| l.starts_with("strip-prefixx")).unwrap() + 1;
    assert_eq!((error.file.as_str(), error.line), ("own.toml", line), "{error}");
}

#[test]
fn all_shipped_profiles_load() {
    let profiles = Profiles::shipped().unwrap();
    assert_eq!(profiles.all().len(), 14);
}

fn cell() -> impl Strategy<Value = String> {
    prop_oneof!["[0-9.,¥-]{0,12}", "\\PC{0,12}", Just("\"".to_owned()), Just("2026-09-14 10:00:00".to_owned())]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn no_line_is_ever_lost(rows in prop::collection::vec(prop::collection::vec(cell(), 0..30), 0..12), quoted in any::<bool>()) {
        let mut text = if quoted { "交易日期,收入,支出,余额,对方户名\n".to_owned() } else { crate::made::WECHAT_ALL.to_owned() + "\n" };
        for row in &rows {
            text += &(row.join(",") + "\n");
        }
        if let Ok(all) = try_read("a.csv", text.as_bytes()) {
            for one in &all {
                crate::made::every_line_is_somewhere(one);
                prop_assert_eq!(one.lines.total, text.matches('\n').count() as u64);
            }
        }
    }

    #[test]
    fn bytes_never_panic(bytes in prop::collection::vec(any::<u8>(), 0..2000), head in 0_usize..6) {
        let magic: [&[u8]; 6] = [b"", b"PK\x03\x04", b"\x1f\x8b\x08", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"\xff\xfe", b"\xef\xbb\xbf"];
        let mut all = magic[head].to_vec();
        all.extend_from_slice(&bytes);
        let _ = try_read("a.csv", &all);
    }

    #[test]
    fn a_broken_workbook_never_panics(at in 0_usize..4000, byte in any::<u8>()) {
        let mut book = workbook(&[("s", vec![["交易日期", "收入", "支出", "余额"].map(Cell::Text).to_vec()])]);
        let at = at % book.len();
        book[at] = byte;
        let _ = try_read("a.xlsx", &book);
    }
}
