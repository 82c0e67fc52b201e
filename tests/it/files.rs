//! Files that are no good as evidence. Each is refused with its own code, the good ones beside it are taken in.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a refusal that cannot be read ends the test")]

use crate::material;
use crate::shop::{PROGRAM, Ran, Shop, assert_is_sentence};
use serde_json::Value;
use std::path::{Path, PathBuf};

/// Larger than the vault takes in at once.
const HUGE: u64 = 3 << 30;

fn cut(mut bytes: Vec<u8>) -> Vec<u8> {
    bytes.truncate(bytes.len() * 2 / 3);
    bytes
}

fn refused_code(report: &Value) -> &str {
    assert!(report["added"].as_array().unwrap().is_empty(), "{report}");
    assert_is_sentence(
        report["refused"][0]["message"].as_str().unwrap(),
        report["refused"][0]["code"].as_str().unwrap(),
    );
    report["refused"][0]["code"].as_str().unwrap()
}

fn offer(shop: &Shop, case: &str, file: &Path) -> Value {
    let ran = shop.run(["evidence", "add", case, file.to_str().unwrap()]);
    assert_eq!((ran.code, ran.stderr.as_str()), (1, ""), "{}", ran.stdout);
    ran.document()
}

#[test]
fn each_bad_file_has_its_own_code_and_leaves_nothing_behind() {
    let shop = Shop::new();
    let case = shop.case("other", "坏文件");
    let huge = shop.work().join("huge.jpg");
    std::fs::File::create(&huge).unwrap().set_len(HUGE).unwrap();
    let folder = shop.work().join("folder.jpg");
    std::fs::create_dir(&folder).unwrap();
    let bomb = {
        // The header alone promises 30 000 × 30 000 pixels.
        let mut png = material::png(8, 8, 0);
        png[16..20].copy_from_slice(&30_000_u32.to_be_bytes());
        png[20..24].copy_from_slice(&30_000_u32.to_be_bytes());
        let crc = crc32(&png[12..29]);
        png[29..33].copy_from_slice(&crc.to_be_bytes());
        shop.file("bomb.png", &png)
    };
    let bad: Vec<(PathBuf, &str)> = vec![
        (shop.work().join("nowhere.jpg"), "evidence-not-found"),
        (folder, "evidence-not-a-file"),
        (shop.file("empty.jpg", b""), "evidence-empty"),
        (huge, "evidence-too-large"),
        (shop.file("program.pdf", b"MZ\x90\0\x03\0\0\0\x04\0\0\0\xff\xff"), "evidence-kind-unsupported"),
        (shop.file("cut.jpg", &cut(material::jpeg(64, 64, 1))), "evidence-truncated"),
        (shop.file("cut.png", &cut(material::png(64, 64, 2))), "evidence-truncated"),
        (shop.file("cut.webp", &cut(material::webp(64, 64, 3))), "evidence-truncated"),
        (shop.file("cut.pdf", &cut(material::fixture_bytes("pdf/plain.pdf"))), "evidence-truncated"),
        (bomb, "evidence-too-many-pixels"),
    ];
    for (file, code) in &bad {
        let report = offer(&shop, &case, file);
        assert_eq!(refused_code(&report), *code, "{}: {report}", file.display());
        let english = shop.run(["--lang", "en", "evidence", "add", &case, file.to_str().unwrap()]).document();
        assert_eq!(refused_code(&english), *code);
        assert_ne!(report["refused"][0]["message"], english["refused"][0]["message"], "{code}");
    }
    let good = shop.file("good.jpg", &material::camera_jpeg(64, 48, 4));
    let mut call = vec!["evidence".to_owned(), "add".into(), case.clone()];
    call.extend(bad.iter().map(|(file, _)| file.to_str().unwrap().to_owned()));
    call.insert(6, good.to_str().unwrap().to_owned());
    let together = shop.run(&call);
    assert_eq!(together.code, 1);
    let together = together.document();
    assert_eq!(
        (together["added"].as_array().unwrap().len(), together["refused"].as_array().unwrap().len()),
        (1, bad.len())
    );
    assert_eq!(shop.done(["case", "show", &case])["evidence"].as_array().unwrap().len(), 1);
    let verified = shop.done(["evidence", "verify"]);
    assert_eq!((&verified["checked"], verified["orphan"].as_array().unwrap().len()), (&1.into(), 0), "{verified}");
}

/// CRC-32 as PNG has it.
fn crc32(bytes: &[u8]) -> u32 {
    let step = |crc: u32, byte: &u8| {
        (0..8).fold(crc ^ u32::from(*byte), |crc, _| if crc & 1 == 1 { (crc >> 1) ^ 0xEDB8_8320 } else { crc >> 1 })
    };
    !bytes.iter().fold(!0, step)
}

