//! The shipped rows and how they are read.

use crate::assets::DIRECTORY;
use crate::error::RulebookError;
use crate::playbook::Confidence;
use crate::text::Text;
use crate::words::Words;
use chrono::NaiveDate;
use recourse_domain::Key;
use recourse_domain::moment::parse_date;
use serde::{Deserialize, Deserializer, Serialize};
use std::sync::OnceLock;

/// What somebody in the directory is. Words: `directory-kind-<name>`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// A bank.
    Bank,
    /// An institution that signs shops (收单机构), or a service before it.
    Acquirer,
    /// A card network.
    Network,
    /// A wallet.
    Wallet,
    /// A financial regulator.
    Regulator,
    /// The market regulator.
    Market,
    /// The police.
    Police,
    /// A court.
    Court,
    /// An industry association.
    Association,
    /// A public line for everything else.
    Hotline,
}

impl Kind {
    /// Every kind, in the order of menus.
    pub const ALL: [Self; 10] = [
        Self::Acquirer,
        Self::Bank,
        Self::Wallet,
        Self::Network,
        Self::Regulator,
        Self::Market,
        Self::Association,
        Self::Police,
        Self::Court,
        Self::Hotline,
    ];

    /// Stable name.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Bank => "bank",
            Self::Acquirer => "acquirer",
            Self::Network => "network",
            Self::Wallet => "wallet",
            Self::Regulator => "regulator",
            Self::Market => "market",
            Self::Police => "police",
            Self::Court => "court",
            Self::Association => "association",
            Self::Hotline => "hotline",
        }
    }

    /// In words.
    #[must_use]
    pub fn say(self, words: &Words) -> String {
        words.say(&format!("directory-kind-{}", self.as_str()))
    }
}

/// How far a number or domain may be relied on. Words: `directory-standing-<name>`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Standing {
    /// The owner wrote it down, from slip, contract or app.
    Own,
    /// An official text, or several sources that agree.
    Confirmed,
    /// A weak source: shown only with the mark 未核实.
    NotVerified,
}

impl Standing {
    /// Stable name.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Own => "own",
            Self::Confirmed => "confirmed",
            Self::NotVerified => "not-verified",
        }
    }

    /// In words.
    #[must_use]
    pub fn say(self, words: &Words) -> String {
        words.say(&format!("directory-standing-{}", self.as_str()))
    }

    fn of(confidence: Confidence) -> Self {
        if confidence.is_fact() { Self::Confirmed } else { Self::NotVerified }
    }
}

/// A telephone number with where it comes from.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Phone {
    /// As it is usually written.
    pub number: String,
    /// What is answered there.
    pub what: Text,
    /// When, if that is known.
    pub hours: Option<Text>,
    /// Title or number of the document; never the address of a copy.
    pub source: String,
    /// How sure.
    pub confidence: Confidence,
    /// Day the source was checked.
    #[serde(deserialize_with = "date")]
    pub checked_on: NaiveDate,
}

/// A domain with where it comes from.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Site {
    /// Domain without scheme and path.
    pub name: String,
    /// What is found there.
    pub what: Text,
    /// Title or number of the document.
    pub source: String,
    /// How sure.
    pub confidence: Confidence,
    /// Day the source was checked.
    #[serde(deserialize_with = "date")]
    pub checked_on: NaiveDate,
}

impl Phone {
    /// How far it may be relied on.
    #[must_use]
    pub fn standing(&self) -> Standing {
        Standing::of(self.confidence)
    }
}
impl Site {
    /// How far it may be relied on.
    #[must_use]
    pub fn standing(&self) -> Standing {
        Standing::of(self.confidence)
    }
}

/// Somebody to reach.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Entry {
    /// Stable name.
    pub id: Key,
    /// What it is.
    pub kind: Kind,
    /// Its name.
    pub name: Text,
    /// Other names and short forms by which it is looked for.
    #[serde(default)]
    pub aliases: Vec<String>,
    /// What to know before calling.
    pub note: Option<Text>,
    /// Numbers.
    #[serde(default, rename = "phone")]
    pub phones: Vec<Phone>,
    /// Domains.
    #[serde(default, rename = "domain")]
    pub domains: Vec<Site>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    entry: Vec<Entry>,
}

/// Every shipped row, by kind in the order of menus. Read once a process.
///
/// # Errors
/// [`RulebookError::AssetUnreadable`] with line and reason.
pub fn all() -> Result<&'static [Entry], RulebookError> {
    static ENTRIES: OnceLock<Result<Vec<Entry>, RulebookError>> = OnceLock::new();
    ENTRIES.get_or_init(read).as_deref().map_err(Clone::clone)
}

/// What always holds before a number is called: slip, contract and official app win.
#[must_use]
pub fn rule(words: &Words) -> String {
    words.say("directory-rule")
}

/// One row.
///
/// # Errors
/// [`RulebookError::DirectoryEntryUnknown`], [`RulebookError::AssetUnreadable`].
pub fn get(id: &str) -> Result<&'static Entry, RulebookError> {
    let unknown = || RulebookError::DirectoryEntryUnknown(id.chars().take(40).collect());
    all()?.iter().find(|entry| entry.id.as_str() == id).ok_or_else(unknown)
}

fn read() -> Result<Vec<Entry>, RulebookError> {
    let mut entries = Vec::new();
    for file in DIRECTORY.files().filter(|file| file.path().extension().is_some_and(|e| e == "toml")) {
        let name = file.path().display().to_string();
        let read: File = toml::from_str(file.contents_utf8().unwrap_or_default())
            .map_err(|e| RulebookError::AssetUnreadable { file: name, reason: e.to_string() })?;
        entries.extend(read.entry);
    }
    let place = |entry: &Entry| Kind::ALL.iter().position(|kind| *kind == entry.kind);
    entries.sort_by_key(place);
    Ok(entries)
}

fn date<'de, D: Deserializer<'de>>(from: D) -> Result<NaiveDate, D::Error> {
    parse_date(&String::deserialize(from)?).map_err(serde::de::Error::custom)
}
