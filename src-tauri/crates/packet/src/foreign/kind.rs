//! The list of what may come along from somebody else's PDF: for every kind of object its keys, and what each may hold.
//! A key that does not stand here is not copied.

use lopdf::{Document, Object};

/// What an object is used as. The same object used in two ways is copied twice, each time by the rules of its use.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Kind {
    /// Numbers, names, strings and truth values, and arrays and dictionaries of them; written in place.
    Plain,
    Resources,
    GraphicsStates,
    GraphicsState,
    FontAndSize,
    SoftMask,
    ColorSpaces,
    ColorSpace,
    Icc,
    Patterns,
    Pattern,
    Shadings,
    Shading,
    Function,
    XObjects,
    XObject,
    Image,
    /// An image used as a mask, or a range of colours to leave out.
    Mask,
    Form,
    Group,
    Fonts,
    Font,
    FontList,
    FontDescriptor,
    FontProgram,
    Encoding,
    CMap,
    Glyphs,
    Glyph,
    /// Property lists: their names must resolve, their content (metadata, layer switches) must not come along.
    Properties,
    /// A stream of which only the bytes count.
    Data,
    FilterParameters,
}

/// How the values of a kind are built.
pub(super) enum Shape {
    /// Written in place.
    Plain,
    /// Any names, all values of one kind.
    Map(Kind),
    /// An array, all items of one kind.
    List(Kind),
    /// A dictionary, or a stream with one, of known keys.
    Record(&'static [(&'static [u8], Kind)]),
    /// Names only: every value becomes an empty dictionary.
    Names,
    /// An array whose head says what follows.
    ColorSpace,
    /// A font and a number.
    FontAndSize,
}

/// Keys that say how a stream is packed; read by the copier itself.
pub(super) const PACKING: [&[u8]; 2] = [b"Filter", b"DecodeParms"];

use Kind::{
    CMap, ColorSpace, ColorSpaces, Data, Encoding, FontAndSize, FontDescriptor, FontList, FontProgram, Fonts, Form,
    Function, Glyphs, GraphicsState, GraphicsStates, Group, Image, Mask, Patterns, Plain, Properties, Resources,
    Shading, Shadings, SoftMask, XObjects,
};

type Keys = &'static [(&'static [u8], Kind)];

