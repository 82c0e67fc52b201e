//! A disk on which the n-th changing call fails, once or from then on, and what the vault does about it.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use super::Vault;
use super::disk::{Disk, NewFile, RealDisk};
use crate::door::InProcess;
use crate::error::EvidenceError;
use recourse_domain::{Coded, Sha256Hex, Unwatched};
use std::fs;
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};

/// Which call fails, and how.
#[derive(Clone, Copy)]
struct Plan {
    call: usize,
    kind: ErrorKind,
    for_ever: bool,
}

#[derive(Clone)]
struct Faulty {
    plan: Plan,
    calls: Arc<AtomicUsize>,
    syncs_failed: Arc<AtomicUsize>,
    log: Arc<Mutex<Vec<String>>>,
}

impl Faulty {
    fn new(plan: Plan) -> Self {
        Self { plan, calls: Arc::default(), syncs_failed: Arc::default(), log: Arc::default() }
    }

    fn call(&self, what: &str, path: &Path) -> io::Result<()> {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        self.log.lock().unwrap().push(format!("{what} {name}"));
        let number = self.calls.fetch_add(1, Ordering::SeqCst);
        let fails = if self.plan.for_ever { number >= self.plan.call } else { number == self.plan.call };
        if fails { Err(self.plan.kind.into()) } else { Ok(()) }
    }
}

struct FaultyFile {
    path: PathBuf,
    file: Box<dyn NewFile>,
    disk: Faulty,
}

impl Write for FaultyFile {
    fn write(&mut self, buf: &[u8]) -> io::Result<usize> {
        // As a full disk does: a part goes in, the next call fails.
        self.disk.call("write", &self.path)?;
        self.file.write(&buf[..buf.len().div_ceil(2)])
    }
    fn flush(&mut self) -> io::Result<()> {
        self.file.flush()
    }
}

impl NewFile for FaultyFile {
    fn sync(&mut self) -> io::Result<()> {
        assert_eq!(self.disk.syncs_failed.load(Ordering::SeqCst), 0, "a failed sync was tried again");
        self.disk.call("sync", &self.path).and_then(|()| self.file.sync()).inspect_err(|_| {
            self.disk.syncs_failed.fetch_add(1, Ordering::SeqCst);
        })
    }
    fn seal(&mut self) -> io::Result<()> {
        self.disk.call("seal", &self.path)?;
        self.file.seal()
    }
}

impl Disk for Faulty {
    fn create(&self, path: &Path) -> io::Result<Box<dyn NewFile>> {
        self.call("create", path)?;
        Ok(Box::new(FaultyFile { path: path.to_owned(), file: RealDisk.create(path)?, disk: self.clone() }))
    }
    fn create_dir(&self, path: &Path) -> io::Result<()> {
        self.call("folder", path)?;
        RealDisk.create_dir(path)
    }
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.call("rename", to)?;
        RealDisk.rename(from, to)
    }
    fn sync_dir(&self, path: &Path) -> io::Result<()> {
        self.call("sync", path)?;
        RealDisk.sync_dir(path)
    }
    fn remove(&self, path: &Path) -> io::Result<()> {
        // Deleting needs no room and is how a failed intake cleans up.
        RealDisk.remove(path)
    }
}

fn fixture(name: &str) -> PathBuf {
    PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../../../tests/fixtures/evidence")).join(name)
}

fn files_below(dir: &Path) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(dir) else { return Vec::new() };
    entries.flatten().map(|e| e.path()).flat_map(|p| if p.is_dir() { files_below(&p) } else { vec![p] }).collect()
}

/// Opens a vault and takes one file in on the faulty disk, beside one that was there before.
fn run(plan: Plan) -> (Result<Sha256Hex, EvidenceError>, tempfile::TempDir, Sha256Hex) {
    let dir = tempfile::tempdir().unwrap();
    let root = dir.path().join("vault");
    let before =
        Vault::open(&root).unwrap().take_in_file(&fixture("gray.jpg"), &InProcess::default(), &Unwatched).unwrap();
    let result = Vault::open_on(&root, Box::new(Faulty::new(plan)))
        .and_then(|vault| vault.take_in_file(&fixture("photo.jpg"), &InProcess::default(), &Unwatched))
        .map(|taken| taken.sha256);
    (result, dir, before.sha256)
}

