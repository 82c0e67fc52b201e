//! Commands about long work.

use crate::error::Answer;
use crate::state::Shell;
use tauri::{State, command};

#[command(rename_all = "snake_case")]
pub(crate) async fn job_cancel(shell: State<'_, Shell>, job: String) -> Answer<()> {
    shell.jobs().cancel(&job);
    Ok(())
}
