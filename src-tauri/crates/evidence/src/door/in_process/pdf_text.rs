//! The text of a PDF with its places on the page, from the same interpreter that draws it: what can be seen, and what a
//! scanner laid invisibly over its picture.

use super::{pdf, secrets, text};
use crate::door::{PAGE_UNITS, Reading, Rect, Spot};
use crate::error::EvidenceError;
use hayro::hayro_interpret::font::GlyphRun;
use hayro::hayro_interpret::hayro_cmap::BfString;
use hayro::hayro_interpret::{
    BlendMode, ClipPath, Context, Device, DrawMode, DrawProps, Image, ImageDrawProps, InterpreterCache,
    InterpreterSettings, SoftMask, TransformExt, interpret_page,
};
use hayro::hayro_syntax::page::Page;
use hayro::kurbo::{self, Affine, BezPath, Point};
use std::time::{Duration, Instant};

/// Most pages whose text is read.
const MAX_PAGES: usize = 500;
/// Time after which no further page is begun.
const LONG_ENOUGH: Duration = Duration::from_secs(15);
/// How far a glyph is taken to reach above and below its line, in thousandths of its size.
const ABOVE: f64 = 900.0;
const BELOW: f64 = -250.0;
/// Width of a glyph that does not tell its own.
const USUAL_WIDTH: f64 = 600.0;

pub(super) fn read(bytes: Vec<u8>) -> Result<Reading, EvidenceError> {
    let document = pdf::load(bytes, None)?;
    let begun = Instant::now();
    let mut reading = Reading::default();
    let mut left = text::MAX_TEXT;
    for (index, page) in document.pages().iter().enumerate() {
        if index >= MAX_PAGES || begun.elapsed() > LONG_ENOUGH || left == 0 {
            reading.cut_short = true;
            break;
        }
        let number = u32::try_from(index + 1).unwrap_or(u32::MAX);
        let lines = lines_of(page);
        reading.spots.extend(lines.secrets(number));
        let mut text = secrets::masked(&lines.text);
        reading.cut_short |= text::shorten(&mut text, left);
        left -= text.len();
        reading.pages.push(text);
    }
    Ok(reading)
}

fn lines_of(page: &Page<'_>) -> Lines {
    let (width, height) = page.render_dimensions();
    let mut lines = Lines::new(f64::from(width), f64::from(height));
    let target = kurbo::Rect::new(0.0, 0.0, f64::from(width), f64::from(height));
    let place = page.initial_transform(true).to_kurbo();
    let cache = InterpreterCache::new();
    let mut context = Context::new(place, target, &cache, page.xref(), InterpreterSettings::default());
    interpret_page(page, &mut context, &mut lines);
    lines
}

/// Text as it comes, and where each character stands in page units.
struct Lines {
    width: f64,
    height: f64,
    text: String,
    /// First byte in `text` and place, for every character that was drawn.
    places: Vec<(usize, kurbo::Rect)>,
    last: Option<(Point, f64)>,
    /// The run before, which is drawn once more when its edges are.
    before: Option<(Affine, usize)>,
}

impl Lines {
    fn new(width: f64, height: f64) -> Self {
        Self { width, height, text: String::new(), places: Vec::new(), last: None, before: None }
    }

    /// Ends the line or sets a blank when the next character stands apart from the last.
    fn apart(&mut self, start: Point, size: f64) {
        let Some((end, last_size)) = self.last else { return };
        let size = size.max(last_size).max(0.01);
        let (across, down) = ((start.x - end.x) / size, (start.y - end.y).abs() / size);
        if down > 0.5 || across < -1.0 {
            self.text.push('\n');
        } else if across > 0.25 && !self.text.ends_with(char::is_whitespace) {
            self.text.push(' ');
        }
    }

    /// A rectangle for each line that a secret stands on.
    fn secrets(&self, page: u32) -> Vec<Spot> {
        let mut spots = Vec::new();
        for seen in secrets::in_text(&self.text) {
            let mut boxes: Vec<kurbo::Rect> = Vec::new();
            for (_, place) in self.places.iter().filter(|(at, _)| (seen.start..seen.end).contains(at)) {
                match boxes.last_mut() {
                    Some(line) if (line.center().y - place.center().y).abs() < place.height() / 2.0 => {
                        *line = line.union(*place);
                    }
                    _ => boxes.push(*place),
                }
            }
            if boxes.is_empty() {
                spots.push(secrets::spot(seen.kind, page, None));
            }
            spots.extend(boxes.iter().map(|place| secrets::spot(seen.kind, page, self.rect(place))));
        }
        spots
    }

    /// In millionths of the page, rounded outwards and cut at its edges.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to the page before")]
    fn rect(&self, place: &kurbo::Rect) -> Option<Rect> {
        let units = |value: f64, side: f64| (value / side * f64::from(PAGE_UNITS)).clamp(0.0, f64::from(PAGE_UNITS));
        let (left, top) = (units(place.x0, self.width).floor(), units(place.y0, self.height).floor());
        let (right, bottom) = (units(place.x1, self.width).ceil(), units(place.y1, self.height).ceil());
        let whole = |value: f64| value as u32;
        let rect = Rect { left: whole(left), top: whole(top), width: whole(right - left), height: whole(bottom - top) };
        (rect.width > 0 && rect.height > 0).then_some(rect)
    }
}

impl<'a> Device<'a> for Lines {
    fn draw_glyph_run(&mut self, run: &GlyphRun<'_, 'a>, props: DrawProps<'a>, _: &DrawMode) {
        let Some(first) = run.glyphs().first() else { return };
        let mark = (props.transform * first.transform(), run.glyphs().len());
        if self.before.replace(mark) == Some(mark) {
            return;
        }
        for glyph in run.glyphs() {
            if self.text.len() > text::MAX_TEXT {
                return;
            }
            let place = props.transform * glyph.transform();
            let width = match &**glyph {
                hayro::hayro_interpret::font::Glyph::Outline(g) => g.advance_width(),
                hayro::hayro_interpret::font::Glyph::Type3(g) => g.advance_width(),
            };
            let width = width.map_or(USUAL_WIDTH, f64::from);
            let corners = [(0.0, BELOW), (width, BELOW), (0.0, ABOVE), (width, ABOVE)].map(|c| place * Point::from(c));
            if !corners.iter().all(|c| c.is_finite()) {
                continue;
            }
            let (start, end) = (place * Point::ORIGIN, place * Point::new(width, 0.0));
            let size = (corners[2] - corners[0]).hypot();
            self.apart(start, size);
            self.last = Some((end, size));
            let at = self.text.len();
            match glyph.as_unicode() {
                Some(BfString::Char(c)) => self.text.push(c),
                Some(BfString::String(s)) => self.text.push_str(&s),
                None => self.text.push('\u{FFFD}'),
            }
            let whole = kurbo::Rect::from_points(corners[0], corners[3])
                .union(kurbo::Rect::from_points(corners[1], corners[2]));
            self.places.push((at, whole));
        }
    }

    fn draw_path(&mut self, _: &BezPath, _: DrawProps<'a>, _: &DrawMode) {}
    fn push_clip_path(&mut self, _: &ClipPath) {}
    fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'a>>, _: BlendMode) {}
    fn draw_image(&mut self, _: Image<'a, '_>, _: ImageDrawProps<'a>) {}
    fn pop_clip(&mut self) {}
    fn pop_transparency_group(&mut self) {}
}
