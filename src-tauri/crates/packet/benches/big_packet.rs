//! A packet of many 12-megapixel photos and many pages of Chinese text: how long it takes, and how much memory.
//!
//! `cargo bench -p recourse-packet` builds 20 and 200 photos; the memory of both shows that it does not grow. Every
//! measurement runs in a process of its own, so that making the photos does not count.
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
    if let [_, what, folder, count] = &arguments[..]
        && what == "measure"
    {
        return measure(Path::new(folder), count.parse().unwrap());
    }
    let folder = tempfile::tempdir().unwrap();
    make_photos(folder.path(), 200);
    println!("{:>7} {:>7} {:>10} {:>9} {:>13}", "photos", "pages", "MB", "seconds", "peak RSS MB");
    for count in ["20", "200"] {
        let me = std::env::current_exe().unwrap();
        let status = Command::new(me).arg("measure").arg(folder.path()).arg(count).status().unwrap();
        assert!(status.success());
    }
}

/// Photos of about 3.5 MB that differ in one comment, as files `0.jpg`, `1.jpg`, ….
fn make_photos(folder: &Path, count: usize) {
    let mut state = 1u32;
    let picture = RgbImage::from_fn(4032, 3024, |x, y| {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        let noise = (state >> 26) as u8;
        let shade = |n: u32| ((n / 17) % 180) as u8 + noise / 4;
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
    for n in 4..400 {
        case.enter(n, &"顾客再次来店询问退款进度，本店说明已向收单机构提交材料并等候答复。".repeat(n % 5 + 1));
    }
    for n in 0..count {
        case.exhibit_at(&photos.join(format!("{n}.jpg")), MediaType::Jpeg, &format!("第 {n} 张照片"));
    }
    let input = case.input();
    let out = folder.path().join("packet.pdf");
    let start = Instant::now();
    let built = build(&input, &out, &InProcess::default(), &Unwatched).unwrap();
    let seconds = start.elapsed().as_secs_f64();
    println!(
        "{count:>7} {:>7} {:>10.1} {seconds:>9.2} {:>13.0}",
        built.pages,
        built.bytes as f64 / 1e6,
        peak_memory().unwrap_or(f64::NAN)
    );
}

/// Most memory that this process ever held, in MB; only Linux tells.
fn peak_memory() -> Option<f64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|l| l.starts_with("VmHWM:"))?;
    line.split_whitespace().nth(1)?.parse::<f64>().ok().map(|kb| kb / 1000.0)
}
