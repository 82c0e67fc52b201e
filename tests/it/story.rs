//! One case from the first question to a finished packet, as a shop owner would do it on the command line.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a story that breaks off ends the test")]

use crate::material;
use crate::packets::{self, Picture};
use crate::shop::{Shop, files_below};
use std::path::PathBuf;

const TITLE: &str = "三号桌超时却扣款：顾客手机显示已付￥1,280.00";
const CAPTION: &str = "终端屏幕：“交易超时，请重试”，三号桌，下午两点零二分";
const SHOP: &str = "上海徐汇老王面馆（个体工商户）";

/// A shop with one case, ready for its packet; the case's number and the evidence in packet order.
fn ready() -> (Shop, String, Vec<PathBuf>) {
    let shop = Shop::new();
    shop.done(["merchant", "set", &format!("name={SHOP}"), "mid=898310058120001", "acquirer=拉卡拉支付股份有限公司"]);
    shop.done(["merchant", "set", "terminal=12345678,P1000,SN-7,前台", "rate=debit,0.5,20", "settlement-last4=6789"]);
    let title = format!("title={TITLE}");
    let new = ["case", "new", "--playbook", "timeout-debited", "--set", &title, "--set", "screen-text=交易超时(68)"];
    let case = shop.done(new)["number"].as_str().unwrap().to_owned();
    shop.done([
        "transaction",
        "add",
        &case,
        "--amount",
        "1280.00",
        "--currency",
        "CNY",
        "--at",
        "2026-03-05T14:02:11+08:00",
        "--card",
        "622202******1234",
        "--rrn",
        "606514021188",
        "--trace",
        "000123",
        "--batch",
        "000007",
        "--auth",
        "A1B2C3",
        "--response-code",
        "68",
        "--terminal",
        "12345678",
        "--card-type",
        "debit",
    ]);
    let files = vec![
        shop.file("屏幕.jpg", &material::camera_jpeg(320, 240, 1)),
        shop.file("后台.png", &material::png(200, 120, 2)),
        shop.file("聊天.webp", &material::webp(150, 220, 3)),
        shop.file("合同.pdf", &material::fixture_bytes("pdf/hostile.pdf")),
    ];
    let kinds = ["terminal-photo", "merchant-backend", "chat-record", "contract-rate"];
    for (file, kind) in files.iter().zip(kinds) {
        let caption = if kind == "terminal-photo" { CAPTION } else { "附件" };
        let report = shop.done([
            "evidence",
            "add",
            &case,
            file.to_str().unwrap(),
            "--kind",
            kind,
            "--caption",
            caption,
            "--source",
            "merchant",
        ]);
        assert!(report["refused"].as_array().unwrap().is_empty(), "{report}");
    }
    (shop, case, files)
}

#[test]
fn a_case_goes_from_the_first_question_to_a_finished_packet() {
    let (shop, case, files) = ready();
    let shown = shop.done(["case", "show", &case]);
    assert_eq!(shown["readiness"]["score"], 100, "{}", shown["readiness"]);
    assert_eq!(shown["evidence"].as_array().unwrap().len(), 4);
    assert_eq!(shown["transactions"][0]["card"], "622202******1234");
    assert_eq!(shown["evidence"][0]["name"], "屏幕.jpg");
    // Upright: the camera lay on its side.
    assert_eq!((&shown["evidence"][0]["width_px"], &shown["evidence"][0]["height_px"]), (&240.into(), &320.into()));
    assert_eq!(shown["evidence"][0]["captured_at"], "2026-03-05T14:02:11+08:00");
    let next = shop.done(["case", "next", &case]);
    assert_eq!(next["steps"][0]["urgency"], "today", "what must not wait comes first");
    assert!(next["steps"].as_array().unwrap().iter().any(|step| step["id"] == "build-packet"), "{next}");

    let checked = shop.done(["packet", "check", &case, "--channel", "acquirer"]);
    let built = shop.done(["packet", "build", &case, "--channel", "acquirer", "--out", "packet.pdf"]);
    assert_eq!((&built["fits"], &built["file"]), (&true.into(), &"packet.pdf".into()), "{built}");
    assert_eq!(checked["pages"], built["pages"]);

    let packet = shop.work().join("packet.pdf");
    packets::assert_sound(&packet);
    assert_eq!(built["pages"], packets::pages(&packet));
    assert_eq!(built["bytes"], std::fs::metadata(&packet).unwrap().len());
    assert_eq!(built["sha256"].as_str().unwrap(), sha256(&std::fs::read(&packet).unwrap()));
    let hashes: Vec<String> = files.iter().map(|file| sha256(&std::fs::read(file).unwrap())).collect();
    let mut said = vec![TITLE, CAPTION, SHOP, "898310058120001", "622202******1234", "606514021188", "交易超时(68)"];
    said.extend(hashes.iter().map(String::as_str));
    packets::assert_says(&packet, &said);

    // The originals are what they were, and the vault holds each of them.
    for (file, hash) in files.iter().zip(&hashes) {
        assert_eq!(&sha256(&std::fs::read(file).unwrap()), hash);
    }
    let verified = shop.done(["evidence", "verify", &case]);
    assert_eq!(verified["checked"], 4);
    assert!(shop.done(["doctor"])["ok"].as_bool().unwrap());
    let kinds: Vec<_> =
        shop.done(["case", "history", &case])["events"].as_array().unwrap().iter().map(|e| e["kind"].clone()).collect();
    assert_eq!(kinds.last().unwrap(), "packet-built");
    assert_eq!(files_below(&shop.work()).len(), 5, "only the four originals and the packet");
}

