import { describe, expect, it, vi } from 'vitest';
import { guardComposition, isComposing } from './ime';

function press(target: EventTarget, init: KeyboardEventInit & { keyCode?: number }): KeyboardEvent {
  const event = new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...init });
  target.dispatchEvent(event);
  return event;
}

describe('isComposing', () => {
  it('knows a composition that runs', () => {
    expect(isComposing(new KeyboardEvent('keydown', { key: 'Enter', isComposing: true }))).toBe(true);
  });

  it('knows the late Enter of WebKit, which says that nothing is composed', () => {
    expect(isComposing(new KeyboardEvent('keydown', { key: 'Enter', keyCode: 229 }))).toBe(true);
  });

  it('looks through the events of React', () => {
    expect(isComposing({ nativeEvent: { isComposing: false, keyCode: 229 } })).toBe(true);
    expect(isComposing({ nativeEvent: { isComposing: false, keyCode: 13 } })).toBe(false);
  });
});

describe('guardComposition', () => {
  it('keeps composing keys from every other listener, and only those', () => {
    const heard = vi.fn();
    const stop = guardComposition(window);
    document.body.addEventListener('keydown', heard);
    press(document.body, { key: 'Enter', isComposing: true });
    press(document.body, { key: 'Escape', keyCode: 229 });
    expect(heard).not.toHaveBeenCalled();
    press(document.body, { key: 'Enter' });
    expect(heard).toHaveBeenCalledTimes(1);
    stop();
    press(document.body, { key: 'Enter', isComposing: true });
    expect(heard).toHaveBeenCalledTimes(2);
    document.body.removeEventListener('keydown', heard);
  });

  it('takes the sending of forms from the late Enter, and nothing from a running composition', () => {
    const stop = guardComposition(window);
    expect(press(document.body, { key: 'Enter', keyCode: 229 }).defaultPrevented).toBe(true);
    expect(press(document.body, { key: 'Enter', isComposing: true, keyCode: 229 }).defaultPrevented).toBe(false);
    stop();
  });
});
