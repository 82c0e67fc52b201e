//! Statement files to rows: what a file is, which profile reads it, what each line says, and whether it adds up.
//!
//! Nothing is kept when a file is refused; a single bad line never refuses the file. Every line is counted: those before
//! the header, blank ones, rows, rejected ones, those after the rows.

mod cells;
mod container;
mod days;
mod detect;
mod identity;
mod lines;
mod mapper;
pub mod mask;
mod proof;
mod record;
pub mod refusal;
mod sheet;
pub mod source;
mod text;
pub mod totals;

use crate::profile::{Profile, shipped::Profiles};
use crate::row::named;
use crate::table::{Statement, Table};
use chrono::NaiveDate;
use container::{Part, Payload};
use days::{day_in_name, two_days};
use detect::Fit;
use mapper::{Mapper, Stop};
use proof::Sign;
use record::Record;
use recourse_domain::{Progress, Watcher};
use refusal::{ImportError, RowFault};
use serde::{Deserialize, Serialize};
use source::{Limits, Source};
use std::collections::BTreeMap;
use totals::{TotalCheck, Totals};

pub use proof::Chain;

/// A file to be read, and how.
#[derive(Debug, Clone)]
pub struct Request<'a> {
    /// The bytes and the name.
    pub source: &'a Source,
    /// The owner's name for the account; rows of one account know each other again.
    pub account: &'a str,
    /// Profile to use; without one the header decides.
    pub profile: Option<&'a str>,
    /// Profiles to choose from.
    pub profiles: &'a Profiles,
    /// SHA-256 of the file when it is known already.
    pub sha256: Option<&'a str>,
    /// Day on which the file was made, for files that write no year; else it is looked for in the name.
    pub file_day: Option<NaiveDate>,
    /// Stop after this many rows: for a preview.
    pub at_most: Option<u64>,
    /// What the file may cost.
    pub limits: Limits,
}

impl<'a> Request<'a> {
    /// A file to be read whole by whatever profile fits.
    #[must_use]
    pub fn new(source: &'a Source, account: &'a str, profiles: &'a Profiles) -> Self {
        let limits = Limits::default();
        Self { source, account, profile: None, profiles, sha256: None, file_day: None, at_most: None, limits }
    }
}

/// A line that gave no row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rejected {
    /// Line in the file, from 1.
    pub line: u32,
    /// Why.
    pub fault: RowFault,
    /// The line as it stands, with what is personal hidden.
    pub raw: String,
}

/// Where every line of the file went.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Lines {
    /// All lines.
    pub total: u64,
    /// Before the rows, header included.
    pub before: u64,
    /// Blank ones among the rows.
    pub blank: u64,
    /// Further lines of rows that span several.
    pub continued: u64,
    /// Rows.
    pub rows: u64,
    /// Rejected ones.
    pub rejected: u64,
    /// After the rows.
    pub after: u64,
}

named! {
    /// Something to tell the owner of a file that was read. Words: `notice-<name>`.
    Notice {
        /// The layout was guessed by its column names; look at the preview.
        LayoutGuessed = "layout-guessed",
        /// The layout rests on weak sources: unconfirmed.
        LayoutUnconfirmed = "layout-unconfirmed",
        /// The fee's sign was found by adding up.
        FeeSignFound = "fee-sign-found",
        /// The fee's sign could not be found; fees are not judged until it is settled.
        FeeSignUndecided = "fee-sign-undecided",
        /// Sheets that repeat another were read once.
        EqualSheets = "equal-sheets",
        /// The text ends inside a character.
        CutOff = "cut-off",
        /// Members of the packed file that are no statements were left out.
        MembersLeftOut = "members-left-out",
        /// Some balances are no numbers.
        BalancesUnread = "balances-unread",
        /// Balances do not follow from row to row.
        BalancesBroken = "balances-broken",
        /// A total of the file is not the sum of its rows.
        TotalsDiffer = "totals-differ",
    }
}

impl Notice {
    /// Locale key of its words.
    #[must_use]
    pub fn key(self) -> String {
        format!("notice-{}", self.as_str())
    }
}

