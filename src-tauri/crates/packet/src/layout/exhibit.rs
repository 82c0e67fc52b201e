//! A page of an exhibit: label and caption above, source and hash below, and between them the exhibit itself, as
//! large as the frame allows and no larger than it is. Nothing is ever drawn over it.

use super::flow::Flow;
use crate::model::{ExhibitContent, ExhibitPage, Paragraph, Role};
use crate::style::{self, BOTTOM, Ink, PAGE_HEIGHT, PAGE_WIDTH, SIDE, TEXT_WIDTH};
use crate::text::clean;
use crate::wrap::{Line, Styled, wrap, wrap_at_most};

/// Most lines of the caption; the whole of it stands in the index.
const CAPTION_LINES: usize = 2;
/// Between the head of the page and the frame, and between the frame and the notes.
const AIR: f32 = 10.0;
/// Thickness of the hairline round the exhibit, which stands outside of it.
const HAIR: f32 = 0.5;

/// Lays an exhibit page on a new page.
pub(super) fn place(flow: &mut Flow<'_>, page: &ExhibitPage) {
    flow.new_page();
    let top = head(flow, page) + AIR;
    let notes: Vec<_> = page.notes.iter().flat_map(|n| flow.lines(n, TEXT_WIDTH)).collect();
    let notes_height: f32 = notes.iter().map(|l| l.leading).sum();
    let mut y = PAGE_HEIGHT - BOTTOM - notes_height;
    let bottom = y - AIR;
    for line in &notes {
        flow.line(line, SIDE, y);
        y += line.leading;
    }
    match &page.content {
        ExhibitContent::Plate { plate, width_pt, height_pt } => {
            frame(flow, *plate, *width_pt, *height_pt, top, bottom);
        }
        ExhibitContent::Notice(text) => {
            flow.y = top;
            flow.paragraph(&Paragraph::of(Role::Body, text));
        }
    }
    flow.y = PAGE_HEIGHT - BOTTOM;
}

/// Draws the head and gives its lower edge.
fn head(flow: &mut Flow<'_>, page: &ExhibitPage) -> f32 {
    let top = flow.y - 14.0;
    let badge = Styled { text: clean(&page.label), style: style::of(Role::Badge), link: None };
    let badge = wrap(&[badge], 90.0, flow.ruler);
    let badge_width = badge.iter().map(|l| l.width).fold(0.0, f32::max);
    let part = Styled { text: clean(&page.part), style: style::of(Role::Quiet), link: None };
    let part = wrap(&[part], 150.0, flow.ruler);
    let part_width = part.iter().map(|l| l.width).fold(0.0, f32::max);
    let left = SIDE + badge_width + 10.0;
    let caption = Styled { text: clean(&page.caption), style: style::of(Role::Strong), link: None };
    let width = PAGE_WIDTH - SIDE - part_width - 12.0 - left;
    let caption = wrap_at_most(&caption, width, CAPTION_LINES, flow.ruler);
    // Label, caption and part stand on one baseline.
    let baseline = |lines: &[Line]| lines.first().map_or(0.0, Line::baseline);
    let from = |lines: &[Line]| top + baseline(&badge) - baseline(lines);
    for line in &badge {
        flow.line(line, SIDE, top);
    }
    for line in &part {
        flow.line(line, PAGE_WIDTH - SIDE - line.width, from(&part));
    }
    let mut y = from(&caption);
    for line in &caption {
        flow.line(line, left, y);
        y += line.leading;
    }
    let bottom = y.max(top + style::of(Role::Badge).leading) + 4.0;
    flow.bar(SIDE, bottom, TEXT_WIDTH, 0.9, Ink::Accent);
    bottom + 0.9
}

fn frame(flow: &mut Flow<'_>, plate: usize, width_pt: f32, height_pt: f32, top: f32, bottom: f32) {
    let room_x = TEXT_WIDTH - 2.0 * HAIR;
    let room_y = bottom - top - 2.0 * HAIR;
    let scale = (room_x / width_pt).min(room_y / height_pt).min(1.0);
    let (width, height) = (width_pt * scale, height_pt * scale);
    let x = SIDE + (TEXT_WIDTH - width) / 2.0;
    let y = top + HAIR;
    flow.plate(plate, x, y, width, height);
    for (x, y, width, height) in [
        (x - HAIR, y - HAIR, width + 2.0 * HAIR, HAIR),
        (x - HAIR, y + height, width + 2.0 * HAIR, HAIR),
        (x - HAIR, y, HAIR, height),
        (x + width, y, HAIR, height),
    ] {
        flow.bar(x, y, width, height, Ink::Hair);
    }
}
