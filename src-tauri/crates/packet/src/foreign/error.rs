//! Why an owner's PDF could not become exhibit pages.

use recourse_domain::{Coded, error::Params};

/// Why an owner's PDF could not become exhibit pages. The destination document is untouched whenever one is returned.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ForeignError {
    /// It opens only with a password that this program does not have.
    #[error("the PDF is locked with a password")]
    Locked,
    /// Neither a plain reading nor a repair yields a single page.
    #[error("the PDF cannot be read, nor repaired")]
    Unreadable,
    /// More pages than an exhibit may have.
    #[error("the PDF has more than {limit} pages")]
    TooManyPages {
        /// Most pages of one exhibit.
        limit: usize,
    },
    /// More objects, data or nesting than an honest document needs.
    #[error("the PDF is larger or more deeply nested than an honest document")]
    TooComplex,
}

impl Coded for ForeignError {
    fn code(&self) -> &'static str {
        match self {
            Self::Locked => "pdf-locked",
            Self::Unreadable => "pdf-unreadable",
            Self::TooManyPages { .. } => "pdf-too-many-pages",
            Self::TooComplex => "pdf-too-complex",
        }
    }

    fn params(&self) -> Params {
        match self {
            Self::TooManyPages { limit } => [("limit".to_owned(), limit.to_string())].into(),
            Self::Locked | Self::Unreadable | Self::TooComplex => Params::new(),
        }
    }
}
