//! Was the right fee taken?

use crate::desk::Desk;
use crate::dto::{FeeFlagDto, FeeReport};
use crate::error::DeskError;
use recourse_domain::{Currency, DomainError, Money};
use recourse_ledger::{FeeTerms, check};

/// A fee and its contract terms as typed.
#[derive(Debug, Clone, Default)]
pub struct FeeInput {
    /// Amount of the sale.
    pub amount: String,
    /// ISO 4217; empty means CNY.
    pub currency: String,
    /// `debit`, `credit` or `qr`: looks the rate up in the shop's contract when none is given.
    pub card_type: String,
    /// Rate in percent; empty means the shop's contract.
    pub contract_rate: String,
    /// Cap; empty means none, or the shop's contract when the rate is looked up there.
    pub cap: String,
    /// Fee that was taken.
    pub charged: String,
}

impl Desk {
    /// Compares a fee with the contract's: with the rate given, or with the one in the shop's particulars.
    ///
    /// # Errors
    /// Unreadable amounts or rates; [`DeskError::RateNotOnRecord`] when there is none to compare with; storage.
    pub fn fee_check(&self, input: &FeeInput) -> Result<FeeReport, DeskError> {
        let card_type = input.card_type.trim();
        if !matches!(card_type, "" | "debit" | "credit" | "qr") {
            let (field, value) = ("card-type".to_owned(), card_type.to_owned());
            return Err(DomainError::FieldUnreadable { field, value }.into());
        }
        let currency = if input.currency.trim().is_empty() { Currency::CNY } else { input.currency.parse()? };
        let (rate, cap) = if input.contract_rate.trim().is_empty() {
            let found = self.store.merchant()?.rates.into_iter().find(|r| r.card_type == card_type);
            let found = found.filter(|r| !r.percent.is_empty());
            let found = found.ok_or_else(|| DeskError::RateNotOnRecord(card_type.to_owned()))?;
            (found.percent, if input.cap.trim().is_empty() { found.cap } else { input.cap.clone() })
        } else {
            (input.contract_rate.clone(), input.cap.clone())
        };
        let charged = Money::parse(&input.charged, currency)?;
        let found = check(&FeeTerms {
            amount: Money::parse(&input.amount, currency)?,
            rate: rate.parse()?,
            cap: if cap.trim().is_empty() { None } else { Some(Money::parse(&cap, currency)?) },
            charged,
        })?;
        let words = self.words();
        Ok(FeeReport {
            expected_fee: found.expected.to_decimal(),
            charged_fee: charged.to_decimal(),
            difference: found.difference.to_decimal(),
            currency: currency.code().to_owned(),
            flags: found
                .flags
                .iter()
                .map(|f| FeeFlagDto {
                    code: f.as_str().to_owned(),
                    message: words.say(&format!("fee-flag-{}", f.as_str())),
                })
                .collect(),
        })
    }
}
