/** Who the other side is. */
import { useState, type ReactNode } from 'react';
import { useActOnCase } from '../../api/commands';
import type { CaseView } from '../../api/generated/CaseView';
import type { MerchantDto } from '../../api/generated/MerchantDto';
import { useCatalog, useMerchant } from '../../api/queries';
import { Button } from '../../components/Button';
import { Choice } from '../../components/Choice';
import { TextField } from '../../components/Field';
import { Refusal } from '../../components/Refusal';
import { useDraft } from '../../lib/drafts';
import { useWords } from '../../lib/words';
import classes from './forms.module.css';

type Draft = { role: string; name: string | null; contact: string | null };
/** Null until somebody writes it: what stands in the shop's particulars is suggested. */
const EMPTY: Draft = { role: '', name: null, contact: null };

/** Whom the shop has written down for a role. */
function knownParty(merchant: MerchantDto | undefined, role: string): { name: string; contact: string } {
  if (merchant !== undefined && role === 'acquirer') return { name: merchant.acquirer, contact: merchant.acquirer_contact };
  if (merchant !== undefined && role === 'agent') return { name: merchant.agent, contact: merchant.agent_contact };
  return { name: '', contact: '' };
}

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
  const known = knownParty(useMerchant().data, role);
  const name = draft.name ?? known.name;
  const contact = draft.contact ?? known.contact;
  const save = async (): Promise<void> => {
    setError(null);
    try {
      await act('party_save', { case: view.id, party: { id: '', role, name: name.trim(), contact: contact.trim() } });
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
        <TextField label={say('win-field-name')} required maxLength={120} hint={say('win-counterparty-hint')} value={name} onChange={(text) => change({ name: text })} />
        <TextField label={say('win-field-contact')} value={contact} onChange={(text) => change({ contact: text })} />
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
