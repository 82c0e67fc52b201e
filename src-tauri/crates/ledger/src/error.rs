//! Why a computation was refused.

use recourse_domain::{Coded, DomainError, Params};

/// Why a computation was refused.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum LedgerError {
    /// An amount could not be used.
    #[error(transparent)]
    Domain(#[from] DomainError),
    /// No percentage between 0 and 100 with at most six decimals.
    #[error("{0:?} is not a rate")]
    RateUnreadable(String),
    /// A fact or layout file is wrong.
    #[error(transparent)]
    Profile(#[from] crate::profile::ProfileError),
    /// A sale of nothing, or less, has no fee to check.
    #[error("the amount must be more than zero")]
    AmountNotPositive,
}

impl Coded for LedgerError {
    fn code(&self) -> &'static str {
        match self {
            Self::Domain(e) => e.code(),
            Self::RateUnreadable(_) => "rate-unreadable",
            Self::Profile(e) => e.code(),
            Self::AmountNotPositive => "amount-not-positive",
        }
    }
    fn params(&self) -> Params {
        match self {
            Self::Domain(e) => e.params(),
            Self::RateUnreadable(v) => Params::from([("value".to_owned(), v.clone())]),
            Self::Profile(e) => e.params(),
            Self::AmountNotPositive => Params::new(),
        }
    }
}
