//! Installing missing system packages where that may be done without asking, and telling exactly what to do where it may not.

use std::fmt::Write as _;

use super::Need;
use crate::command::Call;
use crate::trouble::Trouble;

/// Sees to it that these needs are met.
pub(crate) fn system(needs: &[Need]) -> Result<(), Trouble> {
    if !cfg!(target_os = "linux") {
        return Ok(());
    }
    let missing: Vec<&Need> = needs.iter().filter(|need| !need.is_met()).collect();
    if missing.is_empty() {
        return Ok(());
    }
    println!("Missing on this machine:\n{}", list(&missing));
    let mut packages: Vec<&str> = missing.iter().map(|need| need.package).collect();
    packages.dedup();
    if !Call::new("apt-get").arg("--version").succeeds() {
        return Err(Trouble::new(
            "Only Debian and Ubuntu packages are installed from here; this is another system.",
            "Install what the list names with this system's package manager (the names are Debian's), then try again.",
        ));
    }
    let Some(apt) = Rights::here().apt() else {
        return Err(Trouble::new(
            "Installing them needs the rights of root.",
            format!(
                "Type this, then try again:\n  sudo apt-get update && sudo apt-get install --no-install-recommends {}",
                packages.join(" ")
            ),
        ));
    };
    apt.clone().arg("update").run()?;
    apt.args(["install", "--yes", "--no-install-recommends"]).args(&packages).run()?;
    let still: Vec<&Need> = missing.into_iter().filter(|need| !need.is_met()).collect();
    if still.is_empty() {
        return Ok(());
    }
    Err(Trouble::new(
        format!("Installed, but still not found:\n{}", list(&still)),
        "Is there an older copy on the PATH, or is PKG_CONFIG_PATH set to something else?",
    ))
}

fn list(needs: &[&Need]) -> String {
    needs.iter().fold(String::new(), |mut text, need| {
        // Writing to a String cannot fail.
        let _ = writeln!(text, "  {:<24} {}", need.package, need.purpose);
        text
    })
}

/// By which way packages can be installed without asking anybody.
enum Rights {
    Root,
    Sudo,
    None,
}

impl Rights {
    fn here() -> Self {
        let root = Call::new("id").arg("-u").read().is_some_and(|id| id.trim() == "0");
        match root {
            true => Self::Root,
            false if Call::new("sudo").args(["-n", "true"]).succeeds() => Self::Sudo,
            false => Self::None,
        }
    }

    fn apt(&self) -> Option<Call> {
        let quiet = ["-q", "-o", "Dpkg::Use-Pty=0", "-o", "Acquire::Retries=3"];
        match self {
            Self::Root => Some(Call::new("apt-get").set("DEBIAN_FRONTEND", "noninteractive").args(quiet)),
            Self::Sudo => {
                Some(Call::new("sudo").args(["-n", "env", "DEBIAN_FRONTEND=noninteractive", "apt-get"]).args(quiet))
            }
            Self::None => None,
        }
    }
}
