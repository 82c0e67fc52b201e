//! `recourse merchant …`: the shop's particulars as `KEY=VALUE`.

use super::Run;
use crate::args::{MerchantVerb, Pair};
use crate::refusal::{Ended, Refusal};
use crate::show;
use crate::usage::Misuse;
use recourse_desk::Words;
use recourse_desk::dto::{MerchantDto, RateDto, TerminalDto};

impl Run {
    pub(super) fn merchant(&self, verb: MerchantVerb) -> Result<Ended, Refusal> {
        let desk = self.desk()?;
        let merchant = match verb {
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
    fn an_unknown_field_is_not_swallowed() {
        assert_eq!(set(&mut MerchantDto::default(), &pair("nmae", "x")), None);
    }
}
