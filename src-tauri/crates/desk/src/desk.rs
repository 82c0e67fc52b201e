//! The desk itself: an open data folder and everything the use cases work with.

use crate::books::Books;
use crate::error::DeskError;
use crate::folder::Folder;
use crate::ports::{Clock, Ids, SystemClock, UlidIds, fresh, system_zone};
use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use recourse_domain::{Actor, CaseId, DomainError, Event, EventBody, Moment};
use recourse_evidence::{Door, Previews, Sandboxed, Vault};
use recourse_rulebook::{Language, Words};
use recourse_store::Store;
use std::path::PathBuf;
use std::str::FromStr;
use std::sync::{Arc, RwLock};

/// Most bytes of regenerable pictures to keep.
const PREVIEW_CAP: u64 = 256 * 1024 * 1024;

/// How to open a desk.
pub struct DeskOptions {
    /// The data folder; made when it is not there.
    pub data: PathBuf,
    /// Language asked for on this run; none means the owner's choice, then the system's.
    pub language: Option<Language>,
    /// The system's language, e.g. `zh_CN.UTF-8`.
    pub system_locale: String,
    /// Where the time comes from.
    pub clock: Arc<dyn Clock>,
    /// Where identifiers come from.
    pub ids: Arc<dyn Ids>,
    /// Zone of the machine.
    pub zone: Tz,
    /// Who takes foreign bytes apart: workers of this very program unless a unit test says otherwise.
    pub door: Arc<dyn Door>,
}

impl DeskOptions {
    /// The machine's own clock, zone and identifiers.
    #[must_use]
    pub fn new(data: PathBuf, system_locale: &str) -> Self {
        Self {
            data,
            language: None,
            system_locale: system_locale.to_owned(),
            clock: Arc::new(SystemClock),
            ids: Arc::new(UlidIds::default()),
            zone: system_zone(),
            door: Arc::new(Sandboxed::of_this_program()),
        }
    }
}

/// An open data folder. One process holds it; every use case is a method.
pub struct Desk {
    pub(crate) store: Store,
    pub(crate) vault: Vault,
    pub(crate) previews: Previews,
    pub(crate) door: Arc<dyn Door>,
    pub(crate) folder: Folder,
    pub(crate) books: Books,
    pub(crate) zone: Tz,
    clock: RwLock<Arc<dyn Clock>>,
    ids: Arc<dyn Ids>,
    pub(crate) system_locale: String,
    pub(crate) language: RwLock<Option<Language>>,
}

impl Desk {
    /// Opens the folder, or says why not. Nothing is changed when it is refused.
    ///
    /// # Errors
    /// The store's refusals (folder in use, newer database, read-only, network drive …) and the vault's.
    pub fn open(options: DeskOptions) -> Result<Self, DeskError> {
        let folder = Folder::new(&options.data);
        let store = Store::open(folder.root(), options.clock.now())?;
        let books = Books::open(&store)?;
        let vault = Vault::open(&folder.vault())?;
        let previews = Previews::open(&folder.previews(), PREVIEW_CAP);
        Ok(Self {
            store,
            vault,
            previews,
            door: options.door,
            folder,
            books,
            zone: options.zone,
            clock: RwLock::new(options.clock),
            ids: options.ids,
            system_locale: options.system_locale,
            language: RwLock::new(options.language),
        })
    }

    /// The language in force: asked for on this run, else the owner's choice, else the system's.
    #[must_use]
    pub fn language(&self) -> Language {
        let asked = *self.language.read().unwrap_or_else(std::sync::PoisonError::into_inner);
        asked.or_else(|| self.chosen_language()).unwrap_or_else(|| Language::for_system(&self.system_locale))
    }

    /// The language the owner chose in the settings.
    pub(crate) fn chosen_language(&self) -> Option<Language> {
        self.store.preference("language").ok().flatten().and_then(|l| l.parse().ok())
    }

    /// The words in force.
    #[must_use]
    pub fn words(&self) -> &'static Words {
        Words::of(self.language())
    }

    /// Now.
    #[must_use]
    pub fn now(&self) -> DateTime<Utc> {
        self.clock.read().unwrap_or_else(std::sync::PoisonError::into_inner).now()
    }

    /// Works with another clock for a while.
    pub(crate) fn with_clock<T>(&self, clock: Arc<dyn Clock>, work: impl FnOnce(&Self) -> T) -> T {
        let put = |clock| {
            std::mem::replace(&mut *self.clock.write().unwrap_or_else(std::sync::PoisonError::into_inner), clock)
        };
        let before = put(clock);
        let done = work(self);
        put(before);
        done
    }

    /// Now, as seen from a zone.
    pub(crate) fn moment(&self, zone: Tz) -> Moment {
        Moment::new(self.now(), zone)
    }

    /// A fresh identifier.
    pub(crate) fn id<T: FromStr<Err = DomainError>>(&self) -> Result<T, DomainError> {
        fresh(self.ids.as_ref(), self.now())
    }

    /// Something the owner did to a case, now.
    pub(crate) fn event(&self, case: &CaseId, zone: Tz, body: EventBody) -> Event {
        Event { case: Some(case.clone()), at: self.moment(zone), actor: Actor::Owner, body }
    }
}

impl std::fmt::Debug for Desk {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Desk").field("folder", &self.folder).finish_non_exhaustive()
    }
}
