//! Who may know whom. The house stands as long as every arrow points down.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "what cannot be read ends the test")]

use std::collections::{BTreeMap, BTreeSet};

use cargo_metadata::{DependencyKind, MetadataCommand};

use crate::sources::{self, root};

const DESKTOP: &str = "recourse-desktop";

/// Each room and the rooms it may know. A room that stands here twice or not at all fails the test.
const MAY_KNOW: &[(&str, &[&str])] = &[
    ("recourse-domain", &[]),
    ("recourse-rulebook", &["recourse-domain"]),
    ("recourse-ledger", &["recourse-domain", "recourse-rulebook"]),
    ("recourse-evidence", &["recourse-domain"]),
    ("recourse-packet", &["recourse-domain", "recourse-rulebook", "recourse-evidence"]),
    ("recourse-store", &["recourse-domain"]),
    (
        "recourse-desk",
        &[
            "recourse-domain",
            "recourse-rulebook",
            "recourse-ledger",
            "recourse-evidence",
            "recourse-packet",
            "recourse-store",
        ],
    ),
    // Both faces speak the domain's and the rulebook's words; what happens to a case they leave to the use cases.
    ("recourse-cli", &["recourse-domain", "recourse-rulebook", "recourse-desk", "recourse-evidence"]),
    (DESKTOP, &["recourse-domain", "recourse-rulebook", "recourse-desk"]),
    ("xtask", &[]),
];

/// Libraries that only some rooms may build on, and those rooms. Tests may use more, to look from outside.
const ONLY_IN: &[(&str, &[&str])] = &[
    ("rusqlite", &["recourse-store"]),
    ("printpdf", &["recourse-packet"]),
    ("clap", &["recourse-cli"]),
    ("indicatif", &["recourse-cli"]),
    ("zune-jpeg", &["recourse-evidence"]),
    ("mail-parser", &["recourse-evidence"]),
    ("landlock", &["recourse-evidence"]),
    ("seccompiler", &["recourse-evidence"]),
    ("hayro", &["recourse-evidence", "recourse-packet"]),
    ("fluent-bundle", &["recourse-rulebook"]),
];

/// The window's own libraries: nothing below may meet them, not even through another library.
const WINDOW: &[&str] = &["tauri", "tauri-build", "wry", "tao", "gtk", "webkit2gtk", "javascriptcore-rs", "soup3"];

/// Every package of the workspace with the names it depends on, for itself, its build script and, if asked, its tests.
fn arrows(tests_too: bool) -> BTreeMap<String, BTreeSet<String>> {
    let metadata = MetadataCommand::new()
        .manifest_path(root().join("Cargo.toml"))
        .no_deps()
        .other_options(vec!["--offline".to_owned()])
        .exec()
        .unwrap();
    let known = |package: &cargo_metadata::Package| {
        let counts = |kind| tests_too || kind != DependencyKind::Development;
        package.dependencies.iter().filter(|known| counts(known.kind)).map(|known| known.name.clone()).collect()
    };
    metadata.packages.iter().map(|package| (package.name.to_string(), known(package))).collect()
}

#[test]
fn arrows_point_down() {
    let arrows = arrows(true);
    let rooms: BTreeSet<&str> = MAY_KNOW.iter().map(|(room, _)| *room).collect();
    assert_eq!(rooms, arrows.keys().map(String::as_str).collect(), "a room without a place in the house");
    for (room, allowed) in MAY_KNOW {
        let known: Vec<&String> = arrows[*room].iter().filter(|name| rooms.contains(name.as_str())).collect();
        let up: Vec<_> = known.iter().filter(|name| !allowed.contains(&name.as_str())).collect();
        assert!(up.is_empty(), "{room} may not know {up:?}");
    }
}

#[test]
fn some_libraries_have_one_place() {
    for (room, known) in arrows(false) {
        for (library, rooms) in ONLY_IN {
            assert!(!known.contains(*library) || rooms.contains(&room.as_str()), "{room} may not use {library}");
        }
        for library in WINDOW.iter().filter(|_| room != DESKTOP) {
            assert!(!known.contains(*library), "{room} may not use {library}");
        }
    }
}

