//! A numbered row of steps: each says its name and the time, goes on after a failure, and all are summed up at the end.

use std::time::{Duration, Instant};

use crate::tally::Tally;
use crate::trouble::Trouble;

/// How a step ended.
#[derive(Debug, PartialEq, Eq)]
enum End {
    Passed,
    Failed,
    NotRun,
}

struct Done {
    name: &'static str,
    end: End,
    tally: Tally,
    took: Duration,
    again: String,
}

/// The steps done so far and the number planned.
pub(crate) struct Steps {
    begun: Instant,
    planned: usize,
    done: Vec<Done>,
}

impl Steps {
    /// Begins a row of `planned` steps.
    pub(crate) fn new(planned: usize) -> Self {
        Self { begun: Instant::now(), planned, done: Vec::new() }
    }

    /// Does one step. `again` is what to type to do just it once more. A step that counts no tests counts as one check.
    /// Tells whether it passed.
    pub(crate) fn step(
        &mut self,
        name: &'static str,
        again: &str,
        work: impl FnOnce(&mut Tally) -> Result<(), Trouble>,
    ) -> bool {
        self.header(name);
        let begun = Instant::now();
        let mut tally = Tally::default();
        let outcome = work(&mut tally);
        let end = if outcome.is_ok() && tally.failed == 0 { End::Passed } else { End::Failed };
        if let Err(trouble) = outcome {
            println!("\nFAILED: {name}. {trouble}\nJust this again: {again}");
            tally.failed = tally.failed.max(1);
        } else if tally.is_empty() {
            tally.passed = 1;
        }
        let passed = end == End::Passed;
        self.done.push(Done { name, end, tally, took: begun.elapsed(), again: again.to_owned() });
        passed
    }

    /// Leaves a step out because another one failed on which it stands.
    pub(crate) fn leave_out(&mut self, name: &'static str, why: &str) {
        self.header(name);
        println!("Not run: {why}.");
        let tally = Tally::default();
        self.done.push(Done { name, end: End::NotRun, tally, took: Duration::ZERO, again: String::new() });
    }

    fn header(&self, name: &str) {
        println!("\n== {}/{} {name} == {} so far", self.done.len() + 1, self.planned, clock(self.begun.elapsed()));
    }

    /// Prints every step's end, what failed, and the closing line `N passed, N failed`.
    pub(crate) fn finish(self) -> Result<(), Trouble> {
        let mut sum = Tally::default();
        println!("\n== Summary == {}", clock(self.begun.elapsed()));
        for done in &self.done {
            let end = match done.end {
                End::Passed => "ok",
                End::Failed => "FAILED",
                End::NotRun => "not run",
            };
            let Tally { passed, failed } = done.tally;
            println!("{end:>8}  {:>7}  {:<34} {passed} passed, {failed} failed", clock(done.took), done.name);
            sum += done.tally;
        }
        let failed = || self.done.iter().filter(|done| done.end == End::Failed);
        for done in failed() {
            println!("Again: {:<34} {}", done.name, done.again);
        }
        let whole = failed().next().is_none() && self.done.iter().all(|done| done.end == End::Passed);
        println!("\n{} passed, {} failed", sum.passed, sum.failed);
        if whole {
            return Ok(());
        }
        Err(Trouble::told())
    }
}

/// `m:ss` of a duration.
fn clock(time: Duration) -> String {
    format!("{}:{:02}", time.as_secs() / 60, time.as_secs() % 60)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_check_counts_as_one_and_tests_by_their_number() {
        let mut steps = Steps::new(2);
        assert!(steps.step("check", "-", |_| Ok(())));
        assert!(steps.step("tests", "-", |tally| {
            tally.see("test result: ok. 4 passed; 0 failed;");
            Ok(())
        }));
        let sum: u64 = steps.done.iter().map(|done| done.tally.passed).sum();
        assert_eq!(sum, 5);
        assert!(steps.finish().is_ok());
    }

    #[test]
    fn a_failed_step_or_one_not_run_fails_the_whole() {
        let mut steps = Steps::new(1);
        assert!(!steps.step("builds", "-", |_| Err(Trouble::new("no", "try again"))));
        assert_eq!(steps.done[0].tally, Tally { passed: 0, failed: 1 });
        assert!(steps.finish().is_err());

        let mut steps = Steps::new(1);
        steps.leave_out("window", "the build failed");
        assert!(steps.finish().is_err());
    }
}
