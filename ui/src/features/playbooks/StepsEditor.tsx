/** The steps of a playbook in order: read, and in an own copy reworded, moved, added and taken away. */
import { IconArrowDown, IconArrowUp, IconChevronRight, IconPlus, IconTrash } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import type { PlaybookDoc } from '../../api/generated/PlaybookDoc';
import type { StepDoc } from '../../api/generated/StepDoc';
import { Button, IconButton } from '../../components/Button';
import { Check } from '../../components/Check';
import { Choice } from '../../components/Choice';
import { SavedField, TextField } from '../../components/Field';
import { Refusal } from '../../components/Refusal';
import { useTell } from '../../components/Toasts';
import { useWords } from '../../lib/words';
import { moved, PHASES, phaseKey, replaced, type SaveDoc } from './playbook';
import classes from './Playbooks.module.css';

type PartProps = { doc: PlaybookDoc; save: SaveDoc };

export function StepsEditor({ doc, save }: PartProps): ReactNode {
  const { say } = useWords();
  const [open, setOpen] = useState<string | null>(null);
  const [adding, setAdding] = useState(false);
  return (
    <section className={classes.section} aria-labelledby="playbook-steps">
      <h2 id="playbook-steps">{say('win-playbook-steps')}</h2>
      <ol>
        {doc.steps.map((step, at) => (
          <li key={step.id} className={classes.item}>
            <button type="button" className={classes.summary} aria-expanded={open === step.id} onClick={() => setOpen(open === step.id ? null : step.id)}>
              <IconChevronRight size="1rem" aria-hidden />
              <span className={classes.what}>{step.title}</span>
              <span className="dim small">
                {say(phaseKey(step.phase))}
                {step.optional && ` · ${say('win-optional')}`}
              </span>
            </button>
            {open === step.id && (doc.own ? <Editor doc={doc} at={at} step={step} save={save} /> : <Reading step={step} />)}
          </li>
        ))}
      </ol>
      {doc.own && !adding && (
        <div>
          <Button size="xs" icon={<IconPlus size="1rem" aria-hidden />} onClick={() => setAdding(true)}>
            {say('win-playbook-step-add')}
          </Button>
        </div>
      )}
      {adding && <NewStep save={save} onClose={() => setAdding(false)} />}
    </section>
  );
}

function Reading({ step }: { step: StepDoc }): ReactNode {
  const { say } = useWords();
  return (
    <div className={classes.reading}>
      <p>{step.why}</p>
      {step.record !== '' && (
        <p>
          <span className="dim">{say('win-guide-record')}</span> {step.record}
        </p>
      )}
      {step.never.map((text, at) => (
        <p key={at}>
          <span className={classes.never}>{say('win-guide-never')}</span> {text}
        </p>
      ))}
    </div>
  );
}

function Editor({ doc, at, step, save }: PartProps & { at: number; step: StepDoc }): ReactNode {
  const { say } = useWords();
  const tell = useTell();
  const set = (some: Partial<StepDoc>): Promise<unknown> => save((now) => ({ ...now, steps: replaced(now.steps, now.steps.findIndex((one) => one.id === step.id), some) }));
  const move = (to: number): void => void save((now) => ({ ...now, steps: moved(now.steps, at, to) })).catch(tell.refused);
  const remove = (): void => {
    save((now) => ({ ...now, steps: now.steps.filter((one) => one.id !== step.id) })).catch(tell.refused);
  };
  return (
    <div className={classes.editor}>
      <SavedField label={say('win-playbook-step-title')} value={step.title} onSave={(title) => set({ title: title.trim() })} />
      <SavedField label={say('win-guide-why')} lines={2} value={step.why} onSave={(why) => set({ why: why.trim() })} />
      <SavedField label={say('win-guide-record')} lines={2} value={step.record} onSave={(record) => set({ record: record.trim() })} />
      <SavedField
        label={say('win-playbook-never')}
        hint={say('win-playbook-never-hint')}
        lines={Math.max(2, step.never.length)}
        value={step.never.join('\n')}
        onSave={(text) => set({ never: text.split('\n').map((line) => line.trim()).filter((line) => line !== '') })}
      />
      <div className={classes.actions}>
        <Choice label={say('win-playbook-phase')} options={PHASES.map((value) => ({ value, label: say(phaseKey(value)) }))} value={step.phase} onChange={(phase) => void set({ phase }).catch(tell.refused)} />
        <Check label={say('win-playbook-optional')} checked={step.optional} onChange={(optional) => void set({ optional }).catch(tell.refused)} />
        <span className={classes.space} />
        <IconButton label={say('win-move-earlier')} disabled={at === 0} onClick={() => move(at - 1)}>
          <IconArrowUp size="1rem" aria-hidden />
        </IconButton>
        <IconButton label={say('win-move-later')} disabled={at === doc.steps.length - 1} onClick={() => move(at + 1)}>
          <IconArrowDown size="1rem" aria-hidden />
        </IconButton>
        <IconButton label={say('win-playbook-step-remove', { title: step.title })} onClick={remove}>
          <IconTrash size="1rem" aria-hidden />
        </IconButton>
      </div>
    </div>
  );
}

function NewStep({ save, onClose }: { save: SaveDoc; onClose: () => void }): ReactNode {
  const { say } = useWords();
  const [{ title, why, phase }, setDraft] = useState({ title: '', why: '', phase: 'gather' });
  const [error, setError] = useState<unknown>(null);
  const add = (): void => {
    const step: StepDoc = { id: '', phase, title: title.trim(), why: why.trim(), record: '', never: [], optional: true };
    // After the last step of its phase.
    save((now) => {
      const last = now.steps.map((one) => PHASES.indexOf(one.phase) <= PHASES.indexOf(phase)).lastIndexOf(true);
      return { ...now, steps: [...now.steps.slice(0, last + 1), step, ...now.steps.slice(last + 1)] };
    }).then(onClose, setError);
  };
  return (
    <form
      className={classes.editor}
      aria-label={say('win-playbook-step-add')}
      onSubmit={(event) => {
        event.preventDefault();
        add();
      }}
    >
      <TextField label={say('win-playbook-step-title')} required value={title} onChange={(text) => setDraft((old) => ({ ...old, title: text }))} />
      <TextField label={say('win-guide-why')} required lines={2} value={why} onChange={(text) => setDraft((old) => ({ ...old, why: text }))} />
      <Choice label={say('win-playbook-phase')} options={PHASES.map((value) => ({ value, label: say(phaseKey(value)) }))} value={phase} onChange={(next) => setDraft((old) => ({ ...old, phase: next }))} />
      <Refusal reason={error} />
      <div className={classes.actions}>
        <Button kind="primary" size="xs" type="submit" disabled={title.trim() === '' || why.trim() === ''}>
          {say('win-playbook-step-add')}
        </Button>
        <Button size="xs" onClick={onClose}>
          {say('win-cancel')}
        </Button>
      </div>
    </form>
  );
}
