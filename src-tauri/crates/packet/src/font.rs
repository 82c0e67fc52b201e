//! The faces of the packet: Noto Sans SC in two weights, built into the program and read once a process.
//!
//! Only here are font files named. Nothing of pages or of PDF may enter: a face answers which glyph a character has
//! and how wide it is.

use crate::error::PacketError;
use std::collections::BTreeMap;
use std::sync::OnceLock;
use ttf_parser::gsub::{SingleSubstitution, SubstitutionSubtable};
use ttf_parser::{GlyphId, Tag};

/// The regular face as a font file.
pub(crate) static REGULAR: &[u8] = include_bytes!("../../../../assets/fonts/NotoSansSC-Regular.ttf");
static BOLD: &[u8] = include_bytes!("../../../../assets/fonts/NotoSansSC-Bold.ttf");

/// Drawn where a face has no glyph: the geta mark 〓, which Chinese and Japanese printers use for a missing sort.
pub(crate) const MISSING: char = '〓';

/// Weight of a face.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Weight {
    /// 400.
    Regular,
    /// 700.
    Bold,
}

impl Weight {
    /// PostScript name of the face.
    #[must_use]
    pub(crate) fn postscript_name(self) -> &'static str {
        match self {
            Self::Regular => "NotoSansSC-Regular",
            Self::Bold => "NotoSansSC-Bold",
        }
    }
}

/// A glyph and its advance.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Glyph {
    /// Index in the whole font.
    pub(crate) id: u16,
    /// Advance in font units.
    pub(crate) advance: u16,
    /// Whether it stands for a character that the face does not hold.
    pub(crate) missing: bool,
}

/// One weight of the font.
pub(crate) struct Face {
    data: &'static [u8],
    face: ttf_parser::Face<'static>,
    /// Glyphs of proportional width for punctuation that is full-width by default (OpenType `pwid`).
    narrow: BTreeMap<u16, u16>,
    geta: u16,
}

impl Face {
    fn read(data: &'static [u8]) -> Option<Self> {
        let face = ttf_parser::Face::parse(data, 0).ok()?;
        let narrow = proportional_forms(&face).unwrap_or_default();
        let geta = face.glyph_index(MISSING)?.0;
        Some(Self { data, face, narrow, geta })
    }

    /// The font file.
    #[must_use]
    pub(crate) fn data(&self) -> &'static [u8] {
        self.data
    }

    /// Font units to the em.
    #[must_use]
    pub(crate) fn units_per_em(&self) -> u16 {
        self.face.units_per_em()
    }

    /// The glyph for a character; `narrow` asks for the proportional form of a full-width quotation mark or ellipsis.
    /// A character that the face does not hold gets the glyph of [`MISSING`].
    #[must_use]
    pub(crate) fn glyph(&self, c: char, narrow: bool) -> Glyph {
        let own = self.face.glyph_index(c).map(|g| g.0).filter(|id| *id != 0);
        let id = match own {
            Some(id) if narrow => self.narrow.get(&id).copied().unwrap_or(id),
            Some(id) => id,
            None => self.geta,
        };
        let advance = self.face.glyph_hor_advance(GlyphId(id)).unwrap_or(0);
        Glyph { id, advance, missing: own.is_none() }
    }
}

impl std::fmt::Debug for Face {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Face").field("bytes", &self.data.len()).finish_non_exhaustive()
    }
}

/// The `pwid` substitutions of quotation marks and ellipsis, which a Latin text needs narrow.
fn proportional_forms(face: &ttf_parser::Face<'_>) -> Option<BTreeMap<u16, u16>> {
    let gsub = face.tables().gsub?;
    let feature = gsub.features.find(Tag::from_bytes(b"pwid"))?;
    let mut forms = BTreeMap::new();
    for c in ['‘', '’', '“', '”', '…'] {
        let Some(from) = face.glyph_index(c) else { continue };
        for index in feature.lookup_indices {
            let Some(lookup) = gsub.lookups.get(index) else { continue };
            for table in lookup.subtables.into_iter::<SubstitutionSubtable<'_>>() {
                if let SubstitutionSubtable::Single(single) = table
                    && let Some(to) = substitute(&single, from)
                {
                    forms.insert(from.0, to);
                }
            }
        }
    }
    Some(forms)
}

fn substitute(table: &SingleSubstitution<'_>, from: GlyphId) -> Option<u16> {
    match table {
        SingleSubstitution::Format1 { coverage, delta } => {
            coverage.get(from).map(|_| from.0.wrapping_add_signed(*delta))
        }
        SingleSubstitution::Format2 { coverage, substitutes } => substitutes.get(coverage.get(from)?).map(|g| g.0),
    }
}

/// Both weights.
#[derive(Debug)]
pub(crate) struct Fonts {
    regular: Face,
    bold: Face,
}

impl Fonts {
    /// The fonts of the packet, read once a process.
    ///
    /// # Errors
    /// [`PacketError::FontUnreadable`] when the fonts that were built in do not read.
    pub(crate) fn get() -> Result<&'static Self, PacketError> {
        static FONTS: OnceLock<Option<Fonts>> = OnceLock::new();
        FONTS
            .get_or_init(|| Some(Fonts { regular: Face::read(REGULAR)?, bold: Face::read(BOLD)? }))
            .as_ref()
            .ok_or(PacketError::FontUnreadable)
    }

    /// The face of a weight.
    #[must_use]
    pub(crate) fn face(&self, weight: Weight) -> &Face {
        match weight {
            Weight::Regular => &self.regular,
            Weight::Bold => &self.bold,
        }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn rare_names_are_held_and_the_rarest_are_told() {
        let fonts = Fonts::get().unwrap();
        for weight in [Weight::Regular, Weight::Bold] {
            let face = fonts.face(weight);
            assert!("䶮喆堃昇镕犇骉Az09￥¥".chars().all(|c| !face.glyph(c, false).missing));
            assert!(face.glyph('𠮷', false).missing);
            assert_eq!(face.glyph('𠮷', false).id, face.glyph(MISSING, false).id);
        }
    }

    #[test]
    fn quotation_marks_have_a_narrow_form_in_both_weights() {
        let fonts = Fonts::get().unwrap();
        for weight in [Weight::Regular, Weight::Bold] {
            let face = fonts.face(weight);
            for c in "‘’“”".chars() {
                assert_eq!(face.glyph(c, false).advance, face.units_per_em());
                assert!(face.glyph(c, true).advance < face.units_per_em() * 6 / 10);
            }
            assert_eq!(face.glyph('A', true), face.glyph('A', false));
        }
    }

    #[test]
    fn digits_are_all_of_one_width_so_columns_of_figures_stand_straight() {
        let face = Fonts::get().unwrap().face(Weight::Regular);
        assert!("0123456789".chars().all(|c| face.glyph(c, false).advance == face.glyph('0', false).advance));
    }
}
