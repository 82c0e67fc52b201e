//! What a profile says of single rows: which event, which means, which amounts, when the money comes, what is personal.

use super::Field;
use super::formula::Formula;
use crate::row::{Event, Means, Status};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Which rows a rule fits. Every condition given must hold.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub struct When {
    /// The column is one of these.
    pub is: BTreeMap<Field, Vec<String>>,
    /// The column contains one of these.
    pub has: BTreeMap<Field, Vec<String>>,
    /// The column holds an amount above zero.
    pub above_zero: Option<Field>,
    /// The column holds an amount below zero.
    pub below_zero: Option<Field>,
    /// The column holds something.
    pub filled: Option<Field>,
}

/// What happened.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct EventRule {
    /// Which rows.
    #[serde(default)]
    pub when: When,
    /// What happened.
    pub event: Event,
    /// How it ended; done unless it says otherwise.
    pub status: Option<Status>,
}

/// What was paid with.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct MeansRule {
    /// Which rows.
    #[serde(default)]
    pub when: When,
    /// What was paid with.
    pub means: Means,
}

/// Which rows an amount rule is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum MoneyFor {
    /// Every row for which nothing else is said.
    Every,
    /// Rows of one kind.
    One(Event),
}

impl Serialize for MoneyFor {
    fn serialize<S: serde::Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        s.serialize_str(match self {
            Self::Every => "every",
            Self::One(event) => event.as_str(),
        })
    }
}

impl<'de> Deserialize<'de> for MoneyFor {
    fn deserialize<D: serde::Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        let text = String::deserialize(d)?;
        if text == "every" {
            return Ok(Self::Every);
        }
        let unknown = || serde::de::Error::custom(format!("no event is called {text:?}"));
        Event::named(&text).map(Self::One).ok_or_else(unknown)
    }
}

/// Amounts of a row, each a sum of columns. Money to the shop comes out positive, cost negative.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub struct Money {
    /// What the customer paid or got back.
    pub amount: Option<Formula>,
    /// What of it is due to the shop; the amount unless it says otherwise.
    pub paid: Option<Formula>,
    /// Percentage fee.
    pub fee: Option<Formula>,
    /// Other deductions.
    pub extra: Option<Formula>,
    /// What remains as the file states it; else paid, fee and deductions are added up.
    pub net: Option<Formula>,
}

/// How the signs are proven.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub struct Prove {
    /// The fee's sign is not documented: take the one with which the file adds up, or in which a sale costs something.
    pub fee_sign: bool,
    /// Balances must follow from one row to the next.
    pub balance: bool,
}

/// When the money of a row should arrive, and who sends it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub struct Settle {
    /// Local time `HH:MM` from which a sale belongs to the next day; midnight unless it says otherwise.
    pub cutoff: Option<String>,
    /// Working days after the business day; 0 on the day itself.
    pub lag: Option<u32>,
    /// Pieces of the payer's name on a bank statement.
    pub payer: Vec<String>,
}

/// What is personal and not kept.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub struct Personal {
    /// Columns that are blanked wherever a row is shown.
    pub drop: Vec<String>,
    /// Columns that hold card or account numbers.
    pub mask: Vec<String>,
}
