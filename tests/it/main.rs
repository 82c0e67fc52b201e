//! Whole-program tests.

mod arch;
mod locales;
mod sources;
