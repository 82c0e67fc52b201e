/** The card of a transaction on record: saves itself once it is masked. */
import { useState, type ReactNode } from 'react';
import { errorWords } from '../../api/errors';
import { CardField } from '../../components/CardField';
import { SavedMark, TextField } from '../../components/Field';
import type { SaveState } from '../../lib/autosave';
import { useWords } from '../../lib/words';

type SavedCardProps = { value: string; onSave: (card: string) => Promise<unknown>; disabled: boolean };

export function SavedCardField({ value, onSave, disabled }: SavedCardProps): ReactNode {
  const words = useWords();
  const [text, setText] = useState<string | null>(null);
  const [state, setState] = useState<SaveState>('idle');
  const [error, setError] = useState<unknown>(null);
  const save = (next: string | null): void => {
    if (next === null || next.trim() === value) return;
    setState('saving');
    onSave(next.trim()).then(
      () => {
        setState('saved');
        setError(null);
        setText(null);
      },
      (reason: unknown) => {
        setState('failed');
        setError(reason);
      },
    );
  };
  if (disabled) return <TextField label={words.say('win-field-card')} value={value} onChange={() => undefined} disabled />;
  return (
    <CardField
      value={text ?? value}
      onChange={(next) => {
        setError(null);
        setText(next);
        // The masked form that was offered arrives whole.
        if (/^\d{6}\*{6}\d{4}$/.test(next)) save(next);
      }}
      onLeave={() => save(text)}
      onEnter={() => save(text)}
      error={state === 'failed' && error !== null ? errorWords(error, words) : null}
      mark={<SavedMark state={state} />}
    />
  );
}
