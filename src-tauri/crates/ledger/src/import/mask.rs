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

/// Hides whole card numbers, as the guard knows them, and resident numbers, of which six and four signs are left, too.
#[must_use]
pub fn text(line: &str) -> String {
    let line = recourse_domain::guard::masked(line);
    let bytes = line.as_bytes();
    let mut out = String::new();
    let (mut at, mut copied) = (0, 0);
    while at < bytes.len() {
        let digits = bytes[at..].iter().take_while(|b| b.is_ascii_digit()).count();
        if resident_number(&line, at, digits) {
            out.push_str(&line[copied..at]);
            out.push_str(&line[at..at + 6]);
            out.push_str("********");
            out.push_str(&line[at + 14..at + 18]);
            copied = at + 18;
            at = copied;
        } else {
            at += digits.max(1);
        }
    }
    out.push_str(&line[copied..]);
    out
}

/// Whether a Chinese resident number begins here: 17 digits and a check sign, which may be the letter X.
fn resident_number(line: &str, from: usize, digits: usize) -> bool {
    const WEIGHTS: [u32; 17] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    let Some(all) = line.as_bytes().get(from..from + 18) else { return false };
    let letter = matches!(all[17], b'X' | b'x');
    if digits != if letter { 17 } else { 18 } || !all[..17].iter().all(u8::is_ascii_digit) {
        return false;
    }
    let sum: u32 = all.iter().zip(WEIGHTS).map(|(b, weight)| u32::from(b - b'0') * weight).sum();
    let sign = b"10X98765432"[(sum % 11) as usize];
    all[17].to_ascii_uppercase() == sign
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
    fn cards_and_residents_are_hidden_and_order_numbers_are_not() {
        assert_eq!(text("pay 6222021234567894 now"), "pay 622202******7894 now");
        assert_eq!(text("某某,11010119900307002X,店"), "某某,110101********002X,店");
        let order = "4200001234202609140000000001";
        assert_eq!(text(order), order);
        assert_eq!(card("6222021234567890123"), "622202*********0123");
        assert_eq!(card("1234"), "1234");
    }

    proptest! {
        #[test]
        fn never_panics(line in "[0-9 aX，卡-]{0,60}") {
            let _ = text(&line);
        }
    }
}
