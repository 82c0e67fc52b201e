/** Cases as a shop would have them, so that every screen can be drawn and tested without the shell. */
import type { CaseView } from '../../api/generated/CaseView';
import type { DeadlineDto } from '../../api/generated/DeadlineDto';
import type { EvidenceDto } from '../../api/generated/EvidenceDto';
import type { TransactionDto } from '../../api/generated/TransactionDto';
import { daysBetween, today, urgencyOf } from '../../lib/dates';
import { catalog } from './catalog';
import { fixture } from './fixture';

export const SHANGHAI = 'Asia/Shanghai';

/** A day some days from today. */
export function dayFromNow(days: number): string {
  return new Date(Date.parse(`${today()}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

export function deadlineOf(id: string, due: string, time: string, title: string, source: string): DeadlineDto {
  const due_at = `${due}T${time === '' ? '23:59:59' : `${time}:00`}+08:00`;
  return { id, due, due_at, zone: SHANGHAI, title, source, done: false, urgency: urgencyOf(due), days_left: daysBetween(today(), due) };
}

export function emptyTransaction(): TransactionDto {
  return { id: '', amount: '', currency: 'CNY', at: null, card: null, rrn: '', trace: '', batch: '', auth: '', response_code: '', terminal: '', order_no: '', card_type: '', note: '' };
}

export function exhibitOf(number: number, kind: string | null, name: string, more: Partial<EvidenceDto> = {}): EvidenceDto {
  const pdf = name.endsWith('.pdf');
  return {
    id: `01JEVID${String(number).padStart(19, '0')}`,
    label: `E${number}`,
    sha256: number.toString(16).padStart(4, '0').repeat(16),
    kind,
    media_type: pdf ? 'application/pdf' : 'image/jpeg',
    bytes: pdf ? 482_113 : 3_412_909,
    pages: pdf ? 3 : 1,
    width_px: pdf ? 0 : 3024,
    height_px: pdf ? 0 : 4032,
    name,
    caption: '',
    source: 'merchant',
    captured_at: pdf ? null : `${dayFromNow(-6)}T14:03:22+08:00`,
    added_at: `${dayFromNow(-5)}T09:10:00+08:00`,
    ...more,
  };
}

export function blankCase(id: string, number: string, playbook: string, title: string, opened: string): CaseView {
  return {
    id, number, playbook, title, stage: 'confirm', opened_at: opened, changed_at: opened, zone: SHANGHAI, amount: null, currency: null,
    details: {}, answers: {}, parties: [], transactions: [], evidence: [], deadlines: [], packets: [],
    readiness: { score: 0, missing: [] }, next: [], playbook_title: '', mismatches: [], outcome: null, recovered: null, recovered_currency: null,
  };
}

function caseId(number: number): string {
  return `01JCASE${String(number).padStart(19, '0')}`;
}

/** Seven cases, each at another place. */
export function usualCases(): CaseView[] {
  const at = (days: number): string => `${dayFromNow(days)}T10:24:00+08:00`;
  const open = (number: number, playbook: string, title: string, days: number, more: Partial<CaseView>): CaseView => ({
    ...blankCase(caseId(number), `2026-${String(number).padStart(4, '0')}`, playbook, title, at(days)),
    ...more,
  });
  const paid = (id: string, amount: string, more: Partial<TransactionDto> = {}): TransactionDto => ({
    ...emptyTransaction(), id, amount, at: `${dayFromNow(-6)}T14:02:11+08:00`, card: '622202******1234', rrn: '112309456721',
    trace: '004512', batch: '000087', response_code: '68', terminal: '10023345', card_type: 'debit', ...more,
  });
  const lakala = { id: '01JPARTY000000000000000001', role: 'acquirer', name: '拉卡拉支付', contact: '95016' };
  return [
    open(7, 'timeout-debited', '超时却扣款 · 团购午餐', -6, {
      stage: 'gather', amount: '1280.00', currency: 'CNY', transactions: [paid('01JTX0000000000000000000A1', '1280.00')],
      parties: [lakala], details: { 'screen-text': '交易超时，请查询', network: '4G' }, answers: { 'swiped-again': 'no', 'response-code': '68' },
      evidence: [
        exhibitOf(1, 'terminal-photo', 'IMG_20261117_140322.jpg', { caption: '终端显示“交易超时 68”，时间 14:02' }),
        exhibitOf(2, 'slip', '签购单.jpg', { width_px: 4032, height_px: 3024 }),
        exhibitOf(3, null, '微信聊天记录.pdf', { source: 'customer' }),
      ],
      deadlines: [deadlineOf('01JDL00000000000000000000A', dayFromNow(2), '18:00', '向收单机构提交查询材料', '11月20日客服电话，工单 W20261120-77')],
    }),
    open(6, 'chargeback', '顾客称未收到货，银行来函调单', -11, {
      stage: 'submit', amount: '3699.00', currency: 'CNY', transactions: [paid('01JTX0000000000000000000B1', '3699.00', { response_code: '00', card_type: 'credit' })],
      parties: [{ id: '01JPARTY000000000000000002', role: 'acquirer', name: '银联商务', contact: '95534' }],
      evidence: [
        exhibitOf(1, 'notice', '调单通知.pdf', { id: '01JEVIDB00000000000000000A', pages: 2 }),
        exhibitOf(2, 'slip', '签购单 3699.jpg', { id: '01JEVIDB00000000000000000B', caption: '有持卡人签名' }),
        exhibitOf(3, 'delivery-proof', '物流签收.jpg', { id: '01JEVIDB00000000000000000C', caption: '11月3日 16:20 本人签收' }),
      ],
      deadlines: [deadlineOf('01JDL00000000000000000000B', dayFromNow(0), '', '回复调单', '银行来函第 2 页')],
      packets: [
        { id: '01JPACKET00000000000000001', channel: 'acquirer', language: 'zh-CN', sha256: 'ab'.repeat(32), bytes: 4_218_330, pages: 14, file_name: '2026-0006 证据包.pdf', built_at: at(-1), journal_seq: 18, outdated: false },
        { id: '01JPACKET00000000000000002', channel: 'acquirer', language: 'zh-CN', sha256: 'cd'.repeat(32), bytes: 3_901_118, pages: 12, file_name: '2026-0006 证据包 (1).pdf', built_at: at(-3), journal_seq: 11, outdated: true },
      ],
    }),
    open(5, 'first-swipe-fee', '新机前三笔多扣 99 元', -15, {
      stage: 'contact', amount: '99.00', currency: 'CNY', transactions: [paid('01JTX0000000000000000000C1', '99.00', { card: null, card_type: '' })],
      parties: [{ id: '01JPARTY000000000000000003', role: 'agent', name: '顺达 POS 服务部', contact: '微信 sd-pos' }],
      deadlines: [deadlineOf('01JDL00000000000000000000C', dayFromNow(-2), '', '服务商答应退款的日子', '11月10日微信聊天')],
    }),
    open(4, 'money-swallowed', '周末三笔未到账', -20, {
      stage: 'follow-up', amount: '8640.50', currency: 'CNY', transactions: [paid('01JTX0000000000000000000D1', '8640.50')],
      parties: [{ id: '01JPARTY000000000000000004', role: 'acquirer', name: '随行付', contact: '' }],
      deadlines: [deadlineOf('01JDL00000000000000000000D', dayFromNow(9), '', '收单机构答复的期限', '受理短信')],
    }),
    open(3, 'merchant-invalid', '换机后提示“商户无效”', -24, { stage: 'gather' }),
    open(2, 'debited-abnormal', '两台终端同时显示通讯失败', -31, { stage: 'gather', amount: '560.00', currency: 'CNY', transactions: [paid('01JTX0000000000000000000F1', '560.00')] }),
    open(1, 'timeout-debited', '九月十二日晚餐超时', -70, {
      stage: 'closed', amount: '432.00', currency: 'CNY', transactions: [paid('01JTX0000000000000000000G1', '432.00')], parties: [lakala],
      outcome: 'reversed', recovered: '432.00', recovered_currency: 'CNY',
    }),
  ];
}

const LONG = '顾客在三号收银台用信用卡分两次支付团体聚餐费用，第一次显示超时，第二次成功，事后两笔都被扣款，顾客要求当场退还现金';

/** Far too much: as many rows as somebody can have, with titles as long as they get. */
export function hugeCases(count: number): CaseView[] {
  return Array.from({ length: count }, (_, index) => {
    const number = count - index;
    const playbook = fixture[number % fixture.length]?.id ?? 'other';
    const stage = catalog.stages[number % catalog.stages.length] ?? 'confirm';
    const opened = `${dayFromNow(-Math.floor(index / 40))}T10:24:00+08:00`;
    const view = blankCase(caseId(number), `2026-${String(number).padStart(4, '0')}`, playbook, number % 9 === 0 ? LONG : `第 ${number} 笔 · 前台终端`, opened);
    view.stage = stage;
    if (number % 5 !== 0) {
      view.amount = `${(number * 37) % 99_000}.${String(number % 100).padStart(2, '0')}`;
      view.currency = 'CNY';
    }
    if (number % 3 === 0) view.parties = [{ id: 'p', role: 'acquirer', name: number % 9 === 0 ? '某某支付科技（集团）股份有限公司华东分公司' : '银联商务', contact: '' }];
    if (number % 4 === 0) view.deadlines = [deadlineOf(`01JDL${number}`, dayFromNow((number % 30) - 5), '', '回复对方', '通知')];
    return view;
  });
}

/** One case with far too much in it. */
export function crowdedCase(): CaseView {
  const base = usualCases()[0];
  if (base === undefined) throw new Error('there are no sample cases');
  const kinds = catalog.evidence_kinds;
  return {
    ...base,
    title: LONG,
    parties: catalog.roles.map((role, at) => ({ id: `party-${at}`, role, name: `某某支付科技（集团）股份有限公司第${at + 1}分公司`, contact: '上海市浦东新区世纪大道 8888 号 18 楼 · 400-000-0000' })),
    transactions: Array.from({ length: 14 }, (_, at) => ({ ...emptyTransaction(), id: `tx-${at}`, amount: `${(at + 1) * 1111}.00`, at: `${dayFromNow(-at)}T14:02:11+08:00`, card: '622202******1234', rrn: '112309456721', response_code: '68', note: LONG })),
    evidence: Array.from({ length: 120 }, (_, at) =>
      exhibitOf(at + 1, kinds[at % kinds.length] ?? null, at % 7 === 0 ? `${LONG}.jpg` : `IMG_${20261100 + at}.jpg`, {
        id: `01JEVIDX${String(at).padStart(18, '0')}`,
        caption: at % 5 === 0 ? LONG : '',
      }),
    ),
    deadlines: Array.from({ length: 12 }, (_, at) => deadlineOf(`dl-${at}`, dayFromNow(at * 3 - 6), at % 2 === 0 ? '18:00' : '', LONG.slice(0, 12 + at * 3), '通知第 2 页，盖章处；另见客服来电记录')),
    amount: '116655.00',
  };
}
