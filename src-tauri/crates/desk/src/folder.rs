//! Where things lie inside the data folder. Nothing else in the program joins these names.

use crate::error::DeskError;
use std::path::{Path, PathBuf};

/// Local application data of the platform: never a folder that sync clients copy.
///
/// # Errors
/// [`DeskError::NoDataFolder`] when the platform names none.
pub fn default_data_dir() -> Result<PathBuf, DeskError> {
    dirs::data_local_dir().map(|d| d.join("app.recourse.desktop")).ok_or(DeskError::NoDataFolder)
}

/// The rooms of a data folder.
#[derive(Debug, Clone)]
pub(crate) struct Folder(PathBuf);

impl Folder {
    pub(crate) fn new(root: &Path) -> Self {
        Self(root.to_path_buf())
    }
    pub(crate) fn root(&self) -> &Path {
        &self.0
    }
    pub(crate) fn vault(&self) -> PathBuf {
        self.0.join("vault")
    }
    /// Regenerable pictures; safe to delete at any time.
    pub(crate) fn previews(&self) -> PathBuf {
        self.0.join("previews")
    }
    /// Printed sheets to look at; safe to delete at any time.
    pub(crate) fn sheets(&self) -> PathBuf {
        self.packets().join("sheets")
    }
    pub(crate) fn packets(&self) -> PathBuf {
        self.0.join("packets")
    }
}
