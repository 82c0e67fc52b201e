//! Sales that were debited twice.

use super::{Confidence, Draft, FindingCode, Look};
use crate::book::Place;
use crate::reconcile::Relation;
use crate::reconcile::keys::number;
use crate::row::{Event, Role};
use crate::table::{Id, Name};

/// Seconds in which the same card at the same terminal for the same amount looks like one sale tried twice.
const CLOSE: i64 = 600;

pub(super) fn look(look: &mut Look<'_>) {
    let book = look.book;
    // Numbers for the texts that must be equal: sorted, they put what may be twice side by side.
    let mut by_order: Vec<(u64, Place)> = Vec::new();
    let mut by_card: Vec<(u64, Place)> = Vec::new();
    for place in book.places(Role::Trade).chain(book.places(Role::Settle)) {
        let (table, row) = (book.table(place), book.row(place));
        let told = table.statement.role == Role::Settle && look.found.partner(Relation::TradeToSettle, place).is_some();
        if !row.is_success(Event::Sale) || told || !look.found.undone.of(place).is_empty() {
            continue;
        }
        let order = table.order_no(row);
        if !order.is_empty() {
            by_order.push((number(0, order), place));
        }
        let (card, tid) = (table.name(row, Name::Card), table.name(row, Name::Tid));
        if !card.is_empty() && !tid.is_empty() && row.at().is_some() {
            by_card.push((number(number(row.amount.unsigned_abs(), tid), card), place));
        }
    }
    let order = |p: Place| (book.table(p).statement.counterparty.as_str(), book.table(p).order_no(book.row(p)));
    for places in alike(by_order, order) {
        let mut numbers: Vec<&str> = places.iter().map(|p| book.table(*p).id(book.row(*p), Id::Psp)).collect();
        numbers.sort_unstable();
        numbers.dedup();
        if numbers.len() < 2 || numbers.contains(&"") {
            continue;
        }
        look.twice.extend(&places);
        put(look, &places, Confidence::Certain, order(places[0]).1);
    }
    let card = |p: Place| {
        let (table, row) = (book.table(p), book.row(p));
        (table.name(row, Name::Card), table.name(row, Name::Tid), row.amount)
    };
    for mut places in alike(by_card, card) {
        places.retain(|p| !look.twice.contains(p));
        places.sort_by_key(|p| (book.row(*p).at(), *p));
        for pair in places.windows(2) {
            let at = |p: Place| book.row(p).at().unwrap_or(0);
            if at(pair[1]) - at(pair[0]) <= CLOSE {
                put(look, pair, Confidence::Ask, "");
            }
        }
    }
}

/// Places whose numbers and texts are equal, where there are two or more.
fn alike<T: Ord>(mut list: Vec<(u64, Place)>, text: impl Fn(Place) -> T) -> Vec<Vec<Place>> {
    list.sort_unstable();
    let mut all = Vec::new();
    for group in list.chunk_by(|a, b| a.0 == b.0).filter(|group| group.len() > 1) {
        let mut places: Vec<Place> = group.iter().map(|g| g.1).collect();
        places.sort_by(|a, b| text(*a).cmp(&text(*b)).then_with(|| a.cmp(b)));
        let same = places.chunk_by(|a, b| text(*a) == text(*b));
        all.extend(same.filter(|same| same.len() > 1).map(<[Place]>::to_vec));
    }
    all.sort_unstable();
    all
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
