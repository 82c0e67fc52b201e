//! How long work tells of its progress and asks whether to go on. The waiting side (window, terminal) implements it.

/// One glance at long work.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Progress<'a> {
    /// Locale key of what is being done, e.g. `job-hashing`.
    pub what: &'a str,
    /// Name of the item at hand, for people; may be empty.
    pub item: &'a str,
    /// Units done (bytes or items; the same unit as `total`).
    pub done: u64,
    /// Units altogether; 0 while unknown.
    pub total: u64,
}

/// Whoever waits for long work.
pub trait Watcher: Sync {
    /// Called often; implementations throttle.
    fn progress(&self, progress: &Progress<'_>);
    /// Asked between units of work; once true, the work stops and leaves nothing half done.
    fn cancelled(&self) -> bool;
}

/// Nobody waits and nobody cancels.
#[derive(Debug, Clone, Copy, Default)]
pub struct Unwatched;

impl Watcher for Unwatched {
    fn progress(&self, _: &Progress<'_>) {}
    fn cancelled(&self) -> bool {
        false
    }
}
