/** The steps of a case in the in-memory world: a plain rendering of the rulebook's order, enough to draw and to try every screen. */
import type { AskedDto } from '../../api/generated/AskedDto';
import type { CaseView } from '../../api/generated/CaseView';
import type { GuideDto } from '../../api/generated/GuideDto';
import type { GuideStepDto } from '../../api/generated/GuideStepDto';
import type { MissingDto } from '../../api/generated/MissingDto';
import type { QuestionDto } from '../../api/generated/QuestionDto';
import type { ReadinessDto } from '../../api/generated/ReadinessDto';
import type { StepDto } from '../../api/generated/StepDto';
import { urgencyOf } from '../../lib/dates';
import type { Words } from '../../lib/words';
import { factsOf, holds, inWords, type RawEvidence, type RawPlaybook, type RawQuestion, type RawStep } from './book';

export type Mark = { state: 'done' | 'skipped'; note: string };
export type Marks = ReadonlyMap<string, Mark>;
type At = { view: CaseView; playbook: RawPlaybook; marks: Marks; words: Words };

export const PHASES = ['confirm', 'gather', 'contact', 'submit', 'follow-up', 'close'];

function question(raw: RawQuestion, { view, words }: At): QuestionDto {
  const text = (from: RawQuestion['why']): string | null => (from === undefined ? null : inWords(from, words.language));
  const answer = view.answers[raw.id] ?? null;
  const choices = (raw.choices ?? []).map(({ id, text: says }) => ({ id, text: inWords(says, words.language) }));
  const fits = answer === null || (raw.kind === 'choice' ? choices.some(({ id }) => id === answer) : raw.kind !== 'yes-no' || ['yes', 'no'].includes(answer));
  return { id: raw.id, kind: raw.kind, text: inWords(raw.text, words.language), why: text(raw.why), hint: text(raw.hint), choices, optional: raw.optional ?? false, answer, fits };
}

function claimsOf(asked: RawEvidence, { playbook, words }: At): string[] {
  return (asked.claims ?? []).flatMap((id) => (playbook.demand ?? []).filter((one) => one.id === id).map((one) => inWords(one.text, words.language)));
}

function asked(raw: RawEvidence, at: At): AskedDto {
  const { view, words } = at;
  return {
    kind: raw.kind,
    name: words.say(`evidence-kind-${raw.kind}`),
    good: inWords(raw.good, words.language),
    proves: inWords(raw.proves, words.language),
    never: raw.never === undefined ? null : inWords(raw.never, words.language),
    mandatory: raw.mandatory,
    claims: claimsOf(raw, at),
    have: view.evidence.filter((exhibit) => exhibit.kind === raw.kind).map(({ id }) => id),
  };
}

function isMet(view: CaseView, what: string): boolean {
  const lists: Record<string, unknown[]> = { transaction: view.transactions, counterparty: view.parties, deadline: view.deadlines, packet: view.packets };
  return (lists[what] ?? []).length > 0;
}

function wanted({ view, playbook }: At): RawEvidence[] {
  return (playbook.evidence ?? []).filter((one) => holds(one.when, view.answers));
}

/** The steps that a playbook does not name itself. */
function standing(at: At, own: RawStep[]): RawStep[] {
  const { playbook, words } = at;
  const needs = own.flatMap((step) => step.needs ?? []);
  const shown = own.flatMap((step) => step.evidence ?? []);
  const make = (id: string, phase: string, more: Partial<RawStep> = {}, values: Record<string, string> = {}, action = id): RawStep => ({
    id,
    phase,
    title: { [words.language]: words.say(`step-${action}-title`, values) },
    why: { [words.language]: words.say(`step-${action}-why`, values) },
    ...more,
  });
  const steps: RawStep[] = [];
  if (playbook.needs_transaction && !needs.includes('transaction')) steps.push(make('record-transaction', 'confirm', { needs: ['transaction'] }));
  for (const { kind, mandatory } of wanted(at)) {
    if (!shown.includes(kind)) steps.push(make(`gather-${kind}`, 'gather', { evidence: [kind], optional: !mandatory }, { evidence_kind: words.say(`evidence-kind-${kind}`) }, 'gather-evidence'));
  }
  if (!needs.includes('counterparty')) steps.push(make('name-counterparty', 'contact', { needs: ['counterparty'] }));
  if (!needs.includes('deadline')) steps.push(make('set-deadline', 'contact', { needs: ['deadline'], optional: true }));
  if (!needs.includes('packet')) steps.push(make('build-packet', 'submit', { needs: ['packet'] }));
  steps.push(make('hand-over-packet', 'submit'), make('record-answer', 'follow-up'));
  steps.push({ id: 'close-case', phase: 'close', title: { [words.language]: words.say('win-close-case') }, why: { [words.language]: words.say('win-close-case-text') } });
  // A step of the playbook by the same name stands in for it.
  return steps.filter((one) => !own.some(({ id }) => id === one.id));
}

