//! How long two large statements take: `cargo run --release -p recourse-ledger --example million [-- ROWS [FOLDER]]`.
//! Makes a WeChat trade bill and an acquirer's file (or takes them from FOLDER, where they are kept), reads both, matches
//! them and looks for findings. Prints times and the most memory that was held; judges nothing. By default 1 000 000 rows.
#![allow(clippy::print_stdout, missing_docs)]

use recourse_domain::Unwatched;
use recourse_ledger::findings::Known;
use recourse_ledger::{
    Book, Contract, FindingCode, Listed, Profiles, RateTerm, Relation, Request, Source, Terms, findings, read_all,
    reconcile,
};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::error::Error;
use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};
use std::time::Instant;

const DAYS: u64 = 28;
/// Of a million sales, so many are not in the acquirer's file, and so many bear a fee above the contract.
const MISSING: u64 = 4_998;
const OVER: u64 = 10_117;
const WECHAT: &str = "交易时间,公众账号ID,商户号,特约商户号,设备号,微信订单号,商户订单号,用户标识,交易类型,交易状态,付款银行,货币种类,应结订单金额,代金券金额,微信退款单号,商户退款单号,退款金额,充值券退款金额,退款类型,退款状态,商品名称,商户数据包,手续费,费率,订单金额,申请退款金额,费率备注";
const ACQUIRER: &str = "商户号,门店名称,终端号,交易时间,交易类型,交易批次号,凭证号,参考号,卡号,交易金额,手续费,交易日期,交易单号,订单号,结算金额,备注";

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let rows: u64 = arguments.next().map_or(Ok(1_000_000), |text| text.parse())?;
    let given = arguments.next().map(PathBuf::from);
    let folder =
        given.clone().unwrap_or_else(|| std::env::temp_dir().join(format!("ledger-million-{}", std::process::id())));
    std::fs::create_dir_all(&folder)?;
    let (bill, file) = (folder.join(format!("wechat-{rows}.csv")), folder.join(format!("acquirer-{rows}.csv")));
    if !bill.exists() || !file.exists() {
        make(rows, &bill, &file)?;
    }
    let before = held();
    let result = measure(rows, &bill, &file);
    println!("{:<26} {:>9} MB (before: {before} MB)", "most memory", held());
    if given.is_none() {
        std::fs::remove_dir_all(&folder)?;
    }
    result
}

fn measure(rows: u64, bill: &Path, file: &Path) -> Result<(), Box<dyn Error>> {
    let profiles = Profiles::shipped()?;
    let sources = [Source::disk("wechat.csv", bill), Source::disk("acquirer.csv", file)];
    let requests = [Request::new(&sources[0], "wechat", &profiles), Request::new(&sources[1], "acquirer", &profiles)];
    let begun = Instant::now();
    let mut book = Book::new();
    let mut watch = Clock { last: begun };
    let read = read_all(&requests, &Unwatched);
    watch.tell("read and normalise both");
    for one in read.into_iter().collect::<Result<Vec<_>, _>>()?.into_iter().flatten() {
        let soundness = one.soundness();
        println!(
            "  {} {} rows, {} rejected, totals {:?}",
            one.table.statement.profile,
            one.lines.rows,
            one.lines.rejected,
            one.totals_agree()
        );
        book.add(one.table, soundness);
    }
    watch.tell("take into the book");
    let calendar = Listed::default();
    let terms = Terms { profiles: &profiles, calendar: &calendar, settle: BTreeMap::new(), decisions: &[] };
    let found = reconcile(&book, &terms, &Unwatched).ok_or("called off")?;
    watch.tell("match");
    let rate = |rate: &str| -> Result<RateTerm, Box<dyn Error>> {
        let rate = rate.parse()?;
        Ok(RateTerm {
            card_type: "qr".into(),
            from: None,
            to: None,
            rate,
            cap: None,
            clause: String::new(),
            noticed_on: None,
        })
    };
    let contracts = [Contract { counterparty: "allinpay".into(), rates: vec![rate("0.38")?], ..Contract::default() }];
    let as_of = chrono::DateTime::from_timestamp(1_792_000_000, 0).ok_or("instant")?;
    let known = Known { contracts: &contracts, as_of, customer_waits: &[], refund_patience_days: None };
    let list = findings(&book, &found, &terms, &known);
    watch.tell("findings");
    println!("{:<26} {:>9.3} s", "all of it", begun.elapsed().as_secs_f64());
    let count = |code| list.list.iter().filter(|f| f.code == code).count();
    println!("{} matched of {rows}", found.matches(Relation::TradeToSettle).len());
    println!(
        "{} not settled, {} above the contract, {} findings",
        count(FindingCode::DebitNotSettled),
        count(FindingCode::FeeOverContract),
        list.list.len()
    );
    let mut names: Vec<&str> = list.list.iter().map(|f| f.id.as_str()).collect();
    names.sort_unstable();
    let hash: String = Sha256::digest(names.concat()).iter().take(8).map(|b| format!("{b:02x}")).collect();
    println!("findings {hash}");
    Ok(())
}

