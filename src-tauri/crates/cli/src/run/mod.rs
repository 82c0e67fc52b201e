//! From what was asked for to the use case, and from its document to standard output.

mod case;
mod clock;
mod contact;
mod evidence;
mod guide;
mod merchant;
mod other;
mod transaction;

use crate::args::{Common, Group};
use crate::refusal::{Ended, Refusal};
use crate::usage::Request;
use crate::{help, language, output, watch};
use clap_complete::Shell;
use recourse_desk::ports::FixedClock;
use recourse_desk::{Desk, DeskError, DeskOptions, Moment, Words, default_data_dir};
use serde::Serialize;
use serde_json::json;
use std::path::PathBuf;
use std::sync::Arc;

/// What every verb works with.
pub(crate) struct Run {
    common: Common,
    words: &'static Words,
}

/// Does what was asked for.
pub(crate) fn run(request: Request, words: &'static Words) -> Result<Ended, Refusal> {
    let asked = match request {
        Request::Say(text) => return output::write(text.as_bytes()).map(|()| Ended::Done),
        Request::Do(asked) => asked,
    };
    let run = Run { common: asked.common, words };
    match asked.group {
        Group::Demo { out } => run.demo(&out),
        Group::Case(verb) => run.case(verb),
        Group::Transaction(verb) => run.transaction(*verb),
        Group::Party(verb) => run.party(verb),
        Group::Evidence(verb) => run.evidence(verb),
        Group::Packet(verb) => run.packet(verb),
        Group::Contact(verb) => run.contact(&verb),
        Group::Deadline(verb) => run.deadline(verb),
        Group::Fee(verb) => run.fee(verb),
        Group::Code(verb) => run.code(&verb),
        Group::Playbook(verb) => run.playbook(verb),
        Group::Task(verb) => run.task(verb),
        Group::Merchant(verb) => run.merchant(verb),
        Group::Channel(verb) => run.channel(&verb),
        Group::Preference(verb) => run.preference(verb),
        Group::Doctor => run.doctor(),
        Group::Completions { shell } => run.completions(shell),
        // Answered while the arguments were read.
        Group::Help { .. } => Ok(Ended::Done),
    }
}

impl Run {
    /// How to open the desk: folder, language and clock of this run.
    fn options(&self) -> Result<DeskOptions, DeskError> {
        let data = match &self.common.data {
            Some(data) => absolute(data.clone()),
            None => default_data_dir()?,
        };
        let mut options = DeskOptions::new(data, &language::system_locale());
        options.language = Some(self.words.language());
        if let Some(now) = &self.common.now {
            // A zone in brackets (RFC 9557) fixes the place as well as the time.
            let instant_only = !now.contains('[');
            let moment = Moment::parse(now, options.zone)?;
            options.clock = Arc::new(FixedClock(moment.instant()));
            options.zone = if instant_only { options.zone } else { moment.zone() };
        }
        Ok(options)
    }

    /// The data folder, open.
    fn desk(&self) -> Result<Desk, DeskError> {
        Desk::open(self.options()?)
    }

    /// Prints a document or its text.
    fn answer<T: Serialize>(&self, document: &T, text: impl FnOnce(&T, &Words) -> String) -> Result<Ended, Refusal> {
        output::answer(self.common.json, document, |document| text(document, self.words))?;
        Ok(Ended::Done)
    }

    /// Runs long work with progress and Ctrl-C.
    fn watched<T>(&self, work: impl FnOnce(&dyn recourse_desk::Watcher) -> T) -> T {
        watch::watched(self.words, self.common.quiet, work)
    }

    fn completions(&self, shell: Shell) -> Result<Ended, Refusal> {
        let mut script = Vec::new();
        clap_complete::generate(shell, &mut help::command_for_completions(self.words), "recourse", &mut script);
        if self.common.json {
            let script = String::from_utf8_lossy(&script);
            return self.answer(&json!({ "shell": shell.to_string(), "script": script }), |_, _| String::new());
        }
        output::write(&script).map(|()| Ended::Done)
    }
}

/// The same place, whatever the working folder is later; unchanged where that cannot be told.
fn absolute(path: PathBuf) -> PathBuf {
    std::path::absolute(&path).unwrap_or(path)
}
