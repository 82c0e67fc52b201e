//! What lies on the system's clipboard besides text: copied files, or a picture as the copying program encoded it.
//!
//! WebKitGTK gives a pasting page neither, so on Linux the shell looks itself; elsewhere the page gets them and nothing is
//! done here. Nothing is decoded: bytes go to the vault as they are.

use crate::error::ShellError;
use std::path::PathBuf;
use tauri::{Runtime, WebviewWindow};

/// Something that can be evidence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Pasted {
    /// Files on disk.
    Files(Vec<PathBuf>),
    /// A picture and the extension its encoding goes by.
    Picture(Vec<u8>, &'static str),
}

/// What lies on the clipboard; `None` when it holds nothing that can be evidence.
#[cfg(target_os = "linux")]
pub(crate) async fn read<R: Runtime>(window: &WebviewWindow<R>) -> Result<Option<Pasted>, ShellError> {
    let (answer, answered) = tokio::sync::oneshot::channel();
    // GTK may be touched from its own thread only.
    window.run_on_main_thread(move || linux::ask(answer)).map_err(|_| ShellError::Internal)?;
    answered.await.map_err(|_| ShellError::Internal)
}

/// What lies on the clipboard; always nothing, because the page is given it by its engine.
#[cfg(not(target_os = "linux"))]
pub(crate) async fn read<R: Runtime>(_: &WebviewWindow<R>) -> Result<Option<Pasted>, ShellError> {
    Ok(None)
}

#[cfg(target_os = "linux")]
mod linux {
    use super::Pasted;
    use gtk::gdk::{Atom, SELECTION_CLIPBOARD};
    use gtk::glib::filename_from_uri;
    use gtk::{Clipboard, SelectionData};
    use tokio::sync::oneshot::Sender;

    /// Encodings that the vault takes, best first: PNG is what screenshot tools put there.
    const ENCODINGS: &[(&str, &str)] = &[("image/png", "png"), ("image/jpeg", "jpg"), ("image/webp", "webp")];

    /// Asks for files first: a file manager offers a picture of the file's icon as well.
    pub(super) fn ask(answer: Sender<Option<Pasted>>) {
        Clipboard::get(&SELECTION_CLIPBOARD).request_uris(move |clipboard, uris| {
            let files: Vec<_> = uris.iter().filter_map(|uri| Some(filename_from_uri(uri).ok()?.0)).collect();
            if files.is_empty() {
                ask_for_picture(clipboard, ENCODINGS, answer);
            } else {
                // Nobody waits any more when the window was closed meanwhile.
                let _ = answer.send(Some(Pasted::Files(files)));
            }
        });
    }

    fn ask_for_picture(
        clipboard: &Clipboard,
        encodings: &'static [(&'static str, &'static str)],
        answer: Sender<Option<Pasted>>,
    ) {
        let Some(((media, extension), others)) = encodings.split_first() else {
            let _ = answer.send(None);
            return;
        };
        clipboard.request_contents(&Atom::intern(media), move |clipboard: &Clipboard, found: &SelectionData| {
            let bytes = found.data();
            if bytes.is_empty() {
                ask_for_picture(clipboard, others, answer);
            } else {
                let _ = answer.send(Some(Pasted::Picture(bytes, extension)));
            }
        });
    }
}
