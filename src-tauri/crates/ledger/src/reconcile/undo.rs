//! Refunds, voids and reversals with the sales they undo, within the books of one role and writer.

use super::keys::{number, unpadded};
use super::{Decision, Pass, Question};
use crate::book::{Book, Place};
use crate::row::{Event, Role, Status};
use crate::table::{Id, Row, Table};
use std::collections::{BTreeMap, HashMap};

/// Which sale each refund or void belongs to.
#[derive(Debug, Default)]
pub struct Undone {
    sale_of: BTreeMap<Place, (Place, Pass)>,
    by_sale: BTreeMap<Place, Vec<Place>>,
}

impl Undone {
    /// The sale that a refund or void undoes, and the rule that found it.
    #[must_use]
    pub fn sale_of(&self, undo: Place) -> Option<(Place, Pass)> {
        self.sale_of.get(&undo).copied()
    }

    /// What undoes a sale.
    #[must_use]
    pub fn of(&self, sale: Place) -> &[Place] {
        self.by_sale.get(&sale).map_or(&[], Vec::as_slice)
    }

    /// How much of a sale was given back, as a positive sum. A refund that failed or is under way gives nothing back.
    #[must_use]
    pub fn sum(&self, book: &Book, sale: Place) -> i64 {
        let done = self.of(sale).iter().map(|p| book.row(*p)).filter(|row| row.status == Status::Success);
        // A void may be printed without an amount: it undoes the whole sale.
        done.map(|row| if row.event == Event::Void && row.amount == 0 { book.row(sale).amount } else { -row.amount })
            .sum()
    }

    fn link(&mut self, undo: Place, sale: Place, pass: Pass) {
        self.sale_of.insert(undo, (sale, pass));
        self.by_sale.entry(sale).or_default().push(undo);
    }
}

/// Keys of a row that undoes, strongest first: the number it names, its own number, its order, its retrieval number.
fn keys<'t>(table: &'t Table, row: &Row) -> [(Pass, &'t str); 4] {
    [
        (Pass::RefundNo, table.id(row, Id::Origin)),
        (Pass::PspNo, table.id(row, Id::Psp)),
        (Pass::OrderNo, table.id(row, Id::Order)),
        (Pass::Rrn, unpadded(table.id(row, Id::Rrn))),
    ]
}

/// Links every refund and void to its sale; asks where several fit.
pub(crate) fn undo(book: &Book, decisions: &[Decision], questions: &mut Vec<Question>) -> Undone {
    let mut found = Undone::default();
    for role in [Role::Shop, Role::Trade, Role::Settle] {
        of_role(book, role, decisions, &mut found, questions);
    }
    found
}

fn of_role(book: &Book, role: Role, decisions: &[Decision], found: &mut Undone, questions: &mut Vec<Question>) {
    let undoing = |event| matches!(event, Event::Refund | Event::Void);
    // Few rows undo and many sell: the few make the index, the many are looked up in it.
    let mut waiting: HashMap<u64, Vec<Place>> = HashMap::new();
    for place in book.places(role) {
        let (table, row) = (book.table(place), book.row(place));
        if undoing(row.event) {
            for (_, text) in keys(table, row).into_iter().filter(|(_, text)| !text.is_empty()) {
                waiting.entry(number(0, text)).or_default().push(place);
            }
        }
    }
    if waiting.is_empty() {
        return;
    }
    let mut candidates: BTreeMap<Place, Vec<Place>> = BTreeMap::new();
    for place in book.places(role) {
        let (table, row) = (book.table(place), book.row(place));
        if row.event != Event::Sale {
            continue;
        }
        for text in [table.id(row, Id::Psp), table.id(row, Id::Order), unpadded(table.id(row, Id::Rrn))] {
            for undo in waiting.get(&number(0, text)).into_iter().flatten().filter(|_| !text.is_empty()) {
                candidates.entry(*undo).or_default().push(place);
            }
        }
    }
    for (undo, mut sales) in candidates {
        sales.sort_unstable();
        sales.dedup();
        let decided = decisions.iter().find_map(|decision| match decision {
            Decision::Together { left, right } => {
                let (a, b) = (book.find(*left)?, book.find(*right)?);
                [(a, b), (b, a)].into_iter().find(|(x, y)| *x == undo && sales.contains(y)).map(|(_, y)| y)
            }
            Decision::Apart { .. } => None,
        });
        if let Some(sale) = decided {
            found.link(undo, sale, Pass::Manual);
            continue;
        }
        let apart = |sale: &Place| {
            decisions.iter().any(|decision| {
                matches!(decision, Decision::Apart { left, right } if {
                    let pair = [book.find(*left), book.find(*right)];
                    pair == [Some(undo), Some(*sale)] || pair == [Some(*sale), Some(undo)]
                })
            })
        };
        sales.retain(|sale| !apart(sale) && fits(book, undo, *sale));
        choose(book, undo, &sales, found, questions);
    }
}

/// A sale of the same writer, not later, and not smaller than what is given back.
fn fits(book: &Book, undo: Place, sale: Place) -> bool {
    let (tu, ts) = (&book.table(undo).statement, &book.table(sale).statement);
    let (u, s) = (book.row(undo), book.row(sale));
    let earlier = match (s.at(), u.at()) {
        (Some(s), Some(u)) => s <= u,
        _ => s.day() <= u.day(),
    };
    tu.counterparty == ts.counterparty && tu.currency == ts.currency && earlier && -u.amount <= s.amount
}

fn choose(book: &Book, undo: Place, sales: &[Place], found: &mut Undone, questions: &mut Vec<Question>) {
    let (table, row) = (book.table(undo), book.row(undo));
    for (pass, text) in keys(table, row) {
        let has = |sale: &&Place| {
            let (table, row) = (book.table(**sale), book.row(**sale));
            match pass {
                Pass::RefundNo => table.id(row, Id::Psp) == text || table.id(row, Id::Order) == text,
                Pass::PspNo => table.id(row, Id::Psp) == text,
                Pass::OrderNo => table.id(row, Id::Order) == text,
                _ => unpadded(table.id(row, Id::Rrn)) == text,
            }
        };
        let mut under: Vec<Place> =
            if text.is_empty() { Vec::new() } else { sales.iter().filter(has).copied().collect() };
        if pass == Pass::Rrn && under.len() > 1 {
            // A retrieval number is not unique; only the very amount narrows it down, and only to one.
            let same: Vec<Place> = under.iter().copied().filter(|s| book.row(*s).amount == -row.amount).collect();
            if same.len() == 1 && row.event == Event::Void {
                under = same;
            }
        }
        match under[..] {
            [] => {}
            [sale] => return found.link(undo, sale, pass),
            _ => {
                questions.push(Question { pass, left: vec![undo], right: under });
                return;
            }
        }
    }
}
