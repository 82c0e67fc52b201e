//! Cases and what belongs to them.

use super::evidence::exhibits;
use super::other::packets;
use super::table::{Table, card};
use super::text::{amount, moment, named};
use recourse_desk::Words;
use recourse_desk::dto::{
    CaseList, CaseView, DeadlineDto, DeadlineList, HistoryDto, NextSteps, PartyDto, StepDto, TransactionDto,
};
use std::fmt::Write as _;

/// A whole case: what it is, what to do next, and everything in it.
pub(crate) fn case(view: &CaseView, words: &Words) -> String {
    let say = |key: &str| words.say(key);
    let stage = named(&format!("stage-{}", view.stage), &view.stage, words);
    let outcome = view.outcome.as_ref().map(|o| named(&format!("outcome-{o}"), o, words)).unwrap_or_default();
    let recovered = amount(view.recovered.as_deref(), view.recovered_currency.as_deref());
    let missing: Vec<&str> = view.readiness.missing.iter().map(|m| m.message.as_str()).collect();
    let mut lines = vec![
        (say("cli-head-number"), view.number.clone()),
        (say("cli-head-title"), view.title.clone()),
        (say("cli-head-playbook"), view.playbook_title.clone()),
        (say("cli-head-stage"), stage),
        (say("cli-head-amount"), amount(view.amount.as_deref(), view.currency.as_deref())),
        (say("cli-head-outcome"), outcome),
        (say("cli-head-recovered"), recovered),
        (say("cli-head-opened"), moment(&view.opened_at)),
        (say("cli-head-changed"), moment(&view.changed_at)),
        (say("cli-head-readiness"), format!("{}%", view.readiness.score)),
        (say("cli-head-missing"), missing.join(&say("cli-between"))),
        (say("cli-head-id"), view.id.clone()),
    ];
    for (key, value) in view.details.iter().chain(&view.answers) {
        lines.push((named(&format!("detail-{key}"), key, words), value.clone()));
    }
    let mut text = card(lines);
    let deadlines: Vec<(&str, &DeadlineDto)> = view.deadlines.iter().map(|d| ("", d)).collect();
    for (heading, part) in [
        ("cli-part-next", steps(&view.next, words)),
        ("cli-part-transactions", transactions(&view.transactions, words)),
        ("cli-part-parties", parties(&view.parties, words)),
        ("cli-part-evidence", exhibits(&view.evidence, words)),
        ("cli-part-deadlines", dates(&deadlines, words)),
        ("cli-part-packets", packets(&view.packets, words)),
    ] {
        if !part.is_empty() {
            let _ = write!(text, "\n{}\n{part}", words.say(heading));
        }
    }
    text
}

/// A page of cases, and how to see the next one.
pub(crate) fn case_list(list: &CaseList, words: &Words) -> String {
    if list.cases.is_empty() {
        return words.say("cli-none-cases");
    }
    let mut table = Table::new(
        ["number", "title", "playbook", "stage", "due", "amount", "counterparty"]
            .map(|name| words.say(&format!("cli-head-{name}"))),
    )
    .right(5);
    for row in &list.cases {
        table.row([
            row.number.clone(),
            row.title.clone(),
            row.playbook_title.clone(),
            named(&format!("stage-{}", row.stage), &row.stage, words),
            row.next_due.clone().unwrap_or_default(),
            amount(row.amount.as_deref(), row.currency.as_deref()),
            row.counterparty.clone().unwrap_or_default(),
        ]);
    }
    let mut text = table.render();
    let (shown, total) = (list.cases.len().to_string(), list.total.to_string());
    text.push_str(&match &list.next_cursor {
        None => words.say_with("cli-cases-shown", &[("total", &total)]),
        Some(cursor) => words.say_with("cli-cases-more", &[("shown", &shown), ("total", &total), ("cursor", cursor)]),
    });
    text
}

/// What to do now, each with its reason.
pub(crate) fn next_steps(next: &NextSteps, words: &Words) -> String {
    let text = steps(&next.steps, words);
    if text.is_empty() { words.say("cli-none-steps") } else { text }
}

