//! Opening: what is refused, under which code, and that a refused file is left alone.

use super::samples::{every_kind, note, opened};
use super::{code, database, fresh, now, open_at, open_hastily, scratch, snapshot, stranger};
use crate::connect::{read_pragma, writer_settings};
use crate::identity::log_of;
use crate::{Store, StoreError};
use proptest::prelude::*;
use recourse_domain::Coded;
use rusqlite::config::DbConfig;
use std::fs;

#[test]
fn a_fresh_folder_opens_and_opens_again() {
    let dir = scratch();
    let home = dir.path().join("a/b/c");
    let entries = open_at(&home).append(&every_kind()).unwrap();
    let store = open_at(&home);
    let of_case = entries.iter().rfind(|entry| entry.event.case.is_some()).unwrap();
    assert_eq!(store.head_seq(&super::samples::id(1)).unwrap(), of_case.seq);
    assert_eq!(super::faults(&store), Vec::<&str>::new());
}

#[test]
fn every_setting_is_in_force() {
    let (_dir, store) = fresh();
    for (name, value) in writer_settings() {
        assert_eq!(store.with_writer(|conn| read_pragma(conn, name)).unwrap(), value, "{name}");
    }
    store
        .with_writer(|conn| {
            assert!(conn.db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE)?);
            assert!(!conn.db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE)?);
            assert_eq!(read_pragma(conn, "application_id")?, "1380143699");
            assert_eq!(read_pragma(conn, "busy_timeout")?, "5000");
            assert!(conn.execute("ATTACH ':memory:' AS other", []).is_err());
            assert!(
                conn.execute("PRAGMA writable_schema = ON", []).is_err()
                    || read_pragma(conn, "writable_schema")? == "0"
            );
            Ok(())
        })
        .unwrap();
}

#[test]
fn a_reader_cannot_write() {
    let (_dir, store) = fresh();
    let result = store.read(|conn| Ok(conn.execute("DELETE FROM preferences", [])?));
    assert_eq!(code(result), "folder-read-only");
}

#[test]
fn a_clean_end_leaves_one_file() {
    let (dir, store) = fresh();
    store.append(&every_kind()).unwrap();
    store.merchant().unwrap();
    drop(store);
    let mut names: Vec<_> =
        fs::read_dir(dir.path()).unwrap().map(|e| e.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    assert_eq!(names, ["instance.lock", "recourse.sqlite3"]);
}

#[test]
fn a_second_instance_is_refused_until_the_first_has_gone() {
    let (dir, store) = fresh();
    assert_eq!(code(Store::open(dir.path(), now())), "folder-in-use");
    drop(store);
    open_at(dir.path());
}

#[test]
fn a_newer_database_is_refused_untouched() {
    let (dir, store) = fresh();
    drop(store);
    stranger(dir.path()).pragma_update(None, "user_version", 99).unwrap();
    let before = snapshot(dir.path());
    let error = Store::open(dir.path(), now()).unwrap_err();
    assert_eq!((error.code(), error.params()["found"].as_str()), ("database-newer", "99"));
    assert_eq!(snapshot(dir.path()), before);
}

#[test]
fn a_newer_schema_that_only_the_log_knows_is_refused_and_the_log_stays() {
    let (dir, store) = fresh();
    drop(store);
    let other = stranger(dir.path());
    other.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true).unwrap();
    other.pragma_update(None, "user_version", 99).unwrap();
    drop(other);
    let (main, log) = (fs::read(database(dir.path())).unwrap(), fs::read(log_of(&database(dir.path()))).unwrap());
    assert!(!log.is_empty());
    assert_eq!(code(Store::open(dir.path(), now())), "database-newer");
    assert_eq!(fs::read(database(dir.path())).unwrap(), main);
    assert_eq!(fs::read(log_of(&database(dir.path()))).unwrap(), log);
}

