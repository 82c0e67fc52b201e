//! The one place through which every event of every use case passes on its way to the record.

use crate::desk::Desk;
use crate::error::DeskError;
use recourse_domain::{Actor, Event, EventBody, guard};
use recourse_store::JournalEntry;

impl Desk {
    /// Lets events happen, all or none, unless one of their texts holds a card secret. What is refused reaches neither disk
    /// nor log, and the error carries the masked form only.
    ///
    /// # Errors
    /// [`recourse_domain::DomainError::SecretTyped`]; the case's own refusal; storage.
    pub(crate) fn append(&self, events: &[Event]) -> Result<Vec<JournalEntry>, DeskError> {
        events.iter().try_for_each(|event| guard::check_event(&event.body))?;
        Ok(self.store.append(events)?)
    }

    /// Lets something happen to the shop itself, all or none.
    ///
    /// # Errors
    /// As [`Desk::append`].
    pub(crate) fn append_for_shop(&self, bodies: Vec<EventBody>) -> Result<(), DeskError> {
        let at = self.moment(self.zone);
        let events: Vec<Event> =
            bodies.into_iter().map(|body| Event { case: None, at, actor: Actor::Owner, body }).collect();
        self.append(&events).map(drop)
    }
}
