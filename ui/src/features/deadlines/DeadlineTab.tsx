/** The deadlines of one case. */
import { IconPlus } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import type { CaseView } from '../../api/generated/CaseView';
import { Button } from '../../components/Button';
import { useWords } from '../../lib/words';
import { DeadlineForm } from './DeadlineForm';
import { DeadlineLine } from './DeadlineLine';
import classes from './DeadlinesPage.module.css';

export function DeadlineTab({ view }: { view: CaseView }): ReactNode {
  const { say } = useWords();
  const closed = view.stage === 'closed';
  const none = view.deadlines.length === 0;
  const [adding, setAdding] = useState(false);
  const sorted = [...view.deadlines].sort((a, b) => Number(a.done) - Number(b.done) || a.due_at.localeCompare(b.due_at));
  return (
    <div className={classes.tab}>
      {none && !adding && <p className="dim">{say('win-deadlines-none')}</p>}
      {!adding && !closed && (
        <div>
          <Button kind={none ? 'primary' : 'default'} icon={<IconPlus size="1rem" aria-hidden />} onClick={() => setAdding(true)}>
            {say('win-deadline-new')}
          </Button>
        </div>
      )}
      {adding && <DeadlineForm view={view} onDone={() => setAdding(false)} />}
      <ul>
        {sorted.map((deadline) => (
          <li key={deadline.id}>
            <DeadlineLine caseId={view.id} deadline={deadline} closed={closed} />
          </li>
        ))}
      </ul>
    </div>
  );
}
