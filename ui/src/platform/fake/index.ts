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
import type { RawCode, RawPlaybook } from './book';
import { fixture, fixtureCodes } from './fixture';
import { crowdedCase, dayFromNow, hugeCases, SHANGHAI, usualCases } from './samples';
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

type Options = { language?: Language; theme?: string; cases?: CaseView[]; merchant?: Partial<MerchantDto>; latency?: number; pace?: number; notices?: AppInfo['notices']; book?: RawPlaybook[]; codes?: RawCode[] };

const NO_MERCHANT: MerchantDto = {
  name: '', mid: '', licence: '', contact: '', phone: '', email: '', address: '', acquirer: '', settlement_last4: '', terminals: [], rates: [],
  legal_person: '', licence_expires: '', joined_on: '', settlement_bank: '', agent: '', agent_contact: '', acquirer_contact: '', contract_no: '', contract_signed_on: '', fees: [], people: [], fallbacks: [],
};

export async function createFake(options: Options = {}): Promise<FakePlatform> {
  const { language = 'zh-CN', theme = 'system', cases = usualCases(), latency = 0, pace = 0, notices = [] } = options;
  const world: World = {
    info: { version: '0.1.0', language, language_chosen: true, theme, data_folder: '~/.local/share/app.recourse.desktop', zone: SHANGHAI, notices },
    cases,
    marks: new Map(),
    book: [...(options.book ?? fixture)],
    own: new Map(),
    codes: options.codes ?? fixtureCodes,
    tasks: [],
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
    ['case-opened', say('event-case-opened', { number: view.number, title: view.title, playbook: view.playbook_title })],
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
  const { shipped } = await import('./shipped');
  const fake = await createFake({
    language: query.get('lang') === 'en' ? 'en' : 'zh-CN',
    theme: query.get('theme') ?? 'system',
    cases,
    merchant: world === 'empty' ? {} : SHOP,
    latency: Number(query.get('latency') ?? 20),
    pace: 250,
    ...(await shipped()),
  });
  if (world !== 'empty') {
    fake.world.tasks = [
      { id: '01JTASK1', title: '每月做一次终端自查', kind: 'self-check', who: 'owner', due: dayFromNow(-2), every_months: 1, case: null, case_number: null, last_done: dayFromNow(-33), urgency: 'overdue' },
      { id: '01JTASK2', title: '备一条 4G 线路', kind: 'backup-pos', who: 'device', due: dayFromNow(2), every_months: 0, case: cases.at(-1)?.id ?? null, case_number: '2026-0001', last_done: null, urgency: 'soon' },
      { id: '01JTASK3', title: '店员演练一次“超时”怎么办', kind: 'drill', who: 'cashier', due: dayFromNow(40), every_months: 6, case: null, case_number: null, last_done: null, urgency: 'later' },
    ];
  }
  return fake;
}

/** A shop with something amiss, so that this can be looked at too. */
const SHOP: Partial<MerchantDto> = {
  name: '川味小馆（静安店）', mid: '898310058120001', licence: '91310106MA1FY00X0X', legal_person: '陈某', licence_expires: dayFromNow(-20), contact: '陈女士', phone: '021-5555 0000',
  address: '上海市静安区某路 88 号', acquirer: '拉卡拉支付', acquirer_contact: '95016', agent: '顺达 POS 服务部', agent_contact: '微信 sd-pos', settlement_bank: '中国银行', settlement_last4: '6677',
  joined_on: dayFromNow(-400), contract_no: 'SD-2025-0917', contract_signed_on: dayFromNow(-402), fallbacks: ['wallet-code', 'cash'],
  terminals: [
    { tid: '10023345', model: 'N910', serial: 'SN2208-00713', label: '前台', imei: '860000000000000', firmware: '2.1.7', network: '4g', mid: '898310058120001', acquirer: '拉卡拉支付', channels: ['card', 'qr'], installed_on: dayFromNow(-399) },
    { tid: '10023346', model: 'N910', serial: 'SN2208-00714', label: '包间', imei: '', firmware: '', network: 'wifi', mid: '898310058129999', acquirer: '', channels: ['card'], installed_on: '' },
  ],
  rates: [
    { card_type: 'debit', percent: '0.5', cap: '20', from: dayFromNow(-402), noticed_on: '', agreed: true },
    { card_type: 'credit', percent: '0.6', cap: '', from: dayFromNow(-402), noticed_on: '', agreed: true },
    { card_type: 'credit', percent: '0.72', cap: '', from: dayFromNow(-30), noticed_on: '', agreed: false },
  ],
  fees: [{ name: '机具押金', amount: '99.00' }],
  people: [
    { name: '陈女士', role: 'owner', phone: '138 0000 0000', duties: '打电话、签字' },
    { name: '小李', role: 'cashier', phone: '', duties: '拍屏幕、记时间' },
  ],
};
