//! Answers for the window's tests, from the environment: a WebDriver reaches neither a file chooser nor a viewer.
//!
//! Compiled only with the feature `e2e`, never into a release.

use std::io::Write;
use std::path::{Path, PathBuf};

fn set(name: &str) -> Option<std::ffi::OsString> {
    std::env::var_os(name).filter(|value| !value.is_empty())
}

/// What the owner chooses: the paths in `RECOURSE_E2E_PICK`, one a line.
pub(crate) fn picked() -> Option<Vec<PathBuf>> {
    let paths = set("RECOURSE_E2E_PICK")?;
    Some(paths.to_string_lossy().lines().map(PathBuf::from).collect())
}

/// Where the owner saves: the path in `RECOURSE_E2E_SAVE`.
pub(crate) fn saved() -> Option<PathBuf> {
    set("RECOURSE_E2E_SAVE").map(PathBuf::from)
}

/// Writes what would be shown, as a line `open PATH` or `reveal PATH`, into the file that `RECOURSE_E2E_OPENED` names.
/// False when none is named.
pub(crate) fn noted(how: &str, file: &Path) -> bool {
    let Some(notes) = set("RECOURSE_E2E_OPENED") else { return false };
    let notes = std::fs::OpenOptions::new().create(true).append(true).open(notes);
    notes.and_then(|mut notes| writeln!(notes, "{how} {}", file.display())).is_ok()
}
