/** Where the shop's particulars do not agree with themselves, in the in-memory world. */
import type { FindingDto } from '../../api/generated/FindingDto';
import { today } from '../../lib/dates';
import type { World } from './world';

export function findingsOf({ merchant, words }: World): FindingDto[] {
  const found: FindingDto[] = [];
  const add = (code: string, zh: string, en: string): number => found.push({ code, message: words.language === 'en' ? en : zh, item: null, params: {} });
  if (merchant.licence_expires !== '' && merchant.licence_expires < today()) add('licence-expired', `营业执照 ${merchant.licence_expires} 已到期。先换证，再把新证发给收单机构。`, `The licence expired on ${merchant.licence_expires}. Renew it, then send it to the acquirer.`);
  for (const one of merchant.terminals) {
    if (one.mid !== '' && merchant.mid !== '' && one.mid !== merchant.mid) add('terminal-mid-differs', `终端 ${one.tid} 绑的商户号 ${one.mid} 不是本店的。请收单机构核对绑定。`, `Terminal ${one.tid} is bound to merchant number ${one.mid}, not to this shop's. Ask the acquirer to check.`);
  }
  if (merchant.rates.some((one) => !one.agreed)) add('rate-not-agreed', '信用卡费率从 0.6% 变成 0.72%，没有通知记录，也没有同意。要求对方说明依据。', 'The credit card rate went from 0.6% to 0.72% without notice or consent. Ask them for the ground.');
  return found;
}
