//! What was agreed with one counterparty: rates with the days they hold, caps, other items, refunds.

use crate::error::LedgerError;
use crate::rate::Rate;
use chrono::NaiveDate;
use recourse_domain::{ContractRate, Currency, Money};

/// A rate and the days on which it holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RateTerm {
    /// `debit`, `credit`, `qr`; empty for all.
    pub card_type: String,
    /// First day; from the beginning when open.
    pub from: Option<NaiveDate>,
    /// Last day; until further notice when open.
    pub to: Option<NaiveDate>,
    /// Share of the sale.
    pub rate: Rate,
    /// Most for one sale, minor units.
    pub cap: Option<i64>,
    /// Where it stands in the contract.
    pub clause: String,
    /// Day on which this rate was announced, where it replaced another.
    pub noticed_on: Option<NaiveDate>,
}

impl RateTerm {
    /// The fee of a sale, rounded half up, minor units.
    #[must_use]
    pub fn fee(&self, amount: i64) -> i64 {
        let share = self.rate.of_minor(amount);
        self.cap.map_or(share, |cap| share.min(cap))
    }

    fn holds(&self, day: Option<NaiveDate>) -> bool {
        day.is_none_or(|day| self.from.is_none_or(|from| from <= day) && self.to.is_none_or(|to| day <= to))
    }
}

/// A deduction beside the rate that the contract names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// Words by which the statement calls it.
    pub name: String,
    /// Most at a time, minor units; any sum when open.
    pub most: Option<i64>,
}

/// What was agreed with one counterparty.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Contract {
    /// Counterparty as profiles name it, e.g. `chinaums`; empty for every one.
    pub counterparty: String,
    /// Rates.
    pub rates: Vec<RateTerm>,
    /// Other deductions that were agreed.
    pub items: Vec<Item>,
    /// Whether the fee comes back with a refund; `None` when the contract does not say.
    pub returns_fee: Option<bool>,
}

impl Contract {
    /// The rates that stand in the shop's particulars, without days.
    ///
    /// # Errors
    /// Unreadable rates or caps.
    pub fn of_particulars(counterparty: &str, rates: &[ContractRate], currency: Currency) -> Result<Self, LedgerError> {
        let mut terms = Vec::new();
        for rate in rates.iter().filter(|r| !r.percent.trim().is_empty()) {
            let cap = rate.cap.trim();
            terms.push(RateTerm {
                card_type: rate.card_type.clone(),
                from: None,
                to: None,
                rate: rate.percent.parse()?,
                cap: if cap.is_empty() { None } else { Some(Money::parse(cap, currency)?.minor()) },
                clause: String::new(),
                noticed_on: None,
            });
        }
        Ok(Self { counterparty: counterparty.to_owned(), rates: terms, ..Self::default() })
    }

    /// Whether it is the contract with this counterparty.
    #[must_use]
    pub fn is_with(&self, counterparty: &str) -> bool {
        self.counterparty.is_empty() || self.counterparty == counterparty
    }

    /// The rate for a kind of card on a day. Of several the latest that began; one for the kind before one for all.
    #[must_use]
    pub fn term(&self, card_type: &str, day: Option<NaiveDate>) -> Option<&RateTerm> {
        let fits = |t: &&RateTerm| (t.card_type == card_type || t.card_type.is_empty()) && t.holds(day);
        self.rates.iter().filter(fits).max_by_key(|t| (!t.card_type.is_empty(), t.from))
    }

    /// The rate with the highest fee on a day: what may have been meant when the kind of card is not known.
    #[must_use]
    pub fn dearest(&self, amount: i64, day: Option<NaiveDate>) -> Option<&RateTerm> {
        let types = ["debit", "credit", "qr", ""];
        types.iter().filter_map(|t| self.term(t, day)).max_by_key(|t| t.fee(amount))
    }

    /// Whether a deduction was agreed.
    #[must_use]
    pub fn allows(&self, words: &str, amount: i64) -> bool {
        let fits = |item: &Item| words.contains(item.name.as_str()) && item.most.is_none_or(|most| amount <= most);
        self.items.iter().any(fits)
    }
}
