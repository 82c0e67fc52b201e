//! The app as its owner meets it: a data folder that outlives the window, and things on the page by their names.
//!
//! Names come from the same words the window speaks, so no story holds a sentence, and each can be told in any language.

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use recourse_desk::{Language, Words};
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::driver::{Element, PATIENCE, Session};

/// The title of the window.
pub(crate) const TITLE: &str = "Recourse 申诉台";

/// Finds what is shown and has a role and a name, the way assistive technology does it.
const FIND: &str = r#"
const roles = {
  button: 'button, [role=button]', link: 'a[href], [role=link]', tab: '[role=tab]', heading: 'h1, h2, h3, [role=heading]',
  field: 'input, textarea, select, [role=textbox], [role=combobox]', option: '[role=option]', cell: '[role=gridcell], [role=cell], td',
  any: '*',
};
const plain = (text) => (text ?? '').replace(/\s+/g, ' ').replace(/ \*$/, '').trim();
const nameOf = (element) => {
  const by = element.getAttribute('aria-labelledby');
  if (by !== null) return plain(by.split(' ').map((id) => document.getElementById(id)?.textContent).join(' '));
  if (element.labels?.length > 0) return plain(element.labels[0].textContent);
  return plain(element.getAttribute('aria-label') ?? element.textContent);
};
const shown = (element) => element.getClientRects().length > 0 && getComputedStyle(element).visibility === 'visible';
const find = (role, name) => {
  const all = [...document.querySelectorAll(roles[role])].filter(shown);
  return all.findLast((element) => nameOf(element) === name) ?? all.find((element) => nameOf(element).startsWith(name));
};
"#;

/// One owner's machine: the data folder, the places the app writes to, and the language of the system.
pub(crate) struct Machine {
    folder: TempDir,
    language: Language,
}

impl Machine {
    /// A machine on which the app never ran.
    pub(crate) fn new(language: Language) -> Self {
        let folder = tempfile::Builder::new().prefix("recourse-e2e-").tempdir().unwrap();
        for below in ["home", "files"] {
            std::fs::create_dir(folder.path().join(below)).unwrap();
        }
        Self { folder, language }
    }

    /// Where the app keeps the owner's cases.
    pub(crate) fn data(&self) -> PathBuf {
        self.folder.path().join("data")
    }

    /// A file that the tests bring along, under a name as an owner would have it.
    pub(crate) fn file(&self, fixture: &str, name: &str) -> PathBuf {
        let from = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures").join(fixture);
        let to = self.folder.path().join("files").join(name);
        std::fs::copy(from, &to).unwrap();
        to
    }

    /// A place where nothing is yet.
    pub(crate) fn place(&self, name: &str) -> PathBuf {
        self.folder.path().join("files").join(name)
    }

    /// Opens the app and waits until its page is there. `settings` are added to the environment.
    pub(crate) fn open(&self, settings: &[(&str, &str)]) -> App {
        let text = |path: PathBuf| path.to_str().unwrap().to_owned();
        let (data, home) = (text(self.data()), text(self.folder.path().join("home")));
        let locale = if self.language == Language::ZhCn { "zh_CN.UTF-8" } else { "en_GB.UTF-8" };
        let mut all = vec![
            ("RECOURSE_DATA", data.as_str()),
            ("HOME", &home),
            ("XDG_DATA_HOME", &home),
            ("XDG_CACHE_HOME", &home),
            ("XDG_CONFIG_HOME", &home),
            ("LANG", locale),
            ("LANGUAGE", locale),
            ("LC_ALL", locale),
            ("TZ", "Asia/Shanghai"),
        ];
        all.extend(settings);
        self.wait_until_free();
        let session = Session::start(env!("CARGO_BIN_EXE_recourse-desktop"), &all);
        let app = App { session, words: Words::of(self.language) };
        app.session.find("main");
        // The window shows itself once its page is there; before, nothing can be clicked.
        app.session.until("document.visibilityState === 'visible' && document.elementFromPoint(9, 9) !== null");
        app
    }
}

