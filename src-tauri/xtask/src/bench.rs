//! `cargo xtask bench`: figures, each measured by a plain runner that prints a table. Nothing here passes or fails.

mod packet;
mod table;
mod window;

use crate::command::Call;
use crate::trouble::Trouble;

/// A figure that can be measured.
struct Figure {
    name: &'static str,
    tells: &'static str,
    measure: fn() -> Result<(), Trouble>,
}

const FIGURES: &[Figure] = &[
    Figure { name: "case-list", tells: "first page and a search among 100 000 cases, from SQLite", measure: case_list },
    Figure {
        name: "case-page",
        tells: "a case of 500 events and 200 exhibits opens, with its guide",
        measure: case_page,
    },
    Figure {
        name: "evidence",
        tells: "1000 photos taken in, beside sha256sum and cp; previews, beside vipsthumbnail",
        measure: evidence,
    },
    Figure {
        name: "packet",
        tells: "a packet of 200 photos and 30 pages of text, beside img2pdf on the same photos, and its memory",
        measure: packet::measure,
    },
    Figure {
        name: "playbooks",
        tells: "all playbooks read and checked, and what to do next in a case of 200 exhibits",
        measure: playbooks,
    },
    Figure {
        name: "window",
        tells: "from start to the list shown, beside an empty Tauri window",
        measure: window::measure,
    },
];

/// Measures the figures named; without a name, tells which there are.
pub(crate) fn bench(names: &[&str]) -> Result<(), Trouble> {
    if names.is_empty() {
        FIGURES.iter().for_each(|figure| println!("{:<12} {}", figure.name, figure.tells));
        return Ok(());
    }
    for name in names {
        let Some(figure) = FIGURES.iter().find(|figure| figure.name == *name) else {
            let known: Vec<&str> = FIGURES.iter().map(|figure| figure.name).collect();
            return Err(Trouble::new(
                format!("No figure is called {name}."),
                format!("There are: {}.", known.join(", ")),
            ));
        };
        println!("== {}: {}", figure.name, figure.tells);
        (figure.measure)()?;
    }
    Ok(())
}

fn evidence() -> Result<(), Trouble> {
    Call::cargo().args(["bench", "-p", "recourse-evidence", "--bench", "evidence"]).run()
}

fn case_list() -> Result<(), Trouble> {
    Call::cargo().args(["bench", "-p", "recourse-store", "--bench", "case_list"]).run()
}

fn case_page() -> Result<(), Trouble> {
    Call::cargo().args(["bench", "-p", "recourse-desk", "--bench", "case_page"]).run()
}

fn playbooks() -> Result<(), Trouble> {
    Call::cargo().args(["bench", "-p", "recourse-rulebook", "--bench", "playbooks"]).run()
}
