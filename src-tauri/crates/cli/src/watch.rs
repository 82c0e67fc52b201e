//! Long work in the terminal: a line of progress on standard error, and Ctrl-C that calls it off.

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use recourse_desk::{CancelFlag, Progress, WatchedJob, Words};
use std::io::IsTerminal as _;

/// Runs long work. Progress is drawn only where somebody can see it move; the first Ctrl-C (or a request to
/// terminate) stops the work at its next safe point, the second ends the program at once.
pub(crate) fn watched<T>(words: &Words, quiet: bool, work: impl FnOnce(&dyn recourse_desk::Watcher) -> T) -> T {
    let flag = CancelFlag::default();
    let asked = flag.clone();
    // Fails only when a handler is already there, i.e. for a second piece of work in one run; then the first one serves.
    let _ = ctrlc::set_handler(move || {
        if asked.is_cancelled() {
            std::process::exit(130);
        }
        asked.cancel();
    });
    let bar = if quiet || !std::io::stderr().is_terminal() { ProgressBar::hidden() } else { visible_bar() };
    let drawn = bar.clone();
    let result = work(&WatchedJob::new(flag, move |progress: &Progress<'_>| draw(&drawn, progress, words)));
    bar.finish_and_clear();
    result
}

fn visible_bar() -> ProgressBar {
    let bar = ProgressBar::with_draw_target(Some(0), ProgressDrawTarget::stderr());
    match ProgressStyle::with_template("{spinner} {msg} {bar:24} {percent:>3}%") {
        Ok(style) => bar.with_style(style),
        Err(_) => bar,
    }
}

fn draw(bar: &ProgressBar, progress: &Progress<'_>, words: &Words) {
    let what = words.say(progress.what);
    let item = crate::show::visible(progress.item);
    let message = match item.as_str() {
        "" => what,
        item => words.say_with("cli-progress", &[("what", &what), ("item", item)]),
    };
    // The words first: every one of these may draw.
    bar.set_message(message);
    bar.set_length(progress.total);
    bar.set_position(progress.done);
}
