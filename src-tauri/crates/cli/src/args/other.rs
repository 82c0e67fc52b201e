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
    #[arg(id = "due", long, value_name = "date")]
    pub(crate) due: String,
    /// Cut-off on that day.
    #[arg(id = "time", long, value_name = "time", default_value = "")]
    pub(crate) time: String,
    /// What must be done.
    #[arg(id = "deadline-title", long = "title", value_name = "text", default_value = "")]
    pub(crate) title: String,
    /// Where the date comes from.
    #[arg(id = "due-source", long = "source", value_name = "text")]
    pub(crate) source: String,
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
