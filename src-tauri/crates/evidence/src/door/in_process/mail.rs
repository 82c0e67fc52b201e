//! Mails: headers and text by mail-parser, attachments as plain bytes. Nothing is fetched, no page is shown.

use crate::door::{Inspection, Part, ShortName};
use crate::error::EvidenceError;
use crate::name::shown_name;
use crate::warning::Warning;
use mail_parser::{Address, Message, MessageParser, MimeHeaders, PartType};
use recourse_domain::MediaType;
use std::fs::File;

/// Largest mail that is taken apart, in bytes.
const MAX_MAIL: usize = 100 << 20;
/// Most attachments that are handed out.
const MAX_PARTS: usize = 200;
/// Most bytes of all attachments together.
const MAX_BYTES: usize = 100 << 20;
/// Longest name of an attachment, in characters.
const MAX_NAME: usize = 200;
/// Headers that mails have and other texts do not begin with.
const HEADERS: [&str; 14] = [
    "received",
    "return-path",
    "delivered-to",
    "message-id",
    "mime-version",
    "content-type",
    "from",
    "to",
    "subject",
    "date",
    "x-mailer",
    "dkim-signature",
    "reply-to",
    "cc",
];
/// Lines at the start that are looked at to tell a mail.
const SAMPLE_LINES: usize = 60;

/// Whether the text begins with the headers of a mail: at least three known ones, and nothing else before the first
/// empty line.
pub(super) fn looks_like_mail(bytes: &[u8]) -> bool {
    let mut known = std::collections::BTreeSet::new();
    for line in bytes.split(|b| *b == b'\n').take(SAMPLE_LINES) {
        let line = line.strip_suffix(b"\r").unwrap_or(line);
        if line.is_empty() {
            break;
        }
        if matches!(line[0], b' ' | b'\t') && !known.is_empty() {
            continue;
        }
        let name = line.split(|b| *b == b':').next().unwrap_or_default();
        if name.len() == line.len() || !name.iter().all(|b| b.is_ascii_alphanumeric() || *b == b'-') {
            // Mailboxes put a line before the headers.
            if known.is_empty() && line.starts_with(b"From ") {
                continue;
            }
            return false;
        }
        let name = String::from_utf8_lossy(name).to_ascii_lowercase();
        if HEADERS.contains(&name.as_str()) {
            known.insert(name);
        }
    }
    known.len() >= 3
}

pub(super) fn inspect(bytes: &[u8]) -> Result<Inspection, EvidenceError> {
    let mail = parsed(bytes)?;
    let parts = u32::try_from(mail.attachment_count()).unwrap_or(u32::MAX);
    let warnings = if parts > 0 { vec![Warning::HAS_ATTACHMENTS] } else { Vec::new() };
    Ok(Inspection { media: Some(MediaType::Mail), parts, warnings, ..Inspection::default() })
}

/// Who wrote what to whom, then the text; of a mail that is a web page only its words.
pub(super) fn text(bytes: &[u8]) -> Result<String, EvidenceError> {
    let mail = parsed(bytes)?;
    let mut text = String::new();
    let mut line = |name: &str, value: String| {
        if !value.is_empty() {
            text.push_str(&format!("{name}: {value}\n"));
        }
    };
    line("From", mail.from().map(people).unwrap_or_default());
    line("To", mail.to().map(people).unwrap_or_default());
    line("Cc", mail.cc().map(people).unwrap_or_default());
    line("Date", mail.date().map(mail_parser::DateTime::to_rfc3339).unwrap_or_default());
    line("Subject", mail.subject().unwrap_or_default().to_owned());
    for part in mail.attachments().take(MAX_PARTS) {
        line("Attachment", name_of(part.attachment_name()));
    }
    text.push('\n');
    for place in 0..mail.text_body_count() {
        if let Some(body) = mail.body_text(place) {
            text.push_str(&body);
            text.push('\n');
        }
    }
    Ok(text)
}

/// The attachments with their bytes. A mail that is attached to the mail is one of them.
pub(super) fn parts(file: File, media: MediaType) -> Result<Vec<Part>, EvidenceError> {
    if media != MediaType::Mail {
        return Err(EvidenceError::KindUnsupported { kind: media.short_name() });
    }
    let bytes = super::whole(file)?;
    let mail = parsed(&bytes)?;
    let mut left = MAX_BYTES;
    let mut parts = Vec::new();
    for part in mail.attachments().take(MAX_PARTS) {
        let content: &[u8] = match &part.body {
            PartType::Message(inner) => inner.raw_message.as_ref(),
            _ => part.contents(),
        };
        let Some(rest) = left.checked_sub(content.len()) else {
            return Err(EvidenceError::TooLarge { limit: MAX_BYTES as u64 });
        };
        left = rest;
        let mut name = name_of(part.attachment_name());
        if name.is_empty() && matches!(part.body, PartType::Message(_)) {
            "message.eml".clone_into(&mut name);
        }
        parts.push(Part { name, bytes: content.to_vec() });
    }
    Ok(parts)
}

fn parsed(bytes: &[u8]) -> Result<Message<'_>, EvidenceError> {
    if bytes.len() > MAX_MAIL {
        return Err(EvidenceError::TooLarge { limit: MAX_MAIL as u64 });
    }
    MessageParser::default().parse(bytes).ok_or_else(|| EvidenceError::damaged("EML", "it has no headers"))
}

fn people(address: &Address<'_>) -> String {
    let one = |a: &mail_parser::Addr<'_>| match (a.name(), a.address()) {
        (Some(name), Some(address)) => format!("{name} <{address}>"),
        (name, address) => name.or(address).unwrap_or_default().to_owned(),
    };
    address.iter().take(50).map(one).collect::<Vec<_>>().join(", ")
}

/// Safe to show and never a path: without folders, tricks, or an end beyond reason.
fn name_of(told: Option<&str>) -> String {
    let told = told.unwrap_or_default();
    let last = told.rsplit(['/', '\\']).next().unwrap_or_default();
    shown_name(last).chars().take(MAX_NAME).collect()
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn mails_are_told_from_texts() {
        assert!(looks_like_mail(b"From: a@b.cn\r\nTo: c@d.cn\r\nSubject: x\r\n\r\nhello"));
        assert!(looks_like_mail(b"From a@b Mon\nReceived: by x\n  folded\nDate: y\nSubject: z\n\n"));
        assert!(!looks_like_mail(b"From: us\nTo: you\n\n"));
        assert!(!looks_like_mail("客户：李先生\nFrom: a\nTo: b\nDate: c\n".as_bytes()));
        assert!(!looks_like_mail(b""));
    }

    #[test]
    fn names_of_attachments_are_no_paths() {
        assert_eq!(name_of(Some("..\\..\\x/../发票.pdf")), "发票.pdf");
        assert_eq!(name_of(Some("a\u{202E}fdp.exe")), "afdp.exe");
        assert_eq!(name_of(None), "");
        assert_eq!(name_of(Some(&"x".repeat(900))).len(), MAX_NAME);
    }
}
