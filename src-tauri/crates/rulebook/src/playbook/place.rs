//! Where in a document something stands: a way of keys and numbers, and the byte it leads to.

use super::flaw::{Fault, Flaw};
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// One turn on the way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Turn {
    /// Into the value of a key.
    Key(&'static str),
    /// Into an item of a list, counted from 0.
    Item(usize),
}

impl From<&'static str> for Turn {
    fn from(key: &'static str) -> Self {
        Self::Key(key)
    }
}
impl From<usize> for Turn {
    fn from(item: usize) -> Self {
        Self::Item(item)
    }
}

/// A way from the top of the document.
pub(crate) type Place = Vec<Turn>;

/// A way written as its turns: `way!["step", 3, "after", 0]`.
macro_rules! way {
    ($($turn:expr),* $(,)?) => { vec![$($crate::playbook::place::Turn::from($turn)),*] };
}
pub(crate) use way;

/// The byte at which the way ends; where it breaks off, the last byte reached.
pub(crate) fn byte(document: &DeTable<'_>, place: &[Turn]) -> usize {
    let mut table = Some(document);
    let mut value: Option<&Spanned<DeValue<'_>>> = None;
    for turn in place {
        let next = match turn {
            Turn::Key(key) => table.and_then(|t| t.get(*key)),
            Turn::Item(item) => value.and_then(|v| v.get_ref().as_array()).and_then(|list| list.get(*item)),
        };
        let Some(next) = next else { break };
        table = next.get_ref().as_table();
        value = Some(next);
    }
    value.map_or(0, |v| v.span().start)
}

/// A flaw at a place of a text that was read before.
pub(crate) fn fault(file: &str, text: &str, place: &[Turn], flaw: Flaw) -> Fault {
    let (document, _) = DeTable::parse_recoverable(text);
    Fault::at(file, text, byte(document.get_ref(), place), flaw)
}
