//! The six stages a case goes through. Skipping ahead is allowed: the owner, not the program, knows the day.

use crate::error::DomainError;
use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// Where a case stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Stage {
    /// Find out what happened.
    Confirm,
    /// Collect the proof.
    Gather,
    /// Talk to the acquirer, bank or wallet.
    Contact,
    /// Hand over the packet.
    Submit,
    /// Wait, chase, escalate.
    FollowUp,
    /// Done, with an outcome.
    Closed,
}

impl Stage {
    /// All stages in their order.
    pub const ALL: [Self; 6] = [Self::Confirm, Self::Gather, Self::Contact, Self::Submit, Self::FollowUp, Self::Closed];

    /// Stable name.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Confirm => "confirm",
            Self::Gather => "gather",
            Self::Contact => "contact",
            Self::Submit => "submit",
            Self::FollowUp => "follow-up",
            Self::Closed => "closed",
        }
    }

    /// Whether a case in this stage still needs work.
    #[must_use]
    pub fn is_open(self) -> bool {
        self != Self::Closed
    }
}

impl FromStr for Stage {
    type Err = DomainError;
    fn from_str(text: &str) -> Result<Self, DomainError> {
        Self::ALL.into_iter().find(|s| s.as_str() == text).ok_or_else(|| DomainError::StageUnknown(text.to_owned()))
    }
}
impl fmt::Display for Stage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}
