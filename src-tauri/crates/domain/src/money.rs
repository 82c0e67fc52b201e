//! Money: a whole number of minor units with its currency. Never a float.

use crate::currency::Currency;
use crate::error::DomainError;
use serde::{Deserialize, Serialize};
use std::fmt;

/// Largest count of minor units either way: 2^53 − 1, so that every border (JSON, JavaScript) keeps each digit.
pub const MAX_MINOR: i64 = (1 << 53) - 1;

/// An amount in minor units (fen, cents) of an ISO 4217 currency.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Money {
    minor: i64,
    currency: Currency,
}

impl Money {
    /// From minor units.
    ///
    /// # Errors
    /// [`DomainError::MoneyTooLarge`] beyond ±(2^53 − 1).
    pub fn from_minor(minor: i64, currency: Currency) -> Result<Self, DomainError> {
        if minor.unsigned_abs() > MAX_MINOR.unsigned_abs() {
            return Err(DomainError::MoneyTooLarge(minor.to_string()));
        }
        Ok(Self { minor, currency })
    }

    /// Reads what a person types: `1280`, `1280.00`, `1,280.5`, `¥1280`, `１２８０．００`, `-3.20`.
    ///
    /// Grouping commas must stand before groups of three digits: `1,28` is refused rather than read as 128.
    ///
    /// # Errors
    /// [`DomainError::MoneyNotANumber`], [`DomainError::MoneyTooManyDecimals`], [`DomainError::MoneyTooLarge`].
    pub fn parse(text: &str, currency: Currency) -> Result<Self, DomainError> {
        let bad = || DomainError::MoneyNotANumber(text.to_owned());
        let folded: String = text.trim().chars().map(fold_width).collect();
        let (negative, rest) = match folded.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, folded.as_str()),
        };
        let rest = rest.trim_start_matches(['¥', '$', '€', '£']).trim();
        let (whole, fraction) = rest.split_once('.').unwrap_or((rest, ""));
        if rest.ends_with('.') || whole.is_empty() || !fraction.bytes().all(|b| b.is_ascii_digit()) {
            return Err(bad());
        }
        let whole = ungroup(whole).ok_or_else(bad)?;
        let digits = currency.minor_digits() as usize;
        let significant = fraction.trim_end_matches('0');
        if significant.len() > digits {
            return Err(DomainError::MoneyTooManyDecimals {
                value: text.to_owned(),
                currency: currency.code().to_owned(),
            });
        }
        let mut number = whole;
        for i in 0..digits {
            number.push(fraction.as_bytes().get(i).map_or('0', |b| char::from(*b)));
        }
        let minor: i64 = number.parse().map_err(|_| DomainError::MoneyTooLarge(text.to_owned()))?;
        Self::from_minor(if negative { -minor } else { minor }, currency)
            .map_err(|_| DomainError::MoneyTooLarge(text.to_owned()))
    }

    /// Count of minor units.
    #[must_use]
    pub fn minor(self) -> i64 {
        self.minor
    }

    /// The currency.
    #[must_use]
    pub fn currency(self) -> Currency {
        self.currency
    }

    /// Plain decimal without grouping and with every minor digit: `1280.00`. The form of the JSON documents.
    #[must_use]
    pub fn to_decimal(self) -> String {
        let digits = self.currency.minor_digits() as usize;
        let sign = if self.minor < 0 { "-" } else { "" };
        let text = format!("{:0>width$}", self.minor.unsigned_abs(), width = digits + 1);
        let (whole, fraction) = text.split_at(text.len() - digits);
        if digits == 0 { format!("{sign}{whole}") } else { format!("{sign}{whole}.{fraction}") }
    }

    /// With grouping commas and currency first: `¥1,280.00`, `JPY 500`. The form for people.
    #[must_use]
    pub fn to_display(self) -> String {
        let plain = self.to_decimal();
        let (sign, plain) = plain.strip_prefix('-').map_or(("", plain.as_str()), |p| ("-", p));
        let (whole, fraction) = plain.split_once('.').unwrap_or((plain, ""));
        let mut grouped = String::new();
        for (i, c) in whole.chars().enumerate() {
            if i > 0 && (whole.len() - i) % 3 == 0 {
                grouped.push(',');
            }
            grouped.push(c);
        }
        let dot = if fraction.is_empty() { "" } else { "." };
        format!("{sign}{}{grouped}{dot}{fraction}", self.currency.symbol())
    }

    /// The sum of two amounts in one currency.
    ///
    /// # Errors
    /// [`DomainError::CurrencyMixed`], [`DomainError::MoneyTooLarge`].
    pub fn plus(self, other: Self) -> Result<Self, DomainError> {
        if self.currency != other.currency {
            return Err(DomainError::CurrencyMixed(self.currency.code().to_owned(), other.currency.code().to_owned()));
        }
        Self::from_minor(self.minor + other.minor, self.currency)
    }
}

