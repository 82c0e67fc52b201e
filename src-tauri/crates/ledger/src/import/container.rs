//! What a file is by its first bytes, and what is in it: never by its name alone.

use super::refusal::ImportError;
use super::sheet::{self, Sheet};
use super::source::{Limits, Source};
use super::text::{self, Survey};
use encoding_rs::GB18030;
use recourse_domain::Watcher;
use std::io::Read;
use std::sync::Arc;

/// A text or a sheet from which rows can be read.
#[derive(Debug, Clone)]
pub(crate) enum Payload {
    Text { source: Source, survey: Survey },
    Sheet { sheet: Arc<Sheet> },
}

/// A readable part of a file.
#[derive(Debug, Clone)]
pub(crate) struct Part {
    /// File or member name.
    pub(crate) name: String,
    /// SHA-256 of the file or member.
    pub(crate) sha256: String,
    pub(crate) payload: Payload,
}

/// The readable parts of a file, and whether equal sheets were left out.
#[derive(Debug, Default)]
pub(crate) struct Opened {
    pub(crate) parts: Vec<Part>,
    /// Sheets that repeat another cell by cell.
    pub(crate) equal_sheets: u32,
    /// Members of a packed file that could not be read, with the reason.
    pub(crate) unread: Vec<(String, ImportError)>,
}

/// Opens a file down to its texts and sheets.
pub(crate) fn open(
    source: &Source,
    known_hash: Option<&str>,
    limits: &Limits,
    watch: &dyn Watcher,
) -> Result<Opened, ImportError> {
    opened(source, known_hash, limits, watch, 0)
}

fn opened(
    source: &Source,
    known_hash: Option<&str>,
    limits: &Limits,
    watch: &dyn Watcher,
    depth: u32,
) -> Result<Opened, ImportError> {
    let bytes = source.len()?;
    let base = source.name().rsplit(['/', '\\']).next().unwrap_or_default().to_owned();
    if base.starts_with("~$") {
        return Err(ImportError::LockFile);
    }
    if bytes == 0 {
        return Err(ImportError::Empty);
    }
    if bytes > limits.bytes {
        return Err(ImportError::TooLarge { bytes, limit: limits.bytes });
    }
    let head = source.head(4096)?;
    match kind(&head) {
        Kind::Picture => Err(ImportError::Picture),
        Kind::Pdf => Err(ImportError::Pdf),
        Kind::WebPage => Err(ImportError::WebPage),
        Kind::NoBill => Err(ImportError::NoBill),
        Kind::Zip => zipped(source, &base, known_hash, limits, watch, depth),
        Kind::Gzip if depth < 2 => {
            let name = base.strip_suffix(".gz").unwrap_or(&base).to_owned();
            let unpacked = limited(flate2::read::MultiGzDecoder::new(source.open()?), limits.bytes, watch)?;
            opened(&Source::memory(&name, unpacked), None, limits, watch, depth + 1)
        }
        Kind::Gzip => Err(ImportError::Inflates),
        Kind::OldWorkbook => {
            if bytes > limits.workbook_bytes {
                return Err(ImportError::TooLarge { bytes, limit: limits.workbook_bytes });
            }
            let hash = known_hash.map_or_else(|| hash(source), |known| Ok(known.to_owned()))?;
            Ok(of_sheets(sheet::xls(source, limits, watch)?, &base, &hash))
        }
        Kind::Text => {
            let survey = text::survey(source, known_hash, watch)?;
            let part = Part {
                name: base,
                sha256: survey.sha256.clone(),
                payload: Payload::Text { source: source.clone(), survey },
            };
            Ok(Opened { parts: vec![part], ..Opened::default() })
        }
    }
}

enum Kind {
    Picture,
    Pdf,
    WebPage,
    NoBill,
    Zip,
    Gzip,
    OldWorkbook,
    Text,
}

fn kind(head: &[u8]) -> Kind {
    let is = |magic: &[u8]| head.starts_with(magic);
    if is(b"PK\x03\x04") || is(b"PK\x05\x06") {
        return Kind::Zip;
    }
    if is(b"\x1f\x8b") {
        return Kind::Gzip;
    }
    if is(b"\xd0\xcf\x11\xe0") {
        return Kind::OldWorkbook;
    }
    if is(b"%PDF") {
        return Kind::Pdf;
    }
    let riff = is(b"RIFF") && head.get(8..12) == Some(b"WEBP");
    let heic = head.get(4..8) == Some(b"ftyp");
    if is(b"\x89PNG")
        || is(b"\xff\xd8\xff")
        || is(b"GIF8")
        || is(b"BM") && head.get(6..10) == Some(&[0; 4])
        || riff
        || heic
    {
        return Kind::Picture;
    }
    let text = String::from_utf8_lossy(head).to_ascii_lowercase();
    let begin = text.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
    if begin.starts_with("<xml") || begin.starts_with('{') {
        let none = ["no bill exist", "20002", "no_statement_exist", "billcreating"];
        if none.iter().any(|word| begin.contains(word)) {
            return Kind::NoBill;
        }
    }
    if ["<!doctype html", "<html", "<table"].iter().any(|tag| begin.starts_with(tag)) || begin.contains("<table") {
        return Kind::WebPage;
    }
    Kind::Text
}

