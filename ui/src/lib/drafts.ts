/**
 * What was typed and not yet sent, so that Back never loses it. Kept in memory, and in the browser's storage where there
 * is one. Fields for card numbers are never given to this module, and a text that holds a whole one, a CVV or a PIN is not kept.
 */
import { useCallback, useState } from 'react';
import { holdsSecret } from './secret';

const kept = new Map<string, unknown>();
const PREFIX = 'recourse.draft.';

function read<T>(name: string, empty: T): T {
  if (kept.has(name)) return { ...empty, ...(kept.get(name) as Partial<T>) };
  try {
    const stored = localStorage.getItem(PREFIX + name);
    if (stored !== null) return { ...empty, ...(JSON.parse(stored) as Partial<T>) };
  } catch {
    // No storage, or something unreadable in it: start afresh.
  }
  return empty;
}

/** The draft without texts that hold a card number, a CVV or a PIN. */
function withoutSecrets(draft: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(draft).filter(([, value]) => typeof value !== 'string' || !holdsSecret(value)));
}

function write(name: string, draft: Record<string, unknown>): void {
  const value = withoutSecrets(draft);
  kept.set(name, value);
  try {
    localStorage.setItem(PREFIX + name, JSON.stringify(value));
  } catch {
    // Memory is enough for going back.
  }
}

export function forgetDraft(name: string): void {
  kept.delete(name);
  try {
    localStorage.removeItem(PREFIX + name);
  } catch {
    // Nothing was stored.
  }
}

export function forgetEveryDraft(): void {
  for (const name of [...kept.keys()]) forgetDraft(name);
}

/** A draft object by name: its value, a change of some of its fields, and forgetting it. */
export function useDraft<T extends Record<string, unknown>>(name: string, empty: T): [T, (change: Partial<T>) => void, () => void] {
  const [draft, setDraft] = useState<T>(() => read(name, empty));
  const change = useCallback(
    (some: Partial<T>) => {
      setDraft((old) => {
        const next = { ...old, ...some };
        write(name, next);
        return next;
      });
    },
    [name],
  );
  const forget = useCallback(() => {
    forgetDraft(name);
    setDraft(empty);
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the empty draft is a constant of the caller
  }, [name]);
  return [draft, change, forget];
}
