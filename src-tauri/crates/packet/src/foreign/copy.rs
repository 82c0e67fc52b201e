//! The walk that copies what the list in `kind` lets through. Breadth first over a queue: references never recurse,
//! and what is nested inside one object is cut at a fixed depth.

use super::kind::{Kind, PACKING, Shape, known_packing};
use super::layers::Layers;
use super::{ForeignError, content};
use lopdf::{Dictionary, Document, Object, ObjectId, Stream, dictionary};
use std::collections::{BTreeMap, VecDeque};

/// Deepest nesting of arrays and dictionaries in one object.
const MAX_NESTING: usize = 40;
/// Longest way from a page to an object.
const MAX_DISTANCE: usize = 200;
/// Most objects that one import may bring.
const MAX_OBJECTS: usize = 400_000;
/// Most values in them.
const MAX_VALUES: usize = 12_000_000;

struct Waiting<'a> {
    source: &'a Object,
    kind: Kind,
    target: ObjectId,
    distance: usize,
}

/// The filters of a stream, and the parameters of each.
type Packing = (Vec<Object>, Vec<Object>);

/// Copies objects of one source document, each once for every use.
pub(super) struct Copier<'a> {
    document: &'a Document,
    layers: Layers<'a>,
    first_free: u32,
    copied: BTreeMap<(ObjectId, Kind), ObjectId>,
    queue: VecDeque<Waiting<'a>>,
    objects: Vec<Option<Object>>,
    distance: usize,
    values: usize,
    /// References to objects that the file promises and does not hold.
    pub(super) dangling: usize,
}

impl<'a> Copier<'a> {
    /// A copier that numbers new objects from `first_free`.
    pub(super) fn new(document: &'a Document, first_free: u32) -> Self {
        Self {
            document,
            layers: Layers::of(document),
            first_free,
            copied: BTreeMap::new(),
            queue: VecDeque::new(),
            objects: Vec::new(),
            distance: 0,
            values: 0,
            dangling: 0,
        }
    }

