//! Writing a file so that it is whole or as it was.

use crate::error::DeskError;
use std::path::Path;

/// Copies a file.
///
/// # Errors
/// [`DeskError::Write`]; then the target is as it was.
pub(crate) fn copy(from: &Path, to: &Path) -> Result<(), DeskError> {
    put(to, |part| std::fs::copy(from, part).map(drop))
}

/// Writes bytes.
///
/// # Errors
/// [`DeskError::Write`]; then the target is as it was.
pub(crate) fn write(bytes: &[u8], to: &Path) -> Result<(), DeskError> {
    put(to, |part| std::fs::write(part, bytes))
}

/// Makes it beside the target, syncs and renames.
fn put(to: &Path, make: impl FnOnce(&Path) -> std::io::Result<()>) -> Result<(), DeskError> {
    let fail = |source| DeskError::Write { path: to.to_path_buf(), source };
    let folder = to.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or_else(|| Path::new("."));
    let mut name = to.file_name().ok_or_else(|| fail(std::io::ErrorKind::InvalidInput.into()))?.to_os_string();
    name.push(".part");
    let part = folder.join(name);
    let made =
        make(&part).and_then(|()| std::fs::File::open(&part)?.sync_all()).and_then(|()| std::fs::rename(&part, to));
    if let Err(error) = made {
        let _ = std::fs::remove_file(&part);
        return Err(fail(error));
    }
    // Without this the new name itself can be lost in a power cut; where a folder cannot be opened there is no such step.
    if let Ok(folder) = std::fs::File::open(folder) {
        let _ = folder.sync_all();
    }
    Ok(())
}
