//! What is said at the beginning of a call, with its blanks filled from case and shop.

use super::sale;
use super::shown::{Told, may_be_told};
use crate::format;
use crate::playbook::Role;
use crate::words::Words;
use recourse_domain::{Case, MerchantProfile};

/// Sales whose references are said one by one.
const MOST_SAID: usize = 3;

/// Fills `{shop}`, `{mid}`, `{tid}`, `{time}`, `{amount}`, `{rrn}` and `{case}`. What is not on record, and what the one
/// on the line need not know, stays open and names what belongs there.
pub(super) fn fill(text: &str, case: &Case, merchant: &MerchantProfile, role: Role, words: &Words) -> String {
    let mut out = String::with_capacity(text.len() * 2);
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        out.push_str(before);
        let Some((name, tail)) = after.split_once('}') else {
            out.push('{');
            rest = after;
            continue;
        };
        match value(name, case, merchant, role, words) {
            Some(value) if value.trim().is_empty() => out.push_str(&words.say(&format!("sheet-blank-{name}"))),
            Some(value) => out.push_str(&value),
            // Braces of the owner's own.
            None => out.push_str(&format!("{{{name}}}")),
        }
        rest = tail;
    }
    out.push_str(rest);
    out
}

fn value(name: &str, case: &Case, merchant: &MerchantProfile, role: Role, words: &Words) -> Option<String> {
    let sales = &case.transactions;
    let told = |what, value: String| if may_be_told(role, what) { value } else { String::new() };
    let list = |values: Vec<String>| {
        let values: Vec<String> = values.into_iter().filter(|v| !v.is_empty()).collect();
        let more = values.len() > MOST_SAID;
        let said = values.into_iter().take(MOST_SAID).collect::<Vec<_>>().join(&words.say("sheet-comma"));
        if more { words.say_with("sheet-and-more", &[("list", &said)]) } else { said }
    };
    Some(match name {
        "shop" => merchant.name.trim().to_owned(),
        "mid" => told(Told::MerchantNumber, merchant.mid.trim().to_owned()),
        "tid" => told(Told::TerminalNumber, sale::terminal_number(case, merchant)),
        "time" => list(sales.iter().map(sale::at).collect()),
        "amount" => match case.amount() {
            Some(sum) => format::money(sum),
            None => list(sales.iter().map(|t| format::money(t.fields.amount)).collect()),
        },
        "rrn" => list(sales.iter().map(|t| t.fields.rrn.clone()).collect()),
        "case" => case.number.clone(),
        _ => return None,
    })
}
