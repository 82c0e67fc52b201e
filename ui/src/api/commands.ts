/** What the page does. A command that answers with a case puts it in place of the old one at once. */
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Answer, Args, CaseCommand, CommandName } from '../platform';
import type { CaseView } from './generated/CaseView';
import type { JobProgress } from './generated/JobProgress';
import { isCancelled } from './errors';
import { usePlatform } from './platform';
import { forgetAround, keys } from './queries';

export type ActOnCase = <C extends CaseCommand>(command: C, args: Args<C>) => Promise<CaseView>;

/** Runs a command that changes one case. Rejects with an `ErrorDto`. */
export function useActOnCase(): ActOnCase {
  const platform = usePlatform();
  const client = useQueryClient();
  return useCallback(
    async (command, args) => {
      const view = await platform.call(command, args);
      client.setQueryData(keys.case(view.id), view);
      forgetAround(client, view.id);
      return view;
    },
    [platform, client],
  );
}

/** Reads a case again after a command that answers with something else, e.g. a report. */
export function useRefreshCase(): (id: string) => Promise<void> {
  const client = useQueryClient();
  return useCallback(
    async (id) => {
      forgetAround(client, id);
      await client.invalidateQueries({ queryKey: keys.case(id) });
    },
    [client],
  );
}

type WatchedCommand = { [C in CommandName]: Args<C> extends { job: string } ? (C extends 'job_cancel' ? never : C) : never }[CommandName];

export type Job<C extends WatchedCommand> = {
  /** Null while nothing runs. */
  progress: JobProgress | null;
  /** Resolves with null when the owner cancelled. */
  run: (args: Omit<Args<C>, 'job' | 'on_progress'>) => Promise<Answer<C> | null>;
  cancel: () => void;
};

const STARTING: JobProgress = { what: '', item: '', done: 0, total: 0 };

/** Long work with progress and a way out. */
export function useJob<C extends WatchedCommand>(command: C): Job<C> {
  const platform = usePlatform();
  const [progress, setProgress] = useState<JobProgress | null>(null);
  const job = useRef<string | null>(null);
  const here = useRef(true);
  useEffect(() => {
    here.current = true;
    return () => {
      here.current = false;
    };
  }, []);

  const cancel = useCallback(() => {
    if (job.current !== null) void platform.call('job_cancel', { job: job.current }).catch(() => undefined);
  }, [platform]);

  const run = useCallback(
    async (args: Omit<Args<C>, 'job' | 'on_progress'>): Promise<Answer<C> | null> => {
      const id = crypto.randomUUID();
      job.current = id;
      setProgress(STARTING);
      const onProgress = (now: JobProgress): void => {
        if (here.current && job.current === id) setProgress(now);
      };
      try {
        return await platform.call(command, { ...args, job: id, on_progress: onProgress });
      } catch (reason) {
        if (isCancelled(reason)) return null;
        throw reason;
      } finally {
        if (job.current === id) job.current = null;
        if (here.current) setProgress(null);
      }
    },
    [platform, command],
  );
  return { progress, run, cancel };
}
