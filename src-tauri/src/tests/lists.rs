//! One list of commands, kept in three places: the handler, the permissions and the page.

use crate::commands::NAMES;
use std::collections::BTreeSet;
use std::fs;

fn names() -> BTreeSet<String> {
    NAMES.iter().map(|name| (*name).to_owned()).collect()
}

#[test]
fn no_command_stands_twice() {
    assert_eq!(names().len(), NAMES.len());
}

#[test]
fn the_permission_allows_these_commands_and_no_other() {
    let text = fs::read_to_string("src-tauri/permissions/app.toml").unwrap();
    let file: toml::Table = text.parse().unwrap();
    let permissions = file["permission"].as_array().unwrap();
    assert_eq!(permissions.len(), 1);
    assert_eq!(permissions[0]["identifier"].as_str(), Some("allow-app"));
    let allowed: BTreeSet<String> = permissions[0]["commands"]["allow"]
        .as_array()
        .unwrap()
        .iter()
        .map(|name| name.as_str().unwrap().to_owned())
        .collect();
    assert_eq!(allowed, names());
    assert_eq!(fs::read_dir("src-tauri/permissions").unwrap().count(), 1, "a second file could allow more");
}

#[test]
fn the_page_knows_these_commands_and_no_other() {
    let text = fs::read_to_string("ui/src/platform/types.ts").unwrap();
    let (_, map) = text.split_once("export type Commands = {\n").expect("the page's list of commands");
    let (map, _) = map.split_once("\n};").unwrap();
    let known: BTreeSet<String> = map
        .lines()
        .filter_map(|line| line.strip_prefix("  ")?.split_once(": ["))
        .filter(|(name, _)| name.bytes().all(|b| b.is_ascii_lowercase() || b == b'_'))
        .map(|(name, _)| name.to_owned())
        .collect();
    assert_eq!(known, names());
}
