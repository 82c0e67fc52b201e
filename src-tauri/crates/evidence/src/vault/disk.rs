//! Every call that changes the disk, behind one small interface, so that tests can let each of them fail.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::path::Path;

/// A new file under construction.
pub(super) trait NewFile: Write {
    /// Makes the content survive a power cut. An error is final for this file: what the disk holds is unknown.
    fn sync(&mut self) -> io::Result<()>;
    /// Takes away the right to write, for everybody.
    fn seal(&mut self) -> io::Result<()>;
}

/// The calls that change the disk.
pub(super) trait Disk: Send + Sync {
    /// Makes a file that must not exist, for the owner only.
    fn create(&self, path: &Path) -> io::Result<Box<dyn NewFile>>;
    /// Makes a folder, for the owner only; an existing one is fine.
    fn create_dir(&self, path: &Path) -> io::Result<()>;
    /// Moves a file within the vault.
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()>;
    /// Makes the entries of a folder survive a power cut.
    fn sync_dir(&self, path: &Path) -> io::Result<()>;
    /// Deletes a file.
    fn remove(&self, path: &Path) -> io::Result<()>;
}

/// The machine's own disk.
pub(super) struct RealDisk;

struct RealFile(File);

impl Write for RealFile {
    fn write(&mut self, buf: &[u8]) -> io::Result<usize> {
        self.0.write(buf)
    }
    fn flush(&mut self) -> io::Result<()> {
        self.0.flush()
    }
}

impl NewFile for RealFile {
    fn sync(&mut self) -> io::Result<()> {
        self.0.sync_all()
    }
    fn seal(&mut self) -> io::Result<()> {
        let mut permissions = self.0.metadata()?.permissions();
        permissions.set_readonly(true);
        self.0.set_permissions(permissions)
    }
}

impl Disk for RealDisk {
    fn create(&self, path: &Path) -> io::Result<Box<dyn NewFile>> {
        let mut options = OpenOptions::new();
        options.write(true).create_new(true);
        #[cfg(unix)]
        {
            use std::os::unix::fs::OpenOptionsExt;
            options.mode(0o600);
        }
        Ok(Box::new(RealFile(options.open(path)?)))
    }

    fn create_dir(&self, path: &Path) -> io::Result<()> {
        let mut builder = fs::DirBuilder::new();
        #[cfg(unix)]
        {
            use std::os::unix::fs::DirBuilderExt;
            builder.mode(0o700);
        }
        match builder.create(path) {
            Err(e) if e.kind() == io::ErrorKind::AlreadyExists && path.is_dir() => Ok(()),
            result => result,
        }
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        rename(from, to)
    }

    fn sync_dir(&self, path: &Path) -> io::Result<()> {
        // Windows cannot sync a folder; NTFS journals the move itself.
        if cfg!(windows) { Ok(()) } else { File::open(path)?.sync_all() }
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        fs::remove_file(path)
    }
}

#[cfg(not(windows))]
fn rename(from: &Path, to: &Path) -> io::Result<()> {
    fs::rename(from, to)
}

/// Virus scanners hold new files open for a moment and tell nobody when they are done, so time is all there is to wait
/// for. SQLite waits for them in the same way.
#[cfg(windows)]
#[allow(clippy::disallowed_methods)]
fn rename(from: &Path, to: &Path) -> io::Result<()> {
    for step in 1..10 {
        match fs::rename(from, to) {
            Err(e) if e.kind() == io::ErrorKind::PermissionDenied => {
                std::thread::sleep(std::time::Duration::from_millis(25 * step));
            }
            result => return result,
        }
    }
    fs::rename(from, to)
}
