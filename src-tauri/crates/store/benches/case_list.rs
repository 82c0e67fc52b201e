//! The case list among many cases.
fn main() {}
