//! Public sample files, read whole. Their owners altered them, so not every stated total can be right; what the file
//! claims and what its rows give is told, both.

use crate::made::read_one;
use recourse_ledger::import::Notice;
use recourse_ledger::{Event, Imported};

fn sample(name: &str) -> Imported {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../tests/fixtures/statements/");
    read_one(name, &std::fs::read(format!("{folder}{name}")).unwrap())
}

fn totals(one: &Imported) -> Vec<(&str, i64, i64)> {
    one.totals.iter().map(|t| (t.about.as_str(), t.claimed, t.computed)).collect()
}

#[test]
fn a_personal_wechat_bill() {
    let one = sample("example-wechat-records.csv");
    assert_eq!(one.table.statement.profile, "wechat-personal");
    assert_eq!((one.lines.rows, one.lines.rejected, one.lines.before), (27, 0, 17));
    let wanted = [
        ("rows", 43, 27),
        ("income-rows", 1, 5),
        ("income", 35, 2849),
        ("outgo-rows", 1, 11),
        ("outgo", 2816, 290_453),
    ];
    assert_eq!(totals(&one), wanted);
    assert!(one.notices.contains(&Notice::TotalsDiffer));
    let covers = one.table.statement.covers.unwrap();
    assert_eq!((covers.0.to_string(), covers.1.to_string()), ("2019-08-01".to_owned(), "2019-09-30".to_owned()));
    // A shop's receipts by its printed code; who paid is nobody's business.
    let sale = one.table.records().find(|r| r.event == Event::Sale).unwrap();
    assert_eq!((sale.amount, sale.psp_no.as_str(), sale.party.as_str()), (2300, "3985734", ""));
}

#[test]
fn a_personal_alipay_bill_in_gbk() {
    let one = sample("example-alipay-records.csv");
    assert_eq!(one.table.statement.profile, "alipay-personal");
    assert_eq!((one.lines.rows, one.lines.rejected, one.lines.before), (10, 0, 25));
    let wanted = [
        ("rows", 66, 10),
        ("income-rows", 1, 1),
        ("income", 2850, 22_222_850),
        ("outgo-rows", 63, 5),
        ("outgo", 1654, 21_164),
        ("neutral", 1637, 24_737),
    ];
    assert_eq!(totals(&one), wanted);
}

#[test]
fn an_icbc_account_with_its_sums() {
    let one = sample("example-icbc-debit-v1-records.csv");
    assert_eq!(one.table.statement.profile, "icbc-csv");
    assert_eq!((one.lines.rows, one.lines.rejected, one.lines.before, one.lines.after), (11, 0, 7, 1));
    assert_eq!(totals(&one), [("income", 123_456, 284_174), ("outgo", 987_654, 424_108)]);
    assert!(one.notices.contains(&Notice::BalancesUnread));
    let first = one.table.record(0).unwrap();
    assert_eq!((first.amount, first.party.as_str()), (-1340, "深圳市财付通支付科技有限公司"));
}

#[test]
fn a_boc_account_by_its_column_names() {
    let one = sample("example-boc-records.csv");
    assert_eq!(one.table.statement.profile, "cn-bank-generic");
    assert_eq!((one.lines.rows, one.lines.rejected), (17, 0));
    let chain = one.chain.clone().unwrap();
    assert!(chain.newest_first && chain.holds(), "{chain:?}");
    assert!(one.notices.contains(&Notice::LayoutGuessed));
    assert_eq!(one.table.record(0).unwrap().amount, -7189);
}

#[test]
fn a_cmb_account_whose_rows_were_altered_says_so() {
    let one = sample("example-cmb-records.csv");
    assert_eq!(one.table.statement.profile, "cn-bank-generic");
    assert_eq!((one.lines.rows, one.lines.rejected), (5, 0));
    assert!(!one.chain.clone().unwrap().holds());
    assert!(one.notices.contains(&Notice::BalancesBroken));
}
