//! `recourse transaction …` and `recourse party …`

use super::Run;
use crate::args::{PartyVerb, TransactionArgs, TransactionVerb};
use crate::refusal::{Ended, Refusal};
use crate::show;
use recourse_desk::dto::{PartyDto, TransactionDto, TransactionInput};
use serde::Serialize;

/// `transaction list`
#[derive(Debug, Serialize)]
pub(crate) struct Transactions {
    /// In the order of recording.
    pub(crate) transactions: Vec<TransactionDto>,
}

/// `party list`
#[derive(Debug, Serialize)]
pub(crate) struct Parties {
    /// In the order of naming.
    pub(crate) parties: Vec<PartyDto>,
}

impl Run {
    pub(super) fn transaction(&self, verb: TransactionVerb) -> Result<Ended, Refusal> {
        let desk = self.desk()?;
        let view = match verb {
            TransactionVerb::Add { case, amount, fields } => {
                let input = TransactionInput { amount, ..TransactionInput::default() };
                desk.transaction_save(&case, &with(input, fields))?
            }
            TransactionVerb::Set { case, transaction, amount, fields } => {
                let known = desk.transaction_list(&case)?.into_iter().find(|t| t.id.eq_ignore_ascii_case(&transaction));
                // Without a known one the identifier alone goes on, and the use case says what is wrong with it.
                let mut input = known.map_or_else(TransactionInput::default, as_typed);
                input.id = transaction;
                input.amount = amount.unwrap_or(input.amount);
                desk.transaction_save(&case, &with(input, fields))?
            }
            TransactionVerb::Remove { case, transaction } => desk.transaction_remove(&case, &transaction)?,
            TransactionVerb::List { case } => {
                let transactions = Transactions { transactions: desk.transaction_list(&case)? };
                return self.answer(&transactions, |list, words| show::transactions(&list.transactions, words));
            }
        };
        self.answer(&view, show::case)
    }

    pub(super) fn party(&self, verb: PartyVerb) -> Result<Ended, Refusal> {
        let desk = self.desk()?;
        let view = match verb {
            PartyVerb::Add { case, role, name, contact } => {
                desk.party_save(&case, &PartyDto { id: String::new(), role, name, contact })?
            }
            PartyVerb::Set { case, party, role, name, contact } => {
                let known = desk.case_show(&case)?.parties.into_iter().find(|p| p.id.eq_ignore_ascii_case(&party));
                let empty =
                    || PartyDto { id: String::new(), role: String::new(), name: String::new(), contact: String::new() };
                let known = known.unwrap_or_else(empty);
                let changed = PartyDto {
                    id: party,
                    role: role.unwrap_or(known.role),
                    name: name.unwrap_or(known.name),
                    contact: contact.unwrap_or(known.contact),
                };
                desk.party_save(&case, &changed)?
            }
            PartyVerb::Remove { case, party } => desk.party_remove(&case, &party)?,
            PartyVerb::List { case } => {
                let parties = Parties { parties: desk.case_show(&case)?.parties };
                return self.answer(&parties, |list, words| show::parties(&list.parties, words));
            }
        };
        self.answer(&view, show::case)
    }
}

/// What was given takes the place of what stood there.
fn with(mut input: TransactionInput, given: TransactionArgs) -> TransactionInput {
    let put = |field: &mut String, value: Option<String>| {
        if let Some(value) = value {
            *field = value;
        }
    };
    put(&mut input.currency, given.currency);
    put(&mut input.at, given.at);
    put(&mut input.card, given.card);
    put(&mut input.card_type, given.card_type);
    put(&mut input.rrn, given.rrn);
    put(&mut input.trace, given.trace);
    put(&mut input.batch, given.batch);
    put(&mut input.auth, given.auth);
    put(&mut input.response_code, given.response_code);
    put(&mut input.terminal, given.terminal);
    put(&mut input.order_no, given.order_no);
    put(&mut input.note, given.note);
    input
}

fn as_typed(known: TransactionDto) -> TransactionInput {
    TransactionInput {
        id: known.id,
        amount: known.amount,
        currency: known.currency,
        at: known.at.unwrap_or_default(),
        card: known.card.unwrap_or_default(),
        rrn: known.rrn,
        trace: known.trace,
        batch: known.batch,
        auth: known.auth,
        response_code: known.response_code,
        terminal: known.terminal,
        order_no: known.order_no,
        card_type: known.card_type,
        note: known.note,
    }
}
