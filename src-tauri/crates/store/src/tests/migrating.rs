//! Migrations: every schema that was ever released opens, wholly or not at all, after a copy, with its journal untouched.

use super::crash::{again, linger, scatter};
use super::samples::{id, note, of_shop, playbook, task};
use super::{database, dump, faults, journal_of, now, open_at, say, scratch, stranger};
use crate::identity::log_of;
use crate::open::{self, COPIES_FOLDER, Manner};
use crate::schema::Schemas;
use crate::{Store, StoreError};
use recourse_domain::Coded;
use rusqlite::Connection;
use std::fs;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};

/// Head of the journal in each frozen database. A released one never changes.
const FROZEN: [(i64, u64, &str); 2] = [
    (1, 44, "aeacfb5ee77bc428d1eb89b3deb363ef61c4f263a9947b7ae72f3e106728da4d"),
    (2, 53, "c0b9c452445d8d9135b67128f9d78424375c8126301a848c4c9a1e4b5a2e93a8"),
];
/// The newest schema.
const TODAY: i64 = FROZEN[FROZEN.len() - 1].0;

fn frozen(schema: i64) -> PathBuf {
    let name = format!("../../../tests/fixtures/databases/schema-{schema}.sqlite3");
    Path::new(env!("CARGO_MANIFEST_DIR")).join(name)
}

/// A data folder that holds a frozen database.
fn thaw(schema: i64, dir: &Path) {
    fs::copy(frozen(schema), database(dir)).unwrap();
}

fn with_step(sql: &'static str) -> Manner {
    Manner { schemas: Schemas::ours().and(sql), ..Manner::usual() }
}

fn open_with(dir: &Path, sql: &'static str) -> Result<Store, StoreError> {
    open::open(dir, now(), &with_step(sql))
}

fn copies(dir: &Path) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(dir.join(COPIES_FOLDER)) else { return Vec::new() };
    let mut found: Vec<_> = entries.map(|entry| entry.unwrap().path()).collect();
    found.sort();
    found
}

fn schema_of(path: &Path) -> i64 {
    Connection::open(path).unwrap().pragma_query_value(None, "user_version", |row| row.get(0)).unwrap()
}

#[test]
fn every_schema_has_its_frozen_database_and_each_opens() {
    let known: Vec<i64> = FROZEN.iter().map(|(schema, ..)| *schema).collect();
    assert_eq!(
        known,
        (1..=Schemas::ours().newest()).collect::<Vec<_>>(),
        "freeze one: see examples/freeze-database.rs"
    );
    for (schema, seq, hash) in FROZEN {
        let dir = scratch();
        thaw(schema, dir.path());
        assert_eq!(schema_of(&frozen(schema)), schema);
        let before = journal_of(&stranger(dir.path()));
        let store = open_at(dir.path());
        assert_eq!(store.with_writer(|conn| Ok(journal_of(conn))).unwrap(), before);
        assert_eq!(faults(&store), Vec::<&str>::new());
        let last = store.history(&id(3)).unwrap().pop().unwrap();
        assert_eq!((last.seq, last.hash.as_str()), (seq, hash));
        let case = store.find_case("2026-0001").unwrap();
        assert_eq!(case.title, "POS 超时，顾客已扣款 1280 元");
        assert_eq!(store.preference("language").unwrap().as_deref(), Some("zh-CN"));
        store.rebuild().unwrap();
        assert_eq!(store.find_case("2026-0001").unwrap(), case);
        assert_eq!(copies(dir.path()).len(), usize::from(schema < Schemas::ours().newest()));
    }
}

#[test]
fn a_database_of_the_first_schema_takes_own_playbooks_and_tasks() {
    let dir = scratch();
    thaw(1, dir.path());
    let store = open_at(dir.path());
    assert_eq!(store.own_playbooks().unwrap(), []);
    assert_eq!(store.tasks(false).unwrap(), []);
    let shop = store.merchant().unwrap();
    assert_eq!((shop.name.as_str(), shop.licence_expires, shop.people.len()), ("老王小吃店", None, 0));
    store.append(&[of_shop(900, playbook("other", "format = 1")), of_shop(901, task(1, "对账", 3, 1))]).unwrap();
    assert_eq!(store.tasks(true).unwrap().len(), 1);
    let live = dump(&store);
    store.rebuild().unwrap();
    assert_eq!(faults(&store), Vec::<&str>::new());
    // The particulars of an older program gain the new fields' defaults when they are written again, and nothing else.
    let differing: Vec<_> = dump(&store).into_iter().filter(|row| !live.contains(row)).collect();
    assert!(differing.iter().all(|row| row.starts_with("merchant: ")), "{differing:?}");
}

