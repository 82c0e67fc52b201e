//! How a case ended.

use crate::error::DomainError;
use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// How a case ended, in the terms the acquirers use.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Outcome {
    /// 已减免费用.
    FeeWaived,
    /// 已退费.
    FeeRefunded,
    /// 冲正已返还顾客.
    Reversed,
    /// 贷记调整（退还顾客）.
    CreditAdjustment,
    /// 补结算到商户.
    SettledToMerchant,
    /// 重新结算.
    Resettled,
    /// 交易状态已更正.
    StatusCorrected,
    /// 商户资料已更正并恢复.
    MerchantRestored,
    /// 撤诉（误会）.
    Withdrawn,
    /// 部分成功.
    Partial,
    /// 败诉，承担损失.
    Lost,
    /// 移交公安.
    Police,
    /// 起诉.
    Lawsuit,
}

impl Outcome {
    /// Every outcome, best first.
    pub const ALL: [Self; 13] = [
        Self::FeeWaived,
        Self::FeeRefunded,
        Self::Reversed,
        Self::CreditAdjustment,
        Self::SettledToMerchant,
        Self::Resettled,
        Self::StatusCorrected,
        Self::MerchantRestored,
        Self::Withdrawn,
        Self::Partial,
        Self::Lost,
        Self::Police,
        Self::Lawsuit,
    ];

    /// Stable name.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::FeeWaived => "fee-waived",
            Self::FeeRefunded => "fee-refunded",
            Self::Reversed => "reversed",
            Self::CreditAdjustment => "credit-adjustment",
            Self::SettledToMerchant => "settled-to-merchant",
            Self::Resettled => "resettled",
            Self::StatusCorrected => "status-corrected",
            Self::MerchantRestored => "merchant-restored",
            Self::Withdrawn => "withdrawn",
            Self::Partial => "partial",
            Self::Lost => "lost",
            Self::Police => "police",
            Self::Lawsuit => "lawsuit",
        }
    }
}

impl FromStr for Outcome {
    type Err = DomainError;
    fn from_str(text: &str) -> Result<Self, DomainError> {
        Self::ALL.into_iter().find(|o| o.as_str() == text).ok_or_else(|| DomainError::OutcomeUnknown(text.to_owned()))
    }
}
impl fmt::Display for Outcome {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}