fn hash(source: &Source) -> Result<String, ImportError> {
    use sha2::{Digest, Sha256};
    let mut reader = source.open()?;
    let mut hash = Sha256::new();
    let mut block = vec![0; 256 * 1024];
    loop {
        let n = reader.read(&mut block)?;
        if n == 0 {
            return Ok(hex::encode(hash.finalize()));
        }
        hash.update(&block[..n]);
    }
}

/// All that a stream gives, or the refusal when it gives more than `limit`.
fn limited(reader: impl Read, limit: u64, watch: &dyn Watcher) -> Result<Vec<u8>, ImportError> {
    let mut reader = reader.take(limit + 1);
    let mut out = Vec::new();
    let mut block = vec![0; 256 * 1024];
    loop {
        let n = reader.read(&mut block).map_err(|e| ImportError::Broken(e.to_string()))?;
        if n == 0 {
            return Ok(out);
        }
        if watch.cancelled() {
            return Err(ImportError::Cancelled);
        }
        out.extend_from_slice(&block[..n]);
        if out.len() as u64 > limit {
            return Err(ImportError::Inflates);
        }
    }
}

fn of_sheets(sheets: Vec<Sheet>, name: &str, sha256: &str) -> Opened {
    let mut opened = Opened::default();
    for sheet in sheets {
        let known = |part: &Part| matches!(&part.payload, Payload::Sheet { sheet: other } if other.same_as(&sheet));
        if opened.parts.iter().any(known) {
            opened.equal_sheets += 1;
        } else {
            let payload = Payload::Sheet { sheet: Arc::new(sheet) };
            opened.parts.push(Part { name: name.to_owned(), sha256: sha256.to_owned(), payload });
        }
    }
    opened
}

fn zipped(
    source: &Source,
    base: &str,
    known_hash: Option<&str>,
    limits: &Limits,
    watch: &dyn Watcher,
    depth: u32,
) -> Result<Opened, ImportError> {
    let broken = |e: zip::result::ZipError| ImportError::Broken(e.to_string());
    let mut archive = zip::ZipArchive::new(source.open()?).map_err(broken)?;
    if archive.len() > limits.members {
        return Err(ImportError::Inflates);
    }
    let workbook =
        (0..archive.len()).any(|i| archive.by_index_raw(i).is_ok_and(|f| f.name_raw() == b"xl/workbook.xml"));
    if workbook {
        // Unpacked once to nowhere: what the members say of their size is not believed.
        let mut room = limits.workbook_bytes;
        for i in 0..archive.len() {
            let mut member = archive.by_index(i).map_err(broken)?;
            room = room.checked_sub(drained(&mut member, room, watch)?).ok_or(ImportError::Inflates)?;
        }
        let hash = known_hash.map_or_else(|| hash(source), |known| Ok(known.to_owned()))?;
        return Ok(of_sheets(sheet::xlsx(source, limits, watch)?, base, &hash));
    }
    if depth > 0 {
        return Err(ImportError::NothingInside);
    }
    let mut all = Opened::default();
    let mut room = limits.bytes;
    for i in 0..archive.len() {
        let (name, encrypted, folder) = {
            let member = archive.by_index_raw(i).map_err(broken)?;
            (member_name(member.name_raw()), member.encrypted(), member.is_dir())
        };
        if name == "OFD.xml" {
            return Err(ImportError::Pdf);
        }
        if encrypted {
            return Err(ImportError::Password);
        }
        if folder || name.starts_with("__MACOSX/") {
            continue;
        }
        let member = archive.by_index(i).map_err(broken)?;
        let bytes = limited(member, room, watch)?;
        room -= bytes.len() as u64;
        match opened(&Source::memory(&name, bytes), None, limits, watch, depth + 1) {
            Ok(inner) => {
                all.parts.extend(inner.parts);
                all.equal_sheets += inner.equal_sheets;
            }
            Err(e @ (ImportError::Cancelled | ImportError::Inflates)) => return Err(e),
            Err(e) => all.unread.push((name, e)),
        }
    }
    if all.parts.is_empty() {
        return Err(all.unread.into_iter().next().map_or(ImportError::NothingInside, |(_, e)| e));
    }
    Ok(all)
}

fn drained(reader: &mut impl Read, room: u64, watch: &dyn Watcher) -> Result<u64, ImportError> {
    let mut block = vec![0; 256 * 1024];
    let mut bytes = 0;
    loop {
        let n = reader.read(&mut block).map_err(|e| ImportError::Broken(e.to_string()))?;
        if n == 0 {
            return Ok(bytes);
        }
        bytes += n as u64;
        if bytes > room {
            return Err(ImportError::Inflates);
        }
        if watch.cancelled() {
            return Err(ImportError::Cancelled);
        }
    }
}

/// Chinese providers write names in GBK without saying so.
fn member_name(raw: &[u8]) -> String {
    std::str::from_utf8(raw).map_or_else(|_| GB18030.decode_without_bom_handling(raw).0.into_owned(), str::to_owned)
}