#[test]
fn steps_over_several_schemas_are_all_taken_or_none() {
    let dir = scratch();
    thaw(1, dir.path());
    let error = open_with(dir.path(), "INSERT INTO journal_of_nobody VALUES (1);").unwrap_err();
    assert_eq!(error.code(), "migration-failed", "{error}");
    assert_eq!(schema_of(&database(dir.path())), 1);
    assert_eq!(faults(&open_at(dir.path())), Vec::<&str>::new());
}

#[test]
fn the_newest_frozen_database_has_the_schema_that_is_made_today() {
    let schema = |conn: &Connection| -> Vec<(String, Option<String>)> {
        let mut statement = conn.prepare("SELECT name, sql FROM sqlite_schema ORDER BY name").unwrap();
        statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?))).unwrap().map(Result::unwrap).collect()
    };
    let dir = scratch();
    drop(open_at(dir.path()));
    let copy = scratch();
    thaw(Schemas::ours().newest(), copy.path());
    assert_eq!(schema(&stranger(dir.path())), schema(&stranger(copy.path())), "a released schema is never edited");
}

#[test]
fn migrations_are_well_formed() {
    Schemas::ours().migrations().validate().unwrap();
}

#[test]
fn an_older_database_is_copied_then_migrated() {
    let dir = scratch();
    thaw(TODAY, dir.path());
    let journal = journal_of(&stranger(dir.path()));
    let store =
        open_with(dir.path(), "CREATE TABLE extra (c TEXT) STRICT; INSERT INTO extra VALUES ('done');").unwrap();
    assert_eq!(store.with_writer(|conn| Ok(journal_of(conn))).unwrap(), journal);
    assert_eq!(faults(&store), Vec::<&str>::new());
    store.append(&[note(1, 900, "迁移之后")]).unwrap();
    let copies = copies(dir.path());
    assert_eq!(
        copies.iter().map(|p| p.file_name().unwrap().to_str().unwrap()).collect::<Vec<_>>(),
        [format!("recourse-schema-{TODAY}-20260305T084000Z.sqlite3")]
    );
    assert_eq!(schema_of(&copies[0]), TODAY);
    let copy = Connection::open(&copies[0]).unwrap();
    assert_eq!(journal_of(&copy), journal);
    drop(copy);
    drop(store);
    // The copy is a whole data folder by itself.
    let other = scratch();
    fs::copy(&copies[0], database(other.path())).unwrap();
    assert_eq!(faults(&open_at(other.path())), Vec::<&str>::new());
    // And today's program refuses what the newer one made.
    assert_eq!(super::code(Store::open(dir.path(), now())), "database-newer");
}

#[cfg(unix)]
#[test]
fn a_copy_is_private() {
    use std::os::unix::fs::PermissionsExt;
    let dir = scratch();
    thaw(TODAY, dir.path());
    drop(open_with(dir.path(), "CREATE TABLE extra (c TEXT) STRICT;").unwrap());
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!((mode(&dir.path().join(COPIES_FOLDER)), mode(&copies(dir.path())[0])), (0o700, 0o600));
}

#[test]
fn a_migration_that_fails_leaves_the_database_as_it_was() {
    for (sql, code) in [
        ("CREATE TABLE extra (c TEXT) STRICT; INSERT INTO journal_of_nobody VALUES (1);", "migration-failed"),
        ("CREATE TABLE extra (c TEXT) STRICT; UPDATE journal SET at = 'x';", "migration-failed"),
        (
            "CREATE TABLE extra (c INTEGER REFERENCES cases (seq)) STRICT; PRAGMA defer_foreign_keys = ON; INSERT INTO extra VALUES (99999);",
            "migration-failed",
        ),
    ] {
        let dir = scratch();
        thaw(TODAY, dir.path());
        let before = journal_of(&stranger(dir.path()));
        let error = open_with(dir.path(), sql).unwrap_err();
        assert_eq!(error.code(), code, "{error}");
        assert_eq!(schema_of(&database(dir.path())), TODAY);
        assert_eq!(journal_of(&stranger(dir.path())), before);
        let store = open_at(dir.path());
        assert_eq!(faults(&store), Vec::<&str>::new());
        store.append(&[note(1, 900, "照常")]).unwrap();
        assert_eq!(copies(dir.path()).len(), 1, "the copy was made before anything was tried");
    }
}

