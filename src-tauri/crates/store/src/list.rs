//! Pages of the case list, latest change first. A page costs what it shows, however many cases there are.

use crate::error::{Fault, StoreError};
use crate::queries::parse;
use crate::search;
use crate::store::Store;
use chrono::NaiveDate;
use recourse_domain::moment::parse_date;
use recourse_domain::{CaseId, Currency, DomainError, Key, Moment, Money, Stage};
use rusqlite::{Connection, Row, params_from_iter};
use std::fmt;
use std::str::FromStr;

/// Most rows of one page.
pub const PAGE_LIMIT: u32 = 500;

/// Which cases.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CaseQuery {
    /// Stages to show; empty means all.
    pub stages: Vec<Stage>,
    /// Words that must all be found, each in the number, the title, a counterparty, a reference, an answer, a caption or a
    /// note; capital or small, full or half width. Empty means every case.
    pub text: String,
    /// Most rows to return, at least 1 and at most [`PAGE_LIMIT`].
    pub limit: u32,
    /// Where the page before ended; none for the first.
    pub cursor: Option<String>,
}

/// A case as a list shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CaseRow {
    /// Identifier.
    pub id: CaseId,
    /// Number for people.
    pub number: String,
    /// Title.
    pub title: String,
    /// Playbook.
    pub playbook: Key,
    /// Where it stands.
    pub stage: Stage,
    /// Last day of the deadline that comes first, in that deadline's zone.
    pub next_due: Option<NaiveDate>,
    /// Sum of its transactions, when they are in one currency.
    pub amount: Option<Money>,
    /// The other side: the first party that is not the customer.
    pub counterparty: Option<String>,
    /// Latest event.
    pub changed_at: Moment,
}

/// A page of cases.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CasePage {
    /// Rows, latest change first.
    pub rows: Vec<CaseRow>,
    /// Where the next page begins; none when this is the last.
    pub next_cursor: Option<String>,
    /// Cases altogether that answer the query.
    pub total: u64,
}

/// The place of a case in the list.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Place {
    /// Microseconds since 1970.
    pub(crate) changed_us: i64,
    /// Identifier.
    pub(crate) id: String,
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}", self.changed_us, self.id)
    }
}
impl FromStr for Place {
    type Err = StoreError;
    fn from_str(text: &str) -> Result<Self, StoreError> {
        let bad = || StoreError::CursorUnreadable { value: text.chars().take(80).collect() };
        let (changed_us, id) = text.split_once('.').ok_or_else(bad)?;
        let id: CaseId = id.parse().map_err(|_| bad())?;
        Ok(Self { changed_us: changed_us.parse().map_err(|_| bad())?, id: id.to_string() })
    }
}

impl Store {
    /// A page of the case list.
    ///
    /// # Errors
    /// `cursor-unreadable`; `tables-unreadable`; `storage-failed` and the like.
    pub fn list_cases(&self, query: &CaseQuery) -> Result<CasePage, StoreError> {
        let after = query.cursor.as_deref().map(Place::from_str).transpose()?;
        let limit = query.limit.clamp(1, PAGE_LIMIT) as usize;
        let stages = distinct(&query.stages);
        let words = search::words(&query.text);
        self.read(|conn| {
            let (mut listed, total) = if words.is_empty() {
                (in_order(conn, &stages, after.as_ref(), limit + 1)?, count(conn, &stages)?)
            } else {
                search::find(conn, &words, &stages, after.as_ref(), limit + 1)?
            };
            let more = listed.len() > limit;
            listed.truncate(limit);
            let next_cursor = listed.last().filter(|_| more).map(|(place, _)| place.to_string());
            Ok(CasePage { rows: listed.into_iter().map(|(_, row)| row).collect(), next_cursor, total })
        })
    }
}

/// The stages asked for; empty when that is all of them.
fn distinct(stages: &[Stage]) -> Vec<Stage> {
    let asked: Vec<Stage> = Stage::ALL.into_iter().filter(|stage| stages.contains(stage)).collect();
    if asked.len() == Stage::ALL.len() { Vec::new() } else { asked }
}

/// Columns in the order in which [`read_row`] takes them.
pub(crate) const COLUMNS: &str =
    "id, number, title, playbook, stage, next_due, amount_minor, currency, counterparty, changed_at, changed_us";

