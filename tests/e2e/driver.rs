//! A WebDriver client of the few calls the stories need, over the standard library: a client from a registry would
//! bring features that have the whole window compiled a second time.
//!
//! Knows nothing of the app. Waiting is the driver's (implicit wait) or the page's own (a script that answers when it
//! is so); nothing here waits for a time.

use std::io::{Error, Read, Result, Write};
use std::net::{TcpListener, TcpStream};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use serde_json::{Value, json};

/// How long the driver looks for an element or waits for a script.
pub(crate) const PATIENCE: Duration = Duration::from_secs(20);
/// The name under which WebDriver hands out elements.
const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

/// Keys that have no character, as WebDriver numbers them.
pub(crate) mod key {
    pub(crate) const TAB: char = '\u{e004}';
    pub(crate) const ENTER: char = '\u{e007}';
    pub(crate) const SHIFT: char = '\u{e008}';
    pub(crate) const CONTROL: char = '\u{e009}';
    pub(crate) const ESCAPE: char = '\u{e00c}';
    pub(crate) const UP: char = '\u{e013}';
    pub(crate) const DOWN: char = '\u{e015}';
}

/// The driver's process with a message bus of its own: a second start must find no first one of another story.
struct Driver {
    process: Child,
    port: u16,
}

impl Driver {
    fn start(settings: &[(&str, &str)]) -> Self {
        let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
        let mut command = Command::new("dbus-run-session");
        command.args(["--", "WebKitWebDriver", &format!("--port={port}")]);
        command.envs(settings.iter().copied()).env("TAURI_WEBVIEW_AUTOMATION", "true");
        // A group of its own, so that driver, bus and window end together.
        std::os::unix::process::CommandExt::process_group(&mut command, 0);
        let process =
            command.stdin(Stdio::null()).spawn().expect("is webkit2gtk-driver installed? (cargo xtask test e2e)");
        let driver = Self { process, port };
        let begun = Instant::now();
        while TcpStream::connect(("127.0.0.1", port)).is_err() {
            assert!(begun.elapsed() < PATIENCE, "WebKitWebDriver does not answer on port {port}");
            std::thread::park_timeout(Duration::from_millis(20));
        }
        driver
    }

    fn ask(&self, method: &str, path: &str, body: Option<&Value>) -> Result<Value> {
        let text = body.map(Value::to_string).unwrap_or_default();
        let mut stream = TcpStream::connect(("127.0.0.1", self.port))?;
        stream.set_read_timeout(Some(PATIENCE * 3))?;
        let head = format!(
            "{method} {path} HTTP/1.1\r\nHost: 127.0.0.1:{}\r\nContent-Type: application/json\r\nContent-Length: {}\r\nConnection: close\r\n\r\n",
            self.port,
            text.len()
        );
        stream.write_all(head.as_bytes()).and_then(|()| stream.write_all(text.as_bytes()))?;
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer)?;
        let answer = String::from_utf8_lossy(&answer);
        let (head, body) =
            answer.split_once("\r\n\r\n").ok_or_else(|| Error::other(format!("{method} {path}: no answer")))?;
        let value: Value = serde_json::from_str(body)
            .map_err(|error| Error::other(format!("{method} {path}: {error} in {body:?}")))?;
        let value = value.get("value").cloned().unwrap_or_default();
        if head.split(' ').nth(1) == Some("200") {
            Ok(value)
        } else {
            Err(Error::other(format!("{method} {path}: {value}")))
        }
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        let group = format!("kill -TERM -{0} 2>/dev/null", self.process.id());
        let _ = Command::new("sh").args(["-c", &group]).status();
        let _ = self.process.wait();
    }
}

/// One run of the app under a driver. Dropping it ends the app.
pub(crate) struct Session {
    driver: Driver,
    path: String,
}

/// Something on the page.
#[derive(Debug, Clone)]
pub(crate) struct Element(String);

impl Element {
    /// The element that a script has returned.
    pub(crate) fn of(value: &Value) -> Option<Self> {
        value[ELEMENT].as_str().map(|id| Self(id.to_owned()))
    }
}

impl Session {
    /// Starts the app with these environment settings. Ends the story when no screen is there: the driver would hang.
    pub(crate) fn start(app: &str, settings: &[(&str, &str)]) -> Self {
        let display = std::env::var_os("DISPLAY").is_some_and(|display| !display.is_empty());
        assert!(display, "there is no screen: run the window's stories with `cargo xtask test e2e`");
        let driver = Driver::start(settings);
        let wanted =
            json!({"capabilities": {"alwaysMatch": {"webkitgtk:browserOptions": {"binary": app, "args": []}}}});
        let opened = driver.ask("POST", "/session", Some(&wanted)).expect("the app starts");
        let path = format!("/session/{}", opened["sessionId"].as_str().expect("a session id"));
        let session = Self { driver, path };
        let patience = u64::try_from(PATIENCE.as_millis()).unwrap();
        session.post("timeouts", &json!({"implicit": patience, "script": patience, "pageLoad": patience}));
        session
    }

