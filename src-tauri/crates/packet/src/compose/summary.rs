//! What is known of the case: itself, the shop, the other side, what happened, and the dates.

use super::{facts, label, named, playbook, value};
use crate::input::PacketInput;
use crate::model::{Block, Cell, Column, Paragraph, Role, Table, Width};
use recourse_domain::{Key, MerchantProfile};
use recourse_rulebook::{format, sheet};

pub(super) fn blocks(input: &PacketInput<'_>) -> Vec<Block> {
    let words = input.words;
    let heading = |key: &str| Block::Heading(words.say(key));
    let mut blocks = vec![heading("packet-heading-case"), facts(case(input))];
    blocks.extend([heading("packet-heading-happened"), facts(happened(input))]);
    blocks.extend(answers(input).into_iter().flat_map(|table| [heading("packet-heading-answers"), table]));
    blocks.extend([heading("packet-heading-merchant"), facts(merchant(input))]);
    blocks.extend([heading("packet-heading-parties"), facts(parties(input))]);
    if !input.case.deadlines.is_empty() {
        blocks.extend([heading("packet-heading-deadlines"), facts(deadlines(input))]);
    }
    blocks
}

fn case(input: &PacketInput<'_>) -> Vec<(String, Cell)> {
    let (words, case) = (input.words, input.case);
    let mut rows = vec![
        (words.say("packet-number"), value(words, &case.number)),
        (words.say("packet-case-title"), value(words, &case.title)),
        (words.say("packet-playbook"), value(words, &playbook(input))),
        (words.say("packet-stage"), value(words, &named(words, "stage", case.stage.as_str()))),
        (words.say("packet-opened"), value(words, &format::moment(case.opened_at, words))),
    ];
    if let Some(outcome) = case.outcome {
        rows.push((words.say("packet-outcome"), value(words, &named(words, "outcome", outcome.as_str()))));
        let recovered = case.recovered.map(format::money).unwrap_or_default();
        rows.push((words.say("packet-recovered"), value(words, &recovered)));
    }
    rows
}

/// Particulars: first those that the playbook asks for, recorded or not, then all others on record.
fn happened(input: &PacketInput<'_>) -> Vec<(String, Cell)> {
    let (words, case) = (input.words, input.case);
    let playbook = input.book.get(case.playbook.as_str()).ok();
    let asked: &[Key] = playbook.map(|p| p.details.as_slice()).unwrap_or_default();
    let row = |key: &Key, text: &str| (named(words, "detail", key.as_str()), value(words, &spoken(input, text)));
    let mut rows: Vec<(String, Cell)> =
        asked.iter().map(|key| row(key, case.details.get(key).map_or("", String::as_str))).collect();
    rows.extend(case.details.iter().filter(|(key, _)| !asked.contains(key)).map(|(key, text)| row(key, text)));
    if rows.is_empty() {
        rows.push((words.say("packet-heading-happened"), value(words, "")));
    }
    rows
}

/// Every question that was answered, with its answer.
fn answers(input: &PacketInput<'_>) -> Option<Block> {
    let (words, case) = (input.words, input.case);
    let playbook = input.book.get(case.playbook.as_str()).ok();
    let rows: Vec<Vec<Cell>> = sheet::answers(case, playbook, input.book.all(), words)
        .into_iter()
        .map(|line| vec![label(line.label), value(words, &line.value.unwrap_or_default())])
        .collect();
    let columns = vec![Column::of(Width::Share(1.0)), Column::of(Width::Share(1.0))];
    (!rows.is_empty()).then(|| Block::Table(Table { columns, head: Vec::new(), rows }))
}

/// `yes` and `no` in words; anything else as it was typed.
fn spoken(input: &PacketInput<'_>, text: &str) -> String {
    match text {
        "yes" | "no" => input.words.say(text),
        other => other.to_owned(),
    }
}

