/** Sheets of the in-memory world: the same blocks, made more plainly. */
import type { CaseView } from '../../api/generated/CaseView';
import type { SheetBlockDto } from '../../api/generated/SheetBlockDto';
import type { SheetDto } from '../../api/generated/SheetDto';
import { inWords, type Bilingual, type RawPlaybook } from './book';
import type { World } from './world';

const block = (heading: string, kind: string, more: Partial<SheetBlockDto> = {}): SheetBlockDto => ({ heading, kind, tone: 'plain', lines: [], points: [], head: [], rows: [], blanks: 0, ...more });

function texts(world: World, list: Bilingual[] | undefined): string[] {
  return (list ?? []).map((one) => inWords(one, world.words.language));
}

const orNull = (text: string | undefined): string | null => (text === undefined || text === '' ? null : text);

export function callOf(world: World, view: CaseView, playbook: RawPlaybook, role: string): SheetDto {
  const { say } = world.words;
  const first = view.transactions[0];
  const party = view.parties.find((one) => one.role === role);
  const lines = [
    { label: say('win-shop-name'), value: orNull(world.merchant.name) },
    { label: say('win-shop-mid'), value: orNull(world.merchant.mid) },
    { label: say('win-field-terminal'), value: orNull(first?.terminal) },
    { label: say('win-field-amount'), value: orNull(first === undefined ? '' : `¥${first.amount}`) },
    { label: say('win-field-at'), value: orNull(first?.at?.slice(0, 16).replace('T', ' ')) },
    { label: say('win-field-rrn'), value: orNull(first?.rrn) },
    { label: say('win-field-trace'), value: orNull(first?.trace) },
    { label: say('win-field-response-code'), value: orNull(first?.response_code) },
    { label: say('win-field-card'), value: orNull(first?.card ?? '') },
    { label: say('win-field-order-no'), value: orNull(first?.order_no) },
  ];
  const { call } = playbook;
  return {
    title: `${say(`role-${role}`)}${party === undefined ? '' : ` · ${party.name}`}`,
    subtitle: `${view.number} · ${view.title}`,
    blocks: [
      block(say('win-facts'), 'facts', { lines }),
      block('', 'paragraph', { tone: 'say', points: [inWords(call?.opening, world.words.language).replaceAll('{shop}', world.merchant.name || '____').replaceAll('{mid}', world.merchant.mid || '____').replaceAll(/\{(\w+)\}/g, '____')] }),
      block(say('win-demands'), 'numbered', { points: texts(world, call?.ask) }),
      block(say('win-field-note'), 'points', { points: texts(world, call?.note) }),
      block(say('win-guide-never'), 'points', { tone: 'never', points: texts(world, call?.never) }),
      block(say('win-answer-note'), 'blanks', { blanks: 4 }),
    ],
  };
}

export function customerOf(world: World, view: CaseView, playbook: RawPlaybook): SheetDto {
  const { say } = world.words;
  return {
    title: say('win-sheet-customer'),
    subtitle: `${view.number} · ${view.title}`,
    blocks: [
      block('', 'points', { points: texts(world, playbook.customer?.say) }),
      block(say('win-demands'), 'numbered', { points: texts(world, playbook.customer?.ask) }),
      block(say('win-guide-never'), 'points', { tone: 'never', points: texts(world, playbook.customer?.never) }),
    ],
  };
}

export function planOf(world: World): SheetDto {
  const { say } = world.words;
  const { merchant } = world;
  return {
    title: say('win-plan'),
    subtitle: merchant.name,
    blocks: [
      block(say('win-shop-people'), 'table', { head: [say('win-field-name'), say('win-field-role'), say('win-shop-phone')], rows: merchant.people.map((one) => [one.name, say(`person-role-${one.role}`), one.phone]) }),
      block(say('win-shop-terminals'), 'table', { head: ['TID', say('win-terminal-model'), say('win-terminal-label')], rows: merchant.terminals.map((one) => [one.tid, one.model, one.label]) }),
      block(say('win-shop-fallbacks'), 'numbered', { points: merchant.fallbacks.map((one) => say(`win-fallback-${one}`)) }),
      block(say('win-shop-contact'), 'facts', { lines: [{ label: say('win-shop-acquirer'), value: orNull(merchant.acquirer) }, { label: say('win-shop-agent'), value: orNull(merchant.agent) }] }),
    ],
  };
}
