//! Answers as a person reads them: the question in words, and what was answered.

use super::model::Line;
use crate::format;
use crate::playbook::{Playbook, Question, QuestionKind};
use crate::text::Text;
use crate::words::Words;
use recourse_domain::moment::parse_date;
use recourse_domain::{Case, Key};

/// The answers of a case: those to its playbook's own questions first, in the order in which they are asked; then those
/// given under another playbook, whose words come from `others`. An answer that no playbook knows shows its own name.
#[must_use]
pub fn answers<'p>(
    case: &Case,
    playbook: Option<&Playbook>,
    others: impl IntoIterator<Item = &'p Playbook>,
    words: &Words,
) -> Vec<Line> {
    let mut lines = playbook.map(|own| own_answers(case, own, words)).unwrap_or_default();
    let elsewhere: Vec<&Question> = others.into_iter().flat_map(|p| &p.questions).collect();
    let left = case.answers.iter().filter(|(id, _)| playbook.is_none_or(|own| own.question(id.as_str()).is_none()));
    lines.extend(left.map(|(id, value)| match elsewhere.iter().find(|q| q.id == *id) {
        Some(question) => answered(question, value, words),
        None => Line::of(id.as_str(), value),
    }));
    lines
}

/// The answers to a playbook's own questions, in the order in which they are asked.
pub(super) fn own_answers(case: &Case, playbook: &Playbook, words: &Words) -> Vec<Line> {
    let given = |question: &Question| case.answers.get(&question.id).map(|value| answered(question, value, words));
    playbook.questions.iter().filter_map(given).collect()
}

fn answered(question: &Question, value: &str, words: &Words) -> Line {
    Line::of(question.text.of(words.language()), &spoken(question, value, words))
}

/// An answer in words: the text of a choice, yes or no, a date in the language's way; anything else as it was given.
#[must_use]
pub fn spoken(question: &Question, value: &str, words: &Words) -> String {
    match question.kind {
        QuestionKind::Choice => {
            let chosen = question.choices.iter().find(|c| c.id.as_str() == value);
            chosen.map_or(value, |c| c.text.of(words.language())).to_owned()
        }
        QuestionKind::YesNo => yes_or_no(value, words),
        QuestionKind::Date => parse_date(value).map_or_else(|_| value.to_owned(), |date| format::date(date, words)),
        QuestionKind::Amount | QuestionKind::Text => value.to_owned(),
    }
}

/// `yes` and `no` in words; anything else as it was typed.
pub(super) fn yes_or_no(value: &str, words: &Words) -> String {
    if matches!(value, "yes" | "no") { words.say(value) } else { value.to_owned() }
}

/// The words under a key such as `role-acquirer`; the bare name where there are none.
pub(super) fn named(words: &Words, key: &str, name: &str) -> String {
    if words.knows(key) { words.say(key) } else { name.to_owned() }
}

/// The particulars that a playbook asks for, recorded or not, then all others on record.
pub(super) fn details(case: &Case, playbook: &Playbook, words: &Words) -> Vec<Line> {
    let line = |key: &Key, value: &str| {
        Line::of(named(words, &format!("detail-{key}"), key.as_str()), &yes_or_no(value, words))
    };
    let mut lines: Vec<Line> =
        playbook.details.iter().map(|key| line(key, case.details.get(key).map_or("", String::as_str))).collect();
    lines.extend(case.details.iter().filter(|(key, _)| !playbook.details.contains(key)).map(|(k, v)| line(k, v)));
    lines
}

/// Texts in the language of the words.
pub(super) fn texts(texts: &[Text], words: &Words) -> Vec<String> {
    texts.iter().map(|text| text.of(words.language()).to_owned()).collect()
}

/// At most so many characters; an ellipsis says that there is more.
pub(super) fn short(text: &str, most: usize) -> String {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if text.chars().count() <= most {
        return text;
    }
    let kept: String = text.chars().take(most.saturating_sub(1)).collect();
    format!("{}…", kept.trim_end())
}
