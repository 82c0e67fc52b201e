//! The guided flow of a case as a document.

use crate::books;
use crate::desk::Desk;
use crate::dto::{
    AskedDto, BlockerDto, ChoiceDto, ComplianceDto, DemandDto, DetailDto, FactDto, GuideDto, GuideStepDto, NeedDto,
    OutcomeDto, PhaseDto, PreventionDto, QuestionDto, RungDto,
};
use crate::error::DeskError;
use crate::view;
use recourse_domain::{Case, Key};
use recourse_rulebook::next::{self, Guide, GuideStep, State};
use recourse_rulebook::playbook::{Confidence, EvidenceAsked, Fact, Phase, Question};
use recourse_rulebook::{Language, Playbook, Text, Words, answer};

impl Desk {
    /// Everything the wizard of a case shows: phases, steps, questions, proof, what to ask for, whom to turn to.
    ///
    /// # Errors
    /// Unknown case, storage.
    pub fn case_guide(&self, case: &str) -> Result<GuideDto, DeskError> {
        let case = self.store.find_case(case)?;
        let book = self.book();
        let playbook = books::of_case(&book, &case)?;
        let guide = next::guide(&case, playbook, self.now());
        Ok(Telling { case: &case, playbook, guide: &guide, words: self.words() }.document())
    }
}

/// What a guide is told from.
struct Telling<'a> {
    case: &'a Case,
    playbook: &'a Playbook,
    guide: &'a Guide<'a>,
    words: &'a Words,
}

impl Telling<'_> {
    fn document(&self) -> GuideDto {
        let p = self.playbook;
        GuideDto {
            case: self.case.id.to_string(),
            current: self.guide.open().first().map(|step| step.id.clone()),
            phases: Phase::ALL.iter().map(|phase| self.phase(*phase)).collect(),
            demands: self
                .guide
                .demands
                .iter()
                .map(|d| DemandDto { id: d.id.to_string(), text: self.say(&d.text), facts: self.facts(&d.facts) })
                .collect(),
            ladder: self
                .guide
                .ladder
                .iter()
                .map(|r| RungDto {
                    id: r.id.to_string(),
                    role: r.role.as_str().to_owned(),
                    what: self.say(&r.what),
                    move_on_when: self.say(&r.move_on_when),
                    can: self.say_any(r.can.as_ref()),
                    cannot: self.say_any(r.cannot.as_ref()),
                    facts: self.facts(&r.facts),
                })
                .collect(),
            outcomes: p.outcomes.iter().map(|o| OutcomeDto { id: o.id.to_string(), text: self.say(&o.text) }).collect(),
            compliance: p
                .compliance
                .iter()
                .map(|c| ComplianceDto { id: c.id.to_string(), text: self.say(&c.text), facts: self.facts(&c.facts) })
                .collect(),
            prevention: p
                .prevention
                .iter()
                .map(|t| PreventionDto {
                    id: t.id.to_string(),
                    kind: t.kind.to_string(),
                    text: self.say(&t.text),
                    who: t.who.to_string(),
                    first_after_days: t.first_after_days,
                    every_months: t.every_months,
                })
                .collect(),
            readiness: view::readiness(&self.guide.readiness, p, self.words),
        }
    }

    fn phase(&self, phase: Phase) -> PhaseDto {
        // Moving on is what the page itself offers between two phases; counted as a step it would never be done.
        let counted: Vec<&GuideStep<'_>> =
            self.guide.steps.iter().filter(|s| s.phase == phase && s.action != next::Action::Advance).collect();
        let settled = counted.iter().filter(|s| s.state != State::Open).count();
        PhaseDto {
            phase: phase.to_string(),
            done: count(settled),
            total: count(counted.len()),
            steps: self.guide.steps.iter().filter(|s| s.phase == phase).map(|s| self.step(s)).collect(),
        }
    }

    fn step(&self, step: &GuideStep<'_>) -> GuideStepDto {
        let words = self.words;
        let title_of = |id: &String| self.guide.steps.iter().find(|s| s.id == *id).map(|s| s.title(words));
        let blockers = step.blocked_by.iter();
        GuideStepDto {
            id: step.id.clone(),
            phase: step.phase.to_string(),
            action: step.action.as_str().to_owned(),
            title: step.title(words),
            why: step.why(words),
            record: step.record(words),
            never: step.never(words),
            state: step.state.as_str().to_owned(),
            note: step.note.to_owned(),
            urgency: step.urgency.as_str().to_owned(),
            due: self.case.next_deadline().map(|d| d.due.to_string()),
            blocked_by: blockers.filter_map(|id| Some(BlockerDto { id: id.clone(), title: title_of(id)? })).collect(),
            optional: step.optional,
            urgent: step.urgent,
            questions: step.questions.iter().map(|q| self.question(q)).collect(),
            evidence: step.evidence.iter().map(|asked| self.asked(asked)).collect(),
            details: step.details.iter().map(|key| self.detail(key)).collect(),
            needs: step
                .needs
                .iter()
                .map(|need| NeedDto { what: need.as_str().to_owned(), met: next::met(self.case, *need) })
                .collect(),
            contact: step.card.and_then(|card| card.contact).map(|role| role.as_str().to_owned()),
            facts: step.card.map(|card| self.facts(&card.facts)).unwrap_or_default(),
        }
    }

    fn question(&self, question: &Question) -> QuestionDto {
        let given = self.case.answers.get(&question.id);
        QuestionDto {
            id: question.id.to_string(),
            kind: question.kind.as_str().to_owned(),
            text: self.say(&question.text),
            why: self.say_any(question.why.as_ref()),
            hint: self.say_any(question.hint.as_ref()),
            choices: question
                .choices
                .iter()
                .map(|c| ChoiceDto { id: c.id.to_string(), text: self.say(&c.text) })
                .collect(),
            optional: question.optional,
            answer: given.cloned(),
            fits: given.is_none_or(|value| answer::check(question, value).is_ok()),
        }
    }

    fn asked(&self, asked: &EvidenceAsked) -> AskedDto {
        let exhibits = self.case.evidence.iter().filter(|e| e.kind.as_ref() == Some(&asked.kind));
        AskedDto {
            kind: asked.kind.to_string(),
            name: self.words.say(&format!("evidence-kind-{}", asked.kind)),
            good: self.say(&asked.good),
            proves: self.say(&asked.proves),
            never: self.say_any(asked.never.as_ref()),
            mandatory: asked.mandatory,
            claims: view::claims(&asked.claims, self.playbook, self.words),
            have: exhibits.map(|e| e.id.to_string()).collect(),
        }
    }

    fn detail(&self, key: &Key) -> DetailDto {
        DetailDto { key: key.to_string(), value: self.case.details.get(key).cloned() }
    }

    fn facts(&self, ids: &[Key]) -> Vec<FactDto> {
        ids.iter().filter_map(|id| self.playbook.fact(id.as_str())).map(|f| fact(f, self.words.language())).collect()
    }

    fn say(&self, text: &Text) -> String {
        text.of(self.words.language()).to_owned()
    }

    fn say_any(&self, text: Option<&Text>) -> Option<String> {
        text.map(|text| self.say(text))
    }
}

fn fact(fact: &Fact, language: Language) -> FactDto {
    FactDto {
        text: fact.text.of(language).to_owned(),
        source: fact.source.clone(),
        confidence: fact.confidence.as_str().to_owned(),
        checked_on: fact.checked_on.to_string(),
        unverified: fact.confidence == Confidence::C,
    }
}

fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
