//! Statement files made for a test, as their providers would write them.

use recourse_domain::Unwatched;
use recourse_ledger::{ImportError, Imported, Profiles, Request, Source, read};
use std::io::Write;

/// Columns of a WeChat trade bill of all rows.
pub(crate) const WECHAT_ALL: &str = "交易时间,公众账号ID,商户号,特约商户号,设备号,微信订单号,商户订单号,用户标识,交易类型,交易状态,付款银行,货币种类,应结订单金额,代金券金额,微信退款单号,商户退款单号,退款金额,充值券退款金额,退款类型,退款状态,商品名称,商户数据包,手续费,费率,订单金额,申请退款金额,费率备注";
/// The same bill as it was before.
pub(crate) const WECHAT_OLD: &str = "交易时间,公众账号ID,商户号,子商户号,设备号,微信订单号,商户订单号,用户标识,交易类型,交易状态,付款银行,货币种类,总金额,企业红包金额,微信退款单号,商户退款单号,退款金额,企业红包退款金额,退款类型,退款状态,商品名称,商户数据包,手续费,费率";

/// One line of a WeChat trade bill.
#[derive(Clone)]
pub(crate) struct Bill {
    pub(crate) at: &'static str,
    pub(crate) psp: String,
    pub(crate) order: String,
    pub(crate) amount: &'static str,
    pub(crate) refund_no: &'static str,
    pub(crate) refund: &'static str,
    pub(crate) refund_state: &'static str,
    pub(crate) fee: &'static str,
    pub(crate) data: &'static str,
}

impl Bill {
    pub(crate) fn sale(at: &'static str, psp: &str, order: &str, amount: &'static str, fee: &'static str) -> Self {
        let (psp, order) = (psp.to_owned(), order.to_owned());
        Self { at, psp, order, amount, refund_no: "0", refund: "0.00", refund_state: "", fee, data: "" }
    }
    pub(crate) fn refund(
        at: &'static str,
        psp: &str,
        order: &str,
        no: &'static str,
        refund: &'static str,
        fee: &'static str,
    ) -> Self {
        let (psp, order) = (psp.to_owned(), order.to_owned());
        Self { at, psp, order, amount: "0.00", refund_no: no, refund, refund_state: "SUCCESS", fee, data: "" }
    }
    fn state(&self) -> &'static str {
        if self.refund_no == "0" { "SUCCESS" } else { "REFUND" }
    }
    fn line(&self, old: bool) -> String {
        let Self { at, psp, order, amount, refund_no, refund, refund_state, fee, data } = self;
        let state = self.state();
        let kind = if refund_no == &"0" { "" } else { "ORIGINAL" };
        let mut cells = vec![
            *at,
            "wx0000000000000001",
            "1900000001",
            "0",
            "",
            psp,
            order,
            "oUser0000000001",
            "JSAPI",
            state,
            "OTHERS",
            "CNY",
            amount,
            "0.00",
            refund_no,
            refund_no,
            refund,
            "0.00",
            kind,
            refund_state,
            "咖啡",
            data,
            fee,
            "0.54%",
        ];
        if !old {
            cells.extend([*amount, *refund, ""]);
        }
        cells.iter().map(|c| format!("`{c}")).collect::<Vec<_>>().join(",")
    }
}

fn minor(text: &str) -> i64 {
    let value: f64 = text.parse().unwrap();
    (value * 100.0).round() as i64
}

fn yuan(minor: i64) -> String {
    let sign = if minor < 0 { "-" } else { "" };
    format!("{sign}{}.{:02}", minor.abs() / 100, minor.abs() % 100)
}

