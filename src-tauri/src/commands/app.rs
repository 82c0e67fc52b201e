//! Commands about the program itself and the shop.

use crate::error::Answer;
use crate::state::Shell;
use crate::window;
use recourse_desk::Desk;
use recourse_desk::dto::{AppInfo, CaseList, Catalog, DoctorReport, JobProgress, MerchantDto};
use tauri::ipc::Channel;
use tauri::{Runtime, State, WebviewWindow, command};

#[command]
pub(crate) async fn app_info<R: Runtime>(window: WebviewWindow<R>, shell: State<'_, Shell>) -> Answer<AppInfo> {
    let info = shell.ask(Desk::app_info).await?;
    window::dress(&window, &info.theme);
    Ok(info)
}

#[command]
pub(crate) async fn catalog(shell: State<'_, Shell>) -> Answer<Catalog> {
    shell.ask(Desk::catalog).await
}

#[command(rename_all = "snake_case")]
pub(crate) async fn set_preferences<R: Runtime>(
    window: WebviewWindow<R>,
    shell: State<'_, Shell>,
    language: Option<String>,
    theme: Option<String>,
) -> Answer<AppInfo> {
    let info = shell.ask(move |desk| desk.set_preferences(language.as_deref(), theme.as_deref())).await?;
    window::dress(&window, &info.theme);
    Ok(info)
}

#[command]
pub(crate) async fn merchant_get(shell: State<'_, Shell>) -> Answer<MerchantDto> {
    shell.ask(Desk::merchant_get).await
}

#[command(rename_all = "snake_case")]
pub(crate) async fn merchant_set(shell: State<'_, Shell>, merchant: MerchantDto) -> Answer<MerchantDto> {
    shell.ask(move |desk| desk.merchant_set(&merchant)).await
}

#[command(rename_all = "snake_case")]
pub(crate) async fn doctor(
    shell: State<'_, Shell>,
    job: String,
    on_progress: Channel<JobProgress>,
) -> Answer<DoctorReport> {
    shell.work(job, on_progress, |desk, watch| desk.doctor(watch)).await
}

#[command]
pub(crate) async fn samples_add(shell: State<'_, Shell>) -> Answer<CaseList> {
    shell.ask(Desk::samples_add).await
}

#[command]
pub(crate) async fn open_retry(shell: State<'_, Shell>) -> Answer<AppInfo> {
    shell.retry().await
}

#[command]
pub(crate) async fn ready<R: Runtime>(window: WebviewWindow<R>) -> Answer<()> {
    window::show(&window);
    Ok(())
}
