//! Telephone numbers as people write them, brought into one form so that they can be compared.
//!
//! Only Chinese numbering is known; a number from elsewhere keeps its digits and is called foreign.

/// What sort of number it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sort {
    /// A personal mobile.
    Mobile,
    /// A 400 or 800 number, which anybody can rent.
    FourHundred,
    /// A short service number such as 95588, 12363 or 110.
    Short,
    /// A fixed line.
    Fixed,
    /// From outside mainland China.
    Foreign,
    /// Anything else.
    Other,
}

/// A number in its normal form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Number {
    /// Digits without country code, spaces and extension.
    pub digits: String,
    /// Digits of the extension, empty without one.
    pub extension: String,
    /// What sort it is.
    pub sort: Sort,
}

/// Fewest and most digits that make a number.
const LENGTHS: std::ops::RangeInclusive<usize> = 3..=15;
/// What may stand between the digits of a number.
const BETWEEN: [char; 13] = ['-', '‐', '‑', '–', '—', '−', '(', ')', '.', '·', ' ', '\u{3000}', '\u{a0}'];
/// What begins an extension.
const EXTENSION: [&str; 7] = ["转", "分机", "ext", "x", "#", ",", ";"];

impl Number {
    /// The number in a text that holds nothing else; `None` when it holds none, or letters that do not belong to one.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let text: String = text.trim().chars().take(64).map(narrow).collect();
        let text = ["tel:", "tel", "电话:", "电话", "热线:", "热线", "客服:", "客服"]
            .iter()
            .find_map(|word| text.strip_prefix(word))
            .unwrap_or(&text)
            .trim();
        let cut = EXTENSION.iter().filter_map(|word| text.find(word).map(|at| (at, word.len()))).min();
        let (main, extension) = match cut {
            Some((at, len)) => (text.get(..at)?, text.get(at + len..)?),
            None => (text, ""),
        };
        let plus = main.trim_start().strip_prefix('+');
        let digits = digits(plus.unwrap_or(main))?;
        let extension: String = extension.chars().filter(char::is_ascii_digit).take(8).collect();
        let (digits, foreign) = without_country(&digits, plus.is_some());
        LENGTHS.contains(&digits.len()).then(|| Self { sort: sort(&digits, foreign), digits, extension })
    }

    /// Whether both reach the same line: the same digits, a short number also behind an area code.
    #[must_use]
    pub fn reaches(&self, other: &Self) -> bool {
        let foreign = |number: &Self| number.sort == Sort::Foreign;
        foreign(self) == foreign(other) && self.bare() == other.bare()
    }

    /// The digits without an area code in front of a short service number: `021 95588` is `95588`.
    #[must_use]
    pub fn bare(&self) -> &str {
        let digits = self.digits.as_str();
        if self.sort == Sort::Foreign || !digits.starts_with('0') {
            return digits;
        }
        let area = if digits.starts_with("01") || digits.starts_with("02") { 3 } else { 4 };
        digits.get(area..).filter(|rest| is_short(rest)).unwrap_or(digits)
    }
}

/// Full-width forms and capitals to what they stand for.
fn narrow(c: char) -> char {
    let c = match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        '。' => '.',
        '、' => ',',
        _ => c,
    };
    c.to_ascii_lowercase()
}

/// The digits of a number written with the usual marks between them.
fn digits(text: &str) -> Option<String> {
    let mut found = String::new();
    for c in text.chars() {
        match c {
            '0'..='9' => found.push(c),
            c if BETWEEN.contains(&c) || c.is_whitespace() => {}
            _ => return None,
        }
    }
    (!found.is_empty()).then_some(found)
}

/// The number within China, and whether it is from elsewhere.
fn without_country(digits: &str, plus: bool) -> (String, bool) {
    if let Some(rest) = digits.strip_prefix("0086").or_else(|| digits.strip_prefix("86").filter(|_| plus)) {
        // Written with the country code, the zero of an area code falls away.
        let landline = rest.len() >= 9 && !rest.starts_with(['0', '1', '4', '8', '9']);
        let beijing = rest.len() == 10 && rest.starts_with("10");
        return (if landline || beijing { format!("0{rest}") } else { rest.to_owned() }, false);
    }
    if plus || digits.starts_with("00") {
        return (digits.trim_start_matches("00").to_owned(), true);
    }
    let mobile = digits.strip_prefix("86").filter(|rest| rest.len() == 11 && is_mobile(rest));
    (mobile.unwrap_or(digits).to_owned(), false)
}

fn is_mobile(digits: &str) -> bool {
    let second = digits.as_bytes().get(1).copied().unwrap_or_default();
    digits.len() == 11 && digits.starts_with('1') && (b'3'..=b'9').contains(&second)
}

fn is_short(digits: &str) -> bool {
    (digits.len() == 3 && digits.starts_with('1'))
        || (matches!(digits.len(), 5 | 6) && digits.starts_with(['1', '9']) && !digits.starts_with("90"))
}

fn sort(digits: &str, foreign: bool) -> Sort {
    match digits {
        _ if foreign => Sort::Foreign,
        d if is_mobile(d) => Sort::Mobile,
        d if d.len() == 10 && (d.starts_with("400") || d.starts_with("800")) => Sort::FourHundred,
        d if is_short(d) => Sort::Short,
        d if matches!(d.len(), 10..=12) && d.starts_with('0') => Sort::Fixed,
        d if matches!(d.len(), 7 | 8) => Sort::Fixed,
        _ => Sort::Other,
    }
}
