//! Looking somebody up by name, short form, number or domain.

use super::entry::{Entry, Kind, Standing, all};
use super::near::{names, plain};
use super::own::{OwnEntry, OwnSource};
use super::{phone, site};
use crate::error::RulebookError;
use crate::text::Text;
use chrono::NaiveDate;
use recourse_domain::Key;
use std::cmp::Reverse;

/// A number or a domain as it is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CardLine {
    /// The number or the domain.
    pub value: String,
    /// What is reached there; none for what the owner wrote.
    pub what: Option<Text>,
    /// When, if that is known.
    pub hours: Option<Text>,
    /// How far it may be relied on.
    pub standing: Standing,
    /// Title of the source; empty for what the owner wrote.
    pub source: String,
    /// Where the owner has it from; none for a shipped line.
    pub own_source: Option<OwnSource>,
    /// Day the source was checked.
    pub checked_on: Option<NaiveDate>,
}

/// Somebody found, the owner's own lines first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Card {
    /// The shipped entry; none for one that only the owner has.
    pub id: Option<Key>,
    /// What it is.
    pub kind: Kind,
    /// Its name.
    pub name: Text,
    /// What to know before calling.
    pub note: Option<Text>,
    /// The owner's remark, or empty.
    pub own_note: String,
    /// Numbers.
    pub phones: Vec<CardLine>,
    /// Domains.
    pub domains: Vec<CardLine>,
}

/// Who fits the query, the owner's own entries and corrected ones first, then the better match. An empty query gives all.
/// Three digits and more are looked for in numbers.
///
/// # Errors
/// [`RulebookError::AssetUnreadable`].
pub fn search(query: &str, own: &[OwnEntry]) -> Result<Vec<Card>, RulebookError> {
    let shipped = all()?;
    let mut found: Vec<(u8, u8, usize, Card)> = Vec::new();
    for entry in own.iter().filter(|entry| !corrects_one(entry, shipped)) {
        let card = own_card(entry);
        if let Some(rank) = rank(query, [plain(&entry.name)].into_iter(), &card) {
            found.push((0, rank, found.len(), card));
        }
    }
    for entry in shipped {
        let corrections: Vec<&OwnEntry> = own.iter().filter(|o| o.corrects.as_ref() == Some(&entry.id)).collect();
        let card = card(entry, &corrections);
        let all_names = names(entry).chain(corrections.iter().map(|own| plain(&own.name)));
        if let Some(rank) = rank(query, all_names, &card) {
            found.push((u8::from(corrections.is_empty()), rank, found.len(), card));
        }
    }
    found.sort_by_key(|(own, rank, place, _)| (*own, Reverse(*rank), *place));
    Ok(found.into_iter().map(|(.., card)| card).collect())
}

fn corrects_one(own: &OwnEntry, shipped: &[Entry]) -> bool {
    own.corrects.as_ref().is_some_and(|id| shipped.iter().any(|entry| entry.id == *id))
}

/// How well it fits, 0 to 3; none when it does not.
fn rank(query: &str, names: impl Iterator<Item = String>, card: &Card) -> Option<u8> {
    let wanted = plain(query);
    if wanted.is_empty() {
        return Some(0);
    }
    let by_name = names
        .filter_map(|name| match name {
            name if name == wanted => Some(3),
            name if name.starts_with(&wanted) => Some(2),
            name if name.contains(&wanted) => Some(1),
            _ => None,
        })
        .max();
    let digits: String = wanted.chars().filter(char::is_ascii_digit).collect();
    let number = phone::Number::read(query);
    let by_number = |line: &CardLine| {
        let known = phone::Number::read(&line.value)?;
        match &number {
            Some(number) if number.reaches(&known) => Some(3),
            _ if digits == wanted && digits.len() >= 3 && known.digits.contains(&digits) => Some(1),
            _ => None,
        }
    };
    let host = site::name(query);
    let by_site = |line: &CardLine| {
        let belongs = host.as_ref().is_some_and(|host| site::belongs(host, &line.value));
        let part = wanted.len() >= 3 && plain(&line.value).contains(&wanted);
        if belongs { Some(3) } else { part.then_some(1) }
    };
    let numbers = card.phones.iter().filter_map(by_number).max();
    let sites = card.domains.iter().filter_map(by_site).max();
    by_name.max(numbers).max(sites)
}

fn own_lines(own: &OwnEntry, values: &[String]) -> Vec<CardLine> {
    let line = |value: &String| CardLine {
        value: value.trim().to_owned(),
        what: None,
        hours: None,
        standing: Standing::Own,
        source: String::new(),
        own_source: Some(own.source),
        checked_on: own.checked_on,
    };
    values.iter().filter(|value| !value.trim().is_empty()).map(line).collect()
}

fn own_card(own: &OwnEntry) -> Card {
    Card {
        id: None,
        kind: own.kind,
        name: Text::new(own.name.trim(), own.name.trim()),
        note: None,
        own_note: own.note.trim().to_owned(),
        phones: own_lines(own, &own.phones),
        domains: own_lines(own, &own.domains),
    }
}

/// A shipped entry behind what the owner corrected in it. A shipped line that says the same is not shown twice.
fn card(entry: &Entry, corrections: &[&OwnEntry]) -> Card {
    let mut phones: Vec<CardLine> = corrections.iter().flat_map(|own| own_lines(own, &own.phones)).collect();
    let mut domains: Vec<CardLine> = corrections.iter().flat_map(|own| own_lines(own, &own.domains)).collect();
    let read = |lines: &[CardLine]| lines.iter().filter_map(|l| phone::Number::read(&l.value)).collect::<Vec<_>>();
    let own_numbers = read(&phones);
    let own_sites: Vec<String> = domains.iter().filter_map(|line| site::name(&line.value)).collect();
    for phone in &entry.phones {
        let number = phone::Number::read(&phone.number);
        if !number.is_some_and(|number| own_numbers.iter().any(|own| own.reaches(&number))) {
            phones.push(CardLine {
                value: phone.number.clone(),
                what: Some(phone.what.clone()),
                hours: phone.hours.clone(),
                standing: phone.standing(),
                source: phone.source.clone(),
                own_source: None,
                checked_on: Some(phone.checked_on),
            });
        }
    }
    for domain in entry.domains.iter().filter(|domain| !own_sites.contains(&domain.name)) {
        domains.push(CardLine {
            value: domain.name.clone(),
            what: Some(domain.what.clone()),
            hours: None,
            standing: domain.standing(),
            source: domain.source.clone(),
            own_source: None,
            checked_on: Some(domain.checked_on),
        });
    }
    let notes: Vec<&str> = corrections.iter().map(|own| own.note.trim()).filter(|note| !note.is_empty()).collect();
    Card {
        id: Some(entry.id.clone()),
        kind: entry.kind,
        name: entry.name.clone(),
        note: entry.note.clone(),
        own_note: notes.join(" "),
        phones,
        domains,
    }
}
