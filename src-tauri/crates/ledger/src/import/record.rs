//! One line taken apart into fields, in buffers that are used again for the next.

use super::refusal::{ImportError, RowFault};

/// One line of a text or one row of a sheet.
#[derive(Debug, Default)]
pub(crate) struct Record {
    /// Line of the file, from 1.
    pub(crate) line: u32,
    /// Lines it spans.
    pub(crate) span: u32,
    /// As it stands in the file.
    pub(crate) raw: String,
    /// Fields that had to be changed to be read (doubled quotation marks, fixed widths).
    pub(crate) cooked: String,
    /// Begin and end; in `cooked` when the flag is set, else in `raw`.
    pub(crate) fields: Vec<(u32, u32, bool)>,
    /// Columns that hold a formula.
    pub(crate) formulas: Vec<u32>,
    /// The line cannot be taken apart.
    pub(crate) fault: Option<RowFault>,
    /// Fewer fields than the header are in order: a sheet stores no empty cells at the end.
    pub(crate) may_be_short: bool,
}

impl Record {
    pub(crate) fn clear(&mut self) {
        self.raw.clear();
        self.cooked.clear();
        self.fields.clear();
        self.formulas.clear();
        self.fault = None;
        self.span = 1;
    }

    /// A field without the blanks round it.
    pub(crate) fn field(&self, at: usize) -> &str {
        let Some((from, to, cooked)) = self.fields.get(at) else { return "" };
        let text = if *cooked { &self.cooked } else { &self.raw };
        trimmed(text.get(*from as usize..*to as usize).unwrap_or_default())
    }

    pub(crate) fn is_blank(&self) -> bool {
        self.fault.is_none() && trimmed(&self.raw).is_empty()
    }

    /// Begins again as a copy of a text that was read from somewhere.
    pub(crate) fn put(&mut self, from: u32, to: u32, cooked: bool) {
        self.fields.push((from, to, cooked));
    }
}

/// Without blanks, tabs, byte order mark and full-width blanks at the ends.
pub(crate) fn trimmed(text: &str) -> &str {
    let bytes = text.as_bytes();
    let plain = |b: Option<&u8>| b.is_none_or(|b| (0x21..0x7F).contains(b));
    if plain(bytes.first()) && plain(bytes.last()) {
        return text;
    }
    text.trim_matches(|c: char| c.is_whitespace() || c == '\u{feff}' || c.is_control())
}

/// Something that gives one record after another.
pub(crate) trait Records {
    /// Fills `record` with the next line; false at the end.
    fn next(&mut self, record: &mut Record) -> Result<bool, ImportError>;
    /// How far it has come: bytes or rows, in the unit of the total that the payload names.
    fn position(&self) -> u64;
}

/// Takes a line apart at `delimiter`. With quotation marks, tells whether one is left open.
pub(crate) fn split(record: &mut Record, delimiter: u8, quoted: bool) -> bool {
    record.fields.clear();
    record.cooked.clear();
    let raw = std::mem::take(&mut record.raw);
    let bytes = raw.as_bytes();
    let mut open = false;
    if quoted && memchr::memchr(b'"', bytes).is_some() {
        open = split_quoted(&raw, delimiter, record);
    } else {
        let mut from = 0;
        for at in memchr::memchr_iter(delimiter, bytes) {
            record.put(short(from), short(at), false);
            from = at + 1;
        }
        record.put(short(from), short(bytes.len()), false);
    }
    record.raw = raw;
    open
}

fn split_quoted(raw: &str, delimiter: u8, record: &mut Record) -> bool {
    let bytes = raw.as_bytes();
    let mut at = 0;
    loop {
        let mut begin = at;
        while bytes.get(begin).is_some_and(|b| matches!(b, b' ' | b'\t')) && bytes.get(begin) != Some(&delimiter) {
            begin += 1;
        }
        let end;
        if bytes.get(begin) == Some(&b'"') {
            let cooked_from = record.cooked.len();
            let mut plain = true;
            let mut from = begin + 1;
            let close = loop {
                let Some(step) = memchr::memchr(b'"', &bytes[from..]) else { return true };
                let quote = from + step;
                if bytes.get(quote + 1) != Some(&b'"') {
                    break quote;
                }
                if plain {
                    record.cooked.push_str(&raw[begin + 1..=quote]);
                } else {
                    record.cooked.push_str(&raw[from..=quote]);
                }
                plain = false;
                from = quote + 2;
            };
            // Only blanks may follow a closing mark; anything else shows that the mark was a letter.
            let stop = memchr::memchr(delimiter, &bytes[close..]).map_or(bytes.len(), |step| close + step);
            let loose = !trimmed(&raw[close + 1..stop]).is_empty();
            end = if loose {
                memchr::memchr(delimiter, &bytes[at..]).map_or(bytes.len(), |step| at + step)
            } else {
                stop
            };
            if loose {
                record.cooked.truncate(cooked_from);
                record.put(short(at), short(end), false);
            } else if plain {
                record.put(short(begin + 1), short(close), false);
            } else {
                record.cooked.push_str(&raw[from..close]);
                record.put(short(cooked_from), short(record.cooked.len()), true);
            }
        } else {
            end = memchr::memchr(delimiter, &bytes[at..]).map_or(bytes.len(), |step| at + step);
            record.put(short(at), short(end), false);
        }
        if end >= bytes.len() {
            return false;
        }
        at = end + 1;
    }
}

pub(crate) fn short(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}
