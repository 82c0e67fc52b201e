//! Decoding in worker processes. The workers are this very test program, started for one test with a word that only
//! these tests say; what they decode with is either the real thing or a decoder that has been taken over.
#![cfg(unix)]

use crate::fixtures;
use crate::intake::place;
use recourse_domain::{Coded, MediaType, Progress, Unwatched, Watcher};
use recourse_evidence::worker::{serve, serve_as, tie, tie_some};
use recourse_evidence::{
    Answer, Ask, Bonds, Door, EvidenceError, InProcess, Launch, Password, Reading, Sandboxed, Warning,
};
use std::fs::File;
use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Mutex, OnceLock};
use std::time::Duration;

/// Not a test of its own: what runs in the workers of the tests below. Does nothing in any other run.
#[test]
fn child_serves() {
    let mode = std::env::args().find_map(|word| word.strip_prefix("mode-").map(str::to_owned));
    let ended = match mode.as_deref() {
        None => return,
        Some("real") => serve(InProcess::default()),
        Some("taken-over") => {
            start_early();
            serve_as(tie, taken_over)
        }
        Some("taken-over-calls-free") => serve_as(|line| tie_some(line, false), taken_over),
        Some("unlimited") => serve_as(|_| Bonds::default(), taken_over),
        Some("program") => {
            let path = PathBuf::from(std::env::args().find_map(|w| w.strip_prefix("on-").map(str::to_owned)).unwrap());
            let _ = door("taken-over").ask(&path, &ASK, &Unwatched);
            1
        }
        Some(_) => 1,
    };
    std::process::exit(ended);
}

/// A thread that was there before the hands were tied, as libraries start them: it reads what it is told to.
static EARLY: OnceLock<Mutex<Early>> = OnceLock::new();

type Early = (Sender<String>, Receiver<std::io::Result<()>>);

fn start_early() {
    let ((tell, told), (answer, answers)) = (channel::<String>(), channel());
    std::thread::spawn(move || {
        for path in told {
            answer.send(std::fs::read(path).map(drop)).unwrap();
        }
    });
    EARLY.set(Mutex::new((tell, answers))).unwrap();
}

const ASK: Ask = Ask::Read { media: MediaType::Text };

/// Does what the file says, as code would that got in through a hole in a decoder.
fn taken_over(mut file: File, _: &Ask) -> Result<Answer, EvidenceError> {
    let mut orders = String::new();
    file.read_to_string(&mut orders).unwrap();
    let (order, on) = orders.split_once(' ').unwrap_or((&orders, ""));
    let told = |result: std::io::Result<()>| match result {
        Ok(()) => "done".to_owned(),
        Err(error) => format!("refused: {:?} {:?}", error.kind(), error.raw_os_error()),
    };
    let page = match order {
        "hello" => "hello".to_owned(),
        "abort" => std::process::abort(),
        "panic" => panic!("hostile content"),
        "loop" => loop {
            std::hint::spin_loop();
        },
        "allocate" => {
            let mut held = Vec::new();
            loop {
                held.push(vec![1u8; 16 << 20]);
            }
        }
        "sink" => sink(0).to_string(),
        "read" => told(std::fs::read(on).map(drop)),
        "read-early" => {
            let early = EARLY.get().unwrap().lock().unwrap();
            early.0.send(on.to_owned()).unwrap();
            told(early.1.recv().unwrap())
        }
        "say" => told(Write::write_all(&mut std::io::stderr(), b"x").and_then(|()| {
            // Standard error tells no faults; its descriptor does.
            rustix::io::write(std::io::stderr(), b"x").map(drop).map_err(Into::into)
        })),
        "write" => told(std::fs::OpenOptions::new().append(true).open(on).map(drop)),
        "create" => told(File::create(on).map(drop)),
        "remove" => told(std::fs::remove_file(on)),
        "write-own" => told(Write::write_all(&mut file, b"x")),
        "connect" => told(std::net::TcpStream::connect(on).map(drop)),
        "listen" => told(std::net::TcpListener::bind("127.0.0.1:0").map(drop)),
        "shout" => told(std::net::UdpSocket::bind("127.0.0.1:0").and_then(|s| s.send_to(b"x", on)).map(drop)),
        "start" => told(Command::new(on).status().map(drop)),
        "kill" => {
            let pid = rustix::process::Pid::from_raw(on.parse().unwrap()).unwrap();
            told(rustix::process::kill_process(pid, rustix::process::Signal::KILL).map_err(Into::into))
        }
        "astray" => return Ok(Answer::Parts(Vec::new())),
        other => format!("strange order {other}"),
    };
    Ok(Answer::Reading(Reading { pages: vec![page], ..Reading::default() }))
}

