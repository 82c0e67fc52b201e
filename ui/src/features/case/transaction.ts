/** A transaction as it is typed, and from what is on record. */
import type { TransactionDto } from '../../api/generated/TransactionDto';
import type { TransactionInput } from '../../api/generated/TransactionInput';

export function emptyInput(): TransactionInput {
  return { id: '', amount: '', currency: 'CNY', at: '', card: '', rrn: '', trace: '', batch: '', auth: '', response_code: '', terminal: '', order_no: '', card_type: '', note: '' };
}

export function toInput(transaction: TransactionDto): TransactionInput {
  const { at, card, ...rest } = transaction;
  return { ...rest, at: at ?? '', card: card ?? '' };
}
