//! Was the right fee taken? The right fee is the contract's; only that can be computed, and only that is claimed.

use crate::background::background;
use crate::contract::{Contract, RateTerm};
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
    /// A deduction that the contract does not name.
    NotInContract,
    /// The rate was changed, and announced later than it should have been.
    ShortNotice,
    /// A fixed sum was taken from the first sale of a new terminal.
    FixedOnFirstSale,
    /// A fee was taken for a sale that failed, was reversed, or was refunded where the contract gives the fee back.
    OnUndoneSale,
    /// The contract on record names no rate for this sale.
    NoRate,
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
            Self::NotInContract => "not-in-contract",
            Self::ShortNotice => "short-notice",
            Self::FixedOnFirstSale => "fixed-on-first-sale",
            Self::OnUndoneSale => "on-undone-sale",
            Self::NoRate => "no-rate",
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

/// How a sale ended.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum SaleEnd {
    /// The customer paid.
    #[default]
    Paid,
    /// It failed.
    Failed,
    /// It was voided or reversed.
    Reversed,
    /// It was refunded in full.
    Refunded,
}

/// A sale with everything that was taken from it.
#[derive(Debug, Clone, Copy)]
pub struct SaleFee<'a> {
    /// Amount of the sale.
    pub amount: Money,
    /// `debit`, `credit`, `qr`, or empty when it is not known.
    pub card_type: &'a str,
    /// Day of the sale, for contracts whose rates have days.
    pub day: Option<chrono::NaiveDate>,
    /// How it ended.
    pub end: SaleEnd,
    /// Whether it was the first on a new terminal.
    pub first: bool,
    /// Percentage fee that was taken.
    pub charged: Money,
    /// Other deductions: what the statement calls them, and how much.
    pub extras: &'a [(&'a str, Money)],
}

/// What was found of a sale.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SaleCheck<'c> {
    /// Fee by the contract; nothing when no rate is on record.
    pub expected: Option<Money>,
    /// Everything that was taken.
    pub charged: Money,
    /// Taken minus what the contract allows.
    pub difference: Money,
    /// The rate that was used.
    pub term: Option<&'c RateTerm>,
    /// What to ask about, by rank.
    pub flags: Vec<FeeFlag>,
}

