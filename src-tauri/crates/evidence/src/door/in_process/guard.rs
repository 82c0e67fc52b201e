//! Runs a decoder where it can do least harm inside this process: on a thread of its own with a deep stack, a time
//! limit, and panics turned into errors. A thread that ran over its time cannot be ended, only left behind; once a few
//! are left behind, further work is refused until they end.

use crate::door::ShortName;
use crate::error::EvidenceError;
use recourse_domain::MediaType;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::atomic::{AtomicU8, AtomicUsize, Ordering};
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

/// What a sound file never needs.
const LIMIT: Duration = Duration::from_secs(30);
/// Address space for the stack; touched only as far as it is used.
const STACK: usize = 256 << 20;
/// Threads that may be left behind before decoding is refused.
const MAX_LEFT_BEHIND: usize = 4;

static LEFT_BEHIND: AtomicUsize = AtomicUsize::new(0);

const RUNNING: u8 = 0;
const DONE: u8 = 1;
const ABANDONED: u8 = 2;

/// Runs `work` with every limit.
pub(super) fn guarded<T: Send + 'static>(
    media: MediaType,
    work: impl FnOnce() -> Result<T, EvidenceError> + Send + 'static,
) -> Result<T, EvidenceError> {
    within(LIMIT, &LEFT_BEHIND, media, work)
}

fn within<T: Send + 'static>(
    limit: Duration,
    left_behind: &'static AtomicUsize,
    media: MediaType,
    work: impl FnOnce() -> Result<T, EvidenceError> + Send + 'static,
) -> Result<T, EvidenceError> {
    let too_slow = EvidenceError::TooSlow { seconds: limit.as_secs() };
    if left_behind.load(Ordering::SeqCst) >= MAX_LEFT_BEHIND {
        return Err(too_slow);
    }
    let state = Arc::new(AtomicU8::new(RUNNING));
    let (answer, waiting) = mpsc::sync_channel(1);
    let theirs = Arc::clone(&state);
    thread::Builder::new()
        .name("recourse-decoder".to_owned())
        .stack_size(STACK)
        .spawn(move || {
            let result = catch_unwind(AssertUnwindSafe(work));
            if theirs.swap(DONE, Ordering::SeqCst) == ABANDONED {
                left_behind.fetch_sub(1, Ordering::SeqCst);
            }
            // Nobody may be waiting any more; then the result is not wanted.
            let _ = answer.send(result);
        })
        .map_err(EvidenceError::Unreadable)?;
    match waiting.recv_timeout(limit) {
        Ok(Ok(result)) => result,
        Ok(Err(_)) | Err(mpsc::RecvTimeoutError::Disconnected) => {
            Err(EvidenceError::damaged(media.short_name(), "the decoder gave up"))
        }
        Err(mpsc::RecvTimeoutError::Timeout) => {
            if state.compare_exchange(RUNNING, ABANDONED, Ordering::SeqCst, Ordering::SeqCst).is_ok() {
                left_behind.fetch_add(1, Ordering::SeqCst);
            }
            Err(too_slow)
        }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
mod tests {
    use super::*;
    use recourse_domain::Coded;

    #[test]
    fn a_panic_is_damage() {
        let result: Result<(), _> = guarded(MediaType::Pdf, || panic!("hostile content"));
        assert_eq!(result.unwrap_err().code(), "evidence-damaged");
    }

    #[test]
    fn deep_recursion_fits() {
        #[allow(clippy::cast_possible_truncation)]
        fn deep(n: u32) -> u32 {
            let ballast = [n as u8; 1024];
            if n == 0 { 0 } else { deep(n - 1).wrapping_add(u32::from(std::hint::black_box(ballast)[7])) }
        }
        guarded(MediaType::Pdf, || Ok(deep(20_000))).unwrap();
    }

    #[test]
    fn work_without_end_is_given_up_and_then_refused_until_it_ends() {
        // Apart from the real count, so that other tests are not refused meanwhile.
        static COUNT: AtomicUsize = AtomicUsize::new(0);
        let mut stuck = Vec::new();
        for _ in 0..MAX_LEFT_BEHIND {
            let (release, hold) = mpsc::channel::<()>();
            let (ended, wait_ended) = mpsc::channel::<()>();
            let result = within(Duration::ZERO, &COUNT, MediaType::Pdf, move || {
                let _ = hold.recv();
                drop(ended);
                Ok(())
            });
            assert_eq!(result.unwrap_err().code(), "evidence-too-slow");
            stuck.push((release, wait_ended));
        }
        assert_eq!(within(LIMIT, &COUNT, MediaType::Pdf, || Ok(())).unwrap_err().code(), "evidence-too-slow");
        for (release, wait_ended) in stuck {
            drop(release);
            let _ = wait_ended.recv();
        }
        // The count goes down right after each thread's work ended.
        while within(LIMIT, &COUNT, MediaType::Pdf, || Ok(())).is_err() {
            thread::yield_now();
        }
    }
}
