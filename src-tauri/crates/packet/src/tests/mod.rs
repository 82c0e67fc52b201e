//! Whole packets: what they say, what is on their pages, what is in the file, and what happens when something is wrong.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::cast_possible_truncation)]

mod failures;
mod file;
mod model;
pub(crate) mod pages;
pub(crate) mod pdf;
mod pictures;
pub(crate) mod sample;