/// Compares everything that was taken from a sale with a contract.
///
/// # Errors
/// As [`check`]; [`LedgerError::Profile`] when the background facts cannot be read.
pub fn check_sale<'c>(sale: &SaleFee<'_>, contract: &'c Contract) -> Result<SaleCheck<'c>, LedgerError> {
    let currency = sale.amount.currency();
    let minor = sale.amount.minor();
    let term = match sale.card_type {
        "" => contract.dearest(minor, sale.day),
        kind => contract.term(kind, sale.day),
    };
    let gives_back = sale.end == SaleEnd::Refunded && contract.returns_fee == Some(true);
    let undone = matches!(sale.end, SaleEnd::Failed | SaleEnd::Reversed) || gives_back;
    let mut flags = Vec::new();
    let mut allowed = 0;
    let mut expected = None;
    if let Some(term) = term {
        let cap = term.cap.map(|cap| Money::from_minor(cap, currency)).transpose()?;
        let found = check(&FeeTerms { amount: sale.amount, rate: term.rate, cap, charged: sale.charged })?;
        allowed = if undone { 0 } else { found.expected.minor() };
        expected = Some(Money::from_minor(allowed, currency)?);
        if !undone {
            flags.extend(found.flags);
        }
        let days = background()?.notice.days;
        if let (Some(from), Some(told)) = (term.from, term.noticed_on)
            && (from - told).num_days() < days
        {
            flags.push(FeeFlag::ShortNotice);
        }
    } else {
        flags.push(FeeFlag::NoRate);
    }
    let mut taken = sale.charged;
    for (name, amount) in sale.extras {
        taken = taken.plus(*amount)?;
        if contract.allows(name, amount.minor()) {
            allowed += amount.minor();
        } else if amount.minor() > 0 {
            flags.push(FeeFlag::NotInContract);
        }
    }
    let fixed = flags.iter().any(|f| matches!(f, FeeFlag::FixedSum | FeeFlag::NotInContract));
    if sale.first && fixed {
        flags.push(FeeFlag::FixedOnFirstSale);
    }
    if undone && sale.charged.minor() > 0 {
        flags.push(FeeFlag::OnUndoneSale);
    }
    flags.sort_unstable();
    flags.dedup();
    let difference = Money::from_minor(taken.minor() - allowed, currency)?;
    Ok(SaleCheck { expected, charged: taken, difference, term, flags })
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

    fn contract() -> Contract {
        let day = |m, d| chrono::NaiveDate::from_ymd_opt(2026, m, d);
        let term = |kind: &str, from, to, rate: &str, cap, noticed_on| RateTerm {
            card_type: kind.to_owned(),
            from,
            to,
            rate: rate.parse().unwrap(),
            cap,
            clause: "3.1".to_owned(),
            noticed_on,
        };
        Contract {
            rates: vec![
                term("debit", None, None, "0.5", Some(2500), None),
                term("qr", None, day(8, 31), "0.38", None, None),
                term("qr", day(9, 1), None, "0.6", None, day(8, 20)),
            ],
            items: vec![crate::contract::Item { name: "通讯".to_owned(), most: Some(600) }],
            returns_fee: Some(true),
            ..Contract::default()
        }
    }

    fn sale<'a>(kind: &'a str, month: u32, charged: &str, extras: &'a [(&'a str, Money)]) -> SaleFee<'a> {
        SaleFee {
            amount: Money::parse("1000", Currency::CNY).unwrap(),
            card_type: kind,
            day: chrono::NaiveDate::from_ymd_opt(2026, month, 15),
            end: SaleEnd::Paid,
            first: false,
            charged: Money::parse(charged, Currency::CNY).unwrap(),
            extras,
        }
    }

    #[test]
    fn the_rate_of_the_day_counts_and_a_late_announcement_is_told() {
        let contract = contract();
        let before = check_sale(&sale("qr", 8, "3.80", &[]), &contract).unwrap();
        assert_eq!(before.flags, [FeeFlag::AsAgreed]);
        let after = check_sale(&sale("qr", 9, "6.00", &[]), &contract).unwrap();
        assert_eq!(after.flags, [FeeFlag::AsAgreed, FeeFlag::ShortNotice]);
        assert_eq!(check_sale(&sale("credit", 9, "6.00", &[]), &contract).unwrap().flags, [FeeFlag::NoRate]);
    }

    #[test]
    fn what_the_contract_names_is_allowed_and_the_rest_is_asked_about() {
        let contract = contract();
        let yuan = |text: &str| Money::parse(text, Currency::CNY).unwrap();
        let extras = [("通讯费", yuan("6")), ("秒到费", yuan("3"))];
        let found = check_sale(&SaleFee { first: true, ..sale("debit", 9, "5.00", &extras) }, &contract).unwrap();
        assert_eq!(found.flags, [FeeFlag::AsAgreed, FeeFlag::NotInContract, FeeFlag::FixedOnFirstSale]);
        assert_eq!((found.charged.to_decimal(), found.difference.to_decimal()), ("14.00".into(), "3.00".into()));
    }

    #[test]
    fn a_sale_that_came_to_nothing_owes_nothing() {
        let contract = contract();
        for end in [SaleEnd::Failed, SaleEnd::Reversed, SaleEnd::Refunded] {
            let found = check_sale(&SaleFee { end, ..sale("debit", 9, "5.00", &[]) }, &contract).unwrap();
            assert_eq!(found.flags, [FeeFlag::OnUndoneSale], "{end:?}");
            assert_eq!(found.difference.to_decimal(), "5.00");
        }
        let silent = Contract { returns_fee: None, ..contract };
        let found = check_sale(&SaleFee { end: SaleEnd::Refunded, ..sale("debit", 9, "5.00", &[]) }, &silent).unwrap();
        assert_eq!(found.flags, [FeeFlag::AsAgreed]);
    }
}