fn steps(steps: &[StepDto], words: &Words) -> String {
    let mut text = String::new();
    for step in steps {
        let urgency = match step.urgency.as_str() {
            "later" => String::new(),
            other => words.say(&format!("cli-urgency-{other}")),
        };
        let mut marks = vec![urgency, step.due.clone().unwrap_or_default()];
        if step.optional {
            marks.push(words.say("cli-optional"));
        }
        if !step.blocked_by.is_empty() {
            marks.push(words.say("cli-waits"));
        }
        marks.retain(|mark| !mark.is_empty());
        let title = super::visible(&step.title);
        let line = match marks.is_empty() {
            true => title,
            false => {
                words.say_with("cli-marked", &[("text", &title), ("marks", &marks.join(&words.say("cli-between")))])
            }
        };
        let _ = writeln!(text, "- {line}\n  {}\n  {}", super::visible(&step.why), step.id);
    }
    text
}

/// Transactions, one a line.
pub(crate) fn transactions(list: &[TransactionDto], words: &Words) -> String {
    let heads = [
        "at",
        "amount",
        "card",
        "card-type",
        "rrn",
        "trace",
        "batch",
        "auth",
        "response-code",
        "terminal",
        "order-no",
        "note",
        "id",
    ];
    let mut table = Table::new(heads.map(|name| words.say(&format!("cli-head-{name}")))).right(1);
    for t in list {
        table.row([
            t.at.as_deref().map(moment).unwrap_or_default(),
            amount(Some(&t.amount), Some(&t.currency)),
            t.card.clone().unwrap_or_default(),
            if t.card_type.is_empty() { String::new() } else { words.say(&format!("card-type-{}", t.card_type)) },
            t.rrn.clone(),
            t.trace.clone(),
            t.batch.clone(),
            t.auth.clone(),
            t.response_code.clone(),
            t.terminal.clone(),
            t.order_no.clone(),
            t.note.clone(),
            t.id.clone(),
        ]);
    }
    if list.is_empty() { String::new() } else { table.render() }
}

/// Counterparties, one a line.
pub(crate) fn parties(list: &[PartyDto], words: &Words) -> String {
    let mut table = Table::new(["role", "name", "contact", "id"].map(|name| words.say(&format!("cli-head-{name}"))));
    for p in list {
        let role = named(&format!("role-{}", p.role), &p.role, words);
        table.row([role, p.name.clone(), p.contact.clone(), p.id.clone()]);
    }
    if list.is_empty() { String::new() } else { table.render() }
}

/// Open deadlines of all cases, most urgent first.
pub(crate) fn deadlines(list: &DeadlineList, words: &Words) -> String {
    let rows: Vec<(&str, &DeadlineDto)> =
        list.deadlines.iter().map(|row| (row.number.as_str(), &row.deadline)).collect();
    if rows.is_empty() { words.say("cli-none-deadlines") } else { dates(&rows, words) }
}

fn dates(rows: &[(&str, &DeadlineDto)], words: &Words) -> String {
    let heads = ["due", "urgency", "days-left", "number", "what", "source", "id"];
    let mut table = Table::new(heads.map(|name| words.say(&format!("cli-head-{name}")))).right(2);
    for (number, d) in rows {
        let urgency = words.say(&format!("cli-urgency-{}", d.urgency));
        // A cut-off before the end of the day is part of the date.
        let due = if d.due_at.contains("T23:59:59") { d.due.clone() } else { moment(&d.due_at) };
        let left = if d.done { String::new() } else { d.days_left.to_string() };
        table.row([due, urgency, left, (*number).to_owned(), d.title.clone(), d.source.clone(), d.id.clone()]);
    }
    if rows.is_empty() { String::new() } else { table.render() }
}

/// The journal in words, oldest first.
pub(crate) fn history(history: &HistoryDto, words: &Words) -> String {
    let mut table =
        Table::new(["seq", "at", "actor", "summary"].map(|name| words.say(&format!("cli-head-{name}")))).right(0);
    for entry in &history.events {
        let actor = named(&format!("actor-{}", entry.actor), &entry.actor, words);
        table.row([entry.seq.to_string(), moment(&entry.at), actor, entry.summary.clone()]);
    }
    table.render()
}
