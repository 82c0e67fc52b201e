//! Words: every code of this room has them, in both languages, and they ask for no value that the code does not give.

use crate::StoreError;
use recourse_domain::{Coded, Params};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

fn every_error() -> Vec<StoreError> {
    let path = PathBuf::from("/data");
    let reason = "why".to_owned();
    vec![
        StoreError::FolderNotAFolder { path: path.clone() },
        StoreError::FolderNotMade { path: path.clone(), reason: reason.clone() },
        StoreError::FolderReadOnly { path: path.clone() },
        StoreError::FolderOnNetwork { path: path.clone(), kind: "NFS" },
        StoreError::FolderInUse { path: path.clone() },
        StoreError::FolderNoLock { path: path.clone(), reason: reason.clone() },
        StoreError::DatabaseNotOurs { path: path.clone() },
        StoreError::DatabaseNewer { path: path.clone(), found: 2, known: 1 },
        StoreError::DatabaseIncomplete { path: path.clone() },
        StoreError::DatabaseDamaged { path: path.clone(), reason: reason.clone() },
        StoreError::DatabaseBusy { path: path.clone() },
        StoreError::DatabaseSetting { setting: "synchronous", found: "1".to_owned() },
        StoreError::MigrationFailed { from: 1, to: 2, reason: reason.clone() },
        StoreError::CopyFailed { path: path.clone(), reason: reason.clone() },
        StoreError::DiskFull { path: path.clone() },
        StoreError::StorageFailed { path, reason: reason.clone() },
        StoreError::CaseUnknown { case: "x".to_owned() },
        StoreError::CaseNumberTaken { number: "2026-0001".to_owned() },
        StoreError::EvidenceUnknown(super::samples::id(1)),
        StoreError::PacketUnknown(super::samples::id(1)),
        StoreError::CursorUnreadable { value: "x".to_owned() },
        StoreError::EventUnknown { seq: 1, kind: "x".to_owned() },
        StoreError::EventUnreadable { seq: 1, reason: reason.clone() },
        StoreError::JournalBroken { seq: 1 },
        StoreError::TablesUnreadable { reason },
    ]
}

/// Findings that are not errors too: code, values.
const FINDINGS: [(&str, &[&str]); 9] = [
    ("folder-shared-medium", &["path", "kind"]),
    ("folder-synced", &["path", "kind"]),
    ("folder-open-to-others", &["path", "kind"]),
    ("folder-low-space", &["path", "kind"]),
    ("journal-broken", &["seq"]),
    ("database-pages-damaged", &["reason"]),
    ("tables-torn", &[]),
    ("tables-differ", &["table", "number"]),
    ("search-differs", &[]),
];

const MENDS: [&str; 7] =
    ["rebuild", "restore-copy", "update-app", "move-folder", "close-folder", "free-space", "try-again"];

/// Messages of a language's error files: key, and the values it uses. No other file may say again what ours says.
fn messages(language: &str) -> BTreeMap<String, BTreeSet<String>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../assets/locales").join(language);
    let ours = fs::read_to_string(folder.join("errors-store.ftl")).unwrap();
    let is_ours = |key: &str| ours.lines().any(|line| line.starts_with(&format!("{key} =")));
    let mut found = BTreeMap::new();
    for path in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
        if !path.file_name().unwrap().to_string_lossy().starts_with("errors-") {
            continue;
        }
        for line in fs::read_to_string(&path).unwrap().lines() {
            let Some((key, text)) = line.split_once(" = ") else { continue };
            let values =
                text.split("{ $").skip(1).filter_map(|rest| rest.split_once(' ').map(|(name, _)| name.to_owned()));
            let before = found.insert(key.to_owned(), values.collect());
            assert!(before.is_none() || !is_ours(key), "{language}: {key} stands twice");
        }
    }
    found
}

#[test]
fn every_code_has_words_in_both_languages() {
    for language in ["zh-CN", "en"] {
        let messages = messages(language);
        let said = |key: String, given: &BTreeSet<String>| {
            let used = messages.get(&key).unwrap_or_else(|| panic!("{language}: no {key}"));
            assert!(used.is_subset(given), "{language}: {key} asks for {used:?}, given {given:?}");
        };
        for error in every_error() {
            let params: Params = error.params();
            said(format!("error-{}", error.code()), &params.into_keys().collect());
        }
        for (code, given) in FINDINGS {
            said(format!("finding-{code}"), &given.iter().map(|name| (*name).to_owned()).collect());
        }
        for mend in MENDS {
            said(format!("mend-{mend}"), &BTreeSet::new());
        }
    }
}

#[test]
fn no_words_are_left_over() {
    let errors: BTreeSet<&str> = every_error().iter().map(Coded::code).collect();
    for language in ["zh-CN", "en"] {
        let path = format!("../../../assets/locales/{language}/errors-store.ftl");
        let text = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).unwrap();
        for key in text.lines().filter_map(|line| line.split_once(" = ").map(|(key, _)| key)) {
            let (sort, code) = key.split_once('-').unwrap();
            let known = match sort {
                "error" => errors.contains(code),
                "finding" => errors.contains(code) || FINDINGS.iter().any(|(known, _)| *known == code),
                "mend" => MENDS.contains(&code),
                _ => false,
            };
            assert!(known, "{language}: {key}");
        }
    }
}

#[test]
fn codes_are_distinct() {
    let codes: BTreeSet<_> = every_error().iter().map(Coded::code).collect();
    assert_eq!(codes.len(), every_error().len());
}
