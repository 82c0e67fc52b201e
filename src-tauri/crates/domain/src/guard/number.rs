//! Whole card numbers, in one piece or in groups.

use super::scan::{Group, Scan};
use super::{Secret, Sighting, scheme};

/// Fewest and most digits of a card number.
const LENGTHS: std::ops::RangeInclusive<usize> = 13..=19;
/// What may stand, once, between two groups.
const BETWEEN: [char; 5] = [' ', '-', '.', '·', '_'];

/// Every card number in the text. They may overlap.
pub(super) fn sightings(scan: &Scan) -> Vec<Sighting> {
    let mut found = Vec::new();
    for run in runs(scan) {
        for window in windows(run) {
            if LENGTHS.contains(&total(window)) && scheme::is_card(&scan.digits(window)) {
                let (first, last) = (window.first(), window.last());
                let bytes = first.zip(last).and_then(|(first, last)| scan.bytes(first.from, last.to));
                found.extend(bytes.map(|(start, end)| Sighting { start, end, kind: Secret::Pan }));
            }
        }
    }
    found
}

fn total(groups: &[Group]) -> usize {
    groups.iter().map(|g| g.len()).sum()
}

/// Groups with no more than one blank, hyphen or dot between each and the next.
fn runs(scan: &Scan) -> Vec<&[Group]> {
    scan.groups
        .chunk_by(|one, next| next.from == one.to + 1 && scan.at(one.to).is_some_and(|c| BETWEEN.contains(&c)))
        .collect()
}

/// The pieces of a run that are written like a card number: a group alone, the whole run, fours with a shorter rest, and
/// the ways in which cards are embossed otherwise.
fn windows(run: &[Group]) -> Vec<&[Group]> {
    let mut windows: Vec<&[Group]> = run.chunks(1).collect();
    if run.len() < 2 {
        return windows;
    }
    windows.push(run);
    for fours in stretches(run) {
        windows.push(fours);
        // Another number of four digits may stand before or behind; a longer row of fours is an order number.
        if (17..=20).contains(&total(fours)) {
            windows.extend(fours.get(..4));
            windows.extend(fours.len().checked_sub(4).and_then(|from| fours.get(from..)));
        }
    }
    for size in [2, 3] {
        windows.extend(run.windows(size).filter(|w| is_embossed(w)));
    }
    windows
}

/// Rows of groups of four, each with the shorter group behind it.
fn stretches(run: &[Group]) -> Vec<&[Group]> {
    let mut found = Vec::new();
    let mut from = 0;
    while from < run.len() {
        let fours = run[from..].iter().take_while(|g| g.len() == 4).count();
        let rest = usize::from(run.get(from + fours).is_some_and(|g| g.len() < 4));
        if fours >= 3 {
            found.push(&run[from..from + fours + rest]);
            if rest == 1 {
                found.push(&run[from..from + fours]);
            }
        }
        from += fours.max(1);
    }
    found
}

fn is_embossed(window: &[Group]) -> bool {
    matches!(
        window.iter().map(|g| g.len()).collect::<Vec<_>>()[..],
        [6, 7..=13] | [8, 8..=11] | [4, 9..=15] | [4, 6, 4 | 5] | [5, 5, 5 | 6] | [6, 6, 4..=7]
    )
}
