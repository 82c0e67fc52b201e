use crate::fixtures::{self, bytes};
use crate::intake::{Place, place};
use recourse_domain::{Coded, Progress, Sha256Hex, Unwatched, Watcher};
use recourse_evidence::{Audit, InProcess, Vault, Warning};
use std::fs;
use std::path::Path;

fn overwrite(path: &Path, bytes: &[u8]) {
    fs::remove_file(path).unwrap();
    fs::write(path, bytes).unwrap();
}

fn filled(place: &Place) -> Vec<(Sha256Hex, u64)> {
    ["photo.jpg", "photo.png", "two-pages.pdf"]
        .into_iter()
        .map(|name| place.take(&fixtures::path(name)).unwrap())
        .map(|taken| (taken.sha256, taken.bytes))
        .collect()
}

#[test]
fn one_bit_is_noticed() {
    let place = place();
    let (hash, _) = filled(&place).remove(0);
    let blob = place.vault.path_of(&hash);
    let mut altered = fs::read(&blob).unwrap();
    altered[1_000] ^= 1;
    overwrite(&blob, &altered);
    assert_eq!(place.vault.verify(&hash).unwrap_err().code(), "blob-altered");
    fs::remove_file(&blob).unwrap();
    assert_eq!(place.vault.verify(&hash).unwrap_err().code(), "blob-missing");
    fs::create_dir(&blob).unwrap();
    assert_eq!(place.vault.verify(&hash).unwrap_err().code(), "blob-altered");
}

#[test]
fn the_audit_finds_every_kind_of_harm() {
    let place = place();
    let expected = filled(&place);
    let clean = place.vault.audit(&expected, &Unwatched).unwrap();
    assert_eq!(clean, Audit { checked: 3, ..Audit::default() });

    let [a, b, c] = &expected[..] else { panic!() };
    // Two swapped, one gone, one more that nobody names, and a file that is none of ours.
    let (bytes_a, bytes_b) =
        (fs::read(place.vault.path_of(&a.0)).unwrap(), fs::read(place.vault.path_of(&b.0)).unwrap());
    overwrite(&place.vault.path_of(&a.0), &bytes_b);
    overwrite(&place.vault.path_of(&b.0), &bytes_a);
    fs::remove_file(place.vault.path_of(&c.0)).unwrap();
    let orphan = place.take(&fixtures::path("gray.jpg")).unwrap().sha256;
    fs::write(place.vault.path_of(&orphan).with_file_name("desktop.ini"), b"").unwrap();

    let audit = place.vault.audit(&expected, &Unwatched).unwrap();
    assert_eq!(audit.checked, 3);
    assert_eq!(audit.altered, [a.0.clone(), b.0.clone()]);
    assert_eq!(audit.missing, std::slice::from_ref(&c.0));
    assert_eq!(audit.orphan, [orphan]);
}

#[test]
fn the_audit_can_be_stopped_and_tells_how_far_it_is() {
    struct Stop(std::sync::Mutex<Vec<(u64, u64)>>, usize);
    impl Watcher for Stop {
        fn progress(&self, p: &Progress<'_>) {
            assert_eq!(p.what, "job-verifying");
            self.0.lock().unwrap().push((p.done, p.total));
        }
        fn cancelled(&self) -> bool {
            self.0.lock().unwrap().len() >= self.1
        }
    }
    let place = place();
    let expected = filled(&place);
    let total: u64 = expected.iter().map(|(_, b)| b).sum();
    let whole = Stop(std::sync::Mutex::default(), usize::MAX);
    place.vault.audit(&expected, &whole).unwrap();
    assert_eq!(whole.0.lock().unwrap().last(), Some(&(total, total)));
    let early = Stop(std::sync::Mutex::default(), 2);
    assert_eq!(place.vault.audit(&expected, &early).unwrap_err().code(), "cancelled");
}

