//! The call sheet: whom to call, what to have before oneself, what to say, to ask and to write down.

use super::model::{Block, Body, Line, Sheet, Tone};
use super::said::{details, named, own_answers, short, texts};
use super::sale::{device, joined, sales, shop};
use super::shown::{Told, may_be_told};
use super::{never, script};
use crate::format;
use crate::next::Answers;
use crate::playbook::{BLANKS, Playbook, Role};
use crate::words::Words;
use recourse_domain::{Case, Evidence, MerchantProfile, Party, PartyRole};

/// Longest value of the story in characters; the case holds all of it.
const MOST_SAID: usize = 150;
/// Most exhibits that are named.
const MOST_EXHIBITS: usize = 8;
/// Most earlier calls and letters that are named: the latest.
const MOST_CONTACTS: usize = 4;
/// Questions for those to whom a playbook's own call script does not speak.
const ASKED_ELSEWHERE: u32 = 4;

/// The page to have at hand for a call to one of the other side, filled from case and shop. Who is called decides what
/// stands on it: nobody is told more than needed to find the matter.
#[must_use]
pub fn call(case: &Case, merchant: &MerchantProfile, playbook: &Playbook, role: Role, words: &Words) -> Sheet {
    let heading = |key: &str| words.say(key);
    let who = named(words, &format!("role-{role}"), role.as_str());
    let mut blocks =
        vec![Block::plain(heading("sheet-heading-whom"), whom(case, merchant, role, words)).toned(Tone::Lead)];
    blocks.extend(
        purpose(case, playbook, role, words).map(|points| Block::plain(heading("sheet-heading-purpose"), points)),
    );
    blocks.push(Block::plain(heading("sheet-heading-shop"), Body::Facts(shop(merchant, role, words))));
    let device = device(case, merchant, role, words);
    if !device.is_empty() {
        blocks.push(Block::plain(heading("sheet-heading-device"), Body::Facts(device)));
    }
    if playbook.needs_transaction || !case.transactions.is_empty() {
        blocks.push(Block::plain(heading("sheet-heading-sale"), sales(case, role, words)));
    }
    let story = story(case, playbook, role, words);
    if !story.is_empty() {
        blocks.push(Block::plain(heading("sheet-heading-story"), Body::Facts(story)));
    }
    blocks.push(Block::plain(heading("sheet-heading-contact"), Body::Facts(contact(case, playbook, role, words))));
    let (opening, ask) = spoken(case, merchant, playbook, role, words);
    if !opening.is_empty() {
        blocks.push(Block::plain(heading("sheet-heading-opening"), Body::Paragraph(opening)).toned(Tone::Say));
    }
    if !ask.is_empty() {
        blocks.push(Block::plain(heading("sheet-heading-ask"), Body::Numbered(ask)));
    }
    blocks.push(
        Block::plain(heading("sheet-heading-never"), Body::Points(never(&playbook.call.never, words)))
            .toned(Tone::Never),
    );
    blocks.push(Block::plain(heading("sheet-heading-note"), note(playbook, words)));
    blocks.push(Block::plain(heading("sheet-heading-free"), Body::Blanks(1)));
    Sheet {
        title: words.say_with("sheet-call-title", &[("role", &who)]),
        subtitle: words.say_with("sheet-case", &[("number", &case.number), ("title", &case.title)]),
        footer: words.say_with("sheet-call-footer", &[("number", &case.number)]),
        owner: merchant.name.clone(),
        blocks,
    }
}

/// Names and numbers of those who are called.
fn whom(case: &Case, merchant: &MerchantProfile, role: Role, words: &Words) -> Body {
    let of_case: Vec<&Party> = case.parties.iter().filter(|p| Role::Party(p.role) == role).collect();
    let known = match role {
        Role::Party(PartyRole::Acquirer) => (merchant.acquirer.as_str(), merchant.acquirer_contact.as_str()),
        Role::Party(PartyRole::Agent) => (merchant.agent.as_str(), merchant.agent_contact.as_str()),
        _ => ("", ""),
    };
    let pair = |name: &str, contact: &str| {
        vec![Line::of(words.say("sheet-whom-name"), name), Line::of(words.say("sheet-whom-contact"), contact)]
    };
    if of_case.is_empty() {
        return Body::Facts(pair(known.0, known.1));
    }
    // What is on record of the shop helps out where the case has a name without a number.
    let contact = |party: &Party| {
        let same = party.name.trim() == known.0.trim();
        if party.contact.trim().is_empty() && same { known.1.to_owned() } else { party.contact.clone() }
    };
    Body::Facts(of_case.into_iter().flat_map(|party| pair(&party.name, &contact(party))).collect())
}

/// What this side can do and cannot, so that nothing else is asked of it.
fn purpose(case: &Case, playbook: &Playbook, role: Role, words: &Words) -> Option<Body> {
    let answers = Answers::of(case, playbook);
    let rungs = || playbook.ladder.iter().filter(|rung| rung.role == role);
    // Where the answers so far lead to none of them, the first tells best what they are there for.
    let rung = rungs().find(|rung| answers.hold(&rung.when)).or_else(|| rungs().next())?;
    let said = |key: &str, text: &crate::text::Text| words.say_with(key, &[("text", text.of(words.language()))]);
    let mut points = vec![rung.what.of(words.language()).to_owned()];
    points.extend(rung.can.as_ref().map(|text| said("sheet-purpose-can", text)));
    points.extend(rung.cannot.as_ref().map(|text| said("sheet-purpose-cannot", text)));
    Some(Body::Points(points))
}

