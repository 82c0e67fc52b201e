//! The window: a thin shell round the use cases in `recourse-desk`.
//!
//! Every command is one line: it takes the arguments apart, calls the use case on a thread that may wait, and turns an
//! error into its document. No rule about disputes, no SQL, no decoding and no words for people may enter; paths stay
//! here and never reach the page.

mod clipboard;
mod commands;
mod dialogs;
mod drop;
#[cfg(feature = "e2e")]
mod e2e;
mod error;
mod events;
mod gate;
mod jobs;
mod picks;
mod platform;
mod protocol;
mod state;
mod viewer;
mod window;

#[cfg(test)]
mod tests;

use state::Shell;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::process::ExitCode;
use tauri::{Builder, Context, Manager, RunEvent, Runtime};

/// Opens the window and stays until it is closed. The exit code is 0 then, 1 when no window could be opened.
#[must_use]
pub fn run() -> ExitCode {
    start_log();
    if let Err(refusal) = platform::prepare() {
        platform::say_on_terminal(refusal);
        return ExitCode::FAILURE;
    }
    // The toolkit knows no error but a panic when the display does not answer.
    let ended = catch_unwind(AssertUnwindSafe(|| {
        let shell = Shell::new(state::data_dir(), None, platform::locale());
        let first = Builder::default().plugin(window::only_one());
        furnish(first, &shell).build(context()).map(|app| app.run_return(|app, event| on_run_event(app, &event)))
    }));
    match ended {
        Ok(Ok(0)) => ExitCode::SUCCESS,
        Ok(Ok(_)) => ExitCode::FAILURE,
        Ok(Err(error)) => {
            tracing::error!(%error, "no window");
            platform::say_on_terminal("window-not-opened");
            ExitCode::FAILURE
        }
        Err(_) => {
            platform::say_on_terminal("window-not-opened");
            ExitCode::FAILURE
        }
    }
}

/// Everything but the plugin for a single instance, which must come first and finds nothing to talk to in tests.
fn furnish<R: Runtime>(builder: Builder<R>, shell: &Shell) -> Builder<R> {
    let pictures = shell.clone();
    builder
        .plugin(tauri_plugin_dialog::init())
        .manage(shell.clone())
        .invoke_handler(commands::handler())
        .register_asynchronous_uri_scheme_protocol(protocol::SCHEME, move |_, request, responder| {
            protocol::answer(&pictures, &request, responder);
        })
        .on_window_event(window::on_event)
        .setup(|app| {
            let shell = app.state::<Shell>().inner().clone();
            shell.tell_changes_to(events::case_changed_to(app.handle()));
            // While the folder is being opened, the page loads.
            shell.open_in_background();
            window::open(app.handle())?;
            Ok(())
        })
}

fn on_run_event<R: Runtime>(app: &tauri::AppHandle<R>, event: &RunEvent) {
    if let RunEvent::Exit = event {
        app.state::<Shell>().close();
    }
}

/// The configuration, the page and the permissions, as embedded when this was compiled.
fn context<R: Runtime>() -> Context<R> {
    tauri::generate_context!()
}

/// Diagnostics go to the terminal, quiet unless `RECOURSE_LOG` asks for more (e.g. `info`). Nothing is written to disk.
fn start_log() {
    use tracing_subscriber::EnvFilter;
    let filter = EnvFilter::try_from_env("RECOURSE_LOG").unwrap_or_else(|_| EnvFilter::new("error"));
    let _ = tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr).try_init();
    // One line instead of a trace: what an owner needs to know is said in words elsewhere.
    std::panic::set_hook(Box::new(|panic| tracing::error!("{panic}")));
}
