/** Long work: what, how far, how long, and the way out. */
import { useEffect, useState, type ReactNode } from 'react';
import type { JobProgress } from '../api/generated/JobProgress';
import { useWords } from '../lib/words';
import { Button } from './Button';
import classes from './Progress.module.css';

type ProgressProps = { progress: JobProgress; label: string; onCancel: () => void };

/** Before this many seconds an estimate would jump about. */
const GUESS_AFTER_S = 3;

export function Progress({ progress, label, onCancel }: ProgressProps): ReactNode {
  const { say, knows } = useWords();
  const left = useTimeLeft(progress);
  const known = progress.total > 0;
  const percent = known ? Math.min(100, Math.floor((progress.done / progress.total) * 100)) : 0;
  const what = knows(progress.what) ? say(progress.what) : label;
  return (
    <div className={classes.progress}>
      <div className={classes.head}>
        <p role="status">{progress.item === '' ? what : say('win-progress-item', { what, item: progress.item })}</p>
        <span className="dim">{known ? say('win-progress-percent', { percent: String(percent) }) : ''}</span>
      </div>
      <div
        className={classes.track}
        role="progressbar"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={100}
        {...(known ? { 'aria-valuenow': percent } : {})}
      >
        <div className={classes.bar} data-known={known} style={known ? { width: `${percent}%` } : undefined} />
      </div>
      <div className={classes.foot}>
        <span className="dim small">{left === null ? '' : say('win-progress-left', { seconds: left })}</span>
        <Button size="xs" onClick={onCancel}>
          {say('win-cancel')}
        </Button>
      </div>
    </div>
  );
}

function useTimeLeft({ done, total }: JobProgress): number | null {
  const [begun] = useState(() => performance.now());
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setSeconds(Math.floor((performance.now() - begun) / 1000)), 500);
    return () => clearInterval(timer);
  }, [begun]);
  if (seconds < GUESS_AFTER_S || done === 0 || total === 0) return null;
  return Math.max(1, Math.round((seconds * (total - done)) / done));
}
