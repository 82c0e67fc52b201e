//! What printpdf does not do, added to its document: pictures by reference, imported pages, bookmarks as a tree, page
//! labels, metadata, fixed dates. No byte of a file is written here.

use crate::compress::flate;
use crate::draw::plate_name;
use crate::error::PacketError;
use crate::layout::{Laid, Mark, Page};
use crate::plate::{Plate, Source};
use crate::prepare::Stock;
use crate::style::PAGE_HEIGHT;
use crate::xmp;
use lopdf::{Dictionary, Document, Object, ObjectId, Stream, StringFormat, dictionary};
use recourse_domain::Moment;
use recourse_evidence::jpeg::JpegFacts;
use std::collections::{BTreeMap, BTreeSet};

/// Bookmarks below one entry are shown open up to this many.
const OPEN_UP_TO: usize = 40;

/// An entry of the bookmark pane.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Bookmark {
    /// Words, with the page number in them.
    pub(crate) title: String,
    /// Page, from 1.
    pub(crate) page: u32,
    /// Entries below it.
    pub(crate) below: Vec<Bookmark>,
}

/// What the document says about itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct About {
    /// Title.
    pub(crate) title: String,
    /// Who made its content: the shop.
    pub(crate) author: String,
    /// What it is about.
    pub(crate) subject: String,
    /// Program that made it.
    pub(crate) creator: String,
    /// BCP 47 tag.
    pub(crate) language: String,
    /// The only date.
    pub(crate) date: Moment,
}

/// A document ready to be written.
#[derive(Debug)]
pub(crate) struct Assembly {
    /// All objects; not all need be reachable.
    pub(crate) objects: BTreeMap<ObjectId, Object>,
    /// The catalog.
    pub(crate) root: ObjectId,
    /// The information dictionary.
    pub(crate) info: ObjectId,
    /// Streams whose bytes come from files while writing.
    pub(crate) bodies: BTreeMap<ObjectId, Source>,
}

/// Finishes the document that printpdf made.
///
/// # Errors
/// [`PacketError::PagesBroken`] when it does not look as printpdf makes it.
pub(crate) fn finish(
    mut document: Document,
    laid: &Laid,
    stock: Stock,
    bookmarks: &[Bookmark],
    about: &About,
) -> Result<Assembly, PacketError> {
    let broken = |reason: &str| PacketError::PagesBroken { reason: reason.to_owned() };
    let pages: Vec<ObjectId> = document.get_pages().into_values().collect();
    if pages.len() != laid.pages.len() {
        return Err(broken("page count"));
    }
    let plates = Plates::add(&mut document, &stock.plates, &stock.profiles);
    for (id, page) in pages.iter().zip(&laid.pages) {
        dress_page(&mut document, *id, page, &plates.ids).ok_or_else(|| broken("page resources"))?;
    }
    let outline = (!bookmarks.is_empty()).then(|| outline(&mut document, bookmarks, &pages));
    let metadata =
        Stream::new(dictionary! { "Type" => "Metadata", "Subtype" => "XML" }, xmp::packet(about).into_bytes());
    let metadata = document.add_object(metadata.with_compression(false));
    let root = document.trailer.get(b"Root").and_then(Object::as_reference).map_err(|_| broken("catalog"))?;
    let first = pages.first().copied().ok_or_else(|| broken("no page"))?;
    let catalog = document.get_dictionary_mut(root).map_err(|_| broken("catalog"))?;
    if let Some(outline) = outline {
        catalog.set("PageMode", "UseOutlines");
        catalog.set("Outlines", outline);
    }
    catalog.set("Lang", Object::string_literal(about.language.as_str()));
    catalog.set("Metadata", metadata);
    catalog.set("ViewerPreferences", dictionary! { "DisplayDocTitle" => true });
    // The printed number is the page's number in the file; viewers show and take the same one.
    catalog.set("PageLabels", dictionary! { "Nums" => vec![0.into(), dictionary! { "S" => "D" }.into()] });
    // Opens at 100 %.
    let view = vec![first.into(), "XYZ".into(), Object::Null, Object::Real(PAGE_HEIGHT), 1.into()];
    catalog.set("OpenAction", view);
    let info = document.add_object(information(about));
    let mut objects = std::mem::take(&mut document.objects);
    objects.extend(stock.annex.objects);
    for (id, object) in &mut objects {
        if let Object::Stream(stream) = object
            && !plates.bodies.contains_key(id)
            && *id != metadata
        {
            pack(stream)?;
        }
    }
    Ok(Assembly { objects, root, info, bodies: plates.bodies })
}

/// Objects that stand for the plates.
struct Plates {
    ids: Vec<ObjectId>,
    bodies: BTreeMap<ObjectId, Source>,
}

