//! Linux: a display must be there, and known faults of drivers are worked round.
//!
//! These settings are no cures and may stop helping as drivers change. Each is made only when its cause is found on the
//! machine and the owner has set nothing himself.

use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::Command;

/// What was found on the machine.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Machine {
    /// The proprietary NVIDIA driver is loaded.
    nvidia: bool,
    /// The session is a Wayland one.
    wayland: bool,
}

/// Refuses without a display, and starts the program anew with the settings that this machine needs.
pub(super) fn prepare() -> Result<(), &'static str> {
    let set = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    if !set("DISPLAY") && !set("WAYLAND_DISPLAY") {
        return Err("window-no-display");
    }
    let wants_x11 = std::env::var("GDK_BACKEND").is_ok_and(|backend| backend.starts_with("x11"));
    let machine = Machine {
        nvidia: Path::new("/sys/module/nvidia/version").exists(),
        wayland: set("WAYLAND_DISPLAY") && !wants_x11,
    };
    let missing: Vec<_> = settings(machine).iter().filter(|(name, _)| std::env::var_os(name).is_none()).collect();
    if missing.is_empty() {
        return Ok(());
    }
    // The environment of a running process is not safely changed. Once set, nothing is missing, so this happens once.
    if let Ok(program) = std::env::current_exe() {
        let mut again = Command::new(program);
        again.args(std::env::args_os().skip(1)).envs(missing.into_iter().copied());
        let error = again.exec();
        tracing::warn!(%error, "started without the settings for this machine's driver");
    }
    Ok(())
}

/// The settings a machine needs, the least harmful that help.
fn settings(machine: Machine) -> &'static [(&'static str, &'static str)] {
    match machine {
        // WebKitGTK and this driver wait for each other: blank window or protocol error 71.
        Machine { nvidia: true, wayland: true } => &[("__NV_DISABLE_EXPLICIT_SYNC", "1")],
        // Buffers shared with this driver stay blank under X11.
        Machine { nvidia: true, wayland: false } => &[("WEBKIT_DISABLE_DMABUF_RENDERER", "1")],
        Machine { nvidia: false, .. } => &[],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_set_without_its_cause() {
        for wayland in [false, true] {
            assert!(settings(Machine { nvidia: false, wayland }).is_empty());
        }
    }

    #[test]
    fn each_cause_has_its_own_setting() {
        assert_eq!(settings(Machine { nvidia: true, wayland: true }), [("__NV_DISABLE_EXPLICIT_SYNC", "1")]);
        assert_eq!(settings(Machine { nvidia: true, wayland: false }), [("WEBKIT_DISABLE_DMABUF_RENDERER", "1")]);
    }
}
