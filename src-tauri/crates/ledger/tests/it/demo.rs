//! A month of a shop with one fault of every kind planted in it: all are found, and nothing else.

use crate::books::{Shop, contract};
use crate::made::{Bill, Flow, Swipe, Till, acquirer, bank, flow, shop, wechat};
use recourse_ledger::findings::group::{by_counterparty, joint_claim};
use recourse_ledger::findings::opening::transactions;
use recourse_ledger::{FindingCode, Rate};
use std::collections::BTreeMap;

const PAYER: &str = "通联支付网络服务股份有限公司";

fn fee(rate: &str, amount: i64) -> i64 {
    rate.parse::<Rate>().unwrap().of_minor(amount)
}

fn leak(text: String) -> &'static str {
    Box::leak(text.into_boxed_str())
}

fn yuan(minor: i64) -> &'static str {
    leak(format!("{}{}.{:02}", if minor < 0 { "-" } else { "" }, minor.abs() / 100, minor.abs() % 100))
}

/// Everything of one month before it is written to files.
#[derive(Default)]
struct Month {
    till: Vec<(String, String, i64, &'static str, &'static str, &'static str)>,
    swipes: Vec<Swipe>,
    bills: Vec<Bill>,
    flows: Vec<Flow>,
}

impl Month {
    fn card(&mut self, d: u32, n: u32, amount: i64) -> &mut Swipe {
        let (day, time, order) = (format!("2026-09-{d:02}"), format!("{:02}:10:00", 9 + n), format!("K{d:02}{n:02}"));
        self.till.push((format!("{day} {time}"), order.clone(), amount, "消费", "成功", "贷记卡"));
        self.swipes.push(Swipe::sale(&day, &time, &order, amount, fee("0.6", amount)));
        self.swipes.last_mut().unwrap()
    }

    fn wallet(&mut self, d: u32, amount: i64) -> String {
        let (at, order, psp) =
            (format!("2026-09-{d:02} 12:30:00"), format!("W{d:02}"), format!("42000{d:02}0000000000001"));
        let cost = fee("0.54", amount);
        self.till.push((at.clone(), order.clone(), amount, "消费", "成功", "微信"));
        self.bills.push(Bill::sale(leak(at.clone()), &psp, &order, yuan(amount), yuan(cost)));
        self.flows.push((at.clone(), psp.clone(), format!("S{d:02}"), "交易", "交易", amount, ""));
        self.flows.push((at, psp.clone(), format!("G{d:02}"), "交易", "扣除交易手续费", -cost, ""));
        psp
    }

