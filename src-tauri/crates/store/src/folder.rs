//! The data folder: made, private, writable, on a disk of this machine, and held by one running copy of the program.
//! Knows nothing of what lies in it.

use crate::check::StoreFinding;
use crate::error::{StoreError, file_fault, params};
use std::fs::{self, DirBuilder, File, OpenOptions, TryLockError};
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

/// Name of the lock file within the data folder.
pub const LOCK_FILE: &str = "instance.lock";

/// Free space in bytes under which a finding is given.
const SPARE_BYTES: u64 = 200 * 1024 * 1024;

/// Codes of what [`findings`] may find.
pub(crate) const NOTICES: [&str; 4] =
    ["folder-shared-medium", "folder-synced", "folder-open-to-others", "folder-low-space"];

/// What holds a folder's files.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Medium {
    /// A disk of this machine, as far as can be told.
    Local,
    /// A server: locks and shared memory do not hold there.
    Network(&'static str),
    /// A user-space or host-shared file system, of which nobody can say what it promises.
    Shared(&'static str),
}

/// Makes the folder ready and returns its canonical path.
///
/// A folder made here is readable by its owner alone; so becomes one that is empty or already ours (`ours` is the name of
/// a file that says so).
///
/// # Errors
/// `folder-not-a-folder`, `folder-not-made`, `folder-read-only`, `folder-on-network`, `disk-full`.
pub(crate) fn prepare(dir: &Path, ours: &str) -> Result<PathBuf, StoreError> {
    let named = |error: &std::io::Error| match error.kind() {
        ErrorKind::NotADirectory => StoreError::FolderNotAFolder { path: dir.to_path_buf() },
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => StoreError::DiskFull { path: dir.to_path_buf() },
        ErrorKind::ReadOnlyFilesystem | ErrorKind::PermissionDenied => {
            StoreError::FolderReadOnly { path: dir.to_path_buf() }
        }
        _ => StoreError::FolderNotMade { path: dir.to_path_buf(), reason: error.to_string() },
    };
    let made = match fs::metadata(dir) {
        Ok(found) if found.is_dir() => false,
        Ok(_) => return Err(StoreError::FolderNotAFolder { path: dir.to_path_buf() }),
        Err(error) if error.kind() == ErrorKind::NotFound => {
            private_builder().create(dir).map_err(|e| named(&e))?;
            true
        }
        Err(error) => return Err(named(&error)),
    };
    let path = fs::canonicalize(dir).map_err(|e| named(&e))?;
    if let Medium::Network(kind) = medium(&path) {
        return Err(StoreError::FolderOnNetwork { path, kind });
    }
    probe(&path)?;
    if made || path.join(ours).exists() || fs::read_dir(&path).is_ok_and(|mut entries| entries.next().is_none()) {
        close_to_others(&path);
    }
    Ok(path)
}

/// Makes a folder within the data folder, if it is not there.
pub(crate) fn make_inner(path: &Path) -> Result<(), StoreError> {
    private_builder().create(path).map_err(|e| file_fault(&e, path))
}

/// The hold on a data folder. Ends with this value or with the process.
#[derive(Debug)]
pub(crate) struct Lock(File);

impl Drop for Lock {
    fn drop(&mut self) {
        // Closing alone is not enough: a child process that is just being started still has the file open for a moment.
        let _ = self.0.unlock();
    }
}

/// Takes the lock that is held for the life of the store.
///
/// # Errors
/// `folder-in-use` when another copy holds it, `folder-no-lock` when the file system cannot lock.
pub(crate) fn lock(folder: &Path) -> Result<Lock, StoreError> {
    let path = folder.join(LOCK_FILE);
    let mut options = OpenOptions::new();
    options.read(true).write(true).create(true).truncate(false);
    private_file(&mut options);
    let file = options.open(&path).map_err(|e| file_fault(&e, folder))?;
    match file.try_lock() {
        Ok(()) => Ok(Lock(file)),
        Err(TryLockError::WouldBlock) => Err(StoreError::FolderInUse { path: folder.to_path_buf() }),
        Err(TryLockError::Error(error)) => {
            Err(StoreError::FolderNoLock { path: folder.to_path_buf(), reason: error.to_string() })
        }
    }
}

/// What deserves a word but no refusal.
pub(crate) fn findings(folder: &Path) -> Vec<StoreFinding> {
    let mut found = Vec::new();
    let mut say = |code, mend_code, extra: &str| {
        let params = params([("path", &folder.display()), ("kind", &extra)]);
        found.push(StoreFinding { code, params, mend_code });
    };
    if let Medium::Shared(kind) = medium(folder) {
        say("folder-shared-medium", "move-folder", kind);
    }
    if let Some(service) = sync_service(folder) {
        say("folder-synced", "move-folder", service);
    }
    if open_to_others(folder) {
        say("folder-open-to-others", "close-folder", "");
    }
    if let Some(free) = free_bytes(folder).filter(|free| *free < SPARE_BYTES) {
        say("folder-low-space", "free-space", &(free / (1024 * 1024)).to_string());
    }
    found
}

/// Makes directory entries durable: a file just made or renamed is there after a power cut.
pub(crate) fn sync_dir(folder: &Path) -> Result<(), StoreError> {
    if cfg!(unix) {
        File::open(folder).and_then(|dir| dir.sync_all()).map_err(|e| file_fault(&e, folder))?;
    }
    Ok(())
}

/// Makes the bytes of a file that no connection has open durable.
pub(crate) fn make_durable(path: &Path) -> Result<(), StoreError> {
    OpenOptions::new().write(true).open(path).and_then(|file| file.sync_all()).map_err(|e| file_fault(&e, path))
}

/// Sees whether a file can be made, which permissions alone do not tell.
fn probe(folder: &Path) -> Result<(), StoreError> {
    let path = folder.join(format!(".probe-{}", std::process::id()));
    let _ = fs::remove_file(&path);
    let made = OpenOptions::new().write(true).create_new(true).open(&path).and_then(|_| fs::remove_file(&path));
    made.map_err(|error| match file_fault(&error, folder) {
        StoreError::StorageFailed { path, reason } => StoreError::FolderNotMade { path, reason },
        named => named,
    })
}

/// The service that would copy the folder behind our back, when its path says so.
pub(crate) fn sync_service(folder: &Path) -> Option<&'static str> {
    const MARKS: [(&str, &str); 12] = [
        ("onedrive", "OneDrive"),
        ("dropbox", "Dropbox"),
        ("google drive", "Google Drive"),
        ("googledrive", "Google Drive"),
        ("mobile documents", "iCloud"),
        ("icloud", "iCloud"),
        ("cloudstorage", "iCloud"),
        ("nutstore", "坚果云"),
        ("坚果云", "坚果云"),
        ("baidunetdisk", "百度网盘"),
        ("baidusyncdisk", "百度网盘"),
        ("百度网盘", "百度网盘"),
    ];
    folder.components().find_map(|part| {
        let name = part.as_os_str().to_string_lossy().to_lowercase();
        MARKS.iter().find(|(mark, _)| name.starts_with(mark)).map(|(_, service)| *service)
    })
}

