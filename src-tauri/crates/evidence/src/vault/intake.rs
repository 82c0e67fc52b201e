//! Taking a file in: from somebody's folder or from the clipboard to its place in the vault, or not at all.

use super::Vault;
use super::hashing::{self, CHUNK, Hashing};
use super::staging::{Staged, Staging};
use crate::door::{Answer, Ask, Door, Inspection, Reading, Sighted};
use crate::error::EvidenceError;
use crate::name::{kept_name, shown_name};
use crate::sniff;
use crate::source::{self, Look};
use crate::warning::Warning;
use chrono::{FixedOffset, NaiveDateTime};
use recourse_domain::guard;
use recourse_domain::{MediaType, Progress, Sha256Hex, Watcher};
use std::fs;
use std::io::Read;
use std::path::Path;

/// What was taken in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Taken {
    /// Hash of the content and its address in the vault.
    pub sha256: Sha256Hex,
    /// By content; [`MediaType::Opaque`] also for content that ended its decoder.
    pub media_type: MediaType,
    /// Size in bytes.
    pub bytes: u64,
    /// Pages of a PDF (0 while it is locked); 1 for an image; 0 for what is not drawn.
    pub pages: u32,
    /// Upright width in pixels; 0 for everything but an image.
    pub width_px: u32,
    /// Upright height in pixels; 0 for everything but an image.
    pub height_px: u32,
    /// Attachments of a mail, or entries of an archive.
    pub parts: u32,
    /// Its text with secrets masked, and where those stood; `None` when it has no text or that could not be read.
    pub reading: Option<Reading>,
    /// Wall time at which the camera says the picture was taken.
    pub captured_at: Option<NaiveDateTime>,
    /// The camera's distance from UTC, when it tells one.
    pub captured_offset: Option<FixedOffset>,
    /// The file's name as it came, at most 1000 characters and with card numbers masked: data, never a path. Show it
    /// through [`crate::shown_name`].
    pub original_name: String,
    /// Whether the vault held this very content before.
    pub already_there: bool,
    /// What a person should know although the file was taken in.
    pub warnings: Vec<Warning>,
}

impl Vault {
    /// Takes in a file. It is read once, never written, and not followed through a link.
    ///
    /// # Errors
    /// Why it was refused (see [`EvidenceError`]); then the vault is as it was before.
    pub fn take_in_file(&self, path: &Path, door: &dyn Door, watch: &dyn Watcher) -> Result<Taken, EvidenceError> {
        let name = path.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
        let mut file = source::open_plain(path)?;
        let before = Look::at(&file)?;
        let job = Job { vault: self, name: &name, total: before.len, door, watch };
        let (staged, found) = job.stage(&mut file)?;
        if found.bytes != before.len || Look::at(&file)? != before {
            return Err(EvidenceError::Changed);
        }
        job.keep(staged, found)
    }

    /// Takes in bytes that were never a file, such as a picture from the clipboard.
    ///
    /// # Errors
    /// As [`Vault::take_in_file`].
    pub fn take_in_bytes(
        &self,
        bytes: &[u8],
        name: &str,
        door: &dyn Door,
        watch: &dyn Watcher,
    ) -> Result<Taken, EvidenceError> {
        let job = Job { vault: self, name, total: bytes.len() as u64, door, watch };
        let mut reader = bytes;
        let (staged, found) = job.stage(&mut reader)?;
        job.keep(staged, found)
    }

    fn writable(&self) -> Result<&Staging, EvidenceError> {
        self.staging
            .as_ref()
            .map_err(|kind| EvidenceError::VaultReadOnly { path: self.root.clone(), source: (*kind).into() })
    }
}

struct Job<'a> {
    vault: &'a Vault,
    name: &'a str,
    total: u64,
    door: &'a dyn Door,
    watch: &'a dyn Watcher,
}

struct Found {
    sha256: Sha256Hex,
    media_type: MediaType,
    bytes: u64,
}

impl<'a> Job<'a> {
    /// Streams the content into a staged file, hashing it on the way.
    fn stage(&self, reader: &mut dyn Read) -> Result<(Staged<'a>, Found), EvidenceError> {
        let too_large = EvidenceError::TooLarge { limit: self.vault.size_cap };
        if self.total > self.vault.size_cap {
            return Err(too_large);
        }
        let mut buffer = vec![0; CHUNK];
        let mut n = hashing::fill(reader, &mut buffer)?;
        if n == 0 {
            return Err(EvidenceError::Empty);
        }
        let media_type = sniff::kind_of(&buffer[..n]).map_err(|kind| EvidenceError::KindUnsupported { kind })?;
        let mut staged = self.vault.writable()?.file(self.vault.disk.as_ref())?;
        let mut hashing = Hashing::default();
        let mut bytes = 0u64;
        let item = guard::masked(&shown_name(self.name));
        while n > 0 {
            if self.watch.cancelled() {
                return Err(EvidenceError::Cancelled);
            }
            bytes += n as u64;
            if bytes > self.vault.size_cap {
                return Err(too_large);
            }
            hashing.add(&buffer[..n]);
            staged.write(&buffer[..n])?;
            self.watch.progress(&Progress { what: "job-taking-in", item: &item, done: bytes, total: self.total });
            n = hashing::fill(reader, &mut buffer)?;
        }
        Ok((staged, Found { sha256: hashing.finish()?, media_type, bytes }))
    }

