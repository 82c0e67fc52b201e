//! Exhibits.

use super::table::{Table, card};
use super::text::{moment, named};
use super::visible;
use recourse_desk::dto::{AddReport, EvidenceDto, VerifyReport};
use recourse_desk::{Words, format};
use std::fmt::Write as _;

/// Exhibits in packet order, one a line.
pub(crate) fn exhibits(list: &[EvidenceDto], words: &Words) -> String {
    let heads = ["label", "kind", "name", "caption", "size", "pages", "id"];
    let mut table = Table::new(heads.map(|name| words.say(&format!("cli-head-{name}")))).right(4).right(5);
    for e in list {
        table.row([
            e.label.clone(),
            e.kind.as_ref().map(|k| named(&format!("evidence-kind-{k}"), k, words)).unwrap_or_default(),
            e.name.clone(),
            e.caption.clone(),
            format::bytes(e.bytes),
            e.pages.to_string(),
            e.id.clone(),
        ]);
    }
    if list.is_empty() { String::new() } else { table.render() }
}

/// One exhibit, all that is known of it.
pub(crate) fn exhibit(e: &EvidenceDto, words: &Words) -> String {
    let say = |name: &str| words.say(&format!("cli-head-{name}"));
    let pixels = if e.width_px == 0 { String::new() } else { format!("{} × {}", e.width_px, e.height_px) };
    card([
        (say("label"), e.label.clone()),
        (say("kind"), e.kind.as_ref().map(|k| named(&format!("evidence-kind-{k}"), k, words)).unwrap_or_default()),
        (say("caption"), e.caption.clone()),
        (say("name"), e.name.clone()),
        (say("source"), named(&format!("source-{}", e.source), &e.source, words)),
        (say("media-type"), e.media_type.clone()),
        (say("size"), format::bytes(e.bytes)),
        (say("pages"), e.pages.to_string()),
        (say("pixels"), pixels),
        (say("captured"), e.captured_at.as_deref().map(moment).unwrap_or_default()),
        (say("added"), moment(&e.added_at)),
        (say("sha256"), e.sha256.clone()),
        (say("id"), e.id.clone()),
    ])
}

/// Where a copy was written.
pub(crate) fn exported(file: &str, words: &Words) -> String {
    words.say_with("cli-exported", &[("file", &visible(file))])
}

/// What was taken in, what was not, and why.
pub(crate) fn added(report: &AddReport, words: &Words) -> String {
    let mut text = String::new();
    for a in &report.added {
        let (size, pages) = (format::bytes(a.bytes), a.pages.to_string());
        let _ = match &a.duplicate_of {
            Some(label) => writeln!(text, "{}", words.say_with("cli-added-again", &[("label", label)])),
            None => {
                let values = [("label", a.label.as_str()), ("type", &a.media_type), ("size", &size), ("pages", &pages)];
                writeln!(text, "{}\n  SHA-256 {}\n  {}", words.say_with("cli-added", &values), a.sha256, a.id)
            }
        };
        for warning in &a.warnings {
            let _ = writeln!(text, "  {}", visible(&warning.message));
        }
    }
    for r in &report.refused {
        let values = [("name", visible(&r.name)), ("message", visible(&r.message)), ("code", r.code.clone())];
        let values = values.each_ref().map(|(name, value)| (*name, value.as_str()));
        let _ = writeln!(text, "{}", words.say_with("cli-not-added", &values));
    }
    text
}

/// Whether every original is what it was.
pub(crate) fn verified(report: &VerifyReport, words: &Words) -> String {
    let mut text = words.say_with("cli-verified", &[("checked", &report.checked.to_string())]);
    text.push('\n');
    if report.missing.is_empty() && report.altered.is_empty() {
        text.push_str(&words.say("cli-verified-whole"));
        text.push('\n');
    }
    for (heading, hashes) in [
        ("cli-verified-missing", &report.missing),
        ("cli-verified-altered", &report.altered),
        ("cli-verified-orphan", &report.orphan),
    ] {
        if !hashes.is_empty() {
            let _ = writeln!(text, "{}", words.say(heading));
            hashes.iter().for_each(|hash| {
                let _ = writeln!(text, "  {hash}");
            });
        }
    }
    text
}