#[test]
fn a_wrong_name_is_forgiven_and_told() {
    let shop = Shop::new();
    let case = shop.case("other", "名字");
    let named = shop.file("照片.pdf", &material::jpeg(32, 32, 1));
    let added = shop.add(&case, &named);
    assert_eq!((&added["media_type"], &added["warnings"][0]["code"]), (&"image/jpeg".into(), &"name-misleads".into()));
    assert_is_sentence(added["warnings"][0]["message"].as_str().unwrap(), "name-misleads");
    // What cannot be shown is kept all the same.
    let letter = shop.add(&case, &shop.file("letter.jpg", "这不是照片".as_bytes()));
    assert_eq!((&letter["media_type"], &letter["pages"]), (&"text/plain".into(), &0.into()));
    let told: Vec<&str> = letter["warnings"].as_array().unwrap().iter().map(|w| w["code"].as_str().unwrap()).collect();
    assert_eq!(told, ["not-shown", "name-misleads"]);
    let locked = shop.add(&case, &material::fixture("pdf/user-password.pdf"));
    assert_eq!(locked["warnings"][0]["code"], "pdf-locked");
    shop.done(["packet", "build", &case, "--channel", "print", "--out", "p.pdf"]);
    crate::packets::assert_sound(&shop.work().join("p.pdf"));
}

#[test]
fn names_are_data_and_never_a_place() {
    let shop = Shop::new();
    let case = shop.case("other", "名字");
    for (n, name) in
        ["..jpg", "a\u{202e}gpj.exe", "con.jpg", "a\nb.jpg", "-rf.jpg", "😀 .jpg", "a'b\"c;d.jpg"].iter().enumerate()
    {
        let file = shop.file(name, &material::jpeg(16, 16, u8::try_from(n).unwrap()));
        let mut command = shop.program();
        let ran =
            Ran::of(command.args(["evidence", "add", &case, "--"]).arg(file.file_name().unwrap()).output().unwrap());
        assert_eq!(ran.code, 0, "{name:?}: {}", ran.stderr);
    }
    let shown = shop.done(["case", "show", &case]);
    for exhibit in shown["evidence"].as_array().unwrap() {
        let name = exhibit["name"].as_str().unwrap();
        assert!(!name.chars().any(|c| c.is_control() || c == '\u{202e}'), "{name:?}");
    }
    assert!(crate::shop::files_below(&shop.data()).iter().all(|path| !path.to_string_lossy().contains("gpj")));
    assert!(shop.done(["doctor"])["ok"].as_bool().unwrap());
    shop.done(["packet", "build", &case, "--channel", "print", "--out", "p.pdf"]);
    crate::packets::assert_sound(&shop.work().join("p.pdf"));
}

#[cfg(unix)]
#[test]
fn links_and_pipes_are_not_followed_and_do_not_hang() {
    let shop = Shop::new();
    let case = shop.case("other", "管道");
    let target = shop.file("real.jpg", &material::jpeg(16, 16, 1));
    let link = shop.work().join("link.jpg");
    std::os::unix::fs::symlink(target, &link).unwrap();
    let pipe = shop.work().join("pipe.jpg");
    assert!(std::process::Command::new("mkfifo").arg(&pipe).status().unwrap().success());
    for file in [link, pipe, PathBuf::from("/dev/zero")] {
        assert_eq!(refused_code(&offer(&shop, &case, &file)), "evidence-not-a-file", "{}", file.display());
    }
}

/// Root may read everything, so as root the file is given to another user and the program runs where it is root over its
/// own files only.
#[cfg(target_os = "linux")]
#[test]
fn a_file_that_may_not_be_read_is_told_so() {
    use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _};
    let shop = Shop::new();
    let case = shop.case("other", "权限");
    let file = shop.file("secret.jpg", &material::jpeg(16, 16, 1));
    std::fs::set_permissions(&file, std::fs::Permissions::from_mode(0o000)).unwrap();
    let root = std::fs::metadata(shop.work()).unwrap().uid() == 0;
    let report = if root {
        if let Some(why) = crate::folders::unshare_refuses(&["-r"]) {
            crate::folders::left_out("a_file_that_may_not_be_read_is_told_so", &why);
            return;
        }
        std::os::unix::fs::chown(&file, Some(65_534), Some(65_534)).unwrap();
        let mut command = shop.at_home("unshare");
        command.args(["-r", PROGRAM, "--data"]).arg(shop.data()).args(["--json", "evidence", "add", &case]).arg(&file);
        let ran = Ran::of(command.output().unwrap());
        assert_eq!(ran.code, 1, "{}", ran.stderr);
        ran.document()
    } else {
        offer(&shop, &case, &file)
    };
    assert_eq!(refused_code(&report), "evidence-unreadable");
    std::fs::remove_file(&file).unwrap();
}
