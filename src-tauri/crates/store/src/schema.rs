//! Schemas by number, oldest first, and the ways to them. What the tables mean is said in the SQL files themselves.

use rusqlite_migration::{M, Migrations};

/// Application identifier in the database header: `RCRS`.
pub(crate) const APPLICATION_ID: i64 = 0x5243_5253;

/// The ways between schemas: the n-th step leads to schema n.
#[derive(Debug, Clone)]
pub(crate) struct Schemas {
    steps: Vec<&'static str>,
}

impl Schemas {
    /// Those of this program.
    pub(crate) fn ours() -> Self {
        Self {
            steps: vec![
                include_str!("../migrations/0001-journal-and-tables.sql"),
                include_str!("../migrations/0002-own-playbooks-and-tasks.sql"),
            ],
        }
    }

    /// The same with one more step.
    #[cfg(test)]
    pub(crate) fn and(mut self, step: &'static str) -> Self {
        self.steps.push(step);
        self
    }

    /// Number of the newest.
    pub(crate) fn newest(&self) -> i64 {
        i64::try_from(self.steps.len()).unwrap_or(i64::MAX)
    }

    /// In the form the migrating library takes; every step checks foreign keys at its end.
    pub(crate) fn migrations(&self) -> Migrations<'static> {
        Migrations::new(self.steps.iter().map(|sql| M::up(sql).foreign_key_check()).collect())
    }
}
