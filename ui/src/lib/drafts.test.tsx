import { act, renderHook } from '@testing-library/react';
import { expect, it } from 'vitest';
import { useDraft } from './drafts';

const EMPTY = { amount: '', title: '' };

it('is there again when somebody comes back', () => {
  const first = renderHook(() => useDraft('back', EMPTY));
  act(() => first.result.current[1]({ amount: '12' }));
  first.unmount();
  const second = renderHook(() => useDraft('back', EMPTY));
  expect(second.result.current[0]).toEqual({ amount: '12', title: '' });
  act(() => second.result.current[2]());
  expect(second.result.current[0]).toEqual(EMPTY);
  expect(localStorage.getItem('recourse.draft.back')).toBeNull();
});

it('keeps no text that holds a card number', () => {
  const first = renderHook(() => useDraft('cards', EMPTY));
  act(() => first.result.current[1]({ title: '卡 4111 1111 1111 1111', amount: '12' }));
  expect(first.result.current[0].title).toBe('卡 4111 1111 1111 1111');
  first.unmount();
  expect(renderHook(() => useDraft('cards', EMPTY)).result.current[0]).toEqual({ title: '', amount: '12' });
  expect(JSON.stringify(Object.entries(localStorage))).not.toContain('1111');
});

it('reads what the browser kept, and survives rubbish', () => {
  localStorage.setItem('recourse.draft.kept', '{"title":"t"}');
  localStorage.setItem('recourse.draft.rubbish', '{');
  expect(renderHook(() => useDraft('kept', EMPTY)).result.current[0]).toEqual({ amount: '', title: 't' });
  expect(renderHook(() => useDraft('rubbish', EMPTY)).result.current[0]).toEqual(EMPTY);
});
