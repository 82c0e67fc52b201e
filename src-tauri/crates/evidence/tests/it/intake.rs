use crate::fixtures::{self, bytes};
use recourse_domain::{Coded, MediaType, Progress, Unwatched, Watcher};
use recourse_evidence::{Answer, Ask, Door, EvidenceError, InProcess, Taken, Vault, Warning, shown_name};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Mutex, mpsc};

pub(crate) struct Place {
    pub(crate) dir: tempfile::TempDir,
    pub(crate) vault: Vault,
}

pub(crate) fn place() -> Place {
    let dir = tempfile::tempdir().unwrap();
    let vault = Vault::open(&dir.path().join("vault")).unwrap();
    Place { dir, vault }
}

impl Place {
    pub(crate) fn file(&self, name: &str, bytes: &[u8]) -> PathBuf {
        let path = self.dir.path().join(name);
        std::fs::write(&path, bytes).unwrap();
        path
    }

    pub(crate) fn take(&self, path: &Path) -> Result<Taken, EvidenceError> {
        self.vault.take_in_file(path, &InProcess::default(), &Unwatched)
    }

    fn refusal(&self, path: &Path) -> &'static str {
        let code = self.take(path).unwrap_err().code();
        assert_eq!(self.files(), Vec::<PathBuf>::new(), "something was left by a refusal");
        code
    }

    /// Everything in the vault but its locks.
    pub(crate) fn files(&self) -> Vec<PathBuf> {
        fn walk(dir: &Path, into: &mut Vec<PathBuf>) {
            for entry in std::fs::read_dir(dir).unwrap().flatten() {
                let path = entry.path();
                if path.is_dir() {
                    walk(&path, into);
                } else if !["lock", "staging.lock"].contains(&path.file_name().unwrap().to_str().unwrap()) {
                    into.push(path);
                }
            }
        }
        let mut files = Vec::new();
        walk(&self.dir.path().join("vault"), &mut files);
        files
    }
}

#[test]
fn a_photo_goes_in_byte_for_byte() {
    let place = place();
    let taken = place.take(&fixtures::path("photo.jpg")).unwrap();
    assert_eq!((taken.media_type, taken.pages, taken.width_px, taken.height_px), (MediaType::Jpeg, 1, 160, 120));
    assert_eq!((taken.original_name.as_str(), taken.already_there, &taken.warnings[..]), ("photo.jpg", false, &[][..]));
    assert_eq!(taken.captured_at.unwrap().to_string(), "2026-03-05 14:02:11");
    assert_eq!(taken.bytes, bytes("photo.jpg").len() as u64);

    let hash = taken.sha256.as_str();
    let blob = place.dir.path().join("vault/blobs").join(&hash[..2]).join(&hash[2..4]).join(hash);
    assert_eq!(place.vault.path_of(&taken.sha256), blob);
    assert_eq!(std::fs::read(&blob).unwrap(), bytes("photo.jpg"));
    assert!(blob.metadata().unwrap().permissions().readonly());
    assert_eq!(place.files(), [blob]);
    place.vault.verify(&taken.sha256).unwrap();
}

#[test]
fn the_hash_is_sha_256() {
    let place = place();
    let taken = place.take(&fixtures::path("two-pages.pdf")).unwrap();
    use sha2::Digest;
    assert_eq!(taken.sha256.as_str(), hex::encode(sha2::Sha256::digest(bytes("two-pages.pdf"))));
    assert_eq!((taken.media_type, taken.pages, taken.width_px), (MediaType::Pdf, 2, 0));
}

#[test]
fn the_same_content_lies_there_once() {
    let place = place();
    let first = place.take(&fixtures::path("photo.png")).unwrap();
    let again = place.take(&place.file("another name.png", &bytes("photo.png"))).unwrap();
    assert_eq!((first.already_there, again.already_there), (false, true));
    assert_eq!(first.sha256, again.sha256);
    assert_eq!(again.original_name, "another name.png");
    assert_eq!(place.files().len(), 1);
}

#[test]
fn pasted_bytes_go_in_like_a_file() {
    let place = place();
    let taken = place.vault.take_in_bytes(&bytes("photo.png"), "剪贴板", &InProcess::default(), &Unwatched).unwrap();
    assert_eq!((taken.original_name.as_str(), taken.width_px, &taken.warnings[..]), ("剪贴板", 160, &[][..]));
    let error = place.vault.take_in_bytes(b"", "", &InProcess::default(), &Unwatched).unwrap_err();
    assert_eq!(error.code(), "evidence-empty");
}

#[test]
fn content_decides_and_a_misleading_name_is_told() {
    let place = place();
    let taken = place.take(&place.file("slip.jpg", &bytes("photo.png"))).unwrap();
    assert_eq!((taken.media_type, &taken.warnings[..]), (MediaType::Png, &[Warning::NAME_MISLEADS][..]));
}

