//! What the shop asks for: in its own words where it gave some, and point by point as its answers make it due.
//!
//! Only what was read in an official text stands below a point as its ground.

use super::{label, paragraph};
use crate::input::PacketInput;
use crate::model::{Block, Cell, Column, Paragraph, Role, Table, Width};
use recourse_rulebook::Playbook;
use recourse_rulebook::next::Answers;
use recourse_rulebook::playbook::{Confidence, Demand};

/// The particular in which an owner says what is wanted.
const OWN_WORDS: &str = "what-wanted";

/// The claim; nothing when nothing is asked for.
pub(super) fn blocks(input: &PacketInput<'_>) -> Vec<Block> {
    let own = input.case.details.get(OWN_WORDS).map(|text| text.trim()).filter(|text| !text.is_empty());
    let mut blocks: Vec<Block> = own.map(|text| paragraph(Role::Body, text)).into_iter().collect();
    let Ok(playbook) = input.book.get(input.case.playbook.as_str()) else { return blocks };
    let answers = Answers::of(input.case, playbook);
    let rows: Vec<Vec<Cell>> = playbook
        .demands
        .iter()
        .filter(|demand| answers.hold(&demand.when))
        .enumerate()
        .map(|(index, demand)| vec![label((index + 1).to_string()), point(input, playbook, demand)])
        .collect();
    if !rows.is_empty() {
        let columns = vec![Column::of(Width::Fixed(20.0)), Column::of(Width::Share(1.0))];
        blocks.push(Block::Table(Table { columns, head: Vec::new(), rows }));
    }
    blocks
}

/// A demand and its grounds.
fn point(input: &PacketInput<'_>, playbook: &Playbook, demand: &Demand) -> Cell {
    let words = input.words;
    let mut cell = vec![Paragraph::of(Role::Body, demand.text.of(input.language))];
    let known = demand.facts.iter().filter_map(|fact| playbook.fact(fact.as_str()));
    let grounds: Vec<&str> = known.filter(|f| f.confidence == Confidence::A).map(|f| f.source.as_str()).collect();
    if !grounds.is_empty() {
        let list = grounds.join(&words.say("packet-separator"));
        cell.push(Paragraph::of(Role::Quiet, words.say_with("packet-claim-ground", &[("source", &list)])));
    }
    cell
}
