//! Making the tables again from the journal.

use crate::error::StoreError;
use crate::project::table::Rows;
use crate::project::{self, TABLES, table};
use crate::replay;
use crate::shop;
use crate::store::Store;
use recourse_domain::Shop;

impl Store {
    /// Empties every table that is made from the journal and makes it again, in one transaction. Journal and preferences
    /// are not touched.
    ///
    /// # Errors
    /// `journal-broken`: nothing is made from a chain that does not hold; `event-unknown`, `event-unreadable`; `disk-full`,
    /// `storage-failed`. After an error the tables are as they were.
    pub fn rebuild(&self) -> Result<(), StoreError> {
        self.write(|conn| {
            if let Some(seq) = replay::broken_at(conn)? {
                return Err(StoreError::JournalBroken { seq }.into());
            }
            conn.execute("INSERT INTO search (search) VALUES ('delete-all')", [])?;
            for table in TABLES.iter().rev() {
                conn.execute(&format!("DELETE FROM {}", table.name), [])?;
            }
            conn.execute("DELETE FROM blobs", [])?;
            shop::empty(conn)?;
            replay::each_case(conn, |replayed| {
                let mut rows = project::rows(replayed.seq, &replayed.case)?;
                replayed.trail.add_rows(replayed.seq, &mut rows);
                table::write(conn, &TABLES, &Rows::new(), &rows)?;
                replayed.trail.write_blobs(conn)
            })?;
            conn.execute("INSERT INTO search (search) VALUES ('rebuild')", [])?;
            shop::write(conn, &Shop::default(), &replay::shop(conn)?)
        })
    }
}
