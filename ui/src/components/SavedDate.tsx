/** A day that saves itself as soon as it is one, and empties when the field is emptied. */
import { useState, type ReactNode } from 'react';
import { errorWords } from '../api/errors';
import { readDay } from '../lib/days';
import { useWords } from '../lib/words';
import { DateField } from './DateField';

type SavedDateProps = { label: string; hint?: string; value: string; onSave: (day: string) => Promise<unknown>; /** Whether no day is an answer too. */ mayBeEmpty?: boolean };

export function SavedDate({ label, hint, value, onSave, mayBeEmpty }: SavedDateProps): ReactNode {
  const words = useWords();
  const [text, setText] = useState<string | null>(null);
  const [error, setError] = useState<unknown>(null);
  const change = (next: string): void => {
    setText(next);
    setError(null);
    const day = next.trim() === '' && mayBeEmpty === true ? '' : readDay(next);
    if (day === null || day === value) return;
    onSave(day).then(() => setText(null), setError);
  };
  return <DateField label={label} value={text ?? value} onChange={change} error={error === null ? null : errorWords(error, words)} {...(hint === undefined ? {} : { hint })} />;
}