    fn ask(&self, method: &str, what: &str, body: Option<&Value>) -> Result<Value> {
        self.driver.ask(method, &format!("{}/{what}", self.path), body)
    }

    #[track_caller]
    fn post(&self, what: &str, body: &Value) -> Value {
        match self.ask("POST", what, Some(body)) {
            Ok(value) => value,
            Err(error) => panic!("{error}\nsent: {body}"),
        }
    }

    #[track_caller]
    fn get(&self, what: &str) -> Value {
        match self.ask("GET", what, None) {
            Ok(value) => value,
            Err(error) => panic!("{error}"),
        }
    }

    /// The first element that this CSS selector finds; waits for it.
    #[track_caller]
    pub(crate) fn find(&self, css: &str) -> Element {
        let found = self.post("element", &json!({"using": "css selector", "value": css}));
        Element::of(&found).expect("an element")
    }

    /// Clicks in the middle of it.
    #[track_caller]
    pub(crate) fn click(&self, element: &Element) {
        self.post(&format!("element/{}/click", element.0), &json!({}));
    }

    /// Types into it.
    #[track_caller]
    pub(crate) fn type_into(&self, element: &Element, text: &str) {
        self.post(&format!("element/{}/value", element.0), &json!({"text": text}));
    }

    /// Empties it.
    #[track_caller]
    pub(crate) fn clear(&self, element: &Element) {
        self.post(&format!("element/{}/clear", element.0), &json!({}));
    }

    /// Presses these keys one after the other wherever the focus is. Keys of `held` stay down meanwhile.
    #[track_caller]
    pub(crate) fn press(&self, held: &[char], keys: &[char]) {
        let down = |key: &char| json!({"type": "keyDown", "value": key});
        let up = |key: &char| json!({"type": "keyUp", "value": key});
        let mut actions: Vec<Value> = held.iter().map(down).collect();
        actions.extend(keys.iter().flat_map(|key| [down(key), up(key)]));
        actions.extend(held.iter().rev().map(up));
        self.post("actions", &json!({"actions": [{"type": "key", "id": "keyboard", "actions": actions}]}));
    }

    /// Runs a script's body in the page and gives what it returns.
    #[track_caller]
    pub(crate) fn run(&self, script: &str, arguments: &[Value]) -> Value {
        self.post("execute/sync", &json!({"script": script, "args": arguments}))
    }

    /// Runs a script's body in the page; it answers by calling `done(value)`. Fails when it does not answer in time.
    pub(crate) fn try_and_wait(&self, script: &str, arguments: &[Value]) -> Result<Value> {
        let script = format!("const done = arguments[arguments.length - 1]; {script}");
        self.ask("POST", "execute/async", Some(&json!({"script": script, "args": arguments})))
    }

    /// Waits until this expression is true in the page, looking at every frame. False when it does not come true.
    pub(crate) fn comes_true(&self, expression: &str) -> bool {
        let look = format!("const look = () => ({expression}) ? done(true) : requestAnimationFrame(look); look();");
        self.try_and_wait(&look, &[]).is_ok()
    }

    /// The same where anything else ends the story.
    #[track_caller]
    pub(crate) fn until(&self, expression: &str) {
        assert!(self.comes_true(expression), "{expression} never became true");
    }

    /// Makes the window this large.
    pub(crate) fn resize(&self, width: u32, height: u32) {
        self.post("window/rect", &json!({"width": width, "height": height}));
    }

    /// What the window shows, as PNG.
    pub(crate) fn screenshot(&self) -> Vec<u8> {
        from_base64(self.get("screenshot").as_str().expect("a picture"))
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        let _ = self.driver.ask("DELETE", &self.path, None);
    }
}

/// Decodes standard base64.
fn from_base64(text: &str) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(text.len() / 4 * 3);
    let (mut bits, mut count) = (0u32, 0);
    for c in text.bytes() {
        let six = match c {
            b'A'..=b'Z' => c - b'A',
            b'a'..=b'z' => c - b'a' + 26,
            b'0'..=b'9' => c - b'0' + 52,
            b'+' => 62,
            b'/' => 63,
            _ => continue,
        };
        bits = bits << 6 | u32::from(six);
        count += 6;
        if count >= 8 {
            count -= 8;
            bytes.push((bits >> count & 0xff) as u8);
        }
    }
    bytes
}

#[test]
fn base64_gives_the_bytes_back() {
    assert_eq!(from_base64("aGVsbG8="), b"hello");
    assert_eq!(from_base64("/+8A"), [0xff, 0xef, 0x00]);
}
