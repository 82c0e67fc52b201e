//! A case with everything in it, and files to go with it.

use crate::{Exhibit, PacketInput, TimelineEntry};
use image::codecs::jpeg::JpegEncoder;
use image::{DynamicImage, ExtendedColorType, Rgb, RgbImage};
use recourse_domain::{
    Actor, Case, ContractRate, Currency, Deadline, Event, EventBody, Evidence, EvidenceSource, MediaType,
    MerchantProfile, Moment, Money, Party, PartyRole, Stage, Terminal, Transaction, TransactionFields,
};
use recourse_rulebook::{Book, Channel, Language, Words};
use sha2::{Digest, Sha256};
use std::io::Cursor;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

/// A case, its shop, its journal and its files.
pub(crate) struct Sample {
    pub(crate) case: Case,
    pub(crate) merchant: MerchantProfile,
    pub(crate) entries: Vec<TimelineEntry>,
    pub(crate) paths: Vec<PathBuf>,
    pub(crate) channel: Channel,
    pub(crate) language: Language,
    folder: PathBuf,
}

pub(crate) fn ulid(n: u32) -> String {
    format!("01ARZ3NDEKTSV4RRFFQ6{n:06}")
}

pub(crate) fn moment(text: &str) -> Moment {
    format!("{text}+08:00[Asia/Shanghai]").parse().unwrap()
}

/// The playbook of these cases.
pub(crate) fn book() -> &'static Book {
    static BOOK: OnceLock<Book> = OnceLock::new();
    BOOK.get_or_init(|| {
        let (book, faults) =
            recourse_rulebook::book::read_all(&[("timeout-debited.toml", include_str!("timeout-debited.toml"))]);
        assert_eq!(book.all().len(), 1, "{faults:?}");
        book
    })
}

fn yuan(minor: i64) -> Money {
    Money::from_minor(minor, Currency::CNY).unwrap()
}

impl Sample {
    /// A case without anything but its opening.
    pub(crate) fn bare(folder: &Path, language: Language) -> Self {
        let case = Case::open(&Event {
            case: Some(ulid(1).parse().unwrap()),
            at: moment("2026-03-05T14:20:00"),
            actor: Actor::Owner,
            body: EventBody::CaseOpened {
                number: "2026-0007".to_owned(),
                playbook: "timeout-debited".parse().unwrap(),
                title: "POS 显示超时，顾客已被扣款 1280 元".to_owned(),
                zone: chrono_tz::Tz::Asia__Shanghai,
            },
        })
        .unwrap();
        Self {
            case,
            merchant: MerchantProfile::default(),
            entries: Vec::new(),
            paths: Vec::new(),
            channel: recourse_rulebook::channel::get("acquirer").unwrap(),
            language,
            folder: folder.to_owned(),
        }
    }