/// Read from the lock file, which holds every platform: `cargo metadata` would tell of this machine's only.
#[test]
fn only_the_window_meets_tauri_even_through_others() {
    let lock: toml::Table = std::fs::read_to_string(root().join("Cargo.lock")).unwrap().parse().unwrap();
    let mut knows: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for package in lock["package"].as_array().unwrap() {
        let known = package.get("dependencies").and_then(|list| list.as_array()).into_iter().flatten();
        // "name", "name version" or "name version (source)"; versions of one name are taken together.
        let known = known.filter_map(|name| name.as_str()?.split(' ').next());
        knows.entry(package["name"].as_str().unwrap()).or_default().extend(known);
    }
    assert!(reachable(&knows, DESKTOP).contains("wry"), "the lock file is not read as it should be");
    for (room, _) in MAY_KNOW.iter().filter(|(room, _)| *room != DESKTOP) {
        let met: Vec<&str> = WINDOW.iter().copied().filter(|name| reachable(&knows, room).contains(name)).collect();
        assert!(met.is_empty(), "{room} meets {met:?}");
    }
}

fn reachable<'a>(knows: &BTreeMap<&'a str, BTreeSet<&'a str>>, from: &'a str) -> BTreeSet<&'a str> {
    let mut met = BTreeSet::new();
    let mut waiting = vec![from];
    while let Some(name) = waiting.pop() {
        if met.insert(name) {
            waiting.extend(knows.get(name).into_iter().flatten());
        }
    }
    met
}

/// Foreign bytes are taken apart in workers. What decodes within the program itself is for workers and unit tests.
#[test]
fn only_workers_decode() {
    let allowed = ["src-tauri/crates/evidence/", "src-tauri/crates/desk/src/decoder.rs"];
    for source in sources::rust().iter().filter(|source| !allowed.iter().any(|place| source.name.starts_with(place))) {
        assert!(!source.product().contains("InProcess"), "{} decodes in the program itself", source.name);
        let named = source.product().contains("decoding_here");
        assert!(!named || source.name == "src-tauri/src/state.rs", "{} asks to decode here", source.name);
    }
    let shell = sources::rust().into_iter().find(|source| source.name == "src-tauri/src/state.rs").unwrap();
    assert!(shell.text.contains("if cfg!(test) { options.decoding_here() } else { options }"));
}

/// What a case becomes depends on its events alone.
#[test]
fn the_domain_has_no_clock_no_files_and_no_chance() {
    for source in sources::rust().iter().filter(|source| source.name.starts_with("src-tauri/crates/domain/")) {
        for word in [
            "std::fs",
            "std::env",
            "std::net",
            "std::process",
            "SystemTime",
            "time::Instant",
            "::now(",
            "Ulid::new",
            "rand::",
        ] {
            let code = source.product().lines().filter(|line| !line.trim_start().starts_with("//"));
            let found = code.into_iter().find(|line| line.contains(word));
            assert!(found.is_none(), "{}: `{word}` in {found:?}", source.name);
        }
    }
}

/// The page reaches the machine through one door, and the component library through another.
#[test]
fn the_page_has_one_door_to_the_machine() {
    for source in sources::below("ui/src", &[".ts", ".tsx"]) {
        let imports = |from: &str| {
            source.text.lines().any(|line| {
                (line.contains("import") || line.contains("from "))
                    && (line.contains(&format!("\"{from}")) || line.contains(&format!("'{from}")))
            })
        };
        assert!(
            !imports("@tauri-apps/") || source.name.starts_with("ui/src/platform/"),
            "{} goes past ui/src/platform",
            source.name
        );
        assert!(
            !imports("@mantine/") || !source.name.starts_with("ui/src/features/"),
            "{} goes past ui/src/components",
            source.name
        );
    }
}
