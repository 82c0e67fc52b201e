//! Showing a packet in the system's own viewer or folder window.
//!
//! Only for files that this program made itself; the caller gets their paths from the desk, by identifier.

use crate::error::ShellError;
use std::path::Path;

/// Opens the file with whatever program the system has for it.
pub(crate) fn open(file: &Path) -> Result<(), ShellError> {
    #[cfg(feature = "e2e")]
    if crate::e2e::noted("open", file) {
        return Ok(());
    }
    tauri_plugin_opener::open_path(file, None::<&str>).map_err(|error| missing(&error))
}

/// Shows the file in its folder.
pub(crate) fn reveal(file: &Path) -> Result<(), ShellError> {
    #[cfg(feature = "e2e")]
    if crate::e2e::noted("reveal", file) {
        return Ok(());
    }
    tauri_plugin_opener::reveal_item_in_dir(file).map_err(|error| missing(&error))
}

fn missing(error: &tauri_plugin_opener::Error) -> ShellError {
    ShellError::ViewerMissing(error.to_string())
}
