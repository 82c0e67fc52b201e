//! Documents about the shop: particulars, terminals, rates, people. Dates are `YYYY-MM-DD`, empty when not on record.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The shop's particulars.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct MerchantDto {
    /// Registered name.
    pub name: String,
    /// Merchant number (MID).
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
    /// Acquirer printed on slip and contract.
    pub acquirer: String,
    /// Last four digits of the settlement account.
    pub settlement_last4: String,
    /// Terminals.
    pub terminals: Vec<TerminalDto>,
    /// Contract rates.
    pub rates: Vec<RateDto>,
    /// Legal representative or operator on the licence.
    pub legal_person: String,
    /// Day the licence expires.
    pub licence_expires: String,
    /// Day the shop was taken on by the acquirer.
    pub joined_on: String,
    /// Bank of the settlement account.
    pub settlement_bank: String,
    /// Agent or service provider that set the terminal up.
    pub agent: String,
    /// How the agent is reached.
    pub agent_contact: String,
    /// How the acquirer is reached.
    pub acquirer_contact: String,
    /// Number of the acquiring contract.
    pub contract_no: String,
    /// Day the contract was signed.
    pub contract_signed_on: String,
    /// Fees agreed besides the rates.
    pub fees: Vec<ContractFeeDto>,
    /// People and their roles.
    pub people: Vec<PersonDto>,
    /// How the shop takes money when the terminal fails: `backup-pos`, `mobile-pos`, `wallet-code`, `cash`.
    pub fallbacks: Vec<String>,
}

/// A POS terminal.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct TerminalDto {
    /// Terminal number (TID).
    pub tid: String,
    /// Model.
    pub model: String,
    /// Serial number.
    pub serial: String,
    /// What the staff call it.
    pub label: String,
    /// IMEI of its radio.
    pub imei: String,
    /// Firmware version.
    pub firmware: String,
    /// `wifi`, `4g`, `wired` or empty.
    pub network: String,
    /// Merchant number it is bound to.
    pub mid: String,
    /// Acquirer whose transactions it makes.
    pub acquirer: String,
    /// What it takes: `card`, `qr`, `wallet`.
    pub channels: Vec<String>,
    /// Day it was installed.
    pub installed_on: String,
}

/// A contract rate.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct RateDto {
    /// `debit`, `credit` or `qr`.
    pub card_type: String,
    /// Percent as in the contract.
    pub percent: String,
    /// Cap in major units; empty when there is none.
    pub cap: String,
    /// Day from which it holds.
    pub from: String,
    /// Day on which the shop was told of it.
    pub noticed_on: String,
    /// Whether the shop agreed to it.
    pub agreed: bool,
}

impl Default for RateDto {
    fn default() -> Self {
        Self {
            card_type: String::new(),
            percent: String::new(),
            cap: String::new(),
            from: String::new(),
            noticed_on: String::new(),
            agreed: true,
        }
    }
}

/// A fee agreed besides the rates.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct ContractFeeDto {
    /// What it is for.
    pub name: String,
    /// Amount in major units as in the contract.
    pub amount: String,
}

/// Somebody who works in the shop.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct PersonDto {
    /// Name.
    pub name: String,
    /// `owner`, `cashier`, `finance`, `device` or `signatory`.
    pub role: String,
    /// Telephone.
    pub phone: String,
    /// What they do when something goes wrong.
    pub duties: String,
}