impl fmt::Display for Money {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.to_display())
    }
}

/// Full-width digits and signs, as Chinese input methods give them, to ASCII.
fn fold_width(c: char) -> char {
    match c {
        '０'..='９' => char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c),
        '．' | '。' => '.',
        '，' => ',',
        '－' | '−' => '-',
        '￥' => '¥',
        other => other,
    }
}

fn ungroup(whole: &str) -> Option<String> {
    if !whole.bytes().all(|b| b.is_ascii_digit() || b == b',') {
        return None;
    }
    if whole.contains(',') {
        let mut groups = whole.split(',');
        let first = groups.next()?;
        if first.is_empty() || first.len() > 3 || !groups.all(|g| g.len() == 3) {
            return None;
        }
    }
    Some(whole.replace(',', ""))
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn cny(text: &str) -> Result<i64, DomainError> {
        Money::parse(text, Currency::CNY).map(Money::minor)
    }

    #[test]
    fn reads_what_people_type() {
        assert_eq!(cny("1280"), Ok(128_000));
        assert_eq!(cny("1,280.5"), Ok(128_050));
        assert_eq!(cny("¥1280.00"), Ok(128_000));
        assert_eq!(cny("１２８０．００"), Ok(128_000));
        assert_eq!(cny("-3.20"), Ok(-320));
        assert_eq!(cny("3.2000"), Ok(320));
    }

    #[test]
    fn refuses_what_could_be_misread() {
        for bad in ["", "12,80", "1280.", ".5", "1 280", "12e3", "abc", "1,2800", "--1", "NaN"] {
            assert!(matches!(cny(bad), Err(DomainError::MoneyNotANumber(_))), "{bad}");
        }
        assert!(matches!(cny("1.005"), Err(DomainError::MoneyTooManyDecimals { .. })));
        assert!(matches!(cny("99999999999999999"), Err(DomainError::MoneyTooLarge(_))));
    }

    #[test]
    fn minor_digits_follow_the_currency() {
        let jpy: Currency = "JPY".parse().unwrap();
        assert_eq!(Money::parse("500", jpy).unwrap().to_display(), "JPY 500");
        assert!(Money::parse("500.5", jpy).is_err());
        let kwd: Currency = "kwd".parse().unwrap();
        assert_eq!(Money::parse("1.234", kwd).unwrap().minor(), 1234);
    }

    proptest! {
        #[test]
        fn decimal_form_reads_back(minor in -MAX_MINOR..=MAX_MINOR) {
            let money = Money::from_minor(minor, Currency::CNY).unwrap();
            prop_assert_eq!(Money::parse(&money.to_decimal(), Currency::CNY).unwrap(), money);
            prop_assert_eq!(Money::parse(&money.to_display(), Currency::CNY).unwrap(), money);
        }
        #[test]
        fn never_panics(text in "\\PC*") {
            let _ = Money::parse(&text, Currency::CNY);
        }
    }
}
