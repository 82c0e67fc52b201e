//! Where the bytes of a packet go: to the file in large pieces, and to a second thread that hashes them in the same
//! order. The order of work between the threads cannot show in the file.

use sha2::{Digest, Sha256};
use std::fs::File;
use std::io::{self, Write};
use std::sync::mpsc::{Receiver, Sender, SyncSender, channel, sync_channel};
use std::thread::{self, Scope};

/// Bytes that are written and hashed at once.
const PIECE: usize = 1 << 18;
/// Pieces that may wait to be hashed.
const WAITING: usize = 8;

enum Order {
    Hash(Vec<u8>),
    Tell(SyncSender<[u8; 32]>),
}

/// Counts, hashes and writes.
pub(crate) struct Sink<'f> {
    file: &'f mut File,
    piece: Vec<u8>,
    at: u64,
    orders: SyncSender<Order>,
    hashed: Receiver<Vec<u8>>,
}

impl<'f> Sink<'f> {
    /// A sink whose hashing thread ends with it.
    ///
    /// # Errors
    /// When the system gives no thread.
    pub(crate) fn open<'s>(file: &'f mut File, scope: &'s Scope<'s, '_>) -> io::Result<Self> {
        let (orders, taken) = sync_channel(WAITING);
        let (done, hashed) = channel();
        thread::Builder::new().name("packet-hash".to_owned()).spawn_scoped(scope, move || hash(&taken, &done))?;
        Ok(Self { file, piece: Vec::with_capacity(PIECE), at: 0, orders, hashed })
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
        let (reply, answer) = sync_channel(1);
        self.orders.send(Order::Tell(reply)).map_err(io::Error::other)?;
        answer.recv().map_err(io::Error::other)
    }
}

impl Write for Sink<'_> {
    fn write(&mut self, data: &[u8]) -> io::Result<usize> {
        if self.piece.len() == PIECE {
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
        let next = self.hashed.try_recv().unwrap_or_else(|_| Vec::with_capacity(PIECE));
        let piece = std::mem::replace(&mut self.piece, next);
        self.orders.send(Order::Hash(piece)).map_err(io::Error::other)
    }
}

fn hash(orders: &Receiver<Order>, done: &Sender<Vec<u8>>) {
    let mut hasher = Sha256::new();
    for order in orders {
        match order {
            Order::Hash(mut piece) => {
                hasher.update(&piece);
                piece.clear();
                // Nobody takes pieces back any more once the sink is gone.
                let _ = done.send(piece);
            }
            Order::Tell(reply) => {
                let _ = reply.send(hasher.clone().finalize().into());
            }
        }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use proptest::prelude::*;

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
