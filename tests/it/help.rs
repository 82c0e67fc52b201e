//! Help, completions, complaints and pipes.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "help that cannot be read ends the test")]

use crate::material;
use crate::shop::{PROGRAM, Ran, Shop, assert_is_sentence};
use std::io::Read as _;
use std::process::Stdio;

/// Every group of this version with its verbs; a verb of a later version must not be offered.
const VERBS: &[(&str, &[&str])] = &[
    ("demo", &[]),
    (
        "case",
        &[
            "new", "list", "show", "set", "answer", "next", "do", "skip", "advance", "close", "reopen", "note",
            "triage", "guide", "sheet", "script", "history", "search", "samples",
        ],
    ),
    ("transaction", &["add", "set", "list", "remove"]),
    ("party", &["add", "set", "list", "remove"]),
    ("evidence", &["add", "list", "show", "export", "describe", "order", "verify", "remove"]),
    ("packet", &["check", "build", "list", "export"]),
    ("contact", &["directory", "check"]),
    ("deadline", &["add", "compute", "rules", "list", "done", "remove"]),
    ("fee", &["check"]),
    ("code", &["list", "show"]),
    ("playbook", &["list", "show", "check", "keep", "reset", "export"]),
    ("task", &["list", "propose", "plan", "add", "done", "drop"]),
    ("merchant", &["show", "set", "findings", "plan"]),
    ("channel", &["list", "show"]),
    ("preference", &["show", "set"]),
    ("doctor", &[]),
    ("completions", &[]),
    ("help", &[]),
];

fn help(shop: &Shop, args: &[&str]) -> String {
    let ran = Ran::of(shop.at_home(PROGRAM).args(args).output().unwrap());
    assert_eq!((ran.code, ran.stderr.as_str()), (0, ""), "{args:?}");
    ran.stdout
}

/// The words before which commands are listed, and the names listed there.
fn listed<'a>(text: &'a str, heading: &str) -> Vec<&'a str> {
    let part = text.split_once(&format!("{heading}:\n")).map_or("", |(_, rest)| rest);
    part.lines().take_while(|line| !line.is_empty()).filter_map(|line| line.split_whitespace().next()).collect()
}

#[test]
fn help_is_complete_in_both_languages() {
    let shop = Shop::new();
    for (language, commands, usage) in [("zh-CN", "命令", "用法："), ("en", "Commands", "Usage:")] {
        let top = help(&shop, &["--lang", language, "--help"]);
        let groups: Vec<&str> = VERBS.iter().map(|(group, _)| *group).collect();
        assert_eq!(listed(&top, commands), groups, "{top}");
        assert!(top.contains(usage) && top.contains("--data") && top.contains("--json"), "{top}");
        for (group, verbs) in VERBS {
            let text = help(&shop, &["--lang", language, "help", group]);
            assert_eq!(text, help(&shop, &["--lang", language, group, "--help"]), "{group}");
            assert_eq!(&listed(&text, commands), verbs, "{text}");
            for verb in *verbs {
                let text = help(&shop, &["--lang", language, group, verb, "--help"]);
                assert!(text.contains(usage) && text.contains(&format!("recourse {group} {verb}")), "{text}");
                assert!(!text.contains("cli-") && !text.contains("[default"), "{text}");
                let chinese = text.chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c));
                assert_eq!(chinese, language == "zh-CN", "{text}");
            }
        }
    }
    assert!(help(&shop, &["case", "new", "--lang=zh-CN", "-h"]).contains("timeout-debited   超时却扣款"));
    assert!(help(&shop, &["help", "case", "new"]).contains("timeout-debited"));
    assert_eq!(help(&shop, &["--version"]), format!("recourse {}\n", env!("CARGO_PKG_VERSION")));
}

#[test]
fn the_language_follows_the_system_unless_it_is_asked_for() {
    let shop = Shop::new();
    for (locale, heading) in
        [("zh_CN.UTF-8", "用法："), ("zh_TW.UTF-8", "用法："), ("de_DE.UTF-8", "Usage:"), ("C", "Usage:")]
    {
        let mut command = shop.at_home(PROGRAM);
        let ran = Ran::of(command.env("LANG", locale).arg("--help").output().unwrap());
        assert!(ran.stdout.contains(heading), "{locale}: {}", ran.stdout);
    }
}

