//! Sheets: one page with everything at hand for one talk, or for a bad day in the shop. Words only, no looks.
//!
//! The same sheet stands on the screen, in the terminal and on paper. It is filled from the case and the shop; what is
//! not on record stays open and is said to be so. No clock, no sizes and no PDF may enter.

mod model;

pub use model::{Block, Body, Line, Sheet, Tone};
