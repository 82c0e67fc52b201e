#![allow(clippy::unwrap_used, clippy::expect_used)]

use super::sample::{Sample, at, key};
use super::*;
use crate::book::Book;
use crate::playbook::{self, Playbook, QuestionKind, Trust};
use crate::words::{Language, Words};
use chrono::{DateTime, TimeDelta, Utc};
use proptest::prelude::*;
use recourse_domain::{Case, EventBody, Key, Outcome, Stage};

/// A small playbook with one of everything that the engine looks at.
pub(super) const SMALL: &str = include_str!("../../tests/playbooks/small.toml");

pub(super) fn small() -> Playbook {
    playbook::read("small.toml", SMALL, Trust::Shipped).expect("the sample is sound")
}

fn now() -> DateTime<Utc> {
    at().instant()
}

fn open(sample: &Sample, playbook: &Playbook) -> Vec<String> {
    guide(&sample.case, playbook, now()).open().into_iter().map(|step| step.id.clone()).collect()
}

fn readiness(case: &Case, playbook: &Playbook) -> Readiness {
    guide(case, playbook, now()).readiness
}

fn state(sample: &Sample, playbook: &Playbook, step: &str) -> State {
    let guide = guide(&sample.case, playbook, now());
    guide.steps.iter().find(|s| s.id == step).map_or(State::Open, |s| s.state)
}

#[test]
fn the_urgent_card_comes_first_and_what_waits_comes_after() {
    let (sample, playbook) = (Sample::of("small"), small());
    assert_eq!(
        open(&sample, &playbook),
        [
            "stop",
            "look",
            "record-transaction",
            "read-manual",
            "keep-photo",
            "gather-notice",
            "gather-chat-record",
            "call",
            "name-counterparty",
            "set-deadline",
            "build-packet",
            "hand-over-packet",
            "record-answer",
            "close-case",
        ]
    );
    let guide = guide(&sample.case, &playbook, now());
    let look = guide.steps.iter().find(|step| step.id == "look").unwrap();
    assert_eq!(look.blocked_by, ["stop"]);
    assert_eq!(guide.steps.iter().find(|step| step.id == "stop").unwrap().urgency, Urgency::Today);
    let build = guide.steps.iter().find(|step| step.id == "build-packet").unwrap();
    assert_eq!(build.blocked_by, ["record-transaction", "keep-photo", "gather-notice", "name-counterparty"]);
}

#[test]
fn a_card_is_done_by_what_it_asks_for_and_by_a_mark() {
    let (mut sample, playbook) = (Sample::of("small"), small());
    assert_eq!(state(&sample, &playbook, "look"), State::Open);
    sample.answer("status", "success");
    assert_eq!(state(&sample, &playbook, "look"), State::Open, "the particular is missing");
    sample.detail("screen-text");
    assert_eq!(state(&sample, &playbook, "look"), State::Done);
    sample.answer("status", "perhaps");
    assert_eq!(state(&sample, &playbook, "look"), State::Open, "what does not fit is no answer");
    assert_eq!(state(&sample, &playbook, "stop"), State::Open, "asks for nothing, so it waits for a mark");
    sample.done("stop");
    assert_eq!(state(&sample, &playbook, "stop"), State::Done);
    sample.skip("keep-photo");
    assert_eq!(state(&sample, &playbook, "keep-photo"), State::Skipped);
    sample.exhibit("terminal-photo");
    assert_eq!(state(&sample, &playbook, "keep-photo"), State::Done, "it came after all");
}

#[test]
fn an_answer_brings_cards_and_takes_them_away() {
    let (mut sample, playbook) = (Sample::of("small"), small());
    assert!(!open(&sample, &playbook).contains(&"trace".to_owned()));
    sample.answer("status", "failed").answer("again", "yes");
    assert!(open(&sample, &playbook).contains(&"trace".to_owned()));
    let asked = |sample: &Sample| {
        let guide = guide(&sample.case, &playbook, now());
        (guide.answers.given("again").map(str::to_owned), guide.demands.len())
    };
    assert_eq!(asked(&sample), (Some("yes".to_owned()), 2));
    // The second question is asked only after a failure; its answer stays on record and counts no more.
    sample.answer("status", "success");
    assert!(!open(&sample, &playbook).contains(&"trace".to_owned()));
    assert_eq!(asked(&sample), (None, 1));
    assert_eq!(sample.case.answers.len(), 2);
    sample.answer("status", "failed");
    assert_eq!(asked(&sample), (Some("yes".to_owned()), 2));
}

