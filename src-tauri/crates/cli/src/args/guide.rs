//! `recourse code · playbook · task`, and what a case is asked for to be guided.

use clap::{Args, Subcommand};
use std::path::PathBuf;

/// What was heard of a problem.
#[derive(Debug, Args)]
pub(crate) struct TriageArgs {
    /// Fee, principal or service.
    #[arg(id = "about", long, value_name = "about", default_value = "")]
    pub(crate) about: String,
    /// What was seen.
    #[arg(id = "symptoms", long = "symptom", value_name = "symptom")]
    pub(crate) symptoms: Vec<String>,
    /// Text on the screen.
    #[arg(id = "screen", long, value_name = "text", default_value = "")]
    pub(crate) screen: String,
    /// Response code.
    #[arg(id = "response-code", long = "code", value_name = "code", default_value = "")]
    pub(crate) code: String,
}

/// A sheet to see or to print.
#[derive(Debug, Args)]
pub(crate) struct SheetArgs {
    /// Which case.
    #[arg(id = "case", value_name = "case")]
    pub(crate) case: String,
    /// For the call with whom.
    #[arg(id = "call-role", long = "role", value_name = "role", default_value = "acquirer")]
    pub(crate) role: String,
    /// PDF to write.
    #[arg(id = "sheet-out", long = "out", value_name = "file")]
    pub(crate) out: Option<PathBuf>,
}

/// Verbs on response codes.
#[derive(Debug, Subcommand)]
pub(crate) enum CodeVerb {
    /// Lists them.
    List,
    /// Says what one means.
    Show {
        /// Which.
        #[arg(id = "code", value_name = "code")]
        code: String,
    },
}

/// Verbs on playbooks.
#[derive(Debug, Subcommand)]
pub(crate) enum PlaybookVerb {
    /// Lists them.
    List,
    /// Shows one.
    Show {
        /// Which.
        #[arg(id = "playbook-id", value_name = "playbook")]
        playbook: String,
    },
    /// Looks for faults in a file.
    Check {
        /// Which file.
        #[arg(id = "playbook-file", value_name = "file")]
        file: PathBuf,
    },
    /// Takes an own playbook into use.
    Keep {
        /// Which file.
        #[arg(id = "playbook-file", value_name = "file")]
        file: PathBuf,
    },
    /// Goes back to the shipped one.
    Reset {
        /// Which.
        #[arg(id = "playbook-id", value_name = "playbook")]
        playbook: String,
    },
    /// Writes one as a file.
    Export {
        /// Which.
        #[arg(id = "playbook-id", value_name = "playbook")]
        playbook: String,
        /// Where to.
        #[arg(id = "target", value_name = "file")]
        to: PathBuf,
    },
}

/// Verbs on planned work.
#[derive(Debug, Subcommand)]
pub(crate) enum TaskVerb {
    /// Lists what is planned.
    List,
    /// Says what a closed case suggests.
    Propose {
        /// Which case.
        #[arg(id = "case", value_name = "case")]
        case: String,
    },
    /// Plans what a case suggests.
    Plan {
        /// Which case.
        #[arg(id = "case", value_name = "case")]
        case: String,
    },
    /// Plans one thing.
    Add(TaskArgs),
    /// Marks one as done.
    Done {
        /// Which.
        #[arg(id = "task", value_name = "id")]
        task: String,
        /// When.
        #[arg(id = "done-on", long = "on", value_name = "date", default_value = "")]
        on: String,
        /// Remark.
        #[arg(id = "note", long, value_name = "text", default_value = "")]
        note: String,
    },
    /// Takes one off the plan.
    Drop {
        /// Which.
        #[arg(id = "task", value_name = "id")]
        task: String,
        /// Reason.
        #[arg(id = "why", long, value_name = "text")]
        why: String,
    },
}

/// Work to plan.
#[derive(Debug, Args)]
pub(crate) struct TaskArgs {
    /// What.
    #[arg(id = "task-title", value_name = "text")]
    pub(crate) title: String,
    /// When first.
    #[arg(id = "task-due", long = "due", value_name = "date")]
    pub(crate) due: String,
    /// Kind of work.
    #[arg(id = "task-kind", long = "kind", value_name = "task-kind", default_value = "self-check")]
    pub(crate) kind: String,
    /// Who does it.
    #[arg(id = "who", long, value_name = "who", default_value = "owner")]
    pub(crate) who: String,
    /// Again after so many months.
    #[arg(id = "every-months", long, value_name = "number", default_value_t = 0)]
    pub(crate) every_months: u32,
}