    /// Which layers the source hides.
    pub(super) fn layers(&self) -> &Layers<'a> {
        &self.layers
    }

    /// Adds a finished object.
    ///
    /// # Errors
    /// [`ForeignError::TooComplex`] beyond the limit of objects.
    pub(super) fn add(&mut self, object: Object) -> Result<ObjectId, ForeignError> {
        let id = self.reserve()?;
        if let Some(slot) = self.objects.last_mut() {
            *slot = Some(object);
        }
        Ok(id)
    }

    /// The copies with their numbers, in order.
    pub(super) fn finish(self) -> Vec<(ObjectId, Object)> {
        let numbered = (self.first_free..).zip(self.objects);
        numbered.map(|(number, object)| ((number, 0), object.unwrap_or(Object::Null))).collect()
    }

    fn reserve(&mut self) -> Result<ObjectId, ForeignError> {
        let number = u32::try_from(self.objects.len()).ok().and_then(|n| self.first_free.checked_add(n));
        if self.objects.len() >= MAX_OBJECTS {
            return Err(ForeignError::TooComplex);
        }
        self.objects.push(None);
        Ok((number.ok_or(ForeignError::TooComplex)?, 0))
    }

    /// Copies a value of the given kind and all it reaches. `None` when it is not on the list.
    ///
    /// # Errors
    /// [`ForeignError::TooComplex`]; [`ForeignError::Unreadable`] for content that cannot be unpacked.
    pub(super) fn copy(&mut self, value: &'a Object, kind: Kind) -> Result<Option<Object>, ForeignError> {
        self.distance = 0;
        let copy = self.value(value, kind, 0)?;
        while let Some(next) = self.queue.pop_front() {
            self.distance = next.distance;
            let body = self.body(next.source, next.kind, 0)?;
            let index = usize::try_from(next.target.0 - self.first_free).unwrap_or(usize::MAX);
            if let Some(slot) = self.objects.get_mut(index) {
                *slot = body;
            }
        }
        Ok(copy)
    }

    fn value(&mut self, value: &'a Object, kind: Kind, depth: usize) -> Result<Option<Object>, ForeignError> {
        self.values += 1;
        if self.values > MAX_VALUES {
            return Err(ForeignError::TooComplex);
        }
        if depth > MAX_NESTING {
            return Ok(None);
        }
        let Object::Reference(first) = value else { return self.body(value, kind, depth) };
        let Ok((Some(id), found)) = self.document.dereference(value) else {
            self.dangling += usize::from(self.promised(*first));
            return Ok(None);
        };
        if kind == Kind::Plain || !matches!(found, Object::Stream(_) | Object::Dictionary(_) | Object::Array(_)) {
            return self.body(found, kind, depth + 1);
        }
        let Some(kind) = kind.of_found(self.document, found) else { return Ok(None) };
        // A stream whose length is wrong is read as its dictionary alone.
        if found.as_dict().is_ok_and(|dict| kind.wants_stream() || dict.has(b"Length")) {
            self.dangling += 1;
            return Ok(None);
        }
        if let Some(known) = self.copied.get(&(id, kind)) {
            return Ok(Some(Object::Reference(*known)));
        }
        let distance = self.distance + 1;
        if distance > MAX_DISTANCE {
            return Ok(None);
        }
        let target = self.reserve()?;
        self.copied.insert((id, kind), target);
        self.queue.push_back(Waiting { source: found, kind, target, distance });
        Ok(Some(Object::Reference(target)))
    }

    /// Whether the cross-reference table says that the object exists; a reference to a free number means null.
    fn promised(&self, id: ObjectId) -> bool {
        use lopdf::xref::XrefEntry::{Compressed, Normal};
        matches!(self.document.reference_table.get(id.0), Some(Normal { .. } | Compressed { .. }))
    }

    fn body(&mut self, found: &'a Object, kind: Kind, depth: usize) -> Result<Option<Object>, ForeignError> {
        Ok(match (found, kind.shape()) {
            (Object::Stream(stream), Shape::Record(keys)) => self.stream(stream, kind, keys)?,
            (Object::Dictionary(_), Shape::Record(_)) if kind.wants_stream() => None,
            (Object::Dictionary(dict), Shape::Record(keys)) => {
                Some(Object::Dictionary(self.record(dict, keys, depth)?))
            }
            (Object::Dictionary(dict), Shape::Map(kind)) => {
                let mut copy = Dictionary::new();
                for (name, value) in dict {
                    if let Some(value) = self.value(value, kind, depth + 1)? {
                        copy.set(name.clone(), value);
                    }
                }
                Some(Object::Dictionary(copy))
            }
            (Object::Dictionary(dict), Shape::Names) => Some(Object::Dictionary(
                dict.iter().map(|(name, _)| (name.clone(), Object::Dictionary(Dictionary::new()))).collect(),
            )),
            (Object::Dictionary(dict), Shape::Plain) => {
                let mut copy = Dictionary::new();
                for (name, value) in dict {
                    if let Some(value) = self.value(value, Kind::Plain, depth + 1)? {
                        copy.set(name.clone(), value);
                    }
                }
                Some(Object::Dictionary(copy))
            }
            (Object::Array(items), Shape::Plain) => Some(self.list(items, Kind::Plain, depth)?),
            (Object::Array(items), Shape::List(kind)) => Some(self.list(items, kind, depth)?),
            (Object::Array(items), Shape::ColorSpace) => self.color_space(items, depth)?,
            (Object::Array(items), Shape::FontAndSize) => match &items[..] {
                [font, size] => {
                    match (self.value(font, Kind::Font, depth + 1)?, self.value(size, Kind::Plain, depth + 1)?) {
                        (Some(font), Some(size)) => Some(Object::Array(vec![font, size])),
                        _ => None,
                    }
                }
                _ => None,
            },
            // Functions come in arrays, one for each colour; a mask may be a range of colours; parameters one for each filter.
            (Object::Array(items), Shape::Record(_)) => match kind {
                Kind::Function => Some(self.list(items, Kind::Function, depth)?),
                Kind::Mask => Some(self.list(items, Kind::Plain, depth)?),
                _ => None,
            },
            (Object::Stream(_) | Object::Dictionary(_) | Object::Array(_) | Object::Reference(_), _) => None,
            // Names and numbers: a named colour space, function or encoding.
            (_, Shape::Map(_) | Shape::List(_) | Shape::Names | Shape::FontAndSize) => None,
            (_, Shape::Record(_)) if !matches!(found, Object::Name(_)) => None,
            (scalar, _) => Some(scalar.clone()),
        })
    }

    fn list(&mut self, items: &'a [Object], kind: Kind, depth: usize) -> Result<Object, ForeignError> {
        let mut copy = Vec::with_capacity(items.len());
        for item in items {
            copy.push(self.value(item, kind, depth + 1)?.unwrap_or(Object::Null));
        }
        Ok(Object::Array(copy))
    }

    fn record(
        &mut self,
        dict: &'a Dictionary,
        keys: &[(&[u8], Kind)],
        depth: usize,
    ) -> Result<Dictionary, ForeignError> {
        let mut copy = Dictionary::new();
        for (key, kind) in keys {
            if let Ok(value) = dict.get(key)
                && let Some(value) = self.value(value, *kind, depth + 1)?
            {
                copy.set(*key, value);
            }
        }
        Ok(copy)
    }

    fn color_space(&mut self, items: &'a [Object], depth: usize) -> Result<Option<Object>, ForeignError> {
        let Some((head, rest)) = items.split_first() else { return Ok(None) };
        let Ok((_, Object::Name(family))) = self.document.dereference(head) else { return Ok(None) };
        let kinds: &[Kind] = match &family[..] {
            b"ICCBased" => &[Kind::Icc],
            b"CalGray" | b"CalRGB" | b"Lab" => &[Kind::Plain],
            b"Indexed" | b"I" => &[Kind::ColorSpace, Kind::Plain, Kind::Data],
            b"Pattern" => &[Kind::ColorSpace],
            // The attributes of DeviceN only help separations; viewers paint by the alternate space.
            b"Separation" | b"DeviceN" => &[Kind::Plain, Kind::ColorSpace, Kind::Function],
            b"DeviceGray" | b"DeviceRGB" | b"DeviceCMYK" | b"G" | b"RGB" | b"CMYK" => &[],
            _ => return Ok(None),
        };
        let mut copy = vec![Object::Name(family.clone())];
        for (item, kind) in rest.iter().zip(kinds) {
            let literal = matches!(self.document.dereference(item), Ok((_, Object::String(..))));
            let kind = if *kind == Kind::Data && literal { Kind::Plain } else { *kind };
            copy.push(self.value(item, kind, depth + 1)?.unwrap_or(Object::Null));
        }
        Ok(Some(Object::Array(copy)))
    }

    fn stream(
        &mut self,
        stream: &'a Stream,
        kind: Kind,
        keys: &[(&[u8], Kind)],
    ) -> Result<Option<Object>, ForeignError> {
        if let Ok(membership) = stream.dict.get(b"OC")
            && self.layers.hides(membership)
        {
            return Ok(Some(nothing()));
        }
        let mut dict = self.record(&stream.dict, keys, 0)?;
        if kind == Kind::Form {
            dict.set("Type", "XObject");
            dict.set("Subtype", "Form");
        }
        let hidden = if kind.is_content() {
            self.layers.hidden_names(stream.dict.get(b"Resources").ok())
        } else {
            Default::default()
        };
        if !hidden.is_empty() {
            return Ok(Some(packed(dict, content::without_hidden(&content::unpack(stream)?, &hidden))));
        }
        let Some((filters, parameters)) = self.packing(&stream.dict)? else { return Ok(None) };
        if !filters.is_empty() {
            dict.set(PACKING[0], filters);
            if parameters.iter().any(|p| !p.is_null()) {
                dict.set(PACKING[1], parameters);
            }
        }
        Ok(Some(Object::Stream(Stream::new(dict, stream.content.clone()).with_compression(false))))
    }

    /// The filters of a stream with the parameters of each; `None` when one of them is unknown. The marker of an
    /// encrypted stream is dropped: the content is already plain.
    fn packing(&mut self, dict: &'a Dictionary) -> Result<Option<Packing>, ForeignError> {
        let document = self.document;
        let many = |key: &[u8]| -> Vec<&'a Object> {
            match dict.get_deref(key, document) {
                Ok(Object::Array(items)) => items.iter().collect(),
                Ok(Object::Null) | Err(_) => Vec::new(),
                Ok(single) => vec![single],
            }
        };
        let given = many(PACKING[1]);
        let (mut filters, mut parameters) = (Vec::new(), Vec::new());
        for (index, filter) in many(PACKING[0]).into_iter().enumerate() {
            match document.dereference(filter) {
                Ok((_, Object::Name(name))) if name == b"Crypt" => {}
                Ok((_, Object::Name(name))) if known_packing(name) => {
                    filters.push(Object::Name(name.clone()));
                    let copied = given.get(index).map(|p| self.value(p, Kind::FilterParameters, 1)).transpose()?;
                    parameters.push(copied.flatten().unwrap_or(Object::Null));
                }
                _ => return Ok(None),
            }
        }
        Ok(Some((filters, parameters)))
    }
}

/// A form that paints nothing: what stands on a hidden layer.
fn nothing() -> Object {
    let dict = dictionary! { "Type" => "XObject", "Subtype" => "Form", "BBox" => vec![0.into(), 0.into(), 0.into(), 0.into()] };
    Object::Stream(Stream::new(dict, Vec::new()).with_compression(false))
}

/// A stream of plain content, packed. The same content gives the same bytes.
pub(super) fn packed(dict: Dictionary, content: Vec<u8>) -> Object {
    let mut stream = Stream::new(dict, content);
    // Fails only when packing would not save space; then it stays as it is.
    let _ = stream.compress();
    Object::Stream(stream)
}
