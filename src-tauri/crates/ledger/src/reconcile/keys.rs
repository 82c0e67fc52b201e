//! What two rows must share to be looked at together, as numbers that are quick to sort.

use super::{Fields, Pass, Relation};
use crate::book::{Book, Place};
use crate::row::{Event, Role};
use crate::table::{Id, Name, Row, Table};

/// Sales meet sales; what gives money back meets what gives money back.
pub(crate) fn class(event: Event) -> Option<u8> {
    match event {
        Event::Sale => Some(1),
        Event::Refund | Event::Void => Some(2),
        _ => None,
    }
}

/// A number for a text: the same for the same text, spread well. Equality of the texts is checked afterwards.
pub(crate) fn number(seed: u64, text: &str) -> u64 {
    const ODD: u64 = 0x9E37_79B9_7F4A_7C15;
    let mut hash = seed ^ ODD;
    for chunk in text.as_bytes().chunks(8) {
        let mut eight = [0_u8; 8];
        eight[..chunk.len()].copy_from_slice(chunk);
        hash = (hash ^ u64::from_le_bytes(eight)).wrapping_mul(ODD);
        hash ^= hash >> 29;
    }
    (hash ^ text.len() as u64).wrapping_mul(ODD) ^ (hash >> 32)
}

/// Leading zeros vanish in spreadsheet programs.
pub(crate) fn unpadded(text: &str) -> &str {
    text.trim_start_matches('0')
}

/// The wallet's account names a sale by the wallet's number, in another column.
pub(crate) fn psp_no<'t>(table: &'t Table, row: &Row) -> &'t str {
    if table.statement.role == Role::Fund { table.id(row, Id::Origin) } else { table.id(row, Id::Psp) }
}

pub(crate) fn refund_no<'t>(table: &'t Table, row: &Row) -> &'t str {
    if table.statement.role == Role::Fund { table.id(row, Id::Origin) } else { table.id(row, Id::Refund) }
}

/// The key of a row for a pass, or nothing when it lacks what the pass compares.
pub(crate) fn key(book: &Book, relation: Relation, pass: Pass, place: Place) -> Option<u64> {
    let (table, row) = (book.table(place), book.row(place));
    let class = u64::from(class(row.event)?);
    let text = |text: &str| (!text.is_empty()).then(|| number(class, text));
    let tid = || text(unpadded(table.name(row, Name::Tid)));
    match pass {
        Pass::Manual => None,
        Pass::OrderNo => text(table.id(row, Id::Order)),
        Pass::PspNo => text(psp_no(table, row)),
        Pass::RefundNo if row.event != Event::Sale => text(refund_no(table, row)),
        Pass::RefundNo => None,
        // The wallet's account knows no terminals.
        _ if relation == Relation::TradeToFund => None,
        Pass::Rrn => Some(number(tid()?, Some(unpadded(table.id(row, Id::Rrn))).filter(|t| !t.is_empty())?)),
        Pass::Trace => {
            let batch = number(tid()?, unpadded(table.name(row, Name::Batch)));
            Some(number(batch, Some(unpadded(table.id(row, Id::Trace))).filter(|t| !t.is_empty())?))
        }
        Pass::TimeAndAmount => {
            row.at()?;
            Some(tid()? ^ row.amount.unsigned_abs().wrapping_mul(0xD6E8_FEB8_6659_FD93))
        }
    }
}

/// What two rows have in common and in what they differ.
pub(crate) fn compare(book: &Book, a: Place, b: Place) -> (Fields, Fields) {
    let (ta, ra, tb, rb) = (book.table(a), book.row(a), book.table(b), book.row(b));
    let (mut equal, mut differ) = (Fields::default(), Fields::default());
    let mut texts = |field: Fields, x: &str, y: &str| {
        if !x.is_empty() && !y.is_empty() {
            if x == y { equal.put(field) } else { differ.put(field) }
        }
    };
    texts(Fields::ORDER, ta.id(ra, Id::Order), tb.id(rb, Id::Order));
    texts(Fields::PSP, psp_no(ta, ra), psp_no(tb, rb));
    texts(Fields::RRN, unpadded(ta.id(ra, Id::Rrn)), unpadded(tb.id(rb, Id::Rrn)));
    texts(Fields::TRACE, unpadded(ta.id(ra, Id::Trace)), unpadded(tb.id(rb, Id::Trace)));
    texts(Fields::TID, unpadded(ta.name(ra, Name::Tid)), unpadded(tb.name(rb, Name::Tid)));
    texts(Fields::CARD, tail(ta.name(ra, Name::Card)), tail(tb.name(rb, Name::Card)));
    // A sale that coupons carried in part is told whole on one side and as paid on the other.
    let same = ra.amount == rb.amount || ra.paid == rb.amount || ra.amount == rb.paid;
    if same {
        equal.put(Fields::AMOUNT);
    } else {
        differ.put(Fields::AMOUNT);
    }
    if let (Some(x), Some(y)) = (ra.at(), rb.at()) {
        if (x - y).abs() <= 120 { equal.put(Fields::TIME) } else { differ.put(Fields::TIME) }
    }
    (equal, differ)
}

/// Last four digits of a card.
pub(crate) fn tail(card: &str) -> &str {
    card.len().checked_sub(4).and_then(|at| card.get(at..)).unwrap_or_default()
}

/// How strongly two rows fit, for choosing among several and for the order of a review.
pub(crate) fn score(book: &Book, a: Place, b: Place, equal: Fields) -> u16 {
    let mut score = 0;
    for (field, worth) in [
        (Fields::ORDER, 100),
        (Fields::PSP, 100),
        (Fields::RRN, 60),
        (Fields::TRACE, 25),
        (Fields::TID, 15),
        (Fields::CARD, 15),
        (Fields::AMOUNT, 30),
    ] {
        score += if equal.has(field) { worth } else { 0 };
    }
    if let (Some(x), Some(y)) = (book.row(a).at(), book.row(b).at()) {
        score += match (x - y).abs() {
            0..=5 => 20,
            6..=120 => 10,
            _ => 0,
        };
    }
    score
}
