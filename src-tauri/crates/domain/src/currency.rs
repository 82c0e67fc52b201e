//! ISO 4217 currencies.

use crate::error::DomainError;
use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// An ISO 4217 currency with its number of minor digits (CNY 2, JPY 0, KWD 3).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Currency(iso_currency::Currency);

impl Currency {
    /// Renminbi: what a shop in China counts in.
    pub const CNY: Self = Self(iso_currency::Currency::CNY);

    /// Alphabetic code, e.g. `CNY`.
    #[must_use]
    pub fn code(self) -> &'static str {
        self.0.code()
    }

    /// Decimal digits between the major and the minor unit.
    #[must_use]
    pub fn minor_digits(self) -> u32 {
        u32::from(self.0.exponent().unwrap_or(0))
    }

    /// Short symbol such as `¥`, for display beside a number only.
    #[must_use]
    pub fn symbol(self) -> String {
        // ISO gives CNY and JPY the same sign; shops in China read ¥ as renminbi, so only CNY gets it.
        if self == Self::CNY { "¥".to_owned() } else { format!("{} ", self.code()) }
    }
}

impl FromStr for Currency {
    type Err = DomainError;
    /// # Errors
    /// [`DomainError::CurrencyUnknown`] for anything that is no alphabetic code.
    fn from_str(text: &str) -> Result<Self, DomainError> {
        iso_currency::Currency::from_code(&text.trim().to_ascii_uppercase())
            .map(Self)
            .ok_or_else(|| DomainError::CurrencyUnknown(text.to_owned()))
    }
}
impl fmt::Display for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}
impl Serialize for Currency {
    fn serialize<S: serde::Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        s.serialize_str(self.code())
    }
}
impl<'de> Deserialize<'de> for Currency {
    fn deserialize<D: serde::Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        String::deserialize(d)?.parse().map_err(serde::de::Error::custom)
    }
}
