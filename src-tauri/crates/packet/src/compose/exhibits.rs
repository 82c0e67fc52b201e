//! The pages of the exhibits.

use super::{caption, named};
use crate::input::PacketInput;
use crate::model::{Block, ExhibitContent, ExhibitPage, Paragraph, Role};
use crate::prepare::Stock;
use recourse_domain::Evidence;
use recourse_rulebook::{Words, format};

/// Every page of every exhibit; one page with words for an exhibit that cannot be drawn.
pub(super) fn pages(input: &PacketInput<'_>, stock: &Stock) -> Vec<Block> {
    let words = input.words;
    let mut blocks = Vec::new();
    for (exhibit, prepared) in input.exhibits.iter().zip(&stock.exhibits) {
        let evidence = exhibit.evidence;
        let mut with_size = origin(evidence, words);
        with_size.push(format::bytes(evidence.bytes));
        let page = |part: String, content: ExhibitContent| {
            Block::Exhibit(ExhibitPage {
                number: evidence.number,
                label: evidence.label(),
                caption: caption(evidence, words),
                part,
                notes: vec![
                    Paragraph::of(Role::Quiet, joined(&with_size, words)),
                    Paragraph::of(Role::Quiet, moments(evidence, words)),
                    Paragraph::of(Role::Hash, hash(evidence, words)),
                ],
                content,
            })
        };
        if let Some(reason) = prepared.notice {
            let key = format!("packet-notice-{reason}");
            let key = if words.knows(&key) { key } else { "packet-notice-other".to_owned() };
            blocks.push(page(String::new(), ExhibitContent::Notice(words.say(&key))));
            continue;
        }
        let total = prepared.plates.len().to_string();
        for (index, plate) in prepared.plates.clone().enumerate() {
            let Some(drawn) = stock.plates.get(plate) else { continue };
            let part = if prepared.plates.len() == 1 {
                String::new()
            } else {
                words.say_with("packet-exhibit-part", &[("page", &(index + 1).to_string()), ("total", &total)])
            };
            let (width_pt, height_pt) = (drawn.width_pt, drawn.height_pt);
            blocks.push(page(part, ExhibitContent::Plate { plate, width_pt, height_pt }));
        }
    }
    blocks
}

/// Kind, source and name of the file.
fn origin(evidence: &Evidence, words: &Words) -> Vec<String> {
    let kind = evidence.kind.as_ref().map(|k| named(words, "evidence-kind", k.as_str()));
    let source = named(words, "source", evidence.source.as_str());
    let source = words.say_with("packet-exhibit-source", &[("source", &source)]);
    let file = words.say_with("packet-exhibit-file", &[("file", &evidence.original_name)]);
    kind.into_iter().chain([source, file]).collect()
}

/// Parts of one line.
fn joined(parts: &[String], words: &Words) -> String {
    parts.join(&words.say("packet-separator"))
}

fn hash(evidence: &Evidence, words: &Words) -> String {
    words.say_with("packet-hash", &[("sha256", evidence.sha256.as_str())])
}

fn moments(evidence: &Evidence, words: &Words) -> String {
    let part = |key: &str, at| words.say_with(key, &[("at", &format::moment(at, words))]);
    let captured = evidence.captured_at.map(|at| part("packet-exhibit-captured", at));
    let parts: Vec<String> = captured.into_iter().chain([part("packet-exhibit-added", evidence.added_at)]).collect();
    joined(&parts, words)
}
