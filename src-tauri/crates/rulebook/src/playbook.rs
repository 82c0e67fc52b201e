//! Playbooks: what a problem needs, step by step, as data. One readable file a problem in `assets/playbooks`.
//!
//! Here a file becomes a [`Playbook`] and back. What to do with one belongs to [`crate::next`], which ones there are to
//! [`crate::Book`].

mod check;
mod flaw;
mod model;
pub(crate) mod place;
mod reach;
#[cfg(test)]
mod reach_tests;
mod read;
mod sections;
mod terms;
#[cfg(test)]
mod tests;
mod tree;
#[cfg(test)]
mod whole_tests;
mod write;

pub use flaw::{Fault, Flaw};
pub use model::{
    CallScript, Choice, Compliance, Condition, CustomerScript, Demand, EvidenceAsked, Fact, Playbook, PlaybookOutcome,
    Prevention, Question, Rung, Step, Symptom,
};
pub use read::{FORMAT, SIZE_LIMIT, Trust, read};
pub use recourse_domain::task::TASK_KINDS as PREVENTION_KINDS;
pub use terms::{About, BLANKS, Confidence, Need, Phase, QuestionKind, Role, SHOP_ROLES};
pub use write::write;
