/** What is on record: transactions, the other side, and what happened. Every field saves itself. */
import { useState, type ReactNode } from 'react';
import { useActOnCase } from '../../api/commands';
import type { CaseView } from '../../api/generated/CaseView';
import { useCatalog } from '../../api/queries';
import { Button } from '../../components/Button';
import { SavedField } from '../../components/Field';
import { useWords } from '../../lib/words';
import { SwitchPlaybook } from '../guide/SwitchPlaybook';
import { Parties } from './Parties';
import { Transactions } from './Transactions';
import classes from './RecordTab.module.css';

export function RecordTab({ view }: { view: CaseView }): ReactNode {
  const closed = view.stage === 'closed';
  return (
    <div className={classes.tab}>
      <Transactions view={view} closed={closed} />
      <Parties view={view} closed={closed} />
      <Circumstances view={view} closed={closed} />
    </div>
  );
}

function Circumstances({ view, closed }: { view: CaseView; closed: boolean }): ReactNode {
  const { say, knows } = useWords();
  const act = useActOnCase();
  const [switching, setSwitching] = useState(false);
  const { playbooks } = useCatalog();
  const asked = playbooks.find((playbook) => playbook.id === view.playbook)?.details ?? [];
  // What was written down under another kind of problem stays in sight.
  const details = [...new Set([...asked, ...Object.keys(view.details)])].filter((key) => knows(`detail-${key}`));
  return (
    <section className={classes.section} aria-labelledby="circumstances">
      <div className={classes.head}>
        <h2 id="circumstances">{say('win-circumstances')}</h2>
        {!closed && (
          <Button size="xs" onClick={() => setSwitching(true)}>
            {say('win-switch', { playbook: view.playbook_title })}
          </Button>
        )}
      </div>
      <div className={classes.circumstances}>
        {details.map((key) => (
          <SavedField key={key} label={say(`detail-${key}`)} disabled={closed} value={view.details[key] ?? ''} onSave={(text) => act('case_set', { id: view.id, details: { [key]: text.trim() } })} />
        ))}
      </div>
      <SwitchPlaybook view={view} open={switching} onClose={() => setSwitching(false)} />
    </section>
  );
}
