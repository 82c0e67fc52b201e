//! Pairs of rows from two books, pass by pass, the strongest key first.

use super::keys::{class, compare, key, score};
use super::{Decision, Fields, Match, Pass, Question, Relation};
use crate::book::{Book, Place};
use recourse_domain::Watcher;
use std::collections::HashSet;

const PASSES: [Pass; 6] = [Pass::OrderNo, Pass::RefundNo, Pass::PspNo, Pass::Rrn, Pass::Trace, Pass::TimeAndAmount];
/// A choice is clear when the next best is this much weaker.
const CLEAR: u16 = 20;
/// More candidates than this under one key are no key: a till that writes one number on everything.
const CROWD: usize = 64;
/// Below this a second thread is not worth its start.
const WORTH_A_THREAD: usize = 20_000;

/// What pairing two books gave.
#[derive(Debug, Default)]
pub(crate) struct Paired {
    pub(crate) matches: Vec<Match>,
    pub(crate) questions: Vec<Question>,
}

/// What every pass of one pairing shares.
struct Pairing<'a> {
    book: &'a Book,
    relation: Relation,
    apart: HashSet<(Place, Place)>,
    /// Both books write the same order numbers, so two that differ are two sales whatever else is alike.
    shared_orders: bool,
}

struct Side<'a> {
    places: &'a [Place],
    taken: Vec<bool>,
}

pub(crate) fn pair(
    book: &Book,
    relation: Relation,
    left: &[Place],
    right: &[Place],
    decisions: &[Decision],
    watch: &dyn Watcher,
) -> Option<Paired> {
    let mut found = Paired::default();
    let mut left = Side { places: left, taken: vec![false; left.len()] };
    let mut right = Side { places: right, taken: vec![false; right.len()] };
    let mut pairing = Pairing { book, relation, apart: HashSet::new(), shared_orders: false };
    for decision in decisions {
        let (Decision::Together { left: a, right: b } | Decision::Apart { left: a, right: b }) = decision;
        let (Some(a), Some(b)) = (book.find(*a), book.find(*b)) else { continue };
        if matches!(decision, Decision::Apart { .. }) {
            pairing.apart.extend([(a, b), (b, a)]);
            continue;
        }
        for (a, b) in [(a, b), (b, a)] {
            let (Ok(i), Ok(j)) = (left.places.binary_search(&a), right.places.binary_search(&b)) else { continue };
            if !left.taken[i] && !right.taken[j] {
                take(book, &mut left, &mut right, i, j, Pass::Manual, &mut found.matches);
            }
        }
    }
    for pass in PASSES {
        if watch.cancelled() {
            return None;
        }
        run(&pairing, pass, &mut left, &mut right, &mut found);
        if pass == Pass::OrderNo {
            let numbered = |p: &&Place| !book.table(**p).order_no(book.row(**p)).is_empty();
            let fewer = left.places.iter().filter(numbered).count().min(right.places.iter().filter(numbered).count());
            pairing.shared_orders = fewer > 0 && found.matches.len() * 2 >= fewer;
        }
    }
    // A question of an early pass that a later one answered is none.
    let open = |places: &[Place], side: &Side<'_>| {
        places.iter().any(|p| side.places.binary_search(p).is_ok_and(|at| !side.taken[at]))
    };
    found.questions.retain(|q| open(&q.left, &left) && open(&q.right, &right));
    found.questions.dedup_by(|a, b| a.left == b.left && a.right == b.right);
    Some(found)
}

fn take(book: &Book, left: &mut Side<'_>, right: &mut Side<'_>, i: usize, j: usize, pass: Pass, into: &mut Vec<Match>) {
    let (a, b) = (left.places[i], right.places[j]);
    let (equal, differ) = compare(book, a, b);
    left.taken[i] = true;
    right.taken[j] = true;
    into.push(Match { left: a, right: b, pass, score: score(book, a, b, equal), equal, differ });
}

/// Keys of the rows that are free, sorted.
fn keyed(book: &Book, relation: Relation, pass: Pass, side: &Side<'_>) -> Vec<(u64, u32)> {
    let mut keys: Vec<(u64, u32)> = Vec::with_capacity(side.places.len());
    for (at, (place, taken)) in side.places.iter().zip(&side.taken).enumerate() {
        if !taken && let Some(key) = key(book, relation, pass, *place) {
            keys.push((key, u32::try_from(at).unwrap_or(u32::MAX)));
        }
    }
    keys.sort_unstable();
    keys
}

