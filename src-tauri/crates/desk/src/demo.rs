//! Sample cases: one a playbook, with evidence drawn for the purpose. Shops and people in them are invented.

use crate::cases::CaseDraft;
use crate::deadlines::DeadlineInput;
use crate::desk::{Desk, DeskOptions};
use crate::dto::{CaseList, MerchantDto, PacketReport, PartyDto, PersonDto, TransactionInput};
use crate::error::DeskError;
use crate::evidence::{EvidenceEdit, Offered};
use crate::ports::Clock;
use chrono::{DateTime, TimeDelta, Utc};
use include_dir::{Dir, include_dir};
use recourse_domain::{Unwatched, Watcher};
use recourse_rulebook::{Language, RulebookError};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::{Arc, PoisonError, RwLock};

static FILES: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/../../../assets/demo");

/// What `demo` made.
#[derive(Debug, Serialize)]
pub struct DemoReport {
    /// The data folder with the sample cases.
    pub data: String,
    /// One packet a case.
    pub packets: Vec<PacketReport>,
}

#[derive(Deserialize)]
struct Both {
    #[serde(rename = "zh-CN")]
    zh: String,
    en: String,
}

impl Both {
    fn of(&self, language: Language) -> String {
        match language {
            Language::ZhCn => self.zh.clone(),
            Language::En => self.en.clone(),
        }
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Samples {
    merchant: SampleMerchant,
    case: Vec<SampleCase>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SampleMerchant {
    name: Both,
    contact: Both,
    address: Both,
    acquirer: Both,
    mid: String,
    licence: String,
    phone: String,
    email: String,
    settlement_last4: String,
    acquirer_contact: String,
    agent: Both,
    agent_contact: String,
    legal_person: Both,
    settlement_bank: Both,
    licence_expires: String,
    joined_on: String,
    contract_no: String,
    contract_signed_on: String,
    fallbacks: Vec<String>,
    #[serde(default)]
    terminals: Vec<crate::dto::TerminalDto>,
    #[serde(default)]
    rates: Vec<crate::dto::RateDto>,
    #[serde(default)]
    people: Vec<SamplePerson>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SamplePerson {
    name: Both,
    role: String,
    phone: String,
    duties: Both,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SampleCase {
    playbook: String,
    title: Both,
    opened_days_ago: i64,
    stage: String,
    #[serde(default)]
    transaction: Vec<SampleTransaction>,
    #[serde(default)]
    party: Vec<SampleParty>,
    #[serde(default)]
    details: BTreeMap<String, Both>,
    #[serde(default)]
    answers: BTreeMap<String, String>,
    #[serde(default)]
    done: Vec<String>,
    #[serde(default)]
    evidence: Vec<SampleEvidence>,
    #[serde(default)]
    deadline: Vec<SampleDeadline>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SampleTransaction {
    on: String,
    at_time: String,
    #[serde(flatten)]
    fields: TransactionInput,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SampleParty {
    role: String,
    name: Both,
    #[serde(default)]
    contact: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SampleEvidence {
    file: String,
    kind: String,
    caption: Both,
    source: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SampleDeadline {
    due_in_days: i64,
    title: Both,
    source: Both,
}

/// A clock that is put forward by hand, so that a sample history spreads over days.
struct HandClock(RwLock<DateTime<Utc>>);

impl Clock for HandClock {
    fn now(&self) -> DateTime<Utc> {
        *self.0.read().unwrap_or_else(PoisonError::into_inner)
    }
}

impl HandClock {
    fn set(&self, to: DateTime<Utc>) {
        *self.0.write().unwrap_or_else(PoisonError::into_inner) = to;
    }
    fn pass(&self, minutes: i64) {
        let then = self.now() + TimeDelta::minutes(minutes);
        self.set(then);
    }
}

impl Desk {
    /// Puts the sample cases into this data folder.
    ///
    /// # Errors
    /// [`DeskError::FolderNotEmpty`] when it already holds a case; unreadable samples; storage.
    pub fn samples_add(&self) -> Result<CaseList, DeskError> {
        if self.case_list(&[], "", 1, None)?.total > 0 {
            return Err(DeskError::FolderNotEmpty);
        }
        // Sample histories lie in the past; the desk's own clock stays as it is.
        let clock = Arc::new(HandClock(RwLock::new(self.now())));
        self.with_clock(clock.clone(), |desk| fill(desk, &clock, &Unwatched))?;
        self.case_list(&[], "", 50, None)
    }

    /// Makes a fresh data folder `out/data` with one sample case a playbook, and one packet each in `out`.
    ///
    /// # Errors
    /// [`DeskError::FolderNotEmpty`] when `out/data` already holds cases, storage, disk, [`DeskError::Cancelled`].
    pub fn demo(mut options: DeskOptions, out: &Path, watch: &dyn Watcher) -> Result<DemoReport, DeskError> {
        let now = options.clock.now();
        options.data = out.join("data");
        std::fs::create_dir_all(out).map_err(|source| DeskError::Write { path: out.to_path_buf(), source })?;
        let data = options.data.display().to_string();
        let clock = Arc::new(HandClock(RwLock::new(now)));
        options.clock = clock.clone();
        // The invented shop stands in China, wherever the machine stands.
        options.zone = chrono_tz::Tz::Asia__Shanghai;
        let desk = Self::open(options)?;
        if desk.case_list(&[], "", 1, None)?.total > 0 {
            return Err(DeskError::FolderNotEmpty);
        }
        fill(&desk, &clock, watch)?;
        clock.set(now);
        let mut packets = Vec::new();
        let cases = desk.case_list(&[], "", 50, None)?;
        for case in cases.cases.iter().rev() {
            if watch.cancelled() {
                return Err(DeskError::Cancelled);
            }
            let file = out.join(format!("{}-{}.pdf", case.number, case.playbook));
            packets.push(desk.packet_build(&case.id, "acquirer", None, Some(&file), watch)?);
        }
        Ok(DemoReport { data, packets })
    }
}

fn samples() -> Result<Samples, DeskError> {
    let file = "demo/cases.toml";
    let text = FILES.get_file("cases.toml").and_then(|f| f.contents_utf8()).unwrap_or_default();
    toml::from_str(text)
        .map_err(|e| RulebookError::AssetUnreadable { file: file.to_owned(), reason: e.to_string() }.into())
}

fn fill(desk: &Desk, clock: &HandClock, watch: &dyn Watcher) -> Result<(), DeskError> {
    let samples = samples()?;
    let now = clock.now();
    let language = desk.language();
    let oldest = samples.case.iter().map(|c| c.opened_days_ago).max().unwrap_or(0);
    clock.set(now - TimeDelta::days(oldest + 1));
    let m = samples.merchant;
    desk.merchant_set(&MerchantDto {
        name: m.name.of(language),
        contact: m.contact.of(language),
        address: m.address.of(language),
        acquirer: m.acquirer.of(language),
        mid: m.mid,
        licence: m.licence,
        phone: m.phone,
        email: m.email,
        settlement_last4: m.settlement_last4,
        terminals: m.terminals,
        rates: m.rates,
        acquirer_contact: m.acquirer_contact,
        agent: m.agent.of(language),
        agent_contact: m.agent_contact,
        legal_person: m.legal_person.of(language),
        settlement_bank: m.settlement_bank.of(language),
        licence_expires: m.licence_expires,
        joined_on: m.joined_on,
        contract_no: m.contract_no,
        contract_signed_on: m.contract_signed_on,
        fallbacks: m.fallbacks,
        fees: Vec::new(),
        people: m
            .people
            .into_iter()
            .map(|person| PersonDto {
                name: person.name.of(language),
                role: person.role,
                phone: person.phone,
                duties: person.duties.of(language),
            })
            .collect(),
    })?;
    let mut cases = samples.case;
    cases.sort_by_key(|c| std::cmp::Reverse(c.opened_days_ago));
    for sample in cases {
        if watch.cancelled() {
            return Err(DeskError::Cancelled);
        }
        clock.set(now - TimeDelta::days(sample.opened_days_ago));
        one(desk, clock, &sample, now, language, watch)?;
    }
    clock.set(now);
    Ok(())
}

fn one(
    desk: &Desk,
    clock: &HandClock,
    sample: &SampleCase,
    now: DateTime<Utc>,
    language: Language,
    watch: &dyn Watcher,
) -> Result<(), DeskError> {
    let case = desk.open_case(&CaseDraft {
        playbook: sample.playbook.clone(),
        title: sample.title.of(language),
        details: sample.details.iter().map(|(k, v)| (k.clone(), v.of(language))).collect(),
        transaction: None,
        counterparty: String::new(),
    })?;
    let id = case.id.as_str();
    for transaction in &sample.transaction {
        clock.pass(3);
        // Slips and screens show the day, so it is fixed; ISO days compare as text.
        let day = now.with_timezone(&case.zone).date_naive().to_string().min(transaction.on.clone());
        let mut input = transaction.fields.clone();
        input.at = format!("{day} {}", transaction.at_time);
        desk.transaction_save(id, &input)?;
    }
    for party in &sample.party {
        clock.pass(2);
        let name = party.name.of(language);
        if case.parties.iter().any(|p| p.name == name) {
            continue;
        }
        let party = PartyDto { id: String::new(), role: party.role.clone(), name, contact: party.contact.clone() };
        desk.party_save(id, &party)?;
    }
    for evidence in &sample.evidence {
        clock.pass(7);
        let bytes = FILES.get_file(&evidence.file).map(include_dir::File::contents).unwrap_or_default();
        let name = Path::new(&evidence.file).file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
        let said = EvidenceEdit {
            caption: Some(evidence.caption.of(language)),
            kind: Some(evidence.kind.clone()),
            source: Some(evidence.source.clone()),
        };
        let report = desk.evidence_add(id, &[Offered::Bytes { bytes, name: &name }], &said, watch)?;
        if let Some(refused) = report.refused.first() {
            let file = format!("demo/{}", evidence.file);
            return Err(RulebookError::AssetUnreadable { file, reason: refused.code.clone() }.into());
        }
    }
    for deadline in &sample.deadline {
        clock.pass(4);
        let due = (now + TimeDelta::days(deadline.due_in_days)).with_timezone(&case.zone).date_naive();
        desk.deadline_add(
            id,
            &DeadlineInput {
                due: due.to_string(),
                time: String::new(),
                title: deadline.title.of(language),
                source: deadline.source.of(language),
            },
        )?;
    }
    clock.pass(6);
    desk.case_answer(id, &sample.answers)?;
    for step in &sample.done {
        clock.pass(4);
        desk.case_do(id, step, "")?;
    }
    clock.pass(5);
    if sample.stage == "closed" {
        return desk.case_close(id, "partial", "", "").map(drop);
    }
    desk.case_advance(id, &sample.stage).map(drop)
}
