/** The catalogue of the in-memory world: the same names as the shipped playbooks and channels. */
import type { Catalog } from '../../api/generated/Catalog';
import type { CatalogPlaybook } from '../../api/generated/CatalogPlaybook';
import type { ChannelInfo } from '../../api/generated/ChannelInfo';

type Asked = Record<string, boolean>;

function playbook(id: string, about: string, contact_order: string[], details: string[], asked: Asked, needs_transaction = true): CatalogPlaybook {
  const evidence = Object.entries(asked).map(([kind, mandatory]) => ({ kind, mandatory }));
  return { id, about, needs_transaction, contact_order, details, evidence };
}

function channel(id: string, max_bytes: number | null = null): ChannelInfo {
  const known = max_bytes !== null;
  return { id, max_bytes, max_pages: null, source: known ? 'Help pages' : '', confidence: known ? 'A' : '', checked_on: known ? '2026-11-22' : '' };
}

export const catalog: Catalog = {
  playbooks: [
    playbook('timeout-debited', 'principal', ['acquirer', 'agent'], ['screen-text', 'network', 'goods-delivered', 'repeated-swipe', 'steps-tried'], {
      'terminal-photo': true,
      'merchant-backend': true,
      'customer-notice': false,
      slip: false,
      'settlement-statement': false,
      'call-record': false,
    }),
    playbook('debited-abnormal', 'principal', ['acquirer', 'issuer'], ['screen-text', 'goods-delivered', 'customer-refunded'], {
      'terminal-photo': true,
      slip: true,
      'customer-notice': false,
    }),
    playbook('first-swipe-fee', 'fee', ['agent', 'acquirer'], ['fee-charged', 'fee-basis', 'contract-said', 'who-promised'], {
      'contract-rate': true,
      'settlement-statement': true,
      'chat-record': false,
    }),
    playbook('money-swallowed', 'principal', ['acquirer'], ['settlement-account', 'risk-notice', 'holiday-between'], {
      slip: true,
      'settlement-statement': true,
      'merchant-backend': false,
    }),
    playbook('merchant-invalid', 'service', ['agent', 'acquirer'], ['since-when', 'all-cards', 'recent-change', 'unsettled-money'], { 'terminal-photo': true, licence: true, 'device-label': false }, false),
    playbook('chargeback', 'principal', ['acquirer', 'network'], ['reason-code', 'notice-received', 'reply-due', 'goods-delivered', 'cardholder-claim'], {
      notice: true,
      slip: true,
      'delivery-proof': false,
      'chat-record': false,
    }),
    playbook('other', 'service', ['acquirer'], ['what-happened', 'what-wanted'], { other: false }, false),
  ],
  evidence_kinds: [
    'terminal-photo', 'merchant-backend', 'customer-notice', 'slip', 'settlement-statement', 'call-record', 'contract-rate',
    'chat-record', 'licence', 'device-label', 'notice', 'delivery-proof', 'other',
  ],
  channels: [channel('acquirer'), channel('bank'), channel('regulator'), channel('print'), channel('paypal', 10_000_000), channel('adyen', 2_000_000)],
  stages: ['confirm', 'gather', 'contact', 'submit', 'follow-up', 'closed'],
  outcomes: [
    'fee-waived', 'fee-refunded', 'reversed', 'credit-adjustment', 'settled-to-merchant', 'resettled', 'status-corrected',
    'merchant-restored', 'withdrawn', 'partial', 'lost', 'police', 'lawsuit',
  ],
  roles: ['acquirer', 'agent', 'issuer', 'wallet', 'network', 'customer', 'regulator'],
  sources: ['merchant', 'customer', 'acquirer', 'bank', 'agent', 'other'],
};
