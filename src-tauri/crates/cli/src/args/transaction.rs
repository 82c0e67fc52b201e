//! `recourse transaction …`

use clap::{Args, Subcommand};

/// Verbs on the transactions of a case.
#[derive(Debug, Subcommand)]
pub(crate) enum TransactionVerb {
    /// Records one.
    Add {
        /// Which case.
        #[arg(id = "case", value_name = "case")]
        case: String,
        /// Amount.
        #[arg(id = "amount", long, value_name = "amount", allow_hyphen_values = true)]
        amount: String,
        /// The rest.
        #[command(flatten)]
        fields: TransactionArgs,
    },
    /// Corrects one; what is not given stays.
    Set {
        /// Which case.
        #[arg(id = "case", value_name = "case")]
        case: String,
        /// Which transaction.
        #[arg(id = "transaction", value_name = "id")]
        transaction: String,
        /// Amount.
        #[arg(id = "amount", long, value_name = "amount", allow_hyphen_values = true)]
        amount: Option<String>,
        /// The rest.
        #[command(flatten)]
        fields: TransactionArgs,
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
        /// Which transaction.
        #[arg(id = "transaction", value_name = "id")]
        transaction: String,
    },
}

/// What slip and back office show of a transaction. Nothing given means: not said.
#[derive(Debug, Args)]
pub(crate) struct TransactionArgs {
    /// Currency.
    #[arg(id = "currency", long, value_name = "currency")]
    pub(crate) currency: Option<String>,
    /// When.
    #[arg(id = "at", long, value_name = "instant")]
    pub(crate) at: Option<String>,
    /// Masked card.
    #[arg(id = "card", long, value_name = "card")]
    pub(crate) card: Option<String>,
    /// Kind of card.
    #[arg(id = "card-type", long, value_name = "card-type")]
    pub(crate) card_type: Option<String>,
    /// Retrieval reference number.
    #[arg(id = "rrn", long, value_name = "number")]
    pub(crate) rrn: Option<String>,
    /// System trace number.
    #[arg(id = "trace", long, value_name = "number")]
    pub(crate) trace: Option<String>,
    /// Batch number.
    #[arg(id = "batch", long, value_name = "number")]
    pub(crate) batch: Option<String>,
    /// Authorisation code.
    #[arg(id = "auth", long, value_name = "number")]
    pub(crate) auth: Option<String>,
    /// Response code.
    #[arg(id = "response-code", long, value_name = "code")]
    pub(crate) response_code: Option<String>,
    /// Terminal number.
    #[arg(id = "terminal", long, value_name = "number")]
    pub(crate) terminal: Option<String>,
    /// Order number of a QR payment.
    #[arg(id = "order-no", long, value_name = "number")]
    pub(crate) order_no: Option<String>,
    /// Remark.
    #[arg(id = "note", long, value_name = "text")]
    pub(crate) note: Option<String>,
}
