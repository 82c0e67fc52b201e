//! Transactions of a case.

use crate::desk::Desk;
use crate::dto::{CaseView, TransactionDto, TransactionInput};
use crate::error::DeskError;
use crate::view;
use chrono_tz::Tz;
use recourse_domain::{Currency, DomainError, EventBody, Moment, Money, Transaction, TransactionFields, TransactionId};

/// Reads a transaction as typed.
pub(crate) fn read(input: &TransactionInput, zone: Tz, id: TransactionId) -> Result<Transaction, DomainError> {
    let currency = match input.currency.trim() {
        "" => Currency::CNY,
        code => code.parse()?,
    };
    let mut fields = TransactionFields::of(Money::parse(&input.amount, currency)?);
    let text = |value: &str| value.trim().to_owned();
    if !input.at.trim().is_empty() {
        fields.at = Some(Moment::parse(&input.at, zone)?);
    }
    if !input.card.trim().is_empty() {
        fields.card = Some(input.card.parse()?);
    }
    fields.rrn = text(&input.rrn);
    fields.trace = text(&input.trace);
    fields.batch = text(&input.batch);
    fields.auth = text(&input.auth);
    fields.response_code = text(&input.response_code).to_ascii_uppercase();
    fields.terminal = text(&input.terminal);
    fields.order_no = text(&input.order_no);
    fields.card_type = text(&input.card_type);
    fields.note = text(&input.note);
    fields.check()?;
    Ok(Transaction { id, fields })
}

impl Desk {
    /// Records a transaction, or corrects the one of the same identifier.
    ///
    /// # Errors
    /// Unreadable values, a whole card number, unknown case or identifier, closed case, storage.
    pub fn transaction_save(&self, case: &str, input: &TransactionInput) -> Result<CaseView, DeskError> {
        let case = self.store.find_case(case)?;
        let id: TransactionId = if input.id.is_empty() {
            self.id()?
        } else {
            let id: TransactionId = input.id.parse()?;
            if !case.transactions.iter().any(|t| t.id == id) {
                return Err(DomainError::NotInCase { what: "transaction", id: id.to_string() }.into());
            }
            id
        };
        let transaction = read(input, case.zone, id)?;
        if case.transactions.contains(&transaction) {
            return self.view(&case);
        }
        self.happen(&case, vec![EventBody::TransactionRecorded { transaction }])
    }

    /// Takes a transaction out of a case.
    ///
    /// # Errors
    /// Not in this case, closed case, storage.
    pub fn transaction_remove(&self, case: &str, id: &str) -> Result<CaseView, DeskError> {
        let case = self.store.find_case(case)?;
        self.happen(&case, vec![EventBody::TransactionRemoved { transaction: id.parse()? }])
    }

    /// The transactions of a case.
    ///
    /// # Errors
    /// Unknown case, storage.
    pub fn transaction_list(&self, case: &str) -> Result<Vec<TransactionDto>, DeskError> {
        Ok(self.store.find_case(case)?.transactions.iter().map(view::transaction).collect())
    }
}
