//! Statements as providers write them, from bytes to findings.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::cast_possible_truncation,
    clippy::cast_possible_wrap,
    clippy::cast_sign_loss,
    missing_docs
)]

mod books;
mod demo;
mod files;
mod made;
mod matching;
mod samples;
mod tricky;