/// What happened, as far as it was found out.
fn story(case: &Case, playbook: &Playbook, role: Role, words: &Words) -> Vec<Line> {
    if !may_be_told(role, Told::Story) {
        return Vec::new();
    }
    let mut lines = details(case, playbook, words);
    lines.extend(own_answers(case, playbook, words));
    for line in &mut lines {
        line.value = line.value.take().map(|value| short(&value, MOST_SAID));
    }
    if may_be_told(role, Told::Exhibits) {
        let named: Vec<String> = case.evidence.iter().take(MOST_EXHIBITS).map(|e| exhibit(e, words)).collect();
        let list = named.join(&words.say("sheet-comma"));
        let list = match case.evidence.len() > MOST_EXHIBITS {
            true => words.say_with("sheet-and-more", &[("list", &list)]),
            false => list,
        };
        lines.push(Line::of(words.say("sheet-story-exhibits"), &list));
    }
    lines
}

/// Label and kind, or what the owner wrote under it.
fn exhibit(evidence: &Evidence, words: &Words) -> String {
    let kind = evidence.kind.as_ref().map(|k| named(words, &format!("evidence-kind-{k}"), k.as_str()));
    let what = kind.unwrap_or_else(|| evidence.caption.clone());
    format!("{} {}", evidence.label(), short(&what, 24)).trim_end().to_owned()
}

/// What was said before, and the next date.
fn contact(case: &Case, playbook: &Playbook, role: Role, words: &Words) -> Vec<Line> {
    let about = |id: &str| playbook.step(id).and_then(|step| step.contact);
    let mut marks: Vec<_> = case
        .steps
        .iter()
        .filter(|(id, mark)| mark.done && !mark.note.trim().is_empty() && about(id.as_str()) == Some(role))
        .map(|(_, mark)| mark)
        .collect();
    marks.sort_by_key(|mark| mark.at.instant());
    let latest = marks.len().saturating_sub(MOST_CONTACTS);
    let mut lines: Vec<Line> = marks[latest..]
        .iter()
        .map(|mark| Line::of(format::moment_short(mark.at), &short(&mark.note, MOST_SAID)))
        .collect();
    if lines.is_empty() {
        lines.push(Line::of(words.say("sheet-contact-before"), ""));
    }
    let next = case.next_deadline().map(|d| joined(&[&format::date(d.due, words), &d.title], words));
    lines.push(Line::of(words.say("sheet-contact-due"), &next.unwrap_or_default()));
    lines
}

/// First sentences and questions: the playbook's for those with whom the shop has to do itself, general ones for all
/// others and where a playbook has none.
fn spoken(
    case: &Case,
    merchant: &MerchantProfile,
    playbook: &Playbook,
    role: Role,
    words: &Words,
) -> (String, Vec<String>) {
    let language = words.language();
    let own = matches!(role, Role::Party(PartyRole::Acquirer | PartyRole::Agent | PartyRole::Wallet));
    let fill = |text: &str| script::fill(text, case, merchant, role, words);
    let opening = playbook.call.opening.of(language);
    let opening = if own && !opening.is_empty() {
        fill(opening)
    } else {
        let known = format!("sheet-opening-{role}");
        let key = match known {
            _ if case.transactions.is_empty() && !playbook.needs_transaction => "sheet-opening-plain",
            ref known if words.knows(known) => known,
            _ => "sheet-opening-other",
        };
        let values = BLANKS.map(|name| (name, fill(&format!("{{{name}}}"))));
        let title = ("title", playbook.title.of(language));
        let values: Vec<(&str, &str)> =
            values.iter().map(|(name, value)| (*name, value.as_str())).chain([title]).collect();
        words.say_with(key, &values)
    };
    let ask: Vec<String> = if own && !playbook.call.ask.is_empty() {
        playbook.call.ask.iter().map(|text| fill(text.of(language))).collect()
    } else {
        let of = |who: &str| {
            let keys = (1..=ASKED_ELSEWHERE).map(|n| format!("sheet-ask-{who}-{n}"));
            keys.filter(|key| words.knows(key)).map(|key| words.say(&key)).collect::<Vec<_>>()
        };
        Some(of(role.as_str())).filter(|ask| !ask.is_empty()).unwrap_or_else(|| of("other"))
    };
    (opening, ask)
}

/// Rows to be filled in while talking.
fn note(playbook: &Playbook, words: &Words) -> Body {
    let mut names = texts(&playbook.call.note, words);
    if names.is_empty() {
        names = ["sheet-note-who", "sheet-note-ticket", "sheet-note-promise"].map(|key| words.say(key)).to_vec();
    }
    Body::Table { head: Vec::new(), rows: names.into_iter().map(|name| vec![name, String::new()]).collect() }
}
