//! The front page: what this is, of whom, against whom, how much, and where to find what.

use super::{facts, named, paragraph, parties, playbook, value};
use crate::input::PacketInput;
use crate::model::{Anchor, Block, Cell, Column, Paragraph, Piece, Role, Section, SectionId, Span, Table, Width};
use recourse_rulebook::{Words, format};

/// Stands in a message where the number of pages comes; no text of a case can hold it.
const PAGES: &str = "\u{FFFC}";

pub(super) fn blocks(input: &PacketInput<'_>, sections: &[Section]) -> Vec<Block> {
    let words = input.words;
    vec![
        Block::Gap(64.0),
        Block::Mark,
        Block::Gap(16.0),
        paragraph(Role::Kicker, words.say("packet-kicker")),
        paragraph(Role::Title, &input.case.title),
        paragraph(Role::Subtitle, playbook(input)),
        Block::Gap(14.0),
        Block::Rule,
        Block::Gap(6.0),
        facts(rows(input)),
        Block::Gap(20.0),
        Block::Heading(words.say("packet-contents")),
        contents(sections),
        Block::Gap(14.0),
        note(input),
    ]
}

fn rows(input: &PacketInput<'_>) -> Vec<(String, Cell)> {
    let (words, case) = (input.words, input.case);
    let mid = input.merchant.mid.trim();
    let mut shop = value(words, &input.merchant.name);
    if !mid.is_empty() {
        shop.push(Paragraph::of(Role::Quiet, words.say_with("packet-mid", &[("mid", mid)])));
    }
    let amount = case.amount().map(format::money).unwrap_or_default();
    vec![
        (words.say("packet-number"), value(words, &case.number)),
        (words.say("packet-merchant"), shop),
        (words.say("packet-counterparty"), parties(input)),
        (words.say("packet-amount"), strong(words, &amount)),
        (words.say("packet-channel"), value(words, &named(words, "channel", input.channel.id.as_str()))),
        (words.say("packet-as-of"), value(words, &format::moment(input.as_of, words))),
        (words.say("packet-extent"), extent(input)),
    ]
}

fn strong(words: &Words, text: &str) -> Cell {
    if text.is_empty() { value(words, text) } else { vec![Paragraph::of(Role::Strong, text)] }
}

/// Number of exhibits and of pages.
fn extent(input: &PacketInput<'_>) -> Cell {
    let exhibits = input.exhibits.len().to_string();
    let text = input.words.say_with("packet-extent-value", &[("exhibits", &exhibits), ("pages", PAGES)]);
    vec![Paragraph { spans: around(&text, Span { role: Role::Body, piece: Piece::PageTotal, link: None }) }]
}

/// The text with a span in place of the mark for pages.
fn around(text: &str, span: Span) -> Vec<Span> {
    let role = span.role;
    let (before, after) = text.split_once(PAGES).unwrap_or((text, ""));
    vec![Span::text(role, before), span, Span::text(role, after)]
}

/// Every section after the cover, with its page.
fn contents(sections: &[Section]) -> Block {
    let rows = sections
        .iter()
        .map(|section| {
            let anchor = Anchor::Section(section.id);
            let title = Span::text(Role::Body, &section.title).linking(anchor);
            let pages = Span::pages(Role::Body, anchor);
            vec![vec![Paragraph { spans: vec![title] }], vec![Paragraph { spans: vec![pages] }]]
        })
        .collect();
    let columns = vec![Column::of(Width::Share(1.0)), Column::figures(Width::Fixed(60.0))];
    Block::Table(Table { columns, head: Vec::new(), rows })
}

fn note(input: &PacketInput<'_>) -> Block {
    let text = input.words.say_with("packet-cover-note", &[("pages", PAGES)]);
    let spans = around(&text, Span::pages(Role::Quiet, Anchor::Section(SectionId::Verification)));
    Block::Paragraph(Paragraph { spans })
}
