/** The shape of what is coming, so that nothing jumps when it arrives. */
import type { ReactNode } from 'react';
import { useWords } from '../lib/words';
import classes from './Skeleton.module.css';

export function Skeleton({ lines = 1, height = '0.875rem' }: { lines?: number; height?: string }): ReactNode {
  const { say } = useWords();
  return (
    <div className={classes.skeleton} role="status" aria-label={say('win-loading')}>
      {Array.from({ length: lines }, (_, line) => (
        <div key={line} className={classes.line} style={{ height }} />
      ))}
    </div>
  );
}
