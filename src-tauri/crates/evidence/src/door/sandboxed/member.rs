//! One worker process, from its first words to its end. It is killed when this is dropped.

use super::launch::Launch;
use crate::door::{Answer, Ask};
use crate::error::EvidenceError;
use crate::wire::{self, AnswerEnd, AskEnd, Frame, Hello};
use crate::worker::Bonds;
use recourse_domain::Watcher;
use std::fs::File;
use std::path::Path;
use std::process::Child;
use std::sync::mpsc::{Receiver, RecvTimeoutError, sync_channel};
use std::thread;
use std::time::{Duration, Instant};

/// How often somebody is asked whether to go on.
const TICK: Duration = Duration::from_millis(50);
/// How long a program may take to start and say its first words.
const START: Duration = Duration::from_secs(20);
/// Questions after which a worker has earned its rest.
const MOST_QUESTIONS: u32 = 2_000;
/// Working time after which a worker has earned its rest: well below its limit of processor time.
const MOST_WORK: Duration = Duration::from_secs(200);

/// Why no answer came.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Ended {
    /// The worker ended, or said what makes no sense.
    Died,
    /// It took too long and was ended.
    TooSlow,
    /// Somebody called it off, and it was ended.
    Cancelled,
}

/// A running worker.
pub(super) struct Member {
    child: Child,
    asks: AskEnd,
    frames: Receiver<Frame>,
    bonds: Bonds,
    questions: u32,
    work: Duration,
    #[cfg(windows)]
    _job: win32job::Job,
}

impl Member {
    /// Starts a worker and waits for its first words.
    pub(super) fn start(launch: &Launch) -> Result<Self, EvidenceError> {
        let missing = |why: &dyn std::fmt::Display| {
            tracing::error!(%why, "no decoding worker");
            EvidenceError::DecoderMissing
        };
        let (child, asks, answers) = wire::start(&mut launch.command()).map_err(|e| missing(&e))?;
        #[cfg(windows)]
        let job = job_for(&child).map_err(|e| missing(&e))?;
        let mut member = Self {
            child,
            asks,
            frames: listen(answers).map_err(|e| missing(&e))?,
            bonds: Bonds::default(),
            questions: 0,
            work: Duration::ZERO,
            #[cfg(windows)]
            _job: job,
        };
        let hello = member.frames.recv_timeout(START).map_err(|_| missing(&"it said nothing"))?;
        let hello = Hello::unpack(&hello.facts).map_err(|_| missing(&"it is of another build"))?;
        member.bonds = hello.bonds;
        if member.bonds.limits || !cfg!(unix) {
            tracing::debug!(bonds = ?member.bonds, "a decoding worker began");
            Ok(member)
        } else {
            Err(missing(&"its limits could not be set"))
        }
    }

    pub(super) fn bonds(&self) -> Bonds {
        self.bonds
    }

    /// Whether the present question was not its first.
    pub(super) fn was_used_before(&self) -> bool {
        self.questions > 1
    }

    /// Whether it should not be asked again.
    pub(super) fn has_earned_its_rest(&self) -> bool {
        self.questions >= MOST_QUESTIONS || self.work >= MOST_WORK
    }

    /// Asks and waits. After an error the worker is of no use any more.
    pub(super) fn ask(
        &mut self,
        file: &File,
        path: &Path,
        ask: &Ask,
        wall: Duration,
        watch: &dyn Watcher,
    ) -> Result<Result<Answer, EvidenceError>, Ended> {
        self.questions += 1;
        let begun = Instant::now();
        self.asks.ask(file, path, &ask.pack()).map_err(|_| Ended::Died)?;
        let frame = loop {
            match self.frames.recv_timeout(TICK.min(wall)) {
                Ok(frame) => break frame,
                Err(RecvTimeoutError::Disconnected) => return Err(Ended::Died),
                Err(RecvTimeoutError::Timeout) if watch.cancelled() => return Err(Ended::Cancelled),
                Err(RecvTimeoutError::Timeout) if begun.elapsed() >= wall => return Err(Ended::TooSlow),
                Err(RecvTimeoutError::Timeout) => {}
            }
        };
        self.work += begun.elapsed();
        Answer::unpack(frame).map_err(|_| Ended::Died)
    }
}

impl Drop for Member {
    fn drop(&mut self) {
        // It may have ended by itself; either way it is waited for, so that nothing of it stays.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Takes frames from the line until it ends or makes no sense.
fn listen(mut answers: AnswerEnd) -> std::io::Result<Receiver<Frame>> {
    let (hand_on, frames) = sync_channel(1);
    thread::Builder::new().name("decoder-line".to_owned()).spawn(move || {
        while let Ok(frame) = wire::read(&mut answers) {
            if hand_on.send(frame).is_err() {
                break;
            }
        }
    })?;
    Ok(frames)
}

/// A job that ends the worker with the program and keeps its working set small.
#[cfg(windows)]
fn job_for(child: &Child) -> Result<win32job::Job, win32job::JobError> {
    use std::os::windows::io::AsRawHandle;
    let mut limits = win32job::ExtendedLimitInfo::new();
    let memory = usize::try_from(crate::worker::MEMORY).unwrap_or(usize::MAX);
    limits.limit_working_memory(1 << 20, memory).limit_kill_on_job_close();
    let job = win32job::Job::create_with_limit_info(&limits)?;
    job.assign_process(child.as_raw_handle() as isize)?;
    Ok(job)
}
