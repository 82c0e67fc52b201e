//! Every playbook there is: the shipped ones, and in their place or beside them the shop's own.

use crate::assets::PLAYBOOKS;
use crate::error::RulebookError;
use crate::playbook::{self, Fault, Flaw, Playbook, Trust, place};
use crate::words::Language;
use recourse_domain::Key;
use std::collections::BTreeSet;
use std::sync::OnceLock;

/// The order in which a shop is likely to need the shipped ones. [`LAST_RESORT`] fits anything.
const ORDER: [&str; 7] = [
    "timeout-debited",
    "debited-abnormal",
    "first-swipe-fee",
    "money-swallowed",
    "merchant-invalid",
    "chargeback",
    LAST_RESORT,
];

/// The playbook that fits when no other does.
pub const LAST_RESORT: &str = "other";

/// All playbooks that are in use.
#[derive(Debug, Clone)]
pub struct Book {
    playbooks: Vec<Playbook>,
    own: BTreeSet<Key>,
}

impl Book {
    /// The shipped playbooks, read and checked once a process. One that cannot be read is left out; see
    /// [`Book::shipped_faults`].
    #[must_use]
    pub fn shipped() -> &'static Self {
        &shelf().0
    }

    /// What is wrong with shipped playbooks: nothing, unless the program itself was built wrong.
    #[must_use]
    pub fn shipped_faults() -> &'static [Fault] {
        &shelf().1
    }

    /// Whether every shipped playbook could be read.
    ///
    /// # Errors
    /// [`RulebookError::AssetUnreadable`] with file, line and reason of the first fault.
    pub fn check_shipped() -> Result<(), RulebookError> {
        let told =
            |fault: &Fault| RulebookError::AssetUnreadable { file: fault.file.clone(), reason: fault.to_string() };
        Self::shipped_faults().first().map_or(Ok(()), |fault| Err(told(fault)))
    }

    /// The shipped playbooks with the shop's own ones: a copy replaces the shipped one of its name, any other stands
    /// before the last resort. Each of `own` is a name with the text of its file. A broken one is left out, told of, and
    /// the shipped one stays in use.
    #[must_use]
    pub fn with_own(own: &[(Key, String)]) -> (Self, Vec<Fault>) {
        let mut book = Self::shipped().clone();
        let mut faults = Vec::new();
        for (name, text) in own {
            let file = format!("{name}.toml");
            let read = playbook::read(&file, text, Trust::Owner).and_then(|read| {
                let found = named_otherwise(&read, name.as_str()).into_iter().chain(book.clashes(&read)).collect();
                located(&file, text, found).map(|()| read)
            });
            match read {
                Ok(read) => book.put(read),
                Err(found) => faults.extend(found),
            }
        }
        (book, faults)
    }

    /// Checks the text of an own playbook against all others, as [`Book::with_own`] would.
    ///
    /// # Errors
    /// Every fault found.
    pub fn check_own(&self, text: &str) -> Result<Playbook, Vec<Fault>> {
        let read = playbook::read("", text, Trust::Owner)?;
        located("", text, self.clashes(&read)).map(|()| read)
    }

    /// Every playbook, the likeliest first, the last resort last.
    #[must_use]
    pub fn all(&self) -> &[Playbook] {
        &self.playbooks
    }

    /// One playbook.
    ///
    /// # Errors
    /// [`RulebookError::PlaybookUnknown`].
    pub fn get(&self, id: &str) -> Result<&Playbook, RulebookError> {
        self.find(id).ok_or_else(|| RulebookError::PlaybookUnknown(id.to_owned()))
    }

    /// A playbook's name in a language; its id when it is there no more.
    #[must_use]
    pub fn title(&self, id: &str, language: Language) -> String {
        self.find(id).map_or(id, |playbook| playbook.title.of(language)).to_owned()
    }

    /// Whether the shop's own copy is in use.
    #[must_use]
    pub fn is_own(&self, id: &str) -> bool {
        self.own.contains(id)
    }

    fn find(&self, id: &str) -> Option<&Playbook> {
        self.playbooks.iter().find(|playbook| playbook.id.as_str() == id)
    }

    fn put(&mut self, playbook: Playbook) {
        self.own.insert(playbook.id.clone());
        if let Some(old) = self.playbooks.iter_mut().find(|old| old.id == playbook.id) {
            *old = playbook;
            return;
        }
        let before_last = self.playbooks.iter().position(|p| p.id.as_str() == LAST_RESORT);
        self.playbooks.insert(before_last.unwrap_or(self.playbooks.len()), playbook);
    }

    /// Where a playbook contradicts others than the one it would replace.
    fn clashes(&self, new: &Playbook) -> Vec<(place::Place, Flaw)> {
        let others = || self.playbooks.iter().filter(|other| other.id != new.id);
        let mut found = Vec::new();
        for (at, question) in new.questions.iter().enumerate() {
            let differs = |other: &&Playbook| {
                other.question(question.id.as_str()).is_some_and(|theirs| {
                    let choices =
                        |q: &playbook::Question| q.choices.iter().map(|c| c.id.clone()).collect::<BTreeSet<_>>();
                    theirs.kind != question.kind || choices(theirs) != choices(question)
                })
            };
            if let Some(other) = others().find(differs) {
                let flaw = Flaw::QuestionDiffers { question: question.id.to_string(), other: other.id.to_string() };
                found.push((place::way!["question", at, "kind"], flaw));
            }
        }
        for (at, symptom) in new.symptoms.iter().enumerate() {
            if let Some(other) = others().find(|other| other.symptoms.iter().any(|s| s.id == symptom.id)) {
                let flaw = Flaw::SymptomTaken { symptom: symptom.id.to_string(), other: other.id.to_string() };
                found.push((place::way!["symptom", at, "id"], flaw));
            }
        }
        found
    }
}