function step(raw: RawStep, at: At): GuideStepDto {
  const { view, playbook, marks, words } = at;
  const language = words.language;
  const questions = (raw.questions ?? []).flatMap((id) => (playbook.question ?? []).filter((one) => one.id === id && holds(one.when, view.answers))).map((one) => question(one, at));
  const evidence = (raw.evidence ?? []).flatMap((kind) => wanted(at).filter((one) => one.kind === kind)).map((one) => asked(one, at));
  const details = (raw.details ?? []).map((key) => ({ key, value: view.details[key] ?? null }));
  const needs = (raw.needs ?? []).map((what) => ({ what, met: isMet(view, what) }));
  const needed = evidence.some((one) => one.mandatory) ? evidence.filter((one) => one.mandatory) : evidence;
  const asks = questions.length + evidence.length + details.length + needs.length > 0;
  const complete =
    asks &&
    questions.every((one) => one.optional || (one.answer !== null && one.fits)) &&
    needed.every((one) => one.have.length > 0) &&
    details.every((one) => one.value !== null && one.value !== '') &&
    needs.every((one) => one.met);
  const mark = marks.get(raw.id);
  const due = view.deadlines.filter((deadline) => !deadline.done).map((deadline) => deadline.due).sort()[0] ?? null;
  const action = raw.id.startsWith('gather-') ? 'gather-evidence' : raw.id.startsWith('advance-') ? 'advance' : ['hand-over-packet', 'record-answer', 'close-case'].includes(raw.id) ? raw.id : 'step';
  return {
    id: raw.id,
    phase: raw.phase,
    action,
    title: inWords(raw.title, language),
    why: inWords(raw.why, language),
    record: raw.record === undefined ? null : inWords(raw.record, language),
    never: (raw.never ?? []).map((text) => inWords(text, language)),
    state: mark?.state ?? (complete ? 'done' : 'open'),
    note: mark?.note ?? '',
    urgency: raw.urgent === true ? 'today' : due === null ? 'later' : urgencyOf(due),
    due,
    blocked_by: [],
    optional: raw.optional ?? false,
    urgent: raw.urgent ?? false,
    questions,
    evidence,
    details,
    needs,
    contact: raw.contact ?? null,
    facts: factsOf(playbook, raw.facts, language),
  };
}

function rawSteps(at: At): RawStep[] {
  const own = (at.playbook.step ?? []).filter((one) => holds(one.when, at.view.answers));
  return [...own, ...standing(at, own)].sort((a, b) => PHASES.indexOf(a.phase) - PHASES.indexOf(b.phase));
}

/** Every step that applies, with its state; moving on stands before the first phase that is reached. */
function steps(at: At): GuideStepDto[] {
  const raw = rawSteps(at);
  const made = raw.map((one) => step(one, at));
  for (const [index, one] of raw.entries()) {
    const found = made[index];
    if (found !== undefined) found.blocked_by = made.filter((other) => one.after?.includes(other.id) === true && other.state === 'open').map(({ id, title }) => ({ id, title }));
  }
  const first = made.find((one) => one.state === 'open' && !one.optional);
  const to = first?.phase ?? 'close';
  if (to === 'close' || PHASES.indexOf(at.view.stage) >= PHASES.indexOf(to)) return made;
  const { words } = at;
  const name = words.say(`stage-${to}`);
  const move = step({ id: `advance-${to}`, phase: to, title: { [words.language]: name }, why: { [words.language]: words.say('step-hand-over-packet-why') } }, at);
  const place = made.findIndex((one) => one.phase === to);
  return [...made.slice(0, place), move, ...made.slice(place)];
}

