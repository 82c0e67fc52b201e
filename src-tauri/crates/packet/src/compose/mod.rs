//! Case, shop, journal and exhibits into the content of a packet. Words come from the locales; nothing is laid out.
//!
//! What is not on record is said to be so; nothing is guessed and nothing is left blank.

mod catalogue;
mod claim;
mod cover;
mod exhibits;
mod summary;
mod timeline;
mod transactions;
mod verification;

use crate::finding::Finding;
use crate::finish::{About, Bookmark};
use crate::input::PacketInput;
use crate::layout::Numbers;
use crate::model::{
    Anchor, Block, Cell, Column, Content, Opening, Paragraph, Role, Section, SectionId, Span, Table, Width,
};
use crate::prepare::Stock;
use crate::text::clean;
use recourse_domain::Evidence;
use recourse_rulebook::Words;

/// Longest caption in a bookmark, in characters.
const BOOKMARK_CAPTION: usize = 60;
/// Width of the names of facts.
const LABEL_WIDTH: f32 = 112.0;

/// The content of a packet. `findings` are those that are known so far; some of them are printed.
pub(crate) fn compose(input: &PacketInput<'_>, stock: &Stock, findings: &[Finding]) -> Content {
    let words = input.words;
    let section = |id: SectionId, opening: Opening, blocks: Vec<Block>| Section {
        id,
        title: words.say(title_key(id)),
        opening,
        blocks,
    };
    let mut sections = vec![
        section(SectionId::Summary, Opening::NewPage, summary::blocks(input)),
        section(SectionId::Transactions, Opening::Flowing, transactions::blocks(input)),
    ];
    let claim = claim::blocks(input);
    if !claim.is_empty() {
        sections.push(section(SectionId::Claim, Opening::Flowing, claim));
    }
    sections.push(section(SectionId::Timeline, Opening::Flowing, timeline::blocks(input)));
    let opening = if input.exhibits.is_empty() { Opening::Flowing } else { Opening::NewPage };
    sections.push(section(SectionId::Index, opening, catalogue::blocks(input, stock)));
    let pages = exhibits::pages(input, stock);
    if !pages.is_empty() {
        sections.push(section(SectionId::Exhibits, Opening::NewPage, pages));
    }
    sections.push(section(SectionId::Verification, Opening::NewPage, verification::blocks(input, findings)));
    let cover = cover::blocks(input, &sections);
    sections.insert(0, section(SectionId::Cover, Opening::Bare, cover));
    let footer = words.say_with("packet-footer", &[("number", &input.case.number), ("merchant", &merchant(input))]);
    let captions = input.exhibits.iter().map(|e| (e.evidence.number, caption(e.evidence, words))).collect();
    Content { title: title(input), footer, sections, exhibits: captions }
}

/// What the document says about itself.
pub(crate) fn about(input: &PacketInput<'_>) -> About {
    let words = input.words;
    let version = [("version", input.app_version)];
    let subject = words.say_with("packet-subject", &[("number", &input.case.number), ("playbook", &playbook(input))]);
    About {
        title: clean(&title(input)),
        author: clean(&merchant(input)),
        subject: clean(&subject),
        creator: words.say_with("packet-creator", &version),
        language: input.language.as_str().to_owned(),
        date: input.as_of,
    }
}

/// The bookmark pane: sections, and below the exhibits each of them, all with their page numbers.
pub(crate) fn bookmarks(content: &Content, numbers: &Numbers, words: &Words) -> Vec<Bookmark> {
    let entry = |title: &str, anchor: Anchor| Bookmark {
        title: clean(&words.say_with("packet-bookmark", &[("title", title), ("page", &numbers.words(anchor))])),
        page: numbers.first(anchor),
        below: Vec::new(),
    };
    let exhibits = || {
        content.exhibits.iter().map(|(number, caption)| {
            let mut short: String = caption.chars().take(BOOKMARK_CAPTION).collect();
            if short.len() < caption.len() {
                short.push('…');
            }
            entry(&format!("E{number} {short}"), Anchor::Exhibit(*number))
        })
    };
    content
        .sections
        .iter()
        .map(|section| {
            let mut bookmark = entry(&section.title, Anchor::Section(section.id));
            if section.id == SectionId::Exhibits {
                bookmark.below = exhibits().collect();
            }
            bookmark
        })
        .collect()
}

fn title_key(id: SectionId) -> &'static str {
    match id {
        SectionId::Cover => "packet-section-cover",
        SectionId::Summary => "packet-section-summary",
        SectionId::Transactions => "packet-section-transactions",
        SectionId::Claim => "packet-section-claim",
        SectionId::Timeline => "packet-section-timeline",
        SectionId::Index => "packet-section-index",
        SectionId::Exhibits => "packet-section-exhibits",
        SectionId::Verification => "packet-section-verification",
    }
}

fn title(input: &PacketInput<'_>) -> String {
    input.words.say_with("packet-title", &[("number", &input.case.number), ("title", &input.case.title)])
}

fn merchant(input: &PacketInput<'_>) -> String {
    input.words.or_not_on_record(&input.merchant.name)
}

fn playbook(input: &PacketInput<'_>) -> String {
    input.book.title(input.case.playbook.as_str(), input.language)
}

/// One line for each counterparty: name and role.
fn parties(input: &PacketInput<'_>) -> Cell {
    if input.case.parties.is_empty() {
        return value(input.words, "");
    }
    let line = |party: &recourse_domain::Party| Paragraph {
        spans: vec![
            Span::text(Role::Body, format!("{}  ", party.name)),
            Span::text(Role::Quiet, named(input.words, "role", party.role.as_str())),
        ],
    };
    input.case.parties.iter().map(line).collect()
}

/// The words for a key such as a stage or a kind of proof; the key itself where there are none.
fn named(words: &Words, prefix: &str, id: &str) -> String {
    let key = format!("{prefix}-{id}");
    if words.knows(&key) { words.say(&key) } else { id.to_owned() }
}

/// What an exhibit shows: the owner's words, else its kind, else the name of its file.
fn caption(evidence: &Evidence, words: &Words) -> String {
    let own = evidence.caption.trim();
    match &evidence.kind {
        _ if !own.is_empty() => own.to_owned(),
        Some(kind) => named(words, "evidence-kind", kind.as_str()),
        None => evidence.original_name.clone(),
    }
}

/// A cell of running text; what is not on record is said in grey.
fn value(words: &Words, text: &str) -> Cell {
    if text.trim().is_empty() {
        vec![Paragraph::of(Role::Label, words.say("not-on-record"))]
    } else {
        vec![Paragraph::of(Role::Body, text)]
    }
}

fn label(text: impl Into<String>) -> Cell {
    vec![Paragraph::of(Role::Label, text)]
}

/// Facts one below the other: name and value.
fn facts(rows: Vec<(String, Cell)>) -> Block {
    let columns = vec![Column::of(Width::Fixed(LABEL_WIDTH)), Column::of(Width::Share(1.0))];
    let rows = rows.into_iter().map(|(name, value)| vec![label(name), value]).collect();
    Block::Table(Table { columns, head: Vec::new(), rows })
}

fn paragraph(role: Role, text: impl Into<String>) -> Block {
    Block::Paragraph(Paragraph::of(role, text))
}
