//! Counting passed and failed from what the test runners print.

/// How many tests passed and failed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Tally {
    /// Passed.
    pub(crate) passed: u64,
    /// Failed, timed out or crashed.
    pub(crate) failed: u64,
}

impl Tally {
    /// Takes in one line; only the closing lines of nextest, `cargo test` and Vitest count.
    pub(crate) fn see(&mut self, line: &str) {
        let line = without_colour(line);
        let line = line.trim();
        let nextest = line.starts_with("Summary [") && line.contains(" run: ");
        let cargo = line.starts_with("test result: ");
        let vitest = line.starts_with("Tests  ");
        if nextest || cargo || vitest {
            self.passed += before(line, "passed");
            self.failed += before(line, "failed") + before(line, "timed out") + before(line, "exec failed");
        }
    }

    /// No test was counted.
    pub(crate) fn is_empty(self) -> bool {
        self == Self::default()
    }
}

impl std::ops::AddAssign for Tally {
    fn add_assign(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
    }
}

/// The number that stands right before `word`; 0 without one.
fn before(line: &str, word: &str) -> u64 {
    let number = line.match_indices(word).find_map(|(at, _)| line[..at].trim_end().rsplit(' ').next()?.parse().ok());
    number.unwrap_or(0)
}

/// Leaves out terminal control sequences (`ESC [ … letter`).
fn without_colour(line: &str) -> String {
    let mut plain = String::with_capacity(line.len());
    let mut rest = line.chars();
    while let Some(c) = rest.next() {
        if c == '\u{1b}' {
            rest.by_ref().find(char::is_ascii_alphabetic);
        } else {
            plain.push(c);
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tally(lines: &[&str]) -> (u64, u64) {
        let mut tally = Tally::default();
        lines.iter().for_each(|line| tally.see(line));
        (tally.passed, tally.failed)
    }

    #[test]
    fn reads_nextest() {
        assert_eq!(tally(&["     Summary [   0.005s] 12 tests run: 12 passed, 0 skipped"]), (12, 0));
        assert_eq!(tally(&["     Summary [   1.5s] 1 test run: 0 passed, 1 failed, 3 skipped"]), (0, 1));
        assert_eq!(
            tally(&["Summary [  9s] 5/9 tests run: 2 passed (1 slow), 1 failed, 2 timed out, 0 skipped"]),
            (2, 3)
        );
        assert_eq!(
            tally(&[
                "\u{1b}[32;1m     Summary\u{1b}[0m [ 0.1s] \u{1b}[1m3\u{1b}[0m tests run: \u{1b}[1m3\u{1b}[0m \u{1b}[32mpassed\u{1b}[0m, 0 skipped"
            ]),
            (3, 0)
        );
    }

    #[test]
    fn adds_up_cargo_test() {
        let lines = [
            "test result: ok. 7 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.00s",
            "test result: FAILED. 2 passed; 1 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.00s",
        ];
        assert_eq!(tally(&lines), (9, 1));
    }

    #[test]
    fn reads_vitest_but_not_its_count_of_files() {
        assert_eq!(tally(&[" Test Files  1 failed | 3 passed (4)", "      Tests  1 failed | 11 passed (12)"]), (11, 1));
    }

    #[test]
    fn takes_nothing_from_other_lines() {
        assert_eq!(tally(&["test passed ... ok", "3 passed, 0 failed", "   Compiling tests v0.1.0"]), (0, 0));
    }
}