    fn refund(&mut self, d: u32, sale: &str, amount: i64, back: i64) {
        let (at, no) = (format!("2026-09-{d:02} 15:00:00"), leak(format!("500{d:02}")));
        let order = format!("W{d:02}");
        self.bills.push(Bill::refund(leak(at.clone()), sale, &order, no, yuan(amount), yuan(-back)));
        self.flows.push((at, no.to_owned(), format!("R{d:02}"), "退款", "退款", -amount, "退款"));
    }
}

/// A month in which every sale is found everywhere and every credit comes.
fn clean() -> Month {
    let mut month = Month::default();
    for d in 1..=30 {
        for n in 0..3 {
            month.card(d, n, 10_000 + i64::from(d * 100 + n));
        }
        month.wallet(d, 2_000 + i64::from(d));
    }
    month
}

/// Credits of the working day after, over weekends in one; `alter` may change or drop one.
fn credits(swipes: &[Swipe], alter: impl Fn(&str, i64) -> Option<i64>) -> Vec<(String, i64)> {
    let mut sums: BTreeMap<String, i64> = BTreeMap::new();
    for swipe in swipes {
        let d: u32 = swipe.day[8..].parse().unwrap();
        let mut due = crate::books::day(9, d).succ_opt().unwrap();
        while matches!(chrono::Datelike::weekday(&due), chrono::Weekday::Sat | chrono::Weekday::Sun) {
            due = due.succ_opt().unwrap();
        }
        *sums.entry(due.to_string()).or_default() += swipe.net();
    }
    sums.into_iter().filter_map(|(day, sum)| Some((day.clone(), alter(&day, sum)?))).collect()
}

fn opened(month: &Month, credits: &[(String, i64)]) -> Shop {
    let mut shop_of = Shop::new("2026-10-20T12:00:00+08:00");
    shop_of.contracts =
        vec![contract("allinpay", &[("credit", "0.6", None)]), contract("wechat-pay", &[("qr", "0.54", None)])];
    let mut flows = month.flows.clone();
    flows.sort();
    let till: Vec<Till<'_>> = month
        .till
        .iter()
        .map(|(at, order, amount, kind, state, means)| Till(at, order, *amount, kind, state, means))
        .collect();
    shop_of.add("till.csv", shop(&till));
    shop_of.add("acquirer.csv", acquirer(&month.swipes));
    shop_of.add("trade.csv", wechat(&month.bills, false));
    shop_of.add("fund.csv", flow(&flows));
    let mut lines: Vec<(&str, i64, &str)> = credits.iter().map(|(day, sum)| (day.as_str(), *sum, PAYER)).collect();
    lines.push(("2026-10-20", -100, "电费"));
    shop_of.add("bank.csv", bank(&lines));
    shop_of
}

#[test]
fn a_clean_month_raises_nothing() {
    let month = clean();
    let shop = opened(&month, &credits(&month.swipes, |_, sum| Some(sum)));
    assert_eq!(shop.kinds(), []);
    assert!(shop.look().0.questions.is_empty());
}

fn planted() -> Shop {
    let mut month = clean();
    // 3 September: undone in the shop, settled all the same.
    month.till.push(("2026-09-03 10:00:00".into(), "K0300".into(), month.swipes[6].amount, "撤销", "成功", "贷记卡"));
    // 9 September: the terminal had no answer.
    let late = month.till.iter_mut().find(|t| t.1 == "K0900").unwrap();
    late.4 = "超时";
    // 10 September: in the wallet's bill, not in its account.
    month.flows.retain(|f| f.1 != "42000100000000000001");
    // 11 September: debited twice.
    let mut twice = month.swipes.iter().find(|s| s.order == "K1100").unwrap().clone();
    twice.psp = "PDOUBLE".into();
    twice.time = "09:11:00".into();
    month.swipes.push(twice);
    // 14 September: the acquirer lacks it. 15 September: the shop lacks it. 16 September: two amounts.
    month.swipes.retain(|s| s.order != "K1401");
    month.till.retain(|t| t.1 != "K1501");
    month.till.iter_mut().find(|t| t.1 == "K1602").unwrap().2 += 1000;
    // 17 and 18 September: fees above the contract.
    for order in ["K1700", "K1801"] {
        month.swipes.iter_mut().find(|s| s.order == order).unwrap().fee += 200;
    }
    // 20 September: a refund that never left; 21 September: one whose fee was kept.
    let sale = "42000200000000000001";
    month.refund(20, sale, 2020, fee("0.54", 2020));
    month.flows.retain(|f| f.2 != "R20");
    month.refund(21, "42000210000000000001", 2021, 0);
    // 25 September: an adjustment without a word.
    let mut taken = Swipe::sale("2026-09-25", "20:00:00", "", -5000, 0);
    (taken.kind, taken.psp) = ("调账", "PADJUST".into());
    month.swipes.push(taken);
    // Twice in the month, three yuan that are no percentage.
    for d in [5, 26] {
        month.flows.push((
            format!("2026-09-{d:02} 23:00:00"),
            format!("Z{d}"),
            format!("Z{d}"),
            "其他",
            "扣除交易手续费",
            -300,
            "服务费",
        ));
    }
    // One credit never came, one came short.
    let credits = credits(&month.swipes, |day, sum| match day {
        "2026-09-23" => None,
        "2026-09-30" => Some(sum - 1000),
        _ => Some(sum),
    });
    let mut shop = opened(&month, &credits);
    // An account of August whose balances do not follow.
    let broken = "交易日期,摘要,收入,支出,余额,对方户名\n2026-08-01,转账,1.00,,101.00,甲\n2026-08-02,转账,1.00,,102.00,甲\n2026-08-03,转账,1.00,,180.00,甲\n";
    shop.add("august.csv", broken);
    shop
}

#[test]
fn every_planted_fault_is_found_and_nothing_else() {
    let shop = planted();
    let wanted = [
        ("debit-not-settled", "likely", 2010 - fee("0.54", 2010)),
        ("timeout-with-debit", "certain", 10_900),
        ("duplicate-charge", "certain", 11_100),
        ("missing-in-acquirer", "likely", 11_401),
        ("missing-in-shop", "ask", 11_501),
        ("amount-mismatch", "certain", 1000),
        ("fee-over-contract", "certain", 200),
        ("fee-over-contract", "certain", 200),
        ("fixed-deduction", "certain", 600),
        ("not-arrived", "certain", 36_603 - fee("0.6", 12_200) - fee("0.6", 12_201) - fee("0.6", 12_202)),
        ("arrived-different", "likely", 1000),
        ("reversed-but-settled", "likely", 10_300 - fee("0.6", 10_300)),
        ("refund-not-returned", "likely", 2020),
        ("refund-fee-kept", "likely", 11),
        ("unexplained-debit", "certain", 5000),
        ("file-incomplete", "certain", 0),
    ];
    assert_eq!(shop.kinds(), wanted);
    let kinds: std::collections::BTreeSet<_> = shop.kinds().into_iter().map(|k| k.0).collect();
    assert_eq!(kinds.len(), FindingCode::ALL.len());
}

#[test]
fn a_finding_shows_its_rows_and_its_sum_and_keeps_its_name() {
    let (_, list) = planted().look();
    let (_, again) = planted().look();
    assert_eq!(list, again);
    let over = list.list.iter().find(|f| f.code == FindingCode::FeeOverContract).unwrap();
    assert_eq!((over.rows.len(), over.rows[0].file.as_str()), (1, "acquirer.csv"));
    let sum: Vec<_> = over.sum.iter().map(|s| (s.label.as_str(), s.amount.minor())).collect();
    assert_eq!(sum, [("amount", 11_700), ("expected-fee", 70), ("charged-fee", 270), ("difference", 200)]);
    let back: recourse_ledger::Finding = serde_json::from_str(&serde_json::to_string(over).unwrap()).unwrap();
    assert_eq!(&back, over);
    // Rows stored and read again give the same findings: nothing lives only in memory.
    let shop = planted();
    let mut stored = planted();
    stored.book = recourse_ledger::Book::new();
    for (table, soundness) in shop.book.tables() {
        let records: Vec<_> = table.records().collect();
        stored.book.add(recourse_ledger::Table::of(table.statement.clone(), &records), soundness.clone());
    }
    assert_eq!(stored.look().1, list);
}

#[test]
fn a_finding_brings_its_sales_into_a_case() {
    let shop = planted();
    let (_, list) = shop.look();
    let sales = |code: FindingCode| {
        let finding = list.list.iter().find(|f| f.code == code).unwrap();
        transactions(finding, &shop.book, chrono_tz::Asia::Shanghai)
    };
    let timeout = sales(FindingCode::TimeoutWithDebit);
    assert_eq!(timeout.len(), 1, "one sale that two books tell of: {timeout:?}");
    let one = &timeout[0];
    assert_eq!((one.amount.minor(), one.order_no.as_str(), one.terminal.as_str()), (10_900, "K0900", "10000001"));
    assert_eq!(one.at.unwrap().to_rfc3339(), "2026-09-09T09:10:00+08:00");
    assert_eq!((one.card.is_some(), one.card_type.as_str()), (true, "credit"));
    assert_eq!(sales(FindingCode::DuplicateCharge).len(), 2);
    assert_eq!(sales(FindingCode::NotArrived).len(), 3);
    assert!(one.check().is_ok());
}

#[test]
fn small_overcharges_make_one_claim() {
    let (_, list) = planted().look();
    let claim = joint_claim(&list.list, "allinpay", FindingCode::FeeOverContract).unwrap();
    assert_eq!((claim.total.minor(), claim.findings.len(), claim.rows.len()), (400, 2, 2));
    assert_eq!(claim.days.unwrap().0.to_string(), "2026-09-17");
    let groups = by_counterparty(&list.list);
    assert_eq!(groups[0].counterparty, "allinpay");
    assert_eq!(groups.iter().map(|g| g.findings.len()).sum::<usize>(), list.list.len());
}
