//! The real window, driven from outside: what an owner does, on a screen of its own.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::cast_possible_truncation,
    reason = "a story ends at the first surprise"
)]
#![cfg(target_os = "linux")]

mod app;
mod driver;
mod guided;
mod keyboard;
mod looks;
mod neighbour;
mod one_case;
