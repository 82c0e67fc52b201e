//! Another program on the same screen, from which the owner drags files and copies pictures: an X client of the few
//! requests that XDND and the clipboard need, over the standard library. What arrives in the window has come the way
//! it comes from a file manager.
//!
//! Knows nothing of the app but the title of its window.

use std::collections::VecDeque;
use std::io::{Read, Write};
use std::os::unix::net::UnixStream;
use std::path::Path;
use std::time::Duration;

/// An answer of the X server, or something it tells by itself: 32 bytes and what follows.
type Packet = Vec<u8>;
type Atom = u32;
type Window = u32;

const CLIENT_MESSAGE: u8 = 33;
const SELECTION_REQUEST: u8 = 30;
const SELECTION_NOTIFY: u8 = 31;
const ATOM: Atom = 4;

/// A connection with one window of its own, which is never shown.
pub(crate) struct Neighbour {
    stream: UnixStream,
    root: Window,
    own: Window,
    waiting: VecDeque<Packet>,
}

impl Neighbour {
    /// Joins the screen that `DISPLAY` names.
    pub(crate) fn join() -> Self {
        let display = std::env::var("DISPLAY").unwrap();
        let number = display.trim_start_matches(':').split('.').next().unwrap().to_owned();
        let mut stream = UnixStream::connect(format!("/tmp/.X11-unix/X{number}")).unwrap();
        stream.set_read_timeout(Some(Duration::from_secs(20))).unwrap();
        let (name, data) = cookie(&number).unwrap_or_default();
        let mut hello = vec![b'l', 0, 11, 0, 0, 0];
        hello.extend([low(name.len()), low(data.len())].concat());
        hello.extend([0, 0]);
        hello.extend(padded(&name));
        hello.extend(padded(&data));
        stream.write_all(&hello).unwrap();
        let mut head = [0; 8];
        stream.read_exact(&mut head).unwrap();
        let mut body = vec![0; 4 * usize::from(u16::from_le_bytes([head[6], head[7]]))];
        stream.read_exact(&mut body).unwrap();
        assert_eq!(head[0], 1, "the X server refuses: {}", String::from_utf8_lossy(&body));
        let vendor = usize::from(u16::from_le_bytes([body[16], body[17]])).next_multiple_of(4);
        let root = word(&body, 32 + vendor + 8 * usize::from(body[21]));
        let own = word(&body, 4) | 1;
        let mut neighbour = Self { stream, root, own, waiting: VecDeque::new() };
        // CreateWindow, 1×1, of the parent's kind.
        neighbour.request(1, 0, &[words(&[own, root, 0, 0x0001_0001, 0x0001_0000, 0, 0])].concat());
        neighbour
    }

    /// Drags files from here onto the window with this title and lets them go at this place of its page.
    pub(crate) fn drop_files(&mut self, title: &str, files: &[&Path], (x, y): (u32, u32)) {
        let uris: String = files.iter().map(|file| format!("file://{}\r\n", percent(file))).collect();
        let target = self.window(title);
        let (left, top) = self.place(target);
        let [selection, kind, copy] = ["XdndSelection", "text/uri-list", "XdndActionCopy"].map(|name| self.atom(name));
        self.own(selection);
        self.tell(target, "XdndEnter", [self.own, 5 << 24, kind, 0, 0]);
        let at = (left + x) << 16 | (top + y);
        // Twice, as a moving hand does it: the first only brings the drag into the window.
        for _ in 0..2 {
            self.tell(target, "XdndPosition", [self.own, 0, at, 0, copy]);
            self.serve_until("XdndStatus", kind, uris.as_bytes());
        }
        self.tell(target, "XdndDrop", [self.own, 0, 0, 0, 0]);
        self.serve_until("XdndFinished", kind, uris.as_bytes());
    }

    /// Puts a PNG picture on the clipboard and hands it out while `meanwhile` goes on, as often as it is asked for.
    pub(crate) fn copy_picture(mut self, png: Vec<u8>, meanwhile: impl FnOnce()) {
        let (clipboard, kind) = (self.atom("CLIPBOARD"), self.atom("image/png"));
        self.own(clipboard);
        let stop = self.stream.try_clone().unwrap();
        std::thread::scope(|scope| {
            scope.spawn(move || {
                while let Some(packet) = self.next() {
                    self.serve(&packet, kind, &png);
                }
            });
            meanwhile();
            stop.shutdown(std::net::Shutdown::Both).unwrap();
        });
    }

    fn own(&mut self, selection: Atom) {
        self.request(22, 0, &words(&[self.own, selection, 0]));
    }

    fn serve_until(&mut self, message: &str, kind: Atom, content: &[u8]) {
        let wanted = self.atom(message);
        loop {
            let packet = self.next().expect("the window answers the drag");
            if packet[0] & 0x7f == CLIENT_MESSAGE && word(&packet, 8) == wanted {
                return;
            }
            self.serve(&packet, kind, content);
        }
    }

