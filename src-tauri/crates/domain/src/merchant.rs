//! The shop itself: set up once, used by every case.

use crate::key::Key;
use chrono::NaiveDate;
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
    /// IMEI of its radio, as on the label.
    pub imei: String,
    /// Firmware version as its settings show it.
    pub firmware: String,
    /// `wifi`, `4g`, `wired`, or empty.
    pub network: String,
    /// Merchant number it is bound to, as its slip shows it; empty when not looked at.
    pub mid: String,
    /// Acquirer whose transactions it makes, as its slip shows it.
    pub acquirer: String,
    /// What it takes: `card`, `qr`, `wallet`.
    pub channels: Vec<Key>,
    /// Day it was installed.
    pub installed_on: Option<NaiveDate>,
}

/// A rate agreed in the contract with the acquirer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ContractRate {
    /// `debit`, `credit` or `qr`.
    pub card_type: String,
    /// Percent as written in the contract, e.g. `0.6`.
    pub percent: String,
    /// Cap per transaction in major units as written, empty when there is none.
    pub cap: String,
    /// Day from which it holds.
    pub from: Option<NaiveDate>,
    /// Day on which the shop was told of it.
    pub noticed_on: Option<NaiveDate>,
    /// Whether the shop agreed to it.
    pub agreed: bool,
}

impl Default for ContractRate {
    fn default() -> Self {
        // A rate written down without a word about it is one that was agreed.
        Self {
            card_type: String::new(),
            percent: String::new(),
            cap: String::new(),
            from: None,
            noticed_on: None,
            agreed: true,
        }
    }
}

/// A fee agreed besides the rates, e.g. for the terminal or its data plan.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ContractFee {
    /// What it is for, as in the contract.
    pub name: String,
    /// Amount in major units as in the contract.
    pub amount: String,
}

/// Somebody who works in the shop.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Person {
    /// Name.
    pub name: String,
    /// `owner`, `cashier`, `finance`, `device` or `signatory`.
    pub role: Key,
    /// Telephone; may be empty.
    #[serde(default)]
    pub phone: String,
    /// What they do when something goes wrong; may be empty.
    #[serde(default)]
    pub duties: String,
}

/// The merchant's own particulars, as they should stand on a letter. Empty text means: not on record.
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
    /// Legal representative or operator on the licence.
    pub legal_person: String,
    /// Day the licence expires; none when it does not or is not on record.
    pub licence_expires: Option<NaiveDate>,
    /// Day the acquirer took the shop on.
    pub joined_on: Option<NaiveDate>,
    /// Bank of the settlement account.
    pub settlement_bank: String,
    /// Agent or service provider that set the terminal up.
    pub agent: String,
    /// How the agent is reached.
    pub agent_contact: String,
    /// How the acquirer is reached, as slip, contract or card back give it.
    pub acquirer_contact: String,
    /// Number of the acquiring contract.
    pub contract_no: String,
    /// Day the contract was signed.
    pub contract_signed_on: Option<NaiveDate>,
    /// Fees agreed besides the rates.
    pub fees: Vec<ContractFee>,
    /// People and their roles.
    pub people: Vec<Person>,
    /// How the shop takes money when the terminal fails: `backup-pos`, `mobile-pos`, `wallet-code`, `cash`.
    pub fallbacks: Vec<Key>,
}

/// Roles of people in a shop.
pub const PERSON_ROLES: [&str; 5] = ["owner", "cashier", "finance", "device", "signatory"];
/// Ways to take money when the terminal fails.
pub const FALLBACKS: [&str; 4] = ["backup-pos", "mobile-pos", "wallet-code", "cash"];
/// What a terminal takes.
pub const TERMINAL_CHANNELS: [&str; 3] = ["card", "qr", "wallet"];
/// How a terminal is connected; empty when it is not on record.
pub const NETWORKS: [&str; 4] = ["", "wifi", "4g", "wired"];
