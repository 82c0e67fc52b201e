//! Every name that a template may use.

use super::law;
use super::template::Ask;
use crate::book::Book;

const CASE: &[&str] = &["number", "title", "problem", "opened_on", "amount", "sale_count"];
const MERCHANT: &[&str] = &[
    "name",
    "mid",
    "licence",
    "contact",
    "phone",
    "email",
    "address",
    "acquirer",
    "acquirer_contact",
    "settlement",
    "legal_person",
    "contract_no",
    "contract_signed_on",
    "agent",
    "rates",
];
const TERMINAL: &[&str] = &["tid", "model", "serial", "imei"];
const SALE: &[&str] = &[
    "amount",
    "at",
    "card",
    "card_type",
    "rrn",
    "trace",
    "batch",
    "auth",
    "response_code",
    "terminal",
    "order_no",
    "n",
];
const EXHIBIT: &[&str] = &[
    "n",
    "label",
    "kind",
    "id",
    "caption",
    "proves",
    "source",
    "pages",
    "captured_at",
    "added_at",
    "sha256",
    "bytes",
    "file",
    "format",
];
const SIGNER: &[&str] = &["company", "individual", "form"];
const RECIPIENT: &[&str] = &["name"];
const TOTAL: &[&str] = &["exhibits", "pages"];
const BLANK: &[&str] = &["line", "date", "box"];

/// The groups of single facts.
const GROUPS: [(&str, &[&str]); 9] = [
    ("case", CASE),
    ("merchant", MERCHANT),
    ("terminal", TERMINAL),
    ("sale", SALE),
    ("signer", SIGNER),
    ("recipient", RECIPIENT),
    ("total", TOTAL),
    ("blank", BLANK),
    ("date", &["today"]),
];
/// What an item of a list holds, under the name that templates give it in a loop.
pub(super) const ITEMS: [(&str, &[&str]); 6] = [
    ("one", SALE),
    ("exhibit", EXHIBIT),
    ("group", &["name", "exhibits"]),
    ("event", &["at", "text"]),
    ("demand", &["n", "text"]),
    ("point", &["n", "text"]),
];
/// Lists and functions by their bare names.
const BARE: [&str; 9] = ["sales", "exhibits", "groups", "events", "demands", "answer", "detail", "chosen", "points"];

/// Whether a template may name it.
pub(super) fn is_known(name: &str, asks: &[Ask]) -> bool {
    let Some((group, field)) = name.split_once('.') else { return BARE.contains(&name) };
    // Behind `chosen(…)` and in lists nothing more is named.
    match group {
        "ask" => asks.iter().any(|ask| under(ask.id.as_str()) == field),
        "law" => law::laws().unwrap_or_default().iter().any(|law| under(law.id.as_str()) == field),
        group => GROUPS.iter().any(|(known, fields)| *known == group && fields.contains(&field)),
    }
}

pub(super) fn knows_question(id: &str) -> bool {
    Book::shipped().all().iter().any(|playbook| playbook.question(id).is_some())
}
pub(super) fn knows_detail(id: &str) -> bool {
    Book::shipped().all().iter().any(|playbook| playbook.details.iter().any(|key| key.as_str() == id))
}

/// How a name with hyphens is written in a template.
pub(super) fn under(id: &str) -> String {
    id.replace('-', "_")
}