#[test]
fn foreign_files_are_refused_untouched() {
    let foreign = scratch();
    let other = foreign.path().join("other.sqlite3");
    rusqlite::Connection::open(&other).unwrap().execute_batch("CREATE TABLE t (c); INSERT INTO t VALUES (1)").unwrap();
    let noise: Vec<u8> = (0..9000_u32).map(|n| (n * n % 251) as u8).collect();
    for bytes in [fs::read(&other).unwrap(), noise, b"not a database".to_vec(), vec![0; 4096]] {
        let (dir, store) = fresh();
        drop(store);
        fs::write(database(dir.path()), &bytes).unwrap();
        let before = snapshot(dir.path());
        assert_eq!(code(Store::open(dir.path(), now())), "database-not-ours", "{} bytes", bytes.len());
        assert_eq!(snapshot(dir.path()), before);
    }
}

#[test]
fn a_folder_under_the_databases_name_is_refused() {
    let dir = scratch();
    fs::create_dir(database(dir.path())).unwrap();
    assert_eq!(code(Store::open(dir.path(), now())), "database-not-ours");
}

#[cfg(unix)]
#[test]
fn a_link_under_the_databases_name_is_refused() {
    let (there, store) = fresh();
    drop(store);
    let here = scratch();
    std::os::unix::fs::symlink(database(there.path()), database(here.path())).unwrap();
    assert_eq!(code(Store::open(here.path(), now())), "database-not-ours");
}

#[test]
fn a_log_without_its_database_is_refused_untouched() {
    for main in [None, Some("")] {
        let dir = scratch();
        if let Some(bytes) = main {
            fs::write(database(dir.path()), bytes).unwrap();
        }
        fs::write(log_of(&database(dir.path())), vec![7; 5000]).unwrap();
        assert_eq!(code(Store::open(dir.path(), now())), "database-incomplete");
        assert_eq!(fs::read(log_of(&database(dir.path()))).unwrap(), vec![7; 5000]);
    }
}

#[test]
fn an_empty_file_becomes_a_database() {
    let dir = scratch();
    fs::write(database(dir.path()), "").unwrap();
    open_at(dir.path()).append(&every_kind()).unwrap();
}

#[test]
fn a_half_made_database_is_made_anew() {
    let dir = scratch();
    fs::write(dir.path().join("recourse.part"), vec![1; 3000]).unwrap();
    fs::write(dir.path().join("recourse.part-journal"), vec![2; 3000]).unwrap();
    open_at(dir.path()).append(&every_kind()).unwrap();
    assert!(!dir.path().join("recourse.part").exists());
}

#[test]
fn a_truncated_database_is_refused_untouched() {
    for keep in [40_u64, 99, 100, 4096, 20_000, 70_001] {
        let (dir, store) = fresh();
        store.append(&every_kind()).unwrap();
        drop(store);
        let file = fs::OpenOptions::new().write(true).open(database(dir.path())).unwrap();
        assert!(file.metadata().unwrap().len() > keep);
        file.set_len(keep).unwrap();
        let before = fs::read(database(dir.path())).unwrap();
        assert_eq!(code(Store::open(dir.path(), now())), "database-damaged", "{keep} bytes kept");
        assert_eq!(fs::read(database(dir.path())).unwrap(), before);
    }
}

#[test]
fn after_an_unclean_end_damage_is_seen_at_once() {
    let (dir, store) = fresh();
    store.append(&every_kind()).unwrap();
    drop(store);
    let store = open_at(dir.path());
    store.append(&[note(1, 900, "只在日志里")]).unwrap();
    // What a killed program leaves: the file and its log.
    let (main, log) = (fs::read(database(dir.path())).unwrap(), fs::read(log_of(&database(dir.path()))).unwrap());
    drop(store);
    let left = scratch();
    let mut broken = main.clone();
    let page = broken.len() / 4096 / 2 * 4096;
    broken[page..page + 64].fill(0xA5);
    fs::write(database(left.path()), &broken).unwrap();
    fs::write(log_of(&database(left.path())), &log).unwrap();
    assert_eq!(code(Store::open(left.path(), now())), "database-damaged");

    let sound = scratch();
    fs::write(database(sound.path()), &main).unwrap();
    fs::write(log_of(&database(sound.path())), &log).unwrap();
    assert_eq!(
        open_at(sound.path()).history(&super::samples::id(1)).unwrap().last().unwrap().event.at,
        super::samples::moment(900)
    );
}

