//! What happens when something is wrong: a code for each, and nothing left behind.

use super::sample::{Sample, jpeg, pdf, picture, png};
use crate::{PacketError, build, check};
use recourse_domain::{Coded, MediaType, Progress, Unwatched, Watcher};
use recourse_evidence::InProcess;
use recourse_rulebook::Language;
use std::io;
use std::path::Path;
use std::sync::atomic::{AtomicU32, Ordering};

fn sample(folder: &Path) -> Sample {
    let mut sample = Sample::told(folder, Language::ZhCn);
    sample.exhibit("a.jpg", MediaType::Jpeg, &jpeg(&picture(640, 480)), "照片");
    sample.exhibit("b.pdf", MediaType::Pdf, &pdf(2), "流水");
    sample.exhibit("c.png", MediaType::Png, &png(&picture(40, 30)), "截图");
    sample
}

fn left_in(folder: &Path) -> Vec<String> {
    std::fs::read_dir(folder).unwrap().map(|f| f.unwrap().file_name().to_string_lossy().into_owned()).collect()
}

fn refused(sample: &Sample, out: &Path) -> PacketError {
    build(&sample.input(), out, &InProcess::default(), &Unwatched).unwrap_err()
}

#[test]
fn an_original_that_changed_stops_the_packet_and_leaves_nothing() {
    let (vault, folder) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    for exhibit in 0..3 {
        let sample = sample(vault.path());
        let path = &sample.paths[exhibit];
        let mut bytes = std::fs::read(path).unwrap();
        let middle = bytes.len() / 2;
        bytes[middle] ^= 1;
        std::fs::write(path, bytes).unwrap();
        let error = refused(&sample, &folder.path().join("p.pdf"));
        assert_eq!((error.code(), &*error.params()["label"]), ("exhibit-altered", &*format!("E{}", exhibit + 1)));
        assert!(left_in(folder.path()).is_empty());
        let report = check(&sample.input(), &InProcess::default()).unwrap();
        assert_eq!(report.findings[0].code, "exhibit-altered");
        assert_eq!(report.findings[0].item, Some(format!("E{}", exhibit + 1)));
    }
}

#[test]
fn a_missing_or_shortened_original_stops_the_packet() {
    let (vault, folder) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let out = folder.path().join("p.pdf");
    let sample = sample(vault.path());
    std::fs::write(&sample.paths[0], b"").unwrap();
    assert_eq!(refused(&sample, &out).code(), "exhibit-altered");
    std::fs::remove_file(&sample.paths[0]).unwrap();
    assert_eq!(refused(&sample, &out).code(), "exhibit-missing");
    assert!(left_in(folder.path()).is_empty());
    let report = check(&sample.input(), &InProcess::default()).unwrap();
    assert_eq!(report.findings[0].code, "exhibit-missing");
}

#[test]
fn an_older_packet_stays_when_the_new_one_fails() {
    let (vault, folder) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let out = folder.path().join("p.pdf");
    let sample = sample(vault.path());
    build(&sample.input(), &out, &InProcess::default(), &Unwatched).unwrap();
    let before = std::fs::read(&out).unwrap();
    std::fs::remove_file(&sample.paths[2]).unwrap();
    refused(&sample, &out);
    assert!(std::fs::read(&out).unwrap() == before);
    assert_eq!(left_in(folder.path()), ["p.pdf"]);
}

/// Cancels at the n-th time it is asked, and counts how often it was told something.
struct Impatient {
    after: u32,
    asked: AtomicU32,
    told: AtomicU32,
}

impl Watcher for Impatient {
    fn progress(&self, progress: &Progress<'_>) {
        assert!(progress.what.starts_with("job-packet-") && progress.done <= progress.total.max(progress.done));
        self.told.fetch_add(1, Ordering::Relaxed);
    }
    fn cancelled(&self) -> bool {
        self.asked.fetch_add(1, Ordering::Relaxed) >= self.after
    }
}

#[test]
fn cancelled_anywhere_nothing_is_left() {
    let (vault, folder) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let out = folder.path().join("p.pdf");
    let sample = sample(vault.path());
    let watch = |after| Impatient { after, asked: AtomicU32::new(0), told: AtomicU32::new(0) };
    let patient = watch(u32::MAX);
    build(&sample.input(), &out, &InProcess::default(), &patient).unwrap();
    std::fs::remove_file(&out).unwrap();
    let questions = patient.asked.into_inner();
    assert!(questions > 20 && patient.told.into_inner() > 5);
    for after in [0, 1, 3, 4, questions / 2, questions - 1] {
        let error = build(&sample.input(), &out, &InProcess::default(), &watch(after)).unwrap_err();
        assert_eq!(error.code(), "cancelled", "after {after}");
        assert!(left_in(folder.path()).is_empty(), "after {after}");
    }
}

#[test]
fn a_place_that_cannot_be_written_has_its_own_code() {
    let (vault, folder) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let sample = sample(vault.path());
    let nowhere = folder.path().join("no/such/p.pdf");
    assert_eq!(refused(&sample, &nowhere).code(), "packet-folder-missing");
    let occupied = folder.path().join("folder.pdf");
    std::fs::create_dir(&occupied).unwrap();
    assert_eq!(refused(&sample, &occupied).code(), "packet-not-writable");
    assert_eq!(left_in(folder.path()), ["folder.pdf"]);
}

#[test]
fn what_the_system_says_becomes_what_a_person_can_do() {
    use io::ErrorKind as K;
    let code = |kind: K| PacketError::writing(Path::new("/a/p.pdf"), &kind.into()).code();
    assert_eq!(code(K::StorageFull), "packet-disk-full");
    assert_eq!(code(K::QuotaExceeded), "packet-disk-full");
    assert_eq!(code(K::FileTooLarge), "packet-disk-full");
    assert_eq!(code(K::PermissionDenied), "packet-not-writable");
    assert_eq!(code(K::ReadOnlyFilesystem), "packet-not-writable");
    assert_eq!(code(K::NotFound), "packet-folder-missing");
    assert_eq!(code(K::Other), "packet-write-failed");
    assert_eq!(PacketError::reading("E1", &K::NotFound.into()).code(), "exhibit-missing");
    assert_eq!(PacketError::reading("E1", &K::PermissionDenied.into()).code(), "exhibit-unreadable");
}
