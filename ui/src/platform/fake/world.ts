/** The in-memory world: what each command does to it. Plain and small; the rules themselves live in the program. */
import type { AddReport } from '../../api/generated/AddReport';
import type { AppInfo } from '../../api/generated/AppInfo';
import type { CaseRowDto } from '../../api/generated/CaseRowDto';
import type { CaseView } from '../../api/generated/CaseView';
import type { ErrorDto } from '../../api/generated/ErrorDto';
import type { HistoryEntry } from '../../api/generated/HistoryEntry';
import type { MerchantDto } from '../../api/generated/MerchantDto';
import type { TaskDto } from '../../api/generated/TaskDto';
import type { TransactionInput } from '../../api/generated/TransactionInput';
import { maskIfWhole } from '../../lib/card';
import type { Words } from '../../lib/words';
import { inWords, type RawCode, type RawPlaybook } from './book';
import { nextOf, readinessOf, type Mark } from './guide';

export type World = {
  info: AppInfo;
  cases: CaseView[];
  marks: Map<string, Map<string, Mark>>;
  /** Playbooks in force. */
  book: RawPlaybook[];
  /** The shipped ones that an own copy stands in for. */
  own: Map<string, RawPlaybook>;
  codes: RawCode[];
  tasks: TaskDto[];
  history: Map<string, HistoryEntry[]>;
  merchant: MerchantDto;
  words: Words;
  nextId: number;
  /** Files behind a token: what the chooser or a drop gave. */
  picked: Map<string, string[]>;
  cancelled: Set<string>;
  /** Ending of the picture on the system's clipboard, which the engine keeps from the page; null when there is none. */
  clipboard: string | null;
};

export function refuse(code: string, params: Record<string, string> = {}): ErrorDto {
  return { code, message: code, params };
}

/** Throws a document, as the bridge does. */
export function fail(code: string, params: Record<string, string> = {}): never {
  // eslint-disable-next-line @typescript-eslint/only-throw-error -- errors cross the bridge as documents
  throw refuse(code, params);
}

export function newId(world: World, kind: string): string {
  return `01J${kind}${String(world.nextId++).padStart(23 - kind.length, '0')}`;
}

export function find(world: World, id: string): CaseView {
  return world.cases.find((view) => view.id === id || view.number === id) ?? fail('case-unknown', { case: id });
}

/** The case that holds something: an exhibit, a deadline, a packet. */
export function holder(world: World, holds: (view: CaseView) => boolean, id: string): CaseView {
  return world.cases.find(holds) ?? fail('not-in-case', { what: 'item', id });
}

export function marksOf(world: World, id: string): Map<string, Mark> {
  let marks = world.marks.get(id);
  if (marks === undefined) world.marks.set(id, (marks = new Map<string, Mark>()));
  return marks;
}

export function log(world: World, id: string, kind: string, summary: string): void {
  const entries = world.history.get(id) ?? [];
  entries.push({ seq: entries.length + 1, at: new Date().toISOString().replace(/\.\d+Z$/, 'Z'), actor: 'owner', kind, summary, hash: 'f0'.repeat(32) });
  world.history.set(id, entries);
}

/** A change of a case: refused when it is closed, then written to its history. */
export function change(world: World, view: CaseView, kind: string, summary: string, act: (view: CaseView) => void): CaseView {
  if (view.stage === 'closed' && kind !== 'case-reopened' && kind !== 'note-added' && kind !== 'packet-built') fail('case-closed');
  act(view);
  view.changed_at = new Date().toISOString();
  for (const packet of view.packets) packet.outdated = kind !== 'packet-built' || packet !== view.packets[0];
  log(world, view.id, kind, summary);
  return show(world, view);
}

export function playbookOf(world: World, id: string): RawPlaybook {
  return world.book.find((one) => one.id === id) ?? fail('playbook-unknown', { value: id });
}

/** Everything that the steps of a case depend on. */
export function placeOf(world: World, view: CaseView): { view: CaseView; playbook: RawPlaybook; marks: Map<string, Mark>; words: Words } {
  return { view, playbook: playbookOf(world, view.playbook), marks: marksOf(world, view.id), words: world.words };
}

/** The case as the page sees it: a copy with everything that is worked out. */
export function show(world: World, view: CaseView): CaseView {
  const cents = view.transactions.reduce((sum, { amount }) => sum + Math.round(Number(amount) * 100), 0);
  if (view.transactions.length > 0) {
    view.amount = (cents / 100).toFixed(2);
    view.currency = view.transactions[0]?.currency ?? 'CNY';
  }
  const at = placeOf(world, view);
  view.playbook_title = inWords(at.playbook.title, world.words.language);
  view.readiness = readinessOf(at);
  view.next = nextOf(at);
  return structuredClone(view);
}

export function rowOf(view: CaseView): CaseRowDto {
  const { id, number, title, playbook, playbook_title, stage, amount, currency, changed_at } = view;
  const open = view.deadlines.filter((deadline) => !deadline.done).map((deadline) => deadline.due);
  return { id, number, title, playbook, playbook_title, stage, amount, currency, changed_at, next_due: open.sort()[0] ?? null, counterparty: view.parties[0]?.name ?? null };
}

/** Checks a transaction as typed, the way the program would. */
export function recordTransaction(world: World, view: CaseView, input: TransactionInput): void {
  const masked = maskIfWhole(input.card);
  if (masked !== null) fail('card-not-masked', { masked });
  const amount = input.amount.replace(/[¥￥,\s]/g, '');
  if (!/^\d+(\.\d+)?$/.test(amount)) fail('money-not-a-number', { value: input.amount });
  if (/\.\d{3,}$/.test(amount)) fail('money-too-many-decimals', { value: input.amount, currency: input.currency });
  const at = input.at === '' ? null : /T/.test(input.at) ? input.at : `${input.at.replace(' ', 'T')}:00+08:00`;
  const { card, ...fields } = input;
  const record = { ...fields, currency: input.currency || 'CNY', amount: Number(amount).toFixed(2), at, card: card === '' ? null : card };
  const old = view.transactions.findIndex(({ id }) => id === input.id);
  if (old >= 0) view.transactions[old] = record;
  else view.transactions.push({ ...record, id: newId(world, 'TX') });
}

/** Takes files in; a name with "empty" or a foreign ending is refused, a known one is told as a duplicate. */
export function takeIn(world: World, view: CaseView, names: string[], kind: string | undefined, exhibit: (number: number, name: string) => CaseView['evidence'][number]): AddReport {
  const report: AddReport = { added: [], refused: [] };
  for (const name of names) {
    if (!/\.(jpe?g|png|webp|pdf)$/i.test(name)) {
      report.refused.push({ name, code: 'file-kind-unknown', message: 'Only photos and PDF files can be evidence.' });
      continue;
    }
    const twin = view.evidence.find((one) => one.name === name);
    const number = view.evidence.length + 1;
    const made = twin ?? { ...exhibit(number, name), id: newId(world, 'EV'), kind: kind === undefined || kind === '' ? null : kind };
    if (twin === undefined) view.evidence.push(made);
    const { id, label, sha256, media_type, bytes, pages } = made;
    report.added.push({ id, label, sha256, kind: made.kind, media_type, bytes, pages, duplicate_of: twin?.id ?? null, warnings: [] });
  }
  if (report.added.length > 0) change(world, view, 'evidence-added', names.join('、'), () => undefined);
  return report;
}
