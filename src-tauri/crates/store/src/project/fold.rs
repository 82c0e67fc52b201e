//! Text as it is searched: one form for full and half width, for capital and small letters, for every kind of blank.
//! Queries are folded the same way.

use recourse_domain::Case;
use unicode_normalization::UnicodeNormalization;

/// Folds a text: compatibility forms united, lower case, blanks and controls to single spaces.
pub(crate) fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for c in text.nfkc().flat_map(char::to_lowercase) {
        if c.is_whitespace() || c.is_control() {
            if !folded.is_empty() && !folded.ends_with(' ') {
                folded.push(' ');
            }
        } else {
            folded.push(c);
        }
    }
    if folded.ends_with(' ') {
        folded.pop();
    }
    folded
}

/// Folded pieces of text, a line each, so that nothing is found across two of them.
#[derive(Debug, Default)]
pub(crate) struct Folded {
    text: String,
}

impl Folded {
    /// Adds a piece, unless nothing is left of it.
    pub(crate) fn add(&mut self, piece: &str) {
        let piece = fold(piece);
        if !piece.is_empty() {
            if !self.text.is_empty() {
                self.text.push('\n');
            }
            self.text.push_str(&piece);
        }
    }

    /// All of it.
    pub(crate) fn into_text(self) -> String {
        self.text
    }
}

/// Everything by which a case is found, its notes aside.
pub(crate) fn case_text(case: &Case) -> String {
    let mut text = Folded::default();
    text.add(&case.number);
    text.add(&case.title);
    for party in &case.parties {
        text.add(&party.name);
        text.add(&party.contact);
    }
    for transaction in &case.transactions {
        let f = &transaction.fields;
        text.add(&f.amount.to_decimal());
        if let Some(card) = &f.card {
            text.add(card.first());
            text.add(card.last());
        }
        for reference in [&f.rrn, &f.trace, &f.batch, &f.auth, &f.response_code, &f.terminal, &f.order_no, &f.note] {
            text.add(reference);
        }
    }
    for value in case.details.values().chain(case.answers.values()) {
        text.add(value);
    }
    for mark in case.steps.values() {
        text.add(&mark.note);
    }
    for exhibit in &case.evidence {
        text.add(&exhibit.caption);
        text.add(&exhibit.original_name);
    }
    text.into_text()
}

#[cfg(test)]
mod tests {
    use super::fold;

    #[test]
    fn widths_cases_and_blanks_become_one() {
        assert_eq!(fold("  ＰＯＳ\t机　１２８０．００\u{0}元\n"), "pos 机 1280.00 元");
    }

    #[test]
    fn folding_twice_changes_nothing() {
        for text in ["İstanbul", "ﬁn ＡＢ", "冲正　失败", "ǅ", "Ⅻ"] {
            assert_eq!(fold(&fold(text)), fold(text), "{text}");
        }
    }
}
