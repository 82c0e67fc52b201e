//! The shop's particulars: terminals, contract, people. Set up once, used by every case.

use crate::desk::Desk;
use crate::dto::{ContractFeeDto, MerchantDto, PersonDto, RateDto, TerminalDto};
use crate::error::DeskError;
use chrono::NaiveDate;
use recourse_domain::merchant::{FALLBACKS, NETWORKS, PERSON_ROLES, TERMINAL_CHANNELS};
use recourse_domain::moment::parse_date;
use recourse_domain::{
    ContractFee, ContractRate, Currency, DomainError, EventBody, Key, MerchantProfile, Money, Person, Terminal,
};

/// Longest field in characters.
const FIELD_LIMIT: usize = 300;

impl Desk {
    /// The shop's particulars; empty fields are not on record.
    ///
    /// # Errors
    /// Storage.
    pub fn merchant_get(&self) -> Result<MerchantDto, DeskError> {
        Ok(document(self.store.merchant()?))
    }

    /// Sets the shop's particulars. What is already so makes no event.
    ///
    /// # Errors
    /// A settlement account of more than four digits, a rate or cap that is no number, an unreadable date, an unknown
    /// role, network, channel or fallback, storage.
    pub fn merchant_set(&self, input: &MerchantDto) -> Result<MerchantDto, DeskError> {
        let profile = read(input)?;
        if profile != self.store.merchant()? {
            self.append_for_shop(vec![EventBody::MerchantSet { profile }])?;
        }
        self.merchant_get()
    }
}

fn text(field: &str, value: &str) -> Result<String, DomainError> {
    if value.chars().count() > FIELD_LIMIT {
        return Err(DomainError::TooLong { field: field.to_owned(), limit: FIELD_LIMIT });
    }
    Ok(value.trim().to_owned())
}

/// A decimal as it stands in a contract; a percent sign behind it does not matter.
fn number(field: &str, value: &str) -> Result<String, DomainError> {
    let value = value.trim().trim_end_matches(['%', '％']).trim();
    if !value.is_empty() {
        // KWD only for its three decimals: a rate such as 0.525 must pass, and nothing that is no number may.
        let three: Currency = "KWD".parse()?;
        Money::parse(value, three).map_err(|_| unreadable(field, value))?;
    }
    Ok(value.to_owned())
}

fn day(value: &str) -> Result<Option<NaiveDate>, DomainError> {
    match value.trim() {
        "" => Ok(None),
        text => parse_date(text).map(Some),
    }
}

fn one_of(field: &str, value: &str, known: &[&str]) -> Result<Key, DomainError> {
    let value = value.trim();
    if known.contains(&value) { value.parse() } else { Err(unreadable(field, value)) }
}

fn unreadable(field: &str, value: &str) -> DomainError {
    DomainError::FieldUnreadable { field: field.to_owned(), value: value.to_owned() }
}

fn all<T, U>(list: &[T], read: impl Fn(&T) -> Result<U, DomainError>) -> Result<Vec<U>, DomainError> {
    list.iter().map(read).collect()
}

fn terminal(t: &TerminalDto) -> Result<Terminal, DomainError> {
    let network = t.network.trim();
    if !NETWORKS.contains(&network) {
        return Err(unreadable("network", network));
    }
    Ok(Terminal {
        tid: text("terminal", &t.tid)?,
        model: text("model", &t.model)?,
        serial: text("serial", &t.serial)?,
        label: text("label", &t.label)?,
        imei: text("imei", &t.imei)?,
        firmware: text("firmware", &t.firmware)?,
        network: network.to_owned(),
        mid: text("mid", &t.mid)?,
        acquirer: text("acquirer", &t.acquirer)?,
        channels: all(&t.channels, |c| one_of("channel", c, &TERMINAL_CHANNELS))?,
        installed_on: day(&t.installed_on)?,
    })
}

fn rate(r: &RateDto) -> Result<ContractRate, DomainError> {
    Ok(ContractRate {
        card_type: text("card-type", &r.card_type)?,
        percent: number("rate", &r.percent)?,
        cap: number("cap", &r.cap)?,
        from: day(&r.from)?,
        noticed_on: day(&r.noticed_on)?,
        agreed: r.agreed,
    })
}

