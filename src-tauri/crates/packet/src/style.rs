//! How the packet looks: page, margins, sizes, inks. Numbers only.
//!
//! Everything is in points (1/72 inch). The inks are chosen so that a black-and-white print keeps every difference.

use crate::font::Weight;
use crate::model::Role;

/// Width of an A4 page.
pub(crate) const PAGE_WIDTH: f32 = 595.276;
/// Height of an A4 page.
pub(crate) const PAGE_HEIGHT: f32 = 841.89;
/// Left and right margin (22 mm): wide enough to punch or staple.
pub(crate) const SIDE: f32 = 62.0;
/// From the top edge to the first line.
pub(crate) const TOP: f32 = 60.0;
/// From the bottom edge to the last line.
pub(crate) const BOTTOM: f32 = 66.0;
/// Baseline of the footer above the bottom edge.
pub(crate) const FOOTER: f32 = 34.0;
/// Width of the text.
pub(crate) const TEXT_WIDTH: f32 = PAGE_WIDTH - 2.0 * SIDE;

/// A colour of the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Ink {
    /// Text.
    Black,
    /// Secondary text.
    Grey,
    /// Hairlines.
    Hair,
    /// The one accent: ink blue.
    Accent,
}

impl Ink {
    /// Red, green and blue from 0 to 1.
    #[must_use]
    pub(crate) fn rgb(self) -> [f32; 3] {
        match self {
            Self::Black => [0.09, 0.09, 0.10],
            Self::Grey => [0.36, 0.38, 0.41],
            Self::Hair => [0.78, 0.79, 0.81],
            Self::Accent => [0.11, 0.23, 0.40],
        }
    }
}

/// Size, line height, weight and ink of a piece of text.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Style {
    /// Size of the em.
    pub(crate) size: f32,
    /// From one baseline to the next.
    pub(crate) leading: f32,
    /// Weight.
    pub(crate) weight: Weight,
    /// Colour.
    pub(crate) ink: Ink,
}

impl Style {
    const fn new(size: f32, leading: f32, weight: Weight, ink: Ink) -> Self {
        Self { size, leading, weight, ink }
    }
}

/// The style of a role.
#[must_use]
pub(crate) fn of(role: Role) -> Style {
    use Weight::{Bold, Regular};
    match role {
        Role::Body => Style::new(10.5, 17.0, Regular, Ink::Black),
        Role::Strong => Style::new(10.5, 17.0, Bold, Ink::Black),
        Role::Label => Style::new(9.5, 17.0, Regular, Ink::Grey),
        Role::Quiet => Style::new(8.5, 13.0, Regular, Ink::Grey),
        Role::Hash => Style::new(7.5, 11.0, Regular, Ink::Grey),
        Role::Kicker => Style::new(11.0, 18.0, Regular, Ink::Grey),
        Role::Title => Style::new(25.0, 36.0, Bold, Ink::Black),
        Role::Subtitle => Style::new(13.0, 21.0, Regular, Ink::Grey),
        Role::Section => Style::new(17.0, 26.0, Bold, Ink::Black),
        Role::Heading => Style::new(11.5, 19.0, Bold, Ink::Accent),
        Role::Badge => Style::new(14.0, 20.0, Bold, Ink::Accent),
    }
}
