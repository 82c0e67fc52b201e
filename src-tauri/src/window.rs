//! The one window: how it comes up, what it may load, what happens when it goes.

use crate::drop;
use crate::events::MAIN;
use crate::state::{self, Shell};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::time::Duration;
use tauri::plugin::TauriPlugin;
use tauri::utils::config::Color;
use tauri::webview::{DownloadEvent, NewWindowResponse, PageLoadEvent, PermissionResponse};
use tauri::{AppHandle, Manager, Runtime, Theme, Url, WebviewWindow, WebviewWindowBuilder, Window, WindowEvent};

/// A page that never says it is ready is shown after this time all the same: something is better than no window.
const LONGEST_UNSEEN: Duration = Duration::from_secs(8);

/// The page's paper in light and dark; the page's first frame has the same.
const PAPER: [(Theme, Color); 2] =
    [(Theme::Light, Color(0xfa, 0xf9, 0xf7, 0xff)), (Theme::Dark, Color(0x1c, 0x1b, 0x19, 0xff))];

/// Lets a second start bring the first one's window forward and end. Where this cannot work (no message bus), the lock
/// on the data folder still refuses the second one. Another data folder is another program.
pub(crate) fn only_one<R: Runtime>() -> TauriPlugin<R> {
    let mut plugin = tauri_plugin_single_instance::Builder::new().callback(|app, _, _| bring_forward(app));
    if let Some(folder) = state::asked_for() {
        let mut hasher = DefaultHasher::new();
        std::fs::canonicalize(&folder).unwrap_or(folder).hash(&mut hasher);
        plugin = plugin.dbus_id(format!("app.recourse.desktop.folder{:016x}", hasher.finish()));
    }
    plugin.build()
}

fn bring_forward<R: Runtime>(app: &AppHandle<R>) {
    if let Some(window) = app.get_webview_window(MAIN) {
        let _ = window.unminimize();
        let _ = window.show();
        let _ = window.set_focus();
    }
}

/// Makes the window, unseen until its page is ready.
pub(crate) fn open<R: Runtime>(app: &AppHandle<R>) -> tauri::Result<WebviewWindow<R>> {
    let config = app.config();
    let ours = config.app.windows.iter().find(|window| window.label == MAIN);
    let ours = ours.ok_or_else(|| tauri::Error::WindowNotFound)?;
    let dev_page = if tauri::is_dev() { config.build.dev_url.clone() } else { None };
    let mut builder = WebviewWindowBuilder::from_config(app, ours)?
        .on_navigation(move |url| is_our_page(url, dev_page.as_ref()))
        .on_new_window(|_, _| NewWindowResponse::Deny)
        .on_download(|_, event| !matches!(event, DownloadEvent::Requested { .. }))
        .on_permission_request(|_, _| PermissionResponse::Deny)
        .on_page_load(|window, load| {
            if load.event() == PageLoadEvent::Started {
                // Whoever waited for these jobs is gone with the page.
                window.state::<Shell>().jobs().cancel_all();
            }
        });
    // The engine keeps nothing (the window is private), but asks for a folder; the data folder is not for it.
    if let Some(place) = app.state::<Shell>().engine().or_else(|| app.path().app_cache_dir().ok()) {
        builder = builder.data_directory(place);
    }
    // A private web context cannot be driven from outside; the folders of a test are gone with it anyway.
    #[cfg(feature = "e2e")]
    let builder = builder.incognito(false);
    let window = builder.build()?;
    // Until the owner's choice is known, and when it never will be, the system's theme counts.
    dress(&window, "system");
    let (waiting, shell) = (window.clone(), app.state::<Shell>().inner().clone());
    tauri::async_runtime::spawn(async move {
        if tokio::time::timeout(LONGEST_UNSEEN, shell.until_shown()).await.is_err() {
            tracing::error!("the page did not become ready");
            show(&waiting);
        }
    });
    Ok(window)
}

/// Shows the window, once.
pub(crate) fn show<R: Runtime>(window: &WebviewWindow<R>) {
    if window.state::<Shell>().show_once() {
        let _ = window.show();
        let _ = window.set_focus();
    }
}

/// Gives the window's frame and paper the theme of the page: `light`, `dark`, or the system's.
pub(crate) fn dress<R: Runtime>(window: &WebviewWindow<R>, theme: &str) {
    let chosen = match theme {
        "light" => Some(Theme::Light),
        "dark" => Some(Theme::Dark),
        _ => None,
    };
    let _ = window.set_theme(chosen);
    let seen = chosen.or_else(|| window.theme().ok()).unwrap_or(Theme::Light);
    let _ = window.set_background_color(PAPER.iter().find(|(theme, _)| *theme == seen).map(|(_, paper)| *paper));
}

/// Whether the window may load this: the embedded page, or while developing the one of the development server.
fn is_our_page(url: &Url, dev_page: Option<&Url>) -> bool {
    let embedded = match url.scheme() {
        "tauri" => url.host_str() == Some("localhost"),
        "http" | "https" => cfg!(windows) && url.host_str() == Some("tauri.localhost"),
        _ => false,
    };
    let plain = url.username().is_empty() && url.password().is_none() && url.port().is_none();
    (embedded && plain) || dev_page.is_some_and(|dev| dev.origin().is_tuple() && dev.origin() == url.origin())
}

/// Passes on drops, and calls jobs off when the window goes.
pub(crate) fn on_event<R: Runtime>(window: &Window<R>, event: &WindowEvent) {
    match event {
        WindowEvent::DragDrop(event) => drop::on_event(window, event),
        WindowEvent::CloseRequested { .. } | WindowEvent::Destroyed => window.state::<Shell>().jobs().cancel_all(),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn allowed(url: &str, dev: Option<&str>) -> bool {
        is_our_page(&url.parse().unwrap(), dev.map(|dev| dev.parse().unwrap()).as_ref())
    }

    #[test]
    fn the_window_loads_its_own_page_and_nothing_else() {
        assert!(allowed("tauri://localhost", None));
        assert!(allowed("tauri://localhost/index.html?x#/cases", None));
        assert_eq!(allowed("http://tauri.localhost/", None), cfg!(windows));
        for url in [
            "https://example.org/",
            "http://localhost:1420/",
            "tauri://elsewhere/",
            "tauri://localhost:1/",
            "tauri://user@localhost/",
            "http://tauri.localhost.example.org/",
            "http://tauri.example.org/",
            "evidence://localhost/x",
            "ipc://localhost/app_info",
            "file:///tmp/x.html",
            "data:text/html,x",
            "blob:tauri://localhost/x",
            "javascript:1",
            "about:blank",
        ] {
            assert!(!allowed(url, None), "{url}");
        }
    }

    #[test]
    fn while_developing_the_development_server_counts_too() {
        let dev = Some("http://localhost:1420");
        assert!(allowed("http://localhost:1420/src/main.tsx", dev));
        assert!(!allowed("http://localhost:1421/", dev));
        assert!(!allowed("https://localhost:1420/", dev));
        assert!(!allowed("http://example.org:1420/", dev));
    }

    #[test]
    fn the_paper_is_that_of_the_pages_first_frame() {
        let first_frame = std::fs::read_to_string("ui/public/first-paint.css").unwrap();
        for (theme, Color(r, g, b, _)) in PAPER {
            let paper = format!("background: #{r:02x}{g:02x}{b:02x};");
            assert!(first_frame.contains(&paper), "{theme:?}: {paper}");
        }
    }
}
