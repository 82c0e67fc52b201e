//! Which encoding a text is in, decided by the whole of it and never by likelihood, and its bytes as UTF-8.

use super::refusal::ImportError;
use super::source::Source;
use encoding_rs::{CoderResult, Decoder, DecoderResult, Encoding, GB18030, UTF_8, UTF_16BE, UTF_16LE};
use recourse_domain::Watcher;
use sha2::{Digest, Sha256};
use std::io::{self, BufRead, Read};

const BLOCK: usize = 256 * 1024;

/// What was learnt of a text by reading it once.
#[derive(Debug, Clone)]
pub(crate) struct Survey {
    pub(crate) encoding: &'static Encoding,
    pub(crate) sha256: String,
    pub(crate) bytes: u64,
    /// The text ends inside a character: the download was cut off.
    pub(crate) cut_off: bool,
}

/// Reads the whole text once: hash, size, encoding.
pub(crate) fn survey(source: &Source, known_hash: Option<&str>, watch: &dyn Watcher) -> Result<Survey, ImportError> {
    let head = source.head(4)?;
    let by_mark = match head.as_slice() {
        [0xFF, 0xFE, ..] => Some(UTF_16LE),
        [0xFE, 0xFF, ..] => Some(UTF_16BE),
        _ => None,
    };
    let mut hash = Sha256::new();
    let mut utf8 = Utf8Check::default();
    let (mut bytes, mut nul) = (0_u64, false);
    let mut block = vec![0_u8; BLOCK];
    let mut reader = source.open()?;
    loop {
        let n = reader.read(&mut block)?;
        if n == 0 {
            break;
        }
        if watch.cancelled() {
            return Err(ImportError::Cancelled);
        }
        if known_hash.is_none() {
            hash.update(&block[..n]);
        }
        utf8.feed(&block[..n]);
        nul |= by_mark.is_none() && memchr::memchr(0, &block[..n]).is_some();
        bytes += n as u64;
    }
    let sha256 = known_hash.map_or_else(|| hex::encode(hash.finalize()), str::to_owned);
    if nul {
        return Err(ImportError::NotText);
    }
    let done = |encoding, cut_off| Survey { encoding, sha256: sha256.clone(), bytes, cut_off };
    if let Some(encoding) = by_mark {
        return Ok(done(encoding, false));
    }
    match utf8.verdict() {
        Verdict::Whole => Ok(done(UTF_8, false)),
        Verdict::CutOff => Ok(done(UTF_8, true)),
        Verdict::Broken { line } => match first_fault(source, GB18030, watch)? {
            Verdict::Whole => Ok(done(GB18030, false)),
            Verdict::CutOff => Ok(done(GB18030, true)),
            Verdict::Broken { line: other } => Err(ImportError::EncodingMixed { line: line.max(other) }),
        },
    }
}

enum Verdict {
    Whole,
    CutOff,
    Broken { line: u32 },
}

/// Strict UTF-8 over blocks that may end inside a character.
#[derive(Default)]
struct Utf8Check {
    carry: Vec<u8>,
    lines: u32,
    broken: Option<u32>,
}

impl Utf8Check {
    fn feed(&mut self, block: &[u8]) {
        if self.broken.is_some() {
            return;
        }
        let mut rest = block;
        while !self.carry.is_empty() && !rest.is_empty() {
            self.carry.push(rest[0]);
            rest = &rest[1..];
            match std::str::from_utf8(&self.carry) {
                Ok(_) => self.carry.clear(),
                Err(e) if e.error_len().is_none() && e.valid_up_to() == 0 => {}
                Err(_) => {
                    self.broken = Some(self.lines + 1);
                    return;
                }
            }
        }
        match std::str::from_utf8(rest) {
            Ok(_) => self.lines += newlines(rest),
            Err(e) => {
                self.lines += newlines(&rest[..e.valid_up_to()]);
                if e.error_len().is_some() {
                    self.broken = Some(self.lines + 1);
                } else {
                    self.carry.extend_from_slice(&rest[e.valid_up_to()..]);
                }
            }
        }
    }

    fn verdict(&self) -> Verdict {
        match self.broken {
            Some(line) => Verdict::Broken { line },
            None if self.carry.is_empty() => Verdict::Whole,
            None => Verdict::CutOff,
        }
    }
}

fn newlines(bytes: &[u8]) -> u32 {
    u32::try_from(memchr::memchr_iter(b'\n', bytes).count()).unwrap_or(u32::MAX)
}

fn first_fault(source: &Source, encoding: &'static Encoding, watch: &dyn Watcher) -> Result<Verdict, ImportError> {
    let mut decoder = encoding.new_decoder_without_bom_handling();
    let mut block = vec![0_u8; BLOCK];
    let mut out = vec![0_u8; BLOCK * 3];
    let mut reader = source.open()?;
    let mut lines = 0;
    loop {
        let n = reader.read(&mut block)?;
        if watch.cancelled() {
            return Err(ImportError::Cancelled);
        }
        let mut from = 0;
        loop {
            let (result, read, written) = decoder.decode_to_utf8_without_replacement(&block[from..n], &mut out, n == 0);
            lines += newlines(&out[..written]);
            from += read;
            match result {
                DecoderResult::InputEmpty => break,
                DecoderResult::OutputFull => {}
                DecoderResult::Malformed(..) if n == 0 => return Ok(Verdict::CutOff),
                DecoderResult::Malformed(..) => return Ok(Verdict::Broken { line: lines + 1 }),
            }
        }
        if n == 0 {
            return Ok(Verdict::Whole);
        }
    }
}

/// The text as UTF-8.
pub(crate) fn decoded(source: &Source, encoding: &'static Encoding) -> io::Result<Box<dyn BufRead + Send>> {
    let reader = source.open()?;
    if encoding == UTF_8 {
        return Ok(Box::new(io::BufReader::with_capacity(BLOCK, reader)));
    }
    Ok(Box::new(Decoding {
        reader,
        decoder: encoding.new_decoder(),
        block: vec![0; BLOCK],
        out: vec![0; BLOCK * 3],
        at: 0,
        end: 0,
        ended: false,
    }))
}

struct Decoding {
    reader: Box<dyn super::source::Bytes>,
    decoder: Decoder,
    block: Vec<u8>,
    out: Vec<u8>,
    at: usize,
    end: usize,
    ended: bool,
}

impl BufRead for Decoding {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        while self.at == self.end && !self.ended {
            let n = self.reader.read(&mut self.block)?;
            self.ended = n == 0;
            // Three bytes of room for each that comes in: the output is never full.
            let (result, _, written, _) = self.decoder.decode_to_utf8(&self.block[..n], &mut self.out, n == 0);
            debug_assert_eq!(result, CoderResult::InputEmpty);
            (self.at, self.end) = (0, written);
        }
        Ok(&self.out[self.at..self.end])
    }
    fn consume(&mut self, amount: usize) {
        self.at = (self.at + amount).min(self.end);
    }
}

impl Read for Decoding {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let have = self.fill_buf()?;
        let n = have.len().min(into.len());
        into[..n].copy_from_slice(&have[..n]);
        self.consume(n);
        Ok(n)
    }
}
