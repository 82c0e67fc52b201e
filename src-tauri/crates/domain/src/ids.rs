//! Identifiers: ULIDs as text, one type per thing so that they cannot be mixed up. Made elsewhere, only read here.

use crate::error::DomainError;
use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// Crockford base-32 digits of a ULID; the first is at most 7 because 128 bits fill 25.6 digits.
fn is_ulid(text: &str) -> bool {
    text.len() == 26
        && text.as_bytes()[0] <= b'7'
        && text
            .bytes()
            .all(|b| b.is_ascii_digit() || (b.is_ascii_uppercase() && !matches!(b, b'I' | b'L' | b'O' | b'U')))
}

macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(try_from = "String", into = "String")]
        pub struct $name(String);

        impl $name {
            /// The 26 characters.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }
        impl FromStr for $name {
            type Err = DomainError;
            /// # Errors
            /// [`DomainError::IdUnreadable`] unless the text is a ULID (any letter case).
            fn from_str(text: &str) -> Result<Self, DomainError> {
                let upper = text.trim().to_ascii_uppercase();
                if is_ulid(&upper) { Ok(Self(upper)) } else { Err(DomainError::IdUnreadable(text.to_owned())) }
            }
        }
        impl TryFrom<String> for $name {
            type Error = DomainError;
            fn try_from(text: String) -> Result<Self, DomainError> {
                text.parse()
            }
        }
        impl From<$name> for String {
            fn from(id: $name) -> Self {
                id.0
            }
        }
        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    };
}

id!(
    /// One dispute case.
    CaseId
);
id!(
    /// One transaction within a case.
    TransactionId
);
id!(
    /// One exhibit, original or derivative.
    EvidenceId
);
id!(
    /// One counterparty within a case.
    PartyId
);
id!(
    /// One deadline within a case.
    DeadlineId
);
id!(
    /// One built packet.
    PacketId
);
id!(
    /// One task of the shop.
    TaskId
);
