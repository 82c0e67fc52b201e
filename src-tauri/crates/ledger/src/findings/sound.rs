//! Statements that do not add up. What they cover is left in the dark: nothing is called missing there.

use super::{Confidence, Dark, Draft, FindingCode, Look};
use crate::book::Place;
use crate::row::Role;
use chrono::{Days, NaiveDate};
use std::collections::BTreeMap;

/// Neighbouring days looked at on each side, and how many of them must have rows for an empty day to be strange.
const NEIGHBOURS: u64 = 3;
const BUSY: usize = 5;

pub(super) fn look(look: &mut Look<'_>) {
    statements(look);
    empty_days(look);
}

fn statements(look: &mut Look<'_>) {
    let book = look.book;
    for (number, (table, soundness)) in book.tables().iter().enumerate() {
        if !soundness.is_broken() && soundness.rejected == 0 {
            continue;
        }
        if let Some((first, last)) = table.statement.covers {
            look.dark.push(Dark { role: table.statement.role, first, last });
        }
        if table.rows.is_empty() {
            continue;
        }
        let table_number = u32::try_from(number).unwrap_or(u32::MAX);
        let at = |row: usize| Place { table: table_number, row: u32::try_from(row).unwrap_or(u32::MAX) };
        let off: Vec<_> = soundness.totals.iter().filter(|t| !t.agrees()).collect();
        let broken = soundness.chain.as_ref().map_or(&[][..], |c| c.breaks.as_slice());
        let mut rows: Vec<Place> =
            (0..table.rows.len()).filter(|row| broken.contains(&table.rows[*row].line)).map(at).take(50).collect();
        if rows.is_empty() {
            rows.push(at(0));
        }
        let reason = match (off.is_empty(), broken.is_empty(), soundness.cut_off) {
            (false, _, _) => "totals",
            (_, false, _) => "balances",
            (_, _, true) => "cut",
            _ => "rejected",
        };
        let money = off.iter().find(|t| !t.counts_rows);
        let sum = money.map_or_else(Vec::new, |t| vec![("claimed", t.claimed), ("computed", t.computed)]);
        look.put(Draft {
            code: FindingCode::FileIncomplete,
            confidence: if reason == "rejected" { Confidence::Ask } else { Confidence::Certain },
            at_stake: 0,
            rows: &rows,
            sum: &sum,
            params: vec![("file", table.statement.file.clone()), ("reason", reason.to_owned())],
            playbook: "other",
        });
    }
}

/// A day without any row between busy days: a file is missing, or the shop was closed.
fn empty_days(look: &mut Look<'_>) {
    let book = look.book;
    let mut accounts: BTreeMap<(Role, &str, &str), BTreeMap<NaiveDate, Place>> = BTreeMap::new();
    for role in [Role::Shop, Role::Trade, Role::Settle] {
        for (number, table) in book.of_role(role) {
            let s = &table.statement;
            let days = accounts.entry((role, &s.counterparty, &s.account)).or_default();
            let mut last = None;
            for (at, row) in table.rows.iter().enumerate() {
                // Most rows are of the day of the row before.
                if row.day() != last
                    && let Some(day) = row.day()
                {
                    let place = Place { table: number, row: u32::try_from(at).unwrap_or(u32::MAX) };
                    days.entry(day).or_insert(place);
                    last = Some(day);
                }
            }
        }
    }
    for ((role, _, _), days) in accounts {
        let (Some(first), Some(last)) = (days.keys().next().copied(), days.keys().next_back().copied()) else {
            continue;
        };
        let mut gaps: Vec<NaiveDate> = Vec::new();
        let mut day = first;
        while let Some(next) = day.succ_opt().filter(|next| *next < last) {
            day = next;
            let near = |n: u64| [day.checked_sub_days(Days::new(n)), day.checked_add_days(Days::new(n))];
            let busy = (1..=NEIGHBOURS).flat_map(near).flatten().filter(|d| days.contains_key(d)).count();
            if !days.contains_key(&day) && busy >= BUSY {
                gaps.push(day);
            }
        }
        for gap in gaps {
            look.dark.push(Dark { role, first: gap, last: gap });
            let before = days.range(..gap).next_back().map(|(_, p)| *p);
            let after = days.range(gap..).next().map(|(_, p)| *p);
            let rows: Vec<Place> = before.into_iter().chain(after).collect();
            let file = rows.first().map(|p| book.table(*p).statement.file.clone()).unwrap_or_default();
            look.put(Draft {
                code: FindingCode::FileIncomplete,
                confidence: Confidence::Ask,
                at_stake: 0,
                rows: &rows,
                sum: &[],
                params: vec![("file", file), ("reason", "day".to_owned())],
                playbook: "other",
            });
        }
    }
}
