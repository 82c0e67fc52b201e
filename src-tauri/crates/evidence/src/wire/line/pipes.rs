//! Two pipes: the worker's standard input and output. The file is named by its path and opened by the worker.

use super::super::{read, write};
use crate::source;
use std::fs::File;
use std::io::{self, Stdin, Stdout};
use std::path::Path;
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

/// Where the program puts its questions.
pub(crate) struct AskEnd(ChildStdin);

/// Where the program takes the answers from.
pub(crate) type AnswerEnd = ChildStdout;

/// Starts the command with a line to it.
pub(crate) fn start(command: &mut Command) -> io::Result<(Child, AskEnd, AnswerEnd)> {
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn()?;
    let missing = || io::Error::from(io::ErrorKind::BrokenPipe);
    let asks = child.stdin.take().ok_or_else(missing)?;
    let answers = child.stdout.take().ok_or_else(missing)?;
    Ok((child, AskEnd(asks), answers))
}

impl AskEnd {
    /// Names a file with a question about it.
    pub(crate) fn ask(&mut self, _file: &File, path: &Path, facts: &[u8]) -> io::Result<()> {
        let path = path.to_str().ok_or_else(|| io::Error::from(io::ErrorKind::InvalidInput))?;
        write(&mut self.0, facts, path.as_bytes())
    }
}

/// The worker's end.
pub(crate) struct WorkerLine(Stdin);

impl WorkerLine {
    /// Takes the line up.
    pub(crate) fn open() -> Option<Self> {
        Some(Self(io::stdin()))
    }

    /// Where answers go.
    pub(crate) fn answers(&self) -> io::Result<Stdout> {
        Ok(io::stdout())
    }

    /// Waits for a question. An error means that nobody asks any more.
    pub(crate) fn receive(&mut self) -> io::Result<(File, Vec<u8>)> {
        let frame = read(&mut self.0)?;
        let path = String::from_utf8(frame.blob).map_err(|_| io::Error::from(io::ErrorKind::InvalidData))?;
        let file = source::open_plain(Path::new(&path)).map_err(io::Error::other)?;
        Ok((file, frame.facts))
    }
}
