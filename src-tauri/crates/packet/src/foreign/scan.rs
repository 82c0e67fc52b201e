//! A look at the raw bytes for what makes the object parser run out of stack or memory. Position-independent on
//! purpose: a hostile cross-reference table may point anywhere, so every occurrence counts, wherever it stands.

use flate2::read::ZlibDecoder;
use std::collections::HashSet;
use std::io::Read;

/// Largest file that is read at all.
const MAX_BYTES: usize = 512 << 20;
/// What all cross-reference and object streams together may unpack to.
const MAX_UNPACKED: usize = 96 << 20;

/// Widest field of a cross-reference stream; the parser reserves it unseen. Wide enough that a font's width table,
/// which looks the same, is not taken for a trap.
const MAX_FIELD: u64 = 1 << 20;

/// Filters that can make much of little.
const PACKERS: [&[u8]; 4] = [b"FlateDecode", b"Fl", b"LZWDecode", b"LZW"];

/// What the raw bytes tell before any parsing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Look {
    /// What a single object or cross-reference stream may unpack to, in bytes.
    pub(super) unpacked: usize,
    /// Whether a cross-reference stream could announce billions of objects, or a length measure itself: such a file is
    /// written anew by the tolerant reader, which works lazily, before it is read.
    pub(super) trapped: bool,
    /// Whether objects of an encrypted file overlap so that reading them one by one would multiply the file.
    pub(super) overlapping: bool,
}

/// Looks over the bytes once. `None` when the file is beyond any limit.
pub(super) fn look(pdf: &[u8]) -> Option<Look> {
    if pdf.len() > MAX_BYTES {
        return None;
    }
    let Dictionaries { widths, lengths } = dictionaries(pdf);
    // Every announced object must take some of a stream whose size is bounded.
    let empty_fields = widths.iter().any(|w| w.iter().any(|&n| n > MAX_FIELD) || w.iter().sum::<u64>() < 3);
    // A length may stand in the very object stream it measures, or be itself something that has a length given by
    // reference: the reader would go round for ever, or down one level for every object of the file.
    let nested = || points_into_a_number(pdf) || composite_objects(pdf).is_none_or(|n| !n.is_disjoint(&lengths));
    let circular = !lengths.is_empty() && (!widths.is_empty() || nested());
    Some(Look {
        unpacked: (MAX_UNPACKED / (widths.len() + 1)).max(1 << 20),
        trapped: empty_fields || circular,
        overlapping: raw_object_bytes(pdf) > pdf.len().saturating_mul(4).saturating_add(1 << 20),
    })
}

/// Whether some stream unpacks to more than `limit` bytes, or is packed twice. The repair unpacks without a limit.
pub(super) fn swells(pdf: &[u8], limit: u64) -> bool {
    let packed_twice = positions(pdf, b"/").any(|at| {
        let packer = |rest: &[u8]| {
            PACKERS.iter().find_map(|name| after_name(rest, name).map(<[u8]>::len)).map(|left| rest.len() - left)
        };
        let first = packer(&pdf[at + 1..]).map(|used| skip_blank(&pdf[at + 1 + used..]));
        first.and_then(|rest| rest.strip_prefix(b"/")).is_some_and(|rest| packer(rest).is_some())
    });
    packed_twice
        || positions(pdf, b"stream").any(|at| {
            let data = skip_blank(&pdf[at + 6..]);
            let mut unpacked = ZlibDecoder::new(data).take(limit + 1);
            // Where the data is no zlib stream, or a damaged one, what came out until then counts.
            data.first() == Some(&0x78) && drain(&mut unpacked) > limit
        })
}

fn drain(reader: &mut impl Read) -> u64 {
    let mut buffer = vec![0; 64 << 10];
    let mut total = 0;
    while let Ok(count @ 1..) = reader.read(&mut buffer) {
        total += count as u64;
    }
    total
}

fn positions<'a>(haystack: &'a [u8], needle: &'a [u8]) -> impl Iterator<Item = usize> + 'a {
    let (&first, _) = needle.split_first().unwrap_or((&0, &[]));
    haystack.iter().enumerate().filter(move |(i, b)| **b == first && haystack[*i..].starts_with(needle)).map(|(i, _)| i)
}

/// Numbers of all objects that are dictionaries or streams. `None` when one hides its number behind a comment.
fn composite_objects(pdf: &[u8]) -> Option<HashSet<u64>> {
    let mut found = HashSet::new();
    for at in positions(pdf, b"obj").filter(|&at| !pdf[..at].ends_with(b"end")) {
        if skip_blank(&pdf[at + 3..]).starts_with(b"<<") {
            let (_, before) = number_before(&pdf[..at])?;
            found.insert(number_before(before)?.0);
        }
    }
    Some(found)
}

