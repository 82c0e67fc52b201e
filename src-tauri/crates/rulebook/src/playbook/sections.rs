//! The parts of a playbook file, each read into its model.

use super::flaw::Flaw;
use super::model::{
    CallScript, Choice, Compliance, Condition, CustomerScript, Demand, EvidenceAsked, Fact, PlaybookOutcome,
    Prevention, Question, Rung, Step, Symptom,
};
use super::terms::{Need, Phase, QuestionKind, Role, SHOP_ROLES};
use super::tree::{Finds, Part};
use recourse_domain::task::{MONTHS_LIMIT, TASK_KINDS};
use recourse_domain::{Key, Outcome};

/// Every part of a list, without those that have no name.
pub(super) fn each<'d, T>(
    f: &mut Finds,
    whole: &mut Part<'d>,
    key: &'static str,
    read: impl Fn(&mut Finds, &mut Part<'d>) -> Option<T>,
) -> Vec<T> {
    let parts = whole.parts(f, key);
    let read = parts.into_iter().filter_map(|mut part| {
        let item = read(f, &mut part);
        part.finish(f);
        item
    });
    read.collect()
}

/// A part that must be there once.
pub(super) fn one<'d, T: Default>(
    f: &mut Finds,
    whole: &mut Part<'d>,
    key: &'static str,
    read: impl Fn(&mut Finds, &mut Part<'d>) -> T,
) -> T {
    let Some(mut part) = whole.part(f, key) else { return T::default() };
    let item = read(f, &mut part);
    part.finish(f);
    item
}

pub(super) fn fact(f: &mut Finds, t: &mut Part<'_>) -> Option<Fact> {
    let id = t.id(f, "id");
    let text = t.text(f, "text");
    let source = t.plain(f, "source");
    let confidence = t.confidence(f);
    let checked_on = t.date(f, "checked_on");
    Some(Fact { id: id?, text, source, confidence, checked_on })
}

pub(super) fn symptom(f: &mut Finds, t: &mut Part<'_>) -> Option<Symptom> {
    let id = t.id(f, "id");
    let text = t.text(f, "text");
    let screen = t.plains(f, "screen");
    let codes = t.plains(f, "codes");
    Some(Symptom { id: id?, text, screen, codes })
}

pub(super) fn question(f: &mut Finds, t: &mut Part<'_>) -> Option<Question> {
    let id = t.id(f, "id");
    let kind = t.term(f, "kind", QuestionKind::named, &QuestionKind::names());
    let text = t.text(f, "text");
    let why = t.text_if_any(f, "why");
    let hint = t.text_if_any(f, "hint");
    let choices = each(f, t, "choices", |f, t| {
        let id = t.id(f, "id");
        let text = t.text(f, "text");
        Some(Choice { id: id?, text })
    });
    let optional = t.flag(f, "optional", Some(false));
    let when = when(f, t);
    Some(Question { id: id?, kind: kind?, text, why, hint, choices, optional, when })
}

fn when(f: &mut Finds, t: &mut Part<'_>) -> Vec<Condition> {
    each(f, t, "when", |f, t| {
        let question = t.id(f, "question");
        let is = t.has("is").then(|| t.plains(f, "is"));
        let is_not = t.has("is_not").then(|| t.plains(f, "is_not"));
        let answered = t.flag_if_any(f, "answered");
        let condition = match (is, is_not, answered) {
            (Some(values), None, None) if !values.is_empty() => Condition::Is(question?, values),
            (None, Some(values), None) if !values.is_empty() => Condition::IsNot(question?, values),
            (None, None, Some(answered)) => Condition::Answered(question?, answered),
            _ => {
                f.add(t.at(), Flaw::ConditionUnclear);
                f.lost = true;
                return None;
            }
        };
        Some(condition)
    })
}

