//! The bridge between page and shell on Tauri's mock runtime, with the real permissions and a real data folder.

use crate::events::MAIN;
use crate::state::{Folder, Shell};
use crate::{context, furnish, window};
use serde_json::{Value, json};
use std::fs;
use tauri::http::{HeaderMap, HeaderValue};
use tauri::ipc::{CallbackFn, InvokeBody};
use tauri::test::{INVOKE_KEY, MockRuntime, get_ipc_response, mock_builder};
use tauri::webview::InvokeRequest;
use tauri::{App, DragDropEvent, Listener, Manager, PhysicalPosition, WebviewWindow, WindowEvent};

/// A window of the mock runtime on a data folder.
pub(super) struct Bridge {
    app: App<MockRuntime>,
    window: WebviewWindow<MockRuntime>,
    _places: Vec<tempfile::TempDir>,
}

impl Bridge {
    /// On a fresh data folder.
    pub(super) fn fresh() -> Self {
        let place = tempfile::tempdir().unwrap();
        let mut bridge = Self::on(Folder::At(place.path().join("data")));
        bridge._places.push(place);
        bridge
    }

    /// On this data folder.
    pub(super) fn on(folder: Folder) -> Self {
        let engine = tempfile::tempdir().unwrap();
        let shell = Shell::new(folder, Some(engine.path().to_owned()), "zh_CN.UTF-8".to_owned());
        let app = furnish(mock_builder(), &shell).build(context()).unwrap();
        // What the set-up does once the loop runs; the mock runtime's loop is not run.
        shell.tell_changes_to(crate::events::case_changed_to(app.handle()));
        shell.open_in_background();
        let window = window::open(app.handle()).unwrap();
        Self { app, window, _places: vec![engine] }
    }

    pub(super) fn shell(&self) -> &Shell {
        self.app.state::<Shell>().inner()
    }

    /// Calls a command as the page does.
    pub(super) fn ask(&self, command: &str, args: Value) -> Result<Value, Value> {
        self.send(command, InvokeBody::Json(args), HeaderMap::new(), "tauri://localhost")
    }

    fn send(&self, command: &str, body: InvokeBody, headers: HeaderMap, from: &str) -> Result<Value, Value> {
        let request = InvokeRequest {
            cmd: command.to_owned(),
            callback: CallbackFn(0),
            error: CallbackFn(1),
            url: from.parse().unwrap(),
            body,
            headers,
            invoke_key: INVOKE_KEY.to_owned(),
        };
        get_ipc_response(&self.window, request).map(|answer| answer.deserialize().unwrap())
    }

    fn new_case(&self) -> Value {
        self.ask("case_new", json!({"playbook": "timeout-debited", "title": "超时却扣费", "details": {}})).unwrap()
    }
}

/// A PNG of one grey pixel.
const PIXEL: &[u8] = &[
    0x89, b'P', b'N', b'G', 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, b'I', b'H', b'D', b'R', 0, 0, 0, 1, 0, 0, 0, 1, 8, 0,
    0, 0, 0, 0x3a, 0x7e, 0x9b, 0x55, 0, 0, 0, 10, b'I', b'D', b'A', b'T', 0x78, 0x9c, 0x63, 0x68, 0, 0, 0, 0x82, 0,
    0x81, 0x77, 0xcd, 0x72, 0xb6, 0, 0, 0, 0, b'I', b'E', b'N', b'D', 0xae, 0x42, 0x60, 0x82,
];

/// How the page names a channel.
const CHANNEL: &str = "__CHANNEL__:7";

#[test]
fn the_window_learns_how_the_program_stands() {
    let info = Bridge::fresh().ask("app_info", json!({})).unwrap();
    assert_eq!(info["language"], json!("zh-CN"), "the system's language");
    assert_eq!(info["version"], json!(env!("CARGO_PKG_VERSION")));
}