struct Clock {
    last: Instant,
}

impl Clock {
    fn tell(&mut self, what: &str) {
        println!("{what:<26} {:>9.3} s", self.last.elapsed().as_secs_f64());
        self.last = Instant::now();
    }
}

/// The most memory this process has held, in megabytes, where the system tells.
fn held() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|text| text.split_whitespace().next()?.parse::<u64>().ok()).unwrap_or(0) / 1024
}

/// What one sale is, by its number alone.
struct Sale {
    day: u64,
    second: u64,
    amount: u64,
}

fn sale(n: u64, rows: u64) -> Sale {
    Sale { day: 1 + n * DAYS / rows, second: 28_800 + n * 7919 % 50_000, amount: 100 + n * 104_729 % 50_000 }
}

/// Half up to the minor unit at 0.38 %.
fn fee(amount: u64) -> u64 {
    (amount * 38 * 2 + 10_000) / 20_000
}

/// Every so many sales one of a kind, spread over the first days.
fn is_one(n: u64, rows: u64, of_a_million: u64) -> bool {
    let wanted = rows * of_a_million / 1_000_000;
    let step = (rows * 85 / 100).checked_div(wanted).unwrap_or(u64::MAX).max(1);
    n % step == step / 2 && n / step < wanted
}

fn yuan(minor: u64) -> String {
    format!("{}.{:02}", minor / 100, minor % 100)
}

fn make(rows: u64, bill: &Path, file: &Path) -> Result<(), Box<dyn Error>> {
    let mut out = BufWriter::new(File::create(bill)?);
    writeln!(out, "\u{feff}{WECHAT}\r")?;
    let (mut total, mut fees) = (0, 0);
    for n in 0..rows {
        let Sale { day, second, amount } = sale(n, rows);
        let (cost, sum) = (fee(amount), yuan(amount));
        total += amount;
        fees += cost;
        writeln!(
            out,
            "`2026-09-{day:02} {:02}:{:02}:{:02},`wx0000000000000001,`1900000001,`0,`,`42000012342026{n:014},`SHOP2026{n:012},`oUpF8uMuAJO_M2pxb1Q9zN0001,`JSAPI,`SUCCESS,`OTHERS,`CNY,`{sum},`0.00,`0,`0,`0.00,`0.00,`,`,`咖啡与点心,`,`{}000,`0.38%,`{sum},`0.00,`\r",
            second / 3600,
            second / 60 % 60,
            second % 60,
            yuan(cost)
        )?;
    }
    writeln!(out, "总交易单数,应结订单总金额,退款总金额,充值券退款总金额,手续费总金额,订单总金额,申请退款总金额\r")?;
    writeln!(out, "`{rows},`{0},`0.00,`0.00,`{1},`{0},`0.00\r", yuan(total), yuan(fees))?;
    out.flush()?;
    let mut out = BufWriter::new(File::create(file)?);
    writeln!(out, "{ACQUIRER}")?;
    // Multiplying by a number without a common divisor visits every sale once, out of order.
    let step = (0..).map(|k| rows * 618 / 1000 + k).find(|step| gcd(*step, rows) == 1).ok_or("step")?;
    for n in (0..rows).map(|k| k * step % rows) {
        if is_one(n, rows, MISSING) {
            continue;
        }
        let Sale { day, second, amount } = sale(n, rows);
        let cost = fee(amount) + if is_one(n + 1, rows, OVER) { 5 } else { 0 };
        writeln!(
            out,
            "898000000000001,总店,10000001,{:02}:{:02}:{:02},微信支付,000001,{:06},{n:012},,{},{},2026-09-{day:02},AP{n:016},SHOP2026{n:012},{},",
            second / 3600,
            second / 60 % 60,
            second % 60,
            n % 1_000_000,
            yuan(amount),
            yuan(cost),
            yuan(amount - cost)
        )?;
    }
    out.flush()?;
    Ok(())
}

fn gcd(a: u64, b: u64) -> u64 {
    if b == 0 { a } else { gcd(b, a % b) }
}
