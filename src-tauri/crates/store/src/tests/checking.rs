//! Checking: every kind of tampering is found and named with its mend.

use super::samples::{every_kind, ordinary_case};
use super::{faults, open_at, scratch, stranger};
use rusqlite::Connection;
use tempfile::TempDir;

fn tampered(sql: &str) -> (TempDir, Vec<(&'static str, &'static str)>, Vec<&'static str>) {
    let dir = scratch();
    let store = open_at(dir.path());
    store.append(&every_kind()).unwrap();
    store.append(&ordinary_case(2)).unwrap();
    assert_eq!(faults(&store), Vec::<&str>::new());
    drop(store);
    let other: Connection = stranger(dir.path());
    other.execute_batch(&format!("PRAGMA foreign_keys = OFF; {sql}")).unwrap();
    drop(other);
    let store = open_at(dir.path());
    let named = |thorough| {
        store.check(thorough).into_iter().filter(|f| !f.is_notice()).map(|f| (f.code, f.mend_code)).collect()
    };
    let quick: Vec<(&str, &str)> = named(false);
    (dir, named(true), quick.into_iter().map(|(code, _)| code).collect())
}

#[test]
fn a_changed_entry_breaks_the_chain() {
    for column in [
        "at = '2026-03-02T09:00:01+08:00[Asia/Shanghai]'",
        "actor = 'app'",
        "case_id = '00000000000000000000000002'",
        "hash = zeroblob(32)",
        "prev_hash = zeroblob(32)",
    ] {
        let (_dir, found, quick) =
            tampered(&format!("DROP TRIGGER journal_keeps_rows; UPDATE journal SET {column} WHERE seq = 7"));
        assert_eq!(found, [("journal-broken", "restore-copy")], "{column}");
        assert_eq!(quick, ["journal-broken"], "{column}");
    }
}

#[test]
fn the_place_of_a_break_is_told() {
    let (dir, _, _) = tampered("DROP TRIGGER journal_keeps_rows; UPDATE journal SET actor = 'app' WHERE seq = 7");
    let store = open_at(dir.path());
    let finding = store.check(false).into_iter().find(|f| f.code == "journal-broken").unwrap();
    assert_eq!(finding.params["seq"], "7");
}

#[test]
fn a_missing_entry_breaks_the_chain() {
    for at in [1, 7] {
        let (_dir, found, _) =
            tampered(&format!("DROP TRIGGER journal_keeps_all; DELETE FROM journal WHERE seq = {at}"));
        assert!(found.contains(&("journal-broken", "restore-copy")), "{found:?}");
    }
}

#[test]
fn a_cut_off_end_shows_in_the_tables() {
    // A chain cannot know that its end is missing; the tables that were made from it do.
    let (_dir, found, _) =
        tampered("DROP TRIGGER journal_keeps_all; DELETE FROM journal WHERE seq = (SELECT max(seq) FROM journal)");
    assert_eq!(found, [("tables-differ", "rebuild")]);
}

#[test]
fn two_swapped_entries_break_the_chain() {
    let (_dir, found, _) = tampered(
        "DROP TRIGGER journal_keeps_rows;
         CREATE TEMP TABLE held AS SELECT * FROM journal WHERE seq IN (5, 6);
         UPDATE journal SET payload = (SELECT payload FROM held WHERE seq = 6), kind = (SELECT kind FROM held WHERE seq = 6) WHERE seq = 5;
         UPDATE journal SET payload = (SELECT payload FROM held WHERE seq = 5), kind = (SELECT kind FROM held WHERE seq = 5) WHERE seq = 6;",
    );
    assert_eq!(found, [("journal-broken", "restore-copy")]);
}

#[test]
fn a_table_that_says_otherwise_is_named() {
    for (sql, table) in [
        ("UPDATE cases SET title = 'x' WHERE number = '2026-0001'", "cases"),
        ("UPDATE cases SET changed_us = changed_us + 1 WHERE number = '2026-0001'", "cases"),
        ("UPDATE case_state SET state = replace(state, '交易超时', '正常')", "case_state"),
        ("DELETE FROM parties WHERE name = '王女士'", "parties"),
        ("INSERT INTO parties SELECT case_seq, 'Z', role, name, contact FROM parties LIMIT 1", "parties"),
        ("UPDATE transactions SET amount_minor = 1", "transactions"),
        ("UPDATE evidence SET sha256 = 'x'", "evidence"),
        ("UPDATE deadlines SET waiting = 0", "deadlines"),
        ("DELETE FROM packets", "packets"),
        ("DELETE FROM blobs WHERE bytes = 3145769", "blobs"),
        ("INSERT INTO blobs VALUES ('x', 1)", "blobs"),
        ("UPDATE merchant SET profile = replace(profile, '老王', '老李')", "merchant"),
        ("DELETE FROM merchant", "merchant"),
    ] {
        let (dir, found, quick) = tampered(sql);
        assert!(!found.is_empty() && found.iter().all(|f| *f == ("tables-differ", "rebuild")), "{sql}: {found:?}");
        assert_eq!(quick, Vec::<&str>::new(), "{sql}: the quick check does not look there");
        let store = open_at(dir.path());
        assert!(store.check(true).iter().any(|f| f.params.get("table").is_some_and(|named| named == table)), "{sql}");
        store.rebuild().unwrap();
        assert_eq!(faults(&store), Vec::<&str>::new(), "{sql}");
    }
}

#[test]
fn a_row_without_its_case_is_named() {
    let (_dir, found, quick) = tampered("INSERT INTO parties VALUES (999, 'Z', 'agent', 'x', '')");
    assert_eq!(found, [("tables-torn", "rebuild")]);
    assert_eq!(quick, ["tables-torn"]);
}

#[test]
fn a_search_index_that_says_otherwise_is_named() {
    let (dir, found, _) =
        tampered("INSERT INTO search (search, rowid, body) SELECT 'delete', seq, body FROM search_text LIMIT 1");
    assert_eq!(found, [("search-differs", "rebuild")]);
    let store = open_at(dir.path());
    store.append(&[super::samples::note(1, 500, "还能写")]).unwrap();
    store.rebuild().unwrap();
    assert_eq!(faults(&store), Vec::<&str>::new());
}

#[test]
fn damaged_pages_are_named_and_stop_writing_when_hit() {
    let dir = scratch();
    let store = open_at(dir.path());
    store.append(&every_kind()).unwrap();
    let root: i64 = store
        .with_writer(|conn| {
            Ok(conn.query_row("SELECT rootpage FROM sqlite_schema WHERE name = 'case_state'", [], |r| r.get(0))?)
        })
        .unwrap();
    drop(store);
    let mut bytes = std::fs::read(super::database(dir.path())).unwrap();
    let page = usize::try_from((root - 1) * 4096).unwrap();
    bytes[page..page + 100].fill(0x5A);
    std::fs::write(super::database(dir.path()), bytes).unwrap();
    let store = open_at(dir.path());
    assert!(store.check(false).iter().any(|f| f.code == "database-pages-damaged" || f.code == "database-damaged"));
    assert_eq!(super::code(store.append(&[super::samples::note(1, 500, "x")])), "database-damaged");
    assert_eq!(super::code(store.set_preference("a", "b")), "database-damaged", "no more writing");
    let of_case = every_kind().iter().filter(|event| event.case.is_some()).count();
    assert_eq!(store.history(&super::samples::id(1)).unwrap().len(), of_case, "reading goes on");
}
