//! Where things stand in this checkout.

use std::path::{Path, PathBuf};

/// The folder with the workspace's `Cargo.toml`.
pub(crate) fn root() -> &'static Path {
    // xtask's manifest lies two folders below the root; both always exist.
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().and_then(Path::parent).unwrap_or(Path::new("."))
}

/// Cargo's target folder.
pub(crate) fn target() -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), |dir| root().join(dir))
}

/// A program that Cargo built, e.g. `recourse`.
pub(crate) fn program(name: &str, release: bool) -> PathBuf {
    let profile = if release { "release" } else { "debug" };
    target().join(profile).join(format!("{name}{}", std::env::consts::EXE_SUFFIX))
}

/// The user interface's folder.
pub(crate) fn ui() -> PathBuf {
    root().join("ui")
}

/// The workspace's packages other than the window, as `cargo` is to be told: they need neither WebKit nor Node.
pub(crate) const WITHOUT_DESKTOP: [&str; 3] = ["--workspace", "--exclude", "recourse-desktop"];

/// In continuous integration nothing may be asked, and the lock file is law.
pub(crate) fn in_ci() -> bool {
    std::env::var_os("CI").is_some_and(|value| !value.is_empty() && value != "false")
}

/// Whether a window could open here.
pub(crate) fn has_display() -> bool {
    let set = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    !cfg!(target_os = "linux") || set("DISPLAY") || set("WAYLAND_DISPLAY")
}