/// Whether an entry of a cross-reference table points into the digits of an object's number, making `3 0 obj` of `13 0 obj`.
fn points_into_a_number(pdf: &[u8]) -> bool {
    let header = pdf.windows(5).position(|w| w == b"%PDF-").unwrap_or(0);
    positions(pdf, b" n").filter(|&at| pdf.get(at + 2).is_some_and(|b| is_blank(*b))).any(|at| {
        let offset = number_before(&pdf[..at]).and_then(|(_, before)| number_before(before));
        let at =
            offset.and_then(|(offset, _)| usize::try_from(offset).ok()).and_then(|offset| offset.checked_add(header));
        at.and_then(|at| pdf.get(at.checked_sub(1)?..=at)).is_some_and(|pair| pair.iter().all(u8::is_ascii_digit))
    })
}

/// The whole number at the end, and what stands before it.
fn number_before(bytes: &[u8]) -> Option<(u64, &[u8])> {
    let end = bytes.iter().rposition(|b| !is_blank(*b)).map_or(0, |i| i + 1);
    let start = bytes[..end].iter().rposition(|b| !b.is_ascii_digit()).map_or(0, |i| i + 1);
    let digits = std::str::from_utf8(&bytes[start..end]).ok()?;
    Some((digits.parse().ok()?, &bytes[..start]))
}

/// What the dictionaries, wherever they stand, announce.
struct Dictionaries {
    /// The first three numbers of every `/W [a b c …]`, which is how a cross-reference stream gives its field widths.
    widths: Vec<[u64; 3]>,
    /// The objects that some `/Length` refers to.
    lengths: HashSet<u64>,
}

fn dictionaries(pdf: &[u8]) -> Dictionaries {
    let mut found = Dictionaries { widths: Vec::new(), lengths: HashSet::new() };
    for at in positions(pdf, b"/") {
        if let Some(rest) = after_name(&pdf[at + 1..], b"W") {
            found.widths.extend(skip_blank(rest).strip_prefix(b"[").and_then(three_numbers));
        } else if let Some(rest) = after_name(&pdf[at + 1..], b"Length") {
            found.lengths.extend(reference(rest));
        }
    }
    found
}

/// The rest after a name, its characters written plainly or as `#57`.
fn after_name<'a>(mut rest: &'a [u8], name: &[u8]) -> Option<&'a [u8]> {
    for &wanted in name {
        let escaped = rest.strip_prefix(b"#").and_then(|r| r.split_at_checked(2)).and_then(|(hex, r)| {
            let hex = std::str::from_utf8(hex).ok()?;
            (u8::from_str_radix(hex, 16).ok()? == wanted).then_some(r)
        });
        rest = escaped.or_else(|| rest.strip_prefix(&[wanted]))?;
    }
    let ends = rest.first().is_none_or(|b| is_blank(*b) || b"()<>[]{}/%".contains(b));
    ends.then_some(rest)
}

fn three_numbers(mut rest: &[u8]) -> Option<[u64; 3]> {
    let mut numbers = [0; 3];
    for number in &mut numbers {
        (*number, rest) = whole_number(rest)?;
    }
    Some(numbers)
}

/// A whole number after blanks; one too large to hold is the largest.
fn whole_number(rest: &[u8]) -> Option<(u64, &[u8])> {
    let rest = skip_blank(rest);
    let rest = rest.strip_prefix(b"+").unwrap_or(rest);
    let (digits, rest) = rest.split_at(rest.iter().take_while(|b| b.is_ascii_digit()).count());
    let digits = std::str::from_utf8(digits).ok().filter(|d| !d.is_empty())?;
    Some((digits.parse().unwrap_or(u64::MAX), rest))
}

/// The number of a reference `N G R`.
fn reference(rest: &[u8]) -> Option<u64> {
    let (number, rest) = whole_number(rest)?;
    let (_, rest) = whole_number(rest)?;
    skip_blank(rest).starts_with(b"R").then_some(number)
}

fn is_blank(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'\n' | b'\r' | 0 | 0x0C)
}

fn skip_blank(mut rest: &[u8]) -> &[u8] {
    loop {
        match rest.first() {
            Some(b) if is_blank(*b) => rest = &rest[1..],
            Some(b'%') => {
                let end = rest.iter().position(|b| matches!(b, b'\r' | b'\n')).unwrap_or(rest.len());
                rest = &rest[end..];
            }
            _ => return rest,
        }
    }
}

