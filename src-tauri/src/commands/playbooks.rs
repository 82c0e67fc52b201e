//! Commands about the owner's own playbooks. Files are chosen here, so that the page never names a path.

use crate::dialogs;
use crate::error::Answer;
use crate::state::Shell;
use recourse_desk::dto::{PlaybookCheck, PlaybookDoc, PlaybookImport, PlaybookText};
use tauri::{Runtime, State, WebviewWindow, command};

#[command(rename_all = "snake_case")]
pub(crate) async fn playbook_text(shell: State<'_, Shell>, id: String) -> Answer<PlaybookText> {
    shell.ask(move |desk| desk.playbook_text(&id)).await
}

#[command(rename_all = "snake_case")]
pub(crate) async fn playbook_doc(shell: State<'_, Shell>, id: String) -> Answer<PlaybookDoc> {
    shell.ask(move |desk| desk.playbook_doc(&id)).await
}

#[command(rename_all = "snake_case")]
pub(crate) async fn playbook_check(shell: State<'_, Shell>, text: String) -> Answer<PlaybookCheck> {
    shell.ask(move |desk| Ok(desk.playbook_check(&text))).await
}

#[command(rename_all = "snake_case")]
pub(crate) async fn playbook_keep(shell: State<'_, Shell>, text: String) -> Answer<PlaybookDoc> {
    shell.ask(move |desk| desk.playbook_keep(&text)).await
}

#[command(rename_all = "snake_case")]
pub(crate) async fn playbook_edit(shell: State<'_, Shell>, id: String, doc: PlaybookDoc) -> Answer<PlaybookDoc> {
    shell.ask(move |desk| desk.playbook_edit(&id, &doc)).await
}

#[command(rename_all = "snake_case")]
pub(crate) async fn playbook_reset(shell: State<'_, Shell>, id: String) -> Answer<PlaybookDoc> {
    shell.ask(move |desk| desk.playbook_reset(&id)).await
}

#[command(rename_all = "snake_case")]
pub(crate) async fn playbook_export<R: Runtime>(
    window: WebviewWindow<R>,
    shell: State<'_, Shell>,
    id: String,
) -> Answer<bool> {
    let wanted = id.clone();
    let known = shell.ask(move |desk| desk.playbook_text(&wanted)).await?;
    let title = shell.words().say("dialog-save-playbook");
    let name = format!("{}.toml", known.id);
    let place = dialogs::choose_place(&window, title, &name).await.map_err(|error| error.to_dto(shell.words()))?;
    let Some(place) = place else { return Ok(false) };
    shell.ask(move |desk| desk.playbook_export(&id, &place)).await?;
    Ok(true)
}

/// Nothing chosen is answered like a file without faults that was not kept.
#[command]
pub(crate) async fn playbook_import<R: Runtime>(
    window: WebviewWindow<R>,
    shell: State<'_, Shell>,
) -> Answer<PlaybookImport> {
    let chosen = dialogs::choose_playbook(&window, shell.words()).await.map_err(|error| error.to_dto(shell.words()))?;
    let Some(file) = chosen else { return Ok(PlaybookImport { faults: Vec::new(), doc: None }) };
    shell.ask(move |desk| desk.playbook_import(&file)).await
}
