//! The security settings, asserted on the configuration as compiled in and on the packages as resolved.

use crate::context;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::fs;
use tauri::Config;
use tauri::test::MockRuntime;

fn built() -> Config {
    context::<MockRuntime>().config().clone()
}

/// What the build read, with what the compiled configuration leaves out.
fn written() -> Value {
    serde_json::from_str(&fs::read_to_string("tauri.conf.json").unwrap()).unwrap()
}

fn manifest() -> toml::Table {
    fs::read_to_string("Cargo.toml").unwrap().parse().unwrap()
}

#[test]
fn the_page_may_load_nothing_but_itself_and_pixels() {
    let csp = serde_json::to_value(built().app.security.csp).unwrap();
    assert_eq!(
        csp,
        json!({
            "default-src": "'none'",
            "script-src": "'self'",
            "style-src": "'self'",
            "img-src": "'self' blob: evidence: http://evidence.localhost",
            "font-src": "'self'",
            "connect-src": "ipc: http://ipc.localhost",
            "media-src": "'none'",
            "worker-src": "'none'",
            "object-src": "'none'",
            "frame-src": "'none'",
            "base-uri": "'none'",
            "form-action": "'none'",
        })
    );
}

#[test]
fn the_security_settings_are_those_decided_on() {
    let config = built();
    let security = &config.app.security;
    assert!(security.freeze_prototype);
    assert!(!config.app.with_global_tauri);
    assert!(!security.asset_protocol.enable);
    let security = serde_json::to_value(security).unwrap();
    assert_eq!(security["dangerousDisableAssetCspModification"], json!(false));
    assert_eq!(security["devCsp"], Value::Null, "there is no weaker policy for development");
    assert_eq!(security["headers"], Value::Null);
    assert_eq!(written()["build"]["removeUnusedCommands"], json!(true));
}

#[test]
fn there_is_one_window_and_it_keeps_nothing() {
    let windows = built().app.windows;
    assert_eq!(windows.len(), 1);
    let window = &windows[0];
    assert_eq!(window.label, "main");
    assert!(window.incognito);
    assert!(!window.general_autofill_enabled);
    assert!(!window.browser_extensions_enabled);
    assert!(window.drag_drop_enabled);
    assert!(!window.create, "it is made with its navigation rules, or not at all");
    assert!(!window.visible, "it is shown when its page is ready");
    assert!(!window.transparent);
    assert_eq!((window.width, window.height), (1280.0, 800.0));
    assert_eq!((window.min_width, window.min_height), (Some(960.0), Some(640.0)));
    assert!(window.devtools.is_none() && window.additional_browser_args.is_none() && window.proxy_url.is_none());
}

#[test]
fn the_one_capability_names_single_permissions_for_the_one_window() {
    let capabilities = serde_json::to_value(built().app.security.capabilities).unwrap();
    let [capability] = capabilities.as_array().unwrap().as_slice() else { panic!("{capabilities}") };
    assert_eq!(capability["identifier"], json!("main"));
    assert_eq!(capability["windows"], json!(["main"]));
    assert_eq!(capability["local"], json!(true));
    assert!(capability.get("remote").is_none_or(Value::is_null), "no page from elsewhere may call anything");
    assert!(capability.get("webviews").is_none_or(|webviews| *webviews == json!([])));
    assert_eq!(
        capability["permissions"],
        json!(["core:event:allow-listen", "core:event:allow-unlisten", "allow-app"]),
        "single commands: no default sets, nothing of fs, shell, http, dialog or opener"
    );
    assert!(!std::path::Path::new("capabilities").exists(), "capability files at the top would be merged in");
}

