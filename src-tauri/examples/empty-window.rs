//! An empty Tauri window, the yardstick for the app's own start (`cargo xtask bench window`).
//!
//! It is built from the same configuration and the same embedded page as the app, but shows a blank one, and prints
//! `window shown` after that page's second frame.
#![allow(clippy::print_stdout, reason = "the line is what the measurement waits for")]

use tauri::http::Response;
use tauri::utils::config::WebviewUrl;
use tauri::{Builder, Url, WebviewWindowBuilder};

const BLANK: &str = "<!doctype html><title>Empty</title><p>Empty</p><script>\
    requestAnimationFrame(() => requestAnimationFrame(() => fetch('shown')))</script>";

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut context = tauri::generate_context!();
    context.config_mut().app.windows.clear();
    let blank = WebviewUrl::CustomProtocol(Url::parse("blank://localhost/")?);
    Builder::default()
        .register_uri_scheme_protocol("blank", |_, request| {
            if request.uri().path() == "/shown" {
                println!("window shown");
            }
            Response::builder().header("Content-Type", "text/html").body(BLANK.as_bytes()).unwrap_or_default()
        })
        .setup(move |app| {
            WebviewWindowBuilder::new(app, "main", blank).title("Empty").inner_size(1280.0, 800.0).build()?;
            Ok(())
        })
        .run(context)?;
    Ok(())
}
