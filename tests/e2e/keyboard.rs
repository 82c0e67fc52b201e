//! Everything without a mouse.

use recourse_desk::Language;

use crate::app::Machine;
use crate::driver::key;

#[test]
fn a_case_is_made_and_found_again_with_the_keyboard_alone() {
    let machine = Machine::new(Language::En);
    let app = machine.open(&[]);
    let session = &app.session;
    app.named("heading", &app.say("win-first-title"));
    session.press(&[key::CONTROL], &['n']);
    app.named("heading", &app.say("win-new-what"));
    tab_to(&app, &app.say("playbook-first-swipe-fee"));
    session.press(&[], &[key::ENTER]);
    tab_to(&app, &app.say("win-field-title"));
    session.press(&[key::CONTROL], &['a']);
    session.press(&[], &"Fee on the first swipe".chars().collect::<Vec<_>>());
    session.press(&[], &[key::ENTER]);
    app.named("heading", "Fee on the first swipe");

    tab_to(&app, &app.say("win-cases"));
    session.press(&[], &[key::ENTER]);
    app.named("heading", &app.say("win-cases"));
    session.press(&[key::CONTROL], &['k']);
    app.named("field", &app.say("win-palette-field"));
    session.press(&[], &"first swipe".chars().collect::<Vec<_>>());
    app.named("option", "Fee on the first swipe");
    app.keep_screenshot("keyboard");
    // Escape closes this one layer, and the focus is where it was.
    session.press(&[], &[key::ESCAPE]);
    app.focus_returns_to(&app.say("win-cases"));
    session.press(&[key::CONTROL], &['k']);
    session.press(&[], &"first swipe".chars().collect::<Vec<_>>());
    app.named("option", "Fee on the first swipe");
    session.press(&[], &[key::ENTER]);
    app.named("heading", "Fee on the first swipe");
}

/// Presses Tab until the focus is on what has this name; it is seen to be there.
#[track_caller]
pub(crate) fn tab_to(app: &crate::app::App, name: &str) {
    for _ in 0..60 {
        if app.focus_is_on(name) {
            return;
        }
        app.session.press(&[], &[key::TAB]);
    }
    app.keep_screenshot("failure");
    panic!("Tab never comes to {name:?}");
}
