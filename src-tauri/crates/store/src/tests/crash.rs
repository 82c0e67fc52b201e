//! The program killed at random moments: what it acknowledged is there, the chain holds, the folder opens.

use super::samples::{event, evidence, note, opened, party, transaction};
use super::{faults, now, open_at, say, scratch};
use crate::Store;
use recourse_domain::{Coded, PartyRole};
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};

const FOLDER: &str = "RECOURSE_STORE_TEST_CRASH_FOLDER";

/// This program again, running only the test of that name.
pub(crate) fn again(test: &str, variable: &str, folder: &Path) -> Child {
    Command::new(std::env::current_exe().unwrap())
        .args(["--exact", test, "--nocapture"])
        .env(variable, folder)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap()
}

/// A moment that no clock decides: so many turns of nothing.
pub(crate) fn linger(turns: u64) {
    for turn in 0..turns {
        std::hint::black_box(turn);
    }
}

/// The next number of a fixed sequence without visible order (splitmix64).
pub(crate) fn scatter(state: &mut u64) -> u64 {
    *state = state.wrapping_add(0x9E37_79B9_7F4A_7C15);
    let mixed = (*state ^ (*state >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    mixed ^ (mixed >> 31)
}

/// Runs only as the child of the tests below: appends for ever, and tells each entry once it is on disk.
#[test]
fn child_that_appends() {
    let Some(folder) = std::env::var_os(FOLDER) else { return };
    let store = open_at(Path::new(&folder));
    let start = store.next_case_number(2026).unwrap()[5..].parse::<u64>().unwrap();
    for case in start.. {
        let step = |events: &[recourse_domain::Event]| {
            let entries = store.append(events).unwrap();
            let last = entries.last().unwrap();
            say(&format!("ACK {} {}", last.seq, last.hash));
        };
        step(&[opened(case, &format!("2026-{case:04}"), "断电测试", 0)]);
        step(&[event(case, 1, party(case * 100 + 1, PartyRole::Acquirer, "银联商务")), note(case, 2, "两条一起")]);
        step(&[event(case, 3, transaction(case * 100 + 2, 12_800, "123456789012"))]);
        for n in 1..=5 {
            step(&[event(case, 4, evidence(case * 100 + 10 + u64::from(n), n, case * 100 + u64::from(n)))]);
        }
        step(&[note(case, 5, &"长备注，让检查点也被打断。".repeat(300))]);
    }
}

#[test]
fn killed_at_random_moments_it_keeps_its_word() {
    let dir = scratch();
    let mut state = 20_260_305;
    let mut acknowledged: Vec<(u64, String)> = Vec::new();
    for round in 0..40 {
        let mut child = again("tests::crash::child_that_appends", FOLDER, dir.path());
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines().map_while(Result::ok);
        // Sometimes before the first entry, while the folder is being opened.
        let wanted = if round % 5 == 0 { 0 } else { scatter(&mut state) % 30 };
        let mut hear = |line: String| {
            if let Some((_, told)) = line.split_once("ACK ") {
                let (seq, hash) = told.split_once(' ').unwrap();
                acknowledged.push((seq.parse().unwrap(), hash.to_owned()));
                1
            } else {
                0
            }
        };
        let mut heard = 0;
        while heard < wanted {
            heard += lines.next().map_or(wanted, &mut hear);
        }
        linger(scatter(&mut state) % 20_000_000);
        child.kill().unwrap();
        // What it said before it died is binding too.
        lines.map(hear).for_each(drop);
        child.wait().unwrap();
    }
    assert!(acknowledged.len() > 100, "{}", acknowledged.len());
    let store = open_at(dir.path());
    assert_eq!(faults(&store), Vec::<&str>::new());
    let hashes: Vec<String> = store
        .read(|conn| {
            let mut statement = conn.prepare("SELECT lower(hex(hash)) FROM journal ORDER BY seq")?;
            let found = statement.query_map([], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?;
            Ok(found)
        })
        .unwrap();
    for (seq, hash) in acknowledged {
        assert_eq!(hashes.get(usize::try_from(seq).unwrap() - 1), Some(&hash), "entry {seq}");
    }
}

#[test]
fn killed_while_a_folder_is_made_it_is_made_the_next_time() {
    let mut state = 41;
    let mut half_way = 0;
    for _ in 0..25 {
        let dir = scratch();
        let home = dir.path().join("data");
        let mut child = again("tests::crash::child_that_appends", FOLDER, &home);
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines().map_while(Result::ok);
        // The harness has begun; from here on the folder is being made.
        lines.next();
        linger(scatter(&mut state) % 6_000_000);
        child.kill().unwrap();
        let acknowledged = lines.filter(|line| line.contains("ACK ")).count();
        child.wait().unwrap();
        half_way += usize::from(acknowledged == 0);
        let store = open_at(&home);
        assert_eq!(faults(&store), Vec::<&str>::new());
        let entries: u32 =
            store.read(|c| Ok(c.query_row("SELECT count(*) FROM journal", [], |row| row.get(0))?)).unwrap();
        assert!(entries as usize >= acknowledged);
    }
    assert!(half_way > 0, "never killed in time");
}

/// Runs only as the child of the test below: holds the folder until it is told to go, or killed.
#[test]
fn child_that_holds_the_folder() {
    let Some(folder) = std::env::var_os(FOLDER) else { return };
    let _store = open_at(Path::new(&folder));
    say("HELD");
    let mut line = String::new();
    std::io::stdin().read_line(&mut line).unwrap();
}

#[test]
fn the_lock_of_another_program_holds_and_dies_with_it() {
    let dir = scratch();
    for killed in [false, true] {
        let mut child = again("tests::crash::child_that_holds_the_folder", FOLDER, dir.path());
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines().map_while(Result::ok);
        assert!(lines.any(|line| line.contains("HELD")));
        let error = Store::open(dir.path(), now()).unwrap_err();
        assert_eq!(error.code(), "folder-in-use");
        if killed {
            child.kill().unwrap();
        } else {
            drop(child.stdin.take());
        }
        child.wait().unwrap();
        let store = open_at(dir.path());
        store.set_preference("killed", &killed.to_string()).unwrap();
    }
}
