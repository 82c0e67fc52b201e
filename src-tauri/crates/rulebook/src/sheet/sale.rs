//! The shop, its terminal and its sales as lines of a sheet, each for those who may be told of it.

use super::model::{Body, Line};
use super::said::named;
use super::shown::{Told, may_be_told};
use crate::format;
use crate::playbook::Role;
use crate::words::Words;
use recourse_domain::{Case, MaskedCard, MerchantProfile, Terminal, Transaction};

/// Most sales in a table; the packet holds all of them.
const MOST_SALES: usize = 8;

/// The terminal that a case is about: that of its first sale with a terminal number, else the only one of the shop.
pub(super) fn terminal<'m>(case: &Case, merchant: &'m MerchantProfile) -> Option<&'m Terminal> {
    let tid = case.transactions.iter().map(|t| t.fields.terminal.as_str()).find(|tid| !tid.is_empty());
    match (tid, merchant.terminals.as_slice()) {
        (Some(tid), terminals) => terminals.iter().find(|t| t.tid == tid),
        (None, [only]) => Some(only),
        _ => None,
    }
}

/// Number of the terminal that a case is about, as the sale gives it or the shop has it; may be empty.
pub(super) fn terminal_number(case: &Case, merchant: &MerchantProfile) -> String {
    let of_sale = case.transactions.iter().map(|t| t.fields.terminal.as_str()).find(|tid| !tid.is_empty());
    of_sale.or_else(|| terminal(case, merchant).map(|t| t.tid.as_str())).unwrap_or_default().to_owned()
}

/// Instant of a sale to the second, in its own zone.
pub(super) fn at(sale: &Transaction) -> String {
    sale.fields.at.map(|at| at.local().format("%Y-%m-%d %H:%M:%S").to_string()).unwrap_or_default()
}

/// Name, numbers, address, licence, account, contract.
pub(super) fn shop(merchant: &MerchantProfile, role: Role, words: &Words) -> Vec<Line> {
    let day = |day: Option<chrono::NaiveDate>| day.map(|d| d.to_string()).unwrap_or_default();
    let bank = merchant.settlement_bank.trim();
    let account = match (bank.is_empty(), merchant.settlement_last4.trim()) {
        (_, "") => String::new(),
        (true, last) => last.to_owned(),
        (false, last) => words.say_with("sheet-shop-account", &[("bank", bank), ("last", last)]),
    };
    let agent = joined(&[&merchant.agent, &merchant.agent_contact], words);
    let rates = rates(merchant, words);
    let all = [
        (None, "sheet-shop-name", merchant.name.clone()),
        (Some(Told::MerchantNumber), "sheet-shop-mid", merchant.mid.clone()),
        (Some(Told::Licence), "sheet-shop-operator", merchant.legal_person.clone()),
        (Some(Told::Licence), "sheet-shop-licence", merchant.licence.clone()),
        (Some(Told::Settlement), "sheet-shop-settlement", account),
        (Some(Told::Acquirer), "sheet-shop-acquirer", merchant.acquirer.clone()),
        (Some(Told::Contract), "sheet-shop-joined", day(merchant.joined_on)),
        (Some(Told::Agent), "sheet-shop-agent", agent),
        (Some(Told::Contract), "sheet-shop-contract", merchant.contract_no.clone()),
        (Some(Told::Contract), "sheet-shop-rates", rates),
        (Some(Told::Address), "sheet-shop-address", merchant.address.clone()),
        (None, "sheet-shop-phone", joined(&[&merchant.contact, &merchant.phone], words)),
    ];
    let told = |what: &Option<Told>| what.is_none_or(|what| may_be_told(role, what));
    all.into_iter().filter(|(what, ..)| told(what)).map(|(_, key, value)| Line::of(words.say(key), &value)).collect()
}

fn rates(merchant: &MerchantProfile, words: &Words) -> String {
    let one = |rate: &recourse_domain::ContractRate| {
        let kind = named(words, &format!("card-type-{}", rate.card_type), &rate.card_type);
        let key = if rate.cap.trim().is_empty() { "packet-rate" } else { "packet-rate-capped" };
        words.say_with(key, &[("kind", &kind), ("percent", &rate.percent), ("cap", &rate.cap)])
    };
    merchant.rates.iter().map(one).collect::<Vec<_>>().join(&words.say("packet-separator"))
}

/// The terminal.
pub(super) fn device(case: &Case, merchant: &MerchantProfile, role: Role, words: &Words) -> Vec<Line> {
    let mut lines = Vec::new();
    if may_be_told(role, Told::TerminalNumber) {
        lines.push(Line::of(words.say("sheet-device-tid"), &terminal_number(case, merchant)));
    }
    if may_be_told(role, Told::Device) {
        let none = Terminal::default();
        let device = terminal(case, merchant).unwrap_or(&none);
        let network = network(device, words);
        let takes: Vec<String> =
            device.channels.iter().map(|c| named(words, &format!("sheet-takes-{c}"), c.as_str())).collect();
        let installed = device.installed_on.map(|d| d.to_string()).unwrap_or_default();
        for (key, value) in [
            ("sheet-device-model", device.model.clone()),
            ("sheet-device-serial", device.serial.clone()),
            ("sheet-device-imei", device.imei.clone()),
            ("sheet-device-firmware", device.firmware.clone()),
            ("sheet-device-network", network),
            ("sheet-device-takes", takes.join(&words.say("sheet-comma"))),
            ("sheet-device-installed", installed),
        ] {
            lines.push(Line::of(words.say(key), &value));
        }
    }
    lines
}