fn run(pairing: &Pairing<'_>, pass: Pass, left: &mut Side<'_>, right: &mut Side<'_>, found: &mut Paired) {
    let (book, relation) = (pairing.book, pairing.relation);
    let (lefts, rights) = if left.places.len() + right.places.len() < WORTH_A_THREAD {
        (keyed(book, relation, pass, left), keyed(book, relation, pass, right))
    } else {
        std::thread::scope(|scope| {
            let other = scope.spawn(|| keyed(book, relation, pass, right));
            let lefts = keyed(book, relation, pass, left);
            (lefts, other.join().unwrap_or_default())
        })
    };
    let (mut i, mut j) = (0, 0);
    while i < lefts.len() && j < rights.len() {
        let (a, b) = (lefts[i].0, rights[j].0);
        if a != b {
            if a < b {
                i += 1;
            } else {
                j += 1;
            }
            continue;
        }
        let end = |list: &[(u64, u32)], from: usize| {
            list[from..].iter().position(|entry| entry.0 != a).map_or(list.len(), |n| from + n)
        };
        let (i_end, j_end) = (end(&lefts, i), end(&rights, j));
        group(pairing, pass, (&lefts[i..i_end], &rights[j..j_end]), left, right, found);
        (i, j) = (i_end, j_end);
    }
}

/// Whether a pass may take two rows together at all.
fn may(pairing: &Pairing<'_>, pass: Pass, a: Place, b: Place, equal: Fields, differ: Fields) -> bool {
    let book = pairing.book;
    let by_order = matches!(pass, Pass::OrderNo | Pass::PspNo | Pass::RefundNo);
    if pairing.apart.contains(&(a, b)) || !by_order && pairing.shared_orders && differ.has(Fields::ORDER) {
        return false;
    }
    let (ra, rb) = (book.row(a), book.row(b));
    let (ta, tb) = (book.table(a), book.table(b));
    if ta.statement.currency != tb.statement.currency || class(ra.event) != class(rb.event) {
        return false;
    }
    let day_apart = match (ra.day(), rb.day()) {
        (Some(x), Some(y)) => (x - y).num_days().abs(),
        _ => 0,
    };
    match pass {
        Pass::Manual => true,
        Pass::OrderNo => equal.has(Fields::ORDER),
        Pass::PspNo => equal.has(Fields::PSP),
        Pass::RefundNo => {
            let number = super::keys::refund_no(ta, ra);
            !number.is_empty() && number == super::keys::refund_no(tb, rb)
        }
        Pass::Rrn => equal.has(Fields::RRN) && equal.has(Fields::TID) && equal.has(Fields::AMOUNT) && day_apart <= 1,
        Pass::Trace => {
            equal.has(Fields::TRACE) && equal.has(Fields::TID) && equal.has(Fields::AMOUNT) && day_apart <= 1
        }
        Pass::TimeAndAmount => equal.has(Fields::TID) && equal.has(Fields::AMOUNT) && equal.has(Fields::TIME),
    }
}

/// Rows under one key: positions in both sides.
type Group<'a> = (&'a [(u64, u32)], &'a [(u64, u32)]);

fn group(
    pairing: &Pairing<'_>,
    pass: Pass,
    (lefts, rights): Group<'_>,
    left: &mut Side<'_>,
    right: &mut Side<'_>,
    found: &mut Paired,
) {
    let book = pairing.book;
    if lefts.len() > CROWD || rights.len() > CROWD {
        return;
    }
    if let ([(_, i)], [(_, j)]) = (lefts, rights) {
        let (i, j) = (*i as usize, *j as usize);
        let (a, b) = (left.places[i], right.places[j]);
        let (equal, differ) = compare(book, a, b);
        if may(pairing, pass, a, b, equal, differ) {
            left.taken[i] = true;
            right.taken[j] = true;
            found.matches.push(Match { left: a, right: b, pass, score: score(book, a, b, equal), equal, differ });
        }
        return;
    }
    let mut options: Vec<(usize, usize, u16)> = Vec::new();
    for (_, i) in lefts {
        for (_, j) in rights {
            let (i, j) = (*i as usize, *j as usize);
            let (a, b) = (left.places[i], right.places[j]);
            let (equal, differ) = compare(book, a, b);
            if may(pairing, pass, a, b, equal, differ) {
                options.push((i, j, score(book, a, b, equal)));
            }
        }
    }
    // Each round takes what both sides clearly prefer; what is left over when nothing is clear is asked.
    loop {
        options.retain(|(i, j, _)| !left.taken[*i] && !right.taken[*j]);
        let clear = options.iter().copied().find(|(i, j, worth)| {
            let rivals = options.iter().filter(|(x, y, _)| (x == i) != (y == j));
            // Within two minutes and by amount alone, any rival makes it a guess.
            let margin = if pass == Pass::TimeAndAmount { u16::MAX } else { CLEAR };
            rivals.into_iter().all(|rival| rival.2.saturating_add(margin) <= *worth)
        });
        let Some((i, j, _)) = clear else { break };
        take(book, left, right, i, j, pass, &mut found.matches);
    }
    if !options.is_empty() {
        let mut question = Question { pass, left: Vec::new(), right: Vec::new() };
        for (i, j, _) in options {
            question.left.push(left.places[i]);
            question.right.push(right.places[j]);
        }
        for list in [&mut question.left, &mut question.right] {
            list.sort_unstable();
            list.dedup();
        }
        found.questions.push(question);
    }
}
