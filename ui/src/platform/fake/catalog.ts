/** The catalogue of the in-memory world, without its playbooks: the same names as the program's. */
import type { Catalog } from '../../api/generated/Catalog';
import type { ChannelInfo } from '../../api/generated/ChannelInfo';

function channel(id: string, max_bytes: number | null = null): ChannelInfo {
  const known = max_bytes !== null;
  return { id, max_bytes, max_pages: null, source: known ? 'Help pages' : '', confidence: known ? 'A' : '', checked_on: known ? '2026-11-22' : '' };
}

export const catalog: Catalog = {
  playbooks: [],
  symptoms: [],
  kinds: [],
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
