//! The finished document as a file: one pass from the first byte to the last, pictures copied straight from the
//! originals and re-hashed on the way. What is in memory does not grow with the number of pictures.
//!
//! The file appears under its name only when it is whole and on the disk; until then, and after any failure, there is
//! nothing.

use crate::compress;
use crate::error::PacketError;
use crate::finish::Assembly;
use crate::hashing::{Hashing, PIECE};
use crate::object::{self, Renumbering};
use crate::plate::Source;
use crate::sink::Sink;
use crate::unfinished::Unfinished;
use lopdf::{Dictionary, Object, ObjectId, Stream, dictionary};
use recourse_domain::{MediaType, Progress, Sha256Hex, Watcher};
use recourse_evidence::Door;
use recourse_evidence::jpeg::JpegFacts;
use std::fs::File;
use std::io::{self, Read, Write};
use std::path::Path;
use std::thread;

/// Largest offset that a plain cross-reference table can hold.
const MOST_BYTES: u64 = 9_999_999_999;

/// First bytes of the file; those above 127 tell transfer programs that it is no text.
const HEADER: &[u8] = b"%PDF-1.7\n%\xE2\xE3\xCF\xD3\n";
/// Bytes of an entry in the table of offsets.
const XREF_ENTRY: usize = 20;
/// Bytes of the head of that table and of the trailer, near enough.
const TRAILER: usize = 230;

/// What was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Written {
    /// Size in bytes.
    pub(crate) bytes: u64,
    /// SHA-256 of the file in hexadecimal digits.
    pub(crate) sha256: String,
}

/// Writes the document to `out`, replacing what is there only when it is complete. A document without pictures to be
/// decoded needs no door.
///
/// # Errors
/// Whatever stops writing or reading, and [`PacketError::ExhibitAltered`] when an original is no longer what was taken
/// in. Nothing is left behind.
pub(crate) fn write(
    assembly: &Assembly,
    out: &Path,
    door: Option<&dyn Door>,
    watch: &dyn Watcher,
) -> Result<Written, PacketError> {
    let mut unfinished = Unfinished::begin(out).map_err(|e| PacketError::writing(out, &e))?;
    let (numbers, order) = object::number_reachable(&assembly.objects, &[assembly.root, assembly.info]);
    let total = assembly.bodies.values().map(Source::bytes).sum();
    let written = thread::scope(|scope| {
        let sink = Sink::open(unfinished.file(), scope).map_err(|e| PacketError::writing(out, &e))?;
        let originals = Hashing::begin(scope).map_err(|e| PacketError::writing(out, &e))?;
        let mut writer = Writer { sink, originals, out, numbers: &numbers, watch, done: 0, total };
        writer.put(HEADER)?;
        let mut offsets = Vec::with_capacity(order.len());
        for (index, id) in order.iter().enumerate() {
            offsets.push(writer.sink.at());
            writer.object(index + 1, *id, assembly, door)?;
        }
        writer.end(&offsets, assembly)
    })?;
    unfinished.settle().map_err(|e| PacketError::writing(out, &e))?;
    Ok(written)
}

/// Size of the file that [`write`] would make: exact, but for pictures that are decoded first.
pub(crate) fn size(assembly: &Assembly) -> u64 {
    let (numbers, order) = object::number_reachable(&assembly.objects, &[assembly.root, assembly.info]);
    let mut counted = Count(HEADER.len());
    for (index, id) in order.iter().enumerate() {
        let framing = format!("{} 0 obj\n\nendobj\n", index + 1).len() + XREF_ENTRY;
        counted.0 += framing;
        if let Some(object) = assembly.objects.get(id) {
            // Counting cannot fail.
            let _ = object::write(&mut counted, object, &numbers);
            if let Object::Stream(stream) = object {
                counted.0 += "\nstream\n\nendstream".len() + stream.content.len();
            }
        }
    }
    let total = assembly.bodies.values().map(Source::bytes).sum::<u64>();
    u64::try_from(counted.0 + TRAILER).unwrap_or(u64::MAX).saturating_add(total)
}

/// Counts what is written to it.
struct Count(usize);

impl Write for Count {
    fn write(&mut self, data: &[u8]) -> io::Result<usize> {
        self.0 += data.len();
        Ok(data.len())
    }
    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

struct Writer<'a> {
    sink: Sink<'a>,
    /// Hashes the originals, one after the other.
    originals: Hashing,
    out: &'a Path,
    numbers: &'a Renumbering,
    watch: &'a dyn Watcher,
    done: u64,
    total: u64,
}

