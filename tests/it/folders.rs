//! Data folders that cannot be used, and disks that end in the middle. What was acknowledged before stays.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::print_stderr,
    reason = "a folder that cannot be made ends the test"
)]

use crate::material;
use crate::shop::{PROGRAM, Ran, Shop};
use serde_json::Value;
use std::fs::{File, OpenOptions};
use std::io::{Read as _, Seek as _, SeekFrom, Write as _};
use std::path::Path;
use std::process::Command;

/// Says on the test's own output that it could not run here, and why. Nothing is left out in silence.
pub(crate) fn left_out(test: &str, why: &str) {
    eprintln!("left out: {test}: {why}");
}

/// Why this machine gives no namespace of its own; none when it does.
pub(crate) fn unshare_refuses(flags: &[&str]) -> Option<String> {
    match Command::new("unshare").args(flags).arg("true").output() {
        Ok(output) if output.status.success() => None,
        Ok(output) => Some(String::from_utf8_lossy(&output.stderr).trim().to_owned()),
        Err(error) => Some(error.to_string()),
    }
}

/// Flags with which a mount of one's own can be had: as root plainly, else as root of a user namespace.
fn mounts(test: &str) -> Option<&'static [&'static str]> {
    let ways: [&'static [&'static str]; 2] = [&["-m"], &["-rm"]];
    let probe = |flags: &[&str]| {
        let folder = tempfile::tempdir().unwrap();
        let script = "mount -t tmpfs -o size=1m tmpfs \"$1\"";
        Command::new("unshare").args(flags).args(["sh", "-c", script, "sh"]).arg(folder.path()).output()
    };
    let found = ways.into_iter().find(|flags| probe(flags).is_ok_and(|output| output.status.success()));
    if found.is_none() {
        left_out(test, "this machine lets nobody mount a folder of its own (unshare -m)");
    }
    found
}

fn refusal(shop: &Shop, data: &Path) -> Value {
    let output =
        shop.at_home(PROGRAM).arg("--data").arg(data).args(["--lang", "zh-CN", "--json", "case", "list"]).output();
    let ran = Ran::of(output.unwrap());
    assert_eq!((ran.code, ran.stdout.as_str()), (1, ""), "{}", ran.stderr);
    ran.error()
}