#[test]
fn photos_pass_into_the_packet_untouched_and_without_their_secrets() {
    let (shop, case, files) = ready();
    shop.done(["packet", "build", &case, "--channel", "print", "--out", "packet.pdf"]);
    let packet = shop.work().join("packet.pdf");
    let pictures = packets::pictures(&packet);
    // As stored by the camera: turning it upright is left to the page.
    let photo = |p: &&Picture| (p.encoding.as_str(), p.width, p.height) == ("jpeg", 320, 240);
    assert_eq!(pictures.iter().filter(photo).count(), 1, "{pictures:?}");
    for (width, height) in [(200, 120), (150, 220)] {
        assert!(pictures.iter().any(|p| (p.width, p.height) == (width, height)), "{pictures:?}");
    }
    let apart = tempfile::tempdir().unwrap();
    let stored = packets::jpegs(&packet, apart.path());
    let original = std::fs::read(&files[0]).unwrap();
    assert!(packets::contains(&original, material::SERIAL), "the photo has no secret to leave out");
    assert!(stored.iter().any(|jpeg| material::scan_of(jpeg) == material::scan_of(&original)), "the photo was changed");
    // The owner's PDF stays text.
    let lines = packets::text(&material::fixture("pdf/hostile.pdf"));
    packets::assert_says(&packet, &lines.lines().map(str::trim).collect::<Vec<_>>());
}

#[test]
fn the_same_case_gives_the_same_bytes_in_every_process_and_only_until_it_changes() {
    let (shop, case, _) = ready();
    let build = |out: &str| {
        shop.done(["packet", "build", &case, "--channel", "acquirer", "--out", out]);
        std::fs::read(shop.work().join(out)).unwrap()
    };
    let first = build("1.pdf");
    assert!(first == build("2.pdf"), "a second build differs");
    // Another day, another folder, another process: the packet tells of the case and of nothing else.
    let mut later = shop.at_home(crate::shop::PROGRAM);
    later.arg("--data").arg(shop.data()).args(["--lang", "zh-CN", "--now", "2027-01-01T00:00:00Z", "--json"]);
    let out = shop.data().join("packets").join("3.pdf");
    later.args(["packet", "build", &case, "--channel", "acquirer", "--out"]).arg(&out);
    assert!(later.output().unwrap().status.success());
    assert!(first == std::fs::read(&out).unwrap(), "a build on another day differs");
    let listed = shop.done(["packet", "list", &case]);
    assert!(
        listed["packets"].as_array().unwrap().iter().all(|p| p["outdated"] == false && p["sha256"] == sha256(&first))
    );

    shop.done(["case", "note", &case, "收单机构来电，工号 8021"]);
    assert!(shop.done(["packet", "list", &case])["packets"][0]["outdated"].as_bool().unwrap());
    assert!(first != build("4.pdf"), "the packet does not tell of the note");
    packets::assert_says(&shop.work().join("4.pdf"), &["收单机构来电，工号 8021"]);
}

#[test]
fn both_languages_make_packets_and_the_owners_own_words_stay() {
    let (shop, case, _) = ready();
    let mut english = shop.at_home(crate::shop::PROGRAM);
    english.arg("--data").arg(shop.data()).args(["--lang", "en", "--json"]);
    english.args(["packet", "build", &case, "--channel", "paypal", "--out", "en.pdf"]);
    assert!(english.output().unwrap().status.success());
    let packet = shop.work().join("en.pdf");
    packets::assert_sound(&packet);
    packets::assert_says(&packet, &[TITLE, CAPTION, SHOP]);
    shop.done(["packet", "build", &case, "--channel", "paypal", "--out", "zh.pdf"]);
    assert_ne!(packets::text(&packet), packets::text(&shop.work().join("zh.pdf")));
}

