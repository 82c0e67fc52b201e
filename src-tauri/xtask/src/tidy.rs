//! `cargo xtask tidy`: words, files and habits that do not belong in this project. What a compiler or a linter sees
//! is theirs to say; here stands only what none of them looks at.

mod rules;

use std::path::Path;

use crate::checkout;
use crate::command::Call;
use crate::trouble::Trouble;

/// Longer files have more than one reason to change.
const MOST_LINES: usize = 500;

/// Names that may stand at the top, beside dot-files.
const TOP: &[&str] = &[
    "ARCHITECTURE.md",
    "CHANGELOG.md",
    "CONTRIBUTING.md",
    "Cargo.lock",
    "Cargo.toml",
    "LICENSE",
    "LICENSE-APACHE",
    "LICENSE-MIT",
    "README.md",
    "README.zh-CN.md",
    "assets",
    "clippy.toml",
    "deny.toml",
    "docs",
    "rustfmt.toml",
    "src-tauri",
    "tauri.conf.json",
    "tests",
    "ui",
];

/// Looks at every file of the checkout that git keeps, or would keep.
pub(crate) fn tidy() -> Result<(), Trouble> {
    let listed = Call::new("git").args(["ls-files", "--cached", "--others", "--exclude-standard", "-z"]).read();
    let Some(listed) = listed else {
        return Err(Trouble::new("git could not list the files.", "Is this a clone, and is git installed?"));
    };
    let mut findings = Vec::new();
    let mut names: Vec<&str> = listed.split('\0').filter(|name| !name.is_empty()).collect();
    names.sort_unstable();
    names.dedup();
    for name in &names {
        let top = name.split('/').next().unwrap_or(name);
        if !top.starts_with('.') && !TOP.contains(&top) {
            findings.push(format!("{name}: the top level has no place for `{top}`"));
        }
        // Deleted but not yet committed, or not text: nothing to read.
        if let Ok(text) = std::fs::read_to_string(checkout::root().join(name)) {
            findings.extend(in_file(Path::new(name), &text));
        }
    }
    for finding in &findings {
        println!("{finding}");
    }
    println!("{} files, {} findings", names.len(), findings.len());
    if findings.is_empty() {
        return Ok(());
    }
    Err(Trouble::new("Something stands here that does not belong.", "Each line above names the place and the reason."))
}

fn in_file(name: &Path, text: &str) -> Vec<String> {
    let ends = |end: &str| name.extension().is_some_and(|extension| extension == end);
    let has = |part: &str| name.iter().any(|component| component == part);
    let made = has("generated") || has("fixtures") || has("snapshots");
    let mut findings = Vec::new();
    let lines = text.lines().count();
    if (ends("rs") || ends("ts") || ends("tsx")) && !made && lines > MOST_LINES {
        findings.push(format!("{}: {lines} lines; a file over {MOST_LINES} wants to be two", name.display()));
    }
    if ends("svg") || name.ends_with("Cargo.lock") || name.ends_with("package-lock.json") {
        return findings;
    }
    for (number, line) in text.lines().enumerate() {
        for reason in rules::against(name, line) {
            findings.push(format!("{}:{}: {reason}", name.display(), number + 1));
        }
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_a_long_file_but_not_a_generated_one() {
        let text = "line\n".repeat(MOST_LINES + 1);
        assert_eq!(in_file(Path::new("src-tauri/src/long.rs"), &text).len(), 1);
        assert!(in_file(Path::new("ui/src/api/generated/long.ts"), &text).is_empty());
    }

    #[test]
    fn names_the_place() {
        let line = ["fine", concat!("TO", "DO: later")].join("\n");
        assert!(in_file(Path::new("a.rs"), &line)[0].starts_with("a.rs:2: "));
    }
}
