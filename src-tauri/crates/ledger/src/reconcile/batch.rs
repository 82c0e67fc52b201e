//! Days of settlement against the credits of the bank: one day, the days that share a due day over a weekend or holiday,
//! or two to three due days in a row. No other sums are tried: with enough rows, anything adds up to anything.

use super::{Question, Terms, business_day, due_day};
use crate::book::{Book, Place};
use crate::calendar::working_day_after;
use crate::row::{Event, Role, Status, named};
use crate::table::{Name, Table};
use chrono::NaiveDate;
use std::collections::{BTreeMap, HashMap};

/// Working days after the due day on which a credit still counts as that day's.
const WINDOW: u32 = 2;

named! {
    /// How a credit and the days it pays for were found.
    BatchPass {
        /// All days that share a due day.
        DueDay = "due-day",
        /// One business day alone.
        OneDay = "one-day",
        /// Two or three due days in one credit.
        SeveralDays = "several-days",
        /// The only credit of this payer in the window, though its sum is another.
        OnlyCredit = "only-credit",
    }
}

/// What should arrive for one business day of one merchant number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DayNet {
    /// Writer of the statement.
    pub counterparty: String,
    /// Account and merchant number.
    pub merchant: String,
    /// Business day.
    pub day: NaiveDate,
    /// Working day on which it should arrive.
    pub due: NaiveDate,
    /// Sum of what remains for the shop, minor units.
    pub net: i64,
    /// Rows added up.
    pub rows: Vec<Place>,
}

/// A credit with the days it pays for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Batch {
    /// Numbers of the days in [`Batches::days`].
    pub days: Vec<usize>,
    /// The bank's row.
    pub credit: Place,
    /// How it was found.
    pub pass: BatchPass,
    /// What should have arrived, after what was owed from days before.
    pub expected: i64,
    /// What arrived.
    pub arrived: i64,
    /// Difference that rounding explains: half a minor unit for each row, at least one.
    pub tolerance: i64,
}

impl Batch {
    /// Whether the credit is what was expected, but for rounding.
    #[must_use]
    pub fn is_exact(&self) -> bool {
        (self.arrived - self.expected).abs() <= self.tolerance
    }
}

/// Days of settlement with the credits that pay for them.
#[derive(Debug, Default)]
pub struct Batches {
    /// Days in order.
    pub days: Vec<DayNet>,
    /// Credits with their days.
    pub batches: Vec<Batch>,
    /// For each day its batch.
    pub batch_of: Vec<Option<usize>>,
    /// Days whose credit must be asked for, because several fit.
    pub asked: Vec<usize>,
    /// Days that owe money and are carried to the next.
    pub carried: Vec<usize>,
}

pub(crate) fn batches(book: &Book, terms: &Terms<'_>, questions: &mut Vec<Question>) -> Batches {
    let mut found = Batches { days: days(book, terms), ..Batches::default() };
    found.batch_of = vec![None; found.days.len()];
    let mut groups: BTreeMap<(String, String), BTreeMap<NaiveDate, Vec<usize>>> = BTreeMap::new();
    for (at, day) in found.days.iter().enumerate() {
        let group = groups.entry((day.counterparty.clone(), day.merchant.clone())).or_default();
        group.entry(day.due).or_default().push(at);
    }
    let mut used: Vec<Place> = Vec::new();
    for dues in groups.values() {
        let Some(first) = dues.values().flatten().next() else { continue };
        let payers = payers(book, terms, &found.days[*first]);
        let credits = credits(book, &payers, &found.days[*first]);
        settle(&mut found, dues, &credits, &mut used, terms, questions);
    }
    found
}

/// Sums by merchant and business day, from books that say what is paid out, and payouts of wallets.
fn days(book: &Book, terms: &Terms<'_>) -> Vec<DayNet> {
    let mut sums: BTreeMap<(String, String, NaiveDate), DayNet> = BTreeMap::new();
    for role in [Role::Settle, Role::Fund] {
        for (number, table) in book.of_role(role) {
            for day in days_of(number, table, terms) {
                let key = (day.counterparty.clone(), day.merchant.clone(), day.day);
                match sums.get_mut(&key) {
                    Some(sum) => {
                        sum.net += day.net;
                        sum.rows.extend(day.rows);
                    }
                    None => drop(sums.insert(key, day)),
                }
            }
        }
    }
    sums.into_values().collect()
}