#[test]
fn completions_know_verbs_and_values() {
    let shop = Shop::new();
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        let script = help(&shop, &["completions", shell]);
        // What may stand for a value is known to those shells for which clap_complete writes it.
        let values = ["bash", "zsh", "fish"].contains(&shell);
        for word in ["evidence", "response-code", "timeout-debited"].into_iter().take(2 + usize::from(values)) {
            assert!(script.contains(word), "{shell} does not know {word}");
        }
        assert!(!script.contains("cli-"), "{shell}");
    }
}

#[test]
fn wrong_usage_ends_with_two_and_says_where_to_look() {
    let shop = Shop::new();
    let case = shop.case("other", "t");
    for args in [
        vec![],
        vec!["case"],
        vec!["cases"],
        vec!["letter", "list"],
        vec!["evidence", "redact", "x"],
        vec!["case", "new"],
        vec!["case", "new", "--playbook"],
        vec!["case", "new", "--playbook", "other", "--set", "title"],
        vec!["case", "new", "--playbook", "other", "--set", "=x"],
        vec!["case", "list", "--limit", "many"],
        vec!["case", "list", "--limit", "-1"],
        vec!["case", "show", &case, "more"],
        vec!["case", "show", "--verbose", &case],
        vec!["--lang", "fr", "case", "list"],
        vec!["transaction", "add", &case],
        vec!["evidence", "add", &case],
        vec!["deadline", "list", "--within", "soon"],
        vec!["merchant", "set", "nmae=x"],
        vec!["completions", "csh"],
        vec!["help", "nothing"],
    ] {
        for language in ["zh-CN", "en"] {
            let ran = Ran::of(shop.program().args(["--lang", language]).args(&args).output().unwrap());
            assert_eq!((ran.code, ran.stdout.as_str()), (2, ""), "{args:?}: {}", ran.stderr);
            let error = ran.error();
            assert_eq!(error["code"], "usage", "{args:?}");
            let message = error["message"].as_str().unwrap();
            let chinese = message.chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c));
            assert!(message.contains("--help") && chinese == (language == "zh-CN"), "{args:?}: {error}");
        }
    }
    let plain = shop.at_home(PROGRAM).args(["case", "histry", "--lang", "en"]).output().unwrap();
    let said = String::from_utf8(plain.stderr).unwrap();
    assert!(said.contains("did you mean history") && said.trim_end().ends_with("(usage)"), "{said}");
    assert_is_sentence(&said, "usage");
    #[cfg(unix)]
    {
        use std::os::unix::ffi::OsStrExt as _;
        let not_text = std::ffi::OsStr::from_bytes(b"\xff\xfe");
        let ran = Ran::of(shop.program().args(["case", "show"]).arg(not_text).output().unwrap());
        assert_eq!((ran.code, &ran.error()["code"]), (2, &"usage".into()));
        // In a file's name it is welcome.
        let photo = shop.work().join(not_text);
        std::fs::write(&photo, material::jpeg(20, 20, 9)).unwrap();
        let ran = Ran::of(shop.program().args(["evidence", "add", &case]).arg(&photo).output().unwrap());
        assert_eq!(ran.code, 0, "{}", ran.stderr);
    }
}

#[test]
fn a_reader_that_leaves_early_is_no_failure() {
    let shop = Shop::new();
    for n in 0..40 {
        shop.done(["case", "new", "--playbook", "other", "--set", &format!("title=第{n}件{}", "长".repeat(100))]);
    }
    let mut child =
        shop.program().args(["case", "list"]).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let mut first = [0; 1];
    let mut out = child.stdout.take().unwrap();
    out.read_exact(&mut first).unwrap();
    drop(out);
    let ran = Ran::of(child.wait_with_output().unwrap());
    assert_eq!((ran.code, ran.stderr.as_str()), (0, ""));
}

#[cfg(target_os = "linux")]
#[test]
fn an_answer_that_cannot_be_written_is_told() {
    let shop = Shop::new();
    shop.case("other", "t");
    let full = std::fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
    let output = shop.program().args(["case", "list"]).stdout(full).stderr(Stdio::piped()).output().unwrap();
    let ran = Ran::of(output);
    assert_eq!((ran.code, &ran.error()["code"]), (1, &"output-failed".into()));
}

