//! From the fields of a line to a row: the one place where a profile's rules are carried out.

use super::cells::{self, Amount};
use super::detect::{ABSENT, Fit};
use super::mask;
use super::proof::FeeSign;
use super::record::Record;
use super::refusal::{ImportError, RowFault};
use super::totals::Totals;
use crate::profile::dates::{Found, Pattern};
use crate::profile::{Count, Field, Money, MoneyFor, Profile, When};
use crate::row::{Means, Status};
use crate::table::{Draft, Figures, Id, NO_AMOUNT, NO_DAY, NO_TIME, Name, Table};
use chrono::{Datelike, NaiveDate, TimeZone};
use chrono_tz::Tz;

const FIRST_MONEY: usize = Field::Gross as usize;
const MONEY: usize = Field::COUNT - FIRST_MONEY;

/// Why a line gave no row.
pub(crate) enum Stop {
    /// This line only.
    Row(RowFault),
    /// The whole file.
    File(ImportError),
}

/// Carries out a profile on one file.
pub(crate) struct Mapper<'p> {
    profile: &'p Profile,
    fit: &'p Fit,
    width: usize,
    decimals: u32,
    /// Seconds east of Greenwich on the day before, which most rows share.
    offset: (i32, i64),
    file_day: Option<NaiveDate>,
    amounts: [Option<i64>; MONEY],
    memo: String,
    party: String,
    card: String,
    damaged_dates: Vec<Pattern>,
    /// Rows with a number that may have lost its tail, and the first of them.
    pub(crate) tails: u64,
    pub(crate) first_tail: Option<(u32, String, String)>,
    /// Balances that are no numbers.
    pub(crate) balances_unread: u64,
    pub(crate) sign: FeeSign,
    pub(crate) net_is_stated: bool,
}

impl<'p> Mapper<'p> {
    pub(crate) fn new(profile: &'p Profile, fit: &'p Fit, file_day: Option<NaiveDate>) -> Self {
        let filled = fit.names.iter().rposition(|name| !name.is_empty()).map_or(0, |at| at + 1);
        let damaged = ["%Y/%m/%d %H:%M", "%Y-%m-%d %H:%M"].into_iter().filter(|_| profile.dates.seconds);
        Self {
            profile,
            fit,
            width: filled,
            decimals: profile.currency.minor_digits(),
            offset: (NO_DAY, 0),
            file_day,
            amounts: [None; MONEY],
            memo: String::new(),
            party: String::new(),
            card: String::new(),
            damaged_dates: damaged.filter_map(|text| text.parse().ok()).collect(),
            tails: 0,
            first_tail: None,
            balances_unread: 0,
            sign: FeeSign::default(),
            net_is_stated: profile.money.values().any(|m| m.net.is_some()) && fit.column(Field::Net).is_some(),
        }
    }

