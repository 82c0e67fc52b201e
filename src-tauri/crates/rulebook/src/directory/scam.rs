//! Comparing a number or domain that somebody claims to be an institution's with what is known of it.
//!
//! Nothing here condemns: an unknown number may be honest. Each warning says what was compared and where to look.

use super::entry::{Entry, Standing, all};
use super::near;
use super::own::OwnEntry;
use super::phone::{Number, Sort};
use super::site;
use crate::error::RulebookError;
use crate::words::{Language, Words};
use recourse_domain::Params;

/// Something to be careful about. Words: `scam-<code>`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Warning {
    /// Stable name, e.g. `domain-look-alike`.
    pub code: &'static str,
    /// Values for the words: `claimed`, `given`, and where somebody else is meant `known` and `owner`; names of shipped
    /// entries as `owner-zh-CN` and `owner-en`.
    pub params: Params,
}

impl Warning {
    /// In words.
    #[must_use]
    pub fn say(&self, words: &Words) -> String {
        let language = format!("owner-{}", words.language());
        let value = |name: &str| self.params.get(name).map(String::as_str).unwrap_or_default();
        let owner = self.params.get(&language).map_or_else(|| value("owner"), String::as_str);
        let values =
            [("claimed", value("claimed")), ("given", value("given")), ("known", value("known")), ("owner", owner)];
        words.say_with(&format!("scam-{}", self.code), &values)
    }
}

/// Somebody a number or domain is known to belong to.
struct Known<'k> {
    entry: Option<&'k Entry>,
    own: Option<&'k OwnEntry>,
    standing: Standing,
    value: String,
}

impl Known<'_> {
    fn is(&self, entry: Option<&Entry>, claimed: &str) -> bool {
        let of = |id: &recourse_domain::Key| entry.is_some_and(|entry| entry.id == *id);
        match (self.own, self.entry) {
            (Some(own), _) => own.corrects.as_ref().is_some_and(of) || near::plain(&own.name) == near::plain(claimed),
            (None, Some(known)) => of(&known.id),
            (None, None) => false,
        }
    }
}

struct Look<'l> {
    claimed: &'l str,
    given: &'l str,
    entry: Option<&'static Entry>,
    found: Vec<Warning>,
}

impl Look<'_> {
    fn warn(&mut self, code: &'static str, of: Option<&Known<'_>>) {
        let mut params: Params = [("claimed", self.claimed), ("given", self.given)]
            .into_iter()
            .map(|(name, value)| (name.to_owned(), value.chars().take(120).collect()))
            .collect();
        if let Some(known) = of {
            params.insert("known".to_owned(), known.value.clone());
            match (known.own, known.entry) {
                (Some(own), _) => {
                    params.insert("owner".to_owned(), own.name.clone());
                }
                (None, Some(entry)) => {
                    params.extend(Language::ALL.map(|l| (format!("owner-{l}"), entry.name.of(l).to_owned())));
                }
                (None, None) => {}
            }
        }
        self.found.push(Warning { code, params });
    }
}

/// What to be careful about when `given`, a telephone number or a domain (also a whole address or e-mail), is said to be
/// that of `claimed`. Nothing when it is confirmed or the owner's own. The owner's entries win over the shipped ones.
///
/// # Errors
/// [`RulebookError::AssetUnreadable`].
pub fn look(claimed: &str, given: &str, own: &[OwnEntry]) -> Result<Vec<Warning>, RulebookError> {
    let entries = all()?;
    let (claimed, given) = (claimed.trim(), given.trim());
    let mut look = Look { claimed, given, entry: near::named(claimed), found: Vec::new() };
    if let Some(number) = Number::read(given) {
        numbers(&mut look, &number, entries, own);
    } else if let Some(host) = site::name(given) {
        sites(&mut look, &host, entries, own);
    } else {
        look.warn("unreadable", None);
    }
    Ok(look.found)
}

