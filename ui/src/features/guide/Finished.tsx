/** The case is closed: how it ended, and what keeps it from happening again, as dated tasks. */
import { useState, type ReactNode } from 'react';
import type { CaseView } from '../../api/generated/CaseView';
import { Button } from '../../components/Button';
import { EmptyState } from '../../components/EmptyState';
import { useWords } from '../../lib/words';
import { ReopenDialog } from '../case/CloseDialog';
import { Proposals } from '../shop/Proposals';
import classes from './GuideTab.module.css';

export function Finished({ view }: { view: CaseView }): ReactNode {
  const { say } = useWords();
  const [asking, setAsking] = useState(false);
  return (
    <div className={classes.tab}>
      <EmptyState
        title={say('win-closed-title')}
        text={view.outcome === null ? say('win-closed-text') : say(`outcome-${view.outcome}`)}
        action={<Button onClick={() => setAsking(true)}>{say('win-reopen')}</Button>}
      />
      <Proposals caseId={view.id} />
      <ReopenDialog view={view} open={asking} onClose={() => setAsking(false)} />
    </div>
  );
}