/// The same within one statement.
fn days_of(number: u32, table: &Table, terms: &Terms<'_>) -> Vec<DayNet> {
    let rule = terms.settle_of(table);
    let s = &table.statement;
    let mut days: Vec<DayNet> = Vec::new();
    let mut known: HashMap<(u32, NaiveDate), usize> = HashMap::new();
    for (at, row) in table.rows.iter().enumerate() {
        let moves = row.status == Status::Success && row.event != Event::Neutral;
        let is_fund = s.role == Role::Fund;
        if !moves || is_fund != (row.event == Event::Payout) {
            continue;
        }
        let Some(day) = business_day(row, table, &rule) else { continue };
        let at_day = *known.entry((row.name_number(Name::Mid), day)).or_insert_with(|| {
            days.push(DayNet {
                counterparty: s.counterparty.clone(),
                merchant: format!("{} {}", s.account, table.mid(row)),
                day,
                due: due_day(day, &rule, terms.calendar),
                net: 0,
                rows: Vec::new(),
            });
            days.len() - 1
        });
        days[at_day].net += if is_fund { -row.net } else { row.net };
        days[at_day].rows.push(Place { table: number, row: u32::try_from(at).unwrap_or(u32::MAX) });
    }
    days
}

fn payers(book: &Book, terms: &Terms<'_>, day: &DayNet) -> Vec<String> {
    day.rows.first().map(|place| terms.settle_of(book.table(*place)).payer).unwrap_or_default()
}

/// Credits on bank accounts whose payer is this counterparty, in the order of their days.
fn credits(book: &Book, payers: &[String], day: &DayNet) -> Vec<Credit> {
    let currency = day.rows.first().map(|place| book.table(*place).statement.currency);
    let mut list: Vec<Credit> = book
        .places(Role::Bank)
        .filter_map(|place| {
            let (table, row) = (book.table(place), book.row(place));
            let named = |t: &str| payers.iter().any(|payer| t.contains(payer.as_str()));
            let fits = row.event == Event::Credit
                && Some(table.statement.currency) == currency
                && (named(table.party(row)) || named(table.memo(row)));
            Some(Credit { place, day: row.day().filter(|_| fits)?, amount: row.amount })
        })
        .collect();
    list.sort_by_key(|credit| (credit.day, credit.place));
    list
}

struct Credit {
    place: Place,
    day: NaiveDate,
    amount: i64,
}

/// Days that share a due day, with what is carried over from days that owed money.
struct Group {
    due: NaiveDate,
    days: Vec<usize>,
    expected: i64,
    rows: usize,
}

struct Settling<'a> {
    found: &'a mut Batches,
    credits: &'a [Credit],
    used: &'a mut Vec<Place>,
    terms: &'a Terms<'a>,
    questions: &'a mut Vec<Question>,
}

fn settle(
    found: &mut Batches,
    dues: &BTreeMap<NaiveDate, Vec<usize>>,
    credits: &[Credit],
    used: &mut Vec<Place>,
    terms: &Terms<'_>,
    questions: &mut Vec<Question>,
) {
    let mut groups: Vec<Group> = Vec::new();
    let mut carried = 0;
    for (due, days) in dues {
        let total: i64 = days.iter().map(|at| found.days[*at].net).sum::<i64>() + carried;
        let rows = days.iter().map(|at| found.days[*at].rows.len()).sum();
        if total <= 0 {
            carried = total;
            found.carried.extend(days);
        } else {
            carried = 0;
            groups.push(Group { due: *due, days: days.clone(), expected: total, rows });
        }
    }
    let mut work = Settling { found, credits, used, terms, questions };
    groups.retain(|group| !work.exact(group, BatchPass::DueDay));
    groups.retain(|group| !(group.days.len() > 1 && work.day_by_day(group)));
    let mut at = 0;
    while at < groups.len() {
        let joined = [2, 3].into_iter().find(|n| {
            let Some(run) = groups.get(at..at + n) else { return false };
            let group = Group {
                due: run[n - 1].due,
                days: run.iter().flat_map(|g| g.days.clone()).collect(),
                expected: run.iter().map(|g| g.expected).sum(),
                rows: run.iter().map(|g| g.rows).sum(),
            };
            work.exact(&group, BatchPass::SeveralDays)
        });
        match joined {
            Some(n) => drop(groups.drain(at..at + n)),
            None => at += 1,
        }
    }
    let dues: Vec<NaiveDate> = groups.iter().map(|g| g.due).collect();
    for group in &groups {
        work.only_credit(group, &dues);
    }
}

