//! The plan for a bad day: who does what, how money is taken meanwhile, whom to call. To be printed and signed.

use super::model::{Block, Body, Line, Sheet, Tone};
use super::said::named;
use super::sale::{joined, network};
use crate::assets::RULES;
use crate::book::Book;
use crate::error::RulebookError;
use crate::format;
use crate::playbook::{Phase, Playbook};
use crate::text::Text;
use crate::words::Words;
use chrono::NaiveDate;
use recourse_domain::merchant::PERSON_ROLES;
use recourse_domain::{MerchantProfile, Person};
use serde::Deserialize;

const FILE: &str = "contingency.toml";
/// Drills that can be written down on one print.
const DRILLS: usize = 2;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Both {
    #[serde(rename = "zh-CN")]
    zh_cn: String,
    en: String,
}

impl Both {
    fn text(self) -> Text {
        Text::new(self.zh_cn, self.en)
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Section {
    #[allow(dead_code, reason = "a name for those who edit the file")]
    id: String,
    heading: Both,
    points: Vec<Both>,
}

#[derive(Deserialize)]
struct File {
    section: Vec<Section>,
}

/// The plan of a shop as of a day.
///
/// # Errors
/// [`RulebookError::AssetUnreadable`] when `assets/rules/contingency.toml` does not read.
pub fn contingency(
    merchant: &MerchantProfile,
    book: &Book,
    words: &Words,
    today: NaiveDate,
) -> Result<Sheet, RulebookError> {
    let heading = |key: &str| words.say(key);
    let mut blocks = vec![
        Block::plain(heading("sheet-heading-people"), people(merchant, words)),
        Block::plain(heading("sheet-heading-reach"), Body::Facts(reach(merchant, words))).toned(Tone::Lead),
        Block::plain(heading("sheet-heading-fallback"), fallbacks(merchant, words)),
        Block::plain(heading("sheet-heading-terminals"), terminals(merchant, words)),
        Block::plain(heading("sheet-heading-first"), first_steps(book, words)),
    ];
    for section in sections()? {
        let points = section.points.into_iter().map(|p| p.text().of(words.language()).to_owned()).collect();
        blocks.push(Block::plain(section.heading.text().of(words.language()), Body::Numbered(points)));
    }
    blocks.push(Block::plain(heading("sheet-heading-drill"), drills(words)));
    blocks.push(Block::plain(heading("sheet-heading-signed"), signed(words)));
    let shop = words.or_not_on_record(&merchant.name);
    Ok(Sheet {
        title: words.say("sheet-contingency-title"),
        subtitle: words
            .say_with("sheet-contingency-subtitle", &[("shop", &shop), ("date", &format::date(today, words))]),
        footer: words.say_with("sheet-contingency-footer", &[("shop", &shop), ("date", &today.to_string())]),
        owner: merchant.name.clone(),
        blocks,
    })
}

fn sections() -> Result<Vec<Section>, RulebookError> {
    let text = RULES.get_file(FILE).and_then(|f| f.contents_utf8()).unwrap_or_default();
    let unreadable =
        |e: toml::de::Error| RulebookError::AssetUnreadable { file: FILE.to_owned(), reason: e.to_string() };
    Ok(toml::from_str::<File>(text).map_err(unreadable)?.section)
}

/// Everybody who is on record; a role that nobody has gets a row to be filled in.
fn people(merchant: &MerchantProfile, words: &Words) -> Body {
    let row = |person: &Person| {
        let role = named(words, &format!("sheet-person-{}", person.role), person.role.as_str());
        vec![role, person.name.clone(), person.phone.clone(), person.duties.clone()]
    };
    let mut rows = Vec::new();
    for role in PERSON_ROLES {
        let before = rows.len();
        rows.extend(merchant.people.iter().filter(|p| p.role.as_str() == role).map(row));
        if rows.len() == before {
            rows.push(vec![
                named(words, &format!("sheet-person-{role}"), role),
                String::new(),
                String::new(),
                String::new(),
            ]);
        }
    }
    rows.extend(merchant.people.iter().filter(|p| !PERSON_ROLES.contains(&p.role.as_str())).map(row));
    let head = ["role", "name", "phone", "duties"].map(|key| words.say(&format!("sheet-people-{key}"))).to_vec();
    Body::Table { head, rows }
}

/// How those outside are reached.
fn reach(merchant: &MerchantProfile, words: &Words) -> Vec<Line> {
    vec![
        Line::of(words.say("sheet-reach-acquirer"), &joined(&[&merchant.acquirer, &merchant.acquirer_contact], words)),
        Line::of(words.say("sheet-reach-agent"), &joined(&[&merchant.agent, &merchant.agent_contact], words)),
        Line::of(words.say("sheet-shop-mid"), &merchant.mid),
        Line::of(words.say("sheet-shop-contract"), &merchant.contract_no),
    ]
}

fn fallbacks(merchant: &MerchantProfile, words: &Words) -> Body {
    if merchant.fallbacks.is_empty() {
        return Body::Facts(vec![Line::of(words.say("sheet-fallback"), "")]);
    }
    Body::Numbered(
        merchant.fallbacks.iter().map(|way| named(words, &format!("sheet-fallback-{way}"), way.as_str())).collect(),
    )
}

fn terminals(merchant: &MerchantProfile, words: &Words) -> Body {
    let row = |terminal: &recourse_domain::Terminal| {
        let acquirer = if terminal.acquirer.is_empty() { &merchant.acquirer } else { &terminal.acquirer };
        vec![
            terminal.label.clone(),
            terminal.tid.clone(),
            joined(&[&terminal.model, &terminal.serial], words),
            network(terminal, words),
            acquirer.clone(),
        ]
    };
    let mut rows: Vec<Vec<String>> = merchant.terminals.iter().map(row).collect();
    if rows.is_empty() {
        rows.push(vec![String::new(); 5]);
    }
    let head = ["place", "tid", "device", "network", "acquirer"]
        .map(|key| words.say(&format!("sheet-terminals-{key}")))
        .to_vec();
    Body::Table { head, rows }
}

/// For each problem what to do before all else.
fn first_steps(book: &Book, words: &Words) -> Body {
    let language = words.language();
    let row = |playbook: &Playbook| {
        let of_confirm =
            || playbook.steps.iter().filter(|s| s.phase == Phase::Confirm && !s.optional && s.when.is_empty());
        let first = of_confirm().find(|s| s.urgent).or_else(|| of_confirm().next())?;
        Some(vec![playbook.title.of(language).to_owned(), first.title.of(language).to_owned()])
    };
    let head = ["sheet-first-problem", "sheet-first-step"].map(|key| words.say(key)).to_vec();
    Body::Table { head, rows: book.all().iter().filter_map(row).collect() }
}

fn drills(words: &Words) -> Body {
    let head = ["sheet-drill-day", "sheet-drill-who", "sheet-drill-found"].map(|key| words.say(key)).to_vec();
    Body::Table { head, rows: vec![vec![String::new(); 3]; DRILLS] }
}

fn signed(words: &Words) -> Body {
    let row = |left: &str, right: &str| vec![words.say(left), String::new(), words.say(right), String::new()];
    Body::Table {
        head: Vec::new(),
        rows: vec![row("sheet-signed-owner", "sheet-signed-day"), row("sheet-signed-read", "sheet-signed-day")],
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::words::Language;

    #[test]
    fn every_section_speaks_both_languages() {
        let sections = sections().unwrap();
        assert!(!sections.is_empty());
        for section in sections {
            let (id, heading) = (section.id, section.heading.text());
            assert!(!section.points.is_empty(), "{id}");
            for text in section.points.into_iter().map(Both::text).chain([heading]) {
                for language in Language::ALL {
                    assert!(!text.of(language).trim().is_empty(), "{id}");
                }
            }
        }
    }
}