#[test]
fn a_place_that_is_no_folder_is_told_so() {
    let shop = Shop::new();
    let file = shop.file("data.txt", b"x");
    assert_eq!(refusal(&shop, &file)["code"], "folder-not-a-folder");
    assert_eq!(refusal(&shop, &file.join("deeper"))["code"], "folder-not-a-folder");
    assert_eq!(std::fs::read(&file).unwrap(), b"x");
    if cfg!(target_os = "linux") {
        let code = refusal(&shop, Path::new("/proc/no-folder-here"))["code"].clone();
        assert!(["folder-not-made", "folder-read-only"].contains(&code.as_str().unwrap()), "{code}");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_read_only_folder_is_told_so_and_stays_as_it_was() {
    let Some(flags) = mounts("a_read_only_folder_is_told_so_and_stays_as_it_was") else { return };
    let shop = Shop::new();
    shop.case("other", "只读");
    let before = crate::shop::files_below(&shop.data());
    let script = r#"mount --bind "$2" "$2" && mount -o remount,bind,ro "$2" && exec "$1" --data "$2" --json case list"#;
    let mut command = shop.at_home("unshare");
    let ran = Ran::of(command.args(flags).args(["sh", "-c", script, "sh", PROGRAM]).arg(shop.data()).output().unwrap());
    assert_eq!((ran.code, ran.stdout.as_str()), (1, ""), "{}", ran.stderr);
    assert_eq!(ran.error()["code"], "folder-read-only");
    assert_eq!(crate::shop::files_below(&shop.data()), before);
    assert_eq!(shop.done(["case", "list"])["total"], 1);
}

#[test]
fn a_second_copy_is_turned_away_while_the_first_lives() {
    let shop = Shop::new();
    shop.case("other", "第一份");
    let lock = OpenOptions::new().read(true).write(true).open(shop.data().join("instance.lock")).unwrap();
    lock.lock().unwrap();
    let error = shop.refused(["case", "list"]);
    assert_eq!(error["code"], "folder-in-use");
    assert!(error["params"]["path"].as_str().unwrap().ends_with("data"), "{error}");
    // What needs no folder works all the same.
    shop.done(["channel", "list"]);
    drop(lock);
    assert_eq!(shop.done(["case", "list"])["total"], 1);
}

#[test]
fn two_programs_never_write_at_once() {
    let shop = Shop::new();
    let case = shop.case("other", "两份");
    let notes: Vec<_> = (0..8)
        .map(|n| {
            shop.program()
                .args(["case", "note", &case, &format!("备注{n}")])
                .stdout(std::process::Stdio::piped())
                .stderr(std::process::Stdio::piped())
                .spawn()
                .unwrap()
        })
        .collect();
    let ended: Vec<Ran> = notes.into_iter().map(|child| Ran::of(child.wait_with_output().unwrap())).collect();
    let written = ended.iter().filter(|ran| ran.code == 0).count();
    for ran in ended.iter().filter(|ran| ran.code != 0) {
        assert_eq!(ran.error()["code"], "folder-in-use");
    }
    assert!(written > 0);
    let history = shop.done(["case", "history", &case]);
    let noted = history["events"].as_array().unwrap().iter().filter(|event| event["kind"] == "note-added").count();
    assert_eq!(noted, written, "every acknowledged note is there, and no other");
    assert!(shop.done(["doctor"])["ok"].as_bool().unwrap());
}

/// The schema's number stands in the file's header, so that no database library is needed to change it.
fn set_schema(database: &Path, number: u32) {
    let mut file = OpenOptions::new().read(true).write(true).open(database).unwrap();
    let mut magic = [0; 16];
    file.read_exact(&mut magic).unwrap();
    assert_eq!(&magic, b"SQLite format 3\0");
    file.seek(SeekFrom::Start(60)).unwrap();
    file.write_all(&number.to_be_bytes()).unwrap();
}

#[test]
fn a_folder_of_a_newer_version_is_left_alone() {
    let shop = Shop::new();
    shop.case("other", "新版");
    let database = shop.data().join("recourse.sqlite3");
    set_schema(&database, 4_000);
    let before = std::fs::read(&database).unwrap();
    let error = shop.refused(["case", "list"]);
    assert_eq!((&error["code"], &error["params"]["found"]), (&"database-newer".into(), &"4000".into()), "{error}");
    assert_ne!(shop.refused(["--lang", "en", "case", "list"])["message"], error["message"]);
    assert!(std::fs::read(&database).unwrap() == before);
}

#[test]
fn a_foreign_or_damaged_database_is_told_apart_and_left_alone() {
    let shop = Shop::new();
    std::fs::create_dir(shop.data()).unwrap();
    let database = shop.data().join("recourse.sqlite3");
    std::fs::write(&database, b"somebody's diary, not a database at all".repeat(40)).unwrap();
    let code = shop.refused(["case", "list"])["code"].clone();
    assert!(["database-not-ours", "database-damaged"].contains(&code.as_str().unwrap()), "{code}");
    assert!(std::fs::read(&database).unwrap().starts_with(b"somebody's diary"));

    std::fs::remove_dir_all(shop.data()).unwrap();
    let case = shop.case("other", "损坏");
    for n in 0..30 {
        shop.done(["case", "note", &case, &format!("{n}{}", "很长的备注".repeat(200))]);
    }
    let mut file = OpenOptions::new().write(true).open(&database).unwrap();
    let length = file.metadata().unwrap().len();
    file.seek(SeekFrom::Start(length / 3)).unwrap();
    file.write_all(&vec![0xA5; usize::try_from(length / 2).unwrap()]).unwrap();
    drop(file);
    // Either the folder cannot be opened, or the doctor sees it: never silence.
    let doctor = shop.run(["doctor"]);
    assert_eq!(doctor.code, 1, "{}", doctor.stdout);
    if doctor.stdout.is_empty() {
        doctor.error();
    } else {
        let report = doctor.document();
        assert_eq!(report["ok"], false);
        for finding in report["findings"].as_array().unwrap() {
            crate::shop::assert_is_sentence(finding["message"].as_str().unwrap(), finding["code"].as_str().unwrap());
            crate::shop::assert_is_sentence(finding["mend"].as_str().unwrap(), finding["code"].as_str().unwrap());
        }
    }
}

#[test]
fn a_missing_or_altered_original_is_found_and_never_gets_into_a_packet() {
    let shop = Shop::new();
    let case = shop.case("other", "原件");
    let hashes: Vec<String> = (0..3)
        .map(|n| {
            let file = shop.file(&format!("{n}.jpg"), &material::jpeg(40, 30, n));
            shop.add(&case, &file)["sha256"].as_str().unwrap().to_owned()
        })
        .collect();
    let blob = |hash: &str| {
        let all = crate::shop::files_below(&shop.data());
        let found =
            all.into_iter().find(|path| path.file_name().is_some_and(|name| name.to_string_lossy().starts_with(hash)));
        shop.data().join(found.expect("no blob of this hash"))
    };
    make_writable(&blob(&hashes[0]));
    let mut bytes = std::fs::read(blob(&hashes[0])).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    std::fs::write(blob(&hashes[0]), bytes).unwrap();
    std::fs::remove_file(blob(&hashes[1])).unwrap();

    let verified = shop.run(["evidence", "verify"]);
    assert_eq!(verified.code, 1);
    let verified = verified.document();
    assert_eq!(
        (&verified["altered"], &verified["missing"]),
        (&serde_json::json!([hashes[0]]), &serde_json::json!([hashes[1]]))
    );
    let doctor = shop.run(["doctor"]);
    assert_eq!((doctor.code, &doctor.document()["ok"]), (1, &false.into()));
    let code = shop.refused(["packet", "build", &case, "--channel", "print", "--out", "p.pdf"])["code"].clone();
    assert!(["exhibit-altered", "exhibit-missing"].contains(&code.as_str().unwrap()), "{code}");
    assert!(!shop.work().join("p.pdf").exists());
    let shown = shop.done(["case", "show", &case]);
    let id = |at: usize| shown["evidence"][at]["id"].as_str().unwrap().to_owned();
    assert_eq!(shop.refused(["evidence", "export", &id(0), "x.jpg"])["code"], "blob-altered");
    assert_eq!(shop.refused(["evidence", "export", &id(1), "x.jpg"])["code"], "blob-missing");
    assert!(!shop.work().join("x.jpg").exists());

    // The owner still has the files: offering them again mends the vault.
    for n in [0, 1] {
        shop.add(&case, &shop.work().join(format!("{n}.jpg")));
    }
    assert_eq!(shop.done(["evidence", "verify"])["checked"], 3);
    assert!(shop.done(["doctor"])["ok"].as_bool().unwrap());
    shop.done(["packet", "build", &case, "--channel", "print", "--out", "p.pdf"]);
}

fn make_writable(path: &Path) {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        std::fs::set_permissions(path, std::fs::Permissions::from_mode(0o600)).unwrap();
    }
    #[cfg(not(unix))]
    {
        let mut permissions = std::fs::metadata(path).unwrap().permissions();
        permissions.set_readonly(false);
        std::fs::set_permissions(path, permissions).unwrap();
    }
}

/// A tiny disk fills up while files are taken in. The run tells `disk-full`; every exhibit that was acknowledged is whole,
/// and after room is made the work goes on.
#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_in_the_middle_of_an_import_loses_nothing_acknowledged() {
    let Some(flags) = mounts("a_full_disk_in_the_middle_of_an_import_loses_nothing_acknowledged") else { return };
    let shop = Shop::new();
    let photos: Vec<_> = (0..24).map(|n| shop.file(&format!("{n:02}.png"), &noise(n))).collect();
    std::fs::create_dir(shop.data()).unwrap();
    for (kilobytes, name) in [(1_700, "a"), (2_150, "b"), (2_600, "c")] {
        let script = r#"
            program=$1 data=$2 out=$3 size=$4
            shift 4
            mount -t tmpfs -o size="${size}k" tmpfs "$data" || exit 77
            run() { name=$1; shift; "$program" --data "$data" --json "$@" >"$out/$name.out" 2>"$out/$name.err"; echo $? >"$out/$name.code"; }
            run new case new --playbook other
            for file in "$@"; do run "add-${file##*/}" evidence add 2026-0001 "$file" --kind other; done
            run packet packet build 2026-0001 --channel print --out "$data/p.pdf"
            run list evidence list 2026-0001
            run verify evidence verify
            mount -o remount,size=400m "$data"
            run again evidence add 2026-0001 "$@"
            run whole evidence verify
            run doctor doctor
        "#;
        let out = shop.work().join(name);
        std::fs::create_dir(&out).unwrap();
        let mut command = shop.at_home("unshare");
        command
            .args(flags)
            .args(["sh", "-c", script, "sh", PROGRAM])
            .arg(shop.data())
            .arg(&out)
            .arg(kilobytes.to_string());
        let output = command.args(&photos).output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        let ran = |step: &str| {
            let read = |end: &str| std::fs::read_to_string(out.join(format!("{step}.{end}"))).unwrap();
            Ran { code: read("code").trim().parse().unwrap(), stdout: read("out"), stderr: read("err") }
        };
        assert_eq!(ran("new").code, 0, "{}", ran("new").stderr);
        let mut acknowledged = Vec::new();
        let mut refused = 0;
        for photo in &photos {
            let add = ran(&format!("add-{}", photo.file_name().unwrap().to_string_lossy()));
            if add.code == 0 {
                acknowledged.push(add.document()["added"][0]["sha256"].clone());
                continue;
            }
            refused += 1;
            // Full while the file was copied, or while the database was written.
            let code = if add.stdout.is_empty() {
                add.error()["code"].clone()
            } else {
                add.document()["refused"][0]["code"].clone()
            };
            assert_eq!(code, "disk-full", "{}{}", add.stdout, add.stderr);
        }
        assert!(
            refused > 0 && !acknowledged.is_empty(),
            "{kilobytes} kB: {} added, {refused} refused",
            acknowledged.len()
        );
        let packet = ran("packet");
        assert_eq!(packet.code, 1, "{}", packet.stdout);
        assert!(packet.error()["code"].as_str().unwrap().ends_with("disk-full"), "{}", packet.stderr);
        let list = ran("list").document();
        let kept: Vec<Value> = list["evidence"].as_array().unwrap().iter().map(|e| e["sha256"].clone()).collect();
        assert_eq!(kept, acknowledged, "{kilobytes} kB");
        assert_eq!(ran("verify").code, 0, "{}", ran("verify").stdout);
        assert_eq!(ran("again").code, 0, "{}{}", ran("again").stdout, ran("again").stderr);
        assert_eq!(ran("whole").document()["checked"], photos.len());
        assert_eq!(ran("doctor").code, 0, "{}", ran("doctor").stdout);
    }
}

