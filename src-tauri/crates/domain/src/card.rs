//! Card numbers, masked. A whole number cannot be represented here at all.
//!
//! First six and last four digits at most may be kept (PCI DSS v4.0.1, 3.4.1 and 3.5.1).

use crate::error::DomainError;
use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// First six and last four digits, or last four alone; six stars stand for what was never kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct MaskedCard {
    first: String,
    last: String,
}

impl MaskedCard {
    /// Issuer identification digits that were kept: six, or none.
    #[must_use]
    pub fn first(&self) -> &str {
        &self.first
    }

    /// The last four digits.
    #[must_use]
    pub fn last(&self) -> &str {
        &self.last
    }
}

impl FromStr for MaskedCard {
    type Err = DomainError;

    /// Reads `622202******1234`, `622202 •••••• 1234`, `**** 1234`, `1234`; spaces and hyphens do not matter.
    ///
    /// # Errors
    /// [`DomainError::CardNotMasked`] when eleven or more digits stand in it (the error carries only the masked form);
    /// [`DomainError::CardMaskUnreadable`] otherwise.
    fn from_str(text: &str) -> Result<Self, DomainError> {
        let mut cleaned = String::new();
        for c in text.trim().chars() {
            match c {
                '0'..='9' => cleaned.push(c),
                '０'..='９' => cleaned.extend(char::from_u32(u32::from(c) - 0xFEE0)),
                '*' | '＊' | '•' | '●' | '·' | 'x' | 'X' | '#' => cleaned.push('*'),
                ' ' | '-' | '\u{3000}' => {}
                _ => return Err(DomainError::CardMaskUnreadable),
            }
        }
        let digits: String = cleaned.chars().filter(char::is_ascii_digit).collect();
        if digits.len() > 10 {
            let masked = format!("{}******{}", &digits[..6], &digits[digits.len() - 4..]);
            return Err(DomainError::CardNotMasked { masked });
        }
        let first: String = cleaned.chars().take_while(char::is_ascii_digit).collect();
        let last: String = cleaned.chars().skip(first.len()).skip_while(|c| *c == '*').collect();
        let well_formed = |first: &str, last: &str| {
            matches!(first.len(), 0 | 6) && last.len() == 4 && last.bytes().all(|b| b.is_ascii_digit())
        };
        if cleaned.len() == 4 && first.len() == 4 {
            return Ok(Self { first: String::new(), last: first });
        }
        if well_formed(&first, &last) && first.len() + last.len() < cleaned.len() {
            Ok(Self { first, last })
        } else {
            Err(DomainError::CardMaskUnreadable)
        }
    }
}

impl TryFrom<String> for MaskedCard {
    type Error = DomainError;
    fn try_from(text: String) -> Result<Self, DomainError> {
        text.parse()
    }
}
impl From<MaskedCard> for String {
    fn from(card: MaskedCard) -> Self {
        card.to_string()
    }
}
impl fmt::Display for MaskedCard {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}******{}", self.first, self.last)
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn reads_the_usual_masks() {
        for text in ["622202******1234", "622202 •••••• 1234", "622202xxxxxx1234", "６２２２０２＊＊＊＊＊＊１２３４"]
        {
            assert_eq!(text.parse::<MaskedCard>().unwrap().to_string(), "622202******1234");
        }
        assert_eq!("1234".parse::<MaskedCard>().unwrap().to_string(), "******1234");
        assert_eq!("**** 1234".parse::<MaskedCard>().unwrap().last(), "1234");
    }

    #[test]
    fn offers_the_masked_form_of_a_whole_number_and_nothing_more() {
        let error = "6222021234567891234".parse::<MaskedCard>().unwrap_err();
        assert_eq!(error, DomainError::CardNotMasked { masked: "622202******1234".to_owned() });
        assert!(!format!("{error:?} {error}").contains("12345678"));
    }

    proptest! {
        #[test]
        fn never_keeps_eleven_digits(text in "[0-9*• x-]{0,24}") {
            if let Ok(card) = text.parse::<MaskedCard>() {
                prop_assert!(card.to_string().chars().filter(char::is_ascii_digit).count() <= 10);
            }
        }
        #[test]
        fn never_panics(text in "\\PC*") {
            let _ = text.parse::<MaskedCard>();
        }
    }
}