impl Settling<'_> {
    /// Free credits from the due day to the end of the window.
    fn window(&self, due: NaiveDate) -> Vec<&Credit> {
        let last = working_day_after(self.terms.calendar, due, WINDOW);
        self.credits.iter().filter(|c| due <= c.day && c.day <= last && !self.used.contains(&c.place)).collect()
    }

    fn take(&mut self, group: &Group, place: Place, arrived: i64, pass: BatchPass) {
        let number = self.found.batches.len();
        for day in &group.days {
            self.found.batch_of[*day] = Some(number);
        }
        self.used.push(place);
        self.found.batches.push(Batch {
            days: group.days.clone(),
            credit: place,
            pass,
            expected: group.expected,
            arrived,
            tolerance: tolerance(group.rows),
        });
    }

    /// Takes the credit of just this sum; of several the one on the earliest day; two on one day are asked.
    fn exact(&mut self, group: &Group, pass: BatchPass) -> bool {
        let window = self.window(group.due);
        let near = |within: i64| -> Vec<(Place, NaiveDate, i64)> {
            let fits = |c: &&&Credit| (c.amount - group.expected).abs() <= within;
            window.iter().filter(fits).map(|c| (c.place, c.day, c.amount)).collect()
        };
        let mut fitting = near(0);
        if fitting.is_empty() {
            fitting = near(tolerance(group.rows));
        }
        match fitting[..] {
            [] => return false,
            [(_, first, _), (_, second, _), ..] if first == second => {
                let left = group.days.iter().filter_map(|d| self.found.days[*d].rows.first().copied()).collect();
                let right = fitting.iter().map(|c| c.0).collect();
                self.questions.push(Question { pass: super::Pass::TimeAndAmount, left, right });
                self.found.asked.extend(&group.days);
            }
            [(place, _, amount), ..] => self.take(group, place, amount, pass),
        }
        true
    }

    /// Each day of a group by itself, when every one of them has its credit.
    fn day_by_day(&mut self, group: &Group) -> bool {
        let mut free: Vec<(Place, i64)> = self.window(group.due).iter().map(|c| (c.place, c.amount)).collect();
        let mut pairs = Vec::new();
        for day in &group.days {
            let net = self.found.days[*day].net;
            let rows = self.found.days[*day].rows.len();
            let Some(at) = free.iter().position(|(_, amount)| (amount - net).abs() <= tolerance(rows)) else {
                return false;
            };
            let (place, amount) = free.remove(at);
            pairs.push((*day, rows, net, place, amount));
        }
        for (day, rows, net, place, amount) in pairs {
            let one = Group { due: group.due, days: vec![day], expected: net, rows };
            self.take(&one, place, amount, BatchPass::OneDay);
        }
        true
    }

    /// The only credit there is for these days, whatever its sum: what differs is then the question.
    fn only_credit(&mut self, group: &Group, open_dues: &[NaiveDate]) {
        let window: Vec<(Place, NaiveDate, i64)> =
            self.window(group.due).iter().map(|c| (c.place, c.day, c.amount)).collect();
        // A credit on or after the due day of a later open group is that group's.
        let next = open_dues.iter().copied().find(|due| *due > group.due);
        let own: Vec<_> = window.iter().filter(|(_, day, _)| next.is_none_or(|next| *day < next)).collect();
        match own[..] {
            [(place, _, amount)] => self.take(group, *place, *amount, BatchPass::OnlyCredit),
            [] => {}
            _ => {
                let left = group.days.iter().filter_map(|d| self.found.days[*d].rows.first().copied()).collect();
                let right = own.iter().map(|c| c.0).collect();
                self.questions.push(Question { pass: super::Pass::TimeAndAmount, left, right });
                self.found.asked.extend(&group.days);
            }
        }
    }
}

/// Rounding can move each row by half a minor unit.
pub(crate) fn tolerance(rows: usize) -> i64 {
    i64::try_from(rows / 2).unwrap_or(i64::MAX).max(1)
}
