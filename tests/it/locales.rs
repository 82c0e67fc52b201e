//! The words in `assets/locales`: both languages say the same things, every word asked for is there, none is left over.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "what cannot be read ends the test")]

use std::collections::{BTreeMap, BTreeSet};

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use fluent_syntax::parser;

use crate::sources::{self, literals};

/// The app's name stands in Chinese in both languages; a language is called by its own name everywhere.
const CHINESE_IN_ENGLISH: &[&str] = &["申诉台", "中文", "简体中文"];

/// Names that are written the same in Chinese.
const SAME_IN_CHINESE: &[&str] = &["Adyen", "English", "Linux", "PayPal", "SHA-256", "Stripe", "Windows", "macOS"];

#[derive(Debug, Default)]
struct Message {
    file: String,
    text: String,
    variables: BTreeSet<String>,
    mentions: BTreeSet<String>,
}

/// Every message of a language by its key (attributes as `key.attribute`). Of two with one key, the later is given.
fn messages(language: &str) -> BTreeMap<String, Message> {
    let all: BTreeMap<String, Message> = in_files(language).into_iter().collect();
    assert!(all.len() > 50, "no words for {language}");
    all
}

/// Every message in the order of the files.
fn in_files(language: &str) -> Vec<(String, Message)> {
    let mut all = Vec::new();
    for source in sources::below(&format!("assets/locales/{language}"), &[".ftl"]) {
        let resource = match parser::parse(source.text.as_str()) {
            Ok(resource) => resource,
            Err((_, errors)) => panic!("{}: {errors:?}", source.name),
        };
        for entry in &resource.body {
            let (id, value, attributes) = match entry {
                Entry::Message(message) => (message.id.name.to_owned(), message.value.as_ref(), &message.attributes),
                Entry::Term(term) => (format!("-{}", term.id.name), Some(&term.value), &term.attributes),
                _ => continue,
            };
            let attributes = attributes.iter().map(|a| (format!("{id}.{}", a.id.name), &a.value));
            for (key, pattern) in value.map(|pattern| (id.clone(), pattern)).into_iter().chain(attributes) {
                let mut message = Message { file: source.name.clone(), ..Message::default() };
                read(pattern, &mut message);
                all.push((key, message));
            }
        }
    }
    all
}

#[test]
fn each_word_is_said_once() {
    let mut files: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (key, message) in ["zh-CN", "en"].into_iter().flat_map(in_files) {
        let language = message.file.rsplit('/').nth(1).unwrap_or_default();
        files.entry(format!("{key} ({language})")).or_default().push(message.file);
    }
    files.retain(|_, files| files.len() > 1);
    assert!(files.is_empty(), "said more than once, and only one counts: {files:#?}");
}

fn read(pattern: &Pattern<&str>, message: &mut Message) {
    for element in &pattern.elements {
        match element {
            PatternElement::TextElement { value } => message.text.push_str(value),
            PatternElement::Placeable { expression: Expression::Inline(inline) } => read_inline(inline, message),
            PatternElement::Placeable { expression: Expression::Select { selector, variants } } => {
                read_inline(selector, message);
                variants.iter().for_each(|variant| read(&variant.value, message));
            }
        }
    }
}

fn read_inline(inline: &InlineExpression<&str>, message: &mut Message) {
    match inline {
        InlineExpression::StringLiteral { value } => message.text.push_str(value),
        InlineExpression::VariableReference { id } => {
            message.variables.insert(id.name.to_owned());
        }
        InlineExpression::MessageReference { id, .. } => {
            message.mentions.insert(id.name.to_owned());
        }
        InlineExpression::TermReference { id, .. } => {
            message.mentions.insert(format!("-{}", id.name));
        }
        InlineExpression::FunctionReference { arguments, .. } => {
            arguments.positional.iter().for_each(|argument| read_inline(argument, message));
        }
        InlineExpression::Placeable { expression } => {
            if let Expression::Inline(inner) = expression.as_ref() {
                read_inline(inner, message);
            }
        }
        InlineExpression::NumberLiteral { .. } => {}
    }
}

