//! Commands about deadlines.

use crate::error::Answer;
use crate::state::Shell;
use recourse_desk::DeadlineInput;
use recourse_desk::dto::{CaseView, DeadlineList};
use tauri::{State, command};

#[command]
pub(crate) async fn deadline_list(shell: State<'_, Shell>) -> Answer<DeadlineList> {
    shell.ask(|desk| desk.deadline_list(None)).await
}

#[command(rename_all = "snake_case")]
pub(crate) async fn deadline_add(
    shell: State<'_, Shell>,
    case: String,
    due: String,
    time: Option<String>,
    title: String,
    source: String,
) -> Answer<CaseView> {
    let input = DeadlineInput { due, time: time.unwrap_or_default(), title, source };
    shell.change(move |desk| desk.deadline_add(&case, &input)).await
}

#[command(rename_all = "snake_case")]
pub(crate) async fn deadline_done(shell: State<'_, Shell>, id: String, proof: Option<String>) -> Answer<CaseView> {
    shell.change(move |desk| desk.deadline_done(&id, proof.as_deref())).await
}

#[command(rename_all = "snake_case")]
pub(crate) async fn deadline_remove(shell: State<'_, Shell>, id: String) -> Answer<CaseView> {
    shell.change(move |desk| desk.deadline_remove(&id)).await
}
