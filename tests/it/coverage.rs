//! What merchants are told elsewhere, held against what this program offers: every statement of the table is served by
//! something that is really there. The table with its words is `tests/fixtures/coverage.toml`.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a table that cannot be read ends the test")]

use crate::shop::{PROGRAM, Ran, Shop};
use crate::sources;
use std::collections::{BTreeMap, BTreeSet};
use toml::{Table, Value};

/// How many statements there are.
const STATEMENTS: i64 = 89;

/// Lists of a playbook that can be pointed at: the word in a reference, the list in the file, what names its entries.
const LISTS: &[(&str, &str, &str)] = &[
    ("compliance", "compliance", "id"),
    ("demand", "demand", "id"),
    ("evidence", "evidence", "kind"),
    ("fact", "fact", "id"),
    ("ladder", "ladder", "id"),
    ("outcome", "outcome", "id"),
    ("prevention", "prevention", "id"),
    ("question", "question", "id"),
    ("symptom", "symptom", "id"),
];

/// A text with a secret in it: what is refused must be this, and must not come back in the refusal.
const SECRET: (&str, &str) = ("顾客说密码 482913", "482913");

fn table(name: &str) -> Table {
    let text = std::fs::read_to_string(sources::root().join(name)).unwrap_or_else(|e| panic!("{name}: {e}"));
    text.parse().unwrap_or_else(|e| panic!("{name}: {e}"))
}

fn names(file: &Table, list: &str, name: &str) -> BTreeSet<String> {
    let entries = file.get(list).and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
    entries.iter().map(|entry| entry[name].as_str().unwrap().to_owned()).collect()
}

fn playbooks() -> BTreeMap<String, Table> {
    let files = sources::below("assets/playbooks", &[".toml"]);
    let read = files.iter().map(|file| file.text.parse::<Table>().unwrap_or_else(|e| panic!("{}: {e}", file.name)));
    read.map(|playbook| (playbook["id"].as_str().unwrap().to_owned(), playbook)).collect()
}

/// All that a reference can lead to. Commands and refusals are asked of the program itself.
struct Offer {
    playbooks: BTreeMap<String, Table>,
    codes: BTreeSet<String>,
    sections: BTreeSet<String>,
    kinds: BTreeSet<String>,
    rules: BTreeSet<String>,
    shop: Shop,
    asked: BTreeMap<String, bool>,
}

impl Offer {
    fn read() -> Self {
        Self {
            playbooks: playbooks(),
            codes: names(&table("assets/rules/response-codes.toml"), "code", "code"),
            sections: names(&table("assets/rules/contingency.toml"), "section", "id"),
            kinds: names(&table("assets/rules/evidence-kinds.toml"), "kind", "id"),
            rules: names(&table("assets/rules/deadlines.toml"), "rule", "id"),
            shop: Shop::new(),
            asked: BTreeMap::new(),
        }
    }

    fn serves(&mut self, reference: &str) -> bool {
        if let Some((of, name)) = reference.split_once(':') {
            return match of {
                "code" => self.codes.contains(name),
                "kind" => self.kinds.contains(name),
                "rule" => self.rules.contains(name),
                "cli" | "refuses" => self.ask(of, name),
                _ => false,
            };
        }
        if let Some((of, name)) = reference.split_once('#') {
            return match self.playbooks.get(of) {
                Some(playbook) => names(playbook, "step", "id").contains(name),
                None => of == "contingency" && self.sections.contains(name),
            };
        }
        let Some((of, part)) = reference.split_once('@') else { return false };
        let Some(playbook) = self.playbooks.get(of) else { return false };
        match part.split_once('/') {
            Some((list, name)) => {
                let list = LISTS.iter().find(|(word, _, _)| *word == list);
                list.is_some_and(|(_, list, by)| names(playbook, list, by).contains(name))
            }
            None => matches!(part, "call" | "customer") && playbook.get(part).is_some_and(Value::is_table),
        }
    }

    /// What only the program can answer, asked once.
    fn ask(&mut self, of: &str, name: &str) -> bool {
        let key = format!("{of}:{name}");
        if let Some(known) = self.asked.get(&key) {
            return *known;
        }
        let answer = match of {
            "cli" => {
                let words = name.split(' ').chain(["--help"]);
                let ran = Ran::of(self.shop.at_home(PROGRAM).args(["--lang", "en"]).args(words).output().unwrap());
                ran.code == 0 && ran.stdout.contains(&format!("recourse {name}"))
            }
            _ => {
                let case = self.shop.case("debited-abnormal", "refusal");
                let refused = self.shop.refused(["case", "note", &case, SECRET.0]);
                assert!(!refused.to_string().contains(SECRET.1), "the refusal repeats the secret");
                let history = self.shop.done(["case", "history", &case]).to_string();
                assert!(!history.contains(SECRET.1), "the secret was kept");
                refused["code"] == name
            }
        };
        self.asked.insert(key, answer);
        answer
    }
}

