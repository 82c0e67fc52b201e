//! Tests of the evidence room through its public face only.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod door;
mod fixtures;
mod hostile;
mod intake;
mod jpeg_scan;
mod kill;
mod kinds;
mod previews;
mod redact;
mod vault;
mod worker;
