//! A playbook as a file again: the form a person edits, one value a line, texts in both languages side by side.

use super::model::{Condition, Playbook};
use super::read::FORMAT;
use crate::text::Text;
use crate::words::Language;
use recourse_domain::Key;
use std::fmt::Write as _;

/// The file of a playbook. Read again it is the same playbook.
#[must_use]
pub fn write(playbook: &Playbook) -> String {
    let p = playbook;
    let mut f = File::default();
    f.bare("format", FORMAT);
    f.plain("id", p.id.as_str());
    f.bare("revision", &p.revision.to_string());
    f.plain("about", p.about.as_str());
    f.bare("needs_transaction", flag(p.needs_transaction));
    f.text("title", &p.title);
    f.text("summary", &p.summary);
    f.keys("details", &p.details);
    f.plain("source", &p.source);
    f.plain("confidence", p.confidence.as_str());
    f.plain("checked_on", &p.checked_on.to_string());
    for fact in &p.facts {
        f.head("[[fact]]");
        f.plain("id", fact.id.as_str());
        f.text("text", &fact.text);
        f.plain("source", &fact.source);
        f.plain("confidence", fact.confidence.as_str());
        f.plain("checked_on", &fact.checked_on.to_string());
    }
    for symptom in &p.symptoms {
        f.head("[[symptom]]");
        f.plain("id", symptom.id.as_str());
        f.text("text", &symptom.text);
        f.list("screen", symptom.screen.iter().map(|piece| string(piece)));
        f.list("codes", symptom.codes.iter().map(|code| string(code)));
    }
    questions(&mut f, p);
    steps(&mut f, p);
    proofs(&mut f, p);
    f.head("[call]");
    f.text("opening", &p.call.opening);
    f.texts("ask", &p.call.ask);
    f.texts("note", &p.call.note);
    f.texts("never", &p.call.never);
    f.head("[customer]");
    f.texts("say", &p.customer.say);
    f.texts("ask", &p.customer.ask);
    f.texts("never", &p.customer.never);
    ends(&mut f, p);
    f.text
}

fn questions(f: &mut File, p: &Playbook) {
    for question in &p.questions {
        f.head("[[question]]");
        f.plain("id", question.id.as_str());
        f.plain("kind", question.kind.as_str());
        f.text("text", &question.text);
        f.text_if_any("why", question.why.as_ref());
        f.text_if_any("hint", question.hint.as_ref());
        let choice = |c: &super::Choice| format!("{{ id = {}, text = {} }}", string(c.id.as_str()), text(&c.text));
        f.lines("choices", question.choices.iter().map(choice));
        f.flag_if("optional", question.optional);
        f.when(&question.when);
    }
}

fn steps(f: &mut File, p: &Playbook) {
    for step in &p.steps {
        f.head("[[step]]");
        f.plain("id", step.id.as_str());
        f.plain("phase", step.phase.as_str());
        f.text("title", &step.title);
        f.text("why", &step.why);
        f.text_if_any("record", step.record.as_ref());
        f.texts("never", &step.never);
        f.flag_if("urgent", step.urgent);
        f.flag_if("optional", step.optional);
        f.when(&step.when);
        f.keys("after", &step.after);
        f.keys("questions", &step.questions);
        f.keys("evidence", &step.evidence);
        f.keys("details", &step.details);
        f.list("needs", step.needs.iter().map(|need| string(need.as_str())));
        if let Some(role) = step.contact {
            f.plain("contact", role.as_str());
        }
        f.keys("facts", &step.facts);
    }
}

fn proofs(f: &mut File, p: &Playbook) {
    for asked in &p.evidence {
        f.head("[[evidence]]");
        f.plain("kind", asked.kind.as_str());
        f.bare("mandatory", flag(asked.mandatory));
        f.when(&asked.when);
        f.text("good", &asked.good);
        f.text("proves", &asked.proves);
        f.keys("claims", &asked.claims);
        f.text_if_any("never", asked.never.as_ref());
    }
    for demand in &p.demands {
        f.head("[[demand]]");
        f.plain("id", demand.id.as_str());
        f.text("text", &demand.text);
        f.when(&demand.when);
        f.keys("facts", &demand.facts);
    }
}

