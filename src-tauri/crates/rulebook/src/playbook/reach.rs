//! Whether everything conditional can ever be there, and whether anything waits for itself.
//!
//! All conditions of a part hold together, so what can be reached is decided question by question: which answers are left
//! once every condition has taken its own away. A condition that wants an answer brings along what the question itself
//! needs to be asked: its own conditions and those of the step that asks it.

use super::flaw::Flaw;
use super::model::{Condition, Playbook, Question};
use super::place::{Place, Turn, way};
use super::terms::QuestionKind;
use recourse_domain::Key;
use std::collections::{BTreeMap, BTreeSet};

/// Something that may have conditions: the list it stands in and its number there.
#[derive(Debug, Clone, Copy)]
pub(super) struct Part {
    pub(super) list: &'static str,
    pub(super) at: usize,
    what: &'static str,
}

/// Every part with its name and conditions.
pub(super) fn parts(p: &Playbook) -> Vec<(Part, &str, &[Condition])> {
    let mut all: Vec<(Part, &str, &[Condition])> = Vec::new();
    let part = |list, what, at| Part { list, at, what };
    all.extend(
        p.questions
            .iter()
            .enumerate()
            .map(|(n, x)| (part("question", "question", n), x.id.as_str(), x.when.as_slice())),
    );
    all.extend(p.steps.iter().enumerate().map(|(n, x)| (part("step", "step", n), x.id.as_str(), x.when.as_slice())));
    all.extend(
        p.evidence
            .iter()
            .enumerate()
            .map(|(n, x)| (part("evidence", "evidence", n), x.kind.as_str(), x.when.as_slice())),
    );
    all.extend(
        p.demands.iter().enumerate().map(|(n, x)| (part("demand", "demand", n), x.id.as_str(), x.when.as_slice())),
    );
    all.extend(p.ladder.iter().enumerate().map(|(n, x)| (part("ladder", "rung", n), x.id.as_str(), x.when.as_slice())));
    all
}

/// Tells of circles; where there is none, of what can never be reached.
pub(super) fn check(p: &Playbook, found: &mut Vec<(Place, Flaw)>) {
    let before = found.len();
    circles(p, found);
    if found.len() > before {
        return;
    }
    for (part, id, when) in parts(p) {
        let mut all: Vec<&Condition> = when.iter().collect();
        if part.list == "question" {
            all.extend(asking(p, id));
        }
        if !can_hold(p, all) {
            let place = if when.is_empty() { way![part.list, part.at] } else { way![part.list, part.at, "when"] };
            found.push((place, Flaw::Unreachable { what: part.what, id: id.to_owned() }));
        }
    }
}

/// Conditions of the step that asks a question.
fn asking<'p>(p: &'p Playbook, question: &str) -> &'p [Condition] {
    let step = p.steps.iter().find(|s| s.questions.iter().any(|q| q.as_str() == question));
    step.map_or(&[], |s| s.when.as_slice())
}

/// What answers are left to one question.
#[derive(Default)]
struct Left<'p> {
    only: Option<BTreeSet<&'p str>>,
    without: BTreeSet<&'p str>,
    must: bool,
    must_not: bool,
}

impl Left<'_> {
    fn any(&self, question: &Question) -> bool {
        if !self.must {
            return true;
        }
        let one = |value: &&str| !self.without.contains(value);
        let answer = match (&self.only, question.kind) {
            (Some(only), _) => only.iter().any(one),
            (None, QuestionKind::Choice) => question.choices.iter().any(|c| one(&c.id.as_str())),
            (None, QuestionKind::YesNo) => ["yes", "no"].iter().any(one),
            (None, _) => true,
        };
        answer && !self.must_not
    }
}

fn can_hold<'p>(p: &'p Playbook, conditions: Vec<&'p Condition>) -> bool {
    let mut left: BTreeMap<&str, Left<'_>> = BTreeMap::new();
    let mut waiting = conditions;
    while let Some(condition) = waiting.pop() {
        let question = condition.question().as_str();
        let entry = left.entry(question).or_default();
        let first_time = !entry.must;
        match condition {
            Condition::Is(_, values) => {
                let values: BTreeSet<&str> = values.iter().map(String::as_str).collect();
                let both = entry.only.take().map_or_else(|| values.clone(), |only| &only & &values);
                entry.only = Some(both);
                entry.must = true;
            }
            Condition::IsNot(_, values) => entry.without.extend(values.iter().map(String::as_str)),
            Condition::Answered(_, true) => entry.must = true,
            Condition::Answered(_, false) => entry.must_not = true,
        }
        if first_time && entry.must {
            waiting.extend(p.question(question).map_or(&[][..], |q| q.when.as_slice()));
            waiting.extend(asking(p, question));
        }
    }
    left.iter().all(|(question, left)| p.question(question).is_none_or(|q| left.any(q)))
}

fn circles(p: &Playbook, found: &mut Vec<(Place, Flaw)>) {
    let questions: Vec<(&str, Vec<&str>)> = p
        .questions
        .iter()
        .map(|q| {
            let when = q.when.iter().chain(asking(p, q.id.as_str()));
            (q.id.as_str(), when.map(|c| c.question().as_str()).collect())
        })
        .collect();
    for at in in_circle(&questions) {
        let Some(question) = p.questions.get(at) else { continue };
        let home = p.steps.iter().position(|s| s.questions.contains(&question.id)).filter(|_| question.when.is_empty());
        // Where the question itself has no condition, the step that asks it has the one that closes the circle.
        let place = home.map_or_else(|| way!["question", at, "when"], |step| way!["step", step, "when"]);
        found.push((place, Flaw::Circle { what: "question", id: question.id.to_string() }));
    }
    let steps: Vec<(&str, Vec<&str>)> =
        p.steps.iter().map(|s| (s.id.as_str(), s.after.iter().map(Key::as_str).collect())).collect();
    for at in in_circle(&steps) {
        let Some(step) = p.steps.get(at) else { continue };
        let place = vec![Turn::Key("step"), Turn::Item(at), Turn::Key("after")];
        found.push((place, Flaw::Circle { what: "step", id: step.id.to_string() }));
    }
}

/// Numbers of those that lead back to themselves.
fn in_circle(all: &[(&str, Vec<&str>)]) -> Vec<usize> {
    let next: BTreeMap<&str, &[&str]> = all.iter().map(|(id, to)| (*id, to.as_slice())).collect();
    let leads_back = |start: &str| {
        let mut met = BTreeSet::new();
        let mut waiting: Vec<&str> = next.get(start).map(|to| to.to_vec()).unwrap_or_default();
        while let Some(id) = waiting.pop() {
            if id == start {
                return true;
            }
            if met.insert(id) {
                waiting.extend(next.get(id).copied().unwrap_or_default());
            }
        }
        false
    };
    all.iter().enumerate().filter(|(_, (id, _))| leads_back(id)).map(|(at, _)| at).collect()
}
