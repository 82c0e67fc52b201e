//! Reads a packet back: pages, text, resources.

use lopdf::content::Content;
use lopdf::{Dictionary, Document, Object, ObjectId};
use std::collections::BTreeMap;
use std::path::Path;

/// A packet as a reader sees it.
pub(crate) struct Read {
    pub(crate) document: Document,
    pub(crate) pages: Vec<ObjectId>,
}

impl Read {
    pub(crate) fn open(path: &Path) -> Self {
        let document = Document::load(path).unwrap();
        let pages = document.get_pages().into_values().collect();
        Self { document, pages }
    }

    pub(crate) fn follow<'a>(&'a self, object: &'a Object) -> &'a Object {
        self.document.dereference(object).unwrap().1
    }

    pub(crate) fn dict<'a>(&'a self, object: &'a Object) -> &'a Dictionary {
        match self.follow(object) {
            Object::Dictionary(dict) => dict,
            Object::Stream(stream) => &stream.dict,
            other => panic!("no dictionary: {other:?}"),
        }
    }

    pub(crate) fn page(&self, index: usize) -> &Dictionary {
        self.document.get_dictionary(self.pages[index]).unwrap()
    }

    pub(crate) fn page_of(&self, reference: &Object) -> usize {
        let id = reference.as_reference().unwrap();
        self.pages.iter().position(|p| *p == id).unwrap()
    }

    pub(crate) fn catalog(&self) -> &Dictionary {
        self.document.catalog().unwrap()
    }

    pub(crate) fn text_string(&self, object: &Object) -> String {
        let bytes = self.follow(object).as_str().unwrap();
        assert_eq!(bytes[..2], [0xFE, 0xFF]);
        let units: Vec<u16> = bytes[2..].chunks(2).map(|c| u16::from_be_bytes([c[0], c[1]])).collect();
        String::from_utf16(&units).unwrap()
    }

    /// Every shown string of a page in order, through the fonts' own tables: what copying gives.
    pub(crate) fn shown(&self, index: usize) -> Vec<String> {
        let page = self.page(index);
        let resources = self.dict(page.get(b"Resources").unwrap());
        let fonts = self.dict(resources.get(b"Font").unwrap());
        let tables: BTreeMap<Vec<u8>, BTreeMap<u16, String>> =
            fonts.iter().map(|(name, font)| (name.clone(), self.to_unicode(self.dict(font)))).collect();
        let content = self.follow(page.get(b"Contents").unwrap()).as_stream().unwrap();
        let content = Content::decode(&content.decompressed_content().unwrap()).unwrap();
        let mut table = None;
        let mut shown = Vec::new();
        for operation in content.operations {
            match operation.operator.as_str() {
                "BT" => shown.push(String::new()),
                "Tf" => table = tables.get(operation.operands[0].as_name().unwrap()),
                "Tj" => {
                    let codes = operation.operands[0].as_str().unwrap();
                    for code in codes.chunks(2) {
                        let code = u16::from_be_bytes([code[0], code[1]]);
                        shown.last_mut().unwrap().push_str(&table.unwrap()[&code]);
                    }
                }
                _ => {}
            }
        }
        shown
    }

    fn to_unicode(&self, font: &Dictionary) -> BTreeMap<u16, String> {
        let stream = self.follow(font.get(b"ToUnicode").unwrap()).as_stream().unwrap();
        let bytes =
            if stream.is_compressed() { stream.decompressed_content().unwrap() } else { stream.content.clone() };
        let mut table = BTreeMap::new();
        for line in String::from_utf8(bytes).unwrap().lines() {
            let parts: Vec<&str> = line.split_whitespace().collect();
            if let [code, text] = parts[..]
                && code.starts_with('<')
                && text.starts_with('<')
                && code.len() == 6
                && line != "<0000> <FFFF>"
            {
                let bare = |s: &str| s.trim_matches(['<', '>']).to_owned();
                let units: Vec<u16> =
                    hex::decode(bare(text)).unwrap().chunks(2).map(|c| u16::from_be_bytes([c[0], c[1]])).collect();
                let code = u16::from_str_radix(&bare(code), 16).unwrap();
                assert!(
                    table.insert(code, String::from_utf16(&units).unwrap()).is_none(),
                    "a glyph stands for two texts"
                );
            }
        }
        table
    }
}