#[test]
fn a_case_is_corrected_closed_and_opened_again() {
    let (shop, case, _) = ready();
    let id = |list: &serde_json::Value, at: usize| list[at]["id"].as_str().unwrap().to_owned();
    let shown = shop.done(["case", "show", &case]);
    let (transaction, second) = (id(&shown["transactions"], 0), id(&shown["evidence"], 1));

    let corrected = shop.done(["transaction", "set", &case, &transaction, "--amount", "1,290.5", "--note", "含小费"]);
    let corrected = &corrected["transactions"][0];
    assert_eq!((&corrected["amount"], &corrected["rrn"]), (&"1290.50".into(), &"606514021188".into()));
    let ordered = shop.done(["evidence", "order", &case, &second, "E4"]);
    let labels: Vec<_> = ordered["evidence"].as_array().unwrap().iter().map(|e| e["label"].clone()).collect();
    assert_eq!(labels, ["E2", "E4", "E1", "E3"]);
    let described = shop.done(["evidence", "describe", &second, "--caption", "后台状态：已结算"]);
    assert_eq!(described["evidence"][0]["caption"], "后台状态：已结算");
    let removed = shop.done(["evidence", "remove", &second, "--why", "传错了"]);
    assert_eq!(removed["evidence"].as_array().unwrap().len(), 3);
    // Taken out of the case, never out of the vault.
    assert_eq!(shop.done(["evidence", "verify"])["checked"], 4);

    let named = shop.done(["party", "add", &case, "--role", "issuer", "--name", "招商银行", "--contact", "95555"]);
    let party = id(&named["parties"], 1);
    let renamed = shop.done(["party", "set", &case, &party, "--name", "招商银行信用卡中心"]);
    assert_eq!(renamed["parties"][1]["contact"], "95555");
    assert_eq!(shop.done(["party", "remove", &case, &party])["parties"].as_array().unwrap().len(), 1);

    let dated = shop.done(["deadline", "add", &case, "--due", "2026-03-08", "--time", "17:00", "--source", "调单通知"]);
    let deadline = id(&dated["deadlines"], 0);
    assert_eq!(dated["deadlines"][0]["due_at"], "2026-03-08T17:00:00+08:00");
    assert_eq!(shop.done(["deadline", "list", "--within", "2"])["deadlines"].as_array().unwrap().len(), 0);
    assert_eq!(shop.done(["deadline", "list", "--within", "3"])["deadlines"][0]["days_left"], 3);
    let first = id(&removed["evidence"], 1);
    assert_eq!(shop.done(["deadline", "done", &deadline, "--proof", &first])["deadlines"][0]["done"], true);
    assert!(shop.done(["deadline", "list"])["deadlines"].as_array().unwrap().is_empty());

    shop.done(["case", "set", &case, "title=更短的标题", "network=4G", "screen-text="]);
    shop.done(["case", "answer", &case, "printed-slip=none"]);
    shop.done(["case", "do", &case, "build-packet", "--note", "已打印"]);
    shop.done(["case", "skip", &case, "query-last-sale", "--why", "没有出单"]);
    shop.done(["case", "advance", &case, "follow-up"]);
    let closed = shop.done(["case", "close", &case, "--outcome", "reversed", "--recovered", "1290.50"]);
    assert_eq!((&closed["stage"], &closed["recovered"]), (&"closed".into(), &"1290.50".into()));
    assert_eq!(shop.refused(["case", "set", &case, "title=x"])["code"], "case-closed");
    let open = shop.done(["case", "reopen", &case, "--why", "顾客又被扣了一次"]);
    assert_eq!((&open["stage"], &open["title"]), (&"follow-up".into(), &"更短的标题".into()));
    assert_eq!((&open["details"]["network"], &open["answers"]["printed-slip"]), (&"4G".into(), &"none".into()));
    assert_eq!(open["details"].get("screen-text"), None);
    shop.done(["transaction", "remove", &case, &transaction]);
    assert!(shop.done(["doctor"])["ok"].as_bool().unwrap());
}

#[test]
fn an_original_comes_out_as_it_went_in_and_overwrites_nothing() {
    let (shop, case, files) = ready();
    let shown = shop.done(["evidence", "list", &case]);
    let id = shown["evidence"][0]["id"].as_str().unwrap();
    assert_eq!(shop.done(["evidence", "export", id, "copy.jpg"])["file"], "copy.jpg");
    assert!(std::fs::read(shop.work().join("copy.jpg")).unwrap() == std::fs::read(&files[0]).unwrap());
    assert_eq!(shop.refused(["evidence", "export", id, "copy.jpg"])["code"], "export-exists");
    assert_eq!(shop.refused(["evidence", "export", id, "no/such/folder.jpg"])["code"], "export-failed");
    let built = shop.done(["packet", "build", &case, "--channel", "print", "--out", "a.pdf"]);
    shop.done(["packet", "export", built["id"].as_str().unwrap(), "b.pdf"]);
    assert!(std::fs::read(shop.work().join("a.pdf")).unwrap() == std::fs::read(shop.work().join("b.pdf")).unwrap());
}

/// SHA-256 in lower-case hexadecimal digits.
pub(crate) fn sha256(bytes: &[u8]) -> String {
    use sha2::Digest as _;
    hex::encode(sha2::Sha256::digest(bytes))
}