#[allow(clippy::cast_possible_truncation, unconditional_recursion)]
fn sink(depth: u64) -> u64 {
    let ballast = std::hint::black_box([depth as u8; 4096]);
    sink(depth + 1) + u64::from(ballast[7])
}

fn launch(mode: &str) -> Launch {
    let words = ["--exact", "worker::child_serves", "--nocapture", &format!("mode-{mode}")].map(Into::into);
    Launch::program(std::env::current_exe().unwrap(), words)
}

fn door(mode: &str) -> Sandboxed {
    Sandboxed::new(launch(mode))
}

struct Orders {
    dir: tempfile::TempDir,
    door: Sandboxed,
}

fn orders(mode: &str) -> Orders {
    Orders { dir: tempfile::tempdir().unwrap(), door: door(mode).with_workers(1) }
}

impl Orders {
    fn give(&self, order: &str) -> Result<String, EvidenceError> {
        let path = self.dir.path().join("orders");
        std::fs::write(&path, order).unwrap();
        match self.door.ask(&path, &ASK, &Unwatched)? {
            Answer::Reading(mut reading) => Ok(reading.pages.remove(0)),
            other => panic!("{other:?}"),
        }
    }

    fn works(&self) -> bool {
        self.give("hello").unwrap() == "hello"
    }
}

#[test]
fn a_worker_answers_as_the_decoders_do() {
    let (sandboxed, here) = (door("real"), InProcess::default());
    for (name, media) in [
        ("photo.jpg", MediaType::Jpeg),
        ("progressive.jpg", MediaType::Jpeg),
        ("cmyk.jpg", MediaType::Jpeg),
        ("gray.jpg", MediaType::Jpeg),
        ("photo.png", MediaType::Png),
        ("alpha.png", MediaType::Png),
        ("photo.webp", MediaType::Webp),
        ("moving.webp", MediaType::Webp),
        ("two-pages.pdf", MediaType::Pdf),
        ("locked.pdf", MediaType::Pdf),
        ("unembedded-song.pdf", MediaType::Pdf),
    ] {
        let path = fixtures::path(name);
        let code = |e: EvidenceError| (e.code(), e.params());
        let ask = |ask: Ask| {
            let theirs = sandboxed.ask(&path, &ask, &Unwatched).map_err(code);
            assert_eq!(theirs, here.ask(&path, &ask, &Unwatched).map_err(code), "{name}: {ask:?}");
        };
        ask(Ask::Inspect { media });
        ask(Ask::Pixels { media, page: 1, longest_px: Some(40) });
        ask(Ask::Pixels { media, page: 1, longest_px: None });
        ask(Ask::Pixels { media, page: 3, longest_px: None });
        ask(Ask::Read { media });
        ask(Ask::Parts { media });
        for page in 0..=1 {
            ask(Ask::Unlock { password: Password::new("secret".to_owned()), page });
        }
    }
}

#[cfg(target_os = "linux")]
#[test]
fn every_bond_is_on_here() {
    let bonds = door("real").bonds().unwrap().unwrap();
    assert!(bonds.complete(), "{bonds:?}");
    let partly = door("taken-over-calls-free").bonds().unwrap().unwrap();
    assert_eq!(partly, Bonds { calls: false, ..bonds });
}

#[test]
fn a_worker_that_dies_is_replaced_and_its_file_blamed() {
    let orders = orders("taken-over");
    for end in ["abort", "allocate", "sink"] {
        assert!(orders.works());
        assert_eq!(orders.give(end).unwrap_err().code(), "decoder-died", "{end}");
    }
    assert!(orders.works());
}

#[test]
fn a_panic_is_damage_and_the_worker_goes_on() {
    let orders = orders("taken-over");
    assert_eq!(orders.give("panic").unwrap_err().code(), "evidence-damaged");
    assert!(orders.works());
}

