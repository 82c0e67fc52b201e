//! The case history in words: one line an event.

use crate::book::Book;
use crate::format;
use crate::playbook::{Playbook, QuestionKind};
use crate::words::Words;
use recourse_domain::{EventBody, Key};

/// Tells a history event by event, in order: questions and steps bear the words of the playbook in force at the time.
#[derive(Debug)]
pub struct Teller<'a> {
    words: &'a Words,
    book: &'a Book,
    playbook: Option<&'a Playbook>,
}

impl<'a> Teller<'a> {
    /// A teller at the beginning of a case or of the shop's own history.
    #[must_use]
    pub fn new(words: &'a Words, book: &'a Book) -> Self {
        Self { words, book, playbook: None }
    }

    /// One line that tells what happened.
    pub fn tell(&mut self, body: &EventBody) -> String {
        if let EventBody::CaseOpened { playbook, .. } | EventBody::PlaybookChanged { playbook } = body {
            self.playbook = self.book.get(playbook.as_str()).ok();
        }
        line(body, self.words, self.book, self.playbook)
    }
}

/// The question as the playbook asks it, else as any other does, else its name; and the answer in words.
fn asked_and_answered(
    question: &Key,
    value: &str,
    words: &Words,
    book: &Book,
    playbook: Option<&Playbook>,
) -> (String, String) {
    let found = playbook.into_iter().chain(book.all()).find_map(|p| p.question(question.as_str()));
    let Some(found) = found else { return (question.to_string(), value.to_owned()) };
    let value = match found.kind {
        QuestionKind::Choice => {
            let choice = found.choices.iter().find(|choice| choice.id.as_str() == value);
            choice.map_or_else(|| value.to_owned(), |choice| choice.text.of(words.language()).to_owned())
        }
        QuestionKind::YesNo if value == "yes" => words.say("yes"),
        QuestionKind::YesNo if value == "no" => words.say("no"),
        _ => value.to_owned(),
    };
    (found.text.of(words.language()).to_owned(), value)
}

/// The title of a step: the playbook's own, else that of a step which every case has, else its name.
fn step_title(step: &Key, words: &Words, book: &Book, playbook: Option<&Playbook>) -> String {
    let id = step.as_str();
    let own = playbook.into_iter().chain(book.all()).find_map(|p| p.step(id));
    if let Some(own) = own {
        return own.title.of(words.language()).to_owned();
    }
    let say = |action: &str, name: &str, value: &str| words.say_with(&format!("step-{action}-title"), &[(name, value)]);
    if let Some(kind) = id.strip_prefix("gather-") {
        return say("gather-evidence", "evidence_kind", &words.say(&format!("evidence-kind-{kind}")));
    }
    if let Some(stage) = id.strip_prefix("advance-") {
        return say("advance", "stage", &words.say(&format!("stage-{stage}")));
    }
    let title = format!("step-{id}-title");
    if words.knows(&title) { words.say(&title) } else { id.to_owned() }
}