/// `script` gives the program a terminal to write to.
#[cfg(target_os = "linux")]
#[test]
fn progress_moves_in_a_terminal_and_nowhere_else() {
    let shop = Shop::new();
    let case = shop.case("other", "进度");
    for n in 0..6 {
        let photo = shop.file(&format!("{n}.jpg"), &material::jpeg(60, 40, n));
        shop.done(["evidence", "add", &case, photo.to_str().unwrap()]);
    }
    let in_terminal = |more: &str| {
        let line = format!("{PROGRAM} --data {} --lang zh-CN evidence verify {more}", shop.data().display());
        let mut command = shop.at_home("script");
        let output = command
            .env("TERM", "xterm")
            .args(["-qec", &line, "/dev/null"])
            .output()
            .expect("`script` of util-linux is needed");
        assert!(output.status.success());
        String::from_utf8_lossy(&output.stdout).into_owned()
    };
    let (moving, quiet) = (in_terminal(""), in_terminal("--quiet"));
    assert!(moving.contains('%') && !moving.contains("job-"), "{moving:?}");
    assert!(!quiet.contains('%') && quiet.contains("核对了 6 份原件"), "{quiet:?}");
    assert!(!shop.read(["evidence", "verify"]).contains('%'));
}

#[test]
fn the_data_folder_is_the_platforms_unless_another_is_named() {
    let shop = Shop::new();
    let place = |name: &str| shop.work().join(name);
    let run = |arguments: &[&str], variable: Option<&str>| {
        let mut command = shop.at_home(PROGRAM);
        command.env("XDG_DATA_HOME", place("local"));
        if let Some(name) = variable {
            command.env("RECOURSE_DATA", place(name));
        }
        let ran = Ran::of(command.args(arguments).args(["case", "new", "--playbook", "other"]).output().unwrap());
        assert_eq!(ran.code, 0, "{}", ran.stderr);
    };
    let database = |name: &str| place(name).join("recourse.sqlite3").exists();
    run(&[], Some("named"));
    assert!(database("named") && !place("local").exists());
    run(&["--data", "asked"], Some("named-too"));
    assert!(database("asked") && !place("named-too").exists());
    if cfg!(target_os = "linux") {
        run(&[], None);
        assert!(database("local/app.recourse.desktop"));
    }
}

#[test]
fn people_read_tables_that_stand_straight_and_cannot_be_driven_by_a_name() {
    let shop = Shop::new();
    let case = shop.case("first-swipe-fee", "新机首刷\u{1b}[2J被扣\u{202e}费");
    shop.done(["transaction", "add", &case, "--amount", "1280", "--card-type", "debit", "--response-code", "68"]);
    let table = shop.read(["case", "list"]);
    let lines: Vec<&str> = table.lines().collect();
    assert!(lines[0].starts_with("编号") && lines[1].starts_with("2026-0001  新机首刷␛[2J被扣"), "{table}");
    assert!(lines[1].ends_with("¥1,280.00") && !table.contains('\u{1b}') && !table.contains('\u{202e}'), "{table}");
    let shown = shop.read(["case", "show", &case]);
    assert!(shown.contains("新机被扣了不明费用") && shown.contains("还缺") && shown.contains("借记卡"), "{shown}");
    for call in [
        vec!["case", "next", &case],
        vec!["case", "history", &case],
        vec!["transaction", "list", &case],
        vec!["party", "list", &case],
        vec!["evidence", "list", &case],
        vec!["evidence", "verify"],
        vec!["packet", "check", &case, "--channel", "adyen"],
        vec!["packet", "list", &case],
        vec!["deadline", "list"],
        vec!["merchant", "show"],
        vec!["channel", "list"],
        vec!["channel", "show", "adyen"],
        vec!["preference", "show"],
        vec!["preference", "set", "theme=dark", "language=en"],
        vec!["doctor"],
    ] {
        let text = shop.read(&call);
        for raw in ["cli-", "error-", "stage-", "playbook-", "finding-", "{$"] {
            assert!(!text.contains(raw), "{call:?} shows {raw}:\n{text}");
        }
    }
    let chosen = Ran::of(
        shop.at_home(PROGRAM).arg("--data").arg(shop.data()).args(["preference", "show", "--json"]).output().unwrap(),
    );
    assert_eq!((&chosen.document()["theme"], &chosen.document()["language"]), (&"dark".into(), &"en".into()));
}
