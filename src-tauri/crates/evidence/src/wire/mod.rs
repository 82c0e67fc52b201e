//! How the program and its decoding workers talk: frames of a fixed head, a few facts and one run of plain bytes.
//!
//! Both ends distrust each other's numbers: every length is checked against a limit before anything is read, and no
//! memory is taken for bytes that have not come. Nothing here decodes content or starts a process.

mod answers;
mod asks;
mod faults;
mod hello;
mod line;
mod packed;

pub(crate) use hello::Hello;
pub(crate) use line::{AnswerEnd, AskEnd, WorkerLine, start};

use std::io::{self, Read, Write};

/// Raised when the frames or their contents change, so that two builds never misread each other.
pub(crate) const VERSION: u16 = 1;

const MAGIC: [u8; 4] = *b"RCDW";
/// Magic and two lengths.
const HEAD: usize = 12;
/// Most bytes of facts in a frame.
const MAX_FACTS: usize = 4 << 20;
/// Most plain bytes in a frame: a picture of the largest size that is decoded, and a little.
const MAX_BLOB: usize = 320_000_000;

/// One message.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Frame {
    pub(crate) facts: Vec<u8>,
    pub(crate) blob: Vec<u8>,
}

/// The bytes on the line make no sense.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Garbled;

fn head(facts: usize, blob: usize) -> io::Result<[u8; HEAD]> {
    if facts > MAX_FACTS || blob > MAX_BLOB {
        return Err(io::ErrorKind::FileTooLarge.into());
    }
    let length = |n: usize| u32::try_from(n).map_err(|_| io::Error::from(io::ErrorKind::FileTooLarge));
    let mut head = [0; HEAD];
    head[..4].copy_from_slice(&MAGIC);
    head[4..8].copy_from_slice(&length(facts)?.to_le_bytes());
    head[8..].copy_from_slice(&length(blob)?.to_le_bytes());
    Ok(head)
}

/// Lengths of facts and blob.
fn lengths(head: [u8; HEAD]) -> io::Result<(usize, usize)> {
    let [m0, m1, m2, m3, f0, f1, f2, f3, b0, b1, b2, b3] = head;
    let facts = u32::from_le_bytes([f0, f1, f2, f3]) as usize;
    let blob = u32::from_le_bytes([b0, b1, b2, b3]) as usize;
    if [m0, m1, m2, m3] != MAGIC || facts > MAX_FACTS || blob > MAX_BLOB {
        return Err(io::ErrorKind::InvalidData.into());
    }
    Ok((facts, blob))
}

/// Puts a frame on the line.
pub(crate) fn write(to: &mut impl Write, facts: &[u8], blob: &[u8]) -> io::Result<()> {
    to.write_all(&head(facts.len(), blob.len())?)?;
    to.write_all(facts)?;
    to.write_all(blob)?;
    to.flush()
}

/// Takes a frame from the line.
pub(crate) fn read(from: &mut impl Read) -> io::Result<Frame> {
    let mut head = [0; HEAD];
    from.read_exact(&mut head)?;
    let (facts, blob) = lengths(head)?;
    Ok(Frame { facts: exactly(from, facts)?, blob: exactly(from, blob)? })
}

/// So many bytes; memory grows only as they come.
fn exactly(from: &mut impl Read, length: usize) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    from.take(length as u64).read_to_end(&mut bytes)?;
    if bytes.len() == length { Ok(bytes) } else { Err(io::ErrorKind::UnexpectedEof.into()) }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::expect_used)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn frames_survive_the_line(
            facts in proptest::collection::vec(any::<u8>(), 0..300),
            blob in proptest::collection::vec(any::<u8>(), 0..3_000),
        ) {
            let mut line = Vec::new();
            write(&mut line, &facts, &blob).unwrap();
            prop_assert_eq!(read(&mut line.as_slice()).unwrap(), Frame { facts, blob });
            line.pop();
            prop_assert!(read(&mut line.as_slice()).is_err());
        }

        #[test]
        fn no_bytes_make_the_reader_lose_its_head(line in proptest::collection::vec(any::<u8>(), 0..200)) {
            let _ = read(&mut line.as_slice());
        }
    }

    #[test]
    fn lengths_beyond_the_limits_are_refused_before_anything_is_read() {
        let too_long = |facts: u32, blob: u32| {
            let head = [&MAGIC[..], &facts.to_le_bytes(), &blob.to_le_bytes()].concat();
            read(&mut head.as_slice()).unwrap_err().kind()
        };
        assert_eq!(too_long(u32::MAX, 0), io::ErrorKind::InvalidData);
        assert_eq!(too_long(0, u32::MAX), io::ErrorKind::InvalidData);
        assert_eq!(too_long(100, 0), io::ErrorKind::UnexpectedEof);
        assert!(write(&mut Vec::new(), &vec![0; MAX_FACTS + 1], &[]).is_err());
    }
}
