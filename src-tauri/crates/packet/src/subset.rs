//! The part of each face that a packet uses, as fonts that printpdf embeds.
//!
//! In a PDF a glyph of a font can stand for one text only. Where one glyph serves several characters (· • ・), or one
//! character has two forms (“ full-width and narrow), the same face is embedded again as another font, so that copied
//! and searched text is exactly what was written.

use crate::error::PacketError;
use crate::font::{Fonts, Weight};
use crate::layout::{Mark, Page};
use printpdf::{FontId, ParsedFont, PdfFont};
use std::collections::{BTreeMap, BTreeSet};
use subsetter::GlyphRemapper;

/// One embedded font: each of its glyphs stands for one character, and each of its characters for one glyph.
#[derive(Debug, Default)]
struct Plane {
    by_glyph: BTreeMap<u16, char>,
    by_char: BTreeMap<char, u16>,
}

/// Which font of the document shows which character.
#[derive(Debug)]
pub(crate) struct FontPlan {
    planes: BTreeMap<Weight, Vec<Plane>>,
    slots: BTreeMap<(Weight, char, bool), usize>,
    fonts: &'static Fonts,
}

impl FontPlan {
    /// Plans the fonts for pages.
    pub(crate) fn of(pages: &[Page], fonts: &'static Fonts) -> Self {
        let mut used: BTreeSet<(Weight, char, bool)> = BTreeSet::new();
        for mark in pages.iter().flat_map(|p| &p.marks) {
            if let Mark::Text { run, .. } = mark {
                used.extend(run.text.chars().map(|c| (run.style.weight, c, run.narrow)));
            }
        }
        let mut plan = Self { planes: BTreeMap::new(), slots: BTreeMap::new(), fonts };
        for (weight, c, narrow) in used {
            let glyph = fonts.face(weight).glyph(c, narrow).id;
            let planes = plan.planes.entry(weight).or_default();
            let free = |p: &Plane| {
                p.by_glyph.get(&glyph).is_none_or(|other| *other == c)
                    && p.by_char.get(&c).is_none_or(|other| *other == glyph)
            };
            let slot = planes.iter().position(free).unwrap_or(planes.len());
            if slot == planes.len() {
                planes.push(Plane::default());
            }
            planes[slot].by_glyph.insert(glyph, c);
            planes[slot].by_char.insert(c, glyph);
            plan.slots.insert((weight, c, narrow), slot);
        }
        plan
    }

    /// The font that shows a character.
    pub(crate) fn font(&self, weight: Weight, c: char, narrow: bool) -> FontId {
        font_id(weight, self.slots.get(&(weight, c, narrow)).copied().unwrap_or(0))
    }

    /// The fonts themselves.
    ///
    /// # Errors
    /// [`PacketError::FontUnreadable`] when a face cannot be cut down.
    pub(crate) fn build(&self) -> Result<BTreeMap<FontId, PdfFont>, PacketError> {
        let mut fonts = BTreeMap::new();
        for (weight, planes) in &self.planes {
            let face = self.fonts.face(*weight);
            for (slot, plane) in planes.iter().enumerate() {
                let mut remapper = GlyphRemapper::new();
                for glyph in plane.by_glyph.keys() {
                    remapper.remap(*glyph);
                }
                let data = subsetter::subset(face.data(), 0, &remapper).map_err(|_| PacketError::FontUnreadable)?;
                let mut parsed =
                    ParsedFont::from_bytes(&data, 0, &mut Vec::new()).ok_or(PacketError::FontUnreadable)?;
                let id = font_id(*weight, slot);
                parsed.font_name = Some(format!("{}+{}", id.0, weight.postscript_name()));
                for (glyph, c) in &plane.by_glyph {
                    let new = remapper.get(*glyph).ok_or(PacketError::FontUnreadable)?;
                    parsed.set_codepoint_mapping(u32::from(*c), new);
                }
                fonts.insert(id, PdfFont::new(parsed));
            }
        }
        Ok(fonts)
    }
}

/// Six capitals, as the tag of a subset must be: `SCRAAA` for the first regular font, `SCBAAB` for the second bold one.
fn font_id(weight: Weight, slot: usize) -> FontId {
    let letter = |n: usize| char::from(b'A' + u8::try_from(n % 26).unwrap_or(0));
    let weight = match weight {
        Weight::Regular => 'R',
        Weight::Bold => 'B',
    };
    FontId(format!("SC{weight}{}{}{}", letter(slot / 676), letter(slot / 26), letter(slot)))
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::model::Role;
    use crate::style;
    use crate::text::Ruler;
    use crate::wrap::{Styled, wrap};

    fn page(texts: &[&str]) -> Page {
        let mut ruler = Ruler::new(Fonts::get().unwrap());
        let mut page = Page::default();
        for text in texts {
            let style = style::of(Role::Body);
            for line in wrap(&[Styled { text: (*text).to_owned(), style, link: None }], 400.0, &mut ruler) {
                page.marks.extend(line.runs.into_iter().map(|run| Mark::Text { x: 0.0, baseline: 0.0, run }));
            }
        }
        page
    }

    #[test]
    fn characters_that_share_a_glyph_get_fonts_of_their_own() {
        let plan = FontPlan::of(&[page(&["甲·•・‧乙", "it’s “so”", "说“好”", "𠮷〓"])], Fonts::get().unwrap());
        let dots: BTreeSet<_> = "·•・‧".chars().map(|c| plan.font(Weight::Regular, c, false)).collect();
        assert_eq!(dots.len(), 4);
        assert_ne!(plan.font(Weight::Regular, '“', true), plan.font(Weight::Regular, '“', false));
        assert_ne!(plan.font(Weight::Regular, '𠮷', false), plan.font(Weight::Regular, '〓', false));
        for (id, font) in plan.build().unwrap() {
            assert!(id.0.len() == 6 && id.0.bytes().all(|b| b.is_ascii_uppercase()));
            assert!(font.parsed_font.original_bytes.len() < 60_000, "only what is used is embedded");
        }
    }
}
