//! One Unix socket as the worker's standard input.

use super::super::{HEAD, exactly, head, lengths};
use rustix::net::{
    RecvAncillaryBuffer, RecvAncillaryMessage, RecvFlags, SendAncillaryBuffer, SendAncillaryMessage, SendFlags,
};
use std::fs::File;
use std::io::{self, IoSlice, IoSliceMut, Write};
use std::mem::MaybeUninit;
use std::os::fd::{AsFd, OwnedFd};
use std::os::unix::net::UnixStream;
use std::path::Path;
use std::process::{Child, Command, Stdio};

/// Where the program puts its questions.
pub(crate) struct AskEnd(UnixStream);

/// Where the program takes the answers from.
pub(crate) type AnswerEnd = UnixStream;

/// Starts the command with a line to it.
pub(crate) fn start(command: &mut Command) -> io::Result<(Child, AskEnd, AnswerEnd)> {
    let (ours, theirs) = UnixStream::pair()?;
    let child = command.stdin(OwnedFd::from(theirs)).stdout(Stdio::null()).spawn();
    // The command keeps its end open until it is given another.
    command.stdin(Stdio::null());
    let answers = ours.try_clone()?;
    Ok((child?, AskEnd(ours), answers))
}

impl AskEnd {
    /// Hands a file over with a question about it. The worker gets its own descriptor, open for reading only.
    pub(crate) fn ask(&mut self, file: &File, _path: &Path, facts: &[u8]) -> io::Result<()> {
        let message = [&head(facts.len(), 0)?[..], facts].concat();
        let handed = [file.as_fd()];
        let mut space = [MaybeUninit::uninit(); rustix::cmsg_space!(ScmRights(1))];
        let mut control = SendAncillaryBuffer::new(&mut space);
        if !control.push(SendAncillaryMessage::ScmRights(&handed)) {
            return Err(io::ErrorKind::OutOfMemory.into());
        }
        let sent = rustix::net::sendmsg(&self.0, &[IoSlice::new(&message)], &mut control, SendFlags::NOSIGNAL)?;
        // The descriptor goes with the first byte; whatever else did not fit follows plainly.
        self.0.write_all(message.get(sent..).unwrap_or_default())
    }
}

/// The worker's end.
pub(crate) struct WorkerLine(UnixStream);

impl WorkerLine {
    /// Takes the line up. `None` when standard input is no socket: nobody is there to ask.
    pub(crate) fn open() -> Option<Self> {
        let input = io::stdin().as_fd().try_clone_to_owned().ok()?;
        rustix::net::sockopt::socket_type(&input).ok()?;
        Some(Self(UnixStream::from(input)))
    }

    /// Where answers go.
    pub(crate) fn answers(&self) -> io::Result<UnixStream> {
        self.0.try_clone()
    }

    /// Waits for a question. An error means that nobody asks any more.
    pub(crate) fn receive(&mut self) -> io::Result<(File, Vec<u8>)> {
        let mut head = [0; HEAD];
        let mut file = None;
        let mut filled = 0;
        while filled < HEAD {
            let mut space = [MaybeUninit::uninit(); rustix::cmsg_space!(ScmRights(1))];
            let mut control = RecvAncillaryBuffer::new(&mut space);
            let mut into = [IoSliceMut::new(&mut head[filled..])];
            let got = rustix::net::recvmsg(&self.0, &mut into, &mut control, RecvFlags::CMSG_CLOEXEC)?;
            for message in control.drain() {
                if let RecvAncillaryMessage::ScmRights(handed) = message {
                    file = handed.last().or(file);
                }
            }
            if got.bytes == 0 {
                return Err(io::ErrorKind::UnexpectedEof.into());
            }
            filled += got.bytes;
        }
        let (facts, blob) = lengths(head)?;
        let facts = exactly(&mut self.0, facts)?;
        exactly(&mut self.0, blob)?;
        let file = file.ok_or_else(|| io::Error::from(io::ErrorKind::InvalidData))?;
        Ok((File::from(file), facts))
    }
}
