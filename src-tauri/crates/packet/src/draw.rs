//! Positioned pages into printpdf's operations. Only here do distances turn from the top edge to the bottom edge.

use crate::layout::{Laid, Link, Mark, Page};
use crate::plate::Plate;
use crate::style::{Ink, PAGE_HEIGHT, PAGE_WIDTH};
use crate::subset::FontPlan;
use crate::wrap::Run;
use printpdf::{
    Actions, BorderArray, Color, CurTransMat, Destination, HighlightingMode, LinkAnnotation, Op, PaintMode,
    PdfFontHandle, PdfPage, Point, Pt, Rect, Rgb, TextItem, XObjectId, XObjectTransform,
};

/// Name of a plate in the resources of its page.
pub(crate) fn plate_name(plate: usize) -> String {
    format!("Plate{:05}", plate + 1)
}

/// Draws every page.
pub(crate) fn pages(laid: &Laid, plates: &[Plate], fonts: &FontPlan) -> Vec<PdfPage> {
    laid.pages.iter().map(|page| draw(page, laid, plates, fonts)).collect()
}

fn draw(page: &Page, laid: &Laid, plates: &[Plate], fonts: &FontPlan) -> PdfPage {
    let mut pen = Pen { ops: Vec::new(), ink: None, fonts };
    for mark in &page.marks {
        match mark {
            Mark::Text { x, baseline, run } => pen.text(*x, *baseline, run),
            Mark::Bar { x, y, width, height, ink } => pen.bar(*x, *y, *width, *height, *ink),
            Mark::Plate { plate, x, y, width, height } => {
                if let Some(drawn) = plates.get(*plate) {
                    let matrix = drawn.matrix(*x, PAGE_HEIGHT - y - height, *width, *height);
                    pen.plate(*plate, matrix);
                }
            }
        }
    }
    for link in &page.links {
        pen.link(link, laid);
    }
    let sheet = rect(0.0, 0.0, PAGE_WIDTH, PAGE_HEIGHT, None);
    PdfPage { media_box: sheet.clone(), trim_box: sheet.clone(), crop_box: sheet, ops: pen.ops }
}

struct Pen<'f> {
    ops: Vec<Op>,
    ink: Option<Ink>,
    fonts: &'f FontPlan,
}

impl Pen<'_> {
    fn dip(&mut self, ink: Ink) {
        if self.ink != Some(ink) {
            self.ink = Some(ink);
            let [r, g, b] = ink.rgb();
            self.ops.push(Op::SetFillColor { col: Color::Rgb(Rgb { r, g, b, icc_profile: None }) });
        }
    }

    fn text(&mut self, x: f32, baseline: f32, run: &Run) {
        self.dip(run.style.ink);
        self.ops.push(Op::StartTextSection);
        self.ops.push(Op::SetTextCursor { pos: Point { x: pt(x), y: pt(PAGE_HEIGHT - baseline) } });
        let mut stretch = String::new();
        let mut font = None;
        for c in run.text.chars() {
            let next = self.fonts.font(run.style.weight, c, run.narrow);
            if font.as_ref() != Some(&next) {
                self.show(&mut stretch);
                let handle = PdfFontHandle::External(next.clone());
                self.ops.push(Op::SetFont { font: handle, size: Pt(run.style.size) });
                font = Some(next);
            }
            stretch.push(c);
        }
        self.show(&mut stretch);
        self.ops.push(Op::EndTextSection);
    }

    fn show(&mut self, stretch: &mut String) {
        if !stretch.is_empty() {
            self.ops.push(Op::ShowText { items: vec![TextItem::Text(std::mem::take(stretch))] });
        }
    }

    fn bar(&mut self, x: f32, y: f32, width: f32, height: f32, ink: Ink) {
        self.dip(ink);
        let rectangle = rect(x, PAGE_HEIGHT - y - height, width, height, Some(PaintMode::Fill));
        self.ops.push(Op::DrawRectangle { rectangle });
    }

    fn plate(&mut self, plate: usize, matrix: [f32; 6]) {
        self.ops.push(Op::SaveGraphicsState);
        self.ops.push(Op::SetTransformationMatrix { matrix: CurTransMat::Raw(matrix.map(round)) });
        let transform = XObjectTransform { no_auto_scale: true, ..XObjectTransform::default() };
        self.ops.push(Op::UseXobject { id: XObjectId(plate_name(plate)), transform });
        self.ops.push(Op::RestoreGraphicsState);
    }

    fn link(&mut self, link: &Link, laid: &Laid) {
        let page = usize::try_from(laid.numbers.first(link.to)).unwrap_or(1);
        // Zoom is left out so that a click keeps the reader's own.
        let to = Destination::Xyz { page, left: Some(0.0), top: Some(PAGE_HEIGHT), zoom: None };
        let area = rect(link.x, PAGE_HEIGHT - link.y - link.height, link.width, link.height, None);
        let border = BorderArray::Solid([0.0; 3]);
        let annotation =
            LinkAnnotation::new(area, Actions::go_to(to), Some(border), None, Some(HighlightingMode::Invert));
        self.ops.push(Op::LinkAnnotation { link: annotation });
    }
}

fn rect(x: f32, y: f32, width: f32, height: f32, mode: Option<PaintMode>) -> Rect {
    Rect { x: pt(x), y: pt(y), width: pt(width), height: pt(height), mode, winding_order: None }
}

fn pt(value: f32) -> Pt {
    Pt(round(value))
}

/// A thousandth of a point is far below what any printer shows, and keeps the page descriptions short.
fn round(value: f32) -> f32 {
    (value * 1000.0).round() / 1000.0
}
