//! Counted dates, the rules behind them, and fees.

use super::table::{Table, card};
use super::text::{amount, moment};
use super::visible;
use recourse_desk::Words;
use recourse_desk::dto::{ClockResult, DeadlineRuleDto, FeeReport};
use std::fmt::Write as _;

/// A last day, and what was assumed.
pub(crate) fn counted(result: &ClockResult, words: &Words) -> String {
    let say = |name: &str| words.say(&format!("cli-head-{name}"));
    let sure = match result.confidence.as_str() {
        "estimate" => words.say("cli-sure-estimate"),
        "exact" => words.say("cli-sure-exact"),
        letter => letter.to_owned(),
    };
    let rule = result.rule.as_ref();
    let mut text = card([
        (say("due"), result.due.clone()),
        (say("due-at"), format!("{} ({})", moment(&result.due_at), result.zone)),
        (say("own-target"), result.own_target.clone()),
        (say("extended-due"), result.extended_due.clone().unwrap_or_default()),
        (say("confidence"), sure),
        (say("what"), rule.map(|r| r.title.clone()).unwrap_or_default()),
        (say("trigger"), rule.map(|r| r.trigger.clone()).unwrap_or_default()),
        (say("restart"), rule.and_then(|r| r.restart.clone()).unwrap_or_default()),
        (say("note"), rule.and_then(|r| r.note.clone()).unwrap_or_default()),
        (say("source"), rule.map(|r| r.source.clone()).unwrap_or_default()),
    ]);
    for assumed in &result.assumptions {
        let _ = writeln!(text, "- {}", visible(&assumed.message));
    }
    text
}

/// Rules, one a line.
pub(crate) fn rules(list: &[DeadlineRuleDto], words: &Words) -> String {
    let heads = ["rule", "what", "span", "source", "confidence"];
    let mut table = Table::new(heads.map(|name| words.say(&format!("cli-head-{name}"))));
    for rule in list {
        let n = rule.n.to_string();
        let unit = words.say_with(&format!("unit-{}", rule.unit), &[("n", &n)]);
        let span = words.say_with("cli-span", &[("n", &n), ("unit", &unit)]);
        table.row([rule.id.clone(), rule.title.clone(), span, rule.source.clone(), rule.confidence.clone()]);
    }
    table.render()
}

/// A fee against its contract.
pub(crate) fn fee(report: &FeeReport, words: &Words) -> String {
    let money = |value: &str| amount(Some(value), Some(&report.currency));
    let mut text = card([
        (words.say("cli-head-expected-fee"), money(&report.expected_fee)),
        (words.say("cli-head-charged-fee"), money(&report.charged_fee)),
        (words.say("cli-head-difference"), money(&report.difference)),
    ]);
    for flag in &report.flags {
        let _ = writeln!(text, "- {}", visible(&flag.message));
    }
    text
}
