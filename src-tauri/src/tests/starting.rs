//! The data folder: opened beside the page, refused calmly, tried again, closed at the end.

use super::bridge::Bridge;
use crate::state::{Folder, Shell};
use serde_json::json;
use std::fs;

#[test]
fn while_the_folder_cannot_be_opened_every_command_says_why_and_a_retry_mends_it() {
    let place = tempfile::tempdir().unwrap();
    let data = place.path().join("data");
    fs::write(&data, "a file stands where the folder should be").unwrap();
    let bridge = Bridge::on(Folder::At(data.clone()));
    let refused = bridge.ask("app_info", json!({})).unwrap_err();
    assert_eq!(refused["code"], json!("folder-not-a-folder"), "{refused}");
    assert_ne!(refused["message"], json!("error-folder-not-a-folder"), "there are words for it");
    let list = json!({"stages": [], "text": "", "limit": 10});
    assert_eq!(bridge.ask("case_list", list.clone()).unwrap_err()["code"], refused["code"]);
    assert_eq!(bridge.ask("open_retry", json!({})).unwrap_err()["code"], refused["code"]);
    assert!(bridge.ask("ready", json!({})).is_ok(), "the window is shown all the same");
    fs::remove_file(&data).unwrap();
    assert_eq!(bridge.ask("open_retry", json!({})).unwrap()["data_folder"], json!(data.to_string_lossy()));
    assert!(bridge.ask("case_list", list).is_ok());
    assert!(bridge.ask("open_retry", json!({})).is_ok(), "there is nothing left to mend");
}

#[test]
fn a_second_one_on_the_same_folder_is_refused_and_gets_in_once_the_first_is_closed() {
    let place = tempfile::tempdir().unwrap();
    let first = Bridge::on(Folder::At(place.path().to_owned()));
    first.ask("app_info", json!({})).unwrap();
    let second = Bridge::on(Folder::At(place.path().to_owned()));
    assert_eq!(second.ask("app_info", json!({})).unwrap_err()["code"], json!("folder-in-use"));
    first.shell().close();
    assert_eq!(first.ask("app_info", json!({})).unwrap_err()["code"], json!("shutting-down"));
    assert!(second.ask("open_retry", json!({})).is_ok());
}

#[test]
fn without_a_place_for_data_the_refusal_says_so() {
    let bridge = Bridge::on(Folder::Nowhere);
    assert_eq!(bridge.ask("catalog", json!({})).unwrap_err()["code"], json!("no-data-folder"));
}

#[test]
fn closing_calls_jobs_off() {
    let shell = Shell::new(Folder::Nowhere, None, String::new());
    let job = shell.jobs().begin("1".to_owned()).unwrap();
    shell.close();
    assert!(job.flag.is_cancelled());
}

#[test]
fn the_window_is_shown_once() {
    let shell = Shell::new(Folder::Nowhere, None, String::new());
    assert!(shell.show_once());
    assert!(!shell.show_once());
    tauri::async_runtime::block_on(shell.until_shown());
}
