//! `KEY=VALUE` on the command line.

use std::str::FromStr;

/// A key and what it is set to. The value may be empty and may hold further equals signs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Pair {
    /// Before the first equals sign.
    pub(crate) key: String,
    /// After it.
    pub(crate) value: String,
}

/// No equals sign, or nothing before it.
#[derive(Debug, Clone, Copy, thiserror::Error)]
#[error("not KEY=VALUE")]
pub(crate) struct NotAPair;

impl FromStr for Pair {
    type Err = NotAPair;
    fn from_str(text: &str) -> Result<Self, NotAPair> {
        match text.split_once('=') {
            Some((key, value)) if !key.trim().is_empty() => {
                Ok(Self { key: key.trim().to_owned(), value: value.to_owned() })
            }
            _ => Err(NotAPair),
        }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn the_first_equals_sign_parts_key_and_value() {
        let pair: Pair = "screen-text=68=超时".parse().unwrap();
        assert_eq!((pair.key.as_str(), pair.value.as_str()), ("screen-text", "68=超时"));
        assert_eq!("title=".parse::<Pair>().unwrap().value, "");
        assert!("title".parse::<Pair>().is_err() && "=x".parse::<Pair>().is_err());
    }
}
