//! Whole files and whole books: read, written, damaged, put together.
#![allow(clippy::unwrap_used)]

use super::tests::{SMALL, place_of};
use super::*;
use crate::book::{Book, read_all};
use crate::text::Text;
use crate::words::{Language, Words};
use chrono::NaiveDate;
use proptest::prelude::*;
use recourse_domain::{Coded, Key, Outcome};

#[test]
fn two_playbooks_agree_on_their_questions_and_share_no_symptom() {
    let other = SMALL.replace("id = \"small\"", "id = \"large\"").replace("small-symptom", "large-symptom");
    let (book, faults) = read_all(&[("small.toml", SMALL), ("large.toml", &other)]);
    assert_eq!((book.all().len(), faults), (2, Vec::new()));
    let differs = other.replace("id = \"failed\"", "id = \"lost\"").replace("is = [\"failed\"]", "is = [\"lost\"]");
    let (_, faults) = read_all(&[("small.toml", SMALL), ("large.toml", &differs)]);
    assert_eq!(faults.len(), 1);
    assert_eq!((faults[0].code(), faults[0].file.as_str()), ("playbook-question-differs", "large.toml"));
    assert_eq!(faults[0].line, place_of(&differs, "kind = \"choice\"").0);
    let taken = other.replace("large-symptom", "small-symptom");
    let (_, faults) = read_all(&[("small.toml", SMALL), ("large.toml", &taken)]);
    assert_eq!(faults.iter().map(Coded::code).collect::<Vec<_>>(), ["playbook-symptom-taken"]);
    let (_, faults) = read_all(&[("tiny.toml", SMALL)]);
    assert_eq!(faults.iter().map(Coded::code).collect::<Vec<_>>(), ["playbook-name-differs"]);
}

#[test]
fn an_own_copy_stands_in_for_the_shipped_one_and_a_broken_one_does_not() {
    let shipped = Book::shipped().get("timeout-debited").unwrap();
    let mut own = shipped.clone();
    own.title = own.title.with(Language::ZhCn, "我们店的做法");
    let key = |text: &str| text.parse::<Key>().unwrap();
    let kept = (key("timeout-debited"), write(&own));
    let broken = (key("chargeback"), "format = 1\nid = \"chargeback\"\n".to_owned());
    let new = (key("small"), SMALL.to_owned());
    let (book, faults) = Book::with_own(&[kept, broken, new]);
    assert_eq!(book.title("timeout-debited", Language::ZhCn), "我们店的做法");
    assert!(book.is_own("timeout-debited") && book.is_own("small") && !book.is_own("chargeback"));
    assert_eq!(book.get("chargeback").unwrap(), Book::shipped().get("chargeback").unwrap());
    assert!(!faults.is_empty() && faults.iter().all(|fault| fault.file == "chargeback.toml"));
    let order: Vec<&str> = book.all().iter().map(|p| p.id.as_str()).collect();
    assert_eq!(order[0], "timeout-debited");
    assert_eq!(&order[order.len() - 2..], ["small", "other"]);
    assert_eq!(Book::shipped().check_own(&write(shipped)).as_ref(), Ok(shipped));
}

#[test]
fn every_shipped_playbook_is_sound_and_written_again_is_the_same() {
    assert_eq!(Book::shipped_faults(), []);
    let names: Vec<&str> = Book::shipped().all().iter().map(|p| p.id.as_str()).collect();
    assert_eq!(
        names,
        [
            "timeout-debited",
            "debited-abnormal",
            "first-swipe-fee",
            "money-swallowed",
            "merchant-invalid",
            "chargeback",
            "other"
        ]
    );
    for playbook in Book::shipped().all() {
        let text = write(playbook);
        assert_eq!(read("x", &text, Trust::Shipped).as_ref(), Ok(playbook), "{}", playbook.id);
        assert_eq!(write(&read("x", &text, Trust::Owner).unwrap()), text);
    }
}