#[test]
fn a_case_goes_through_the_bridge_and_its_change_is_told() {
    let bridge = Bridge::fresh();
    let (told, hears) = std::sync::mpsc::channel();
    bridge.window.listen("case-changed", move |event| told.send(event.payload().to_owned()).unwrap());
    let case = bridge.new_case();
    let heard: Value = serde_json::from_str(&hears.recv().unwrap()).unwrap();
    assert_eq!(heard, json!({"id": case["id"]}));
    let shown = bridge.ask("case_show", json!({"id": case["number"]})).unwrap();
    assert_eq!(shown["title"], json!("超时却扣费"));
    let list = bridge.ask("case_list", json!({"stages": [], "text": "扣费", "limit": 5})).unwrap();
    assert_eq!(list["cases"][0]["id"], case["id"]);
}

#[test]
fn an_error_is_a_document_with_code_message_and_params() {
    let bridge = Bridge::fresh();
    let error = bridge.ask("case_new", json!({"playbook": "no-such", "title": "", "details": {}})).unwrap_err();
    assert_eq!(error["code"], json!("playbook-unknown"));
    assert_eq!(error["params"], json!({"value": "no-such"}));
    assert!(error["message"].as_str().unwrap().contains("no-such"));
    assert_eq!(error.as_object().unwrap().len(), 3);
    // The message is in the language in force.
    bridge.ask("set_preferences", json!({"language": "en"})).unwrap();
    let english = bridge.ask("case_new", json!({"playbook": "no-such", "title": "", "details": {}})).unwrap_err();
    assert!(english["message"].as_str().unwrap().is_ascii() || english["message"] != error["message"], "{english}");
}

#[test]
fn arguments_are_named_as_in_the_contract() {
    let bridge = Bridge::fresh();
    let case = bridge.new_case();
    let added = bridge.ask("evidence_verify", json!({"case": case["id"], "job": "verify-1", "on_progress": CHANNEL}));
    assert_eq!(added.unwrap()["checked"], json!(0));
    let lacking = bridge.ask("case_show", json!({})).unwrap_err();
    assert!(lacking.to_string().contains("case_show"), "{lacking}");
}

#[test]
fn what_is_not_on_the_list_is_refused() {
    let bridge = Bridge::fresh();
    for command in [
        "no_such_command",
        "plugin:dialog|open",
        "plugin:fs|read_file",
        "plugin:opener|open_path",
        "plugin:shell|execute",
        "plugin:event|emit",
        "plugin:event|emit_to",
        "plugin:webview|create_webview_window",
        "plugin:window|create",
        "plugin:app|version",
        "plugin:path|resolve_directory",
    ] {
        let refused = bridge.ask(command, json!({})).unwrap_err();
        assert!(refused.as_str().unwrap().contains("not"), "{command}: {refused}");
    }
}

#[test]
fn a_page_from_elsewhere_may_call_nothing() {
    let bridge = Bridge::fresh();
    for from in ["https://example.org", "http://localhost:1420", "http://tauri.example.org", "file:///tmp/page.html"] {
        let refused = bridge.send("app_info", InvokeBody::Json(json!({})), HeaderMap::new(), from);
        assert!(refused.is_err(), "{from}");
    }
}

