//! Whole-program tests.

mod arch;
mod contract;
mod coverage;
mod crash;
mod demo;
mod files;
mod folders;
mod guided;
mod help;
mod locales;
mod material;
mod packets;
mod shop;
mod sources;
mod story;
mod values;
