//! Which profile reads a file: by the names that stand together in one row, never by a word somewhere in it.

use super::container::{Part, Payload};
use super::lines::{Delimited, Fixed};
use super::record::{Record, Records};
use super::refusal::ImportError;
use super::sheet::SheetRows;
use super::source::Limits;
use crate::profile::names::normal;
use crate::profile::shipped::Profiles;
use crate::profile::{Field, Profile};
use std::sync::Arc;

const SCAN_LINES: u32 = 60;
/// Columns that are not in the file.
pub(crate) const ABSENT: u16 = u16::MAX;

/// Where a profile found its header.
#[derive(Debug, Clone)]
pub(crate) struct Fit {
    /// Line of the header; 0 in a file without one.
    pub(crate) line: u32,
    /// The header's names as they stand in the file.
    pub(crate) names: Vec<String>,
    /// Column of each field.
    pub(crate) columns: [u16; Field::COUNT],
    score: u32,
}

impl Fit {
    pub(crate) fn column(&self, field: Field) -> Option<usize> {
        Some(self.columns[field as usize]).filter(|at| *at != ABSENT).map(usize::from)
    }
}

/// The lines of a part, taken apart as the profile says. `None` when it cannot be: a sheet has no bytes to slice.
pub(crate) fn records(
    part: &Part,
    profile: &Profile,
    limits: &Limits,
) -> Result<Option<Box<dyn Records>>, ImportError> {
    Ok(match &part.payload {
        Payload::Text { source, survey } if profile.read.widths.is_empty() => {
            Some(Box::new(Delimited::new(source, survey.encoding, &profile.read, limits)?))
        }
        Payload::Text { source, survey } => Some(Box::new(Fixed::new(source, survey.encoding, &profile.read, limits)?)),
        Payload::Sheet { sheet } if profile.read.widths.is_empty() => Some(Box::new(SheetRows::new(Arc::clone(sheet)))),
        Payload::Sheet { .. } => None,
    })
}

/// Tries a profile on a part. The second value is what was missing in the row that came nearest.
pub(crate) fn fit(part: &Part, profile: &Profile, limits: &Limits) -> Result<Result<Fit, Vec<String>>, ImportError> {
    let d = &profile.detect;
    let Some(mut records) = records(part, profile, limits)? else { return Ok(Err(Vec::new())) };
    let mut record = Record::default();
    let mut marks = 0;
    let mut nearest: Option<Vec<String>> = None;
    let in_name = d.file_name.iter().any(|piece| part.name.contains(piece.as_str()));
    for _ in 0..d.scan_lines.unwrap_or(SCAN_LINES) {
        if !records.next(&mut record)? {
            break;
        }
        if record.is_blank() || record.fault.is_some() && !profile.read.headless {
            continue;
        }
        if profile.read.headless {
            return Ok(shape(&record, profile).map(|columns| Fit {
                line: 0,
                names: Vec::new(),
                columns,
                score: 700 + 50 * u32::from(in_name),
            }));
        }
        marks += u32::from(d.marker.iter().any(|word| record.raw.contains(word.as_str())));
        let names: Vec<String> = (0..record.fields.len()).map(|at| normal(record.field(at))).collect();
        let has = |name: &String| names.contains(&normal(name));
        let columns = columns(profile, &names);
        let mapped = |field: &Field| columns[*field as usize] != ABSENT;
        let mut missing: Vec<String> = d.require.iter().filter(|name| !has(name)).cloned().collect();
        missing.extend(d.any.iter().filter(|group| !group.iter().any(has)).map(|group| group.join("/")));
        missing.extend(d.require_columns.iter().filter(|f| !mapped(f)).map(|f| profile.columns[f].join("/")));
        let groups = &d.any_columns;
        let group_fits = groups.is_empty() || groups.iter().any(|group| group.iter().all(mapped));
        let count = columns.iter().filter(|at| **at != ABSENT).count();
        if missing.is_empty() && group_fits && count >= d.least_columns {
            let parts = d.require.len() + d.any.len() + d.require_columns.len() + groups.len();
            let score = 100 * u32::try_from(parts).unwrap_or(0) + 50 * (marks.min(1) + u32::from(in_name));
            return Ok(Ok(Fit { line: record.line, names: raw_names(&record), columns, score }));
        }
        if nearest.as_ref().is_none_or(|best| missing.len() < best.len()) {
            nearest = Some(missing);
        }
    }
    Ok(Err(nearest.unwrap_or_default()))
}

