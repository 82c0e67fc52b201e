//! The program is killed, or called off, in the middle. What was acknowledged is there afterwards; the rest is whole or not
//! there at all.
#![cfg(unix)]
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a process that cannot be watched ends the test")]

use crate::material;
use crate::packets;
use crate::shop::{Ran, Shop, files_below};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

/// Waits, without sleeping, until something can be seen or the process has ended by itself. Tells whether it was seen.
fn seen(child: &mut Child, mut look: impl FnMut() -> bool) -> bool {
    loop {
        if look() {
            return true;
        }
        if child.try_wait().unwrap().is_some() {
            return false;
        }
        std::thread::yield_now();
    }
}

fn spawn(mut command: Command) -> Child {
    command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap()
}

fn blobs(data: &Path) -> usize {
    files_below(&data.join("vault")).iter().filter(|path| path.starts_with("blobs")).count()
}

fn photos(shop: &Shop, prefix: &str, count: u8) -> Vec<PathBuf> {
    (0..count).map(|n| shop.file(&format!("{prefix}-{n}.jpg"), &material::jpeg(48, 36 + u32::from(n), n))).collect()
}

#[test]
fn a_killed_import_loses_nothing_acknowledged() {
    let shop = Shop::new();
    let case = shop.case("other", "断电");
    let first = photos(&shop, "先", 3);
    let acknowledged: Vec<_> = first.iter().map(|file| shop.add(&case, file)["sha256"].clone()).collect();
    let more: Vec<PathBuf> =
        (0..40_u8).map(|n| shop.file(&format!("后-{n}.png"), &material::png(30, 20 + u32::from(n), 100 + n))).collect();
    for kill_at in [1_usize, 2, 3, 5, 8, 13, 21] {
        let before = blobs(&shop.data());
        let mut command = shop.program();
        command.args(["evidence", "add", &case]).args(&more);
        let mut child = spawn(command);
        seen(&mut child, || blobs(&shop.data()) >= before.max(3) + kill_at);
        child.kill().unwrap();
        child.wait().unwrap();

        let shown = shop.done(["case", "show", &case]);
        let kept = shown["evidence"].as_array().unwrap();
        let hashes: Vec<_> = kept.iter().map(|e| e["sha256"].clone()).collect();
        assert_eq!(hashes[..3], acknowledged[..], "killed at {kill_at}");
        let labels: Vec<_> = (1..=kept.len()).map(|n| format!("E{n}")).collect();
        assert!(kept.iter().map(|e| e["label"].as_str().unwrap()).eq(labels.iter().map(String::as_str)), "{labels:?}");
        let verified = shop.done(["evidence", "verify"]);
        assert!(
            verified["missing"].as_array().unwrap().is_empty() && verified["altered"].as_array().unwrap().is_empty()
        );
        let doctor = shop.run(["doctor"]);
        assert_eq!(doctor.code, 0, "killed at {kill_at}: {}", doctor.stdout);
    }
    let mut command = shop.program();
    let rest = Ran::of(command.args(["evidence", "add", &case]).args(&more).output().unwrap());
    assert_eq!(rest.code, 0, "{}", rest.stderr);
    assert_eq!(shop.done(["evidence", "list", &case])["evidence"].as_array().unwrap().len(), 43);
}

