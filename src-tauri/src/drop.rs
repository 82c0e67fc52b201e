//! Files dropped on the window: folders become their files, the page gets names and a token.

use crate::events::{self, FilesDropped, Place};
use crate::state::Shell;
use std::path::{Path, PathBuf};
use tauri::{DragDropEvent, Manager, PhysicalPosition, Runtime, Window};

/// Files taken from one drop; a whole disk dropped by mistake must not keep the window busy.
const MOST_FILES: usize = 1000;
/// Folders within folders that are looked into.
const DEEPEST: usize = 16;

/// Files to take in.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Found {
    /// In the order of the names, folder by folder.
    pub(crate) files: Vec<PathBuf>,
    /// Whether there were more.
    pub(crate) left_out: bool,
}

/// Passes on what happens over the window.
pub(crate) fn on_event<R: Runtime>(window: &Window<R>, event: &DragDropEvent) {
    let app = window.app_handle();
    let place = |at: &PhysicalPosition<f64>| on_page(*at, window.scale_factor().unwrap_or(1.0));
    match event {
        DragDropEvent::Enter { position, .. } | DragDropEvent::Over { position } => {
            events::files_over(app, place(position));
        }
        DragDropEvent::Drop { paths, position } => {
            let (app, paths, place) = (app.clone(), paths.clone(), place(position));
            // Folders may be large and slow, and this is the window's own thread.
            tauri::async_runtime::spawn_blocking(move || {
                let found = files_of(&paths, MOST_FILES);
                let names = found.files.iter().map(|file| name(file)).collect();
                let token = app.state::<Shell>().picks().keep(found.files);
                events::files_dropped(&app, FilesDropped { token, names, left_out: found.left_out, place });
            });
        }
        DragDropEvent::Leave => events::files_left(app),
        _ => {}
    }
}

/// A position as the toolkit tells it, in CSS px. Only Windows tells device px; GTK and Cocoa tell their own units, which
/// are the page's.
fn on_page(at: PhysicalPosition<f64>, scale: f64) -> Place {
    let scale = if cfg!(windows) { scale } else { 1.0 };
    Place { x: at.x / scale, y: at.y / scale }
}

/// A file's name as the page may show it.
pub(crate) fn name(file: &Path) -> String {
    recourse_desk::shown_name(&file.file_name().unwrap_or_default().to_string_lossy())
}

/// The files that were dropped, and those in folders that were dropped, `most` at most. Links in folders are not
/// followed and hidden files are passed over; what was dropped itself is taken as it is, so that whoever takes it in can
/// say what is wrong with it.
pub(crate) fn files_of(dropped: &[PathBuf], most: usize) -> Found {
    let mut found = Found::default();
    for path in dropped {
        let is_folder = std::fs::symlink_metadata(path).is_ok_and(|of| of.is_dir());
        if is_folder {
            look_into(path, most, DEEPEST, &mut found);
        } else if found.files.len() < most {
            found.files.push(path.clone());
        } else {
            found.left_out = true;
        }
        if found.left_out {
            break;
        }
    }
    found
}

fn look_into(folder: &Path, most: usize, deep: usize, found: &mut Found) {
    let Ok(entries) = std::fs::read_dir(folder) else { return };
    let mut entries: Vec<_> = entries.flatten().collect();
    entries.sort_by_key(std::fs::DirEntry::file_name);
    for entry in entries {
        let hidden = entry.file_name().as_encoded_bytes().starts_with(b".");
        let Ok(kind) = entry.file_type() else { continue };
        if hidden {
            continue;
        }
        if kind.is_dir() && deep > 0 {
            look_into(&entry.path(), most, deep - 1, found);
        } else if kind.is_file() && found.files.len() < most {
            found.files.push(entry.path());
        } else if kind.is_file() {
            found.left_out = true;
        }
        if found.left_out {
            return;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    fn folder() -> tempfile::TempDir {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir_all(folder.path().join("b/inner")).unwrap();
        for name in ["c.jpg", "a.pdf", "b/2.png", "b/1.png", "b/inner/deep.webp", ".hidden"] {
            fs::write(folder.path().join(name), name).unwrap();
        }
        folder
    }

    #[test]
    fn a_folder_becomes_its_files_in_order() {
        let folder = folder();
        let found = files_of(&[folder.path().to_owned()], 10);
        let names: Vec<String> = found.files.iter().map(|file| name(file)).collect();
        assert_eq!(names, ["a.pdf", "1.png", "2.png", "deep.webp", "c.jpg"]);
        assert!(!found.left_out);
    }

    #[test]
    fn what_is_too_much_is_left_out_and_said() {
        let folder = folder();
        let found = files_of(&[folder.path().to_owned()], 3);
        assert_eq!((found.files.len(), found.left_out), (3, true));
        let exactly = files_of(&[folder.path().to_owned()], 5);
        assert_eq!((exactly.files.len(), exactly.left_out), (5, false));
        let file = folder.path().join("a.pdf");
        let files = files_of(&[file.clone(), file.clone(), file], 2);
        assert_eq!((files.files.len(), files.left_out), (2, true));
    }

    #[test]
    fn a_file_that_is_not_there_is_passed_on_to_be_refused_with_a_reason() {
        let gone = PathBuf::from("no such file.jpg");
        assert_eq!(files_of(std::slice::from_ref(&gone), 10).files, [gone]);
    }

    #[cfg(unix)]
    #[test]
    fn links_in_folders_lead_nowhere() {
        let (folder, outside) = (folder(), folder());
        std::os::unix::fs::symlink(outside.path(), folder.path().join("b/link")).unwrap();
        std::os::unix::fs::symlink(outside.path().join("a.pdf"), folder.path().join("b/link.pdf")).unwrap();
        let found = files_of(&[folder.path().to_owned()], 100);
        assert_eq!(found.files.len(), 5);
        assert!(found.files.iter().all(|file| file.starts_with(folder.path())));
    }

    #[test]
    fn a_position_is_the_pages_own() {
        let at = on_page(PhysicalPosition::new(30.0, 60.0), 2.0);
        let expected = if cfg!(windows) { Place { x: 15.0, y: 30.0 } } else { Place { x: 30.0, y: 60.0 } };
        assert_eq!(at, expected);
    }
}
