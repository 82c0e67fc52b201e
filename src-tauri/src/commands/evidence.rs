//! Commands about evidence. Files come as tokens or as raw bytes, never as paths.

use crate::clipboard::{self, Pasted};
use crate::error::{Answer, ShellError};
use crate::state::Shell;
use crate::{dialogs, drop};
use recourse_desk::dto::{AddReport, CaseView, JobProgress, VerifyReport};
use recourse_desk::{EvidenceEdit, Offered, Unwatched};
use serde::Serialize;
use tauri::ipc::{Channel, InvokeBody, Request};
use tauri::{Runtime, State, WebviewWindow, command};

/// Files that the owner chose.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct PickedFiles {
    /// What to hand back for them.
    token: String,
    /// Their names, safe to show.
    names: Vec<String>,
}

#[command]
pub(crate) async fn evidence_choose<R: Runtime>(
    window: WebviewWindow<R>,
    shell: State<'_, Shell>,
) -> Answer<Option<PickedFiles>> {
    let chosen = dialogs::choose_files(&window, shell.words()).await.map_err(|error| error.to_dto(shell.words()))?;
    Ok(chosen.map(|files| {
        let names = files.iter().map(|file| drop::name(file)).collect();
        PickedFiles { token: shell.picks().keep(files), names }
    }))
}

#[command(rename_all = "snake_case")]
pub(crate) async fn evidence_add_picked(
    shell: State<'_, Shell>,
    case: String,
    token: String,
    kind: Option<String>,
    caption: Option<String>,
    job: String,
    on_progress: Channel<JobProgress>,
) -> Answer<AddReport> {
    let files = shell.picks().files(&token).map_err(|error| error.to_dto(shell.words()))?;
    let (home, said) = (case.clone(), EvidenceEdit { caption, kind, source: None });
    let report =
        shell.work(job, on_progress, move |desk, watch| desk.evidence_add_files(&case, &files, &said, watch)).await?;
    shell.picks().forget(&token);
    shell.case_changed(&home);
    Ok(report)
}

#[command]
pub(crate) async fn evidence_add_bytes(shell: State<'_, Shell>, request: Request<'_>) -> Answer<AddReport> {
    let sent = Sent::read(&request).map_err(|error| error.to_dto(shell.words()))?;
    let home = sent.case.clone();
    let report = shell.ask(move |desk| {
        let offered = Offered::Bytes { bytes: &sent.bytes, name: &sent.name };
        desk.evidence_add(&sent.case, &[offered], &sent.said, &Unwatched)
    });
    let report = report.await?;
    shell.case_changed(&home);
    Ok(report)
}

/// Takes in what lies on the clipboard, where the page's engine does not hand it over; `None` when nothing there can be
/// evidence. A picture has no name of its own: `name` without ending is the page's.
#[command(rename_all = "snake_case")]
pub(crate) async fn evidence_paste<R: Runtime>(
    window: WebviewWindow<R>,
    shell: State<'_, Shell>,
    case: String,
    name: String,
    kind: Option<String>,
) -> Answer<Option<AddReport>> {
    let found = clipboard::read(&window).await.map_err(|error| error.to_dto(shell.words()))?;
    let Some(pasted) = found else { return Ok(None) };
    let (home, said) = (case.clone(), EvidenceEdit { kind, ..EvidenceEdit::default() });
    let report = shell.ask(move |desk| match pasted {
        Pasted::Files(files) => desk.evidence_add_files(&case, &files, &said, &Unwatched),
        Pasted::Picture(bytes, ending) => {
            let offered = Offered::Bytes { bytes: &bytes, name: &format!("{name}.{ending}") };
            desk.evidence_add(&case, &[offered], &said, &Unwatched)
        }
    });
    let report = report.await?;
    shell.case_changed(&home);
    Ok(Some(report))
}

/// Raw bytes with what stands beside them.
struct Sent {
    case: String,
    name: String,
    said: EvidenceEdit,
    bytes: Vec<u8>,
}

