/** Every case in one dense table: search, stages, and the next date of each. */
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { useCasePages } from '../../api/case-pages';
import { errorWords } from '../../api/errors';
import type { CaseRowDto } from '../../api/generated/CaseRowDto';
import { useCatalog } from '../../api/queries';
import { Button } from '../../components/Button';
import { DataTable, type Column } from '../../components/DataTable';
import { Notice } from '../../components/Notice';
import { SearchField } from '../../components/SearchField';
import { Urgency } from '../../components/Urgency';
import { daysBetween, formatDate, formatLeft, today, urgencyOf } from '../../lib/dates';
import { formatMoney } from '../../lib/money';
import { useWords, type Words } from '../../lib/words';
import { FirstCase } from './FirstCase';
import { StartNotices } from './StartNotices';
import classes from './CasesPage.module.css';

const TRACKS = '5.5rem minmax(8rem, 1fr) minmax(4rem, 11rem) 7rem 4.75rem minmax(15rem, 16rem)';
const NARROW_TRACKS = '5.5rem minmax(6rem, 1fr) 6.5rem 4.5rem 7.5rem';

/** How far each list was scrolled, so that Back returns to the same place. */
const scrolled = new Map<string, number>();

export function CasesPage(): ReactNode {
  const words = useWords();
  const { say } = words;
  const navigate = useNavigate();
  const { stage = '', text = '' } = useSearch({ strict: false });
  const filter = useMemo(() => ({ stages: stage === '' ? [] : [stage], text }), [stage, text]);
  const pages = useCasePages(filter);
  const columns = useMemo(() => columnsIn(words), [words]);
  const name = `${stage}|${text}`;

  const refine = useCallback(
    (change: { stage?: string; text?: string }) => void navigate({ to: '/cases', search: { stage, text, ...change }, replace: true }),
    [navigate, stage, text],
  );
  const open = useCallback((row: CaseRowDto) => void navigate({ to: '/cases/$id', params: { id: row.id } }), [navigate]);

  const filtered = stage !== '' || text !== '';
  const none = pages.state === 'ready' && pages.total === 0;
  return (
    <div className={classes.page}>
      <StartNotices />
      <header className={classes.head}>
        <h1>{say('win-cases')}</h1>
        <Search value={text} onChange={(next) => refine({ text: next })} />
        <span className="dim" role="status">
          {pages.state === 'ready' && !(none && !filtered) ? say('win-cases-count', { count: pages.total }) : ''}
        </span>
      </header>
      <StageChips chosen={stage} onChoose={(next) => refine({ stage: next })} />
      <div className={classes.body}>
        {pages.state === 'failed' && (
          <div className={classes.trouble}>
            <Notice tone="danger" live title={say('win-cases-trouble')} action={<Button size="xs" onClick={pages.retry}>{say('win-retry')}</Button>}>
              {errorWords(pages.error, words)}
            </Notice>
          </div>
        )}
        {none && !filtered && <FirstCase />}
        {none && filtered && (
          <div className={classes.trouble}>
            <Notice live action={<Button size="xs" onClick={() => refine({ stage: '', text: '' })}>{say('win-cases-all')}</Button>}>
              {say('win-cases-none-found')}
            </Notice>
          </div>
        )}
        {!none && pages.state !== 'failed' && (
          <DataTable
            key={name}
            label={say('win-cases')}
            columns={columns}
            tracks={TRACKS}
            narrowTracks={NARROW_TRACKS}
            rows={pages.rows}
            total={pages.state === 'loading' ? 12 : pages.total}
            onOpen={open}
            onReach={pages.want}
            startAt={scrolled.get(name) ?? 0}
            onScroll={(top) => scrolled.set(name, top)}
          />
        )}
      </div>
    </div>
  );
}

/** Typing filters after a short pause; the address follows. */
function Search({ value, onChange }: { value: string; onChange: (value: string) => void }): ReactNode {
  const { say } = useWords();
  const [text, setText] = useState(value);
  const [shown, setShown] = useState(value);
  const send = useRef(onChange);
  useEffect(() => {
    send.current = onChange;
  });
  if (value !== shown) {
    setShown(value);
    setText(value);
  }
  useEffect(() => {
    if (text === shown) return;
    const timer = setTimeout(() => send.current(text.trim()), 150);
    return () => clearTimeout(timer);
  }, [text, shown]);
  return <SearchField label={say('win-cases-search')} value={text} onChange={setText} />;
}

function StageChips({ chosen, onChoose }: { chosen: string; onChoose: (stage: string) => void }): ReactNode {
  const { say } = useWords();
  const { stages } = useCatalog();
  return (
    <div className={classes.chips} role="group" aria-label={say('win-cases-by-stage')}>
      {['', ...stages].map((stage) => (
        <button key={stage} type="button" className={classes.chip} aria-pressed={stage === chosen} onClick={() => onChoose(stage)}>
          {stage === '' ? say('win-cases-all') : say(`stage-${stage}`)}
        </button>
      ))}
    </div>
  );
}

function columnsIn(words: Words): Column<CaseRowDto>[] {
  const { say } = words;
  const now = today();
  return [
    { key: 'number', header: say('win-column-number'), cell: (row) => <span className="dim">{row.number}</span> },
    { key: 'title', header: say('win-column-title'), cell: (row) => <span className={classes.title}>{row.title}</span> },
    { key: 'counterparty', header: say('win-column-counterparty'), optional: true, cell: (row) => row.counterparty ?? '' },
    {
      key: 'amount',
      header: say('win-column-amount'),
      align: 'end',
      cell: (row) => (row.amount === null || row.currency === null ? '' : formatMoney(row.amount, row.currency)),
    },
    { key: 'stage', header: say('win-column-stage'), cell: (row) => say(`stage-${row.stage}`) },
    { key: 'next', header: say('win-column-next'), cell: (row) => <NextDate due={row.stage === 'closed' ? null : row.next_due} now={now} words={words} /> },
  ];
}

function NextDate({ due, now, words }: { due: string | null; now: string; words: Words }): ReactNode {
  if (due === null) return null;
  const urgency = urgencyOf(due, now);
  return (
    <Urgency urgency={urgency}>
      {formatLeft(daysBetween(now, due), urgency, words)}
      <span className={classes.date}>{formatDate(due, words)}</span>
    </Urgency>
  );
}
