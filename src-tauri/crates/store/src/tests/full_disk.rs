//! A full disk and a failing one: what was acknowledged stays, the rest is refused by name, and work goes on afterwards.

use super::samples::{event, evidence, id, note, opened};
use super::{faults, fresh, open_at, scratch};
use crate::Store;
use crate::connect::read_pragma;
use recourse_domain::{Coded, Event};
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

fn long_note(n: i64) -> Event {
    note(1, n, &format!("第 {n} 条 {}", "占满磁盘的长备注。".repeat(200)))
}

/// Appends until it is refused; how many went through, and the code of the refusal.
fn fill(store: &Store, from: i64) -> (i64, &'static str) {
    for n in from.. {
        if let Err(error) = store.append(&[long_note(n)]) {
            return (n - from, error.code());
        }
        assert!(n < from + 20_000, "never full");
    }
    unreachable!()
}

#[test]
fn a_full_database_refuses_loses_nothing_and_goes_on_later() {
    let (dir, store) = fresh();
    store.append(&[opened(1, "2026-0001", "磁盘", 0)]).unwrap();
    let pages: i64 = store.with_writer(|conn| Ok(read_pragma(conn, "page_count")?.parse().unwrap())).unwrap();
    let at_most = |pages: i64| {
        store.with_writer(|conn| Ok(conn.pragma_update(None, "max_page_count", pages)?)).unwrap();
    };
    at_most(pages + 60);
    let (written, code) = fill(&store, 1);
    assert_eq!(code, "disk-full");
    assert!(written > 5, "{written}");
    // The refused one left nothing; smaller ones may still fit, larger batches fail as a whole.
    assert_eq!(store.head_seq(&id(1)).unwrap(), 1 + written.unsigned_abs());
    let batch: Vec<Event> = (0..50).map(|n| long_note(1000 + n)).collect();
    assert_eq!(store.append(&batch).unwrap_err().code(), "disk-full");
    assert_eq!(store.head_seq(&id(1)).unwrap(), 1 + written.unsigned_abs());
    assert_eq!(store.case(&id(1)).unwrap().title, "磁盘", "reading goes on");
    at_most(1_000_000);
    store.append(&batch).unwrap();
    store.append(&[event(1, 2000, evidence(9, 1, 9))]).unwrap();
    assert_eq!(faults(&store), Vec::<&str>::new());
    drop(store);
    assert_eq!(open_at(dir.path()).head_seq(&id(1)).unwrap(), 52 + written.unsigned_abs());
}

/// A small file system of its own, where the machine lets us make one.
#[cfg(target_os = "linux")]
struct SmallDisk(PathBuf);

#[cfg(target_os = "linux")]
impl SmallDisk {
    fn mount(on: &Path, kilobytes: u32) -> Option<Self> {
        let size = format!("size={kilobytes}k,mode=700");
        let done =
            Command::new("mount").args(["-t", "tmpfs", "-o", &size, "tmpfs"]).arg(on).stderr(Stdio::null()).status();
        done.is_ok_and(|status| status.success()).then(|| Self(on.to_path_buf()))
    }
}

#[cfg(target_os = "linux")]
impl Drop for SmallDisk {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg("-l").arg(&self.0).status();
    }
}

/// On a real file system that runs full. Where the machine lets nobody mount one, the page limit above stands alone.
#[cfg(target_os = "linux")]
#[test]
fn a_disk_that_runs_full_loses_nothing_acknowledged() {
    for kilobytes in [700, 1_500, 2_600, 4_900] {
        let dir = scratch();
        let Some(_disk) = SmallDisk::mount(dir.path(), kilobytes) else { return };
        let store = open_at(dir.path());
        store.append(&[opened(1, "2026-0001", "磁盘", 0)]).unwrap();
        // Something else takes part of the disk and gives it back later.
        let ballast = dir.path().join("ballast");
        std::fs::write(&ballast, vec![0; 100 * 1024]).unwrap();
        let (written, code) = fill(&store, 1);
        assert_eq!(code, "disk-full", "{kilobytes} kB");
        assert_eq!(store.head_seq(&id(1)).unwrap(), 1 + written.unsigned_abs());
        assert_eq!(fill(&store, 5_000).1, "disk-full", "asked again, it says the same");
        let kept = store.history(&id(1)).unwrap();
        std::fs::remove_file(&ballast).unwrap();
        store.append(&[note(1, 9_000, "又有空间了")]).unwrap();
        drop(store);
        let store = open_at(dir.path());
        let history = store.history(&id(1)).unwrap();
        assert_eq!(history[..kept.len()], kept);
        assert_eq!(history.len(), kept.len() + 1);
        assert_eq!(faults(&store), Vec::<&str>::new());
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_disk_too_small_to_begin_is_named() {
    let dir = scratch();
    let Some(_disk) = SmallDisk::mount(dir.path(), 64) else { return };
    assert_eq!(super::code(Store::open(dir.path(), super::now())), "disk-full");
}

const CHILD_FOLDER: &str = "RECOURSE_STORE_TEST_LIMITED_FOLDER";

/// Runs only as the child of the test below: appends until the system refuses a write, then says what it was told.
#[test]
fn child_on_a_failing_disk() {
    let Some(folder) = std::env::var_os(CHILD_FOLDER) else { return };
    let store = open_at(Path::new(&folder));
    store.append(&[opened(1, "2026-0001", "磁盘", 0)]).unwrap();
    let (written, code) = fill(&store, 1);
    let again = store.append(&[long_note(7_000)]).map_or_else(|e| e.code(), |_| "taken");
    let told = store.history(&id(1)).unwrap().len();
    super::say(&format!("TOLD {written} {code} {again} {told}"));
    std::io::stdin().read_line(&mut String::new()).unwrap();
    let later = store.append(&[long_note(7_001)]).map_or_else(|e| e.code(), |_| "taken");
    super::say(&format!("LATER {later}"));
    // Ends without a proper close, as a program in trouble may.
    std::process::abort();
}

/// A write that the system refuses for another reason than space (here: a limit on the size of files).
#[cfg(target_os = "linux")]
#[test]
fn a_failing_write_is_named_and_loses_nothing_acknowledged() {
    let dir = scratch();
    let program = std::env::current_exe().unwrap();
    let script = "trap '' XFSZ; ulimit -c 0; ulimit -S -f 1600; exec \"$0\" \"$@\"";
    let mut child = Command::new("sh")
        .args(["-c", script])
        .arg(program)
        .args(["--exact", "tests::full_disk::child_on_a_failing_disk", "--nocapture"])
        .env(CHILD_FOLDER, dir.path())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines().map_while(Result::ok);
    let mut hear = |word: &str| lines.find_map(|line| line.split_once(word).map(|(_, told)| told.to_owned())).unwrap();
    let told = hear("TOLD ");
    // The disk is well again.
    let pid = child.id().to_string();
    assert!(Command::new("prlimit").args(["--pid", &pid, "--fsize=unlimited"]).status().unwrap().success());
    drop(child.stdin.take());
    assert_eq!(hear("LATER "), "taken");
    child.wait().unwrap();
    let words: Vec<&str> = told.split(' ').collect();
    let written: usize = words[0].parse().unwrap();
    assert!(written > 5, "{told}");
    assert_eq!(words[1..], ["storage-failed", "storage-failed", (written + 1).to_string().as_str()]);
    let store = open_at(dir.path());
    assert_eq!(store.history(&id(1)).unwrap().len(), written + 2);
    assert_eq!(faults(&store), Vec::<&str>::new());
    store.append(&[long_note(8_000)]).unwrap();
}
