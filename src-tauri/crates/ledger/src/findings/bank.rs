//! Days of settlement against what came into the bank account.

use super::{Confidence, Draft, FindingCode, Look};
use crate::book::Place;
use crate::reconcile::batch::{BatchPass, DayNet};
use crate::reconcile::due_day;
use crate::row::Role;
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// Working days after the due day from which a credit is late, and from which it is missing.
const LATE: u32 = 1;
const MISSING: u32 = 3;

pub(super) fn look(look: &mut Look<'_>) {
    if look.book.of_role(Role::Bank).next().is_none() {
        return;
    }
    not_arrived(look);
    different(look);
}

/// Whether a day that shares the due day is in the dark: then no sum is known.
fn is_dark(look: &Look<'_>, day: &DayNet) -> bool {
    let Some(first) = day.rows.first() else { return true };
    let settle = look.terms.settle_of(look.book.table(*first));
    let same_due = look.dark.iter().filter(|d| matches!(d.role, Role::Settle | Role::Fund)).any(|dark| {
        dark.first
            .iter_days()
            .take_while(|d| *d <= dark.last)
            .any(|d| due_day(d, &settle, look.terms.calendar) == day.due)
    });
    same_due || look.in_the_dark(&[Role::Bank], day.due)
}

fn not_arrived(look: &mut Look<'_>) {
    let batches = &look.found.batches;
    let mut open: BTreeMap<(String, String, NaiveDate), Vec<usize>> = BTreeMap::new();
    for (at, day) in batches.days.iter().enumerate() {
        let settled = batches.batch_of[at].is_some() || batches.asked.contains(&at) || batches.carried.contains(&at);
        if !settled && !is_dark(look, day) {
            open.entry((day.counterparty.clone(), day.merchant.clone(), day.due)).or_default().push(at);
        }
    }
    for ((counterparty, _, due), days) in open {
        let expected: i64 = days.iter().map(|at| batches.days[*at].net).sum();
        let late = look.working_days_after(due, LATE);
        let covered = |day| look.book.covered(Role::Bank, day, |_| true);
        if expected <= 0 || late > look.today || !covered(due) || !covered(late) {
            continue;
        }
        let known_payer = batches
            .batches
            .iter()
            .any(|b| b.days.first().is_some_and(|at| batches.days[*at].counterparty == counterparty));
        let missing = look.working_days_after(due, MISSING);
        let is_missing = missing <= look.today && covered(missing);
        let rows: Vec<Place> = days.iter().flat_map(|at| batches.days[*at].rows.iter().copied()).collect();
        let said = look.said(rows[0], expected);
        look.put(Draft {
            code: FindingCode::NotArrived,
            confidence: match (known_payer, is_missing) {
                (true, true) => Confidence::Certain,
                (true, false) => Confidence::Likely,
                (false, _) => Confidence::Ask,
            },
            at_stake: expected,
            rows: &rows,
            sum: &[("net", expected)],
            params: vec![
                ("amount", said),
                ("due", due.to_string()),
                ("sales", rows.len().to_string()),
                ("late", if is_missing { "missing" } else { "late" }.to_owned()),
            ],
            playbook: "money-swallowed",
        });
    }
}

fn different(look: &mut Look<'_>) {
    let found = look.found;
    for batch in found.batches.batches.iter().filter(|b| !b.is_exact()) {
        let days: Vec<&DayNet> = batch.days.iter().map(|at| &found.batches.days[*at]).collect();
        if days.iter().any(|day| is_dark(look, day)) {
            continue;
        }
        let mut rows = vec![batch.credit];
        rows.extend(days.iter().flat_map(|day| day.rows.iter().copied()));
        let difference = batch.arrived - batch.expected;
        let params = vec![
            ("expected", look.said(batch.credit, batch.expected)),
            ("arrived", look.said(batch.credit, batch.arrived)),
            ("difference", look.said(batch.credit, difference.abs())),
            ("which", if difference < 0 { "short" } else { "over" }.to_owned()),
        ];
        look.put(Draft {
            code: FindingCode::ArrivedDifferent,
            confidence: if batch.pass == BatchPass::OnlyCredit { Confidence::Likely } else { Confidence::Certain },
            at_stake: difference.abs(),
            rows: &rows,
            sum: &[("expected", batch.expected), ("arrived", batch.arrived), ("difference", difference)],
            params,
            playbook: "money-swallowed",
        });
    }
}
