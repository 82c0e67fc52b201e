//! What the shell keeps while it runs, and the one way by which commands reach the use cases.
//!
//! Use cases wait for disk and decoders, so each runs on a thread that may wait, never on the window's own. A panic there
//! ends the one command and nothing else.

use crate::error::{Answer, ShellError};
use crate::gate::{Gate, Inside, Shut};
use crate::jobs::{self, Jobs, Throttle};
use crate::picks::Picks;
use crate::protocol::Wanted;
use recourse_desk::dto::{AppInfo, CaseView, JobProgress};
use recourse_desk::{Desk, DeskError, DeskOptions, Language, Progress, WatchedJob, Watcher, Words};
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, OnceLock};
use std::time::{Duration, Instant};
use tauri::async_runtime::spawn_blocking;
use tauri::ipc::Channel;
use tokio::sync::{Notify, Semaphore};

/// Called-off work is waited for this long when the window closes; whatever was acknowledged is on disk already.
const PATIENCE_AT_THE_END: Duration = Duration::from_secs(10);
/// Pictures that are made at the same time, so that scrolling leaves the processor to the owner.
const PICTURES_AT_ONCE: usize = 2;

/// The place of the data as asked for on this run.
pub(crate) enum Folder {
    /// `RECOURSE_DATA` or the platform's place.
    At(PathBuf),
    /// The platform names no place.
    Nowhere,
}

/// `RECOURSE_DATA`, else the platform's place for local data.
pub(crate) fn data_dir() -> Folder {
    match asked_for() {
        Some(folder) => Folder::At(folder),
        None => recourse_desk::default_data_dir().map_or(Folder::Nowhere, Folder::At),
    }
}

/// The folder that `RECOURSE_DATA` names.
pub(crate) fn asked_for() -> Option<PathBuf> {
    std::env::var_os("RECOURSE_DATA").filter(|folder| !folder.is_empty()).map(PathBuf::from)
}

/// The shell; a handle that is cheap to clone.
#[derive(Clone)]
pub(crate) struct Shell(Arc<Parts>);

/// Is told the identifier of a case that has changed.
type Listener = Box<dyn Fn(&str) + Send + Sync>;

struct Parts {
    gate: Gate<Desk, ShellError>,
    folder: Folder,
    engine: Option<PathBuf>,
    locale: String,
    jobs: Jobs,
    picks: Picks,
    pictures: Semaphore,
    changed: OnceLock<Listener>,
    begun: Instant,
    shown: AtomicBool,
    first_shown: Notify,
}

impl Shell {
    /// A shell whose data folder is not open yet. `engine` is where the page's engine may put things, none being the
    /// platform's place for caches; `locale` is the system's, e.g. `zh_CN.UTF-8`.
    pub(crate) fn new(folder: Folder, engine: Option<PathBuf>, locale: String) -> Self {
        Self(Arc::new(Parts {
            gate: Gate::new(),
            folder,
            engine,
            locale,
            jobs: Jobs::default(),
            picks: Picks::default(),
            pictures: Semaphore::new(PICTURES_AT_ONCE),
            changed: OnceLock::new(),
            begun: Instant::now(),
            shown: AtomicBool::new(false),
            first_shown: Notify::new(),
        }))
    }

    /// Where the page's engine may put things, when that is not the platform's place for caches.
    pub(crate) fn engine(&self) -> Option<PathBuf> {
        self.0.engine.clone()
    }

    /// The files that were chosen or dropped.
    pub(crate) fn picks(&self) -> &Picks {
        &self.0.picks
    }

    /// The jobs that are running.
    pub(crate) fn jobs(&self) -> &Jobs {
        &self.0.jobs
    }

    /// Whom to tell the identifier of a case that has changed. Only the first one set is told.
    pub(crate) fn tell_changes_to(&self, listener: impl Fn(&str) + Send + Sync + 'static) {
        let _ = self.0.changed.set(Box::new(listener));
    }

    /// Tells that a case has changed.
    pub(crate) fn case_changed(&self, case: &str) {
        if let Some(listener) = self.0.changed.get() {
            listener(case);
        }
    }

    /// Opens the data folder on another thread. Whoever needs it meanwhile waits.
    pub(crate) fn open_in_background(&self) {
        let shell = self.clone();
        spawn_blocking(move || shell.open());
    }

