/** Nothing here yet: one sentence that teaches, one action, and at most one quiet other. */
import type { ReactNode } from 'react';
import classes from './EmptyState.module.css';

type EmptyStateProps = { title: string; text?: string; action?: ReactNode; secondary?: ReactNode; level?: 'h2' | 'h3' };

export function EmptyState({ title, text, action, secondary, level: Heading = 'h2' }: EmptyStateProps): ReactNode {
  return (
    <div className={classes.empty}>
      <Heading>{title}</Heading>
      {text !== undefined && <p className="dim">{text}</p>}
      {(action !== undefined || secondary !== undefined) && (
        <div className={classes.actions}>
          {action}
          {secondary}
        </div>
      )}
    </div>
  );
}
