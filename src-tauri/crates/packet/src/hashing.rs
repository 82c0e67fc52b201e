//! Hashing beside other work: a thread that takes pieces in order and tells the sum when asked. What it does can be
//! waited for, but its timing cannot show in any result.

use sha2::{Digest, Sha256};
use std::io;
use std::sync::mpsc::{Receiver, Sender, SyncSender, channel, sync_channel};
use std::thread::{self, Scope};

/// Bytes of a piece.
pub(crate) const PIECE: usize = 1 << 18;
/// Pieces that may wait to be hashed.
const WAITING: usize = 8;

enum Order {
    Hash(Vec<u8>),
    Tell(SyncSender<[u8; 32]>),
    Restart,
}

/// SHA-256 on a thread of its own, which ends with this.
pub(crate) struct Hashing {
    orders: SyncSender<Order>,
    hashed: Receiver<Vec<u8>>,
}

impl Hashing {
    /// Begins with nothing hashed.
    ///
    /// # Errors
    /// When the system gives no thread.
    pub(crate) fn begin<'s>(scope: &'s Scope<'s, '_>) -> io::Result<Self> {
        let (orders, taken) = sync_channel(WAITING);
        let (done, hashed) = channel();
        thread::Builder::new().name("packet-hash".to_owned()).spawn_scoped(scope, move || work(&taken, &done))?;
        Ok(Self { orders, hashed })
    }

    /// An empty buffer for a piece; one that was hashed already where there is one.
    pub(crate) fn buffer(&self) -> Vec<u8> {
        self.hashed.try_recv().unwrap_or_else(|_| Vec::with_capacity(PIECE))
    }

    /// Adds a piece.
    ///
    /// # Errors
    /// When the thread is gone.
    pub(crate) fn take(&self, piece: Vec<u8>) -> io::Result<()> {
        self.orders.send(Order::Hash(piece)).map_err(io::Error::other)
    }

    /// The hash of everything so far.
    ///
    /// # Errors
    /// When the thread is gone.
    pub(crate) fn sum(&self) -> io::Result<[u8; 32]> {
        let (reply, answer) = sync_channel(1);
        self.orders.send(Order::Tell(reply)).map_err(io::Error::other)?;
        answer.recv().map_err(io::Error::other)
    }

    /// Begins anew.
    ///
    /// # Errors
    /// When the thread is gone.
    pub(crate) fn restart(&self) -> io::Result<()> {
        self.orders.send(Order::Restart).map_err(io::Error::other)
    }
}

fn work(orders: &Receiver<Order>, done: &Sender<Vec<u8>>) {
    let mut hasher = Sha256::new();
    for order in orders {
        match order {
            Order::Hash(mut piece) => {
                hasher.update(&piece);
                piece.clear();
                // Nobody takes buffers back any more once the other side is gone.
                let _ = done.send(piece);
            }
            Order::Tell(reply) => {
                let _ = reply.send(hasher.clone().finalize().into());
            }
            Order::Restart => hasher = Sha256::new(),
        }
    }
}
