//! Short secrets, which only the word before them gives away.

use super::scan::{Group, Scan};
use super::{Secret, Sighting};

/// Longer before shorter, so that `CVV2` is not read as `CVV` and a 2.
const WORDS: [(&str, Secret); 27] = [
    ("card verification", Secret::Cvv),
    ("security code", Secret::Cvv),
    ("签名栏三位", Secret::Cvv),
    ("卡背三位", Secret::Cvv),
    ("背面三位", Secret::Cvv),
    ("背后三位", Secret::Cvv),
    ("安全码", Secret::Cvv),
    ("cvv2", Secret::Cvv),
    ("cvc2", Secret::Cvv),
    ("cvn2", Secret::Cvv),
    ("cvv", Secret::Cvv),
    ("cvc", Secret::Cvv),
    ("cvn", Secret::Cvv),
    ("verification code", Secret::Pin),
    ("one-time code", Secret::Pin),
    ("sms code", Secret::Pin),
    ("password", Secret::Pin),
    ("passcode", Secret::Pin),
    ("动态密码", Secret::Pin),
    ("动态口令", Secret::Pin),
    ("动态码", Secret::Pin),
    ("验证码", Secret::Pin),
    ("密码", Secret::Pin),
    ("密碼", Secret::Pin),
    ("口令", Secret::Pin),
    ("otp", Secret::Pin),
    ("pin", Secret::Pin),
];

/// What may stand between the word and the digits.
const FILLERS: [&str; 22] = [
    "number", "digits", "code", "was", "no", "is", "are", "号码", "数字", "就是", "分别", "码", "号", "是", "为", "叫",
    "：", ":", "=", "#", "(", "\"",
];
/// Signs that mean nothing there.
const BLANKS: [char; 9] = [' ', '\t', '“', '”', '「', '【', '[', '\'', '《'];
/// Behind digits these make them a count or an amount.
const UNITS: [char; 16] =
    ['位', '次', '元', '块', '年', '月', '日', '号', '天', '分', '秒', '个', '笔', '条', '%', '*'];

/// Every security code, PIN and one-time code in the text.
pub(super) fn sightings(scan: &Scan) -> Vec<Sighting> {
    let mut found = Vec::new();
    for at in 0..scan.chars.len() {
        let Some((word, kind)) = WORDS.iter().find(|(word, _)| is_word(scan, at, word)) else { continue };
        let from = skip(scan, at + word.chars().count());
        let Some(group) = spelled(scan, from) else { continue };
        let digits = scan.digits(&[group]).len();
        if (3..=6).contains(&digits) && stands_alone(scan, group) {
            let bytes = scan.bytes(group.from, group.to);
            found.extend(bytes.map(|(start, end)| Sighting { start, end, kind: *kind }));
        }
    }
    found
}

/// The digits that begin here: in one piece, or spelled out in ones and twos with a blank between.
fn spelled(scan: &Scan, from: usize) -> Option<Group> {
    let mut at = scan.groups.iter().skip_while(|g| g.from != from).copied();
    let mut whole = at.next()?;
    let mut last = whole;
    for next in at.take_while(|next| next.len() <= 2) {
        if last.len() > 2 || next.from != last.to + 1 || scan.at(last.to) != Some(' ') {
            break;
        }
        whole.to = next.to;
        last = next;
    }
    Some(whole)
}

fn starts(scan: &Scan, at: usize, text: &str) -> bool {
    text.chars().zip(at..).all(|(c, place)| scan.at(place) == Some(c))
}

/// Whether the word stands here, and not as a part of a longer one.
fn is_word(scan: &Scan, at: usize, word: &str) -> bool {
    let letter =
        |place: Option<usize>| place.and_then(|p| scan.at(p)).is_some_and(|c| c.is_ascii_alphabetic() || c == '_');
    let latin = word.is_ascii();
    let end = at + word.chars().count();
    starts(scan, at, word) && !(latin && (letter(at.checked_sub(1)) || letter(Some(end))))
}

/// The place behind everything that may stand between.
fn skip(scan: &Scan, mut at: usize) -> usize {
    loop {
        if scan.at(at).is_some_and(|c| BLANKS.contains(&c)) {
            at += 1;
        } else if let Some(filler) = FILLERS.iter().find(|f| starts(scan, at, f)) {
            at += filler.chars().count();
        } else {
            return at;
        }
    }
}

/// Whether nothing behind the digits makes them a count, an amount, a date or a part of a longer number.
fn stands_alone(scan: &Scan, group: Group) -> bool {
    match scan.at(group.to) {
        Some('-' | '/' | '.' | ':' | ',') => !scan.is_digit(group.to + 1),
        Some(c) => !UNITS.contains(&c),
        None => true,
    }
}