#[test]
fn without_a_copy_nothing_is_migrated() {
    let dir = scratch();
    thaw(TODAY, dir.path());
    fs::write(dir.path().join(COPIES_FOLDER), "in the way").unwrap();
    let before = fs::read(database(dir.path())).unwrap();
    let error = open_with(dir.path(), "CREATE TABLE extra (c TEXT) STRICT;").unwrap_err();
    assert_eq!(error.code(), "storage-failed");
    assert_eq!(fs::read(database(dir.path())).unwrap(), before);
}

#[test]
fn a_damaged_database_is_not_migrated() {
    let dir = scratch();
    thaw(TODAY, dir.path());
    let root: usize = stranger(dir.path())
        .query_row("SELECT rootpage FROM sqlite_schema WHERE name = 'parties'", [], |row| row.get::<_, i64>(0))
        .map(|page| usize::try_from(page - 1).unwrap() * 4096)
        .unwrap();
    let mut bytes = fs::read(database(dir.path())).unwrap();
    bytes[root..root + 200].fill(0xEE);
    fs::write(database(dir.path()), bytes).unwrap();
    let error = open_with(dir.path(), "CREATE TABLE extra (c TEXT) STRICT;").unwrap_err();
    assert!(matches!(error.code(), "copy-failed" | "database-damaged"), "{error}");
    assert_eq!(schema_of(&database(dir.path())), TODAY);
    assert_eq!(copies(dir.path()), Vec::<PathBuf>::new(), "a copy that does not verify is not kept");
}

#[test]
fn two_copies_of_one_second_do_not_overwrite_each_other() {
    let dir = scratch();
    for _ in 0..3 {
        let _ = fs::remove_file(database(dir.path()));
        thaw(TODAY, dir.path());
        drop(open_with(dir.path(), "CREATE TABLE extra (c TEXT) STRICT;").unwrap());
    }
    assert_eq!(copies(dir.path()).len(), 3);
}

const FOLDER: &str = "RECOURSE_STORE_TEST_MIGRATION_FOLDER";
const SLOW: &str = "CREATE TABLE extra (n INTEGER PRIMARY KEY, c TEXT NOT NULL) STRICT;
    WITH RECURSIVE up (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM up WHERE n < 30000)
    INSERT INTO extra SELECT n, hex(zeroblob(40)) FROM up;
    CREATE INDEX extra_by_text ON extra (c, n);";

/// Runs only as the child of the test below.
#[test]
fn child_that_migrates() {
    let Some(folder) = std::env::var_os(FOLDER) else { return };
    say("BEGUN");
    drop(open_with(Path::new(&folder), SLOW).unwrap());
}

#[test]
fn killed_while_migrating_it_is_old_or_new_and_nothing_between() {
    let mut state = 7;
    let mut old = 0;
    for _ in 0..25 {
        let dir = scratch();
        thaw(TODAY, dir.path());
        let before = journal_of(&stranger(dir.path()));
        let mut child = again("tests::migrating::child_that_migrates", FOLDER, dir.path());
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines().map_while(Result::ok);
        assert!(lines.any(|line| line.contains("BEGUN")));
        linger(scatter(&mut state) % 60_000_000);
        let _ = child.kill();
        child.wait().unwrap();
        // Looked at in a copy, so that the store itself meets what the killed one left.
        let left = scratch();
        for (from, to) in [database, |dir: &Path| log_of(&database(dir))].map(|of| (of(dir.path()), of(left.path()))) {
            let _ = fs::copy(from, to);
        }
        let schema = schema_of(&database(left.path()));
        assert!(schema == TODAY || schema == TODAY + 1);
        old += u32::from(schema == TODAY);
        let store = open_with(dir.path(), SLOW).unwrap();
        assert_eq!(store.with_writer(|conn| Ok(journal_of(conn))).unwrap(), before);
        assert_eq!(faults(&store), Vec::<&str>::new());
        let rows: i64 = store.read(|c| Ok(c.query_row("SELECT count(*) FROM extra", [], |r| r.get(0))?)).unwrap();
        assert_eq!(rows, 30_000);
    }
    assert!(old > 0, "never killed in time");
}
