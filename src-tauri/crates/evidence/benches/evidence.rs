//! Figures of the evidence room, each beside the best plain tool: taking photos in beside `sha256sum` and `cp` with every
//! file synced, and previews beside `vipsthumbnail` on one core, where that is installed. Prints a table; run with
//! `cargo bench -p recourse-evidence`, or `-- 100` after it for another number of photos than 1000.
#![allow(clippy::unwrap_used, clippy::print_stdout, clippy::cast_precision_loss)]

use recourse_domain::{MediaType, Unwatched};
use recourse_evidence::{Door, InProcess, Sandboxed, Taken, Vault, jpeg, worker};
use std::io::Cursor;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Instant;

const PHOTOS: usize = 1_000;
/// Photos of which previews are made.
const PREVIEWS: usize = 40;
const SIZES: [u32; 3] = [256, 1_024, 2_048];

fn main() {
    worker::enter_if_asked(InProcess::default);
    // `cargo test --all-targets` starts this too; figures of a debug build would mean nothing.
    let mut words = std::env::args().skip(1);
    if !words.any(|word| word == "--bench") {
        return;
    }
    let photos = std::env::args().find_map(|word| word.parse().ok()).unwrap_or(PHOTOS);
    let dir = tempfile::tempdir().unwrap();
    let photo = photo();
    let paths = sources(dir.path(), &photo, photos);
    let megabytes = (photo.len() * photos) as f64 / 1e6;
    println!("{photos} photos of 4032 × 3024 pixels, {:.2} MB each", photo.len() as f64 / 1e6);

    let plain = plain_tools(dir.path(), &paths);
    println!("sha256sum + cp + sync {:8.0} MB/s   {:6.1} ms a photo", megabytes / plain, plain * 1e3 / photos as f64);
    let door = Sandboxed::of_this_program();
    door.bonds().unwrap();
    let vault = Vault::open(&dir.path().join("vault")).unwrap();
    let begun = Instant::now();
    let taken: Vec<Taken> = paths.iter().map(|path| vault.take_in_file(path, &door, &Unwatched).unwrap()).collect();
    let ours = begun.elapsed().as_secs_f64();
    println!("intake                {:8.0} MB/s   {:6.1} ms a photo", megabytes / ours, ours * 1e3 / photos as f64);
    println!("                      {:8.2} times the speed of the plain tools", plain / ours);

    let begun = Instant::now();
    taken.iter().for_each(|t| vault.verify(&t.sha256).unwrap());
    println!("verify                {:8.0} MB/s", megabytes / begun.elapsed().as_secs_f64());
    let begun = Instant::now();
    (0..20).for_each(|_| drop(jpeg::scan(&mut Cursor::new(&photo)).unwrap()));
    println!("segment walk          {:8.0} MB/s", photo.len() as f64 * 20e-6 / begun.elapsed().as_secs_f64());
    previews(dir.path(), &vault, &taken, &paths);
    println!("most memory of this process {} MB", most_memory() / 1_000_000);
}

fn previews(dir: &Path, vault: &Vault, taken: &[Taken], paths: &[PathBuf]) {
    let few = taken.len().min(PREVIEWS);
    let door = Sandboxed::of_this_program().with_workers(1);
    for longest in SIZES {
        let begun = Instant::now();
        for photo in &taken[..few] {
            door.picture(&vault.path_of(&photo.sha256), MediaType::Jpeg, 1, longest).unwrap();
        }
        let ours = begun.elapsed().as_secs_f64() * 1e3 / few as f64;
        let theirs = vips(dir, &paths[..few], longest).map(|seconds| seconds * 1e3 / few as f64);
        let beside = theirs.map_or("vipsthumbnail is not here".to_owned(), |ms| {
            format!("vipsthumbnail {ms:4.0} ms, {:.2} times its speed", ms / ours)
        });
        println!("preview {longest:4} px       {ours:8.0} ms   {beside}");
    }
}

/// As many different photos as asked for: the same picture with another comment each.
fn sources(dir: &Path, photo: &[u8], count: usize) -> Vec<PathBuf> {
    let folder = dir.join("photos");
    std::fs::create_dir(&folder).unwrap();
    (0..count)
        .map(|number| {
            let path = folder.join(format!("{number}.jpg"));
            let mark = [&[0xFF, 0xFE, 0, 10][..], &number.to_be_bytes()].concat();
            std::fs::write(&path, [&photo[..2], &mark, &photo[2..]].concat()).unwrap();
            path
        })
        .collect()
}

/// Hashing, copying and syncing every file with the system's own tools, in seconds.
fn plain_tools(dir: &Path, paths: &[PathBuf]) -> f64 {
    let copies = dir.join("copies");
    std::fs::create_dir(&copies).unwrap();
    let begun = Instant::now();
    run(Command::new("sha256sum").args(paths));
    run(Command::new("cp").args(paths).arg(&copies));
    run(Command::new("sync").args(paths.iter().map(|p| copies.join(p.file_name().unwrap()))));
    let took = begun.elapsed().as_secs_f64();
    std::fs::remove_dir_all(&copies).unwrap();
    took
}

/// Seconds for previews by `vipsthumbnail` on one core.
fn vips(dir: &Path, paths: &[PathBuf], longest: u32) -> Option<f64> {
    Command::new("vipsthumbnail").arg("--version").stdout(Stdio::null()).status().ok()?;
    let to = dir.join(format!("vips-{longest}"));
    std::fs::create_dir(&to).unwrap();
    let begun = Instant::now();
    let size = format!("{longest}x{longest}");
    let named = to.join("%s.png[compression=1]");
    run(Command::new("vipsthumbnail")
        .env("VIPS_CONCURRENCY", "1")
        .args(["--size", &size, "-o"])
        .arg(named)
        .args(paths));
    Some(begun.elapsed().as_secs_f64())
}

fn run(command: &mut Command) {
    assert!(command.stdout(Stdio::null()).status().unwrap().success(), "{command:?} failed");
}

/// The most memory this process ever held, in bytes; 0 where the system does not tell.
fn most_memory() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|l| l.split_whitespace().next()?.parse::<u64>().ok()).unwrap_or(0) * 1_024
}

/// A picture with slopes, edges and grain, about as large as a phone photo.
fn photo() -> Vec<u8> {
    let (width, height) = (4032u16, 3024u16);
    let mut grain = 1u32;
    let mut pixels = Vec::with_capacity(usize::from(width) * usize::from(height) * 3);
    for y in 0..u32::from(height) {
        for x in 0..u32::from(width) {
            grain ^= grain << 13;
            grain ^= grain >> 17;
            grain ^= grain << 5;
            let edge = if (x / 97 + y / 61) % 5 == 0 { 60 } else { 0 };
            for slope in [x / 20, y / 15, (x + y) / 30] {
                pixels.push(u8::try_from((slope + edge + grain % 24) % 256).unwrap());
            }
        }
    }
    let packed = |quality| {
        let mut file = Vec::new();
        let colour = jpeg_encoder::ColorType::Rgb;
        jpeg_encoder::Encoder::new(&mut file, quality).encode(&pixels, width, height, colour).unwrap();
        file
    };
    // As many bytes as phones make of it.
    (78..=95).map(packed).find(|file| file.len() > 3_200_000).unwrap()
}
