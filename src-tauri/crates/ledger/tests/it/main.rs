//! Statements as providers write them, from bytes to findings.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

mod files;
mod made;
mod samples;
mod tricky;