#[test]
fn bytes_from_the_clipboard_become_an_exhibit() {
    let bridge = Bridge::fresh();
    let case = bridge.new_case();
    let mut headers = HeaderMap::new();
    headers.insert("x-case", HeaderValue::from_str(case["id"].as_str().unwrap()).unwrap());
    headers.insert("x-kind", HeaderValue::from_static(""));
    headers.insert("x-name", HeaderValue::from_static("%E5%B0%8F%E7%A5%A8.png"));
    let add = |body: InvokeBody, headers: &HeaderMap| {
        bridge.send("evidence_add_bytes", body, headers.clone(), "tauri://localhost")
    };
    let report = add(InvokeBody::Raw(PIXEL.to_vec()), &headers).unwrap();
    assert_eq!(report["added"][0]["media_type"], json!("image/png"), "{report}");
    let shown = bridge.ask("case_show", json!({"id": case["id"]})).unwrap();
    assert_eq!(shown["evidence"][0]["name"], json!("小票.png"));

    let as_text = add(InvokeBody::Json(json!({})), &headers).unwrap_err();
    assert_eq!((&as_text["code"], &as_text["params"]["what"]), (&json!("request-unreadable"), &json!("body")));
    headers.remove("x-case");
    let homeless = add(InvokeBody::Raw(PIXEL.to_vec()), &headers).unwrap_err();
    assert_eq!((&homeless["code"], &homeless["params"]["what"]), (&json!("request-unreadable"), &json!("x-case")));
}

#[test]
fn chosen_files_go_in_by_token_once_and_never_by_path() {
    let bridge = Bridge::fresh();
    let case = bridge.new_case();
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("终端 [1].png");
    fs::write(&file, PIXEL).unwrap();
    let add = |token: &str| {
        let args = json!({"case": case["id"], "token": token, "job": "add-1", "on_progress": CHANNEL});
        bridge.ask("evidence_add_picked", args)
    };
    for guess in ["files-1", "", file.to_str().unwrap()] {
        assert_eq!(add(guess).unwrap_err()["code"], json!("token-unknown"), "{guess:?}");
    }
    let token = bridge.shell().picks().keep(vec![file]);
    let report = add(&token).unwrap();
    assert_eq!(report["added"][0]["label"], json!("E1"), "{report}");
    assert!(!report.to_string().contains(folder.path().to_str().unwrap()), "no path in what the page gets");
    assert_eq!(add(&token).unwrap_err()["code"], json!("token-unknown"), "used up");
}

#[test]
fn what_is_dropped_is_told_by_names_and_place_and_goes_in_by_its_token() {
    let bridge = Bridge::fresh();
    let case = bridge.new_case();
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("店里的照片")).unwrap();
    fs::write(folder.path().join("店里的照片/小票.png"), PIXEL).unwrap();
    let hears = |event: &'static str| {
        let (told, hears) = std::sync::mpsc::channel::<Value>();
        bridge.window.listen(event, move |event| told.send(serde_json::from_str(event.payload()).unwrap()).unwrap());
        hears
    };
    let (over, left, dropped) = (hears("files-over"), hears("files-left"), hears("files-dropped"));
    let happens = |event: DragDropEvent| {
        window::on_event(&bridge.window.as_ref().window(), &WindowEvent::DragDrop(event));
    };
    let position = PhysicalPosition::new(12.0, 34.0);
    let paths = vec![folder.path().join("店里的照片")];
    happens(DragDropEvent::Enter { paths: paths.clone(), position });
    assert_eq!(over.recv().unwrap(), json!({"x": 12.0, "y": 34.0}));
    happens(DragDropEvent::Leave);
    assert_eq!(left.recv().unwrap(), json!({}));
    happens(DragDropEvent::Drop { paths, position });
    let told = dropped.recv().unwrap();
    assert_eq!((&told["names"], &told["x"], &told["left_out"]), (&json!(["小票.png"]), &json!(12.0), &json!(false)));
    assert!(!told.to_string().contains(folder.path().to_str().unwrap()), "the page gets no path");
    let args = json!({"case": case["id"], "token": told["token"], "job": "add-1", "on_progress": CHANNEL});
    assert_eq!(bridge.ask("evidence_add_picked", args).unwrap()["added"].as_array().unwrap().len(), 1);
}

#[test]
fn jobs_are_called_off_when_the_window_goes() {
    let bridge = Bridge::fresh();
    let job = bridge.shell().jobs().begin("1".to_owned()).unwrap();
    window::on_event(&bridge.window.as_ref().window(), &WindowEvent::Focused(false));
    assert!(!job.flag.is_cancelled());
    window::on_event(&bridge.window.as_ref().window(), &WindowEvent::Destroyed);
    assert!(job.flag.is_cancelled());
}

