//! Commands about planned work.

use crate::error::Answer;
use crate::state::Shell;
use recourse_desk::Desk;
use recourse_desk::dto::{TaskDto, TaskInput};
use tauri::{State, command};

type Tasks = Answer<Vec<TaskDto>>;

#[command]
pub(crate) async fn task_list(shell: State<'_, Shell>) -> Tasks {
    shell.ask(Desk::task_list).await
}

#[command(rename_all = "snake_case")]
pub(crate) async fn task_proposals(shell: State<'_, Shell>, case: String) -> Tasks {
    shell.ask(move |desk| desk.task_proposals(&case)).await
}

#[command(rename_all = "snake_case")]
pub(crate) async fn task_plan(shell: State<'_, Shell>, case: String, tasks: Vec<TaskInput>) -> Tasks {
    shell.ask(move |desk| desk.task_plan(&case, &tasks)).await
}

#[command(rename_all = "snake_case")]
pub(crate) async fn task_save(shell: State<'_, Shell>, task: TaskInput) -> Tasks {
    shell.ask(move |desk| desk.task_save(&task)).await
}

#[command(rename_all = "snake_case")]
pub(crate) async fn task_done(shell: State<'_, Shell>, id: String, on: String, note: String) -> Tasks {
    shell.ask(move |desk| desk.task_done(&id, &on, &note)).await
}

#[command(rename_all = "snake_case")]
pub(crate) async fn task_drop(shell: State<'_, Shell>, id: String, why: String) -> Tasks {
    shell.ask(move |desk| desk.task_drop(&id, &why)).await
}