/// A picture that does not compress, about 100 kB.
fn noise(seed: u32) -> Vec<u8> {
    let mut state = seed.wrapping_mul(2_654_435_761).wrapping_add(1);
    let mut next = || {
        state ^= state << 13;
        state ^= state >> 17;
        state ^= state << 5;
        state.to_le_bytes()[0]
    };
    let picture = image::RgbImage::from_fn(180, 180, |_, _| image::Rgb([next(), next(), next()]));
    let mut bytes = std::io::Cursor::new(Vec::new());
    picture.write_to(&mut bytes, image::ImageFormat::Png).unwrap();
    bytes.into_inner()
}

#[test]
fn a_packet_that_cannot_be_written_leaves_nothing_behind() {
    let shop = Shop::new();
    let case = shop.case("other", "写不了");
    let folder = shop.work().join("taken.pdf");
    std::fs::create_dir(&folder).unwrap();
    for out in ["no/such/folder/p.pdf", "taken.pdf", "/proc/p.pdf"] {
        let error = shop.refused(["packet", "build", &case, "--channel", "print", "--out", out]);
        assert!(!error["code"].as_str().unwrap().is_empty());
    }
    assert!(crate::shop::files_below(&shop.work()).is_empty());
    assert!(shop.done(["packet", "list", &case])["packets"].as_array().unwrap().is_empty());
    let kept = crate::shop::files_below(&shop.data());
    assert!(kept.iter().all(|path| path.extension().is_none_or(|e| e != "pdf")), "{kept:?}");
    // An older packet is replaced whole or not at all.
    std::fs::write(shop.work().join("old.pdf"), b"old").unwrap();
    shop.done(["packet", "build", &case, "--channel", "print", "--out", "old.pdf"]);
    crate::packets::assert_sound(&shop.work().join("old.pdf"));
    let _: File = File::open(shop.work().join("old.pdf")).unwrap();
}
