//! The main job: from an empty folder to a packet on disk, and everything still there the next day.

use std::path::{Path, PathBuf};
use std::process::Command;

use recourse_desk::Language;

use crate::app::{App, Machine, TITLE};
use crate::driver::key;
use crate::neighbour::Neighbour;

const NAME: &str = "王阿姨付了款，机器说超时";

/// Fills in the form for a new case and sends it.
pub(crate) fn new_case(app: &App, title: &str) {
    app.press_button("win-new-case");
    app.session.click(&app.named("button", &app.say("playbook-timeout-debited")));
    app.fill(&app.say("win-field-title"), title);
    app.fill(&app.say("win-field-amount-cny"), "1280.00");
    app.fill(&app.say("win-field-response-code"), "68");
    app.press_button("win-new-create");
    app.named("heading", title);
}

#[test]
fn an_empty_folder_says_what_to_do_first() {
    let machine = Machine::new(Language::ZhCn);
    let app = machine.open(&[]);
    app.named("heading", &app.say("win-first-title"));
    app.named("button", &app.say("win-new-case"));
    app.keep_screenshot("first-run");
}

#[test]
fn from_the_first_question_to_a_packet_on_disk() {
    let machine = Machine::new(Language::ZhCn);
    let photo = machine.file("evidence/photo.jpg", "终端 屏幕.jpg");
    let contract = machine.file("evidence/two-pages.pdf", "合同.pdf");
    let opened = machine.place("opened.txt");
    let settings = [("RECOURSE_E2E_PICK", photo.to_str().unwrap()), ("RECOURSE_E2E_OPENED", opened.to_str().unwrap())];

    let app = machine.open(&settings);
    app.press_button("win-new-case");
    app.session.click(&app.named("button", &app.say("playbook-timeout-debited")));
    app.fill(&app.say("win-field-title"), NAME);
    app.fill(&app.say("win-field-amount-cny"), "1280.00");
    app.keep_screenshot("new-case");
    app.press_button("win-new-create");
    app.named("heading", NAME);
    app.sees("1,280.00");

    app.session.click(&app.named("tab", &app.say("win-tab-evidence")));
    app.press_button("win-files-choose");
    app.sees("终端 屏幕.jpg");
    Neighbour::join().drop_files(TITLE, &[&contract], (400, 400));
    app.sees("合同.pdf");
    app.session.until("[...document.images].every((image) => image.complete && image.naturalWidth > 0)");
    app.keep_screenshot("evidence");

    app.session.click(&app.named("tab", &app.say("win-tab-packet")));
    app.press_button("win-packet-build");
    app.press_button("win-open");
    app.keep_screenshot("packet");
    let packet = packets(&machine.data()).pop().expect("a packet in the data folder");
    holds_the_case(&packet);
    let noted = std::fs::read_to_string(&opened).unwrap();
    assert_eq!(noted.lines().next(), Some(format!("open {}", packet.display()).as_str()));
    drop(app);

    let app = machine.open(&[]);
    app.session.click(&app.named("cell", NAME));
    app.named("heading", NAME);
    app.session.click(&app.named("tab", &app.say("win-tab-evidence")));
    app.sees("终端 屏幕.jpg");
    app.sees("合同.pdf");
    app.session.click(&app.named("tab", &app.say("win-tab-history")));
    app.sees("终端 屏幕.jpg");
    app.keep_screenshot("history");
}

/// Other people's readers find the words in the packet, and the photo as the JPEG it was.
fn holds_the_case(packet: &Path) {
    let says = |program: &str, arguments: &[&str]| {
        let output = Command::new(program).args(arguments).output().unwrap();
        assert!(output.status.success(), "{program}: {}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8_lossy(&output.stdout).into_owned()
    };
    let packet = packet.to_str().unwrap();
    says("qpdf", &["--check", packet]);
    let text = says("pdftotext", &[packet, "-"]).replace(['\n', ' '], "");
    assert!(text.contains(NAME), "the title is not in the packet: {text}");
    assert!(text.contains("1,280.00"), "the amount is not in the packet: {text}");
    assert!(says("pdfimages", &["-list", packet]).contains("jpeg"), "no photo in the packet");
}

/// Every packet in the data folder.
pub(crate) fn packets(data: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut waiting = vec![data.join("packets")];
    while let Some(folder) = waiting.pop() {
        for path in std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
            if path.is_dir() {
                waiting.push(path);
            } else if path.extension().is_some_and(|extension| extension == "pdf") {
                found.push(path);
            }
        }
    }
    found
}

#[test]
fn files_let_go_over_the_window_are_taken_in() {
    let machine = Machine::new(Language::ZhCn);
    let app = machine.open(&[]);
    new_case(&app, NAME);
    let files = ["evidence/photo.jpg", "evidence/photo.png", "evidence/locked.pdf"];
    let files = [
        machine.file(files[0], "小票 (1).jpg"),
        machine.file(files[1], "聊天记录 100%.png"),
        machine.file(files[2], "有密码.pdf"),
    ];
    Neighbour::join().drop_files(TITLE, &files.each_ref().map(PathBuf::as_path), (500, 300));
    app.session.click(&app.named("tab", &app.say("win-tab-evidence")));
    app.sees("小票 (1).jpg");
    app.sees("聊天记录 100%.png");
    // What cannot be taken in is named with the reason, and what can be is there all the same.
    app.sees("有密码.pdf");
    app.keep_screenshot("dropped");
}

#[test]
fn a_picture_from_the_clipboard_is_evidence() {
    let machine = Machine::new(Language::ZhCn);
    let app = machine.open(&[]);
    new_case(&app, NAME);
    app.session.click(&app.named("tab", &app.say("win-tab-evidence")));
    let picture = std::fs::read(machine.file("evidence/photo.png", "x.png")).unwrap();
    Neighbour::join().copy_picture(picture, || {
        app.session.press(&[key::CONTROL], &['v']);
        app.sees(&app.say("win-pasted-name"));
    });
    app.keep_screenshot("pasted");
}

#[test]
fn the_enter_that_confirms_a_composition_sends_nothing() {
    let machine = Machine::new(Language::ZhCn);
    // The toolkit's own input method: Ctrl+Shift+U, a character's number, Enter.
    let app = machine.open(&[("GTK_IM_MODULE", "gtk-im-context-simple")]);
    app.press_button("win-new-case");
    app.session.click(&app.named("button", &app.say("playbook-timeout-debited")));
    let title = app.say("win-field-title");
    app.fill(&title, "甲");
    app.session.click(&app.named("field", &title));
    app.session.press(&[key::CONTROL, key::SHIFT], &['u']);
    app.session.press(&[], &['4', 'e', '2', 'd', key::ENTER]);
    app.session.until("[...document.querySelectorAll('input')].some((input) => input.value === '甲中')");
    app.named("button", &app.say("win-new-create"));
    assert!(app.session.run("return document.querySelector('form') !== null", &[]).as_bool().unwrap());

    // The next Enter is the owner's own.
    app.session.press(&[], &[key::ENTER]);
    app.named("heading", "甲中");
}
