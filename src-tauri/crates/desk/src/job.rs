//! Calling off long work.

use recourse_domain::{Progress, Watcher};
use tokio_util::sync::CancellationToken;

/// Shared between whoever may call work off and the work itself.
#[derive(Debug, Clone, Default)]
pub struct CancelFlag(CancellationToken);

impl CancelFlag {
    /// Calls it off; the work stops at its next safe point.
    pub fn cancel(&self) {
        self.0.cancel();
    }

    /// Whether it was called off.
    #[must_use]
    pub fn is_cancelled(&self) -> bool {
        self.0.is_cancelled()
    }
}

/// A flag and a listener made into the watcher that the rooms below ask.
pub struct WatchedJob<F> {
    flag: CancelFlag,
    listener: F,
}

impl<F: Fn(&Progress<'_>) + Sync> WatchedJob<F> {
    /// Work that can be called off through `flag` and tells `listener` of its progress.
    pub fn new(flag: CancelFlag, listener: F) -> Self {
        Self { flag, listener }
    }
}

impl<F: Fn(&Progress<'_>) + Sync> Watcher for WatchedJob<F> {
    fn progress(&self, progress: &Progress<'_>) {
        (self.listener)(progress);
    }
    fn cancelled(&self) -> bool {
        self.flag.is_cancelled()
    }
}

impl<F> std::fmt::Debug for WatchedJob<F> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("WatchedJob").field("flag", &self.flag).finish_non_exhaustive()
    }
}
