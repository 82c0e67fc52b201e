//! Sheets: one page with everything at hand for one talk, or for a bad day in the shop. Words only, no looks.
//!
//! The same sheet stands on the screen, in the terminal and on paper. It is filled from the case and the shop; what is
//! not on record stays open and is said to be so. Who is spoken to decides what stands on it. No clock, no sizes and no
//! PDF may enter.

mod call;
mod contingency;
mod customer;
mod model;
mod said;
mod sale;
mod script;
mod shown;

pub use call::call;
pub use contingency::contingency;
pub use customer::customer;
pub use model::{Block, Body, Line, Sheet, Tone};
pub use said::{answers, spoken};

use crate::text::Text;
use crate::words::Words;

/// What is never to be said or asked. That nobody's PIN or code is asked for stands on every sheet, whatever an owner's
/// own playbook leaves out.
fn never(own: &[Text], words: &Words) -> Vec<String> {
    let mut points = said::texts(own, words);
    let named = |point: &String| point.contains("密码") || point.contains("PIN");
    if !points.iter().any(named) {
        points.insert(0, words.say("sheet-never"));
    }
    points
}

#[cfg(test)]
mod tests;
