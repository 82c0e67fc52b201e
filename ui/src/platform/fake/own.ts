/** Own copies of playbooks in the in-memory world. */
import type { PlaybookDoc } from '../../api/generated/PlaybookDoc';
import type { PlaybookFault } from '../../api/generated/PlaybookFault';
import { inWords, type RawPlaybook } from './book';
import { fail, playbookOf, type World } from './world';

export function docOf(world: World, id: string): PlaybookDoc {
  const raw = playbookOf(world, id);
  const text = (from: Parameters<typeof inWords>[0]): string => inWords(from, world.words.language);
  return {
    id,
    own: world.own.has(id),
    title: text(raw.title),
    summary: text(raw.summary),
    steps: (raw.step ?? []).map((one) => ({ id: one.id, phase: one.phase, title: text(one.title), why: text(one.why), record: text(one.record), never: (one.never ?? []).map(text), optional: one.optional ?? false })),
    evidence: (raw.evidence ?? []).map((one) => ({ kind: one.kind, mandatory: one.mandatory, good: text(one.good) })),
    prevention: (raw.prevention ?? []).map((one) => ({ id: one.id, text: text(one.text), every_months: one.every_months })),
  };
}

/** Puts an own copy in the place of the shipped one; what stood there first is remembered. */
export function keep(world: World, raw: RawPlaybook): void {
  const at = world.book.findIndex((one) => one.id === raw.id);
  const old = world.book[at];
  if (old === undefined) world.book.push(raw);
  else {
    if (!world.own.has(raw.id)) world.own.set(raw.id, old);
    world.book[at] = raw;
  }
}

export function edit(world: World, id: string, doc: PlaybookDoc): PlaybookDoc {
  const raw = playbookOf(world, id);
  const says = (text: string): { 'zh-CN'?: string; en?: string } => ({ [world.words.language]: text });
  const empty = doc.steps.find((one) => one.title.trim() === '');
  if (empty !== undefined) fail('text-empty', { field: 'title' });
  keep(world, {
    ...raw,
    title: says(doc.title),
    summary: says(doc.summary),
    step: doc.steps.map((one, at) => ({
      ...raw.step?.find((old) => old.id === one.id),
      id: one.id === '' ? `own-step-${at + 1}` : one.id,
      phase: one.phase,
      title: says(one.title),
      why: says(one.why),
      never: one.never.map(says),
      optional: one.optional,
      ...(one.record === '' ? {} : { record: says(one.record) }),
    })),
    evidence: doc.evidence.map((one) => ({ ...raw.evidence?.find((old) => old.kind === one.kind), ...one, good: says(one.good) })),
    prevention: doc.prevention.map((one, at) => ({
      ...(raw.prevention?.find((old) => old.id === one.id) ?? { kind: 'records', who: 'owner', first_after_days: 30 }),
      id: one.id === '' ? `own-task-${at + 1}` : one.id,
      text: says(one.text),
      every_months: one.every_months,
    })),
  });
  return docOf(world, id);
}

export function reset(world: World, id: string): PlaybookDoc {
  const old = world.own.get(id) ?? fail('playbook-unknown', { value: id });
  world.own.delete(id);
  world.book = world.book.map((one) => (one.id === id ? old : one));
  return docOf(world, id);
}

/** The text of a playbook in this world: a head that says what it is, and the rest as a document. */
export function textOf(raw: RawPlaybook): string {
  return `format = 1\n${JSON.stringify(raw)}`;
}

export function keepText(world: World, text: string): PlaybookDoc {
  if (faultsOf(text).length > 0) fail('playbook-broken', { count: '1' });
  const raw = JSON.parse(text.slice(text.indexOf('\n') + 1)) as RawPlaybook;
  keep(world, raw);
  return docOf(world, raw.id);
}

/** What is wrong with a text: nothing is read here but whether it could be one. */
export function faultsOf(text: string): PlaybookFault[] {
  return text.startsWith('format = 1') ? [] : [{ line: 1, column: 1, code: 'playbook-format', message: 'format = 1' }];
}
