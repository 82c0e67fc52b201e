//! One page → one upright form: the page's content as a form of its own, seals and filled fields painted over it.

use super::content;
use super::copy::{Copier, packed};
use super::kind::Kind;
use super::pages::{self, Rect, SourcePage};
use super::{ForeignError, FormPage};
use lopdf::{Dictionary, Document, Object, ObjectId, Stream, dictionary};
use std::fmt::Write as _;

/// Most annotations of one page that are painted.
const MAX_ANNOTATIONS: usize = 5000;
/// Deepest tree of fields.
const MAX_FIELD_DEPTH: usize = 32;
/// Annotations that show paint of their own. Links, notes, attachments, sounds and films are not among them.
const PAINTED: [&[u8]; 14] = [
    b"Widget",
    b"Stamp",
    b"FreeText",
    b"Ink",
    b"Highlight",
    b"Underline",
    b"StrikeOut",
    b"Squiggly",
    b"Square",
    b"Circle",
    b"Line",
    b"Polygon",
    b"PolyLine",
    b"Caret",
];
/// Flags of an annotation that is not shown: hidden, no view.
const UNSEEN: i64 = 2 | 32;

/// Everything an import would add to the destination.
#[derive(Debug)]
pub(super) struct Staged {
    /// New objects with their numbers.
    pub(super) objects: Vec<(ObjectId, Object)>,
    /// The pages.
    pub(super) pages: Vec<FormPage>,
    /// How many things the file promises and does not hold.
    pub(super) dangling: usize,
    /// Shown fields with a value and no appearance.
    pub(super) unpainted_fields: usize,
}

/// Copies every page of a document into objects numbered from `first_free`.
///
/// # Errors
/// [`ForeignError::Unreadable`], [`ForeignError::TooManyPages`], [`ForeignError::TooComplex`].
pub(super) fn stage(document: &Document, first_free: u32) -> Result<Staged, ForeignError> {
    let found = pages::all(document)?;
    let mut copier = Copier::new(document, first_free);
    copier.dangling = found.missing;
    let mut forms = Vec::with_capacity(found.pages.len());
    let mut unpainted_fields = 0;
    for page in &found.pages {
        forms.push(form(document, &mut copier, page)?);
        unpainted_fields += unpainted(document, page.dict);
    }
    let dangling = copier.dangling;
    Ok(Staged { objects: copier.finish(), pages: forms, dangling, unpainted_fields })
}

fn form<'a>(document: &'a Document, copier: &mut Copier<'a>, page: &SourcePage<'a>) -> Result<FormPage, ForeignError> {
    let (width, height) = page.size();
    let upright = page.upright();
    let mut content = String::new();
    let mut names = Dictionary::new();
    names.set("P", body(document, copier, page)?);
    let _ = writeln!(content, "q\n{} cm\n/P Do\nQ", operands(&upright));
    for (index, (appearance, matrix)) in annotations(document, copier, page)?.into_iter().enumerate() {
        let name = format!("A{}", index + 1);
        let _ = writeln!(content, "q\n{} cm\n{} cm\n/{name} Do\nQ", operands(&upright), operands(&matrix));
        names.set(name, appearance);
    }
    let dict = dictionary! {
        "Type" => "XObject",
        "Subtype" => "Form",
        "BBox" => vec![0.into(), 0.into(), real(width), real(height)],
        "Resources" => dictionary! { "XObject" => names },
    };
    let form = copier.add(Object::Stream(Stream::new(dict, content.into_bytes()).with_compression(false)))?;
    #[allow(clippy::cast_possible_truncation)] // Page sizes are far inside what f32 holds to a thousandth of a point.
    Ok(FormPage { form, width_pt: width as f32, height_pt: height as f32 })
}

/// The page's own content as a form in the page's space, cut to what is shown.
fn body<'a>(document: &'a Document, copier: &mut Copier<'a>, page: &SourcePage<'a>) -> Result<Object, ForeignError> {
    let Rect { x0, y0, x1, y1 } = page.shown;
    let mut dict = dictionary! {
        "Type" => "XObject",
        "Subtype" => "Form",
        "BBox" => vec![real(x0), real(y0), real(x1), real(y1)],
    };
    if let Some(resources) = page.resources
        && let Some(copy) = copier.copy(resources, Kind::Resources)?
    {
        dict.set("Resources", copy);
    } else {
        dict.set("Resources", Dictionary::new());
    }
    // A page blends within itself; as a form it does so only when it is a group.
    if let Ok(group) = page.dict.get(b"Group")
        && let Some(copy) = copier.copy(group, Kind::Group)?
    {
        dict.set("Group", copy);
    }
    // Unpacked even when it could pass as it is: that the content can be read is known here, not in a viewer.
    let (plain, missing) = content::of_page(document, page.dict.get(b"Contents").ok())?;
    copier.dangling += missing;
    let hidden = copier.layers().hidden_names(page.resources);
    let plain = if hidden.is_empty() { plain } else { content::without_hidden(&plain, &hidden) };
    copier.add(packed(dict, plain)).map(Object::Reference)
}

