//! Limits that every Unix has.

use super::{CPU_SECONDS, MEMORY};
use rustix::process::{Resource, Rlimit, setrlimit};

/// Descriptors: three standard ones, the line and its copy, a file, and a few to spare.
const OPEN_FILES: u64 = 16;

/// Puts every limit on. True when all hold.
pub(super) fn set() -> bool {
    let both = |value: u64| Rlimit { current: Some(value), maximum: Some(value) };
    // Memory that can be written. The address space holds the program's own code too, so its limit lies above that.
    let mut wanted = vec![
        (Resource::Data, both(MEMORY)),
        (Resource::As, both(program_size() + MEMORY)),
        (Resource::Cpu, both(CPU_SECONDS)),
        (Resource::Nofile, both(OPEN_FILES)),
        (Resource::Core, both(0)),
        (Resource::Fsize, both(0)),
    ];
    // Macs know the limit of the address space but take no small one.
    wanted.retain(|(resource, _)| cfg!(target_os = "linux") || *resource != Resource::As);
    let refused = wanted.into_iter().filter(|(resource, limit)| setrlimit(*resource, *limit).is_err());
    refused.count() == 0
}

/// Address space that the program takes up before it has done anything, in bytes.
fn program_size() -> u64 {
    let pages = std::fs::read_to_string("/proc/self/statm")
        .ok()
        .and_then(|text| text.split(' ').next()?.parse::<u64>().ok())
        .unwrap_or_default();
    pages * u64::try_from(rustix::param::page_size()).unwrap_or(4096)
}