#[test]
#[allow(clippy::print_stdout, reason = "the table is what this test shows")]
fn every_statement_is_served() {
    let rows = table("tests/fixtures/coverage.toml");
    let rows = rows["row"].as_array().unwrap();
    let numbers: Vec<i64> = rows.iter().map(|row| row["n"].as_integer().unwrap()).collect();
    assert_eq!(numbers, (1..=STATEMENTS).collect::<Vec<_>>(), "the table has other rows than it should");
    let mut offer = Offer::read();
    let mut unserved = Vec::new();
    for row in rows {
        let (n, statement) = (row["n"].as_integer().unwrap(), row["statement"].as_str().unwrap());
        let words = |key: &str| row[key].as_array().unwrap().iter().map(|w| w.as_str().unwrap()).collect::<Vec<_>>();
        let (features, served_by) = (words("feature"), words("served_by"));
        assert!(statement.len() > 10 && !features.is_empty(), "row {n} says too little");
        println!("{n:>2}  {statement}  [{}]\n      {}", features.join(" "), served_by.join(", "));
        if served_by.is_empty() {
            unserved.push(format!("row {n} ({statement}) is served by nothing"));
        }
        let broken = served_by.iter().filter(|reference| !offer.serves(reference));
        unserved.extend(broken.map(|reference| format!("row {n}: there is no {reference}")));
    }
    assert!(unserved.is_empty(), "{unserved:#?}");
}

#[test]
fn a_reference_that_leads_nowhere_is_noticed() {
    let mut offer = Offer::read();
    for good in ["other#learn-from-it", "chargeback@evidence/slip", "other@call", "code:68", "contingency#fraud"] {
        assert!(offer.serves(good), "{good}");
    }
    for bad in [
        "",
        "other",
        "other#no-such-step",
        "nothing#learn-from-it",
        "other@evidence/no-such-kind",
        "other@step/learn-from-it",
        "other@letter",
        "code:00000",
        "cli:case conjure",
        "contingency#no-such-section",
        "promise:later",
    ] {
        assert!(!offer.serves(bad), "{bad}");
    }
}

/// Every text in both languages below a value.
fn said(value: &Value, found: &mut Vec<String>) {
    match value {
        Value::String(text) => found.push(text.clone()),
        Value::Array(items) => items.iter().for_each(|item| said(item, found)),
        Value::Table(fields) => fields.values().for_each(|field| said(field, found)),
        _ => {}
    }
}

fn speaks_of_pin(text: &str) -> bool {
    text.contains("密码") || text.contains("PIN")
}

#[test]
fn no_playbook_lets_anybody_ask_for_a_pin() {
    for (id, playbook) in playbooks() {
        // What a customer is asked never touches it, and both scripts forbid it.
        let mut asked = Vec::new();
        said(&playbook["customer"]["ask"], &mut asked);
        asked.retain(|text| speaks_of_pin(text));
        assert!(asked.is_empty(), "{id} brings up the PIN: {asked:?}");
        for script in ["customer", "call"] {
            let mut texts = Vec::new();
            said(&playbook[script]["never"], &mut texts);
            assert!(
                texts.iter().any(|t| t.contains("密码")) && texts.iter().any(|t| t.contains("PIN")),
                "{id} {script}"
            );
        }
        for question in playbook["question"].as_array().unwrap() {
            let mut texts = Vec::new();
            said(&question["text"], &mut texts);
            assert!(!texts.iter().any(|t| speaks_of_pin(t)) || question["kind"].as_str() != Some("text"), "{id}");
        }
    }
}

#[test]
fn sources_are_documents_not_addresses() {
    let mut files = sources::below("assets/playbooks", &[".toml"]);
    files.extend(sources::below("assets/rules", &["response-codes.toml"]));
    assert!(files.len() > 7, "the playbooks were not found");
    for file in files {
        let cited = file.text.lines().filter(|line| line.starts_with("source = "));
        let addresses: Vec<_> =
            cited.filter(|line| ["http", "www.", ".com"].iter().any(|a| line.contains(a))).collect();
        assert!(addresses.is_empty(), "{}: {addresses:#?}", file.name);
    }
}
