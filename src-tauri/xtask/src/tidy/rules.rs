//! The rules on single lines. The words looked for are put together from pieces, or this file would find itself.

use std::path::Path;

/// Folders of one person's machine. (`/home` is none: programs and tests may speak of it.)
const MACHINE: &[&str] = &[concat!("/wo", "rk/"), concat!("C:\\Use", "rs\\")];
/// Work that is not finished.
const UNFINISHED: &[&str] = &[
    concat!("to", "do!("),
    concat!("unimple", "mented!("),
    concat!("TO", "DO"),
    concat!("FIX", "ME"),
    concat!("X", "XX"),
    concat!("not imple", "mented"),
    concat!("placeholder imple", "mentation"),
    concat!("st", "ub "),
    concat!("st", "ub."),
];
/// Tests that do not run. (That nothing sleeps, Clippy sees: `disallowed-methods`.)
const IN_RUST: &[&str] = &[concat!("#[ig", "nore")];
const IN_SCRIPT: &[&str] = &[
    concat!("it.sk", "ip("),
    concat!("test.sk", "ip("),
    concat!("describe.sk", "ip("),
    concat!("it.on", "ly"),
    concat!("test.on", "ly"),
    concat!("describe.on", "ly"),
];

/// Why this line may not stand in this file.
pub(super) fn against(name: &Path, line: &str) -> Vec<&'static str> {
    let of = |extensions: &[&str]| name.extension().is_some_and(|found| extensions.iter().any(|e| found == *e));
    let holds = |words: &[&str]| words.iter().any(|word| line.contains(word));
    let mut reasons = Vec::new();
    if holds(MACHINE) {
        reasons.push("a folder of somebody's machine");
    }
    if names_a_registry(line) {
        reasons.push("the address of a package registry; clients know it themselves");
    }
    if of(&["rs", "ts", "tsx", "toml", "ftl"]) && holds(UNFINISHED) {
        reasons.push("unfinished work");
    }
    if of(&["rs"]) && errs_with_a_string(line) {
        reasons.push("an error that is only a string");
    }
    if (of(&["rs"]) && holds(IN_RUST)) || (of(&["ts", "tsx"]) && (holds(IN_SCRIPT) || waits_long(line))) {
        reasons.push("a test that is left out, or that waits for a time instead of for the thing itself");
    }
    reasons
}

/// `http(s)://…npm….org`, `…pypi….io` and the like.
fn names_a_registry(line: &str) -> bool {
    line.split("://").skip(1).any(|rest| {
        let host = rest.split(['/', '"', '\'', ' ', ')', '>', ':']).next().unwrap_or("");
        let mut labels = host.rsplit('.');
        let top = labels.next().unwrap_or("");
        let name = labels.next().unwrap_or("");
        (top == "org" || top == "io") && ["npm", "pypi", "crates", "debian"].iter().any(|start| name.starts_with(start))
    })
}

/// A `Result` whose second part is `String`.
fn errs_with_a_string(line: &str) -> bool {
    line.match_indices("Result<").any(|(at, head)| {
        let (mut depth, mut last_comma) = (0_u32, None);
        let inside = &line[at + head.len()..];
        for (at, c) in inside.char_indices() {
            match c {
                ',' if depth == 0 => last_comma = Some(at),
                '<' | '(' | '[' => depth += 1,
                '>' | ')' | ']' if depth == 0 => {
                    return last_comma.is_some_and(|from| inside[from + 1..at].trim() == "String");
                }
                '>' | ')' | ']' => depth -= 1,
                _ => {}
            }
        }
        false
    })
}

/// `setTimeout(…, 1000)` and longer.
fn waits_long(line: &str) -> bool {
    line.match_indices("setTimeout(").any(|(at, _)| {
        let call = line[at..].split(')').next().unwrap_or("");
        call.split(|c: char| !c.is_ascii_digit()).any(|digits| digits.len() >= 4)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rust(line: &str) -> usize {
        against(Path::new("a.rs"), line).len()
    }

    #[test]
    fn finds_what_does_not_belong() {
        assert_eq!(rust(concat!("let x = \"/wo", "rk/x\";")), 1);
        assert_eq!(rust(concat!("// see https://cra", "tes.io/crates/x")), 1);
        assert_eq!(rust(concat!("to", "do!()")), 1);
        assert_eq!(rust(concat!("fn f() -> Result<u8, Str", "ing> {")), 1);
        assert_eq!(rust(concat!("#[ig", "nore = \"slow\"]")), 1);
        assert_eq!(against(Path::new("a.tsx"), concat!("setTime", "out(done, 5000)")).len(), 1);
        assert_eq!(against(Path::new("a.ts"), concat!("it.on", "ly('x')")).len(), 1);
    }

    #[test]
    fn leaves_the_rest_alone() {
        assert_eq!(rust("fn f() -> Result<Vec<String>, Error> {"), 0);
        assert_eq!(rust("fn f() -> Result<(u8, String), Error> {"), 0);
        assert_eq!(rust("lines.iter().skip(1)"), 0);
        assert_eq!(rust("// https://docs.rs/x and https://github.com/x"), 0);
        assert_eq!(against(Path::new("a.tsx"), "setTimeout(done, 150)").len(), 0);
        assert_eq!(against(Path::new("a.md"), concat!("TO", "DO")).len(), 0);
    }
}
