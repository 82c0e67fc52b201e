//! File names as data: kept as they came, shown without tricks. A name never becomes a path.

/// Longest name that is kept, in characters.
pub(crate) const MAX_NAME: usize = 1_000;

/// The name for people's eyes: control characters become visible signs, and characters that turn the direction of
/// text or hide between others are dropped, so that `fdp.exe` cannot dress up as `exe.pdf`.
#[must_use]
pub fn shown_name(name: &str) -> String {
    name.chars()
        .filter_map(|c| match c {
            '\u{0}'..='\u{1F}' => char::from_u32(0x2400 + u32::from(c)),
            '\u{7F}' => Some('\u{2421}'),
            '\u{80}'..='\u{9F}' => Some('\u{FFFD}'),
            '\u{2028}' | '\u{2029}' => Some('\u{2424}'),
            '\u{61C}' | '\u{200B}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' => None,
            '\u{2060}'..='\u{206F}' | '\u{FEFF}' | '\u{FFF9}'..='\u{FFFB}' | '\u{E0000}'..='\u{E007F}' => None,
            other => Some(other),
        })
        .collect()
}

/// The name as it is kept: everything but an end beyond reason.
pub(crate) fn kept_name(name: &str) -> String {
    name.chars().take(MAX_NAME).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tricks_do_not_show() {
        assert_eq!(shown_name("小票.jpg"), "小票.jpg");
        assert_eq!(shown_name("a\0b\n.pdf"), "a␀b␊.pdf");
        assert_eq!(shown_name("invoice\u{202E}fdp.exe"), "invoicefdp.exe");
        assert_eq!(shown_name("\u{2066}a\u{2069}\u{FEFF}\u{7F}\u{85}"), "a␡\u{FFFD}");
        assert_eq!(shown_name("../../etc/passwd"), "../../etc/passwd");
        assert_eq!(shown_name("👩‍🔧.png"), "👩‍🔧.png");
    }

    #[test]
    fn long_names_are_kept_within_reason() {
        assert_eq!(kept_name(&"名".repeat(300)), "名".repeat(300));
        assert_eq!(kept_name(&"x".repeat(5_000)).len(), MAX_NAME);
    }
}
