//! Text: what a plain text really is, and the words of everything that has some.

use super::{archive, mail, pdf_text, secrets, whole};
use crate::door::{Inspection, Reading, ShortName};
use crate::error::EvidenceError;
use crate::warning::Warning;
use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8};
use mail_parser::decoders::html::html_to_text;
use recourse_domain::MediaType;
use std::fs::File;

/// Most bytes of a text that are looked at.
const MAX_READ: usize = 16 << 20;
/// Most bytes of text that are handed on.
pub(super) const MAX_TEXT: usize = 2 << 20;
/// Lines that are compared to tell a table.
const SAMPLE_LINES: usize = 20;

pub(super) fn inspect(bytes: &[u8]) -> Result<Inspection, EvidenceError> {
    if mail::looks_like_mail(bytes) {
        return mail::inspect(bytes);
    }
    let (text, guessed) = decoded(bytes);
    let media = if looks_like_html(&text) {
        MediaType::Html
    } else if looks_like_table(&text) {
        MediaType::Csv
    } else {
        MediaType::Text
    };
    let warnings = if guessed && text.contains('\u{FFFD}') { vec![Warning::TEXT_GARBLED] } else { Vec::new() };
    Ok(Inspection { media: Some(media), warnings, ..Inspection::default() })
}

pub(super) fn read(file: File, media: MediaType) -> Result<Reading, EvidenceError> {
    let reading = match media {
        MediaType::Pdf => return pdf_text::read(whole(file)?),
        MediaType::Mail => one_page(mail::text(&whole(file)?)?, false),
        MediaType::Docx | MediaType::Xlsx | MediaType::Zip => {
            let (text, cut_short) = archive::text(file, media)?;
            Reading { cut_short, ..one_page(text, false) }
        }
        MediaType::Text | MediaType::Csv => {
            let (text, guessed) = decoded(&whole(file)?);
            one_page(text, guessed)
        }
        MediaType::Html => {
            let (text, guessed) = decoded(&whole(file)?);
            one_page(html_to_text(&text), guessed)
        }
        other => return Err(EvidenceError::KindUnsupported { kind: other.short_name() }),
    };
    Ok(reading)
}

/// A text without places on a page.
fn one_page(mut text: String, guessed: bool) -> Reading {
    let cut_short = shorten(&mut text, MAX_TEXT);
    let spots = secrets::in_text(&text).into_iter().map(|seen| secrets::spot(seen.kind, 1, None)).collect();
    Reading { pages: vec![secrets::masked(&text)], spots, cut_short, guessed }
}

/// Cuts a text down to so many bytes, between two characters. True when there was more.
pub(super) fn shorten(text: &mut String, most: usize) -> bool {
    let Some(end) = (0..=most.min(text.len())).rev().find(|&at| text.is_char_boundary(at)) else { return false };
    let longer = end < text.len();
    text.truncate(end);
    longer
}

/// The text, and whether its encoding had to be guessed: a byte order mark counts first, then strict UTF-8, then what
/// the bytes look most like. What cannot be read stands as U+FFFD.
fn decoded(bytes: &[u8]) -> (String, bool) {
    let bytes = &bytes[..bytes.len().min(MAX_READ)];
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        let (text, faulty) = encoding.decode_without_bom_handling(&bytes[mark..]);
        return (text.into_owned(), faulty);
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return (text.to_owned(), false);
    }
    if let Some(encoding) = utf16_without_mark(bytes) {
        return (encoding.decode_without_bom_handling(bytes).0.into_owned(), true);
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    let guess = detector.guess(None, Utf8Detection::Allow);
    // Every GBK text is a GB18030 text, and the other way round only the decoder of the latter reads all of it.
    let encoding = if guess == encoding_rs::GBK { encoding_rs::GB18030 } else { guess };
    // A UTF-8 text that was cut in the middle of a character is still best read as one.
    let encoding = if mostly_utf8(bytes) { UTF_8 } else { encoding };
    (encoding.decode_without_bom_handling(bytes).0.into_owned(), true)
}

fn mostly_utf8(bytes: &[u8]) -> bool {
    std::str::from_utf8(bytes).is_err_and(|fault| {
        let tail = bytes.len() - fault.valid_up_to();
        fault.valid_up_to() > 0 && tail < 4 && !bytes[..fault.valid_up_to()].is_ascii()
    })
}

