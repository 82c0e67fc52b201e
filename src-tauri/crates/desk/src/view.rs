//! Domain values turned into documents.

use crate::books;
use crate::desk::Desk;
use crate::dto::{
    CaseRowDto, CaseView, DeadlineDto, EvidenceDto, MissingDto, NextSteps, PacketDto, PartyDto, ReadinessDto, StepDto,
    TransactionDto,
};
use crate::error::DeskError;
use chrono::{DateTime, Utc};
use recourse_domain::{Case, Deadline, Evidence, Key, Moment, PacketRecord, Transaction};
use recourse_rulebook::next::{self, Guide, Readiness};
use recourse_rulebook::{Book, Language, Playbook, Words};
use recourse_store::CaseRow;

impl Desk {
    /// A case as a document, with what to do next.
    pub(crate) fn view(&self, case: &Case) -> Result<CaseView, DeskError> {
        let words = self.words();
        let book = self.book();
        let playbook = books::of_case(&book, case)?;
        let guide = next::guide(case, playbook, self.now());
        let head = self.content_head(case)?;
        let amount = case.amount();
        Ok(CaseView {
            id: case.id.to_string(),
            number: case.number.clone(),
            playbook: case.playbook.to_string(),
            playbook_title: book.title(case.playbook.as_str(), words.language()),
            stage: case.stage.to_string(),
            title: case.title.clone(),
            opened_at: case.opened_at.to_rfc3339(),
            changed_at: case.changed_at.to_rfc3339(),
            zone: case.zone.name().to_owned(),
            amount: amount.map(recourse_domain::Money::to_decimal),
            currency: amount.map(|a| a.currency().code().to_owned()),
            details: plain(&case.details),
            answers: plain(&case.answers),
            parties: case.parties.iter().map(party).collect(),
            transactions: case.transactions.iter().map(transaction).collect(),
            evidence: case.evidence.iter().map(exhibit).collect(),
            deadlines: case.deadlines.iter().map(|d| deadline(d, self.now())).collect(),
            packets: case.packets.iter().rev().map(|p| packet(p, head)).collect(),
            readiness: readiness(&guide.readiness, playbook, words),
            next: steps(case, &guide, words).steps,
            mismatches: self.mismatches(Some(case))?,
            outcome: case.outcome.map(|o| o.to_string()),
            recovered: case.recovered.map(recourse_domain::Money::to_decimal),
            recovered_currency: case.recovered.map(|m| m.currency().code().to_owned()),
        })
    }
}

fn plain(map: &std::collections::BTreeMap<Key, String>) -> std::collections::BTreeMap<String, String> {
    map.iter().map(|(k, v)| (k.to_string(), v.clone())).collect()
}

pub(crate) fn row(row: CaseRow, book: &Book, language: Language) -> CaseRowDto {
    CaseRowDto {
        playbook_title: book.title(row.playbook.as_str(), language),
        id: row.id.to_string(),
        number: row.number,
        title: row.title,
        playbook: row.playbook.to_string(),
        stage: row.stage.to_string(),
        next_due: row.next_due.map(|d| d.to_string()),
        amount: row.amount.map(recourse_domain::Money::to_decimal),
        currency: row.amount.map(|a| a.currency().code().to_owned()),
        counterparty: row.counterparty,
        changed_at: row.changed_at.to_rfc3339(),
    }
}

pub(crate) fn party(party: &recourse_domain::Party) -> PartyDto {
    PartyDto {
        id: party.id.to_string(),
        role: party.role.as_str().to_owned(),
        name: party.name.clone(),
        contact: party.contact.clone(),
    }
}

pub(crate) fn transaction(transaction: &Transaction) -> TransactionDto {
    let f = &transaction.fields;
    TransactionDto {
        id: transaction.id.to_string(),
        amount: f.amount.to_decimal(),
        currency: f.amount.currency().code().to_owned(),
        at: f.at.map(Moment::to_rfc3339),
        card: f.card.as_ref().map(ToString::to_string),
        rrn: f.rrn.clone(),
        trace: f.trace.clone(),
        batch: f.batch.clone(),
        auth: f.auth.clone(),
        response_code: f.response_code.clone(),
        terminal: f.terminal.clone(),
        order_no: f.order_no.clone(),
        card_type: f.card_type.clone(),
        note: f.note.clone(),
    }
}