    /// A value as the rules see it.
    fn text<'r>(&self, record: &'r Record, field: Field) -> &'r str {
        let at = self.fit.columns[field as usize];
        if at == ABSENT {
            return "";
        }
        let mut text = record.field(usize::from(at));
        if let Some(prefix) = self.profile.read.strip_prefix {
            text = text.strip_prefix(prefix).unwrap_or(text);
        }
        // `="0123"` is how a text is kept a text in spreadsheet programs.
        text.strip_prefix("=\"").and_then(|t| t.strip_suffix('"')).unwrap_or(text)
    }

    /// A text that names or describes; what stands for nothing is nothing.
    fn filled<'r>(&self, record: &'r Record, field: Field) -> &'r str {
        let text = self.text(record, field);
        if self.profile.null.values.iter().any(|null| null == text) { "" } else { text }
    }

    fn amount(&self, field: Field) -> Option<i64> {
        self.amounts[field as usize - FIRST_MONEY]
    }

    /// Reads one line into the table.
    pub(crate) fn row(&mut self, record: &Record, table: &mut Table, totals: &mut Totals<'_>) -> Result<(), Stop> {
        self.check_shape(record).map_err(Stop::Row)?;
        self.read_amounts(record).map_err(Stop::Row)?;
        self.look_for_damage(record)?;
        let (at, day) = self.moment(record)?;
        let clearing = self.clearing(record).map_err(Stop::Row)?;
        let profile = self.profile;
        let rule = profile.event.iter().find(|rule| self.holds(&rule.when, record));
        let Some(rule) = rule else { return Err(Stop::Row(RowFault::KindUnknown)) };
        let (event, status) = (rule.event, rule.status.unwrap_or(Status::Success));
        let means = profile.means.iter().find(|rule| self.holds(&rule.when, record));
        let means = means.map_or(Means::Unknown, |rule| rule.means);

        let (own, every) = (profile.money.get(&MoneyFor::One(event)), profile.money.get(&MoneyFor::Every));
        let value = |pick: fn(&Money) -> &Option<crate::profile::formula::Formula>| {
            let formula = own.and_then(|m| pick(m).as_ref()).or_else(|| every.and_then(|m| pick(m).as_ref()));
            formula.and_then(|formula| formula.of(|field| self.amount(field)))
        };
        let Some(amount) = value(|m| &m.amount) else { return Err(Stop::Row(RowFault::AmountMissing)) };
        let paid = value(|m| &m.paid).unwrap_or(amount);
        let fee = value(|m| &m.fee);
        let extra = value(|m| &m.extra).unwrap_or(0);
        let stated = value(|m| &m.net).filter(|_| self.net_is_stated);
        let net = stated.unwrap_or_else(|| paid.saturating_add(fee.unwrap_or(0)).saturating_add(extra));
        if profile.prove.fee_sign
            && let Some(fee) = fee
        {
            self.sign.row(event, paid, fee, extra, stated);
        }

        let mut draft = Draft::default();
        for (id, field) in [
            (Id::Order, Field::OrderNo),
            (Id::Psp, Field::PspNo),
            (Id::Refund, Field::RefundNo),
            (Id::Origin, Field::OriginNo),
            (Id::Rrn, Field::Rrn),
            (Id::Trace, Field::Trace),
        ] {
            let text = self.filled(record, field);
            if text.len() > 255 {
                return Err(Stop::Row(RowFault::NumberTooLong));
            }
            draft.id(id, text);
        }
        for (name, field) in [(Name::Mid, Field::Mid), (Name::Tid, Field::Tid), (Name::Batch, Field::Batch)] {
            draft.name(name, clipped(self.filled(record, field)));
        }
        let mut memo = std::mem::take(&mut self.memo);
        memo.clear();
        memo.push_str(clipped(self.filled(record, Field::Kind)));
        let remark = clipped(self.filled(record, Field::Memo));
        if !remark.is_empty() {
            memo.push_str(if memo.is_empty() { "" } else { " · " });
            memo.push_str(remark);
        }
        keep_quiet(&mut memo);
        let mut party = std::mem::take(&mut self.party);
        party.clear();
        party.push_str(clipped(self.filled(record, Field::Party)));
        keep_quiet(&mut party);
        let mut card = std::mem::take(&mut self.card);
        card.clear();
        let number = self.filled(record, Field::Card);
        if !number.is_empty() {
            card.push_str(clipped(&mask::card(number)));
        }
        draft.name(Name::Memo, &memo);
        draft.name(Name::Party, &party);
        draft.name(Name::Card, &card);
        table.push(
            draft,
            &Figures {
                line: record.line,
                event,
                status,
                means,
                at,
                day,
                clearing,
                amount,
                paid,
                fee: fee.unwrap_or(NO_AMOUNT),
                extra,
                net,
                balance: self.amount(Field::Balance).unwrap_or(NO_AMOUNT),
            },
        );
        self.memo = memo;
        self.party = party;
        self.card = card;
        totals.row(event, self.text(record, Field::Side), |field| self.amount(field));
        Ok(())
    }

    fn check_shape(&self, record: &Record) -> Result<(), RowFault> {
        if let Some(fault) = record.fault {
            return Err(fault);
        }
        let used = |column: &u32| self.fit.columns.iter().any(|at| u32::from(*at) == *column);
        if record.formulas.iter().any(used) {
            return Err(RowFault::Formula);
        }
        if self.profile.read.headless || self.profile.read.fields == Count::Ragged {
            return Ok(());
        }
        let n = record.fields.len();
        let more = (self.width..n).any(|at| !record.field(at).is_empty());
        if more || n < self.width && !record.may_be_short { Err(RowFault::FieldCount) } else { Ok(()) }
    }

    fn read_amounts(&mut self, record: &Record) -> Result<(), RowFault> {
        for at in 0..MONEY {
            let column = self.fit.columns[FIRST_MONEY + at];
            self.amounts[at] = None;
            if column == ABSENT {
                continue;
            }
            let field = Field::ALL[FIRST_MONEY + at];
            self.amounts[at] =
                match cells::amount(self.text(record, field), self.decimals, self.profile.read.minor_units) {
                    Amount::Minor(n) => Some(n),
                    Amount::Nothing => None,
                    // Without a balance the row still says what moved.
                    Amount::Unreadable if field == Field::Balance => {
                        self.balances_unread += 1;
                        None
                    }
                    Amount::Unreadable if self.profile.null.values.iter().any(|v| v == self.text(record, field)) => {
                        None
                    }
                    Amount::Unreadable => return Err(RowFault::AmountUnreadable),
                };
        }
        Ok(())
    }

    /// A number that a spreadsheet program has cut or written as a power of ten would tie the wrong rows together.
    fn look_for_damage(&mut self, record: &Record) -> Result<(), Stop> {
        for field in [Field::OrderNo, Field::PspNo, Field::RefundNo, Field::OriginNo, Field::Rrn, Field::Trace] {
            let text = self.text(record, field);
            if text.len() < 4 || !text.as_bytes()[0].is_ascii_digit() {
                continue;
            }
            if cells::is_power_of_ten(text) {
                let (column, value) = (self.column_name(field), text.to_owned());
                return Err(Stop::File(ImportError::Damaged { line: record.line, column, value }));
            }
            if cells::lost_its_tail(text) {
                self.tails += 1;
                if self.first_tail.is_none() {
                    self.first_tail = Some((record.line, self.column_name(field), text.to_owned()));
                }
            }
        }
        Ok(())
    }

    fn column_name(&self, field: Field) -> String {
        let name = self.fit.column(field).and_then(|at| self.fit.names.get(at));
        name.cloned().unwrap_or_else(|| field.as_str().to_owned())
    }

    fn moment(&mut self, record: &Record) -> Result<(i64, i32), Stop> {
        let unreadable = || Stop::Row(RowFault::DateUnreadable);
        let dates = &self.profile.dates;
        let whole = self.text(record, Field::OccurredAt);
        let mut found: Option<Found> = None;
        if !whole.is_empty() {
            found = dates.occurred_at.iter().find_map(|pattern| pattern.read(whole));
            if found.is_none() && self.damaged_dates.iter().any(|p| p.lacks_seconds() && p.read(whole).is_some()) {
                let (column, value) = (self.column_name(Field::OccurredAt), whole.to_owned());
                return Err(Stop::File(ImportError::Damaged { line: record.line, column, value }));
            }
        } else if self.fit.column(Field::Date).is_some() {
            let date = self.text(record, Field::Date);
            found = dates.date.iter().find_map(|pattern| pattern.read(date));
            let time = self.text(record, Field::Time);
            if let Some(found) = found.as_mut()
                && !time.is_empty()
            {
                let read = dates.time.iter().find_map(|pattern| pattern.read(time)).ok_or_else(unreadable)?;
                found.second_of_day = read.second_of_day.or(found.second_of_day);
            }
        }
        let found = found.ok_or_else(unreadable)?;
        let date = match (found.year, self.profile.dates.year_from_file) {
            (None, true) => {
                let file = self.file_day.ok_or(Stop::File(ImportError::FileDayNeeded))?;
                // A file is written on or after the day it tells of: a later date belongs to the year before.
                found.date(Some(file.year())).filter(|d| *d <= file).or_else(|| found.date(Some(file.year() - 1)))
            }
            _ => found.date(None),
        };
        let date = date.ok_or_else(unreadable)?;
        let day = date.num_days_from_ce();
        let at = match found.second_of_day {
            None => NO_TIME,
            Some(second) => {
                if self.offset.0 != day {
                    self.offset = (day, offset(self.profile.zone, date, second).ok_or_else(unreadable)?);
                }
                (i64::from(day) - 719_163) * 86_400 + i64::from(second) - self.offset.1
            }
        };
        Ok((at, day))
    }

    fn clearing(&self, record: &Record) -> Result<i32, RowFault> {
        let text = self.filled(record, Field::ClearingDay);
        if text.is_empty() {
            return Ok(NO_DAY);
        }
        let found = self.profile.dates.clearing_day.iter().find_map(|pattern| pattern.read(text));
        let date = found.and_then(|f| f.date(self.file_day.map(|d| d.year())));
        date.map(|d| d.num_days_from_ce()).ok_or(RowFault::DateUnreadable)
    }

    fn holds(&self, when: &When, record: &Record) -> bool {
        let money = |field: Field| if field.is_money() { self.amount(field) } else { None };
        when.is.iter().all(|(field, values)| {
            let text = self.text(record, *field);
            values.iter().any(|v| v == text)
        }) && when.has.iter().all(|(field, values)| {
            let text = self.text(record, *field);
            values.iter().any(|v| text.contains(v.as_str()))
        }) && when.above_zero.is_none_or(|field| money(field).is_some_and(|n| n > 0))
            && when.below_zero.is_none_or(|field| money(field).is_some_and(|n| n < 0))
            && when.filled.is_none_or(|field| !self.filled(record, field).is_empty())
    }
}

/// People write card numbers into remarks; a text without thirteen digits holds none.
fn keep_quiet(text: &mut String) {
    if text.chars().filter(|c| c.is_numeric()).nth(12).is_some() {
        *text = mask::text(text);
    }
}

/// Names and remarks as long as any statement's; longer ones are somebody's essay.
fn clipped(text: &str) -> &str {
    let mut end = text.len().min(200);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text[..end]
}

/// Seconds east of Greenwich at a wall time. China has had one offset since 1992.
fn offset(zone: Tz, date: NaiveDate, second: u32) -> Option<i64> {
    if zone == Tz::Asia__Shanghai && date.year() >= 1992 {
        return Some(8 * 3600);
    }
    let wall = date.and_hms_opt(second / 3600, second / 60 % 60, second % 60)?;
    let local = zone.from_local_datetime(&wall).earliest()?;
    Some(wall.and_utc().timestamp() - local.timestamp())
}
