//! A file that has its name only once it is whole and on the disk.

use std::fs::{File, OpenOptions};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};

/// A file being written beside the place where it will stand. Dropped before [`Unfinished::settle`], it is removed.
#[derive(Debug)]
pub(crate) struct Unfinished {
    beside: PathBuf,
    target: PathBuf,
    file: File,
    settled: bool,
}

impl Unfinished {
    /// Begins a file that will stand at `target`.
    ///
    /// # Errors
    /// Whatever the system says about creating a file in that folder.
    pub(crate) fn begin(target: &Path) -> io::Result<Self> {
        static COUNT: AtomicU64 = AtomicU64::new(0);
        if target.file_name().is_none() || target.is_dir() {
            return Err(io::ErrorKind::IsADirectory.into());
        }
        loop {
            // Process and count keep two builds apart that run at once; neither shows in the finished file.
            let count = COUNT.fetch_add(1, Ordering::Relaxed);
            let beside = target.with_file_name(format!(".packet-{}-{count}.part", std::process::id()));
            match OpenOptions::new().write(true).create_new(true).open(&beside) {
                Ok(file) => return Ok(Self { beside, target: target.to_owned(), file, settled: false }),
                // Left by a process of the same number that was ended by force.
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
                Err(error) => return Err(error),
            }
        }
    }

    /// The file to write to.
    pub(crate) fn file(&mut self) -> &mut File {
        &mut self.file
    }

    /// Brings the content to the disk and gives the file its name.
    ///
    /// # Errors
    /// Whatever the system says; the file is removed then.
    pub(crate) fn settle(mut self) -> io::Result<()> {
        self.file.sync_all()?;
        std::fs::rename(&self.beside, &self.target)?;
        self.settled = true;
        let folder = self.target.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new("."));
        sync_folder(folder)
    }
}

impl Drop for Unfinished {
    fn drop(&mut self) {
        if !self.settled {
            let _ = std::fs::remove_file(&self.beside);
        }
    }
}

/// Makes the new name itself durable.
#[cfg(unix)]
fn sync_folder(folder: &Path) -> io::Result<()> {
    File::open(folder)?.sync_all()
}

/// The other systems keep names durable by themselves.
#[cfg(not(unix))]
fn sync_folder(_: &Path) -> io::Result<()> {
    Ok(())
}
