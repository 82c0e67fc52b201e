//! The owner's own playbooks: reading, checking, keeping, changing part by part, dropping, handing on.

use crate::desk::Desk;
use crate::dto::{PlaybookCheck, PlaybookDoc, PlaybookFault, PlaybookImport, PlaybookText};
use crate::error::DeskError;
use crate::{durable, rewrite};
use recourse_domain::shop::PLAYBOOK_LIMIT;
use recourse_domain::{Coded, EventBody, Key, guard};
use recourse_rulebook::book::LAST_RESORT;
use recourse_rulebook::playbook::{self, Fault};
use recourse_rulebook::{Playbook, RulebookError, Words, assets};
use std::io::Read;
use std::path::Path;

impl Desk {
    /// A playbook as its file stands: the owner's own copy, also a broken one, else the shipped file.
    ///
    /// # Errors
    /// Unknown playbook, storage.
    pub fn playbook_text(&self, id: &str) -> Result<PlaybookText, DeskError> {
        let own = self.store.own_playbooks()?.into_iter().find(|(key, _)| key.as_str() == id);
        if let Some((_, text)) = own {
            return Ok(PlaybookText { id: id.to_owned(), own: true, text });
        }
        let shipped = assets::PLAYBOOKS.get_file(format!("{id}.toml")).and_then(|file| file.contents_utf8());
        let text = shipped.ok_or_else(|| RulebookError::PlaybookUnknown(id.to_owned()))?.to_owned();
        Ok(PlaybookText { id: id.to_owned(), own: false, text })
    }

    /// A playbook in parts, in the language in force.
    ///
    /// # Errors
    /// Unknown playbook.
    pub fn playbook_doc(&self, id: &str) -> Result<PlaybookDoc, DeskError> {
        let book = self.book();
        Ok(rewrite::document(book.get(id)?, book.is_own(id), self.language()))
    }

    /// What is wrong with a text that is to become an own playbook. Nothing is kept.
    #[must_use]
    pub fn playbook_check(&self, text: &str) -> PlaybookCheck {
        PlaybookCheck { faults: self.checked(text).err().unwrap_or_default() }
    }

    /// The same for a file.
    ///
    /// # Errors
    /// A file that cannot be read or is no text.
    pub fn playbook_check_file(&self, from: &Path) -> Result<PlaybookCheck, DeskError> {
        Ok(self.playbook_check(&read_text(from)?))
    }

    /// Keeps a text as an own playbook, in place of the shipped one of its name or beside the others. What is already so
    /// makes no event.
    ///
    /// # Errors
    /// The first fault with its line; a card secret in the text; storage. What was in use stays in use.
    pub fn playbook_keep(&self, text: &str) -> Result<PlaybookDoc, DeskError> {
        guard::check("playbook", text)?;
        let typed = |fault: Fault| Fault { file: shown_file(&fault.file, self.words()), ..fault };
        let checked = self.book().check_own(text);
        let playbook = checked.map_err(|faults| faults.into_iter().map(typed).collect::<Vec<_>>())?;
        self.keep(&playbook.id, text)?;
        self.playbook_doc(playbook.id.as_str())
    }

    /// Changes parts of a playbook and keeps the result as an own one. What the document does not show stays as it is; a
    /// text that was changed holds in both languages from then on.
    ///
    /// # Errors
    /// Unknown playbook, step or kind; the first fault of what comes out; a card secret; storage.
    pub fn playbook_edit(&self, id: &str, doc: &PlaybookDoc) -> Result<PlaybookDoc, DeskError> {
        let changed = rewrite::apply(self.book().get(id)?, doc, self.language())?;
        let own = self.store.own_playbooks()?.iter().any(|(key, _)| key.as_str() == id);
        if !own && changed == *self.book().get(id)? {
            return self.playbook_doc(id);
        }
        self.playbook_keep(&playbook::write(&changed))
    }

