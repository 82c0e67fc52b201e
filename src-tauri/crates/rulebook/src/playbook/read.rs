//! A playbook file (format 1) into its model, with every flaw of its form.

use super::check;
use super::flaw::{Fault, Flaw};
use super::model::Playbook;
use super::place::{self, Turn};
use super::sections;
use super::terms::About;
use super::tree::{Finds, Part};
use toml::de::DeTable;

/// Largest playbook file in bytes: as much as the shop's own may have.
pub const SIZE_LIMIT: usize = recourse_domain::shop::PLAYBOOK_LIMIT;

/// Who wrote the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Trust {
    /// Shipped: both languages everywhere, and steps in every phase that all cases go through.
    Shipped,
    /// The shop itself: one language is enough.
    Owner,
}

/// Reads and checks a playbook. `file` is only the name that faults carry.
///
/// # Errors
/// Every fault found, in the order of lines.
pub fn read(file: &str, text: &str, trust: Trust) -> Result<Playbook, Vec<Fault>> {
    let faults = |mut flaws: Vec<(usize, Flaw)>| {
        flaws.sort_by_key(|(byte, _)| *byte);
        flaws.into_iter().map(|(byte, flaw)| Fault::at(file, text, byte, flaw)).collect::<Vec<_>>()
    };
    if text.len() > SIZE_LIMIT {
        return Err(faults(vec![(0, Flaw::TooLarge(SIZE_LIMIT))]));
    }
    let (document, broken) = DeTable::parse_recoverable(text);
    if !broken.is_empty() {
        let flaws = broken
            .iter()
            .map(|error| (error.span().map_or(0, |span| span.start), Flaw::Syntax(error.message().to_owned())));
        return Err(faults(flaws.collect()));
    }
    let format = document.get_ref().get("format").and_then(|value| value.get_ref().as_integer());
    if let Some(other) = format.filter(|format| format.as_str() != FORMAT) {
        let at = place::byte(document.get_ref(), &[Turn::Key("format")]);
        return Err(faults(vec![(at, Flaw::Format(other.to_string()))]));
    }
    let mut finds = Finds::new(trust == Trust::Shipped);
    let playbook = whole(&mut finds, document.get_ref());
    if let Some(playbook) = playbook.as_ref().filter(|_| !finds.lost) {
        let found = check::check(playbook, trust);
        finds.flaws.extend(found.into_iter().map(|(at, flaw)| (place::byte(document.get_ref(), &at), flaw)));
    }
    match playbook {
        Some(playbook) if finds.flaws.is_empty() => Ok(playbook),
        _ => Err(faults(finds.flaws)),
    }
}

/// The format that this version reads and writes.
pub const FORMAT: &str = "1";

fn whole(f: &mut Finds, document: &DeTable<'_>) -> Option<Playbook> {
    let mut t = Part::new(document, "playbook", 0);
    t.number(f, "format", 1, 1);
    let id = t.id(f, "id");
    let revision = t.number(f, "revision", 1, u32::MAX);
    let about = t.term(f, "about", About::named, &About::names());
    let needs_transaction = t.flag(f, "needs_transaction", None);
    let title = t.text(f, "title");
    let summary = t.text(f, "summary");
    let details = t.ids(f, "details");
    let source = t.plain(f, "source");
    let confidence = t.confidence(f);
    let checked_on = t.date(f, "checked_on");
    let facts = sections::each(f, &mut t, "fact", sections::fact);
    let symptoms = sections::each(f, &mut t, "symptom", sections::symptom);
    let questions = sections::each(f, &mut t, "question", sections::question);
    let steps = sections::each(f, &mut t, "step", sections::step);
    let evidence = sections::each(f, &mut t, "evidence", sections::evidence);
    let demands = sections::each(f, &mut t, "demand", sections::demand);
    let call = sections::one(f, &mut t, "call", sections::call);
    let customer = sections::one(f, &mut t, "customer", sections::customer);
    let ladder = sections::each(f, &mut t, "ladder", sections::rung);
    let outcomes = sections::each(f, &mut t, "outcome", sections::outcome);
    let prevention = sections::each(f, &mut t, "prevention", sections::prevention);
    let compliance = sections::each(f, &mut t, "compliance", sections::compliance);
    t.finish(f);
    Some(Playbook {
        id: id?,
        revision,
        about: about?,
        needs_transaction,
        title,
        summary,
        details,
        source,
        confidence,
        checked_on,
        facts,
        symptoms,
        questions,
        steps,
        evidence,
        demands,
        call,
        customer,
        ladder,
        outcomes,
        prevention,
        compliance,
    })
}
