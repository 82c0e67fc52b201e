//! The commands of the window, one line each.
//!
//! The list below is the only one: the handler comes from it, and tests hold the permissions and the page's own list of
//! commands against it. Nothing is decided here.

mod app;
mod cases;
mod deadlines;
mod evidence;
mod guide;
mod jobs;
mod packet;
mod playbooks;
mod sheets;
mod tasks;

macro_rules! commands {
    ($($room:ident: $($name:ident),+;)+) => {
        /// The name of every command.
        #[cfg(test)]
        pub(crate) const NAMES: &[&str] = &[$($(stringify!($name)),+),+];

        /// Answers every command on the list, and no other.
        pub(crate) fn handler<R: tauri::Runtime>() -> impl Fn(tauri::ipc::Invoke<R>) -> bool + Send + Sync + 'static {
            tauri::generate_handler![$($($room::$name),+),+]
        }
    };
}

commands! {
    app: app_info, catalog, set_preferences, merchant_get, merchant_set, doctor, samples_add, open_retry, ready;
    cases: case_list, case_new, case_show, case_set, case_answer, case_do, case_skip, case_advance, case_close,
        case_reopen, case_note, case_history, transaction_save, transaction_remove, party_save, party_remove;
    evidence: evidence_choose, evidence_add_picked, evidence_add_bytes, evidence_paste, evidence_describe,
        evidence_order, evidence_remove, evidence_verify, evidence_export;
    packet: packet_check, packet_build, packet_open, packet_reveal, packet_save_as;
    deadlines: deadline_list, deadline_add, deadline_done, deadline_remove;
    guide: triage, response_codes, case_guide, shop_findings;
    sheets: call_sheet, customer_script, contingency_plan, sheet_save, sheet_open;
    tasks: task_list, task_proposals, task_plan, task_save, task_done, task_drop;
    playbooks: playbook_text, playbook_doc, playbook_check, playbook_keep, playbook_edit, playbook_reset,
        playbook_export, playbook_import;
    jobs: job_cancel;
}
