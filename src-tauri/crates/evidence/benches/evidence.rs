//! Figures of the evidence room: taking in 50 photos of 12 megapixels, and a preview of one. Prints a table; run with
//! `cargo bench -p recourse-evidence`.
#![allow(clippy::unwrap_used, clippy::print_stdout, clippy::cast_precision_loss)]

use recourse_domain::{MediaType, Unwatched};
use recourse_evidence::{Door, InProcess, Vault, jpeg};
use std::io::Cursor;
use std::time::Instant;

const PHOTOS: usize = 50;
const ROUNDS: usize = 7;

fn main() {
    // `cargo test --all-targets` starts this too; figures of a debug build would mean nothing.
    if !std::env::args().any(|a| a == "--bench") {
        return;
    }
    let dir = tempfile::tempdir().unwrap();
    let photo = photo();
    let paths: Vec<_> = (0..PHOTOS)
        .map(|number| {
            let path = dir.path().join(format!("{number}.jpg"));
            let mark = [&[0xFF, 0xFE, 0, 10][..], &number.to_be_bytes()].concat();
            std::fs::write(&path, [&photo[..2], &mark, &photo[2..]].concat()).unwrap();
            path
        })
        .collect();
    let megabytes = (photo.len() * PHOTOS) as f64 / 1e6;
    println!("{PHOTOS} photos of 4032 × 3024 pixels, {:.2} MB each", photo.len() as f64 / 1e6);

    let mut round = 0;
    let seconds = median(|| {
        round += 1;
        let vault = Vault::open(&dir.path().join(format!("vault-{round}"))).unwrap();
        for path in &paths {
            vault.take_in_file(path, &InProcess::default(), &Unwatched).unwrap();
        }
    });
    println!("intake            {:8.0} MB/s   {:6.1} ms a photo", megabytes / seconds, seconds * 1e3 / PHOTOS as f64);
    let vault = Vault::open(&dir.path().join("vault-1")).unwrap();
    let taken = vault.take_in_file(&paths[0], &InProcess::default(), &Unwatched).unwrap();
    let seconds = median(|| vault.verify(&taken.sha256).unwrap());
    println!("verify            {:8.0} MB/s", taken.bytes as f64 / 1e6 / seconds);
    let seconds = median(|| drop(jpeg::scan(&mut Cursor::new(&photo)).unwrap()));
    println!("segment walk      {:8.0} MB/s", photo.len() as f64 / 1e6 / seconds);
    for longest in [256, 512, 1600] {
        let path = vault.path_of(&taken.sha256);
        let seconds = median(|| drop(InProcess::default().picture(&path, MediaType::Jpeg, 1, longest).unwrap()));
        println!("preview {longest:4} px   {:8.0} ms", seconds * 1e3);
    }
}

/// Middle of several runs, in seconds.
fn median(mut work: impl FnMut()) -> f64 {
    let mut runs: Vec<f64> = (0..ROUNDS)
        .map(|_| {
            let start = Instant::now();
            work();
            start.elapsed().as_secs_f64()
        })
        .collect();
    runs.sort_by(f64::total_cmp);
    runs[ROUNDS / 2]
}

/// A picture with slopes, edges and grain, about as hard to pack as a phone photo.
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
                pixels.push(u8::try_from((slope + edge + grain % 32) % 256).unwrap());
            }
        }
    }
    let mut file = Vec::new();
    jpeg_encoder::Encoder::new(&mut file, 82).encode(&pixels, width, height, jpeg_encoder::ColorType::Rgb).unwrap();
    file
}
