//! Single values: amounts as whole minor units, and traces that a spreadsheet program leaves.

use recourse_domain::money::MAX_MINOR;

/// What an amount cell holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Amount {
    Nothing,
    Minor(i64),
    Unreadable,
}

/// Reads `28.16`, `¥1,234.5`, `-0.27000`, `+10.00元`, `D000000000012`. Decimals beyond the minor unit must be zeros.
/// A leading C or D, as clearing files write it, is money to the shop or from it.
pub(crate) fn amount(text: &str, decimals: u32, minor_units: bool) -> Amount {
    let mut rest = text;
    if rest.is_empty() || matches!(rest, "-" | "--" | "/" | "*") {
        return Amount::Nothing;
    }
    let mut negative = false;
    let mut signed = false;
    loop {
        let Some(first) = rest.chars().next() else { return Amount::Unreadable };
        match first {
            '-' | '+' | '−' | '－' if !signed => {
                negative = first != '+';
                signed = true;
            }
            'C' | 'D' if !signed && minor_units => {
                negative = first == 'D';
                signed = true;
            }
            '¥' | '￥' | '`' | ' ' => {}
            _ => break,
        }
        rest = &rest[first.len_utf8()..];
    }
    rest = rest.strip_suffix('元').unwrap_or(rest).trim_end();
    let bytes = rest.as_bytes();
    let scale = if minor_units { 0 } else { decimals };
    let mut value: i64 = 0;
    let (mut digits, mut since_comma, mut commas) = (0_u32, 0_u32, false);
    let mut at = 0;
    while let Some(b) = bytes.get(at) {
        match b {
            b'0'..=b'9' => {
                let Some(next) = value.checked_mul(10).and_then(|v| v.checked_add(i64::from(b - b'0'))) else {
                    return Amount::Unreadable;
                };
                value = next;
                digits += 1;
                since_comma += 1;
            }
            b',' if digits > 0 && (if commas { since_comma == 3 } else { since_comma <= 3 }) => {
                commas = true;
                since_comma = 0;
            }
            _ => break,
        }
        at += 1;
    }
    if digits == 0 || commas && since_comma != 3 {
        return Amount::Unreadable;
    }
    let mut kept = 0;
    if bytes.get(at) == Some(&b'.') {
        at += 1;
        let from = at;
        while let Some(b) = bytes.get(at).filter(|b| b.is_ascii_digit()) {
            if kept < scale {
                value = match value.checked_mul(10) {
                    Some(v) => v + i64::from(b - b'0'),
                    None => return Amount::Unreadable,
                };
                kept += 1;
            } else if *b != b'0' {
                return Amount::Unreadable;
            }
            at += 1;
        }
        if at == from {
            return Amount::Unreadable;
        }
    }
    if at != bytes.len() {
        return Amount::Unreadable;
    }
    for _ in kept..scale {
        value = match value.checked_mul(10) {
            Some(v) => v,
            None => return Amount::Unreadable,
        };
    }
    if value > MAX_MINOR { Amount::Unreadable } else { Amount::Minor(if negative { -value } else { value }) }
}

/// A number that a spreadsheet program wrote as a power of ten: `4.2E+27`. Nothing can bring its digits back.
pub(crate) fn is_power_of_ten(text: &str) -> bool {
    let Some(at) = text.find(['E', 'e']) else { return false };
    let (mantissa, exponent) = (&text[..at], text[at + 1..].trim_start_matches('+'));
    let mut dots = 0;
    let mantissa_fits = mantissa.bytes().all(|b| {
        dots += u32::from(b == b'.');
        b.is_ascii_digit() || b == b'.'
    });
    mantissa_fits
        && dots <= 1
        && mantissa.starts_with(|c: char| c.is_ascii_digit())
        && (text.contains("E+") || text.contains("e+") || dots == 1)
        && (1..=3).contains(&exponent.len())
        && exponent.bytes().all(|b| b.is_ascii_digit())
}

/// A long number whose digits after the fifteenth are all zero: a spreadsheet program keeps no more.
pub(crate) fn lost_its_tail(text: &str) -> bool {
    text.len() >= 18 && text.bytes().all(|b| b.is_ascii_digit()) && text.bytes().skip(15).all(|b| b == b'0')
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn amounts_are_read_to_the_last_minor_unit() {
        for (text, wanted) in [
            ("28.16", 2816),
            ("¥28.16", 2816),
            ("￥1,234.5", 123_450),
            ("-0.27000", -27),
            ("+10000.00", 1_000_000),
            ("100", 10_000),
            ("0.35元", 35),
            ("-2,600.00", -260_000),
        ] {
            assert_eq!(amount(text, 2, false), Amount::Minor(wanted), "{text}");
        }
        assert_eq!(amount("D000000000012", 2, true), Amount::Minor(-12));
        assert_eq!(amount("000000006000", 2, true), Amount::Minor(6000));
        assert_eq!(amount("-", 2, false), Amount::Nothing);
    }

    #[test]
    fn what_could_be_misread_is_refused() {
        for bad in ["-0.0.66962", "1.005", "12,80", "1,2345", "abc", "1e3", "--1", "1.", ".5", "xx,yyyy.zz", "1 2"] {
            assert_eq!(amount(bad, 2, false), Amount::Unreadable, "{bad}");
        }
        assert_eq!(amount("99999999999999999999", 2, false), Amount::Unreadable);
    }

    #[test]
    fn traces_of_a_spreadsheet_are_known() {
        assert!(is_power_of_ten("4.2E+27") && is_power_of_ten("4E+27") && is_power_of_ten("4.2E27"));
        assert!(
            !is_power_of_ten("4200E")
                && !is_power_of_ten("T2E1")
                && !is_power_of_ten("123456")
                && !is_power_of_ten("42E1")
        );
        assert!(lost_its_tail("4200001234202600000000000000") && !lost_its_tail("4200001234202609140000000001"));
    }

    proptest! {
        #[test]
        fn never_panics(text in "\\PC*") {
            let _ = amount(&text, 2, false);
            let _ = (is_power_of_ten(&text), lost_its_tail(&text));
        }
        #[test]
        fn reads_back_what_was_written(minor in -MAX_MINOR..=MAX_MINOR) {
            let sign = if minor < 0 { "-" } else { "" };
            let text = format!("{sign}{}.{:02}", minor.abs() / 100, minor.abs() % 100);
            prop_assert_eq!(amount(&text, 2, false), Amount::Minor(minor));
            prop_assert_eq!(amount(&minor.to_string(), 2, true), Amount::Minor(minor));
        }
    }
}