/// How a terminal is connected; empty when it is not on record.
pub(super) fn network(terminal: &Terminal, words: &Words) -> String {
    match terminal.network.as_str() {
        "" => String::new(),
        network => named(words, &format!("sheet-network-{network}"), network),
    }
}

/// The sales: one as facts, several as a table.
pub(super) fn sales(case: &Case, role: Role, words: &Words) -> Body {
    match case.transactions.as_slice() {
        [] => Body::Facts(facts(None, role, words)),
        [one] => Body::Facts(facts(Some(one), role, words)),
        several => table(several, role, words),
    }
}

fn facts(sale: Option<&Transaction>, role: Role, words: &Words) -> Vec<Line> {
    let of = |read: &dyn Fn(&Transaction) -> String| sale.map(read).unwrap_or_default();
    let order = of(&|t| t.fields.order_no.clone());
    let qr = of(&|t| t.fields.card_type.clone()) == "qr" || !order.is_empty();
    let mut lines = vec![
        Line::of(words.say("sheet-sale-at"), &of(&at)),
        Line::of(words.say("sheet-sale-amount"), &of(&|t| format::money(t.fields.amount))),
    ];
    let kind = of(&|t| t.fields.card_type.clone());
    let kind = if kind.is_empty() { kind } else { named(words, &format!("card-type-{kind}"), &kind) };
    lines.push(Line::of(words.say("sheet-sale-kind"), &kind));
    let card = of(&|t| t.fields.card.as_ref().map(|c| card(c, role, words)).unwrap_or_default());
    if (!qr || !card.is_empty()) && (may_be_told(role, Told::Card) || may_be_told(role, Told::CardEnd)) {
        lines.push(Line::of(words.say("sheet-sale-card"), &card));
    }
    if qr {
        lines.push(Line::of(words.say("sheet-sale-order"), &order));
    }
    lines.push(Line::of(words.say("sheet-sale-rrn"), &of(&|t| t.fields.rrn.clone())));
    if may_be_told(role, Told::Response) {
        lines.push(Line::of(words.say("sheet-sale-response"), &of(&|t| t.fields.response_code.clone())));
    }
    if may_be_told(role, Told::Batch) {
        lines.push(Line::of(words.say("sheet-sale-trace"), &of(&|t| t.fields.trace.clone())));
        lines.push(Line::of(words.say("sheet-sale-batch"), &of(&|t| t.fields.batch.clone())));
    }
    if may_be_told(role, Told::Card) {
        lines.push(Line::of(words.say("sheet-sale-auth"), &of(&|t| t.fields.auth.clone())));
    }
    lines
}

fn table(sales: &[Transaction], role: Role, words: &Words) -> Body {
    let told = |what| may_be_told(role, what);
    let open = |text: String| if text.is_empty() { words.say("sheet-none") } else { text };
    let mut head: Vec<String> = ["sheet-sale-at", "sheet-sale-amount"].map(|key| words.say(key)).to_vec();
    if told(Told::Card) || told(Told::CardEnd) {
        head.push(words.say("sheet-sale-payer"));
    }
    head.push(words.say("sheet-sale-rrn"));
    if told(Told::Batch) {
        head.push(words.say("sheet-sale-trace"));
    }
    if told(Told::Response) {
        head.push(words.say("sheet-sale-response"));
    }
    let row = |sale: &Transaction| {
        let fields = &sale.fields;
        let mut row = vec![open(at(sale)), format::money(fields.amount)];
        if told(Told::Card) || told(Told::CardEnd) {
            let card = fields.card.as_ref().map(|c| card(c, role, words));
            row.push(open(card.unwrap_or_else(|| fields.order_no.clone())));
        }
        row.push(open(fields.rrn.clone()));
        if told(Told::Batch) {
            row.push(open(fields.trace.clone()));
        }
        if told(Told::Response) {
            row.push(open(fields.response_code.clone()));
        }
        row
    };
    let mut rows: Vec<Vec<String>> = sales.iter().take(MOST_SALES).map(row).collect();
    if let Some(more) = sales.len().checked_sub(MOST_SALES).filter(|more| *more > 0) {
        let mut last = vec![words.say_with("sheet-sales-more", &[("count", &more.to_string())])];
        last.resize(head.len(), words.say("sheet-none"));
        rows.push(last);
    }
    Body::Table { head, rows }
}

/// The card as far as someone may be told of it.
fn card(card: &MaskedCard, role: Role, words: &Words) -> String {
    if may_be_told(role, Told::Card) {
        card.to_string()
    } else {
        words.say_with("sheet-sale-card-end", &[("last", card.last())])
    }
}

/// Parts that are there, in one line.
pub(super) fn joined(parts: &[&str], words: &Words) -> String {
    let parts: Vec<&str> = parts.iter().map(|p| p.trim()).filter(|p| !p.is_empty()).collect();
    parts.join(&words.say("sheet-between"))
}
