//! Who stands on the other side of a case.

use crate::ids::PartyId;
use serde::{Deserialize, Serialize};

/// What a counterparty is to the shop.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PartyRole {
    /// The institution that signed the shop (收单机构).
    Acquirer,
    /// Terminal supplier or agent (服务商).
    Agent,
    /// The bank that issued the customer's card (发卡机构).
    Issuer,
    /// Wallet such as WeChat Pay or Alipay.
    Wallet,
    /// Card network (卡组织).
    Network,
    /// The customer. Named as the shop knows them; never with a card number.
    Customer,
    /// Regulator or association.
    Regulator,
}

impl PartyRole {
    /// Every role.
    pub const ALL: [Self; 7] =
        [Self::Acquirer, Self::Agent, Self::Issuer, Self::Wallet, Self::Network, Self::Customer, Self::Regulator];

    /// Stable name.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Acquirer => "acquirer",
            Self::Agent => "agent",
            Self::Issuer => "issuer",
            Self::Wallet => "wallet",
            Self::Network => "network",
            Self::Customer => "customer",
            Self::Regulator => "regulator",
        }
    }
}

/// A counterparty of one case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Party {
    /// Identifier within the case.
    pub id: PartyId,
    /// What it is.
    pub role: PartyRole,
    /// Its name.
    pub name: String,
    /// Telephone, e-mail or address as the slip or contract gives it; may be empty.
    pub contact: String,
}
