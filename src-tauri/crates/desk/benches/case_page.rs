//! How long a heavy case's page takes to open: `cargo bench -p recourse-desk --bench case_page`. Prints medians in
//! milliseconds; judges nothing. A case of 500 events, 200 exhibits and a packet, on its real playbook.
#![allow(clippy::print_stdout, missing_docs)]

#[path = "../../store/samples/mod.rs"]
mod samples;

use recourse_desk::{Desk, DeskOptions};
use recourse_domain::EventBody;
use recourse_store::Store;
use std::error::Error;
use std::hint::black_box;
use std::time::Instant;

/// Runs of each question.
const RUNS: usize = 41;

fn main() -> Result<(), Box<dyn Error>> {
    let scratch = tempfile::tempdir()?;
    let data = scratch.path().join("data");
    let store = Store::open(&data, chrono::DateTime::from_timestamp(0, 0).ok_or("epoch")?)?;
    let mut events = samples::heavy_case(7, 200, 480);
    let answers = [("swiped-again", "no"), ("terminal-record", "success"), ("goods-delivered", "yes")];
    let more = answers.map(|(question, value)| EventBody::QuestionAnswered {
        question: samples::key(question),
        value: value.to_owned(),
    });
    events.extend((0_i64..).zip(more).map(|(n, body)| samples::event(7, 5_000 + n, body)));
    events.push(samples::event(7, 6_000, samples::packet(1, 480)));
    while events.len() < 500 {
        let n = i64::try_from(events.len())?;
        events.push(samples::note(7, 7_000 + n, "再次致电"));
    }
    store.append(&events)?;
    drop(store);
    let begun = Instant::now();
    let desk = Desk::open(DeskOptions::new(data, "zh_CN.UTF-8").decoding_here())?;
    println!("{:22} {:>9.3}", "open the data folder", begun.elapsed().as_secs_f64() * 1000.0);
    let id: recourse_domain::CaseId = samples::id(7);
    let case = id.as_str();
    let show = median(|| desk.case_show(case).map(|view| drop(black_box(view))))?;
    let guide = median(|| desk.case_guide(case).map(|guide| drop(black_box(guide))))?;
    let history = median(|| desk.case_history(case).map(|history| drop(black_box(history))))?;
    for (what, ms) in [
        ("case_show", show),
        ("case_guide", guide),
        ("the page (both)", show + guide),
        ("case_history", history),
        ("catalog", median(|| desk.catalog().map(|catalog| drop(black_box(catalog))))?),
    ] {
        println!("{what:22} {ms:>9.3}");
    }
    Ok(())
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
