//! From a finding to a case: the sales it is about, as a case's transactions.

use super::Finding;
use crate::book::Book;
use crate::row::{Event, Role, RowRecord};
use chrono::DateTime;
use chrono_tz::Tz;
use recourse_domain::{Currency, Moment, Money, TransactionFields};

/// A case with more transactions than this is a claim over a list, which goes in as an exhibit.
const MOST: usize = 50;

/// A row as the transaction of a case. What does not have the form that a case asks for is left out, never bent.
#[must_use]
pub fn transaction(record: &RowRecord, currency: Currency, zone: Tz) -> Option<TransactionFields> {
    let mut fields = TransactionFields::of(Money::from_minor(record.amount.abs(), currency).ok()?);
    let at = record.at.and_then(|at| DateTime::from_timestamp(at, 0));
    fields.at = at.map(|at| Moment::new(at, zone));
    fields.card = record.card.parse().ok();
    record.means.card_type().clone_into(&mut fields.card_type);
    let put = |fields: &mut TransactionFields, slot: fn(&mut TransactionFields) -> &mut String, text: &str| {
        text.clone_into(slot(fields));
        if fields.check().is_err() {
            slot(fields).clear();
        }
    };
    put(&mut fields, |f| &mut f.rrn, &record.rrn);
    put(&mut fields, |f| &mut f.trace, &record.trace);
    put(&mut fields, |f| &mut f.batch, &record.batch);
    put(&mut fields, |f| &mut f.terminal, &record.tid);
    let number = if record.order_no.is_empty() { &record.psp_no } else { &record.order_no };
    put(&mut fields, |f| &mut f.order_no, number);
    Some(fields)
}

/// The sales that a finding is about, each once: where shop and provider both tell of one, as the provider does.
#[must_use]
pub fn transactions(finding: &Finding, book: &Book, zone: Tz) -> Vec<TransactionFields> {
    let places = finding.rows.iter().filter_map(|shown| book.find(shown.id));
    let mut list: Vec<(Role, TransactionFields)> = Vec::new();
    for place in places {
        let table = book.table(place);
        let Some(record) = table.record(place.row as usize).filter(|r| r.event == Event::Sale) else { continue };
        let Some(fields) = transaction(&record, table.statement.currency, zone) else { continue };
        let same = list.iter().position(|(role, one)| {
            *role != table.statement.role && !one.order_no.is_empty() && one.order_no == fields.order_no
        });
        match same {
            Some(known) if list[known].0 == Role::Shop => list[known] = (table.statement.role, fields),
            Some(_) => {}
            None if list.len() < MOST => list.push((table.statement.role, fields)),
            None => break,
        }
    }
    list.into_iter().map(|(_, fields)| fields).collect()
}
