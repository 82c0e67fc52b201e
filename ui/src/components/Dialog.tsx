/** A window over the window. Esc closes it, focus returns to where it was. */
import { Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { useWords } from '../lib/words';
import classes from './Dialog.module.css';

type DialogProps = { open: boolean; onClose: () => void; title: string; children: ReactNode; size?: 'md' | 'full' };

export function Dialog({ open, onClose, title, children, size = 'md' }: DialogProps): ReactNode {
  const { say } = useWords();
  return (
    <Modal opened={open} onClose={onClose} title={title} size={size === 'full' ? 'calc(100vw - 4rem)' : size} closeButtonProps={{ 'aria-label': say('win-close') }}>
      {children}
    </Modal>
  );
}

/** The row of buttons at the end: the one that acts first, the way back second. */
export function DialogActions({ children }: { children: ReactNode }): ReactNode {
  return <div className={classes.actions}>{children}</div>;
}
