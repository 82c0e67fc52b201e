//! Hashes, how to check them without this program, where the journal stands, and what the packet could not show.

use super::{facts, paragraph, value};
use crate::finding::{Finding, FindingCode};
use crate::input::PacketInput;
use crate::model::Anchor;
use crate::model::{Block, Column, Paragraph, Role, Span, Table, Width};
use recourse_rulebook::format;

pub(super) fn blocks(input: &PacketInput<'_>, findings: &[Finding]) -> Vec<Block> {
    let words = input.words;
    let heading = |key: &str| Block::Heading(words.say(key));
    let mut blocks = vec![paragraph(Role::Body, words.say("packet-verify-intro"))];
    if !input.exhibits.is_empty() {
        blocks.push(Block::Gap(6.0));
        blocks.push(table(input));
        blocks.push(heading("packet-heading-how"));
        blocks.push(facts(
            ["windows", "mac", "linux"]
                .into_iter()
                .map(|system| {
                    let name = words.say(&format!("packet-verify-{system}"));
                    (name, value(words, &words.say(&format!("packet-verify-{system}-command"))))
                })
                .collect(),
        ));
    }
    blocks.push(heading("packet-heading-journal"));
    blocks.push(paragraph(Role::Body, words.say("packet-journal-intro")));
    let head = input.entries.last().map(|e| e.hash.clone()).unwrap_or_default();
    blocks.push(facts(vec![
        (words.say("packet-journal-seq"), value(words, &input.head_seq.to_string())),
        (words.say("packet-journal-hash"), vec![Paragraph::of(Role::Quiet, words.or_not_on_record(&head))]),
        (words.say("packet-as-of"), value(words, &format::moment(input.as_of, words))),
    ]));
    let printed: Vec<&Finding> = findings
        .iter()
        .filter(|f| FindingCode::ALL.iter().any(|code| code.as_str() == f.code && code.is_printed()))
        .collect();
    if !printed.is_empty() {
        blocks.push(heading("packet-heading-exceptions"));
        blocks.extend(printed.iter().map(|f| paragraph(Role::Body, printed_words(f, input))));
    }
    blocks
}

/// What the reader of the packet is told, which is not what its maker is told.
fn printed_words(finding: &Finding, input: &PacketInput<'_>) -> String {
    let values: Vec<(&str, &str)> = finding.params.iter().map(|(k, v)| (k.as_str(), v.as_str())).collect();
    input.words.say_with(&format!("packet-exception-{}", finding.code), &values)
}

fn table(input: &PacketInput<'_>) -> Block {
    let words = input.words;
    let rows = input
        .exhibits
        .iter()
        .map(|exhibit| {
            let evidence = exhibit.evidence;
            let label = Span::text(Role::Strong, evidence.label()).linking(Anchor::Exhibit(evidence.number));
            vec![
                vec![Paragraph { spans: vec![label] }],
                vec![
                    Paragraph::of(Role::Body, &evidence.original_name),
                    Paragraph::of(Role::Hash, evidence.sha256.as_str()),
                ],
                vec![Paragraph::of(Role::Body, evidence.bytes.to_string())],
            ]
        })
        .collect();
    let columns =
        vec![Column::of(Width::Fixed(34.0)), Column::of(Width::Share(1.0)), Column::figures(Width::Fixed(80.0))];
    let head = ["label", "file", "bytes"].map(|key| words.say(&format!("packet-verify-{key}"))).to_vec();
    Block::Table(Table { columns, head, rows })
}
