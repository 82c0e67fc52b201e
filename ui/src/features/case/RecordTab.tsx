/** What is on record: transactions, the other side, and what happened. Every field saves itself. */
import type { ReactNode } from 'react';
import { useActOnCase } from '../../api/commands';
import type { CaseView } from '../../api/generated/CaseView';
import { useCatalog } from '../../api/queries';
import { Choice } from '../../components/Choice';
import { SavedField } from '../../components/Field';
import { useTell } from '../../components/Toasts';
import { useWords } from '../../lib/words';
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
  const { say } = useWords();
  const act = useActOnCase();
  const tell = useTell();
  const { playbooks } = useCatalog();
  const details = playbooks.find((playbook) => playbook.id === view.playbook)?.details ?? [];
  return (
    <section className={classes.section} aria-labelledby="circumstances">
      <h2 id="circumstances">{say('win-circumstances')}</h2>
      <div className={classes.circumstances}>
        <Choice
          label={say('win-field-playbook')}
          disabled={closed}
          options={playbooks.map(({ id }) => ({ value: id, label: say(`playbook-${id}`) }))}
          value={view.playbook}
          onChange={(playbook) => void act('case_set', { id: view.id, playbook, details: {} }).catch(tell.refused)}
        />
        {details.map((key) => (
          <SavedField key={key} label={say(`detail-${key}`)} disabled={closed} value={view.details[key] ?? ''} onSave={(text) => act('case_set', { id: view.id, details: { [key]: text.trim() } })} />
        ))}
      </div>
    </section>
  );
}