impl Plates {
    fn add(document: &mut Document, plates: &[Plate], profiles: &[Vec<u8>]) -> Self {
        // Photos of one telephone share one profile; it is written once for each number of colours.
        let mut written: BTreeMap<(usize, u8), ObjectId> = BTreeMap::new();
        let mut added = Self { ids: Vec::new(), bodies: BTreeMap::new() };
        for plate in plates {
            let id = match &plate.source {
                Source::Form(id) => *id,
                Source::Pixels { .. } => document.add_object(Stream::new(Dictionary::new(), Vec::new())),
                Source::Jpeg { facts, profile, .. } => {
                    let profile = profile.and_then(|index| {
                        let bytes = profiles.get(index)?;
                        let key = (index, facts.components);
                        Some(*written.entry(key).or_insert_with(|| document.add_object(colours(facts, bytes))))
                    });
                    document.add_object(Stream::with_position(jpeg_dictionary(facts, profile), 0))
                }
            };
            if !matches!(plate.source, Source::Form(_)) {
                added.bodies.insert(id, plate.source.clone());
            }
            added.ids.push(id);
        }
        added
    }
}

fn device(facts: &JpegFacts) -> &'static str {
    match facts.components {
        1 => "DeviceGray",
        4 => "DeviceCMYK",
        _ => "DeviceRGB",
    }
}

fn colours(facts: &JpegFacts, profile: &[u8]) -> Stream {
    let dict = dictionary! { "N" => i64::from(facts.components), "Alternate" => device(facts) };
    Stream::new(dict, profile.to_vec())
}

fn jpeg_dictionary(facts: &JpegFacts, profile: Option<ObjectId>) -> Dictionary {
    let colours: Object = match profile {
        None => device(facts).into(),
        Some(profile) => vec!["ICCBased".into(), profile.into()].into(),
    };
    let mut picture = dictionary! {
        "Type" => "XObject",
        "Subtype" => "Image",
        "Width" => i64::from(facts.width_px),
        "Height" => i64::from(facts.height_px),
        "ColorSpace" => colours,
        "BitsPerComponent" => i64::from(facts.bits),
        "Filter" => "DCTDecode",
        "Length" => i64::try_from(facts.kept_len).unwrap_or(i64::MAX),
    };
    if facts.components == 4 && facts.adobe_transform.is_some() {
        // Adobe writes CMYK the other way round.
        picture.set("Decode", [1, 0, 1, 0, 1, 0, 1, 0].map(Object::from).to_vec());
    }
    picture
}

/// Gives a page resources of its own: the fonts, and no more pictures than it shows.
fn dress_page(document: &mut Document, id: ObjectId, page: &Page, plates: &[ObjectId]) -> Option<()> {
    let shown: BTreeSet<usize> =
        page.marks.iter().filter_map(|m| if let Mark::Plate { plate, .. } = m { Some(*plate) } else { None }).collect();
    let old = document.get_dictionary(id).ok()?.get(b"Resources").ok()?.clone();
    let fonts = document.dereference(&old).ok()?.1.as_dict().ok()?.get(b"Font").ok()?.clone();
    let mut resources = dictionary! { "Font" => fonts };
    if !shown.is_empty() {
        let mut pictures = Dictionary::new();
        for plate in shown {
            pictures.set(plate_name(plate), Object::Reference(*plates.get(plate)?));
        }
        resources.set("XObject", pictures);
    }
    let dict = document.get_dictionary_mut(id).ok()?;
    dict.set("Resources", resources);
    dict.remove(b"TrimBox");
    dict.remove(b"CropBox");
    if let Ok(Object::Array(links)) = dict.get_mut(b"Annots") {
        if links.is_empty() {
            dict.remove(b"Annots");
        } else {
            for link in links {
                if let Object::Dictionary(link) = link {
                    link.remove(b"C");
                    // Printed pages show what the screen shows.
                    link.set("F", 4);
                }
            }
        }
    }
    Some(())
}

fn outline(document: &mut Document, bookmarks: &[Bookmark], pages: &[ObjectId]) -> Object {
    let root = document.new_object_id();
    let (first, last, shown) = branch(document, bookmarks, root, pages);
    let mut dict = dictionary! { "Type" => "Outlines" };
    if let (Some(first), Some(last)) = (first, last) {
        dict.set("First", first);
        dict.set("Last", last);
        dict.set("Count", shown);
    }
    document.objects.insert(root, dict.into());
    root.into()
}

