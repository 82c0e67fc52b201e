//! What the owner wrote down: entries of their own, and corrections of shipped ones.

use super::entry::Kind;
use crate::words::Words;
use chrono::NaiveDate;
use recourse_domain::{Key, MerchantProfile};
use serde::{Deserialize, Serialize};

/// Where the owner has it from. Words: `directory-own-<name>`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum OwnSource {
    /// Printed on the sales slip.
    Slip,
    /// Written in the contract.
    Contract,
    /// In the official app or on the official site.
    App,
    /// Anywhere else.
    #[default]
    Other,
}

impl OwnSource {
    /// Stable name.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Slip => "slip",
            Self::Contract => "contract",
            Self::App => "app",
            Self::Other => "other",
        }
    }

    /// In words.
    #[must_use]
    pub fn say(self, words: &Words) -> String {
        words.say(&format!("directory-own-{}", self.as_str()))
    }
}

/// An entry of the owner's own. With `corrects` it stands before the numbers of a shipped entry.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OwnEntry {
    /// The shipped entry that it corrects, if any.
    #[serde(default)]
    pub corrects: Option<Key>,
    /// What it is.
    pub kind: Kind,
    /// Its name.
    pub name: String,
    /// Telephone numbers as typed.
    #[serde(default)]
    pub phones: Vec<String>,
    /// Domains as typed.
    #[serde(default)]
    pub domains: Vec<String>,
    /// Remark.
    #[serde(default)]
    pub note: String,
    /// Where it was read.
    #[serde(default)]
    pub source: OwnSource,
    /// Day the owner looked.
    #[serde(default)]
    pub checked_on: Option<NaiveDate>,
}

impl OwnEntry {
    /// What the shop's particulars already say of its acquirer, as an entry; `None` while they name no contact.
    #[must_use]
    pub fn of_acquirer(merchant: &MerchantProfile) -> Option<Self> {
        let (name, contact) = (merchant.acquirer.trim(), merchant.acquirer_contact.trim());
        if name.is_empty() || contact.is_empty() {
            return None;
        }
        let (phones, domains) = split(contact);
        Some(Self {
            corrects: super::near::named(name).map(|entry| entry.id.clone()),
            kind: Kind::Acquirer,
            name: name.to_owned(),
            phones,
            domains,
            note: String::new(),
            source: OwnSource::Contract,
            checked_on: None,
        })
    }
}

/// Numbers and domains of a contact field that may hold several.
fn split(contact: &str) -> (Vec<String>, Vec<String>) {
    let parts = contact.split([',', '，', ';', '；', '、', '/', '\n']).map(str::trim).filter(|part| !part.is_empty());
    let (sites, phones): (Vec<&str>, Vec<&str>) = parts.partition(|part| super::site::name(part).is_some());
    let owned = |list: Vec<&str>| list.into_iter().map(str::to_owned).collect();
    (owned(phones.into_iter().filter(|p| super::phone::Number::read(p).is_some()).collect()), owned(sites))
}
