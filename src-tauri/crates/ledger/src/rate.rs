//! A contract rate, kept exactly.

use crate::error::LedgerError;
use std::str::FromStr;

/// Millionths of a percent in one: six decimals are more than any contract writes.
const SCALE: i128 = 1_000_000;

/// A share of an amount in percent, exact to six decimals.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Rate(i128);

impl Rate {
    /// The share of `minor` units, rounded half up to a whole minor unit. A contract may round otherwise, so a difference
    /// of one minor unit is never held against anybody.
    #[must_use]
    pub fn of_minor(self, minor: i64) -> i64 {
        let exact = i128::from(minor) * self.0;
        let whole = SCALE * 100;
        i64::try_from((exact * 2 + whole).div_euclid(whole * 2)).unwrap_or(i64::MAX)
    }
}

impl std::fmt::Display for Rate {
    /// In percent without needless zeros: `0.6%`.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let text = format!("{}.{:06}", self.0 / SCALE, self.0 % SCALE);
        write!(f, "{}%", text.trim_end_matches('0').trim_end_matches('.'))
    }
}

impl FromStr for Rate {
    type Err = LedgerError;

    /// Reads `0.6`, `0.6%`, `0.6％`, and per mille `6‰`: always as the share it names.
    ///
    /// # Errors
    /// [`LedgerError::RateUnreadable`].
    fn from_str(text: &str) -> Result<Self, LedgerError> {
        let bad = || LedgerError::RateUnreadable(text.to_owned());
        let trimmed = text.trim();
        let (number, divisor) = match trimmed.strip_suffix('‰') {
            Some(number) => (number, 10),
            None => (trimmed.trim_end_matches(['%', '％']), 1),
        };
        let number = number.trim();
        let (whole, fraction) = number.split_once('.').unwrap_or((number, ""));
        let digits = |s: &str| s.bytes().all(|b| b.is_ascii_digit());
        if whole.is_empty()
            || whole.len() > 3
            || fraction.len() > 6
            || !digits(whole)
            || !digits(fraction)
            || number.ends_with('.')
        {
            return Err(bad());
        }
        let scaled: i128 = format!("{whole}{fraction:0<6}").parse().map_err(|_| bad())?;
        // Six decimals of a per mille are seven of a percent: one more than is kept.
        if scaled % divisor != 0 {
            return Err(bad());
        }
        let rate = Self(scaled / divisor);
        if rate.0 > SCALE * 100 { Err(bad()) } else { Ok(rate) }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn fee(rate: &str, minor: i64) -> i64 {
        rate.parse::<Rate>().unwrap().of_minor(minor)
    }

    #[test]
    fn rounds_half_up_to_the_fen() {
        assert_eq!(fee("0.6", 1_000_000), 6_000);
        assert_eq!(fee("0.38%", 128_000), 486);
        assert_eq!(fee("0.5", 100), 1);
        assert_eq!(fee("0.5", 99), 0);
        assert_eq!(fee("3.8‰", 128_000), 486);
    }

    #[test]
    fn refuses_what_is_no_share() {
        for bad in ["", "-1", "100.01", "0,6", "1e1", "0.1234567", "0.", ".6", "0.6%%x", "六"] {
            assert!(bad.parse::<Rate>().is_err(), "{bad}");
        }
    }

    proptest! {
        #[test]
        fn never_off_by_more_than_half_a_minor_unit(minor in 1i64..1_000_000_000, millionths in 0i128..=100_000_000) {
            let rate = Rate(millionths);
            let exact_doubled = i128::from(minor) * millionths * 2;
            let got_doubled = i128::from(rate.of_minor(minor)) * SCALE * 100 * 2;
            prop_assert!((exact_doubled - got_doubled).abs() <= SCALE * 100);
        }
        #[test]
        fn never_panics(text in "\\PC*") {
            let _ = text.parse::<Rate>();
        }
    }
}
