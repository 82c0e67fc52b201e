//! Card numbers, security codes and PINs in what is read: masked before it leaves the decoder.

use crate::door::{Rect, Sighted, Spot};
use recourse_domain::guard::{self, Secret, Sighting};

/// Where secrets stand in a text.
pub(super) fn in_text(text: &str) -> Vec<Sighting> {
    guard::find(text)
}

/// The text without them.
pub(super) fn masked(text: &str) -> String {
    guard::masked(text)
}

/// A secret as a spot.
pub(super) fn spot(kind: Secret, page: u32, rect: Option<Rect>) -> Spot {
    let what = if kind == Secret::Pan { Sighted::Card } else { Sighted::Secret };
    Spot { what, page, rect }
}
