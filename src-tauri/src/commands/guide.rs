//! Commands that guide: what fits, what to do, what a code means, what does not agree.

use crate::error::Answer;
use crate::state::Shell;
use recourse_desk::dto::{FindingDto, GuideDto, ResponseCodeDto, TriageReport};
use recourse_desk::{Desk, TriageInput};
use tauri::{State, command};

#[command(rename_all = "snake_case")]
pub(crate) async fn triage(
    shell: State<'_, Shell>,
    about: String,
    symptoms: Vec<String>,
    screen: String,
    code: String,
) -> Answer<TriageReport> {
    let input = TriageInput { about, symptoms, screen, code };
    shell.ask(move |desk| desk.triage(&input)).await
}

#[command]
pub(crate) async fn response_codes(shell: State<'_, Shell>) -> Answer<Vec<ResponseCodeDto>> {
    shell.ask(Desk::response_codes).await
}

#[command(rename_all = "snake_case")]
pub(crate) async fn case_guide(shell: State<'_, Shell>, id: String) -> Answer<GuideDto> {
    shell.ask(move |desk| desk.case_guide(&id)).await
}

#[command]
pub(crate) async fn shop_findings(shell: State<'_, Shell>) -> Answer<Vec<FindingDto>> {
    shell.ask(Desk::shop_findings).await
}