impl Writer<'_> {
    fn put(&mut self, data: &[u8]) -> Result<(), PacketError> {
        self.sink.write_all(data).map_err(|e| PacketError::writing(self.out, &e))
    }

    fn object(
        &mut self,
        number: usize,
        id: ObjectId,
        assembly: &Assembly,
        door: Option<&dyn Door>,
    ) -> Result<(), PacketError> {
        if self.watch.cancelled() {
            return Err(PacketError::Cancelled);
        }
        self.put(format!("{number} 0 obj\n").as_bytes())?;
        match (assembly.objects.get(&id), assembly.bodies.get(&id)) {
            (Some(Object::Stream(stream)), Some(Source::Jpeg { path, sha256, label, facts, .. })) => {
                self.open_stream(&stream.dict, None)?;
                self.copy(path, sha256, label, facts)?;
                self.put(b"\nendstream")?;
            }
            (_, Some(Source::Pixels { path, media, page, label, bytes })) => {
                let stream = self.picture(path, *media, *page, label, door)?;
                self.done += bytes;
                self.stream(&stream)?;
            }
            (Some(Object::Stream(stream)), _) => self.stream(stream)?,
            (Some(object), _) => self.value(object)?,
            (None, _) => self.put(b"null")?,
        }
        self.put(b"\nendobj\n")?;
        if self.sink.at() > MOST_BYTES { Err(PacketError::TooLarge) } else { Ok(()) }
    }

    fn value(&mut self, object: &Object) -> Result<(), PacketError> {
        object::write(&mut self.sink, object, self.numbers).map_err(|e| PacketError::writing(self.out, &e))
    }

    fn open_stream(&mut self, dict: &Dictionary, length: Option<usize>) -> Result<(), PacketError> {
        let mut dict = dict.clone();
        if let Some(length) = length {
            dict.set("Length", i64::try_from(length).unwrap_or(i64::MAX));
        }
        self.value(&Object::Dictionary(dict))?;
        self.put(b"\nstream\n")
    }

    fn stream(&mut self, stream: &Stream) -> Result<(), PacketError> {
        self.open_stream(&stream.dict, Some(stream.content.len()))?;
        self.put(&stream.content)?;
        self.put(b"\nendstream")
    }

    /// Copies the kept ranges of an original while hashing all of it.
    fn copy(&mut self, path: &Path, sha256: &Sha256Hex, label: &str, facts: &JpegFacts) -> Result<(), PacketError> {
        let reading = |e: io::Error| PacketError::reading(label, &e);
        let file = File::open(path).map_err(reading)?;
        self.originals.restart().map_err(reading)?;
        let mut ranges = facts.keep.iter().cloned().peekable();
        let (mut at, mut kept) = (0u64, 0u64);
        loop {
            if self.watch.cancelled() {
                return Err(PacketError::Cancelled);
            }
            let mut piece = self.originals.buffer();
            let count = (&file).take(PIECE as u64).read_to_end(&mut piece).map_err(reading)?;
            if count == 0 {
                break;
            }
            let end = at + u64::try_from(count).unwrap_or(0);
            while let Some(range) = ranges.peek() {
                let (from, to) = (range.start.max(at), range.end.min(end));
                if from < to {
                    let inside = |position: u64| usize::try_from(position - at).unwrap_or(count);
                    self.put(&piece[inside(from)..inside(to)])?;
                    kept += to - from;
                }
                if range.end > end {
                    break;
                }
                ranges.next();
            }
            self.originals.take(piece).map_err(reading)?;
            at = end;
            self.done += u64::try_from(count).unwrap_or(0);
            self.tell(label);
        }
        let sum = self.originals.sum().map_err(reading)?;
        let whole = kept == facts.kept_len && hex::encode(sum) == sha256.as_str();
        if whole { Ok(()) } else { Err(PacketError::ExhibitAltered { label: label.to_owned() }) }
    }

    fn picture(
        &mut self,
        path: &Path,
        media: MediaType,
        page: u32,
        label: &str,
        door: Option<&dyn Door>,
    ) -> Result<Stream, PacketError> {
        self.tell(label);
        let door = door.ok_or_else(|| PacketError::PagesBroken { reason: "a picture without a door".to_owned() })?;
        let unreadable = |reason: String| PacketError::ExhibitUnreadable { label: label.to_owned(), reason };
        let pixels = door.pixels(path, media, page).map_err(|e| unreadable(e.to_string()))?;
        let content = compress::pixels(&pixels).map_err(|e| unreadable(e.to_string()))?;
        let dict = dictionary! {
            "Type" => "XObject",
            "Subtype" => "Image",
            "Width" => i64::from(pixels.width_px),
            "Height" => i64::from(pixels.height_px),
            "ColorSpace" => if pixels.channels == 1 { "DeviceGray" } else { "DeviceRGB" },
            "BitsPerComponent" => 8,
            "Filter" => "FlateDecode",
            "DecodeParms" => dictionary! {
                "Predictor" => 15,
                "Colors" => i64::from(pixels.channels),
                "BitsPerComponent" => 8,
                "Columns" => i64::from(pixels.width_px),
            },
        };
        Ok(Stream::new(dict, content))
    }

    fn tell(&self, label: &str) {
        self.watch.progress(&Progress {
            what: "job-packet-write",
            item: label,
            done: self.done.min(self.total),
            total: self.total,
        });
    }

    fn sum(&mut self) -> Result<[u8; 32], PacketError> {
        self.sink.sum().map_err(|e| PacketError::writing(self.out, &e))
    }

    /// Table of offsets, trailer, and an identifier that is the hash of everything before it.
    fn end(mut self, offsets: &[u64], assembly: &Assembly) -> Result<Written, PacketError> {
        let start = self.sink.at();
        let mut table = format!("xref\n0 {}\n0000000000 65535 f \n", offsets.len() + 1);
        for offset in offsets {
            table.push_str(&format!("{offset:010} 00000 n \n"));
        }
        self.put(table.as_bytes())?;
        let hash = self.sum()?;
        let id = Object::String(hash[..16].to_vec(), lopdf::StringFormat::Hexadecimal);
        let trailer = dictionary! {
            "Size" => i64::try_from(offsets.len() + 1).unwrap_or(i64::MAX),
            "Root" => assembly.root,
            "Info" => assembly.info,
            "ID" => vec![id.clone(), id],
        };
        self.put(b"trailer\n")?;
        self.value(&Object::Dictionary(trailer))?;
        self.put(format!("\nstartxref\n{start}\n%%EOF\n").as_bytes())?;
        Ok(Written { sha256: hex::encode(self.sum()?), bytes: self.sink.at() })
    }
}