/// A WeChat trade bill with its totals.
pub(crate) fn wechat(lines: &[Bill], old: bool) -> String {
    let sum = |pick: fn(&Bill) -> &str| yuan(lines.iter().map(|l| minor(pick(l))).sum());
    let mut text = format!("\u{feff}{}\r\n", if old { WECHAT_OLD } else { WECHAT_ALL });
    for line in lines {
        text += &(line.line(old) + "\r\n");
    }
    let (n, paid, refund, fee) = (lines.len(), sum(|l| l.amount), sum(|l| l.refund), sum(|l| l.fee));
    if old {
        text += "总交易单数,总交易额,总退款金额,总企业红包退款金额,手续费总金额\r\n";
        text + &format!("`{n},`{paid},`{refund},`0.00,`{fee}\r\n")
    } else {
        text += "总交易单数,应结订单总金额,退款总金额,充值券退款总金额,手续费总金额,订单总金额,申请退款总金额\r\n";
        text + &format!("`{n},`{paid},`{refund},`0.00,`{fee},`{paid},`{refund}\r\n")
    }
}

/// Reads bytes under a name.
pub(crate) fn try_read(name: &str, bytes: &[u8]) -> Result<Vec<Imported>, ImportError> {
    let profiles = Profiles::shipped().unwrap();
    let source = Source::memory(name, bytes);
    read(&Request::new(&source, "main", &profiles), &Unwatched)
}

/// Reads bytes that hold one statement.
pub(crate) fn read_one(name: &str, bytes: &[u8]) -> Imported {
    let mut all = try_read(name, bytes).unwrap_or_else(|e| panic!("{name}: {e}"));
    assert_eq!(all.len(), 1, "{name}");
    let one = all.remove(0);
    every_line_is_somewhere(&one);
    one
}

/// No line is lost: rows, rejected ones and what stands round them are all the lines there are.
pub(crate) fn every_line_is_somewhere(one: &Imported) {
    let l = one.lines;
    assert_eq!(l.before + l.blank + l.continued + l.rows + l.rejected + l.after, l.total, "{l:?}");
    assert_eq!(l.rows as usize, one.table.rows().len());
    assert_eq!(l.rejected as usize, one.rejected.len());
}

/// GBK bytes.
pub(crate) fn gbk(text: &str) -> Vec<u8> {
    encoding_rs::GB18030.encode(text).0.into_owned()
}

/// A ZIP of members; names are written as the bytes given, without any flag that tells their encoding.
pub(crate) fn zip_of(members: &[(&[u8], &[u8])]) -> Vec<u8> {
    let (mut out, mut list) = (Vec::new(), Vec::new());
    for (name, bytes) in members {
        let offset = out.len() as u32;
        let crc = crc32(bytes);
        let mut head = Vec::new();
        head.extend_from_slice(&20_u16.to_le_bytes());
        head.extend_from_slice(&[0; 8]);
        head.extend_from_slice(&crc.to_le_bytes());
        head.extend_from_slice(&(bytes.len() as u32).to_le_bytes());
        head.extend_from_slice(&(bytes.len() as u32).to_le_bytes());
        head.extend_from_slice(&(name.len() as u16).to_le_bytes());
        head.extend_from_slice(&[0; 2]);
        out.extend_from_slice(b"PK\x03\x04");
        out.extend_from_slice(&head);
        out.extend_from_slice(name);
        out.extend_from_slice(bytes);
        list.extend_from_slice(b"PK\x01\x02\x14\x00");
        list.extend_from_slice(&head);
        list.extend_from_slice(&[0; 10]);
        list.extend_from_slice(&offset.to_le_bytes());
        list.extend_from_slice(name);
    }
    let start = out.len() as u32;
    out.extend_from_slice(&list);
    out.extend_from_slice(b"PK\x05\x06\0\0\0\0");
    out.extend_from_slice(&(members.len() as u16).to_le_bytes());
    out.extend_from_slice(&(members.len() as u16).to_le_bytes());
    out.extend_from_slice(&(list.len() as u32).to_le_bytes());
    out.extend_from_slice(&start.to_le_bytes());
    out.extend_from_slice(&[0; 2]);
    out
}

fn crc32(bytes: &[u8]) -> u32 {
    let mut crc = flate2::Crc::new();
    crc.update(bytes);
    crc.sum()
}

/// Packed as a provider's interface sends it.
pub(crate) fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