fn ends(f: &mut File, p: &Playbook) {
    for rung in &p.ladder {
        f.head("[[ladder]]");
        f.plain("id", rung.id.as_str());
        f.plain("role", rung.role.as_str());
        f.text("what", &rung.what);
        f.text("move_on_when", &rung.move_on_when);
        f.text_if_any("can", rung.can.as_ref());
        f.text_if_any("cannot", rung.cannot.as_ref());
        f.when(&rung.when);
        f.keys("facts", &rung.facts);
    }
    for outcome in &p.outcomes {
        f.head("[[outcome]]");
        f.plain("id", outcome.id.as_str());
        f.text("text", &outcome.text);
    }
    for task in &p.prevention {
        f.head("[[prevention]]");
        f.plain("id", task.id.as_str());
        f.plain("kind", task.kind.as_str());
        f.text("text", &task.text);
        f.plain("who", task.who.as_str());
        f.bare("first_after_days", &task.first_after_days.to_string());
        f.bare("every_months", &task.every_months.to_string());
    }
    for note in &p.compliance {
        f.head("[[compliance]]");
        f.plain("id", note.id.as_str());
        f.text("text", &note.text);
        f.keys("facts", &note.facts);
    }
}

/// The lines written so far. What is empty is left out.
#[derive(Default)]
struct File {
    text: String,
}

impl File {
    fn head(&mut self, head: &str) {
        let _ = writeln!(self.text, "\n{head}");
    }
    fn bare(&mut self, key: &str, value: &str) {
        let _ = writeln!(self.text, "{key} = {value}");
    }
    fn plain(&mut self, key: &str, value: &str) {
        self.bare(key, &string(value));
    }
    fn flag_if(&mut self, key: &str, value: bool) {
        if value {
            self.bare(key, "true");
        }
    }
    fn text(&mut self, key: &str, value: &Text) {
        self.bare(key, &text(value));
    }
    fn text_if_any(&mut self, key: &str, value: Option<&Text>) {
        if let Some(value) = value {
            self.text(key, value);
        }
    }
    fn texts(&mut self, key: &str, values: &[Text]) {
        self.lines(key, values.iter().map(text));
    }
    fn keys(&mut self, key: &str, values: &[Key]) {
        self.list(key, values.iter().map(|value| string(value.as_str())));
    }
    /// Short values, all on one line.
    fn list(&mut self, key: &str, values: impl Iterator<Item = String>) {
        let values: Vec<String> = values.collect();
        if !values.is_empty() {
            self.bare(key, &format!("[{}]", values.join(", ")));
        }
    }
    /// Long values, each on a line of its own.
    fn lines(&mut self, key: &str, values: impl Iterator<Item = String>) {
        let values: Vec<String> = values.map(|value| format!("    {value},\n")).collect();
        if !values.is_empty() {
            self.bare(key, &format!("[\n{}]", values.concat()));
        }
    }
    fn when(&mut self, conditions: &[Condition]) {
        let one = |condition: &Condition| {
            let list = |values: &[String]| values.iter().map(|v| string(v)).collect::<Vec<_>>().join(", ");
            let rest = match condition {
                Condition::Is(_, values) => format!("is = [{}]", list(values)),
                Condition::IsNot(_, values) => format!("is_not = [{}]", list(values)),
                Condition::Answered(_, answered) => format!("answered = {}", flag(*answered)),
            };
            format!("{{ question = {}, {rest} }}", string(condition.question().as_str()))
        };
        self.list("when", conditions.iter().map(one));
    }
}

fn flag(value: bool) -> &'static str {
    if value { "true" } else { "false" }
}

fn text(text: &Text) -> String {
    let written = Language::ALL.into_iter().filter_map(|language| {
        text.written_in(language).map(|written| format!("{} = {}", language.as_str(), string(written)))
    });
    format!("{{ {} }}", written.collect::<Vec<_>>().join(", "))
}

/// A TOML basic string.
fn string(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            c if c.is_control() => {
                let _ = write!(out, "\\u{:04X}", u32::from(c));
            }
            c => out.push(c),
        }
    }
    out.push('"');
    out
}
