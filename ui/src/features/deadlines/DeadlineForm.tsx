/** A date that must not be missed, and where it comes from. */
import { useState, type ReactNode } from 'react';
import { useActOnCase } from '../../api/commands';
import { errorWords, toError } from '../../api/errors';
import type { CaseView } from '../../api/generated/CaseView';
import type { ErrorDto } from '../../api/generated/ErrorDto';
import { Button } from '../../components/Button';
import { DateField } from '../../components/DateField';
import { TextField } from '../../components/Field';
import { Notice } from '../../components/Notice';
import { useDraft } from '../../lib/drafts';
import { useWords } from '../../lib/words';
import forms from '../case/forms.module.css';

type Draft = { due: string; time: string; title: string; source: string };
/** What the program calls a field, and what this form calls it. */
const NAMES: Record<string, string> = { title: 'deadline', source: 'deadline-source' };
const EMPTY: Draft = { due: '', time: '', title: '', source: '' };

type DeadlineFormProps = {
  view: CaseView;
  /** Offers the way back, and is called once the date is on record. */
  onDone?: () => void;
  /** Called once the date is on record. */
  onSaved?: () => void;
};

export function DeadlineForm({ view, onDone, onSaved }: DeadlineFormProps): ReactNode {
  const words = useWords();
  const { say } = words;
  const act = useActOnCase();
  const [draft, change, forget] = useDraft<Draft>(`deadline-${view.id}`, EMPTY);
  const [error, setError] = useState<ErrorDto | null>(null);
  const [busy, setBusy] = useState(false);
  const wrong = error?.code === 'date-unreadable' ? 'due' : error?.code === 'moment-unreadable' || error?.code === 'time-unreadable' ? 'time' : error?.params.field;
  const errorAt = (field: string): string | null => {
    if (error === null || wrong !== field) return null;
    return errorWords({ ...error, params: { ...error.params, field: NAMES[field] ?? field } }, words);
  };
  const add = async (): Promise<void> => {
    if (busy) return;
    // The first empty field that is needed; the program checks the rest.
    const empty = (['title', 'due', 'source'] as const).find((field) => draft[field].trim() === '');
    if (empty !== undefined) {
      setError({ code: 'text-empty', message: '', params: { field: empty } });
      return;
    }
    setBusy(true);
    setError(null);
    const time = draft.time.trim();
    try {
      await act('deadline_add', { case: view.id, due: draft.due, title: draft.title.trim(), source: draft.source.trim(), ...(time === '' ? {} : { time }) });
      forget();
      onDone?.();
      onSaved?.();
    } catch (reason) {
      setError(toError(reason));
    } finally {
      setBusy(false);
    }
  };
  const placed = ['due', 'time', 'title', 'source'].some((field) => field === wrong);
  return (
    <form
      className={forms.form}
      noValidate
      aria-label={say('win-deadline-new')}
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
    >
      <div className={forms.fields}>
        <TextField label={say('win-field-deadline')} required maxLength={120} value={draft.title} onChange={(title) => change({ title })} error={errorAt('title')} />
        <DateField label={say('win-field-due')} required value={draft.due} onChange={(due) => change({ due })} error={errorAt('due')} />
        <TextField label={say('win-field-cut-off')} hint={say('win-cut-off-hint')} example="18:00" value={draft.time} onChange={(time) => change({ time })} error={errorAt('time')} />
        <div className={forms.wide}>
          <TextField label={say('win-field-deadline-source')} required hint={say('win-deadline-source-hint')} value={draft.source} onChange={(source) => change({ source })} error={errorAt('source')} />
        </div>
      </div>
      {error !== null && !placed && (
        <Notice tone="danger" live>
          {errorWords(error, words)}
        </Notice>
      )}
      <div className={forms.actions}>
        <Button kind="primary" type="submit" busy={busy}>
          {say('win-deadline-add')}
        </Button>
        {onDone !== undefined && <Button onClick={onDone}>{say('win-cancel')}</Button>}
      </div>
    </form>
  );
}