/// A cell of a made workbook.
#[derive(Clone, Copy)]
pub(crate) enum Cell<'a> {
    Text(&'a str),
    Number(&'a str),
    Formula(&'a str, &'a str),
}

/// A workbook with the sheets given; every sheet says of itself that it is one cell large.
pub(crate) fn workbook(sheets: &[(&str, Vec<Vec<Cell<'_>>>)]) -> Vec<u8> {
    let escape = |text: &str| text.replace('&', "&amp;").replace('<', "&lt;");
    let mut files: Vec<(String, String)> = Vec::new();
    let mut book = String::new();
    let mut links = String::new();
    let mut types = String::new();
    for (at, (name, rows)) in sheets.iter().enumerate() {
        let n = at + 1;
        book += &format!("<sheet name=\"{}\" sheetId=\"{n}\" r:id=\"rId{n}\"/>", escape(name));
        links += &format!(
            "<Relationship Id=\"rId{n}\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" Target=\"worksheets/sheet{n}.xml\"/>"
        );
        types += &format!(
            "<Override PartName=\"/xl/worksheets/sheet{n}.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/>"
        );
        let mut xml = "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><dimension ref=\"A1:A1\"/><sheetData>".to_owned();
        for (r, row) in rows.iter().enumerate() {
            xml += &format!("<row r=\"{}\">", r + 1);
            for (c, cell) in row.iter().enumerate() {
                let place = format!("{}{}", column(c), r + 1);
                xml += &match cell {
                    Cell::Text("") => String::new(),
                    Cell::Text(text) => format!(
                        "<c r=\"{place}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{}</t></is></c>",
                        escape(text)
                    ),
                    Cell::Number(text) => format!("<c r=\"{place}\"><v>{text}</v></c>"),
                    Cell::Formula(formula, value) => format!("<c r=\"{place}\"><f>{formula}</f><v>{value}</v></c>"),
                };
            }
            xml += "</row>";
        }
        files.push((format!("xl/worksheets/sheet{n}.xml"), xml + "</sheetData></worksheet>"));
    }
    files.push(("[Content_Types].xml".into(), format!("<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/>{types}</Types>")));
    files.push(("_rels/.rels".into(), "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>".into()));
    files.push(("xl/workbook.xml".into(), format!("<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets>{book}</sheets></workbook>")));
    files.push(("xl/_rels/workbook.xml.rels".into(), format!("<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{links}</Relationships>")));
    let members: Vec<(&[u8], &[u8])> = files.iter().map(|(n, x)| (n.as_bytes(), x.as_bytes())).collect();
    zip_of(&members)
}

fn column(at: usize) -> String {
    let letter = |n: usize| char::from(b'A' + u8::try_from(n).unwrap());
    if at < 26 { letter(at).to_string() } else { format!("{}{}", letter(at / 26 - 1), letter(at % 26)) }
}

/// One line of an acquirer's file.
#[derive(Clone)]
pub(crate) struct Swipe {
    pub(crate) day: String,
    pub(crate) time: String,
    pub(crate) order: String,
    pub(crate) psp: String,
    pub(crate) kind: &'static str,
    pub(crate) card: String,
    pub(crate) card_kind: &'static str,
    /// Minor units.
    pub(crate) amount: i64,
    /// Minor units.
    pub(crate) fee: i64,
}

impl Swipe {
    pub(crate) fn sale(day: &str, time: &str, order: &str, amount: i64, fee: i64) -> Self {
        Self {
            day: day.to_owned(),
            time: time.to_owned(),
            order: order.to_owned(),
            psp: format!("P{order}"),
            kind: "消费",
            card: format!("622202******{:04}", number(order) % 10_000),
            card_kind: "贷记卡",
            amount,
            fee,
        }
    }

    pub(crate) fn net(&self) -> i64 {
        let sign = if self.kind.contains("退") || self.kind.contains("撤") { -1 } else { 1 };
        sign * (self.amount - self.fee)
    }
}

fn number(text: &str) -> u32 {
    text.bytes().fold(7, |n: u32, b| n.wrapping_mul(31).wrapping_add(u32::from(b)))
}

pub(crate) const SYB: &str = "商户号,门店名称,终端号,交易时间,交易类型,交易批次号,凭证号,参考号,卡号,卡类别,发卡行机构代码,发卡行名称,交易金额,手续费,交易日期,交易单号,订单号,商户备注,对接应用号,原始金额,结算金额,产品类型,分期贴息,交易完成时间,持卡人姓名,持卡人身份证,分期数,优惠金额,实付金额,原交易单,渠道交易类型,出金方账户名称,门店编号,交易完成日期";

/// An acquirer's reconciliation file.
pub(crate) fn acquirer(lines: &[Swipe]) -> String {
    let mut text = format!("{SYB}\n");
    for (at, l) in lines.iter().enumerate() {
        let (amount, fee, net) = (yuan(l.amount), yuan(l.fee), yuan(l.net()));
        let Swipe { day, time, order, psp, kind, card, card_kind, .. } = l;
        text += &format!(
            "898000000000001,总店,10000001,{time},{kind},000001,{:06},{:012},{card},{card_kind},,,{amount},{fee},{day},{psp},{order},,,,{net},,,,张三,110101199001011234,,,,,,,,\n",
            at + 1,
            at + 500,
        );
    }
    text
}

/// One line of the shop's own record.
pub(crate) struct Till<'a>(
    pub(crate) &'a str,
    pub(crate) &'a str,
    pub(crate) i64,
    pub(crate) &'a str,
    pub(crate) &'a str,
    pub(crate) &'a str,
);

/// The shop's own record: time, order, amount, kind, state, paid with.
pub(crate) fn shop(lines: &[Till<'_>]) -> String {
    let mut text = "交易时间,订单号,终端号,金额,交易类型,状态,支付方式\n".to_owned();
    for Till(at, order, amount, kind, state, means) in lines {
        text += &format!("{at},{order},10000001,{},{kind},{state},{means}\n", yuan(*amount));
    }
    text
}

/// A bank account: day, sum in (or out, negative), payer. Balances follow.
pub(crate) fn bank(lines: &[(&str, i64, &str)]) -> String {
    let mut text = "交易日期,摘要,收入,支出,余额,对方户名\n".to_owned();
    let mut balance = 1_000_000;
    for (day, amount, party) in lines {
        balance += amount;
        let (income, outgo) =
            if *amount >= 0 { (yuan(*amount), String::new()) } else { (String::new(), yuan(-amount)) };
        text += &format!("{day},转账,{income},{outgo},{},{party}\n", yuan(balance));
    }
    text
}

/// One line of a WeChat fund bill: time, number of the sale, number of the line, name, kind, sum (out negative), remark.
pub(crate) type Flow = (String, String, String, &'static str, &'static str, i64, &'static str);

/// A WeChat fund bill with its totals and balances.
pub(crate) fn flow(lines: &[Flow]) -> String {
    let mut text = "记账时间,微信支付业务单号,资金流水单号,业务名称,业务类型,收支类型,收支金额(元),账户结余（元）,资金变更提交申请人,备注,业务凭证号\n".to_owned();
    let mut balance = 500_000;
    let (mut incomes, mut income, mut outgoes, mut outgo) = (0, 0, 0, 0);
    for (at, sale, no, name, kind, amount, memo) in lines {
        balance += amount;
        let side = if *amount >= 0 { "收入" } else { "支出" };
        if *amount >= 0 {
            incomes += 1;
            income += amount;
        } else {
            outgoes += 1;
            outgo -= amount;
        }
        text += &format!(
            "`{at},`{sale},`{no},`{name},`{kind},`{side},`{},`{},`system,`{memo},`\n",
            yuan(amount.abs()),
            yuan(balance)
        );
    }
    text += "资金流水总笔数,收入笔数,收入金额,支出笔数,支出金额\n";
    text + &format!("`{}.0,`{incomes}.0,`{},`{outgoes}.0,`{}\n", lines.len(), yuan(income), yuan(outgo))
}
