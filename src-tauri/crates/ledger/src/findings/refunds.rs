//! Refunds that did not reach the customer, and money taken without a sale behind it.

use super::{Confidence, Draft, FindingCode, Look, Need, Question};
use crate::book::Place;
use crate::reconcile::Relation;
use crate::row::{Event, Role, RowId, Status};
use chrono::Days;

/// Days within which a refund leaves the wallet's account.
const LEAVES: u64 = 1;

pub(super) fn look(look: &mut Look<'_>) {
    not_returned(look);
    closed_in_the_account(look);
    customers_word(look);
    unexplained(look);
}

fn put(look: &mut Look<'_>, rows: &[Place], confidence: Confidence) {
    let row = look.book.row(rows[0]);
    let amount = row.amount.abs();
    let said = look.said(rows[0], amount);
    let number = look.book.table(rows[0]).order_no(row).to_owned();
    look.put(Draft {
        code: FindingCode::RefundNotReturned,
        confidence,
        at_stake: amount,
        rows,
        sum: &[("refund", amount)],
        params: vec![("amount", said), ("order", number)],
        playbook: "debited-abnormal",
    });
}

fn not_returned(look: &mut Look<'_>) {
    let book = look.book;
    for place in book.places(Role::Trade) {
        let (table, row) = (book.table(place), book.row(place));
        if row.event != Event::Refund {
            continue;
        }
        if row.status == Status::Changed {
            put(look, &[place], Confidence::Certain);
            continue;
        }
        // What a bill shows as under way proves nothing later.
        let Some(day) = row.day().filter(|_| row.status == Status::Success) else { continue };
        let Some(until) = day.checked_add_days(Days::new(LEAVES)) else { continue };
        let same = |t: &crate::table::Table| t.statement.counterparty == table.statement.counterparty;
        let covered = book.covered(Role::Fund, day, same) && book.covered(Role::Fund, until, same);
        let left = look.found.partner(Relation::TradeToFund, place).is_some();
        if covered && !left && !look.found.is_asked(place) && !look.in_the_dark(&[Role::Fund], day) {
            put(look, &[place], Confidence::Likely);
        }
    }
}

fn closed_in_the_account(look: &mut Look<'_>) {
    let book = look.book;
    for place in book.places(Role::Fund) {
        let row = book.row(place);
        if row.event == Event::Refund && row.status == Status::Closed {
            let trade = look.found.partner(Relation::TradeToFund, place);
            let rows: Vec<Place> = std::iter::once(place).chain(trade).collect();
            put(look, &rows, Confidence::Certain);
        }
    }
}

fn customers_word(look: &mut Look<'_>) {
    let waiting: Vec<RowId> = look.known.customer_waits.to_vec();
    for place in waiting.into_iter().filter_map(|id| look.book.find(id)) {
        let row = look.book.row(place);
        if row.event != Event::Refund {
            continue;
        }
        if row.status == Status::Pending {
            let row = look.shown(place);
            look.out.questions.push(Question { need: Need::NewerBill, row });
            continue;
        }
        let patience = look.known.refund_patience_days.map(|days| Days::new(u64::from(days)));
        let until = patience.and_then(|days| row.day()?.checked_add_days(days));
        if row.status == Status::Success && until.is_some_and(|until| until <= look.today) {
            put(look, &[place], Confidence::Ask);
        }
    }
}

fn unexplained(look: &mut Look<'_>) {
    let book = look.book;
    for place in [Role::Trade, Role::Settle, Role::Fund].into_iter().flat_map(|role| book.places(role)) {
        let (table, row) = (book.table(place), book.row(place));
        let taken = matches!(row.event, Event::Adjust | Event::Chargeback | Event::Reserve) && row.net < 0;
        if !taken || row.status != Status::Success {
            continue;
        }
        let playbook = if row.event == Event::Chargeback { "chargeback" } else { "other" };
        let params = vec![("amount", look.said(place, -row.net)), ("what", table.memo(row).to_owned())];
        look.put(Draft {
            code: FindingCode::UnexplainedDebit,
            confidence: Confidence::Certain,
            at_stake: -row.net,
            rows: &[place],
            sum: &[("net", row.net)],
            params,
            playbook,
        });
    }
}
