//! SQLite: the append-only journal, its projections, migrations, search.
//!
//! The journal is the record; every table beside it can be made again from it. The database file is opened by SQLite and
//! by nothing else in the program. No rule about disputes may enter: what an event means, the domain says.

mod append;
mod check;
mod connect;
mod copies;
mod error;
mod folder;
mod identity;
mod journal;
mod list;
mod open;
mod project;
mod queries;
mod rebuild;
mod replay;
mod schema;
mod search;
mod shop;
mod store;
#[cfg(test)]
mod tests;

pub use check::StoreFinding;
pub use error::StoreError;
pub use folder::LOCK_FILE;
pub use journal::JournalEntry;
pub use list::{CasePage, CaseQuery, CaseRow, PAGE_LIMIT};
pub use open::{COPIES_FOLDER, DATABASE_FILE};
pub use queries::DeadlineRow;
pub use store::Store;