/// The statement for rows in list order, of one stage or of all, from the beginning or after a place.
pub(crate) fn order_sql(one_stage: bool, after: bool) -> String {
    let mut conditions = Vec::new();
    if one_stage {
        conditions.push("stage = ?2");
    }
    if after {
        conditions.push("(changed_us, id) < (?3, ?4)");
    }
    let condition = if conditions.is_empty() { String::new() } else { format!("WHERE {}", conditions.join(" AND ")) };
    format!("SELECT {COLUMNS} FROM cases {condition} ORDER BY changed_us DESC, id DESC LIMIT ?1")
}

/// The first `limit` cases after a place. Each stage is read in order by its own index and the few rows are merged.
fn in_order(
    conn: &Connection,
    stages: &[Stage],
    after: Option<&Place>,
    limit: usize,
) -> Result<Vec<(Place, CaseRow)>, Fault> {
    let sql = order_sql(!stages.is_empty(), after.is_some());
    let mut statement = conn.prepare_cached(&sql)?;
    let every: &[Option<Stage>] = &[None];
    let each: Vec<Option<Stage>> = stages.iter().copied().map(Some).collect();
    let mut found = Vec::new();
    for stage in if each.is_empty() { every } else { &each } {
        // A parameter that the statement does not name is not bound.
        statement.raw_bind_parameter(1, i64::try_from(limit).unwrap_or(i64::MAX))?;
        if let Some(stage) = stage {
            statement.raw_bind_parameter(2, stage.as_str())?;
        }
        if let Some(place) = after {
            statement.raw_bind_parameter(3, place.changed_us)?;
            statement.raw_bind_parameter(4, &place.id)?;
        }
        let mut rows = statement.raw_query();
        while let Some(row) = rows.next()? {
            found.push(read_row(row)?);
        }
    }
    if stages.len() > 1 {
        found.sort_unstable_by(|(a, _), (b, _)| b.cmp(a));
        found.truncate(limit);
    }
    Ok(found)
}

fn count(conn: &Connection, stages: &[Stage]) -> Result<u64, Fault> {
    let marks: Vec<String> = (1..=stages.len()).map(|n| format!("?{n}")).collect();
    let sql = if stages.is_empty() {
        "SELECT count(*) FROM cases".to_owned()
    } else {
        format!("SELECT count(*) FROM cases WHERE stage IN ({})", marks.join(", "))
    };
    let names = params_from_iter(stages.iter().map(|stage| stage.as_str()));
    Ok(conn.prepare_cached(&sql)?.query_row(names, |row| row.get::<_, i64>(0))?.unsigned_abs())
}

/// Reads the columns of [`COLUMNS`].
pub(crate) fn read_row(row: &Row<'_>) -> Result<(Place, CaseRow), Fault> {
    let unreadable = |e: DomainError| Fault::from(StoreError::TablesUnreadable { reason: e.to_string() });
    let id: String = row.get(0)?;
    let next_due: Option<String> = row.get(5)?;
    let amount = match (row.get::<_, Option<i64>>(6)?, row.get::<_, Option<String>>(7)?) {
        (Some(minor), Some(currency)) => {
            Some(Money::from_minor(minor, parse::<Currency>(&currency)?).map_err(unreadable)?)
        }
        _ => None,
    };
    let listed = CaseRow {
        id: parse(&id)?,
        number: row.get(1)?,
        title: row.get(2)?,
        playbook: parse(&row.get::<_, String>(3)?)?,
        stage: parse(&row.get::<_, String>(4)?)?,
        next_due: next_due.map(|text| parse_date(&text)).transpose().map_err(unreadable)?,
        amount,
        counterparty: row.get(8)?,
        changed_at: parse(&row.get::<_, String>(9)?)?,
    };
    Ok((Place { changed_us: row.get(10)?, id }, listed))
}

/// The rows of these cases, in the same order.
pub(crate) fn rows_of(conn: &Connection, seqs: impl Iterator<Item = i64>) -> Result<Vec<(Place, CaseRow)>, Fault> {
    let mut statement = conn.prepare_cached(&format!("SELECT {COLUMNS} FROM cases WHERE seq = ?1"))?;
    let mut found = Vec::new();
    for seq in seqs {
        let mut rows = statement.query([seq])?;
        if let Some(row) = rows.next()? {
            found.push(read_row(row)?);
        }
    }
    Ok(found)
}
