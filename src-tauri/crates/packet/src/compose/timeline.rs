//! What happened when, from the journal, each entry with the beginning of its hash.

use super::{label, paragraph};
use crate::input::PacketInput;
use crate::model::{Block, Column, Paragraph, Role, Table, Width};
use recourse_rulebook::format;

/// Digits of a hash that are shown; enough to find the entry, and the last one stands in full at the end.
const SHOWN: usize = 16;

pub(super) fn blocks(input: &PacketInput<'_>) -> Vec<Block> {
    let words = input.words;
    if input.entries.is_empty() {
        return vec![paragraph(Role::Label, words.say("not-on-record"))];
    }
    let offset = format!("UTC{}", input.as_of.local().format("%:z"));
    let zone = input.as_of.zone().name();
    let note = words.say_with("packet-timeline-note", &[("zone", zone), ("offset", &offset)]);
    let rows = input
        .entries
        .iter()
        .map(|entry| {
            // All in one zone, so that the order of the times is the order of the entries.
            let at = recourse_domain::Moment::new(entry.at.instant(), input.as_of.zone());
            let hash: String = entry.hash.chars().take(SHOWN).collect();
            vec![
                label(entry.seq.to_string()),
                vec![Paragraph::of(Role::Body, format::moment_short(at)), Paragraph::of(Role::Hash, hash)],
                label(words.say(&format!("actor-{}", entry.actor.as_str()))),
                vec![Paragraph::of(Role::Body, &entry.summary)],
            ]
        })
        .collect();
    let columns = vec![
        Column::of(Width::Fixed(26.0)),
        Column::of(Width::Fixed(98.0)),
        Column::of(Width::Fixed(42.0)),
        Column::of(Width::Share(1.0)),
    ];
    let head = ["seq", "time", "who", "what"].map(|key| words.say(&format!("packet-timeline-{key}"))).to_vec();
    vec![paragraph(Role::Quiet, note), Block::Table(Table { columns, head, rows })]
}
