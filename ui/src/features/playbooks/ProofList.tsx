/** The proof a playbook asks for: what must be there, what may be, what a good one looks like. */
import { IconTrash } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { PlaybookDoc } from '../../api/generated/PlaybookDoc';
import { useCatalog } from '../../api/queries';
import { IconButton } from '../../components/Button';
import { Check } from '../../components/Check';
import { Choice } from '../../components/Choice';
import { SavedField } from '../../components/Field';
import { useTell } from '../../components/Toasts';
import { useWords } from '../../lib/words';
import { replaced, type Edit, type SaveDoc } from './playbook';
import classes from './Playbooks.module.css';

export function ProofList({ doc, save }: { doc: PlaybookDoc; save: SaveDoc }): ReactNode {
  const { say } = useWords();
  const tell = useTell();
  const { evidence_kinds } = useCatalog();
  const change = (edit: Edit): void => void save(edit).catch(tell.refused);
  const others = evidence_kinds.filter((kind) => !doc.evidence.some((one) => one.kind === kind));
  return (
    <section className={classes.section} aria-labelledby="playbook-proof">
      <h2 id="playbook-proof">{say('win-tab-evidence')}</h2>
      <ul>
        {doc.evidence.map((asked, at) => (
          <li key={asked.kind} className={classes.proof}>
            <div className={classes.proofHead}>
              <strong>{say(`evidence-kind-${asked.kind}`)}</strong>
              {doc.own ? (
                <>
                  <Check label={say('win-playbook-mandatory')} checked={asked.mandatory} onChange={(mandatory) => change((now) => ({ ...now, evidence: replaced(now.evidence, at, { mandatory }) }))} />
                  <IconButton label={say('win-playbook-proof-remove', { name: say(`evidence-kind-${asked.kind}`) })} onClick={() => change((now) => ({ ...now, evidence: now.evidence.filter((one) => one.kind !== asked.kind) }))}>
                    <IconTrash size="1rem" aria-hidden />
                  </IconButton>
                </>
              ) : (
                <span className="dim small">{say(asked.mandatory ? 'win-asked-needed' : 'win-optional')}</span>
              )}
            </div>
            {doc.own ? (
              <SavedField label={say('win-asked-good')} value={asked.good} onSave={(good) => save((now) => ({ ...now, evidence: replaced(now.evidence, at, { good: good.trim() }) }))} />
            ) : (
              <p className="dim">{asked.good}</p>
            )}
          </li>
        ))}
      </ul>
      {doc.own && others.length > 0 && (
        <div className={classes.add}>
          <Choice
            label={say('win-playbook-proof-add')}
            options={others.map((kind) => ({ value: kind, label: say(`evidence-kind-${kind}`) }))}
            value={null}
            onChange={(kind) => change((now) => ({ ...now, evidence: [...now.evidence, { kind, mandatory: false, good: say(`evidence-kind-${kind}-good`) }] }))}
          />
        </div>
      )}
    </section>
  );
}
