//! The case history in words: one line an event.

use crate::format;
use crate::words::Words;
use recourse_domain::EventBody;

/// One line that tells what happened. Keys and codes are turned into words where words exist for them.
#[must_use]
pub fn summary(body: &EventBody, words: &Words) -> String {
    let key = format!("event-{}", body.kind());
    let named = |prefix: &str, id: &str| {
        let key = format!("{prefix}-{id}");
        if words.knows(&key) { words.say(&key) } else { id.to_owned() }
    };
    let say = |values: &[(&str, &str)]| words.say_with(&key, values);
    match body {
        EventBody::CaseOpened { number, playbook, title, .. } => {
            say(&[("number", number), ("playbook", &named("playbook", playbook.as_str())), ("title", title)])
        }
        EventBody::CaseTitled { title } => say(&[("title", title)]),
        EventBody::PlaybookChanged { playbook } => say(&[("playbook", &named("playbook", playbook.as_str()))]),
        EventBody::DetailSet { key: name, value } => {
            say(&[("name", &named("detail", name.as_str())), ("value", &words.or_not_on_record(value))])
        }
        EventBody::QuestionAnswered { question, value } => {
            say(&[("name", &named("question", question.as_str())), ("value", &words.or_not_on_record(value))])
        }
        EventBody::StepDone { step, note } => say(&[("step", &named("step-name", step.as_str())), ("note", note)]),
        EventBody::StepSkipped { step, reason } => {
            say(&[("step", &named("step-name", step.as_str())), ("note", reason)])
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
            say(&[("playbook", &named("playbook", playbook.as_str()))])
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
