//! Which digits can be a card number: issuer prefixes with their lengths, and the check digit.

/// Whether these digits are a card number of a known scheme.
pub(super) fn is_card(digits: &[u8]) -> bool {
    known(digits) && luhn(digits) && !is_identity_number(digits) && !is_dated_order(digits)
}

fn prefix(digits: &[u8], length: usize) -> u32 {
    digits.iter().take(length).fold(0, |number, d| number * 10 + u32::from(*d))
}

/// Issuer prefixes after ISO/IEC 7812 as the schemes publish them; those of old domestic debit cards among them.
fn known(digits: &[u8]) -> bool {
    let length = digits.len();
    match (prefix(digits, 1), prefix(digits, 2), prefix(digits, 4)) {
        (_, 60 | 62 | 65 | 81, _) | (_, _, 3528..=3589 | 6440..=6499) => (16..=19).contains(&length),
        (4, ..) => matches!(length, 13 | 16 | 19),
        (_, 51..=55, _) | (_, _, 2221..=2720) => length == 16,
        (_, 34 | 37, _) => length == 15,
        (_, _, 3000..=3059) => length == 14,
        (_, 36 | 38 | 39, _) => matches!(length, 14 | 16),
        (_, _, 9558) => length == 19,
        _ => false,
    }
}

pub(super) fn luhn(digits: &[u8]) -> bool {
    let sum: u32 = digits
        .iter()
        .rev()
        .enumerate()
        .map(|(place, d)| {
            let value = u32::from(*d) * if place % 2 == 1 { 2 } else { 1 };
            if value > 9 { value - 9 } else { value }
        })
        .sum();
    !digits.is_empty() && sum.is_multiple_of(10)
}

/// A resident's identity number (GB 11643): six digits of a place, a date of birth, three digits, a check digit. Those of
/// several provinces begin like cards.
fn is_identity_number(digits: &[u8]) -> bool {
    let Some(born) = digits.get(6..14).filter(|_| digits.len() == 18) else { return false };
    let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    let sum: u32 = digits.iter().zip(weights).map(|(d, w)| u32::from(*d) * w).sum();
    let check = (12 - sum % 11) % 11;
    (1900..=2099).contains(&prefix(born, 4))
        && is_month_and_day(prefix(&born[4..], 2), prefix(&born[6..], 2))
        && digits.last().is_some_and(|last| u32::from(*last) == check)
}

/// Order numbers that begin with a day as YYMMDD read like cards of the 2-series; a few hundred of its ten thousands of
/// prefixes are given up for them.
fn is_dated_order(digits: &[u8]) -> bool {
    prefix(digits, 1) == 2
        && is_month_and_day(
            prefix(digits.get(2..).unwrap_or_default(), 2),
            prefix(digits.get(4..).unwrap_or_default(), 2),
        )
}

fn is_month_and_day(month: u32, day: u32) -> bool {
    (1..=12).contains(&month) && (1..=31).contains(&day)
}
