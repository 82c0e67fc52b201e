//! What a dispute is, and nothing about how it is kept or shown.
//!
//! Everything here is a value or a pure function: no file, no database, no clock and no randomness may enter.
//! Instants and identifiers are passed in by the caller. State changes only through [`Case::apply`].

pub mod card;
pub mod case;
pub mod currency;
pub mod deadline;
pub mod error;
pub mod event;
pub mod evidence;
pub mod guard;
pub mod ids;
pub mod key;
pub mod merchant;
pub mod moment;
pub mod money;
pub mod outcome;
pub mod packet;
pub mod party;
pub mod shop;
pub mod stage;
pub mod task;
pub mod texts;
pub mod transaction;
pub mod watch;

pub use card::MaskedCard;
pub use case::{Case, StepMark};
pub use currency::Currency;
pub use deadline::Deadline;
pub use error::{Coded, DomainError, Params};
pub use event::{Actor, Event, EventBody};
pub use evidence::{Evidence, EvidenceSource, MediaType, Sha256Hex};
pub use ids::{CaseId, DeadlineId, EvidenceId, PacketId, PartyId, TaskId, TransactionId};
pub use key::Key;
pub use merchant::{ContractFee, ContractRate, MerchantProfile, Person, Terminal};
pub use moment::Moment;
pub use money::Money;
pub use outcome::Outcome;
pub use packet::PacketRecord;
pub use party::{Party, PartyRole};
pub use shop::Shop;
pub use stage::Stage;
pub use task::Task;
pub use transaction::{Transaction, TransactionFields};
pub use watch::{Progress, Unwatched, Watcher};
