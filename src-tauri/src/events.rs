//! What the shell tells the page by itself. Names and documents are part of the bridge; no path may enter.

use serde::Serialize;
use tauri::{AppHandle, Emitter, EventTarget, Runtime};

/// The window that is told.
pub(crate) const MAIN: &str = "main";

/// Files were let go over the page.
const FILES_DROPPED: &str = "files-dropped";
/// Files are held over the page.
const FILES_OVER: &str = "files-over";
/// Files that were held over the page are gone.
const FILES_LEFT: &str = "files-left";
/// A case has changed.
const CASE_CHANGED: &str = "case-changed";

/// A place on the page, in CSS px from its upper left corner.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub(crate) struct Place {
    /// To the right.
    pub(crate) x: f64,
    /// Downwards.
    pub(crate) y: f64,
}

/// Files that were let go over the page.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct FilesDropped {
    /// What to hand back for them.
    pub(crate) token: String,
    /// Their names, safe to show.
    pub(crate) names: Vec<String>,
    /// Whether a folder held more files than are taken at once.
    pub(crate) left_out: bool,
    /// Where.
    #[serde(flatten)]
    pub(crate) place: Place,
}

#[derive(Clone, Serialize)]
struct Nothing {}

#[derive(Clone, Serialize)]
struct CaseChanged<'a> {
    id: &'a str,
}

fn tell<R: Runtime>(app: &AppHandle<R>, event: &str, document: impl Serialize + Clone) {
    // Nobody is there to be told when the window is gone.
    let _ = app.emit_to(EventTarget::webview_window(MAIN), event, document);
}

/// Files are held over this place.
pub(crate) fn files_over<R: Runtime>(app: &AppHandle<R>, place: Place) {
    tell(app, FILES_OVER, place);
}

/// The files that were held over the page are gone.
pub(crate) fn files_left<R: Runtime>(app: &AppHandle<R>) {
    tell(app, FILES_LEFT, Nothing {});
}

/// Files were let go.
pub(crate) fn files_dropped<R: Runtime>(app: &AppHandle<R>, files: FilesDropped) {
    tell(app, FILES_DROPPED, files);
}

/// Who tells the page of changed cases.
pub(crate) fn case_changed_to<R: Runtime>(app: &AppHandle<R>) -> impl Fn(&str) + Send + Sync + 'static {
    let app = app.clone();
    move |id| tell(&app, CASE_CHANGED, CaseChanged { id })
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn the_documents_have_the_form_of_the_bridge() {
        let dropped = FilesDropped {
            token: "files-1".to_owned(),
            names: vec!["小票.jpg".to_owned()],
            left_out: false,
            place: Place { x: 10.5, y: 20.0 },
        };
        assert_eq!(
            serde_json::to_value(dropped).unwrap(),
            json!({"token": "files-1", "names": ["小票.jpg"], "left_out": false, "x": 10.5, "y": 20.0})
        );
        assert_eq!(serde_json::to_value(CaseChanged { id: "X" }).unwrap(), json!({"id": "X"}));
        assert_eq!(serde_json::to_value(Nothing {}).unwrap(), json!({}));
    }
}
