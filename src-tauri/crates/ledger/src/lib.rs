//! Money the shop can compute for itself: statements read, matched with each other and questioned; was the right fee taken.
//!
//! Bytes and rows go in, typed results come out. No fee that the contract does not name may be invented here, no match
//! may be guessed, and no clock or database may enter; working days are passed in.

pub mod background;
pub mod book;
pub mod calendar;
pub mod contract;
pub mod error;
pub mod fee;
pub mod findings;
pub mod import;
pub mod profile;
pub mod rate;
pub mod reconcile;
pub mod row;
pub mod statement;
pub mod table;

pub use book::{Added, Book, Place, Soundness};
pub use calendar::{Listed, WorkingDays, working_day_after};
pub use contract::{Contract, Item, RateTerm};
pub use error::LedgerError;
pub use fee::{FeeCheck, FeeFlag, FeeTerms, SaleCheck, SaleEnd, SaleFee, check, check_sale};
pub use findings::{Finding, FindingCode, Findings, Question as Asked, findings};
pub use import::refusal::{ImportError, RowFault};
pub use import::source::{Limits, Source};
pub use import::{Imported, Request, read, read_all};
pub use profile::Profile;
pub use profile::shipped::Profiles;
pub use rate::Rate;
pub use reconcile::{Decision, Match, Pass, Reconciliation, Relation, Terms, reconcile};
pub use row::{Event, Means, Role, RowId, RowRecord, Status};
pub use table::{Row, Statement, Table};
