//! The window.
/// Opens it.
pub fn run() {}
