//! What a playbook says must hold together: every name leads somewhere, every question is asked, every step can be reached.

use super::flaw::Flaw;
use super::model::{Condition, Playbook, Question};
use super::place::{Place, Turn, way};
use super::reach::{self, Part};
use super::read::Trust;
use super::terms::{BLANKS, Phase, QuestionKind};
use crate::answer;
use crate::kinds;
use crate::text::Text;
use crate::words::Language;
use recourse_domain::Key;
use std::collections::{BTreeMap, BTreeSet};

/// Prefixes of the names that the program gives to steps of its own.
const RESERVED: [&str; 2] = ["advance-", "gather-"];

type Found = Vec<(Place, Flaw)>;

/// Every flaw that is not one of form.
pub(super) fn check(playbook: &Playbook, trust: Trust) -> Found {
    let mut found = Vec::new();
    names(playbook, &mut found);
    steps(playbook, &mut found);
    conditions(playbook, &mut found);
    references(playbook, &mut found);
    opening(&playbook.call.opening, &mut found);
    if found.is_empty() {
        // On what names nothing that is missing only: else the same flaw would be told twice.
        reach::check(playbook, &mut found);
    }
    if trust == Trust::Shipped {
        for phase in [Phase::Confirm, Phase::Gather, Phase::Contact] {
            if !playbook.steps.iter().any(|s| s.phase == phase && s.when.is_empty()) {
                found.push((way!["step"], Flaw::PhaseEmpty(phase.as_str())));
            }
        }
    }
    found
}

fn once<'p>(found: &mut Found, list: &'static str, what: &'static str, ids: impl Iterator<Item = &'p str>) {
    let mut seen = BTreeSet::new();
    for (at, id) in ids.enumerate() {
        if !seen.insert(id) {
            let name = if list == "evidence" { "kind" } else { "id" };
            found.push((way![list, at, name], Flaw::Twice { what, id: id.to_owned() }));
        }
    }
}

fn names(p: &Playbook, found: &mut Found) {
    once(found, "fact", "fact", p.facts.iter().map(|x| x.id.as_str()));
    once(found, "symptom", "symptom", p.symptoms.iter().map(|x| x.id.as_str()));
    once(found, "question", "question", p.questions.iter().map(|x| x.id.as_str()));
    once(found, "step", "step", p.steps.iter().map(|x| x.id.as_str()));
    once(found, "evidence", "evidence", p.evidence.iter().map(|x| x.kind.as_str()));
    once(found, "demand", "demand", p.demands.iter().map(|x| x.id.as_str()));
    once(found, "ladder", "rung", p.ladder.iter().map(|x| x.id.as_str()));
    once(found, "outcome", "outcome", p.outcomes.iter().map(|x| x.id.as_str()));
    once(found, "prevention", "prevention", p.prevention.iter().map(|x| x.id.as_str()));
    once(found, "compliance", "compliance", p.compliance.iter().map(|x| x.id.as_str()));
    for (at, question) in p.questions.iter().enumerate() {
        let few = if question.kind == QuestionKind::Choice { 2..usize::MAX } else { 0..1 };
        if !few.contains(&question.choices.len()) {
            found.push((way!["question", at], Flaw::Choices(question.id.to_string())));
        }
        let mut seen = BTreeSet::new();
        for (choice_at, choice) in question.choices.iter().enumerate() {
            if !seen.insert(&choice.id) {
                let flaw = Flaw::Twice { what: "choice", id: choice.id.to_string() };
                found.push((way!["question", at, "choices", choice_at, "id"], flaw));
            }
        }
    }
    for (at, step) in p.steps.iter().enumerate() {
        let id = step.id.as_str();
        let own = id.strip_prefix("gather-").is_some_and(|kind| step.evidence.iter().any(|k| k.as_str() == kind));
        if !own && RESERVED.iter().any(|prefix| id.starts_with(prefix)) {
            found.push((way!["step", at, "id"], Flaw::Reserved(id.to_owned())));
        }
    }
}

fn steps(p: &Playbook, found: &mut Found) {
    let mut asked: BTreeMap<&str, usize> = BTreeMap::new();
    for (at, step) in p.steps.iter().enumerate() {
        for (item, question) in step.questions.iter().enumerate() {
            *asked.entry(question.as_str()).or_default() += 1;
            if asked.get(question.as_str()).is_some_and(|times| *times == 2) {
                let flaw = Flaw::AskedTwice(question.to_string());
                found.push((way!["step", at, "questions", item], flaw));
            }
        }
    }
    for (at, question) in p.questions.iter().enumerate() {
        if !asked.contains_key(question.id.as_str()) {
            found.push((way!["question", at], Flaw::NeverAsked(question.id.to_string())));
        }
    }
}

