//! Why a file was not taken in at all, and why a single line was not.

use crate::profile::ProfileError;
use crate::row::named;
use recourse_domain::{Coded, Params};

/// Why a file was not taken in. Nothing of it was kept.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ImportError {
    /// The work was called off.
    #[error("called off")]
    Cancelled,
    /// The operating system could not read it.
    #[error("cannot be read: {0}")]
    Unreadable(String),
    /// No bytes.
    #[error("the file is empty")]
    Empty,
    /// More bytes than are taken.
    #[error("{bytes} bytes are more than the {limit} that are read")]
    TooLarge {
        /// Size.
        bytes: u64,
        /// Limit.
        limit: u64,
    },
    /// More rows or cells than are taken.
    #[error("more than {0} rows")]
    TooManyRows(u64),
    /// A packed file that unpacks to more than is taken, or more than it says.
    #[error("unpacks to more than is safe")]
    Inflates,
    /// A screenshot or photo.
    #[error("a picture, not a statement")]
    Picture,
    /// A PDF.
    #[error("a PDF, not a table")]
    Pdf,
    /// A web page saved with a spreadsheet's ending.
    #[error("a web page named like a spreadsheet")]
    WebPage,
    /// An answer that says there is no bill.
    #[error("the provider answered that there is no bill")]
    NoBill,
    /// What a spreadsheet program leaves beside an open file.
    #[error("a lock file of a spreadsheet program")]
    LockFile,
    /// Protected by a password.
    #[error("protected by a password")]
    Password,
    /// Bytes that are no text and no known container.
    #[error("neither text nor a spreadsheet")]
    NotText,
    /// Neither UTF-8 nor GB18030 from beginning to end.
    #[error("the text is in no single encoding; first at line {line}")]
    EncodingMixed {
        /// First line that is not in the encoding of the lines before.
        line: u32,
    },
    /// A workbook or packed file that is broken.
    #[error("broken: {0}")]
    Broken(String),
    /// A packed file without any statement.
    #[error("no statement inside")]
    NothingInside,
    /// No profile knows the header.
    #[error("no profile knows this layout")]
    LayoutUnknown {
        /// The line that looks most like a header.
        header: String,
    },
    /// Two profiles fit.
    #[error("{first} and {second} both fit")]
    LayoutAmbiguous {
        /// Best.
        first: String,
        /// Next.
        second: String,
    },
    /// The profile asked for does not fit the file.
    #[error("{profile} does not fit: {missing} missing")]
    ProfileMisfit {
        /// Profile.
        profile: String,
        /// Columns that were not found.
        missing: String,
    },
    /// No profile of that name.
    #[error("no profile {0}")]
    ProfileUnknown(String),
    /// A spreadsheet program has saved the file and lost digits or seconds.
    #[error("line {line}: {value:?} in {column} was damaged by a spreadsheet program")]
    Damaged {
        /// Line.
        line: u32,
        /// Column.
        column: String,
        /// Value found.
        value: String,
    },
    /// The file writes no year and its name has no date.
    #[error("the file's day is not known")]
    FileDayNeeded,
    /// The profile itself is wrong.
    #[error(transparent)]
    Profile(#[from] ProfileError),
}

impl ImportError {
    /// Which download to choose instead, as a code with words `advice-<code>`.
    #[must_use]
    pub fn advice(&self) -> Option<&'static str> {
        match self {
            Self::Picture | Self::Pdf | Self::WebPage => Some("choose-spreadsheet"),
            Self::Damaged { .. } | Self::LockFile | Self::EncodingMixed { .. } => Some("take-original"),
            Self::Password => Some("unpack-first"),
            Self::LayoutUnknown { .. } | Self::NothingInside | Self::NotText => Some("choose-detail"),
            Self::LayoutAmbiguous { .. } | Self::ProfileMisfit { .. } => Some("name-profile"),
            Self::TooLarge { .. } | Self::TooManyRows(_) => Some("shorter-range"),
            Self::NoBill | Self::Empty => Some("other-day"),
            Self::FileDayNeeded => Some("keep-file-name"),
            _ => None,
        }
    }
}

impl ImportError {
    /// Locale key of the advice.
    #[must_use]
    pub fn advice_key(&self) -> Option<String> {
        self.advice().map(|advice| format!("advice-{advice}"))
    }
}

