//! What the stories share: a data folder of their own, a fixed clock, a picture.
#![allow(dead_code, unreachable_pub, missing_docs)]

use recourse_desk::ports::FixedClock;
use recourse_desk::{CaseDraft, Desk, DeskOptions, EvidenceEdit, Offered, Unwatched};
use std::path::{Path, PathBuf};
use std::sync::Arc;

pub fn options(dir: &Path) -> DeskOptions {
    let mut options = DeskOptions::new(dir.join("data"), "zh_CN.UTF-8").decoding_here();
    options.clock = Arc::new(FixedClock("2026-03-05T06:02:11Z".parse().unwrap()));
    options.zone = "Asia/Shanghai".parse().unwrap();
    options
}

pub fn desk(dir: &Path) -> Desk {
    Desk::open(options(dir)).unwrap()
}

pub fn draft(playbook: &str) -> CaseDraft {
    CaseDraft { playbook: playbook.to_owned(), ..CaseDraft::default() }
}

/// A 1 × 1 px PNG made for the purpose.
pub const PNG: &[u8] = &[
    0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d, 0x49, 0x48, 0x44, 0x52, 0, 0, 0, 1, 0, 0, 0, 1, 8,
    2, 0, 0, 0, 0x90, 0x77, 0x53, 0xde, 0, 0, 0, 0x0c, 0x49, 0x44, 0x41, 0x54, 8, 0xd7, 0x63, 0xf8, 0xcf, 0xc0, 0, 0,
    3, 1, 1, 0, 0x18, 0xdd, 0x8d, 0xb0, 0, 0, 0, 0, 0x49, 0x45, 0x4e, 0x44, 0xae, 0x42, 0x60, 0x82,
];

/// Takes in a picture of its own as proof of a kind. Bytes behind the end mark belong to the original and not to the
/// picture, so each is another.
pub fn prove(desk: &Desk, case: &str, kind: &str, name: &str) -> String {
    let said = EvidenceEdit { kind: Some(kind.to_owned()), ..EvidenceEdit::default() };
    let mut png = PNG.to_vec();
    png.extend(kind.as_bytes());
    let report = desk.evidence_add(case, &[Offered::Bytes { bytes: &png, name }], &said, &Unwatched).unwrap();
    assert!(report.refused.is_empty(), "{report:?}");
    report.added[0].id.clone()
}

/// Every file below a folder.
pub fn walk(dir: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(dir).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() { found.extend(walk(&path)) } else { found.push(path) }
    }
    found
}
