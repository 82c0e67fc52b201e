//! The door of the app: a small pool of decoding workers, each a process of its own with its hands tied.
//!
//! A worker that dies is replaced. A file that ends a fresh worker is to blame and refused with a reason; a worker that
//! was in use before may have died of old age, so its file gets a second, fresh one. Nothing is decoded here, and there
//! is no way round: when no worker can be started, nothing is opened.

mod launch;
mod member;
mod pool;

pub use launch::Launch;

use super::{Answer, Ask, Door};
use crate::error::EvidenceError;
use crate::source;
use crate::worker::Bonds;
use member::Ended;
use pool::Pool;
use recourse_domain::{Unwatched, Watcher};
use std::path::Path;
use std::time::Duration;

/// Largest file that is handed to a worker, in bytes. It is read into the worker's memory in part or whole.
const MAX_FILE: u64 = 512 << 20;
/// What a sound file never needs.
const WALL: Duration = Duration::from_secs(30);
/// Most workers at a time.
const MOST: usize = 4;

/// Decodes in worker processes.
pub struct Sandboxed {
    pool: Pool,
    wall: Duration,
}

impl Sandboxed {
    /// A door whose workers are the running program itself, which must have called
    /// [`crate::worker::enter_if_asked`] first; if it did not, every question is answered with
    /// [`EvidenceError::DecoderMissing`].
    #[must_use]
    pub fn of_this_program() -> Self {
        Self::started_by(Launch::this_program().ok())
    }

    /// A door whose workers are started as `launch` says. None is started before there is something to decode.
    #[must_use]
    pub fn new(launch: Launch) -> Self {
        Self::started_by(Some(launch))
    }

    fn started_by(launch: Option<Launch>) -> Self {
        let workers = std::thread::available_parallelism().map_or(1, std::num::NonZero::get).min(MOST);
        Self { pool: Pool::new(launch, workers), wall: WALL }
    }

    /// The same door with another limit for the time one question may take.
    #[must_use]
    pub fn with_time_limit(self, wall: Duration) -> Self {
        Self { wall, ..self }
    }

    /// The same door with another number of workers at most.
    #[must_use]
    pub fn with_workers(self, most: usize) -> Self {
        Self { pool: self.pool.of_at_most(most.max(1)), ..self }
    }
}

impl Door for Sandboxed {
    fn ask(&self, path: &Path, ask: &Ask, watch: &dyn Watcher) -> Result<Answer, EvidenceError> {
        loop {
            // Opened anew for each worker: with the descriptor they would also share how far it was read.
            let file = source::open_plain(path)?;
            if file.metadata().map_err(EvidenceError::Unreadable)?.len() > MAX_FILE {
                return Err(EvidenceError::TooLarge { limit: MAX_FILE });
            }
            let mut member = self.pool.take(watch)?;
            match member.ask(&file, path, ask, self.wall, watch) {
                Ok(answer) => {
                    self.pool.put_back(member);
                    return answer;
                }
                Err(Ended::Died) if member.was_used_before() => {
                    tracing::info!("a decoding worker ended; the file gets a fresh one");
                }
                Err(Ended::Died) => {
                    tracing::warn!(media = ask.media().as_str(), "a file ended its decoding worker");
                    return Err(EvidenceError::DecoderDied);
                }
                Err(Ended::TooSlow) => return Err(EvidenceError::TooSlow { seconds: self.wall.as_secs() }),
                Err(Ended::Cancelled) => return Err(EvidenceError::Cancelled),
            }
        }
    }

    fn bonds(&self) -> Result<Option<Bonds>, EvidenceError> {
        let member = self.pool.take(&Unwatched)?;
        let bonds = member.bonds();
        self.pool.put_back(member);
        Ok(Some(bonds))
    }
}

impl std::fmt::Debug for Sandboxed {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Sandboxed").field("wall", &self.wall).finish_non_exhaustive()
    }
}
