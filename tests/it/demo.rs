//! `recourse demo`: one sample case per kind of problem, and packets that other people's programs read.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a sample that cannot be made ends the test")]

use crate::material;
use crate::packets;
use crate::shop::{PROGRAM, Shop, files_below};
use std::collections::BTreeSet;

const PLAYBOOKS: [&str; 7] = [
    "timeout-debited",
    "debited-abnormal",
    "first-swipe-fee",
    "money-swallowed",
    "merchant-invalid",
    "chargeback",
    "other",
];

#[test]
fn the_demo_makes_a_case_and_a_sound_packet_for_every_kind_of_problem() {
    let shop = Shop::new();
    let made = shop.done(["demo", "--out", "out"]);
    let out = shop.work().join("out");
    let files: Vec<_> =
        made["packets"].as_array().unwrap().iter().map(|p| p["file"].as_str().unwrap().to_owned()).collect();
    let list = |verb: &[&str]| {
        let mut command = shop.at_home(PROGRAM);
        command.arg("--data").arg(out.join("data")).args(["--lang", "zh-CN", "--json"]).args(verb);
        crate::shop::Ran::of(command.output().unwrap()).document()
    };
    let cases = list(&["case", "list"]);
    let cases = cases["cases"].as_array().unwrap();
    let playbooks: BTreeSet<&str> = cases.iter().map(|case| case["playbook"].as_str().unwrap()).collect();
    assert_eq!(playbooks, BTreeSet::from(PLAYBOOKS));
    assert_eq!((cases.len(), files.len()), (7, 7));
    assert!(list(&["doctor"])["ok"].as_bool().unwrap());

    let mut photos = 0;
    for case in cases {
        let (number, title) = (case["number"].as_str().unwrap(), case["title"].as_str().unwrap());
        let file = files.iter().find(|file| file.contains(number)).unwrap();
        let packet = shop.work().join(file);
        packets::assert_sound(&packet);
        let shown = list(&["case", "show", number]);
        let merchant = list(&["merchant", "show"]);
        let mut said = vec![title, merchant["name"].as_str().unwrap()];
        let exhibits = shown["evidence"].as_array().unwrap();
        said.extend(exhibits.iter().flat_map(|e| [e["caption"].as_str().unwrap(), e["sha256"].as_str().unwrap()]));
        packets::assert_says(&packet, &said);

        let pictures = packets::pictures(&packet);
        let apart = tempfile::tempdir().unwrap();
        let stored = packets::jpegs(&packet, apart.path());
        for exhibit in exhibits.iter().filter(|e| e["media_type"] == "image/jpeg") {
            photos += 1;
            let copy = apart.path().join(format!("original-{}", exhibit["label"].as_str().unwrap()));
            let exported = list(&["evidence", "export", exhibit["id"].as_str().unwrap(), copy.to_str().unwrap()]);
            let original = std::fs::read(exported["file"].as_str().unwrap()).unwrap();
            let image = material::scan_of(&original);
            assert!(
                stored.iter().any(|jpeg| material::scan_of(jpeg) == image),
                "{exhibit} was encoded again in {file}"
            );
            let upright = ["width_px", "height_px"].map(|side| exhibit[side].as_u64().unwrap());
            let own = |p: &&packets::Picture| {
                let sides = [u64::from(p.width), u64::from(p.height)];
                p.encoding == "jpeg" && (sides == upright || sides == [upright[1], upright[0]])
            };
            assert!(pictures.iter().any(|p| own(&p)), "{exhibit} is not at its own resolution: {pictures:?}");
        }
    }
    assert!(photos > 0, "no sample has a photo");
    // The report names every file that was put beside the data folder.
    let beside = files_below(&out).into_iter().filter(|path| !path.starts_with("data")).count();
    assert_eq!(beside, 7);
}

#[test]
fn the_demo_speaks_english_too_and_never_mixes_into_a_folder_with_cases() {
    let shop = Shop::speaking("en");
    let made = shop.done(["demo", "--out", "out"]);
    assert_eq!(made["packets"].as_array().unwrap().len(), 7);
    for packet in made["packets"].as_array().unwrap() {
        packets::assert_sound(&shop.work().join(packet["file"].as_str().unwrap()));
    }
    assert_eq!(shop.refused(["demo", "--out", "out"])["code"], "folder-not-empty");
    assert_eq!(shop.refused(["--data", "out/data", "case", "samples"])["code"], "folder-not-empty");
    assert_eq!(shop.done(["case", "samples"])["total"], 7);
}
