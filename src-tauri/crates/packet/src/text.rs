//! Text as the page can take it: cleaned of what cannot be printed, measured, and told which marks are full-width.
//!
//! No line is broken and nothing is placed here.

use crate::font::{Fonts, Glyph, Weight};
use std::borrow::Cow;
use std::collections::{BTreeSet, HashMap};
use unicode_linebreak::{BreakClass, break_property};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::canonical_combining_class;

/// The text without control characters, invisible marks and direction overrides; line ends as line feeds, tabs as
/// spaces. Letters with separate accents are composed; nothing else is normalised, so that a name keeps its code points.
#[must_use]
pub(crate) fn clean(text: &str) -> String {
    let composed: Cow<'_, str> = if text.chars().any(|c| canonical_combining_class(c) != 0) {
        Cow::Owned(text.nfc().collect())
    } else {
        Cow::Borrowed(text)
    };
    let mut out = String::with_capacity(composed.len());
    let mut chars = composed.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '\r' if chars.peek() == Some(&'\n') => {}
            '\r' | '\n' | '\u{85}' | '\u{2028}' | '\u{2029}' => out.push('\n'),
            '\t' => out.push(' '),
            c if c.is_control() || is_invisible(c) => {}
            c => out.push(c),
        }
    }
    out
}

/// Marks that show nothing by themselves, among them those that reverse the reading direction.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{180E}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}'
        | '\u{2060}'..='\u{206F}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{FFF9}'..='\u{FFFB}'
        | '\u{E0000}'..='\u{E0FFF}')
}

/// Whether a text is set in the Chinese manner: then its quotation marks and ellipses are full-width.
#[must_use]
pub(crate) fn is_chinese(text: &str) -> bool {
    text.chars().any(|c| {
        matches!(c, '\u{2E80}'..='\u{2FDF}' | '\u{3001}'..='\u{30FF}' | '\u{3400}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}'
            | '\u{FF01}'..='\u{FF60}' | '\u{20000}'..='\u{3FFFF}')
    })
}

/// Which marks take their proportional form instead of the full-width one: all in a text that is not Chinese; in a
/// Chinese one an apostrophe within a Latin word, and what stands wholly within a Latin passage.
#[must_use]
pub(crate) fn narrow_marks(chars: &[char], chinese: bool) -> Vec<bool> {
    let mut open: Vec<bool> = Vec::new();
    let latin = |c: Option<&char>| c.is_some_and(|c| c.is_ascii() && *c != '\n');
    let mut narrow = Vec::with_capacity(chars.len());
    for (i, c) in chars.iter().enumerate() {
        let before = chars[..i].iter().rev().find(|c| **c != ' ');
        let after = chars.get(i + 1);
        let word = |c: Option<&char>| c.is_some_and(char::is_ascii_alphanumeric);
        let apostrophe = *c == '’' && word(i.checked_sub(1).and_then(|i| chars.get(i))) && word(after);
        narrow.push(match c {
            '‘' | '’' | '“' | '”' | '…' if !chinese => true,
            '“' | '‘' => {
                let within_latin = latin(before) && latin(after);
                open.push(within_latin);
                within_latin
            }
            '’' if apostrophe => true,
            '”' | '’' => open.pop().unwrap_or(false),
            '…' => latin(before),
            _ => false,
        });
    }
    narrow
}

/// The characters of a text in a form that the line-breaking rules of Unicode understand as Chinese ones: full-width
/// quotation marks become corner brackets, which have an inner and an outer side.
#[must_use]
pub(crate) fn for_breaking(chars: &[char], narrow: &[bool]) -> String {
    let shown = |(c, narrow): (&char, &bool)| match c {
        '“' | '‘' if !narrow => '「',
        '”' | '’' if !narrow => '」',
        c => *c,
    };
    chars.iter().zip(narrow).map(shown).collect()
}

/// Whether Chinese typesetting forbids a line to begin with the character.
#[must_use]
pub(crate) fn may_not_begin(c: char) -> bool {
    use BreakClass as B;
    matches!(c, '”' | '’')
        || matches!(
            break_property(u32::from(c)),
            B::ClosePunctuation
                | B::CloseParenthesis
                | B::Exclamation
                | B::InfixSeparator
                | B::NonStarter
                | B::CombiningMark
                | B::Inseparable
                | B::Postfix
        )
}

