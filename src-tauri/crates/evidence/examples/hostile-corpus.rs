//! Takes in every file below a folder of hostile files, as the app does, and shows its first page. Each must end as shown,
//! kept closed, or refused with a reason; nothing may hang, end this program or be written beside the vault.
//!
//! `cargo run --release -p recourse-evidence --example hostile-corpus -- FOLDER` (see `tests/corpora/fetch.sh`)
#![allow(clippy::unwrap_used, clippy::print_stdout, clippy::expect_used)]

use recourse_domain::{Coded, MediaType, Unwatched};
use recourse_evidence::{Door, InProcess, Sandboxed, Vault, worker};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

/// Longest that one file may keep the app busy: several questions, each within its own limit.
const LONGEST: Duration = Duration::from_secs(120);
/// Largest file that is tried, in bytes; the packages carry a few larger ones that are only large.
const LARGEST: u64 = 50_000_000;

fn main() -> ExitCode {
    worker::enter_if_asked(InProcess::default);
    let Some(folder) = std::env::args_os().nth(1).map(PathBuf::from) else {
        println!("usage: hostile-corpus FOLDER");
        return ExitCode::FAILURE;
    };
    let mut files = Vec::new();
    walk(&folder, &mut files);
    files.sort();
    let scratch = tempfile::tempdir().unwrap();
    let vault = Vault::open(&scratch.path().join("vault")).unwrap();
    let door = Sandboxed::of_this_program();
    println!("{} files; workers held by {:?}", files.len(), door.bonds().expect("a worker can be started"));

    let next = AtomicUsize::new(0);
    let ends: Mutex<BTreeMap<String, Vec<PathBuf>>> = Mutex::default();
    let slow: Mutex<Vec<(Duration, PathBuf)>> = Mutex::default();
    std::thread::scope(|scope| {
        for _ in 0..std::thread::available_parallelism().map_or(1, std::num::NonZero::get) {
            scope.spawn(|| {
                while let Some(path) = files.get(next.fetch_add(1, Ordering::Relaxed)) {
                    let begun = Instant::now();
                    let end = end_of(path, &vault, &door);
                    slow.lock().unwrap().push((begun.elapsed(), path.clone()));
                    ends.lock().unwrap().entry(end).or_default().push(path.clone());
                }
            });
        }
    });

    let ends = ends.into_inner().unwrap();
    for (end, files) in &ends {
        println!("{:6}  {end}", files.len());
    }
    for (end, files) in ends.iter().filter(|(end, _)| end.contains("decoder-")) {
        files.iter().for_each(|file| println!("{end}: {}", file.display()));
    }
    let mut slow = slow.into_inner().unwrap();
    slow.sort();
    slow.iter().rev().take(5).for_each(|(took, file)| println!("{:6.1} s  {}", took.as_secs_f64(), file.display()));

    let beside: Vec<_> = std::fs::read_dir(scratch.path()).unwrap().flatten().map(|e| e.file_name()).collect();
    let counted: usize = ends.values().map(Vec::len).sum();
    let too_long = slow.last().is_some_and(|(took, _)| *took > LONGEST);
    if beside != ["vault"] || counted != files.len() || too_long {
        println!("FAILED: beside the vault lie {beside:?}; {counted} of {} ended; too long: {too_long}", files.len());
        return ExitCode::FAILURE;
    }
    println!("every file ended as it should");
    ExitCode::SUCCESS
}

/// How one file ends.
fn end_of(path: &Path, vault: &Vault, door: &Sandboxed) -> String {
    let taken = match vault.take_in_file(path, door, &Unwatched) {
        Ok(taken) => taken,
        Err(error) => return format!("refused: {}", error.code()),
    };
    let warnings: Vec<&str> = taken.warnings.iter().map(|w| w.code).filter(|c| c.starts_with("decoder-")).collect();
    if !taken.media_type.is_drawn() {
        let kind = if taken.media_type == MediaType::Opaque { "opaque" } else { "not drawn" };
        return format!("kept, {kind} {}", warnings.join(" "));
    }
    let blob = vault.path_of(&taken.sha256);
    let shown = door.picture(&blob, taken.media_type, 1, 256).and_then(|_| door.pixels(&blob, taken.media_type, 1));
    match shown {
        Ok(_) => "kept, shown".to_owned(),
        Err(error) => format!("kept, not shown: {}", error.code()),
    }
}

fn walk(dir: &Path, into: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(dir).into_iter().flatten().flatten() {
        let path = entry.path();
        match entry.file_type() {
            Ok(kind) if kind.is_dir() => walk(&path, into),
            Ok(_) if entry.metadata().is_ok_and(|m| m.len() <= LARGEST) => into.push(path),
            _ => {}
        }
    }
}