fn is_chinese(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

#[test]
fn both_languages_say_the_same_things() {
    let (zh, en) = (messages("zh-CN"), messages("en"));
    let lack = |from: &BTreeMap<String, Message>, to: &BTreeMap<String, Message>| {
        from.iter().filter(|(key, _)| !to.contains_key(*key)).map(|(key, m)| format!("{key} ({})", m.file)).collect()
    };
    let (not_en, not_zh): (Vec<String>, Vec<String>) = (lack(&zh, &en), lack(&en, &zh));
    assert!(not_en.is_empty() && not_zh.is_empty(), "English lacks {not_en:#?}\nChinese lacks {not_zh:#?}");
    for (key, message) in &zh {
        assert_eq!(message.variables, en[key].variables, "{key} has other variables in Chinese than in English");
    }
}

#[test]
fn nothing_is_empty_or_left_untranslated() {
    let mut faults = Vec::new();
    for language in ["en", "zh-CN"] {
        let own = if language == "en" { CHINESE_IN_ENGLISH } else { SAME_IN_CHINESE };
        for (key, message) in messages(language) {
            let text = own.iter().fold(message.text.clone(), |text, word| text.replace(word, ""));
            let (letters, chinese) = (text.contains(char::is_alphabetic), text.contains(is_chinese));
            let foreign = if language == "en" { chinese } else { letters && !chinese };
            // A word such as `yes` may be named by itself; a longer name is no sentence.
            let unsaid = (message.text == key && key.contains('-'))
                || (message.text.trim().is_empty() && message.variables.is_empty() && message.mentions.is_empty());
            if foreign || unsaid {
                faults.push(format!("{language}: {key} = {}", message.text));
            }
        }
    }
    assert!(faults.is_empty(), "empty, or in the other language: {faults:#?}");
}

/// The codes that `Coded::code` can give, with the file that gives them.
fn error_codes() -> BTreeMap<String, String> {
    let mut codes = BTreeMap::new();
    for source in sources::rust() {
        for (at, head) in source.product().match_indices("fn code(&self) -> &'static str {") {
            let body = &source.text[at + head.len() - 1..];
            let mut depth = 0_i32;
            let end = body.find(|c| {
                depth += i32::from(c == '{') - i32::from(c == '}');
                depth == 0
            });
            for code in literals(&body[..end.unwrap_or(body.len())]).into_iter().filter(|piece| is_key(piece)) {
                codes.insert(code, source.name.clone());
            }
        }
    }
    assert!(codes.len() > 20, "the error codes were not found");
    codes
}

fn is_key(text: &str) -> bool {
    text.contains('-') && text.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
}

#[test]
fn every_error_has_its_words() {
    let zh = messages("zh-CN");
    let codes = error_codes();
    let silent: Vec<String> = codes
        .iter()
        .filter(|(code, _)| !zh.contains_key(&format!("error-{code}")))
        .map(|(code, file)| format!("error-{code} ({file})"))
        .collect();
    assert!(silent.is_empty(), "no words for {silent:#?}");
}

/// The calls that ask for a message by its whole name, in Rust and in the page.
const ASKS: &[&str] = &[".say(\"", ".say_with(\"", ".knows(\"", " say('", "(say('", "{say('", ".say('"];

#[test]
fn every_word_asked_for_is_there() {
    let zh = messages("zh-CN");
    let mut asked = BTreeSet::new();
    for source in sources::rust().iter().chain(&sources::page()) {
        // Line breaks between a call and its first argument are the formatter's choice.
        let text = source.product().split('(').map(str::trim_start).collect::<Vec<_>>().join("(");
        let short = text.contains("let say = |key: &str|").then_some("say(\"");
        for ask in ASKS.iter().copied().chain(short) {
            let keys =
                text.match_indices(ask).map(|(at, _)| text[at + ask.len()..].split(['"', '\'']).next().unwrap_or(""));
            asked.extend(keys.filter(|key| is_key(key)).map(|key| (key.to_owned(), source.name.clone())));
        }
    }
    assert!(asked.len() > 100, "the calls were not found");
    asked.retain(|(key, _)| !zh.contains_key(key));
    assert!(asked.is_empty(), "asked for, but said nowhere: {asked:#?}");
}

/// A text in code that makes keys, e.g. `stage-{}` or `field-${name}-hint`: the parts that stand still, in order.
fn pattern(literal: &str) -> Option<Vec<&str>> {
    let mut still = Vec::new();
    let mut rest = literal;
    while let Some((before, after)) = rest.split_once('{') {
        still.push(before.trim_end_matches('$'));
        rest = after.split_once('}')?.1;
    }
    still.push(rest);
    let fits = |part: &&str| part.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-' || c == '.');
    // Without a beginning of its own it would make any key.
    (still.len() > 1 && still[0].len() > 2 && still[0].contains('-') && still.iter().all(fits)).then_some(still)
}

/// Whether the pattern makes this key with pieces that stand somewhere in the sources, or with numbers.
fn makes(still: &[&str], key: &str, pieces: &BTreeSet<String>) -> bool {
    let Some((first, others)) = still.split_first() else { return false };
    let Some(rest) = key.strip_prefix(first) else { return false };
    let Some(next) = others.first() else { return rest.is_empty() };
    // The piece in between may itself hold what follows, so every place is tried.
    (1..=rest.len()).filter(|end| rest.is_char_boundary(*end)).any(|end| {
        let piece = &rest[..end];
        let known = pieces.contains(piece) || piece.bytes().all(|b| b.is_ascii_digit());
        known && rest[end..].starts_with(next) && makes(others, &rest[end..], pieces)
    })
}

#[test]
fn no_word_is_left_over() {
    let sources: Vec<_> =
        sources::rust().into_iter().chain(sources::page()).chain(sources::below("assets", &[".toml"])).collect();
    let said: BTreeSet<String> = sources.iter().flat_map(|source| literals(source.product())).collect();
    let patterns: Vec<Vec<&str>> = said.iter().filter_map(|literal| pattern(literal)).collect();
    // `enum Network { … }` is written `network` in documents and keys, `FollowUp` is `follow-up`.
    let mut pieces: BTreeSet<String> = said.iter().map(|piece| piece.replace('_', "-")).collect();
    pieces.extend(sources.iter().flat_map(|source| variants(source.product())));
    pieces.extend(error_codes().into_keys());

    let zh = messages("zh-CN");
    let mentioned: BTreeSet<&str> =
        zh.values().flat_map(|message| message.mentions.iter().map(String::as_str)).collect();
    let left: Vec<String> = zh
        .iter()
        .filter(|(key, _)| !said.contains(key.as_str()) && !mentioned.contains(key.as_str()))
        .filter(|(key, _)| !patterns.iter().any(|still| makes(still, key, &pieces)))
        .map(|(key, message)| format!("{key} ({})", message.file))
        .collect();
    assert!(left.is_empty(), "nothing says {left:#?}");
}

/// Names of enum variants, kebab-case, as serde writes them.
fn variants(text: &str) -> Vec<String> {
    let names = text.lines().map(|line| line.trim().trim_end_matches(','));
    let names = names.map(|line| line.split([' ', '(', '{']).next().unwrap_or(""));
    let names = names.filter(|name| name.starts_with(|c: char| c.is_ascii_uppercase()));
    names.filter(|name| name.chars().all(|c| c.is_ascii_alphanumeric())).map(kebab).collect()
}

fn kebab(name: &str) -> String {
    let mut out = String::new();
    for c in name.chars() {
        if c.is_ascii_uppercase() && !out.is_empty() {
            out.push('-');
        }
        out.push(c.to_ascii_lowercase());
    }
    out
}

#[test]
fn patterns_are_read_as_they_make_keys() {
    let pieces: BTreeSet<String> = ["follow-up", "card", "name"].map(str::to_owned).into();
    let hint = pattern("field-${name}-hint").unwrap();
    assert_eq!(hint, ["field-", "-hint"]);
    assert!(makes(&hint, "field-card-hint", &pieces));
    assert!(!makes(&hint, "field-colour-hint", &pieces));
    assert!(makes(&pattern("stage-{}").unwrap(), "stage-follow-up", &pieces));
    assert!(makes(&pattern("weekday-{day}").unwrap(), "weekday-7", &pieces));
    assert!(pattern("{}-{}").is_none());
    assert!(pattern("plain-key").is_none());
}