export function readinessOf(at: At): ReadinessDto {
  const { view, playbook, marks, words } = at;
  const missing: MissingDto[] = [];
  const lack = (what: string, message: string, more: Partial<MissingDto> = {}): number => missing.push({ what, message, evidence_kind: null, claims: [], skipped: null, ...more });
  let needed = 1;
  if (playbook.needs_transaction) {
    needed += 1;
    if (view.transactions.length === 0) lack('transaction', words.say('missing-transaction'));
  }
  for (const one of wanted(at).filter((evidence) => evidence.mandatory)) {
    needed += 1;
    const mark = marks.get(`gather-${one.kind}`) ?? [...marks].find(([id, { state }]) => state === 'skipped' && rawSteps(at).find((raw) => raw.id === id)?.evidence?.includes(one.kind) === true)?.[1];
    if (view.evidence.some((exhibit) => exhibit.kind === one.kind)) continue;
    lack('evidence', words.say(`evidence-kind-${one.kind}`), { evidence_kind: one.kind, claims: claimsOf(one, at), skipped: mark?.state === 'skipped' ? mark.note : null });
  }
  if (view.parties.length === 0) lack('counterparty', words.say('missing-counterparty'));
  return { score: Math.floor(((needed - missing.length) * 100) / needed), missing };
}

export function nextOf(at: At): StepDto[] {
  if (at.view.stage === 'closed') return [];
  return steps(at)
    .filter((one) => one.state === 'open')
    .map(({ id, action, phase, title, why, record, never, state, contact, urgency, due, blocked_by, optional, evidence }) => ({
      id, action, phase, title, why, record, never, state, contact, urgency, due, optional,
      blocked_by: blocked_by.map((one) => one.id), blocked_by_titles: blocked_by.map((one) => one.title), evidence_kind: evidence[0]?.kind ?? null,
    }));
}

export function guideOf(at: At): GuideDto {
  const { view, playbook, words } = at;
  const all = steps(at);
  const text = (from: RawEvidence['never']): string => inWords(from, words.language);
  const open = all.filter((one) => one.state === 'open');
  const applies = <T extends { when?: RawStep['when'] }>(list: T[] | undefined): T[] => (list ?? []).filter((one) => holds(one.when, view.answers));
  return {
    case: view.id,
    current: view.stage === 'closed' ? null : ((open.find((one) => one.id.startsWith('advance-')) ?? open.find((one) => !one.optional) ?? open[0])?.id ?? null),
    phases: PHASES.map((phase) => {
      const these = all.filter((one) => one.phase === phase);
      return { phase, done: these.filter((one) => one.state !== 'open').length, total: these.length, steps: these };
    }),
    demands: applies(playbook.demand).map((one) => ({ id: one.id, text: text(one.text), facts: factsOf(playbook, one.facts, words.language) })),
    ladder: applies(playbook.ladder).map((one) => ({
      id: one.id, role: one.role, what: text(one.what), move_on_when: text(one.move_on_when), can: one.can === undefined ? null : text(one.can),
      cannot: one.cannot === undefined ? null : text(one.cannot), facts: factsOf(playbook, one.facts, words.language),
    })),
    outcomes: (playbook.outcome ?? []).map((one) => ({ id: one.id, text: text(one.text) })),
    compliance: applies(playbook.compliance).map((one) => ({ id: one.id, text: text(one.text), facts: factsOf(playbook, one.facts, words.language) })),
    prevention: (playbook.prevention ?? []).map((one) => ({ ...one, text: text(one.text) })),
    readiness: readinessOf(at),
  };
}
