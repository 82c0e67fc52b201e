//! How to speak with the customer: what to say, what may be asked, what never.

use super::model::{Block, Body, Sheet, Tone};
use super::said::texts;
use super::{never, sale};
use crate::playbook::{Playbook, Role};
use crate::words::Words;
use recourse_domain::{Case, PartyRole};

/// The page for a talk with the customer. Of the card it shows the last four digits, of the shop nothing.
#[must_use]
pub fn customer(case: &Case, playbook: &Playbook, words: &Words) -> Sheet {
    let heading = |key: &str| words.say(key);
    let customer = Role::Party(PartyRole::Customer);
    let mut blocks = Vec::new();
    if playbook.needs_transaction || !case.transactions.is_empty() {
        blocks.push(Block::plain(heading("sheet-heading-sale"), sale::sales(case, customer, words)));
    }
    let say = texts(&playbook.customer.say, words);
    if !say.is_empty() {
        blocks.push(Block::plain(heading("sheet-heading-say"), Body::Points(say)).toned(Tone::Say));
    }
    let ask = texts(&playbook.customer.ask, words);
    if !ask.is_empty() {
        blocks.push(Block::plain(heading("sheet-heading-may-ask"), Body::Points(ask)));
    }
    let never = Body::Points(never(&playbook.customer.never, words));
    blocks.push(Block::plain(heading("sheet-heading-never-ask"), never).toned(Tone::Never));
    let rows = ["sheet-customer-said", "sheet-customer-reach", "sheet-customer-promised", "sheet-customer-by"]
        .map(|key| vec![words.say(key), String::new()])
        .to_vec();
    blocks.push(Block::plain(heading("sheet-heading-note"), Body::Table { head: Vec::new(), rows }));
    blocks.push(Block::plain(heading("sheet-heading-free"), Body::Blanks(2)));
    Sheet {
        title: words.say("sheet-customer-title"),
        subtitle: words.say_with("sheet-case", &[("number", &case.number), ("title", &case.title)]),
        footer: words.say_with("sheet-call-footer", &[("number", &case.number)]),
        owner: String::new(),
        blocks,
    }
}
