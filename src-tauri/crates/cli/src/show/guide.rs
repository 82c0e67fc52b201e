//! The guided flow, response codes, sheets, playbooks and planned work.

use super::table::{Table, card};
use super::text::named;
use super::visible;
use recourse_desk::Words;
use recourse_desk::dto::{
    CatalogPlaybook, FindingDto, GuideDto, GuideStepDto, PlaybookDoc, PlaybookFault, ResponseCodeDto, SheetBlockDto,
    SheetDto, TaskDto, TriageReport,
};
use std::fmt::Write as _;

/// Which playbook fits, best first, and why.
pub(crate) fn triage(report: &TriageReport, words: &Words) -> String {
    let mut text = report.code.as_ref().map(|found| code(found, words) + "\n").unwrap_or_default();
    for suggestion in &report.suggestions {
        let _ = writeln!(text, "- {} ({})", visible(&suggestion.title), suggestion.playbook);
        let _ = writeln!(text, "  {}", visible(&suggestion.summary));
        for because in &suggestion.because {
            let _ = writeln!(text, "  {}", words.say_with("cli-because", &[("text", &visible(because))]));
        }
    }
    text
}

/// Codes, one a line.
pub(crate) fn codes(list: &[ResponseCodeDto], words: &Words) -> String {
    let heads = ["code", "on-screen", "advice", "playbook"];
    let mut table = Table::new(heads.map(|name| words.say(&format!("cli-head-{name}"))));
    for code in list {
        let playbook = code.playbook.clone().unwrap_or_default();
        table.row([code.code.clone(), code.screen.clone(), code.advice.clone(), playbook]);
    }
    table.render()
}

/// What one code means and asks for.
pub(crate) fn code(code: &ResponseCodeDto, words: &Words) -> String {
    let say = |name: &str| words.say(&format!("cli-head-{name}"));
    let sure = if code.unverified { words.say("cli-unverified") } else { code.confidence.clone() };
    card([
        (say("code"), code.code.clone()),
        (say("meaning"), code.meaning.clone()),
        (say("on-screen"), code.screen.clone()),
        (say("advice"), code.advice.clone()),
        (say("never"), code.never.clone().unwrap_or_default()),
        (say("playbook"), code.playbook.clone().unwrap_or_default()),
        (say("source"), code.source.clone()),
        (say("confidence"), sure),
        (say("checked-on"), code.checked_on.clone()),
    ])
}

/// Every phase with its steps, what they ask, and what is there already.
pub(crate) fn guide(guide: &GuideDto, words: &Words) -> String {
    let mut text = String::new();
    for phase in &guide.phases {
        let name = phase_name(&phase.phase, words);
        let (done, total) = (phase.done.to_string(), phase.total.to_string());
        let heading = words.say_with("cli-phase", &[("phase", &name), ("done", &done), ("total", &total)]);
        let _ = writeln!(text, "{heading}");
        for step in &phase.steps {
            let here = guide.current.as_ref() == Some(&step.id);
            write_step(&mut text, step, here, words);
        }
        text.push('\n');
    }
    let demands = guide.demands.iter().map(|d| d.text.as_str());
    let ladder = guide.ladder.iter().map(|r| r.what.as_str());
    let compliance = guide.compliance.iter().map(|c| c.text.as_str());
    part(&mut text, "cli-part-demands", demands, words);
    part(&mut text, "cli-part-ladder", ladder, words);
    part(&mut text, "cli-part-compliance", compliance, words);
    text
}

/// The last phase is the way to the stage `closed`; the others are called like their stages.
fn phase_name(phase: &str, words: &Words) -> String {
    let stage = if phase == "close" { "closed" } else { phase };
    words.say(&format!("stage-{stage}"))
}

fn part<'t>(text: &mut String, heading: &str, points: impl Iterator<Item = &'t str>, words: &Words) {
    let points: Vec<String> = points.map(|point| format!("- {}\n", visible(point))).collect();
    if !points.is_empty() {
        let _ = write!(text, "{}\n{}\n", words.say(heading), points.concat());
    }
}

