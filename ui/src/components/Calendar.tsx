/** One month. Arrows move by day and week, Page Up and Down by month, Home and End within the week; Enter chooses. */
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { formatDate, today } from '../lib/dates';
import { addDays, addMonths, weekdayOf, weeksOf } from '../lib/days';
import { isComposing } from '../lib/ime';
import { useWords } from '../lib/words';
import { IconButton } from './Button';
import classes from './Calendar.module.css';

type CalendarProps = { label: string; value: string | null; onChoose: (day: string) => void };
const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7];

export function Calendar({ label, value, onChoose }: CalendarProps): ReactNode {
  const words = useWords();
  const { say } = words;
  const [now] = useState(() => today());
  const [at, setAt] = useState(value ?? now);
  const grid = useRef<HTMLTableElement>(null);
  const byKey = useRef(false);
  useEffect(() => {
    if (byKey.current) grid.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus();
    byKey.current = false;
  }, [at]);

  const onKey = (event: KeyboardEvent): void => {
    if (isComposing(event)) return;
    const to = {
      ArrowLeft: () => addDays(at, -1),
      ArrowRight: () => addDays(at, 1),
      ArrowUp: () => addDays(at, -7),
      ArrowDown: () => addDays(at, 7),
      PageUp: () => addMonths(at, -1),
      PageDown: () => addMonths(at, 1),
      Home: () => addDays(at, 1 - weekdayOf(at)),
      End: () => addDays(at, 7 - weekdayOf(at)),
    }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    byKey.current = true;
    setAt(to());
  };
  return (
    <div className={classes.calendar}>
      <div className={classes.head}>
        <IconButton label={say('win-month-before')} onClick={() => setAt(addMonths(at, -1))}>
          <IconChevronLeft size="1rem" aria-hidden />
        </IconButton>
        <strong aria-live="polite">{say('win-month-of', { year: at.slice(0, 4), month: say(`month-${Number(at.slice(5, 7))}`) })}</strong>
        <IconButton label={say('win-month-after')} onClick={() => setAt(addMonths(at, 1))}>
          <IconChevronRight size="1rem" aria-hidden />
        </IconButton>
      </div>
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role -- a table of days to choose from is a grid */}
      <table ref={grid} role="grid" aria-label={label} className={classes.grid}>
        <thead>
          <tr>
            {WEEKDAYS.map((weekday) => (
              <th key={weekday} scope="col">
                {say(`weekday-${weekday}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeksOf(at).map((week) => (
            <tr key={week[0]}>
              {week.map((day) => (
                <td key={day} aria-selected={day === value}>
                  <button
                    type="button"
                    className={classes.day}
                    tabIndex={day === at ? 0 : -1}
                    data-autofocus={day === at ? true : undefined}
                    aria-label={formatDate(day, words)}
                    aria-current={day === now ? 'date' : undefined}
                    data-chosen={day === value}
                    data-outside={day.slice(0, 7) !== at.slice(0, 7)}
                    onKeyDown={onKey}
                    onClick={() => onChoose(day)}
                  >
                    {Number(day.slice(8))}
                  </button>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
