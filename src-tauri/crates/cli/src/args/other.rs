//! `recourse party · packet · deadline · merchant · channel · preference …`

use super::Pair;
use clap::{Args, Subcommand};
use std::path::PathBuf;

/// Verbs on the counterparties of a case.
#[derive(Debug, Subcommand)]
pub(crate) enum PartyVerb {
    /// Names one.
    Add {
        /// Which case.
        #[arg(id = "case", value_name = "case")]
        case: String,
        /// Role.
        #[arg(id = "role", long, value_name = "role")]
        role: String,
        /// Name.
        #[arg(id = "name", long, value_name = "text")]
        name: String,
        /// Telephone, e-mail or address.
        #[arg(id = "contact", long, value_name = "text", default_value = "")]
        contact: String,
    },
    /// Corrects one; what is not given stays.
    Set {
        /// Which case.
        #[arg(id = "case", value_name = "case")]
        case: String,
        /// Which counterparty.
        #[arg(id = "party", value_name = "id")]
        party: String,
        /// Role.
        #[arg(id = "role", long, value_name = "role")]
        role: Option<String>,
        /// Name.
        #[arg(id = "name", long, value_name = "text")]
        name: Option<String>,
        /// Telephone, e-mail or address.
        #[arg(id = "contact", long, value_name = "text")]
        contact: Option<String>,
    },
    /// Lists them.
    List {
        /// Which case.
        #[arg(id = "case", value_name = "case")]
        case: String,
    },
    /// Takes one out.
    Remove {
        /// Which case.
        #[arg(id = "case", value_name = "case")]
        case: String,
        /// Which counterparty.
        #[arg(id = "party", value_name = "id")]
        party: String,
    },
}

/// Verbs on packets.
#[derive(Debug, Subcommand)]
pub(crate) enum PacketVerb {
    /// Says what a packet would be like.
    Check {
        /// Which case.
        #[arg(id = "case", value_name = "case")]
        case: String,
        /// Where it goes.
        #[arg(id = "channel", long, value_name = "channel")]
        channel: String,
    },
    /// Writes one.
    Build {
        /// Which case.
        #[arg(id = "case", value_name = "case")]
        case: String,
        /// Where it goes.
        #[arg(id = "channel", long, value_name = "channel")]
        channel: String,
        /// File to write.
        #[arg(id = "packet-out", long = "out", value_name = "file")]
        out: PathBuf,
    },
    /// Lists those built.
    List {
        /// Which case.
        #[arg(id = "case", value_name = "case")]
        case: String,
    },
    /// Writes a copy of one that was built.
    Export {
        /// Which packet.
        #[arg(id = "packet", value_name = "id")]
        packet: String,
        /// Where to.
        #[arg(id = "target", value_name = "file")]
        to: PathBuf,
    },
}

/// Verbs on deadlines.
#[derive(Debug, Subcommand)]
pub(crate) enum DeadlineVerb {
    /// Writes one down.
    Add(DeadlineAddArgs),
    /// Counts one.
    Compute(ComputeArgs),
    /// Lists the rules that may be counted with.
    Rules,
    /// Lists the open ones of all cases.
    List {
        /// Only those within so many days.
        #[arg(id = "within", long, value_name = "days", allow_negative_numbers = true)]
        within: Option<i64>,
    },
    /// Marks one as met.
    Done {
        /// Which deadline.
        #[arg(id = "deadline", value_name = "id")]
        deadline: String,
        /// Exhibit that proves it.
        #[arg(id = "proof", long, value_name = "id")]
        proof: Option<String>,
    },
    /// Takes one back.
    Remove {
        /// Which deadline.
        #[arg(id = "deadline", value_name = "id")]
        deadline: String,
    },
}

