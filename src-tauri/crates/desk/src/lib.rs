//! One function per thing a person can do.
//!
//! [`Desk`] joins the rooms below into use cases; window and command line call the same ones and get the same
//! documents ([`dto`]). No Tauri, no terminal and no words for people may enter: clock, identifiers and the waiting
//! side come in through [`ports`].

mod app;
mod append;
mod books;
mod cases;
mod clocks;
mod deadlines;
mod decoder;
mod demo;
mod desk;
mod directory;
mod doctor;
pub mod dto;
mod durable;
mod error;
mod evidence;
mod fees;
mod findings;
mod folder;
mod guide;
mod job;
mod merchant;
mod packets;
mod playbooks;
pub mod ports;
mod rewrite;
mod sheets;
mod tasks;
mod transactions;
mod triage;
mod view;

pub use app::{catalog, channel_by_id};
pub use cases::{CaseDraft, CaseEdit};
pub use deadlines::DeadlineInput;
pub use decoder::enter_worker_if_asked;
pub use demo::DemoReport;
pub use desk::{Desk, DeskOptions};
pub use error::DeskError;
pub use evidence::{EvidenceEdit, Offered};
pub use fees::FeeInput;
pub use folder::default_data_dir;
pub use job::{CancelFlag, WatchedJob};
pub use recourse_domain::{Coded, Currency, Moment, Money, Params, Progress, Unwatched, Watcher};
pub use recourse_evidence::shown_name;
pub use recourse_rulebook::format;
pub use recourse_rulebook::words::{Language, Words};
pub use sheets::SheetAsk;
pub use triage::TriageInput;
