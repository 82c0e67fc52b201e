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