/// What was read from one text or sheet.
#[derive(Debug, Clone)]
pub struct Imported {
    /// The rows.
    pub table: Table,
    /// Lines that gave no row.
    pub rejected: Vec<Rejected>,
    /// Where every line went.
    pub lines: Lines,
    /// Totals that the file states.
    pub totals: Vec<TotalCheck>,
    /// Balances, where there are any.
    pub chain: Option<Chain>,
    /// What to tell the owner.
    pub notices: Vec<Notice>,
    /// Which column was taken for which field, by the names in the file.
    pub columns: BTreeMap<String, String>,
}

impl Imported {
    /// Whether every total that the file states is the sum of its rows; `None` when it states none.
    #[must_use]
    pub fn totals_agree(&self) -> Option<bool> {
        (!self.totals.is_empty()).then(|| self.totals.iter().all(TotalCheck::agrees))
    }
}

/// Reads every statement in a file.
///
/// # Errors
/// [`ImportError`]: the file as a whole is refused and nothing of it is kept.
pub fn read(request: &Request<'_>, watch: &dyn Watcher) -> Result<Vec<Imported>, ImportError> {
    let opened = container::open(request.source, request.sha256, &request.limits, watch)?;
    let mut found = Vec::new();
    let mut unknown = None;
    for part in &opened.parts {
        let chosen = match request.profile {
            Some(id) => named_profile(part, id, request),
            None => detect::best(part, request.profiles, &request.limits),
        };
        match chosen {
            Ok((profile, fit)) => found.push(read_part(request, part, profile, &fit, watch)?),
            Err(e @ ImportError::Cancelled) => return Err(e),
            Err(e) => {
                // Of several parts, one that two profiles fit tells more than one that none does.
                let tells_more = !matches!(e, ImportError::LayoutUnknown { .. });
                if unknown.is_none() || tells_more {
                    unknown = Some(e);
                }
            }
        }
    }
    if found.is_empty() {
        return Err(unknown.unwrap_or(ImportError::NothingInside));
    }
    let left_out = unknown.is_some() || !opened.unread.is_empty();
    for imported in &mut found {
        if opened.equal_sheets > 0 {
            imported.notices.push(Notice::EqualSheets);
        }
        if left_out {
            imported.notices.push(Notice::MembersLeftOut);
        }
    }
    Ok(found)
}

