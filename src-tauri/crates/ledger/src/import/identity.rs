//! Names of rows: by what they say, so that overlapping exports meet in the same names.

use crate::row::{Event, RowId};
use crate::table::{Id, Row, Table};
use sha2::{Digest, Sha256};

/// Below this a second thread is not worth its start.
const WORTH_A_THREAD: usize = 20_000;

/// Names every row. Rows that say exactly the same are told apart by their number within the file, so real twins stay
/// two rows and the same twins in an overlapping file are known again.
pub(crate) fn name_rows(table: &mut Table) {
    let prefix = Sha256::new()
        .chain_update(table.statement.role.as_str())
        .chain_update([0])
        .chain_update(&table.statement.account)
        .chain_update([0]);
    let mut rows = std::mem::take(&mut table.rows);
    let half = if rows.len() < WORTH_A_THREAD { rows.len() } else { rows.len() / 2 };
    let (front, back) = rows.split_at_mut(half);
    let give = |rows: &mut [Row]| {
        for row in rows {
            row.id = RowId(name(&prefix, table, row, 0));
        }
    };
    std::thread::scope(|scope| {
        if !back.is_empty() {
            scope.spawn(|| give(back));
        }
        give(front);
    });
    number_twins(&prefix, table, &mut rows);
    table.rows = rows;
}

fn number_twins(prefix: &Sha256, table: &Table, rows: &mut [Row]) {
    let mut order: Vec<(u64, u32)> = Vec::with_capacity(rows.len());
    for (at, row) in rows.iter().enumerate() {
        #[allow(clippy::cast_possible_truncation, reason = "the lower half of a hash sorts as well as the whole")]
        order.push((row.id.0 as u64, u32::try_from(at).unwrap_or(u32::MAX)));
    }
    order.sort_unstable();
    let mut at = 0;
    while at < order.len() {
        let end = order[at..].iter().position(|o| o.0 != order[at].0).map_or(order.len(), |n| at + n);
        for (twin, (_, index)) in order[at..end].iter().enumerate().skip(1) {
            let row = &rows[*index as usize];
            let id = RowId(name(prefix, table, row, twin as u64));
            rows[*index as usize].id = id;
        }
        at = end;
    }
}

fn name(prefix: &Sha256, table: &Table, row: &Row, twin: u64) -> u128 {
    let psp = table.id(row, Id::Psp);
    // A refund keeps the number of its sale; its own number tells it apart.
    let number = if psp.is_empty() { table.id(row, Id::Order) } else { psp };
    let number = if number.is_empty() { table.id(row, Id::Rrn) } else { number };
    let mut hash = prefix.clone();
    hash.update(number);
    hash.update([0, event_number(row.event)]);
    hash.update(table.id(row, Id::Refund));
    hash.update([0]);
    hash.update(row.amount.to_be_bytes());
    // A day without a time is told by its number: it is never a second of 1970.
    hash.update(row.at().unwrap_or_else(|| i64::from(row.day)).to_be_bytes());
    hash.update(twin.to_be_bytes());
    let digest = hash.finalize();
    let mut first = [0_u8; 16];
    first.copy_from_slice(&digest[..16]);
    u128::from_be_bytes(first)
}

/// Fixed numbers: stored names must not change when an event is added.
fn event_number(event: Event) -> u8 {
    match event {
        Event::Sale => 1,
        Event::Refund => 2,
        Event::Void => 3,
        Event::Fee => 4,
        Event::FeeReturn => 5,
        Event::Payout => 6,
        Event::Adjust => 7,
        Event::Chargeback => 8,
        Event::Reserve => 9,
        Event::Credit => 10,
        Event::Debit => 11,
        Event::Neutral => 12,
    }
}
