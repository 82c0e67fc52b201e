//! Domains as people paste them, and how much two of them look alike.

/// Most characters that are looked at.
const LIMIT: usize = 253;

/// The domain in an address, an e-mail or a bare domain, in small letters without `www.`; `None` when there is none.
#[must_use]
pub fn name(text: &str) -> Option<String> {
    let text: String = text.trim().chars().map(narrow).flat_map(char::to_lowercase).take(2048).collect();
    let rest = text.split_once("://").map_or(text.as_str(), |(_, rest)| rest);
    let rest = rest.split(['/', '?', '#', '\\']).next().unwrap_or_default();
    // What stands before an at sign is a name, in mail and in addresses made to deceive.
    let host = rest.rsplit('@').next().unwrap_or_default();
    let host = host.split(':').next().unwrap_or_default().trim_end_matches('.');
    let host = host.strip_prefix("www.").unwrap_or(host);
    let labels: Vec<&str> = host.split('.').collect();
    let fits = |label: &&str| !label.is_empty() && label.chars().all(|c| c.is_alphanumeric() || c == '-');
    let last = labels.last().copied().unwrap_or_default();
    let all = labels.len() >= 2 && labels.iter().all(fits) && !last.chars().all(|c| c.is_ascii_digit());
    (all && host.chars().count() <= LIMIT).then(|| host.to_owned())
}

/// Whether `host` is the domain or lies below it.
#[must_use]
pub fn belongs(host: &str, domain: &str) -> bool {
    host == domain || host.strip_suffix(domain).is_some_and(|before| before.ends_with('.'))
}

/// Whether a domain is made to be taken for another: the same to the eye, one slip away, or with the other's name in it.
#[must_use]
pub fn looks_like(host: &str, domain: &str) -> bool {
    if belongs(host, domain) {
        return false;
    }
    let (theirs, known) = (skeleton(host), skeleton(domain));
    if belongs(&theirs, &known) {
        return true;
    }
    let (own, other) = (core(&theirs), core(&known));
    if own == other {
        return true;
    }
    // A short name is one slip away from too many honest ones.
    let near = other.chars().count() >= 5 && distance(own, other) == 1
        || other.chars().count() >= 8 && distance(own, other) == 2;
    let words = || theirs.split(['.', '-']);
    near || (other.chars().count() >= 5 && (words().any(|word| word == other) || own.contains(other)))
}

/// Whether letters of scripts other than Latin and Chinese stand in a domain, or the form in which such letters travel.
#[must_use]
pub fn is_mixed(host: &str) -> bool {
    host.split('.').any(|label| label.starts_with("xn--") || label.chars().any(|c| !c.is_ascii() && !is_han(c)))
}

fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}')
}

/// The part by which people know a domain: the one before the suffix.
fn core(host: &str) -> &str {
    let labels: Vec<&str> = host.split('.').collect();
    let suffixes = match labels.as_slice() {
        [.., second, _] if matches!(*second, "com" | "net" | "org" | "gov" | "edu" | "co") && labels.len() > 2 => 2,
        _ => 1,
    };
    labels.len().checked_sub(suffixes + 1).and_then(|at| labels.get(at)).copied().unwrap_or(host)
}

fn narrow(c: char) -> char {
    match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        '。' => '.',
        _ => c,
    }
}

/// What the eye makes of a domain: digits and letters of other scripts as the Latin letters they are taken for.
fn skeleton(host: &str) -> String {
    let folded: String = host
        .chars()
        .map(|c| match c {
            '0' | 'о' | 'ο' | 'ö' | 'ó' => 'o',
            '1' | 'l' | 'ı' | 'і' | 'ι' | 'í' | 'ì' => 'i',
            '3' | 'е' | 'é' | 'è' | 'ë' => 'e',
            '5' | 'ѕ' => 's',
            'а' | 'α' | 'á' | 'à' | 'ä' => 'a',
            'с' | 'ç' => 'c',
            'р' | 'ρ' => 'p',
            'х' | 'χ' => 'x',
            'у' | 'γ' => 'y',
            'һ' => 'h',
            'ԛ' => 'q',
            'ѡ' | 'ω' => 'w',
            'ú' | 'ù' | 'ü' | 'υ' => 'u',
            'ñ' | 'п' => 'n',
            'ԁ' => 'd',
            other => other,
        })
        .collect();
    folded.replace("rn", "m").replace("vv", "w").replace("ci", "d")
}

/// Fewest letters put in, left out, changed or swapped with the next to make one of the other.
#[must_use]
pub fn distance(one: &str, other: &str) -> usize {
    let (a, b): (Vec<char>, Vec<char>) = (one.chars().take(80).collect(), other.chars().take(80).collect());
    let mut before: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=b.len()).collect();
    for i in 1..=a.len() {
        let mut row = vec![i];
        for j in 1..=b.len() {
            let changed = last[j - 1] + usize::from(a[i - 1] != b[j - 1]);
            let mut best = changed.min(last[j] + 1).min(row[j - 1] + 1);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                best = best.min(before[j - 2] + 1);
            }
            row.push(best);
        }
        before = std::mem::replace(&mut last, row);
    }
    last.last().copied().unwrap_or_default()
}