impl From<std::io::Error> for ImportError {
    fn from(e: std::io::Error) -> Self {
        Self::Unreadable(e.kind().to_string())
    }
}

impl Coded for ImportError {
    fn code(&self) -> &'static str {
        match self {
            Self::Cancelled => "cancelled",
            Self::Unreadable(_) => "statement-unreadable",
            Self::Empty => "statement-empty",
            Self::TooLarge { .. } => "statement-too-large",
            Self::TooManyRows(_) => "statement-too-many-rows",
            Self::Inflates => "statement-inflates",
            Self::Picture => "statement-is-picture",
            Self::Pdf => "statement-is-pdf",
            Self::WebPage => "statement-is-web-page",
            Self::NoBill => "statement-no-bill",
            Self::LockFile => "statement-is-lock-file",
            Self::Password => "statement-password",
            Self::NotText => "statement-not-text",
            Self::EncodingMixed { .. } => "statement-encoding-mixed",
            Self::Broken(_) => "statement-broken",
            Self::NothingInside => "statement-nothing-inside",
            Self::LayoutUnknown { .. } => "statement-layout-unknown",
            Self::LayoutAmbiguous { .. } => "statement-layout-ambiguous",
            Self::ProfileMisfit { .. } => "statement-profile-misfit",
            Self::ProfileUnknown(_) => "profile-unknown",
            Self::Damaged { .. } => "statement-damaged",
            Self::FileDayNeeded => "statement-day-needed",
            Self::Profile(e) => e.code(),
        }
    }

    fn params(&self) -> Params {
        let pairs: Vec<(&str, String)> = match self {
            Self::TooLarge { bytes, limit } => {
                vec![("megabytes", (bytes / 1_000_000).to_string()), ("limit", (limit / 1_000_000).to_string())]
            }
            Self::TooManyRows(limit) => vec![("limit", limit.to_string())],
            Self::EncodingMixed { line } => vec![("line", line.to_string())],
            Self::LayoutUnknown { header } => vec![("header", header.clone())],
            Self::LayoutAmbiguous { first, second } => vec![("first", first.clone()), ("second", second.clone())],
            Self::ProfileMisfit { profile, missing } => {
                vec![("profile", profile.clone()), ("missing", missing.clone())]
            }
            Self::ProfileUnknown(profile) => vec![("profile", profile.clone())],
            Self::Damaged { line, column, value } => {
                vec![("line", line.to_string()), ("column", column.clone()), ("value", value.clone())]
            }
            Self::Unreadable(reason) | Self::Broken(reason) => vec![("reason", reason.clone())],
            Self::Profile(e) => return e.params(),
            _ => Vec::new(),
        };
        pairs.into_iter().map(|(name, value)| (name.to_owned(), value)).collect()
    }
}

named! {
    /// Why a single line was not taken. The line is kept as it stands, the rest of the file is read.
    RowFault {
        /// Another number of fields than the header.
        FieldCount = "row-field-count",
        /// No pattern of the profile reads its date.
        DateUnreadable = "row-date-unreadable",
        /// An amount is no number, or has more decimals than the currency.
        AmountUnreadable = "row-amount-unreadable",
        /// No amount at all.
        AmountMissing = "row-amount-missing",
        /// No rule knows what kind of row it is.
        KindUnknown = "row-kind-unknown",
        /// A line without end.
        TooLong = "row-too-long",
        /// A formula instead of a value: a file from a provider has none.
        Formula = "row-formula",
        /// An order or transaction number longer than any provider's.
        NumberTooLong = "row-number-too-long",
        /// Columns do not stand where the layout puts them.
        ColumnsShifted = "row-columns-shifted",
    }
}

/// A [`RowFault`] as an error with words of its own.
impl Coded for RowFault {
    fn code(&self) -> &'static str {
        match self {
            Self::FieldCount => "row-field-count",
            Self::DateUnreadable => "row-date-unreadable",
            Self::AmountUnreadable => "row-amount-unreadable",
            Self::AmountMissing => "row-amount-missing",
            Self::KindUnknown => "row-kind-unknown",
            Self::TooLong => "row-too-long",
            Self::Formula => "row-formula",
            Self::NumberTooLong => "row-number-too-long",
            Self::ColumnsShifted => "row-columns-shifted",
        }
    }
}

impl std::error::Error for RowFault {}
