//! Tells what a file is from its first bytes. Only well-known marks are compared; nothing is taken apart.

use recourse_domain::MediaType;

/// How many first bytes are enough to tell.
pub(crate) const ENOUGH: usize = 1024;

/// What the first bytes say a file is. What they leave open (a mail is a text, a Word document an archive) is for the
/// door to tell. Errors name a kind that is not taken in: programs.
pub(crate) fn kind_of(head: &[u8]) -> Result<MediaType, &'static str> {
    let head = &head[..head.len().min(ENOUGH)];
    match marked(head)? {
        Some(kind) => Ok(kind),
        // A PDF may have a little rubbish before its header, but not the mark of another format.
        None if memchr::memmem::find(head, b"%PDF-").is_some() => Ok(MediaType::Pdf),
        None if looks_like_text(head) => Ok(MediaType::Text),
        None => Ok(MediaType::Opaque),
    }
}

const MARKS: [(&[u8], MediaType); 25] = [
    (b"\xFF\xD8\xFF", MediaType::Jpeg),
    (b"\x89PNG\r\n\x1a\n", MediaType::Png),
    (b"GIF87a", MediaType::Gif),
    (b"GIF89a", MediaType::Gif),
    (b"II*\0", MediaType::Tiff),
    (b"MM\0*", MediaType::Tiff),
    (b"PK\x03\x04", MediaType::Zip),
    (b"PK\x05\x06", MediaType::Zip),
    (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", MediaType::Office),
    (b"ID3", MediaType::Mp3),
    (b"\xFF\xFB", MediaType::Mp3),
    (b"\xFF\xF3", MediaType::Mp3),
    (b"\xFF\xF1", MediaType::Aac),
    (b"\xFF\xF9", MediaType::Aac),
    (b"OggS", MediaType::Ogg),
    (b"#!AMR", MediaType::Amr),
    (b"fLaC", MediaType::Flac),
    (b"\x1A\x45\xDF\xA3", MediaType::Mkv),
    // Known, kept, and none of ours to open.
    (b"Rar!\x1a\x07", MediaType::Opaque),
    (b"7z\xBC\xAF\x27\x1C", MediaType::Opaque),
    (b"\x1F\x8B", MediaType::Opaque),
    (b"8BPS", MediaType::Opaque),
    (b"%!PS", MediaType::Opaque),
    (b"\xFF\x0A", MediaType::Opaque),
    (b"\0\0\0\x0CJXL ", MediaType::Opaque),
];

/// Programs: no evidence of anything, and dangerous to hand on.
const PROGRAMS: [(&[u8], &str); 5] = [
    (b"MZ", "EXE"),
    (b"\x7FELF", "ELF"),
    (b"\xCF\xFA\xED\xFE", "Mach-O"),
    (b"\xCA\xFE\xBA\xBE", "Mach-O"),
    (b"L\0\0\0\x01\x14\x02\0", "LNK"),
];

fn marked(head: &[u8]) -> Result<Option<MediaType>, &'static str> {
    if let Some((_, name)) = PROGRAMS.iter().find(|(mark, _)| head.starts_with(mark)) {
        // Two letters may also begin a text.
        return if *name == "EXE" && looks_like_text(head) { Ok(None) } else { Err(name) };
    }
    if head.starts_with(b"RIFF") {
        return Ok(Some(match head.get(8..12) {
            Some(b"WEBP") => MediaType::Webp,
            Some(b"WAVE") => MediaType::Wav,
            Some(b"AVI ") => MediaType::Avi,
            _ => MediaType::Opaque,
        }));
    }
    if head.get(4..8) == Some(b"ftyp") {
        return Ok(Some(match head.get(8..12) {
            Some(b"heic" | b"heix" | b"hevc" | b"hevx" | b"heim" | b"heis" | b"mif1" | b"msf1") => MediaType::Heic,
            Some(b"avif" | b"avis") => MediaType::Avif,
            Some(b"qt  ") => MediaType::Mov,
            Some(b"M4A " | b"M4B ") => MediaType::M4a,
            _ => MediaType::Mp4,
        }));
    }
    if head.starts_with(b"BM") && head.len() >= 26 && head[6..10] == [0; 4] {
        return Ok(Some(MediaType::Bmp));
    }
    // Byte order marks of texts begin like sound.
    if head.starts_with(b"\xFF\xFE") || head.starts_with(b"\xFE\xFF") {
        return Ok(Some(MediaType::Text));
    }
    Ok(MARKS.iter().find(|(mark, _)| head.starts_with(mark)).map(|(_, kind)| *kind))
}

