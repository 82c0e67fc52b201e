//! Checks playbook files and prints every fault: `check-playbooks [FILES…]`. Without files, the shipped ones.

#![allow(clippy::print_stdout, reason = "a program for the terminal")]

use recourse_rulebook::{Book, book};
use std::process::ExitCode;

fn main() -> Result<ExitCode, std::io::Error> {
    let names: Vec<String> = std::env::args().skip(1).collect();
    let texts = names.iter().map(std::fs::read_to_string).collect::<Result<Vec<_>, _>>()?;
    let given: Vec<(&str, &str)> = names.iter().map(String::as_str).zip(texts.iter().map(String::as_str)).collect();
    let read = (!given.is_empty()).then(|| book::read_all(&given));
    let (all, faults) = match &read {
        Some((book, faults)) => (book, faults.as_slice()),
        None => (Book::shipped(), Book::shipped_faults()),
    };
    for fault in faults {
        println!("{fault}");
    }
    println!("{} read, {} faults", all.all().len(), faults.len());
    Ok(if faults.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
