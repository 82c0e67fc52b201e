//! ZIP archives: told apart by what lies in them. Entries are listed, never unpacked to disk; only the two parts of an
//! office document that hold its words are unfolded, under limits for size and ratio.

use crate::door::{Inspection, ShortName};
use crate::error::EvidenceError;
use crate::name::shown_name;
use quick_xml::Reader;
use quick_xml::events::Event;
use recourse_domain::MediaType;
use std::fs::File;
use std::io::{BufReader, Read};
use zip::ZipArchive;

/// Most entries that are listed.
const MAX_ENTRIES: usize = 1_000;
/// Most bytes that one part may unfold to.
const MAX_UNFOLDED: u64 = 64 << 20;
/// Most times that a part may grow when it is unfolded.
const MAX_RATIO: u64 = 200;

type Archive = ZipArchive<BufReader<File>>;

pub(super) fn inspect(file: File) -> Result<Inspection, EvidenceError> {
    let archive = opened(file)?;
    let has = |name: &str| archive.index_for_name(name).is_some();
    let media = if has("word/document.xml") {
        MediaType::Docx
    } else if has("xl/workbook.xml") {
        MediaType::Xlsx
    } else if has("ppt/presentation.xml") {
        MediaType::Pptx
    } else if has("OFD.xml") {
        MediaType::Ofd
    } else {
        MediaType::Zip
    };
    let parts = if media == MediaType::Zip { u32::try_from(archive.len()).unwrap_or(u32::MAX) } else { 0 };
    Ok(Inspection { media: Some(media), parts, ..Inspection::default() })
}

/// The words of a document, or the names in an archive; and whether there was more.
pub(super) fn text(file: File, media: MediaType) -> Result<(String, bool), EvidenceError> {
    let mut archive = opened(file)?;
    match media {
        MediaType::Docx => words(&mut archive, "word/document.xml", media),
        MediaType::Xlsx => words(&mut archive, "xl/sharedStrings.xml", media),
        _ => {
            let names: Vec<String> = archive.file_names().take(MAX_ENTRIES).flatten().map(|n| shown_name(&n)).collect();
            Ok((names.join("\n"), archive.len() > MAX_ENTRIES))
        }
    }
}

fn opened(file: File) -> Result<Archive, EvidenceError> {
    let failed = |e: zip::result::ZipError| EvidenceError::damaged("ZIP", e.to_string());
    ZipArchive::new(BufReader::with_capacity(64 << 10, file)).map_err(failed)
}

/// The text of every `t` element; paragraphs, rows and cells end lines.
fn words(archive: &mut Archive, part: &str, media: MediaType) -> Result<(String, bool), EvidenceError> {
    let kind = media.short_name();
    let failed = |why: String| EvidenceError::damaged(kind, why);
    // A workbook without words has no such part.
    let Some(place) = archive.index_for_name(part) else { return Ok((String::new(), false)) };
    let entry = archive.by_index(place).map_err(|e| failed(e.to_string()))?;
    if entry.size() > MAX_UNFOLDED || entry.size() / entry.compressed_size().max(1) > MAX_RATIO {
        return Err(EvidenceError::TooLarge { limit: MAX_UNFOLDED });
    }
    let mut xml = Vec::new();
    // The stated size may lie.
    entry.take(MAX_UNFOLDED).read_to_end(&mut xml).map_err(|e| failed(e.to_string()))?;
    let mut reader = Reader::from_reader(xml.as_slice());
    let mut text = String::new();
    let mut inside = 0u32;
    loop {
        if text.len() > super::text::MAX_TEXT {
            return Ok((text, true));
        }
        match reader.read_event().map_err(|e| failed(e.to_string()))? {
            Event::Start(tag) if tag.local_name().as_ref() == "t" => inside += 1,
            Event::End(tag) => match tag.local_name().as_ref() {
                "t" => inside = inside.saturating_sub(1),
                "p" | "si" | "tr" => text.push('\n'),
                _ => {}
            },
            Event::Empty(tag) if matches!(tag.local_name().as_ref(), "br" | "tab") => text.push(' '),
            Event::Text(piece) if inside > 0 => text.push_str(&piece),
            Event::GeneralRef(entity) if inside > 0 => {
                let named = match entity.as_ref() {
                    "amp" => Some('&'),
                    "lt" => Some('<'),
                    "gt" => Some('>'),
                    "quot" => Some('"'),
                    "apos" => Some('\''),
                    _ => entity.resolve_char_ref().ok().flatten(),
                };
                text.extend(named);
            }
            Event::Eof => return Ok((text, false)),
            _ => {}
        }
    }
}
