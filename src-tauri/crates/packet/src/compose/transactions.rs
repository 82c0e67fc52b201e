//! Card and QR transactions, with masked cards only: a sheet each while there are few, a table when there are many.

use super::{label, named, paragraph, value};
use crate::input::PacketInput;
use crate::model::{Block, Cell, Column, Paragraph, Role, Table, Width};
use recourse_domain::TransactionFields;
use recourse_rulebook::format;

/// Up to this many get a sheet each.
const SHEETS: usize = 3;

pub(super) fn blocks(input: &PacketInput<'_>) -> Vec<Block> {
    let transactions = &input.case.transactions;
    if transactions.is_empty() {
        return vec![paragraph(Role::Label, input.words.say("packet-no-transaction"))];
    }
    if transactions.len() > SHEETS {
        return vec![table(input)];
    }
    let mut blocks = Vec::new();
    for (index, transaction) in transactions.iter().enumerate() {
        let number = (index + 1).to_string();
        let amount = format::money(transaction.fields.amount);
        let heading = [("number", number.as_str()), ("amount", amount.as_str())];
        blocks.push(Block::Heading(input.words.say_with("packet-transaction", &heading)));
        blocks.push(sheet(input, &transaction.fields));
    }
    blocks
}

/// Two facts a row.
fn sheet(input: &PacketInput<'_>, fields: &TransactionFields) -> Block {
    let words = input.words;
    let at = fields.at.map(|at| format::moment(at, words)).unwrap_or_default();
    let card = fields.card.as_ref().map(ToString::to_string).unwrap_or_default();
    let kind = if fields.card_type.is_empty() { String::new() } else { named(words, "card-type", &fields.card_type) };
    let pairs = [
        ("packet-transaction-rrn", &fields.rrn),
        ("packet-transaction-response-code", &fields.response_code),
        ("packet-transaction-card", &card),
        ("packet-transaction-card-type", &kind),
        ("packet-transaction-trace", &fields.trace),
        ("packet-transaction-batch", &fields.batch),
        ("packet-transaction-auth", &fields.auth),
        ("packet-transaction-terminal", &fields.terminal),
    ];
    let mut rows = vec![wide(words.say("packet-transaction-at"), value(words, &at))];
    for pair in pairs.chunks(2) {
        rows.push(pair.iter().flat_map(|(key, text)| [label(words.say(key)), value(words, text)]).collect());
    }
    for (key, text) in [("packet-transaction-order", &fields.order_no), ("packet-transaction-note", &fields.note)] {
        if !text.is_empty() {
            rows.push(wide(words.say(key), value(words, text)));
        }
    }
    let columns =
        [80.0, 0.0, 80.0, 0.0].map(|w| Column::of(if w > 0.0 { Width::Fixed(w) } else { Width::Share(1.0) })).to_vec();
    Block::Table(Table { columns, head: Vec::new(), rows })
}

/// A fact whose value runs over the rest of the row, having no cells beside it.
fn wide(name: String, value: Cell) -> Vec<Cell> {
    vec![label(name), value]
}

fn table(input: &PacketInput<'_>) -> Block {
    let words = input.words;
    let two = |first: &str, second: &str| {
        let mut cell = value(words, first);
        if !second.is_empty() {
            cell.push(Paragraph::of(Role::Quiet, second));
        }
        cell
    };
    let mut rows = Vec::new();
    for (index, transaction) in input.case.transactions.iter().enumerate() {
        let fields = &transaction.fields;
        let at = |form: &str| fields.at.map(|at| at.local().format(form).to_string()).unwrap_or_default();
        let (day, time) = (at("%Y-%m-%d"), at("%H:%M:%S"));
        let card = fields.card.as_ref().map(ToString::to_string).unwrap_or_default();
        let (payer, order) = if card.is_empty() { (&fields.order_no, "") } else { (&card, fields.order_no.as_str()) };
        let mut payer = two(payer, order);
        if !fields.note.is_empty() {
            payer.push(Paragraph::of(Role::Quiet, &fields.note));
        }
        rows.push(vec![
            label((index + 1).to_string()),
            two(&day, &time),
            vec![Paragraph::of(Role::Body, format::money(fields.amount))],
            payer,
            two(&fields.rrn, &fields.trace),
            two(&fields.batch, &fields.auth),
            two(&fields.terminal, &fields.response_code),
        ]);
    }
    let columns = vec![
        Column::of(Width::Fixed(20.0)),
        Column::of(Width::Fixed(60.0)),
        Column::figures(Width::Fixed(72.0)),
        Column::of(Width::Share(1.6)),
        Column::of(Width::Share(1.3)),
        Column::of(Width::Share(0.9)),
        Column::of(Width::Share(1.1)),
    ];
    let head = ["number", "time", "amount", "payer", "references", "batch", "terminal"]
        .map(|key| words.say(&format!("packet-transactions-{key}")))
        .to_vec();
    Block::Table(Table { columns, head, rows })
}
