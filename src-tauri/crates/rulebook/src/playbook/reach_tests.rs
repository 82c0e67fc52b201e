//! What can never be reached, held against trying every answer there is.
#![allow(clippy::unwrap_used)]

use super::tests::SMALL;
use super::*;
use crate::next::Answers;
use crate::text::Text;
use proptest::prelude::*;
use recourse_domain::{Actor, Case, Event, EventBody, Key};
use std::collections::BTreeSet;

const QUESTIONS: usize = 3;
const CHOICES: [&str; 3] = ["a", "b", "c"];

fn key(text: &str) -> Key {
    text.parse().unwrap()
}

/// A condition on one of the first `below` questions.
fn condition(below: usize) -> impl Strategy<Value = Condition> {
    let values = proptest::sample::subsequence(CHOICES.to_vec(), 1..=3);
    (0..below, values, 0..4u8).prop_map(|(question, values, form)| {
        let question = key(&format!("q{question}"));
        let values = values.into_iter().map(str::to_owned).collect();
        match form {
            0 | 1 => Condition::Is(question, values),
            2 => Condition::IsNot(question, values),
            _ => Condition::Answered(question, values.len() > 1),
        }
    })
}

fn conditions(below: usize) -> BoxedStrategy<Vec<Condition>> {
    if below == 0 { Just(Vec::new()).boxed() } else { proptest::collection::vec(condition(below), 0..3).boxed() }
}

/// Three questions, each asked by a step of its own, and a step that asks nothing. Nothing waits for what comes later.
fn playbook() -> impl Strategy<Value = Playbook> {
    let one = |at| (conditions(at), conditions(at));
    (one(0), one(1), one(2), conditions(QUESTIONS)).prop_map(|(first, second, third, last)| {
        let mut playbook = read("small.toml", SMALL, Trust::Owner).unwrap();
        let (question, step) = (playbook.questions[0].clone(), playbook.steps[2].clone());
        playbook.questions.clear();
        playbook.steps.clear();
        playbook.demands.clear();
        playbook.evidence.clear();
        for (at, (of_question, of_step)) in [first, second, third].into_iter().enumerate() {
            let choice = |id: &&str| Choice { id: key(id), text: Text::new(*id, *id) };
            let choices = CHOICES.iter().map(choice).collect();
            let id = key(&format!("q{at}"));
            playbook.questions.push(Question { id: id.clone(), choices, when: of_question, ..question.clone() });
            playbook.steps.push(Step {
                id: key(&format!("s{at}")),
                questions: vec![id],
                when: of_step,
                ..step.clone()
            });
        }
        playbook.steps.push(Step { id: key("last"), when: last, ..step });
        playbook
    })
}

/// A case with these answers; `None` for none.
fn case(answers: [Option<&str>; QUESTIONS]) -> Case {
    let event = |body| Event {
        case: Some("01ARZ3NDEKTSV4RRFFQ69G5FAV".parse().unwrap()),
        at: "2026-03-05T14:02:11+08:00[Asia/Shanghai]".parse().unwrap(),
        actor: Actor::Owner,
        body,
    };
    let opened = EventBody::CaseOpened {
        number: "2026-0001".to_owned(),
        playbook: key("small"),
        title: "t".to_owned(),
        zone: chrono_tz::Tz::UTC,
    };
    let mut case = Case::open(&event(opened)).unwrap();
    for (at, value) in answers.into_iter().enumerate() {
        let value = value.unwrap_or_default().to_owned();
        case.apply(&event(EventBody::QuestionAnswered { question: key(&format!("q{at}")), value })).unwrap();
    }
    case
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, ..ProptestConfig::default() })]

    #[test]
    fn what_is_told_as_unreachable_is_what_no_answers_ever_reach(playbook in playbook()) {
        let told: BTreeSet<String> = read("x", &write(&playbook), Trust::Owner)
            .err()
            .unwrap_or_default()
            .into_iter()
            .map(|fault| match fault.flaw {
                Flaw::Unreachable { id, .. } => id,
                other => format!("{other:?}"),
            })
            .collect();
        let every = [None, Some("a"), Some("b"), Some("c")];
        let mut reached = BTreeSet::new();
        for first in every {
            for second in every {
                for third in every {
                    let case = case([first, second, third]);
                    let answers = Answers::of(&case, &playbook);
                    for step in playbook.steps.iter().filter(|step| answers.hold(&step.when)) {
                        reached.insert(step.id.to_string());
                        let asked = step.questions.iter().filter_map(|id| playbook.question(id.as_str()));
                        reached.extend(asked.filter(|q| answers.hold(&q.when)).map(|q| q.id.to_string()));
                    }
                }
            }
        }
        let steps = playbook.steps.iter().map(|step| step.id.to_string());
        let all: BTreeSet<String> = playbook.questions.iter().map(|q| q.id.to_string()).chain(steps).collect();
        let never: BTreeSet<String> = all.difference(&reached).cloned().collect();
        prop_assert_eq!(told, never);
    }
}
