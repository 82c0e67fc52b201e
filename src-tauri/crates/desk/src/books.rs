//! The playbooks in use: the shipped ones with the owner's own, read once and again whenever an own one changes.

use crate::desk::Desk;
use crate::error::DeskError;
use recourse_domain::{Case, Key};
use recourse_rulebook::book::LAST_RESORT;
use recourse_rulebook::playbook::Fault;
use recourse_rulebook::{Book, Playbook, RulebookError};
use recourse_store::Store;
use std::sync::{Arc, PoisonError, RwLock};

/// A book and what is wrong with own playbooks that are not in it.
#[derive(Debug, Clone)]
pub(crate) struct InUse {
    /// Every playbook in use.
    pub(crate) book: Arc<Book>,
    /// Why own playbooks were left out.
    pub(crate) faults: Arc<[Fault]>,
}

/// Holds what is in use; replaced as a whole.
#[derive(Debug)]
pub(crate) struct Books(RwLock<InUse>);

impl Books {
    /// Reads the book of a data folder.
    ///
    /// # Errors
    /// Storage. A broken own playbook is no error; it is left out and told of.
    pub(crate) fn open(store: &Store) -> Result<Self, DeskError> {
        Ok(Self(RwLock::new(read(store)?)))
    }

    pub(crate) fn in_use(&self) -> InUse {
        self.0.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Reads it again.
    ///
    /// # Errors
    /// Storage; then the old one stays in use.
    pub(crate) fn renew(&self, store: &Store) -> Result<(), DeskError> {
        let fresh = read(store)?;
        *self.0.write().unwrap_or_else(PoisonError::into_inner) = fresh;
        Ok(())
    }
}

fn read(store: &Store) -> Result<InUse, DeskError> {
    let own: Vec<(Key, String)> = store.own_playbooks()?;
    let (book, faults) = Book::with_own(&own);
    Ok(InUse { book: Arc::new(book), faults: faults.into() })
}

impl Desk {
    /// Every playbook in use.
    pub(crate) fn book(&self) -> Arc<Book> {
        self.books.in_use().book
    }
}

/// The playbook of a case. Where it is there no more, an own one that was dropped or broken, the one that fits anything
/// stands in, so that the case can be worked on all the same.
///
/// # Errors
/// [`RulebookError::PlaybookUnknown`] only for a program that was built without playbooks.
pub(crate) fn of_case<'b>(book: &'b Book, case: &Case) -> Result<&'b Playbook, RulebookError> {
    book.get(case.playbook.as_str()).or_else(|_| book.get(LAST_RESORT))
}