#[test]
fn refusals_have_codes_and_leave_nothing() {
    let place = place();
    let file = |name: &str, bytes: &[u8]| place.file(name, bytes);
    assert_eq!(place.refusal(&place.dir.path().join("nowhere.jpg")), "evidence-not-found");
    assert_eq!(place.refusal(&file("empty.jpg", b"")), "evidence-empty");
    assert_eq!(place.refusal(&file("slip.exe", b"MZ\x90\0\x03\0\0\0")), "evidence-kind-unsupported");
    assert_eq!(place.refusal(&file("half.zip", b"PK\x03\x04 and no end")), "evidence-damaged");
    assert_eq!(place.refusal(&file("half.jpg", &bytes("photo.jpg")[..2_500])), "evidence-truncated");
    assert_eq!(place.refusal(&file("half.png", &bytes("photo.png")[..200])), "evidence-truncated");
    assert_eq!(place.refusal(&file("half.webp", &bytes("photo.webp")[..200])), "evidence-truncated");
    assert_eq!(place.refusal(&file("half.pdf", &bytes("two-pages.pdf")[..600])), "evidence-truncated");
    assert_eq!(place.refusal(place.dir.path()), "evidence-not-a-file");
}

#[cfg(unix)]
#[test]
fn links_pipes_sockets_and_devices_are_refused_at_once() {
    let place = place();
    let link = place.dir.path().join("link.jpg");
    std::os::unix::fs::symlink(fixtures::path("photo.jpg"), &link).unwrap();
    assert_eq!(place.refusal(&link), "evidence-not-a-file");
    let dangling = place.dir.path().join("dangling.jpg");
    std::os::unix::fs::symlink(place.dir.path().join("nowhere"), &dangling).unwrap();
    assert_eq!(place.refusal(&dangling), "evidence-not-a-file");
    // With nobody at the other end, opening it in the usual way would wait for ever.
    let pipe = place.dir.path().join("pipe.jpg");
    rustix::fs::mkfifoat(rustix::fs::CWD, &pipe, rustix::fs::Mode::RUSR | rustix::fs::Mode::WUSR).unwrap();
    assert_eq!(place.refusal(&pipe), "evidence-not-a-file");
    let socket = place.dir.path().join("socket.jpg");
    let _listener = std::os::unix::net::UnixListener::bind(&socket).unwrap();
    assert_eq!(place.refusal(&socket), "evidence-not-a-file");
    assert_eq!(place.refusal(Path::new("/dev/null")), "evidence-not-a-file");
}

#[cfg(target_os = "linux")]
#[test]
fn a_file_whose_bytes_do_not_come_is_unreadable() {
    // Looks like a regular file; reading its beginning is an error for everybody, the superuser included.
    assert_eq!(place().refusal(Path::new("/proc/self/mem")), "evidence-unreadable");
}

#[test]
fn the_size_cap_holds_for_files_and_bytes() {
    let place = place();
    let photo = bytes("photo.jpg");
    let vault = Vault::open(&place.dir.path().join("small")).unwrap().with_size_cap(photo.len() as u64 - 1);
    let error = vault.take_in_file(&fixtures::path("photo.jpg"), &InProcess::default(), &Unwatched).unwrap_err();
    assert_eq!(error.code(), "evidence-too-large");
    let error = vault.take_in_bytes(&photo, "x", &InProcess::default(), &Unwatched).unwrap_err();
    assert_eq!(error.code(), "evidence-too-large");
    let vault = vault.with_size_cap(photo.len() as u64);
    vault.take_in_bytes(&photo, "x", &InProcess::default(), &Unwatched).unwrap();
    let error: EvidenceError = EvidenceError::TooLarge { limit: recourse_evidence::vault::DEFAULT_SIZE_CAP };
    assert_eq!(error.params()["limit"], "200");
}

/// Writes to the source in the middle of the intake.
struct Meddler {
    path: PathBuf,
    done: AtomicU64,
}

impl Watcher for Meddler {
    fn progress(&self, _: &Progress<'_>) {
        if self.done.fetch_add(1, Ordering::SeqCst) == 0 {
            let mut bytes = std::fs::read(&self.path).unwrap();
            bytes.extend_from_slice(b"more");
            std::fs::write(&self.path, bytes).unwrap();
        }
    }
    fn cancelled(&self) -> bool {
        false
    }
}

#[test]
fn a_file_that_changes_while_it_is_read_is_refused() {
    let place = place();
    let path = place.file("growing.jpg", &bytes("photo.jpg"));
    let meddler = Meddler { path: path.clone(), done: AtomicU64::new(0) };
    let error = place.vault.take_in_file(&path, &InProcess::default(), &meddler).unwrap_err();
    assert_eq!(error.code(), "evidence-changed");
    assert_eq!(place.files(), Vec::<PathBuf>::new());
    place.take(&path).unwrap();
}

/// Cancels after a number of pieces and remembers what it was told.
struct Impatient {
    pieces: u64,
    seen: Mutex<Vec<(u64, u64, String)>>,
}

