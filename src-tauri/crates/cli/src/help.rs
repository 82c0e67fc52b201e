//! The argument tree in words: every text that `clap` shows comes from the locales, headings and usage lines too.
//!
//! Keys: `cli-about-<group>[-<verb>]`, `cli-arg-<id>`, `cli-value-<name>`, `cli-choices-<name>`.

use crate::args::Asked;
use clap::builder::{PossibleValue, PossibleValuesParser, Resettable};
use clap::{Arg, ArgAction, Command, CommandFactory as _};
use recourse_desk::Words;
use recourse_desk::dto::Catalog;
use std::collections::BTreeMap;
use std::fmt::Write as _;

/// The whole tree in one language.
pub(crate) fn command(words: &Words) -> Command {
    in_words(tree(), words, &all_choices(words), &[])
}

/// The tree for parsing. What can be chosen is shown in help only and takes reading every playbook, so it is left out.
pub(crate) fn command_for_parsing(words: &Words) -> Command {
    in_words(tree(), words, &Choices::new(), &[])
}

/// The tree with every choice written into it as possible value: for completions, not for parsing, because a wrong
/// value is for the use case to refuse.
pub(crate) fn command_for_completions(words: &Words) -> Command {
    let choices = all_choices(words);
    in_words(with_choices(tree(), &choices), words, &choices, &[])
}

fn tree() -> Command {
    let help = Arg::new("help").short('h').long("help").action(ArgAction::Help).global(true);
    let version = Arg::new("version").short('V').long("version").action(ArgAction::Version);
    Asked::command().arg(version).arg(help)
}

fn in_words(command: Command, words: &Words, choices: &Choices, path: &[String]) -> Command {
    let about = match path {
        [] => words.say("cli-about"),
        [group] => words.say(&format!("cli-about-{group}")),
        [group, verb, ..] => words.say(&format!("cli-about-{group}-{verb}")),
    };
    let heading = words.say("cli-heading-usage");
    let template = format!("{{about-with-newline}}\n{heading}{{usage}}\n\n{{all-args}}{{after-help}}\n");
    let chosen_from = choices_in_words(&command, choices, words);
    let names: Vec<String> = command.get_subcommands().map(|sub| sub.get_name().to_owned()).collect();
    let command = command
        .about(about)
        .long_about(Resettable::Reset)
        .help_template(template)
        .subcommand_help_heading(words.say("cli-heading-commands"))
        .mut_args(|arg| arg_in_words(arg, words));
    let usage = usage(&command, words, path);
    let command = command.override_usage(usage);
    let command = if chosen_from.is_empty() { command } else { command.after_help(chosen_from) };
    names.into_iter().fold(command, |command, name| {
        let path = [path, std::slice::from_ref(&name)].concat();
        command.mut_subcommand(name, |sub| in_words(sub, words, choices, &path))
    })
}

fn arg_in_words(arg: Arg, words: &Words) -> Arg {
    let mut about = words.say(&format!("cli-arg-{}", arg.get_id()));
    if let Some(default) = arg.get_default_values().first().filter(|value| !value.is_empty() && takes_value(&arg)) {
        about.push_str(&words.say_with("cli-default", &[("value", &default.to_string_lossy())]));
    }
    let heading = if arg.is_positional() {
        words.say("cli-heading-arguments")
    } else if arg.is_global_set() || arg.get_id() == "version" {
        words.say("cli-heading-common")
    } else {
        words.say("cli-heading-options")
    };
    let arg = match value_name(&arg) {
        Some(name) => arg
            .value_name(words.say(&format!("cli-value-{name}")))
            .hide_default_value(true)
            .hide_possible_values(true)
            .hide_env(true),
        None => arg,
    };
    arg.help(about).long_help(Resettable::Reset).help_heading(heading)
}

fn takes_value(arg: &Arg) -> bool {
    arg.get_action().takes_values()
}

/// The name of an argument's value; flags have none.
fn value_name(arg: &Arg) -> Option<String> {
    arg.get_value_names().filter(|_| takes_value(arg)).and_then(<[_]>::first).map(ToString::to_string)
}

/// One line: what must be given, in the order in which it is typed.
fn usage(command: &Command, words: &Words, path: &[String]) -> String {
    let mut line = ["recourse"].into_iter().chain(path.iter().map(String::as_str)).collect::<Vec<_>>().join(" ");
    line.push(' ');
    line.push_str(&words.say("cli-usage-options"));
    let value = |arg: &Arg| value_name(arg).unwrap_or_default();
    for option in command.get_arguments().filter(|arg| !arg.is_positional() && arg.is_required_set()) {
        let _ = write!(line, " --{} <{}>", option.get_long().unwrap_or_default(), value(option));
    }
    for place in command.get_positionals() {
        let many = if place.get_action().takes_values() && is_many(place) { "..." } else { "" };
        let _ = match place.is_required_set() {
            true => write!(line, " <{}>{many}", value(place)),
            false => write!(line, " [{}]{many}", value(place)),
        };
    }
    if command.has_subcommands() {
        let _ = write!(line, " <{}>", words.say("cli-value-command"));
    }
    line
}

