//! Fees against the contract. Without a contract on record nothing is said: no rate is right or wrong by itself.

use super::{Confidence, Draft, FindingCode, Look};
use crate::book::Place;
use crate::contract::Contract;
use crate::reconcile::Relation;
use crate::reconcile::batch::tolerance;
use crate::row::{Event, Role, Status};
use crate::table::{Id, Table};
use chrono::NaiveDate;
use std::collections::{BTreeMap, HashSet};

/// One minor unit is another way of rounding.
const ROUNDING: i64 = 1;
/// Days within which the same deduction again shows a habit.
const HABIT_DAYS: i64 = 40;
/// A round sum is a multiple of this many major units.
const ROUND_MAJOR: i64 = 10;

/// A row and its day.
type Dated = (Place, Option<NaiveDate>);

pub(super) fn look(look: &mut Look<'_>) {
    let book = look.book;
    for (number, (table, soundness)) in book.tables().iter().enumerate() {
        if soundness.fee_sign_unknown {
            continue;
        }
        let number = u32::try_from(number).unwrap_or(u32::MAX);
        let contract = look.contract(table);
        if matches!(table.statement.role, Role::Trade | Role::Settle)
            && let Some(contract) = contract
        {
            over_contract(look, number, table, contract);
            kept_on_refund(look, number, table, contract);
        }
        if matches!(table.statement.role, Role::Trade | Role::Settle | Role::Fund) {
            fixed(look, number, table, contract);
        }
    }
}

fn place(table: u32, row: usize) -> Place {
    Place { table, row: u32::try_from(row).unwrap_or(u32::MAX) }
}

fn over_contract(look: &mut Look<'_>, number: u32, table: &Table, contract: &Contract) {
    let (mut small, mut small_rows, mut counted) = (0, Vec::new(), 0);
    for (at, row) in table.rows.iter().enumerate() {
        let Some(fee) = row.fee().filter(|_| row.is_success(Event::Sale) && row.amount > 0) else { continue };
        let here = place(number, at);
        // A sale that acquirer and wallet both tell of is judged in the acquirer's file, if its contract is known.
        if table.statement.role == Role::Trade
            && let Some(other) = look.found.partner(Relation::TradeToSettle, here)
            && look.contract(look.book.table(other)).is_some()
        {
            continue;
        }
        let kind = row.means.card_type();
        let term =
            if kind.is_empty() { contract.dearest(row.amount, row.day()) } else { contract.term(kind, row.day()) };
        let Some(term) = term else { continue };
        let base = if row.paid > 0 { row.paid } else { row.amount };
        let expected = term.fee(base);
        let over = -fee - expected;
        counted += 1;
        if over.abs() <= ROUNDING {
            small += over;
            if over > 0 {
                small_rows.push(here);
            }
            continue;
        }
        if over < 0 {
            continue;
        }
        look.put(Draft {
            code: FindingCode::FeeOverContract,
            confidence: if kind.is_empty() { Confidence::Ask } else { Confidence::Certain },
            at_stake: over,
            rows: &[here],
            sum: &[("amount", base), ("expected-fee", expected), ("charged-fee", -fee), ("difference", over)],
            params: vec![
                ("amount", look.said(here, base)),
                ("rate", term.rate.to_string()),
                ("expected", look.said(here, expected)),
                ("charged", look.said(here, -fee)),
                ("series", "no".to_owned()),
                ("rows", "1".to_owned()),
            ],
            playbook: "first-swipe-fee",
        });
    }
    // Rounding evens out over many sales; always up by one is a habit.
    if small > tolerance(counted) && !small_rows.is_empty() {
        let first = small_rows[0];
        let said = look.said(first, small);
        look.put(Draft {
            code: FindingCode::FeeOverContract,
            confidence: Confidence::Likely,
            at_stake: small,
            rows: &small_rows,
            sum: &[("difference", small)],
            params: vec![
                ("amount", said.clone()),
                ("rate", String::new()),
                ("expected", String::new()),
                ("charged", said),
                ("series", "yes".to_owned()),
                ("rows", small_rows.len().to_string()),
            ],
            playbook: "first-swipe-fee",
        });
    }
}

