//! Rows of the projections as plain cells, and the few statements that every such table needs. Knows columns, not cases.

use crate::error::Fault;
use rusqlite::types::{ToSqlOutput, Value, ValueRef};
use rusqlite::{Connection, ToSql};
use std::collections::BTreeMap;

/// A cell of a row.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Cell {
    Null,
    Int(i64),
    Text(String),
}

impl From<i64> for Cell {
    fn from(number: i64) -> Self {
        Self::Int(number)
    }
}
impl From<u32> for Cell {
    fn from(number: u32) -> Self {
        Self::Int(number.into())
    }
}
impl From<u64> for Cell {
    fn from(number: u64) -> Self {
        Self::Int(i64::try_from(number).unwrap_or(i64::MAX))
    }
}
impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}
impl From<String> for Cell {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}
impl<T: Into<Cell>> From<Option<T>> for Cell {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Null, Into::into)
    }
}
impl ToSql for Cell {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(match self {
            Self::Null => ToSqlOutput::Owned(Value::Null),
            Self::Int(number) => ToSqlOutput::Owned(Value::Integer(*number)),
            Self::Text(text) => ToSqlOutput::Borrowed(ValueRef::Text(text.as_bytes())),
        })
    }
}
impl Cell {
    fn read(value: ValueRef<'_>) -> Self {
        match value {
            ValueRef::Null => Self::Null,
            ValueRef::Integer(number) => Self::Int(number),
            ValueRef::Text(bytes) | ValueRef::Blob(bytes) => Self::Text(String::from_utf8_lossy(bytes).into_owned()),
            ValueRef::Real(number) => Self::Text(number.to_string()),
        }
    }
}

/// A table whose rows belong to one case each.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord, Clone, Copy)]
pub(crate) struct Table {
    /// Name.
    pub(crate) name: &'static str,
    /// Columns, key first.
    pub(crate) columns: &'static [&'static str],
    /// How many of the columns are the key.
    pub(crate) key: usize,
    /// The column that names the case.
    pub(crate) case: &'static str,
}

impl Table {
    fn marks(count: usize) -> String {
        (1..=count).map(|n| format!("?{n}")).collect::<Vec<_>>().join(", ")
    }

    fn put_sql(&self) -> String {
        let changes: Vec<_> = self.columns[self.key..].iter().map(|c| format!("{c} = excluded.{c}")).collect();
        format!(
            "INSERT INTO {} ({}) VALUES ({}) ON CONFLICT ({}) DO UPDATE SET {}",
            self.name,
            self.columns.join(", "),
            Self::marks(self.columns.len()),
            self.columns[..self.key].join(", "),
            changes.join(", ")
        )
    }

    fn drop_sql(&self) -> String {
        let keys: Vec<_> =
            self.columns[..self.key].iter().enumerate().map(|(n, c)| format!("{c} = ?{}", n + 1)).collect();
        format!("DELETE FROM {} WHERE {}", self.name, keys.join(" AND "))
    }

    fn of_case_sql(&self) -> String {
        format!(
            "SELECT {} FROM {} WHERE {} = ?1 ORDER BY {}",
            self.columns.join(", "),
            self.name,
            self.case,
            self.columns[..self.key].join(", ")
        )
    }
}

/// Rows of one case: table and key lead to the rest of the row.
pub(crate) type Rows = BTreeMap<(&'static Table, Vec<Cell>), Vec<Cell>>;

/// Puts a row under its key.
pub(crate) fn put(rows: &mut Rows, table: &'static Table, mut cells: Vec<Cell>) {
    debug_assert_eq!(cells.len(), table.columns.len(), "{}", table.name);
    let rest = cells.split_off(table.key);
    rows.insert((table, cells), rest);
}

/// Makes the tables hold `after` where they held `before`. Tables are gone through in the order of `order`.
pub(crate) fn write(conn: &Connection, order: &[&'static Table], before: &Rows, after: &Rows) -> Result<(), Fault> {
    for (table, key) in before.keys().filter(|at| !after.contains_key(*at)) {
        conn.prepare_cached(&table.drop_sql())?.execute(rusqlite::params_from_iter(key))?;
    }
    for table in order {
        let mut statement = None;
        for ((_, key), rest) in after.iter().filter(|((of, _), _)| of == table) {
            if before.get(&(*table, key.clone())) == Some(rest) {
                continue;
            }
            let prepared = match &mut statement {
                Some(prepared) => prepared,
                none => none.insert(conn.prepare_cached(&table.put_sql())?),
            };
            prepared.execute(rusqlite::params_from_iter(key.iter().chain(rest)))?;
        }
    }
    Ok(())
}

/// What the tables hold for a case.
pub(crate) fn read(conn: &Connection, tables: &[&'static Table], case_seq: i64) -> Result<Rows, Fault> {
    let mut found = Rows::new();
    for table in tables {
        let mut statement = conn.prepare_cached(&table.of_case_sql())?;
        let mut rows = statement.query([case_seq])?;
        while let Some(row) = rows.next()? {
            let cells = (0..table.columns.len()).map(|n| Ok(Cell::read(row.get_ref(n)?)));
            put(&mut found, table, cells.collect::<rusqlite::Result<_>>()?);
        }
    }
    Ok(found)
}
