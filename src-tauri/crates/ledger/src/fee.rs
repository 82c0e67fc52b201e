//! Was the right fee taken? The right fee is the contract's; only that can be computed, and only that is claimed.

use crate::error::LedgerError;
use crate::rate::Rate;
use recourse_domain::{DomainError, Money};

/// What contract and statement say of one sale.
#[derive(Debug, Clone, Copy)]
pub struct FeeTerms {
    /// Amount of the sale.
    pub amount: Money,
    /// Rate in the contract for this kind of card.
    pub rate: Rate,
    /// Most that may be taken for one sale, when the contract names a cap.
    pub cap: Option<Money>,
    /// Fee that was taken.
    pub charged: Money,
}

/// Something to ask the acquirer about. Words: `fee-flag-<code>`. None of them says that a law was broken: a price above
/// the contract is a matter between the parties (条例 art. 34 forbids items that were not disclosed, not a level).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum FeeFlag {
    /// Exactly the contract's fee.
    AsAgreed,
    /// One minor unit apart: another way of rounding explains it.
    RoundingOnly,
    /// More than the contract's fee.
    AboveContract,
    /// Less than the contract's fee: a concession, or another rate.
    BelowContract,
    /// What was taken beyond the fee is a round sum and no share of the sale: a deposit, activation or data fee looks so.
    FixedSum,
}

impl FeeFlag {
    /// Stable name.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::AsAgreed => "as-agreed",
            Self::RoundingOnly => "rounding-only",
            Self::AboveContract => "above-contract",
            Self::BelowContract => "below-contract",
            Self::FixedSum => "fixed-sum",
        }
    }
}

/// What was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FeeCheck {
    /// Fee by the contract.
    pub expected: Money,
    /// Taken minus expected; negative when too little was taken.
    pub difference: Money,
    /// What to ask about.
    pub flags: Vec<FeeFlag>,
}

/// Compares the fee that was taken with the contract's.
///
/// # Errors
/// [`LedgerError::AmountNotPositive`]; mixed currencies or amounts beyond counting as [`DomainError`].
pub fn check(terms: &FeeTerms) -> Result<FeeCheck, LedgerError> {
    if terms.amount.minor() <= 0 {
        return Err(LedgerError::AmountNotPositive);
    }
    let currency = terms.amount.currency();
    for other in [Some(terms.charged), terms.cap].into_iter().flatten() {
        if other.currency() != currency {
            let (a, b) = (currency.code().to_owned(), other.currency().code().to_owned());
            return Err(DomainError::CurrencyMixed(a, b).into());
        }
    }
    let share = terms.rate.of_minor(terms.amount.minor());
    let expected = terms.cap.map_or(share, |cap| share.min(cap.minor()));
    let difference = terms.charged.minor() - expected;
    let mut flags = vec![match difference {
        0 => FeeFlag::AsAgreed,
        -1 | 1 => FeeFlag::RoundingOnly,
        d if d > 0 => FeeFlag::AboveContract,
        _ => FeeFlag::BelowContract,
    }];
    let ten_major = 10 * 10_i64.pow(currency.minor_digits());
    if difference >= ten_major && difference % ten_major == 0 {
        flags.push(FeeFlag::FixedSum);
    }
    Ok(FeeCheck {
        expected: Money::from_minor(expected, currency)?,
        difference: Money::from_minor(difference, currency)?,
        flags,
    })
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use recourse_domain::Currency;

    fn run(amount: &str, rate: &str, cap: Option<&str>, charged: &str) -> FeeCheck {
        let cny = |text: &str| Money::parse(text, Currency::CNY).unwrap();
        check(&FeeTerms { amount: cny(amount), rate: rate.parse().unwrap(), cap: cap.map(cny), charged: cny(charged) })
            .unwrap()
    }

    #[test]
    fn the_contract_decides() {
        let right = run("10000", "0.6", None, "60");
        assert_eq!((right.difference.minor(), right.flags), (0, vec![FeeFlag::AsAgreed]));
        let capped = run("10000", "0.5", Some("25"), "25");
        assert_eq!(capped.expected.to_decimal(), "25.00");
        assert_eq!(run("128", "0.38", None, "0.48").flags, [FeeFlag::RoundingOnly]);
        assert_eq!(run("1000", "0.6", None, "3.80").flags, [FeeFlag::BelowContract]);
    }

    #[test]
    fn a_deposit_taken_from_the_first_sale_shows_as_a_fixed_sum() {
        let found = run("1000", "0.6", None, "305.99");
        assert_eq!(found.flags, [FeeFlag::AboveContract]);
        let found = run("1000", "0.6", None, "305.00");
        assert_eq!(found.difference.to_decimal(), "299.00");
        let found = run("1000", "0.6", None, "306.00");
        assert_eq!(found.flags, [FeeFlag::AboveContract, FeeFlag::FixedSum]);
    }

    #[test]
    fn two_currencies_are_not_compared() {
        let terms = FeeTerms {
            amount: Money::parse("10", Currency::CNY).unwrap(),
            rate: "0.6".parse().unwrap(),
            cap: None,
            charged: Money::parse("10", "USD".parse().unwrap()).unwrap(),
        };
        assert!(check(&terms).is_err());
    }
}