/// Reads shipped files, names with texts, into a book. Also for files that are about to be shipped.
#[must_use]
pub fn read_all(files: &[(&str, &str)]) -> (Book, Vec<Fault>) {
    let mut book = Book { playbooks: Vec::new(), own: BTreeSet::new() };
    let mut faults = Vec::new();
    for (file, text) in files {
        let stem = file.rsplit('/').next().unwrap_or_default().trim_end_matches(".toml");
        match playbook::read(file, text, Trust::Shipped) {
            Ok(read) => {
                let found = named_otherwise(&read, stem).into_iter().chain(book.clashes(&read)).collect();
                faults.extend(located(file, text, found).err().into_iter().flatten());
                book.playbooks.push(read);
            }
            Err(found) => faults.extend(found),
        }
    }
    let rank = |id: &str| ORDER.iter().position(|known| *known == id).unwrap_or(ORDER.len() - 2);
    book.playbooks.sort_by_key(|playbook| rank(playbook.id.as_str()));
    (book, faults)
}

/// The shipped files, names with texts.
#[must_use]
pub fn shipped_files() -> Vec<(&'static str, &'static str)> {
    let files = PLAYBOOKS.files().filter(|f| f.path().extension().is_some_and(|e| e == "toml"));
    files.filter_map(|f| Some((f.path().to_str()?, f.contents_utf8().unwrap_or_default()))).collect()
}

fn shelf() -> &'static (Book, Vec<Fault>) {
    static SHELF: OnceLock<(Book, Vec<Fault>)> = OnceLock::new();
    SHELF.get_or_init(|| read_all(&shipped_files()))
}

fn named_otherwise(playbook: &Playbook, name: &str) -> Option<(place::Place, Flaw)> {
    (playbook.id.as_str() != name).then(|| (place::way!["id"], Flaw::NameDiffers(playbook.id.to_string())))
}

fn located(file: &str, text: &str, found: Vec<(place::Place, Flaw)>) -> Result<(), Vec<Fault>> {
    let faults: Vec<Fault> = found.into_iter().map(|(at, flaw)| place::fault(file, text, &at, flaw)).collect();
    if faults.is_empty() { Ok(()) } else { Err(faults) }
}
