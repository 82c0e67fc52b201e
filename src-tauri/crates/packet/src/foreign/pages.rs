//! Which pages a document has, with what they inherit, which rectangle of them is shown and how it is turned.

use super::{ForeignError, MAX_PAGES};
use lopdf::{Dictionary, Document, Object, ObjectId};
use std::collections::HashSet;

/// Deepest page tree.
const MAX_DEPTH: usize = 64;
/// Attributes that a page takes from the nodes above it.
const INHERITED: [&[u8]; 4] = [b"Resources", b"MediaBox", b"CropBox", b"Rotate"];

/// A page and everything about it that does not need copying.
pub(super) struct SourcePage<'a> {
    /// Its dictionary.
    pub(super) dict: &'a Dictionary,
    /// Its own resources or the nearest above it.
    pub(super) resources: Option<&'a Object>,
    /// The part that is shown, in the page's own space.
    pub(super) shown: Rect,
    /// Clockwise turn for display: 0, 90, 180 or 270 degrees.
    pub(super) turn: u16,
    /// Size of one unit of the page's space in points.
    pub(super) unit: f64,
}

/// A rectangle with positive width and height.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Rect {
    pub(super) x0: f64,
    pub(super) y0: f64,
    pub(super) x1: f64,
    pub(super) y1: f64,
}

impl Rect {
    /// Reads an array of four numbers in any order of corners; `None` unless it has an area and sane numbers.
    pub(super) fn read(document: &Document, object: &Object) -> Option<Self> {
        let numbers = numbers::<4>(document, object)?;
        let rect = Self {
            x0: numbers[0].min(numbers[2]),
            y0: numbers[1].min(numbers[3]),
            x1: numbers[0].max(numbers[2]),
            y1: numbers[1].max(numbers[3]),
        };
        (rect.width() > 0.0 && rect.height() > 0.0).then_some(rect)
    }

    pub(super) fn width(self) -> f64 {
        self.x1 - self.x0
    }

    pub(super) fn height(self) -> f64 {
        self.y1 - self.y0
    }

    fn meet(self, other: Self) -> Option<Self> {
        let meet = Self {
            x0: self.x0.max(other.x0),
            y0: self.y0.max(other.y0),
            x1: self.x1.min(other.x1),
            y1: self.y1.min(other.y1),
        };
        (meet.width() > 0.0 && meet.height() > 0.0).then_some(meet)
    }
}

/// Exactly `N` finite numbers of at most a million.
pub(super) fn numbers<const N: usize>(document: &Document, object: &Object) -> Option<[f64; N]> {
    let array = document.dereference(object).ok()?.1.as_array().ok()?;
    let mut numbers = [0.0; N];
    if array.len() < N {
        return None;
    }
    for (number, object) in numbers.iter_mut().zip(array) {
        *number = f64::from(document.dereference(object).ok()?.1.as_float().ok()?);
        if !number.is_finite() || number.abs() > 1e6 {
            return None;
        }
    }
    Some(numbers)
}

impl SourcePage<'_> {
    /// Upright width and height in points.
    pub(super) fn size(&self) -> (f64, f64) {
        let (w, h) = (self.shown.width() * self.unit, self.shown.height() * self.unit);
        if self.turn.is_multiple_of(180) { (w, h) } else { (h, w) }
    }

    /// Matrix from the page's space to the upright one with its origin in the lower left corner.
    pub(super) fn upright(&self) -> [f64; 6] {
        let Rect { x0, y0, x1, y1 } = self.shown;
        let u = self.unit;
        match self.turn {
            90 => [0.0, -u, u, 0.0, -y0 * u, x1 * u],
            180 => [-u, 0.0, 0.0, -u, x1 * u, y1 * u],
            270 => [0.0, u, -u, 0.0, y1 * u, -x0 * u],
            _ => [u, 0.0, 0.0, u, -x0 * u, -y0 * u],
        }
    }
}

/// What a walk over the page tree found.
pub(super) struct Found<'a> {
    /// The pages in their order.
    pub(super) pages: Vec<SourcePage<'a>>,
    /// Branches or pages that are named and not there.
    pub(super) missing: usize,
}

/// All pages in their order.
///
/// # Errors
/// [`ForeignError::Unreadable`] without a page tree or a page, [`ForeignError::TooManyPages`].
pub(super) fn all(document: &Document) -> Result<Found<'_>, ForeignError> {
    let root = document.catalog().and_then(|catalog| catalog.get(b"Pages")).map_err(|_| ForeignError::Unreadable)?;
    let mut seen: HashSet<ObjectId> = HashSet::new();
    let mut found = Found { pages: Vec::new(), missing: 0 };
    let mut open: Vec<(&Object, [Option<&Object>; 4], usize)> = vec![(root, [None; 4], 0)];
    while let Some((object, above, depth)) = open.pop() {
        let Some((id, node)) = document.dereference(object).ok().and_then(|(id, o)| Some((id, o.as_dict().ok()?)))
        else {
            found.missing += 1;
            continue;
        };
        if depth > MAX_DEPTH || id.is_some_and(|id| !seen.insert(id)) {
            continue;
        }
        let mut inherited = above;
        for (slot, key) in inherited.iter_mut().zip(INHERITED) {
            *slot = node.get(key).ok().filter(|value| !value.is_null()).or(*slot);
        }
        match node.get(b"Kids").and_then(|kids| document.dereference(kids)).map(|(_, kids)| kids) {
            Ok(Object::Array(kids)) => open.extend(kids.iter().rev().map(|kid| (kid, inherited, depth + 1))),
            _ => found.pages.push(page(document, node, inherited)),
        }
        if found.pages.len() > MAX_PAGES {
            return Err(ForeignError::TooManyPages { limit: MAX_PAGES });
        }
    }
    if found.pages.is_empty() { Err(ForeignError::Unreadable) } else { Ok(found) }
}

fn page<'a>(document: &Document, dict: &'a Dictionary, inherited: [Option<&'a Object>; 4]) -> SourcePage<'a> {
    let [resources, media, crop, rotate] = inherited;
    let read = |object: Option<&Object>| object.and_then(|object| Rect::read(document, object));
    // Without a sheet size a viewer takes US Letter.
    let media = read(media).unwrap_or(Rect { x0: 0.0, y0: 0.0, x1: 612.0, y1: 792.0 });
    let turn = rotate
        .and_then(|r| document.dereference(r).ok()?.1.as_float().ok())
        .map_or(0.0, |r| f64::from(r).rem_euclid(360.0));
    let unit = dict.get(b"UserUnit").ok().and_then(|u| document.dereference(u).ok()?.1.as_float().ok());
    SourcePage {
        dict,
        resources,
        shown: read(crop).and_then(|crop| crop.meet(media)).unwrap_or(media),
        turn: [90_u16, 180, 270].into_iter().find(|t| (f64::from(*t) - turn).abs() < 0.5).unwrap_or(0),
        unit: unit.map(f64::from).filter(|u| (0.01..=1000.0).contains(u)).unwrap_or(1.0),
    }
}