    /// Drops an own playbook. Returns the shipped one of its name, or where there is none the one that fits anything.
    ///
    /// # Errors
    /// No own playbook of this name, storage.
    pub fn playbook_reset(&self, id: &str) -> Result<PlaybookDoc, DeskError> {
        let key: Key = id.parse()?;
        self.append_for_shop(vec![EventBody::PlaybookDropped { playbook: key }])?;
        self.books.renew(&self.store)?;
        self.playbook_doc(id).or_else(|_| self.playbook_doc(LAST_RESORT))
    }

    /// Writes a playbook to a place the owner chose.
    ///
    /// # Errors
    /// Unknown playbook, storage, disk.
    pub fn playbook_export(&self, id: &str, to: &Path) -> Result<(), DeskError> {
        durable::write(self.playbook_text(id)?.text.as_bytes(), to)
    }

    /// Takes a file as an own playbook. A broken one is kept nowhere; its faults are told.
    ///
    /// # Errors
    /// A file that cannot be read or is no text, a card secret in it, storage.
    pub fn playbook_import(&self, from: &Path) -> Result<PlaybookImport, DeskError> {
        let text = read_text(from)?;
        guard::check("playbook", &text)?;
        match self.checked(&text) {
            Err(faults) => Ok(PlaybookImport { faults, doc: None }),
            Ok(_) => Ok(PlaybookImport { faults: Vec::new(), doc: Some(self.playbook_keep(&text)?) }),
        }
    }

    fn keep(&self, id: &Key, text: &str) -> Result<(), DeskError> {
        let kept = self.store.own_playbooks()?;
        if !kept.iter().any(|(key, known)| key == id && known == text) {
            let body = EventBody::PlaybookKept { playbook: id.clone(), text: text.to_owned() };
            self.append_for_shop(vec![body])?;
        }
        // Also when the text is the same: another own playbook may have changed what it is checked against.
        self.books.renew(&self.store)
    }

    fn checked(&self, text: &str) -> Result<Playbook, Vec<PlaybookFault>> {
        let words = self.words();
        let secret = guard::check("playbook", text).err().map(|error| {
            let at = guard::find(text).first().map_or(0, |sighting| sighting.start);
            let (line, column) = place(text, at);
            PlaybookFault { line, column, code: error.code().to_owned(), message: words.error(&error) }
        });
        match (self.book().check_own(text), secret) {
            (Ok(playbook), None) => Ok(playbook),
            (read, secret) => {
                let faults = read.err().unwrap_or_default();
                Err(secret.into_iter().chain(faults.iter().map(|fault| told(fault, words))).collect())
            }
        }
    }
}

/// A fault in words.
pub(crate) fn told(fault: &Fault, words: &Words) -> PlaybookFault {
    let number = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    let line = Fault { file: shown_file(&fault.file, words), ..fault.clone() };
    PlaybookFault {
        line: number(fault.line),
        column: number(fault.column),
        code: fault.code().to_owned(),
        message: guard::masked(&words.error(&line)),
    }
}

/// A text that was typed came from no file.
fn shown_file(file: &str, words: &Words) -> String {
    if file.is_empty() { words.say("playbook-typed") } else { file.to_owned() }
}

/// Line and column, from 1, of a byte.
fn place(text: &str, at: usize) -> (u32, u32) {
    let before = text.get(..at).unwrap_or_default();
    let number = |n: usize| u32::try_from(n + 1).unwrap_or(u32::MAX);
    let line_start = before.rfind('\n').map_or(0, |n| n + 1);
    (number(before.matches('\n').count()), number(before.get(line_start..).unwrap_or_default().chars().count()))
}

fn read_text(from: &Path) -> Result<String, DeskError> {
    let fail = |reason: String| DeskError::PlaybookFileUnreadable { path: from.to_path_buf(), reason };
    let file = std::fs::File::open(from).map_err(|e| fail(e.to_string()))?;
    let mut text = String::new();
    // One byte more than may be, so that a larger file is refused by its size and not cut short.
    let limit = u64::try_from(PLAYBOOK_LIMIT).unwrap_or(u64::MAX).saturating_add(1);
    file.take(limit).read_to_string(&mut text).map_err(|e| fail(e.to_string()))?;
    Ok(text)
}
