//! Errors that cross every border as a stable code and named parameters; words for them live in the locales.

use std::collections::BTreeMap;

/// Named values that a locale message for an error may use.
pub type Params = BTreeMap<String, String>;

/// An error that a person may be shown. The code never changes its meaning; the text for it is chosen by locale.
pub trait Coded: std::error::Error {
    /// Stable `kebab-case` identifier, e.g. `money-not-a-number`.
    fn code(&self) -> &'static str;
    /// Values for the locale message, e.g. `value` → what was typed.
    fn params(&self) -> Params {
        Params::new()
    }
}

/// Why a value or an event was refused by the domain.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum DomainError {
    /// The text is no decimal amount.
    #[error("{0:?} is not an amount")]
    MoneyNotANumber(String),
    /// More decimals than the currency has minor units.
    #[error("{value:?} has more decimals than {currency} knows")]
    MoneyTooManyDecimals {
        /// What was typed.
        value: String,
        /// ISO 4217 code.
        currency: String,
    },
    /// Larger than can be counted exactly (2^53 minor units).
    #[error("{0:?} is too large an amount")]
    MoneyTooLarge(String),
    /// No ISO 4217 alphabetic code.
    #[error("{0:?} is not an ISO 4217 currency")]
    CurrencyUnknown(String),
    /// Two currencies in one sum.
    #[error("{0} and {1} cannot be added")]
    CurrencyMixed(String, String),
    /// Neither RFC 3339 nor RFC 9557.
    #[error("{0:?} is not a date with time and zone")]
    MomentUnreadable(String),
    /// Not a calendar date `YYYY-MM-DD`.
    #[error("{0:?} is not a date")]
    DateUnreadable(String),
    /// No zone of the IANA database.
    #[error("{0:?} is not a time zone")]
    ZoneUnknown(String),
    /// The digits would be a whole card number. The number itself is never part of the error.
    #[error("a full card number was given; only first six and last four digits may be kept")]
    CardNotMasked {
        /// First six and last four of what was typed, ready to be offered instead.
        masked: String,
    },
    /// Not first six, stars, last four.
    #[error("a masked card reads like 622202******1234")]
    CardMaskUnreadable,
    /// A field of a transaction does not have its form.
    #[error("{field} does not accept {value:?}")]
    FieldUnreadable {
        /// Field name as on the command line, e.g. `rrn`.
        field: String,
        /// What was typed.
        value: String,
    },
    /// A key that is not lower-case ASCII words joined by hyphens.
    #[error("{0:?} is not a key")]
    KeyUnreadable(String),
    /// An identifier that is no ULID.
    #[error("{0:?} is not an identifier")]
    IdUnreadable(String),
    /// A text field is empty where something must stand.
    #[error("{0} is empty")]
    Empty(String),
    /// A text is longer than its limit.
    #[error("{field} is longer than {limit} characters")]
    TooLong {
        /// Field name.
        field: String,
        /// Limit in characters.
        limit: usize,
    },
    /// No such stage.
    #[error("{0:?} is not a stage")]
    StageUnknown(String),
    /// The stage cannot follow the present one.
    #[error("a case cannot go from {from} to {to}")]
    StageOrder {
        /// Present stage.
        from: String,
        /// Asked-for stage.
        to: String,
    },
    /// No such outcome.
    #[error("{0:?} is not an outcome")]
    OutcomeUnknown(String),
    /// The case is closed and takes no more changes but a reopening.
    #[error("the case is closed")]
    CaseClosed,
    /// An event for something the case does not hold.
    #[error("no {what} {id} in this case")]
    NotInCase {
        /// `transaction`, `evidence`, `party`, `deadline`.
        what: &'static str,
        /// The identifier.
        id: String,
    },
    /// The first event of a case must open it, and only the first.
    #[error("event {0} stands at the wrong place in the case's history")]
    OutOfPlace(&'static str),
    /// The same identifier twice.
    #[error("{what} {id} is already in this case")]
    AlreadyInCase {
        /// `transaction`, `evidence`, `party`, `deadline`.
        what: &'static str,
        /// The identifier.
        id: String,
    },
    /// No task of this identifier.
    #[error("no task {0}")]
    TaskUnknown(String),
    /// The owner keeps no copy of this playbook.
    #[error("no own copy of playbook {0}")]
    PlaybookNotKept(String),
    /// A card number, security code, PIN or track data stands in a text. Neither the text nor its digits are part of the
    /// error.
    #[error("{field} holds what must not be kept ({what}); masked it reads {masked:?}")]
    SecretTyped {
        /// Field name, or the key of a detail or question.
        field: String,
        /// `pan`, `cvv`, `pin` or `track`.
        what: &'static str,
        /// The text with what is secret masked, ready to be offered instead; of a long text only the line.
        masked: String,
    },
    /// An order that does not name every exhibit exactly once.
    #[error("the order must name each exhibit once")]
    OrderIncomplete,
}

