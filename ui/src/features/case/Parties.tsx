/** The other side: who, in which role, how to reach them. */
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useActOnCase } from '../../api/commands';
import type { CaseView } from '../../api/generated/CaseView';
import type { PartyDto } from '../../api/generated/PartyDto';
import { useCatalog } from '../../api/queries';
import { Button, IconButton } from '../../components/Button';
import { Choice } from '../../components/Choice';
import { SavedField } from '../../components/Field';
import { useTell } from '../../components/Toasts';
import { useWords } from '../../lib/words';
import { PartyForm } from './PartyForm';
import classes from './RecordTab.module.css';
import own from './Parties.module.css';

type SectionProps = { view: CaseView; closed: boolean };

export function Parties({ view, closed }: SectionProps): ReactNode {
  const { say } = useWords();
  const [adding, setAdding] = useState(false);
  return (
    <section className={classes.section} aria-labelledby="parties">
      <div className={classes.head}>
        <h2 id="parties">{say('win-facts-parties')}</h2>
        {!adding && !closed && (
          <Button size="xs" icon={<IconPlus size="1rem" aria-hidden />} onClick={() => setAdding(true)}>
            {say('win-party-new')}
          </Button>
        )}
      </div>
      {adding && <PartyForm view={view} onDone={() => setAdding(false)} />}
      {view.parties.length === 0 && !adding && <p className="dim">{say('win-parties-none')}</p>}
      <ul className={own.list}>
        {view.parties.map((party) => (
          <li key={party.id}>
            <Party view={view} party={party} closed={closed} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Party({ view, party, closed }: SectionProps & { party: PartyDto }): ReactNode {
  const { say } = useWords();
  const act = useActOnCase();
  const tell = useTell();
  const { roles } = useCatalog();
  const save = (change: Partial<PartyDto>): Promise<unknown> => act('party_save', { case: view.id, party: { ...party, ...change } });
  const remove = (): void => {
    act('party_remove', { case: view.id, id: party.id }).then(() => {
      tell.done(say('win-party-removed', { name: party.name }), () => {
        act('party_save', { case: view.id, party: { ...party, id: '' } }).catch(tell.refused);
      });
    }, tell.refused);
  };
  return (
    <div className={own.party} role="group" aria-label={party.name}>
      <Choice label={say('win-field-role')} disabled={closed} options={roles.map((value) => ({ value, label: say(`role-${value}`) }))} value={party.role} onChange={(role) => void save({ role }).catch(tell.refused)} />
      <SavedField label={say('win-field-name')} disabled={closed} maxLength={120} value={party.name} onSave={(name) => save({ name: name.trim() })} />
      <SavedField label={say('win-field-contact')} disabled={closed} value={party.contact} onSave={(contact) => save({ contact: contact.trim() })} />
      {!closed && (
        <IconButton label={say('win-party-remove', { name: party.name })} onClick={remove}>
          <IconTrash size="1rem" aria-hidden />
        </IconButton>
      )}
    </div>
  );
}
