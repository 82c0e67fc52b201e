//! The shop's particulars.

use crate::desk::Desk;
use crate::dto::MerchantDto;
use crate::error::DeskError;
use crate::view;
use recourse_domain::{Actor, ContractRate, Currency, DomainError, Event, EventBody, MerchantProfile, Money, Terminal};

impl Desk {
    /// The shop's particulars; empty fields are not on record.
    ///
    /// # Errors
    /// Storage.
    pub fn merchant_get(&self) -> Result<MerchantDto, DeskError> {
        Ok(view::merchant(self.store.merchant()?))
    }

    /// Sets the shop's particulars. What is already so makes no event.
    ///
    /// # Errors
    /// A settlement account of more than four digits, a rate or cap that is no number, storage.
    pub fn merchant_set(&self, input: &MerchantDto) -> Result<MerchantDto, DeskError> {
        let profile = read(input)?;
        if profile != self.store.merchant()? {
            let body = EventBody::MerchantSet { profile };
            self.store.append(&[Event { case: None, at: self.moment(self.zone), actor: Actor::Owner, body }])?;
        }
        self.merchant_get()
    }
}

fn read(input: &MerchantDto) -> Result<MerchantProfile, DomainError> {
    let text = |field: &str, value: &str| {
        if value.chars().count() > 300 {
            return Err(DomainError::TooLong { field: field.to_owned(), limit: 300 });
        }
        Ok(value.trim().to_owned())
    };
    let last4 = text("settlement-last4", &input.settlement_last4)?;
    if !last4.is_empty() && (last4.len() != 4 || !last4.bytes().all(|b| b.is_ascii_digit())) {
        // A longer number might be a whole account number, so it is not echoed either.
        return Err(DomainError::FieldUnreadable { field: "settlement-last4".to_owned(), value: "…".to_owned() });
    }
    let mut rates = Vec::new();
    for rate in &input.rates {
        let number = |field: &str, value: &str| -> Result<String, DomainError> {
            let value = value.trim().trim_end_matches(['%', '％']).trim();
            if !value.is_empty() {
                // KWD only for its three decimals: a rate such as 0.525 must pass, and nothing that is no number may.
                let three: Currency = "KWD".parse()?;
                Money::parse(value, three)
                    .map_err(|_| DomainError::FieldUnreadable { field: field.to_owned(), value: value.to_owned() })?;
            }
            Ok(value.to_owned())
        };
        rates.push(ContractRate {
            card_type: text("card-type", &rate.card_type)?,
            percent: number("rate", &rate.percent)?,
            cap: number("cap", &rate.cap)?,
        });
    }
    let mut terminals = Vec::new();
    for t in &input.terminals {
        terminals.push(Terminal {
            tid: text("terminal", &t.tid)?,
            model: text("model", &t.model)?,
            serial: text("serial", &t.serial)?,
            label: text("label", &t.label)?,
        });
    }
    Ok(MerchantProfile {
        name: text("name", &input.name)?,
        mid: text("mid", &input.mid)?,
        licence: text("licence", &input.licence)?,
        contact: text("contact", &input.contact)?,
        phone: text("phone", &input.phone)?,
        email: text("email", &input.email)?,
        address: text("address", &input.address)?,
        acquirer: text("acquirer", &input.acquirer)?,
        settlement_last4: last4,
        terminals,
        rates,
    })
}