impl Watcher for Impatient {
    fn progress(&self, p: &Progress<'_>) {
        assert_eq!(p.what, "job-taking-in");
        self.seen.lock().unwrap().push((p.done, p.total, p.item.to_owned()));
    }
    fn cancelled(&self) -> bool {
        self.seen.lock().unwrap().len() as u64 >= self.pieces
    }
}

/// A JPEG of about a megabyte.
fn large() -> Vec<u8> {
    let photo = bytes("photo.jpg");
    let filler: Vec<Vec<u8>> = (0..16).map(|_| fixtures::segment(0xEF, &[7; 65_000])).collect();
    fixtures::with_segments(&photo, &filler)
}

#[test]
fn progress_is_told_in_bytes_and_cancelling_leaves_nothing() {
    let place = place();
    let path = place.file("large\u{202E}.jpg", &large());
    let all = Impatient { pieces: u64::MAX, seen: Mutex::default() };
    place.vault.take_in_file(&path, &InProcess::default(), &all).unwrap();
    let seen = all.seen.into_inner().unwrap();
    let total = large().len() as u64;
    assert!(seen.len() >= 4 && seen.is_sorted());
    assert_eq!(seen.last().unwrap(), &(total, total, "large.jpg".to_owned()));

    for pieces in 0..=seen.len() as u64 {
        let fresh = self::place();
        let path = fresh.file("large.jpg", &large());
        let watch = Impatient { pieces, seen: Mutex::default() };
        let error = fresh.vault.take_in_file(&path, &InProcess::default(), &watch).unwrap_err();
        assert_eq!(error.code(), "cancelled");
        assert_eq!(fresh.files(), Vec::<PathBuf>::new());
    }
}

#[test]
fn names_are_data() {
    let place = place();
    let photo = bytes("photo.png");
    let long = format!("{}.png", "长".repeat(300));
    for name in
        ["../../etc/passwd", "a\0b.png", "invoice\u{202E}gnp.exe", &long, "CON", "a:b", ".", "", "x/../../y.png"]
    {
        let taken = place.vault.take_in_bytes(&photo, name, &InProcess::default(), &Unwatched).unwrap();
        assert_eq!(taken.original_name, name);
        assert!(!shown_name(name).chars().any(|c| c.is_control() || ('\u{202A}'..='\u{2069}').contains(&c)));
    }
    assert_eq!(place.files().len(), 1);
    let mut beside: Vec<_> = std::fs::read_dir(place.dir.path()).unwrap().flatten().map(|e| e.file_name()).collect();
    beside.sort();
    assert_eq!(beside, ["vault"], "a name became a path");
}

/// A door that always says the same.
struct Saying(fn() -> EvidenceError);

impl Door for Saying {
    fn ask(&self, path: &Path, _: &Ask, _: &dyn Watcher) -> Result<Answer, EvidenceError> {
        assert!(path.is_file(), "the door sees a file that is whole");
        Err(self.0())
    }
}

#[test]
fn a_door_that_refuses_keeps_the_vault_as_it_was() {
    for refusal in [
        || EvidenceError::DecoderMissing,
        || EvidenceError::Truncated { kind: "JPEG" },
        || EvidenceError::KindUnsupported { kind: "JPEG (lossless)" },
    ] {
        let place = place();
        let error = place.vault.take_in_file(&fixtures::path("photo.jpg"), &Saying(refusal), &Unwatched).unwrap_err();
        assert_eq!(error.code(), refusal().code());
        assert_eq!(place.files(), Vec::<PathBuf>::new());
    }
}

#[test]
fn what_no_decoder_survives_is_kept_closed() {
    for (refusal, warning) in [
        ((|| EvidenceError::DecoderDied) as fn() -> _, Warning::DECODER_DIED),
        (|| EvidenceError::TooSlow { seconds: 1 }, Warning::DECODER_TOO_SLOW),
    ] {
        let place = place();
        let taken = place.vault.take_in_file(&fixtures::path("photo.jpg"), &Saying(refusal), &Unwatched).unwrap();
        assert_eq!((taken.media_type, taken.pages, taken.reading), (MediaType::Opaque, 0, None));
        assert_eq!(taken.warnings, [warning]);
        assert_eq!(std::fs::read(place.vault.path_of(&taken.sha256)).unwrap(), bytes("photo.jpg"));
    }
}

#[test]
fn many_hands_take_in_the_same_and_different_things() {
    let place = place();
    let (tell, told) = mpsc::channel();
    std::thread::scope(|scope| {
        for _ in 0..4 {
            let (place, tell) = (&place, tell.clone());
            scope.spawn(move || {
                for name in ["photo.jpg", "photo.png", "photo.webp", "two-pages.pdf"] {
                    tell.send(place.take(&fixtures::path(name)).unwrap().sha256).unwrap();
                }
            });
        }
    });
    drop(tell);
    let mut hashes: Vec<_> = told.into_iter().collect();
    assert_eq!(hashes.len(), 16);
    hashes.sort();
    hashes.dedup();
    assert_eq!(hashes.len(), 4);
    assert_eq!(place.files().len(), 4);
    hashes.iter().for_each(|h| place.vault.verify(h).unwrap());
}