/// The appearances that lie on the page, each with the matrix that puts it in its place in the page's space.
fn annotations<'a>(
    document: &'a Document,
    copier: &mut Copier<'a>,
    page: &SourcePage<'a>,
) -> Result<Vec<(Object, [f64; 6])>, ForeignError> {
    let mut painted = Vec::new();
    let Ok(Object::Array(annotations)) = page.dict.get_deref(b"Annots", document) else { return Ok(painted) };
    for annotation in annotations.iter().take(MAX_ANNOTATIONS) {
        let Ok((_, Object::Dictionary(annotation))) = document.dereference(annotation) else { continue };
        let Some((reference, appearance)) = appearance(document, annotation) else { continue };
        if annotation.get(b"OC").is_ok_and(|membership| copier.layers().hides(membership)) {
            continue;
        }
        let Some(matrix) = placement(document, annotation, appearance) else { continue };
        if let Some(copy) = copier.copy(reference, Kind::Form)? {
            painted.push((copy, matrix));
        }
    }
    Ok(painted)
}

/// Shown fields of a page that hold a text and have no appearance.
fn unpainted(document: &Document, page: &Dictionary) -> usize {
    let Ok(Object::Array(annotations)) = page.get_deref(b"Annots", document) else { return 0 };
    let fields =
        annotations.iter().take(MAX_ANNOTATIONS).filter_map(|a| document.dereference(a).ok()?.1.as_dict().ok());
    fields
        .filter(|field| {
            let is = |key: &[u8], name: &[u8]| field.get(key).and_then(Object::as_name).is_ok_and(|n| n == name);
            let hidden = field.get(b"F").and_then(Object::as_i64).unwrap_or(0) & UNSEEN != 0;
            // Programs that leave the drawing to the viewer often leave an empty appearance behind.
            let writes = |paint: &Stream| {
                content::unpack(paint).map_or(true, |c| c.windows(2).any(|w| w == b"Tj" || w == b"TJ"))
            };
            let painted = appearance(document, field).is_some_and(|(_, paint)| writes(paint));
            is(b"Subtype", b"Widget") && !hidden && !painted && value(document, field)
        })
        .count()
}

/// Whether a field, or the nearest above it that has a value, holds a text.
fn value(document: &Document, field: &Dictionary) -> bool {
    let mut field = field;
    for _ in 0..MAX_FIELD_DEPTH {
        match field.get_deref(b"V", document) {
            Ok(Object::String(text, _)) => return !text.is_empty(),
            Ok(_) => return false,
            Err(_) => match field.get_deref(b"Parent", document).and_then(Object::as_dict) {
                Ok(parent) => field = parent,
                Err(_) => return false,
            },
        }
    }
    false
}

/// What an annotation paints now, when it paints at all.
fn appearance<'a>(document: &'a Document, annotation: &'a Dictionary) -> Option<(&'a Object, &'a Stream)> {
    let subtype = annotation.get_deref(b"Subtype", document).and_then(Object::as_name).ok()?;
    let flags = annotation.get_deref(b"F", document).and_then(Object::as_i64).unwrap_or(0);
    if !PAINTED.contains(&subtype) || flags & UNSEEN != 0 {
        return None;
    }
    let normal = annotation.get_deref(b"AP", document).ok()?.as_dict().ok()?.get(b"N").ok()?;
    let chosen = match document.dereference(normal).ok()?.1 {
        Object::Stream(_) => normal,
        Object::Dictionary(states) => states.get(annotation.get_deref(b"AS", document).ok()?.as_name().ok()?).ok()?,
        _ => return None,
    };
    Some((chosen, document.dereference(chosen).ok()?.1.as_stream().ok()?))
}

/// The matrix that fits an appearance's box, turned by its own matrix, into the annotation's rectangle (ISO 32000-1, 12.5.5).
fn placement(document: &Document, annotation: &Dictionary, appearance: &Stream) -> Option<[f64; 6]> {
    let rect = Rect::read(document, annotation.get(b"Rect").ok()?)?;
    let bbox = Rect::read(document, appearance.dict.get(b"BBox").ok()?)?;
    let own = appearance
        .dict
        .get(b"Matrix")
        .ok()
        .and_then(|m| pages::numbers::<6>(document, m))
        .unwrap_or([1.0, 0.0, 0.0, 1.0, 0.0, 0.0]);
    let corners = [(bbox.x0, bbox.y0), (bbox.x1, bbox.y0), (bbox.x0, bbox.y1), (bbox.x1, bbox.y1)]
        .map(|(x, y)| (own[0] * x + own[2] * y + own[4], own[1] * x + own[3] * y + own[5]));
    let (x0, x1) = corners.iter().fold((f64::MAX, f64::MIN), |(lo, hi), c| (lo.min(c.0), hi.max(c.0)));
    let (y0, y1) = corners.iter().fold((f64::MAX, f64::MIN), |(lo, hi), c| (lo.min(c.1), hi.max(c.1)));
    if x1 - x0 <= 0.0 || y1 - y0 <= 0.0 {
        return None;
    }
    let (sx, sy) = (rect.width() / (x1 - x0), rect.height() / (y1 - y0));
    Some([sx, 0.0, 0.0, sy, rect.x0 - x0 * sx, rect.y0 - y0 * sy])
}

fn real(number: f64) -> Object {
    #[allow(clippy::cast_possible_truncation)] // Numbers come from pages::numbers, at most a million.
    Object::Real(number as f32)
}

/// Six numbers as content writes them: plain decimals.
fn operands(matrix: &[f64; 6]) -> String {
    let numbers: Vec<String> = matrix
        .iter()
        .map(|n| {
            let text = format!("{n:.6}");
            let text = text.trim_end_matches('0').trim_end_matches('.');
            if text == "-0" { "0".to_owned() } else { text.to_owned() }
        })
        .collect();
    numbers.join(" ")
}
