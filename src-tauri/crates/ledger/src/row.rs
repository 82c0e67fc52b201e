//! One line of a statement, made comparable: signs as the shop sees them, money in minor units, instants, keys.
//!
//! Nothing here knows a file format. What a provider calls things, and which sign it prints, ends in `import`.

use serde::{Deserialize, Serialize};
use std::fmt;

/// Declares an enum with its stable kebab-case names, for profiles, storage and locale keys.
macro_rules! named {
    ($(#[$meta:meta])* $name:ident { $($(#[$doc:meta])* $variant:ident = $text:literal),+ $(,)? }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, ::serde::Serialize, ::serde::Deserialize)]
        #[serde(rename_all = "kebab-case")]
        pub enum $name { $($(#[$doc])* $variant),+ }

        impl $name {
            /// Every one, in order.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// Stable name.
            #[must_use]
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $text),+ }
            }

            /// The one of this name.
            #[must_use]
            pub fn named(text: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|one| one.as_str() == text)
            }
        }

        impl ::std::fmt::Display for $name {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result { f.write_str(self.as_str()) }
        }
    };
}
pub(crate) use named;

named! {
    /// Whose book a statement is, which decides what it is compared with.
    Role {
        /// What the shop's own till or terminal recorded.
        Shop = "shop",
        /// Sales and refunds as the wallet or acquirer counted them.
        Trade = "trade",
        /// Movements of a wallet account.
        Fund = "fund",
        /// Sales with the net amount that the acquirer pays out for them.
        Settle = "settle",
        /// A bank account.
        Bank = "bank",
    }
}

named! {
    /// What happened.
    Event {
        /// A customer paid.
        Sale = "sale",
        /// Money went back to a customer, days later or in part.
        Refund = "refund",
        /// A sale was undone the same day, by hand or by a reversal after a timeout.
        Void = "void",
        /// A fee booked by itself.
        Fee = "fee",
        /// A fee given back.
        FeeReturn = "fee-return",
        /// Money left the wallet or acquirer for the bank account.
        Payout = "payout",
        /// A correction by the provider.
        Adjust = "adjust",
        /// A customer's bank took the money back.
        Chargeback = "chargeback",
        /// Money was held back.
        Reserve = "reserve",
        /// Money came into an account.
        Credit = "credit",
        /// Money left an account.
        Debit = "debit",
        /// Neither income nor cost, such as moving money between own pockets, or an order that was closed unpaid.
        Neutral = "neutral",
    }
}

named! {
    /// How the writer of the statement says it ended.
    Status {
        /// Done.
        Success = "success",
        /// Refused.
        Failed = "failed",
        /// No answer came.
        Timeout = "timeout",
        /// Not ended when the statement was made: proves nothing later.
        Pending = "pending",
        /// A refund was refused or went another way.
        Changed = "changed",
        /// A refund was called off and the money put back.
        Closed = "closed",
    }
}

named! {
    /// What the customer paid with; contracts price it.
    Means {
        /// The statement does not say.
        Unknown = "unknown",
        /// WeChat Pay.
        Wechat = "wechat",
        /// Alipay.
        Alipay = "alipay",
        /// UnionPay QuickPass or its code.
        Quickpass = "quickpass",
        /// A debit card.
        Debit = "debit",
        /// A credit card.
        Credit = "credit",
        /// A card of a kind the statement does not name.
        Card = "card",
    }
}

impl Means {
    /// The contract's word for it: `debit`, `credit`, `qr`, or nothing when the statement leaves it open.
    #[must_use]
    pub fn card_type(self) -> &'static str {
        match self {
            Self::Wechat | Self::Alipay | Self::Quickpass => "qr",
            Self::Debit => "debit",
            Self::Credit => "credit",
            Self::Unknown | Self::Card => "",
        }
    }
}

/// Names a row by what it says, not by where it stands: the same row in an overlapping export has the same name.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RowId(pub u128);

impl fmt::Display for RowId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:032x}", self.0)
    }
}

impl fmt::Debug for RowId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:032x}", self.0)
    }
}

impl std::str::FromStr for RowId {
    type Err = std::num::ParseIntError;
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        u128::from_str_radix(text, 16).map(Self)
    }
}

impl Serialize for RowId {
    fn serialize<S: serde::Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        s.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for RowId {
    fn deserialize<D: serde::Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        String::deserialize(d)?.parse().map_err(serde::de::Error::custom)
    }
}

/// One statement line with its texts spelt out: how a row is stored, sent and written by hand. Amounts in minor units of
/// the statement's currency; money to the shop is positive, cost is negative.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RowRecord {
    /// Name of the row.
    pub id: RowId,
    /// Line in the file, from 1; the sheet's row number in a workbook.
    pub line: u32,
    /// What happened.
    pub event: Event,
    /// How it ended.
    pub status: Status,
    /// What was paid with.
    pub means: Means,
    /// Seconds since 1970 in UTC; `None` when the statement gives a day only.
    pub at: Option<i64>,
    /// The local day on which it happened.
    pub day: Option<chrono::NaiveDate>,
    /// Clearing day printed by the provider.
    pub clearing_day: Option<chrono::NaiveDate>,
    /// What the customer paid (sale) or got back (refund, negative).
    pub amount: i64,
    /// What of it is due to the shop before fees; less than `amount` when coupons carried a part.
    pub paid: i64,
    /// Percentage fee, if the statement names one.
    pub fee: Option<i64>,
    /// Other deductions printed beside the fee.
    pub extra: i64,
    /// What remains for the shop.
    pub net: i64,
    /// Account balance after the row.
    pub balance: Option<i64>,
    /// Order number of the shop.
    pub order_no: String,
    /// Number given by wallet or acquirer.
    pub psp_no: String,
    /// Number of the refund.
    pub refund_no: String,
    /// Number of the sale that this undoes.
    pub origin_no: String,
    /// Retrieval reference number.
    pub rrn: String,
    /// Trace or voucher number.
    pub trace: String,
    /// Merchant number.
    pub mid: String,
    /// Terminal number.
    pub tid: String,
    /// Batch number.
    pub batch: String,
    /// Card, first six and last four digits at most.
    pub card: String,
    /// Who is on the other side.
    pub party: String,
    /// The statement's own word for the kind of row, and its remark.
    pub memo: String,
}