fn write_step(text: &mut String, step: &GuideStepDto, here: bool, words: &Words) {
    let mark = match (step.state.as_str(), here) {
        ("done", _) => "✓",
        ("skipped", _) => "–",
        (_, true) => "▸",
        _ => "○",
    };
    let _ = writeln!(text, "{mark} {}  [{}]", visible(&step.title), step.id);
    if step.state != "open" {
        if !step.note.is_empty() {
            let _ = writeln!(text, "    {}", visible(&step.note));
        }
        return;
    }
    let _ = writeln!(text, "    {}", visible(&step.why));
    for never in &step.never {
        let _ = writeln!(text, "    {}", words.say_with("cli-never", &[("text", &visible(never))]));
    }
    for question in &step.questions {
        let answer = question.answer.clone().unwrap_or_default();
        let choices: Vec<&str> = question.choices.iter().map(|choice| choice.id.as_str()).collect();
        let asked = match (answer.as_str(), question.kind.as_str()) {
            ("", "yes-no") => "yes|no".to_owned(),
            ("", "choice") => choices.join("|"),
            ("", kind) => words.say(&format!("cli-answer-{kind}")),
            (answer, _) => answer.to_owned(),
        };
        let _ = writeln!(text, "    ? {}  {}={}", visible(&question.text), question.id, visible(&asked));
    }
    for asked in &step.evidence {
        let mark = if asked.have.is_empty() { "+" } else { "✓" };
        let _ = writeln!(text, "    {mark} {}: {}  [{}]", visible(&asked.name), visible(&asked.good), asked.kind);
    }
}

/// A sheet as it would be printed.
pub(crate) fn sheet(sheet: &SheetDto, words: &Words) -> String {
    let mut text = format!("{}\n", visible(&sheet.title));
    if !sheet.subtitle.is_empty() {
        let _ = writeln!(text, "{}", visible(&sheet.subtitle));
    }
    for block in &sheet.blocks {
        let _ = writeln!(text, "\n{}", visible(&block.heading));
        text.push_str(&block_text(block, words));
    }
    text
}

fn block_text(block: &SheetBlockDto, words: &Words) -> String {
    match block.kind.as_str() {
        "facts" => {
            let blank = words.say("not-on-record");
            card(block.lines.iter().map(|l| (l.label.clone(), l.value.clone().unwrap_or_else(|| blank.clone()))))
        }
        "numbered" => {
            let lines = block.points.iter().enumerate();
            lines.map(|(at, point)| format!("{}. {}\n", at + 1, visible(point))).collect()
        }
        "table" => {
            let mut table = Table::new(block.head.clone());
            for row in &block.rows {
                table.row(row.clone());
            }
            table.render()
        }
        "blanks" => "________________\n".repeat(usize::try_from(block.blanks).unwrap_or_default()),
        _ => block.points.iter().map(|point| format!("- {}\n", visible(point))).collect(),
    }
}

/// Playbooks, one a line.
pub(crate) fn playbooks(list: &[CatalogPlaybook], words: &Words) -> String {
    let heads = ["playbook", "title", "whose"];
    let mut table = Table::new(heads.map(|name| words.say(&format!("cli-head-{name}"))));
    for playbook in list {
        let whose = if playbook.own { words.say("cli-playbook-own") } else { words.say("cli-playbook-shipped") };
        table.row([playbook.id.clone(), playbook.title.clone(), whose]);
    }
    table.render()
}

/// One playbook in short.
pub(crate) fn playbook(doc: &PlaybookDoc, words: &Words) -> String {
    let mut text = format!("{} ({})\n{}\n", visible(&doc.title), doc.id, visible(&doc.summary));
    for step in &doc.steps {
        let phase = phase_name(&step.phase, words);
        let _ = writeln!(text, "- {phase} · {}  [{}]", visible(&step.title), step.id);
    }
    for asked in &doc.evidence {
        let name = named(&format!("evidence-kind-{}", asked.kind), &asked.kind, words);
        let _ = writeln!(text, "+ {name}: {}", visible(&asked.good));
    }
    text
}

/// What is wrong with a file, line by line.
pub(crate) fn faults(list: &[PlaybookFault], words: &Words) -> String {
    if list.is_empty() {
        return words.say("cli-playbook-sound");
    }
    let line = |fault: &PlaybookFault| {
        let (line, column) = (fault.line.to_string(), fault.column.to_string());
        let place = words.say_with("cli-place", &[("line", &line), ("column", &column)]);
        format!("{place} {}\n", visible(&fault.message))
    };
    list.iter().map(line).collect()
}

/// Planned work, next one first.
pub(crate) fn tasks(list: &[TaskDto], words: &Words) -> String {
    if list.is_empty() {
        return words.say("cli-none-tasks");
    }
    let heads = ["due", "what", "who", "every-months", "number", "last-done", "id"];
    let mut table = Table::new(heads.map(|name| words.say(&format!("cli-head-{name}"))));
    for task in list {
        table.row([
            task.due.clone(),
            task.title.clone(),
            words.say(&format!("person-role-{}", task.who)),
            if task.every_months == 0 { String::new() } else { task.every_months.to_string() },
            task.case_number.clone().unwrap_or_default(),
            task.last_done.clone().unwrap_or_default(),
            task.id.clone(),
        ]);
    }
    table.render()
}

/// What does not fit together in the shop's particulars.
pub(crate) fn shop_findings(list: &[FindingDto], words: &Words) -> String {
    if list.is_empty() {
        return words.say("cli-none-findings");
    }
    list.iter().map(|finding| format!("- {}\n", visible(&finding.message))).collect()
}
