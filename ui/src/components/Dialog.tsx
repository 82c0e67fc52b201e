/** A window over the window. Esc closes it, focus returns to where it was. */
import { Modal } from '@mantine/core';
import { useEffect, type ReactNode } from 'react';
import { useWords } from '../lib/words';
import classes from './Dialog.module.css';

type DialogProps = { open: boolean; onClose: () => void; title: string; children: ReactNode; size?: 'md' | 'wide' | 'full' };

const SIZES = { md: 'md', wide: '52rem', full: 'calc(100vw - 4rem)' };

export function Dialog({ open, onClose, title, children, size = 'md' }: DialogProps): ReactNode {
  const { say } = useWords();
  useReturnOfFocus(open);
  return (
    <Modal opened={open} onClose={onClose} title={title} size={SIZES[size]} closeButtonProps={{ 'aria-label': say('win-close') }}>
      {children}
    </Modal>
  );
}

/** The library gives the focus back when a dialog closes, but not when one is taken away while open. */
function useReturnOfFocus(open: boolean): void {
  useEffect(() => {
    if (!open) return;
    const before = document.activeElement;
    return () => {
      // Whoever acted on the way out may have put the focus somewhere better.
      if (document.activeElement !== null && document.activeElement !== document.body) return;
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, [open]);
}

/** The row of buttons at the end: the one that acts first, the way back second. */
export function DialogActions({ children }: { children: ReactNode }): ReactNode {
  return <div className={classes.actions}>{children}</div>;
}