fn is_many(arg: &Arg) -> bool {
    matches!(arg.get_action(), ArgAction::Append)
}

/// What may stand for a value, by the value's name, with words for each.
type Choices = BTreeMap<&'static str, Vec<(String, String)>>;

/// Every value that is a matter of choosing. Read once a run: the tree asks for it at every command.
fn all_choices(words: &Words) -> Choices {
    let Ok(Catalog { playbooks, evidence_kinds, channels, stages, outcomes, roles, sources, .. }) =
        recourse_desk::catalog(words.language())
    else {
        return Choices::new();
    };
    let said = |ids: Vec<String>, key: &dyn Fn(&str) -> String| {
        ids.into_iter().map(|id| (id.clone(), words.say(&key(&id)))).collect()
    };
    Choices::from([
        ("playbook", playbooks.into_iter().map(|p| (p.id, p.title)).collect()),
        ("kind", said(evidence_kinds, &|id| format!("evidence-kind-{id}"))),
        ("channel", said(channels.into_iter().map(|c| c.id).collect(), &|id| format!("channel-{id}"))),
        ("stage", said(stages, &|id| format!("stage-{id}"))),
        ("outcome", said(outcomes, &|id| format!("outcome-{id}"))),
        ("role", said(roles, &|id| format!("role-{id}"))),
        ("source", said(sources, &|id| format!("source-{id}"))),
        ("card-type", said(["debit", "credit", "qr"].map(str::to_owned).into(), &|id| format!("card-type-{id}"))),
    ])
}

fn with_choices(command: Command, choices: &Choices) -> Command {
    let command = command.mut_args(|arg| match value_name(&arg).and_then(|name| choices.get(name.as_str())) {
        Some(choices) => {
            let values = choices.iter().map(|(id, about)| PossibleValue::new(id).help(about));
            arg.value_parser(PossibleValuesParser::new(values))
        }
        None => arg,
    });
    command.mut_subcommands(|sub| with_choices(sub, choices))
}

/// Below the arguments: every value that can be chosen for them.
fn choices_in_words(command: &Command, choices: &Choices, words: &Words) -> String {
    let mut text = String::new();
    let mut named = Vec::new();
    for name in command.get_arguments().filter_map(value_name) {
        let Some(choices) = choices.get(name.as_str()).filter(|_| !named.contains(&name)) else { continue };
        let width = choices.iter().map(|(id, _)| id.len()).max().unwrap_or(0);
        let _ = write!(text, "\n{}\n", words.say(&format!("cli-choices-{name}")));
        for (id, about) in choices {
            let _ = writeln!(text, "  {id:width$}  {about}");
        }
        named.push(name);
    }
    text.trim().to_owned()
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use recourse_desk::Language;

    fn each(command: &Command, path: &str, look: &mut dyn FnMut(&str, &Command)) {
        look(path, command);
        for sub in command.get_subcommands() {
            each(sub, &format!("{path} {}", sub.get_name()), look);
        }
    }

    #[test]
    fn the_tree_is_sound_in_both_languages() {
        for language in Language::ALL {
            command(Words::of(language)).debug_assert();
            command_for_completions(Words::of(language)).debug_assert();
        }
    }

    #[test]
    fn every_command_and_argument_has_words_and_no_key_shows_through() {
        for language in Language::ALL {
            let mut tree = command(Words::of(language));
            tree.build();
            each(&tree, "recourse", &mut |path, command| {
                let help = command.clone().render_long_help().to_string();
                assert!(!help.contains("cli-"), "{language} {path}:\n{help}");
                for english in
                    ["Usage:", "Options:", "Commands:", "Arguments:", "[default", "[possible", "[env", "Print help"]
                {
                    let own = language == Language::En
                        && ["Usage:", "Options:", "Commands:", "Arguments:"].contains(&english);
                    assert!(own || !help.contains(english), "{language} {path} shows {english}:\n{help}");
                }
            });
        }
    }

    #[test]
    fn usage_names_what_must_be_given_in_both_languages() {
        let line = |language| {
            let mut tree = command(Words::of(language));
            tree.build();
            let add = tree.find_subcommand_mut("evidence").unwrap().find_subcommand_mut("add").unwrap();
            add.render_help().to_string()
        };
        assert!(
            line(Language::En).contains("recourse evidence add [options] <case> <file>..."),
            "{}",
            line(Language::En)
        );
        assert!(
            line(Language::ZhCn).contains("recourse evidence add [选项] <案件> <文件>..."),
            "{}",
            line(Language::ZhCn)
        );
    }
}
