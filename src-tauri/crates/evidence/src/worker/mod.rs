//! The decoding worker: this very program, started once more with one hidden word, with its hands tied.
//!
//! Why the same program and not one beside it: it is always there, always of the same build, and no folder has to be
//! searched for it, in which somebody could have put another. On Linux it is started through `/proc/self/exe`, which
//! still names the running program after an update replaced it on disk. The command line, the window and tests all
//! start it in the same way: their `main` calls [`enter_if_asked`] before anything else.
//!
//! A worker ties its own hands before it takes the first question: limits for memory, processor time, open files and
//! file size; no new rights; on Linux no file, no network (Landlock) and only the system calls that decoding needs
//! (seccomp). It gets files as open descriptors, answers with plain facts and pixels, and ends when its program does.
//! What could not be tied is told in its first words, and the check-up shows it: never passed over in silence.
//!
//! The parent-death signal of Linux is not used: it follows the thread that started the worker, not the program. A
//! worker instead reads its line all the time, also while it decodes, and ends at once when the other end is gone.
//!
//! Nothing here decides about evidence; nothing here may run in the program itself.

mod bonds;
mod serve;

#[cfg(windows)]
pub(crate) use bonds::MEMORY;
pub use bonds::{Bonds, tie, tie_some};
pub use serve::{serve, serve_as};

use crate::door::InProcess;
use std::ffi::OsStr;
use std::sync::atomic::{AtomicBool, Ordering};

/// The hidden word that turns the program into a worker.
pub const HIDDEN_WORD: &str = "decoding-worker";

/// Whether this program's `main` gives workers a chance to begin.
static ABLE: AtomicBool = AtomicBool::new(false);

/// To be called first in `main`. Serves and ends the process when the program was started as a worker; otherwise only
/// remembers that it can be. `decoder` is asked for in a worker only.
pub fn enter_if_asked(decoder: impl FnOnce() -> InProcess) {
    if std::env::args_os().nth(1).as_deref() == Some(OsStr::new(HIDDEN_WORD)) {
        let ended = serve(decoder());
        std::process::exit(ended);
    }
    ABLE.store(true, Ordering::SeqCst);
}

/// Whether [`enter_if_asked`] was called.
pub(crate) fn can_be_started() -> bool {
    ABLE.load(Ordering::SeqCst)
}