fn line(body: &EventBody, words: &Words, book: &Book, playbook: Option<&Playbook>) -> String {
    let key = format!("event-{}", body.kind());
    let titled = |id: &Key| book.title(id.as_str(), words.language());
    let named = |prefix: &str, id: &str| {
        let key = format!("{prefix}-{id}");
        if words.knows(&key) { words.say(&key) } else { id.to_owned() }
    };
    let say = |values: &[(&str, &str)]| words.say_with(&key, values);
    match body {
        EventBody::CaseOpened { number, playbook, title, .. } => {
            say(&[("number", number), ("playbook", &titled(playbook)), ("title", title)])
        }
        EventBody::CaseTitled { title } => say(&[("title", title)]),
        EventBody::PlaybookChanged { playbook } => say(&[("playbook", &titled(playbook))]),
        EventBody::DetailSet { key: name, value } => {
            say(&[("name", &named("detail", name.as_str())), ("value", &words.or_not_on_record(value))])
        }
        EventBody::QuestionAnswered { question, value } => {
            let (name, value) = asked_and_answered(question, value, words, book, playbook);
            say(&[("name", &name), ("value", &words.or_not_on_record(&value))])
        }
        EventBody::StepDone { step, note } => {
            say(&[("step", &step_title(step, words, book, playbook)), ("note", note)])
        }
        EventBody::StepSkipped { step, reason } => {
            say(&[("step", &step_title(step, words, book, playbook)), ("note", reason)])
        }
        EventBody::StageMoved { to } => say(&[("stage", &named("stage", to.as_str()))]),
        EventBody::PartyNamed { party } => say(&[("role", &named("role", party.role.as_str())), ("name", &party.name)]),
        EventBody::TransactionRecorded { transaction } => {
            let at = transaction.fields.at.map_or_else(|| words.say("not-on-record"), format::moment_short);
            say(&[("amount", &format::money(transaction.fields.amount)), ("at", &at)])
        }
        EventBody::EvidenceAdded { evidence } => say(&[
            ("label", &evidence.label()),
            ("name", &evidence.original_name),
            ("sha256", evidence.sha256.as_str()),
        ]),
        EventBody::EvidenceOfferedAgain { original_name, .. } => say(&[("name", original_name)]),
        EventBody::EvidenceDescribed { caption, evidence_kind, .. } => {
            let kind = evidence_kind.as_ref().map(|k| named("evidence-kind", k.as_str()));
            let what: Vec<String> = [kind, caption.clone().filter(|c| !c.is_empty())].into_iter().flatten().collect();
            say(&[("what", &what.join(" · "))])
        }
        EventBody::EvidenceRemoved { why, .. } => say(&[("why", why)]),
        EventBody::DeadlineSet { deadline } => say(&[
            ("title", &deadline.title),
            ("date", &format::date(deadline.due, words)),
            ("source", &deadline.source),
        ]),
        EventBody::NoteAdded { text } => say(&[("text", text)]),
        EventBody::PacketBuilt { packet } => say(&[
            ("file", &packet.file_name),
            ("pages", &packet.pages.to_string()),
            ("sha256", packet.sha256.as_str()),
        ]),
        EventBody::CaseClosed { outcome, recovered } => {
            let back = recovered.map_or_else(|| words.say("not-on-record"), format::money);
            say(&[("outcome", &named("outcome", outcome.as_str())), ("recovered", &back)])
        }
        EventBody::CaseReopened { why } => say(&[("why", why)]),
        EventBody::MerchantSet { profile } => say(&[("name", &words.or_not_on_record(&profile.name))]),
        EventBody::PlaybookKept { playbook, .. } | EventBody::PlaybookDropped { playbook } => {
            say(&[("playbook", &titled(playbook))])
        }
        EventBody::TaskPlanned { task } => say(&[("title", &task.title), ("date", &format::date(task.due, words))]),
        EventBody::TaskDone { on, note, .. } => say(&[("date", &format::date(*on, words)), ("note", note)]),
        EventBody::TaskDropped { why, .. } => say(&[("why", why)]),
        EventBody::PartyRemoved { .. }
        | EventBody::TransactionRemoved { .. }
        | EventBody::EvidenceOrdered { .. }
        | EventBody::DeadlineMet { .. }
        | EventBody::DeadlineRemoved { .. } => say(&[]),
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::words::Language;

    fn key(text: &str) -> Key {
        text.parse().unwrap()
    }

    #[test]
    fn questions_answers_steps_and_playbooks_are_told_in_words() {
        let playbook = Book::shipped().get("timeout-debited").unwrap();
        let choice = playbook.questions.iter().find(|q| q.kind == QuestionKind::Choice).unwrap();
        let answered =
            EventBody::QuestionAnswered { question: choice.id.clone(), value: choice.choices[0].id.to_string() };
        let step = &playbook.steps[0];
        let skipped = EventBody::StepSkipped { step: step.id.clone(), reason: "没空".to_owned() };
        for language in Language::ALL {
            let words = Words::of(language);
            let mut teller = Teller::new(words, Book::shipped());
            let opened = teller.tell(&EventBody::CaseOpened {
                number: "2026-0001".to_owned(),
                playbook: playbook.id.clone(),
                title: "t".to_owned(),
                zone: chrono_tz::Tz::UTC,
            });
            assert!(opened.contains(playbook.title.of(language)), "{opened}");
            let told = teller.tell(&answered);
            assert!(
                told.contains(choice.text.of(language)) && told.contains(choice.choices[0].text.of(language)),
                "{told}"
            );
            let told = teller.tell(&skipped);
            assert!(told.contains(step.title.of(language)) && told.contains("没空"), "{told}");
        }
    }

    #[test]
    fn what_every_case_has_and_what_is_there_no_more_is_told_too() {
        let words = Words::of(Language::En);
        let tell = |body: &EventBody| Teller::new(words, Book::shipped()).tell(body);
        let done = |step: &str| tell(&EventBody::StepDone { step: key(step), note: String::new() });
        assert!(done("gather-slip").contains(&words.say("evidence-kind-slip")));
        assert!(done("advance-gather").contains(&words.say("stage-gather")));
        assert!(done("build-packet").contains(&words.say("step-build-packet-title")));
        assert!(done("long-gone").contains("long-gone"));
        let answered = EventBody::QuestionAnswered { question: key("long-gone"), value: "x".to_owned() };
        assert!(tell(&answered).contains("long-gone: x"));
    }
}
