//! `recourse merchant …`: the shop's particulars as `KEY=VALUE`.

use super::Run;
use super::guide::Findings;
use crate::args::{MerchantVerb, Pair};
use crate::refusal::{Ended, Refusal};
use crate::show;
use crate::usage::Misuse;
use recourse_desk::dto::{ContractFeeDto, MerchantDto, PersonDto, RateDto, TerminalDto};
use recourse_desk::{SheetAsk, Words};

impl Run {
    pub(super) fn merchant(&self, verb: MerchantVerb) -> Result<Ended, Refusal> {
        let desk = self.desk()?;
        let merchant = match verb {
            MerchantVerb::Findings => {
                let findings = Findings { findings: desk.shop_findings()? };
                return self.answer(&findings, |list, words| show::shop_findings(&list.findings, words));
            }
            MerchantVerb::Plan { out } => return self.sheet(&desk, &SheetAsk::Contingency, out.as_deref()),
            MerchantVerb::Show => desk.merchant_get()?,
            MerchantVerb::Set { fields } => {
                let mut merchant = desk.merchant_get()?;
                for field in fields {
                    set(&mut merchant, &field).ok_or_else(|| unknown(&field.key, self.words))?;
                }
                desk.merchant_set(&merchant)?
            }
        };
        self.answer(&merchant, show::merchant)
    }
}

fn unknown(key: &str, words: &Words) -> Refusal {
    let see = "recourse merchant set --help";
    let message = words.say_with("cli-usage-unknown-field", &[("value", key), ("see", see)]);
    Refusal::Misuse(Misuse { message, about: key.to_owned() })
}

/// Sets one field; none when there is no field of this name. A terminal is found by its number and a rate by its kind
/// of card, so that one can be corrected without typing the others again.
fn set(merchant: &mut MerchantDto, field: &Pair) -> Option<()> {
    let value = field.value.clone();
    match field.key.as_str() {
        "name" => merchant.name = value,
        "mid" => merchant.mid = value,
        "licence" => merchant.licence = value,
        "contact" => merchant.contact = value,
        "phone" => merchant.phone = value,
        "email" => merchant.email = value,
        "address" => merchant.address = value,
        "acquirer" => merchant.acquirer = value,
        "settlement-last4" => merchant.settlement_last4 = value,
        "legal-person" => merchant.legal_person = value,
        "licence-expires" => merchant.licence_expires = value,
        "joined-on" => merchant.joined_on = value,
        "settlement-bank" => merchant.settlement_bank = value,
        "agent" => merchant.agent = value,
        "agent-contact" => merchant.agent_contact = value,
        "acquirer-contact" => merchant.acquirer_contact = value,
        "contract-no" => merchant.contract_no = value,
        "contract-signed-on" => merchant.contract_signed_on = value,
        "fallbacks" => merchant.fallbacks = list(&value),
        "fee" => {
            let [name, amount] = parts(&value);
            merchant.fees.retain(|known| known.name != name);
            merchant.fees.push(ContractFeeDto { name, amount });
        }
        "remove-fee" => merchant.fees.retain(|known| known.name != value),
        "person" => {
            let [name, role, phone, duties] = parts(&value);
            merchant.people.retain(|known| known.name != name);
            merchant.people.push(PersonDto { name, role, phone, duties });
        }
        "remove-person" => merchant.people.retain(|known| known.name != value),
        key if key.starts_with("terminal-") => return set_of_terminal(merchant, key, &value),
        key if key.starts_with("rate-") => return set_of_rate(merchant, key, &value),
        "terminal" => {
            let [tid, model, serial, label] = parts(&value);
            let known = merchant.terminals.iter().find(|known| known.tid == tid).cloned().unwrap_or_default();
            merchant.terminals.retain(|known| known.tid != tid);
            merchant.terminals.push(TerminalDto { tid, model, serial, label, ..known });
        }
        "rate" => {
            let [card_type, percent, cap] = parts(&value);
            let known = merchant.rates.iter().find(|known| known.card_type == card_type).cloned().unwrap_or_default();
            merchant.rates.retain(|known| known.card_type != card_type);
            merchant.rates.push(RateDto { card_type, percent, cap, ..known });
        }
        "remove-terminal" => merchant.terminals.retain(|known| known.tid != value),
        "remove-rate" => merchant.rates.retain(|known| known.card_type != value),
        _ => return None,
    }
    Some(())
}