impl Sent {
    fn read(request: &Request<'_>) -> Result<Self, ShellError> {
        let beside = |name: &'static str| {
            let text = request.headers().get(name).and_then(|value| value.to_str().ok());
            text.ok_or(ShellError::RequestUnreadable(name))
        };
        let InvokeBody::Raw(bytes) = request.body() else { return Err(ShellError::RequestUnreadable("body")) };
        let name = from_percent(beside("x-name")?).ok_or(ShellError::RequestUnreadable("x-name"))?;
        let kind = Some(beside("x-kind")?.to_owned()).filter(|kind| !kind.is_empty());
        let said = EvidenceEdit { kind, ..EvidenceEdit::default() };
        Ok(Self { case: beside("x-case")?.to_owned(), name, said, bytes: bytes.clone() })
    }
}

/// Percent-encoded UTF-8, as `encodeURIComponent` writes it.
fn from_percent(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        let mut digit = || char::from(rest.next()?).to_digit(16).and_then(|digit| u8::try_from(digit).ok());
        bytes.push(if byte == b'%' { digit()? << 4 | digit()? } else { byte });
    }
    String::from_utf8(bytes).ok()
}

#[command(rename_all = "snake_case")]
pub(crate) async fn evidence_describe(
    shell: State<'_, Shell>,
    id: String,
    caption: Option<String>,
    kind: Option<String>,
    source: Option<String>,
) -> Answer<CaseView> {
    let said = EvidenceEdit { caption, kind, source };
    shell.change(move |desk| desk.evidence_describe(&id, &said)).await
}

#[command(rename_all = "snake_case")]
pub(crate) async fn evidence_order(shell: State<'_, Shell>, case: String, order: Vec<String>) -> Answer<CaseView> {
    shell.change(move |desk| desk.evidence_order(&case, &order)).await
}

#[command(rename_all = "snake_case")]
pub(crate) async fn evidence_remove(shell: State<'_, Shell>, id: String, why: String) -> Answer<CaseView> {
    shell.change(move |desk| desk.evidence_remove(&id, &why)).await
}

#[command(rename_all = "snake_case")]
pub(crate) async fn evidence_verify(
    shell: State<'_, Shell>,
    case: Option<String>,
    job: String,
    on_progress: Channel<JobProgress>,
) -> Answer<VerifyReport> {
    shell.work(job, on_progress, move |desk, watch| desk.evidence_verify(case.as_deref(), watch)).await
}

#[command(rename_all = "snake_case")]
pub(crate) async fn evidence_export<R: Runtime>(
    window: WebviewWindow<R>,
    shell: State<'_, Shell>,
    id: String,
) -> Answer<bool> {
    let exhibit = id.clone();
    let name = shell.ask(move |desk| desk.evidence_export_name(&exhibit)).await?;
    let title = shell.words().say("dialog-save-exhibit");
    let place = dialogs::choose_place(&window, title, &name).await.map_err(|error| error.to_dto(shell.words()))?;
    let Some(place) = place else { return Ok(false) };
    shell.ask(move |desk| desk.evidence_export(&id, &place)).await?;
    Ok(true)
}

#[cfg(test)]
mod tests {
    use super::from_percent;
    use proptest::prelude::*;

    #[test]
    fn names_come_back_as_they_were() {
        assert_eq!(from_percent("%E5%B0%8F%E7%A5%A8%20(1).jpg").as_deref(), Some("小票 (1).jpg"));
        assert_eq!(from_percent("plain.png").as_deref(), Some("plain.png"));
        assert_eq!(from_percent("").as_deref(), Some(""));
        for broken in ["%", "%4", "%zz", "%+1", "%E5%B0"] {
            assert_eq!(from_percent(broken), None, "{broken}");
        }
    }

    proptest! {
        #[test]
        fn whatever_is_encoded_is_read_back(name in "\\PC{0,40}") {
            let encoded: String = name.bytes().map(|byte| format!("%{byte:02X}")).collect();
            prop_assert_eq!(from_percent(&encoded), Some(name));
        }
    }
}
