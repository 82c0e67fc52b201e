//! A letter as text for the box of a web form.

use super::draft::Draft;
use super::markup::{Paragraph, Role};

/// A text and how long it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plain {
    /// The text, one paragraph a line.
    pub text: String,
    /// How many characters it has, counted as web forms count them: Unicode characters, line breaks included.
    pub chars: usize,
    /// How many of them are too many; 0 when it fits or there is no limit.
    pub over: usize,
}

/// A draft as text, counted against the template's own limit or, where it is given, the channel's.
#[must_use]
pub fn plain(draft: &Draft, limit: Option<usize>) -> Plain {
    plain_of(&draft.paragraphs, limit.or(draft.limit))
}

/// Paragraphs as text. Title, addressee and signature are left out when a limit is set: a web form has its own places
/// for them.
#[must_use]
pub fn plain_of(paragraphs: &[Paragraph], limit: Option<usize>) -> Plain {
    let frame = |role: Role| matches!(role, Role::Title | Role::Addressee | Role::Signature);
    let shown = paragraphs.iter().filter(|p| limit.is_none() || !frame(p.role));
    let text = shown.map(|p| p.text.as_str()).collect::<Vec<_>>().join("\n");
    let chars = text.chars().count();
    Plain { over: limit.map_or(0, |limit| chars.saturating_sub(limit)), chars, text }
}
