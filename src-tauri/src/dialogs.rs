//! The system's own file choosers. They are opened here, so that the page never learns or names a path.

use crate::error::ShellError;
use recourse_desk::Words;
use std::path::PathBuf;
use tauri::{Runtime, WebviewWindow};
use tauri_plugin_dialog::{DialogExt, FilePath};
use tokio::sync::oneshot;

/// What the chooser offers first. Only a convenience: what a file is, its content decides.
const KINDS: [&str; 5] = ["jpg", "jpeg", "png", "webp", "pdf"];

/// Asks for files to take in. None when the owner thinks better of it.
pub(crate) async fn choose_files<R: Runtime>(
    window: &WebviewWindow<R>,
    words: &Words,
) -> Result<Option<Vec<PathBuf>>, ShellError> {
    #[cfg(feature = "e2e")]
    if let Some(files) = crate::e2e::picked() {
        return Ok(Some(files));
    }
    let (chosen, answer) = oneshot::channel();
    let both_cases: Vec<String> = KINDS.iter().flat_map(|kind| [(*kind).to_owned(), kind.to_uppercase()]).collect();
    let both_cases: Vec<&str> = both_cases.iter().map(String::as_str).collect();
    let chooser = window
        .dialog()
        .file()
        .set_parent(window)
        .set_title(words.say("dialog-choose-evidence"))
        .add_filter(words.say("dialog-kinds-evidence"), &both_cases)
        .add_filter(words.say("dialog-kinds-all"), &["*"]);
    chooser.pick_files(move |files| {
        let _ = chosen.send(files);
    });
    let files = answer.await.map_err(|_| ShellError::DialogFailed)?;
    files.map(|files| files.into_iter().map(to_path).collect()).transpose()
}

/// Asks for a file with a playbook. None when the owner thinks better of it.
pub(crate) async fn choose_playbook<R: Runtime>(
    window: &WebviewWindow<R>,
    words: &Words,
) -> Result<Option<PathBuf>, ShellError> {
    #[cfg(feature = "e2e")]
    if let Some(files) = crate::e2e::picked() {
        return Ok(files.into_iter().next());
    }
    let (chosen, answer) = oneshot::channel();
    let chooser = window
        .dialog()
        .file()
        .set_parent(window)
        .set_title(words.say("dialog-choose-playbook"))
        .add_filter(words.say("dialog-kinds-playbook"), &["toml", "TOML"])
        .add_filter(words.say("dialog-kinds-all"), &["*"]);
    chooser.pick_file(move |file| {
        let _ = chosen.send(file);
    });
    answer.await.map_err(|_| ShellError::DialogFailed)?.map(to_path).transpose()
}

/// Asks where to save under this name. None when the owner thinks better of it.
pub(crate) async fn choose_place<R: Runtime>(
    window: &WebviewWindow<R>,
    title: String,
    name: &str,
) -> Result<Option<PathBuf>, ShellError> {
    #[cfg(feature = "e2e")]
    if let Some(place) = crate::e2e::saved() {
        return Ok(Some(place));
    }
    let (chosen, answer) = oneshot::channel();
    let chooser = window.dialog().file().set_parent(window).set_title(title).set_file_name(name);
    chooser.save_file(move |place| {
        let _ = chosen.send(place);
    });
    answer.await.map_err(|_| ShellError::DialogFailed)?.map(to_path).transpose()
}

fn to_path(file: FilePath) -> Result<PathBuf, ShellError> {
    file.into_path().map_err(|_| ShellError::DialogFailed)
}
