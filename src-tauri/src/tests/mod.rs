//! What holds of the shell as a whole: its settings as built, its list of commands, its bridge on a mock window.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test may stop at the first surprise")]

mod bridge;
mod guided;
mod lists;
mod security;
mod starting;
