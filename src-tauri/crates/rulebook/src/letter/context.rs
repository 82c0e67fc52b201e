//! What a template can name, and what each name stands for in a case.

use super::calls;
use super::draft::{LetterInput, Missing};
use super::law;
use super::names::under;
use super::template::{Ask, AskKind, Template};
use crate::format;
use crate::kinds;
use crate::next::Answers;
use crate::words::Words;
use minijinja::Environment;
use minijinja::value::{Object, ObjectRepr, Value};
use recourse_domain::moment::parse_date;
use recourse_domain::{Evidence, MerchantProfile, Money, Terminal, Transaction};
use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;

/// A fact that is not on record. It counts as no in a condition, and where it is written it says so and is listed.
#[derive(Debug, Clone)]
pub(super) struct Gap(pub(super) Missing);

impl Object for Gap {
    fn repr(self: &Arc<Self>) -> ObjectRepr {
        ObjectRepr::Plain
    }
    fn is_true(self: &Arc<Self>) -> bool {
        false
    }
    fn render(self: &Arc<Self>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0.label)
    }
}

type Group = BTreeMap<String, Value>;

/// Makes values: what is known, and the gap where nothing is.
pub(super) struct Maker<'a> {
    pub(super) words: &'a Words,
}

impl Maker<'_> {
    pub(super) fn gap(&self, field: &str, label: String) -> Value {
        Value::from_object(Gap(Missing { field: field.to_owned(), label }))
    }

    /// A fact of a group, `of`-`name`; its gap is called by `letter-field-…`.
    fn fact(&self, of: &str, name: &str, value: &str) -> Value {
        if value.trim().is_empty() {
            let name = name.replace('_', "-");
            return self.gap(&format!("{of}-{name}"), self.words.say(&format!("letter-field-{of}-{name}")));
        }
        Value::from(value.trim())
    }

    fn group(&self, of: &str, facts: &[(&str, String)]) -> Group {
        facts.iter().map(|(name, value)| ((*name).to_owned(), self.fact(of, name, value))).collect()
    }

    fn merchant(&self, m: &MerchantProfile) -> Group {
        let date = |date: Option<chrono::NaiveDate>| date.map(|d| format::date(d, self.words)).unwrap_or_default();
        let account = match (m.settlement_bank.trim(), m.settlement_last4.trim()) {
            (_, "") => String::new(),
            (bank, last4) => {
                self.words.say_with("letter-account", &[("bank", bank), ("last4", last4)]).trim().to_owned()
            }
        };
        let rate = |rate: &recourse_domain::ContractRate| {
            let kind = self.words.say(&format!("letter-card-type-{}", card_type(&rate.card_type)));
            let key = if rate.cap.trim().is_empty() { "letter-rate" } else { "letter-rate-capped" };
            self.words.say_with(key, &[("kind", &kind), ("percent", &rate.percent), ("cap", &rate.cap)])
        };
        let rates: Vec<String> = m.rates.iter().filter(|r| !r.percent.trim().is_empty()).map(rate).collect();
        self.group(
            "merchant",
            &[
                ("name", m.name.clone()),
                ("mid", m.mid.clone()),
                ("licence", m.licence.clone()),
                ("contact", m.contact.clone()),
                ("phone", m.phone.clone()),
                ("email", m.email.clone()),
                ("address", m.address.clone()),
                ("acquirer", m.acquirer.clone()),
                ("acquirer_contact", m.acquirer_contact.clone()),
                ("settlement", account),
                ("legal_person", m.legal_person.clone()),
                ("contract_no", m.contract_no.clone()),
                ("contract_signed_on", date(m.contract_signed_on)),
                ("agent", m.agent.clone()),
                ("rates", rates.join(&self.words.say("letter-semicolon"))),
            ],
        )
    }

    fn terminal(&self, t: &Terminal, tid: &str) -> Group {
        let tid = if t.tid.trim().is_empty() { tid } else { t.tid.trim() };
        let facts = [
            ("tid", tid.to_owned()),
            ("model", t.model.clone()),
            ("serial", t.serial.clone()),
            ("imei", t.imei.clone()),
        ];
        self.group("terminal", &facts)
    }

    fn sale(&self, sale: Option<&Transaction>, n: usize) -> Group {
        let f = sale.map(|sale| &sale.fields);
        let text =
            |value: fn(&recourse_domain::TransactionFields) -> &str| f.map(|f| value(f).to_owned()).unwrap_or_default();
        let kind = text(|f| &f.card_type);
        let kind =
            if kind.is_empty() { kind } else { self.words.say(&format!("letter-card-type-{}", card_type(&kind))) };
        self.group(
            "sale",
            &[
                ("n", n.to_string()),
                ("amount", f.map(|f| format::money(f.amount)).unwrap_or_default()),
                ("at", f.and_then(|f| f.at).map(|at| format::moment(at, self.words)).unwrap_or_default()),
                ("card", f.and_then(|f| f.card.as_ref()).map(ToString::to_string).unwrap_or_default()),
                ("card_type", kind),
                ("rrn", text(|f| &f.rrn)),
                ("trace", text(|f| &f.trace)),
                ("batch", text(|f| &f.batch)),
                ("auth", text(|f| &f.auth)),
                ("response_code", text(|f| &f.response_code)),
                ("terminal", text(|f| &f.terminal)),
                ("order_no", text(|f| &f.order_no)),
            ],
        )
    }

    fn exhibit(&self, n: usize, e: &Evidence, input: &LetterInput<'_>) -> Group {
        let id = e.kind.as_ref().map(ToString::to_string).unwrap_or_default();
        let kind_key = format!("evidence-kind-{id}");
        let kind = if self.words.knows(&kind_key) { self.words.say(&kind_key) } else { id.clone() };
        let named = if kind.is_empty() { e.caption.clone() } else { kind };
        let named = if named.trim().is_empty() { e.original_name.clone() } else { named };
        // What the owner wrote under it says more than what such a proof is for in general.
        let general = input.playbook.asked(&id).map(|asked| asked.proves.of(self.words.language()).to_owned());
        let proves =
            if e.caption.trim().is_empty() { general.unwrap_or_default() } else { sentence(&e.caption, self.words) };
        self.group(
            "exhibit",
            &[
                ("n", n.to_string()),
                ("label", e.label()),
                ("id", if id.is_empty() { "other".to_owned() } else { id }),
                ("kind", named),
                ("caption", e.caption.clone()),
                ("proves", proves),
                ("source", self.words.say(&format!("source-{}", e.source.as_str()))),
                ("pages", if e.pages == 0 { String::new() } else { e.pages.to_string() }),
                ("captured_at", e.captured_at.map(|at| format::moment(at, self.words)).unwrap_or_default()),
                ("added_at", format::moment(e.added_at, self.words)),
                ("sha256", e.sha256.to_string()),
                ("bytes", format::bytes(e.bytes)),
                ("file", e.original_name.clone()),
                ("format", e.media_type.as_str().to_owned()),
            ],
        )
    }
}