#[test]
fn the_case_moves_on_once_what_is_needed_is_done() {
    let (mut sample, playbook) = (Sample::of("small"), small());
    sample.done("stop").done("look").transaction();
    let words = Words::of(Language::ZhCn);
    let first = |sample: &Sample| {
        let guide = guide(&sample.case, &playbook, now());
        let step = guide.open()[0].clone();
        (step.id.clone(), step.title(words), step.stage)
    };
    assert_eq!(
        first(&sample),
        ("advance-gather".to_owned(), "进入下一阶段：收集".to_owned(), Some(Stage::Gather)),
        "the optional card does not hold it back"
    );
    sample.stage(Stage::Gather);
    assert_eq!(first(&sample).0, "keep-photo");
    assert_eq!(open(&sample, &playbook).last().map(String::as_str), Some("read-manual"), "left behind, so last");
    sample.stage(Stage::Confirm).skip("advance-gather");
    assert_eq!(first(&sample).0, "read-manual", "nobody is told twice");
}

#[test]
fn closing_is_the_last_card_and_only_closing_does_it() {
    let (mut sample, playbook) = (Sample::of("small"), small());
    let all: Vec<String> = open(&sample, &playbook);
    for step in &all {
        sample.skip(step);
    }
    sample.stage(Stage::FollowUp);
    assert_eq!(open(&sample, &playbook), ["close-case"]);
    sample.now(EventBody::CaseClosed { outcome: Outcome::Withdrawn, recovered: None });
    assert!(open(&sample, &playbook).is_empty());
    assert_eq!(state(&sample, &playbook, "close-case"), State::Done);
}

#[test]
fn readiness_says_what_is_missing_for_which_demand_and_why() {
    let (mut sample, playbook) = (Sample::of("small"), small());
    let ready = readiness(&sample.case, &playbook);
    let missing: Vec<_> = ready.missing.iter().map(|m| (m.what, m.evidence_kind.as_ref().map(Key::as_str))).collect();
    assert_eq!(
        missing,
        [
            ("transaction", None),
            ("evidence", Some("terminal-photo")),
            ("evidence", Some("notice")),
            ("counterparty", None)
        ]
    );
    assert_eq!(ready.score, 0);
    assert_eq!(ready.missing[1].claims, [key("state")]);
    sample.transaction().party().exhibit("notice").skip("keep-photo");
    let ready = readiness(&sample.case, &playbook);
    assert_eq!(ready.score, 75);
    assert_eq!(ready.missing[0].skipped.as_deref(), Some("没有"));
    sample.exhibit("terminal-photo");
    assert_eq!(readiness(&sample.case, &playbook), Readiness { score: 100, missing: Vec::new() });
}

#[test]
fn a_date_presses_on_every_card() {
    let (mut sample, playbook) = (Sample::of("small"), small());
    let last = |sample: &Sample, now| guide(&sample.case, &playbook, now).open().last().map(|step| step.urgency);
    assert_eq!(last(&sample, now()), Some(Urgency::Later));
    sample.deadline("2026-03-06");
    assert_eq!(last(&sample, now()), Some(Urgency::Soon));
    assert_eq!(last(&sample, now() + TimeDelta::hours(20)), Some(Urgency::Today));
    assert_eq!(last(&sample, now() + TimeDelta::days(2)), Some(Urgency::Overdue));
}

#[test]
fn the_playbooks_own_card_stands_for_the_one_every_case_has() {
    let own = SMALL.replace("id = \"call\"\n", "id = \"call\"\nneeds = [\"counterparty\"]\n");
    let playbook = playbook::read("small.toml", &own, Trust::Shipped).unwrap();
    let steps = open(&Sample::of("small"), &playbook);
    assert!(!steps.contains(&"name-counterparty".to_owned()) && steps.contains(&"call".to_owned()));
}

