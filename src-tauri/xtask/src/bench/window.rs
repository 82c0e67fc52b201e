//! How long the window takes to come up with its list, beside an empty window of the same kind.

use std::io::{BufRead, BufReader, Read};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc;
use std::time::{Duration, Instant};

use crate::checkout;
use crate::command::Call;
use crate::setup;
use crate::trouble::Trouble;

/// Starts of each program; the first is not counted, it fills the caches.
const STARTS: usize = 12;
/// A window that is not there by then will not come.
const PATIENCE: Duration = Duration::from_secs(30);

/// Builds both, starts them in turns, and prints the medians and their ratio.
pub(super) fn measure() -> Result<(), Trouble> {
    if !checkout::has_display() {
        return Err(Trouble::new(
            "There is no display to open windows on.",
            "Try: xvfb-run -a cargo xtask bench window",
        ));
    }
    setup::system(setup::RUN)?;
    setup::ui_built()?;
    let release = ["build", "--release", "-p", "recourse-desktop", "-p", "recourse-cli"];
    Call::cargo()
        .args(release)
        .args(["--features", "recourse-desktop/bench", "--bins", "--example", "empty-window"])
        .run()?;
    let folder = checkout::target().join("xtask/window");
    let _ = std::fs::remove_dir_all(&folder);
    Call::new(checkout::program("recourse", true)).args(["demo", "--out"]).arg(&folder).run()?;

    let programs = ["examples/empty-window", "recourse-desktop"];
    let mut times = [Vec::new(), Vec::new()];
    for start in 0..STARTS {
        for (program, times) in programs.iter().zip(&mut times) {
            let took = one_start(&checkout::program(program, true), &folder)?;
            if start > 0 {
                times.push(took.as_millis());
            }
        }
    }
    println!(
        "{:<24} {:>10} {:>10} {:>10}   ms from start to shown, {} starts",
        "",
        "fastest",
        "median",
        "slowest",
        STARTS - 1
    );
    for (program, times) in programs.iter().zip(&mut times) {
        times.sort_unstable();
        let (fastest, slowest) = (times.first().unwrap_or(&0), times.last().unwrap_or(&0));
        println!("{program:<24} {fastest:>10} {:>10} {slowest:>10}", times[times.len() / 2]);
    }
    let [empty, app] = times.map(|times| times[times.len() / 2]);
    // Hundredths in whole numbers: milliseconds are far below where this could overflow.
    let ratio = app * 100 / empty.max(1);
    println!("The app takes {}.{:02} times as long as an empty window.", ratio / 100, ratio % 100);
    Ok(())
}

/// From starting the program to its line `window shown`.
fn one_start(program: &Path, folder: &Path) -> Result<Duration, Trouble> {
    let begun = Instant::now();
    let mut child = Command::new(program)
        .env("RECOURSE_DATA", folder.join("data"))
        .env("XDG_DATA_HOME", folder.join("xdg"))
        .env("XDG_CACHE_HOME", folder.join("xdg"))
        .env("RECOURSE_LOG", "info")
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .map_err(|error| Trouble::file(program, &error))?;
    let (shown, wait) = mpsc::channel();
    tell_when_shown(child.stdout.take(), shown.clone());
    tell_when_shown(child.stderr.take(), shown);
    let answer = wait.recv_timeout(PATIENCE);
    end(&mut child);
    match answer {
        Ok(at) => Ok(at.duration_since(begun)),
        Err(_) => Err(Trouble::new(
            format!("{} did not say that its window is shown.", program.display()),
            "Start it by hand with RECOURSE_LOG=info and see what it says.",
        )),
    }
}

/// Reads to the end, so that the program never waits for its reader.
fn tell_when_shown(stream: Option<impl Read + Send + 'static>, shown: mpsc::Sender<Instant>) {
    let Some(stream) = stream else { return };
    std::thread::spawn(move || {
        for line in BufReader::new(stream).lines().map_while(Result::ok) {
            if line.contains("window shown") {
                // Nobody waits any more once the program is being ended.
                let _ = shown.send(Instant::now());
            }
        }
    });
}

fn end(child: &mut Child) {
    let _ = child.kill();
    let _ = child.wait();
}
