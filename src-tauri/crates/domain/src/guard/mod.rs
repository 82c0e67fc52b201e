//! The guard against card secrets in free text: whole card numbers, security codes, PINs and one-time codes, track data.
//!
//! Pure: a text goes in, places come out. What is not certain is decided for keeping quiet: numbers as shops type them
//! all day (reference numbers, order numbers, dates, telephones, identity numbers) must not stop anybody. First six and
//! last four digits at most may be kept (PCI DSS v4.0.1, 3.3 and 3.4).

mod number;
mod scan;
mod scheme;
#[cfg(test)]
mod tests;
mod track;
mod words;

use crate::case::TEXT_LIMIT;
use crate::error::DomainError;
use crate::event::EventBody;
use scan::Scan;

/// What kind of secret was sighted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Secret {
    /// A whole card number.
    Pan,
    /// A card's security code (CVV, CVN2, 安全码).
    Cvv,
    /// A PIN, password or one-time code.
    Pin,
    /// The content of a magnetic stripe or its chip image.
    Track,
}

impl Secret {
    /// Stable name.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Pan => "pan",
            Self::Cvv => "cvv",
            Self::Pin => "pin",
            Self::Track => "track",
        }
    }
}

/// Where in a text a secret stands, in bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sighting {
    /// First byte.
    pub start: usize,
    /// First byte behind it.
    pub end: usize,
    /// What it is.
    pub kind: Secret,
}

/// Every secret in a text, from left to right, none overlapping another.
#[must_use]
pub fn find(text: &str) -> Vec<Sighting> {
    let scan = Scan::of(text);
    let mut found = track::sightings(&scan);
    found.extend(number::sightings(&scan));
    found.extend(words::sightings(&scan));
    // Where two overlap, what reaches further is the better reading.
    found.sort_by_key(|s| (s.start, std::cmp::Reverse(s.end)));
    let mut kept: Vec<Sighting> = Vec::new();
    for sighting in found {
        match kept.last_mut() {
            Some(last) if sighting.start < last.end => last.end = last.end.max(sighting.end),
            _ => kept.push(sighting),
        }
    }
    kept
}

/// The text with every secret masked: of a card number first six and last four digits stay, of all else nothing.
#[must_use]
pub fn masked(text: &str) -> String {
    let mut text = text.to_owned();
    // What is left of a mask can, with its neighbours, read like a number again; every round leaves fewer digits.
    loop {
        let found = find(&text);
        if found.is_empty() {
            return text;
        }
        for sighting in found.into_iter().rev() {
            let mask = mask(text.get(sighting.start..sighting.end).unwrap_or_default(), sighting.kind);
            text.replace_range(sighting.start..sighting.end, &mask);
        }
    }
}

fn mask(secret: &str, kind: Secret) -> String {
    let digits: String = secret.chars().filter_map(scan::digit).map(|d| char::from(b'0' + d)).collect();
    match (kind, digits.get(..6), digits.len().checked_sub(4).and_then(|from| digits.get(from..))) {
        (Secret::Pan, Some(first), Some(last)) if (13..=19).contains(&digits.len()) => format!("{first}******{last}"),
        _ => "***".to_owned(),
    }
}

/// Refuses a text that holds a secret.
///
/// # Errors
/// [`DomainError::SecretTyped`] with the masked form: the whole text, or of a long one the line.
pub fn check(field: &str, text: &str) -> Result<(), DomainError> {
    let Some(first) = find(text).first().copied() else { return Ok(()) };
    let shown = if text.chars().count() <= TEXT_LIMIT { text } else { line_of(text, first.start) };
    Err(DomainError::SecretTyped { field: field.to_owned(), what: first.kind.as_str(), masked: masked(shown) })
}

/// Refuses an event one of whose texts holds a secret.
///
/// # Errors
/// As [`check`].
pub fn check_event(body: &EventBody) -> Result<(), DomainError> {
    body.texts().into_iter().try_for_each(|(field, text)| check(field, text))
}

fn line_of(text: &str, at: usize) -> &str {
    let from = text.get(..at).and_then(|before| before.rfind('\n')).map_or(0, |n| n + 1);
    let to = text.get(at..).and_then(|after| after.find('\n')).map_or(text.len(), |n| at + n);
    text.get(from..to).unwrap_or_default()
}

/// The check digit alone, for the tests.
#[cfg(test)]
fn scheme_luhn(text: &str) -> bool {
    scheme::luhn(&text.chars().filter_map(scan::digit).collect::<Vec<_>>())
}
