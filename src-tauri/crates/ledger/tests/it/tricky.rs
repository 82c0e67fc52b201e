//! Ten things that go wrong in real statements.

use crate::books::{Shop, contract, day};
use crate::made::{Bill, Cell, Swipe, Till, acquirer, bank, gbk, read_one, shop, try_read, wechat, workbook, zip_of};
use recourse_domain::Coded;
use recourse_ledger::import::{Notice, raw_lines};
use recourse_ledger::profile::Settle;
use recourse_ledger::{Decision, Event, Profiles, Relation, Request, Source, Status, read};

const SALE: &str = "4200001234202609140000000001";

fn one_bill() -> Vec<Bill> {
    let mut sale = Bill::sale("2026-09-14 10:00:00", SALE, "T1", "60.00", "0.32000");
    sale.data = r#"{\"table\":\"5\" say \"hi\"}"#;
    let early = "4200001234202609010000000009";
    vec![sale, Bill::refund("2026-09-14 11:00:00", early, "T0", "50000001", "50.00", "-0.27000")]
}

/// 1. A sale and a refund of an earlier order: net 9.95, totals right, quotation marks are letters.
#[test]
fn a_wechat_bill_adds_up() {
    let one = read_one("bill.csv", wechat(&one_bill(), false).as_bytes());
    assert_eq!((one.lines.rows, one.lines.rejected, one.lines.after), (2, 0, 2));
    assert_eq!(one.totals.len(), 5);
    assert_eq!(one.totals_agree(), Some(true), "{:?}", one.totals);
    let rows: Vec<_> = one.table.records().collect();
    assert_eq!(rows.iter().map(|r| r.net).sum::<i64>(), 995);
    assert_eq!((rows[1].event, rows[1].amount, rows[1].fee), (Event::Refund, -5000, Some(27)));
    let source = Source::memory("bill.csv", wechat(&one_bill(), false).into_bytes());
    let profiles = Profiles::shipped().unwrap();
    let profile = profiles.get("wechat-trade").unwrap();
    let raw = raw_lines(&source, &one.table.statement, profile, &[2], &recourse_domain::Unwatched).unwrap();
    assert!(raw[&2].contains(r#"{\"table\":\"5\" say \"hi\"}"#) && !raw[&2].contains("oUser"), "{raw:?}");
}

/// 2. Old and new layout say the same; three bills of one day hold each row once; equal sheets count once.
#[test]
fn layouts_and_copies_meet_in_the_same_rows() {
    let (new, old) =
        (read_one("a", wechat(&one_bill(), false).as_bytes()), read_one("b", wechat(&one_bill(), true).as_bytes()));
    assert_eq!(old.totals_agree(), Some(true), "{:?}", old.totals);
    assert!(new.table.records().eq(old.table.records()));
    let mut shop = Shop::new("2026-09-20T10:00:00+08:00");
    let bills = one_bill();
    assert_eq!(shop.add("ALL", wechat(&bills, false)), (2, 0));
    assert_eq!(shop.add("SUCCESS", wechat(&bills[..1], false)), (0, 1));
    assert_eq!(shop.add("REFUND", wechat(&bills[1..], false)), (0, 1));
    let head = [
        "交易时间",
        "交易类型",
        "交易对方",
        "商品",
        "收/支",
        "金额(元)",
        "支付方式",
        "当前状态",
        "交易单号",
        "商户单号",
        "备注",
    ];
    let row = ["2026-09-14 10:00:00", "二维码收款", "用户", "收款", "收入", "23", "零钱", "已收钱", SALE, "/", "/"];
    let sheet =
        || vec![vec![Cell::Text("微信支付账单明细")], head.map(Cell::Text).to_vec(), row.map(Cell::Text).to_vec()];
    let one = read_one("a.xlsx", &workbook(&[("Sheet1", sheet()), ("Sheet2", sheet())]));
    assert_eq!(one.table.record(0).unwrap().amount, 2300);
    assert!(one.notices.contains(&Notice::EqualSheets) && one.lines.rows == 1);
}

fn alipay(fees: [&str; 3]) -> Vec<u8> {
    let head = "支付宝交易号,商户订单号,业务类型,商品名称,创建时间,完成时间,门店编号,门店名称,操作员,终端号,对方账户,订单金额（元）,商家实收（元）,支付宝红包（元）,集分宝（元）,支付宝优惠（元）,商家优惠（元）,券核销金额（元）,券名称,商家红包消费金额（元）,卡消费金额（元）,退款批次号/请求号,服务费（元）,分润（元）,备注";
    let line = |no: &str, kind: &str, amount: &str, refund: &str, fee: &str| {
        format!(
            "{no}\t,A{no}\t,{kind},货,2026-09-14 10:00:00,2026-09-14 10:00:05,,,,,138****0000,{amount},{amount},0.00,0.00,0.00,0.00,0.00,,0.00,0.00,{refund}\t,{fee},0.00,\n"
        )
    };
    let text = format!(
        "#支付宝业务明细查询\n#账号：[2088000000000156]\n#起始日期：[2026年09月14日 00:00:00]   终止日期：[2026年09月15日 00:00:00]\n#-----业务明细列表-----\n{head}\n{}{}{}#-----业务明细列表结束-----\n#交易合计：2笔，商家实收共30.00元，商家优惠共0.00元\n#退款合计：1笔，商家实收退款共-0.04元，商家优惠退款共0.00元\n#导出时间：[2026年09月17日 05:46:49]\n",
        line("2026091422001", "交易", "10.00", "", fees[0]),
        line("2026091422002", "交易", "20.00", "", fees[1]),
        line("2026091422001", "退款", "-0.04", "R1", fees[2]),
    );
    let summary = gbk("门店编号,门店名称,交易订单总笔数,退款订单总笔数\n1,店,2,1\n合计,,2,1\n");
    zip_of(&[(&gbk("汇总.csv"), &summary), (&gbk("业务明细.csv"), &gbk(&text))])
}

/// 3. An Alipay ZIP: names in GBK without a flag, summary first; the detail is read, the refund meets its sale.
#[test]
fn an_alipay_zip_gives_its_detail() {
    let one = read_one("alipay.zip", &alipay(["-0.06", "-0.12", "0.00"]));
    assert_eq!(
        (one.table.statement.file.as_str(), one.table.statement.profile.as_str()),
        ("业务明细.csv", "alipay-trade")
    );
    assert_eq!((one.totals.len(), one.totals_agree()), (4, Some(true)), "{:?}", one.totals);
    assert!(one.notices.contains(&Notice::MembersLeftOut));
    let mut shop = Shop::new("2026-09-20T10:00:00+08:00");
    shop.add("alipay.zip", alipay(["-0.06", "-0.12", "0.00"]));
    let (found, _) = shop.look();
    let rows: Vec<_> = one.table.records().collect();
    let (refund, sale) = (shop.book.find(rows[2].id).unwrap(), shop.book.find(rows[0].id).unwrap());
    assert_eq!(found.undone.sale_of(refund).map(|(sale, _)| sale), Some(sale));
    // The other sign of the fee: a sale never earns a fee.
    let flipped = read_one("alipay.zip", &alipay(["0.06", "0.12", "0.00"]));
    assert!(flipped.notices.contains(&Notice::FeeSignFound));
    let fees = |one: &recourse_ledger::Imported| one.table.records().map(|r| (r.fee, r.net)).collect::<Vec<_>>();
    assert_eq!(fees(&flipped), fees(&one));
    let unclear = read_one("alipay.zip", &alipay(["0.06", "-0.12", "0.00"]));
    assert!(unclear.notices.contains(&Notice::FeeSignUndecided));
}

fn zm_line(old: bool, order: &str, time: &str) -> Vec<u8> {
    let mut fields: Vec<(usize, &str)> = [
        3, 11, 11, 6, 10, 19, 12, 4, 2, 21, 2, 32, 2, 6, 10, 13, 13, 4, 15, 2, 2, 6, 2, 4, 32, 1, 21, 15, 1, 15, 32,
        13, 13, 8, 32, 13, 13, 12, 2, 1,
    ]
    .into_iter()
    .map(|w| (w, ""))
    .collect();
    fields.extend(if old {
        vec![(131, "")]
    } else {
        vec![(32, ""), (13, ""), (2, ""), (1, ""), (12, "000000123456"), (67, "")]
    });
    for (at, text) in [
        (0, "S22"),
        (3, "654321"),
        (4, time),
        (5, "622202******1234"),
        (6, "000000002000"),
        (11, order),
        (12, "01"),
        (15, "D000000000012"),
        (27, "898000000000001"),
        (30, "小面馆"),
        (32, "C000000001988"),
        (33, "10000001"),
    ] {
        fields[at].1 = text;
    }
    let mut line = Vec::new();
    for (width, text) in fields {
        let mut cell = gbk(text);
        cell.resize(width, b' ');
        line.extend(cell);
        line.push(b' ');
    }
    line.pop();
    line
}

/// 4. Fixed columns of bytes with a Chinese name, no year, two lengths of line in one run.
#[test]
fn a_clearing_file_is_cut_by_bytes() {
    let mut file = zm_line(false, "ORDER0000000000001", "1231235959");
    assert_eq!(file.len(), 608);
    file.push(b'\n');
    let old = zm_line(true, "ORDER0000000000002", "0101000001");
    assert_eq!(old.len(), 607);
    file.extend(old);
    file.extend(b"\nS22 shifted\n");
    let one = read_one("INN26010288ZM_898000000000001", &file);
    assert_eq!(one.table.statement.profile, "unionpay-zm");
    assert_eq!((one.lines.rows, one.rejected[0].fault.code()), (2, "row-columns-shifted"));
    let rows: Vec<_> = one.table.records().collect();
    assert_eq!(rows[0].day.unwrap().to_string(), "2025-12-31");
    assert_eq!(rows[1].day.unwrap().to_string(), "2026-01-01");
    assert_eq!((rows[0].amount, rows[0].fee, rows[0].net), (2000, Some(-12), 1988));
    assert_eq!(
        (rows[0].rrn.as_str(), rows[0].tid.as_str(), rows[0].party.as_str()),
        ("000000123456", "10000001", "小面馆")
    );
    // The letter before an amount is not relied on: the other way round the file says the same.
    let mut turned = zm_line(false, "ORDER0000000000001", "1231235959");
    for (at, letter) in [(166, b'C'), (374, b'D')] {
        assert_ne!(turned[at], letter);
        turned[at] = letter;
    }
    let other = read_one("INN26010288ZM_898000000000001", &turned);
    assert_eq!(other.table.record(0).map(|r| (r.fee, r.net)), Some((Some(-12), 1988)));
    let nameless = try_read("ZM.txt", &file).unwrap_err();
    assert_eq!((nameless.code(), nameless.advice()), ("statement-day-needed", Some("keep-file-name")));
}

/// 5. Padded quoted amounts, a comma too many, sums at the end; a bank's name inside a wallet's bill is no bank.
#[test]
fn an_icbc_file_and_what_only_looks_like_a_bank() {
    let text = "明细查询文件下载\n\n卡号: 1234****9876\n\n交易日期,摘要,交易场所,记账金额(收入),记账金额(支出),余额,对方户名\n2026-09-14     \t,\"消费 \t\",\" \t\",\"\t\",\"1,234.56    \t\",\"100.00\t\",\"财付通\t\",\n2026-09-14     \t,\"汇入 \t\",\" \t\",\"34.56\t\",\"    \t\",\"134.56\t\",\"张三\t\",\n \n人民币合计,,,\"34.56\t\",\"1,234.56\t\",\n";
    let one = read_one("a.csv", text.as_bytes());
    assert_eq!((one.table.statement.profile.as_str(), one.lines.rows), ("icbc-csv", 2));
    assert_eq!((one.totals.len(), one.totals_agree()), (2, Some(true)), "{:?}", one.totals);
    assert_eq!(one.table.record(0).unwrap().amount, -123_456);
    let mut bills = one_bill();
    bills[0].data = "中国银行(1234)招商银行()";
    assert_eq!(read_one("a.csv", wechat(&bills, false).as_bytes()).table.statement.profile, "wechat-trade");
}

fn chinaums() -> Vec<u8> {
    let head = [
        "清算时间",
        "交易时间",
        "终端号",
        "交易类型",
        "卡号",
        "交易金额",
        "清算金额",
        "手续费",
        "T0手续费",
        "D1手续费",
        "流水号",
        "检索号",
        "卡类型",
        "商户号",
        "商户订单号",
        "银商订单号",
        "交易方式",
    ];
    let row = |time, kind, amount, net, fee, rrn, order| {
        let mut cells = [
            "20260914",
            time,
            "10000001",
            kind,
            "622202******1234",
            "",
            "",
            "",
            "0",
            "0",
            "000001",
            rrn,
            "贷记卡",
            "898000000000001",
            "",
            order,
            "刷卡",
        ]
        .map(Cell::Text)
        .to_vec();
        cells[5] = Cell::Number(amount);
        cells[6] = Cell::Number(net);
        cells[7] = Cell::Number(fee);
        cells
    };
    workbook(&[(
        "对账数据",
        vec![
            vec![Cell::Text("合计"), Cell::Number("4")],
            head.map(Cell::Text).to_vec(),
            row("2026-09-14 10:00:00", "消费", "100", "99.4", "0.6", "R77", "Y1"),
            row("2026-09-14 11:00:00", "消费", "100", "99.4", "0.6", "R77", "Y2"),
            row("2026-09-14 12:00:00", "联机退货", "100", "100", "0", "R77", "Y3"),
            row("2026-09-14 12:30:00", "消费", "18.1", "17.99", "0.11", "R88", "Y4"),
            row("2026-09-14 12:31:00", "消费撤消", "18.1", "18.1", "0", "R88", "Y5"),
            vec![Cell::Text("请注意：D1手续费字段为预估数据")],
        ],
    )])
}

/// 6. A return that could belong to two sales is asked; a person's word settles it.
#[test]
fn what_fits_twice_is_asked() {
    let book = chinaums();
    let mut shop = Shop::new("2026-09-14T20:00:00+08:00");
    assert_eq!(shop.add("898_MX_20260914083000_1.xlsx", &book), (5, 0));
    assert_eq!(shop.add("copy.xlsx", &book), (0, 5));
    assert_eq!(try_read("~$898_MX.xlsx", &book).unwrap_err().code(), "statement-is-lock-file");
    let rows: Vec<_> = shop.book.tables()[0].0.records().collect();
    assert_eq!((rows[4].event, rows[3].amount, rows[3].net), (Event::Void, 1810, 1799));
    let at = |n: usize| shop.book.find(rows[n].id).unwrap();
    let (found, _) = shop.look();
    assert_eq!(found.undone.sale_of(at(2)), None);
    assert_eq!(found.undone.sale_of(at(4)).map(|s| s.0), Some(at(3)));
    let question = found.questions.iter().find(|q| q.left == [at(2)]).unwrap();
    assert_eq!(question.right, [at(0), at(1)]);
    let decided = [Decision::Together { left: rows[2].id, right: rows[1].id }];
    shop.decisions = decided.to_vec();
    let (found, _) = shop.look();
    assert_eq!(found.undone.sale_of(shop.book.find(rows[2].id).unwrap()).map(|s| s.0), shop.book.find(rows[1].id));
    assert!(found.questions.is_empty());
}

/// 7. Three real coffees are no double debit; one order under two numbers is; overlapping exports count once.
#[test]
fn twins_are_told_from_doubles() {
    let coffee = |n: u32| Bill::sale("2026-09-14 08:30:00", &format!("42000012{n}"), &format!("C{n}"), "18.00", "0.10");
    let coffees = [coffee(1), coffee(2), coffee(3)];
    let mut shop = Shop::new("2026-09-20T10:00:00+08:00");
    shop.add("a", wechat(&coffees, false));
    assert_eq!(shop.kinds(), []);
    let mut double = coffee(3);
    double.psp = "42000019".into();
    shop.add("b", wechat(&[coffee(3), double], false));
    assert_eq!(shop.kinds(), [("duplicate-charge", "certain", 1800)]);
    let many: Vec<Bill> = (0..31).map(|n| coffee(100 + n)).collect();
    let mut shop = Shop::new("2026-09-20T10:00:00+08:00");
    assert_eq!(shop.add("1-15", wechat(&many[..15], false)), (15, 0));
    assert_eq!(shop.add("10-31", wechat(&many[9..], false)), (16, 6));
    // Rows without any number: real twins stay two, and are known again.
    let twins = bank(&[("2026-09-14", 500, "甲"), ("2026-09-14", 500, "甲"), ("2026-09-15", 500, "甲")]);
    assert_eq!((shop.add("bank", &twins), shop.add("bank again", &twins)), ((3, 0), (0, 3)));
}

fn holiday(without: Option<u32>, arrived: i64) -> Shop {
    let mut shop = Shop::new("2026-10-20T10:00:00+08:00");
    shop.calendar.off = (1..=7).map(|d| day(10, d)).collect();
    let own = Settle { cutoff: Some("23:00".to_owned()), ..Settle::default() };
    shop.settle.insert("main".to_owned(), own);
    let mut swipes = vec![
        Swipe::sale("2026-09-28", "10:00:00", "D28", 10_000, 60),
        Swipe::sale("2026-09-29", "10:00:00", "D29", 10_000, 60),
    ];
    swipes.push(Swipe::sale("2026-09-30", "23:30:00", "D30", 30_003, 180));
    for d in (1..=9).filter(|d| Some(*d) != without) {
        swipes.push(Swipe::sale(&format!("2026-10-{d:02}"), "10:00:00", &format!("E{d}"), 10_000 + i64::from(d), 60));
    }
    shop.add("acquirer.csv", acquirer(&swipes));
    let payer = "通联支付网络服务股份有限公司";
    let lines = [
        ("2026-09-29", 9940, payer),
        ("2026-09-30", 9940, payer),
        ("2026-10-08", arrived, payer),
        ("2026-10-09", 9948, payer),
        ("2026-10-12", 9949, payer),
        ("2026-10-20", -100, "电费"),
    ];
    shop.add("bank.csv", bank(&lines));
    shop
}

/// 8. After the cut-off and over a holiday all comes in one credit, exact to the last minor unit.
#[test]
fn a_holiday_is_one_credit() {
    // 23:30 on 30 September counts as 1 October; that and seven days of holiday are due on the 8th.
    let whole = 29_823 + (1..=7).map(|d| 9940 + d).sum::<i64>();
    assert_eq!(holiday(None, whole).kinds(), []);
    let (found, _) = holiday(None, whole).look();
    let pooled = found.batches.batches.iter().max_by_key(|b| b.expected).unwrap();
    assert_eq!((pooled.expected, pooled.arrived, pooled.days.len()), (whole, whole, 7));
    assert_eq!(holiday(None, whole - 1000).kinds(), [("arrived-different", "likely", 1000)]);
    // With a day missing from the file nothing is said of the money, only of the file.
    assert_eq!(holiday(Some(4), whole).kinds(), [("file-incomplete", "ask", 0)]);
}

/// 9. Rounding is no overcharge, a cap is a cap, and a daily three yuan is no percentage.
#[test]
fn fees_are_judged_by_the_row() {
    let rate = "0.6".parse::<recourse_ledger::Rate>().unwrap();
    let swipe = |n: i64, amount, fee| Swipe::sale("2026-09-14", "10:00:00", &format!("F{n}"), amount, fee);
    let mut many: Vec<Swipe> =
        (0..383).map(|n| 8000 + n * 31).enumerate().map(|(n, a)| swipe(n as i64, a, rate.of_minor(a))).collect();
    let (sum, fees) = many.iter().fold((0, 0), |(s, f), l| (s + l.amount, f + l.fee));
    assert_ne!(rate.of_minor(sum), fees, "rounding must show for the test to mean anything");
    let mut shop = Shop::new("2026-09-20T10:00:00+08:00");
    shop.contracts = vec![contract("allinpay", &[("credit", "0.6", None), ("debit", "0.5", Some(2000))])];
    shop.add("a.csv", acquirer(&many));
    assert_eq!(shop.kinds(), []);
    many.push(swipe(900, 10_000, 68));
    let mut debit = swipe(901, 500_000, 2000);
    debit.card_kind = "借记卡";
    many.push(debit);
    shop.add("b.csv", acquirer(&many));
    assert_eq!(shop.kinds(), [("fee-over-contract", "certain", 8)]);
    // The habit of rounding up every time is one finding over all rows.
    let up: Vec<Swipe> = (0..40).map(|n| swipe(2000 + n, 10_000 + n, rate.of_minor(10_000 + n) + 1)).collect();
    let mut shop = Shop { contracts: shop.contracts, ..Shop::new("2026-09-20T10:00:00+08:00") };
    shop.add("c.csv", acquirer(&up));
    assert_eq!(shop.kinds(), [("fee-over-contract", "likely", 40)]);
    let fee = |d: u32| {
        (format!("2026-09-{d:02} 23:59:00"), format!("X{d}"), format!("N{d}"), "其他", "扣除交易手续费", -300, "秒到费")
    };
    let mut shop = Shop { contracts: shop.contracts, ..Shop::new("2026-09-20T10:00:00+08:00") };
    shop.add("flow.csv", crate::made::flow(&[fee(1), fee(2), fee(3)]));
    assert_eq!(shop.kinds(), [("fixed-deduction", "likely", 900)]);
}

fn timeout(undo: Option<(&'static str, &'static str, &'static str)>) -> Shop {
    let mut shop_of = Shop::new("2026-09-16T12:00:00+08:00");
    shop_of.add("till.csv", shop(&[Till("2026-09-14 12:00:05", "T9", 6000, "消费", "98 timeout", "微信")]));
    let mut bills = vec![Bill::sale("2026-09-14 12:00:07", SALE, "T9", "60.00", "0.32")];
    bills.extend(undo.map(|(at, state, fee)| Bill {
        refund_state: state,
        ..Bill::refund(at, SALE, "T9", "50000009", "60.00", fee)
    }));
    shop_of.add("bill.csv", wechat(&bills, false));
    shop_of.contracts = vec![contract("wechat-pay", &[("qr", "0.54", None)])];
    shop_of
}

/// 10. A timeout is a finding only while the customer is out of pocket, and a bill under way proves nothing.
#[test]
fn a_timeout_is_followed_to_its_end() {
    assert_eq!(timeout(Some(("2026-09-14 12:01:10", "SUCCESS", "-0.32"))).kinds(), []);
    assert_eq!(timeout(None).kinds(), [("timeout-with-debit", "certain", 6000)]);
    let mut early = timeout(None);
    early.as_of = chrono::DateTime::parse_from_rfc3339("2026-09-15T11:00:00+08:00").unwrap().to_utc();
    assert_eq!(early.kinds(), []);
    assert_eq!(timeout(Some(("2026-09-15 09:00:00", "SUCCESS", "0.00"))).kinds(), [("refund-fee-kept", "likely", 32)]);
    let mut waits = timeout(Some(("2026-09-14 12:30:00", "PROCESSING", "-0.32")));
    waits.as_of = chrono::DateTime::parse_from_rfc3339("2026-10-04T12:00:00+08:00").unwrap().to_utc();
    let refund = waits.book.tables()[1].0.records().find(|r| r.event == Event::Refund).unwrap();
    assert_eq!(refund.status, Status::Pending);
    waits.customer_waits = vec![refund.id];
    waits.patience = Some(7);
    let (found, list) = waits.look();
    assert_eq!(list.questions.len(), 1);
    assert!(list.list.iter().all(|f| f.code.as_str() != "refund-not-returned"), "{:?}", waits.kinds());
    assert_eq!(found.matches(Relation::ShopToProvider).len(), 1);
    // The newer bill knows how it ended, and is believed.
    let mut bills = vec![Bill::sale("2026-09-14 12:00:07", SALE, "T9", "60.00", "0.32")];
    bills.push(Bill::refund("2026-09-14 12:30:00", SALE, "T9", "50000009", "60.00", "-0.32"));
    waits.add("newer.csv", wechat(&bills, false));
    assert_eq!(waits.kinds(), [("refund-not-returned", "ask", 6000)]);
}

/// Numbers that a spreadsheet program has ruined are refused with the line; so are times without seconds.
#[test]
fn what_a_spreadsheet_ruined_is_refused() {
    let ruined = |from: &str, to: &str| {
        let text = wechat(&one_bill(), false).replace(from, to);
        let profiles = Profiles::shipped().unwrap();
        let source = Source::memory("a.csv", text.into_bytes());
        read(&Request::new(&source, "main", &profiles), &recourse_domain::Unwatched).unwrap_err()
    };
    for (from, to) in
        [(SALE, "4.2E+27"), (SALE, "4200001234202600000000000000"), ("2026-09-14 10:00:00", "2026/9/14 10:00")]
    {
        let error = ruined(from, to);
        assert_eq!((error.code(), error.advice()), ("statement-damaged", Some("take-original")), "{to}");
        assert_eq!(error.params()["line"], "2");
    }
}
