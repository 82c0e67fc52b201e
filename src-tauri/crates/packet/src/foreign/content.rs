//! Content streams as bytes: joined when a page has several, and freed of what lies on hidden layers.

use super::ForeignError;
use lopdf::{Document, Object, Stream};
use std::collections::HashSet;
use std::ops::Range;

/// What one content stream may unpack to.
const MAX_UNPACKED: usize = 64 << 20;

/// A page's content, unpacked, and how many of its streams are named but not there.
///
/// # Errors
/// [`ForeignError::Unreadable`] for a stream packed in a way that is not known here; [`ForeignError::TooComplex`].
pub(super) fn of_page(document: &Document, contents: Option<&Object>) -> Result<(Vec<u8>, usize), ForeignError> {
    let parts = match contents.map(|contents| document.dereference(contents)) {
        None | Some(Ok((_, Object::Null))) => return Ok((Vec::new(), 0)),
        Some(Ok((_, Object::Stream(stream)))) => return Ok((unpack(stream)?, 0)),
        Some(Ok((_, Object::Array(parts)))) => parts,
        Some(_) => return Ok((Vec::new(), 1)),
    };
    let mut joined = Vec::new();
    let mut missing = 0;
    for part in parts {
        match document.dereference(part) {
            Ok((_, Object::Stream(stream))) => joined.extend_from_slice(&unpack(stream)?),
            Ok((_, Object::Null)) => {}
            _ => missing += 1,
        }
        // Tokens never run across two streams.
        joined.push(b'\n');
        if joined.len() > MAX_UNPACKED {
            return Err(ForeignError::TooComplex);
        }
    }
    Ok((joined, missing))
}

/// A content stream without its packing.
///
/// # Errors
/// As [`of_page`].
pub(super) fn unpack(stream: &Stream) -> Result<Vec<u8>, ForeignError> {
    stream.decompressed_content_with_limit(MAX_UNPACKED).map_err(|error| match error {
        lopdf::Error::Decompress(lopdf::DecompressError::MemoryLimitExceeded { .. }) => ForeignError::TooComplex,
        _ => ForeignError::Unreadable,
    })
}

/// Leaves out what is painted between `/OC /Name BDC` and its `EMC` for every name in `hidden`. What such a part sets
/// (colour, matrix, font, clip) stays in force, as it does in a viewer.
pub(super) fn without_hidden(content: &[u8], hidden: &HashSet<Vec<u8>>) -> Vec<u8> {
    let mut out = Vec::with_capacity(content.len());
    let mut marks: Vec<bool> = Vec::new();
    let mut concealed = 0usize;
    let mut lexer = Lexer { content, at: 0 };
    while let Some(operation) = lexer.operation() {
        let operands = &operation.operands;
        match operation.operator {
            b"BMC" | b"BDC" => {
                let hides = operation.operator == b"BDC"
                    && matches!(&operands[..], [tag, name] if &content[tag.clone()] == b"/OC"
                        && content[name.clone()].strip_prefix(b"/").is_some_and(|n| hidden.contains(&plain_name(n))));
                marks.push(hides);
                concealed += usize::from(hides);
            }
            b"EMC" => concealed -= usize::from(marks.pop().unwrap_or(false)),
            operator if concealed > 0 => match operator {
                b"S" | b"s" | b"f" | b"F" | b"f*" | b"B" | b"B*" | b"b" | b"b*" => {
                    out.extend_from_slice(b"n\n");
                    continue;
                }
                b"Tj" | b"TJ" | b"Do" | b"sh" | b"EI" => continue,
                b"'" => {
                    out.extend_from_slice(b"T*\n");
                    continue;
                }
                b"\"" => {
                    if let [word, character, _] = &operands[..] {
                        out.extend_from_slice(&content[word.clone()]);
                        out.extend_from_slice(b" Tw ");
                        out.extend_from_slice(&content[character.clone()]);
                        out.extend_from_slice(b" Tc T*\n");
                    }
                    continue;
                }
                _ => {}
            },
            _ => {}
        }
        out.extend_from_slice(&content[operation.whole]);
        out.push(b'\n');
    }
    out
}

