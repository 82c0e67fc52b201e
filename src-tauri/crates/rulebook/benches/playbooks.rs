//! How long playbooks take: `cargo bench -p recourse-rulebook --bench playbooks`. Prints a table in milliseconds; judges
//! nothing.
#![allow(clippy::print_stdout, missing_docs)]

use recourse_domain::{
    Actor, Case, Event, EventBody, Evidence, EvidenceSource, Key, MediaType, Moment, Money, Transaction,
    TransactionFields,
};
use recourse_rulebook::playbook::QuestionKind;
use recourse_rulebook::triage::{self, Heard};
use recourse_rulebook::{Playbook, book, next};
use std::error::Error;
use std::hint::black_box;
use std::time::Instant;

/// Runs of each question.
const RUNS: usize = 201;
/// Exhibits of the heavy case.
const EXHIBITS: u32 = 200;

fn main() -> Result<(), Box<dyn Error>> {
    let files = book::shipped_files();
    let begun = Instant::now();
    let (book, faults) = book::read_all(&files);
    let first = begun.elapsed().as_secs_f64() * 1e3;
    let bytes: usize = files.iter().map(|(_, text)| text.len()).sum();
    println!("{} playbooks, {} kB, {} faults", book.all().len(), bytes / 1000, faults.len());
    println!("\n{:26}{:>10}{:>10}", "ms", "median", "longest");
    let (median, longest) = measure(|| book::read_all(&files));
    println!("{:26}{median:>10.3}{longest:>10.3}   the first time {first:.3}", "read and check all");
    for playbook in book.all() {
        let fresh = Case::open(&event(opened(playbook))?)?;
        let heavy = heavy(playbook)?;
        let now = heavy.opened_at.instant();
        let steps = next::guide(&heavy, playbook, now).steps.len();
        for (name, case) in [("new", &fresh), ("heavy", &heavy)] {
            let (median, longest) = measure(|| next::guide(case, playbook, now).open().len());
            let name = format!("{} {name}", playbook.id);
            println!("{name:26}{median:>10.3}{longest:>10.3}   {steps} steps, {} exhibits", case.evidence.len());
        }
    }
    let heard = Heard { screen: "交易超时 请查询 68".to_owned(), ..Heard::default() };
    let (median, longest) = measure(|| triage::suggest(&book, &heard));
    println!("{:26}{median:>10.3}{longest:>10.3}", "triage");
    Ok(())
}

/// Median and longest of the runs, in milliseconds.
fn measure<T>(mut work: impl FnMut() -> T) -> (f64, f64) {
    let mut times: Vec<f64> = (0..RUNS)
        .map(|_| {
            let begun = Instant::now();
            black_box(work());
            begun.elapsed().as_secs_f64() * 1e3
        })
        .collect();
    times.sort_by(f64::total_cmp);
    (times[RUNS / 2], times[RUNS - 1])
}

fn moment() -> Result<Moment, Box<dyn Error>> {
    Ok("2026-03-05T14:02:11+08:00[Asia/Shanghai]".parse()?)
}

fn event(body: EventBody) -> Result<Event, Box<dyn Error>> {
    Ok(Event { case: Some("01ARZ3NDEKTSV4RRFFQ69G5FAV".parse()?), at: moment()?, actor: Actor::Owner, body })
}

fn opened(playbook: &Playbook) -> EventBody {
    EventBody::CaseOpened {
        number: "2026-0001".to_owned(),
        playbook: playbook.id.clone(),
        title: "t".to_owned(),
        zone: chrono_tz::Tz::Asia__Shanghai,
    }
}

/// Everything answered, every second step marked, and so many exhibits as one case can have.
fn heavy(playbook: &Playbook) -> Result<Case, Box<dyn Error>> {
    let mut bodies = Vec::new();
    for question in &playbook.questions {
        let value = match question.kind {
            QuestionKind::Choice => question.choices[0].id.to_string(),
            QuestionKind::YesNo => "yes".to_owned(),
            QuestionKind::Amount => "1280.50".to_owned(),
            QuestionKind::Date => "2026-03-05".to_owned(),
            QuestionKind::Text => "…".to_owned(),
        };
        bodies.push(EventBody::QuestionAnswered { question: question.id.clone(), value });
    }
    for step in playbook.steps.iter().step_by(2) {
        bodies.push(EventBody::StepDone { step: step.id.clone(), note: String::new() });
    }
    let kinds: Vec<&Key> = playbook.evidence.iter().map(|asked| &asked.kind).collect();
    for (number, kind) in (1..=EXHIBITS).zip(kinds.into_iter().cycle()) {
        let evidence = Evidence {
            id: format!("01ARZ3NDEKTSV4RRFFQ69G{number:04}").parse()?,
            number,
            sha256: "0".repeat(64).parse()?,
            media_type: MediaType::Jpeg,
            bytes: 1,
            pages: 1,
            width_px: 1,
            height_px: 1,
            original_name: "a.jpg".to_owned(),
            caption: String::new(),
            kind: Some(kind.clone()),
            source: EvidenceSource::Merchant,
            captured_at: None,
            added_at: moment()?,
        };
        bodies.push(EventBody::EvidenceAdded { evidence });
    }
    let fields = TransactionFields::of(Money::parse("1280.50", "CNY".parse()?)?);
    bodies.push(EventBody::TransactionRecorded {
        transaction: Transaction { id: "01ARZ3NDEKTSV4RRFFQ69G5FAV".parse()?, fields },
    });
    let mut case = Case::open(&event(opened(playbook))?)?;
    for body in bodies {
        case.apply(&event(body)?)?;
    }
    Ok(case)
}
