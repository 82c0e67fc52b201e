//! Commands about sheets. Where a printed one lies, only the desk knows.

use crate::error::Answer;
use crate::state::Shell;
use crate::{dialogs, viewer};
use recourse_desk::dto::SheetDto;
use recourse_desk::{Desk, SheetAsk};
use tauri::{Runtime, State, WebviewWindow, command};

#[command(rename_all = "snake_case")]
pub(crate) async fn call_sheet(shell: State<'_, Shell>, case: String, role: String) -> Answer<SheetDto> {
    shell.ask(move |desk| desk.call_sheet(&case, &role)).await
}

#[command(rename_all = "snake_case")]
pub(crate) async fn customer_script(shell: State<'_, Shell>, case: String) -> Answer<SheetDto> {
    shell.ask(move |desk| desk.customer_script(&case)).await
}

#[command]
pub(crate) async fn contingency_plan(shell: State<'_, Shell>) -> Answer<SheetDto> {
    shell.ask(Desk::contingency_plan).await
}

#[command(rename_all = "snake_case")]
pub(crate) async fn sheet_save<R: Runtime>(
    window: WebviewWindow<R>,
    shell: State<'_, Shell>,
    sheet: String,
    case: String,
    role: String,
) -> Answer<bool> {
    let named = move |desk: &Desk| {
        let ask = SheetAsk::named(&sheet, &case, &role)?;
        Ok((desk.sheet_file_name(&ask)?, ask))
    };
    let (name, ask) = shell.ask(named).await?;
    let title = shell.words().say("dialog-save-sheet");
    let place = dialogs::choose_place(&window, title, &name).await.map_err(|error| error.to_dto(shell.words()))?;
    let Some(place) = place else { return Ok(false) };
    shell.ask(move |desk| desk.sheet_save(&ask, &place)).await?;
    Ok(true)
}

#[command(rename_all = "snake_case")]
pub(crate) async fn sheet_open(shell: State<'_, Shell>, sheet: String, case: String, role: String) -> Answer<()> {
    let file = shell.ask(move |desk| desk.sheet_path(&SheetAsk::named(&sheet, &case, &role)?)).await?;
    shell.wait_for(move || viewer::open(&file)).await
}