    /// Answers one request for the selection: with the list of kinds, or with the content.
    fn serve(&mut self, packet: &Packet, kind: Atom, content: &[u8]) {
        if packet[0] & 0x7f != SELECTION_REQUEST {
            return;
        }
        let [time, requestor, selection, target, property] = [4, 12, 16, 20, 24].map(|at| word(packet, at));
        let targets = self.atom("TARGETS");
        let mut given = property;
        if target == targets {
            self.change_property(requestor, property, ATOM, 32, &words(&[targets, kind]));
        } else if target == kind {
            self.change_property(requestor, property, kind, 8, content);
        } else {
            given = 0;
        }
        let mut notify = vec![SELECTION_NOTIFY, 0, 0, 0];
        notify.extend(words(&[time, requestor, selection, target, given, 0, 0]));
        self.send_event(requestor, &notify);
    }

    fn change_property(&mut self, window: Window, property: Atom, kind: Atom, bits: u8, content: &[u8]) {
        let count = u32::try_from(content.len() / usize::from(bits / 8)).unwrap();
        let mut body = words(&[window, property, kind, u32::from(bits), count]);
        body.extend(padded(content));
        self.request(18, 0, &body);
    }

    fn tell(&mut self, window: Window, message: &str, data: [u32; 5]) {
        let message = self.atom(message);
        let mut event = vec![CLIENT_MESSAGE, 32, 0, 0];
        event.extend(words(&[window, message]));
        event.extend(words(&data));
        self.send_event(window, &event);
    }

    fn send_event(&mut self, window: Window, event: &[u8]) {
        let mut body = words(&[window, 0]);
        body.extend(event);
        self.request(25, 0, &body);
    }

    fn atom(&mut self, name: &str) -> Atom {
        let mut body = low(name.len()).to_vec();
        body.extend([0, 0]);
        body.extend(padded(name.as_bytes()));
        self.request(16, 0, &body);
        word(&self.answer(), 8)
    }

    /// The window with this title that takes drops.
    fn window(&mut self, title: &str) -> Window {
        let (name, aware) = (self.atom("_NET_WM_NAME"), self.atom("XdndAware"));
        self.request(15, 0, &words(&[self.root]));
        let tree = self.answer();
        let children: Vec<Window> = tree[32..].chunks_exact(4).map(|child| word(child, 0)).collect();
        let found = children
            .into_iter()
            .find(|child| self.property(*child, name) == title.as_bytes() && !self.property(*child, aware).is_empty());
        found.unwrap_or_else(|| panic!("no window called {title} takes drops"))
    }

    fn property(&mut self, window: Window, property: Atom) -> Vec<u8> {
        self.request(20, 0, &words(&[window, property, 0, 0, 64]));
        let answer = self.answer();
        let length = word(&answer, 16) as usize * usize::from(answer[1] / 8);
        answer[32..32 + length].to_vec()
    }

    /// Where the window's upper left corner lies on the screen.
    fn place(&mut self, window: Window) -> (u32, u32) {
        self.request(40, 0, &words(&[window, self.root, 0]));
        let place = word(&self.answer(), 12);
        (place & 0xffff, place >> 16)
    }

    fn request(&mut self, code: u8, detail: u8, body: &[u8]) {
        let mut request = vec![code, detail];
        request.extend(low(1 + body.len() / 4));
        request.extend(body);
        self.stream.write_all(&request).unwrap();
    }

    /// The answer to the last request; what comes before it is kept.
    fn answer(&mut self) -> Packet {
        loop {
            let packet = self.read().expect("the X server answers");
            assert_ne!(packet[0], 0, "the X server found fault: {packet:?}");
            if packet[0] == 1 {
                return packet;
            }
            self.waiting.push_back(packet);
        }
    }

    fn next(&mut self) -> Option<Packet> {
        self.waiting.pop_front().or_else(|| self.read())
    }

    fn read(&mut self) -> Option<Packet> {
        let mut packet = vec![0; 32];
        self.stream.read_exact(&mut packet).ok()?;
        if packet[0] == 1 {
            let mut rest = vec![0; 4 * word(&packet, 4) as usize];
            self.stream.read_exact(&mut rest).ok()?;
            packet.extend(rest);
        }
        Some(packet)
    }
}

/// Name and value of the cookie for this display, from the file that `XAUTHORITY` names.
fn cookie(display: &str) -> Option<(Vec<u8>, Vec<u8>)> {
    let file = std::env::var_os("XAUTHORITY")?;
    let bytes = std::fs::read(file).ok()?;
    let mut rest = bytes.as_slice();
    while rest.len() > 2 {
        rest = &rest[2..];
        let mut fields = [&[][..]; 4];
        for field in &mut fields {
            let length = usize::from(u16::from_be_bytes([rest[0], rest[1]]));
            (*field, rest) = rest[2..].split_at(length);
        }
        let [_, number, name, data] = fields;
        if number.is_empty() || number == display.as_bytes() {
            return Some((name.to_vec(), data.to_vec()));
        }
    }
    None
}

fn word(bytes: &[u8], at: usize) -> u32 {
    u32::from_le_bytes(bytes[at..at + 4].try_into().unwrap())
}

fn words(words: &[u32]) -> Vec<u8> {
    words.iter().flat_map(|word| word.to_le_bytes()).collect()
}

fn low(number: usize) -> [u8; 2] {
    u16::try_from(number).unwrap().to_le_bytes()
}

fn padded(bytes: &[u8]) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    bytes.resize(bytes.len().next_multiple_of(4), 0);
    bytes
}

/// A path as it stands in a `file://` address.
fn percent(path: &Path) -> String {
    let bytes = path.to_str().unwrap().bytes();
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"/-_.~".contains(&byte);
    bytes.map(|byte| if plain(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") }).collect()
}
