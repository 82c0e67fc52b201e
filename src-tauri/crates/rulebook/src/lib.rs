//! Facts and words as data, and pure functions over them.
//!
//! Everything a non-programmer may correct lies in `assets/` and is read here: locales, channels, playbooks.
//! No clock, no randomness, no path and no database may enter; instants are passed in.

pub mod answer;
pub mod assets;
pub mod book;
pub mod channel;
pub mod clock;
pub mod codes;
pub mod directory;
pub mod error;
pub mod format;
pub mod history;
pub mod kinds;
pub mod letter;
pub mod next;
pub mod playbook;
pub mod prevention;
pub mod sheet;
pub mod shop;
pub mod text;
pub mod triage;
pub mod words;

pub use book::Book;
pub use channel::Channel;
pub use error::RulebookError;
pub use playbook::{EvidenceAsked, Playbook};
pub use text::Text;
pub use words::{Language, Words};