impl Machine {
    /// A driver ends the app without waiting for its end; the folder's lock tells of it.
    fn wait_until_free(&self) {
        let Ok(lock) = std::fs::File::open(self.data().join("instance.lock")) else { return };
        let begun = Instant::now();
        while lock.try_lock().is_err() {
            assert!(begun.elapsed() < PATIENCE, "the app before this one does not end");
            std::thread::park_timeout(Duration::from_millis(20));
        }
    }
}

/// The open app.
pub(crate) struct App {
    /// The page, for what has no name.
    pub(crate) session: Session,
    words: &'static Words,
}

impl App {
    /// What the window says under this key.
    pub(crate) fn say(&self, key: &str) -> String {
        self.words.say(key)
    }

    /// The same with what stands in it.
    pub(crate) fn say_with(&self, key: &str, values: &[(&str, &str)]) -> String {
        self.words.say_with(key, values)
    }

    /// Changes the language in which things are looked for, after the owner has changed it in the window.
    pub(crate) fn speak(&mut self, language: Language) {
        self.words = Words::of(language);
    }

    /// Waits for what has this role and this name.
    #[track_caller]
    pub(crate) fn named(&self, role: &str, name: &str) -> Element {
        let look = "const look = () => { const found = find(...arguments); \
            found === undefined ? requestAnimationFrame(look) : done(found); }; look();";
        let found = self.session.try_and_wait(&format!("{FIND} {look}"), &[json!(role), json!(name)]);
        let found =
            found.as_ref().map_err(ToString::to_string).and_then(|value| Element::of(value).ok_or_else(String::new));
        found.unwrap_or_else(|error| {
            self.keep_screenshot("failure");
            panic!("no {role} called {name:?} {error}; the page says: {}", self.all_text())
        })
    }

    /// Clicks the button that says this key.
    #[track_caller]
    pub(crate) fn press_button(&self, key: &str) {
        self.session.click(&self.named("button", &self.say(key)));
    }

    /// Empties the field with this label and types into it.
    #[track_caller]
    pub(crate) fn fill(&self, label: &str, text: &str) {
        let field = self.named("field", label);
        self.session.clear(&field);
        self.session.type_into(&field, text);
    }

    /// Whether the focus is on what has this name, and can be seen to be.
    pub(crate) fn focus_is_on(&self, name: &str) -> bool {
        let look = "const at = document.activeElement; \
            return at !== null && at !== document.body && shown(at) && nameOf(at).startsWith(arguments[0])";
        self.session.run(&format!("{FIND} {look}"), &[json!(name)]) == json!(true)
    }

    /// Waits until the focus has come there by itself.
    #[track_caller]
    pub(crate) fn focus_returns_to(&self, name: &str) {
        let look = "const look = () => document.activeElement !== null && nameOf(document.activeElement) === arguments[0] \
            ? done(true) : requestAnimationFrame(look); look();";
        let back = self.session.try_and_wait(&format!("{FIND} {look}"), &[json!(name)]);
        assert!(back.is_ok(), "the focus does not return to {name:?}");
    }

    /// Waits until the page shows this text anywhere.
    #[track_caller]
    pub(crate) fn sees(&self, text: &str) {
        let look = format!("document.body.innerText.includes({})", Value::from(text));
        if !self.session.comes_true(&look) {
            self.keep_screenshot("failure");
            panic!("{text:?} is not on the page, which says: {}", self.all_text());
        }
    }

    /// Everything the page says.
    pub(crate) fn all_text(&self) -> String {
        self.session.run("return document.body.innerText", &[]).as_str().unwrap_or_default().to_owned()
    }

    /// Keeps what the window shows as `target/e2e/<name>.png`, for people to look at.
    pub(crate) fn keep_screenshot(&self, name: &str) {
        let folder = target().join("e2e");
        std::fs::create_dir_all(&folder).unwrap();
        std::fs::write(folder.join(format!("{name}.png")), self.session.screenshot()).unwrap();
    }
}

/// Cargo's target folder: the app under test lies in `target/debug`.
fn target() -> &'static Path {
    Path::new(env!("CARGO_BIN_EXE_recourse-desktop")).ancestors().nth(2).unwrap()
}
