//! A shop with a machine of its own: a fresh home and data folder, and the real program run in them.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a run that cannot be read ends the test")]

use serde_json::Value;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use tempfile::TempDir;

/// The instant at which everything happens unless a test says otherwise.
pub(crate) const NOW: &str = "2026-03-05T15:00:00+08:00[Asia/Shanghai]";

/// The program under test.
pub(crate) const PROGRAM: &str = env!("CARGO_BIN_EXE_recourse");

/// A temporary machine. When it is dropped it checks that the program kept to its data folder.
pub(crate) struct Shop {
    folder: TempDir,
    language: &'static str,
}

impl Shop {
    /// A machine that speaks Chinese.
    pub(crate) fn new() -> Self {
        Self::speaking("zh-CN")
    }

    /// A machine that speaks `language`.
    pub(crate) fn speaking(language: &'static str) -> Self {
        let folder = tempfile::Builder::new().prefix("recourse-it-").tempdir().unwrap();
        for inner in ["home", "work", "tmp"] {
            std::fs::create_dir(folder.path().join(inner)).unwrap();
        }
        Self { folder, language }
    }

    /// The data folder. Made by the program.
    pub(crate) fn data(&self) -> PathBuf {
        self.folder.path().join("data")
    }

    /// The folder the program runs in: what is written there is there to be seen.
    pub(crate) fn work(&self) -> PathBuf {
        self.folder.path().join("work")
    }

    /// Puts a file into the working folder.
    pub(crate) fn file(&self, name: &str, bytes: &[u8]) -> PathBuf {
        let path = self.work().join(name);
        std::fs::write(&path, bytes).unwrap();
        path
    }

    /// Lets any program run on this machine, knowing nothing of the real one.
    pub(crate) fn at_home(&self, program: &str) -> Command {
        let mut command = Command::new(program);
        let home = self.folder.path().join("home");
        command.env_clear().env("PATH", std::env::var_os("PATH").unwrap_or_default());
        for name in ["HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"] {
            command.env(name, &home);
        }
        command.env("TMPDIR", self.folder.path().join("tmp")).env("LANG", "C.UTF-8");
        command.current_dir(self.work()).stdin(Stdio::null());
        command
    }

    /// The program with data folder, language and clock given, and JSON asked for.
    pub(crate) fn program(&self) -> Command {
        let mut command = self.at_home(PROGRAM);
        command.arg("--data").arg(self.data()).args(["--lang", self.language, "--now", NOW, "--json"]);
        command
    }

    /// Runs the program.
    pub(crate) fn run<A: AsRef<OsStr>>(&self, args: impl IntoIterator<Item = A>) -> Ran {
        Ran::of(self.program().args(args).output().unwrap())
    }

    /// Runs the program without `--json`, and gives what a person reads.
    pub(crate) fn read<A: AsRef<OsStr>>(&self, args: impl IntoIterator<Item = A>) -> String {
        let mut command = self.at_home(PROGRAM);
        command.arg("--data").arg(self.data()).args(["--lang", self.language, "--now", NOW]);
        let ran = Ran::of(command.args(args).output().unwrap());
        assert_eq!((ran.code, ran.stderr.as_str()), (0, ""), "{}", ran.stdout);
        ran.stdout
    }

    /// Runs the program, which must do it, and gives its one document.
    pub(crate) fn done<A: AsRef<OsStr>>(&self, args: impl IntoIterator<Item = A>) -> Value {
        let ran = self.run(args);
        assert_eq!((ran.code, ran.stderr.as_str()), (0, ""), "{}", ran.stdout);
        ran.document()
    }

    /// Runs the program, which must refuse with exit code 1 and nothing on standard output; gives the error.
    pub(crate) fn refused<A: AsRef<OsStr>>(&self, args: impl IntoIterator<Item = A>) -> Value {
        let ran = self.run(args);
        assert_eq!((ran.code, ran.stdout.as_str()), (1, ""), "{}", ran.stderr);
        ran.error()
    }

