//! Sums of columns: `gross`, `-abs(refund)`, `income - outgo`. The only arithmetic a profile may do.

use super::Field;
use serde::{Deserialize, Serialize};
use std::str::FromStr;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Term {
    negative: bool,
    absolute: bool,
    field: Field,
}

/// A sum of columns.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Formula {
    terms: Vec<Term>,
    text: String,
}

impl Formula {
    /// The columns used.
    pub fn fields(&self) -> impl Iterator<Item = Field> + '_ {
        self.terms.iter().map(|term| term.field)
    }

    /// The same sum without the columns that are not there; nothing when none is left.
    #[must_use]
    pub(crate) fn only(&self, has: impl Fn(Field) -> bool) -> Option<Self> {
        let terms: Vec<Term> = self.terms.iter().copied().filter(|term| has(term.field)).collect();
        let mut text = String::new();
        for term in &terms {
            let sign = if term.negative { "-" } else { "+" };
            let blank = if text.is_empty() { "" } else { " " };
            let name = term.field.as_str();
            let name = if term.absolute { format!("abs({name})") } else { name.to_owned() };
            match (text.is_empty(), term.negative) {
                (true, false) => text = name,
                (true, true) => text = format!("-{name}"),
                _ => text.push_str(&format!("{blank}{sign} {name}")),
            }
        }
        (!terms.is_empty()).then_some(Self { terms, text })
    }

    /// The sum; columns without a value count nothing, and without any value there is no sum.
    pub(crate) fn of(&self, value: impl Fn(Field) -> Option<i64>) -> Option<i64> {
        let mut sum = None;
        for term in &self.terms {
            if let Some(amount) = value(term.field) {
                let amount = if term.absolute { amount.saturating_abs() } else { amount };
                let amount = if term.negative { -amount } else { amount };
                sum = Some(sum.unwrap_or(0_i64).saturating_add(amount));
            }
        }
        sum
    }
}

/// Why a text is no sum of columns, for whoever wrote the profile.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct FormulaUnreadable(String);

impl FromStr for Formula {
    type Err = FormulaUnreadable;
    fn from_str(text: &str) -> Result<Self, FormulaUnreadable> {
        let spaced = text.replace('+', " + ");
        let mut terms = Vec::new();
        let mut negative = false;
        let mut expects_term = true;
        for word in spaced.split_whitespace() {
            // A minus inside a column's name is part of the name; before a name it is a sign.
            let (sign, word) = match word {
                "+" | "-" => (word, ""),
                other => other.strip_prefix('-').map_or(("", other), |rest| ("-", rest)),
            };
            if !sign.is_empty() {
                if expects_term && !terms.is_empty() {
                    return Err(FormulaUnreadable(format!("{text:?}: two signs in a row")));
                }
                negative = sign == "-";
                expects_term = true;
            }
            if word.is_empty() {
                continue;
            }
            if !expects_term {
                return Err(FormulaUnreadable(format!("{text:?}: a sign is missing before {word:?}")));
            }
            let inner = word.strip_prefix("abs(").and_then(|rest| rest.strip_suffix(')'));
            let name = inner.unwrap_or(word);
            let field = Field::named(name).filter(|f| f.is_money());
            let field = field.ok_or_else(|| FormulaUnreadable(format!("{name:?} is no column of money")))?;
            terms.push(Term { negative, absolute: inner.is_some(), field });
            negative = false;
            expects_term = false;
        }
        if terms.is_empty() || expects_term {
            return Err(FormulaUnreadable(format!("{text:?} is no sum of columns")));
        }
        Ok(Self { terms, text: text.to_owned() })
    }
}

impl Serialize for Formula {
    fn serialize<S: serde::Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        s.serialize_str(&self.text)
    }
}

impl<'de> Deserialize<'de> for Formula {
    fn deserialize<D: serde::Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        String::deserialize(d)?.parse().map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn run(text: &str) -> Option<i64> {
        text.parse::<Formula>().unwrap().of(|field| match field {
            Field::Gross => Some(100),
            Field::Refund => Some(-30),
            Field::SettleGross => Some(7),
            _ => None,
        })
    }

    #[test]
    fn adds_up_what_is_there() {
        assert_eq!(run("gross"), Some(100));
        assert_eq!(run("-abs(refund)"), Some(-30));
        assert_eq!(run("gross - abs(refund)"), Some(70));
        assert_eq!(run("gross + refund - settle-gross"), Some(63));
        assert_eq!(run("-fee"), None);
        assert_eq!(run("gross - fee"), Some(100));
    }

    #[test]
    fn a_sum_without_some_of_its_columns_is_still_a_sum() {
        let only = |text: &str| text.parse::<Formula>().unwrap().only(|f| f != Field::Refund).map(|f| f.text);
        assert_eq!(only("-abs(refund)"), None);
        assert_eq!(only("gross - abs(refund) - settle-gross").as_deref(), Some("gross - settle-gross"));
        assert_eq!(only("-abs(refund) - abs(fee)").as_deref(), Some("-abs(fee)"));
    }

    #[test]
    fn refuses_what_is_no_sum() {
        for bad in ["", "+", "gross gross", "gross + + fee", "abs(gross", "order-no", "gross * fee", "gross -"] {
            assert!(bad.parse::<Formula>().is_err(), "{bad}");
        }
    }

    proptest! {
        #[test]
        fn never_panics(text in "[a-z()+ -]{0,40}") {
            if let Ok(formula) = text.parse::<Formula>() {
                let _ = formula.of(|_| Some(i64::MAX));
            }
        }
    }
}