#[test]
fn tauri_is_built_without_asset_protocol_devtools_or_remote_parts() {
    let manifest = manifest();
    let tauri = &manifest["workspace"]["dependencies"]["tauri"];
    assert_eq!(tauri["default-features"].as_bool(), Some(false));
    let features: BTreeSet<&str> =
        tauri["features"].as_array().unwrap().iter().map(|feature| feature.as_str().unwrap()).collect();
    let decided = BTreeSet::from(["wry", "compression", "common-controls-v6", "x11"]);
    assert_eq!(features, decided, "devtools, protocol-asset, isolation, unstable … are decisions, not accidents");
    assert!(manifest["dependencies"]["tauri"]["workspace"].as_bool().unwrap());
    assert!(manifest["dependencies"]["tauri"].get("features").is_none());
    // Features of this package must not bring back what was left out.
    let switches = manifest["features"].as_table().unwrap();
    let brought: BTreeSet<&str> = switches
        .iter()
        .filter(|(_, brings)| !brings.as_array().unwrap().is_empty())
        .map(|(name, _)| name.as_str())
        .collect();
    assert_eq!(brought, BTreeSet::from(["default", "custom-protocol"]));
    assert_eq!(switches["default"].as_array().unwrap().len(), 1, "what tests need is never on by itself");
    assert_eq!(switches["custom-protocol"].as_array().unwrap(), &[toml::Value::from("tauri/custom-protocol")]);
}

#[test]
fn no_plugin_hands_the_page_files_programs_network_or_sql() {
    let manifest = manifest();
    let ours: BTreeSet<&str> = manifest["dependencies"]
        .as_table()
        .unwrap()
        .keys()
        .map(String::as_str)
        .filter(|name| name.starts_with("tauri-plugin-"))
        .collect();
    let decided = ["tauri-plugin-dialog", "tauri-plugin-opener", "tauri-plugin-single-instance"];
    assert_eq!(ours, BTreeSet::from(decided));
    let locked: toml::Table = fs::read_to_string("Cargo.lock").unwrap().parse().unwrap();
    let plugins: BTreeSet<&str> = locked["package"]
        .as_array()
        .unwrap()
        .iter()
        .map(|package| package["name"].as_str().unwrap())
        .filter(|name| name.starts_with("tauri-plugin-"))
        .collect();
    // `dialog` uses types of `fs`; that plugin is not registered, so it answers no command.
    let mut expected = BTreeSet::from(decided);
    expected.insert("tauri-plugin-fs");
    assert_eq!(plugins, expected);
    let registered: Vec<String> = ["lib.rs", "window.rs"]
        .iter()
        .flat_map(|file| {
            let text = fs::read_to_string(format!("src-tauri/src/{file}")).unwrap();
            text.lines().filter(|line| line.contains(".plugin(")).map(|line| line.trim().to_owned()).collect::<Vec<_>>()
        })
        .collect();
    assert_eq!(registered.len(), 2, "{registered:?}");
    assert!(registered[0].contains("window::only_one()"), "the single instance comes first: {registered:?}");
    assert!(registered[1].contains("tauri_plugin_dialog::init()"), "{registered:?}");
}

#[test]
fn tauri_and_its_plugins_are_of_the_second_major_version() {
    let locked: toml::Table = fs::read_to_string("Cargo.lock").unwrap().parse().unwrap();
    for package in locked["package"].as_array().unwrap() {
        let (name, version) = (package["name"].as_str().unwrap(), package["version"].as_str().unwrap());
        if name == "tauri" || name == "tauri-build" || name.starts_with("tauri-plugin-") {
            assert!(version.starts_with("2."), "{name} {version}");
        }
    }
}

#[test]
fn the_package_brings_fonts_for_chinese_and_the_command_line() {
    let bundle = &written()["bundle"];
    let deb = &bundle["linux"]["deb"];
    assert!(deb["depends"].as_array().unwrap().contains(&json!("fonts-noto-cjk")));
    assert_eq!(deb["files"]["/usr/bin/recourse"], json!("target/release/recourse"));
    for icon in bundle["icon"].as_array().unwrap() {
        assert!(fs::metadata(icon.as_str().unwrap()).is_ok_and(|file| file.len() > 0), "{icon}");
    }
}