const RESOURCES: Keys = &[
    (b"ExtGState", GraphicsStates),
    (b"ColorSpace", ColorSpaces),
    (b"Pattern", Patterns),
    (b"Shading", Shadings),
    (b"XObject", XObjects),
    (b"Font", Fonts),
    (b"Properties", Properties),
];
const GRAPHICS_STATE: Keys = &[
    (b"Type", Plain),
    (b"LW", Plain),
    (b"LC", Plain),
    (b"LJ", Plain),
    (b"ML", Plain),
    (b"D", Plain),
    (b"RI", Plain),
    (b"OP", Plain),
    (b"op", Plain),
    (b"OPM", Plain),
    (b"Font", FontAndSize),
    (b"BG", Function),
    (b"BG2", Function),
    (b"UCR", Function),
    (b"UCR2", Function),
    (b"TR", Function),
    (b"TR2", Function),
    (b"FL", Plain),
    (b"SM", Plain),
    (b"SA", Plain),
    (b"BM", Plain),
    (b"SMask", SoftMask),
    (b"CA", Plain),
    (b"ca", Plain),
    (b"AIS", Plain),
    (b"TK", Plain),
];
const SOFT_MASK: Keys = &[(b"Type", Plain), (b"S", Plain), (b"G", Form), (b"BC", Plain), (b"TR", Function)];
const ICC: Keys = &[(b"N", Plain), (b"Alternate", ColorSpace), (b"Range", Plain)];
const PATTERN: Keys = &[
    (b"Type", Plain),
    (b"PatternType", Plain),
    (b"PaintType", Plain),
    (b"TilingType", Plain),
    (b"BBox", Plain),
    (b"XStep", Plain),
    (b"YStep", Plain),
    (b"Resources", Resources),
    (b"Matrix", Plain),
    (b"Shading", Shading),
    (b"ExtGState", GraphicsState),
];
const SHADING: Keys = &[
    (b"ShadingType", Plain),
    (b"ColorSpace", ColorSpace),
    (b"Background", Plain),
    (b"BBox", Plain),
    (b"AntiAlias", Plain),
    (b"Domain", Plain),
    (b"Matrix", Plain),
    (b"Function", Function),
    (b"Coords", Plain),
    (b"Extend", Plain),
    (b"BitsPerCoordinate", Plain),
    (b"BitsPerComponent", Plain),
    (b"BitsPerFlag", Plain),
    (b"Decode", Plain),
    (b"VerticesPerRow", Plain),
];
const FUNCTION: Keys = &[
    (b"FunctionType", Plain),
    (b"Domain", Plain),
    (b"Range", Plain),
    (b"Size", Plain),
    (b"BitsPerSample", Plain),
    (b"Order", Plain),
    (b"Encode", Plain),
    (b"Decode", Plain),
    (b"C0", Plain),
    (b"C1", Plain),
    (b"N", Plain),
    (b"Functions", Function),
    (b"Bounds", Plain),
];
const IMAGE: Keys = &[
    (b"Type", Plain),
    (b"Subtype", Plain),
    (b"Width", Plain),
    (b"Height", Plain),
    (b"ColorSpace", ColorSpace),
    (b"BitsPerComponent", Plain),
    (b"Intent", Plain),
    (b"ImageMask", Plain),
    (b"Mask", Mask),
    (b"Decode", Plain),
    (b"Interpolate", Plain),
    (b"SMask", Image),
    (b"SMaskInData", Plain),
    (b"Matte", Plain),
];
const FORM: Keys = &[
    (b"Type", Plain),
    (b"Subtype", Plain),
    (b"FormType", Plain),
    (b"BBox", Plain),
    (b"Matrix", Plain),
    (b"Resources", Resources),
    (b"Group", Group),
];
const GROUP: Keys = &[(b"Type", Plain), (b"S", Plain), (b"CS", ColorSpace), (b"I", Plain), (b"K", Plain)];
const FONT: Keys = &[
    (b"Type", Plain),
    (b"Subtype", Plain),
    (b"BaseFont", Plain),
    (b"FirstChar", Plain),
    (b"LastChar", Plain),
    (b"Widths", Plain),
    (b"FontDescriptor", FontDescriptor),
    (b"Encoding", Encoding),
    (b"ToUnicode", CMap),
    (b"DescendantFonts", FontList),
    (b"CIDSystemInfo", Plain),
    (b"DW", Plain),
    (b"W", Plain),
    (b"DW2", Plain),
    (b"W2", Plain),
    (b"CIDToGIDMap", Data),
    (b"FontBBox", Plain),
    (b"FontMatrix", Plain),
    (b"CharProcs", Glyphs),
    (b"Resources", Resources),
];
const FONT_DESCRIPTOR: Keys = &[
    (b"Type", Plain),
    (b"FontName", Plain),
    (b"FontFamily", Plain),
    (b"FontStretch", Plain),
    (b"FontWeight", Plain),
    (b"Flags", Plain),
    (b"FontBBox", Plain),
    (b"ItalicAngle", Plain),
    (b"Ascent", Plain),
    (b"Descent", Plain),
    (b"Leading", Plain),
    (b"CapHeight", Plain),
    (b"XHeight", Plain),
    (b"StemV", Plain),
    (b"StemH", Plain),
    (b"AvgWidth", Plain),
    (b"MaxWidth", Plain),
    (b"MissingWidth", Plain),
    (b"FontFile", FontProgram),
    (b"FontFile2", FontProgram),
    (b"FontFile3", FontProgram),
    (b"CharSet", Plain),
    (b"CIDSet", Data),
    (b"Lang", Plain),
];
const FONT_PROGRAM: Keys = &[(b"Subtype", Plain), (b"Length1", Plain), (b"Length2", Plain), (b"Length3", Plain)];
const ENCODING: Keys = &[
    (b"Type", Plain),
    (b"BaseEncoding", Plain),
    (b"Differences", Plain),
    (b"CMapName", Plain),
    (b"CIDSystemInfo", Plain),
    (b"WMode", Plain),
    (b"UseCMap", CMap),
];
const C_MAP: Keys =
    &[(b"Type", Plain), (b"CMapName", Plain), (b"CIDSystemInfo", Plain), (b"WMode", Plain), (b"UseCMap", CMap)];
