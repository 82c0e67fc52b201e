use crate::fixtures;
use crate::intake::place;
use recourse_domain::{Coded, MediaType, Watcher};
use recourse_evidence::{Answer, Ask, Door, EvidenceError, InProcess, Previews};
use std::fs;
use std::path::Path;
use std::sync::atomic::{AtomicU64, Ordering};

#[derive(Default)]
struct Counting(AtomicU64);

impl Door for Counting {
    fn ask(&self, path: &Path, ask: &Ask, watch: &dyn Watcher) -> Result<Answer, EvidenceError> {
        if matches!(ask, Ask::Pixels { longest_px: Some(_), .. }) {
            self.0.fetch_add(1, Ordering::SeqCst);
        }
        InProcess::default().ask(path, ask, watch)
    }
}

#[test]
fn a_preview_is_made_once() {
    let place = place();
    let hash = place.take(&fixtures::path("photo.jpg")).unwrap().sha256;
    let dir = place.dir.path().join("previews");
    let previews = Previews::open(&dir, 1_000_000);
    let door = Counting::default();
    let get = |size| previews.picture(&place.vault, &door, &hash, MediaType::Jpeg, 1, size).unwrap();
    let first = get(64);
    assert_eq!((first.width_px, first.height_px), (64, 48));
    assert_eq!(get(64), first);
    assert_eq!(door.0.load(Ordering::SeqCst), 1);
    get(32);
    assert_eq!(door.0.load(Ordering::SeqCst), 2);
    assert!(dir.join(format!("{hash}-1-64.png")).is_file());

    // Another run finds what this one left.
    let later = Previews::open(&dir, 1_000_000);
    assert_eq!(later.picture(&place.vault, &door, &hash, MediaType::Jpeg, 1, 64).unwrap(), first);
    assert_eq!(door.0.load(Ordering::SeqCst), 2);
}

#[test]
fn deleting_or_breaking_the_cache_costs_only_time() {
    let place = place();
    let hash = place.take(&fixtures::path("photo.jpg")).unwrap().sha256;
    let dir = place.dir.path().join("previews");
    let previews = Previews::open(&dir, 1_000_000);
    let get = || previews.picture(&place.vault, &InProcess::default(), &hash, MediaType::Jpeg, 1, 64).unwrap();
    let first = get();
    let file = dir.join(format!("{hash}-1-64.png"));
    for broken in [&b""[..], b"\x89PNG", &first.png[..first.png.len() - 5]] {
        fs::write(&file, broken).unwrap();
        assert_eq!(get(), first);
        assert_eq!(fs::read(&file).unwrap(), first.png);
    }
    fs::remove_dir_all(&dir).unwrap();
    assert_eq!(get(), first);
    assert!(file.is_file());
    // A place where no cache can be.
    let nowhere = Previews::open(&file.join("sub"), 1_000_000);
    assert_eq!(nowhere.picture(&place.vault, &InProcess::default(), &hash, MediaType::Jpeg, 1, 64).unwrap(), first);
}

#[test]
fn the_cache_stays_within_its_room() {
    let place = place();
    let hash = place.take(&fixtures::path("photo.jpg")).unwrap().sha256;
    let dir = place.dir.path().join("previews");
    let cap = 4_000;
    let previews = Previews::open(&dir, cap);
    for size in 20..80 {
        let made = previews.picture(&place.vault, &InProcess::default(), &hash, MediaType::Jpeg, 1, size).unwrap();
        let held: u64 = fs::read_dir(&dir).unwrap().map(|e| e.unwrap().metadata().unwrap().len()).sum();
        assert!(held <= cap, "{held} bytes after a preview of {}", made.png.len());
    }
    assert!(fs::read_dir(&dir).unwrap().count() > 1);
}

#[test]
fn previews_of_missing_content_say_so() {
    let place = place();
    let hash = place.take(&fixtures::path("photo.jpg")).unwrap().sha256;
    fs::remove_file(place.vault.path_of(&hash)).unwrap();
    let previews = Previews::open(&place.dir.path().join("previews"), 1_000);
    let error = previews.picture(&place.vault, &InProcess::default(), &hash, MediaType::Jpeg, 1, 64).unwrap_err();
    assert_eq!(error.code(), "blob-missing");
}
