//! Refusals in bytes: those that a decoder can give.

use super::Garbled;
use super::packed::{Packer, Unpacker};
use crate::error::EvidenceError;

/// Every name a decoder gives to a kind of content.
const KINDS: [&str; 20] = [
    "JPEG",
    "JPEG (arithmetic)",
    "JPEG (hierarchical)",
    "JPEG (lossless)",
    "JPEG (12-bit)",
    "PNG",
    "WebP",
    "GIF",
    "TIFF",
    "BMP",
    "HEIC",
    "PDF",
    "EML",
    "TXT",
    "HTML",
    "DOCX",
    "XLSX",
    "ZIP",
    "Office",
    "unknown",
];

/// Longest reason that goes into the log, in bytes.
const MAX_WHY: usize = 500;

pub(super) fn put(out: &mut Packer, error: &EvidenceError) {
    match error {
        EvidenceError::TooLarge { limit } => {
            out.u8(1);
            out.u64(*limit);
        }
        EvidenceError::KindUnsupported { kind } => {
            out.u8(2);
            out.text(kind);
        }
        EvidenceError::Truncated { kind } => {
            out.u8(3);
            out.text(kind);
        }
        EvidenceError::Damaged { kind, why } => {
            out.u8(4);
            out.text(kind);
            out.text(shortened(why));
        }
        EvidenceError::TooManyPixels { width, height } => {
            out.u8(5);
            out.u64(*width);
            out.u64(*height);
        }
        EvidenceError::PdfLocked => out.u8(6),
        EvidenceError::PageUnknown { page, pages } => {
            out.u8(7);
            out.u32(*page);
            out.u32(*pages);
        }
        other => {
            out.u8(0);
            out.text(shortened(&other.to_string()));
        }
    }
}

pub(super) fn take(facts: &mut Unpacker<'_>) -> Result<EvidenceError, Garbled> {
    Ok(match facts.u8()? {
        0 => EvidenceError::Unreadable(std::io::Error::other(facts.text()?.to_owned())),
        1 => EvidenceError::TooLarge { limit: facts.u64()? },
        2 => EvidenceError::KindUnsupported { kind: kind(facts)? },
        3 => EvidenceError::Truncated { kind: kind(facts)? },
        4 => EvidenceError::Damaged { kind: kind(facts)?, why: facts.text()?.to_owned() },
        5 => EvidenceError::TooManyPixels { width: facts.u64()?, height: facts.u64()? },
        6 => EvidenceError::PdfLocked,
        7 => EvidenceError::PageUnknown { page: facts.u32()?, pages: facts.u32()? },
        _ => return Err(Garbled),
    })
}

fn kind(facts: &mut Unpacker<'_>) -> Result<&'static str, Garbled> {
    let told = facts.text()?;
    Ok(KINDS.into_iter().find(|known| *known == told).unwrap_or("unknown"))
}

fn shortened(why: &str) -> &str {
    let end = (0..=why.len().min(MAX_WHY)).rev().find(|&at| why.is_char_boundary(at)).unwrap_or(0);
    &why[..end]
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::expect_used)]
mod tests {
    use super::*;
    use recourse_domain::Coded;

    #[test]
    fn every_refusal_of_a_decoder_survives() {
        for error in [
            EvidenceError::TooLarge { limit: 7 },
            EvidenceError::KindUnsupported { kind: "JPEG (lossless)" },
            EvidenceError::Truncated { kind: "PDF" },
            EvidenceError::damaged("TIFF", "名".repeat(1_000)),
            EvidenceError::TooManyPixels { width: 1 << 40, height: 2 },
            EvidenceError::PdfLocked,
            EvidenceError::PageUnknown { page: 3, pages: 2 },
            EvidenceError::Unreadable(std::io::Error::other("gone")),
        ] {
            let mut out = Packer::default();
            put(&mut out, &error);
            let mut facts = Unpacker::new(&out.0);
            let back = take(&mut facts).unwrap();
            facts.end().unwrap();
            assert_eq!((back.code(), back.params()), (error.code(), error.params()));
        }
    }

    #[test]
    fn a_strange_kind_has_no_name() {
        let mut out = Packer::default();
        out.u8(3);
        out.text("<script>");
        assert_eq!(take(&mut Unpacker::new(&out.0)).unwrap().params()["kind"], "unknown");
    }
}