/// Windows writes UTF-16; without its mark, the zero bytes of Latin letters and line ends tell.
fn utf16_without_mark(bytes: &[u8]) -> Option<&'static Encoding> {
    let zeros = |start: usize| bytes.iter().skip(start).step_by(2).take(512).filter(|b| **b == 0).count();
    let pairs = (bytes.len() / 2).min(512);
    match (zeros(0), zeros(1)) {
        (0, odd) if pairs > 0 && odd * 10 >= pairs => Some(encoding_rs::UTF_16LE),
        (even, 0) if pairs > 0 && even * 10 >= pairs => Some(encoding_rs::UTF_16BE),
        _ => None,
    }
}

fn looks_like_html(text: &str) -> bool {
    let start: String = text.trim_start().chars().take(512).collect::<String>().to_ascii_lowercase();
    ["<!doctype html", "<html", "<head", "<body"].iter().any(|mark| start.starts_with(mark))
}

/// At least three lines, all with the same number of separators and at least one.
fn looks_like_table(text: &str) -> bool {
    let lines: Vec<&str> = text.lines().filter(|l| !l.trim().is_empty()).take(SAMPLE_LINES).collect();
    // The last line of a sample that was cut may be half a line.
    [',', '\t', ';', '|'].into_iter().any(|separator| {
        let mut counts = lines.iter().map(|line| fields(line, separator));
        let first = counts.next().unwrap_or(0);
        lines.len() >= 3 && first >= 2 && counts.all(|count| count == first)
    })
}

/// Number of fields on a line; separators within quotes do not count.
fn fields(line: &str, separator: char) -> usize {
    let mut quoted = false;
    let mut count = 1;
    for c in line.chars() {
        quoted ^= c == '"';
        count += usize::from(c == separator && !quoted);
    }
    count
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn encodings_of_chinese_shops() {
        let said = "收款人：老王面馆\r\n金额 128.00 元，交易超时，未出单。请尽快处理，谢谢！\r\n";
        let utf16 = |big: bool| -> Vec<u8> {
            said.encode_utf16().flat_map(|u| if big { u.to_be_bytes() } else { u.to_le_bytes() }).collect()
        };
        let marked = |mark: &[u8], text: Vec<u8>| [mark, &text].concat();
        for (name, bytes, guessed) in [
            ("utf-8", said.as_bytes().to_vec(), false),
            ("utf-8 with mark", marked(b"\xEF\xBB\xBF", said.as_bytes().to_vec()), false),
            ("utf-16le with mark", marked(b"\xFF\xFE", utf16(false)), false),
            ("utf-16be with mark", marked(b"\xFE\xFF", utf16(true)), false),
            ("utf-16le", utf16(false), true),
            ("utf-16be", utf16(true), true),
            ("gb18030", encoding_rs::GB18030.encode(said).0.into_owned(), true),
        ] {
            assert_eq!(decoded(&bytes), (said.to_owned(), guessed), "{name}");
        }
        // Four bytes a character, which only GB18030 has.
        let rare = "姓名：𠮷野家 㐂 地址：北京市朝阳区建国路一号，联系电话见附件说明";
        assert_eq!(decoded(&encoding_rs::GB18030.encode(rare).0).0, rare);
        let traditional = "收據：交易逾時，款項已扣，請協助查詢並退回顧客帳戶，謝謝您的幫忙與回覆";
        assert_eq!(decoded(&encoding_rs::BIG5.encode(traditional).0).0, traditional);
    }

    #[test]
    fn a_text_cut_in_mid_character_keeps_the_rest() {
        let bytes = &"金额一百二十八元".as_bytes()[..23];
        let (text, guessed) = decoded(bytes);
        assert!(guessed && text.starts_with("金额一百二十八") && text.ends_with('\u{FFFD}'), "{text}");
    }

    #[test]
    fn tables_and_pages_are_told_from_prose() {
        assert!(looks_like_table("日期,金额\n2026-03-05,128.00\n2026-03-06,\"1,280.00\"\n"));
        assert!(looks_like_table("a\tb\tc\n1\t2\t3\n\n4\t5\t6"));
        assert!(!looks_like_table("第一,这样\n第二,那样"));
        assert!(!looks_like_table("one, two\nthree\nfour, five"));
        assert!(!looks_like_table(""));
        assert!(looks_like_html("\n <!DOCTYPE html><p>"));
        assert!(!looks_like_html("I like <html>"));
    }

    #[test]
    fn shortening_keeps_characters_whole() {
        let mut text = "金额".to_owned();
        assert!(shorten(&mut text, 4));
        assert_eq!(text, "金");
        assert!(!shorten(&mut text, 3));
    }
}
