//! Cases: opening, looking, describing, moving on, closing.

use crate::desk::Desk;
use crate::dto::{CaseList, CaseView, HistoryDto, HistoryEntry, NextSteps, PartyDto, TransactionInput};
use crate::error::DeskError;
use crate::{books, transactions, view};
use recourse_domain::{
    Actor, Case, CaseId, Currency, DomainError, Event, EventBody, Key, Money, Outcome, Party, PartyId, PartyRole,
    Stage, guard,
};
use recourse_rulebook::history::Teller;
use recourse_rulebook::next::{self, Action};
use recourse_rulebook::{Book, Playbook, answer};
use recourse_store::CaseQuery;
use std::collections::BTreeMap;

/// A case about to be opened.
#[derive(Debug, Clone, Default)]
pub struct CaseDraft {
    /// Playbook.
    pub playbook: String,
    /// One line by which the owner knows it; the playbook's name when empty.
    pub title: String,
    /// Details by key.
    pub details: BTreeMap<String, String>,
    /// The transaction, when an amount is already known.
    pub transaction: Option<TransactionInput>,
    /// Name of the acquirer or payment company.
    pub counterparty: String,
}

/// A change of a case's particulars.
#[derive(Debug, Clone, Default)]
pub struct CaseEdit {
    /// New title.
    pub title: Option<String>,
    /// Better fitting playbook.
    pub playbook: Option<String>,
    /// Details to set; an empty value takes one back.
    pub details: BTreeMap<String, String>,
}

impl Desk {
    /// Opens a case.
    ///
    /// # Errors
    /// Unknown playbook, unreadable values, storage.
    pub fn case_new(&self, draft: &CaseDraft) -> Result<CaseView, DeskError> {
        let case = self.open_case(draft)?;
        self.view(&case)
    }

    pub(crate) fn open_case(&self, draft: &CaseDraft) -> Result<Case, DeskError> {
        let book = self.book();
        let playbook = book.get(&draft.playbook)?;
        let title = match draft.title.trim() {
            "" => book.title(&draft.playbook, self.language()),
            title => title.to_owned(),
        };
        let id: CaseId = self.id()?;
        let zone = self.zone;
        let number = self.store.next_case_number(chrono::Datelike::year(&self.moment(zone).date()))?;
        let mut events =
            vec![self.event(&id, zone, EventBody::CaseOpened { number, playbook: playbook.id.clone(), title, zone })];
        for (key, value) in &draft.details {
            let key: Key = key.parse()?;
            if !value.trim().is_empty() {
                events.push(self.event(&id, zone, EventBody::DetailSet { key, value: value.trim().to_owned() }));
            }
        }
        if let Some(input) = draft.transaction.as_ref().filter(|t| !t.amount.trim().is_empty()) {
            let transaction = transactions::read(input, zone, self.id()?)?;
            events.push(self.event(&id, zone, EventBody::TransactionRecorded { transaction }));
        }
        let merchant = self.store.merchant()?;
        let own = merchant.acquirer.trim();
        if let Some(name) = [draft.counterparty.trim(), own].into_iter().find(|n| !n.is_empty()) {
            // The shop's own acquirer is known by how it is reached, too.
            let contact = if name == own { merchant.acquirer_contact.clone() } else { String::new() };
            let party = Party { id: self.id()?, role: PartyRole::Acquirer, name: name.to_owned(), contact };
            events.push(self.event(&id, zone, EventBody::PartyNamed { party }));
        }
        self.append(&events)?;
        Ok(self.store.case(&id)?)
    }

    /// A page of cases. An empty `stages` means all.
    ///
    /// # Errors
    /// Unknown stage, unreadable cursor, storage.
    pub fn case_list(
        &self,
        stages: &[String],
        text: &str,
        limit: u32,
        cursor: Option<&str>,
    ) -> Result<CaseList, DeskError> {
        let stages = stages.iter().map(|s| s.parse::<Stage>()).collect::<Result<Vec<_>, _>>()?;
        let page = self.store.list_cases(&CaseQuery {
            stages,
            text: text.trim().to_owned(),
            limit: limit.clamp(1, 500),
            cursor: cursor.map(str::to_owned),
        })?;
        let (book, language) = (self.book(), self.language());
        Ok(CaseList {
            cases: page.rows.into_iter().map(|r| view::row(r, &book, language)).collect(),
            next_cursor: page.next_cursor,
            total: page.total,
        })
    }

    /// A case by identifier or number.
    ///
    /// # Errors
    /// Unknown case, storage.
    pub fn case_show(&self, case: &str) -> Result<CaseView, DeskError> {
        self.view(&self.store.find_case(case)?)
    }

