//! Kinds beside photos and PDF: what each is taken for, what is shown of it, what is read out of it.

use crate::fixtures::{self, bytes};
use crate::intake::place;
use image::{DynamicImage, ImageFormat, Rgb, RgbImage};
use recourse_domain::{Coded, MediaType, Unwatched};
use recourse_evidence::{Door, EvidenceError, InProcess, Sighted, Taken, Warning};
use std::io::{Cursor, Write};

/// A number that passes every check of a card number and is nobody's.
const CARD: &str = "6222 0212 3456 7894";

fn take(name: &str, content: &[u8]) -> Result<Taken, EvidenceError> {
    let place = place();
    let taken = place.vault.take_in_bytes(content, name, &InProcess::default(), &Unwatched)?;
    place.vault.verify(&taken.sha256).unwrap();
    Ok(taken)
}

fn kind(name: &str, content: &[u8]) -> MediaType {
    take(name, content).unwrap().media_type
}

fn zip(entries: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in entries {
        writer.start_file(*name, zip::write::SimpleFileOptions::default()).unwrap();
        writer.write_all(content).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

fn picture(format: ImageFormat) -> Vec<u8> {
    let image = RgbImage::from_fn(60, 40, |x, _| if x < 30 { Rgb([255, 0, 0]) } else { Rgb([0, 0, 255]) });
    let mut file = Cursor::new(Vec::new());
    DynamicImage::ImageRgb8(image).write_to(&mut file, format).unwrap();
    file.into_inner()
}

fn mail() -> Vec<u8> {
    let attachment = picture(ImageFormat::Png).iter().fold(String::new(), |text, byte| text + &format!("={byte:02X}"));
    let folded: Vec<String> =
        attachment.as_bytes().chunks(72).map(|c| String::from_utf8(c.to_vec()).unwrap() + "=").collect();
    format!(
        "Received: by mail.example\r\nFrom: =?UTF-8?B?5pS25Y2V5py65p6E?= <service@acquirer.example>\r\nTo: shop@example.cn\r\nSubject: =?UTF-8?B?5p+l6K+i57uT5p6c?=\r\nDate: Thu, 5 Mar 2026 14:02:11 +0800\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<html><body><p>卡号 {CARD}</p><script>steal()</script><img src=\"http://spy.example/x\"></body></html>\r\n--b\r\nContent-Type: image/png; name=\"../../slip.png\"\r\nContent-Disposition: attachment; filename=\"../../slip.png\"\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n{}\r\n\r\n--b--\r\n",
        folded.join("\r\n")
    )
    .into_bytes()
}

#[test]
fn pictures_of_other_formats_are_shown() {
    for (format, media) in
        [(ImageFormat::Gif, MediaType::Gif), (ImageFormat::Tiff, MediaType::Tiff), (ImageFormat::Bmp, MediaType::Bmp)]
    {
        let place = place();
        let content = picture(format);
        let path = place.file("a.bin", &content);
        let taken = place.take(&path).unwrap();
        assert_eq!((taken.media_type, taken.pages, taken.width_px, taken.height_px), (media, 1, 60, 40));
        assert_eq!(taken.warnings, []);
        let pixels = InProcess::default().pixels(&path, media, 1).unwrap();
        assert_eq!(pixels.rgb[..3], [255, 0, 0]);
        assert_eq!(pixels.rgb[177..180], [0, 0, 255]);
        let half = place.file("half", &content[..content.len() / 2]);
        assert!(InProcess::default().pixels(&half, media, 1).is_err());
    }
}

#[test]
fn of_moving_and_many_paged_pictures_the_first_is_shown() {
    let mut gif = Vec::new();
    let mut encoder = image::codecs::gif::GifEncoder::new(&mut gif);
    for shade in [10, 200] {
        encoder
            .encode_frame(image::Frame::new(image::RgbaImage::from_pixel(8, 8, image::Rgba([shade, 0, 0, 255]))))
            .unwrap();
    }
    drop(encoder);
    assert_eq!(take("a.gif", &gif).unwrap().warnings, [Warning::FIRST_FRAME_ONLY]);

    // A directory that is followed by itself never ends.
    let mut tiff = picture(ImageFormat::Tiff);
    let first = u32::from_le_bytes(tiff[4..8].try_into().unwrap()) as usize;
    let entries = usize::from(u16::from_le_bytes(tiff[first..first + 2].try_into().unwrap()));
    let next = first + 2 + entries * 12;
    tiff[next..next + 4].copy_from_slice(&u32::try_from(first).unwrap().to_le_bytes());
    assert_eq!(take("a.tif", &tiff).unwrap_err().code(), "evidence-damaged");
}

#[test]
fn bombs_of_other_formats_are_refused_by_their_header() {
    let mut gif = picture(ImageFormat::Gif);
    gif[6..10].copy_from_slice(&[0xFF; 4]);
    assert_eq!(take("a.gif", &gif).unwrap_err().code(), "evidence-too-many-pixels");
    let mut bmp = picture(ImageFormat::Bmp);
    bmp[18..26].copy_from_slice(&[0x40, 0x9C, 0, 0, 0x40, 0x9C, 0, 0]);
    assert_eq!(take("a.bmp", &bmp).unwrap_err().code(), "evidence-too-many-pixels");
}

#[test]
fn what_cannot_be_shown_is_kept_with_a_word() {
    for (content, media) in [
        (&b"\0\0\0\x18ftypheic\0\0\0\0mif1heic"[..], MediaType::Heic),
        (b"\0\0\0\x18ftypqt  \0\0\0\0", MediaType::Mov),
        (b"ID3\x04\0\0\0\0\0\0", MediaType::Mp3),
        (b"#!AMR\n\x3C\x91", MediaType::Amr),
        (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1\0\0", MediaType::Office),
    ] {
        let taken = take("x", content).unwrap();
        assert_eq!((taken.media_type, taken.pages, &taken.warnings[..]), (media, 0, &[Warning::NOT_SHOWN][..]));
        let place = place();
        let path = place.file("x", content);
        assert_eq!(InProcess::default().picture(&path, media, 1, 64).unwrap_err().code(), "evidence-kind-unsupported");
    }
    let outlook: Vec<u8> = "__properties_version1.0".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let content = [&b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1\0\0"[..], &outlook].concat();
    assert_eq!(kind("mail.msg", &content), MediaType::OutlookMail);
    let taken = take("x.dat", &[0, 1, 2, 3, 0xFF]).unwrap();
    assert_eq!((taken.media_type, &taken.warnings[..]), (MediaType::Opaque, &[Warning::KIND_UNKNOWN][..]));
}

#[test]
fn texts_are_told_apart_and_read() {
    assert_eq!(kind("a.txt", "退款说明：请查收。".as_bytes()), MediaType::Text);
    assert_eq!(kind("a.csv", "日期,金额\n03-05,128\n03-06,64\n".as_bytes()), MediaType::Csv);
    assert_eq!(kind("a.html", b"<!doctype html><p>hi"), MediaType::Html);
    let taken = take("a.txt", &encoding_rs::GB18030.encode("收款失败，请尽快退回，谢谢。联系人：王老板").0).unwrap();
    let reading = taken.reading.unwrap();
    assert_eq!((reading.pages, reading.guessed), (vec!["收款失败，请尽快退回，谢谢。联系人：王老板".to_owned()], true));
    let taken = take("long.txt", "一二三四五六七八九十\n".repeat(200_000).as_bytes()).unwrap();
    let reading = taken.reading.unwrap();
    assert!(reading.cut_short && reading.pages[0].len() <= 2 << 20);
}

#[test]
fn secrets_in_texts_are_told_and_never_handed_on() {
    let taken = take("a.txt", format!("卡号 {CARD}，订单号 4200001234202603051234567890").as_bytes()).unwrap();
    assert_eq!(taken.warnings, [Warning::NOT_SHOWN, Warning::CARD_SEEN]);
    let reading = taken.reading.unwrap();
    assert_eq!(reading.spots.len(), 1);
    assert_eq!(reading.spots[0].what, Sighted::Card);
    assert!(!reading.pages[0].contains("0212 3456") && reading.pages[0].contains("4200001234202603051234567890"));
    let taken = take("b.txt", "安全码 CVV 123".as_bytes()).unwrap();
    assert_eq!(taken.warnings, [Warning::NOT_SHOWN, Warning::SECRET_SEEN]);
    let taken = take(&format!("{CARD}.txt"), "无".as_bytes()).unwrap();
    assert!(taken.warnings.contains(&Warning::NAME_MASKED) && !taken.original_name.contains("3456"));
}

#[test]
fn mails_are_read_and_their_attachments_handed_out() {
    let place = place();
    let path = place.file("mail.eml", &mail());
    let taken = place.take(&path).unwrap();
    assert_eq!((taken.media_type, taken.parts), (MediaType::Mail, 1));
    assert_eq!(taken.warnings, [Warning::HAS_ATTACHMENTS, Warning::NOT_SHOWN, Warning::CARD_SEEN]);
    let text = taken.reading.unwrap().pages.remove(0);
    assert!(text.contains("From: 收单机构 <service@acquirer.example>") && text.contains("Subject: 查询结果"), "{text}");
    assert!(!text.contains("steal") && !text.contains("3456"), "{text}");
    let parts = InProcess::default().parts(&path, MediaType::Mail).unwrap();
    assert_eq!(parts.len(), 1);
    assert_eq!(parts[0].name, "slip.png");
    assert_eq!(parts[0].bytes, picture(ImageFormat::Png));
    assert_eq!(kind(&parts[0].name, &parts[0].bytes), MediaType::Png);
    let photo = fixtures::path("photo.jpg");
    assert_eq!(InProcess::default().parts(&photo, MediaType::Jpeg).unwrap_err().code(), "evidence-kind-unsupported");
}

#[test]
fn office_documents_are_told_apart_and_read() {
    let word = br#"<?xml version="1.0"?><w:document xmlns:w="w"><w:body><w:p><w:r><w:t>A &amp; B &#x6536;</w:t></w:r></w:p><w:p><w:t>two</w:t></w:p></w:body></w:document>"#;
    let taken = take("a.docx", &zip(&[("[Content_Types].xml", b""), ("word/document.xml", word)])).unwrap();
    assert_eq!(taken.media_type, MediaType::Docx);
    assert_eq!(taken.reading.unwrap().pages, ["A & B 收\ntwo\n"]);
    let strings = b"<sst><si><t>one</t></si><si><r><t>t</t></r><r><t>wo</t></r></si></sst>";
    let taken = take("a.xlsx", &zip(&[("xl/workbook.xml", b"<x/>"), ("xl/sharedStrings.xml", strings)])).unwrap();
    assert_eq!((taken.media_type, taken.reading.unwrap().pages), (MediaType::Xlsx, vec!["one\ntwo\n".to_owned()]));
    assert_eq!(kind("a.xlsx", &zip(&[("xl/workbook.xml", b"<x/>")])), MediaType::Xlsx);
    assert_eq!(kind("a.pptx", &zip(&[("ppt/presentation.xml", b"")])), MediaType::Pptx);
    assert_eq!(kind("发票.ofd", &zip(&[("OFD.xml", b"")])), MediaType::Ofd);
}

#[test]
fn archives_are_listed_and_never_unpacked() {
    let place = place();
    let evil = zip(&[("../../../tmp/evil.txt", b"x"), ("a\\b.txt", b"y"), ("inner.zip", &zip(&[("x", b"x")]))]);
    let taken = place.take(&place.file("a.zip", &evil)).unwrap();
    assert_eq!((taken.media_type, taken.parts), (MediaType::Zip, 3));
    assert!(taken.reading.unwrap().pages[0].contains("inner.zip"));
    assert_eq!(place.files().len(), 1);

    let many: Vec<(String, &[u8])> = (0..1_200).map(|n| (format!("{n}.txt"), &b""[..])).collect();
    let many: Vec<(&str, &[u8])> = many.iter().map(|(name, content)| (name.as_str(), *content)).collect();
    let reading = take("many.zip", &zip(&many)).unwrap().reading.unwrap();
    assert!(reading.cut_short && reading.pages[0].lines().count() == 1_000);
}

#[test]
fn a_document_that_unfolds_without_end_is_kept_unread() {
    let blank = vec![b' '; 80 << 20];
    let bomb = zip(&[("word/document.xml", &blank)]);
    assert!(bomb.len() < 200_000);
    let taken = take("bomb.docx", &bomb).unwrap();
    assert_eq!((taken.media_type, taken.reading), (MediaType::Docx, None));
}

#[test]
fn the_text_of_a_pdf_is_read_with_its_places() {
    let taken = take("a.pdf", &bytes("two-pages.pdf")).unwrap();
    let reading = taken.reading.unwrap();
    assert_eq!(reading.pages.len(), 2);
    assert!(!reading.pages[0].trim().is_empty(), "{reading:?}");
    assert_eq!(take("b.pdf", &bytes("locked.pdf")).unwrap().reading, None);
}