#[test]
fn work_without_end_is_ended() {
    let orders = orders("taken-over");
    assert!(orders.works());
    let orders = Orders { door: orders.door.with_time_limit(Duration::from_millis(300)), ..orders };
    assert_eq!(orders.give("loop").unwrap_err().code(), "evidence-too-slow");
    let orders = Orders { door: orders.door.with_time_limit(Duration::from_secs(30)), ..orders };
    assert!(orders.works());
}

/// Calls off the second time it is asked.
struct Impatient(AtomicU32);

impl Watcher for Impatient {
    fn progress(&self, _: &Progress<'_>) {}
    fn cancelled(&self) -> bool {
        self.0.fetch_add(1, Ordering::SeqCst) >= 1
    }
}

#[test]
fn work_is_called_off_at_once() {
    let orders = orders("taken-over");
    let path = orders.dir.path().join("loop");
    std::fs::write(&path, "loop").unwrap();
    let ended = orders.door.ask(&path, &ASK, &Impatient(AtomicU32::new(0)));
    assert_eq!(ended.unwrap_err().code(), "cancelled");
    assert!(orders.works());
}

#[test]
fn an_answer_to_another_question_is_no_answer() {
    let orders = orders("taken-over");
    let path = orders.dir.path().join("astray");
    std::fs::write(&path, "astray").unwrap();
    assert_eq!(orders.door.read(&path, MediaType::Text).unwrap_err().code(), "decoder-died");
}

#[test]
fn without_a_worker_nothing_is_opened() {
    let nowhere = Sandboxed::new(Launch::program("/nowhere/recourse".into(), []));
    let photo = fixtures::path("photo.jpg");
    assert_eq!(nowhere.inspect(&photo, MediaType::Jpeg).unwrap_err().code(), "decoder-missing");
    // A program that says nothing, one that is no worker, and one whose limits do not hold.
    for program in [Launch::program("/bin/true".into(), []), launch("unknown"), launch("unlimited")] {
        let door = Sandboxed::new(program);
        assert_eq!(door.inspect(&photo, MediaType::Jpeg).unwrap_err().code(), "decoder-missing");
        assert_eq!(door.bonds().unwrap_err().code(), "decoder-missing");
    }
    // This program never offered to be one.
    assert_eq!(Launch::this_program().unwrap_err().code(), "decoder-missing");
    let door = Sandboxed::of_this_program();
    assert_eq!(door.inspect(&photo, MediaType::Jpeg).unwrap_err().code(), "decoder-missing");
}

#[cfg(target_os = "linux")]
#[test]
fn a_worker_that_was_taken_over_reaches_nothing() {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let ear = std::net::UdpSocket::bind("127.0.0.1:0").unwrap();
    // With all bonds, and with Landlock alone.
    for (mode, calls) in [("taken-over", true), ("taken-over-calls-free", false)] {
        let orders = orders(mode);
        let inside = |name: &str| orders.dir.path().join(name).display().to_string();
        let own = inside("orders");
        let refused = |order: String| {
            let told = orders.give(&order).unwrap();
            assert!(told.starts_with("refused"), "{mode}: {order}: {told}");
        };
        for secret in ["/etc/passwd", "/proc/self/environ", &own] {
            refused(format!("read {secret}"));
        }
        refused("write /etc/passwd".to_owned());
        refused(format!("write {own}"));
        refused(format!("create {}", inside("new")));
        refused(format!("remove {own}"));
        refused("write-own".to_owned());
        refused(format!("connect {}", listener.local_addr().unwrap()));
        refused("listen".to_owned());
        refused("start /bin/true".to_owned());
        refused(format!("kill {}", std::process::id()));
        if calls {
            refused("read-early /etc/passwd".to_owned());
            refused("say".to_owned());
            refused(format!("shout {}", ear.local_addr().unwrap()));
        }
        let left: Vec<_> = std::fs::read_dir(orders.dir.path()).unwrap().flatten().map(|e| e.file_name()).collect();
        assert_eq!(left, ["orders"]);
        assert!(orders.works());
    }
    listener.set_nonblocking(true).unwrap();
    assert_eq!(listener.accept().unwrap_err().kind(), std::io::ErrorKind::WouldBlock);
}

#[test]
fn a_file_that_ends_its_worker_is_kept_closed_and_the_next_goes_in() {
    let place = place();
    let taken_over = door("taken-over");
    let take = |name: &str, bytes: &str| {
        place.vault.take_in_file(&place.file(name, bytes.as_bytes()), &taken_over, &Unwatched).unwrap()
    };
    let killer = take("killer.txt", "abort");
    assert_eq!((killer.media_type, &killer.warnings[..]), (MediaType::Opaque, &[Warning::DECODER_DIED][..]));
    place.vault.verify(&killer.sha256).unwrap();
    let taken = place.vault.take_in_file(&fixtures::path("photo.jpg"), &door("real"), &Unwatched).unwrap();
    assert_eq!((taken.media_type, taken.width_px, &taken.warnings[..]), (MediaType::Jpeg, 160, &[][..]));
}

#[test]
fn hostile_documents_meet_a_worker() {
    let place = place();
    let door = door("real");
    let codes = ["decoder-died", "evidence-damaged", "evidence-truncated", "evidence-too-slow"];
    for (open, close) in [("[", "]"), ("<</A ", ">>"), ("(", ")"), ("q ", "Q ")] {
        let body = format!("{}{}", open.repeat(200_000), close.repeat(200_000));
        let pdf = format!(
            "%PDF-1.4\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type/Pages/Count 1/Kids[3 0 R]>>\nendobj\n3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 100 100]/Contents 4 0 R>>\nendobj\n4 0 obj\n<</Length {}>>stream\n{body}\nendstream\nendobj\ntrailer<</Root 1 0 R/Size 5>>\nstartxref\n0\n%%EOF\n",
            body.len()
        );
        let path = place.file("nested.pdf", pdf.as_bytes());
        if let Err(error) = door.picture(&path, MediaType::Pdf, 1, 64) {
            assert!(codes.contains(&error.code()), "{open}: {error}");
        }
        assert_eq!(door.inspect(&fixtures::path("photo.jpg"), MediaType::Jpeg).unwrap().width_px, 160);
    }
}

/// 64 megapixels are 192 MB of samples: a worker has room for them once, and this process needs none for a preview.
#[test]
fn the_largest_photos_fit_into_a_worker() {
    let side = 8_000u32;
    let mut packed = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::fast());
    let row = vec![0; side as usize * 3 + 1];
    for _ in 0..side {
        packed.write_all(&row).unwrap();
    }
    let data = fixtures::chunk(b"IDAT", &packed.finish().unwrap());
    let png = [fixtures::png_head(side, side), data, fixtures::chunk(b"IEND", b"")].concat();
    let place = place();
    let path = place.file("large.png", &png);
    let seen = door("real").picture(&path, MediaType::Png, 1, 256).unwrap();
    assert_eq!((seen.width_px, seen.height_px), (256, 256));
}