fn kept_on_refund(look: &mut Look<'_>, number: u32, table: &Table, contract: &Contract) {
    if contract.returns_fee != Some(true) {
        return;
    }
    for (at, row) in table.rows.iter().enumerate() {
        let undoes = matches!(row.event, Event::Refund | Event::Void) && row.status == Status::Success;
        if !undoes || row.fee().is_some_and(|fee| fee > 0) {
            continue;
        }
        let here = place(number, at);
        let Some((sale, _)) = look.found.undone.sale_of(here) else { continue };
        let sold = look.book.row(sale);
        let Some(fee) = sold.fee().filter(|fee| *fee < 0 && sold.amount > 0) else { continue };
        let back = -row.amount;
        let back = if row.event == Event::Void && back == 0 { sold.amount } else { back };
        let due = i128::from(-fee) * i128::from(back) * 2 + i128::from(sold.amount);
        let due = i64::try_from(due / (2 * i128::from(sold.amount))).unwrap_or(0);
        if due <= ROUNDING {
            continue;
        }
        look.put(Draft {
            code: FindingCode::RefundFeeKept,
            confidence: Confidence::Likely,
            at_stake: due,
            rows: &[here, sale],
            sum: &[("refund", back), ("charged-fee", -fee), ("fee-to-return", due)],
            params: vec![("refund", look.said(here, back)), ("fee", look.said(here, due))],
            playbook: "first-swipe-fee",
        });
    }
}

/// Deductions that are no share of a sale: fees booked alone, deductions beside the fee, and what is missing from a stated
/// remainder.
fn fixed(look: &mut Look<'_>, number: u32, table: &Table, contract: Option<&Contract>) {
    let booked_alone = table.rows.iter().any(|row| row.event == Event::Fee);
    let sales: HashSet<&str> = table
        .rows
        .iter()
        .filter(|row| booked_alone && row.event == Event::Sale)
        .flat_map(|row| [table.id(row, Id::Origin), table.id(row, Id::Psp)])
        .filter(|text| !text.is_empty())
        .collect();
    let mut series: BTreeMap<(String, i64), Vec<Dated>> = BTreeMap::new();
    for (at, row) in table.rows.iter().enumerate() {
        if row.status != Status::Success {
            continue;
        }
        let mut put = |label: &str, amount: i64| {
            if amount > 0 && !contract.is_some_and(|c| c.allows(label, amount)) {
                series.entry((label.to_owned(), amount)).or_default().push((place(number, at), row.day()));
            }
        };
        match row.event {
            Event::Fee if !sales.contains(table.id(row, Id::Origin)) => put(table.memo(row), -row.net),
            Event::Sale => {
                put("", -table.extra(at));
                if let Some(fee) = row.fee() {
                    put("", row.paid + fee + table.extra(at) - row.net);
                }
            }
            _ => {}
        }
    }
    let round = ROUND_MAJOR * 10_i64.pow(table.statement.currency.minor_digits());
    for ((label, amount), rows) in series {
        let days: Vec<NaiveDate> = rows.iter().filter_map(|(_, day)| *day).collect();
        let habit = days.windows(2).any(|d| (d[1] - d[0]).num_days().abs() <= HABIT_DAYS);
        let places: Vec<Place> = rows.iter().map(|(place, _)| *place).collect();
        let total = amount.saturating_mul(i64::try_from(places.len()).unwrap_or(1));
        let confidence = match (contract.is_some(), habit || amount % round == 0) {
            (true, true) => Confidence::Certain,
            (_, true) => Confidence::Likely,
            _ => Confidence::Ask,
        };
        look.put(Draft {
            code: FindingCode::FixedDeduction,
            confidence,
            at_stake: total,
            rows: &places,
            sum: &[("each", amount), ("difference", total)],
            params: vec![
                ("named", if label.is_empty() { "no" } else { "yes" }.to_owned()),
                ("what", label),
                ("each", look.said(places[0], amount)),
                ("times", places.len().to_string()),
            ],
            playbook: "first-swipe-fee",
        });
    }
}
