//! SHA-256 over a stream, a piece at a time.

use crate::error::EvidenceError;
use recourse_domain::Sha256Hex;
use sha2::{Digest, Sha256};
use std::io::{self, Read};

/// Bytes read and hashed at once.
pub(super) const CHUNK: usize = 256 << 10;

/// A hash in the making.
#[derive(Default)]
pub(super) struct Hashing(Sha256);

impl Hashing {
    pub(super) fn add(&mut self, bytes: &[u8]) {
        self.0.update(bytes);
    }

    pub(super) fn finish(self) -> Result<Sha256Hex, EvidenceError> {
        // 32 bytes in lower-case hexadecimal are always a valid hash.
        hex::encode(self.0.finalize())
            .parse()
            .map_err(|_| EvidenceError::VaultIo { doing: "hashing", source: io::ErrorKind::Other.into() })
    }
}

/// Fills the buffer as far as the stream goes; interrupted calls are made again.
pub(super) fn fill(reader: &mut dyn Read, buffer: &mut [u8]) -> Result<usize, EvidenceError> {
    let mut filled = 0;
    while filled < buffer.len() {
        match reader.read(&mut buffer[filled..]) {
            Ok(0) => break,
            Ok(n) => filled += n,
            Err(e) if e.kind() == io::ErrorKind::Interrupted => {}
            Err(e) => return Err(EvidenceError::Unreadable(e)),
        }
    }
    Ok(filled)
}

/// Hash of all that the stream gives; `each` sees every piece and may stop the work.
pub(super) fn hash_all(
    reader: &mut dyn Read,
    each: &mut dyn FnMut(&[u8]) -> Result<(), EvidenceError>,
) -> Result<Sha256Hex, EvidenceError> {
    let mut hashing = Hashing::default();
    let mut buffer = vec![0; CHUNK];
    loop {
        let n = fill(reader, &mut buffer)?;
        if n == 0 {
            return hashing.finish();
        }
        hashing.add(&buffer[..n]);
        each(&buffer[..n])?;
    }
}