/// Everything a person can do to a case, by a number.
fn happen(sample: &mut Sample, playbook: &Playbook, what: u8, which: usize) {
    let open = guide(&sample.case, playbook, now()).open().first().map(|step| step.id.clone());
    let all: Vec<String> = guide(&sample.case, playbook, now()).steps.iter().map(|step| step.id.clone()).collect();
    let any = all.get(which % all.len().max(1)).cloned();
    match what % 12 {
        0 | 1 => {
            if let Some(question) = playbook.questions.get(which % playbook.questions.len().max(1)) {
                let value = match question.kind {
                    QuestionKind::Choice => question.choices[which % question.choices.len()].id.to_string(),
                    QuestionKind::YesNo => if which.is_multiple_of(2) { "yes" } else { "no" }.to_owned(),
                    QuestionKind::Amount => which.to_string(),
                    QuestionKind::Date => "2026-03-05".to_owned(),
                    QuestionKind::Text => "…".to_owned(),
                };
                sample.answer(question.id.as_str(), if which.is_multiple_of(7) { "" } else { &value });
            }
        }
        2 => drop(open.map(|step| sample.done(&step).case.stage)),
        3 => drop(open.map(|step| sample.skip(&step).case.stage)),
        4 => drop(any.map(|step| sample.done(&step).case.stage)),
        5 => drop(any.map(|step| sample.skip(&step).case.stage)),
        6 => {
            if let Some(asked) = playbook.evidence.get(which % playbook.evidence.len().max(1)) {
                sample.exhibit(asked.kind.as_str());
            }
        }
        7 => {
            let stages = [Stage::Confirm, Stage::Gather, Stage::Contact, Stage::Submit, Stage::FollowUp];
            sample.stage(stages[which % stages.len()]);
        }
        8 => drop(sample.transaction()),
        9 => drop(sample.party()),
        10 => drop(sample.packet()),
        _ => drop(sample.deadline("2026-03-06")),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, ..ProptestConfig::default() })]

    #[test]
    fn there_is_always_a_next_step_or_a_closed_case(
        which in 0..7usize,
        deeds in proptest::collection::vec((any::<u8>(), any::<usize>()), 0..60),
        close in any::<bool>(),
    ) {
        let Some(playbook) = Book::shipped().all().get(which) else { return Ok(()) };
        let mut sample = Sample::of(playbook.id.as_str());
        for (what, which) in deeds {
            happen(&mut sample, playbook, what, which);
            let guide = guide(&sample.case, playbook, now());
            let open = guide.open();
            prop_assert!(!open.is_empty());
            prop_assert!(guide.readiness.score <= 100);
            // Every open card stands in the list once, and what it waits for comes before it.
            for (at, step) in open.iter().enumerate() {
                prop_assert_eq!(open.iter().filter(|other| other.id == step.id).count(), 1);
                for blocker in &step.blocked_by {
                    prop_assert!(open.iter().take(at).any(|before| before.id == *blocker), "{} waits for {}", step.id, blocker);
                }
            }
        }
        if close {
            sample.now(EventBody::CaseClosed { outcome: Outcome::Partial, recovered: None });
            prop_assert!(guide(&sample.case, playbook, now()).open().is_empty());
        }
    }

    #[test]
    fn doing_the_first_thing_again_and_again_ends_the_case(which in 0..7usize, skipping in any::<u64>()) {
        let Some(playbook) = Book::shipped().all().get(which) else { return Ok(()) };
        let mut sample = Sample::of(playbook.id.as_str());
        for turn in 0..300u32 {
            let step = guide(&sample.case, playbook, now()).open()[0].clone_to_owned();
            match (step.1, step.2) {
                (Action::CloseCase, _) => return Ok(()),
                (_, Some(stage)) => drop(sample.stage(stage)),
                _ if skipping >> (turn % 64) & 1 == 1 => drop(sample.skip(&step.0)),
                _ => drop(sample.done(&step.0)),
            }
        }
        prop_assert!(false, "never came to closing");
    }
}

impl GuideStep<'_> {
    fn clone_to_owned(&self) -> (String, Action, Option<Stage>) {
        (self.id.clone(), self.action, self.stage)
    }
}

#[test]
fn every_card_of_every_shipped_playbook_can_be_worded() {
    for playbook in Book::shipped().all() {
        let sample = Sample::of(playbook.id.as_str());
        let guide = guide(&sample.case, playbook, now());
        for language in Language::ALL {
            let words = Words::of(language);
            for step in &guide.steps {
                for said in [step.title(words), step.why(words)] {
                    assert!(
                        !said.is_empty() && !said.starts_with("step-"),
                        "{language} {} {}: {said}",
                        playbook.id,
                        step.id
                    );
                }
            }
            for role in crate::playbook::Role::all() {
                assert!(words.knows(&format!("role-{role}")), "{language} {role}");
            }
        }
    }
}