    /// Changes title, playbook or details. What is already so makes no event.
    ///
    /// # Errors
    /// Unknown case or playbook, unreadable values, closed case, storage.
    pub fn case_set(&self, case: &str, edit: &CaseEdit) -> Result<CaseView, DeskError> {
        let case = self.store.find_case(case)?;
        let mut bodies = Vec::new();
        if let Some(title) = edit.title.as_ref().map(|t| t.trim()).filter(|t| *t != case.title) {
            bodies.push(EventBody::CaseTitled { title: title.to_owned() });
        }
        if let Some(id) = edit.playbook.as_ref().filter(|p| *p != case.playbook.as_str()) {
            bodies.push(EventBody::PlaybookChanged { playbook: self.book().get(id)?.id.clone() });
        }
        for (key, value) in &edit.details {
            let key: Key = key.parse()?;
            let value = value.trim().to_owned();
            if case.details.get(&key).map_or("", String::as_str) != value {
                bodies.push(EventBody::DetailSet { key, value });
            }
        }
        self.happen(&case, bodies)
    }

    /// Answers questions; an empty answer takes one back. An answer is kept in its normal form, and stays on record when
    /// another playbook is chosen that asks something else.
    ///
    /// # Errors
    /// Unknown case, [`DeskError::QuestionUnknown`], an answer that does not fit its question, closed case, storage.
    pub fn case_answer(&self, case: &str, answers: &BTreeMap<String, String>) -> Result<CaseView, DeskError> {
        let case = self.store.find_case(case)?;
        let book = self.book();
        let playbook = books::of_case(&book, &case)?;
        let mut bodies = Vec::new();
        for (question, value) in answers {
            let question: Key = question.parse()?;
            let value = match value.trim() {
                "" => String::new(),
                value => answered(&book, playbook, &question, value)?,
            };
            if case.answers.get(&question).map_or("", String::as_str) != value {
                bodies.push(EventBody::QuestionAnswered { question, value });
            }
        }
        self.happen(&case, bodies)
    }

    /// What to do now, and why.
    ///
    /// # Errors
    /// Unknown case, storage.
    pub fn case_next(&self, case: &str) -> Result<NextSteps, DeskError> {
        let case = self.store.find_case(case)?;
        let book = self.book();
        let guide = next::guide(&case, books::of_case(&book, &case)?, self.now());
        Ok(view::steps(&case, &guide, self.words()))
    }

    /// Marks a step as done. The step that moves a case on moves it.
    ///
    /// # Errors
    /// [`DeskError::StepUnknown`] unless the step applies to the case or was marked before; closing, which needs an
    /// outcome; unknown or closed case, storage.
    pub fn case_do(&self, case: &str, step: &str, note: &str) -> Result<CaseView, DeskError> {
        let (case, step, does) = self.step_of(case, step)?;
        let mut bodies = vec![EventBody::StepDone { step, note: note.trim().to_owned() }];
        match does {
            Does::Close => return Err(DomainError::Empty("outcome".to_owned()).into()),
            Does::MoveOn(to) => bodies.push(EventBody::StageMoved { to }),
            Does::Nothing => {}
        }
        self.happen(&case, bodies)
    }

    /// Skips a step for a reason, which the history keeps.
    ///
    /// # Errors
    /// As [`Desk::case_do`]; an empty reason.
    pub fn case_skip(&self, case: &str, step: &str, reason: &str) -> Result<CaseView, DeskError> {
        let (case, step, _) = self.step_of(case, step)?;
        self.happen(&case, vec![EventBody::StepSkipped { step, reason: reason.trim().to_owned() }])
    }

    fn step_of(&self, case: &str, step: &str) -> Result<(Case, Key, Does), DeskError> {
        let case = self.store.find_case(case)?;
        let book = self.book();
        let guide = next::guide(&case, books::of_case(&book, &case)?, self.now());
        let does = match guide.steps.iter().find(|s| s.id == step) {
            Some(known) if known.action == Action::CloseCase => Does::Close,
            Some(known) => known.stage.map_or(Does::Nothing, Does::MoveOn),
            None if case.steps.contains_key(step) => Does::Nothing,
            None => return Err(DeskError::StepUnknown(step.to_owned())),
        };
        drop(guide);
        Ok((case, step.parse()?, does))
    }

    /// Moves a case to a stage.
    ///
    /// # Errors
    /// Unknown stage or case, closed case, storage.
    pub fn case_advance(&self, case: &str, stage: &str) -> Result<CaseView, DeskError> {
        let to: Stage = stage.parse()?;
        let case = self.store.find_case(case)?;
        let bodies = if case.stage == to { Vec::new() } else { vec![EventBody::StageMoved { to }] };
        self.happen(&case, bodies)
    }