#[test]
fn many_hands_share_few_workers() {
    let door = door("real").with_workers(2);
    std::thread::scope(|scope| {
        for _ in 0..8 {
            scope.spawn(|| {
                for _ in 0..5 {
                    let seen = door.picture(&fixtures::path("photo.jpg"), MediaType::Jpeg, 1, 32).unwrap();
                    assert_eq!((seen.width_px, seen.height_px), (32, 24));
                }
            });
        }
    });
}

/// The state letter of a process, or none when it is gone.
#[cfg(target_os = "linux")]
fn state(pid: &str) -> Option<char> {
    let stat = std::fs::read_to_string(Path::new("/proc").join(pid).join("stat")).ok()?;
    stat.rsplit(')').next()?.trim_start().chars().next()
}

#[cfg(target_os = "linux")]
#[test]
fn a_busy_worker_ends_with_its_program() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("orders");
    std::fs::write(&path, "loop").unwrap();
    let mut program = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "worker::child_serves", "--nocapture", "mode-program"])
        .arg(format!("on-{}", path.display()))
        .stdout(Stdio::null())
        .spawn()
        .unwrap();
    let tasks = PathBuf::from(format!("/proc/{}/task", program.id()));
    let worker = loop {
        let tasks = std::fs::read_dir(&tasks).unwrap().flatten();
        let children = tasks.filter_map(|t| std::fs::read_to_string(t.path().join("children")).ok());
        if let Some(pid) = children.flat_map(|c| c.split_whitespace().map(str::to_owned).collect::<Vec<_>>()).next() {
            break pid;
        }
        std::thread::yield_now();
    };
    program.kill().unwrap();
    program.wait().unwrap();
    // Whoever inherits it may be slow to bury it.
    while state(&worker).is_some_and(|s| s != 'Z') {
        std::thread::yield_now();
    }
}