pub(super) fn step(f: &mut Finds, t: &mut Part<'_>) -> Option<Step> {
    let id = t.id(f, "id");
    let phase = t.term(f, "phase", Phase::named, &Phase::names());
    let title = t.text(f, "title");
    let why = t.text(f, "why");
    let record = t.text_if_any(f, "record");
    let never = t.texts(f, "never");
    let urgent = t.flag(f, "urgent", Some(false));
    let optional = t.flag(f, "optional", Some(false));
    let when = when(f, t);
    let after = t.ids(f, "after");
    let questions = t.ids(f, "questions");
    let evidence = t.ids(f, "evidence");
    let details = t.ids(f, "details");
    let needs = t.terms(f, "needs", Need::named, &Need::names());
    let contact = t.term_if_any(f, "contact", Role::named, &Role::names());
    let facts = t.ids(f, "facts");
    Some(Step {
        id: id?,
        phase: phase?,
        title,
        why,
        record,
        never,
        urgent,
        optional,
        when,
        after,
        questions,
        evidence,
        details,
        needs,
        contact,
        facts,
    })
}

pub(super) fn evidence(f: &mut Finds, t: &mut Part<'_>) -> Option<EvidenceAsked> {
    let kind = t.id(f, "kind");
    let mandatory = t.flag(f, "mandatory", None);
    let when = when(f, t);
    let good = t.text(f, "good");
    let proves = t.text(f, "proves");
    let claims = t.ids(f, "claims");
    let never = t.text_if_any(f, "never");
    Some(EvidenceAsked { kind: kind?, mandatory, when, good, proves, claims, never })
}

pub(super) fn demand(f: &mut Finds, t: &mut Part<'_>) -> Option<Demand> {
    let id = t.id(f, "id");
    let text = t.text(f, "text");
    let when = when(f, t);
    let facts = t.ids(f, "facts");
    Some(Demand { id: id?, text, when, facts })
}

pub(super) fn call(f: &mut Finds, t: &mut Part<'_>) -> CallScript {
    CallScript {
        opening: t.text(f, "opening"),
        ask: t.texts(f, "ask"),
        note: t.texts(f, "note"),
        never: t.texts(f, "never"),
    }
}

pub(super) fn customer(f: &mut Finds, t: &mut Part<'_>) -> CustomerScript {
    CustomerScript { say: t.texts(f, "say"), ask: t.texts(f, "ask"), never: t.texts(f, "never") }
}

pub(super) fn rung(f: &mut Finds, t: &mut Part<'_>) -> Option<Rung> {
    let id = t.id(f, "id");
    let role = t.term(f, "role", Role::named, &Role::names());
    let what = t.text(f, "what");
    let move_on_when = t.text(f, "move_on_when");
    let can = t.text_if_any(f, "can");
    let cannot = t.text_if_any(f, "cannot");
    let when = when(f, t);
    let facts = t.ids(f, "facts");
    Some(Rung { id: id?, role: role?, what, move_on_when, can, cannot, when, facts })
}

pub(super) fn outcome(f: &mut Finds, t: &mut Part<'_>) -> Option<PlaybookOutcome> {
    let id = t.term(f, "id", |text| text.parse::<Outcome>().ok(), &Outcome::ALL.map(Outcome::as_str));
    let text = t.text(f, "text");
    Some(PlaybookOutcome { id: id?, text })
}

pub(super) fn prevention(f: &mut Finds, t: &mut Part<'_>) -> Option<Prevention> {
    let listed = |list: &'static [&'static str]| {
        move |text: &str| list.contains(&text).then(|| text.parse::<Key>().ok()).flatten()
    };
    let id = t.id(f, "id");
    let kind = t.term(f, "kind", listed(&TASK_KINDS), &TASK_KINDS);
    let text = t.text(f, "text");
    let who = t.term(f, "who", listed(&SHOP_ROLES), &SHOP_ROLES);
    let first_after_days = t.number(f, "first_after_days", 0, 3660);
    let every_months = t.number(f, "every_months", 0, MONTHS_LIMIT);
    Some(Prevention { id: id?, kind: kind?, text, who: who?, first_after_days, every_months })
}

pub(super) fn compliance(f: &mut Finds, t: &mut Part<'_>) -> Option<Compliance> {
    let id = t.id(f, "id");
    let text = t.text(f, "text");
    let facts = t.ids(f, "facts");
    Some(Compliance { id: id?, text, facts })
}