#[test]
fn files_whose_case_refused_them_can_be_added_after_all() {
    let bridge = Bridge::fresh();
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("a.png");
    fs::write(&file, PIXEL).unwrap();
    let token = bridge.shell().picks().keep(vec![file]);
    let add = |case: &Value| {
        let args = json!({"case": case, "token": token, "job": "add-1", "on_progress": CHANNEL});
        bridge.ask("evidence_add_picked", args)
    };
    assert_eq!(add(&json!("2026-9999")).unwrap_err()["code"], json!("case-unknown"));
    let case = bridge.new_case();
    assert_eq!(add(&case["id"]).unwrap()["added"].as_array().unwrap().len(), 1);
}

#[test]
fn a_job_of_a_running_name_is_refused_and_one_called_off_ends_as_cancelled() {
    let bridge = Bridge::fresh();
    let running = bridge.shell().jobs().begin("1".to_owned()).unwrap();
    let doctor = json!({"job": "1", "on_progress": CHANNEL});
    assert_eq!(bridge.ask("doctor", doctor.clone()).unwrap_err()["code"], json!("job-running"));
    assert_eq!(bridge.ask("job_cancel", json!({"job": "1"})).unwrap(), Value::Null);
    assert!(running.flag.is_cancelled());
    drop(running);
    assert!(bridge.ask("doctor", doctor).is_ok());
    assert_eq!(bridge.ask("job_cancel", json!({"job": "long gone"})).unwrap(), Value::Null);
    let nameless = bridge.ask("doctor", json!({"job": "", "on_progress": CHANNEL})).unwrap_err();
    assert_eq!(nameless["code"], json!("job-unreadable"));
}

#[test]
fn a_panic_ends_its_command_only_and_is_called_internal() {
    let bridge = Bridge::fresh();
    let ended = tauri::async_runtime::block_on(bridge.shell().ask::<(), _>(|_| panic!("the use case fails here")));
    let error = ended.unwrap_err();
    assert_eq!(error.code, "internal");
    assert!(!error.message.contains("fails here"), "what went wrong inside is no word for people");
    assert!(bridge.ask("app_info", json!({})).is_ok());
}

#[test]
fn pixels_are_made_by_identifier() {
    let bridge = Bridge::fresh();
    let case = bridge.new_case();
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("a.png");
    fs::write(&file, PIXEL).unwrap();
    let token = bridge.shell().picks().keep(vec![file]);
    let args = json!({"case": case["id"], "token": token, "job": "add-1", "on_progress": CHANNEL});
    let report = bridge.ask("evidence_add_picked", args).unwrap();
    let picture = |id: &str, page: u32| {
        let uri = format!("evidence://localhost/{id}/{page}/256").parse().unwrap();
        let wanted = crate::protocol::read(&uri).unwrap();
        tauri::async_runtime::block_on(bridge.shell().picture(wanted))
    };
    let id = report["added"][0]["id"].as_str().unwrap();
    assert!(picture(id, 1).unwrap().starts_with(&PIXEL[..8]));
    assert_eq!(crate::protocol::status_of(&picture(id, 2).unwrap_err()), 404);
    assert_eq!(crate::protocol::status_of(&picture("01JB0Z3V6M8K4N2P5Q7R9S1T3W", 1).unwrap_err()), 404);
}

#[test]
fn the_window_that_is_made_is_the_configured_one() {
    let bridge = Bridge::fresh();
    assert_eq!(bridge.window.label(), MAIN);
    assert_eq!(bridge.app.webview_windows().len(), 1);
    assert_eq!(bridge.ask("ready", json!({})).unwrap(), Value::Null);
    assert!(!bridge.shell().show_once(), "the page has shown it");
}
