/** Who the other side is. */
import { useState, type ReactNode } from 'react';
import { useActOnCase } from '../../api/commands';
import type { CaseView } from '../../api/generated/CaseView';
import { useCatalog } from '../../api/queries';
import { Button } from '../../components/Button';
import { Choice } from '../../components/Choice';
import { TextField } from '../../components/Field';
import { Refusal } from '../../components/Refusal';
import { useDraft } from '../../lib/drafts';
import { useWords } from '../../lib/words';
import classes from './forms.module.css';

type Draft = { role: string; name: string; contact: string };
const EMPTY: Draft = { role: '', name: '', contact: '' };

type PartyFormProps = {
  view: CaseView;
  /** The role to begin with. */
  role?: string;
  /** Offers the way back, and is called once the party is on record. */
  onDone?: () => void;
  /** Called once the party is on record. */
  onSaved?: () => void;
};

export function PartyForm({ view, role: wanted, onDone, onSaved }: PartyFormProps): ReactNode {
  const { say } = useWords();
  const act = useActOnCase();
  const { roles, playbooks } = useCatalog();
  const [draft, change, forget] = useDraft<Draft>(`party-${view.id}`, EMPTY);
  const [error, setError] = useState<unknown>(null);
  const first = wanted !== undefined && roles.includes(wanted) ? wanted : playbooks.find((playbook) => playbook.id === view.playbook)?.contact_order[0] ?? 'acquirer';
  const role = draft.role === '' ? first : draft.role;
  const save = async (): Promise<void> => {
    setError(null);
    try {
      await act('party_save', { case: view.id, party: { id: '', role, name: draft.name.trim(), contact: draft.contact.trim() } });
      forget();
      onDone?.();
      onSaved?.();
    } catch (reason) {
      setError(reason);
    }
  };
  return (
    <form
      className={classes.form}
      noValidate
      aria-label={say('win-party-new')}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <div className={classes.fields}>
        <Choice label={say('win-field-role')} options={roles.map((value) => ({ value, label: say(`role-${value}`) }))} value={role} onChange={(next) => change({ role: next })} />
        <TextField label={say('win-field-name')} required maxLength={120} hint={say('win-counterparty-hint')} value={draft.name} onChange={(name) => change({ name })} />
        <TextField label={say('win-field-contact')} value={draft.contact} onChange={(contact) => change({ contact })} />
      </div>
      <Refusal
        reason={error}
        onMasked={(masked) => {
          change({ contact: masked });
          setError(null);
        }}
      />
      <div className={classes.actions}>
        <Button kind="primary" type="submit">
          {say('win-party-save')}
        </Button>
        {onDone !== undefined && <Button onClick={onDone}>{say('win-cancel')}</Button>}
      </div>
    </form>
  );
}
