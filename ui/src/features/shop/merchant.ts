/** Keeping the shop's particulars: one change after the other, each on top of what is stored by then. */
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useRef } from 'react';
import type { MerchantDto } from '../../api/generated/MerchantDto';
import type { RateDto } from '../../api/generated/RateDto';
import type { TerminalDto } from '../../api/generated/TerminalDto';
import { usePlatform } from '../../api/platform';
import { keys } from '../../api/queries';

export type Change = (merchant: MerchantDto) => MerchantDto;
export type Save = (change: Change) => Promise<unknown>;
export type PartProps = { merchant: MerchantDto; save: Save };

/** Two fields saved at once must not undo each other. */
export function useSaveMerchant(): Save {
  const platform = usePlatform();
  const client = useQueryClient();
  const queue = useRef<Promise<unknown>>(Promise.resolve());
  return useCallback(
    (change) => {
      const send = async (): Promise<void> => {
        const now = client.getQueryData<MerchantDto>(keys.merchant);
        if (now === undefined) return;
        client.setQueryData(keys.merchant, await platform.call('merchant_set', { merchant: change(now) }));
        void client.invalidateQueries({ queryKey: keys.shopFindings });
        // Every case is filled from the shop.
        for (const key of ['case', 'sheet']) void client.invalidateQueries({ queryKey: [key] });
      };
      const turn = queue.current.then(send, send);
      queue.current = turn;
      return turn;
    },
    [platform, client],
  );
}

/** The list with some of one item changed. */
export function replaced<T>(list: T[], at: number, change: Partial<T>): T[] {
  return list.map((item, index) => (index === at ? { ...item, ...change } : item));
}

export function without<T>(list: T[], at: number): T[] {
  return list.filter((_, index) => index !== at);
}

export const NEW_TERMINAL: TerminalDto = { tid: '', model: '', serial: '', label: '', imei: '', firmware: '', network: '', mid: '', acquirer: '', channels: [], installed_on: '' };
export const NEW_RATE: RateDto = { card_type: 'debit', percent: '', cap: '', from: '', noticed_on: '', agreed: true };
