//! Whom to reach: banks, acquirers, networks, wallets and authorities from `assets/directory`, behind the owner's own
//! entries and corrections.
//!
//! Slip and contract win, so what the owner wrote comes first everywhere. What is not confirmed is shown as not
//! verified, and what rests on memory alone has no row. No ranking, no licence status and no advert may enter.

mod entry;
mod near;
mod own;
pub mod phone;
pub mod scam;
mod search;
pub mod site;
#[cfg(test)]
mod tests;

pub use entry::{Entry, Kind, Phone, Site, Standing, all, get, rule};
pub use own::{OwnEntry, OwnSource};
pub use search::{Card, CardLine, search};