fn merchant(input: &PacketInput<'_>) -> Vec<(String, Cell)> {
    let (words, shop) = (input.words, input.merchant);
    let mut rows: Vec<(String, Cell)> = [
        ("packet-merchant-name", &shop.name),
        ("packet-merchant-mid", &shop.mid),
        ("packet-merchant-licence", &shop.licence),
        ("packet-merchant-acquirer", &shop.acquirer),
        ("packet-merchant-contact", &shop.contact),
        ("packet-merchant-phone", &shop.phone),
        ("packet-merchant-email", &shop.email),
        ("packet-merchant-address", &shop.address),
        ("packet-merchant-settlement", &shop.settlement_last4),
    ]
    .into_iter()
    .map(|(key, text)| (words.say(key), value(words, text)))
    .collect();
    // What few recipients ask for is shown where it is on record, and not missed where it is not.
    let day = |day: Option<chrono::NaiveDate>| day.map(|day| format::date(day, words)).unwrap_or_default();
    let further = [
        ("sheet-shop-operator", shop.legal_person.clone()),
        ("sheet-shop-contract", shop.contract_no.clone()),
        ("sheet-shop-joined", day(shop.joined_on)),
        ("sheet-shop-agent", shop.agent.clone()),
    ];
    let further = further.into_iter().filter(|(_, text)| !text.trim().is_empty());
    rows.extend(further.map(|(key, text)| (words.say(key), value(words, &text))));
    rows.push((words.say("packet-merchant-terminals"), terminals(input, shop)));
    if !shop.rates.is_empty() {
        let line = |rate: &recourse_domain::ContractRate| {
            let kind = named(words, "card-type", &rate.card_type);
            let key = if rate.cap.trim().is_empty() { "packet-rate" } else { "packet-rate-capped" };
            Paragraph::of(
                Role::Body,
                words.say_with(key, &[("kind", &kind), ("percent", &rate.percent), ("cap", &rate.cap)]),
            )
        };
        rows.push((words.say("packet-merchant-rates"), shop.rates.iter().map(line).collect()));
    }
    rows
}

fn terminals(input: &PacketInput<'_>, shop: &MerchantProfile) -> Cell {
    let line = |terminal: &recourse_domain::Terminal| {
        let parts = [&terminal.tid, &terminal.model, &terminal.serial, &terminal.imei, &terminal.label];
        let parts: Vec<&str> = parts.into_iter().map(|p| p.trim()).filter(|p| !p.is_empty()).collect();
        (!parts.is_empty()).then(|| Paragraph::of(Role::Body, parts.join(&input.words.say("packet-separator"))))
    };
    let lines: Cell = shop.terminals.iter().filter_map(line).collect();
    if lines.is_empty() { value(input.words, "") } else { lines }
}

fn parties(input: &PacketInput<'_>) -> Vec<(String, Cell)> {
    let words = input.words;
    if input.case.parties.is_empty() {
        return vec![(words.say("packet-counterparty"), value(words, ""))];
    }
    let row = |party: &recourse_domain::Party| {
        let mut cell = value(words, &party.name);
        if !party.contact.trim().is_empty() {
            cell.push(Paragraph::of(Role::Quiet, &party.contact));
        }
        (named(words, "role", party.role.as_str()), cell)
    };
    input.case.parties.iter().map(row).collect()
}

fn deadlines(input: &PacketInput<'_>) -> Vec<(String, Cell)> {
    let words = input.words;
    let row = |deadline: &recourse_domain::Deadline| {
        let mut due = format::date(deadline.due, words);
        if let Some(time) = deadline.time {
            due.push_str(&time.format(" %H:%M").to_string());
        }
        let state = words.say(if deadline.done { "packet-deadline-met" } else { "packet-deadline-open" });
        let cell = vec![
            Paragraph::of(Role::Body, &deadline.title),
            Paragraph::of(
                Role::Quiet,
                words.say_with("packet-deadline-note", &[("source", &deadline.source), ("state", &state)]),
            ),
        ];
        (due, cell)
    };
    input.case.deadlines.iter().map(row).collect()
}
