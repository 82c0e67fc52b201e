//! Workers at rest, and how many there are at all.

use super::launch::Launch;
use super::member::Member;
use crate::error::EvidenceError;
use recourse_domain::Watcher;
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

/// How often those who wait for a worker ask whether to go on waiting.
const TICK: Duration = Duration::from_millis(100);

pub(super) struct Pool {
    /// None when this program cannot be started as a worker.
    launch: Option<Launch>,
    most: usize,
    state: Mutex<State>,
    freed: Condvar,
}

#[derive(Default)]
struct State {
    resting: Vec<Member>,
    /// Workers out at work or being started.
    out: usize,
}

impl Pool {
    pub(super) fn new(launch: Option<Launch>, most: usize) -> Self {
        Self { launch, most, state: Mutex::default(), freed: Condvar::new() }
    }

    pub(super) fn of_at_most(self, most: usize) -> Self {
        Self { most, ..self }
    }

    /// A worker at rest or a fresh one; waits when all are out.
    pub(super) fn take(&self, watch: &dyn Watcher) -> Result<Lent<'_>, EvidenceError> {
        let mut state = self.lock();
        while state.out >= self.most {
            if watch.cancelled() {
                return Err(EvidenceError::Cancelled);
            }
            state = self.freed.wait_timeout(state, TICK).unwrap_or_else(PoisonError::into_inner).0;
        }
        state.out += 1;
        let rested = state.resting.pop();
        drop(state);
        let mut lent = Lent { pool: self, member: rested };
        if lent.member.is_none() {
            let launch = self.launch.as_ref().ok_or(EvidenceError::DecoderMissing)?;
            lent.member = Some(Member::start(launch)?);
        }
        Ok(lent)
    }

    /// Lets a worker rest until it is needed again.
    pub(super) fn put_back(&self, mut lent: Lent<'_>) {
        if let Some(member) = lent.member.take().filter(|m| !m.has_earned_its_rest()) {
            self.lock().resting.push(member);
        }
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A worker that is out. One that is not put back is ended.
pub(super) struct Lent<'a> {
    pool: &'a Pool,
    member: Option<Member>,
}

impl Lent<'_> {
    /// The worker itself; it is there until it is put back.
    fn member(&self) -> Option<&Member> {
        self.member.as_ref()
    }

    pub(super) fn ask(
        &mut self,
        file: &std::fs::File,
        path: &std::path::Path,
        ask: &crate::door::Ask,
        wall: Duration,
        watch: &dyn Watcher,
    ) -> Result<Result<crate::door::Answer, EvidenceError>, super::member::Ended> {
        self.member.as_mut().map_or(Err(super::member::Ended::Died), |m| m.ask(file, path, ask, wall, watch))
    }

    pub(super) fn was_used_before(&self) -> bool {
        self.member().is_some_and(Member::was_used_before)
    }

    pub(super) fn bonds(&self) -> crate::worker::Bonds {
        self.member().map(Member::bonds).unwrap_or_default()
    }
}

impl Drop for Lent<'_> {
    fn drop(&mut self) {
        self.member = None;
        self.pool.lock().out -= 1;
        self.pool.freed.notify_one();
    }
}
