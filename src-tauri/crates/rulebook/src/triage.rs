//! From what a shop saw and says to the playbook that fits. First of all: is it a fee, or the customer's money?

use crate::book::{Book, LAST_RESORT};
use crate::codes;
use crate::playbook::{About, Playbook, Symptom};
use crate::words::{Language, Words};
use recourse_domain::Key;

/// What a shop tells at the start. All of it may be empty.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Heard {
    /// What it is about, when that is known.
    pub about: Option<About>,
    /// Symptoms chosen, by name.
    pub symptoms: Vec<Key>,
    /// What the screen says, as typed.
    pub screen: String,
    /// Response code, as typed.
    pub code: String,
}

/// One thing that speaks for a playbook.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Because {
    /// A symptom was chosen.
    Symptom(Key),
    /// The screen says this.
    Screen(String),
    /// The response code.
    Code(String),
    /// It is about the same thing.
    About(About),
}

impl Because {
    /// In words.
    #[must_use]
    pub fn say(&self, book: &Book, words: &Words) -> String {
        match self {
            Self::Symptom(id) => {
                let all = book.all().iter().flat_map(|playbook| &playbook.symptoms);
                let found = all.into_iter().find(|symptom| symptom.id == *id);
                found.map_or_else(|| id.to_string(), |symptom| symptom.text.of(words.language()).to_owned())
            }
            Self::Screen(said) => words.say_with("because-screen", &[("said", said)]),
            Self::Code(code) => words.say_with("because-code", &[("code", code)]),
            Self::About(about) => words.say(&format!("because-about-{about}")),
        }
    }
}

/// A playbook that may fit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suggestion {
    /// Which.
    pub playbook: Key,
    /// How much speaks for it; only the order counts.
    pub score: u32,
    /// What speaks for it, the weightiest first.
    pub because: Vec<Because>,
}

const SYMPTOM: u32 = 100;
/// The table of codes leads to the playbook.
const CODE: u32 = 60;
/// A symptom of the playbook may come with the code.
const CODE_LISTED: u32 = 45;
const SCREEN_PIECE: u32 = 20;
const SCREEN_LETTER: u32 = 4;
const SCREEN_MOST: u32 = 50;
const ABOUT: u32 = 30;

/// The playbooks that fit what was heard, the best first. Never empty: the last resort fits anything.
#[must_use]
pub fn suggest(book: &Book, heard: &Heard) -> Vec<Suggestion> {
    let screen = folded(&heard.screen);
    let code = code_of(heard);
    let mut all: Vec<Suggestion> = book.all().iter().map(|playbook| weigh(playbook, heard, &screen, code)).collect();
    // Stable, so that of two that fit as well the likelier one stays first.
    all.sort_by_key(|suggestion| std::cmp::Reverse(suggestion.score));
    let last = all.iter().position(|s| s.playbook.as_str() == LAST_RESORT).map(|at| all.remove(at));
    all.retain(|suggestion| suggestion.score > 0);
    if let Some(last) = last {
        let at = if last.because.is_empty() { all.len() } else { all.partition_point(|s| s.score >= last.score) };
        all.insert(at, last);
    }
    all
}

fn weigh(playbook: &Playbook, heard: &Heard, screen: &str, code: Option<&codes::ResponseCode>) -> Suggestion {
    let mut because = Vec::new();
    let mut score = 0;
    for symptom in playbook.symptoms.iter().filter(|symptom| heard.symptoms.contains(&symptom.id)) {
        score += SYMPTOM;
        because.push(Because::Symptom(symptom.id.clone()));
    }
    if let Some(code) = code {
        let listed = |symptom: &Symptom| symptom.codes.contains(&code.code);
        let weight = match &code.playbook {
            Some(leads_to) if *leads_to == playbook.id => CODE,
            _ if playbook.symptoms.iter().any(listed) => CODE_LISTED,
            _ => 0,
        };
        if weight > 0 {
            score += weight;
            because.push(Because::Code(code.code.clone()));
        }
    } else if let Some(reason) = listed_reason(playbook, &heard.code) {
        score += CODE_LISTED;
        because.push(Because::Code(reason.to_owned()));
    }
    let pieces = playbook.symptoms.iter().flat_map(|symptom| &symptom.screen);
    let said = pieces.filter(|piece| !piece.is_empty() && screen.contains(&folded(piece)));
    // The longest piece is the most particular; more of them say nothing new.
    let table = said_by_table(playbook, screen);
    let longest = said.map(String::as_str).chain(table).max_by_key(|piece| piece.chars().count());
    if let Some(piece) = longest {
        let letters = u32::try_from(piece.chars().count()).unwrap_or(SCREEN_MOST);
        score += letters.saturating_mul(SCREEN_LETTER).saturating_add(SCREEN_PIECE).min(SCREEN_MOST);
        because.push(Because::Screen(piece.to_owned()));
    }
    if heard.about == Some(playbook.about) {
        score += ABOUT;
        because.push(Because::About(playbook.about));
    }
    Suggestion { playbook: playbook.id.clone(), score, because }
}

