//! How closely a sheet is set: sizes, and the styles that follow from them. Numbers only, in points.

use crate::font::Weight;
use crate::style::{Ink, PAGE_HEIGHT, PAGE_WIDTH, Style};

/// Left and right margin (14 mm).
pub(super) const SIDE: f32 = 40.0;
/// From the top edge to the title.
pub(super) const TOP: f32 = 34.0;
/// From the bottom edge to the last line; the foot of the page stands below.
pub(super) const BOTTOM: f32 = 50.0;
/// Width of the whole sheet.
pub(super) const WIDTH: f32 = PAGE_WIDTH - 2.0 * SIDE;
/// Lowest place of a line.
pub(super) const FLOOR: f32 = PAGE_HEIGHT - BOTTOM;
/// Width of the headings, which stand left of their parts.
pub(super) const GUTTER: f32 = 72.0;
/// Left edge of what the parts say.
pub(super) const LEFT: f32 = SIDE + GUTTER + 10.0;
/// Width of what the parts say.
pub(super) const MEASURE: f32 = PAGE_WIDTH - SIDE - LEFT;

/// How closely a sheet is set.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Density {
    /// Size of running text.
    pub(super) size: f32,
    /// From one line of it to the next.
    pub(super) leading: f32,
    /// Above and below each row.
    pub(super) pad: f32,
    /// Above and below each part.
    pub(super) air: f32,
    /// Height of a line to write on by hand.
    pub(super) writing: f32,
}

impl Density {
    const fn new(size: f32, leading: f32, pad: f32, air: f32, writing: f32) -> Self {
        Self { size, leading, pad, air, writing }
    }

    fn style(self, difference: f32, weight: Weight, ink: Ink) -> Style {
        Style { size: self.size + difference, leading: self.leading, weight, ink }
    }

    /// Running text.
    pub(super) fn text(self) -> Style {
        self.style(0.0, Weight::Regular, Ink::Black)
    }

    /// Running text that carries weight.
    pub(super) fn strong(self) -> Style {
        self.style(0.0, Weight::Bold, Ink::Black)
    }

    /// Name of a fact, head of a column.
    pub(super) fn label(self) -> Style {
        self.style(-0.8, Weight::Regular, Ink::Grey)
    }

    /// What is said where nothing is on record.
    pub(super) fn open(self) -> Style {
        self.style(-1.6, Weight::Regular, Ink::Grey)
    }

    /// Heading of a part.
    pub(super) fn heading(self) -> Style {
        self.style(0.3, Weight::Bold, Ink::Accent)
    }

    /// What is said aloud.
    pub(super) fn speech(self) -> Style {
        Style { leading: self.leading + 1.5, ..self.style(0.8, Weight::Regular, Ink::Black) }
    }
}

/// From roomy to close. The last is as small as can be read at arm's length.
pub(super) const LEVELS: [Density; 6] = [
    Density::new(10.0, 15.0, 2.2, 7.0, 25.0),
    Density::new(9.5, 14.0, 1.8, 6.0, 23.0),
    Density::new(9.0, 13.0, 1.3, 5.0, 21.0),
    Density::new(8.6, 12.0, 0.9, 4.2, 19.0),
    Density::new(8.2, 11.2, 0.6, 3.4, 17.5),
    Density::new(7.9, 10.6, 0.4, 2.8, 16.5),
];

/// How many of these are comfortable to read; a sheet of several pages is set in one of them.
pub(super) const COMFORTABLE: usize = 4;

/// The title of a sheet.
pub(super) const TITLE: Style = Style { size: 17.0, leading: 24.0, weight: Weight::Bold, ink: Ink::Black };
/// The line below it.
pub(super) const SUBTITLE: Style = Style { size: 9.5, leading: 14.0, weight: Weight::Regular, ink: Ink::Grey };
/// The foot of a page.
pub(super) const FOOT: Style = Style { size: 8.0, leading: 12.0, weight: Weight::Regular, ink: Ink::Grey };
