//! `recourse deadline · fee`

use super::Run;
use crate::args::{DeadlineVerb, FeeVerb};
use crate::refusal::{Ended, Refusal};
use crate::show;
use recourse_desk::dto::{ClockInput, DeadlineRuleDto};
use recourse_desk::{DeadlineInput, FeeInput};
use serde::Serialize;

/// `deadline rules`
#[derive(Debug, Serialize)]
pub(crate) struct Rules {
    /// As the rulebook orders them.
    pub(crate) rules: Vec<DeadlineRuleDto>,
}

impl Run {
    pub(super) fn deadline(&self, verb: DeadlineVerb) -> Result<Ended, Refusal> {
        let desk = self.desk()?;
        let view = match verb {
            DeadlineVerb::Add(a) => match (a.due, a.rule) {
                (None, Some(rule)) => {
                    let input = ClockInput { rule, from: a.from, ..ClockInput::default() };
                    desk.deadline_add_by_rule(&a.case, &input, &a.title)?
                }
                (due, _) => {
                    let due = due.unwrap_or_default();
                    let input = DeadlineInput { due, time: a.time, title: a.title, source: a.source };
                    desk.deadline_add(&a.case, &input)?
                }
            },
            DeadlineVerb::Compute(a) => {
                let counted = desk.deadline_compute(&ClockInput {
                    rule: a.rule.unwrap_or_default(),
                    n: a.days.unwrap_or_default(),
                    unit: a.unit.unwrap_or_default(),
                    calendar: a.calendar,
                    from: a.from,
                    cutoff: a.cutoff,
                })?;
                return self.answer(&counted, show::counted);
            }
            DeadlineVerb::Rules => {
                let rules = Rules { rules: desk.deadline_rules()? };
                return self.answer(&rules, |list, words| show::rules(&list.rules, words));
            }
            DeadlineVerb::List { within } => return self.answer(&desk.deadline_list(within)?, show::deadlines),
            DeadlineVerb::Done { deadline, proof } => desk.deadline_done(&deadline, proof.as_deref())?,
            DeadlineVerb::Remove { deadline } => desk.deadline_remove(&deadline)?,
        };
        self.answer(&view, show::case)
    }

    pub(super) fn fee(&self, verb: FeeVerb) -> Result<Ended, Refusal> {
        let FeeVerb::Check(a) = verb;
        let report = self.desk()?.fee_check(&FeeInput {
            amount: a.amount,
            currency: a.currency,
            card_type: a.card_type,
            contract_rate: a.contract_rate,
            cap: a.cap,
            charged: a.charged,
        })?;
        self.answer(&report, show::fee)
    }
}
