//! A card or QR transaction as slip, back office and statement show it.

use crate::card::MaskedCard;
use crate::error::DomainError;
use crate::ids::TransactionId;
use crate::moment::Moment;
use crate::money::Money;
use serde::{Deserialize, Serialize};

/// What is known of a transaction besides its identifier. Empty text means: not on record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TransactionFields {
    /// Amount of the sale.
    pub amount: Money,
    /// When the terminal made it.
    pub at: Option<Moment>,
    /// Masked card; QR payments have none.
    pub card: Option<MaskedCard>,
    /// Retrieval reference number (检索参考号), up to 12 letters or digits.
    #[serde(default)]
    pub rrn: String,
    /// System trace number (凭证号/流水号), 6 digits.
    #[serde(default)]
    pub trace: String,
    /// Batch number, 6 digits.
    #[serde(default)]
    pub batch: String,
    /// Authorisation code, 6 letters or digits.
    #[serde(default)]
    pub auth: String,
    /// Response code on screen or slip, 2 letters or digits, e.g. `68`.
    #[serde(default)]
    pub response_code: String,
    /// Terminal number (TID).
    #[serde(default)]
    pub terminal: String,
    /// Order number of a QR payment.
    #[serde(default)]
    pub order_no: String,
    /// `debit`, `credit`, `qr`, or empty.
    #[serde(default)]
    pub card_type: String,
    /// Free remark.
    #[serde(default)]
    pub note: String,
}

impl TransactionFields {
    /// A transaction of which only the amount is known.
    #[must_use]
    pub fn of(amount: Money) -> Self {
        Self {
            amount,
            at: None,
            card: None,
            rrn: String::new(),
            trace: String::new(),
            batch: String::new(),
            auth: String::new(),
            response_code: String::new(),
            terminal: String::new(),
            order_no: String::new(),
            card_type: String::new(),
            note: String::new(),
        }
    }

    /// Checks the form of the reference numbers.
    ///
    /// # Errors
    /// [`DomainError::FieldUnreadable`] names the first field with characters or a length it cannot have.
    pub fn check(&self) -> Result<(), DomainError> {
        let alnum = |field: &str, value: &str, most: usize| {
            if value.len() <= most && value.bytes().all(|b| b.is_ascii_alphanumeric()) {
                Ok(())
            } else {
                Err(DomainError::FieldUnreadable { field: field.to_owned(), value: value.to_owned() })
            }
        };
        alnum("rrn", &self.rrn, 12)?;
        alnum("trace", &self.trace, 12)?;
        alnum("batch", &self.batch, 12)?;
        alnum("auth", &self.auth, 8)?;
        alnum("response-code", &self.response_code, 4)?;
        alnum("terminal", &self.terminal, 16)?;
        if self.order_no.chars().count() > 64 {
            return Err(DomainError::TooLong { field: "order-no".to_owned(), limit: 64 });
        }
        if !matches!(self.card_type.as_str(), "" | "debit" | "credit" | "qr") {
            return Err(DomainError::FieldUnreadable { field: "card-type".to_owned(), value: self.card_type.clone() });
        }
        if self.note.chars().count() > 2000 {
            return Err(DomainError::TooLong { field: "note".to_owned(), limit: 2000 });
        }
        Ok(())
    }
}

/// A transaction of a case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Transaction {
    /// Identifier within the case.
    pub id: TransactionId,
    /// What is known of it.
    #[serde(flatten)]
    pub fields: TransactionFields,
}
