//! Long work in progress: each under the name its caller gave it, so that it can be called off.
//!
//! A job is on the list from its beginning until it is dropped, however it ends.

use crate::error::ShellError;
use recourse_desk::dto::JobProgress;
use recourse_desk::{CancelFlag, Progress};
use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

/// Progress is told at most this often.
const BETWEEN_GLANCES: Duration = Duration::from_millis(100);
/// Longest name of a job, in characters.
const LONGEST_NAME: usize = 64;

/// The jobs that are running.
#[derive(Debug, Clone, Default)]
pub(crate) struct Jobs(Arc<Mutex<HashMap<String, CancelFlag>>>);

/// A job that is running; off the list when dropped.
#[derive(Debug)]
pub(crate) struct Job {
    jobs: Jobs,
    name: String,
    /// Raised when the job is called off.
    pub(crate) flag: CancelFlag,
}

impl Jobs {
    fn lock(&self) -> MutexGuard<'_, HashMap<String, CancelFlag>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Puts a job on the list under a name of 1 to 64 characters that no running job has.
    pub(crate) fn begin(&self, name: String) -> Result<Job, ShellError> {
        if name.is_empty() || name.chars().count() > LONGEST_NAME {
            return Err(ShellError::JobUnreadable);
        }
        let flag = CancelFlag::default();
        let mut running = self.lock();
        if running.contains_key(&name) {
            return Err(ShellError::JobRunning);
        }
        running.insert(name.clone(), flag.clone());
        drop(running);
        Ok(Job { jobs: self.clone(), name, flag })
    }

    /// Calls a job off. One that has just ended is no error: whoever pressed Cancel could not know.
    pub(crate) fn cancel(&self, name: &str) {
        if let Some(flag) = self.lock().get(name) {
            flag.cancel();
        }
    }

    /// Calls all jobs off.
    pub(crate) fn cancel_all(&self) {
        self.lock().values().for_each(CancelFlag::cancel);
    }
}

impl Drop for Job {
    fn drop(&mut self) {
        self.jobs.lock().remove(&self.name);
    }
}

/// Lets a glance at progress through, then none for a while.
#[derive(Debug, Default)]
pub(crate) struct Throttle(Mutex<Option<Instant>>);

impl Throttle {
    /// Whether what happens at `now` is to be told.
    pub(crate) fn lets_through(&self, now: Instant) -> bool {
        let mut last = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let due = last.is_none_or(|last| now.saturating_duration_since(last) >= BETWEEN_GLANCES);
        if due {
            *last = Some(now);
        }
        due
    }
}

/// The document of a glance.
pub(crate) fn glance(progress: &Progress<'_>) -> JobProgress {
    JobProgress {
        what: progress.what.to_owned(),
        item: progress.item.to_owned(),
        done: progress.done,
        total: progress.total,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use recourse_desk::Coded;

    #[test]
    fn a_job_is_called_off_by_its_name_and_no_other() {
        let jobs = Jobs::default();
        let (one, two) = (jobs.begin("1".to_owned()).unwrap(), jobs.begin("2".to_owned()).unwrap());
        jobs.cancel("1");
        assert!(one.flag.is_cancelled());
        assert!(!two.flag.is_cancelled());
        jobs.cancel("no such job");
        jobs.cancel_all();
        assert!(two.flag.is_cancelled());
    }

    #[test]
    fn a_name_is_free_again_once_its_job_has_ended_even_by_panic() {
        let jobs = Jobs::default();
        let job = jobs.begin("build".to_owned()).unwrap();
        assert_eq!(jobs.begin("build".to_owned()).unwrap_err().code(), "job-running");
        drop(job);
        let again = jobs.clone();
        let panicked = std::panic::catch_unwind(move || {
            let job = again.begin("build".to_owned()).unwrap();
            assert!(job.name.is_empty(), "the work fails here");
        });
        assert!(panicked.is_err());
        let next = jobs.begin("build".to_owned()).unwrap();
        assert!(!next.flag.is_cancelled(), "a new job does not inherit an old flag");
    }

    #[test]
    fn a_name_has_1_to_64_characters() {
        let jobs = Jobs::default();
        assert_eq!(jobs.begin(String::new()).unwrap_err().code(), "job-unreadable");
        assert_eq!(jobs.begin("申".repeat(65)).unwrap_err().code(), "job-unreadable");
        assert!(jobs.begin("申".repeat(64)).is_ok());
    }

    #[test]
    fn progress_is_told_at_most_every_100_ms() {
        let throttle = Throttle::default();
        let begin = Instant::now();
        let told: Vec<u64> =
            (0..=350).step_by(10).filter(|ms| throttle.lets_through(begin + Duration::from_millis(*ms))).collect();
        assert_eq!(told, [0, 100, 200, 300]);
    }
}
