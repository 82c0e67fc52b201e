/** Reading and changing a playbook: one change after the other, each on top of what is kept by then. */
import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useCallback, useRef } from 'react';
import type { PlaybookDoc } from '../../api/generated/PlaybookDoc';
import { usePlatform } from '../../api/platform';
import { keys } from '../../api/queries';

export type Edit = (doc: PlaybookDoc) => PlaybookDoc;
export type SaveDoc = (edit: Edit) => Promise<unknown>;

export const PHASES = ['confirm', 'gather', 'contact', 'submit', 'follow-up', 'close'];

/** Words of a phase; the last one is called as the stage after it. */
export function phaseKey(phase: string): string {
  return phase === 'close' ? 'stage-closed' : `stage-${phase}`;
}

/** Everything that is made from the playbooks. */
export function forgetPlaybooks(client: QueryClient): void {
  for (const key of ['catalog', 'case', 'guide', 'triage', 'sheet', 'task-proposals']) void client.invalidateQueries({ queryKey: [key] });
}

export function useSaveDoc(id: string): SaveDoc {
  const platform = usePlatform();
  const client = useQueryClient();
  const queue = useRef<Promise<unknown>>(Promise.resolve());
  return useCallback(
    (edit) => {
      const send = async (): Promise<void> => {
        const now = client.getQueryData<PlaybookDoc>(keys.playbook(id));
        if (now === undefined) return;
        client.setQueryData(keys.playbook(id), await platform.call('playbook_edit', { id, doc: edit(now) }));
        forgetPlaybooks(client);
      };
      const turn = queue.current.then(send, send);
      queue.current = turn;
      return turn;
    },
    [platform, client, id],
  );
}

export function replaced<T>(list: T[], at: number, change: Partial<T>): T[] {
  return list.map((item, index) => (index === at ? { ...item, ...change } : item));
}

export function moved<T>(list: T[], from: number, to: number): T[] {
  const rest = list.filter((_, index) => index !== from);
  return [...rest.slice(0, to), ...list.slice(from, from + 1), ...rest.slice(to)];
}
