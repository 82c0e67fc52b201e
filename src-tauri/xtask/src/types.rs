//! `cargo xtask types`: the TypeScript types of the bridge, written from the Rust ones and checked against them.

use std::collections::BTreeMap;
use std::path::Path;

use crate::checkout::{self, WITHOUT_DESKTOP};
use crate::command::Call;
use crate::trouble::Trouble;

const WAY_OUT: &str = "Write them anew with `cargo xtask types` and commit ui/src/api/generated.";

/// Writes the types, or with `--check` compares them.
pub(crate) fn types(arguments: &[&str]) -> Result<(), Trouble> {
    let fresh = checkout::target().join("xtask/types");
    match arguments {
        [] => export(&fresh, &mut |_| {})?,
        ["--check"] => return check(&mut |_| {}),
        _ => return Err(Trouble::new("`cargo xtask types` knows only --check.", "Try `cargo xtask help`.")),
    }
    let kept = checkout::ui().join("src/api/generated");
    let (old, new) = (contents(&kept)?, contents(&fresh)?);
    for name in old.keys().filter(|name| !new.contains_key(*name)) {
        let path = kept.join(name);
        std::fs::remove_file(&path).map_err(|error| Trouble::file(&path, &error))?;
    }
    for (name, text) in new.iter().filter(|(name, text)| old.get(*name) != Some(*text)) {
        let path = kept.join(name);
        std::fs::create_dir_all(path.parent().unwrap_or(&kept))
            .and_then(|()| std::fs::write(&path, text))
            .map_err(|error| Trouble::file(&path, &error))?;
        println!("wrote {name}");
    }
    Ok(())
}

/// Tells whether the committed types are the ones the Rust types give. Shows the build's lines to `see`.
pub(crate) fn check(see: &mut (dyn FnMut(&str) + Send)) -> Result<(), Trouble> {
    let fresh = checkout::target().join("xtask/types");
    export(&fresh, see)?;
    let (old, new) = (contents(&checkout::ui().join("src/api/generated"))?, contents(&fresh)?);
    let differ: Vec<&String> = old.keys().chain(new.keys()).filter(|name| old.get(*name) != new.get(*name)).collect();
    for name in &differ {
        println!("differs: ui/src/api/generated/{name}");
    }
    if differ.is_empty() { Ok(()) } else { Err(Trouble::new("The bridge's types have drifted apart.", WAY_OUT)) }
}

/// Has the Rust side write its types into this folder. Built with the same choice of packages as the crates' tests,
/// so that nothing is compiled twice.
fn export(folder: &Path, see: &mut (dyn FnMut(&str) + Send)) -> Result<(), Trouble> {
    // What is no longer exported must not stay.
    let _ = std::fs::remove_dir_all(folder);
    Call::cargo().arg("build").args(WITHOUT_DESKTOP).args(["--example", "export-types"]).watch(see)?;
    Call::new(checkout::program("examples/export-types", false)).arg(folder).watch(see)
}

/// Texts of files by their names.
type Files = BTreeMap<String, String>;

fn contents(folder: &Path) -> Result<Files, Trouble> {
    let mut found = Files::new();
    let mut waiting = vec![folder.to_owned()];
    while let Some(at) = waiting.pop() {
        let entries = match std::fs::read_dir(&at) {
            Ok(entries) => entries,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => continue,
            Err(error) => return Err(Trouble::file(&at, &error)),
        };
        for path in entries.filter_map(|entry| Some(entry.ok()?.path())) {
            if path.is_dir() {
                waiting.push(path);
            } else {
                let text = std::fs::read_to_string(&path).map_err(|error| Trouble::file(&path, &error))?;
                let name = path.strip_prefix(folder).unwrap_or(&path).to_string_lossy().replace('\\', "/");
                found.insert(name, text);
            }
        }
    }
    Ok(found)
}
