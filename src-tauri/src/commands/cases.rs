//! Commands about cases, their transactions and counterparties.

use crate::error::Answer;
use crate::state::Shell;
use recourse_desk::dto::{CaseList, CaseView, HistoryDto, PartyDto, TransactionInput};
use recourse_desk::{CaseDraft, CaseEdit};
use std::collections::BTreeMap;
use tauri::{State, command};

type Values = BTreeMap<String, String>;

#[command(rename_all = "snake_case")]
pub(crate) async fn case_list(
    shell: State<'_, Shell>,
    stages: Vec<String>,
    text: String,
    limit: u32,
    cursor: Option<String>,
) -> Answer<CaseList> {
    shell.ask(move |desk| desk.case_list(&stages, &text, limit, cursor.as_deref())).await
}

#[command(rename_all = "snake_case")]
pub(crate) async fn case_new(
    shell: State<'_, Shell>,
    playbook: String,
    title: String,
    details: Values,
    transaction: Option<TransactionInput>,
    counterparty: Option<String>,
) -> Answer<CaseView> {
    let draft = CaseDraft { playbook, title, details, transaction, counterparty: counterparty.unwrap_or_default() };
    shell.change(move |desk| desk.case_new(&draft)).await
}

#[command(rename_all = "snake_case")]
pub(crate) async fn case_show(shell: State<'_, Shell>, id: String) -> Answer<CaseView> {
    shell.ask(move |desk| desk.case_show(&id)).await
}

#[command(rename_all = "snake_case")]
pub(crate) async fn case_set(
    shell: State<'_, Shell>,
    id: String,
    title: Option<String>,
    playbook: Option<String>,
    details: Values,
) -> Answer<CaseView> {
    let edit = CaseEdit { title, playbook, details };
    shell.change(move |desk| desk.case_set(&id, &edit)).await
}

#[command(rename_all = "snake_case")]
pub(crate) async fn case_answer(shell: State<'_, Shell>, id: String, answers: Values) -> Answer<CaseView> {
    shell.change(move |desk| desk.case_answer(&id, &answers)).await
}

#[command(rename_all = "snake_case")]
pub(crate) async fn case_do(shell: State<'_, Shell>, id: String, step: String, note: String) -> Answer<CaseView> {
    shell.change(move |desk| desk.case_do(&id, &step, &note)).await
}

#[command(rename_all = "snake_case")]
pub(crate) async fn case_skip(shell: State<'_, Shell>, id: String, step: String, reason: String) -> Answer<CaseView> {
    shell.change(move |desk| desk.case_skip(&id, &step, &reason)).await
}

#[command(rename_all = "snake_case")]
pub(crate) async fn case_advance(shell: State<'_, Shell>, id: String, stage: String) -> Answer<CaseView> {
    shell.change(move |desk| desk.case_advance(&id, &stage)).await
}

#[command(rename_all = "snake_case")]
pub(crate) async fn case_close(
    shell: State<'_, Shell>,
    id: String,
    outcome: String,
    recovered: String,
    currency: String,
) -> Answer<CaseView> {
    shell.change(move |desk| desk.case_close(&id, &outcome, &recovered, &currency)).await
}

#[command(rename_all = "snake_case")]
pub(crate) async fn case_reopen(shell: State<'_, Shell>, id: String, why: String) -> Answer<CaseView> {
    shell.change(move |desk| desk.case_reopen(&id, &why)).await
}

#[command(rename_all = "snake_case")]
pub(crate) async fn case_note(shell: State<'_, Shell>, id: String, text: String) -> Answer<CaseView> {
    shell.change(move |desk| desk.case_note(&id, &text)).await
}

#[command(rename_all = "snake_case")]
pub(crate) async fn case_history(shell: State<'_, Shell>, id: String) -> Answer<HistoryDto> {
    shell.ask(move |desk| desk.case_history(&id)).await
}

#[command(rename_all = "snake_case")]
pub(crate) async fn transaction_save(
    shell: State<'_, Shell>,
    case: String,
    transaction: TransactionInput,
) -> Answer<CaseView> {
    shell.change(move |desk| desk.transaction_save(&case, &transaction)).await
}

#[command(rename_all = "snake_case")]
pub(crate) async fn transaction_remove(shell: State<'_, Shell>, case: String, id: String) -> Answer<CaseView> {
    shell.change(move |desk| desk.transaction_remove(&case, &id)).await
}

#[command(rename_all = "snake_case")]
pub(crate) async fn party_save(shell: State<'_, Shell>, case: String, party: PartyDto) -> Answer<CaseView> {
    shell.change(move |desk| desk.party_save(&case, &party)).await
}

#[command(rename_all = "snake_case")]
pub(crate) async fn party_remove(shell: State<'_, Shell>, case: String, id: String) -> Answer<CaseView> {
    shell.change(move |desk| desk.party_remove(&case, &id)).await
}