/// Sum of the distances from every `obj` to the `endobj` after it: what reading object by object would copy.
fn raw_object_bytes(pdf: &[u8]) -> usize {
    let mut total = 0usize;
    let mut end = pdf.len();
    let mut ends: Vec<usize> = positions(pdf, b"endobj").collect();
    let mut starts: Vec<usize> = positions(pdf, b"obj").filter(|&at| !pdf[..at].ends_with(b"end")).collect();
    while let Some(start) = starts.pop() {
        while ends.last().is_some_and(|&e| e > start) {
            end = ends.pop().unwrap_or(end);
        }
        total = total.saturating_add(end.saturating_sub(start));
    }
    total
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn an_honest_cross_reference_stream_is_no_trap() {
        let look = look(b"1 0 obj <</Type/XRef/Size 9/W [1 2 1]/Index[0 9]>> stream\n....\nendstream endobj").unwrap();
        assert!(!look.trapped && !look.overlapping);
    }

    #[test]
    fn fields_without_bytes_are_a_trap_however_they_are_spelt() {
        for w in [
            "/W [0 0 0]",
            "/W[1 0 0]",
            "/W [1 1 0]",
            "/#57 % hm\n[0 0 0]",
            "/W [1 99999999999999999999 1]",
            "/W [1 4000000000 1]",
        ] {
            let pdf = format!("1 0 obj <</Type/XRef/Size 9{w}/Index [0 4294967295]>> stream\n");
            assert!(look(pdf.as_bytes()).unwrap().trapped, "{w}");
        }
    }

    #[test]
    fn a_length_that_may_measure_itself_is_a_trap() {
        let with_stream =
            "1 0 obj <</Type/XRef/W [1 2 1]>> stream\n 2 0 obj <</Type/ObjStm/Le#6egth 3 %x\n0 R>> stream\n";
        assert!(look(with_stream.as_bytes()).unwrap().trapped);
        assert!(!look(b"2 0 obj <</Length 3 0 R>> stream\nx\nendstream endobj 3 0 obj 1 endobj").unwrap().trapped);
        for third in ["3 0 obj <</Length 4 0 R>>", "3\n0 obj%\n<<", "3 %\n0 obj<<"] {
            let pdf =
                format!("2 0 obj <</Length 3 0 R>> stream\nx\nendstream endobj {third} stream\nx\nendstream endobj");
            assert!(look(pdf.as_bytes()).unwrap().trapped, "{third}");
        }
        assert!(!look(b"1 0 obj <</W [1 2 1]/Length 77>> stream\n").unwrap().trapped);
    }

    #[test]
    fn a_table_that_points_into_a_number_is_a_trap() {
        let body =
            "%PDF-1.7\n2 0 obj <</Length 3 0 R>> stream\nx\nendstream endobj\n13 0 obj <</Length 4 0 R>> stream\n";
        let at = body.find("13 0").unwrap();
        assert!(!look(format!("{body}{at:010} 00000 n \n").as_bytes()).unwrap().trapped);
        assert!(look(format!("{body}{:010} 00000 n \n", at + 1).as_bytes()).unwrap().trapped);
    }

    #[test]
    fn a_width_table_of_a_font_is_no_trap() {
        assert!(!look(b"7 0 obj <</Type/Font/W [3 3 250 15 [500 500]]/DW 1000>> endobj").unwrap().trapped);
    }

    #[test]
    fn what_unpacks_to_too_much_is_seen_before_it_is_unpacked() {
        use std::io::Write as _;
        let mut packed = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::fast());
        packed.write_all(&vec![0; 5000]).unwrap();
        let mut pdf = b"<</Filter/FlateDecode>> stream\r\n".to_vec();
        pdf.extend(packed.finish().unwrap());
        assert!(swells(&pdf, 4999) && !swells(&pdf, 5000));
        assert!(swells(b"<</Filter[/Fl#61teDecode\n/FlateDecode]>>", 5000));
        assert!(!swells(b"<</Filter[/ASCII85Decode /FlateDecode]>>", 5000));
    }

    #[test]
    fn nested_objects_count_as_overlapping() {
        let mut pdf = String::new();
        for n in 0..5000 {
            pdf.push_str(&format!("{n} 0 obj << /A ({}) >>\n", "x".repeat(200)));
        }
        pdf.push_str("endobj");
        assert!(look(pdf.as_bytes()).unwrap().overlapping);
    }

    proptest! {
        #[test]
        fn never_panics(bytes in proptest::collection::vec(any::<u8>(), 0..400), word in "(/W|/#57|/Length|[0-9]|\\[|0|stream|obj|endobj|%| ){0,40}") {
            let _ = look(&bytes);
            let _ = look(word.as_bytes());
        }
    }
}
