//! Money the shop can compute for itself: was the right fee taken.
//!
//! Pure arithmetic over amounts and the contract's own rates. No fee that the contract does not name may be invented here,
//! and no file, clock or database may enter.

pub mod error;
pub mod fee;
pub mod rate;

pub use error::LedgerError;
pub use fee::{FeeCheck, FeeFlag, FeeTerms, check};
pub use rate::Rate;
