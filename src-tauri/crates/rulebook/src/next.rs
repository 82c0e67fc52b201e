//! What to do now, what became of everything else, and how ready a case is: pure functions over a case and its playbook.
//!
//! Nothing here bars the owner's way: what comes first and what is missing is told, and any card can be skipped.

mod answers;
mod card;
mod guide;
mod order;
mod ready;
#[cfg(test)]
mod sample;
mod standing;
#[cfg(test)]
mod tests;
mod urgency;

pub use answers::Answers;
pub use card::{Action, GuideStep, State};
pub use guide::{Guide, guide, has, met, stage_of};
pub use ready::{Missing, Readiness};
pub use urgency::{Urgency, urgency};

use crate::playbook::Playbook;
use chrono::{DateTime, Utc};
use recourse_domain::Case;

/// What to do now, the first thing first. Never empty while the case is open.
#[must_use]
pub fn steps<'a>(case: &'a Case, playbook: &'a Playbook, now: DateTime<Utc>) -> Vec<GuideStep<'a>> {
    guide(case, playbook, now).open().into_iter().cloned().collect()
}

/// How ready a case is for its packet.
#[must_use]
pub fn readiness(case: &Case, playbook: &Playbook) -> Readiness {
    guide(case, playbook, DateTime::UNIX_EPOCH).readiness
}