    /// Looks inside through the door, makes the file durable and moves it to its place.
    fn keep(&self, mut staged: Staged<'_>, found: Found) -> Result<Taken, EvidenceError> {
        let (media_type, inspection) = self.look(staged.path(), found.media_type)?;
        let reading = self.read(staged.path(), media_type, &inspection)?;
        if self.watch.cancelled() {
            return Err(EvidenceError::Cancelled);
        }
        let mut warnings = inspection.warnings;
        if sniff::name_misleads(self.name, media_type) {
            warnings.push(Warning::NAME_MISLEADS);
        }
        for (what, warning) in [(Sighted::Card, Warning::CARD_SEEN), (Sighted::Secret, Warning::SECRET_SEEN)] {
            if reading.iter().flat_map(|r| &r.spots).any(|spot| spot.what == what) {
                warnings.push(warning);
            }
        }
        let name = kept_name(self.name);
        let original_name = guard::masked(&name);
        if original_name != name {
            warnings.push(Warning::NAME_MASKED);
        }
        staged.settle()?;
        let already_there = match self.place(staged, &found.sha256)? {
            Placed::New => false,
            Placed::WasThere => true,
            Placed::Repaired => {
                warnings.push(Warning::BLOB_REPAIRED);
                true
            }
        };
        Ok(Taken {
            sha256: found.sha256,
            media_type,
            bytes: found.bytes,
            pages: inspection.pages,
            width_px: inspection.width_px,
            height_px: inspection.height_px,
            parts: inspection.parts,
            reading,
            captured_at: inspection.captured_at,
            captured_offset: inspection.captured_offset,
            original_name,
            already_there,
            warnings,
        })
    }

    /// What the content is. What no decoder survives is kept all the same, closed for ever.
    fn look(&self, path: &Path, media: MediaType) -> Result<(MediaType, Inspection), EvidenceError> {
        let closed = |warning| Ok((MediaType::Opaque, Inspection { warnings: vec![warning], ..Inspection::default() }));
        if media == MediaType::Opaque {
            return closed(Warning::KIND_UNKNOWN);
        }
        let asked = self.door.ask(path, &Ask::Inspect { media }, self.watch).and_then(Answer::inspection);
        match asked {
            Ok(mut inspection) => {
                let media = inspection.media.unwrap_or(media);
                if !media.is_drawn() {
                    inspection.warnings.push(Warning::NOT_SHOWN);
                }
                Ok((media, inspection))
            }
            Err(EvidenceError::DecoderDied) => closed(Warning::DECODER_DIED),
            Err(EvidenceError::TooSlow { .. }) => closed(Warning::DECODER_TOO_SLOW),
            // A kind of its family that is not drawn, such as the raw files of cameras, which are a kind of TIFF.
            Err(EvidenceError::KindUnsupported { .. }) if matches!(media, MediaType::Tiff | MediaType::Bmp) => {
                closed(Warning::NOT_SHOWN)
            }
            Err(error) => Err(error),
        }
    }

    /// The text, if there is any. A text that cannot be read keeps no file out.
    fn read(&self, path: &Path, media: MediaType, inspection: &Inspection) -> Result<Option<Reading>, EvidenceError> {
        if !media.has_text() || inspection.warnings.contains(&Warning::PDF_LOCKED) {
            return Ok(None);
        }
        match self.door.ask(path, &Ask::Read { media }, self.watch).and_then(Answer::reading) {
            Ok(reading) => Ok(Some(reading)),
            Err(EvidenceError::Cancelled) => Err(EvidenceError::Cancelled),
            Err(error) => {
                tracing::info!(%error, "the text of a file was not read");
                Ok(None)
            }
        }
    }

    /// The name alone proves nothing: content that lies there already is hashed again, and set aside if it is wrong.
    fn place(&self, staged: Staged<'_>, hash: &Sha256Hex) -> Result<Placed, EvidenceError> {
        let place = self.vault.path_of(hash);
        let occupied = fs::symlink_metadata(&place).is_ok();
        let placed = if occupied && self.vault.verify(hash).is_ok() {
            drop(staged);
            Placed::WasThere
        } else {
            self.make_dirs(&place)?;
            if occupied {
                self.set_aside(&place, hash)?;
            }
            staged.move_to(&place)?;
            if occupied { Placed::Repaired } else { Placed::New }
        };
        self.sync_dirs(&place)?;
        Ok(placed)
    }

    fn make_dirs(&self, place: &Path) -> Result<(), EvidenceError> {
        let failed = |e| EvidenceError::writing("making a folder", &self.vault.root, e);
        let Some(inner) = place.parent() else { return Ok(()) };
        if let Some(outer) = inner.parent() {
            self.vault.disk.create_dir(outer).map_err(failed)?;
        }
        self.vault.disk.create_dir(inner).map_err(failed)
    }

    /// From the innermost folder up to `blobs`: an earlier run may have made a folder and died before syncing it.
    fn sync_dirs(&self, place: &Path) -> Result<(), EvidenceError> {
        place
            .ancestors()
            .skip(1)
            .take(3)
            .try_for_each(|dir| self.vault.disk.sync_dir(dir))
            .map_err(|e| EvidenceError::writing("syncing a folder", &self.vault.root, e))
    }

    fn set_aside(&self, place: &Path, hash: &Sha256Hex) -> Result<(), EvidenceError> {
        let failed = |e| EvidenceError::writing("setting altered content aside", &self.vault.root, e);
        let quarantine = self.vault.root.join("quarantine");
        self.vault.disk.create_dir(&quarantine).map_err(failed)?;
        let free = (1u32..)
            .map(|n| quarantine.join(format!("{hash}-{n}")))
            .find(|p| fs::symlink_metadata(p).is_err())
            .unwrap_or_else(|| quarantine.join(hash.as_str()));
        self.vault.disk.rename(place, &free).map_err(failed)?;
        tracing::warn!(%hash, "content in the vault was altered; set aside and replaced");
        Ok(())
    }
}

enum Placed {
    New,
    WasThere,
    Repaired,
}
