import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { JobProgress } from '../api/generated/JobProgress';
import { tauri } from './tauri';

const { invoke, listen, channels } = vi.hoisted(() => ({
  invoke: vi.fn<(command: string, args: unknown, options?: unknown) => Promise<unknown>>(),
  listen: vi.fn(),
  channels: [] as { onmessage: (message: unknown) => void }[],
}));
vi.mock('@tauri-apps/api/core', () => ({
  invoke,
  Channel: class {
    onmessage = (): void => undefined;
    constructor() {
      channels.push(this);
    }
  },
}));
vi.mock('@tauri-apps/api/event', () => ({ listen }));

beforeEach(() => {
  invoke.mockReset().mockResolvedValue(null);
  listen.mockReset();
  channels.length = 0;
});

describe('the bridge', () => {
  it('sends one argument object with the names of the contract', async () => {
    await tauri.call('case_close', { id: 'a', outcome: 'lost', recovered: '', currency: 'CNY' });
    expect(invoke).toHaveBeenCalledWith('case_close', { id: 'a', outcome: 'lost', recovered: '', currency: 'CNY' });
  });

  it('sends bytes raw, with what belongs to them in headers', async () => {
    const bytes = new Uint8Array([1, 2, 3]);
    await tauri.call('evidence_add_bytes', { case: 'a', name: '签购单 1.jpg', kind: 'slip', bytes });
    expect(invoke).toHaveBeenCalledWith('evidence_add_bytes', bytes, {
      headers: { 'x-case': 'a', 'x-name': '%E7%AD%BE%E8%B4%AD%E5%8D%95%201.jpg', 'x-kind': 'slip' },
    });
  });

  it('tells progress through a channel', async () => {
    const seen: JobProgress[] = [];
    await tauri.call('doctor', { job: 'j', on_progress: (progress) => seen.push(progress) });
    const progress = { what: 'job-verifying', item: '', done: 1, total: 2 };
    channels[0]?.onmessage(progress);
    expect(invoke).toHaveBeenCalledWith('doctor', { job: 'j', on_progress: channels[0] });
    expect(seen).toEqual([progress]);
  });

  it('rejects with a document, whatever went wrong', async () => {
    invoke.mockRejectedValueOnce({ code: 'case-closed', message: 'm', params: { a: 'b' } });
    await expect(tauri.call('case_show', { id: 'a' })).rejects.toEqual({ code: 'case-closed', message: 'm', params: { a: 'b' } });
    invoke.mockRejectedValueOnce('command not allowed');
    await expect(tauri.call('case_show', { id: 'a' })).rejects.toEqual({ code: 'bridge', message: 'command not allowed', params: {} });
    invoke.mockRejectedValueOnce(new Error('torn'));
    await expect(tauri.call('case_show', { id: 'a' })).rejects.toMatchObject({ code: 'bridge', message: 'torn' });
  });

  it('stops listening, also when asked before it has begun', async () => {
    const unlisten = vi.fn();
    listen.mockResolvedValue(unlisten);
    const heard = vi.fn();
    const stop = tauri.on('case-changed', heard);
    (listen.mock.calls[0] as [string, (event: { payload: unknown }) => void])[1]({ payload: { id: 'a' } });
    expect(heard).toHaveBeenCalledWith({ id: 'a' });
    stop();
    await vi.waitFor(() => expect(unlisten).toHaveBeenCalled());
  });

  it('addresses pixels by id, page and size, never by path', () => {
    expect(tauri.pictureUrl('01ABC', 3, 1024)).toBe('evidence://localhost/01ABC/3/1024');
    expect(tauri.pictureUrl('../x', 1, 256)).toBe('evidence://localhost/..%2Fx/1/256');
  });
});
