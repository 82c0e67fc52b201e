//! Starting other programs: their output passes through as it comes, and can be read on the way.

use std::ffi::{OsStr, OsString};
use std::fmt;
use std::io::{BufRead, BufReader, IsTerminal, Read};
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::sync::Mutex;

use crate::checkout;
use crate::trouble::Trouble;

/// A program with its arguments, settings and folder.
#[derive(Debug, Clone)]
pub(crate) struct Call {
    program: OsString,
    arguments: Vec<OsString>,
    settings: Vec<(String, OsString)>,
    folder: PathBuf,
}

impl Call {
    /// `program` in the checkout's root.
    pub(crate) fn new(program: impl AsRef<OsStr>) -> Self {
        Self {
            program: program.as_ref().to_owned(),
            arguments: Vec::new(),
            settings: Vec::new(),
            folder: checkout::root().to_owned(),
        }
    }

    /// The Cargo that runs this very program.
    pub(crate) fn cargo() -> Self {
        Self::new("cargo")
    }

    /// npm, in the user interface's folder.
    pub(crate) fn npm() -> Self {
        Self { folder: checkout::ui(), ..Self::new(if cfg!(windows) { "npm.cmd" } else { "npm" }) }
    }

    /// Adds one argument.
    pub(crate) fn arg(mut self, argument: impl AsRef<OsStr>) -> Self {
        self.arguments.push(argument.as_ref().to_owned());
        self
    }

    /// Adds arguments.
    pub(crate) fn args<A: AsRef<OsStr>>(mut self, arguments: impl IntoIterator<Item = A>) -> Self {
        self.arguments.extend(arguments.into_iter().map(|argument| argument.as_ref().to_owned()));
        self
    }

    /// Sets an environment variable.
    pub(crate) fn set(mut self, name: &str, value: impl AsRef<OsStr>) -> Self {
        self.settings.push((name.to_owned(), value.as_ref().to_owned()));
        self
    }

    /// The same call as the arguments of `program`, which runs it in surroundings of its own.
    pub(crate) fn under(mut self, program: &str, arguments: &[&str]) -> Self {
        let inner = std::mem::replace(&mut self.program, program.into());
        let words = arguments.iter().map(OsString::from).chain([inner]).chain(std::mem::take(&mut self.arguments));
        self.arguments = words.collect();
        self
    }

    fn command(&self) -> Command {
        let mut command = Command::new(&self.program);
        command.args(&self.arguments).envs(self.settings.iter().map(|(k, v)| (k, v))).current_dir(&self.folder);
        // Cargo hands its own settings to the programs it runs; to a second Cargo they look like changes.
        for (name, _) in std::env::vars_os() {
            if name.to_str().is_some_and(|name| name.starts_with("CARGO_PKG_") || name.starts_with("CARGO_MANIFEST_")) {
                command.env_remove(name);
            }
        }
        command
    }

    /// Whether it runs and succeeds; says nothing.
    pub(crate) fn succeeds(&self) -> bool {
        let quiet = self.command().stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).status();
        quiet.is_ok_and(|status| status.success())
    }

    /// What it prints on standard output, when it succeeds.
    pub(crate) fn read(&self) -> Option<String> {
        let output = self.command().stdin(Stdio::null()).stderr(Stdio::null()).output().ok()?;
        output.status.success().then(|| String::from_utf8_lossy(&output.stdout).into_owned())
    }

    /// Runs it on this terminal and waits.
    pub(crate) fn run(&self) -> Result<(), Trouble> {
        println!("$ {self}");
        let status = self.command().status().map_err(|error| self.would_not_start(&error))?;
        if status.success() { Ok(()) } else { Err(self.failed(&status.to_string())) }
    }

    /// Runs it, passes its output on, and shows each line to `see` as well.
    pub(crate) fn watch(&self, see: &mut (dyn FnMut(&str) + Send)) -> Result<(), Trouble> {
        println!("$ {self}");
        let mut command = self.command();
        if std::io::stdout().is_terminal() {
            command.env("CARGO_TERM_COLOR", "always").env("FORCE_COLOR", "1");
        }
        let mut child = command
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .map_err(|error| self.would_not_start(&error))?;
        let (output, complaints) = (child.stdout.take(), child.stderr.take());
        let see = Mutex::new(see);
        std::thread::scope(|scope| {
            scope.spawn(|| output.map(|stream| pass_on(stream, &see)));
            scope.spawn(|| complaints.map(|stream| pass_on(stream, &see)));
        });
        let status = child.wait().map_err(|error| self.would_not_start(&error))?;
        if status.success() { Ok(()) } else { Err(self.failed(&status.to_string())) }
    }

    fn would_not_start(&self, error: &std::io::Error) -> Trouble {
        let program = self.program.to_string_lossy();
        Trouble::new(format!("{program} did not start: {error}"), format!("Is {program} installed and on the PATH?"))
    }

    fn failed(&self, how: &str) -> Trouble {
        Trouble::new(format!("`{self}` ended with {how}."), "What it printed above says why.")
    }
}

/// As one would type it.
impl fmt::Display for Call {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Ok(below) = self.folder.strip_prefix(checkout::root())
            && !below.as_os_str().is_empty()
        {
            write!(f, "cd {} && ", below.display())?;
        }
        for (name, value) in &self.settings {
            write!(f, "{name}={} ", quoted(value))?;
        }
        f.write_str(&quoted(&self.program))?;
        self.arguments.iter().try_for_each(|argument| write!(f, " {}", quoted(argument)))
    }
}

fn quoted(word: &OsStr) -> String {
    let word = word.to_string_lossy();
    let plain = |c: char| c.is_alphanumeric() || "-_./:=,+@%".contains(c);
    if !word.is_empty() && word.chars().all(plain) { word.into_owned() } else { format!("'{word}'") }
}

fn pass_on(stream: impl Read, see: &Mutex<&mut (dyn FnMut(&str) + Send)>) {
    let mut reader = BufReader::new(stream);
    let mut line = Vec::new();
    while reader.read_until(b'\n', &mut line).is_ok_and(|read| read > 0) {
        // One lock for both: lines of the two streams must not run into each other.
        if let Ok(mut see) = see.lock() {
            let text = String::from_utf8_lossy(&line);
            let text = text.trim_end_matches(['\r', '\n']);
            println!("{text}");
            see(text);
        }
        line.clear();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shows_a_call_as_one_would_type_it() {
        let call = Call::npm().args(["run", "a b"]).set("X", "1");
        assert_eq!(call.to_string(), "cd ui && X=1 npm run 'a b'");
    }

    #[test]
    fn sees_every_line_of_both_streams_and_the_failure() {
        let mut seen = Vec::new();
        let outcome = Call::new("sh")
            .args(["-c", "echo one; echo two >&2; printf three; exit 3"])
            .watch(&mut |line| seen.push(line.to_owned()));
        seen.sort();
        assert_eq!(seen, ["one", "three", "two"]);
        assert!(outcome.is_err_and(|trouble| trouble.to_string().contains("exit status: 3")));
    }
}