/// What a Linux file system type number stands for (`statfs(2)`).
#[cfg_attr(not(any(target_os = "linux", test)), allow(dead_code))]
pub(crate) fn medium_of_magic(magic: u64) -> Medium {
    // f_type is signed on some machines; the numbers are 32 bits wide.
    match magic & 0xFFFF_FFFF {
        0x6969 => Medium::Network("NFS"),
        0x517B | 0xFF53_4D42 | 0xFE53_4D42 => Medium::Network("SMB"),
        0x5346_414F | 0x6B41_4653 => Medium::Network("AFS"),
        0x7375_7245 => Medium::Network("Coda"),
        0x564C => Medium::Network("NCP"),
        0x00C3_6400 => Medium::Network("Ceph"),
        0x0BD0_0BD0 => Medium::Network("Lustre"),
        0x0102_1997 => Medium::Shared("9p"),
        0x6573_5546 => Medium::Shared("FUSE"),
        0x786F_4256 => Medium::Shared("VirtualBox"),
        _ => Medium::Local,
    }
}

/// What a macOS file system name stands for.
#[cfg_attr(not(any(target_os = "macos", test)), allow(dead_code))]
pub(crate) fn medium_of_name(name: &str) -> Medium {
    match name {
        "nfs" => Medium::Network("NFS"),
        "smbfs" | "cifs" => Medium::Network("SMB"),
        "afpfs" => Medium::Network("AFP"),
        "webdav" => Medium::Network("WebDAV"),
        _ if name.contains("fuse") => Medium::Shared("FUSE"),
        _ => Medium::Local,
    }
}

