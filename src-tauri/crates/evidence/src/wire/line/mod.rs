//! The line between program and worker. On Unix one socket, over which the file comes as an open descriptor: the worker
//! never learns a path and needs no right to open anything. Elsewhere two pipes and the file's path.

#[cfg(not(unix))]
mod pipes;
#[cfg(unix)]
mod socket;

#[cfg(not(unix))]
pub(crate) use pipes::{AnswerEnd, AskEnd, WorkerLine, start};
#[cfg(unix)]
pub(crate) use socket::{AnswerEnd, AskEnd, WorkerLine, start};
