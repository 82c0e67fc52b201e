//! What holds a worker. Each bond is put on by the worker itself, before any foreign byte is read.

#[cfg(unix)]
mod limits;
#[cfg(target_os = "linux")]
mod linux;

/// Memory that a worker may hold, in bytes.
pub(crate) const MEMORY: u64 = 512 << 20;
/// Processor time that a worker may use in its whole life, in seconds. It is retired well before.
pub(crate) const CPU_SECONDS: u64 = 300;

/// What holds a worker; what is false could not be put on here, and the check-up tells it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[allow(clippy::struct_excessive_bools, reason = "each bond is there or is not, independently")]
pub struct Bonds {
    /// Memory, processor time, open files and file size are limited.
    pub limits: bool,
    /// No program that is started can have more rights.
    pub no_new_rights: bool,
    /// No file can be opened, made or removed (Landlock).
    pub files: bool,
    /// No connection can be made or awaited (Landlock).
    pub network: bool,
    /// Only the system calls that decoding needs are let through (seccomp).
    pub calls: bool,
}

impl Bonds {
    /// Whether everything that this program can tie is tied.
    #[must_use]
    pub fn complete(&self) -> bool {
        *self == Self { limits: true, no_new_rights: true, files: true, network: true, calls: true }
    }
}

/// Ties the hands of the present process, for good, as far as the system can. Nothing but the descriptor `answers` can
/// be written to afterwards.
#[must_use]
pub fn tie(answers: i32) -> Bonds {
    tie_some(answers, true)
}

/// As [`tie`], but lets system calls through when `calls` is false, so that the other bonds can be put to the test.
#[must_use]
pub fn tie_some(answers: i32, calls: bool) -> Bonds {
    #[cfg(target_os = "linux")]
    let tied = linux::tie(answers, calls);
    #[cfg(all(unix, not(target_os = "linux")))]
    let tied = Bonds { limits: limits::set(), ..Bonds::default() };
    // On Windows the program puts its workers into a job, which ends them with the program and keeps them small, but
    // sets no hard limit: so none is claimed.
    #[cfg(not(unix))]
    let tied = Bonds::default();
    #[cfg(not(target_os = "linux"))]
    let _ = (answers, calls);
    tied
}
