/** The history of the case: the journal in words, newest first, and a place for a remark. */
import { useVirtualizer } from '@tanstack/react-virtual';
import { useMemo, useRef, useState, type ReactNode } from 'react';
import { useActOnCase } from '../../api/commands';
import { errorWords } from '../../api/errors';
import type { CaseView } from '../../api/generated/CaseView';
import type { HistoryEntry } from '../../api/generated/HistoryEntry';
import { useHistory } from '../../api/queries';
import { Button } from '../../components/Button';
import { TextField } from '../../components/Field';
import { Notice } from '../../components/Notice';
import { Skeleton } from '../../components/Skeleton';
import { useDraft } from '../../lib/drafts';
import { formatMoment } from '../../lib/dates';
import { useWords } from '../../lib/words';
import classes from './HistoryTab.module.css';

const ROW_PX = 64;

export function HistoryTab({ view }: { view: CaseView }): ReactNode {
  const words = useWords();
  const { data, error } = useHistory(view.id);
  return (
    <div className={classes.tab}>
      <NoteForm view={view} />
      {error !== null && (
        <Notice tone="danger" live>
          {errorWords(error, words)}
        </Notice>
      )}
      {data === undefined ? error === null && <Skeleton lines={6} /> : <Entries events={data.events} zone={view.zone} />}
    </div>
  );
}

function Entries({ events, zone }: { events: HistoryEntry[]; zone: string }): ReactNode {
  const words = useWords();
  const { say } = words;
  const scroller = useRef<HTMLDivElement>(null);
  const newest = useMemo(() => [...events].reverse(), [events]);
  // eslint-disable-next-line react-hooks/incompatible-library -- the virtualizer keeps its own state; nothing here is memoised over it
  const virtual = useVirtualizer({
    count: newest.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_PX,
    overscan: 10,
    initialRect: { width: 600, height: 600 },
    useFlushSync: false,
  });
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a region that scrolls must be reachable by keyboard
    <div ref={scroller} className={classes.scroller} tabIndex={0} role="region" aria-label={say('win-history')}>
      <ol className={classes.list} style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, start, key }) => {
          const entry = newest[index];
          if (entry === undefined) return null;
          return (
            <li key={key} ref={virtual.measureElement} data-index={index} className={classes.entry} aria-setsize={newest.length} aria-posinset={index + 1} style={{ transform: `translateY(${start}px)` }}>
              <p className="dim small">
                {formatMoment(entry.at, zone, words)} · {say(`actor-${entry.actor}`)}
              </p>
              <p>{entry.summary}</p>
            </li>
          );
        })}
      </ol>
    </div>
  );
}

function NoteForm({ view }: { view: CaseView }): ReactNode {
  const words = useWords();
  const { say } = words;
  const act = useActOnCase();
  const [{ text }, change, forget] = useDraft(`note-${view.id}`, { text: '' });
  const [error, setError] = useState<unknown>(null);
  const save = async (): Promise<void> => {
    if (text.trim() === '') return;
    try {
      await act('case_note', { id: view.id, text: text.trim() });
      forget();
      setError(null);
    } catch (reason) {
      setError(reason);
    }
  };
  return (
    <form
      className={classes.note}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <TextField label={say('win-field-note')} hint={say('win-note-hint')} value={text} onChange={(next) => change({ text: next })} onEnter={() => void save()} error={error === null ? null : errorWords(error, words)} />
      <Button type="submit" disabled={text.trim() === ''}>
        {say('win-note-save')}
      </Button>
    </form>
  );
}
