//! Lines of a text: separated by a letter, or in columns of fixed width.

use super::record::{Record, Records, short, split};
use super::refusal::{ImportError, RowFault};
use super::source::{Limits, Source};
use super::text;
use crate::profile::{Quote, Read as How};
use encoding_rs::Encoding;
use std::collections::VecDeque;
use std::io::BufRead;

/// Lines that a quoted field may span.
const QUOTED_LINES: u32 = 40;

/// A text whose fields a letter separates.
pub(crate) struct Delimited {
    reader: Box<dyn BufRead + Send>,
    delimiter: u8,
    quoted: bool,
    limit: usize,
    line: u32,
    bytes: u64,
    /// Lines read ahead while a quotation mark was open that was never closed.
    ahead: VecDeque<Vec<u8>>,
    buffer: Vec<u8>,
}

impl Delimited {
    pub(crate) fn new(
        source: &Source,
        encoding: &'static Encoding,
        how: &How,
        limits: &Limits,
    ) -> Result<Self, ImportError> {
        Ok(Self {
            reader: text::decoded(source, encoding)?,
            delimiter: how.delimiter.and_then(|c| u8::try_from(c).ok()).unwrap_or(b','),
            quoted: how.quote == Quote::Double,
            limit: limits.line,
            line: 0,
            bytes: 0,
            ahead: VecDeque::new(),
            buffer: Vec::new(),
        })
    }

    /// The next line without its end into `buffer`. `None` at the end, `Some(false)` for one longer than the limit.
    fn read_line(&mut self) -> Result<Option<bool>, ImportError> {
        if let Some(line) = self.ahead.pop_front() {
            self.buffer = line;
            return Ok(Some(true));
        }
        let got = line(self.reader.as_mut(), &mut self.buffer, self.limit, &mut self.bytes)?;
        Ok(got)
    }
}

/// One line without its end. `None` at the end of the text, `Some(false)` when it was cut at the limit.
fn line(
    reader: &mut dyn BufRead,
    into: &mut Vec<u8>,
    limit: usize,
    bytes: &mut u64,
) -> Result<Option<bool>, ImportError> {
    into.clear();
    let (mut any, mut whole) = (false, true);
    loop {
        let have = reader.fill_buf()?;
        if have.is_empty() {
            return Ok(any.then_some(whole));
        }
        any = true;
        let found = memchr::memchr(b'\n', have);
        let end = found.unwrap_or(have.len());
        let room = limit.saturating_sub(into.len());
        into.extend_from_slice(&have[..end.min(room)]);
        whole &= end <= room;
        let used = found.map_or(have.len(), |at| at + 1);
        *bytes += used as u64;
        reader.consume(used);
        if found.is_some() {
            if into.last() == Some(&b'\r') {
                into.pop();
            }
            return Ok(Some(whole));
        }
    }
}

impl Records for Delimited {
    fn next(&mut self, record: &mut Record) -> Result<bool, ImportError> {
        record.clear();
        record.may_be_short = false;
        let Some(whole) = self.read_line()? else { return Ok(false) };
        self.line += 1;
        record.line = self.line;
        push_text(&mut record.raw, &self.buffer);
        if !whole {
            record.fault = Some(RowFault::TooLong);
            return Ok(true);
        }
        if !split(record, self.delimiter, self.quoted) {
            return Ok(true);
        }
        // A quotation mark is open: the field goes on in the next lines, or the mark was only a letter.
        let alone = record.raw.len();
        let mut read: VecDeque<Vec<u8>> = VecDeque::new();
        while read.len() < QUOTED_LINES as usize && record.raw.len() < self.limit {
            if self.read_line()? != Some(true) {
                break;
            }
            record.raw.push('\n');
            push_text(&mut record.raw, &self.buffer);
            read.push_back(std::mem::take(&mut self.buffer));
            if !split(record, self.delimiter, self.quoted) {
                record.span += short(read.len());
                self.line += short(read.len());
                return Ok(true);
            }
        }
        read.append(&mut self.ahead);
        self.ahead = read;
        record.raw.truncate(alone);
        split(record, self.delimiter, false);
        Ok(true)
    }

    fn position(&self) -> u64 {
        self.bytes
    }
}

/// The bytes were checked before; what a cut-off end leaves is replaced.
fn push_text(into: &mut String, bytes: &[u8]) {
    match std::str::from_utf8(bytes) {
        Ok(text) => into.push_str(text),
        Err(_) => into.push_str(&String::from_utf8_lossy(bytes)),
    }
}

/// A text in columns of fixed width in bytes, one blank between them. Sliced first and decoded then: a Chinese name is
/// as wide as its bytes, not as its letters.
pub(crate) struct Fixed {
    reader: Box<dyn BufRead + Send>,
    encoding: &'static Encoding,
    widths: Vec<Vec<usize>>,
    limit: usize,
    line: u32,
    bytes: u64,
    buffer: Vec<u8>,
}

impl Fixed {
    pub(crate) fn new(
        source: &Source,
        encoding: &'static Encoding,
        how: &How,
        limits: &Limits,
    ) -> Result<Self, ImportError> {
        Ok(Self {
            reader: Box::new(std::io::BufReader::with_capacity(256 * 1024, source.open()?)),
            encoding,
            widths: how.widths.clone(),
            limit: limits.line,
            line: 0,
            bytes: 0,
            buffer: Vec::new(),
        })
    }
}

impl Records for Fixed {
    fn next(&mut self, record: &mut Record) -> Result<bool, ImportError> {
        record.clear();
        record.may_be_short = false;
        let Some(whole) = line(self.reader.as_mut(), &mut self.buffer, self.limit, &mut self.bytes)? else {
            return Ok(false);
        };
        self.line += 1;
        record.line = self.line;
        record.raw.push_str(&self.encoding.decode_without_bom_handling(&self.buffer).0);
        if !whole {
            record.fault = Some(RowFault::TooLong);
            return Ok(true);
        }
        let fits = |widths: &&Vec<usize>| {
            widths.iter().sum::<usize>() + widths.len() - 1 == self.buffer.len() && gaps_are_blank(widths, &self.buffer)
        };
        let Some(widths) = self.widths.iter().find(fits) else {
            record.fault = Some(RowFault::ColumnsShifted);
            return Ok(true);
        };
        let mut at = 0;
        for width in widths {
            let from = record.cooked.len();
            record.cooked.push_str(&self.encoding.decode_without_bom_handling(&self.buffer[at..at + width]).0);
            record.put(short(from), short(record.cooked.len()), true);
            at += width + 1;
        }
        Ok(true)
    }

    fn position(&self) -> u64 {
        self.bytes
    }
}

fn gaps_are_blank(widths: &[usize], line: &[u8]) -> bool {
    let mut at = 0;
    widths.iter().take(widths.len().saturating_sub(1)).all(|width| {
        at += width + 1;
        line.get(at - 1) == Some(&b' ')
    })
}
