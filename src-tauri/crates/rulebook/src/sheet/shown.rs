//! Who may be told what. A call gives the other side what it needs to find the matter, and no more.

use crate::playbook::Role;
use recourse_domain::PartyRole;

/// A group of particulars.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Told {
    /// Merchant number.
    MerchantNumber,
    /// Address and telephone of the shop.
    Address,
    /// Operator and licence.
    Licence,
    /// Settlement account: its bank and last four digits.
    Settlement,
    /// Which institution signed the shop, and since when.
    Acquirer,
    /// Who set the terminal up.
    Agent,
    /// Contract and the rates in it.
    Contract,
    /// Number of the terminal.
    TerminalNumber,
    /// Model, serial number and state of the terminal.
    Device,
    /// First six and last four digits of the card.
    Card,
    /// Last four digits of the card, which its owner knows.
    CardEnd,
    /// Numbers that only terminal and acquirer keep.
    Batch,
    /// The response code of a sale.
    Response,
    /// What the screen said and what the case found out.
    Story,
    /// Exhibits at hand.
    Exhibits,
}

/// Whether someone of this role may be told of it by the shop.
pub(super) fn may_be_told(role: Role, what: Told) -> bool {
    use PartyRole::{Acquirer, Agent, Customer, Issuer, Network, Regulator, Wallet};
    use Role::{Association, Court, Mediator, Party, Police};
    match what {
        Told::MerchantNumber | Told::Acquirer => role != Party(Customer),
        Told::Address => !matches!(role, Party(Issuer | Network | Customer)),
        Told::Licence => matches!(role, Party(Acquirer | Regulator) | Police | Court | Association | Mediator),
        Told::Settlement => matches!(role, Party(Acquirer | Wallet)),
        Told::Agent => matches!(role, Party(Acquirer | Regulator) | Police | Court | Association | Mediator),
        Told::Contract => matches!(role, Party(Acquirer | Agent | Regulator) | Court | Association | Mediator),
        Told::TerminalNumber => role != Party(Customer),
        Told::Device => matches!(role, Party(Acquirer | Agent)),
        Told::Card => matches!(role, Party(Acquirer | Issuer | Network | Wallet) | Police),
        Told::CardEnd => matches!(role, Party(Customer)),
        Told::Batch => matches!(role, Party(Acquirer | Agent | Network)),
        Told::Response => role != Party(Customer),
        Told::Story => !matches!(role, Party(Issuer | Customer)),
        Told::Exhibits => !matches!(role, Party(Issuer | Network | Customer)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nobody_is_told_more_than_needed() {
        let told = |what: Told| Role::all().into_iter().filter(|r| may_be_told(*r, what)).collect::<Vec<_>>();
        let is = |role: PartyRole| Role::Party(role);
        assert_eq!(told(Told::Settlement), [is(PartyRole::Acquirer), is(PartyRole::Wallet)]);
        assert_eq!(told(Told::Device), [is(PartyRole::Acquirer), is(PartyRole::Agent)]);
        for what in [
            Told::MerchantNumber,
            Told::Address,
            Told::Licence,
            Told::Settlement,
            Told::Acquirer,
            Told::Agent,
            Told::Contract,
            Told::TerminalNumber,
            Told::Device,
            Told::Card,
            Told::Batch,
            Told::Response,
            Told::Story,
            Told::Exhibits,
        ] {
            assert!(!may_be_told(is(PartyRole::Customer), what), "a customer is told of {what:?}");
        }
        for what in
            [Told::Contract, Told::Settlement, Told::Licence, Told::Address, Told::Agent, Told::Device, Told::Story]
        {
            assert!(!may_be_told(is(PartyRole::Issuer), what), "an issuer is told of {what:?}");
        }
        assert!(!may_be_told(is(PartyRole::Agent), Told::Card));
    }
}
