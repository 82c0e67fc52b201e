//! Writes the frozen database of the present schema, by which later versions prove that they still open it:
//! `cargo run -p recourse-store --example freeze-database -- tests/fixtures/databases`.
//! An existing one is never replaced.
#![allow(clippy::print_stdout)]

#[path = "../samples/mod.rs"]
mod samples;

use recourse_store::{DATABASE_FILE, Store};
use std::error::Error;
use std::path::PathBuf;

fn main() -> Result<(), Box<dyn Error>> {
    let target = PathBuf::from(std::env::args_os().nth(1).ok_or("give the folder to write to")?);
    let scratch = tempfile::tempdir()?;
    let store = Store::open(scratch.path(), chrono::DateTime::from_timestamp(0, 0).ok_or("epoch")?)?;
    for event in samples::every_kind() {
        store.append(&[event])?;
    }
    store.append(&samples::ordinary_case(2))?;
    let last = store.append(&samples::ordinary_case(3))?.pop().ok_or("no entry")?;
    store.set_preference("language", "zh-CN")?;
    drop(store);
    let made = scratch.path().join(DATABASE_FILE);
    let schema: i64 = rusqlite::Connection::open(&made)?.pragma_query_value(None, "user_version", |row| row.get(0))?;
    let target = target.join(format!("schema-{schema}.sqlite3"));
    if target.exists() {
        return Err(format!("{} is frozen already", target.display()).into());
    }
    std::fs::copy(&made, &target)?;
    println!("{}: last entry {} {}", target.display(), last.seq, last.hash);
    Ok(())
}