fn numbers(look: &mut Look<'_>, number: &Number, entries: &[Entry], own: &[OwnEntry]) {
    let mine = own.iter().flat_map(|own| own.phones.iter().map(move |value| (own, value)));
    let mut known: Vec<Known<'_>> = mine
        .filter(|(_, value)| Number::read(value).is_some_and(|known| known.reaches(number)))
        .map(|(own, value)| Known { entry: None, own: Some(own), standing: Standing::Own, value: value.clone() })
        .collect();
    let listed = entries.iter().flat_map(|entry| entry.phones.iter().map(move |phone| (entry, phone)));
    known.extend(listed.filter(|(_, p)| Number::read(&p.number).is_some_and(|known| known.reaches(number))).map(
        |(entry, phone)| Known {
            entry: Some(entry),
            own: None,
            standing: phone.standing(),
            value: phone.number.clone(),
        },
    ));
    if judged(look, &known, "number-not-verified", "number-of-other") {
        return;
    }
    match number.sort {
        Sort::Mobile => look.warn("number-mobile", None),
        Sort::FourHundred => look.warn("number-400-unknown", None),
        Sort::Foreign => look.warn("number-foreign", None),
        Sort::Short | Sort::Fixed | Sort::Other => look.warn("number-unknown", None),
    }
    let near = |phone: &&super::Phone| {
        Number::read(&phone.number).is_some_and(|known| {
            let (a, b) = (known.bare(), number.bare());
            // A longer number that begins or ends with the known one is read as the known one in a hurry.
            let holds = b.len() > a.len() && a.len() >= 5 && (b.starts_with(a) || b.ends_with(a));
            holds || (a.len() >= 5 && a.len().abs_diff(b.len()) <= 1 && site::distance(a, b) == 1)
        })
    };
    let Some(entry) = look.entry else { return unknown(look, own) };
    if let Some(phone) = entry.phones.iter().find(near) {
        let (standing, value) = (phone.standing(), phone.number.clone());
        look.warn("number-look-alike", Some(&Known { entry: Some(entry), own: None, standing, value }));
    }
}

fn sites(look: &mut Look<'_>, host: &str, entries: &[Entry], own: &[OwnEntry]) {
    let mine = own.iter().flat_map(|own| own.domains.iter().map(move |value| (own, value)));
    let mine: Vec<Known<'_>> = mine
        .filter_map(|(own, value)| site::name(value).map(|value| (own, value)))
        .map(|(own, value)| Known { entry: None, own: Some(own), standing: Standing::Own, value })
        .collect();
    let listed = entries.iter().flat_map(|entry| entry.domains.iter().map(move |domain| (entry, domain)));
    let listed = listed.map(|(entry, domain)| Known {
        entry: Some(entry),
        own: None,
        standing: domain.standing(),
        value: domain.name.clone(),
    });
    let (known, others): (Vec<_>, Vec<_>) = mine.into_iter().chain(listed).partition(|k| site::belongs(host, &k.value));
    if judged(look, &known, "domain-not-verified", "domain-of-other") {
        return;
    }
    if site::is_mixed(host) {
        look.warn("domain-mixed-letters", None);
    }
    match others.iter().find(|known| site::looks_like(host, &known.value)) {
        Some(known) => look.warn("domain-look-alike", Some(known)),
        None => look.warn("domain-unknown", None),
    }
    unknown(look, own);
}

/// Says whose it is, when that is known, and whether the question is answered by it.
fn judged(look: &mut Look<'_>, known: &[Known<'_>], weak: &'static str, other: &'static str) -> bool {
    let theirs: Vec<&Known<'_>> = known.iter().filter(|known| known.is(look.entry, look.claimed)).collect();
    match (theirs.iter().min_by_key(|known| known.standing), known.first()) {
        (Some(best), _) if best.standing == Standing::NotVerified => look.warn(weak, Some(best)),
        (Some(_), _) => {}
        (None, Some(somebody)) => look.warn(other, Some(somebody)),
        (None, None) => return false,
    }
    true
}

/// An institution nobody here knows cannot be compared with.
fn unknown(look: &mut Look<'_>, own: &[OwnEntry]) {
    let named = own.iter().any(|own| near::plain(&own.name) == near::plain(look.claimed));
    if look.entry.is_none() && !named {
        look.warn("institution-unknown", None);
    }
}
