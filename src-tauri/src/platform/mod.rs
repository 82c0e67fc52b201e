//! What differs from system to system, before any window is there.

#[cfg(target_os = "linux")]
mod linux;

use recourse_desk::{Language, Words};
use std::io::Write;

/// The system's language, e.g. `zh-CN`; empty when unknown.
pub(crate) fn locale() -> String {
    sys_locale::get_locale().unwrap_or_default()
}

/// Makes the machine ready for a window.
///
/// # Errors
/// The locale key of what stands in the way.
pub(crate) fn prepare() -> Result<(), &'static str> {
    #[cfg(target_os = "linux")]
    linux::prepare()?;
    Ok(())
}

/// Says something on the terminal, in both languages: without a window, nobody could choose one.
pub(crate) fn say_on_terminal(key: &str) {
    let mut terminal = std::io::stderr().lock();
    for language in Language::ALL {
        // With no terminal either there is nobody to tell.
        let _ = writeln!(terminal, "{}", Words::of(language).say(key));
    }
}
