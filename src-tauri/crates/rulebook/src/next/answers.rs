//! Which answers of a case count under a playbook, and which conditions they make hold.
//!
//! An answer counts when it fits its question and the question is asked: its own conditions hold and those of the step
//! that asks it. So an answer to a question that no longer comes up moves nothing, and comes back with its question.

use crate::answer;
use crate::playbook::{Condition, Playbook, Question};
use recourse_domain::Case;
use std::collections::BTreeMap;

/// The answers that count.
#[derive(Debug)]
pub struct Answers<'a> {
    given: BTreeMap<&'a str, Option<String>>,
}

impl<'a> Answers<'a> {
    /// The answers of a case under a playbook.
    #[must_use]
    pub fn of(case: &Case, playbook: &'a Playbook) -> Self {
        let mut home = BTreeMap::new();
        for step in &playbook.steps {
            for question in &step.questions {
                home.entry(question.as_str()).or_insert(step.when.as_slice());
            }
        }
        let mut answers = Self { given: BTreeMap::new() };
        for question in &playbook.questions {
            answers.settle(question, case, playbook, &home);
        }
        answers
    }

    fn settle(
        &mut self,
        question: &'a Question,
        case: &Case,
        playbook: &'a Playbook,
        home: &BTreeMap<&'a str, &'a [Condition]>,
    ) {
        let id = question.id.as_str();
        if self.given.contains_key(id) {
            return;
        }
        // Unanswered while it is being looked at: a checked playbook has no circles, an unchecked one must not hang.
        self.given.insert(id, None);
        let conditions = || question.when.iter().chain(home.get(id).copied().unwrap_or_default());
        for condition in conditions() {
            if let Some(other) = playbook.question(condition.question().as_str()) {
                self.settle(other, case, playbook, home);
            }
        }
        if conditions().all(|condition| self.holds(condition)) {
            let value = case.answers.get(id).and_then(|value| answer::check(question, value).ok());
            self.given.insert(id, value);
        }
    }

    /// The answer to a question in its normal form, if there is one that counts.
    #[must_use]
    pub fn given(&self, question: &str) -> Option<&str> {
        self.given.get(question).and_then(Option::as_deref)
    }

    /// Whether all conditions hold. None means yes.
    #[must_use]
    pub fn hold(&self, when: &[Condition]) -> bool {
        when.iter().all(|condition| self.holds(condition))
    }

    fn holds(&self, condition: &Condition) -> bool {
        let among = |question: &str, values: &[String]| {
            self.given(question).is_some_and(|answer| values.iter().any(|value| value == answer))
        };
        match condition {
            Condition::Is(question, values) => among(question.as_str(), values),
            Condition::IsNot(question, values) => !among(question.as_str(), values),
            Condition::Answered(question, answered) => self.given(question.as_str()).is_some() == *answered,
        }
    }
}
