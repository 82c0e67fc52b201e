//! The shop's own tables: particulars, own playbooks, work planned. A pure function of the events that name no case;
//! live writing, rebuilding and checking all go through [`Shop`].

use crate::error::{Fault, StoreError};
use crate::project::{json, unjson};
use crate::queries::parse;
use crate::store::Store;
use recourse_domain::{Key, Shop, Task};
use rusqlite::{Connection, OptionalExtension, params};

impl Store {
    /// The owner's own playbooks by name: the latest text of each.
    ///
    /// # Errors
    /// `tables-unreadable`; `storage-failed` and the like.
    pub fn own_playbooks(&self) -> Result<Vec<(Key, String)>, StoreError> {
        self.read(|conn| Ok(playbooks(conn)?.into_iter().collect()))
    }

    /// Work planned, the earliest first. `open_only` leaves out what was to be done once and was done.
    ///
    /// # Errors
    /// `tables-unreadable`; `storage-failed` and the like.
    pub fn tasks(&self, open_only: bool) -> Result<Vec<Task>, StoreError> {
        self.read(|conn| {
            let filter = if open_only { "WHERE open = 1" } else { "" };
            let mut statement =
                conn.prepare_cached(&format!("SELECT record FROM task {filter} ORDER BY open DESC, due, id"))?;
            let mut rows = statement.query([])?;
            let mut found = Vec::new();
            while let Some(row) = rows.next()? {
                found.push(unjson(&row.get::<_, String>(0)?)?);
            }
            Ok(found)
        })
    }
}

fn playbooks(conn: &Connection) -> Result<std::collections::BTreeMap<Key, String>, Fault> {
    let mut statement = conn.prepare_cached("SELECT id, text FROM own_playbook ORDER BY id")?;
    let mut rows = statement.query([])?;
    let mut found = std::collections::BTreeMap::new();
    while let Some(row) = rows.next()? {
        found.insert(parse(&row.get::<_, String>(0)?)?, row.get(1)?);
    }
    Ok(found)
}

/// The shop as the tables have it.
///
/// # Errors
/// `tables-unreadable`; `storage-failed` and the like.
pub(crate) fn load(conn: &Connection) -> Result<Shop, Fault> {
    let profile =
        conn.prepare_cached("SELECT profile FROM merchant")?.query_row([], |row| row.get::<_, String>(0)).optional()?;
    let merchant = profile.map(|text| unjson(&text)).transpose()?;
    let mut statement = conn.prepare_cached("SELECT id, due, open, record FROM task ORDER BY id")?;
    let mut rows = statement.query([])?;
    let mut tasks = std::collections::BTreeMap::new();
    while let Some(row) = rows.next()? {
        let task: Task = unjson(&row.get::<_, String>(3)?)?;
        let columns = (row.get::<_, String>(0)?, row.get::<_, String>(1)?, row.get::<_, bool>(2)?);
        if columns != (task.id.to_string(), task.due.to_string(), task.is_open()) {
            let reason = format!("task {} is not what its record says", columns.0);
            return Err(StoreError::TablesUnreadable { reason }.into());
        }
        tasks.insert(task.id.clone(), task);
    }
    Ok(Shop { merchant, playbooks: playbooks(conn)?, tasks })
}

/// Brings the tables from `before` to `after`.
///
/// # Errors
/// `disk-full`, `storage-failed` and the like.
pub(crate) fn write(conn: &Connection, before: &Shop, after: &Shop) -> Result<(), Fault> {
    if let Some(profile) = after.merchant.as_ref().filter(|_| after.merchant != before.merchant) {
        let sql = "INSERT INTO merchant (one, profile) VALUES (1, ?1)
                   ON CONFLICT (one) DO UPDATE SET profile = excluded.profile";
        conn.prepare_cached(sql)?.execute(params![json(profile)?])?;
    }
    for gone in before.playbooks.keys().filter(|id| !after.playbooks.contains_key(*id)) {
        conn.prepare_cached("DELETE FROM own_playbook WHERE id = ?1")?.execute([gone.as_str()])?;
    }
    for (id, text) in after.playbooks.iter().filter(|(id, text)| before.playbooks.get(*id) != Some(*text)) {
        let sql = "INSERT INTO own_playbook (id, text) VALUES (?1, ?2)
                   ON CONFLICT (id) DO UPDATE SET text = excluded.text";
        conn.prepare_cached(sql)?.execute(params![id.as_str(), text])?;
    }
    for gone in before.tasks.keys().filter(|id| !after.tasks.contains_key(*id)) {
        conn.prepare_cached("DELETE FROM task WHERE id = ?1")?.execute([gone.as_str()])?;
    }
    for (id, task) in after.tasks.iter().filter(|(id, task)| before.tasks.get(*id) != Some(*task)) {
        let sql = "INSERT INTO task (id, due, open, record) VALUES (?1, ?2, ?3, ?4)
                   ON CONFLICT (id) DO UPDATE SET due = excluded.due, open = excluded.open, record = excluded.record";
        conn.prepare_cached(sql)?.execute(params![id.as_str(), task.due.to_string(), task.is_open(), json(task)?])?;
    }
    Ok(())
}

/// Empties the tables.
///
/// # Errors
/// `disk-full`, `storage-failed` and the like.
pub(crate) fn empty(conn: &Connection) -> Result<(), Fault> {
    for table in ["merchant", "own_playbook", "task"] {
        conn.execute(&format!("DELETE FROM {table}"), [])?;
    }
    Ok(())
}

/// The first table in which the tables' shop is not the journal's.
pub(crate) fn first_difference(journal: &Shop, tables: &Shop) -> Option<&'static str> {
    [
        ("merchant", journal.merchant != tables.merchant),
        ("own_playbook", journal.playbooks != tables.playbooks),
        ("task", journal.tasks != tables.tasks),
    ]
    .into_iter()
    .find_map(|(table, differs)| differs.then_some(table))
}
