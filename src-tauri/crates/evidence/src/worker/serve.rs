//! Question after question, until nobody asks any more.

use super::bonds::{self, Bonds};
use crate::door::{Answer, Ask, InProcess, ShortName};
use crate::error::EvidenceError;
use crate::wire::{self, Hello, WorkerLine};
use std::fs::File;
use std::io::Write;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::{Receiver, sync_channel};
use std::thread;

/// Stack of the thread that decodes, in bytes: nested content goes deep, and what goes deeper only ends the worker.
const STACK: usize = 64 << 20;

/// Nobody is there to ask, or the line broke.
const NO_LINE: i32 = 2;

/// Ties this process's hands and answers with `decoder` until the line ends; gives the exit code.
#[must_use]
pub fn serve(decoder: InProcess) -> i32 {
    serve_as(bonds::tie, move |file, ask| decoder.answer(file, ask))
}

/// [`serve`] with other bonds or another decoder: what tests put in its place to prove that the bonds hold. The bonds
/// are told the descriptor that answers go to.
#[must_use]
pub fn serve_as(
    tie: impl FnOnce(i32) -> Bonds,
    decode: impl Fn(File, &Ask) -> Result<Answer, EvidenceError> + Send + 'static,
) -> i32 {
    let Some(mut line) = WorkerLine::open() else { return NO_LINE };
    let Ok(mut answers) = line.answers() else { return NO_LINE };
    // What a decoder says on its way down is of use to nobody.
    std::panic::set_hook(Box::new(|_| {}));
    let hello = Hello { bonds: tie(number_of(&answers)) };
    if wire::write(&mut answers, &hello.pack(), &[]).is_err() {
        return NO_LINE;
    }
    let (hand_on, questions) = sync_channel(0);
    let started = thread::Builder::new()
        .name("decoder".to_owned())
        .stack_size(STACK)
        .spawn(move || answer_all(&questions, &mut answers, decode));
    if started.is_err() {
        return NO_LINE;
    }
    // Reading goes on while a file is decoded: the end of the line is the end of this process.
    while let Ok(question) = line.receive() {
        if hand_on.send(question).is_err() {
            return NO_LINE;
        }
    }
    0
}

/// The descriptor that answers go to: the only one that may be written to from now on.
#[cfg(unix)]
fn number_of(answers: &impl std::os::fd::AsRawFd) -> i32 {
    answers.as_raw_fd()
}

#[cfg(not(unix))]
fn number_of<T>(_: &T) -> i32 {
    1
}

fn answer_all(
    questions: &Receiver<(File, Vec<u8>)>,
    answers: &mut impl Write,
    decode: impl Fn(File, &Ask) -> Result<Answer, EvidenceError>,
) {
    for (file, facts) in questions {
        let Ok(ask) = Ask::unpack(&facts) else { return };
        let answer = catch_unwind(AssertUnwindSafe(|| decode(file, &ask)))
            .unwrap_or_else(|_| Err(EvidenceError::damaged(ask.media().short_name(), "the decoder gave up")));
        let frame = Answer::pack(answer);
        if wire::write(answers, &frame.facts, &frame.blob).is_err() {
            return;
        }
    }
}
