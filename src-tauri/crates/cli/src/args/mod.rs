//! The shape of the command line: groups, verbs and their arguments. No help texts: they are put in by `help`.
//!
//! Every argument names its `id` in full because its words are found by it (`cli-arg-<id>`). Values stay text here;
//! what they mean is judged once, by the use case, so that window and command line refuse alike.

mod case;
mod contact;
mod evidence;
mod guide;
mod other;
mod pair;
mod transaction;

pub(crate) use case::{CaseVerb, DraftArgs, EditArgs};
pub(crate) use contact::ContactVerb;
pub(crate) use evidence::{AddArgs, EvidenceVerb};
pub(crate) use guide::{CodeVerb, PlaybookVerb, SheetArgs, TaskVerb, TriageArgs};
pub(crate) use other::{ChannelVerb, DeadlineVerb, FeeVerb, MerchantVerb, PacketVerb, PartyVerb, PreferenceVerb};
pub(crate) use pair::{NotAPair, Pair};
pub(crate) use transaction::{TransactionArgs, TransactionVerb};

use clap::{Parser, Subcommand};
use clap_complete::Shell;
use recourse_desk::Language;
use std::path::PathBuf;

/// Everything a person can type after `recourse`.
#[derive(Debug, Parser)]
#[command(name = "recourse", version, disable_help_flag = true, disable_version_flag = true)]
#[command(disable_help_subcommand = true, subcommand_required = true)]
pub(crate) struct Asked {
    /// What holds for every verb.
    #[command(flatten)]
    pub(crate) common: Common,
    /// What is to be done.
    #[command(subcommand)]
    pub(crate) group: Group,
}

/// Options that stand anywhere; the last one holds, so that an alias can be overruled.
#[derive(Debug, clap::Args)]
pub(crate) struct Common {
    /// Data folder.
    #[arg(id = "data", long, overrides_with = "data", value_name = "dir", env = "RECOURSE_DATA", global = true)]
    pub(crate) data: Option<PathBuf>,
    /// Language; already known by the time it is parsed, and parsed only to be refused when it is none.
    #[arg(id = "lang", long, overrides_with = "lang", value_name = "lang", value_parser = language, global = true)]
    pub(crate) lang: Option<Language>,
    /// One JSON document instead of tables.
    #[arg(id = "json", long, overrides_with = "json", global = true)]
    pub(crate) json: bool,
    /// Fixed clock.
    #[arg(id = "now", long, overrides_with = "now", value_name = "instant", global = true)]
    pub(crate) now: Option<String>,
    /// No progress.
    #[arg(id = "quiet", long, overrides_with = "quiet", short, global = true)]
    pub(crate) quiet: bool,
}

fn language(text: &str) -> Result<Language, <Language as std::str::FromStr>::Err> {
    text.parse()
}

/// What can be worked on. A group stands here only once its verbs exist.
#[derive(Debug, Subcommand)]
pub(crate) enum Group {
    /// A fresh folder with sample cases and their packets.
    Demo {
        /// Where to.
        #[arg(id = "demo-out", long = "out", value_name = "dir")]
        out: PathBuf,
    },
    /// Cases.
    #[command(subcommand)]
    Case(CaseVerb),
    /// Transactions of a case.
    #[command(subcommand)]
    Transaction(Box<TransactionVerb>),
    /// Counterparties of a case.
    #[command(subcommand)]
    Party(PartyVerb),
    /// Exhibits of a case.
    #[command(subcommand)]
    Evidence(EvidenceVerb),
    /// Packets of a case.
    #[command(subcommand)]
    Packet(PacketVerb),
    /// Whom to call.
    #[command(subcommand)]
    Contact(ContactVerb),
    /// Deadlines.
    #[command(subcommand)]
    Deadline(DeadlineVerb),
    /// Fees.
    #[command(subcommand)]
    Fee(FeeVerb),
    /// Response codes.
    #[command(subcommand)]
    Code(CodeVerb),
    /// Playbooks.
    #[command(subcommand)]
    Playbook(PlaybookVerb),
    /// Planned work.
    #[command(subcommand)]
    Task(TaskVerb),
    /// The shop.
    #[command(subcommand)]
    Merchant(MerchantVerb),
    /// Where packets go.
    #[command(subcommand)]
    Channel(ChannelVerb),
    /// How the owner likes it.
    #[command(subcommand)]
    Preference(PreferenceVerb),
    /// Is everything whole?
    Doctor,
    /// Shell completions.
    Completions {
        /// For which shell.
        #[arg(id = "shell", value_name = "shell")]
        shell: Shell,
    },
    /// Help on a command.
    Help {
        /// Which.
        #[arg(id = "command", value_name = "command")]
        command: Vec<String>,
    },
}