/// Adds entries below a parent; gives the first, the last, and how many lines they show when open.
fn branch(
    document: &mut Document,
    bookmarks: &[Bookmark],
    parent: ObjectId,
    pages: &[ObjectId],
) -> (Option<ObjectId>, Option<ObjectId>, i64) {
    let ids: Vec<ObjectId> = bookmarks.iter().map(|_| document.new_object_id()).collect();
    let mut shown = 0;
    for (index, bookmark) in bookmarks.iter().enumerate() {
        let page = usize::try_from(bookmark.page).unwrap_or(1).saturating_sub(1);
        let target = pages.get(page).copied().map_or(Object::Null, Object::Reference);
        let to = vec![target, "XYZ".into(), Object::Real(0.0), Object::Real(PAGE_HEIGHT), Object::Null];
        let mut dict = dictionary! { "Title" => text_string(&bookmark.title), "Parent" => parent, "Dest" => to };
        if let Some(before) = index.checked_sub(1) {
            dict.set("Prev", ids[before]);
        }
        if let Some(next) = ids.get(index + 1) {
            dict.set("Next", *next);
        }
        shown += 1;
        let (first, last, below) = branch(document, &bookmark.below, ids[index], pages);
        if let (Some(first), Some(last)) = (first, last) {
            let open = bookmark.below.len() <= OPEN_UP_TO;
            dict.set("First", first);
            dict.set("Last", last);
            dict.set("Count", if open { below } else { -below });
            shown += if open { below } else { 0 };
        }
        document.objects.insert(ids[index], dict.into());
    }
    (ids.first().copied(), ids.last().copied(), shown)
}

fn information(about: &About) -> Dictionary {
    let date = pdf_date(about.date);
    dictionary! {
        "Title" => text_string(&about.title),
        "Author" => text_string(&about.author),
        "Subject" => text_string(&about.subject),
        "Creator" => text_string(&about.creator),
        "Producer" => text_string(&about.creator),
        "CreationDate" => Object::string_literal(date.as_str()),
        "ModDate" => Object::string_literal(date.as_str()),
    }
}

/// `D:20260305140211+08'00'`.
fn pdf_date(moment: Moment) -> String {
    let local = moment.local();
    let offset = local.format("%:z").to_string().replace(':', "'");
    format!("D:{}{offset}'", local.format("%Y%m%d%H%M%S"))
}

/// UTF-16 with its mark, as text outside of pages must be.
fn text_string(text: &str) -> Object {
    let mut bytes = vec![0xFE, 0xFF];
    bytes.extend(text.encode_utf16().flat_map(u16::to_be_bytes));
    Object::String(bytes, StringFormat::Hexadecimal)
}

fn pack(stream: &mut Stream) -> Result<(), PacketError> {
    if stream.dict.has(b"Filter") || stream.content.len() < 64 {
        return Ok(());
    }
    let packed = flate(&stream.content).map_err(|e| PacketError::PagesBroken { reason: e.to_string() })?;
    if packed.len() < stream.content.len() {
        stream.dict.set("Filter", "FlateDecode");
        stream.content = packed;
    }
    Ok(())
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn facts(components: u8, adobe_transform: Option<u8>) -> JpegFacts {
        JpegFacts {
            width_px: 40,
            height_px: 30,
            components,
            bits: 8,
            orientation: 1,
            adobe_transform,
            icc: None,
            progressive: false,
            passthrough: true,
            keep: Vec::new(),
            kept_len: 5_000_000_000,
            after_end: 0,
            exif: None,
            exotic: None,
        }
    }

    #[test]
    fn colours_are_those_of_the_file() {
        let space =
            |facts: &JpegFacts| jpeg_dictionary(facts, None).get(b"ColorSpace").unwrap().as_name().unwrap().to_vec();
        assert_eq!(space(&facts(1, None)), b"DeviceGray");
        assert_eq!(space(&facts(3, Some(1))), b"DeviceRGB");
        assert_eq!(space(&facts(4, Some(2))), b"DeviceCMYK");
        let turned = |facts: &JpegFacts| jpeg_dictionary(facts, None).has(b"Decode");
        assert!(turned(&facts(4, Some(0))) && !turned(&facts(4, None)) && !turned(&facts(3, Some(1))));
        let length = jpeg_dictionary(&facts(3, None), None).get(b"Length").unwrap().as_i64().unwrap();
        assert_eq!(length, 5_000_000_000, "lengths beyond 4 GB stay whole");
    }

    #[test]
    fn photos_with_one_profile_share_it() {
        let plate = |profile| {
            let source = Source::Jpeg {
                path: "x".into(),
                sha256: "0".repeat(64).parse().unwrap(),
                label: "E1".to_owned(),
                facts: Box::new(facts(3, None)),
                profile,
            };
            Plate::of_pixels(source, 40, 30)
        };
        let mut document = Document::with_version("1.7");
        let plates = [plate(Some(0)), plate(Some(0)), plate(None)];
        let added = Plates::add(&mut document, &plates, &[b"a profile".to_vec()]);
        assert_eq!(document.objects.len(), 4, "three pictures and one profile");
        let space = |i: usize| document.get_object(added.ids[i]).unwrap().as_stream().unwrap().dict.get(b"ColorSpace");
        assert_eq!(space(0).unwrap(), space(1).unwrap());
        assert!(space(2).unwrap().as_name().is_ok());
    }
}