#[test]
fn altered_content_is_mended_by_taking_it_in_again() {
    let place = place();
    let (hash, _) = filled(&place).remove(0);
    overwrite(&place.vault.path_of(&hash), b"something else");
    let again = place.take(&fixtures::path("photo.jpg")).unwrap();
    assert!(again.already_there);
    assert_eq!(again.warnings, [Warning::BLOB_REPAIRED]);
    place.vault.verify(&hash).unwrap();
    let aside = place.dir.path().join("vault/quarantine").join(format!("{hash}-1"));
    assert_eq!(fs::read(aside).unwrap(), b"something else");

    // Even a folder in its place is set aside, and nothing set aside is overwritten.
    fs::remove_file(place.vault.path_of(&hash)).unwrap();
    fs::create_dir(place.vault.path_of(&hash)).unwrap();
    place.take(&fixtures::path("photo.jpg")).unwrap();
    place.vault.verify(&hash).unwrap();
    assert!(place.dir.path().join("vault/quarantine").join(format!("{hash}-2")).is_dir());
}

#[test]
fn missing_content_comes_back_by_taking_it_in_again() {
    let place = place();
    let (hash, _) = filled(&place).remove(0);
    fs::remove_file(place.vault.path_of(&hash)).unwrap();
    assert!(!place.take(&fixtures::path("photo.jpg")).unwrap().already_there);
    place.vault.verify(&hash).unwrap();
}

#[test]
fn exports_are_exact_new_and_never_overwrite() {
    let place = place();
    let (hash, _) = filled(&place).remove(0);
    let to = place.dir.path().join("out.jpg");
    place.vault.export(&hash, &to).unwrap();
    assert_eq!(fs::read(&to).unwrap(), bytes("photo.jpg"));
    assert!(!to.metadata().unwrap().permissions().readonly());
    assert_eq!(place.vault.export(&hash, &to).unwrap_err().code(), "export-exists");
    let nowhere = place.dir.path().join("no-folder/out.jpg");
    assert_eq!(place.vault.export(&hash, &nowhere).unwrap_err().code(), "export-failed");
}

#[test]
fn an_export_of_altered_content_is_taken_back() {
    let place = place();
    let (hash, _) = filled(&place).remove(0);
    overwrite(&place.vault.path_of(&hash), b"altered");
    let to = place.dir.path().join("out.jpg");
    assert_eq!(place.vault.export(&hash, &to).unwrap_err().code(), "blob-altered");
    assert!(!to.exists());
    fs::remove_file(place.vault.path_of(&hash)).unwrap();
    assert_eq!(place.vault.export(&hash, &to).unwrap_err().code(), "blob-missing");
    assert!(!to.exists());
}

#[test]
fn leftovers_of_the_dead_are_swept_and_those_of_the_living_are_not() {
    let place = place();
    let root = place.dir.path().join("vault");
    let dead = root.join("staging/4711-0");
    fs::create_dir(&dead).unwrap();
    fs::write(dead.join("lock"), b"").unwrap();
    fs::write(dead.join("0"), b"half a photo").unwrap();
    let stray = root.join("staging/stray");
    fs::write(&stray, b"").unwrap();

    let living: Vec<_> = fs::read_dir(root.join("staging")).unwrap().flatten().map(|e| e.path()).collect();
    let second = Vault::open(&root).unwrap();
    assert!(!dead.exists() && !stray.exists());
    let kept = living.iter().filter(|p| p.exists()).count();
    assert_eq!(kept, 1, "the first vault is still open");
    // Both go on working.
    place.take(&fixtures::path("photo.jpg")).unwrap();
    second.take_in_file(&fixtures::path("photo.png"), &InProcess::default(), &Unwatched).unwrap();
    drop(second);
    drop(place.vault);
    assert_eq!(fs::read_dir(root.join("staging")).unwrap().count(), 0);
}

#[test]
fn opening_again_changes_nothing() {
    let place = place();
    let expected = filled(&place);
    let Place { dir, vault } = place;
    drop(vault);
    let vault = Vault::open(&dir.path().join("vault")).unwrap();
    assert_eq!(vault.audit(&expected, &Unwatched).unwrap(), Audit { checked: 3, ..Audit::default() });
}
