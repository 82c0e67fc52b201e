//! Sales that were counted and not paid out, and sales that were undone and paid out all the same.

use super::{Confidence, Draft, FindingCode, Look};
use crate::book::Place;
use crate::reconcile::Relation;
use crate::row::{Event, Role};
use crate::table::Table;

/// Working days after which money that was undone should have been taken back.
const TAKEN_BACK: u32 = 2;

pub(super) fn look(look: &mut Look<'_>) {
    not_settled(look);
    settled_though_undone(look);
}

/// The books that would show the payout of what this book counts: those of the same writer, and those in which at least
/// half of its rows were found.
fn answering<'a>(look: &Look<'a>, number: u32, table: &Table) -> Vec<&'a Table> {
    let book = look.book;
    let sales = table.rows.iter().filter(|row| row.event == Event::Sale).count();
    let met = look.found.met(Relation::TradeToSettle, number);
    let same = |other: &&Table| other.statement.counterparty == table.statement.counterparty;
    let mut all: Vec<&Table> = book.of_role(Role::Fund).map(|(_, t)| t).filter(same).collect();
    let half = sales > 0 && met * 2 >= sales;
    all.extend(book.of_role(Role::Settle).map(|(_, t)| t).filter(|t| half || same(t)));
    all
}

fn not_settled(look: &mut Look<'_>) {
    let book = look.book;
    let tables: Vec<u32> = book.of_role(Role::Trade).map(|(number, _)| number).collect();
    for number in tables {
        let table = &book.tables()[number as usize].0;
        let answers = answering(look, number, table);
        if answers.is_empty() {
            continue;
        }
        for at in 0..table.rows.len() {
            let place = Place { table: number, row: u32::try_from(at).unwrap_or(u32::MAX) };
            let row = &table.rows[at];
            let met = |relation| look.found.partner(relation, place).is_some();
            if !row.is_success(Event::Sale) || met(Relation::TradeToSettle) || met(Relation::TradeToFund) {
                continue;
            }
            let Some((day, due)) = look.due(place) else { continue };
            let covers = |t: &Table| {
                let until = if t.statement.role == Role::Fund { day } else { due };
                t.statement.covers.is_some_and(|(first, last)| first <= day && until <= last)
            };
            if !answers.iter().any(|t| covers(t))
                || look.in_the_dark(&[Role::Settle, Role::Fund, Role::Trade], day)
                || look.working_days_after(due, 1) > look.today
                || look.found.is_asked(place)
                || look.is_undone(place)
            {
                continue;
            }
            look.put(Draft {
                code: FindingCode::DebitNotSettled,
                confidence: Confidence::Likely,
                at_stake: row.net,
                rows: &[place],
                sum: &[("amount", row.amount), ("fee", row.fee().unwrap_or(0)), ("net", row.net)],
                params: vec![
                    ("order", table.order_no(row).to_owned()),
                    ("amount", look.said(place, row.amount)),
                    ("due", due.to_string()),
                ],
                playbook: "money-swallowed",
            });
        }
    }
}

fn settled_though_undone(look: &mut Look<'_>) {
    let book = look.book;
    for settled in book.places(Role::Settle) {
        let row = book.row(settled);
        if !row.is_success(Event::Sale) || !look.found.undone.of(settled).is_empty() || look.found.is_asked(settled) {
            continue;
        }
        let partners = [Relation::TradeToSettle, Relation::ShopToProvider];
        let Some((sale, undo)) = partners.iter().find_map(|relation| {
            let sale = look.found.partner(*relation, settled)?;
            let whole = look.is_undone(sale);
            let undo = look.found.undone.of(sale).last().copied().filter(|_| whole)?;
            Some((sale, undo))
        }) else {
            continue;
        };
        let Some(day) = book.row(undo).day() else { continue };
        let until = look.working_days_after(day, TAKEN_BACK);
        let covered = book
            .covered(Role::Settle, until, |t| t.statement.counterparty == book.table(settled).statement.counterparty);
        if until > look.today || !covered || look.in_the_dark(&[Role::Settle], day) {
            continue;
        }
        look.put(Draft {
            code: FindingCode::ReversedButSettled,
            confidence: Confidence::Likely,
            at_stake: row.net,
            rows: &[settled, sale, undo],
            sum: &[("amount", row.amount), ("net", row.net)],
            params: vec![("amount", look.said(settled, row.amount)), ("day", day.to_string())],
            playbook: "debited-abnormal",
        });
    }
}
