//! The shop itself: set up once, used by every case.

use serde::{Deserialize, Serialize};

/// A POS terminal.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Terminal {
    /// Terminal number (TID), 8 characters on the slip.
    pub tid: String,
    /// Model as on the label.
    pub model: String,
    /// Serial number as on the label.
    pub serial: String,
    /// Where it stands or what the staff call it.
    pub label: String,
}

/// A rate agreed in the contract with the acquirer.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ContractRate {
    /// `debit`, `credit` or `qr`.
    pub card_type: String,
    /// Percent as written in the contract, e.g. `0.6`.
    pub percent: String,
    /// Cap per transaction in major units as written, empty when there is none.
    pub cap: String,
}

/// The merchant's own particulars, as they should stand on a letter.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct MerchantProfile {
    /// Registered name.
    pub name: String,
    /// Merchant number (MID), 15 characters on the slip.
    pub mid: String,
    /// Unified social credit code or licence number.
    pub licence: String,
    /// Name of the person who signs.
    pub contact: String,
    /// Telephone.
    pub phone: String,
    /// E-mail.
    pub email: String,
    /// Address.
    pub address: String,
    /// Acquirer printed on the slip and in the contract.
    pub acquirer: String,
    /// Last four digits of the settlement account.
    pub settlement_last4: String,
    /// Terminals.
    pub terminals: Vec<Terminal>,
    /// Rates.
    pub rates: Vec<ContractRate>,
}
