//! Single values as a person reads them.

use recourse_desk::{Currency, Money, Words};

/// Text from elsewhere, harmless for a terminal: control characters and marks that turn the writing direction become
/// visible signs, so that a file name or caption cannot move the cursor or disguise itself.
pub(crate) fn visible(text: &str) -> String {
    text.chars()
        .map(|c| match c {
            '\n' | '\t' => ' ',
            // The block "Control Pictures" mirrors the C0 controls.
            '\u{0}'..='\u{1f}' => char::from_u32(0x2400 + u32::from(c)).unwrap_or('\u{fffd}'),
            '\u{7f}' => '\u{2421}',
            '\u{80}'..='\u{9f}'
            | '\u{200b}'..='\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}'
            | '\u{feff}' => '\u{fffd}',
            other => other,
        })
        .collect()
}

/// `¥1,280.00`; empty when there is none.
pub(super) fn amount(amount: Option<&str>, currency: Option<&str>) -> String {
    let (Some(amount), Some(code)) = (amount, currency) else { return String::new() };
    let money = code.parse::<Currency>().and_then(|currency| Money::parse(amount, currency));
    money.map_or_else(|_| format!("{code} {amount}"), Money::to_display)
}

/// `2026-03-05 14:02` of an RFC 3339 instant, in the zone it was written with.
pub(super) fn moment(rfc3339: &str) -> String {
    rfc3339.get(..16).unwrap_or(rfc3339).replace('T', " ")
}

/// Words for a value that has some, e.g. `stage-follow-up`; the value itself otherwise.
pub(super) fn named(key: &str, value: &str, words: &Words) -> String {
    if words.knows(key) { words.say(key) } else { visible(value) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_cannot_drive_the_terminal() {
        assert_eq!(visible("a\u{1b}[2Jb\u{202e}gpj.exe\r\nc"), "a␛[2Jb\u{fffd}gpj.exe␍ c");
        assert_eq!(visible("签购单 E1.jpg"), "签购单 E1.jpg");
    }

    #[test]
    fn amounts_and_instants_read_as_people_write_them() {
        assert_eq!(amount(Some("1280.00"), Some("CNY")), "¥1,280.00");
        assert_eq!(amount(Some("500"), Some("JPY")), "JPY 500");
        assert_eq!(amount(None, None), "");
        assert_eq!(moment("2026-03-05T14:02:11+08:00"), "2026-03-05 14:02");
    }
}