const FILTER_PARAMETERS: Keys = &[
    (b"Predictor", Plain),
    (b"Colors", Plain),
    (b"BitsPerComponent", Plain),
    (b"Columns", Plain),
    (b"EarlyChange", Plain),
    (b"K", Plain),
    (b"EndOfLine", Plain),
    (b"EncodedByteAlign", Plain),
    (b"Rows", Plain),
    (b"EndOfBlock", Plain),
    (b"BlackIs1", Plain),
    (b"DamagedRowsBeforeError", Plain),
    (b"ColorTransform", Plain),
    (b"JBIG2Globals", Data),
];

impl Kind {
    /// How a value of this kind is built.
    pub(super) fn shape(self) -> Shape {
        match self {
            Self::Plain => Shape::Plain,
            Self::Resources => Shape::Record(RESOURCES),
            Self::GraphicsStates => Shape::Map(Self::GraphicsState),
            Self::GraphicsState => Shape::Record(GRAPHICS_STATE),
            Self::FontAndSize => Shape::FontAndSize,
            Self::SoftMask => Shape::Record(SOFT_MASK),
            Self::ColorSpaces => Shape::Map(Self::ColorSpace),
            Self::ColorSpace => Shape::ColorSpace,
            Self::Icc => Shape::Record(ICC),
            Self::Patterns => Shape::Map(Self::Pattern),
            Self::Pattern => Shape::Record(PATTERN),
            Self::Shadings => Shape::Map(Self::Shading),
            Self::Shading => Shape::Record(SHADING),
            Self::Function => Shape::Record(FUNCTION),
            Self::XObjects => Shape::Map(Self::XObject),
            Self::XObject | Self::Form => Shape::Record(FORM),
            Self::Image | Self::Mask => Shape::Record(IMAGE),
            Self::Group => Shape::Record(GROUP),
            Self::Fonts => Shape::Map(Self::Font),
            Self::Font => Shape::Record(FONT),
            Self::FontList => Shape::List(Self::Font),
            Self::FontDescriptor => Shape::Record(FONT_DESCRIPTOR),
            Self::FontProgram => Shape::Record(FONT_PROGRAM),
            Self::Encoding => Shape::Record(ENCODING),
            Self::CMap => Shape::Record(C_MAP),
            Self::Glyphs => Shape::Map(Self::Glyph),
            Self::Glyph | Self::Data => Shape::Record(&[]),
            Self::Properties => Shape::Names,
            Self::FilterParameters => Shape::Record(FILTER_PARAMETERS),
        }
    }

    /// The kind that a found object really is: images and forms stand in one dictionary. `None` when it must stay behind.
    pub(super) fn of_found(self, document: &Document, found: &Object) -> Option<Self> {
        let dict = match found {
            Object::Stream(stream) => &stream.dict,
            Object::Dictionary(dict) => dict,
            _ => return Some(self),
        };
        if self != Self::XObject {
            return Some(self);
        }
        match dict.get_deref(b"Subtype", document).and_then(Object::as_name) {
            Ok(b"Image") => Some(Self::Image),
            // Old writers leave the subtype out of forms; PostScript fragments name theirs and stay behind.
            Ok(b"Form") => Some(Self::Form),
            Err(_) if dict.has(b"BBox") => Some(Self::Form),
            _ => None,
        }
    }

    /// Whether only a stream can be meant.
    pub(super) fn wants_stream(self) -> bool {
        matches!(self, Self::Icc | Self::Image | Self::Form | Self::FontProgram | Self::Glyph | Self::CMap | Self::Data)
    }

    /// Whether the stream is content whose hidden layers must go.
    pub(super) fn is_content(self) -> bool {
        matches!(self, Self::Form | Self::Pattern | Self::Glyph)
    }
}

/// Whether a stream packed this way can be passed on as it is.
pub(super) fn known_packing(filter: &[u8]) -> bool {
    matches!(
        filter,
        b"ASCIIHexDecode"
            | b"ASCII85Decode"
            | b"LZWDecode"
            | b"FlateDecode"
            | b"RunLengthDecode"
            | b"CCITTFaxDecode"
            | b"JBIG2Decode"
            | b"DCTDecode"
            | b"JPXDecode"
            | b"AHx"
            | b"A85"
            | b"LZW"
            | b"Fl"
            | b"RL"
            | b"CCF"
            | b"DCT"
    )
}
