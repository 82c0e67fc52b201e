//! Why a task stopped, and what to do about it.

use std::fmt;

/// A task's end before its aim. Every trouble names the way out.
#[derive(Debug)]
pub(crate) struct Trouble {
    what: String,
    way_out: String,
}

impl Trouble {
    /// `what` happened, and the `way_out` as something to do or to type.
    pub(crate) fn new(what: impl Into<String>, way_out: impl Into<String>) -> Self {
        Self { what: what.into(), way_out: way_out.into() }
    }

    /// The trouble has been told already; what was printed last shall stay last.
    pub(crate) fn told() -> Self {
        Self::new("", "")
    }

    /// A file or folder that would not be read or written.
    pub(crate) fn file(path: &std::path::Path, error: &std::io::Error) -> Self {
        Self::new(format!("{}: {error}", path.display()), "Look at the folder's owner and free space, then try again.")
    }
}

impl fmt::Display for Trouble {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.what.is_empty() { Ok(()) } else { writeln!(f, "{}\n{}", self.what, self.way_out) }
    }
}
