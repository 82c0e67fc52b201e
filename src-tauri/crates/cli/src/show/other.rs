//! Packets, channels, the shop, and the program itself.

use super::table::{Table, card};
use super::text::moment;
use super::visible;
use recourse_desk::dto::{AppInfo, ChannelInfo, DoctorFinding, DoctorReport, MerchantDto, PacketDto, PacketReport};
use recourse_desk::{DemoReport, Words, format};
use std::fmt::Write as _;

/// Where the sample cases and packets lie.
pub(crate) fn demo(report: &DemoReport, words: &Words) -> String {
    let mut text = words.say_with("cli-demo-data", &[("folder", &visible(&report.data))]);
    text.push('\n');
    for packet in &report.packets {
        let _ = writeln!(text, "  {}", visible(packet.file.as_deref().unwrap_or_default()));
    }
    text
}

/// What a packet is, or would be, and what to look at.
pub(crate) fn packet(report: &PacketReport, words: &Words) -> String {
    let (pages, size) = (report.pages.to_string(), format::bytes(report.bytes));
    let channel = words.say(&format!("channel-{}", report.channel));
    let values = [("channel", channel.as_str()), ("pages", &pages), ("size", &size)];
    let mut text = match &report.file {
        Some(file) => {
            let built = words.say_with("cli-packet-built", &[("file", &visible(file))]);
            format!(
                "{built}\n{}\nSHA-256 {}\n",
                words.say_with("cli-packet-size", &values),
                report.sha256.as_deref().unwrap_or_default()
            )
        }
        None => format!("{}\n", words.say_with("cli-packet-estimate", &values)),
    };
    let fits = if report.fits { words.say("cli-packet-fits") } else { words.say("cli-packet-too-big") };
    let _ = writeln!(text, "{fits}");
    for finding in &report.findings {
        let _ = writeln!(text, "- {}", visible(&finding.message));
    }
    text
}

/// Packets, newest first.
pub(crate) fn packets(list: &[PacketDto], words: &Words) -> String {
    let heads = ["built", "channel", "language", "pages", "size", "file", "state", "id"];
    let mut table = Table::new(heads.map(|name| words.say(&format!("cli-head-{name}")))).right(3).right(4);
    for p in list {
        table.row([
            moment(&p.built_at),
            words.say(&format!("channel-{}", p.channel)),
            p.language.clone(),
            p.pages.to_string(),
            format::bytes(p.bytes),
            p.file_name.clone(),
            if p.outdated { words.say("cli-packet-outdated") } else { words.say("cli-packet-current") },
            p.id.clone(),
        ]);
    }
    if list.is_empty() { String::new() } else { table.render() }
}

/// Channels with their known limits.
pub(crate) fn channels(list: &[ChannelInfo], words: &Words) -> String {
    let heads = ["channel", "name", "max-size", "max-pages"];
    let mut table = Table::new(heads.map(|name| words.say(&format!("cli-head-{name}")))).right(2).right(3);
    for c in list {
        let name = words.say(&format!("channel-{}", c.id));
        table.row([
            c.id.clone(),
            name,
            limit(c.max_bytes.map(format::bytes)),
            limit(c.max_pages.map(|p| p.to_string())),
        ]);
    }
    table.render()
}

fn limit(known: Option<String>) -> String {
    known.unwrap_or_else(|| "–".to_owned())
}

/// One channel, with where its limits come from.
pub(crate) fn channel(c: &ChannelInfo, words: &Words) -> String {
    let say = |name: &str| words.say(&format!("cli-head-{name}"));
    card([
        (say("channel"), c.id.clone()),
        (say("name"), words.say(&format!("channel-{}", c.id))),
        (say("note"), words.say(&format!("channel-{}-note", c.id))),
        (say("max-size"), c.max_bytes.map(format::bytes).unwrap_or_default()),
        (say("max-pages"), c.max_pages.map(|p| p.to_string()).unwrap_or_default()),
        (say("source"), c.source.clone()),
        (say("confidence"), c.confidence.clone()),
        (say("checked-on"), c.checked_on.clone()),
    ])
}

/// The shop; what is not on record is said to be so.
pub(crate) fn merchant(m: &MerchantDto, words: &Words) -> String {
    let line = |name: &str, value: &str| (words.say(&format!("cli-field-{name}")), words.or_not_on_record(value));
    let mut lines = vec![
        line("name", &m.name),
        line("mid", &m.mid),
        line("licence", &m.licence),
        line("contact", &m.contact),
        line("phone", &m.phone),
        line("email", &m.email),
        line("address", &m.address),
        line("acquirer", &m.acquirer),
        line("settlement-last4", &m.settlement_last4),
    ];
    let joined = |parts: &[&str]| parts.iter().filter(|p| !p.is_empty()).copied().collect::<Vec<_>>().join("  ");
    for t in &m.terminals {
        lines.push(line("terminal", &joined(&[&t.tid, &t.model, &t.serial, &t.label])));
    }
    for r in &m.rates {
        let kind = words.say(&format!("card-type-{}", r.card_type));
        let percent = if r.percent.is_empty() { String::new() } else { format!("{}%", r.percent) };
        let cap = if r.cap.is_empty() { String::new() } else { words.say_with("cli-rate-cap", &[("cap", &r.cap)]) };
        lines.push(line("rate", &joined(&[&kind, &percent, &cap])));
    }
    card(lines)
}

/// How the owner likes it.
pub(crate) fn preferences(info: &AppInfo, words: &Words) -> String {
    let say = |name: &str| words.say(&format!("cli-head-{name}"));
    let mut text = card([
        (say("language"), info.language.clone()),
        (say("theme"), info.theme.clone()),
        (say("data-folder"), info.data_folder.clone()),
        (say("zone"), info.zone.clone()),
        (say("version"), info.version.clone()),
    ]);
    text.push_str(&findings(&info.notices));
    text
}

/// Whether everything is whole, and how to mend what is not.
pub(crate) fn doctor(report: &DoctorReport, words: &Words) -> String {
    let verdict = if report.ok { words.say("cli-doctor-well") } else { words.say("cli-doctor-ill") };
    format!("{verdict}\n{}", findings(&report.findings))
}

fn findings(list: &[DoctorFinding]) -> String {
    list.iter().map(|f| format!("- {}\n  {}\n", visible(&f.message), visible(&f.mend))).collect()
}
