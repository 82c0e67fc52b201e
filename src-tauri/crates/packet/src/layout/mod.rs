//! Content to positioned pages. Pure: the same content gives the same pages, wherever and whenever.
//!
//! Page numbers in the text depend on the pages, and pages on the text; so pages are laid until the numbers agree.
//! No PDF and no file may enter.

mod exhibit;
mod flow;
mod table;

use crate::font::Fonts;
use crate::model::{Anchor, Content};
use crate::style::Ink;
use crate::text::Ruler;
use crate::wrap::Run;
use std::collections::{BTreeMap, BTreeSet};

/// Something drawn on a page. Distances are in points from the left and the top edge.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Mark {
    /// A stretch of text.
    Text {
        /// Left end.
        x: f32,
        /// Baseline.
        baseline: f32,
        /// Characters and style; its own `x` is already counted in.
        run: Run,
    },
    /// A line, drawn as a filled bar so that its ends are sharp.
    Bar {
        /// Left end.
        x: f32,
        /// Upper edge.
        y: f32,
        /// Length.
        width: f32,
        /// Thickness.
        height: f32,
        /// Colour.
        ink: Ink,
    },
    /// A picture or a page of a PDF.
    Plate {
        /// Index of the plate.
        plate: usize,
        /// Left edge.
        x: f32,
        /// Upper edge.
        y: f32,
        /// Width.
        width: f32,
        /// Height.
        height: f32,
    },
}

/// An area of a page that leads somewhere. Distances as in [`Mark`].
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Link {
    /// Left edge.
    pub(crate) x: f32,
    /// Upper edge.
    pub(crate) y: f32,
    /// Width.
    pub(crate) width: f32,
    /// Height.
    pub(crate) height: f32,
    /// Where it leads.
    pub(crate) to: Anchor,
}

/// One page.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Page {
    /// What is drawn, in order.
    pub(crate) marks: Vec<Mark>,
    /// What can be clicked.
    pub(crate) links: Vec<Link>,
}

/// Where everything fell.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Numbers {
    /// First and last page of each place, from 1.
    pub(crate) places: BTreeMap<Anchor, (u32, u32)>,
    /// Number of pages.
    pub(crate) total: u32,
}

impl Numbers {
    /// First page of a place; 1 while unknown.
    #[must_use]
    pub(crate) fn first(&self, anchor: Anchor) -> u32 {
        self.places.get(&anchor).map_or(1, |p| p.0)
    }

    /// `7`, `7–9`, or nothing while unknown.
    #[must_use]
    pub(crate) fn words(&self, anchor: Anchor) -> String {
        match self.places.get(&anchor) {
            Some((first, last)) if first == last => first.to_string(),
            Some((first, last)) => format!("{first}–{last}"),
            None => String::new(),
        }
    }
}

/// Pages and where everything fell on them.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Laid {
    /// The pages.
    pub(crate) pages: Vec<Page>,
    /// Where sections and exhibits are.
    pub(crate) numbers: Numbers,
    /// Characters that the fonts do not hold.
    pub(crate) missing: BTreeSet<char>,
}

/// Numbers settle in the second round unless a number's own width moves a line; a few more rounds always do.
const ROUNDS: usize = 6;

/// Lays content on pages.
#[must_use]
pub(crate) fn lay_out(content: &Content, fonts: &'static Fonts) -> Laid {
    let mut ruler = Ruler::new(fonts);
    let mut numbers = Numbers::default();
    let mut pages = Vec::new();
    for _ in 0..ROUNDS {
        let (laid, found) = flow::run(content, &numbers, &mut ruler);
        pages = laid;
        if found == numbers {
            break;
        }
        numbers = found;
    }
    Laid { pages, numbers, missing: ruler.missing().clone() }
}