/// Whether Chinese typesetting forbids a line to end with the character.
#[must_use]
pub(crate) fn may_not_end(c: char) -> bool {
    matches!(c, '“' | '‘') || matches!(break_property(u32::from(c)), BreakClass::OpenPunctuation | BreakClass::Prefix)
}

/// Whether a full-width mark gives up the empty half behind it, because another mark follows: `）”，` takes the room of two
/// characters and not of three. Marks that stand alone keep their whole width.
#[must_use]
pub(crate) fn closes_up(c: char, next: char) -> bool {
    let opens = |c: char| matches!(c, '（' | '《' | '〈' | '「' | '『' | '【' | '〔' | '［' | '“' | '‘');
    let closes = |c: char| matches!(c, '）' | '》' | '〉' | '」' | '』' | '】' | '〕' | '］' | '”' | '’');
    let stops = |c: char| matches!(c, '，' | '。' | '、' | '；' | '：');
    match c {
        c if opens(c) => opens(next),
        c if closes(c) || stops(c) => opens(next) || closes(next) || (closes(c) && stops(next)),
        _ => false,
    }
}

/// Measures characters and remembers what it measured, and which characters the fonts do not hold.
#[derive(Debug)]
pub(crate) struct Ruler {
    fonts: &'static Fonts,
    known: HashMap<(char, Weight, bool), Glyph>,
    missing: BTreeSet<char>,
}

impl Ruler {
    /// A ruler for the packet's fonts.
    #[must_use]
    pub(crate) fn new(fonts: &'static Fonts) -> Self {
        Self { fonts, known: HashMap::new(), missing: BTreeSet::new() }
    }

    /// Advance of a character in points.
    pub(crate) fn advance(&mut self, c: char, weight: Weight, narrow: bool, size: f32) -> f32 {
        let fonts = self.fonts;
        let face = fonts.face(weight);
        let glyph = *self.known.entry((c, weight, narrow)).or_insert_with(|| face.glyph(c, narrow));
        if glyph.missing {
            self.missing.insert(c);
        }
        f32::from(glyph.advance) * size / f32::from(face.units_per_em())
    }

    /// Characters that were measured and that the fonts do not hold.
    #[must_use]
    pub(crate) fn missing(&self) -> &BTreeSet<char> {
        &self.missing
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn invisible_and_reversing_marks_go_and_code_points_stay() {
        assert_eq!(clean("a\r\nb\tc\u{7}\u{202E}d\u{200B}"), "a\nb cd");
        assert_eq!(clean("e\u{301}"), "é");
        assert_eq!(clean("\u{F900}豈"), "\u{F900}豈", "a compatibility character of a name is not changed");
    }

    #[test]
    fn quotation_marks_follow_the_text_they_stand_in() {
        let forms = |text: &str| {
            let chars: Vec<char> = text.chars().collect();
            let narrow = narrow_marks(&chars, is_chinese(text));
            chars.iter().zip(narrow).filter(|(_, narrow)| *narrow).map(|(c, _)| *c).collect::<String>()
        };
        assert_eq!(forms("the cardholder’s “slip”…"), "’“”…");
        assert_eq!(forms("他说“好”……"), "");
        assert_eq!(forms("屏幕上是“Host’s error”"), "’");
        assert_eq!(forms("超时。The message was “host timeout”，‘好’……"), "“”");
    }

    #[test]
    fn marks_beside_each_other_close_up() {
        let closed = |text: &str| {
            let chars: Vec<char> = text.chars().collect();
            chars.windows(2).filter(|pair| closes_up(pair[0], pair[1])).count()
        };
        assert_eq!(closed("（68）”，冲正"), 2);
        assert_eq!(closed("他说：“好。”（笑）"), 3);
        assert_eq!(closed("（《服务协议》）"), 2);
        assert_eq!(closed("好，好。坏；（"), 1);
        assert_eq!(closed("，。、……——"), 0, "what stands so is not Chinese and is left as it is");
    }

    proptest! {
        #[test]
        fn cleaned_text_stays_clean(text in "\\PC*") {
            let once = clean(&text);
            prop_assert_eq!(clean(&once), once.clone());
            prop_assert!(!once.chars().any(|c| c != '\n' && c.is_control()));
        }

        #[test]
        fn the_breaking_form_has_the_same_bytes(text in "[a-z“”‘’…中文，。 ]*") {
            let chars: Vec<char> = text.chars().collect();
            prop_assert_eq!(for_breaking(&chars, &narrow_marks(&chars, is_chinese(&text))).len(), text.len());
        }
    }
}
