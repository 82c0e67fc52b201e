//! What each task needs of the system: how to see whether it is there, and which Debian package brings it.

use std::path::Path;

use crate::command::Call;

/// How to see whether something is there.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Probe {
    /// A program on the PATH.
    Program(&'static str),
    /// A library that `pkg-config` knows.
    Library(&'static str),
    /// A font with Chinese characters.
    ChineseFont,
}

/// One thing that is needed.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Need {
    /// How to see it.
    pub(crate) probe: Probe,
    /// What it is for, in a few words.
    pub(crate) purpose: &'static str,
    /// The Debian or Ubuntu package.
    pub(crate) package: &'static str,
}

const fn need(probe: Probe, package: &'static str, purpose: &'static str) -> Need {
    Need { probe, purpose, package }
}

/// To build the window and to look at it. The window uses GTK and WebKit on Linux only.
pub(crate) const RUN: &[Need] = &[
    need(Probe::Program("pkg-config"), "pkg-config", "finds the libraries"),
    need(Probe::Library("webkit2gtk-4.1"), "libwebkit2gtk-4.1-dev", "draws the page"),
    need(Probe::Library("gtk+-3.0"), "libgtk-3-dev", "opens the window"),
    need(Probe::Library("libsoup-3.0"), "libsoup-3.0-dev", "part of WebKit"),
    need(Probe::ChineseFont, "fonts-noto-cjk", "Chinese text in the window"),
];

/// Other people's readers look at the packets.
pub(crate) const TEST_PACKETS: &[Need] = &[
    need(Probe::Program("qpdf"), "qpdf", "checks the packets' structure"),
    need(Probe::Program("pdftotext"), "poppler-utils", "reads the packets' text and pictures"),
];

/// The real window without a screen, driven from outside.
pub(crate) const TEST_WINDOW: &[Need] = &[
    need(Probe::Program("Xvfb"), "xvfb", "a screen without a monitor"),
    need(Probe::Program("xauth"), "xauth", "lets the window use it"),
    need(Probe::Program("WebKitWebDriver"), "webkit2gtk-driver", "clicks and types in the window"),
    need(Probe::Program("dbus-run-session"), "dbus", "the bus on which a second start finds the first"),
];

impl Need {
    /// Whether it is there.
    pub(crate) fn is_met(&self) -> bool {
        match self.probe {
            Probe::Program(name) => on_path(name),
            Probe::Library(name) => Call::new("pkg-config").args(["--exists", name]).succeeds(),
            Probe::ChineseFont => {
                Call::new("fc-list").args([":lang=zh-cn", "family"]).read().is_some_and(|list| !list.trim().is_empty())
            }
        }
    }
}

fn on_path(program: &str) -> bool {
    let path = std::env::var_os("PATH").unwrap_or_default();
    std::env::split_paths(&path).any(|folder: std::path::PathBuf| is_program(&folder.join(program)))
}

fn is_program(path: &Path) -> bool {
    path.is_file()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sees_what_is_there_and_what_is_not() {
        assert!(need(Probe::Program("sh"), "dash", "").is_met());
        assert!(!need(Probe::Program("no-such-program-anywhere"), "", "").is_met());
        assert!(!need(Probe::Library("no-such-library-anywhere"), "", "").is_met());
    }
}