/// A name without its `#57` spellings.
fn plain_name(name: &[u8]) -> Vec<u8> {
    let mut plain = Vec::with_capacity(name.len());
    let mut rest = name;
    while let Some((&first, after)) = rest.split_first() {
        let hex = after.get(..2).and_then(|h| std::str::from_utf8(h).ok()).and_then(|h| u8::from_str_radix(h, 16).ok());
        match (first, hex) {
            (b'#', Some(byte)) => {
                plain.push(byte);
                rest = &after[2..];
            }
            _ => {
                plain.push(first);
                rest = after;
            }
        }
    }
    plain
}

struct Operation<'a> {
    operator: &'a [u8],
    operands: Vec<Range<usize>>,
    whole: Range<usize>,
}

/// Cuts content into operations; never fails, whatever the bytes.
struct Lexer<'a> {
    content: &'a [u8],
    at: usize,
}

impl<'a> Lexer<'a> {
    fn operation(&mut self) -> Option<Operation<'a>> {
        self.blank();
        let start = self.at;
        let mut operands = Vec::new();
        loop {
            self.blank();
            let from = self.at;
            let first = *self.content.get(from)?;
            if matches!(first, b'/' | b'(' | b'<' | b'[' | b'+' | b'-' | b'.' | b'0'..=b'9') {
                self.operand(first);
                operands.push(from..self.at);
                continue;
            }
            self.at += 1;
            if !matches!(first, b')' | b'>' | b']' | b'{' | b'}') {
                self.regular();
            }
            let operator = &self.content[from..self.at];
            if matches!(operator, b"true" | b"false" | b"null") {
                operands.push(from..self.at);
                continue;
            }
            if operator == b"BI" {
                self.inline_image();
                return Some(Operation { operator: b"EI", operands, whole: start..self.at });
            }
            return Some(Operation { operator, operands, whole: start..self.at });
        }
    }

    fn operand(&mut self, first: u8) {
        match first {
            b'(' => self.string(),
            b'<' if self.content.get(self.at + 1) != Some(&b'<') => self.through(|b| b == b'>'),
            b'[' | b'<' => self.nested(),
            _ => {
                self.at += 1;
                self.regular();
            }
        }
    }

    /// An array or dictionary to its end, counting brackets instead of recursing.
    fn nested(&mut self) {
        let mut depth = 0usize;
        while let Some(&byte) = self.content.get(self.at) {
            let double = self.content.get(self.at + 1) == Some(&byte);
            match byte {
                b'(' => self.string(),
                b'%' => self.through(|b| matches!(b, b'\r' | b'\n')),
                b'<' if !double => self.through(|b| b == b'>'),
                b'[' | b'<' => {
                    depth += 1;
                    self.at += 1 + usize::from(byte == b'<');
                }
                b']' | b'>' => {
                    depth -= 1;
                    self.at += 1 + usize::from(byte == b'>' && double);
                    if depth == 0 {
                        return;
                    }
                }
                _ => self.at += 1,
            }
        }
    }

    fn string(&mut self) {
        let mut depth = 0usize;
        while let Some(&byte) = self.content.get(self.at) {
            self.at += 1;
            match byte {
                b'\\' => self.at = (self.at + 1).min(self.content.len()),
                b'(' => depth += 1,
                b')' => {
                    depth -= 1;
                    if depth == 0 {
                        return;
                    }
                }
                _ => {}
            }
        }
    }

    /// From `BI` to the end of `EI`. The data may hold anything, so the end is an `EI` between blanks after which
    /// something follows that can be content.
    fn inline_image(&mut self) {
        while let Some(rest) = self.content.get(self.at..).filter(|r| !r.is_empty()) {
            if rest.starts_with(b"ID") && rest.get(2).is_none_or(|b| blank(*b)) {
                self.at = (self.at + 3).min(self.content.len());
                break;
            }
            match rest[0] {
                b'(' => self.string(),
                b'/' => {
                    self.at += 1;
                    self.regular();
                }
                _ => self.at += 1,
            }
        }
        while let Some(rest) = self.content.get(self.at..).filter(|r| !r.is_empty()) {
            let ends = rest.starts_with(b"EI")
                && rest.get(2).is_none_or(|b| blank(*b))
                && self.at.checked_sub(1).is_none_or(|before| blank(self.content[before]))
                && rest.iter().skip(2).take(12).all(|b| blank(*b) || (0x20..0x7F).contains(b));
            if ends {
                self.at += 2;
                return;
            }
            self.at += 1;
        }
    }

    fn through(&mut self, end: impl Fn(u8) -> bool) {
        let rest = &self.content[self.at..];
        self.at += rest.iter().position(|b| end(*b)).map_or(rest.len(), |i| i + 1);
    }

    fn regular(&mut self) {
        let rest = &self.content[self.at..];
        self.at += rest.iter().position(|b| blank(*b) || b"()<>[]{}/%".contains(b)).unwrap_or(rest.len());
    }

    fn blank(&mut self) {
        while let Some(&byte) = self.content.get(self.at) {
            match byte {
                b'%' => self.through(|b| matches!(b, b'\r' | b'\n')),
                b if blank(b) => self.at += 1,
                _ => return,
            }
        }
    }
}

