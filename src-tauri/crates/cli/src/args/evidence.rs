//! `recourse evidence …`

use clap::{Args, Subcommand};
use std::path::PathBuf;

/// Verbs on the exhibits of a case.
#[derive(Debug, Subcommand)]
pub(crate) enum EvidenceVerb {
    /// Takes files in.
    Add(AddArgs),
    /// Lists them.
    List {
        /// Which case.
        #[arg(id = "case", value_name = "case")]
        case: String,
    },
    /// Shows one.
    Show {
        /// Which exhibit.
        #[arg(id = "evidence", value_name = "id")]
        evidence: String,
    },
    /// Writes a copy of the original.
    Export {
        /// Which exhibit.
        #[arg(id = "evidence", value_name = "id")]
        evidence: String,
        /// Where to.
        #[arg(id = "target", value_name = "file")]
        to: PathBuf,
    },
    /// Says what it shows.
    Describe {
        /// Which exhibit.
        #[arg(id = "evidence", value_name = "id")]
        evidence: String,
        /// What it proves.
        #[arg(id = "caption", long, value_name = "text")]
        caption: Option<String>,
        /// Kind of proof.
        #[arg(id = "kind", long, value_name = "kind")]
        kind: Option<String>,
        /// Who supplied it.
        #[arg(id = "source", long, value_name = "source")]
        source: Option<String>,
    },
    /// Puts them in another order.
    Order {
        /// Which case.
        #[arg(id = "case", value_name = "case")]
        case: String,
        /// Every exhibit once.
        #[arg(id = "order", value_name = "id", required = true)]
        order: Vec<String>,
    },
    /// Compares every original with its hash.
    Verify {
        /// Which case; none means all.
        #[arg(id = "case-or-all", value_name = "case")]
        case: Option<String>,
    },
    /// Takes one out of the case.
    Remove {
        /// Which exhibit.
        #[arg(id = "evidence", value_name = "id")]
        evidence: String,
        /// Reason.
        #[arg(id = "why", long, value_name = "text")]
        why: String,
    },
}

/// Files to take in.
#[derive(Debug, Args)]
pub(crate) struct AddArgs {
    /// Which case.
    #[arg(id = "case", value_name = "case")]
    pub(crate) case: String,
    /// Files.
    #[arg(id = "files", value_name = "file", required = true)]
    pub(crate) files: Vec<PathBuf>,
    /// Kind of proof.
    #[arg(id = "kind", long, value_name = "kind")]
    pub(crate) kind: Option<String>,
    /// What it proves.
    #[arg(id = "caption", long, value_name = "text")]
    pub(crate) caption: Option<String>,
    /// Who supplied it.
    #[arg(id = "source", long, value_name = "source")]
    pub(crate) source: Option<String>,
}
