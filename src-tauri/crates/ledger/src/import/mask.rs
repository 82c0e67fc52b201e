//! What is personal in a raw line is hidden before anybody sees the line again.

use super::record::Record;

/// First six and last four of a card or account number; shorter ones stay as they are.
#[must_use]
pub fn card(text: &str) -> String {
    let digits = text.chars().filter(char::is_ascii_digit).count();
    if digits <= 10 {
        return text.to_owned();
    }
    let (mut seen, mut out) = (0, String::new());
    for c in text.chars() {
        if c.is_ascii_digit() {
            seen += 1;
            out.push(if seen > 6 && seen + 4 <= digits { '*' } else { c });
        } else {
            out.push(c);
        }
    }
    out
}

/// Hides every run of 13 to 19 digits that could be a card number: its last digit is the check digit of the others.
#[must_use]
pub fn text(line: &str) -> String {
    let bytes = line.as_bytes();
    let mut out = String::new();
    let (mut at, mut copied) = (0, 0);
    while at < bytes.len() {
        if !bytes[at].is_ascii_digit() {
            at += 1;
            continue;
        }
        let from = at;
        let mut digits = 0;
        let mut end = at;
        while at < bytes.len() && (bytes[at].is_ascii_digit() || (matches!(bytes[at], b' ' | b'-') && digits > 0)) {
            // A blank belongs to the run only between two digits.
            if bytes[at].is_ascii_digit() {
                digits += 1;
                end = at + 1;
            } else if !bytes.get(at + 1).is_some_and(u8::is_ascii_digit) {
                break;
            }
            at += 1;
        }
        let run = &line[from..end];
        if (13..=19).contains(&digits) && check_digit_fits(run) {
            out.push_str(&line[copied..from]);
            out.push_str(&card(run));
            copied = end;
        }
        at = at.max(end);
    }
    out.push_str(&line[copied..]);
    out
}

fn check_digit_fits(run: &str) -> bool {
    let digits = run.bytes().rev().filter(u8::is_ascii_digit).map(|b| u32::from(b - b'0'));
    let sum: u32 = digits.enumerate().map(|(i, d)| if i % 2 == 0 { d } else { d * 2 / 10 + d * 2 % 10 }).sum();
    sum.is_multiple_of(10)
}

/// A raw line with the personal columns emptied, card columns masked, and whatever else looks like a card hidden.
pub(crate) fn raw(record: &Record, drop: &[usize], masked: &[usize]) -> String {
    if drop.is_empty() && masked.is_empty() || record.fields.is_empty() {
        return text(&record.raw);
    }
    let mut fields: Vec<String> = Vec::with_capacity(record.fields.len());
    for at in 0..record.fields.len() {
        fields.push(if drop.contains(&at) {
            "***".to_owned()
        } else if masked.contains(&at) {
            card(record.field(at))
        } else {
            text(record.field(at))
        });
    }
    fields.join(",")
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn cards_are_hidden_and_order_numbers_are_not() {
        assert_eq!(text("pay 6222021234567894 now"), "pay 622202******7894 now");
        assert_eq!(text("6222 0212 3456 7894"), "6222 02** **** 7894");
        let order = "4200001234202609140000000001";
        assert_eq!(text(order), order);
        assert_eq!(card("6222021234567890123"), "622202*********0123");
        assert_eq!(card("1234"), "1234");
    }

    proptest! {
        #[test]
        fn never_panics_and_keeps_the_length(line in "[0-9 a，卡-]{0,60}") {
            prop_assert_eq!(text(&line).chars().count(), line.chars().count());
        }
    }
}