    /// A case with shop, parties, transaction, deadline and journal, but no exhibits.
    pub(crate) fn told(folder: &Path, language: Language) -> Self {
        let mut sample = Self::bare(folder, language);
        sample.merchant = MerchantProfile {
            name: "杭州市西湖区䶮记小吃店".to_owned(),
            mid: "898330158120001".to_owned(),
            licence: "92330106MA2H0000XX".to_owned(),
            contact: "喆女士".to_owned(),
            phone: "0571-8800 0000".to_owned(),
            address: "杭州市西湖区文三路 100 号 1 幢 102 室".to_owned(),
            acquirer: "拉卡拉支付股份有限公司".to_owned(),
            settlement_last4: "6688".to_owned(),
            legal_person: "龚喆".to_owned(),
            contract_no: "LKL-2025-0031".to_owned(),
            joined_on: chrono::NaiveDate::from_ymd_opt(2025, 6, 1),
            terminals: vec![Terminal {
                tid: "20019231".to_owned(),
                model: "P990".to_owned(),
                serial: "0820033417".to_owned(),
                label: "收银台".to_owned(),
                ..Terminal::default()
            }],
            rates: vec![ContractRate {
                card_type: "debit".to_owned(),
                percent: "0.5".to_owned(),
                cap: "20".to_owned(),
                ..ContractRate::default()
            }],
            ..MerchantProfile::default()
        };
        let case = &mut sample.case;
        case.stage = Stage::Submit;
        let mut detail = |key: &str, value: &str| {
            case.details.insert(key.parse().unwrap(), value.to_owned());
        };
        detail("screen-text", "“交易超时，请查询” 68");
        detail("network", "4G，信号两格");
        detail("goods-delivered", "yes");
        detail(
            "cardholder-claim",
            "顾客当场出示了银行短信：“您尾号1234的储蓄卡3月5日14:02支出人民币1,280.00元”，并要求本店退还现金；\
             本店没有收到任何到账通知，签购单也没有打印出来。The terminal’s last message was “host timeout”.",
        );
        for (question, answer) in
            [("swiped-again", "no"), ("backend-status", "none"), ("noticed-on", "2026-03-05"), ("of-another-time", "x")]
        {
            case.answers.insert(question.parse().unwrap(), answer.to_owned());
        }
        case.parties = vec![
            Party {
                id: ulid(2).parse().unwrap(),
                role: PartyRole::Acquirer,
                name: "拉卡拉支付股份有限公司".to_owned(),
                contact: "95016".to_owned(),
            },
            Party {
                id: ulid(3).parse().unwrap(),
                role: PartyRole::Issuer,
                name: "中国工商银行".to_owned(),
                contact: "95588".to_owned(),
            },
        ];
        case.transactions.push(transaction(1));
        case.deadlines.push(Deadline {
            id: ulid(5).parse().unwrap(),
            due: chrono::NaiveDate::from_ymd_opt(2026, 3, 20).unwrap(),
            time: chrono::NaiveTime::from_hms_opt(18, 0, 0),
            zone: chrono_tz::Tz::Asia__Shanghai,
            title: "向收单机构提交材料".to_owned(),
            source: "收单机构短信通知（3月6日）".to_owned(),
            done: false,
        });
        for (index, text) in [
            "建立案件 2026-0007：POS 显示超时，顾客已被扣款 1280 元（超时却扣款）",
            "记录交易：¥1,280.00，2026-03-05 14:02",
            "对方：拉卡拉支付股份有限公司（收单机构）",
            "备注：拨打 95016，客服工号 8012，工单号 20260305-77123，答应三个工作日内回电。",
        ]
        .into_iter()
        .enumerate()
        {
            sample.enter(index, text);
        }
        sample
    }

    /// Adds a journal entry.
    pub(crate) fn enter(&mut self, index: usize, text: &str) {
        let seq = u64::try_from(index + 1).unwrap();
        self.entries.push(TimelineEntry {
            seq,
            at: moment(&format!("2026-03-05T{:02}:{:02}:00", 14 + index / 60 % 9, index % 60)),
            actor: Actor::Owner,
            summary: text.to_owned(),
            hash: hex::encode(Sha256::digest(format!("{seq}{text}"))),
        });
    }

    /// Adds an exhibit with this content.
    pub(crate) fn exhibit(&mut self, name: &str, media_type: MediaType, bytes: &[u8], caption: &str) {
        let path = self.folder.join(format!("{}-{}", self.case.next_exhibit, name.replace('/', "_")));
        std::fs::write(&path, bytes).unwrap();
        self.exhibit_at(&path, media_type, caption);
        if let Some(evidence) = self.case.evidence.last_mut() {
            name.clone_into(&mut evidence.original_name);
        }
    }

    /// Adds an exhibit whose file is there already.
    pub(crate) fn exhibit_at(&mut self, path: &Path, media_type: MediaType, caption: &str) {
        let number = self.case.next_exhibit;
        self.case.next_exhibit += 1;
        let content = std::fs::read(path).unwrap();
        self.paths.push(path.to_owned());
        self.case.evidence.push(Evidence {
            id: ulid(100 + number).parse().unwrap(),
            number,
            sha256: hex::encode(Sha256::digest(&content)).parse().unwrap(),
            media_type,
            bytes: content.len() as u64,
            pages: 1,
            width_px: 0,
            height_px: 0,
            original_name: path.file_name().unwrap().to_string_lossy().into_owned(),
            caption: caption.to_owned(),
            kind: Some("terminal-photo".parse().unwrap()),
            source: EvidenceSource::Merchant,
            captured_at: Some(moment("2026-03-05T14:03:30")),
            added_at: moment("2026-03-05T14:21:00"),
        });
    }

    pub(crate) fn input(&self) -> PacketInput<'_> {
        PacketInput {
            case: &self.case,
            merchant: &self.merchant,
            book: book(),
            entries: &self.entries,
            head_seq: self.entries.last().map_or(1, |e| e.seq),
            as_of: moment("2026-03-06T09:30:00"),
            words: Words::of(self.language),
            language: self.language,
            channel: &self.channel,
            exhibits: self
                .case
                .evidence
                .iter()
                .zip(&self.paths)
                .map(|(evidence, path)| Exhibit { evidence, path: path.clone() })
                .collect(),
            app_version: "0.1.0",
        }
    }
}

