/** Keyboard shortcuts of the window, declared once, so that tooltips, palette and handlers cannot differ. */
import { useEffect } from 'react';
import { isComposing } from './ime';

const IS_MAC = /Mac/.test(navigator.userAgent);

export const SHORTCUTS = {
  palette: 'mod+k',
  newCase: 'mod+n',
  nextStep: 'mod+enter',
  search: 'mod+f',
  paste: 'mod+v',
  caption: 'f2',
  earlier: 'alt+arrowup',
  later: 'alt+arrowdown',
} as const;
export type Shortcut = keyof typeof SHORTCUTS;

const NAMES: Record<string, string> = {
  mod: IS_MAC ? '⌘' : 'Ctrl',
  alt: IS_MAC ? '⌥' : 'Alt',
  enter: 'Enter',
  arrowup: '↑',
  arrowdown: '↓',
};

/** `Ctrl+K`, for people. */
export function formatShortcut(shortcut: Shortcut): string {
  const parts = SHORTCUTS[shortcut].split('+').map((part) => NAMES[part] ?? part.toUpperCase());
  return parts.join(IS_MAC ? '' : '+');
}

/** The same for assistive technology (`aria-keyshortcuts`). */
export function ariaShortcut(shortcut: Shortcut): string {
  const names: Record<string, string> = { mod: IS_MAC ? 'Meta' : 'Control', alt: 'Alt', enter: 'Enter', arrowup: 'ArrowUp', arrowdown: 'ArrowDown' };
  return SHORTCUTS[shortcut].split('+').map((part) => names[part] ?? part.toUpperCase()).join('+');
}

export function matches(event: KeyboardEvent | React.KeyboardEvent, shortcut: Shortcut): boolean {
  if (isComposing(event)) return false;
  const parts: string[] = SHORTCUTS[shortcut].split('+');
  const mod = IS_MAC ? event.metaKey : event.ctrlKey;
  return (
    event.key.toLowerCase() === parts.at(-1) &&
    mod === parts.includes('mod') &&
    event.altKey === parts.includes('alt') &&
    !event.shiftKey
  );
}

/** Runs `act` on the shortcut anywhere in the window while `active`. */
export function useShortcut(shortcut: Shortcut, act: () => void, active = true): void {
  useEffect(() => {
    if (!active) return;
    const onKey = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || !matches(event, shortcut)) return;
      event.preventDefault();
      act();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [shortcut, act, active]);
}