fn card_type(text: &str) -> &str {
    if matches!(text, "debit" | "credit" | "qr") { text } else { "other" }
}

/// With a full stop at its end.
fn sentence(text: &str, words: &Words) -> String {
    let text = text.trim();
    if text.ends_with(['.', '。', '!', '！', '?', '？']) {
        text.to_owned()
    } else {
        format!("{text}{}", words.say("letter-stop"))
    }
}

/// The sum of the sales while they are in one currency.
fn sum(sales: &[Transaction]) -> Option<Money> {
    let (first, rest) = sales.split_first()?;
    rest.iter().try_fold(first.fields.amount, |sum, sale| sum.plus(sale.fields.amount)).ok()
}

/// Every name with its value, for one letter.
pub(super) fn values(template: &Template, input: &LetterInput<'_>, environment: &mut Environment<'_>) -> Value {
    let words = input.words;
    let language = words.language();
    let make = Maker { words };
    let case = input.case;
    let mut all: BTreeMap<String, Value> = BTreeMap::new();
    let mut put = |name: &str, group: Group| all.insert(name.to_owned(), Value::from(group));
    put(
        "case",
        make.group(
            "case",
            &[
                ("number", case.number.clone()),
                ("title", case.title.clone()),
                ("problem", input.playbook.title.of(language).to_owned()),
                ("opened_on", format::date(case.opened_at.date(), words)),
                ("amount", sum(&case.transactions).map(format::money).unwrap_or_default()),
                ("sale_count", case.transactions.len().to_string()),
            ],
        ),
    );
    put("merchant", make.merchant(input.merchant));
    let tid = case.transactions.first().map(|sale| sale.fields.terminal.clone()).unwrap_or_default();
    let terminals = &input.merchant.terminals;
    let terminal = terminals.iter().find(|t| t.tid == tid).or_else(|| terminals.first().filter(|_| tid.is_empty()));
    put("terminal", make.terminal(&terminal.cloned().unwrap_or_default(), &tid));
    put("sale", make.sale(case.transactions.first(), 1));
    let answers = Answers::of(case, input.playbook);
    let told = case.answers.iter().find(|(question, _)| question.as_str() == "merchant-form").map(|(_, form)| form);
    let form = told.or_else(|| input.answers.get("merchant-form")).map(String::as_str);
    let form = form.filter(|form| matches!(*form, "company" | "individual-business" | "natural-person"));
    put(
        "signer",
        [
            ("company", Value::from(form == Some("company"))),
            ("individual", Value::from(form.is_some_and(|form| form != "company"))),
            (
                "form",
                make.fact(
                    "signer",
                    "form",
                    &form.map(|form| words.say(&format!("letter-form-{}", signer(form)))).unwrap_or_default(),
                ),
            ),
        ]
        .map(|(name, value)| (name.to_owned(), value))
        .into(),
    );
    put("recipient", make.group("recipient", &[("name", input.recipient.to_owned())]));
    put("date", make.group("date", &[("today", format::date(input.today, words))]));
    put(
        "blank",
        make.group(
            "blank",
            &[
                ("line", words.say("letter-blank-line")),
                ("date", words.say("letter-blank-date")),
                ("box", words.say("letter-blank-box")),
            ],
        ),
    );
    let pages: u32 = input.exhibits.iter().map(|e| e.pages).sum();
    put("total", make.group("total", &[("exhibits", input.exhibits.len().to_string()), ("pages", pages.to_string())]));
    let law = |law: &law::Law| (under(law.id.as_str()), Value::from(law.text.of(language)));
    put("law", law::laws().unwrap_or_default().iter().map(law).collect());
    put("ask", template.asks.iter().map(|ask| (under(ask.id.as_str()), asked(&make, ask, input))).collect());

    let exhibits: Vec<Value> =
        input.exhibits.iter().enumerate().map(|(at, e)| Value::from(make.exhibit(at + 1, e, input))).collect();
    let groups = [
        kinds::Group::Subject,
        kinds::Group::Transaction,
        kinds::Group::Settlement,
        kinds::Group::Communication,
        kinds::Group::Loss,
    ];
    let of = |e: &Evidence| e.kind.as_ref().and_then(|kind| kinds::get(kind.as_str()).ok()).map(|kind| kind.group);
    let mut grouped: Vec<Value> = Vec::new();
    for group in groups.into_iter().map(Some).chain([None]) {
        let members: Vec<Value> = input
            .exhibits
            .iter()
            .zip(&exhibits)
            .filter(|(e, _)| of(e) == group)
            .map(|(_, value)| value.clone())
            .collect();
        if !members.is_empty() {
            let name = words.say(&format!("packet-group-{}", group.map_or("other", kinds::Group::as_str)));
            let pairs = [("name".to_owned(), Value::from(name)), ("exhibits".to_owned(), Value::from(members))];
            grouped.push(Value::from(Group::from(pairs)));
        }
    }
    all.insert("groups".to_owned(), Value::from(grouped));
    all.insert("exhibits".to_owned(), Value::from(exhibits));
    let sales = case.transactions.iter().enumerate().map(|(at, sale)| Value::from(make.sale(Some(sale), at + 1)));
    all.insert("sales".to_owned(), Value::from(sales.collect::<Vec<_>>()));
    all.insert("events".to_owned(), Value::from(events(&make, input)));
    let demands = input.playbook.demands.iter().filter(|demand| answers.hold(&demand.when));
    let numbered = |(at, text): (usize, &str)| {
        Value::from(make.group("point", &[("n", (at + 1).to_string()), ("text", text.to_owned())]))
    };
    let demands: Vec<Value> = demands.map(|demand| demand.text.of(language)).enumerate().map(numbered).collect();
    all.insert("demands".to_owned(), Value::from(demands));
    calls::functions(input, environment);
    Value::from(all)
}

