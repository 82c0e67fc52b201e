//! Tells what a file is from its first bytes. Only well-known marks are compared; nothing is taken apart.

use recourse_domain::MediaType;

/// How many first bytes are enough to tell.
pub(crate) const ENOUGH: usize = 1024;

/// The kind that is taken in, or the name of the kind that is not (`text` or `unknown` when no mark fits).
pub(crate) fn kind_of(head: &[u8]) -> Result<MediaType, &'static str> {
    let head = &head[..head.len().min(ENOUGH)];
    if head.starts_with(b"\xFF\xD8\xFF") {
        return Ok(MediaType::Jpeg);
    }
    if head.starts_with(b"\x89PNG\r\n\x1a\n") {
        return Ok(MediaType::Png);
    }
    if head.starts_with(b"RIFF") && head.get(8..12) == Some(b"WEBP") {
        return Ok(MediaType::Webp);
    }
    let known = other_kind(head);
    // A PDF may have a little rubbish before its header, but not the mark of another format.
    if known.is_none() && memchr::memmem::find(head, b"%PDF-").is_some() {
        return Ok(MediaType::Pdf);
    }
    Err(known.unwrap_or_else(|| if looks_like_text(head) { "text" } else { "unknown" }))
}

fn other_kind(head: &[u8]) -> Option<&'static str> {
    const MARKS: [(&[u8], &str); 22] = [
        (b"GIF8", "GIF"),
        (b"BM", "BMP"),
        (b"II*\0", "TIFF"),
        (b"MM\0*", "TIFF"),
        (b"PK\x03\x04", "ZIP"),
        (b"PK\x05\x06", "ZIP"),
        (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "Office"),
        (b"Rar!\x1a\x07", "RAR"),
        (b"7z\xBC\xAF\x27\x1C", "7z"),
        (b"\x1F\x8B", "gzip"),
        (b"{\\rtf", "RTF"),
        (b"MZ", "EXE"),
        (b"\x7FELF", "ELF"),
        (b"ID3", "MP3"),
        (b"OggS", "Ogg"),
        (b"#!AMR", "AMR"),
        (b"fLaC", "FLAC"),
        (b"\x1A\x45\xDF\xA3", "Matroska"),
        (b"8BPS", "PSD"),
        (b"%!PS", "PostScript"),
        (b"\xFF\x0A", "JPEG XL"),
        (b"\x00\x00\x00\x0CJXL ", "JPEG XL"),
    ];
    if head.starts_with(b"RIFF") {
        return Some(match head.get(8..12) {
            Some(b"WAVE") => "WAV",
            Some(b"AVI ") => "AVI",
            _ => "RIFF",
        });
    }
    if head.get(4..8) == Some(b"ftyp") {
        return Some(match head.get(8..12) {
            Some(b"heic" | b"heix" | b"hevc" | b"hevx" | b"heim" | b"heis" | b"mif1" | b"msf1") => "HEIC",
            Some(b"avif" | b"avis") => "AVIF",
            Some(b"qt  ") => "MOV",
            Some(b"M4A ") => "M4A",
            _ => "MP4",
        });
    }
    let (_, name) = MARKS.into_iter().find(|(mark, _)| head.starts_with(mark))?;
    if name == "BMP" && (head.len() < 26 || head[6..10] != [0; 4]) {
        return None;
    }
    if name == "ZIP" && memchr::memmem::find(head, b"[Content_Types].xml").is_some() {
        return Some("Office");
    }
    Some(name)
}

fn looks_like_text(head: &[u8]) -> bool {
    let cut_inside_a_character = |e: std::str::Utf8Error| e.error_len().is_none() && e.valid_up_to() > 0;
    std::str::from_utf8(head).err().is_none_or(cut_inside_a_character)
        && !head.iter().any(|b| b.is_ascii_control() && !b.is_ascii_whitespace())
}

/// Whether the name's extension is one that people know and promises something else than `media`.
pub(crate) fn name_misleads(name: &str, media: MediaType) -> bool {
    const KNOWN: [&str; 51] = [
        "7z", "aac", "amr", "apk", "avi", "avif", "bat", "bmp", "cmd", "csv", "doc", "docx", "eml", "exe", "gif",
        "heic", "heif", "htm", "html", "jfif", "jpe", "jpeg", "jpg", "js", "json", "lnk", "m4a", "mov", "mp3", "mp4",
        "msi", "ofd", "pdf", "png", "ppt", "pptx", "psd", "rar", "rtf", "scr", "svg", "tif", "tiff", "txt", "wav",
        "webp", "wps", "xls", "xlsx", "xml", "zip",
    ];
    let Some((_, extension)) = name.rsplit_once('.') else { return false };
    let extension = extension.trim().to_ascii_lowercase();
    let fitting: &[&str] = match media {
        MediaType::Jpeg => &["jpg", "jpeg", "jpe", "jfif"],
        MediaType::Png => &["png"],
        MediaType::Webp => &["webp"],
        MediaType::Pdf => &["pdf"],
    };
    KNOWN.contains(&extension.as_str()) && !fitting.contains(&extension.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn content_decides() {
        assert_eq!(kind_of(b"\xFF\xD8\xFF\xE0rest"), Ok(MediaType::Jpeg));
        assert_eq!(kind_of(b"\x89PNG\r\n\x1a\n"), Ok(MediaType::Png));
        assert_eq!(kind_of(b"RIFF\x10\0\0\0WEBPVP8 "), Ok(MediaType::Webp));
        assert_eq!(kind_of(b"%PDF-1.7"), Ok(MediaType::Pdf));
        assert_eq!(kind_of(&[b"\n".repeat(1000).as_slice(), b"%PDF-1.4"].concat()), Ok(MediaType::Pdf));
    }

    #[test]
    fn everything_else_has_a_name() {
        assert_eq!(kind_of(&[b" ".repeat(1024).as_slice(), b"%PDF-1.4"].concat()), Err("text"));
        assert_eq!(kind_of(b"\0\0\0\x18ftypheic\0\0\0\0"), Err("HEIC"));
        assert_eq!(kind_of(b"\0\0\0\x18ftypisom\0\0\0\0"), Err("MP4"));
        assert_eq!(kind_of(b"GIF89a"), Err("GIF"));
        assert_eq!(kind_of(b"PK\x03\x04\x14\0\x06\0[Content_Types].xml"), Err("Office"));
        assert_eq!(kind_of(b"MZ\x90\0 %PDF-1.4"), Err("EXE"));
        assert_eq!(kind_of("收据 2026".as_bytes()), Err("text"));
        assert_eq!(kind_of(b"BM is how the letter began"), Err("text"));
        assert_eq!(kind_of(&[0, 1, 2, 3]), Err("unknown"));
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
