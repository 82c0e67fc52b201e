//! The catalogue of the exhibits, as a court or a regulator knows it: by groups, with source, purpose, form and pages,
//! their totals, and room for signatures. Each line leads to the pages of its exhibit.

use super::{caption, facts, named, parties, value};
use crate::input::{Exhibit, PacketInput};
use crate::model::{Anchor, Block, Cell, Column, Paragraph, Role, Signature, Span, Table, Width};
use crate::prepare::Stock;
use recourse_domain::{Evidence, MediaType};
use recourse_rulebook::kinds::{self, Group};
use recourse_rulebook::{Words, format};

/// Groups in the order of a catalogue; what has no kind comes last.
const GROUPS: [Option<Group>; 6] = [
    Some(Group::Subject),
    Some(Group::Transaction),
    Some(Group::Settlement),
    Some(Group::Communication),
    Some(Group::Loss),
    None,
];

pub(super) fn blocks(input: &PacketInput<'_>, stock: &Stock) -> Vec<Block> {
    let words = input.words;
    if input.exhibits.is_empty() {
        return vec![super::paragraph(Role::Label, words.say("packet-no-evidence"))];
    }
    let mut rows = Vec::new();
    let mut groups = 0;
    for group in GROUPS {
        let of_group: Vec<&Exhibit<'_>> = input.exhibits.iter().filter(|e| group_of(e.evidence) == group).collect();
        if of_group.is_empty() {
            continue;
        }
        groups += 1;
        rows.push(vec![heading(groups, group, words)]);
        rows.extend(of_group.into_iter().map(|exhibit| row(input, exhibit.evidence)));
    }
    let columns = vec![
        Column::of(Width::Fixed(28.0)),
        Column::of(Width::Share(1.0)),
        Column::of(Width::Fixed(54.0)),
        Column::of(Width::Share(1.35)),
        Column::of(Width::Fixed(46.0)),
        Column::figures(Width::Fixed(40.0)),
    ];
    let head = ["label", "name", "source", "purpose", "form", "pages"]
        .map(|key| words.say(&format!("packet-index-{key}")))
        .to_vec();
    vec![
        facts(submitted(input)),
        Block::Gap(10.0),
        Block::Table(Table { columns, head, rows }),
        Block::Gap(6.0),
        total(input, stock, groups),
        Block::Signatures(vec![signature("submitter", words), signature("receiver", words)]),
    ]
}

/// Who submits what to whom against whom.
fn submitted(input: &PacketInput<'_>) -> Vec<(String, Cell)> {
    let words = input.words;
    vec![
        (words.say("packet-case-title"), value(words, &input.case.title)),
        (words.say("packet-submitter"), value(words, &input.merchant.name)),
        (words.say("packet-counterparty"), parties(input)),
        (words.say("packet-channel"), value(words, &named(words, "channel", input.channel.id.as_str()))),
    ]
}

fn group_of(evidence: &Evidence) -> Option<Group> {
    evidence.kind.as_ref().and_then(|kind| kinds::get(kind.as_str()).ok()).map(|kind| kind.group)
}

fn heading(number: u32, group: Option<Group>, words: &Words) -> Cell {
    let name = words.say(&format!("packet-group-{}", group.map_or("other", Group::as_str)));
    let text = words.say_with("packet-index-group", &[("number", &number.to_string()), ("name", &name)]);
    vec![Paragraph::of(Role::Strong, text)]
}

fn row(input: &PacketInput<'_>, evidence: &Evidence) -> Vec<Cell> {
    let words = input.words;
    let anchor = Anchor::Exhibit(evidence.number);
    let own = Span::text(Role::Strong, evidence.label()).linking(anchor);
    let mut name = vec![Paragraph::of(Role::Body, name(evidence, words))];
    let at = |key: &str, at| Paragraph::of(Role::Quiet, words.say_with(key, &[("at", &format::moment_short(at))]));
    name.push(match evidence.captured_at {
        Some(captured) => at("packet-index-captured", captured),
        None => at("packet-index-added", evidence.added_at),
    });
    vec![
        vec![Paragraph { spans: vec![own] }],
        name,
        vec![Paragraph::of(Role::Quiet, named(words, "source", evidence.source.as_str()))],
        value(words, &purpose(input, evidence)),
        vec![Paragraph::of(Role::Quiet, words.say(form(evidence.media_type)))],
        vec![Paragraph { spans: vec![Span::pages(Role::Body, anchor)] }],
    ]
}

/// Its kind; without one, the words or the file by which the owner knows it.
fn name(evidence: &Evidence, words: &Words) -> String {
    match &evidence.kind {
        Some(kind) => named(words, "evidence-kind", kind.as_str()),
        None => caption(evidence, words),
    }
}

/// What it proves: the owner's words, else what the playbook says of its kind.
fn purpose(input: &PacketInput<'_>, evidence: &Evidence) -> String {
    let own = evidence.caption.trim();
    if !own.is_empty() {
        return own.to_owned();
    }
    let kind = evidence.kind.as_ref();
    let playbook = input.book.get(input.case.playbook.as_str()).ok();
    let asked = kind.and_then(|kind| playbook.and_then(|p| p.asked(kind.as_str())));
    asked.map(|asked| asked.proves.of(input.language).to_owned()).unwrap_or_default()
}

fn form(media: MediaType) -> &'static str {
    match media {
        MediaType::Pdf => "packet-form-pdf",
        drawn if drawn.is_drawn() => "packet-form-image",
        other => match other.as_str().split('/').next() {
            Some("image") => "packet-form-image",
            Some("audio") => "packet-form-audio",
            Some("video") => "packet-form-video",
            _ => "packet-form-file",
        },
    }
}

fn total(input: &PacketInput<'_>, stock: &Stock, groups: u32) -> Block {
    // What cannot be drawn has a page that says so.
    let pages: usize = stock.exhibits.iter().map(|e| if e.notice.is_some() { 1 } else { e.plates.len() }).sum();
    let text = input.words.say_with(
        "packet-index-total",
        &[
            ("groups", &groups.to_string()),
            ("exhibits", &input.exhibits.len().to_string()),
            ("pages", &pages.to_string()),
        ],
    );
    Block::Paragraph(Paragraph::of(Role::Strong, text))
}

fn signature(who: &str, words: &Words) -> Signature {
    Signature {
        who: words.say(&format!("packet-signature-{who}")),
        date: words.say(&format!("packet-signature-{who}-date")),
    }
}