/// Reads several files side by side, as many at once as there are cores.
pub fn read_all(requests: &[Request<'_>], watch: &dyn Watcher) -> Vec<Result<Vec<Imported>, ImportError>> {
    let workers = std::thread::available_parallelism().map_or(1, usize::from).min(requests.len()).max(1);
    let next = std::sync::atomic::AtomicUsize::new(0);
    let work = || {
        let mut done = Vec::new();
        loop {
            let at = next.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
            let Some(request) = requests.get(at) else { return done };
            done.push((at, read(request, watch)));
        }
    };
    let mut all: Vec<(usize, Result<Vec<Imported>, ImportError>)> = std::thread::scope(|scope| {
        let others: Vec<_> = (1..workers).map(|_| scope.spawn(work)).collect();
        let mut all = work();
        for other in others {
            all.extend(other.join().unwrap_or_default());
        }
        all
    });
    all.sort_by_key(|(at, _)| *at);
    let broken = |at: &usize| !all.iter().any(|(done, _)| done == at);
    let lost: Vec<usize> = (0..requests.len()).filter(broken).collect();
    all.extend(lost.into_iter().map(|at| (at, Err(ImportError::Broken(String::new())))));
    all.sort_by_key(|(at, _)| *at);
    all.into_iter().map(|(_, result)| result).collect()
}

/// What stands in the header of a file that no profile knows, for the mapping screen: its names, first rows raw.
///
/// # Errors
/// [`ImportError`] when not even lines can be read.
pub fn header(request: &Request<'_>, watch: &dyn Watcher) -> Result<Vec<String>, ImportError> {
    let opened = container::open(request.source, request.sha256, &request.limits, watch)?;
    let part = opened.parts.first().ok_or(ImportError::NothingInside)?;
    detect::likely_header(part, &request.limits)
}

/// The lines of a statement as they stand in its file, with what is personal hidden: what an exhibit page shows.
///
/// # Errors
/// [`ImportError`] when the file cannot be read again as it was.
pub fn raw_lines(
    source: &Source,
    statement: &Statement,
    profile: &Profile,
    wanted: &[u32],
    watch: &dyn Watcher,
) -> Result<BTreeMap<u32, String>, ImportError> {
    let limits = Limits::default();
    let opened = container::open(source, None, &limits, watch)?;
    let is = |part: &&Part| {
        part.sha256 == statement.sha256
            && match &part.payload {
                Payload::Text { .. } => true,
                Payload::Sheet { sheet } => sheet.name == statement.sheet,
            }
    };
    let part = opened.parts.iter().find(is).ok_or(ImportError::NothingInside)?;
    let fit = fitting(part, profile, &limits)?;
    let (drop, masked) = personal_columns(profile, &fit);
    let wanted: std::collections::BTreeSet<u32> = wanted.iter().copied().collect();
    let last = wanted.last().copied().unwrap_or(0);
    let mut found = BTreeMap::new();
    let mut record = Record::default();
    let Some(mut records) = detect::records(part, profile, &limits)? else { return Ok(found) };
    while records.next(&mut record)? && record.line <= last {
        if wanted.contains(&record.line) {
            found.insert(record.line, mask::raw(&record, &drop, &masked));
        }
    }
    Ok(found)
}

fn fitting(part: &Part, profile: &Profile, limits: &Limits) -> Result<Fit, ImportError> {
    detect::fit(part, profile, limits)?
        .map_err(|missing| ImportError::ProfileMisfit { profile: profile.id.to_string(), missing: missing.join(", ") })
}

fn named_profile<'p>(part: &Part, id: &str, request: &Request<'p>) -> Result<(&'p Profile, Fit), ImportError> {
    let profile = request.profiles.get(id).ok_or_else(|| ImportError::ProfileUnknown(id.to_owned()))?;
    Ok((profile, fitting(part, profile, &request.limits)?))
}

/// Columns that are blanked, and those that are masked.
fn personal_columns(profile: &Profile, fit: &Fit) -> (Vec<usize>, Vec<usize>) {
    let at = |names: &[String]| {
        let numbered = names.iter().filter_map(|n| n.strip_prefix('#')?.parse::<usize>().ok()?.checked_sub(1));
        let named = (0..fit.names.len()).filter(|at| {
            let name = crate::profile::names::normal(&fit.names[*at]);
            names.iter().any(|n| crate::profile::names::normal(n) == name)
        });
        numbered.chain(named).collect()
    };
    (at(&profile.personal.drop), at(&profile.personal.mask))
}