#[test]
fn a_database_locked_by_another_program_is_named() {
    let (dir, store) = fresh();
    let other = stranger(dir.path());
    drop(store);
    other.execute_batch("BEGIN EXCLUSIVE; INSERT INTO preferences VALUES ('held', 'yes')").unwrap();
    let error = open_hastily(dir.path()).and_then(|store| store.append(&every_kind())).unwrap_err();
    assert_eq!(error.code(), "database-busy");
    other.execute_batch("ROLLBACK").unwrap();
    drop(other);
    let store = open_hastily(dir.path()).unwrap();
    let other = stranger(dir.path());
    other.execute_batch("BEGIN IMMEDIATE").unwrap();
    assert_eq!(code(store.append(&every_kind())), "database-busy");
    assert_eq!(store.merchant().unwrap().name, "", "reading goes on");
    other.execute_batch("COMMIT").unwrap();
    store.append(&every_kind()).unwrap();
}

#[test]
fn an_event_of_a_newer_version_refuses_the_database() {
    let (dir, store) = fresh();
    store.append(&every_kind()).unwrap();
    drop(store);
    stranger(dir.path())
        .execute_batch(
            "INSERT INTO journal SELECT seq + 1, case_id, at, actor, 'case-sold', '{\"kind\":\"case-sold\",\"data\":{}}', hash, hash
             FROM journal ORDER BY seq DESC LIMIT 1",
        )
        .unwrap();
    let before = fs::read(database(dir.path())).unwrap();
    let error = Store::open(dir.path(), now()).unwrap_err();
    assert_eq!((error.code(), error.params()["kind"].as_str()), ("event-unknown", "case-sold"));
    assert_eq!(fs::read(database(dir.path())).unwrap(), before);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    /// Whatever happens to the file, it is either noticed or has changed nothing.
    #[test]
    fn damage_is_noticed_or_harmless(seed in any::<u64>(), spots in prop::collection::vec((any::<u32>(), any::<u8>(), 1_usize..40), 1..4), cut in prop::option::weighted(0.2, any::<u32>())) {
        let (dir, store) = fresh();
        store.append(&every_kind()).unwrap();
        let number = 2 + seed % 500;
        store.append(&super::samples::ordinary_case(number)).unwrap();
        let (journal, tables) = (store.with_writer(|conn| Ok(super::journal_of(conn))).unwrap(), super::dump(&store));
        drop(store);
        let mut bytes = fs::read(database(dir.path())).unwrap();
        for (at, value, length) in spots {
            let at = at as usize % bytes.len();
            let end = (at + length).min(bytes.len());
            bytes[at..end].fill(value);
        }
        if let Some(cut) = cut {
            bytes.truncate(cut as usize % bytes.len());
        }
        let empty = bytes.is_empty();
        fs::write(database(dir.path()), &bytes).unwrap();
        match open_hastily(dir.path()) {
            Err(error) => prop_assert!(!matches!(error, StoreError::Domain(_)), "{error}"),
            Ok(_) if empty => {}
            Ok(store) => {
                // No question may panic, whatever the file holds.
                let _ = store.list_cases(&crate::CaseQuery { text: "pos 超时".to_owned(), limit: 10, ..Default::default() });
                let _ = store.case(&super::samples::id(1));
                let _ = store.deadlines(true);
                let _ = store.append(&[opened(9000, "2026-9000", "新", 0)]);
                drop(store);
                fs::write(database(dir.path()), &bytes).unwrap();
                for side in ["-wal", "-shm"] {
                    let _ = fs::remove_file(format!("{}{side}", database(dir.path()).display()));
                }
                let Ok(store) = open_hastily(dir.path()) else { return Ok(()) };
                if super::faults(&store).is_empty() {
                    prop_assert_eq!(store.with_writer(|conn| Ok(super::journal_of(conn))).unwrap(), journal);
                    prop_assert_eq!(super::dump(&store), tables);
                }
            }
        }
    }
}
