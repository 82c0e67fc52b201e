//! Whether an answer fits its question, and how it is written down.

use crate::error::RulebookError;
use crate::playbook::{Question, QuestionKind};
use recourse_domain::moment::parse_date;

/// An answer in its normal form: the name of a choice, `yes` or `no`, a decimal without grouping, `YYYY-MM-DD`, or the text
/// without blanks around it.
///
/// # Errors
/// [`RulebookError::AnswerUnfit`] for anything the question cannot be answered with, an empty text included.
pub fn check(question: &Question, value: &str) -> Result<String, RulebookError> {
    let value = value.trim();
    let read = match question.kind {
        QuestionKind::Choice => question.choices.iter().find(|c| c.id.as_str() == value).map(|_| value.to_owned()),
        QuestionKind::YesNo => matches!(value, "yes" | "no").then(|| value.to_owned()),
        QuestionKind::Amount => amount(value),
        QuestionKind::Date => parse_date(value).ok().map(|date| date.to_string()),
        QuestionKind::Text => (!value.is_empty()).then(|| value.to_owned()),
    };
    read.ok_or_else(|| RulebookError::AnswerUnfit {
        question: question.id.to_string(),
        value: value.chars().take(80).collect(),
        kind: question.kind.as_str().to_owned(),
    })
}

/// Digits with at most one point, grouped by commas or not: `1,280.50` is `1280.50`. No currency, no sign, no exponent.
fn amount(value: &str) -> Option<String> {
    let plain: String = value.chars().filter(|c| !matches!(c, ',' | ' ' | '，')).collect();
    let (whole, part) = plain.split_once('.').unwrap_or((&plain, ""));
    let digits = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
    let fits = !whole.is_empty() && whole.len() <= 15 && digits(whole) && part.len() <= 4 && digits(part);
    let open_point = plain.ends_with('.');
    (fits && !open_point).then(|| {
        let whole = whole.trim_start_matches('0');
        let whole = if whole.is_empty() { "0" } else { whole };
        if part.is_empty() { whole.to_owned() } else { format!("{whole}.{part}") }
    })
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::playbook::Choice;
    use crate::text::Text;

    fn question(kind: QuestionKind) -> Question {
        let choice = |id: &str| Choice { id: id.parse().unwrap(), text: Text::default() };
        Question {
            id: "q".parse().unwrap(),
            kind,
            text: Text::default(),
            why: None,
            hint: None,
            choices: if kind == QuestionKind::Choice { vec![choice("success"), choice("failed")] } else { Vec::new() },
            optional: false,
            when: Vec::new(),
        }
    }

    #[test]
    fn each_kind_takes_its_own_answers_only() {
        use QuestionKind::{Amount, Choice, Date, Text, YesNo};
        let cases = [
            (Choice, "success", Some("success")),
            (Choice, "Success", None),
            (YesNo, " yes ", Some("yes")),
            (YesNo, "是", None),
            (Amount, "1,280.50", Some("1280.50")),
            (Amount, "007", Some("7")),
            (Amount, "0.00", Some("0.00")),
            (Amount, "12.", None),
            (Amount, "-3", None),
            (Amount, "¥3", None),
            (Amount, "1e3", None),
            (Date, "2026-11-22", Some("2026-11-22")),
            (Date, "2026-02-30", None),
            (Text, "  拍了照 ", Some("拍了照")),
            (Text, "  ", None),
        ];
        for (kind, value, wanted) in cases {
            assert_eq!(check(&question(kind), value).ok().as_deref(), wanted, "{kind} {value:?}");
        }
    }

    #[test]
    fn a_refusal_says_which_question_and_what_it_takes() {
        let refused = check(&question(QuestionKind::Date), "soon").unwrap_err();
        assert_eq!(
            refused,
            RulebookError::AnswerUnfit { question: "q".to_owned(), value: "soon".to_owned(), kind: "date".to_owned() }
        );
    }
}