pub(crate) fn exhibit(evidence: &Evidence) -> EvidenceDto {
    EvidenceDto {
        id: evidence.id.to_string(),
        label: evidence.label(),
        sha256: evidence.sha256.to_string(),
        kind: evidence.kind.as_ref().map(ToString::to_string),
        media_type: evidence.media_type.as_str().to_owned(),
        bytes: evidence.bytes,
        pages: evidence.pages,
        width_px: evidence.width_px,
        height_px: evidence.height_px,
        name: recourse_evidence::shown_name(&evidence.original_name),
        caption: evidence.caption.clone(),
        source: evidence.source.as_str().to_owned(),
        captured_at: evidence.captured_at.map(Moment::to_rfc3339),
        added_at: evidence.added_at.to_rfc3339(),
    }
}

pub(crate) fn packet(packet: &PacketRecord, head_seq: u64) -> PacketDto {
    PacketDto {
        id: packet.id.to_string(),
        channel: packet.channel.to_string(),
        language: packet.language.clone(),
        sha256: packet.sha256.to_string(),
        bytes: packet.bytes,
        pages: packet.pages,
        file_name: packet.file_name.clone(),
        built_at: packet.built_at.to_rfc3339(),
        journal_seq: packet.journal_seq,
        outdated: packet.journal_seq < head_seq,
    }
}

pub(crate) fn deadline(deadline: &Deadline, now: DateTime<Utc>) -> DeadlineDto {
    let last = Moment::new(deadline.last_instant(), deadline.zone);
    let today = Moment::new(now, deadline.zone).date();
    let left = last.instant() - now;
    let urgency = match left {
        _ if deadline.done => "done",
        l if l < chrono::TimeDelta::zero() => "overdue",
        _ if deadline.due == today => "today",
        l if l < chrono::TimeDelta::days(3) => "soon",
        _ => "later",
    };
    DeadlineDto {
        id: deadline.id.to_string(),
        due: deadline.due.to_string(),
        due_at: last.to_rfc3339(),
        zone: deadline.zone.name().to_owned(),
        title: deadline.title.clone(),
        source: deadline.source.clone(),
        done: deadline.done,
        urgency: urgency.to_owned(),
        days_left: (deadline.due - today).num_days(),
    }
}

fn kind_words(kind: Option<&Key>, words: &Words) -> String {
    kind.map(|k| words.say(&format!("evidence-kind-{k}"))).unwrap_or_default()
}

/// What a proof supports, in words.
pub(crate) fn claims(ids: &[Key], playbook: &Playbook, words: &Words) -> Vec<String> {
    let demands = ids.iter().filter_map(|id| playbook.demand(id.as_str()));
    demands.map(|demand| demand.text.of(words.language()).to_owned()).collect()
}

pub(crate) fn readiness(readiness: &Readiness, playbook: &Playbook, words: &Words) -> ReadinessDto {
    ReadinessDto {
        score: readiness.score,
        missing: readiness
            .missing
            .iter()
            .map(|m| MissingDto {
                message: words.say_with(
                    &format!("missing-{}", m.what),
                    &[("evidence_kind", &kind_words(m.evidence_kind.as_ref(), words))],
                ),
                what: m.what.to_owned(),
                evidence_kind: m.evidence_kind.as_ref().map(ToString::to_string),
                claims: claims(&m.claims, playbook, words),
                skipped: m.skipped.clone(),
            })
            .collect(),
    }
}

pub(crate) fn steps(case: &Case, guide: &Guide<'_>, words: &Words) -> NextSteps {
    let due = case.next_deadline().map(|d| d.due.to_string());
    let title_of = |id: &String| guide.steps.iter().find(|step| step.id == *id).map(|step| step.title(words));
    let steps = guide
        .open()
        .into_iter()
        .map(|step| StepDto {
            id: step.id.clone(),
            action: step.action.as_str().to_owned(),
            phase: step.phase.to_string(),
            title: step.title(words),
            why: step.why(words),
            record: step.record(words),
            never: step.never(words),
            state: step.state.as_str().to_owned(),
            contact: step.card.and_then(|card| card.contact).map(|role| role.as_str().to_owned()),
            urgency: step.urgency.as_str().to_owned(),
            due: due.clone(),
            blocked_by_titles: step.blocked_by.iter().filter_map(title_of).collect(),
            blocked_by: step.blocked_by.clone(),
            evidence_kind: step.evidence.first().map(|asked| asked.kind.to_string()),
            optional: step.optional,
        })
        .collect();
    NextSteps { steps }
}