#[test]
fn a_killed_build_leaves_a_whole_packet_or_none() {
    let shop = Shop::new();
    let case = shop.case("other", "断电");
    for file in photos(&shop, "照片", 12) {
        shop.add(&case, &file);
    }
    shop.add(&case, &material::fixture("pdf/plain.pdf"));
    shop.done(["packet", "build", &case, "--channel", "print", "--out", "whole.pdf"]);
    let whole = std::fs::read(shop.work().join("whole.pdf")).unwrap();
    let size = |path: &Path| std::fs::metadata(path).map_or(0, |found| found.len());
    let written = || {
        let folder = shop.data().join("packets");
        files_below(&folder).iter().map(|file| size(&folder.join(file))).sum::<u64>()
    };
    let out = shop.work().join("killed.pdf");
    for share in [0, 1, 2, 4, 8] {
        let (before, share) = (written(), u64::try_from(whole.len()).unwrap() * share / 8);
        let mut command = shop.program();
        command.args(["packet", "build", &case, "--channel", "print", "--out"]).arg(&out);
        let mut child = spawn(command);
        seen(&mut child, || written() > before + share || out.exists());
        child.kill().unwrap();
        child.wait().unwrap();
        if out.exists() {
            assert!(std::fs::read(&out).unwrap() == whole, "a packet that is not whole");
            std::fs::remove_file(&out).unwrap();
        }
        assert!(shop.done(["doctor"])["ok"].as_bool().unwrap());
        for packet in shop.done(["packet", "list", &case])["packets"].as_array().unwrap() {
            let copy = shop.work().join("copy.pdf");
            shop.done(["packet", "export", packet["id"].as_str().unwrap(), copy.to_str().unwrap()]);
            assert!(std::fs::read(&copy).unwrap() == whole, "a packet on record that is not whole");
        }
    }
    shop.done(["packet", "build", &case, "--channel", "print", "--out", out.to_str().unwrap()]);
    assert!(std::fs::read(&out).unwrap() == whole);
    packets::assert_sound(&out);
}

fn interrupt(child: &Child) {
    assert!(Command::new("kill").args(["-INT", &child.id().to_string()]).status().unwrap().success());
}

#[test]
fn an_import_called_off_stops_keeps_what_it_has_and_says_so() {
    let shop = Shop::new();
    let case = shop.case("other", "取消");
    let many: Vec<PathBuf> = (0..250_u32)
        .map(|n| {
            shop.file(&format!("{n}.png"), &material::png(20 + n % 50, 20 + n / 50, u8::try_from(n % 256).unwrap()))
        })
        .collect();
    let mut command = shop.program();
    command.args(["evidence", "add", &case]).args(&many);
    let mut child = spawn(command);
    assert!(seen(&mut child, || blobs(&shop.data()) >= 2), "it ended before it began");
    interrupt(&child);
    let ran = Ran::of(child.wait_with_output().unwrap());
    assert_eq!(ran.code, 1, "{}", ran.stderr);
    assert_eq!(ran.error()["code"], "cancelled");
    let told = ran.document()["added"].as_array().unwrap().len();
    assert!(told > 0 && told < many.len(), "{told}");
    assert_eq!(shop.done(["evidence", "list", &case])["evidence"].as_array().unwrap().len(), told);
    let verified = shop.done(["evidence", "verify"]);
    assert_eq!((&verified["checked"], verified["orphan"].as_array().unwrap().len()), (&told.into(), 0), "{verified}");
}

#[test]
fn a_build_called_off_leaves_nothing() {
    let shop = Shop::new();
    let case = shop.case("other", "取消");
    let mut command = shop.program();
    command
        .args(["evidence", "add", &case])
        .args((0..60_u8).map(|n| shop.file(&format!("{n}.png"), &material::png(200, 150 + u32::from(n), n))));
    assert!(command.output().unwrap().status.success());
    let before = files_below(&shop.data());
    let mut command = shop.program();
    command.args(["packet", "build", &case, "--channel", "print", "--out", "p.pdf"]);
    let mut child = spawn(command);
    let packets = shop.data().join("packets");
    assert!(seen(&mut child, || !files_below(&packets).is_empty()), "it ended before it began");
    interrupt(&child);
    let ran = Ran::of(child.wait_with_output().unwrap());
    assert_eq!((ran.code, ran.stdout.as_str(), &ran.error()["code"]), (1, "", &"cancelled".into()), "{}", ran.stderr);
    assert!(!shop.work().join("p.pdf").exists());
    assert_eq!(files_below(&shop.data()), before);
    assert!(shop.done(["packet", "list", &case])["packets"].as_array().unwrap().is_empty());
}
