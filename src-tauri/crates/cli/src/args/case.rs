//! `recourse case …`

use super::{Pair, SheetArgs, TriageArgs};
use clap::{Args, Subcommand};
use std::path::PathBuf;

/// Verbs on cases.
#[derive(Debug, Subcommand)]
pub(crate) enum CaseVerb {
    /// Opens one.
    New(DraftArgs),
    /// Lists them.
    List(ListArgs),
    /// Shows one.
    Show {
        /// Which.
        #[arg(id = "case", value_name = "case")]
        case: String,
    },
    /// Changes title, playbook or details.
    Set(EditArgs),
    /// Answers questions.
    Answer {
        /// Which.
        #[arg(id = "case", value_name = "case")]
        case: String,
        /// Question and answer.
        #[arg(id = "answers", value_name = "pair", required = true)]
        answers: Vec<Pair>,
    },
    /// What to do now.
    Next {
        /// Which.
        #[arg(id = "case", value_name = "case")]
        case: String,
    },
    /// Marks a step as done.
    Do {
        /// Which.
        #[arg(id = "case", value_name = "case")]
        case: String,
        /// Step.
        #[arg(id = "step", value_name = "step")]
        step: String,
        /// Remark.
        #[arg(id = "note", long, value_name = "text", default_value = "")]
        note: String,
    },
    /// Skips a step.
    Skip {
        /// Which.
        #[arg(id = "case", value_name = "case")]
        case: String,
        /// Step.
        #[arg(id = "step", value_name = "step")]
        step: String,
        /// Reason.
        #[arg(id = "why", long, value_name = "text")]
        why: String,
    },
    /// Moves to a stage.
    Advance {
        /// Which.
        #[arg(id = "case", value_name = "case")]
        case: String,
        /// Stage.
        #[arg(id = "stage", value_name = "stage")]
        stage: String,
    },
    /// Closes.
    Close {
        /// Which.
        #[arg(id = "case", value_name = "case")]
        case: String,
        /// Outcome.
        #[arg(id = "outcome", long, value_name = "outcome")]
        outcome: String,
        /// What came back.
        #[arg(id = "recovered", long, value_name = "amount", default_value = "")]
        recovered: String,
        /// Its currency.
        #[arg(id = "recovered-currency", long = "currency", value_name = "currency", default_value = "")]
        currency: String,
    },
    /// Opens a closed one again.
    Reopen {
        /// Which.
        #[arg(id = "case", value_name = "case")]
        case: String,
        /// Reason.
        #[arg(id = "why", long, value_name = "text", default_value = "")]
        why: String,
    },
    /// Writes a remark into the history.
    Note {
        /// Which.
        #[arg(id = "case", value_name = "case")]
        case: String,
        /// Remark.
        #[arg(id = "remark", value_name = "text")]
        text: String,
    },
    /// Which playbook fits.
    Triage(TriageArgs),
    /// The whole guided flow.
    Guide {
        /// Which.
        #[arg(id = "case", value_name = "case")]
        case: String,
    },
    /// What to have at hand for a call.
    Sheet(SheetArgs),
    /// What to say to the customer.
    Script {
        /// Which.
        #[arg(id = "case", value_name = "case")]
        case: String,
        /// PDF to write.
        #[arg(id = "sheet-out", long = "out", value_name = "file")]
        out: Option<PathBuf>,
    },
    /// The journal in words.
    History {
        /// Which.
        #[arg(id = "case", value_name = "case")]
        case: String,
    },
    /// Finds cases by any word.
    Search(SearchArgs),
    /// Puts the sample cases into an empty data folder.
    Samples,
}

/// A case to open.
#[derive(Debug, Args)]
pub(crate) struct DraftArgs {
    /// Playbook.
    #[arg(id = "playbook", long, value_name = "playbook")]
    pub(crate) playbook: String,
    /// Title and details.
    #[arg(id = "set", long, value_name = "pair")]
    pub(crate) set: Vec<Pair>,
}

/// Changes to a case.
#[derive(Debug, Args)]
pub(crate) struct EditArgs {
    /// Which.
    #[arg(id = "case", value_name = "case")]
    pub(crate) case: String,
    /// Title, playbook and details.
    #[arg(id = "changes", value_name = "pair", required = true)]
    pub(crate) changes: Vec<Pair>,
}

/// Which cases to list.
#[derive(Debug, Args)]
pub(crate) struct ListArgs {
    /// Stages; none means all.
    #[arg(id = "stages", long = "stage", value_name = "stage")]
    pub(crate) stages: Vec<String>,
    /// Words that must occur.
    #[arg(id = "query", long, value_name = "text", default_value = "")]
    pub(crate) query: String,
    /// Most rows.
    #[arg(id = "limit", long, value_name = "number", default_value_t = 50)]
    pub(crate) limit: u32,
    /// Where to go on.
    #[arg(id = "cursor", long, value_name = "cursor")]
    pub(crate) cursor: Option<String>,
}

/// What to look for.
#[derive(Debug, Args)]
pub(crate) struct SearchArgs {
    /// Words that must occur.
    #[arg(id = "search-text", value_name = "text")]
    pub(crate) text: String,
    /// Most rows.
    #[arg(id = "limit", long, value_name = "number", default_value_t = 50)]
    pub(crate) limit: u32,
    /// Where to go on.
    #[arg(id = "cursor", long, value_name = "cursor")]
    pub(crate) cursor: Option<String>,
}
