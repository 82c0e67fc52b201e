/** What keeps the trouble from coming back: offered as dated tasks when a case is closed. */
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import type { PlaybookDoc } from '../../api/generated/PlaybookDoc';
import { Button, IconButton } from '../../components/Button';
import { Choice } from '../../components/Choice';
import { SavedField, TextField } from '../../components/Field';
import { Refusal } from '../../components/Refusal';
import { useTell } from '../../components/Toasts';
import { useWords } from '../../lib/words';
import { REPEATS } from '../shop/tasks';
import { replaced, type Edit, type SaveDoc } from './playbook';
import classes from './Playbooks.module.css';

export function PreventionList({ doc, save }: { doc: PlaybookDoc; save: SaveDoc }): ReactNode {
  const { say } = useWords();
  const tell = useTell();
  const [text, setText] = useState<string | null>(null);
  const [error, setError] = useState<unknown>(null);
  const change = (edit: Edit): void => void save(edit).catch(tell.refused);
  const often = (months: number): string => (months === 0 ? say('win-task-once') : say('win-task-every', { months }));
  const add = (): void => {
    if (text === null || text.trim() === '') return;
    save((now) => ({ ...now, prevention: [...now.prevention, { id: '', text: text.trim(), every_months: 0 }] })).then(() => {
      setText(null);
      setError(null);
    }, setError);
  };
  return (
    <section className={classes.section} aria-labelledby="playbook-prevention">
      <h2 id="playbook-prevention">{say('win-proposals')}</h2>
      <ul className={classes.preventions}>
        {doc.prevention.map((one, at) => (
          <li key={one.id} className={classes.prevention}>
            {doc.own ? (
              <>
                <SavedField label={say('win-task-title')} value={one.text} onSave={(next) => save((now) => ({ ...now, prevention: replaced(now.prevention, at, { text: next.trim() }) }))} />
                <Choice
                  label={say('win-task-repeat')}
                  options={[...new Set([...REPEATS, one.every_months])].map((months) => ({ value: String(months), label: often(months) }))}
                  value={String(one.every_months)}
                  onChange={(months) => change((now) => ({ ...now, prevention: replaced(now.prevention, at, { every_months: Number(months) }) }))}
                />
                <IconButton label={say('win-playbook-prevention-remove', { title: one.text })} onClick={() => change((now) => ({ ...now, prevention: now.prevention.filter((other) => other.id !== one.id) }))}>
                  <IconTrash size="1rem" aria-hidden />
                </IconButton>
              </>
            ) : (
              <>
                <p>{one.text}</p>
                <span className="dim small">{often(one.every_months)}</span>
              </>
            )}
          </li>
        ))}
      </ul>
      {doc.own && text === null && (
        <div>
          <Button size="xs" icon={<IconPlus size="1rem" aria-hidden />} onClick={() => setText('')}>
            {say('win-playbook-prevention-add')}
          </Button>
        </div>
      )}
      {text !== null && (
        <div className={classes.editor}>
          <TextField label={say('win-task-title')} value={text} onChange={setText} onEnter={add} />
          <Refusal reason={error} />
          <div className={classes.actions}>
            <Button size="xs" disabled={text.trim() === ''} onClick={add}>
              {say('win-playbook-prevention-add')}
            </Button>
            <Button size="xs" kind="quiet" onClick={() => setText(null)}>
              {say('win-cancel')}
            </Button>
          </div>
        </div>
      )}
    </section>
  );
}