/// `terminal-imei=TID,VALUE` and its like; none when there is no such field or no such terminal.
fn set_of_terminal(merchant: &mut MerchantDto, key: &str, value: &str) -> Option<()> {
    let [tid, value] = parts(value);
    let terminal = merchant.terminals.iter_mut().find(|known| known.tid == tid)?;
    match key {
        "terminal-imei" => terminal.imei = value,
        "terminal-firmware" => terminal.firmware = value,
        "terminal-network" => terminal.network = value,
        "terminal-mid" => terminal.mid = value,
        "terminal-acquirer" => terminal.acquirer = value,
        "terminal-channels" => terminal.channels = list(&value),
        "terminal-installed-on" => terminal.installed_on = value,
        _ => return None,
    }
    Some(())
}

/// `rate-from=debit,2026-01-01` and its like; none when there is no such field or no such rate.
fn set_of_rate(merchant: &mut MerchantDto, key: &str, value: &str) -> Option<()> {
    let [card_type, value] = parts(value);
    let rate = merchant.rates.iter_mut().find(|known| known.card_type == card_type)?;
    match key {
        "rate-from" => rate.from = value,
        "rate-noticed-on" => rate.noticed_on = value,
        "rate-agreed" => rate.agreed = matches!(value.as_str(), "yes" | "true" | "1"),
        _ => return None,
    }
    Some(())
}

/// What stands between commas, each once.
fn list(value: &str) -> Vec<String> {
    value.split(',').map(|part| part.trim().to_owned()).filter(|part| !part.is_empty()).collect()
}

/// Parts between commas; what is not given is empty, and the last part may hold commas itself.
fn parts<const N: usize>(value: &str) -> [String; N] {
    let mut parts = value.splitn(N, ',').map(|part| part.trim().to_owned());
    std::array::from_fn(|_| parts.next().unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pair(key: &str, value: &str) -> Pair {
        Pair { key: key.to_owned(), value: value.to_owned() }
    }

    #[test]
    fn a_terminal_is_corrected_by_its_number() {
        let mut merchant = MerchantDto::default();
        assert_eq!(set(&mut merchant, &pair("terminal", "12345678,P1000,SN1,前台")), Some(()));
        assert_eq!(set(&mut merchant, &pair("terminal", "12345678,P2000")), Some(()));
        assert_eq!(merchant.terminals.len(), 1);
        assert_eq!((merchant.terminals[0].model.as_str(), merchant.terminals[0].label.as_str()), ("P2000", ""));
        assert_eq!(set(&mut merchant, &pair("remove-terminal", "12345678")), Some(()));
        assert!(merchant.terminals.is_empty());
    }

    #[test]
    fn a_terminals_particulars_are_set_by_its_number_and_a_terminal_that_is_not_there_is_not_made_up() {
        let mut merchant = MerchantDto::default();
        assert_eq!(set(&mut merchant, &pair("terminal-imei", "12345678,860000000000001")), None);
        assert_eq!(set(&mut merchant, &pair("terminal", "12345678,P1000")), Some(()));
        assert_eq!(set(&mut merchant, &pair("terminal-imei", "12345678,860000000000001")), Some(()));
        assert_eq!(set(&mut merchant, &pair("terminal-channels", "12345678,card, qr")), Some(()));
        assert_eq!(set(&mut merchant, &pair("terminal", "12345678,P2000")), Some(()));
        let terminal = &merchant.terminals[0];
        assert_eq!((terminal.model.as_str(), terminal.imei.as_str()), ("P2000", "860000000000001"));
        assert_eq!(terminal.channels, ["card", "qr"]);
    }

    #[test]
    fn an_unknown_field_is_not_swallowed() {
        assert_eq!(set(&mut MerchantDto::default(), &pair("nmae", "x")), None);
    }
}
