import { renderHook } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { ariaShortcut, formatShortcut, matches, useShortcut } from './shortcuts';

it('names a shortcut for people and for assistive technology', () => {
  expect(formatShortcut('nextStep')).toBe('Ctrl+Enter');
  expect(formatShortcut('earlier')).toBe('Alt+↑');
  expect(ariaShortcut('palette')).toBe('Control+K');
});

it('matches exactly its own keys', () => {
  expect(matches(new KeyboardEvent('keydown', { key: 'k', ctrlKey: true }), 'palette')).toBe(true);
  expect(matches(new KeyboardEvent('keydown', { key: 'K', ctrlKey: true }), 'palette')).toBe(true);
  expect(matches(new KeyboardEvent('keydown', { key: 'k' }), 'palette')).toBe(false);
  expect(matches(new KeyboardEvent('keydown', { key: 'k', ctrlKey: true, altKey: true }), 'palette')).toBe(false);
  expect(matches(new KeyboardEvent('keydown', { key: 'F2' }), 'caption')).toBe(true);
});

it('is deaf while something is composed, and while it is off', () => {
  const act = vi.fn();
  const { rerender } = renderHook(({ on }) => useShortcut('nextStep', act, on), { initialProps: { on: true } });
  window.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', ctrlKey: true, isComposing: true }));
  window.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', ctrlKey: true, keyCode: 229 }));
  expect(act).not.toHaveBeenCalled();
  window.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', ctrlKey: true }));
  expect(act).toHaveBeenCalledTimes(1);
  rerender({ on: false });
  window.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', ctrlKey: true }));
  expect(act).toHaveBeenCalledTimes(1);
});