fn conditions(p: &Playbook, found: &mut Found) {
    for (part, _, when) in reach::parts(p) {
        for (item, condition) in when.iter().enumerate() {
            let here = |more: &[Turn]| {
                let mut place = part.place();
                place.extend([Turn::Key("when"), Turn::Item(item)]);
                place.extend_from_slice(more);
                place
            };
            let Some(question) = p.question(condition.question().as_str()) else {
                let flaw = Flaw::NotThere { what: "question", id: condition.question().to_string() };
                found.push((here(&[Turn::Key("question")]), flaw));
                continue;
            };
            let (key, values) = match condition {
                Condition::Is(_, values) => ("is", values),
                Condition::IsNot(_, values) => ("is_not", values),
                Condition::Answered(..) => continue,
            };
            for (value_at, value) in values.iter().enumerate().filter(|(_, value)| !possible(question, value)) {
                let flaw = Flaw::AnswerImpossible { question: question.id.to_string(), value: value.clone() };
                found.push((here(&[Turn::Key(key), Turn::Item(value_at)]), flaw));
            }
        }
    }
}

/// Only what an answer can be once it is in its normal form.
fn possible(question: &Question, value: &str) -> bool {
    answer::check(question, value).is_ok_and(|normal| normal == value)
}

fn references(p: &Playbook, found: &mut Found) {
    let mut must = |place: Place, key: &'static str, what: &'static str, ids: &[Key], known: &dyn Fn(&str) -> bool| {
        for (item, id) in ids.iter().enumerate().filter(|(_, id)| !known(id.as_str())) {
            let mut place = place.clone();
            place.extend([Turn::Key(key), Turn::Item(item)]);
            found.push((place, Flaw::NotThere { what, id: id.to_string() }));
        }
    };
    let fact = |id: &str| p.fact(id).is_some();
    for (at, step) in p.steps.iter().enumerate() {
        let here = || way!["step", at];
        must(here(), "after", "step", &step.after, &|id| p.step(id).is_some());
        must(here(), "questions", "question", &step.questions, &|id| p.question(id).is_some());
        must(here(), "evidence", "evidence", &step.evidence, &|id| p.asked(id).is_some());
        must(here(), "details", "detail", &step.details, &|id| p.details.iter().any(|d| d.as_str() == id));
        must(here(), "facts", "fact", &step.facts, &fact);
    }
    for (at, asked) in p.evidence.iter().enumerate() {
        must(way!["evidence", at], "claims", "demand", &asked.claims, &|id| p.demand(id).is_some());
    }
    for (at, demand) in p.demands.iter().enumerate() {
        must(way!["demand", at], "facts", "fact", &demand.facts, &fact);
    }
    for (at, rung) in p.ladder.iter().enumerate() {
        must(way!["ladder", at], "facts", "fact", &rung.facts, &fact);
    }
    for (at, note) in p.compliance.iter().enumerate() {
        must(way!["compliance", at], "facts", "fact", &note.facts, &fact);
    }
    for (at, asked) in p.evidence.iter().enumerate() {
        // Where the list itself cannot be read there is nothing to compare with; the self-check tells of that.
        if kinds::all().is_ok_and(|all| !all.iter().any(|kind| kind.id == asked.kind)) {
            let flaw = Flaw::NotThere { what: "evidence-kind", id: asked.kind.to_string() };
            found.push((way!["evidence", at, "kind"], flaw));
        }
    }
}

/// Blanks in braces must be ones that are filled.
fn opening(text: &Text, found: &mut Found) {
    for language in Language::ALL {
        let mut rest = text.written_in(language).unwrap_or_default();
        while let Some((_, after)) = rest.split_once('{') {
            let name = after.split('}').next().unwrap_or_default();
            if !BLANKS.contains(&name) {
                let place = way!["call", "opening", language.as_str()];
                found.push((place, Flaw::BlankUnknown(name.chars().take(40).collect())));
            }
            rest = after;
        }
    }
}

impl Part {
    /// Where it stands.
    pub(super) fn place(self) -> Place {
        way![self.list, self.at]
    }
}
