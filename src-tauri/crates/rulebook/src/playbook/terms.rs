//! The closed lists of words that a playbook file may use, and their stable names.

use recourse_domain::PartyRole;

macro_rules! terms {
    ($(#[$meta:meta])* $name:ident { $($(#[$doc:meta])* $variant:ident = $text:literal,)+ }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[$doc])* $variant,)+ }

        impl $name {
            /// Every one, in the order of the list.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];

            /// Stable name, as it stands in a file.
            #[must_use]
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $text,)+ }
            }

            /// Every stable name, in the order of the list.
            pub(crate) fn names() -> Vec<&'static str> {
                Self::ALL.iter().map(|one| one.as_str()).collect()
            }

            /// The one of this name.
            #[must_use]
            pub fn named(text: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|one| one.as_str() == text)
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.as_str())
            }
        }
    };
}

terms! {
    /// What a dispute is about. The first thing to tell apart.
    About {
        /// Money debited from a customer.
        Principal = "principal",
        /// A fee taken from the shop.
        Fee = "fee",
        /// Neither: the service itself.
        Service = "service",
    }
}

terms! {
    /// When in the course of a case something is done. [`Phase::Close`] belongs to the stage `follow-up`.
    Phase {
        /// Find out what happened.
        Confirm = "confirm",
        /// Collect the proof.
        Gather = "gather",
        /// Talk to the other side.
        Contact = "contact",
        /// Hand over the packet.
        Submit = "submit",
        /// Wait, chase, escalate.
        FollowUp = "follow-up",
        /// Check the result and close.
        Close = "close",
    }
}

terms! {
    /// What form an answer has.
    QuestionKind {
        /// One of the choices.
        Choice = "choice",
        /// `yes` or `no`.
        YesNo = "yes-no",
        /// A decimal amount.
        Amount = "amount",
        /// A calendar date.
        Date = "date",
        /// Anything.
        Text = "text",
    }
}

terms! {
    /// How sure a statement is.
    Confidence {
        /// Official text, read.
        A = "A",
        /// Good second hand, or two sources that agree.
        B = "B",
        /// Weak: shown as not verified, never as a fact.
        C = "C",
    }
}

terms! {
    /// Something a case must have for a step to be done.
    Need {
        /// A transaction on record.
        Transaction = "transaction",
        /// A counterparty by name.
        Counterparty = "counterparty",
        /// A deadline.
        Deadline = "deadline",
        /// A packet.
        Packet = "packet",
    }
}

/// Who of the shop a task falls to.
pub const SHOP_ROLES: [&str; 4] = ["owner", "cashier", "finance", "device"];

/// What the opening of a call may leave blank in braces; filled from case and shop.
pub const BLANKS: [&str; 7] = ["shop", "mid", "tid", "time", "amount", "rrn", "case"];

/// Who can stand on a rung of the ladder: the counterparties of the domain and those beyond them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Role {
    /// A counterparty that a case can name.
    Party(PartyRole),
    /// 公安.
    Police,
    /// 法院.
    Court,
    /// 行业协会.
    Association,
    /// 调解组织.
    Mediator,
}

impl Role {
    /// Stable name, as it stands in a file. Words: `role-<name>`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Party(role) => role.as_str(),
            Self::Police => "police",
            Self::Court => "court",
            Self::Association => "association",
            Self::Mediator => "mediator",
        }
    }

    /// Every role.
    #[must_use]
    pub fn all() -> Vec<Self> {
        let beyond = [Self::Police, Self::Court, Self::Association, Self::Mediator];
        PartyRole::ALL.into_iter().map(Self::Party).chain(beyond).collect()
    }

    /// Every stable name.
    pub(crate) fn names() -> Vec<&'static str> {
        Self::all().into_iter().map(Self::as_str).collect()
    }

    /// The one of this name.
    #[must_use]
    pub fn named(text: &str) -> Option<Self> {
        Self::all().into_iter().find(|role| role.as_str() == text)
    }
}

impl std::fmt::Display for Role {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.as_str())
    }
}

impl<'de> serde::Deserialize<'de> for Confidence {
    fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let text = <std::borrow::Cow<'de, str>>::deserialize(from)?;
        Self::named(&text).ok_or_else(|| serde::de::Error::unknown_variant(&text, &["A", "B", "C"]))
    }
}

impl Confidence {
    /// Whether what is said may be shown as a fact. What may not is shown as not verified.
    #[must_use]
    pub fn is_fact(self) -> bool {
        self != Self::C
    }
}
