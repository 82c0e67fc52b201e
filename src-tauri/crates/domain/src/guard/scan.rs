//! A text as the guard reads it: characters with their places, full-width digits as digits, and groups of digits.

/// A character and where it stands.
#[derive(Debug, Clone, Copy)]
pub(super) struct Char {
    pub(super) start: usize,
    pub(super) end: usize,
    /// The character, full-width ASCII and capitals folded.
    pub(super) folded: char,
    pub(super) digit: Option<u8>,
}

/// Digits without anything between them, as places among the characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Group {
    pub(super) from: usize,
    pub(super) to: usize,
}

impl Group {
    pub(super) fn len(self) -> usize {
        self.to - self.from
    }
}

/// A text made ready for looking through.
#[derive(Debug)]
pub(super) struct Scan {
    pub(super) chars: Vec<Char>,
    pub(super) groups: Vec<Group>,
}

/// The value of a digit, also of a full-width one.
pub(super) fn digit(c: char) -> Option<u8> {
    let value = fold(c).to_digit(10)?;
    u8::try_from(value).ok()
}

/// Full-width ASCII to ASCII, capitals to small letters.
fn fold(c: char) -> char {
    let narrow = match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        '\u{3000}' | '\u{a0}' | '\u{2009}' | '\u{202f}' => ' ',
        '\u{2010}'..='\u{2014}' | '\u{2212}' => '-',
        c => c,
    };
    narrow.to_ascii_lowercase()
}

impl Scan {
    pub(super) fn of(text: &str) -> Self {
        let chars: Vec<Char> = text
            .char_indices()
            .map(|(start, c)| Char { start, end: start + c.len_utf8(), folded: fold(c), digit: digit(c) })
            .collect();
        let mut groups = Vec::new();
        let mut from = None;
        for (at, c) in chars.iter().enumerate() {
            match (c.digit, from) {
                (Some(_), None) => from = Some(at),
                (None, Some(start)) => {
                    groups.push(Group { from: start, to: at });
                    from = None;
                }
                _ => {}
            }
        }
        if let Some(start) = from {
            groups.push(Group { from: start, to: chars.len() });
        }
        Self { chars, groups }
    }

    /// The folded character at a place.
    pub(super) fn at(&self, place: usize) -> Option<char> {
        self.chars.get(place).map(|c| c.folded)
    }

    /// Whether a digit stands at a place.
    pub(super) fn is_digit(&self, place: usize) -> bool {
        self.chars.get(place).is_some_and(|c| c.digit.is_some())
    }

    /// The digits of some groups, one after the other.
    pub(super) fn digits(&self, groups: &[Group]) -> Vec<u8> {
        let places = groups.iter().flat_map(|g| g.from..g.to);
        places.filter_map(|at| self.chars.get(at)?.digit).collect()
    }

    /// Bytes from one place to another.
    pub(super) fn bytes(&self, from: usize, to: usize) -> Option<(usize, usize)> {
        Some((self.chars.get(from)?.start, self.chars.get(to.checked_sub(1)?)?.end))
    }
}
