//! `cargo xtask test`: everything that must hold, in an order that compiles nothing twice and fails early.

use crate::checkout::{self, WITHOUT_DESKTOP};
use crate::command::Call;
use crate::setup;
use crate::steps::Steps;
use crate::tally::Tally;
use crate::tidy;
use crate::trouble::Trouble;
use crate::types;

/// The window with the door for its tests; every build of it in a test run uses these very words, so there is only one.
const DESKTOP: [&str; 4] = ["-p", "recourse-desktop", "--features", "e2e"];

/// Everything that is compiled only when asked for.
const LINTED: &str = "recourse-desktop/e2e,recourse-desktop/bench";

/// Which parts to check.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct Parts {
    rust: bool,
    ui: bool,
    e2e: bool,
}

/// Sets up, checks everything or the parts named, and closes with `N passed, N failed`.
pub(crate) fn test(arguments: &[&str]) -> Result<(), Trouble> {
    let parts = parts(arguments)?;
    let mut steps = Steps::new(planned(parts));
    if steps.step("set-up", "cargo xtask test", |_| set_up(parts)) {
        let page = !(parts.ui || parts.e2e) || the_page(&mut steps, parts);
        if parts.rust {
            the_crates(&mut steps);
        }
        if parts.rust || parts.e2e {
            the_window(&mut steps, parts, page);
        }
    }
    steps.finish()
}

fn parts(arguments: &[&str]) -> Result<Parts, Trouble> {
    let mut parts = Parts::default();
    for argument in arguments {
        match *argument {
            "rust" => parts.rust = true,
            "ui" => parts.ui = true,
            "e2e" => parts.e2e = true,
            other => {
                let what = format!("`cargo xtask test` has no part {other}.");
                return Err(Trouble::new(what, "There are rust, ui and e2e; without a name, all of them."));
            }
        }
    }
    Ok(if parts == Parts::default() { Parts { rust: true, ui: true, e2e: true } } else { parts })
}

fn planned(parts: Parts) -> usize {
    let page = if parts.ui { 4 } else { usize::from(parts.e2e) };
    let crates = if parts.rust { 6 + usize::from(has_cargo("deny")) } else { 0 };
    1 + page + crates + usize::from(parts.rust) + usize::from(parts.e2e)
}

fn set_up(parts: Parts) -> Result<(), Trouble> {
    let mut needs = Vec::new();
    if parts.rust || parts.e2e {
        needs.extend(setup::RUN);
    }
    if parts.rust || parts.e2e {
        needs.extend(setup::TEST_PACKETS);
    }
    if parts.e2e {
        needs.extend(setup::TEST_WINDOW);
    }
    setup::system(&needs)?;
    if parts.ui || parts.e2e { setup::ui_packages() } else { Ok(()) }
}

/// The user interface by itself. Tells whether the page was built.
fn the_page(steps: &mut Steps, parts: Parts) -> bool {
    if parts.ui {
        for (name, script) in [("page: lint", "lint"), ("page: types", "typecheck"), ("page: unit tests", "test")] {
            let call = Call::npm().args(["run", script]);
            steps.step(name, &call.to_string(), |tally| counted(&call, tally));
        }
    }
    steps.step("page: build", "cd ui && npm run build", |_| setup::ui_built())
}

/// Form, lints, and every crate but the window by itself: these need neither WebKit nor Node.
fn the_crates(steps: &mut Steps) {
    steps.step("tidiness", "cargo xtask tidy", |_| tidy::tidy());
    let call = Call::cargo().args(["fmt", "--all", "--check"]);
    steps.step("format", &call.to_string(), |_| call.watch(&mut |_| {}));
    if has_cargo("deny") {
        let call = Call::cargo().args(["deny", "check"]);
        steps.step("licences and advisories", &call.to_string(), |_| call.watch(&mut |_| {}));
    }
    let call = locked(Call::cargo().args(["clippy", "--workspace", "--all-targets", "--features", LINTED]))
        .args(["--", "-D", "warnings"]);
    steps.step("lints", &call.to_string(), |_| call.watch(&mut |_| {}));
    // Not the examples in the docs: nextest leaves them out, so they have a step of their own.
    let tests = if has_cargo("nextest") { runner() } else { runner().arg("--tests") };
    let call = tests.args(WITHOUT_DESKTOP);
    steps.step("crates and command line", &call.to_string(), |tally| counted(&call, tally));
    let call = locked(Call::cargo().args(["test", "--doc"])).args(WITHOUT_DESKTOP);
    steps.step("examples in the docs", &call.to_string(), |tally| counted(&call, tally));
    steps.step("types of the bridge", "cargo xtask types --check", |_| types::check(&mut |_| {}));
}

/// The desktop package: its own tests, then the real window with an answering page.
fn the_window(steps: &mut Steps, parts: Parts, page: bool) {
    if parts.rust {
        let call = runner().args(DESKTOP).args(["--lib", "--bins"]);
        steps.step("window: unit tests", &call.to_string(), |tally| counted(&call, tally));
    }
    if !parts.e2e {
        return;
    }
    if !page {
        steps.leave_out("window: real, on a screen of its own", "there is no page to show");
        return;
    }
    // One window at a time: two compete for the keyboard. Each has its own bus, or a second start would find a first.
    // The engine's usual renderer: with the older one no screenshot ever comes of a window that was shown late.
    let tests = runner().args(DESKTOP).args(["--test", "e2e"]);
    let tests = if has_cargo("nextest") { tests.args(["-j", "1"]) } else { tests.args(["--", "--test-threads=1"]) };
    let call = tests.under("xvfb-run", &["-a", "-s", "-screen 0 1280x800x24"]).set("GDK_BACKEND", "x11");
    steps.step("window: real, on a screen of its own", "cargo xtask test e2e", |tally| counted(&call, tally));
}

/// Runs tests with nextest where it is installed.
fn runner() -> Call {
    locked(if has_cargo("nextest") {
        Call::cargo().args(["nextest", "run", "--no-fail-fast"])
    } else {
        Call::cargo().args(["test", "--no-fail-fast"])
    })
}

/// In continuous integration a lock file that does not fit is a failure, not something to mend on the way.
fn locked(call: Call) -> Call {
    if checkout::in_ci() { call.arg("--locked") } else { call }
}

fn has_cargo(tool: &str) -> bool {
    Call::cargo().args([tool, "--version"]).succeeds()
}

fn counted(call: &Call, tally: &mut Tally) -> Result<(), Trouble> {
    call.watch(&mut |line| tally.see(line))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn without_a_name_every_part_is_meant() {
        assert_eq!(parts(&[]).unwrap(), Parts { rust: true, ui: true, e2e: true });
        assert_eq!(parts(&["ui", "e2e"]).unwrap(), Parts { rust: false, ui: true, e2e: true });
        assert!(parts(&["everything"]).is_err());
    }
}
