//! Sales that were debited twice.

use super::{Confidence, Draft, FindingCode, Look};
use crate::book::Place;
use crate::reconcile::Relation;
use crate::row::{Event, Role};
use crate::table::{Id, Name};
use std::collections::BTreeMap;

/// Seconds in which the same card at the same terminal for the same amount looks like one sale tried twice.
const CLOSE: i64 = 600;

pub(super) fn look(look: &mut Look<'_>) {
    let book = look.book;
    let mut by_order: BTreeMap<(&str, &str), Vec<Place>> = BTreeMap::new();
    let mut by_card: BTreeMap<(&str, &str, i64), Vec<Place>> = BTreeMap::new();
    for place in book.places(Role::Trade).chain(book.places(Role::Settle)) {
        let (table, row) = (book.table(place), book.row(place));
        let told = table.statement.role == Role::Settle && look.found.partner(Relation::TradeToSettle, place).is_some();
        if !row.is_success(Event::Sale) || told || !look.found.undone.of(place).is_empty() {
            continue;
        }
        let counterparty = table.statement.counterparty.as_str();
        let order = table.order_no(row);
        if !order.is_empty() {
            by_order.entry((counterparty, order)).or_default().push(place);
        }
        let (card, tid) = (table.name(row, Name::Card), table.name(row, Name::Tid));
        if !card.is_empty() && !tid.is_empty() && row.at().is_some() {
            by_card.entry((card, tid, row.amount)).or_default().push(place);
        }
    }
    let mut certain: Vec<Place> = Vec::new();
    for ((_, order), places) in by_order {
        let mut numbers: Vec<&str> = places.iter().map(|p| book.table(*p).id(book.row(*p), Id::Psp)).collect();
        numbers.sort_unstable();
        numbers.dedup();
        if places.len() < 2 || numbers.len() < 2 || numbers.contains(&"") {
            continue;
        }
        certain.extend(&places);
        look.twice.extend(&places);
        put(look, &places, Confidence::Certain, order);
    }
    for (_, mut places) in by_card {
        places.retain(|p| !certain.contains(p));
        places.sort_by_key(|p| (book.row(*p).at(), *p));
        for pair in places.windows(2) {
            let at = |p: Place| book.row(p).at().unwrap_or(0);
            if at(pair[1]) - at(pair[0]) <= CLOSE {
                put(look, pair, Confidence::Ask, "");
            }
        }
    }
}

fn put(look: &mut Look<'_>, places: &[Place], confidence: Confidence, order: &str) {
    let book = look.book;
    // The first is the sale; every further one is one too many.
    let extra: i64 = places.iter().skip(1).map(|p| book.row(*p).amount).sum();
    let sum: Vec<(&str, i64)> = places.iter().map(|p| ("amount", book.row(*p).amount)).collect();
    let said = look.said(places[0], extra);
    look.put(Draft {
        code: FindingCode::DuplicateCharge,
        confidence,
        at_stake: extra,
        rows: places,
        sum: &sum,
        params: vec![
            ("same", if order.is_empty() { "card" } else { "order" }.to_owned()),
            ("order", order.to_owned()),
            ("times", places.len().to_string()),
            ("amount", said),
        ],
        playbook: "debited-abnormal",
    });
}
