/**
 * One dense table for lists of any length: only the rows in sight exist. Arrow keys, Page Up and Down, Home and End move;
 * Enter opens. The row at hand always exists, so that focus is never lost by scrolling.
 */
import { defaultRangeExtractor, useVirtualizer, type Range } from '@tanstack/react-virtual';
import { useCallback, useEffect, useRef, useState, type CSSProperties, type KeyboardEvent, type ReactNode } from 'react';
import { isComposing } from '../lib/ime';
import { useWords } from '../lib/words';
import classes from './DataTable.module.css';

export type Column<R> = { key: string; header: string; cell: (row: R) => ReactNode; align?: 'end'; /** Left out where the table is narrow. */ optional?: boolean };

type DataTableProps<R> = {
  label: string;
  columns: Column<R>[];
  /** CSS grid tracks, one a column. */
  tracks: string;
  /** The same without the optional columns. */
  narrowTracks?: string;
  rows: readonly R[];
  /** Rows altogether; those not yet there show as grey lines. */
  total: number;
  onOpen?: (row: R) => void;
  /** Called with the last index in sight. */
  onReach?: (index: number) => void;
  /** Where to begin, and who remembers it. */
  startAt?: number;
  onScroll?: (top: number) => void;
};

const ROW_REM = 2.25;
const OVERSCAN = 12;

function rowHeight(): number {
  return ROW_REM * Number.parseFloat(getComputedStyle(document.documentElement).fontSize || '16');
}

export function DataTable<R>({ label, columns, tracks, narrowTracks = tracks, rows, total, onOpen, onReach, startAt = 0, onScroll }: DataTableProps<R>): ReactNode {
  const { say } = useWords();
  const scroller = useRef<HTMLDivElement>(null);
  const [height] = useState(rowHeight);
  const [active, setActive] = useState(0);
  const focusNext = useRef(false);
  const at = Math.min(active, Math.max(0, total - 1));
  const withActive = useCallback(
    (range: Range) => {
      const shown = defaultRangeExtractor(range);
      return shown.includes(at) || total === 0 ? shown : [...shown, at].sort((a, b) => a - b);
    },
    [at, total],
  );
  // eslint-disable-next-line react-hooks/incompatible-library -- the virtualizer keeps its own state; nothing here is memoised over it
  const virtual = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => height,
    overscan: OVERSCAN,
    rangeExtractor: withActive,
    initialOffset: startAt,
    initialRect: { width: 1000, height: 600 },
    useFlushSync: false,
  });
  const last = virtual.range?.endIndex ?? 0;
  useEffect(() => onReach?.(last + OVERSCAN), [last, onReach]);

  useEffect(() => {
    if (!focusNext.current) return;
    const row = scroller.current?.querySelector<HTMLElement>(`[data-index="${at}"]`);
    if (row == null) return;
    focusNext.current = false;
    row.focus({ preventScroll: true });
  });

  const onKey = (event: KeyboardEvent): void => {
    if (isComposing(event)) return;
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? height) / height) - 2);
    const to = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      PageDown: at + page,
      PageUp: at - page,
      Home: 0,
      End: total - 1,
    }[event.key];
    const row = rows[at];
    if (event.key === 'Enter' && row !== undefined && onOpen !== undefined) {
      event.preventDefault();
      onOpen(row);
    }
    if (to === undefined) return;
    event.preventDefault();
    const next = Math.max(0, Math.min(total - 1, to));
    focusNext.current = true;
    setActive(next);
    virtual.scrollToIndex(next);
  };

  return (
    <div className={classes.table} role="grid" aria-label={label} aria-rowcount={total + 1} aria-colcount={columns.length} style={{ '--tracks': tracks, '--narrow-tracks': narrowTracks } as CSSProperties}>
      <div role="rowgroup" className={classes.head}>
        <div role="row" aria-rowindex={1} className={classes.row}>
          {columns.map((column) => (
            <div key={column.key} role="columnheader" data-align={column.align} data-optional={column.optional}>
              {column.header}
            </div>
          ))}
        </div>
      </div>
      <div
        ref={scroller}
        role="rowgroup"
        className={classes.body}
        onScroll={(event) => onScroll?.(event.currentTarget.scrollTop)}
      >
        <div className={classes.canvas} role="presentation" style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map(({ index, start }) => {
            const row = rows[index];
            return (
              <div
                // By place, not by row: a row that arrives while it has the focus keeps it.
                key={index}
                role="row"
                aria-rowindex={index + 2}
                data-index={index}
                tabIndex={index === at ? 0 : -1}
                className={classes.row}
                style={{ height, transform: `translateY(${start}px)` }}
                onKeyDown={onKey}
                onFocus={() => setActive(index)}
                onClick={() => {
                  if (row !== undefined) onOpen?.(row);
                }}
                data-opens={onOpen !== undefined}
              >
                {columns.map((column) => (
                  <div key={column.key} role="gridcell" data-align={column.align} data-optional={column.optional}>
                    {row === undefined ? <span className={classes.waiting} aria-label={say('win-loading')} role="img" /> : column.cell(row)}
                  </div>
                ))}
              </div>
            );
          })}
        </div>
      </div>
    </div>
  );
}
