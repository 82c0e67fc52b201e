/**
 * The platform without a shell: an in-memory world for tests and for looking at the page in a plain browser. It never
 * reaches a production build.
 */
import type { AppInfo } from '../../api/generated/AppInfo';
import type { CaseView } from '../../api/generated/CaseView';
import type { ErrorDto } from '../../api/generated/ErrorDto';
import type { MerchantDto } from '../../api/generated/MerchantDto';
import { loadWords, wordsOf, type Language } from '../../lib/words';
import type { Answer, Args, CommandName, Platform, PlatformEvent, PlatformEvents } from '../types';
import { handlers } from './commands';
import { pictureOf } from './pictures';
import { crowdedCase, hugeCases, SHANGHAI, usualCases } from './samples';
import type { World } from './world';

export type FakePlatform = Platform & {
  /** Commands as they were called, oldest first. */
  calls: { command: CommandName; args: unknown }[];
  /** The next call of this command is refused with this document. */
  failNext: (command: CommandName, error: ErrorDto) => void;
  /** Holds every call of this command until the returned function is called. */
  hold: (command: CommandName) => () => void;
  /** Tells the page something, as the shell would. */
  emit: <E extends PlatformEvent>(event: E, payload: PlatformEvents[E]) => void;
  /** Puts files behind a token, as a drop does. */
  offer: (names: string[]) => string;
  world: World;
};

type Options = { language?: Language; theme?: string; cases?: CaseView[]; merchant?: Partial<MerchantDto>; latency?: number; pace?: number; notices?: AppInfo['notices'] };

const NO_MERCHANT: MerchantDto = { name: '', mid: '', licence: '', contact: '', phone: '', email: '', address: '', acquirer: '', settlement_last4: '', terminals: [], rates: [] };

export async function createFake(options: Options = {}): Promise<FakePlatform> {
  const { language = 'zh-CN', theme = 'system', cases = usualCases(), latency = 0, pace = 0, notices = [] } = options;
  const world: World = {
    info: { version: '0.1.0', language, language_chosen: true, theme, data_folder: '~/.local/share/app.recourse.desktop', zone: SHANGHAI, notices },
    cases,
    marks: new Map(),
    history: new Map(),
    merchant: { ...NO_MERCHANT, ...options.merchant },
    words: wordsOf(await loadWords(language), language),
    nextId: 100,
    picked: new Map(),
    cancelled: new Set(),
    clipboard: null,
  };
  for (const view of cases.slice(0, 20)) seedHistory(world, view);
  const known = handlers(pace);
  const failing = new Map<CommandName, ErrorDto>();
  const held = new Map<CommandName, Promise<void>>();
  const listeners = new Map<PlatformEvent, Set<(payload: never) => void>>();
  const calls: FakePlatform['calls'] = [];

  return {
    world,
    calls,
    async call<C extends CommandName>(command: C, args: Args<C>): Promise<Answer<C>> {
      calls.push({ command, args });
      if (latency > 0) await new Promise((resolve) => setTimeout(resolve, latency));
      await held.get(command);
      const error = failing.get(command);
      failing.delete(command);
      // eslint-disable-next-line @typescript-eslint/only-throw-error -- errors cross the bridge as documents
      if (error !== undefined) throw error;
      const answer = await known[command](world, args);
      if (command === 'set_preferences') world.words = wordsOf(await loadWords(world.info.language as Language), world.info.language as Language);
      return answer;
    },
    on(event, listener) {
      const these = listeners.get(event) ?? new Set();
      listeners.set(event, these.add(listener));
      return () => these.delete(listener);
    },
    pictureUrl: (evidence, page) => pictureOf(world.cases.flatMap((view) => view.evidence).find((exhibit) => exhibit.id === evidence), page),
    failNext: (command, error) => failing.set(command, error),
    hold(command) {
      let release: () => void = () => undefined;
      held.set(command, new Promise((resolve) => (release = resolve)));
      return () => {
        held.delete(command);
        release();
      };
    },
    emit: (event, payload) => listeners.get(event)?.forEach((listener) => listener(payload as never)),
    offer(names) {
      const token = `offered-${world.nextId++}`;
      world.picked.set(token, names);
      return token;
    },
  };
}

function seedHistory(world: World, view: CaseView): void {
  const { say } = world.words;
  const lines: [string, string][] = [
    ['case-opened', say('event-case-opened', { number: view.number, title: view.title, playbook: say(`playbook-${view.playbook}`) })],
    ...view.transactions.map((one): [string, string] => ['transaction-recorded', say('event-transaction-recorded', { amount: one.amount, at: one.at ?? '' })]),
    ...view.evidence.map((one): [string, string] => ['evidence-added', say('event-evidence-added', { label: one.label, name: one.name, sha256: one.sha256 })]),
    ...view.deadlines.map((one): [string, string] => ['deadline-set', say('event-deadline-set', { title: one.title, date: one.due, source: one.source })]),
  ];
  world.history.set(
    view.id,
    lines.map(([kind, summary], at) => ({ seq: at + 1, at: view.opened_at, actor: 'owner', kind, summary, hash: 'f0'.repeat(32) })),
  );
}

/** Picks a world by the address: `?world=empty|usual|huge&lang=en&theme=dark`. */
export async function fakeFromAddress(): Promise<FakePlatform> {
  const query = new URLSearchParams(window.location.search);
  // The hash history reads the query too: what was meant for this world must not look like an address of the page.
  window.history.replaceState(null, '', `${window.location.pathname}${window.location.hash}`);
  const world = query.get('world') ?? 'usual';
  const cases = world === 'empty' ? [] : world === 'huge' ? [crowdedCase(), ...hugeCases(100_000)] : usualCases();
  const merchant =
    world === 'empty'
      ? {}
      : {
          name: '川味小馆（静安店）', mid: '898310058120001', contact: '陈女士', phone: '021-5555 0000', acquirer: '拉卡拉支付', settlement_last4: '6677',
          terminals: [{ tid: '10023345', model: 'N910', serial: 'SN2208-00713', label: '前台' }],
          rates: [{ card_type: 'debit', percent: '0.5', cap: '20' }, { card_type: 'credit', percent: '0.6', cap: '' }],
        };
  return createFake({ language: query.get('lang') === 'en' ? 'en' : 'zh-CN', theme: query.get('theme') ?? 'system', cases, merchant, latency: Number(query.get('latency') ?? 20), pace: 250 });
}
