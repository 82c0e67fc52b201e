//! Stable names of playbooks, questions, evidence kinds, channels: `kebab-case` ASCII.

use crate::error::DomainError;
use serde::{Deserialize, Serialize};
use std::borrow::Borrow;
use std::fmt;
use std::str::FromStr;

/// Lower-case ASCII letters and digits in words joined by single hyphens; at most 64 bytes.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Key(String);

impl Key {
    /// The text of the key.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for Key {
    type Err = DomainError;
    /// # Errors
    /// [`DomainError::KeyUnreadable`] for anything else than kebab-case ASCII.
    fn from_str(text: &str) -> Result<Self, DomainError> {
        let good = !text.is_empty()
            && text.len() <= 64
            && text
                .split('-')
                .all(|w| !w.is_empty() && w.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit()));
        if good { Ok(Self(text.to_owned())) } else { Err(DomainError::KeyUnreadable(text.to_owned())) }
    }
}
impl TryFrom<String> for Key {
    type Error = DomainError;
    fn try_from(text: String) -> Result<Self, DomainError> {
        text.parse()
    }
}
impl From<Key> for String {
    fn from(key: Key) -> Self {
        key.0
    }
}
impl Borrow<str> for Key {
    fn borrow(&self) -> &str {
        &self.0
    }
}
impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