fn read_part(
    request: &Request<'_>,
    part: &Part,
    profile: &Profile,
    fit: &Fit,
    watch: &dyn Watcher,
) -> Result<Imported, ImportError> {
    let (sheet, whole) = match &part.payload {
        Payload::Text { survey, .. } => (String::new(), survey.bytes),
        Payload::Sheet { sheet } => (sheet.name.clone(), sheet.len()),
    };
    let statement = Statement {
        sha256: part.sha256.clone(),
        file: part.name.clone(),
        sheet,
        profile: profile.id.to_string(),
        role: profile.role,
        account: request.account.to_owned(),
        counterparty: profile.counterparty.to_string(),
        currency: profile.currency,
        covers: None,
    };
    let file_day = request.file_day.or_else(|| day_in_name(&part.name)).or_else(|| day_in_name(request.source.name()));
    let mut table = Table::new(statement);
    let mut mapper = Mapper::new(profile, fit, file_day);
    let mut totals = Totals::new(profile);
    let mut rejected = Vec::new();
    let mut lines = Lines::default();
    let mut covers = None;
    let (drop, masked) = personal_columns(profile, fit);
    let mut record = Record::default();
    let Some(mut records) = detect::records(part, profile, &request.limits)? else {
        return Err(ImportError::NothingInside);
    };
    let mut stopped = false;
    while records.next(&mut record)? {
        lines.total += u64::from(record.span);
        lines.continued += u64::from(record.span - 1);
        if lines.total.is_multiple_of(2048) {
            if watch.cancelled() {
                return Err(ImportError::Cancelled);
            }
            let done = records.position();
            watch.progress(&Progress { what: "job-reading-statement", item: &part.name, done, total: whole });
        }
        if record.line < fit.line || record.line == fit.line && fit.line > 0 {
            lines.before += 1;
            // The header's own names may be those of totals.
            if record.line < fit.line {
                totals.aside(&record, profile.read.strip_prefix, &fit.columns);
            }
            covers = covers.or_else(|| two_days(&record.raw));
        } else if !stopped && record.is_blank() {
            lines.blank += 1;
        } else if stopped || stops(&record, profile) {
            stopped = true;
            lines.after += 1;
            totals.aside(&record, profile.read.strip_prefix, &fit.columns);
        } else {
            match mapper.row(&record, &mut table, &mut totals) {
                Ok(()) => lines.rows += 1,
                Err(Stop::File(refused)) => return Err(refused),
                Err(Stop::Row(fault)) => {
                    lines.rejected += 1;
                    let raw = mask::raw(&record, &drop, &masked);
                    rejected.push(Rejected { line: record.line, fault, raw });
                }
            }
            if lines.rows + lines.rejected > request.limits.rows {
                return Err(ImportError::TooManyRows(request.limits.rows));
            }
        }
        if request.at_most.is_some_and(|most| lines.rows >= most) {
            break;
        }
    }
    if let Some((line, column, value)) = mapper.first_tail.take()
        && (mapper.tails >= 3 || mapper.tails * 2 >= lines.rows)
    {
        return Err(ImportError::Damaged { line, column, value });
    }
    Ok(finished(
        part,
        profile,
        fit,
        &mapper,
        table,
        rejected,
        lines,
        totals.checks(),
        covers,
        request.at_most.is_some(),
    ))
}

#[allow(clippy::too_many_arguments, reason = "one call, splitting a long function")]
fn finished(
    part: &Part,
    profile: &Profile,
    fit: &Fit,
    mapper: &Mapper<'_>,
    mut table: Table,
    rejected: Vec<Rejected>,
    lines: Lines,
    totals: Vec<TotalCheck>,
    covers: Option<(NaiveDate, NaiveDate)>,
    preview: bool,
) -> Imported {
    let mut notices = Vec::new();
    let mut note = |yes: bool, notice: Notice| notices.extend(yes.then_some(notice));
    note(profile.detect.guess, Notice::LayoutGuessed);
    note(profile.confidence == "C", Notice::LayoutUnconfirmed);
    match mapper.sign.verdict() {
        Sign::AsIs => {}
        Sign::Flipped => {
            proof::flip_fees(&mut table, mapper.net_is_stated);
            note(true, Notice::FeeSignFound);
        }
        Sign::Undecided => note(true, Notice::FeeSignUndecided),
    }
    let days = table.rows.iter().filter_map(crate::table::Row::day);
    let seen = days.fold(None, |seen: Option<(NaiveDate, NaiveDate)>, day| {
        Some(seen.map_or((day, day), |(first, last)| (first.min(day), last.max(day))))
    });
    table.statement.covers = covers.or(seen);
    let chain = if profile.prove.balance { proof::chain(&table) } else { None };
    note(matches!(&part.payload, Payload::Text { survey, .. } if survey.cut_off), Notice::CutOff);
    note(mapper.balances_unread > 0, Notice::BalancesUnread);
    note(chain.as_ref().is_some_and(|c| !c.breaks.is_empty()), Notice::BalancesBroken);
    note(!preview && totals.iter().any(|t| !t.agrees()), Notice::TotalsDiffer);
    identity::name_rows(&mut table);
    let columns = crate::profile::Field::ALL
        .iter()
        .filter_map(|field| Some((field.as_str().to_owned(), fit.names.get(fit.column(*field)?)?.clone())));
    Imported { table, rejected, lines, totals, chain, notices, columns: columns.collect() }
}

fn stops(record: &Record, profile: &Profile) -> bool {
    let first = record.raw.trim_start_matches(['`', '"', ' ', '\u{feff}']);
    profile.read.stop.iter().any(|begin| first.starts_with(begin.as_str()))
}
