/** One task: what, until when, who, how often. */
import { useState, type ReactNode } from 'react';
import { toError } from '../../api/errors';
import { errorWords } from '../../api/errors';
import type { ErrorDto } from '../../api/generated/ErrorDto';
import type { TaskDto } from '../../api/generated/TaskDto';
import { Button } from '../../components/Button';
import { Choice } from '../../components/Choice';
import { DateField } from '../../components/DateField';
import { TextField } from '../../components/Field';
import { Refusal } from '../../components/Refusal';
import { useDraft } from '../../lib/drafts';
import { useWords } from '../../lib/words';
import forms from '../case/forms.module.css';
import { PERSON_ROLES } from './People';
import { REPEATS, TASK_KINDS, useActOnTasks } from './tasks';

type Draft = { title: string; due: string; who: string; kind: string; every: string };

export function TaskForm({ task, onClose }: { task: TaskDto | null; onClose: () => void }): ReactNode {
  const words = useWords();
  const { say } = words;
  const act = useActOnTasks();
  const before: Draft = task === null ? { title: '', due: '', who: 'owner', kind: 'self-check', every: '0' } : { title: task.title, due: task.due, who: task.who, kind: task.kind, every: String(task.every_months) };
  const [draft, change, forget] = useDraft<Draft>(`task-${task?.id ?? ''}`, before);
  const [error, setError] = useState<ErrorDto | null>(null);
  const close = (): void => {
    forget();
    onClose();
  };
  const save = (): void => {
    const { title, due, who, kind, every } = draft;
    act('task_save', { task: { id: task?.id ?? '', title: title.trim(), due, who, kind, every_months: Number(every), case: task?.case ?? '' } }).then(close, (reason: unknown) => setError(toError(reason)));
  };
  const repeats = [...new Set([...REPEATS, Number(draft.every)])].sort((a, b) => a - b);
  const dateWrong = error?.code === 'date-unreadable';
  const titleWrong = error?.code === 'text-empty' && error.params.field === 'title';
  return (
    <form
      className={forms.form}
      noValidate
      aria-label={say('win-task-add')}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <div className={forms.fields}>
        <div className={forms.wide}>
          <TextField label={say('win-task-title')} required maxLength={200} value={draft.title} onChange={(title) => change({ title })} error={titleWrong ? errorWords(error, words) : null} />
        </div>
        <DateField label={say('win-task-due')} required value={draft.due} onChange={(due) => change({ due })} error={dateWrong ? errorWords(error, words) : null} />
        <Choice label={say('win-task-repeat')} options={repeats.map((months) => ({ value: String(months), label: months === 0 ? say('win-task-once') : say('win-task-every', { months }) }))} value={draft.every} onChange={(every) => change({ every })} />
        <Choice label={say('win-task-who')} options={PERSON_ROLES.map((value) => ({ value, label: say(`person-role-${value}`) }))} value={draft.who} onChange={(who) => change({ who })} />
        <Choice label={say('win-task-kind')} options={TASK_KINDS.map((value) => ({ value, label: say(`task-kind-${value}`) }))} value={draft.kind} onChange={(kind) => change({ kind })} />
      </div>
      {error !== null && !dateWrong && !titleWrong && (
        <Refusal
          reason={error}
          onMasked={(title) => {
            change({ title });
            setError(null);
          }}
        />
      )}
      <div className={forms.actions}>
        <Button kind="primary" type="submit">
          {say('win-task-save')}
        </Button>
        <Button onClick={close}>{say('win-cancel')}</Button>
      </div>
    </form>
  );
}