fn blank(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'\n' | b'\r' | 0 | 0x0C)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn strip(content: &str) -> String {
        let hidden = HashSet::from([b"Off".to_vec()]);
        String::from_utf8(without_hidden(content.as_bytes(), &hidden))
            .unwrap()
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" ")
    }

    #[test]
    fn paint_on_a_hidden_layer_goes_and_state_stays() {
        assert_eq!(
            strip("q /OC /Off BDC 1 0 0 rg 0 0 9 9 re f BT /F1 9 Tf (no) Tj EMC (yes) Tj ET Q"),
            "q /OC /Off BDC 1 0 0 rg 0 0 9 9 re n BT /F1 9 Tf EMC (yes) Tj ET Q"
        );
        assert_eq!(strip("/OC /#4fff BDC /Im Do 1 2 (x) \" (y) ' EMC"), "/OC /#4fff BDC 1 Tw 2 Tc T* T* EMC");
    }

    #[test]
    fn other_marked_content_stays() {
        for content in [
            "/OC /On BDC (a) Tj EMC",
            "/P <</MCID 0 /x [(]) <00> <</y 1>>]>> BDC [(a) -2 (b)] TJ EMC",
            "/OC BMC (a) Tj EMC",
        ] {
            assert_eq!(strip(content), content);
        }
    }

    #[test]
    fn nested_marks_end_where_they_should() {
        assert_eq!(strip("/OC /Off BDC /P BMC (a) Tj EMC (b) Tj EMC (c) Tj"), "/OC /Off BDC /P BMC EMC EMC (c) Tj");
    }

    #[test]
    fn an_inline_image_is_one_operation() {
        assert_eq!(strip("/OC /Off BDC BI /W 1 /H 1 ID (EMC EI\u{1}\u{2} ) EI EMC (c) Tj"), "/OC /Off BDC EMC (c) Tj");
    }

    proptest! {
        #[test]
        fn never_panics_and_keeps_visible_content(content in proptest::collection::vec(any::<u8>(), 0..300),
                                                  words in "(\\(|\\)|<<|>>|<|>|\\[|\\]|/OC|/Off|BDC|EMC|BI|ID|EI|Tj|%|\\\\| ){0,60}") {
            let _ = without_hidden(&content, &HashSet::from([b"Off".to_vec()]));
            let _ = without_hidden(words.as_bytes(), &HashSet::from([b"Off".to_vec()]));
        }
    }
}