    /// Closes a case. `recovered` is an amount as typed, empty when nothing came back.
    ///
    /// # Errors
    /// Unknown outcome or case, unreadable amount, already closed, storage.
    pub fn case_close(
        &self,
        case: &str,
        outcome: &str,
        recovered: &str,
        currency: &str,
    ) -> Result<CaseView, DeskError> {
        let outcome: Outcome = outcome.parse()?;
        let case = self.store.find_case(case)?;
        let recovered = match recovered.trim() {
            "" => None,
            text => {
                let usual = case.amount().map_or(Currency::CNY, Money::currency);
                let currency = if currency.trim().is_empty() { usual } else { currency.parse()? };
                Some(Money::parse(text, currency)?)
            }
        };
        self.happen(&case, vec![EventBody::CaseClosed { outcome, recovered }])
    }

    /// Opens a closed case again.
    ///
    /// # Errors
    /// Unknown case, not closed, storage.
    pub fn case_reopen(&self, case: &str, why: &str) -> Result<CaseView, DeskError> {
        let case = self.store.find_case(case)?;
        self.happen(&case, vec![EventBody::CaseReopened { why: why.trim().to_owned() }])
    }

    /// Writes a remark into the history.
    ///
    /// # Errors
    /// Empty text, unknown case, storage.
    pub fn case_note(&self, case: &str, text: &str) -> Result<CaseView, DeskError> {
        let case = self.store.find_case(case)?;
        self.happen(&case, vec![EventBody::NoteAdded { text: text.trim().to_owned() }])
    }

    /// The journal of a case in words, oldest first.
    ///
    /// # Errors
    /// Unknown case, storage.
    pub fn case_history(&self, case: &str) -> Result<HistoryDto, DeskError> {
        let case = self.store.find_case(case)?;
        let (words, book) = (self.words(), self.book());
        let mut teller = Teller::new(words, &book);
        let events = self.store.history(&case.id)?;
        Ok(HistoryDto {
            events: events
                .into_iter()
                .map(|entry| HistoryEntry {
                    seq: entry.seq,
                    at: entry.event.at.to_rfc3339(),
                    actor: entry.event.actor.as_str().to_owned(),
                    kind: entry.event.body.kind().to_owned(),
                    summary: teller.tell(&entry.event.body),
                    hash: entry.hash,
                })
                .collect(),
        })
    }

    /// Names or corrects a counterparty.
    ///
    /// # Errors
    /// Unknown role, case or identifier, empty name, closed case, storage.
    pub fn party_save(&self, case: &str, party: &PartyDto) -> Result<CaseView, DeskError> {
        let case = self.store.find_case(case)?;
        let role = PartyRole::ALL
            .into_iter()
            .find(|r| r.as_str() == party.role)
            .ok_or_else(|| DomainError::FieldUnreadable { field: "role".to_owned(), value: party.role.clone() })?;
        let id: PartyId = if party.id.is_empty() {
            self.id()?
        } else {
            let id = party.id.parse()?;
            if !case.parties.iter().any(|known| known.id == id) {
                return Err(DomainError::NotInCase { what: "party", id: id.to_string() }.into());
            }
            id
        };
        let party = Party { id, role, name: party.name.trim().to_owned(), contact: party.contact.trim().to_owned() };
        self.happen(&case, vec![EventBody::PartyNamed { party }])
    }

    /// Takes a counterparty out of a case.
    ///
    /// # Errors
    /// Not in this case, closed case, storage.
    pub fn party_remove(&self, case: &str, party: &str) -> Result<CaseView, DeskError> {
        let case = self.store.find_case(case)?;
        self.happen(&case, vec![EventBody::PartyRemoved { party: party.parse()? }])
    }

    /// Lets events happen to a case, all or none, and shows it afterwards.
    pub(crate) fn happen(&self, case: &Case, bodies: Vec<EventBody>) -> Result<CaseView, DeskError> {
        if bodies.is_empty() {
            return self.view(case);
        }
        let events: Vec<Event> = bodies
            .into_iter()
            .map(|body| Event { case: Some(case.id.clone()), at: self.moment(case.zone), actor: Actor::Owner, body })
            .collect();
        self.append(&events)?;
        self.view(&self.store.case(&case.id)?)
    }
}

/// What doing a step does besides marking it.
enum Does {
    Nothing,
    MoveOn(Stage),
    Close,
}

/// An answer in the normal form of its question: the one the case's own playbook asks, else the one of that name in any
/// other, so that answers can be corrected that were given before the playbook changed.
fn answered(book: &Book, playbook: &Playbook, question: &Key, value: &str) -> Result<String, DeskError> {
    // Before anything else: the refusal of an unfit answer shows a piece of it, in which a number is not to be known.
    guard::check(question.as_str(), value)?;
    let asked = std::iter::once(playbook).chain(book.all()).find_map(|p| p.question(question.as_str()));
    let asked = asked.ok_or_else(|| DeskError::QuestionUnknown(question.to_string()))?;
    Ok(answer::check(asked, value)?)
}
