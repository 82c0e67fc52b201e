//! The owner's own profile for a file that no shipped one knows: which column means what, and the rest from the shipped
//! profile of the same kind of book.

use super::shipped::Profiles;
use super::{Bilingual, Detect, EventRule, Field, MoneyFor, Personal, Profile, ProfileError, Read, When};
use crate::row::{Event, Role};
use chrono::NaiveDate;
use recourse_domain::Key;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What the owner says on the mapping screen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OwnMapping {
    /// Stable name for it.
    pub id: Key,
    /// What the owner calls it.
    pub name: String,
    /// Whose book it is.
    pub role: Role,
    /// Who writes it.
    pub counterparty: Key,
    /// Column names of the file by what they mean.
    pub columns: BTreeMap<Field, String>,
    /// The letter between fields of a text; the comma unless said.
    pub delimiter: Option<char>,
    /// Words in the kind column by which rows are told to be refunds.
    pub refund_words: Vec<String>,
    /// Pieces of the payer's name on a bank statement.
    pub payer: Vec<String>,
    /// Day on which the owner said so.
    pub on: NaiveDate,
}

/// The shipped profile whose rules serve for a kind of book.
fn template(role: Role) -> &'static str {
    match role {
        Role::Bank => "cn-bank-generic",
        Role::Shop => "shop-sales",
        Role::Trade | Role::Settle => "allinpay-syb",
        Role::Fund => "alipay-fund",
    }
}

impl OwnMapping {
    /// The profile that reads the file so.
    ///
    /// # Errors
    /// [`ProfileError`] when a date or an amount has no column.
    pub fn profile(&self, shipped: &Profiles) -> Result<Profile, ProfileError> {
        let fault = |reason: &str| ProfileError { file: self.id.to_string(), line: 0, reason: reason.to_owned() };
        let base = shipped.get(template(self.role)).ok_or_else(|| fault(template(self.role)))?;
        let has = |field: Field| self.columns.contains_key(&field);
        let mut own = base.clone();
        own.id = self.id.clone();
        own.role = self.role;
        own.counterparty = self.counterparty.clone();
        own.name = Bilingual { zh: self.name.clone(), en: self.name.clone() };
        own.confidence = "B".to_owned();
        own.source = self.name.clone();
        own.checked_on = self.on;
        own.total = Vec::new();
        own.detect = Detect { require: self.columns.values().cloned().collect(), ..Detect::default() };
        own.read = Read { delimiter: self.delimiter, ..base.read.clone() };
        own.columns = self.columns.iter().map(|(field, name)| (*field, vec![name.clone()])).collect();
        for money in own.money.values_mut() {
            for formula in [&mut money.amount, &mut money.paid, &mut money.fee, &mut money.extra, &mut money.net] {
                *formula = formula.take().and_then(|f| f.only(has));
            }
        }
        // A file may write whole moments in one column where the template has two, and the other way round.
        let mut patterns = base.dates.occurred_at.clone();
        patterns.extend(base.dates.date.clone());
        patterns.extend(
            ["%Y-%m-%d %H:%M:%S", "%Y/%m/%d %H:%M:%S", "%Y%m%d%H%M%S", "%Y-%m-%d", "%Y/%m/%d", "%Y%m%d"]
                .iter()
                .filter_map(|p| p.parse().ok()),
        );
        own.dates.occurred_at.clone_from(&patterns);
        own.dates.date = patterns;
        if own.dates.time.is_empty() {
            own.dates.time = ["%H:%M:%S", "%H%M%S", "%H:%M"].iter().filter_map(|p| p.parse().ok()).collect();
        }
        own.dates.clearing_day.clone_from(&own.dates.date);
        own.dates.seconds = false;
        own.prove.balance = has(Field::Balance);
        own.prove.fee_sign = has(Field::Fee);
        own.settle.payer.clone_from(&self.payer);
        own.personal = Personal::default();
        if let Some(card) = self.columns.get(&Field::Card) {
            own.personal.mask.push(card.clone());
        }
        self.add_rules(&mut own);
        let text = own.to_toml()?;
        Profile::parse(&text, self.id.as_str())
    }

    /// The owner's words first, and at the end a rule that no row of sales escapes.
    fn add_rules(&self, own: &mut Profile) {
        let rule = |when: When, event: Event| EventRule { when, event, status: None };
        if !self.refund_words.is_empty() {
            let has = BTreeMap::from([(Field::Kind, self.refund_words.clone())]);
            own.event.insert(0, rule(When { has, ..When::default() }, Event::Refund));
        }
        if matches!(self.role, Role::Trade | Role::Settle | Role::Shop) {
            let amount = if self.columns.contains_key(&Field::Gross) { Field::Gross } else { Field::Amount };
            own.event.push(rule(When { below_zero: Some(amount), ..When::default() }, Event::Refund));
            own.event.push(rule(When::default(), Event::Sale));
            if !own.columns.contains_key(&Field::Gross) && own.columns.contains_key(&Field::Amount) {
                for (whom, text) in [(MoneyFor::One(Event::Sale), "amount"), (MoneyFor::Every, "-abs(amount)")] {
                    own.money.entry(whom).or_default().amount = text.parse().ok();
                }
            }
        }
    }
}
