//! A process that takes files in is killed at many moments. Whatever it had acknowledged must be there, and nothing
//! may ever stand under a wrong name.

use crate::fixtures::{bytes, segment, with_segments};
use recourse_domain::{Progress, Sha256Hex, Watcher};
use recourse_evidence::{InProcess, Vault};
use std::collections::BTreeSet;
use std::fs;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

const FOLDER: &str = "RECOURSE_TEST_KILL_FOLDER";

/// Tells every piece, so that the killer can choose one.
struct Aloud;

impl Watcher for Aloud {
    #[allow(clippy::print_stdout)]
    fn progress(&self, p: &Progress<'_>) {
        println!("\nPIECE {}", p.done);
    }
    fn cancelled(&self) -> bool {
        false
    }
}

/// Not a test of its own: the process that gets killed. Does nothing unless it was started by the test below.
#[test]
#[allow(clippy::print_stdout)]
fn child_takes_in_without_end() {
    let Some(root) = std::env::var_os(FOLDER).map(PathBuf::from) else { return };
    let vault = Vault::open(&root.join("vault")).unwrap();
    let photo = bytes("photo.jpg");
    for number in 0u64.. {
        // A new content each time, large enough to be caught half written.
        let filler: Vec<_> =
            (0..12).map(|_| segment(0xEF, &[&number.to_be_bytes()[..], &[9; 60_000]].concat())).collect();
        let content = with_segments(&photo, &filler);
        let taken = vault.take_in_bytes(&content, "x.jpg", &InProcess::default(), &Aloud).unwrap();
        println!("\nACK {}", taken.sha256);
    }
}

fn blobs(root: &Path) -> Vec<PathBuf> {
    fn walk(dir: &Path, into: &mut Vec<PathBuf>) {
        for path in fs::read_dir(dir).unwrap().flatten().map(|e| e.path()) {
            if path.is_dir() { walk(&path, into) } else { into.push(path) }
        }
    }
    let mut found = Vec::new();
    walk(&root.join("vault/blobs"), &mut found);
    found
}

#[test]
fn killed_at_any_moment_the_vault_holds_only_whole_things() {
    let dir = tempfile::tempdir().unwrap();
    let mut acknowledged = BTreeSet::new();
    for round in 1..=12usize {
        let mut child = Command::new(std::env::current_exe().unwrap())
            .args(["--exact", "kill::child_takes_in_without_end", "--nocapture"])
            .env(FOLDER, dir.path())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        // The child goes on while its lines are read, so the blow falls at or after the chosen one: between two pieces,
        // in the look inside, in the syncs, in the move.
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines().map_while(Result::ok);
        let mut told = lines.by_ref().filter(|l| l.starts_with("PIECE ") || l.starts_with("ACK "));
        for line in told.by_ref().take(round + 3) {
            if let Some(hash) = line.strip_prefix("ACK ") {
                acknowledged.insert(hash.parse::<Sha256Hex>().unwrap());
            }
        }
        child.kill().unwrap();
        child.wait().unwrap();
        // What it had still said before it died counts as acknowledged too.
        acknowledged.extend(told.filter_map(|l| l.strip_prefix("ACK ").and_then(|h| h.parse().ok())));
        assert!(!acknowledged.is_empty() || round == 1, "the child never took anything in");

        let vault = Vault::open(&dir.path().join("vault")).unwrap();
        for hash in &acknowledged {
            vault.verify(hash).unwrap();
        }
        for blob in blobs(dir.path()) {
            let hash: Sha256Hex = blob.file_name().unwrap().to_str().unwrap().parse().unwrap();
            vault.verify(&hash).unwrap();
        }
        let staging: Vec<_> = fs::read_dir(dir.path().join("vault/staging")).unwrap().flatten().collect();
        assert_eq!(staging.len(), 1, "only the folder of the vault that is open now");
        assert_eq!(fs::read_dir(staging[0].path()).unwrap().count(), 1, "only its lock");
    }
}
