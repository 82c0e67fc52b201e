import { act, renderHook } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { useAutosave } from './autosave';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

type Save = (text: string) => Promise<unknown>;

function field(save: Save, value = 'old') {
  return renderHook(({ value: now }) => useAutosave(now, save), { initialProps: { value } });
}
const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms));

describe('autosave', () => {
  it('saves after a pause, once, with the last text', async () => {
    const save = vi.fn(() => Promise.resolve());
    const { result } = field(save);
    act(() => result.current.change('n'));
    await pass(300);
    act(() => result.current.change('new'));
    await pass(300);
    expect(save).not.toHaveBeenCalled();
    await pass(700);
    expect(save.mock.calls).toEqual([['new']]);
    expect(result.current.state).toBe('saved');
  });

  it('saves at once when the field is left, and nothing when nothing changed', async () => {
    const save = vi.fn(() => Promise.resolve());
    const { result } = field(save);
    act(() => result.current.flush());
    expect(save).not.toHaveBeenCalled();
    act(() => result.current.change('new'));
    act(() => result.current.flush());
    await pass(0);
    expect(save.mock.calls).toEqual([['new']]);
  });

  it('does not take a composition for a pause', async () => {
    const save = vi.fn(() => Promise.resolve());
    const { result } = field(save);
    act(() => result.current.compose(true));
    act(() => result.current.change('zhong'));
    await pass(5_000);
    act(() => result.current.flush());
    expect(save).not.toHaveBeenCalled();
    act(() => result.current.change('中'));
    act(() => result.current.compose(false));
    await pass(700);
    expect(save.mock.calls).toEqual([['中']]);
  });

  it('saves what is unsaved when the page is left', async () => {
    const save = vi.fn(() => Promise.resolve());
    const { result, unmount } = field(save);
    act(() => result.current.change('new'));
    unmount();
    await pass(0);
    expect(save.mock.calls).toEqual([['new']]);
  });

  it('keeps what was typed when it is refused, and tries again only after a change', async () => {
    const save = vi.fn<Save>(() => Promise.reject(new Error('no')));
    const { result } = field(save);
    act(() => result.current.change('bad'));
    await pass(700);
    expect(result.current).toMatchObject({ text: 'bad', state: 'failed' });
    await pass(10_000);
    expect(save).toHaveBeenCalledTimes(1);
    save.mockResolvedValue(null);
    act(() => result.current.change('good'));
    await pass(700);
    expect(result.current.state).toBe('saved');
  });

  it('sends what was typed while the last text was on its way', async () => {
    let release: () => void = () => undefined;
    const save = vi.fn<Save>(() => new Promise((resolve) => (release = () => resolve(null))));
    const { result } = field(save);
    act(() => result.current.change('one'));
    await pass(700);
    act(() => result.current.change('two'));
    await pass(700);
    expect(save.mock.calls).toEqual([['one']]);
    await act(async () => {
      release();
      await Promise.resolve();
    });
    await pass(700);
    expect(save.mock.calls).toEqual([['one'], ['two']]);
  });

  it('shows what arrives from outside, unless something unsaved is in the field', async () => {
    const save = vi.fn(() => Promise.resolve());
    const { result, rerender } = field(save);
    rerender({ value: 'theirs' });
    expect(result.current.text).toBe('theirs');
    act(() => result.current.change('mine'));
    rerender({ value: 'theirs again' });
    expect(result.current.text).toBe('mine');
    await pass(700);
    expect(save.mock.calls).toEqual([['mine']]);
  });
});
