//! Which program to start as a worker, and how: with an empty environment and nothing of ours but its line.

use crate::error::EvidenceError;
use crate::worker;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// The few variables a worker gets: where the system finds the program's own libraries.
const KEPT: [&str; 3] = ["LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "SystemRoot"];

/// How a worker is started.
#[derive(Debug, Clone)]
pub struct Launch {
    program: PathBuf,
    words: Vec<OsString>,
}

impl Launch {
    /// The running program itself, which must have called [`worker::enter_if_asked`].
    ///
    /// # Errors
    /// [`EvidenceError::DecoderMissing`] when it did not, or does not know where it lies.
    pub fn this_program() -> Result<Self, EvidenceError> {
        if !worker::can_be_started() {
            return Err(EvidenceError::DecoderMissing);
        }
        // Names the running program even after an update put another in its place.
        let running = Path::new("/proc/self/exe");
        let program = if cfg!(target_os = "linux") && running.exists() {
            running.to_owned()
        } else {
            std::env::current_exe().map_err(|_| EvidenceError::DecoderMissing)?
        };
        Ok(Self::program(program, [worker::HIDDEN_WORD.into()]))
    }

    /// Another program that serves as a worker when it is started with `words`.
    #[must_use]
    pub fn program(program: PathBuf, words: impl IntoIterator<Item = OsString>) -> Self {
        Self { program, words: words.into_iter().collect() }
    }

    pub(super) fn command(&self) -> Command {
        let mut command = Command::new(&self.program);
        command.args(&self.words).env_clear().stderr(Stdio::null());
        for name in KEPT {
            if let Some(value) = std::env::var_os(name) {
                command.env(name, value);
            }
        }
        // One heap for all threads: each further one would take a large part of the address space.
        command.env("MALLOC_ARENA_MAX", "1");
        #[cfg(unix)]
        {
            use std::os::unix::process::CommandExt;
            command.arg0("recourse-decoder").current_dir("/");
        }
        command
    }
}