fn raw_names(record: &Record) -> Vec<String> {
    (0..record.fields.len()).map(|at| record.field(at).to_owned()).collect()
}

/// Column of each field by its aliases, in their order.
fn columns(profile: &Profile, names: &[String]) -> [u16; Field::COUNT] {
    let mut columns = [ABSENT; Field::COUNT];
    for (field, aliases) in &profile.columns {
        let found = aliases.iter().find_map(|alias| {
            let alias = normal(alias);
            names.iter().position(|name| *name == alias)
        });
        columns[*field as usize] = found.and_then(|at| u16::try_from(at).ok()).unwrap_or(ABSENT);
    }
    columns
}

/// A file without a header is known by the number and looks of its columns.
fn shape(record: &Record, profile: &Profile) -> Result<[u16; Field::COUNT], Vec<String>> {
    let d = &profile.detect;
    let fits = record.fault.is_none()
        && d.columns.is_none_or(|n| n == record.fields.len())
        && d.shape.iter().all(|(column, pattern)| {
            column.parse::<usize>().is_ok_and(|at| at > 0 && pattern.read(record.field(at - 1)).is_some())
        });
    if !fits {
        return Err(Vec::new());
    }
    let mut columns = [ABSENT; Field::COUNT];
    for (field, aliases) in &profile.columns {
        let number = aliases.first().and_then(|a| a.strip_prefix('#')).and_then(|n| n.parse::<u16>().ok());
        columns[*field as usize] = number.and_then(|n| n.checked_sub(1)).unwrap_or(ABSENT);
    }
    Ok(columns)
}

/// The profile that fits best.
pub(crate) fn best<'p>(
    part: &Part,
    profiles: &'p Profiles,
    limits: &Limits,
) -> Result<(&'p Profile, Fit), ImportError> {
    for guess in [false, true] {
        let mut found: Vec<(&Profile, Fit)> = Vec::new();
        for profile in profiles.all().iter().filter(|p| p.detect.guess == guess) {
            if let Ok(fit) = fit(part, profile, limits)? {
                found.push((profile, fit));
            }
        }
        found.sort_by(|a, b| b.1.score.cmp(&a.1.score).then_with(|| a.0.id.as_str().cmp(b.0.id.as_str())));
        if let [(first, best), (second, next), ..] = found.as_slice()
            && next.score * 10 >= best.score * 9
        {
            let (first, second) = (first.id.to_string(), second.id.to_string());
            return Err(ImportError::LayoutAmbiguous { first, second });
        }
        if !found.is_empty() {
            return Ok(found.swap_remove(0));
        }
    }
    Err(ImportError::LayoutUnknown { header: likely_header(part, limits)?.join(", ") })
}

/// The row with the most filled cells that are no numbers: what a person would take for the header.
pub(crate) fn likely_header(part: &Part, limits: &Limits) -> Result<Vec<String>, ImportError> {
    let how = crate::profile::Read { quote: crate::profile::Quote::Double, ..Default::default() };
    let mut records: Box<dyn Records> = match &part.payload {
        Payload::Text { source, survey } => Box::new(Delimited::new(source, survey.encoding, &how, limits)?),
        Payload::Sheet { sheet } => Box::new(SheetRows::new(Arc::clone(sheet))),
    };
    let mut record = Record::default();
    let mut best: (usize, Vec<String>) = (0, Vec::new());
    for _ in 0..SCAN_LINES {
        if !records.next(&mut record)? {
            break;
        }
        let names: Vec<String> = (0..record.fields.len().min(80)).map(|at| record.field(at).to_owned()).collect();
        let word = |name: &&String| !name.is_empty() && name.len() < 60 && !name.contains(|c: char| c.is_ascii_digit());
        let count = names.iter().filter(word).count();
        if count > best.0 {
            best = (count, names);
        }
    }
    Ok(best.1)
}
