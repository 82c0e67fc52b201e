//! Seeing to it that what a task needs is on the machine: system packages, Node and the UI's packages, the built UI.

mod fingerprint;
mod needs;
mod system;

use std::path::PathBuf;

pub(crate) use needs::{Need, RUN, TEST_PACKETS, TEST_WINDOW};
pub(crate) use system::system;

use crate::checkout;
use crate::command::Call;
use crate::trouble::Trouble;

/// Node and npm, new enough for the UI's tools.
pub(crate) fn node() -> Result<(), Trouble> {
    const WAY_OUT: &str =
        "Install Node 20.19 or newer (https://nodejs.org, or your system's packages), then try again.";
    let version = Call::new("node").arg("--version").read();
    let Some(version) = version else { return Err(Trouble::new("Node is not installed.", WAY_OUT)) };
    let mut numbers = version.trim().trim_start_matches('v').split('.').map(|number| number.parse().unwrap_or(0));
    let (major, minor): (u32, u32) = (numbers.next().unwrap_or(0), numbers.next().unwrap_or(0));
    if (major, minor) < (20, 19) {
        return Err(Trouble::new(format!("Node is {}, which is too old.", version.trim()), WAY_OUT));
    }
    if !Call::npm().arg("--version").succeeds() {
        return Err(Trouble::new("npm is not installed.", WAY_OUT));
    }
    Ok(())
}

/// The UI's packages as the lock file names them. Does nothing while the lock file is the one they came from.
pub(crate) fn ui_packages() -> Result<(), Trouble> {
    node()?;
    let ui = checkout::ui();
    let lock = fingerprint::of(&[ui.join("package-lock.json")])?;
    let stamp = ui.join("node_modules/.recourse-lock");
    if fingerprint::stands(&stamp, &lock) {
        return Ok(());
    }
    Call::npm().args(["ci", "--no-audit", "--no-fund"]).run()?;
    fingerprint::write(&stamp, &lock)
}

/// The page the window shows, in `ui/dist`. Does nothing while no source of it has changed.
pub(crate) fn ui_built() -> Result<(), Trouble> {
    ui_packages()?;
    let ui = checkout::ui();
    let sources: Vec<PathBuf> = std::fs::read_dir(&ui)
        .map_err(|error| Trouble::file(&ui, &error))?
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| !path.ends_with("node_modules") && !path.ends_with("dist"))
        .chain([checkout::root().join("assets/locales")])
        .collect();
    let sources = fingerprint::of(&sources)?;
    let stamp = checkout::target().join("xtask/ui-dist");
    if ui.join("dist/index.html").is_file() && fingerprint::stands(&stamp, &sources) {
        return Ok(());
    }
    Call::npm().args(["run", "build"]).run()?;
    fingerprint::write(&stamp, &sources)
}
