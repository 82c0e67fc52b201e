//! Commands about packets. The page knows a packet by its identifier; where it lies, only the desk knows.

use crate::error::Answer;
use crate::state::Shell;
use crate::{dialogs, viewer};
use recourse_desk::dto::{JobProgress, PacketReport};
use tauri::ipc::Channel;
use tauri::{Runtime, State, WebviewWindow, command};

#[command(rename_all = "snake_case")]
pub(crate) async fn packet_check(
    shell: State<'_, Shell>,
    case: String,
    channel: String,
    language: String,
) -> Answer<PacketReport> {
    shell.ask(move |desk| desk.packet_check(&case, &channel, Some(&language))).await
}

#[command(rename_all = "snake_case")]
pub(crate) async fn packet_build(
    shell: State<'_, Shell>,
    case: String,
    channel: String,
    language: String,
    job: String,
    on_progress: Channel<JobProgress>,
) -> Answer<PacketReport> {
    let home = case.clone();
    let built = shell
        .work(job, on_progress, move |desk, watch| desk.packet_build(&case, &channel, Some(&language), None, watch));
    let built = built.await?;
    shell.case_changed(&home);
    // The path stays here.
    Ok(PacketReport { file: None, ..built })
}

#[command(rename_all = "snake_case")]
pub(crate) async fn packet_open(shell: State<'_, Shell>, id: String) -> Answer<()> {
    let file = shell.ask(move |desk| desk.packet_path(&id)).await?;
    shell.wait_for(move || viewer::open(&file)).await
}

#[command(rename_all = "snake_case")]
pub(crate) async fn packet_reveal(shell: State<'_, Shell>, id: String) -> Answer<()> {
    let file = shell.ask(move |desk| desk.packet_path(&id)).await?;
    shell.wait_for(move || viewer::reveal(&file)).await
}

#[command(rename_all = "snake_case")]
pub(crate) async fn packet_save_as<R: Runtime>(
    window: WebviewWindow<R>,
    shell: State<'_, Shell>,
    id: String,
) -> Answer<bool> {
    let packet = id.clone();
    let file = shell.ask(move |desk| desk.packet_path(&packet)).await?;
    let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let title = shell.words().say("dialog-save-packet");
    let place = dialogs::choose_place(&window, title, &name).await.map_err(|error| error.to_dto(shell.words()))?;
    let Some(place) = place else { return Ok(false) };
    shell.ask(move |desk| desk.packet_save_as(&id, &place)).await?;
    Ok(true)
}