#[test]
fn every_particular_a_playbook_asks_for_has_words() {
    for language in Language::ALL {
        for detail in Book::shipped().all().iter().flat_map(|playbook| &playbook.details) {
            assert!(Words::of(language).knows(&format!("detail-{detail}")), "{language} detail-{detail}");
        }
    }
}

fn any_text() -> impl Strategy<Value = Text> {
    let said = || "[ -~\\n\\t\u{0}-\u{1f}“”。 一-龥]{0,8}[a-z一-龥]";
    prop_oneof![
        (said(), said()).prop_map(|(zh, en)| Text::new(zh, en)),
        said().prop_map(|zh| Text::only(Language::ZhCn, zh)),
        said().prop_map(|en| Text::only(Language::En, en)),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn whatever_a_shop_writes_is_read_again_the_same(
        texts in proptest::collection::vec(any_text(), 12),
        flags in any::<[bool; 4]>(),
        numbers in (1..u32::MAX, 0..3660u32, 0..120u32),
        day in 0..40_000i32,
        outcome in 0..Outcome::ALL.len(),
    ) {
        let mut playbook = read("small.toml", SMALL, Trust::Owner).unwrap();
        let mut texts = texts.into_iter().cycle();
        let mut next = || texts.next().unwrap();
        playbook.revision = numbers.0;
        playbook.needs_transaction = flags[0];
        playbook.checked_on = NaiveDate::from_num_days_from_ce_opt(719_163 + day).unwrap();
        playbook.source = next().of(Language::En).to_owned();
        playbook.title = next();
        for step in &mut playbook.steps {
            step.title = next();
            step.never = vec![next(), next()];
            step.record = flags[1].then(&mut next);
            step.optional = flags[2];
        }
        playbook.questions[1].hint = flags[3].then(&mut next);
        playbook.customer.say = vec![next()];
        playbook.outcomes[0].id = Outcome::ALL[outcome];
        playbook.prevention[0].first_after_days = numbers.1;
        playbook.prevention[0].every_months = numbers.2;
        prop_assert_eq!(read("x", &write(&playbook), Trust::Owner), Ok(playbook));
    }

    /// Bytes taken out, doubled or exchanged at random places: there may be faults, there is never a panic, and what is
    /// still read can be written again.
    #[test]
    fn a_damaged_file_is_read_or_refused_and_never_ends_the_program(
        which in 0..8usize,
        wounds in proptest::collection::vec((any::<prop::sample::Index>(), 0..5u8, ".{0,6}"), 1..5),
    ) {
        let whole = Book::shipped().all().get(which).map_or_else(|| SMALL.to_owned(), write);
        let mut letters: Vec<char> = whole.chars().collect();
        for (at, kind, stuff) in wounds {
            let at = at.index(letters.len());
            match kind {
                0 => drop(letters.remove(at)),
                1 => letters.truncate(at.max(1)),
                2 => letters.insert(at, letters[at]),
                3 => letters.swap(at, 0),
                _ => drop(letters.splice(at..at, stuff.chars()).collect::<Vec<_>>()),
            }
        }
        let text: String = letters.into_iter().collect();
        let lines = text.matches('\n').count() + 1;
        for trust in [Trust::Owner, Trust::Shipped] {
            match read("x", &text, trust) {
                Ok(playbook) => prop_assert_eq!(read("x", &write(&playbook), trust), Ok(playbook)),
                Err(faults) => {
                    prop_assert!(!faults.is_empty());
                    prop_assert!(faults.iter().all(|fault| (1..=lines).contains(&fault.line) && fault.column > 0));
                }
            }
        }
    }

    #[test]
    fn lines_of_any_text_are_read_or_refused(text in "([a-z\\[\\]\\{\\}=\",.0-9 \n]|when|step|question|is){0,80}") {
        prop_assert!(read("x", &text, Trust::Owner).is_err());
    }
}