fn params<const N: usize>(pairs: [(&str, &str); N]) -> Params {
    pairs.into_iter().map(|(k, v)| (k.to_owned(), v.to_owned())).collect()
}

impl Coded for DomainError {
    fn code(&self) -> &'static str {
        match self {
            Self::MoneyNotANumber(_) => "money-not-a-number",
            Self::MoneyTooManyDecimals { .. } => "money-too-many-decimals",
            Self::MoneyTooLarge(_) => "money-too-large",
            Self::CurrencyUnknown(_) => "currency-unknown",
            Self::CurrencyMixed(..) => "currency-mixed",
            Self::MomentUnreadable(_) => "moment-unreadable",
            Self::DateUnreadable(_) => "date-unreadable",
            Self::ZoneUnknown(_) => "zone-unknown",
            Self::CardNotMasked { .. } => "card-not-masked",
            Self::CardMaskUnreadable => "card-mask-unreadable",
            Self::FieldUnreadable { .. } => "field-unreadable",
            Self::KeyUnreadable(_) => "key-unreadable",
            Self::IdUnreadable(_) => "id-unreadable",
            Self::Empty(_) => "text-empty",
            Self::TooLong { .. } => "text-too-long",
            Self::StageUnknown(_) => "stage-unknown",
            Self::StageOrder { .. } => "stage-order",
            Self::OutcomeUnknown(_) => "outcome-unknown",
            Self::CaseClosed => "case-closed",
            Self::NotInCase { .. } => "not-in-case",
            Self::OutOfPlace(_) => "event-out-of-place",
            Self::AlreadyInCase { .. } => "already-in-case",
            Self::TaskUnknown(_) => "task-unknown",
            Self::PlaybookNotKept(_) => "playbook-not-kept",
            Self::SecretTyped { .. } => "secret-typed",
            Self::OrderIncomplete => "order-incomplete",
        }
    }

    fn params(&self) -> Params {
        match self {
            Self::MoneyNotANumber(v)
            | Self::MoneyTooLarge(v)
            | Self::CurrencyUnknown(v)
            | Self::MomentUnreadable(v)
            | Self::DateUnreadable(v)
            | Self::ZoneUnknown(v)
            | Self::KeyUnreadable(v)
            | Self::IdUnreadable(v)
            | Self::StageUnknown(v)
            | Self::OutcomeUnknown(v)
            | Self::TaskUnknown(v)
            | Self::PlaybookNotKept(v) => params([("value", v)]),
            Self::MoneyTooManyDecimals { value, currency } => params([("value", value), ("currency", currency)]),
            Self::CurrencyMixed(a, b) => params([("first", a), ("second", b)]),
            Self::CardNotMasked { masked } => params([("masked", masked)]),
            Self::FieldUnreadable { field, value } => params([("field", field), ("value", value)]),
            Self::Empty(field) => params([("field", field)]),
            Self::TooLong { field, limit } => params([("field", field), ("limit", &limit.to_string())]),
            Self::StageOrder { from, to } => params([("from", from), ("to", to)]),
            Self::NotInCase { what, id } | Self::AlreadyInCase { what, id } => params([("what", what), ("id", id)]),
            Self::SecretTyped { field, what, masked } => params([("field", field), ("what", what), ("masked", masked)]),
            Self::OutOfPlace(kind) => params([("kind", kind)]),
            Self::CardMaskUnreadable | Self::CaseClosed | Self::OrderIncomplete => Params::new(),
        }
    }
}