pub(crate) fn transaction(n: u32) -> Transaction {
    Transaction {
        id: ulid(1000 + n).parse().unwrap(),
        fields: TransactionFields {
            at: Some(moment("2026-03-05T14:02:11")),
            card: Some("622202******1234".parse().unwrap()),
            rrn: format!("06514023{n:04}"),
            trace: format!("{n:06}"),
            batch: "000031".to_owned(),
            auth: String::new(),
            response_code: "68".to_owned(),
            terminal: "20019231".to_owned(),
            card_type: "debit".to_owned(),
            ..TransactionFields::of(yuan(128_000))
        },
    }
}

/// A picture whose four corners differ, so that each way of holding it can be told from the others.
pub(crate) fn picture(width: u32, height: u32) -> RgbImage {
    RgbImage::from_fn(width, height, |x, y| match (x * 2 < width, y * 2 < height) {
        (true, true) => Rgb([220, 30, 30]),
        (false, true) => Rgb([30, 160, 60]),
        (true, false) => Rgb([40, 70, 200]),
        (false, false) => Rgb([240, 220, 60]),
    })
}

pub(crate) fn jpeg(picture: &RgbImage) -> Vec<u8> {
    let mut bytes = Vec::new();
    JpegEncoder::new_with_quality(&mut bytes, 85)
        .encode(picture.as_raw(), picture.width(), picture.height(), ExtendedColorType::Rgb8)
        .unwrap();
    bytes
}

pub(crate) fn png(picture: &RgbImage) -> Vec<u8> {
    let mut bytes = Vec::new();
    DynamicImage::from(picture.clone()).write_to(&mut Cursor::new(&mut bytes), image::ImageFormat::Png).unwrap();
    bytes
}

/// Puts an EXIF block with orientation, a GPS position and a serial number behind the start of a JPEG file.
pub(crate) fn with_exif(jpeg: &[u8], orientation: u8) -> Vec<u8> {
    let mut tiff = b"II*\0\x08\0\0\0".to_vec();
    let entry = |tag: u16, kind: u16, count: u32, value: u32| {
        [&tag.to_le_bytes()[..], &kind.to_le_bytes(), &count.to_le_bytes(), &value.to_le_bytes()].concat()
    };
    tiff.extend(3u16.to_le_bytes());
    tiff.extend(entry(0x0112, 3, 1, u32::from(orientation)));
    tiff.extend(entry(0x8825, 4, 1, 100));
    tiff.extend(entry(0xA431, 2, 20, 60));
    tiff.extend([0; 4]);
    tiff.resize(60, 0);
    tiff.extend(b"SERIAL-NUMBER-4711\0\0");
    tiff.extend(b"GPS-30.2741N-120.1551E");
    let mut block = b"Exif\0\0".to_vec();
    block.extend(tiff);
    let mut out = jpeg[..2].to_vec();
    out.extend([0xFF, 0xE1]);
    out.extend(u16::try_from(block.len() + 2).unwrap().to_be_bytes());
    out.extend(block);
    out.extend(&jpeg[2..]);
    out
}

/// A PDF of so many pages, each with a line of text and of its own size.
pub(crate) fn pdf(pages: usize) -> Vec<u8> {
    use lopdf::{Document, Object, Stream, dictionary};
    let mut document = Document::with_version("1.5");
    let root = document.new_object_id();
    let font = document.add_object(dictionary! {
        "Type" => "Font", "Subtype" => "Type1", "BaseFont" => "Helvetica",
    });
    let kids: Vec<Object> = (1..=pages)
        .map(|n| {
            let text = format!("BT /F1 18 Tf 72 400 Td (Statement page {n}) Tj ET");
            let content = document.add_object(Stream::new(dictionary! {}, text.into_bytes()));
            let width = if n % 2 == 0 { 842 } else { 595 };
            document
                .add_object(dictionary! {
                    "Type" => "Page", "Parent" => root, "Contents" => content,
                    "MediaBox" => vec![0.into(), 0.into(), width.into(), 595.into()],
                    "Resources" => dictionary! { "Font" => dictionary! { "F1" => font } },
                })
                .into()
        })
        .collect();
    let count = i64::try_from(kids.len()).unwrap();
    document.objects.insert(root, dictionary! { "Type" => "Pages", "Kids" => kids, "Count" => count }.into());
    let catalog = document.add_object(dictionary! { "Type" => "Catalog", "Pages" => root });
    document.trailer.set("Root", catalog);
    let mut bytes = Vec::new();
    document.save_to(&mut bytes).unwrap();
    bytes
}