    /// Opens a case and gives its number.
    pub(crate) fn case(&self, playbook: &str, title: &str) -> String {
        let case = self.done(["case", "new", "--playbook", playbook, "--set", &format!("title={title}")]);
        case["number"].as_str().unwrap().to_owned()
    }

    /// Takes one file in, which must be taken, and gives the report's entry.
    pub(crate) fn add(&self, case: &str, file: &Path) -> Value {
        let path = file.to_str().unwrap();
        let report = self.done(["evidence", "add", case, path]);
        report["added"][0].clone()
    }
}

impl Drop for Shop {
    /// Nothing may have been written where nobody asked for it.
    fn drop(&mut self) {
        if std::thread::panicking() {
            return;
        }
        for inner in ["home", "tmp"] {
            let left: Vec<_> = std::fs::read_dir(self.folder.path().join(inner)).unwrap().map(Result::unwrap).collect();
            assert!(left.is_empty(), "written outside the data folder: {left:?}");
        }
    }
}

/// How a run ended.
#[derive(Debug)]
pub(crate) struct Ran {
    /// Exit code; −1 when a signal ended it.
    pub(crate) code: i32,
    /// Standard output.
    pub(crate) stdout: String,
    /// Standard error.
    pub(crate) stderr: String,
}

impl Ran {
    /// Reads what a process left.
    pub(crate) fn of(output: Output) -> Self {
        let text = |bytes| String::from_utf8(bytes).expect("output that is not UTF-8");
        Self { code: output.status.code().unwrap_or(-1), stdout: text(output.stdout), stderr: text(output.stderr) }
    }

    /// The one JSON document on standard output.
    pub(crate) fn document(&self) -> Value {
        serde_json::from_str(&self.stdout).unwrap_or_else(|e| panic!("not one document: {e}\n{}", self.stdout))
    }

    /// The error on standard error: one document with a code, a sentence in which no key shows through, and values.
    pub(crate) fn error(&self) -> Value {
        let document: Value =
            serde_json::from_str(&self.stderr).unwrap_or_else(|e| panic!("not one error: {e}\n{}", self.stderr));
        let error = &document["error"];
        let (code, message) = (error["code"].as_str().unwrap(), error["message"].as_str().unwrap());
        assert!(!code.is_empty() && error["params"].is_object(), "{document}");
        assert_is_sentence(message, code);
        error.clone()
    }
}

/// A sentence for people, in which neither a key nor a variable without a value shows through.
pub(crate) fn assert_is_sentence(text: &str, code: &str) {
    let ends = text.trim_end().ends_with(['.', '。', '）', ')', '”', '"']);
    assert!(ends && text.chars().count() > 5, "{code} says {text:?}");
    for raw in ["error-", "warning-", "finding-", "mend-", "cli-", "{$", "{ $"] {
        assert!(!text.contains(raw), "{code} shows {raw} in {text:?}");
    }
}

/// Runs a program of other people that the packets are checked with.
pub(crate) fn tool(name: &str, args: &[&OsStr]) -> Ran {
    let output = Command::new(name).args(args).output();
    let output = output.unwrap_or_else(|e| {
        panic!(
            "{name} is needed for this test and did not start ({e}); `cargo xtask test` installs qpdf and poppler-utils"
        )
    });
    Ran {
        code: output.status.code().unwrap_or(-1),
        stdout: String::from_utf8_lossy(&output.stdout).into_owned(),
        stderr: String::from_utf8_lossy(&output.stderr).into_owned(),
    }
}

/// Every file below a folder, by its path within, sorted.
pub(crate) fn files_below(folder: &Path) -> Vec<PathBuf> {
    let mut waiting = vec![folder.to_path_buf()];
    let mut found = Vec::new();
    while let Some(path) = waiting.pop() {
        // A file may go while the program that is looked at works on.
        for entry in std::fs::read_dir(&path).into_iter().flatten().flatten() {
            if entry.file_type().is_ok_and(|kind| kind.is_dir()) {
                waiting.push(entry.path());
            } else {
                found.push(entry.path().strip_prefix(folder).unwrap().to_path_buf());
            }
        }
    }
    found.sort();
    found
}
