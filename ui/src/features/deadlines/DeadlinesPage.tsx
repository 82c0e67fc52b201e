/** Every deadline of every case, most urgent first. */
import { Link, useNavigate } from '@tanstack/react-router';
import { useMemo, useState, type ReactNode } from 'react';
import { errorWords } from '../../api/errors';
import type { DeadlineRowDto } from '../../api/generated/DeadlineRowDto';
import { useDeadlines } from '../../api/queries';
import { Button } from '../../components/Button';
import { EmptyState } from '../../components/EmptyState';
import { Notice } from '../../components/Notice';
import { SearchField } from '../../components/SearchField';
import { Skeleton } from '../../components/Skeleton';
import { useWords } from '../../lib/words';
import { DeadlineLine } from './DeadlineLine';
import classes from './DeadlinesPage.module.css';

const GROUPS = ['overdue', 'today', 'soon', 'later', 'done'] as const;
/** So many at once; more on request, so that a long list stays quick. */
const PAGE = 100;

export function DeadlinesPage(): ReactNode {
  const words = useWords();
  const { say } = words;
  const navigate = useNavigate();
  const { data, error, refetch } = useDeadlines();
  const [text, setText] = useState('');
  const [shown, setShown] = useState(PAGE);
  const found = useMemo(() => {
    const wanted = text.trim().toLowerCase();
    const all = data?.deadlines ?? [];
    return wanted === '' ? all : all.filter((row) => [row.title, row.number, row.case_title, row.source].some((part) => part.toLowerCase().includes(wanted)));
  }, [data, text]);
  const rows = found.slice(0, shown);
  return (
    <div className={classes.page}>
      <header className={classes.head}>
        <h1>{say('win-deadlines')}</h1>
        <SearchField label={say('win-deadlines-search')} value={text} onChange={setText} />
      </header>
      <div className={classes.body}>
        {error !== null && (
          <Notice tone="danger" live action={<Button size="xs" onClick={() => void refetch()}>{say('win-retry')}</Button>}>
            {errorWords(error, words)}
          </Notice>
        )}
        {data === undefined && error === null && <Skeleton lines={8} />}
        {data?.deadlines.length === 0 && (
          <EmptyState title={say('win-deadlines-empty')} text={say('win-deadlines-empty-text')} action={<Button onClick={() => void navigate({ to: '/cases' })}>{say('win-deadlines-to-cases')}</Button>} />
        )}
        {data !== undefined && data.deadlines.length > 0 && found.length === 0 && <Notice live>{say('win-deadlines-none-found')}</Notice>}
        {GROUPS.map((group) => (
          <Group key={group} group={group} rows={rows.filter((row) => row.urgency === group)} />
        ))}
        {found.length > shown && <Button onClick={() => setShown((old) => old + PAGE)}>{say('win-more', { count: found.length - shown })}</Button>}
      </div>
    </div>
  );
}

function Group({ group, rows }: { group: (typeof GROUPS)[number]; rows: DeadlineRowDto[] }): ReactNode {
  const { say } = useWords();
  if (rows.length === 0) return null;
  return (
    <section className={classes.group} aria-labelledby={`group-${group}`}>
      <h2 id={`group-${group}`}>{say(`win-group-${group}`)}</h2>
      <ul>
        {rows.map((row) => (
          <li key={row.id}>
            <DeadlineLine caseId={row.case} deadline={row} closed={false}>
              <Link to="/cases/$id" params={{ id: row.case }} search={{ tab: 'deadlines' }}>
                {row.number} · {row.case_title}
              </Link>
            </DeadlineLine>
          </li>
        ))}
      </ul>
    </section>
  );
}
