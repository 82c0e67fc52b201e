//! How the screens look: pictures for people, and what a program can tell of them.

use recourse_desk::Language;

use crate::app::{App, Machine};

/// The window as most people have it, and the smallest it can be made.
const SIZES: [(u32, u32); 2] = [(1280, 800), (960, 640)];

#[test]
fn every_screen_in_both_languages_and_both_looks() {
    let machine = Machine::new(Language::ZhCn);
    let mut app = machine.open(&[]);
    app.press_button("win-first-samples");
    app.session.until("document.querySelectorAll('[role=row]').length > 3");
    let mut papers = Vec::new();
    for language in [Language::ZhCn, Language::En] {
        open_settings(&app);
        choose(&app, if language == Language::ZhCn { "win-language-zh-CN" } else { "win-language-en" });
        app.speak(language);
        app.named("heading", &app.say("win-settings"));
        for look in ["light", "dark"] {
            open_settings(&app);
            choose(&app, &format!("win-theme-{look}"));
            app.session.until(&format!("document.documentElement.dataset.mantineColorScheme === '{look}'"));
            papers.push(paper(&app));
            screens(&app, &format!("{language}-{look}"));
        }
    }
    assert_eq!(papers[0], papers[2]);
    assert_eq!(papers[1], papers[3]);
    assert_ne!(papers[0], papers[1], "dark is as light");
}

fn open_settings(app: &App) {
    app.session.click(&app.named("link", &app.say("win-settings")));
    app.named("heading", &app.say("win-settings"));
}

fn choose(app: &App, key: &str) {
    app.session.click(&app.named("any", &app.say(key)));
}

/// The colour behind everything.
fn paper(app: &App) -> String {
    let colour = app.session.run("return getComputedStyle(document.body).backgroundColor", &[]);
    colour.as_str().unwrap().to_owned()
}

fn screens(app: &App, name: &str) {
    for (width, height) in SIZES {
        app.session.resize(width, height);
        let shot = |screen: &str| {
            app.session
                .until("document.fonts.status === 'loaded' && [...document.images].every((image) => image.complete)");
            app.keep_screenshot(&format!("{screen}-{name}-{width}"));
            let wide = app.session.run("return document.documentElement.scrollWidth - innerWidth", &[]);
            assert!(wide.as_i64().unwrap() <= 0, "{screen} in {name} is wider than a window of {width}");
        };
        shot("settings");
        app.session.click(&app.named("link", &app.say("win-cases")));
        app.session.until("document.querySelectorAll('[role=row]').length > 3");
        shot("cases");
        app.session.click(&app.session.find("[role=row][aria-rowindex='2']"));
        for tab in ["next", "evidence", "record", "deadlines", "packet", "history"] {
            app.session.click(&app.named("tab", &app.say(&format!("win-tab-{tab}"))));
            app.session.until("document.querySelector('[role=tabpanel]') !== null");
            shot(tab);
        }
        app.session.click(&app.named("link", &app.say("win-deadlines")));
        app.named("heading", &app.say("win-deadlines"));
        shot("deadlines-all");
        app.session.click(&app.named("link", &app.say("win-new-case")));
        app.named("heading", &app.say("win-new-what"));
        shot("new-what");
        open_settings(app);
    }
}
