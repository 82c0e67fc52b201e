//! How long the list takes: `cargo bench -p recourse-store --bench case_list [-- CASES…]`. Prints a table of medians in
//! milliseconds; judges nothing. By default 1 000, 10 000 and 100 000 cases.
#![allow(clippy::print_stdout, missing_docs)]

#[path = "../samples/mod.rs"]
mod samples;

use recourse_domain::{CaseId, Stage};
use recourse_store::{CaseQuery, DATABASE_FILE, Store};
use std::error::Error;
use std::hint::black_box;
use std::path::Path;
use std::time::Instant;

/// Runs of each question.
const RUNS: usize = 41;
/// Cases written in one transaction.
const BATCH: u64 = 500;
/// Rows of a page, as the window asks for them.
const PAGE: u32 = 50;

const QUESTIONS: [&str; 10] = [
    "first page",
    "next page",
    "page 40",
    "one stage",
    "word in all",
    "word in few",
    "two characters",
    "no hit (2 char.)",
    "two words",
    "append",
];

fn main() -> Result<(), Box<dyn Error>> {
    let asked: Vec<u64> = std::env::args().skip(1).filter_map(|arg| arg.parse().ok()).collect();
    let sizes = if asked.is_empty() { vec![1_000, 10_000, 100_000] } else { asked };
    let mut columns = Vec::new();
    for cases in &sizes {
        let scratch = tempfile::tempdir()?;
        let store = Store::open(scratch.path(), chrono::DateTime::from_timestamp(0, 0).ok_or("epoch")?)?;
        let begun = Instant::now();
        seed(&store, *cases)?;
        let seconds = begun.elapsed().as_secs_f64();
        columns.push(ask(&store, *cases)?);
        drop(store);
        println!("{cases} cases: made in {seconds:.1} s, {} MB", megabytes(scratch.path()));
    }
    println!("\n{:18} {}", "median ms", sizes.iter().map(|n| format!("{n:>12}")).collect::<String>());
    for (row, question) in QUESTIONS.iter().enumerate() {
        println!("{question:18} {}", columns.iter().map(|c| format!("{:>12.3}", c[row])).collect::<String>());
    }
    let [load, history, append] = heavy()?;
    println!(
        "\nOne case of 500 events and 200 exhibits: load {load:.3} ms, history {history:.3} ms, append {append:.3} ms"
    );
    Ok(())
}

fn seed(store: &Store, cases: u64) -> Result<(), Box<dyn Error>> {
    let mut next = 1;
    while next <= cases {
        let last = (next + BATCH - 1).min(cases);
        store.append(&(next..=last).flat_map(samples::ordinary_case).collect::<Vec<_>>())?;
        next = last + 1;
    }
    Ok(())
}

fn ask(store: &Store, cases: u64) -> Result<Vec<f64>, Box<dyn Error>> {
    let query = |text: &str| CaseQuery { text: text.to_owned(), limit: PAGE, ..CaseQuery::default() };
    let list = |query: &CaseQuery| store.list_cases(query);
    let mut deep = query("");
    for _ in 0..39 {
        match list(&deep)?.next_cursor {
            None => break,
            cursor => deep.cursor = cursor,
        }
    }
    let next = CaseQuery { cursor: list(&query(""))?.next_cursor, ..query("") };
    let stage = CaseQuery { stages: vec![Stage::Submit], ..query("") };
    let rrn = format!("{:012}", cases / 2 * 7919);
    let mut medians = Vec::new();
    let words = [
        query(""),
        next,
        deep,
        stage,
        query("预授权"),
        query(&rrn),
        query("王芳"),
        query("鑫鑫"),
        query("银联商务 张敏"),
    ];
    for asked in words {
        medians.push(median(|| list(&asked).map(|page| drop(black_box(page))))?);
    }
    let mut seconds = 30_000_000_i64;
    medians.push(median(|| {
        seconds += 1;
        store.append(&[samples::note(1 + seconds.unsigned_abs() % cases, seconds, "再次致电")]).map(drop)
    })?);
    Ok(medians)
}

/// Load, history and append of a heavy case.
fn heavy() -> Result<[f64; 3], Box<dyn Error>> {
    let scratch = tempfile::tempdir()?;
    let store = Store::open(scratch.path(), chrono::DateTime::from_timestamp(0, 0).ok_or("epoch")?)?;
    store.append(&samples::heavy_case(7, 200, 500))?;
    let id: CaseId = samples::id(7);
    let mut seconds = 0;
    Ok([
        median(|| store.case(&id).map(|case| drop(black_box(case))))?,
        median(|| store.history(&id).map(|history| drop(black_box(history))))?,
        median(|| {
            seconds += 1;
            store.append(&[samples::note(7, 10_000 + seconds, "再次致电")]).map(drop)
        })?,
    ])
}

fn median<E>(mut work: impl FnMut() -> Result<(), E>) -> Result<f64, E> {
    let mut taken = Vec::with_capacity(RUNS);
    for _ in 0..RUNS {
        let begun = Instant::now();
        work()?;
        taken.push(begun.elapsed().as_secs_f64() * 1000.0);
    }
    taken.sort_by(f64::total_cmp);
    Ok(taken[RUNS / 2])
}

fn megabytes(folder: &Path) -> u64 {
    std::fs::metadata(folder.join(DATABASE_FILE)).map_or(0, |found| found.len() / 1_000_000)
}
