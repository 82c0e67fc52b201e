//! Track data: what a magnetic stripe or a chip's image of it holds.

use super::scan::{Group, Scan};
use super::{Secret, Sighting, scheme};

/// Fewest digits behind the separator: expiry and service code.
const LEAST: usize = 7;
/// Longest name on track 1, with what stands around it.
const NAME: usize = 28;

/// Every piece of track data in the text.
pub(super) fn sightings(scan: &Scan) -> Vec<Sighting> {
    scan.groups
        .iter()
        .filter(|group| (13..=19).contains(&group.len()))
        .filter_map(|group| {
            let end = second(scan, *group).or_else(|| first(scan, *group))?;
            let (start, end) = scan.bytes(group.from, end)?;
            Some(Sighting { start, end, kind: Secret::Track })
        })
        .collect()
}

/// Track 2: the number, `=` or `D`, expiry, service code, the issuer's own digits. Returns where it ends.
fn second(scan: &Scan, group: Group) -> Option<usize> {
    let certain = match scan.at(group.to)? {
        '=' => true,
        'd' => scheme::is_card(&scan.digits(&[group])),
        _ => false,
    };
    certain.then(|| behind(scan, group.to + 1)).flatten()
}

/// Track 1: the number, `^`, a name, `^`, expiry, service code, the issuer's own digits. Returns where it ends.
fn first(scan: &Scan, group: Group) -> Option<usize> {
    if scan.at(group.to)? != '^' {
        return None;
    }
    let name = group.to + 1;
    let closing = (name..=name + NAME).find(|at| scan.at(*at) == Some('^'))?;
    behind(scan, closing + 1)
}

/// Where the digits that begin here end, when they begin with an expiry.
fn behind(scan: &Scan, from: usize) -> Option<usize> {
    let group = scan.groups.iter().find(|g| g.from == from)?;
    let digits = scan.digits(&[*group]);
    let month = digits.get(2).zip(digits.get(3)).map(|(tens, ones)| tens * 10 + ones)?;
    (group.len() >= LEAST && (1..=12).contains(&month)).then_some(group.to)
}
