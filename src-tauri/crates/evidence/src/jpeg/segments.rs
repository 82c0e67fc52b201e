//! Byte-level walking: a buffered reader that knows its place, and the forms of the table segments.

use super::{KIND, marker};
use crate::error::EvidenceError;
use std::io::{Read, Seek, SeekFrom};
use std::ops::Range;

const WINDOW: usize = 256 << 10;

/// A window that slides over the file. Never holds more than [`WINDOW`] bytes of it.
pub(super) struct Cursor<'a, R> {
    reader: &'a mut R,
    window: Vec<u8>,
    /// File offset of the first byte in the window.
    base: u64,
    /// Next byte within the window.
    at: usize,
    len: u64,
}

impl<'a, R: Read + Seek> Cursor<'a, R> {
    pub(super) fn open(reader: &'a mut R) -> Result<Self, EvidenceError> {
        let len = reader.seek(SeekFrom::End(0)).map_err(EvidenceError::Unreadable)?;
        reader.seek(SeekFrom::Start(0)).map_err(EvidenceError::Unreadable)?;
        Ok(Self { reader, window: Vec::new(), base: 0, at: 0, len })
    }

    pub(super) fn len(&self) -> u64 {
        self.len
    }

    pub(super) fn position(&self) -> u64 {
        self.base + self.at as u64
    }

    pub(super) fn remaining(&self) -> u64 {
        self.len.saturating_sub(self.position())
    }

    /// Loads the window that starts at the present position.
    fn refill(&mut self) -> Result<(), EvidenceError> {
        let position = self.position();
        self.window.resize(WINDOW, 0);
        let mut filled = 0;
        while filled < WINDOW {
            match self.reader.read(&mut self.window[filled..]) {
                Ok(0) => break,
                Ok(n) => filled += n,
                Err(e) if e.kind() == std::io::ErrorKind::Interrupted => {}
                Err(e) => return Err(EvidenceError::Unreadable(e)),
            }
        }
        self.window.truncate(filled);
        self.base = position;
        self.at = 0;
        if filled == 0 { Err(EvidenceError::Truncated { kind: KIND }) } else { Ok(()) }
    }

    pub(super) fn u8(&mut self) -> Result<u8, EvidenceError> {
        if self.at >= self.window.len() {
            self.refill()?;
        }
        let byte = self.window.get(self.at).copied().ok_or(EvidenceError::Truncated { kind: KIND })?;
        self.at += 1;
        Ok(byte)
    }

    pub(super) fn u16(&mut self) -> Result<u16, EvidenceError> {
        Ok(u16::from_be_bytes([self.u8()?, self.u8()?]))
    }

    /// Moves to a place in the file.
    pub(super) fn go_to(&mut self, place: u64) -> Result<(), EvidenceError> {
        let window_end = self.base + self.window.len() as u64;
        if (self.base..=window_end).contains(&place) {
            self.at = usize::try_from(place - self.base).unwrap_or(0);
            return Ok(());
        }
        self.reader.seek(SeekFrom::Start(place)).map_err(EvidenceError::Unreadable)?;
        self.window.clear();
        self.base = place;
        self.at = 0;
        Ok(())
    }

    /// The bytes of a segment's body (at most 64 KiB); the position moves behind them.
    pub(super) fn bytes(&mut self, body: &Range<u64>) -> Result<Vec<u8>, EvidenceError> {
        self.go_to(body.start)?;
        (body.start..body.end).map(|_| self.u8()).collect()
    }

    /// The next bytes, without moving.
    pub(super) fn peek<const N: usize>(&mut self) -> Result<[u8; N], EvidenceError> {
        let place = self.position();
        let mut bytes = [0; N];
        for byte in &mut bytes {
            *byte = self.u8()?;
        }
        self.go_to(place)?;
        Ok(bytes)
    }

    /// Reads up to and including the next marker; fill bytes and stray bytes before it are passed over.
    pub(super) fn next_marker(&mut self) -> Result<u8, EvidenceError> {
        loop {
            self.skip_to_ff()?;
            self.u8()?;
            let code = loop {
                match self.u8()? {
                    0xFF => {}
                    code => break code,
                }
            };
            if code != 0 {
                return Ok(code);
            }
        }
    }

    fn skip_to_ff(&mut self) -> Result<(), EvidenceError> {
        loop {
            if let Some(found) = memchr::memchr(0xFF, self.window.get(self.at..).unwrap_or_default()) {
                self.at += found;
                return Ok(());
            }
            self.at = self.window.len();
            self.refill()?;
        }
    }

    /// Passes over entropy-coded data, restart markers included, and stops before the marker that ends it.
    pub(super) fn skip_scan_data(&mut self) -> Result<(), EvidenceError> {
        loop {
            self.skip_to_ff()?;
            let start = self.position();
            self.u8()?;
            match self.u8()? {
                0x00 | 0xD0..=0xD7 => {}
                // The second FF may itself begin a marker.
                0xFF => self.go_to(start + 1)?,
                _ => return self.go_to(start),
            }
        }
    }
}

/// Whether a table segment is filled by its tables, with no room left for anything else.
pub(super) fn tables_fill(code: u8, data: &[u8]) -> bool {
    match code {
        marker::DRI => data.len() == 2,
        marker::DQT => {
            let mut rest = data;
            while let [head, ..] = rest {
                let size = if head >> 4 == 0 { 65 } else { 129 };
                match rest.get(size..) {
                    Some(next) => rest = next,
                    None => return false,
                }
            }
            true
        }
        _ => {
            let mut rest = data;
            while !rest.is_empty() {
                let Some(counts) = rest.get(1..17) else { return false };
                let symbols: usize = counts.iter().map(|&n| usize::from(n)).sum();
                match rest.get(17 + symbols..) {
                    Some(next) => rest = next,
                    None => return false,
                }
            }
            true
        }
    }
}
