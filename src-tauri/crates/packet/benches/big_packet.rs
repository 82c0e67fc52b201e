//! A packet of many 12-megapixel photos and many pages of Chinese text: how long it takes, and how much memory.
//!
//! `cargo bench -p recourse-packet` builds 50 and 200 photos; the memory of both shows that it does not grow.
//! `cargo xtask bench packet` does the same several times over, beside another program. Every measurement runs in a
//! process of its own, so that making the photos does not count.
//!
//! | arguments | does |
//! |---|---|
//! | none, or what Cargo passes | makes photos, measures, prints a table |
//! | `photos FOLDER COUNT` | makes the photos that are not there yet |
//! | `measure FOLDER COUNT` | builds one packet and prints pages, bytes, seconds, CPU seconds, peak memory in MB |
#![allow(clippy::unwrap_used, clippy::print_stdout, clippy::cast_precision_loss)]

#[path = "../src/tests/sample.rs"]
#[allow(dead_code, clippy::panic, clippy::expect_used, clippy::cast_possible_truncation)]
mod sample;

use image::{Rgb, RgbImage};
use recourse_domain::{MediaType, Unwatched};
use recourse_evidence::InProcess;
use recourse_packet::{Exhibit, PacketInput, TimelineEntry, build};
use recourse_rulebook::Language;
use std::path::Path;
use std::process::Command;
use std::time::Instant;

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    if let [_, what, folder, count] = &arguments[..] {
        match &what[..] {
            "photos" => return make_photos(Path::new(folder), count.parse().unwrap()),
            "measure" => return measure(Path::new(folder), count.parse().unwrap()),
            _ => {}
        }
    }
    let folder = tempfile::tempdir().unwrap();
    make_photos(folder.path(), 200);
    println!("photos: pages, bytes, seconds, CPU seconds, peak RSS MB");
    for count in ["50", "200"] {
        let me = std::env::current_exe().unwrap();
        let output = Command::new(me).arg("measure").arg(folder.path()).arg(count).output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        print!("{count}: {}", String::from_utf8_lossy(&output.stdout));
    }
}

/// Photos of about 3.5 MB that differ in one comment, as files `0.jpg`, `1.jpg`, ….
fn make_photos(folder: &Path, count: usize) {
    if folder.join(format!("{}.jpg", count - 1)).exists() {
        return;
    }
    std::fs::create_dir_all(folder).unwrap();
    let mut state = 1u32;
    let picture = RgbImage::from_fn(4032, 3024, |x, y| {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        let noise = (state >> 26) as u8;
        let shade = |n: u32| ((n / 17) % 180) as u8 + noise / 2;
        Rgb([shade(x), shade(y), shade(x + y)])
    });
    let jpeg = sample::jpeg(&picture);
    for n in 0..count {
        let comment = format!("photo {n:06}");
        let mut file = jpeg[..2].to_vec();
        file.extend([0xFF, 0xFE, 0, u8::try_from(comment.len() + 2).unwrap()]);
        file.extend(comment.as_bytes());
        file.extend(&jpeg[2..]);
        std::fs::write(folder.join(format!("{n}.jpg")), file).unwrap();
    }
}

fn measure(photos: &Path, count: usize) {
    let folder = tempfile::tempdir_in(photos).unwrap();
    let mut case = sample::Sample::told(folder.path(), Language::ZhCn);
    for n in 4..190 {
        case.enter(n, &"顾客再次来店询问退款进度，本店说明已向收单机构提交材料并等候答复。".repeat(n % 5 + 1));
    }
    for n in 0..count {
        case.exhibit_at(&photos.join(format!("{n}.jpg")), MediaType::Jpeg, &format!("第 {n} 张照片"));
    }
    let input = case.input();
    let out = folder.path().join("packet.pdf");
    let (start, cpu) = (Instant::now(), cpu_seconds());
    let built = build(&input, &out, &InProcess::default(), &Unwatched).unwrap();
    let (seconds, cpu) = (start.elapsed().as_secs_f64(), cpu_seconds() - cpu);
    println!("{} {} {seconds:.3} {cpu:.2} {:.0}", built.pages, built.bytes, peak_memory().unwrap_or(f64::NAN));
}

/// CPU time of this process; only Linux tells. Its clock ticks a hundred times a second.
fn cpu_seconds() -> f64 {
    let stat = std::fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let after_name = stat.rsplit(')').next().unwrap_or_default();
    after_name.split_whitespace().skip(11).take(2).filter_map(|ticks| ticks.parse::<f64>().ok()).sum::<f64>() / 100.0
}

/// Most memory that this process ever held, in MB; only Linux tells.
fn peak_memory() -> Option<f64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|l| l.starts_with("VmHWM:"))?;
    line.split_whitespace().nth(1)?.parse::<f64>().ok().map(|kb| kb / 1000.0)
}