fn person(p: &PersonDto) -> Result<Person, DomainError> {
    let name = text("name", &p.name)?;
    if name.is_empty() {
        return Err(DomainError::Empty("name".to_owned()));
    }
    Ok(Person {
        name,
        role: one_of("role", &p.role, &PERSON_ROLES)?,
        phone: text("phone", &p.phone)?,
        duties: text("duties", &p.duties)?,
    })
}

fn read(input: &MerchantDto) -> Result<MerchantProfile, DomainError> {
    let last4 = text("settlement-last4", &input.settlement_last4)?;
    if !last4.is_empty() && (last4.len() != 4 || !last4.bytes().all(|b| b.is_ascii_digit())) {
        // A longer number might be a whole account number, so it is not echoed either.
        return Err(unreadable("settlement-last4", "…"));
    }
    Ok(MerchantProfile {
        name: text("name", &input.name)?,
        mid: text("mid", &input.mid)?,
        licence: text("licence", &input.licence)?,
        contact: text("contact", &input.contact)?,
        phone: text("phone", &input.phone)?,
        email: text("email", &input.email)?,
        address: text("address", &input.address)?,
        acquirer: text("acquirer", &input.acquirer)?,
        settlement_last4: last4,
        terminals: all(&input.terminals, terminal)?,
        rates: all(&input.rates, rate)?,
        legal_person: text("legal-person", &input.legal_person)?,
        licence_expires: day(&input.licence_expires)?,
        joined_on: day(&input.joined_on)?,
        settlement_bank: text("settlement-bank", &input.settlement_bank)?,
        agent: text("agent", &input.agent)?,
        agent_contact: text("agent-contact", &input.agent_contact)?,
        acquirer_contact: text("acquirer-contact", &input.acquirer_contact)?,
        contract_no: text("contract-no", &input.contract_no)?,
        contract_signed_on: day(&input.contract_signed_on)?,
        fees: all(&input.fees, |f| {
            Ok(ContractFee { name: text("fee", &f.name)?, amount: number("amount", &f.amount)? })
        })?,
        people: all(&input.people, person)?,
        fallbacks: all(&input.fallbacks, |f| one_of("fallback", f, &FALLBACKS))?,
    })
}

fn shown(day: Option<NaiveDate>) -> String {
    day.map(|d| d.to_string()).unwrap_or_default()
}

fn plain(keys: Vec<Key>) -> Vec<String> {
    keys.into_iter().map(String::from).collect()
}

fn document(profile: MerchantProfile) -> MerchantDto {
    MerchantDto {
        name: profile.name,
        mid: profile.mid,
        licence: profile.licence,
        contact: profile.contact,
        phone: profile.phone,
        email: profile.email,
        address: profile.address,
        acquirer: profile.acquirer,
        settlement_last4: profile.settlement_last4,
        terminals: profile
            .terminals
            .into_iter()
            .map(|t| TerminalDto {
                tid: t.tid,
                model: t.model,
                serial: t.serial,
                label: t.label,
                imei: t.imei,
                firmware: t.firmware,
                network: t.network,
                mid: t.mid,
                acquirer: t.acquirer,
                channels: plain(t.channels),
                installed_on: shown(t.installed_on),
            })
            .collect(),
        rates: profile
            .rates
            .into_iter()
            .map(|r| RateDto {
                card_type: r.card_type,
                percent: r.percent,
                cap: r.cap,
                from: shown(r.from),
                noticed_on: shown(r.noticed_on),
                agreed: r.agreed,
            })
            .collect(),
        legal_person: profile.legal_person,
        licence_expires: shown(profile.licence_expires),
        joined_on: shown(profile.joined_on),
        settlement_bank: profile.settlement_bank,
        agent: profile.agent,
        agent_contact: profile.agent_contact,
        acquirer_contact: profile.acquirer_contact,
        contract_no: profile.contract_no,
        contract_signed_on: shown(profile.contract_signed_on),
        fees: profile.fees.into_iter().map(|f| ContractFeeDto { name: f.name, amount: f.amount }).collect(),
        people: profile
            .people
            .into_iter()
            .map(|p| PersonDto { name: p.name, role: p.role.into(), phone: p.phone, duties: p.duties })
            .collect(),
        fallbacks: plain(profile.fallbacks),
    }
}
