//! What a template can ask a case by name: answers and particulars.

use super::context::{Gap, Maker};
use super::draft::LetterInput;
use crate::book::Book;
use crate::format;
use crate::sheet::spoken;
use minijinja::value::Value;
use minijinja::{Environment, Error, ErrorKind};
use recourse_domain::moment::parse_date;
use std::collections::BTreeMap;

/// `answer("…")` in words, `chosen("…")` by name, `detail("…")`, and `points(text)`, which parts a text at line breaks.
pub(super) fn functions(input: &LetterInput<'_>, environment: &mut Environment<'_>) {
    let language = input.words.language();
    let elsewhere = Book::shipped().all().iter().flat_map(|playbook| &playbook.questions);
    let questions = input.playbook.questions.iter().chain(elsewhere);
    let mut known: BTreeMap<String, (Value, Value)> = BTreeMap::new();
    let make = Maker { words: input.words };
    for question in questions {
        let label = question.text.of(language).to_owned();
        known.entry(question.id.to_string()).or_insert_with(|| match input.case.answers.get(&question.id) {
            Some(value) => (Value::from(spoken(question, value, input.words)), Value::from(value.as_str())),
            None => {
                let gap = make.gap(&format!("answer-{}", question.id), label);
                (gap.clone(), gap)
            }
        });
    }
    let chosen: BTreeMap<String, Value> = known.iter().map(|(id, (_, raw))| (id.clone(), raw.clone())).collect();
    let answers: BTreeMap<String, Value> = known.into_iter().map(|(id, (said, _))| (id, said)).collect();
    let details = Book::shipped().all().iter().chain([input.playbook]).flat_map(|playbook| &playbook.details);
    let detail = |key: &recourse_domain::Key| {
        let value = input.case.details.get(key).map(|value| value.trim()).unwrap_or_default();
        let said = match parse_date(value) {
            Ok(date) => format::date(date, input.words),
            Err(_) if matches!(value, "yes" | "no") => input.words.say(value),
            Err(_) => value.to_owned(),
        };
        let label = || input.words.say(&format!("detail-{key}"));
        let value = if said.is_empty() { make.gap(&format!("detail-{key}"), label()) } else { Value::from(said) };
        (key.to_string(), value)
    };
    let details: BTreeMap<String, Value> = details.map(detail).collect();
    for (name, table) in [("answer", answers), ("chosen", chosen), ("detail", details)] {
        environment.add_function(name, move |id: String| {
            let unknown = || Error::new(ErrorKind::UndefinedError, format!("{name}(\"{id}\")"));
            table.get(&id).cloned().ok_or_else(unknown)
        });
    }
    environment.add_function("points", |text: Value| match text.downcast_object_ref::<Gap>() {
        Some(_) => vec![text],
        None => {
            let lines = text.to_string();
            lines.lines().map(str::trim).filter(|line| !line.is_empty()).map(Value::from).collect()
        }
    });
}
