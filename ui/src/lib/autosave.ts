/**
 * Saving by itself: a pause in typing, leaving the field, or leaving the page. Composition with an input method is not a
 * pause. What arrives from outside is shown only when nothing unsaved is in the field.
 */
import { useCallback, useEffect, useRef, useState } from 'react';

const PAUSE_MS = 700;

export type SaveState = 'idle' | 'saving' | 'saved' | 'failed';
export type Autosave = {
  text: string;
  state: SaveState;
  error: unknown;
  change: (text: string) => void;
  flush: () => void;
  compose: (composing: boolean) => void;
};

export function useAutosave(value: string, save: (text: string) => Promise<unknown>): Autosave {
  const [text, setText] = useState(value);
  const [state, setState] = useState<SaveState>('idle');
  const [error, setError] = useState<unknown>(null);
  const [seen, setSeen] = useState(value);
  const work = useRef({ text: value, saved: value, timer: 0, composing: false, busy: false, here: true, save });

  useEffect(() => {
    work.current.save = save;
  });
  if (value !== seen) {
    setSeen(value);
    if (text === seen) setText(value);
  }
  useEffect(() => {
    const now = work.current;
    if (now.text === now.saved) now.text = value;
    now.saved = value;
  }, [value]);

  const flush = useCallback(() => {
    const now = work.current;
    clearTimeout(now.timer);
    if (now.busy || now.composing || now.text === now.saved) return;
    const sending = now.text;
    now.busy = true;
    if (now.here) setState('saving');
    void now
      .save(sending)
      .then(
        () => {
          now.saved = sending;
          if (!now.here) return;
          setError(null);
          setState('saved');
        },
        (reason: unknown) => {
          // Not tried again until it is changed: the same text would be refused again.
          if (!now.here) return;
          setError(reason);
          setState('failed');
        },
      )
      .finally(() => {
        now.busy = false;
        if (now.text !== sending) schedule(now, flushRef.current);
      });
  }, []);
  const flushRef = useRef(flush);

  const change = useCallback(
    (next: string) => {
      const now = work.current;
      now.text = next;
      setText(next);
      setState('idle');
      setError(null);
      if (!now.composing) schedule(now, flush);
    },
    [flush],
  );
  const compose = useCallback(
    (composing: boolean) => {
      work.current.composing = composing;
      if (composing) clearTimeout(work.current.timer);
      else schedule(work.current, flush);
    },
    [flush],
  );
  useEffect(() => {
    const now = work.current;
    now.here = true;
    return () => {
      now.here = false;
      now.composing = false;
      flush();
    };
  }, [flush]);
  return { text, state, error, change, flush, compose };
}

function schedule(now: { timer: number }, flush: () => void): void {
  clearTimeout(now.timer);
  now.timer = window.setTimeout(flush, PAUSE_MS);
}