fn signer(form: &str) -> &'static str {
    match form {
        "company" => "company",
        "individual-business" => "sole-trader",
        _ => "individual",
    }
}

fn asked(make: &Maker<'_>, ask: &Ask, input: &LetterInput<'_>) -> Value {
    let given = input.answers.get(ask.id.as_str()).map(|value| value.trim()).unwrap_or_default();
    if given.is_empty() {
        return make.gap(&format!("ask-{}", ask.id), ask.text.of(make.words.language()).to_owned());
    }
    match (ask.kind, parse_date(given)) {
        (AskKind::Date, Ok(date)) => Value::from(format::date(date, make.words)),
        _ => Value::from(given),
    }
}

/// What happened, oldest first: what the caller tells, or else the sales and the steps with a remark.
fn events(make: &Maker<'_>, input: &LetterInput<'_>) -> Vec<Value> {
    let words = make.words;
    let mut told: Vec<(recourse_domain::Moment, String)> =
        input.chronology.iter().map(|told| (told.at, told.text.clone())).collect();
    if told.is_empty() {
        for sale in &input.case.transactions {
            let amount = format::money(sale.fields.amount);
            told.extend(sale.fields.at.map(|at| (at, words.say_with("letter-event-sale", &[("amount", &amount)]))));
        }
        // The remark is the owner's own account; the title of a step is an order to the shop and none of theirs.
        let marks = input.case.steps.values().filter(|mark| mark.done && !mark.note.trim().is_empty());
        told.extend(marks.map(|mark| (mark.at, mark.note.trim().to_owned())));
    }
    told.sort_by_key(|(at, _)| at.instant());
    let line = |(at, text): (recourse_domain::Moment, String)| {
        Value::from(make.group("event", &[("at", format::moment_short(at)), ("text", text)]))
    };
    told.into_iter().map(line).collect()
}
