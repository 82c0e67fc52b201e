//! `cargo xtask run`: from a fresh clone to the open window, or to finished packets where there is no screen.

use std::path::Path;

use crate::checkout;
use crate::command::Call;
use crate::setup;
use crate::trouble::Trouble;

/// Sets up, builds, and opens the app on the sample cases.
pub(crate) fn run(arguments: &[&str]) -> Result<(), Trouble> {
    let release = match arguments {
        [] => false,
        ["--release"] => true,
        _ => return Err(Trouble::new("`cargo xtask run` knows only --release.", "Try `cargo xtask help`.")),
    };
    if checkout::has_display() { in_a_window(release) } else { without_a_display(release) }
}

fn in_a_window(release: bool) -> Result<(), Trouble> {
    println!("== 1/4 System packages");
    setup::system(setup::RUN)?;
    println!("== 2/4 The page");
    setup::ui_built()?;
    println!("== 3/4 The app (the first time takes some minutes)");
    cargo_build(&["recourse-desktop", "recourse-cli"], release)?;
    println!("== 4/4 Sample cases");
    let samples = checkout::target().join("demo");
    let data = samples.join("data");
    if data.is_dir() {
        println!("The ones in {} stay as you left them; delete that folder to begin anew.", samples.display());
    } else {
        demo(&samples, release)?;
    }
    println!("\nOpening the window. Its data folder: {}", data.display());
    Call::new(checkout::program("recourse-desktop", release)).set("RECOURSE_DATA", &data).run()
}

fn without_a_display(release: bool) -> Result<(), Trouble> {
    println!("There is no display here (neither DISPLAY nor WAYLAND_DISPLAY is set), so no window can open.");
    println!("Instead, the command line makes the sample cases and their packets.\n");
    println!("== 1/2 The command line (the first time takes some minutes)");
    cargo_build(&["recourse-cli"], release)?;
    println!("== 2/2 Sample cases and packets");
    let out = checkout::root().join("out");
    demo(&out, release)?;
    let packets = packets_below(&out);
    println!("\n{} packets lie in {}:", packets.len(), out.display());
    packets.iter().for_each(|packet| println!("  {packet}"));
    println!("\nTo look at the cases: recourse --data {} case list", out.join("data").display());
    println!("(recourse is {})", checkout::program("recourse", release).display());
    Ok(())
}

fn cargo_build(packages: &[&str], release: bool) -> Result<(), Trouble> {
    let mut call = Call::cargo().arg("build");
    for package in packages {
        call = call.args(["-p", package]);
    }
    if release {
        call = call.arg("--release");
    }
    call.run()
}

fn demo(out: &Path, release: bool) -> Result<(), Trouble> {
    Call::new(checkout::program("recourse", release)).args(["demo", "--out"]).arg(out).run()
}

/// The PDF files in this folder and right below it, by name.
fn packets_below(folder: &Path) -> Vec<String> {
    let mut found = Vec::new();
    let mut waiting = vec![folder.to_owned()];
    while let Some(folder) = waiting.pop() {
        let Ok(entries) = std::fs::read_dir(&folder) else { continue };
        for path in entries.filter_map(|entry| Some(entry.ok()?.path())) {
            if path.extension().is_some_and(|extension| extension == "pdf") {
                found.push(path.display().to_string());
            } else if path.is_dir() && !path.ends_with("data") {
                waiting.push(path);
            }
        }
    }
    found.sort();
    found
}