/// UTF-8, or bytes in another encoding without the control characters that only programs write; UTF-16 without its mark
/// is told by the zero bytes of its Latin letters.
fn looks_like_text(head: &[u8]) -> bool {
    let strange = |b: &u8| b.is_ascii_control() && !matches!(b, b'\t' | b'\n' | b'\r' | 0x0C | 0x1B);
    if !head.iter().any(strange) {
        return true;
    }
    let zeros = |start: usize| head.iter().skip(start).step_by(2).filter(|b| **b == 0).count();
    let (even, odd) = (zeros(0), zeros(1));
    let utf16 = (even == 0) != (odd == 0) && even + odd >= 4 && (even + odd) * 4 >= head.len() / 2;
    utf16 && !head.iter().any(|b| *b != 0 && strange(b))
}

/// Whether the name's extension is one that people know and promises something else than `media`.
pub(crate) fn name_misleads(name: &str, media: MediaType) -> bool {
    const KNOWN: [&str; 52] = [
        "7z", "aac", "amr", "apk", "avi", "avif", "bat", "bmp", "cmd", "csv", "doc", "docx", "eml", "exe", "gif",
        "heic", "heif", "htm", "html", "jfif", "jpe", "jpeg", "jpg", "js", "json", "lnk", "m4a", "mov", "mp3", "mp4",
        "msg", "msi", "ofd", "pdf", "png", "ppt", "pptx", "psd", "rar", "rtf", "scr", "svg", "tif", "tiff", "txt",
        "wav", "webp", "wps", "xls", "xlsx", "xml", "zip",
    ];
    let Some((_, extension)) = name.rsplit_once('.') else { return false };
    let extension = extension.trim().to_ascii_lowercase();
    let fitting: &[&str] = match media {
        MediaType::Jpeg => &["jpg", "jpeg", "jpe", "jfif"],
        MediaType::Tiff => &["tif", "tiff"],
        MediaType::Heic => &["heic", "heif"],
        MediaType::Html => &["htm", "html"],
        // What a text means is for its reader.
        MediaType::Text | MediaType::Csv => &["txt", "csv", "json", "xml", "log", "md", "svg", "eml"],
        MediaType::Office => &["doc", "xls", "ppt", "wps", "msi"],
        MediaType::M4a | MediaType::Mp4 | MediaType::Mov => &["m4a", "mp4", "mov"],
        // Nobody knows better.
        MediaType::Opaque => return false,
        other => return KNOWN.contains(&extension.as_str()) && extension != other.extension(),
    };
    KNOWN.contains(&extension.as_str()) && !fitting.contains(&extension.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn content_decides() {
        for (head, kind) in [
            (&b"\xFF\xD8\xFF\xE0rest"[..], MediaType::Jpeg),
            (b"\x89PNG\r\n\x1a\n", MediaType::Png),
            (b"RIFF\x10\0\0\0WEBPVP8 ", MediaType::Webp),
            (b"RIFF\x10\0\0\0WAVEfmt ", MediaType::Wav),
            (b"GIF89a", MediaType::Gif),
            (b"%PDF-1.7", MediaType::Pdf),
            (b"\0\0\0\x18ftypheic\0\0\0\0", MediaType::Heic),
            (b"\0\0\0\x18ftypisom\0\0\0\0", MediaType::Mp4),
            (b"PK\x03\x04\x14\0\x06\0[Content_Types].xml", MediaType::Zip),
            (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1\0\0", MediaType::Office),
            (b"\xFF\xFEh\0i\0", MediaType::Text),
            (b"\xFF\xFB\x90\0", MediaType::Mp3),
            (b"BM is how the letter began", MediaType::Text),
            (b"MZ is how the letter began", MediaType::Text),
            (b"h\0e\0l\0l\0o\0", MediaType::Text),
            ("收据 2026".as_bytes(), MediaType::Text),
            (b"\xCA\xD5\xBE\xDD 2026", MediaType::Text),
            (&[0, 1, 2, 3], MediaType::Opaque),
            (b"Rar!\x1a\x07\0", MediaType::Opaque),
        ] {
            assert_eq!(kind_of(head), Ok(kind), "{head:?}");
        }
        assert_eq!(kind_of(&[b"\n".repeat(1000).as_slice(), b"%PDF-1.4"].concat()), Ok(MediaType::Pdf));
        assert_eq!(kind_of(&[b" ".repeat(1024).as_slice(), b"%PDF-1.4"].concat()), Ok(MediaType::Text));
    }

    #[test]
    fn programs_are_named_and_refused() {
        assert_eq!(kind_of(b"MZ\x90\0 %PDF-1.4"), Err("EXE"));
        assert_eq!(kind_of(b"\x7FELF\x02\x01"), Err("ELF"));
        assert_eq!(kind_of(b"L\0\0\0\x01\x14\x02\0"), Err("LNK"));
    }

    #[test]
    fn names_that_mislead() {
        assert!(name_misleads("slip.jpg", MediaType::Png));
        assert!(name_misleads("slip.EXE", MediaType::Pdf));
        assert!(!name_misleads("slip.JPEG", MediaType::Jpeg));
        assert!(!name_misleads("小票 2026.03.05", MediaType::Jpeg));
        assert!(!name_misleads("slip", MediaType::Jpeg));
    }
}