/// A code that no terminal shows, such as the reason on a chargeback notice, when a symptom of this playbook names it.
fn listed_reason<'p>(playbook: &'p Playbook, typed: &str) -> Option<&'p str> {
    let codes = playbook.symptoms.iter().flat_map(|symptom| &symptom.codes);
    codes.map(String::as_str).find(|code| code.eq_ignore_ascii_case(typed.trim()))
}

/// The usual wording of a code that leads to this playbook, when the screen says it.
fn said_by_table(playbook: &Playbook, screen: &str) -> Option<&'static str> {
    if screen.is_empty() {
        return None;
    }
    let codes = codes::all().unwrap_or_default().iter().filter(|code| code.playbook.as_ref() == Some(&playbook.id));
    codes.map(|code| code.screen.of(Language::ZhCn)).find(|said| !said.is_empty() && screen.contains(&folded(said)))
}

/// The code typed, or two signs standing by themselves in the screen text that are one.
fn code_of(heard: &Heard) -> Option<&'static codes::ResponseCode> {
    if !heard.code.trim().is_empty() {
        return codes::get(&heard.code).ok();
    }
    let pieces = heard.screen.split(|c: char| !c.is_ascii_alphanumeric());
    pieces
        .filter(|piece| piece.len() == 2 && piece.bytes().any(|b| b.is_ascii_digit()))
        .find_map(|p| codes::get(p).ok())
}

/// Small letters, half width, without blanks and marks: as two people would write the same screen.
fn folded(text: &str) -> String {
    let narrow = |c: char| match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        other => other,
    };
    text.chars().map(narrow).filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn first(heard: &Heard) -> String {
        suggest(Book::shipped(), heard)[0].playbook.to_string()
    }

    #[test]
    fn nothing_heard_leads_to_the_last_resort() {
        let all = suggest(Book::shipped(), &Heard::default());
        assert_eq!(all, [Suggestion { playbook: "other".parse().unwrap(), score: 0, because: Vec::new() }]);
    }

    #[test]
    fn a_code_leads_to_its_playbook_wherever_it_is_typed() {
        let code = |code: &str| Heard { code: code.to_owned(), ..Heard::default() };
        let screen = |screen: &str| Heard { screen: screen.to_owned(), ..Heard::default() };
        assert_eq!(first(&code("68")), "timeout-debited");
        assert_eq!(first(&code("3")), "merchant-invalid");
        assert_eq!(first(&screen("错误 68 请稍后")), "timeout-debited");
        assert_eq!(first(&screen("商户未登记！")), "merchant-invalid");
        assert_eq!(first(&screen("交易 超时")), "timeout-debited");
        assert_eq!(first(&code(" 4557 ")), "chargeback");
        assert_eq!(first(&code("nonsense")), "other");
    }

    #[test]
    fn fee_or_principal_comes_first_and_a_symptom_outweighs_it() {
        let fee = Heard { about: Some(About::Fee), ..Heard::default() };
        assert_eq!(first(&fee), "first-swipe-fee");
        for playbook in Book::shipped().all() {
            for symptom in &playbook.symptoms {
                let heard = Heard { symptoms: vec![symptom.id.clone()], about: Some(About::Fee), ..Heard::default() };
                assert_eq!(first(&heard), playbook.id.as_str(), "{}", symptom.id);
            }
        }
    }

    #[test]
    fn every_code_and_every_piece_of_screen_text_leads_where_it_is_listed() {
        let book = Book::shipped();
        for code in codes::all().unwrap() {
            let best = first(&Heard { code: code.code.clone(), ..Heard::default() });
            if let Some(leads_to) = &code.playbook {
                assert_eq!(best, leads_to.as_str(), "{}", code.code);
            }
        }
        for piece in book.all().iter().flat_map(|p| &p.symptoms).flat_map(|symptom| &symptom.screen) {
            let all = suggest(book, &Heard { screen: piece.clone(), ..Heard::default() });
            let mut best = all.iter().filter(|s| s.score == all[0].score);
            let lists = |s: &Suggestion| {
                let playbook = book.get(s.playbook.as_str()).unwrap();
                playbook.symptoms.iter().any(|symptom| symptom.screen.contains(piece))
            };
            assert!(best.any(lists), "{piece}: {all:?}");
        }
    }

    #[test]
    fn every_reason_can_be_worded() {
        let book = Book::shipped();
        for language in Language::ALL {
            let words = Words::of(language);
            for about in About::ALL {
                assert!(!Because::About(*about).say(book, words).starts_with("because-"), "{language} {about}");
            }
            assert!(Because::Code("68".to_owned()).say(book, words).contains("68"));
            assert!(Because::Screen("超时".to_owned()).say(book, words).contains("超时"));
        }
    }

    proptest! {
        #[test]
        fn whatever_is_typed_there_is_a_suggestion(screen in ".{0,60}", code in ".{0,4}") {
            let all = suggest(Book::shipped(), &Heard { screen, code, ..Heard::default() });
            prop_assert!(!all.is_empty());
            prop_assert!(all.windows(2).all(|two| two[0].score >= two[1].score));
        }
    }
}
