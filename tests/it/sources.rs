//! Reading the checkout's own sources, for the tests that guard how they are written.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a source that cannot be read ends the test")]

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// The checkout's top folder.
pub(crate) fn root() -> PathBuf {
    let manifest = Path::new(env!("CARGO_MANIFEST_DIR"));
    manifest.ancestors().nth(3).expect("the command line's crate lies three folders down").to_owned()
}

/// A file of the checkout.
#[derive(Debug)]
pub(crate) struct Source {
    /// Path below the top folder, with `/`.
    pub(crate) name: String,
    /// The whole text.
    pub(crate) text: String,
}

impl Source {
    /// The text without the tests that Rust modules carry at their end: what only a test says, nobody is told.
    pub(crate) fn product(&self) -> &str {
        let end = self.text.match_indices("\n#[cfg(test)]\n").map(|(at, _)| at).find(|at| {
            let mut lines = self.text[at + 1..].lines().skip_while(|line| line.starts_with('#'));
            lines.next().is_some_and(|line| line.starts_with("mod ") && line.ends_with('{'))
        });
        &self.text[..end.unwrap_or(self.text.len())]
    }
}

/// All files below `folder` that end with one of `endings`, by name.
pub(crate) fn below(folder: &str, endings: &[&str]) -> Vec<Source> {
    let root = root();
    let mut waiting = vec![root.join(folder)];
    let mut found = Vec::new();
    while let Some(path) = waiting.pop() {
        if path.is_dir() && !path.ends_with("node_modules") && !path.ends_with("dist") {
            waiting.extend(std::fs::read_dir(&path).unwrap().map(|entry| entry.unwrap().path()));
        } else if endings.iter().any(|ending| path.to_string_lossy().ends_with(ending)) {
            let name = path.strip_prefix(&root).unwrap().to_string_lossy().replace('\\', "/");
            found.push(Source { name, text: std::fs::read_to_string(&path).unwrap() });
        }
    }
    found.sort_by(|a, b| a.name.cmp(&b.name));
    found
}

/// The Rust of the product: crates and shell, without build tools and without files that only hold tests.
pub(crate) fn rust() -> Vec<Source> {
    let mut sources = below("src-tauri/crates", &[".rs"]);
    sources.extend(below("src-tauri/src", &[".rs"]));
    sources.retain(|source| {
        source.name.contains("/src/") && !source.name.ends_with("/tests.rs") && !source.name.contains("/tests/")
    });
    assert!(sources.len() > 20, "the Rust sources were not found");
    sources
}

/// The TypeScript of the page, without tests.
pub(crate) fn page() -> Vec<Source> {
    let mut sources = below("ui/src", &[".ts", ".tsx"]);
    sources.retain(|source| !source.name.contains(".test.") && !source.name.contains("/test/"));
    sources
}

/// Every text between two quotes on one line that could be a key or a pattern for keys. What a template puts in, whatever
/// it is, stands as `{}`.
pub(crate) fn literals(text: &str) -> BTreeSet<String> {
    let fits = |piece: &String| {
        let allowed = |c: char| c.is_ascii_alphanumeric() || "-_{}$.:?()[]! ".contains(c);
        !piece.is_empty() && piece.len() < 120 && piece.chars().all(allowed)
    };
    let mut found = BTreeSet::new();
    for line in text.lines().filter(|line| !line.trim_start().starts_with("//")) {
        found.extend(line.split(['"', '\'', '`']).map(str::to_owned).filter(fits));
        found.extend(line.split('`').skip(1).step_by(2).map(emptied).filter(fits));
    }
    found
}

/// `a-${b.replace('_', '-')}` as `a-{}`.
fn emptied(template: &str) -> String {
    let mut out = String::new();
    let mut rest = template;
    while let Some((before, inside)) = rest.split_once("${") {
        out.push_str(before);
        out.push_str("{}");
        let mut depth = 1_i32;
        let end = inside.find(|c| {
            depth += i32::from(c == '{') - i32::from(c == '}');
            depth == 0
        });
        rest = end.map_or("", |end| &inside[end + 1..]);
    }
    out + rest
}
