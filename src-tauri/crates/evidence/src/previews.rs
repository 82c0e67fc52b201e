//! A cache of previews on disk. Everything in it can be made again: it may be deleted at any time, by anybody.

use crate::door::{Door, Picture};
use crate::error::EvidenceError;
use crate::source;
use crate::vault::Vault;
use recourse_domain::{MediaType, Sha256Hex};
use std::fs::{self, File};
use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, Ordering};

/// Room for previews unless told otherwise, in bytes.
pub const DEFAULT_PREVIEW_CAP: u64 = 500_000_000;

/// A folder of PNG files named by hash, page and size.
pub struct Previews {
    dir: PathBuf,
    cap: u64,
    /// Bytes in the folder as far as known.
    held: Mutex<u64>,
    next: AtomicU64,
}

impl Previews {
    /// Opens the cache in `dir`, making it when it is not there. It never holds much more than `cap` bytes.
    /// A folder that cannot be used only means that previews are made anew each time.
    #[must_use]
    pub fn open(dir: &Path, cap: u64) -> Self {
        if let Err(error) = fs::create_dir_all(dir) {
            tracing::warn!(%error, "previews will not be cached");
        }
        let entries = entries(dir);
        for unfinished in entries.iter().filter(|e| e.path.extension().is_some_and(|x| x == "part")) {
            let _ = fs::remove_file(&unfinished.path);
        }
        let held = entries.iter().map(|e| e.bytes).sum();
        Self { dir: dir.to_owned(), cap, held: Mutex::new(held), next: AtomicU64::new(0) }
    }

    /// The preview of a page: from the cache, or made through the door and kept.
    ///
    /// # Errors
    /// [`EvidenceError::BlobMissing`], or why the door could not make it.
    pub fn picture(
        &self,
        vault: &Vault,
        door: &dyn Door,
        hash: &Sha256Hex,
        media: MediaType,
        page: u32,
        longest_px: u32,
    ) -> Result<Picture, EvidenceError> {
        let file = self.dir.join(format!("{hash}-{page}-{longest_px}.png"));
        if let Some(picture) = read(&file) {
            return Ok(picture);
        }
        let picture = door.picture(&vault.path_of(hash), media, page, longest_px).map_err(|error| match error {
            EvidenceError::NotFound => EvidenceError::BlobMissing(hash.clone()),
            other => other,
        })?;
        if let Err(error) = self.write(&file, &picture.png) {
            tracing::warn!(%error, "a preview was not cached");
        }
        Ok(picture)
    }

    fn write(&self, file: &Path, png: &[u8]) -> std::io::Result<()> {
        let bytes = png.len() as u64;
        if bytes > self.cap {
            return Ok(());
        }
        let number = self.next.fetch_add(1, Ordering::Relaxed);
        let part = self.dir.join(format!("{}-{number}.part", std::process::id()));
        fs::create_dir_all(&self.dir)?;
        let written = File::create_new(&part).and_then(|mut f| f.write_all(png)).and_then(|()| fs::rename(&part, file));
        if written.is_err() {
            let _ = fs::remove_file(&part);
            return written;
        }
        let mut held = self.held.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        *held += bytes;
        if *held > self.cap {
            *held = self.make_room();
        }
        Ok(())
    }

    /// Deletes the oldest previews until a fifth of the room is free; gives the bytes that stay.
    fn make_room(&self) -> u64 {
        let mut entries = entries(&self.dir);
        entries.sort_by_key(|e| e.modified);
        let mut held: u64 = entries.iter().map(|e| e.bytes).sum();
        for entry in entries {
            if held <= self.cap / 5 * 4 {
                break;
            }
            if fs::remove_file(&entry.path).is_ok() {
                held -= entry.bytes;
            }
        }
        held
    }
}

struct Entry {
    path: PathBuf,
    bytes: u64,
    modified: Option<std::time::SystemTime>,
}

fn entries(dir: &Path) -> Vec<Entry> {
    let Ok(listed) = fs::read_dir(dir) else { return Vec::new() };
    listed
        .flatten()
        .filter_map(|e| {
            let metadata = e.metadata().ok().filter(fs::Metadata::is_file)?;
            Some(Entry { path: e.path(), bytes: metadata.len(), modified: metadata.modified().ok() })
        })
        .collect()
}

/// A cached preview; a file cut short by a power cut counts as absent.
fn read(file: &Path) -> Option<Picture> {
    let mut png = Vec::new();
    source::open_plain(file).ok()?.read_to_end(&mut png).ok()?;
    let side = |at: usize| png.get(at..at + 4)?.try_into().ok().map(u32::from_be_bytes);
    let (width_px, height_px) = (side(16)?, side(20)?);
    let whole = png.starts_with(b"\x89PNG\r\n\x1a\n") && png.ends_with(b"\0\0\0\0IEND\xAE\x42\x60\x82");
    if whole {
        Some(Picture { png, width_px, height_px })
    } else {
        let _ = fs::remove_file(file);
        None
    }
}