/// A deadline to write down.
#[derive(Debug, Args)]
pub(crate) struct DeadlineAddArgs {
    /// Which case.
    #[arg(id = "case", value_name = "case")]
    pub(crate) case: String,
    /// Last day.
    #[arg(id = "due", long, value_name = "date", required_unless_present = "rule", requires = "due-source")]
    pub(crate) due: Option<String>,
    /// Rule to count with instead.
    #[arg(id = "rule", long, value_name = "rule", conflicts_with = "due", requires = "from")]
    pub(crate) rule: Option<String>,
    /// When it began.
    #[arg(id = "from", long, value_name = "date", requires = "rule", default_value = "")]
    pub(crate) from: String,
    /// Cut-off on that day.
    #[arg(id = "time", long, value_name = "time", default_value = "")]
    pub(crate) time: String,
    /// What must be done.
    #[arg(id = "deadline-title", long = "title", value_name = "text", default_value = "")]
    pub(crate) title: String,
    /// Where the date comes from.
    #[arg(id = "due-source", long = "source", value_name = "text", default_value = "")]
    pub(crate) source: String,
}

/// What to count.
#[derive(Debug, Args)]
pub(crate) struct ComputeArgs {
    /// Rule.
    #[arg(id = "rule", long, value_name = "rule", required_unless_present = "days")]
    pub(crate) rule: Option<String>,
    /// How many.
    #[arg(id = "days", long, value_name = "number", requires = "unit", conflicts_with = "rule")]
    pub(crate) days: Option<String>,
    /// Of what.
    #[arg(id = "unit", long, value_name = "unit", conflicts_with = "rule")]
    pub(crate) unit: Option<String>,
    /// Whose working days.
    #[arg(id = "calendar", long, value_name = "calendar", default_value = "")]
    pub(crate) calendar: String,
    /// When it began.
    #[arg(id = "from", long, value_name = "date", required = true)]
    pub(crate) from: String,
    /// When business closes on the last day.
    #[arg(id = "cutoff", long, value_name = "time", default_value = "")]
    pub(crate) cutoff: String,
}

/// Verbs on fees.
#[derive(Debug, Subcommand)]
pub(crate) enum FeeVerb {
    /// Compares one with the contract.
    Check(FeeArgs),
}

/// A fee and its terms.
#[derive(Debug, Args)]
pub(crate) struct FeeArgs {
    /// Amount of the sale.
    #[arg(id = "amount", long, value_name = "amount", required = true)]
    pub(crate) amount: String,
    /// Its currency.
    #[arg(id = "currency", long, value_name = "currency", default_value = "")]
    pub(crate) currency: String,
    /// Kind of card.
    #[arg(id = "card-type", long, value_name = "card-type", default_value = "")]
    pub(crate) card_type: String,
    /// Rate in percent.
    #[arg(id = "contract-rate", long, value_name = "rate", default_value = "")]
    pub(crate) contract_rate: String,
    /// Cap.
    #[arg(id = "cap", long, value_name = "amount", default_value = "")]
    pub(crate) cap: String,
    /// Fee that was taken.
    #[arg(id = "charged", long, value_name = "amount", required = true)]
    pub(crate) charged: String,
}

/// Verbs on the shop's particulars.
#[derive(Debug, Subcommand)]
pub(crate) enum MerchantVerb {
    /// Shows them.
    Show,
    /// Sets some; the others stay.
    Set {
        /// Field and value.
        #[arg(id = "merchant-fields", value_name = "pair", required = true)]
        fields: Vec<Pair>,
    },
    /// What does not fit together.
    Findings,
    /// The plan for bad days.
    Plan {
        /// PDF to write.
        #[arg(id = "sheet-out", long = "out", value_name = "file")]
        out: Option<PathBuf>,
    },
}

/// Verbs on channels.
#[derive(Debug, Subcommand)]
pub(crate) enum ChannelVerb {
    /// Lists them.
    List,
    /// Shows one.
    Show {
        /// Which.
        #[arg(id = "channel-id", value_name = "channel")]
        channel: String,
    },
}

/// Verbs on language and appearance of the window.
#[derive(Debug, Subcommand)]
pub(crate) enum PreferenceVerb {
    /// Shows them.
    Show,
    /// Sets some; the others stay.
    Set {
        /// `language=…`, `theme=…`.
        #[arg(id = "preferences", value_name = "pair", required = true)]
        preferences: Vec<Pair>,
    },
}
