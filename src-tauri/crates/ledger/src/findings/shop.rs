//! The shop's own record against what wallet or acquirer counted.

use super::{Confidence, Draft, FindingCode, Look};
use crate::book::{Book, Place};
use crate::reconcile::{Fields, Relation};
use crate::row::{Event, Means, Role, Status};
use chrono::{Days, NaiveDate};
use std::collections::BTreeSet;

/// Days in which a row that only one side has may still come from the other.
const POOL_DAYS: u64 = 3;
/// Seconds in which a reversal after a timeout may come.
const REVERSAL: i64 = 24 * 3600;

pub(super) fn look(look: &mut Look<'_>) {
    matched(look);
    shop_only(look);
    provider_only(look);
}

fn matched(look: &mut Look<'_>) {
    let found = look.found;
    let between = [Relation::ShopToProvider, Relation::TradeToSettle];
    for m in between.iter().flat_map(|relation| found.matches(*relation)) {
        let (a, b) = (look.book.row(m.left), look.book.row(m.right));
        if a.event != Event::Sale || b.status != Status::Success {
            continue;
        }
        if matches!(a.status, Status::Timeout | Status::Failed) {
            let undone = |p: Place| !found.undone.of(p).is_empty();
            let settle = found.partner(Relation::TradeToSettle, m.right);
            let waited = b.at().is_none_or(|at| at + REVERSAL <= look.known.as_of.timestamp());
            if waited && !undone(m.left) && !undone(m.right) && !settle.is_some_and(undone) {
                let said = look.said(m.right, b.amount);
                look.put(Draft {
                    code: FindingCode::TimeoutWithDebit,
                    confidence: Confidence::Certain,
                    at_stake: b.amount,
                    rows: &[m.left, m.right],
                    sum: &[("amount", b.amount)],
                    params: vec![("amount", said), ("order", look.book.table(m.left).order_no(a).to_owned())],
                    playbook: "timeout-debited",
                });
            }
        } else if a.status == Status::Success && m.differ.has(Fields::AMOUNT) {
            let (left, right) = (look.said(m.left, a.amount), look.said(m.right, b.amount));
            look.put(Draft {
                code: FindingCode::AmountMismatch,
                confidence: Confidence::Certain,
                at_stake: (a.amount - b.amount).abs(),
                rows: &[m.left, m.right],
                sum: &[("amount-here", a.amount), ("amount-there", b.amount), ("difference", b.amount - a.amount)],
                params: vec![("left", left), ("right", right)],
                playbook: "other",
            });
        }
    }
}

/// Which kinds of payment each table tells of, found out once: most tables are large.
fn kinds(book: &Book) -> Vec<BTreeSet<Means>> {
    book.tables().iter().map(|(table, _)| table.rows.iter().map(|row| row.means).collect()).collect()
}

/// Whether a table of the role covers the day and tells of payments of this kind.
fn covered(book: &Book, kinds: &[BTreeSet<Means>], role: Role, day: NaiveDate, means: Means) -> bool {
    book.of_role(role).any(|(number, table)| {
        table.statement.covers.is_some_and(|(first, last)| first <= day && day <= last)
            && kinds[number as usize].iter().any(|m| alike(*m, means))
    })
}

/// Kinds of payment that one book may tell in another's words.
fn alike(a: Means, b: Means) -> bool {
    let card = |m| matches!(m, Means::Debit | Means::Credit | Means::Card);
    a == b || a == Means::Unknown || b == Means::Unknown || card(a) && card(b)
}

fn shop_only(look: &mut Look<'_>) {
    let book = look.book;
    let kinds = kinds(book);
    for place in book.places(Role::Shop) {
        let (table, row) = (book.table(place), book.row(place));
        let alone = row.is_success(Event::Sale)
            && look.found.partner(Relation::ShopToProvider, place).is_none()
            && !look.found.is_asked(place)
            && !look.is_undone(place);
        let Some(day) = row.day().filter(|_| alone) else { continue };
        let waited = day.checked_add_days(Days::new(POOL_DAYS)).is_some_and(|until| until <= look.today);
        let covered = [Role::Trade, Role::Settle].iter().any(|role| covered(book, &kinds, *role, day, row.means));
        if !waited || !covered || look.in_the_dark(&[Role::Trade, Role::Settle], day) {
            continue;
        }
        look.put(Draft {
            code: FindingCode::MissingInAcquirer,
            confidence: Confidence::Likely,
            at_stake: row.amount,
            rows: &[place],
            sum: &[("amount", row.amount)],
            params: vec![("order", table.order_no(row).to_owned()), ("amount", look.said(place, row.amount))],
            playbook: "money-swallowed",
        });
    }
}

fn provider_only(look: &mut Look<'_>) {
    let book = look.book;
    if book.of_role(Role::Shop).next().is_none() {
        return;
    }
    let kinds = kinds(book);
    for place in book.places(Role::Trade).chain(book.places(Role::Settle)) {
        let (table, row) = (book.table(place), book.row(place));
        let alone = row.is_success(Event::Sale)
            && look.found.partner(Relation::ShopToProvider, place).is_none()
            && !look.found.is_asked(place)
            && !look.is_undone(place);
        // A sale that both wallet and acquirer tell of is told once, as the wallet's.
        let told = table.statement.role == Role::Settle && look.found.partner(Relation::TradeToSettle, place).is_some();
        let Some(day) = row.day().filter(|_| alone && !told) else { continue };
        // The shop's row may be matched with the other book's row of the same sale.
        let other = look.found.partner(Relation::TradeToSettle, place);
        if other.is_some_and(|p| look.found.partner(Relation::ShopToProvider, p).is_some()) {
            continue;
        }
        let waited = day.checked_add_days(Days::new(POOL_DAYS)).is_some_and(|until| until <= look.today);
        let covered = covered(book, &kinds, Role::Shop, day, row.means);
        if !waited || !covered || look.in_the_dark(&[Role::Shop], day) || look.twice.contains(&place) {
            continue;
        }
        look.put(Draft {
            code: FindingCode::MissingInShop,
            confidence: Confidence::Ask,
            at_stake: row.amount,
            rows: &[place],
            sum: &[("amount", row.amount)],
            params: vec![("number", table.psp_no(row).to_owned()), ("amount", look.said(place, row.amount))],
            playbook: "other",
        });
    }
}