fn every_call(kind: ErrorKind, for_ever: bool, code: &str) {
    let mut failures = 0;
    for call in 0.. {
        let (result, dir, before) = run(Plan { call, kind, for_ever });
        let root = dir.path().join("vault");
        let staged: Vec<_> = files_below(&root.join("staging")).into_iter().filter(|p| !p.ends_with("lock")).collect();
        assert_eq!(staged, Vec::<PathBuf>::new(), "call {call} left a half file");
        // Whatever stands under a hash is whole.
        let vault = Vault::open(&root).unwrap();
        for blob in files_below(&root.join("blobs")) {
            let hash: Sha256Hex = blob.file_name().unwrap().to_str().unwrap().parse().unwrap();
            vault.verify(&hash).unwrap();
        }
        vault.verify(&before).unwrap();
        match result {
            Ok(hash) => {
                vault.verify(&hash).unwrap();
                break;
            }
            Err(error) => assert_eq!(error.code(), code, "call {call}"),
        }
        // And the same file goes in once the disk is well again.
        vault.take_in_file(&fixture("photo.jpg"), &InProcess::default(), &Unwatched).unwrap();
        failures += 1;
    }
    assert!(failures > 12, "only {failures} calls were reached");
}

#[test]
fn a_full_disk_at_any_call_keeps_the_old_state() {
    every_call(ErrorKind::StorageFull, true, "disk-full");
    every_call(ErrorKind::StorageFull, false, "disk-full");
    every_call(ErrorKind::QuotaExceeded, false, "disk-full");
}

#[test]
fn a_failing_disk_at_any_call_keeps_the_old_state_and_no_sync_is_repeated() {
    every_call(ErrorKind::Other, true, "vault-failed");
    every_call(ErrorKind::Other, false, "vault-failed");
}

#[test]
fn a_vault_that_takes_no_writing_still_shows_what_it_has() {
    let (_, dir, before) = run(Plan { call: usize::MAX, kind: ErrorKind::Other, for_ever: false });
    let root = dir.path().join("vault");
    let disk = Faulty::new(Plan { call: 0, kind: ErrorKind::ReadOnlyFilesystem, for_ever: true });
    let vault = Vault::open_on(&root, Box::new(disk.clone())).unwrap();
    vault.verify(&before).unwrap();
    vault.export(&before, &dir.path().join("copy")).unwrap();
    let error = vault.take_in_file(&fixture("photo.png"), &InProcess::default(), &Unwatched).unwrap_err();
    assert_eq!(error.code(), "vault-read-only");
    // One that was never made cannot be opened.
    let error = Vault::open_on(&dir.path().join("new"), Box::new(disk)).map(|_| ()).unwrap_err();
    assert_eq!(error.code(), "vault-read-only");
}

#[test]
fn content_is_durable_before_it_is_in_place_and_its_place_before_it_is_acknowledged() {
    let dir = tempfile::tempdir().unwrap();
    let disk = Faulty::new(Plan { call: usize::MAX, kind: ErrorKind::Other, for_ever: false });
    let vault = Vault::open_on(dir.path(), Box::new(disk.clone())).unwrap();
    disk.log.lock().unwrap().clear();
    let take = || vault.take_in_file(&fixture("photo.jpg"), &InProcess::default(), &Unwatched).unwrap().sha256;
    let hash = take();
    let (outer, inner) = (&hash.as_str()[..2], &hash.as_str()[2..4]);
    let mut calls = disk.log.lock().unwrap().clone();
    calls.dedup();
    let place = format!("rename {hash}");
    let wanted = [
        "create 0",
        "write 0",
        "seal 0",
        "sync 0",
        &format!("folder {outer}"),
        &format!("folder {inner}"),
        &place,
        &format!("sync {inner}"),
        &format!("sync {outer}"),
        "sync blobs",
    ];
    assert_eq!(calls, wanted);

    // Content that is there already is not moved, but its folders are made sure of again.
    disk.log.lock().unwrap().clear();
    take();
    let calls = disk.log.lock().unwrap().clone();
    assert!(!calls.contains(&place));
    assert_eq!(calls.last().map(String::as_str), Some("sync blobs"));
}