    /// Opens the data folder, here and now.
    fn open(&self) {
        // However opening ends, those who wait must be told.
        struct Always<'a>(&'a Gate<Desk, ShellError>);
        impl Drop for Always<'_> {
            fn drop(&mut self) {
                self.0.opened(Err(ShellError::Internal));
            }
        }
        let always = Always(&self.0.gate);
        let desk = match &self.0.folder {
            Folder::At(folder) => Desk::open(options(folder.clone(), &self.0.locale)),
            Folder::Nowhere => Err(DeskError::NoDataFolder),
        };
        if let Err(error) = &desk {
            tracing::error!(%error, "the data folder was not opened");
        }
        always.0.opened(desk.map_err(ShellError::from));
        tracing::info!(ms = self.0.begun.elapsed().as_millis(), "data folder answered");
    }

    /// After a refusal, tries to open the data folder again; then says how the program stands.
    pub(crate) async fn retry(&self) -> Answer<AppInfo> {
        let shell = self.clone();
        self.wait_for(move || {
            if shell.0.gate.may_retry() {
                shell.open();
            }
            Ok(shell.enter()?.app_info()?)
        })
        .await
    }

    /// Calls all jobs off, waits for whoever is at work, and closes the data folder.
    pub(crate) fn close(&self) {
        self.0.jobs.cancel_all();
        if !self.0.gate.close(PATIENCE_AT_THE_END) {
            tracing::error!("work was still going on when the window closed");
        }
    }

    fn enter(&self) -> Result<Inside<'_, Desk, ShellError>, ShellError> {
        self.0.gate.enter().map_err(|shut| match shut {
            Shut::Refused(error) => ShellError::NotOpen(error),
            Shut::Closed => ShellError::ShuttingDown,
        })
    }

    /// The words in force: the owner's language, or the system's as long as the owner's is unknown.
    pub(crate) fn words(&self) -> &'static Words {
        self.0.gate.if_open().map_or_else(|| Words::of(Language::for_system(&self.0.locale)), |desk| desk.words())
    }

    /// Runs work that may wait, and turns its error, or its panic, into the document for the page.
    pub(crate) async fn wait_for<T, W>(&self, work: W) -> Answer<T>
    where
        T: Send + 'static,
        W: FnOnce() -> Result<T, ShellError> + Send + 'static,
    {
        let shell = self.clone();
        let done = spawn_blocking(move || work().map_err(|error| error.to_dto(shell.words()))).await;
        done.unwrap_or_else(|fault| {
            tracing::error!(%fault, "a command ended in a fault");
            Err(ShellError::Internal.to_dto(self.words()))
        })
    }

    /// Asks a use case that changes nothing the page must hear of.
    pub(crate) async fn ask<T, W>(&self, work: W) -> Answer<T>
    where
        T: Send + 'static,
        W: FnOnce(&Desk) -> Result<T, DeskError> + Send + 'static,
    {
        let shell = self.clone();
        self.wait_for(move || Ok(work(&*shell.enter()?)?)).await
    }

    /// Asks a use case that changes a case, and tells everybody that it has changed.
    pub(crate) async fn change<W>(&self, work: W) -> Answer<CaseView>
    where
        W: FnOnce(&Desk) -> Result<CaseView, DeskError> + Send + 'static,
    {
        let case = self.ask(work).await?;
        self.case_changed(&case.id);
        Ok(case)
    }

    /// Asks a use case that takes long: it tells of its progress and can be called off by the job's name.
    pub(crate) async fn work<T, W>(&self, job: String, told: Channel<JobProgress>, work: W) -> Answer<T>
    where
        T: Send + 'static,
        W: FnOnce(&Desk, &dyn Watcher) -> Result<T, DeskError> + Send + 'static,
    {
        let shell = self.clone();
        self.wait_for(move || {
            let job = shell.0.jobs.begin(job)?;
            let throttle = Throttle::default();
            let watch = WatchedJob::new(job.flag.clone(), |progress: &Progress<'_>| {
                if throttle.lets_through(Instant::now()) {
                    // A page that is gone wants to hear nothing.
                    let _ = told.send(jobs::glance(progress));
                }
            });
            Ok(work(&*shell.enter()?, &watch)?)
        })
        .await
    }

    /// The pixels of a page of an exhibit, as PNG.
    pub(crate) async fn picture(&self, wanted: Wanted) -> Result<Vec<u8>, ShellError> {
        let Ok(_turn) = self.0.pictures.acquire().await else { return Err(ShellError::ShuttingDown) };
        let shell = self.clone();
        let made = spawn_blocking(move || Ok(shell.enter()?.picture(&wanted.exhibit, wanted.page, wanted.longest)?));
        made.await.unwrap_or(Err(ShellError::Internal))
    }

    /// Notes that the window is to be seen. True for the first who says so.
    pub(crate) fn show_once(&self) -> bool {
        let first = !self.0.shown.swap(true, Ordering::SeqCst);
        if first {
            self.0.first_shown.notify_one();
            tracing::info!(ms = self.0.begun.elapsed().as_millis(), "window shown");
        }
        first
    }

    /// Waits until the window is to be seen.
    pub(crate) async fn until_shown(&self) {
        self.0.first_shown.notified().await;
    }
}

/// How to open the data folder. The shell's own tests cannot be started as decoding workers.
fn options(folder: PathBuf, locale: &str) -> DeskOptions {
    let options = DeskOptions::new(folder, locale);
    if cfg!(test) { options.decoding_here() } else { options }
}
