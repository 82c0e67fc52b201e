//! Whom to call: the directory with the owner's own entries first, and what to think of a number somebody gave.

use crate::desk::Desk;
use crate::dto::{DirectoryDto, DirectoryEntryDto, DirectoryLineDto, FindingDto, NumberCheck};
use crate::error::DeskError;
use recourse_rulebook::Words;
use recourse_rulebook::directory::{self, Card, CardLine, OwnEntry, scam};

impl Desk {
    /// Who fits a query; everybody for an empty one.
    ///
    /// # Errors
    /// An unreadable asset, storage.
    pub fn directory(&self, query: &str) -> Result<DirectoryDto, DeskError> {
        let words = self.words();
        let found = directory::search(query, &self.own_entries()?)?;
        Ok(DirectoryDto {
            rule: words.say("directory-rule"),
            entries: found.into_iter().map(|card| entry(card, words)).collect(),
        })
    }

    /// Holds a number or domain that is said to be an institution's against the directory. Nothing is kept.
    ///
    /// # Errors
    /// An unreadable asset, storage.
    pub fn contact_check(&self, claimed: &str, given: &str) -> Result<NumberCheck, DeskError> {
        let words = self.words();
        let warnings = scam::look(claimed, given, &self.own_entries()?)?;
        let warnings = warnings
            .into_iter()
            .map(|w| FindingDto { code: w.code.to_owned(), message: w.say(words), item: None, params: w.params })
            .collect();
        Ok(NumberCheck { warnings })
    }

    fn own_entries(&self) -> Result<Vec<OwnEntry>, DeskError> {
        Ok(OwnEntry::of_acquirer(&self.store.merchant()?).into_iter().collect())
    }
}

fn entry(card: Card, words: &Words) -> DirectoryEntryDto {
    let language = words.language();
    let lines = |lines: Vec<CardLine>| lines.into_iter().map(|l| line(l, words)).collect();
    DirectoryEntryDto {
        id: card.id.map(|id| id.to_string()),
        kind: card.kind.as_str().to_owned(),
        kind_name: words.say(&format!("directory-kind-{}", card.kind.as_str())),
        name: card.name.of(language).to_owned(),
        note: card.note.map(|note| note.of(language).to_owned()),
        own_note: card.own_note,
        phones: lines(card.phones),
        domains: lines(card.domains),
    }
}

fn line(line: CardLine, words: &Words) -> DirectoryLineDto {
    let language = words.language();
    let standing = line.standing.as_str();
    DirectoryLineDto {
        value: line.value,
        what: line.what.map(|text| text.of(language).to_owned()),
        hours: line.hours.map(|text| text.of(language).to_owned()),
        standing: standing.to_owned(),
        standing_name: words.say(&format!("directory-standing-{standing}")),
        source: match line.own_source {
            Some(own) => words.say(&format!("directory-own-{}", own.as_str())),
            None => line.source,
        },
        checked_on: line.checked_on.map(|day| day.to_string()),
    }
}
