/** Short messages at the foot of the window, with an undo where there is one. */
import { IconX } from '@tabler/icons-react';
import { createContext, useCallback, useContext, useEffect, useMemo, useState, type ReactNode } from 'react';
import { errorWords, isCancelled } from '../api/errors';
import { useWords } from '../lib/words';
import { Button, IconButton } from './Button';
import classes from './Toasts.module.css';

type Toast = { id: number; text: string; tone: 'plain' | 'danger'; undo?: () => void };
export type Tell = {
  /** Says that something happened; `undo` offers the way back. */
  done: (text: string, undo?: () => void) => void;
  /** Says why something did not happen. A cancelled job says nothing. */
  refused: (reason: unknown) => void;
};

const TellContext = createContext<Tell | null>(null);
const SHOWN_MS = 7_000;
const AT_MOST = 3;
let nextId = 1;

export function useTell(): Tell {
  const tell = useContext(TellContext);
  if (tell === null) throw new Error('ToastProvider is missing');
  return tell;
}

export function ToastProvider({ children }: { children: ReactNode }): ReactNode {
  const words = useWords();
  const [toasts, setToasts] = useState<Toast[]>([]);
  const add = useCallback((toast: Omit<Toast, 'id'>) => {
    setToasts((old) => [...old.slice(1 - AT_MOST), { ...toast, id: nextId++ }]);
  }, []);
  const drop = useCallback((id: number) => setToasts((old) => old.filter((toast) => toast.id !== id)), []);
  const tell = useMemo<Tell>(
    () => ({
      done: (text, undo) => add({ text, tone: 'plain', ...(undo === undefined ? {} : { undo }) }),
      refused: (reason) => {
        if (!isCancelled(reason)) add({ text: errorWords(reason, words), tone: 'danger' });
      },
    }),
    [add, words],
  );
  return (
    <TellContext value={tell}>
      {children}
      <div className={classes.toasts} role="region" aria-label={words.say('win-messages')}>
        <div role="status" aria-live="polite">
          {toasts.map((toast) => (
            <ToastCard key={toast.id} toast={toast} onGone={drop} />
          ))}
        </div>
      </div>
    </TellContext>
  );
}

function ToastCard({ toast, onGone }: { toast: Toast; onGone: (id: number) => void }): ReactNode {
  const { say } = useWords();
  const [held, setHeld] = useState(false);
  useEffect(() => {
    // An error stays until it has been read; anything else goes by itself unless somebody is at it.
    if (held || toast.tone === 'danger') return;
    const timer = setTimeout(() => onGone(toast.id), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [held, toast, onGone]);
  return (
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions -- only holds the message while somebody is at it
    <div
      className={classes.toast}
      data-tone={toast.tone}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <p>{toast.text}</p>
      {toast.undo !== undefined && (
        <Button
          size="xs"
          onClick={() => {
            toast.undo?.();
            onGone(toast.id);
          }}
        >
          {say('win-undo')}
        </Button>
      )}
      <IconButton label={say('win-close')} onClick={() => onGone(toast.id)}>
        <IconX size="1rem" aria-hidden />
      </IconButton>
    </div>
  );
}
