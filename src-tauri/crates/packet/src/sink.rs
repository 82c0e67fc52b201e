//! Where the bytes of a packet go: to the file in large pieces, and to be hashed in the same order.

use crate::hashing::{Hashing, PIECE};
use std::fs::File;
use std::io::{self, Write};
use std::thread::Scope;

/// Counts, hashes and writes.
pub(crate) struct Sink<'f> {
    file: &'f mut File,
    piece: Vec<u8>,
    at: u64,
    hashing: Hashing,
}

impl<'f> Sink<'f> {
    /// A sink with nothing in it.
    ///
    /// # Errors
    /// When the system gives no thread.
    pub(crate) fn open<'s>(file: &'f mut File, scope: &'s Scope<'s, '_>) -> io::Result<Self> {
        let hashing = Hashing::begin(scope)?;
        Ok(Self { file, piece: hashing.buffer(), at: 0, hashing })
    }

    /// Bytes taken so far.
    pub(crate) fn at(&self) -> u64 {
        self.at
    }

    /// SHA-256 of all bytes taken so far, which are in the file then.
    ///
    /// # Errors
    /// Whatever the file says.
    pub(crate) fn sum(&mut self) -> io::Result<[u8; 32]> {
        self.flush()?;
        self.hashing.sum()
    }
}

impl Write for Sink<'_> {
    fn write(&mut self, data: &[u8]) -> io::Result<usize> {
        if self.piece.len() >= PIECE {
            self.flush()?;
        }
        let count = data.len().min(PIECE - self.piece.len());
        self.piece.extend_from_slice(&data[..count]);
        self.at += u64::try_from(count).unwrap_or(0);
        Ok(count)
    }

    fn flush(&mut self) -> io::Result<()> {
        if self.piece.is_empty() {
            return Ok(());
        }
        self.file.write_all(&self.piece)?;
        let piece = std::mem::replace(&mut self.piece, self.hashing.buffer());
        self.hashing.take(piece)
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use sha2::{Digest, Sha256};
    use std::thread;

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(24))]
        #[test]
        fn file_count_and_hash_agree(lengths in proptest::collection::vec(0usize..700_000, 0..6)) {
            let mut file = tempfile::tempfile().unwrap();
            let mut wanted = Vec::new();
            let (sum, at) = thread::scope(|scope| {
                let mut sink = Sink::open(&mut file, scope).unwrap();
                for (index, length) in lengths.iter().enumerate() {
                    let data: Vec<u8> = (0..*length).map(|n| u8::try_from((n * 7 + index) % 251).unwrap()).collect();
                    sink.write_all(&data).unwrap();
                    wanted.extend(data);
                }
                (sink.sum().unwrap(), sink.at())
            });
            let mut written = Vec::new();
            io::Seek::rewind(&mut file).unwrap();
            io::Read::read_to_end(&mut file, &mut written).unwrap();
            prop_assert_eq!(sum, <[u8; 32]>::from(Sha256::digest(&wanted)));
            prop_assert_eq!(at, wanted.len() as u64);
            prop_assert!(written == wanted);
        }
    }
}