#[cfg(target_os = "linux")]
fn medium(folder: &Path) -> Medium {
    // Sign extension of a 32-bit number is undone by the mask in `medium_of_magic`.
    #[allow(clippy::cast_sign_loss, clippy::unnecessary_cast)]
    rustix::fs::statfs(folder).map_or(Medium::Local, |found| medium_of_magic(found.f_type as u64))
}

#[cfg(target_os = "macos")]
fn medium(folder: &Path) -> Medium {
    rustix::fs::statfs(folder).map_or(Medium::Local, |found| {
        let name: String =
            found.f_fstypename.iter().take_while(|c| **c != 0).map(|c| char::from(c.to_ne_bytes()[0])).collect();
        medium_of_name(&name)
    })
}

#[cfg(windows)]
fn medium(folder: &Path) -> Medium {
    use std::path::{Component, Prefix};
    match folder.components().next() {
        Some(Component::Prefix(prefix)) => match prefix.kind() {
            Prefix::UNC(..) | Prefix::VerbatimUNC(..) => Medium::Network("SMB"),
            _ => Medium::Local,
        },
        _ => Medium::Local,
    }
}

#[cfg(not(any(target_os = "linux", target_os = "macos", windows)))]
fn medium(_: &Path) -> Medium {
    Medium::Local
}

/// Bytes that the owner may still write on the folder's disk; none where it cannot be told.
#[cfg(unix)]
pub(crate) fn free_bytes(folder: &Path) -> Option<u64> {
    let found = rustix::fs::statvfs(folder).ok()?;
    Some(found.f_bavail.saturating_mul(found.f_frsize))
}

#[cfg(not(unix))]
pub(crate) fn free_bytes(_: &Path) -> Option<u64> {
    None
}

#[cfg(unix)]
mod private {
    use super::{DirBuilder, OpenOptions, Path, fs};
    use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt, PermissionsExt};

    pub(crate) fn private_builder() -> DirBuilder {
        let mut builder = DirBuilder::new();
        builder.recursive(true).mode(0o700);
        builder
    }

    pub(crate) fn private_file(options: &mut OpenOptions) {
        options.mode(0o600);
    }

    pub(super) fn close_to_others(folder: &Path) {
        if open_to_others(folder) {
            // A folder of somebody else cannot be closed; the finding says so.
            let _ = fs::set_permissions(folder, fs::Permissions::from_mode(0o700));
        }
    }

    pub(super) fn open_to_others(folder: &Path) -> bool {
        fs::metadata(folder).is_ok_and(|found| found.permissions().mode() & 0o077 != 0)
    }
}

#[cfg(not(unix))]
mod private {
    use super::{DirBuilder, OpenOptions, Path};

    pub(crate) fn private_builder() -> DirBuilder {
        let mut builder = DirBuilder::new();
        builder.recursive(true);
        builder
    }
    pub(crate) fn private_file(_: &mut OpenOptions) {}
    pub(super) fn close_to_others(_: &Path) {}
    pub(super) fn open_to_others(_: &Path) -> bool {
        false
    }
}

pub(crate) use private::private_file;
use private::{close_to_others, open_to_others, private_builder};
