//! `recourse contact …`

use clap::Subcommand;

/// Verbs on whom to call.
#[derive(Debug, Subcommand)]
pub(crate) enum ContactVerb {
    /// Looks somebody up.
    Directory {
        /// Name, number or domain.
        #[arg(id = "directory-query", long = "query", value_name = "text", default_value = "")]
        query: String,
    },
    /// Holds a number or domain against the directory.
    Check {
        /// Whose it is said to be.
        #[arg(id = "claimed", value_name = "text")]
        claimed: String,
        /// Number or domain.
        #[arg(id = "given", value_name = "text")]
        given: String,
    },
}
