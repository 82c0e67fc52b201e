//! From the arguments to what was asked for, or to a complaint in words.

use crate::args::{Asked, NotAPair};
use crate::help;
use crate::refusal::Refusal;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Command, Error, FromArgMatches as _};
use recourse_desk::Words;
use std::error::Error as _;
use std::ffi::OsString;

/// What follows from the arguments.
#[derive(Debug)]
pub(crate) enum Request {
    /// Something is to be done.
    Do(Box<Asked>),
    /// Help or version: to be printed, and that is all.
    Say(String),
}

/// A complaint about the arguments.
#[derive(Debug)]
pub(crate) struct Misuse {
    /// Sentence in the language of this run.
    pub(crate) message: String,
    /// The argument or command it is about; may be empty.
    pub(crate) about: String,
}

/// Reads the arguments; the first one is the program's own name.
pub(crate) fn read(args: impl Iterator<Item = OsString>, words: &Words) -> Result<Request, Refusal> {
    let args: Vec<OsString> = args.collect();
    let asks_for_help = args.len() < 2 || args.iter().any(|arg| arg == "help" || arg == "--help" || arg == "-h");
    let mut command = if asks_for_help { help::command(words) } else { help::command_for_parsing(words) };
    let read = command.try_get_matches_from_mut(&args).and_then(|matches| Asked::from_arg_matches(&matches));
    match read {
        Ok(asked) => match asked.group {
            crate::args::Group::Help { command: path } => help_on(command, &path, words).map(Request::Say),
            _ => Ok(Request::Do(Box::new(asked))),
        },
        Err(error) if matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion) => {
            Ok(Request::Say(error.render().to_string()))
        }
        Err(error) => Err(Refusal::Misuse(complain(&error, &command, &args, words))),
    }
}

fn help_on(command: Command, path: &[String], words: &Words) -> Result<String, Refusal> {
    let mut at = command;
    at.build();
    for name in path {
        at = match at.find_subcommand(name) {
            Some(sub) => sub.clone(),
            None => {
                let message =
                    words.say_with("cli-usage-unknown-command", &[("value", name), ("see", "recourse --help")]);
                return Err(Refusal::Misuse(Misuse { message, about: name.clone() }));
            }
        };
    }
    Ok(at.render_help().to_string())
}

fn complain(error: &Error, command: &Command, args: &[OsString], words: &Words) -> Misuse {
    let context = |kind| error.get(kind).map(|value| in_line(value, words)).unwrap_or_default();
    let see = format!("{} --help", called(command, args));
    let (about, value) = (context(ContextKind::InvalidArg), context(ContextKind::InvalidValue));
    let say = |key: &str, about: &str| words.say_with(key, &[("argument", about), ("value", &value), ("see", &see)]);
    let (message, about) = match error.kind() {
        ErrorKind::UnknownArgument => {
            let suggested = context(ContextKind::SuggestedArg);
            let message = match suggested.as_str() {
                "" => say("cli-usage-unknown-argument", &about),
                meant => words.say_with(
                    "cli-usage-unknown-argument-meant",
                    &[("argument", &about), ("meant", meant), ("see", &see)],
                ),
            };
            (message, about)
        }
        ErrorKind::InvalidSubcommand => {
            let name = context(ContextKind::InvalidSubcommand);
            // They come least likely first, and one is help enough.
            let meant = match error.get(ContextKind::SuggestedSubcommand) {
                Some(ContextValue::Strings(names)) => names.last().cloned().unwrap_or_default(),
                _ => context(ContextKind::SuggestedSubcommand),
            };
            let key = if meant.is_empty() { "cli-usage-unknown-command" } else { "cli-usage-unknown-command-meant" };
            (words.say_with(key, &[("value", &name), ("meant", &meant), ("see", &see)]), name)
        }
        ErrorKind::MissingRequiredArgument => (say("cli-usage-missing", &about), about),
        ErrorKind::MissingSubcommand | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            (say("cli-usage-missing-command", ""), String::new())
        }
        ErrorKind::ValueValidation if error.source().is_some_and(<dyn std::error::Error>::is::<NotAPair>) => {
            (say("cli-usage-not-a-pair", &about), about)
        }
        ErrorKind::InvalidValue if value.is_empty() => (say("cli-usage-no-value", &about), about),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => (say("cli-usage-bad-value", &about), about),
        ErrorKind::ArgumentConflict => (say("cli-usage-twice", &about), about),
        ErrorKind::InvalidUtf8 => (say("cli-usage-not-unicode", ""), String::new()),
        ErrorKind::TooManyValues | ErrorKind::TooFewValues | ErrorKind::WrongNumberOfValues | ErrorKind::NoEquals => {
            (say("cli-usage-bad-value", &about), about)
        }
        _ => (say("cli-usage-unreadable", &about), about),
    };
    Misuse { message, about }
}

fn in_line(value: &ContextValue, words: &Words) -> String {
    match value {
        ContextValue::String(text) => text.clone(),
        ContextValue::Strings(texts) => texts.join(&words.say("cli-between")),
        ContextValue::Number(number) => number.to_string(),
        _ => String::new(),
    }
}

/// The command as far as it can be recognised: `recourse case new`.
fn called(command: &Command, args: &[OsString]) -> String {
    let mut path = vec!["recourse".to_owned()];
    let mut at = command;
    for arg in args.iter().skip(1).filter_map(|arg| arg.to_str()) {
        if let Some(sub) = at.find_subcommand(arg) {
            path.push(sub.get_name().to_owned());
            at = sub;
        }
    }
    path.join(" ")
}
