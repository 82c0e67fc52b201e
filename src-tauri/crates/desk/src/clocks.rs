//! Counting a deadline from its start, by a rule or by a number of days.

use crate::desk::Desk;
use crate::dto::{AssumptionDto, CaseView, ClockInput, ClockResult, DeadlineRuleDto};
use crate::error::DeskError;
use chrono::{NaiveTime, SecondsFormat};
use chrono_tz::Tz;
use recourse_domain::moment::parse_date;
use recourse_domain::{Deadline, DomainError, EventBody, Moment};
use recourse_rulebook::clock::{self, Assumption, Calendar, DeadlineRule, Ending, Gate, Roll, Side, Span, Start, Unit};
use recourse_rulebook::{Language, RulebookError, Words, format};

/// Working days by which the owner's own target comes before a limit.
const TARGET_AHEAD: u32 = 2;

impl Desk {
    /// Every rule that may be offered, in the order of the rulebook.
    ///
    /// # Errors
    /// Unreadable assets.
    pub fn deadline_rules(&self) -> Result<Vec<DeadlineRuleDto>, DeskError> {
        let language = self.language();
        Ok(clock::shown_rules()?.map(|rule| rule_dto(rule, language)).collect())
    }

    /// Writes a deadline down that a rule gives; its source names the rule and the day it was counted from.
    ///
    /// # Errors
    /// As [`Desk::deadline_compute`]; unknown or closed case, storage.
    pub fn deadline_add_by_rule(&self, case: &str, input: &ClockInput, title: &str) -> Result<CaseView, DeskError> {
        let counted = self.deadline_compute(input)?;
        let Some(rule) = counted.rule else { return Err(RulebookError::RuleUnknown(input.rule.clone()).into()) };
        let case = self.store.find_case(case)?;
        let zone = recourse_domain::moment::parse_zone(&counted.zone)?;
        let due_at = Moment::parse(&counted.due_at, zone)?;
        let source =
            self.words().say_with("deadline-source-rule", &[("source", &rule.source), ("from", input.from.trim())]);
        let deadline = Deadline {
            id: self.id()?,
            due: due_at.date(),
            time: (rule.unit == Unit::Hour.as_str() || !input.cutoff.trim().is_empty()).then(|| due_at.local().time()),
            zone,
            title: if title.trim().is_empty() { rule.title } else { title.trim().to_owned() },
            source,
            done: false,
        };
        self.happen(&case, vec![EventBody::DeadlineSet { deadline }])
    }

    /// Counts a deadline. Nothing is written down.
    ///
    /// # Errors
    /// Unknown rule, unit or calendar; unreadable date, time or number; a date beyond what can be written.
    pub fn deadline_compute(&self, input: &ClockInput) -> Result<ClockResult, DeskError> {
        let rule = match input.rule.trim() {
            "" => None,
            id => Some(clock::rule(id)?),
        };
        let calendar = match (input.calendar.trim(), rule) {
            ("", Some(rule)) => clock::calendar(&rule.calendar)?,
            ("", None) => clock::calendar("cn")?,
            (id, _) => clock::calendar(id)?,
        };
        let span = match rule {
            Some(rule) => rule.span(),
            None => Span { n: number(&input.n)?, unit: input.unit.trim().parse()? },
        };
        let zone = calendar.zone.unwrap_or(self.zone);
        let start = start(&input.from, zone)?;
        let roll = rule.map_or(Roll::AfterRest, |rule| rule.roll);
        let ending = match input.cutoff.trim() {
            "" => Ending::Midnight,
            text => Ending::Cutoff(
                NaiveTime::parse_from_str(text, "%H:%M")
                    .map_err(|_| DomainError::FieldUnreadable { field: "time".to_owned(), value: text.to_owned() })?,
            ),
        };
        let counted = clock::count(start, span, calendar, zone, roll, ending)?;
        let extended = rule
            .and_then(|rule| rule.extension.as_ref())
            .map(|longer| clock::count(start, Span { n: longer.n, ..span }, calendar, zone, roll, ending))
            .transpose()?;
        let today = self.moment(zone).date();
        let words = self.words();
        Ok(ClockResult {
            due: counted.due.to_string(),
            due_at: counted.due_at.to_rfc3339_opts(SecondsFormat::Secs, false),
            zone: zone.name().to_owned(),
            confidence: confidence(counted.is_estimate(), rule),
            assumptions: counted.assumptions.iter().map(|a| assumption(a, words)).collect(),
            extended_due: extended.map(|c| c.due.to_string()),
            own_target: own_target(counted.due, today, calendar).to_string(),
            rule: rule.map(|rule| rule_dto(rule, words.language())),
        })
    }
}

fn own_target(due: chrono::NaiveDate, today: chrono::NaiveDate, calendar: &Calendar) -> chrono::NaiveDate {
    clock::working_days_before(due, TARGET_AHEAD, calendar, today)
}

fn confidence(estimate: bool, rule: Option<&DeadlineRule>) -> String {
    match (estimate, rule) {
        (true, _) => "estimate".to_owned(),
        (false, Some(rule)) => rule.confidence.clone(),
        (false, None) => "exact".to_owned(),
    }
}

fn number(text: &str) -> Result<u32, DomainError> {
    let text = text.trim();
    text.parse().map_err(|_| DomainError::FieldUnreadable { field: "days".to_owned(), value: text.to_owned() })
}

fn start(text: &str, zone: Tz) -> Result<Start, DomainError> {
    match parse_date(text) {
        Ok(day) => Ok(Start::Day(day)),
        Err(not_a_date) if text.trim().len() <= 10 => Err(not_a_date),
        Err(_) => Ok(Start::At(Moment::parse(text, zone)?.instant())),
    }
}

fn assumption(assumption: &Assumption, words: &Words) -> AssumptionDto {
    let key = format!("assumption-{}", assumption.as_str());
    let message = match assumption {
        Assumption::Rolled { from } => words.say_with(&key, &[("from", &format::date(*from, words))]),
        Assumption::YearEstimated { year }
        | Assumption::YearUnknown { year }
        | Assumption::DecemberMayChange { year } => words.say_with(&key, &[("year", &format!("{year:04}"))]),
        Assumption::StartExcluded | Assumption::StartOfDay | Assumption::ShortMonth => words.say(&key),
    };
    AssumptionDto { code: assumption.as_str().to_owned(), message }
}

fn rule_dto(rule: &DeadlineRule, language: Language) -> DeadlineRuleDto {
    let said = |text: &Option<recourse_rulebook::text::Text>| text.as_ref().map(|t| t.of(language).to_owned());
    DeadlineRuleDto {
        id: rule.id.to_string(),
        title: rule.title.of(language).to_owned(),
        trigger: rule.trigger.of(language).to_owned(),
        n: rule.n,
        unit: rule.unit.as_str().to_owned(),
        side: match rule.side {
            Side::Own => "own",
            Side::Theirs => "theirs",
        }
        .to_owned(),
        gate: rule.gate.map(|gate| match gate {
            Gate::NaturalPerson => "natural-person".to_owned(),
            Gate::Respondent => "respondent".to_owned(),
        }),
        restart: said(&rule.restart),
        extension: rule.extension.as_ref().map(|e| e.when.of(language).to_owned()),
        note: said(&rule.note),
        source: rule.source.clone(),
        confidence: rule.confidence.clone(),
        checked_on: rule.checked_on.to_string(),
    }
}
