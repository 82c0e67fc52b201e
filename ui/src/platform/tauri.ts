/** The platform inside the desktop shell. The only module that imports Tauri. */
import { Channel, invoke } from '@tauri-apps/api/core';
import { listen } from '@tauri-apps/api/event';
import type { ErrorDto } from '../api/generated/ErrorDto';
import type { JobProgress } from '../api/generated/JobProgress';
import type { Answer, Args, CommandName, Platform, PlatformEvent, PlatformEvents } from './types';

/** WebView2 knows custom schemes only under this form. */
const PIXELS = navigator.userAgent.includes('Windows') ? 'http://evidence.localhost' : 'evidence://localhost';

function toErrorDto(reason: unknown): ErrorDto {
  if (typeof reason === 'object' && reason !== null && 'code' in reason && 'message' in reason) {
    const { code, message, params } = reason as Partial<ErrorDto>;
    return { code: String(code), message: String(message), params: params ?? {} };
  }
  const message = reason instanceof Error ? reason.message : String(reason);
  return { code: 'bridge', message, params: {} };
}

function sendBytes(args: Args<'evidence_add_bytes'>): Promise<unknown> {
  const headers = { 'x-case': args.case, 'x-name': encodeURIComponent(args.name), 'x-kind': args.kind };
  return invoke('evidence_add_bytes', args.bytes, { headers });
}

function send(command: CommandName, args: Record<string, unknown>): Promise<unknown> {
  if (command === 'evidence_add_bytes') return sendBytes(args as Args<'evidence_add_bytes'>);
  if (typeof args.on_progress !== 'function') return invoke(command, args);
  const channel = new Channel<JobProgress>();
  channel.onmessage = args.on_progress as (progress: JobProgress) => void;
  return invoke(command, { ...args, on_progress: channel });
}

export const tauri: Platform = {
  async call<C extends CommandName>(command: C, args: Args<C>): Promise<Answer<C>> {
    try {
      return (await send(command, args)) as Answer<C>;
    } catch (reason) {
      // eslint-disable-next-line @typescript-eslint/only-throw-error -- errors cross the bridge as documents
      throw toErrorDto(reason);
    }
  },
  on<E extends PlatformEvent>(event: E, listener: (payload: PlatformEvents[E]) => void): () => void {
    const stop = listen<PlatformEvents[E]>(event, ({ payload }) => {
      listener(payload);
    });
    return () => {
      void stop.then((unlisten) => {
        unlisten();
      });
    };
  },
  pictureUrl: (evidence, page, longest) => `${PIXELS}/${encodeURIComponent(evidence)}/${String(page)}/${String(longest)}`,
};
